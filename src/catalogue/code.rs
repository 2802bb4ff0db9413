//! All rules of `lotse check` by their stable codes.

use serde::{Deserialize, Serialize};

use super::value_alias::{SECTION_LIST, code_meant};
use crate::base::{DiagnosticCode, Severity, toml::TomlCode};

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal $severity:ident),+ $(,)?) => {
        /// What is wrong. The code is stable: scripts and CI filters may rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code { $($(#[$doc])* $variant),+ }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Code] = &[$(Code::$variant),+];


            /// The stable code; its words stand in the Fluent files as `check-<code>`, `check-<code>-hint`,
            /// `rule-<code>` and `rule-<code>-do`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $code),+ }
            }

            /// How bad this fault is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),+ }
            }
        }

        impl DiagnosticCode for Code {
            const PREFIX: &'static str = "check";

            fn as_str(self) -> &'static str {
                self.as_str()
            }

            fn severity(self) -> Severity {
                self.severity()
            }
        }
    };
}

codes! {
    /// The file could not be read.
    Unreadable = "unreadable" Error,
    /// The file is not UTF-8.
    NotUtf8 = "not-utf8" Error,
    /// The file is larger than any entry can be.
    TooLarge = "too-large" Error,
    /// A folder, device or the like bears the name of a file.
    NotAFile = "not-a-file" Error,
    /// A symbolic link leads out of the catalogue folder.
    Outside = "outside" Error,
    /// A file or folder that Lotse does not know.
    UnknownFile = "unknown-file" Warning,
    /// A folder that every catalogue has.
    MissingFolder = "missing-folder" Error,
    /// Not TOML.
    Syntax = "syntax" Error,
    /// A key that does not exist.
    UnknownKey = "unknown-key" Error,
    /// A key of an entry that belongs to another section.
    MisplacedKey = "misplaced-key" Error,
    /// A value of the wrong type.
    WrongType = "wrong-type" Error,
    /// A required key is missing.
    MissingKey = "missing-key" Error,
    /// A required text or list is empty, or the file of an entry.
    Empty = "empty" Error,
    /// A text is too long.
    TooLong = "too-long" Error,
    /// A number outside of what makes sense.
    OutOfRange = "out-of-range" Error,
    /// A value that its closed list does not have.
    UnknownValue = "unknown-value" Error,
    /// An id that its vocabulary does not have.
    UnknownId = "unknown-id" Error,
    /// Not a slug.
    InvalidId = "invalid-id" Error,
    /// The id differs from the file name.
    IdMismatch = "id-mismatch" Error,
    /// The same id twice.
    DuplicateId = "duplicate-id" Error,
    /// Characters that could drive a terminal or deceive a reader.
    HostileText = "hostile-text" Error,
    /// The last day lies before the first.
    DatesReversed = "dates-reversed" Error,
    /// The greatest value is smaller than the smallest.
    RangeReversed = "range-reversed" Error,
    /// A group measure without coordinator.
    CoordinatorMissing = "coordinator-missing" Error,
    /// More free places than places.
    FreeExceedsPlaces = "free-exceeds-places" Warning,
    /// Free places in an offer that is said to be full.
    FullButFree = "full-but-free" Warning,
    /// Free places without a date.
    FreeUndated = "free-undated" Warning,
    /// The number of free places is old.
    FreeStale = "free-stale" Warning,
    /// The confirmation is overdue.
    ConfirmationOverdue = "confirmation-overdue" Warning,
    /// A day in the future where only the past makes sense.
    DateInFuture = "date-in-future" Warning,
    /// The offer's period is over, its status is not.
    PeriodOver = "period-over" Warning,
    /// The offer is said to run, and its period has not begun.
    PeriodNotBegun = "period-not-begun" Warning,
    /// The offer is said to be planned, and its period has begun long ago.
    PeriodBegun = "period-begun" Warning,
    /// The shortest duration is longer than the period.
    WeeksExceedPeriod = "weeks-exceed-period" Warning,
    /// A start date before the first or after the last day of the period.
    StartOutsidePeriod = "start-outside-period" Warning,
    /// Start dates that are not in order.
    StartsUnsorted = "starts-unsorted" Warning,
    /// All start dates are past.
    StartsPast = "starts-past" Warning,
    /// The legal basis is no longer in force.
    LegalBasisEnded = "legal-basis-ended" Warning,
    /// The legal basis is "unbekannt".
    LegalBasisUnknown = "legal-basis-unknown" Warning,
    /// A coordinator without phone and e-mail.
    CoordinatorUnreachable = "coordinator-unreachable" Warning,
    /// A coordinator who is named as their own substitute.
    SubstituteSelf = "substitute-self" Warning,
    /// A coordinator whom no entry names.
    CoordinatorUnused = "coordinator-unused" Warning,
    /// A provider whom no entry names.
    ProviderUnused = "provider-unused" Warning,
    /// The same label twice in one vocabulary.
    LabelTwice = "label-twice" Warning,
    /// Two current entries of the same title.
    TitleTwice = "title-twice" Warning,
    /// Two current entries of the same measure number.
    MeasureNumberTwice = "measure-number-twice" Warning,
    /// A list that has a value twice.
    DuplicateValue = "duplicate-value" Warning,
    /// Something that looks like the number of a client.
    ClientNumber = "client-number" Warning,
    /// A bank account, a pension insurance number or a day of birth.
    PersonalData = "personal-data" Warning,
    /// Words in a public text that say that it is not meant for the public.
    InternalWords = "internal-words" Warning,
    /// A text that somebody wanted to write later.
    PlaceholderText = "placeholder-text" Warning,
    /// A summary that says no more than the title.
    SummaryThin = "summary-thin" Warning,
    /// A title in capital letters.
    AllCapitals = "all-capitals" Warning,
    /// A text or a list that nobody reads on a screen.
    LongText = "long-text" Warning,
    /// Blanks at the ends of a line, or several in a row.
    StrayBlanks = "stray-blanks" Warning,
    /// A link that is not a web address.
    BadLink = "bad-link" Warning,
    /// An e-mail address that cannot be one.
    BadEmail = "bad-email" Warning,
    /// A phone number that nobody can dial.
    BadPhone = "bad-phone" Warning,
}

impl TomlCode for Code {
    const SYNTAX: Self = Self::Syntax;
    const UNKNOWN_KEY: Self = Self::UnknownKey;
    const WRONG_TYPE: Self = Self::WrongType;
    const UNKNOWN_VALUE: Self = Self::UnknownValue;

    fn heading_meant(words: &str) -> Option<&'static str> {
        code_meant(SECTION_LIST, words)
    }
}

impl Code {
    /// The code of this name.
    ///
    /// ```
    /// use lotse::catalogue::Code;
    /// assert_eq!(Code::named("title-twice"), Some(Code::TitleTwice));
    /// assert_eq!(Code::named("gibt-es-nicht"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
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
