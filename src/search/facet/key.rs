//! The filters by their names in the three places (flag, search line, screen), and the columns that serve them.

macro_rules! keys {
    ($($(#[$doc:meta])* $variant:ident $name:literal typed $($typed:literal),+;)+) => {
        /// A dimension by which a search can be narrowed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FilterKey { $($(#[$doc])* $variant),+ }

        impl FilterKey {
            /// All dimensions, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Name in JSON and Fluent keys (`filter-<name>`).
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// Names in the search line, without the colon; the first is the German one that Lotse writes itself.
            pub fn typed(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($typed),+]),+ }
            }
        }
    };
}

keys! {
    /// Zielgruppe.
    TargetGroup "target_group" typed "zielgruppe", "zg", "target-group";
    /// Typ.
    Type "type" typed "typ", "type";
    /// Art.
    Category "category" typed "art", "category";
    /// Rechtsgrundlage.
    LegalBasis "legal_basis" typed "recht", "legal";
    /// Ort.
    Place "place" typed "ort", "place";
    /// Region, as it follows from the place.
    Region "region" typed "region";
    /// Träger.
    Provider "provider" typed "träger", "provider";
    /// Koordination.
    Coordinator "coordinator" typed "koordination", "coordinator";
    /// Baustein.
    Module "module" typed "baustein", "module";
    /// Ziel.
    Goal "goal" typed "ziel", "goal";
    /// Zeitmodell.
    TimeModel "time_model" typed "zeit", "time";
    /// Einzeln oder in der Gruppe.
    Setting "setting" typed "gruppe", "setting";
    /// Form.
    Delivery "delivery" typed "form", "delivery";
    /// Kinderbetreuung.
    Childcare "childcare" typed "kinderbetreuung", "kita", "childcare";
    /// Status.
    Status "status" typed "status";
    /// Freie Plätze: yes, no or unknown.
    Free "free" typed "frei", "free";
    /// The client's level of German: offers that ask for no more.
    German "german" typed "deutsch", "german";
    /// The client's age: offers that are open to it.
    Age "age" typed "alter", "age";
    /// Offers one can begin before a day.
    StartsBefore "starts_before" typed "start";
}

impl FilterKey {
    /// The dimension with this typed name, folded (`Träger`, `traeger` and `trager` are one).
    pub fn from_typed(name: &str) -> Option<Self> {
        let folded = crate::german::fold(name);
        Self::ALL.iter().copied().find(|key| key.typed().iter().any(|typed| crate::german::fold(typed) == folded))
    }

    /// True for dimensions with a list of values to choose from; the others take a level, a number or a day.
    pub fn is_facet(self) -> bool {
        !matches!(self, Self::German | Self::Age | Self::StartsBefore)
    }

    /// All dimensions with a list of values.
    pub fn facets() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|key| key.is_facet())
    }
}

/// A column of the index: the values that documents have in one dimension. The filters with a scale are resolved
/// into several of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::search) enum FacetColumn {
    Filter(FilterKey),
    Kind,
    GermanMin,
    AgeMin,
    AgeMax,
    Start,
}

impl FacetColumn {
    const SCALES: [Self; 5] = [Self::Kind, Self::GermanMin, Self::AgeMin, Self::AgeMax, Self::Start];

    /// All columns; the position is the number of the column.
    pub(in crate::search) fn all() -> impl Iterator<Item = Self> {
        FilterKey::facets().map(Self::Filter).chain(Self::SCALES)
    }

    pub(in crate::search) fn name(self) -> &'static str {
        match self {
            Self::Filter(key) => key.name(),
            Self::Kind => "kind",
            Self::GermanMin => "german_min",
            Self::AgeMin => "age_min",
            Self::AgeMax => "age_max",
            Self::Start => "start",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_names_are_folded_and_unique() {
        assert_eq!(FilterKey::from_typed("Träger"), Some(FilterKey::Provider));
        assert_eq!(FilterKey::from_typed("traeger"), Some(FilterKey::Provider));
        assert_eq!(FilterKey::from_typed("https"), None);
        let mut names: Vec<_> = FilterKey::ALL.iter().flat_map(|key| key.typed()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
