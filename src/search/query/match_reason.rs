//! Why a word of an entry counts as a word of the query.

/// Why a term counts as a find, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchReason {
    /// The word itself.
    Exact,
    /// The word together with its neighbour, written as one.
    Joined,
    /// Another form of the word.
    Stem,
    /// Another word for it.
    Synonym,
    /// A part of a compound.
    Part,
    /// A word that begins like that.
    Prefix,
    /// A word that is spelt almost like that.
    Typo,
}

impl MatchReason {
    /// What a find is worth compared with the word itself.
    pub(in crate::search) fn weight(self) -> f32 {
        match self {
            Self::Exact => 1.0,
            Self::Joined => 0.95,
            Self::Stem => 0.9,
            Self::Synonym => 0.8,
            Self::Part => 0.75,
            Self::Prefix => 0.7,
            Self::Typo => 0.4,
        }
    }

    /// Name in Fluent keys (`reason-<code>`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Joined => "joined",
            Self::Stem => "stem",
            Self::Synonym => "synonym",
            Self::Part => "part",
            Self::Prefix => "prefix",
            Self::Typo => "typo",
        }
    }
}
