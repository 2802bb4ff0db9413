//! The parts of an entry that count differently.

use crate::base::coded_enum;

coded_enum! {
    /// Parts of an entry that count differently: title before aliases before labels before summary before content.
    /// Named in field names and Fluent keys (`part-<code>`).
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Part {
        /// Title and abbreviation.
        Name = "name",
        /// Other names.
        Alias = "alias",
        /// Legal bases: paragraphs, abbreviations, labels.
        Legal = "legal",
        /// Labels: types, target groups, modules, places, provider ...
        Label = "label",
        /// The summary.
        Summary = "summary",
        /// Content, admission, access route and the other long texts.
        Body = "body",
    }
}

impl Part {
    /// What a word found in this part is worth.
    pub(in crate::search) fn weight(self) -> f32 {
        match self {
            Self::Name => 3.0,
            Self::Alias => 2.7,
            Self::Legal => 2.5,
            Self::Label => 2.2,
            Self::Summary => 1.7,
            Self::Body => 0.7,
        }
    }

    /// Words that such a part usually has: a find in a shorter one says more.
    pub(in crate::search) fn usual_length(self) -> f32 {
        match self {
            Self::Name => 4.0,
            Self::Alias => 8.0,
            Self::Legal => 12.0,
            Self::Label => 25.0,
            Self::Summary => 20.0,
            Self::Body => 120.0,
        }
    }

    /// Prose, in which one letter says nothing.
    pub(in crate::search) fn is_long(self) -> bool {
        matches!(self, Self::Summary | Self::Body)
    }
}
