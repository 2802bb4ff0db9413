//! An example for each rule: what it reports, and the same as it should be. Tests hold them against the rules.

use super::Code;

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

impl Code {
    /// An example of this rule; `None` where it is about the content of no file.
    pub fn example(self) -> Option<Example> {
        let example = EXAMPLES.iter().find(|(code, ..)| *code == self);
        example.map(|(_, file, wrong, right)| Example { file: (!file.is_empty()).then_some(*file), wrong, right })
    }
}

const ENTRY: &str = "measures/kurs.toml";
const GOALS: &str = "vocabulary/goals.toml";
const PROVIDERS: &str = "providers.toml";
const COORDINATORS: &str = "coordinators.toml";

use Code as C;

/// Code, file, wrong, right. Days are those of a house in which it is November 2026.
const EXAMPLES: &[(Code, &str, &str, &str)] = &[
    (C::NotAFile, "", "measures/kurs.toml/flyer.pdf", "measures/kurs.toml"),
    (C::Outside, "", "measures/kurs.toml -> ../../privat/kurs.toml", "measures/kurs.toml"),
    (C::UnknownFile, "", "measures/Kurs.TOML", "measures/kurs.toml"),
    (C::MissingFolder, "", "katalog/catalogue.toml", "katalog/catalogue.toml\nkatalog/measures/"),
    (C::Syntax, ENTRY, "short = \"Kurs", "short = \"Kurs\""),
    (C::UnknownKey, ENTRY, "titel = \"Kurs\"", "title = \"Kurs\""),
    (
        C::MisplacedKey,
        ENTRY,
        "[confirmed]\non = 2026-10-02\nfunding = \"avgs\"",
        "funding = \"avgs\"\n\n[confirmed]\non = 2026-10-02",
    ),
    (C::WrongType, ENTRY, "[capacity]\nplaces = \"16\"", "[capacity]\nplaces = 16"),
    (C::MissingKey, ENTRY, "# status = \"running\"", "status = \"running\""),
    (C::Empty, ENTRY, "target_groups = []", "target_groups = [\"frauen\"]"),
    (
        C::TooLong,
        ENTRY,
        "title = \"Maßnahme zur Aktivierung und beruflichen Eingliederung für Frauen mit Kindern und ohne abgeschlossene Berufsausbildung im Nordkreis\"",
        "title = \"Aktivierung für Frauen im Nordkreis\"",
    ),
    (C::OutOfRange, ENTRY, "[schedule]\nhours_per_week = 390", "[schedule]\nhours_per_week = 39"),
    (C::UnknownValue, ENTRY, "status = \"laeuft\"", "status = \"running\""),
    (C::UnknownId, ENTRY, "target_groups = [\"fraun\"]", "target_groups = [\"frauen\"]"),
    (C::InvalidId, ENTRY, "target_groups = [\"Frauen\"]", "target_groups = [\"frauen\"]"),
    (C::IdMismatch, ENTRY, "id = \"sprachkurs\"", "id = \"kurs\""),
    (
        C::DuplicateId,
        GOALS,
        "[[goal]]\nid = \"arbeit\"\nlabel = \"Arbeit\"\n\n[[goal]]\nid = \"arbeit\"\nlabel = \"Ausbildung\"",
        "[[goal]]\nid = \"arbeit\"\nlabel = \"Arbeit\"\n\n[[goal]]\nid = \"ausbildung\"\nlabel = \"Ausbildung\"",
    ),
    (C::HostileText, ENTRY, "title = \"Kurs\\u001b[2J\"", "title = \"Kurs\""),
    (
        C::DatesReversed,
        ENTRY,
        "[period]\nfrom = 2026-09-01\nuntil = 2026-03-31",
        "[period]\nfrom = 2026-09-01\nuntil = 2027-03-31",
    ),
    (C::RangeReversed, ENTRY, "[eligibility]\nage_min = 27\nage_max = 18", "[eligibility]\nage_min = 18\nage_max = 27"),
    (
        C::CoordinatorMissing,
        ENTRY,
        "# coordinator = \"koordination-frauen\"\n\n[schedule]\nsetting = \"group\"",
        "coordinator = \"koordination-frauen\"\n\n[schedule]\nsetting = \"group\"",
    ),
    (
        C::FreeExceedsPlaces,
        ENTRY,
        "[capacity]\nplaces = 6\nfree = 16\nas_of = 2026-11-14",
        "[capacity]\nplaces = 16\nfree = 6\nas_of = 2026-11-14",
    ),
    (
        C::FullButFree,
        ENTRY,
        "status = \"full\"\n\n[capacity]\nfree = 3\nas_of = 2026-11-14",
        "status = \"running\"\n\n[capacity]\nfree = 3\nas_of = 2026-11-14",
    ),
    (C::FreeUndated, ENTRY, "[capacity]\nfree = 3", "[capacity]\nfree = 3\nas_of = 2026-11-14"),
    (C::FreeStale, ENTRY, "[capacity]\nfree = 3\nas_of = 2026-02-01", "[capacity]\nfree = 3\nas_of = 2026-11-14"),
    (C::ConfirmationOverdue, ENTRY, "[confirmed]\non = 2026-01-15", "[confirmed]\non = 2026-11-16"),
    (C::DateInFuture, ENTRY, "[confirmed]\non = 2027-11-16", "[confirmed]\non = 2026-11-16"),
    (
        C::PeriodOver,
        ENTRY,
        "status = \"running\"\n\n[period]\nuntil = 2026-06-30",
        "status = \"ended\"\n\n[period]\nuntil = 2026-06-30",
    ),
    (
        C::PeriodNotBegun,
        ENTRY,
        "status = \"running\"\n\n[period]\nfrom = 2027-02-01",
        "status = \"planned\"\n\n[period]\nfrom = 2027-02-01",
    ),
    (
        C::PeriodBegun,
        ENTRY,
        "status = \"planned\"\n\n[period]\nfrom = 2026-02-01",
        "status = \"running\"\n\n[period]\nfrom = 2026-02-01",
    ),
    (
        C::WeeksExceedPeriod,
        ENTRY,
        "[schedule]\nweeks_min = 26\n\n[period]\nfrom = 2026-09-01\nuntil = 2026-12-18",
        "[schedule]\nweeks_min = 12\n\n[period]\nfrom = 2026-09-01\nuntil = 2026-12-18",
    ),
    (
        C::StartOutsidePeriod,
        ENTRY,
        "[schedule]\nstart_dates = [2028-01-11]\n\n[period]\nuntil = 2027-12-31",
        "[schedule]\nstart_dates = [2027-01-11]\n\n[period]\nuntil = 2027-12-31",
    ),
    (
        C::StartsUnsorted,
        ENTRY,
        "[schedule]\nstart_dates = [2027-04-05, 2027-01-11]",
        "[schedule]\nstart_dates = [2027-01-11, 2027-04-05]",
    ),
    (C::StartsPast, ENTRY, "[schedule]\nstart_dates = [2026-01-12]", "[schedule]\nstart_dates = [2027-01-11]"),
    (C::LegalBasisEnded, ENTRY, "legal_bases = [\"alt\"]", "legal_bases = [\"mat\"]"),
    (C::LegalBasisUnknown, ENTRY, "legal_bases = [\"unbekannt\"]", "legal_bases = [\"mat\"]"),
    (
        C::CoordinatorUnreachable,
        COORDINATORS,
        "[[coordinator]]\nid = \"koordination-frauen\"\nname = \"Koordination Frauen\"",
        "[[coordinator]]\nid = \"koordination-frauen\"\nname = \"Koordination Frauen\"\nphone = \"0000 000-201\"",
    ),
    (
        C::SubstituteSelf,
        COORDINATORS,
        "[[coordinator]]\nid = \"koordination-frauen\"\nname = \"Koordination Frauen\"\nphone = \"0000 000-201\"\nsubstitute = \"koordination-frauen\"",
        "[[coordinator]]\nid = \"koordination-frauen\"\nname = \"Koordination Frauen\"\nphone = \"0000 000-201\"",
    ),
    (
        C::CoordinatorUnused,
        COORDINATORS,
        "[[coordinator]]\nid = \"koordination-alt\"\nname = \"Koordination Alt\"\nphone = \"0000 000-209\"",
        "[[coordinator]]\nid = \"koordination-frauen\"\nname = \"Koordination Frauen\"\nphone = \"0000 000-201\"",
    ),
    (
        C::ProviderUnused,
        PROVIDERS,
        "[[provider]]\nid = \"altes-haus\"\nname = \"Altes Haus\"",
        "[[provider]]\nid = \"gwab\"\nname = \"GWAB\"",
    ),
    (
        C::LabelTwice,
        GOALS,
        "[[goal]]\nid = \"arbeit\"\nlabel = \"Arbeit\"\n\n[[goal]]\nid = \"beruf\"\nlabel = \"Arbeit\"",
        "[[goal]]\nid = \"arbeit\"\nlabel = \"Arbeit\"\n\n[[goal]]\nid = \"beruf\"\nlabel = \"Beruf\"",
    ),
    (C::TitleTwice, ENTRY, "title = \"Angebot\"", "title = \"Angebot im Nordkreis\""),
    (C::MeasureNumberTwice, ENTRY, "measure_number = \"M-00-00001\"", "measure_number = \"M-00-00002\""),
    (C::DuplicateValue, ENTRY, "aliases = [\"Kurs\", \"Kurs\"]", "aliases = [\"Kurs\"]"),
    (
        C::ClientNumber,
        ENTRY,
        "internal_note = \"Platz für 123A456789 freihalten\"",
        "internal_note = \"Ein Platz ist zugesagt\"",
    ),
    (
        C::PersonalData,
        ENTRY,
        "internal_note = \"Teilnehmerin, geb. 01.02.1990\"",
        "internal_note = \"Ein Platz ist zugesagt\"",
    ),
    (
        C::InternalWords,
        ENTRY,
        "content = \"Nur intern: Der Träger verhandelt noch.\"",
        "internal_note = \"Der Träger verhandelt noch.\"",
    ),
    (C::PlaceholderText, ENTRY, "waiting_time = \"k. A.\"", "waiting_time = \"etwa vier Wochen\""),
    (
        C::SummaryThin,
        ENTRY,
        "title = \"Sprachkurs B1 im Nordkreis\"\nsummary = \"Sprachkurs B1 im Nordkreis\"",
        "title = \"Sprachkurs B1 im Nordkreis\"\nsummary = \"Deutsch lernen, bis ein Gespräch im Betrieb gelingt.\"",
    ),
    (C::AllCapitals, ENTRY, "title = \"COACHING FÜR FAMILIEN\"", "title = \"Coaching für Familien\""),
    (
        C::LongText,
        ENTRY,
        "waiting_time = \"Zurzeit etwa vier Wochen. [... insgesamt mehr als 1.500 Zeichen]\"",
        "waiting_time = \"Zurzeit etwa vier Wochen.\"",
    ),
    (C::StrayBlanks, ENTRY, "title = \"Kurs  für Frauen \"", "title = \"Kurs für Frauen\""),
    (C::BadLink, ENTRY, "links = [\"www.example.org\"]", "links = [\"https://www.example.org\"]"),
    (C::BadEmail, ENTRY, "[contact]\nemail = \"info(at)example.org\"", "[contact]\nemail = \"info@example.org\""),
    (C::BadPhone, ENTRY, "[contact]\nphone = \"O6421 1234\"", "[contact]\nphone = \"06421 1234\""),
];
