//! All rules of `lotse check` by their stable codes, each with what it reports and the same as it should be.

use super::section_words::section_meant;
use crate::base::{diagnostic_codes, toml::TomlCode, typed_code};

/// What a rule reports, and the same as it should be.
///
/// In entries only the keys concerned are shown; a line `# key = ...` stands for a key that is missing. Other files are
/// shown whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The file, by its path in the catalogue; `None` where the example is a path itself.
    pub file: Option<&'static str>,
    /// What is reported.
    pub wrong: &'static str,
    /// What is not.
    pub right: &'static str,
}

/// The rules, each as `Variant = "code" Severity in FILE: "wrong" => "right",`; those about no content have no example.
/// Tests hold the examples against the rules.
macro_rules! rules {
    ($(
        $(#[$doc:meta])*
        $variant:ident = $code:literal $severity:ident $(in $file:ident: $wrong:literal => $right:literal)?
    ),+ $(,)?) => {
        diagnostic_codes! {
            /// What is wrong with a file of a catalogue. The code is stable: scripts and CI filters may rely on it. Its
            /// words stand in the Fluent files as `check-<code>`, `check-<code>-hint`, `rule-<code>` and
            /// `rule-<code>-do`.
            Code in "check" { $($(#[$doc])* $variant = $code $severity),+ }
        }

        impl Code {
            /// An example of this rule; `None` where it is about the content of no file.
            pub fn example(self) -> Option<Example> {
                let (file, wrong, right) = match self {
                    $($(Self::$variant => ($file, $wrong, $right),)?)+
                    _ => return None,
                };
                Some(Example { file: Some(file).filter(|file| *file != PATH), wrong, right })
            }
        }
    };
}

/// Where an example is the path of a file itself.
const PATH: &str = "";
const ENTRY: &str = "measures/kurs.toml";
const GOALS: &str = "vocabulary/goals.toml";
const PLACES: &str = "vocabulary/places.toml";
const PROVIDERS: &str = "providers.toml";
const COORDINATORS: &str = "coordinators.toml";

// Days of the examples are those of an office in which it is November 2026.
rules! {
    /// The file could not be read.
    Unreadable = "unreadable" Error,
    /// The file is not UTF-8.
    NotUtf8 = "not-utf8" Error,
    /// The file is larger than any entry can be.
    TooLarge = "too-large" Error,
    /// A folder, device or the like bears the name of a file.
    NotAFile = "not-a-file" Error in PATH: "measures/kurs.toml/flyer.pdf" => "measures/kurs.toml",
    /// A symbolic link leads out of the catalogue folder.
    Outside = "outside" Error in PATH: "measures/kurs.toml -> ../../privat/kurs.toml" => "measures/kurs.toml",
    /// A file or folder that Lotse does not know.
    UnknownFile = "unknown-file" Warning in PATH: "measures/Kurs.TOML" => "measures/kurs.toml",
    /// A folder that every catalogue has.
    MissingFolder = "missing-folder" Error in PATH:
        "katalog/catalogue.toml"
        => "katalog/catalogue.toml\nkatalog/measures/",
    /// Not TOML.
    Syntax = "syntax" Error in ENTRY: "short = \"Kurs" => "short = \"Kurs\"",
    /// A key that does not exist.
    UnknownKey = "unknown-key" Error in ENTRY: "titel = \"Kurs\"" => "title = \"Kurs\"",
    /// A key of an entry that belongs to another section.
    MisplacedKey = "misplaced-key" Error in ENTRY:
        "[confirmed]\non = 2026-10-02\nfunding = \"avgs\""
        => "funding = \"avgs\"\n\n[confirmed]\non = 2026-10-02",
    /// A value of the wrong type.
    WrongType = "wrong-type" Error in ENTRY: "[capacity]\nplaces = \"16\"" => "[capacity]\nplaces = 16",
    /// A required key is missing.
    MissingKey = "missing-key" Error in ENTRY: "# status = \"running\"" => "status = \"running\"",
    /// A required text or list is empty, or the file of an entry.
    Empty = "empty" Error in ENTRY: "target_groups = []" => "target_groups = [\"frauen\"]",
    /// A text is too long.
    TooLong = "too-long" Error in ENTRY:
        "title = \"Maßnahme zur Aktivierung und beruflichen Eingliederung für Frauen mit Kindern und ohne abgeschlossene Berufsausbildung im Nordkreis\""
        => "title = \"Aktivierung für Frauen im Nordkreis\"",
    /// A number outside of what makes sense.
    OutOfRange = "out-of-range" Error in ENTRY:
        "[schedule]\nhours_per_week = 390"
        => "[schedule]\nhours_per_week = 39",
    /// A value that its closed list does not have.
    UnknownValue = "unknown-value" Error in ENTRY: "status = \"laeuft\"" => "status = \"running\"",
    /// An id that its vocabulary does not have.
    UnknownId = "unknown-id" Error in ENTRY: "target_groups = [\"fraun\"]" => "target_groups = [\"frauen\"]",
    /// Not a slug.
    InvalidId = "invalid-id" Error in ENTRY: "target_groups = [\"Frauen\"]" => "target_groups = [\"frauen\"]",
    /// The id differs from the file name.
    IdMismatch = "id-mismatch" Error in ENTRY: "id = \"sprachkurs\"" => "id = \"kurs\"",
    /// The same id twice.
    DuplicateId = "duplicate-id" Error in GOALS:
        "[[goal]]\nid = \"arbeit\"\nlabel = \"Arbeit\"\n\n[[goal]]\nid = \"arbeit\"\nlabel = \"Ausbildung\""
        => "[[goal]]\nid = \"arbeit\"\nlabel = \"Arbeit\"\n\n[[goal]]\nid = \"ausbildung\"\nlabel = \"Ausbildung\"",
    /// Regions that lie within each other in a circle.
    RegionCircle = "region-circle" Error in PLACES:
        "[[region]]\nid = \"nordkreis\"\nlabel = \"Nordkreis\"\nwithin = \"kreis\"\n\n[[region]]\nid = \"kreis\"\nlabel = \"Kreis\"\nwithin = \"nordkreis\""
        => "[[region]]\nid = \"nordkreis\"\nlabel = \"Nordkreis\"\nwithin = \"kreis\"\n\n[[region]]\nid = \"kreis\"\nlabel = \"Kreis\"",
    /// Characters that could drive a terminal or deceive a reader.
    HostileText = "hostile-text" Error in ENTRY: "title = \"Kurs\\u001b[2J\"" => "title = \"Kurs\"",
    /// The last day lies before the first.
    DatesReversed = "dates-reversed" Error in ENTRY:
        "[period]\nfrom = 2026-09-01\nuntil = 2026-03-31"
        => "[period]\nfrom = 2026-09-01\nuntil = 2027-03-31",
    /// The greatest value is smaller than the smallest.
    RangeReversed = "range-reversed" Error in ENTRY:
        "[eligibility]\nage_min = 27\nage_max = 18"
        => "[eligibility]\nage_min = 18\nage_max = 27",
    /// A group measure without coordinator.
    CoordinatorMissing = "coordinator-missing" Error in ENTRY:
        "# coordinator = \"koordination-frauen\"\n\n[schedule]\nsetting = \"group\""
        => "coordinator = \"koordination-frauen\"\n\n[schedule]\nsetting = \"group\"",
    /// More free places than places.
    FreeExceedsPlaces = "free-exceeds-places" Warning in ENTRY:
        "[capacity]\nplaces = 6\nfree = 16\nas_of = 2026-11-14"
        => "[capacity]\nplaces = 16\nfree = 6\nas_of = 2026-11-14",
    /// Free places in an offer that is said to be full.
    FullButFree = "full-but-free" Warning in ENTRY:
        "status = \"full\"\n\n[capacity]\nfree = 3\nas_of = 2026-11-14"
        => "status = \"running\"\n\n[capacity]\nfree = 3\nas_of = 2026-11-14",
    /// Free places without a date.
    FreeUndated = "free-undated" Warning in ENTRY:
        "[capacity]\nfree = 3"
        => "[capacity]\nfree = 3\nas_of = 2026-11-14",
    /// The number of free places is old.
    FreeStale = "free-stale" Warning in ENTRY:
        "[capacity]\nfree = 3\nas_of = 2026-02-01"
        => "[capacity]\nfree = 3\nas_of = 2026-11-14",
    /// The confirmation is overdue.
    ConfirmationOverdue = "confirmation-overdue" Warning in ENTRY:
        "[confirmed]\non = 2026-01-15"
        => "[confirmed]\non = 2026-11-16",
    /// A day in the future where only the past makes sense.
    DateInFuture = "date-in-future" Warning in ENTRY:
        "[confirmed]\non = 2027-11-16"
        => "[confirmed]\non = 2026-11-16",
    /// The offer's period is over, its status is not.
    PeriodOver = "period-over" Warning in ENTRY:
        "status = \"running\"\n\n[period]\nuntil = 2026-06-30"
        => "status = \"ended\"\n\n[period]\nuntil = 2026-06-30",
    /// The offer is said to run, and its period has not begun.
    PeriodNotBegun = "period-not-begun" Warning in ENTRY:
        "status = \"running\"\n\n[period]\nfrom = 2027-02-01"
        => "status = \"planned\"\n\n[period]\nfrom = 2027-02-01",
    /// The offer is said to be planned, and its period has begun long ago.
    PeriodBegun = "period-begun" Warning in ENTRY:
        "status = \"planned\"\n\n[period]\nfrom = 2026-02-01"
        => "status = \"running\"\n\n[period]\nfrom = 2026-02-01",
    /// The shortest duration is longer than the period.
    WeeksExceedPeriod = "weeks-exceed-period" Warning in ENTRY:
        "[schedule]\nweeks_min = 26\n\n[period]\nfrom = 2026-09-01\nuntil = 2026-12-18"
        => "[schedule]\nweeks_min = 12\n\n[period]\nfrom = 2026-09-01\nuntil = 2026-12-18",
    /// A start date before the first or after the last day of the period.
    StartOutsidePeriod = "start-outside-period" Warning in ENTRY:
        "[schedule]\nstart_dates = [2028-01-11]\n\n[period]\nuntil = 2027-12-31"
        => "[schedule]\nstart_dates = [2027-01-11]\n\n[period]\nuntil = 2027-12-31",
    /// Start dates that are not in order.
    StartsUnsorted = "starts-unsorted" Warning in ENTRY:
        "[schedule]\nstart_dates = [2027-04-05, 2027-01-11]"
        => "[schedule]\nstart_dates = [2027-01-11, 2027-04-05]",
    /// All start dates are past.
    StartsPast = "starts-past" Warning in ENTRY:
        "[schedule]\nstart_dates = [2026-01-12]"
        => "[schedule]\nstart_dates = [2027-01-11]",
    /// The legal basis is no longer in force.
    LegalBasisEnded = "legal-basis-ended" Warning in ENTRY: "legal_bases = [\"alt\"]" => "legal_bases = [\"mat\"]",
    /// The legal basis is "unbekannt".
    LegalBasisUnknown = "legal-basis-unknown" Warning in ENTRY:
        "legal_bases = [\"unbekannt\"]"
        => "legal_bases = [\"mat\"]",
    /// A coordinator without phone and e-mail.
    CoordinatorUnreachable = "coordinator-unreachable" Warning in COORDINATORS:
        "[[coordinator]]\nid = \"koordination-frauen\"\nname = \"Koordination Frauen\""
        => "[[coordinator]]\nid = \"koordination-frauen\"\nname = \"Koordination Frauen\"\nphone = \"0000 000-201\"",
    /// A coordinator who is named as their own substitute.
    SubstituteSelf = "substitute-self" Warning in COORDINATORS:
        "[[coordinator]]\nid = \"koordination-frauen\"\nname = \"Koordination Frauen\"\nphone = \"0000 000-201\"\nsubstitute = \"koordination-frauen\""
        => "[[coordinator]]\nid = \"koordination-frauen\"\nname = \"Koordination Frauen\"\nphone = \"0000 000-201\"",
    /// A coordinator whom no entry names.
    CoordinatorUnused = "coordinator-unused" Warning in COORDINATORS:
        "[[coordinator]]\nid = \"koordination-alt\"\nname = \"Koordination Alt\"\nphone = \"0000 000-209\""
        => "[[coordinator]]\nid = \"koordination-frauen\"\nname = \"Koordination Frauen\"\nphone = \"0000 000-201\"",
    /// A provider whom no entry names.
    ProviderUnused = "provider-unused" Warning in PROVIDERS:
        "[[provider]]\nid = \"altes-haus\"\nname = \"Altes Haus\""
        => "[[provider]]\nid = \"gwab\"\nname = \"GWAB\"",
    /// The same label twice in one vocabulary.
    LabelTwice = "label-twice" Warning in GOALS:
        "[[goal]]\nid = \"arbeit\"\nlabel = \"Arbeit\"\n\n[[goal]]\nid = \"beruf\"\nlabel = \"Arbeit\""
        => "[[goal]]\nid = \"arbeit\"\nlabel = \"Arbeit\"\n\n[[goal]]\nid = \"beruf\"\nlabel = \"Beruf\"",
    /// Two current entries of the same title.
    TitleTwice = "title-twice" Warning in ENTRY: "title = \"Angebot\"" => "title = \"Angebot im Nordkreis\"",
    /// Two current entries of the same measure number.
    MeasureNumberTwice = "measure-number-twice" Warning in ENTRY:
        "measure_number = \"M-00-00001\""
        => "measure_number = \"M-00-00002\"",
    /// A list that has a value twice.
    DuplicateValue = "duplicate-value" Warning in ENTRY: "aliases = [\"Kurs\", \"Kurs\"]" => "aliases = [\"Kurs\"]",
    /// Something that looks like the number of a client.
    ClientNumber = "client-number" Warning in ENTRY:
        "internal_note = \"Platz für 123A456789 freihalten\""
        => "internal_note = \"Ein Platz ist zugesagt\"",
    /// A bank account, a pension insurance number or a day of birth.
    PersonalData = "personal-data" Warning in ENTRY:
        "internal_note = \"Teilnehmerin, geb. 01.02.1990\""
        => "internal_note = \"Ein Platz ist zugesagt\"",
    /// Words in a public text that say that it is not meant for the public.
    InternalWords = "internal-words" Warning in ENTRY:
        "content = \"Nur intern: Der Träger verhandelt noch.\""
        => "internal_note = \"Der Träger verhandelt noch.\"",
    /// A text that somebody wanted to write later.
    PlaceholderText = "placeholder-text" Warning in ENTRY:
        "waiting_time = \"k. A.\""
        => "waiting_time = \"etwa vier Wochen\"",
    /// A summary that says no more than the title.
    SummaryThin = "summary-thin" Warning in ENTRY:
        "title = \"Sprachkurs B1 im Nordkreis\"\nsummary = \"Sprachkurs B1 im Nordkreis\""
        => "title = \"Sprachkurs B1 im Nordkreis\"\nsummary = \"Deutsch lernen, bis ein Gespräch im Betrieb gelingt.\"",
    /// A title in capital letters.
    AllCapitals = "all-capitals" Warning in ENTRY:
        "title = \"COACHING FÜR FAMILIEN\""
        => "title = \"Coaching für Familien\"",
    /// A text or a list that nobody reads on a screen.
    LongText = "long-text" Warning in ENTRY:
        "waiting_time = \"Zurzeit etwa vier Wochen. [... insgesamt mehr als 1.500 Zeichen]\""
        => "waiting_time = \"Zurzeit etwa vier Wochen.\"",
    /// Blanks at the ends of a line, or several in a row.
    StrayBlanks = "stray-blanks" Warning in ENTRY: "title = \"Kurs  für Frauen \"" => "title = \"Kurs für Frauen\"",
    /// A link that is not a web address.
    BadLink = "bad-link" Warning in ENTRY:
        "links = [\"www.example.org\"]"
        => "links = [\"https://www.example.org\"]",
    /// An e-mail address that cannot be one.
    BadEmail = "bad-email" Warning in ENTRY:
        "[contact]\nemail = \"info(at)example.org\""
        => "[contact]\nemail = \"info@example.org\"",
    /// A phone number that nobody can dial.
    BadPhone = "bad-phone" Warning in ENTRY:
        "[contact]\nphone = \"O6421 1234\""
        => "[contact]\nphone = \"06421 1234\"",
}

impl TomlCode for Code {
    const SYNTAX: Self = Self::Syntax;
    const UNKNOWN_KEY: Self = Self::UnknownKey;
    const WRONG_TYPE: Self = Self::WrongType;
    const UNKNOWN_VALUE: Self = Self::UnknownValue;

    fn heading_meant(words: &str) -> Option<&'static str> {
        section_meant(words)
    }
}

impl Code {
    /// The code of this name, in any spelling.
    ///
    /// ```
    /// use lotse::catalogue::Code;
    /// assert_eq!(Code::named("title-twice"), Some(Code::TitleTwice));
    /// assert_eq!(Code::named("gibt-es-nicht"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        let name = typed_code(name, Self::ALL.iter().map(|code| code.as_str()))?;
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }

    /// True for what `lotse check --fix` may be able to mend.
    pub fn is_mendable(self) -> bool {
        use Code as C;
        matches!(
            self,
            C::UnknownKey
                | C::MisplacedKey
                | C::UnknownValue
                | C::UnknownId
                | C::InvalidId
                | C::WrongType
                | C::StartsUnsorted
                | C::DuplicateValue
                | C::StrayBlanks
        )
    }
}
