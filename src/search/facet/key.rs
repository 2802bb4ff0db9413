//! The filters: their names in the three places (flag, search line, screen), the fields they are of, and the columns that
//! serve them.

use crate::{
    base::{stable_hash_of_all, typed_code},
    catalogue::{Choice, ClosedList, FIELDS, Field, GermanLevel, Id, Measure, Reference, Register, Shape, UNKNOWN},
    german,
    locale::Lang,
};

/// The filters in the order in which they are shown, each as
/// `Key "name" of field typed "German", ... or "English", ...;`.
///
/// The name stands in JSON and Fluent keys and, with hyphens, as the flag. Values and labels are those of the field; what
/// has none is worked out here. A macro, because the path of a field is Rust for its value and text for its name.
macro_rules! filters {
    ($(
        $(#[$doc:meta])*
        $variant:ident $name:literal $(of $($path:ident).+)? typed $($german:literal),+ $(or $($english:literal),+)?;
    )+) => {
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
                match self { $(Self::$variant => &[$($german),+ $(, $($english),+)?]),+ }
            }

            /// The typed names of one language; where a filter has none of its own, those of the other.
            pub fn typed_in(self, lang: Lang) -> &'static [&'static str] {
                match (self, lang) {
                    $($((Self::$variant, Lang::En) => &[$($english),+],)?)+
                    $((Self::$variant, _) => &[$($german),+],)+
                }
            }

            /// The field whose values it has; none where they are worked out.
            fn field(self) -> Option<&'static Field> {
                match self {
                    $($(Self::$variant => {
                        Field::named(concat!($(".", stringify!($path)),+).trim_start_matches('.'))
                    })?)+
                    _ => None,
                }
            }
        }

        /// Hands over the ids and codes that an entry has in its fields.
        pub(super) fn each_field_value(measure: &Measure, take: &mut dyn FnMut(FilterKey, &str)) {
            $($(measure.$($path).+.each_code(&mut |code| take(FilterKey::$variant, code));)?)+
        }
    };
}

filters! {
    /// Zielgruppe.
    TargetGroup "target_group" of target_groups typed "zielgruppe", "zg" or "target-group";
    /// Typ.
    Type "type" of types typed "typ" or "type";
    /// Art.
    Category "category" of category typed "art" or "category";
    /// Rechtsgrundlage.
    LegalBasis "legal_basis" of legal_bases typed "recht" or "legal";
    /// Ort: what can be reached from there.
    Place "place" of places typed "ort" or "place";
    /// Region, as it follows from the place, with all regions within it.
    Region "region" typed "region";
    /// Träger.
    Provider "provider" of provider typed "träger" or "provider";
    /// Koordination.
    Coordinator "coordinator" of coordinator typed "koordination" or "coordinator";
    /// Baustein.
    Module "module" of modules typed "baustein" or "module";
    /// Ziel.
    Goal "goal" of goals typed "ziel" or "goal";
    /// Zeitmodell.
    TimeModel "time_model" of schedule.time_model typed "zeit" or "time";
    /// Einzeln oder in der Gruppe.
    Setting "setting" of schedule.setting typed "gruppe" or "setting";
    /// Form.
    Delivery "delivery" of schedule.delivery typed "form" or "delivery";
    /// Kinderbetreuung.
    Childcare "childcare" of childcare typed "kinderbetreuung", "kita" or "childcare";
    /// Status.
    Status "status" of status typed "status";
    /// Freie Plätze: yes, no or unknown.
    Free "free" typed "frei" or "free";
    /// The client's level of German: offers that ask for no more.
    German "german" typed "deutsch" or "german";
    /// The client's age, or from which to which: offers that are open to it.
    Age "age" typed "alter" or "age";
    /// Offers one can begin before a day, from a day on, or between two.
    StartsBefore "starts_before" typed "start";
}

/// Shorter names are near too many others; from so many letters on two of them may be wrong.
const SHORTEST_NAME: usize = 3;
const LONG_NAME: usize = 7;

