//! Why a word of an entry counts as a word of the query.

use crate::base::coded_enum;

coded_enum! {
    /// Why a term counts as a find, the surest first: its text is `why-<code>`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum MatchReason {
        /// The word itself.
        Exact = "exact",
        /// The word together with its neighbour, written as one.
        Joined = "joined",
        /// Another form of the word.
        Stem = "stem",
        /// Another word for it.
        Synonym = "synonym",
        /// What is offered in the whole district of a town, nationwide or online.
        Reach = "reach",
        /// A part of a compound.
        Part = "part",
        /// A word that begins like that.
        Prefix = "prefix",
        /// A word that is spelt almost like that.
        Typo = "typo",
    }
}

impl MatchReason {
    /// What a find is worth compared with the word itself.
    pub(in crate::search) fn weight(self) -> f32 {
        match self {
            Self::Exact => 1.0,
            Self::Joined => 0.95,
            Self::Stem => 0.9,
            Self::Synonym => 0.8,
            Self::Reach | Self::Part => 0.75,
            Self::Prefix => 0.7,
            Self::Typo => 0.4,
        }
    }
}