/// What people call a filter that has other names, folded.
const CALLED: &[(FilterKey, &[&str])] = &[
    (FilterKey::TargetGroup, &["personengruppe", "gruppen", "kundengruppe", "zielgruppen", "group"]),
    (FilterKey::Category, &["kategorie", "sorte", "angebotsart"]),
    (FilterKey::LegalBasis, &["paragraph", "paragraf", "gesetz", "rechtsgrundlage", "sgb", "law"]),
    (FilterKey::Place, &["stadt", "gemeinde", "stadtteil", "standort", "wohnort", "city", "town", "location"]),
    (FilterKey::Region, &["kreis", "landkreis", "bundesland", "gebiet", "county", "district"]),
    (FilterKey::Provider, &["anbieter", "bildungstrager", "veranstalter", "firma"]),
    (FilterKey::Coordinator, &["ansprechpartner", "ansprechpartnerin", "koordinator", "koordinatorin", "kontakt"]),
    (FilterKey::Goal, &["ziele"]),
    (FilterKey::TimeModel, &["arbeitszeit", "zeitmodell", "umfang", "hours"]),
    (FilterKey::Delivery, &["format", "durchfuhrung"]),
    (FilterKey::Childcare, &["kinder", "kind", "betreuung", "children"]),
    (FilterKey::Free, &["platze", "platz", "places"]),
    (FilterKey::German, &["sprache", "niveau", "sprachniveau", "deutschniveau", "language", "level"]),
    (FilterKey::Age, &["lebensalter", "jahre", "years"]),
    (FilterKey::StartsBefore, &["beginn", "termin", "datum", "begin", "date"]),
];

/// Stands before a value that is meant exactly: `ort:=wetzlar`. No id begins with it.
const EXACTLY: char = '=';

/// Where the values of a dimension come from.
#[derive(Clone, Copy, Debug)]
pub enum FilterSource {
    /// The ids of a vocabulary.
    Vocabulary(Reference),
    /// The codes of a closed list.
    List(ClosedList),
    /// Yes, no and unknown.
    Free,
    /// Whatever is typed: an age.
    Number,
    /// Whatever is typed: a day.
    Day,
}

impl FilterKey {
    /// Where its values come from.
    pub fn source(self) -> FilterSource {
        match self {
            Self::Region => FilterSource::Vocabulary(Reference::Regions),
            Self::Free => FilterSource::Free,
            Self::German => FilterSource::List(ClosedList::of::<GermanLevel>()),
            Self::StartsBefore => FilterSource::Day,
            _ => match self.field().map(|field| field.shape) {
                Some(Shape::Reference(of) | Shape::References(of)) => FilterSource::Vocabulary(of),
                Some(Shape::Choice(list) | Shape::Choices(list)) => FilterSource::List(list),
                _ => FilterSource::Number,
            },
        }
    }

    /// The ids or codes that there are, in their order; none for what is typed.
    pub(in crate::search) fn known_values(self, register: &Register) -> Vec<&str> {
        match self.source() {
            FilterSource::Vocabulary(of) => of.options(register).into_iter().map(|(id, _)| id).collect(),
            FilterSource::List(list) => list.codes(),
            FilterSource::Free => FREE_VALUES.to_vec(),
            FilterSource::Number | FilterSource::Day => Vec::new(),
        }
    }

    /// The dimension with this typed name, folded (`Träger`, `traeger` and `trager` are one), or with its own name.
    pub fn from_typed(name: &str) -> Option<Self> {
        let folded = german::fold(name);
        let known = |key: &Self| {
            let typed: Vec<String> = key.typed().iter().map(|typed| german::fold(typed)).collect();
            typed_code(&folded, typed.iter().map(String::as_str).chain([key.name()])).is_some()
        };
        Self::ALL.iter().copied().find(known)
    }

    /// The dimension that is probably meant by a name that is none's: by what people call it, else by its spelling.
    pub(in crate::search) fn nearly(name: &str) -> Option<Self> {
        let folded = german::fold(name);
        let letters = folded.chars().count();
        if letters < SHORTEST_NAME || !folded.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '_')) {
            return None;
        }
        if let Some((key, _)) = CALLED.iter().find(|(_, names)| names.contains(&&*folded)) {
            return Some(*key);
        }
        let edits = |typed: &str| {
            let typed = german::fold(typed);
            let edits = strsim::osa_distance(&folded, &typed);
            let near =
                edits <= if letters < LONG_NAME { 1 } else { 2 } && typed.chars().next() == folded.chars().next();
            near.then_some(edits)
        };
        let names = Self::ALL.iter().flat_map(|key| key.typed().iter().map(move |typed| (*key, *typed)));
        let near = names.filter(|(_, typed)| typed.len() >= SHORTEST_NAME);
        near.filter_map(|(key, typed)| Some((edits(typed)?, key))).min().map(|(_, key)| key)
    }

    /// True for dimensions in which a value stands for more than itself: a place is reached from further out, and within
    /// a region lie others.
    pub fn has_reach(self) -> bool {
        matches!(self, Self::Place | Self::Region)
    }

    /// The value that is meant exactly, without what it stands for; `None` for one that is meant with it.
    ///
    /// ```
    /// use lotse::search::FilterKey;
    /// assert_eq!(FilterKey::exact("=wetzlar"), Some("wetzlar"));
    /// assert_eq!(FilterKey::exact("wetzlar"), None);
    /// ```
    pub fn exact(value: &str) -> Option<&str> {
        value.strip_prefix(EXACTLY)
    }

    /// The value of this dimension that means `value` and nothing else; itself where it never stands for more.
    pub fn exactly(self, value: &str) -> String {
        if self.has_reach() { format!("{EXACTLY}{value}") } else { value.to_owned() }
    }

    /// The value that stands for several values of its closed list, if there is one: `kita:ja`.
    pub(in crate::search) fn collective(self) -> Option<(&'static str, &'static [&'static str])> {
        (self == Self::Childcare).then_some(("yes", &["on_site", "attached", "arranged", "cost_covered"]))
    }

    /// The value that a single word says by itself: "Teilzeit", "online", "Kinderbetreuung".
    pub(in crate::search) fn said_by(word: &str) -> Option<(Self, &'static str)> {
        let listed = |key: Self| {
            let FilterSource::List(list) = key.source() else { return None };
            let code = list.codes().into_iter().find(|code| code.eq_ignore_ascii_case(word));
            code.or_else(|| list.code_meant(word)).filter(|code| *code != UNKNOWN).map(|code| (key, code))
        };
        if ["kinderbetreuung", "childcare"].contains(&&*german::fold(word)) {
            return Self::Childcare.collective().map(|(value, _)| (Self::Childcare, value));
        }
        [Self::TimeModel, Self::Delivery].into_iter().find_map(listed)
    }

    /// True for dimensions with a list of values to choose from; the others take a level, an age or a time, of which one
    /// replaces the other.
    pub fn is_facet(self) -> bool {
        !matches!(self, Self::German | Self::Age | Self::StartsBefore)
    }

    /// All dimensions with a list of values.
    pub fn facets() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|key| key.is_facet())
    }
}

/// Changes with everything that is declared of entries and filters, so that no index outlives its own.
pub(in crate::search) fn fingerprint() -> u64 {
    let shape = |shape: Shape| match shape {
        Shape::Choice(list) | Shape::Choices(list) => list.codes().join(" "),
        other => format!("{other:?}"),
    };
    let fields = FIELDS.iter().map(|field| format!("{} {} {:?}", field.name(), shape(field.shape), field.need));
    let filters = FilterKey::ALL.iter().map(|key| format!("{} {:?}", key.name(), key.field().map(Field::name)));
    let columns = FacetColumn::all().map(|column| column.name().to_owned());
    stable_hash_of_all(fields.chain(filters).chain(columns))
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

/// The values of `free`: an unknown number is not zero.
pub(super) const FREE_VALUES: [&str; 3] = ["yes", "no", FREE_UNKNOWN];
/// The value of `free` where nobody has said a number.
pub(in crate::search) const FREE_UNKNOWN: &str = "unknown";

/// A field whose values are ids or codes.
trait Coded {
    /// Hands over each of them.
    fn each_code(&self, take: &mut dyn FnMut(&str));
}

impl Coded for Id {
    fn each_code(&self, take: &mut dyn FnMut(&str)) {
        take(self);
    }
}

impl<C: Choice> Coded for C {
    fn each_code(&self, take: &mut dyn FnMut(&str)) {
        take(self.code());
    }
}

impl<T: Coded> Coded for Option<T> {
    fn each_code(&self, take: &mut dyn FnMut(&str)) {
        self.iter().for_each(|value| value.each_code(take));
    }
}

impl<T: Coded> Coded for Vec<T> {
    fn each_code(&self, take: &mut dyn FnMut(&str)) {
        self.iter().for_each(|value| value.each_code(take));
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

    #[test]
    fn every_dimension_with_values_knows_where_they_come_from() {
        for key in FilterKey::ALL {
            let source = key.source();
            assert_eq!(matches!(source, FilterSource::Number), *key == FilterKey::Age, "{key:?}: {source:?}");
            assert_eq!(matches!(source, FilterSource::Day), *key == FilterKey::StartsBefore, "{key:?}: {source:?}");
        }
        assert!(matches!(FilterKey::TimeModel.source(), FilterSource::List(list) if list.name == "time_model"));
        assert!(matches!(FilterKey::Place.source(), FilterSource::Vocabulary(Reference::Places)));
    }
}
