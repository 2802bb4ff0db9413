//! The filters: their names in the three places (flag, search line, screen) and the values an entry has.

use std::fmt;

use jiff::civil::Date;

use crate::catalogue::{Choice, Entry, GermanLevel, Kind, Measure, Register};

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

/// The value of [`FacetColumn::GermanMin`] for an entry that names no level.
pub(in crate::search) const NO_LEVEL: &str = "-";
/// When one can begin: the values of [`FacetColumn::Start`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum StartPeriod {
    /// On this day.
    On(Date),
    /// On any day of the offer's period, which may be open at either end.
    Rolling(Option<Date>, Option<Date>),
}

impl StartPeriod {
    /// The first day from `today` on at which one can begin.
    pub(in crate::search) fn next(self, today: Date) -> Option<Date> {
        match self {
            Self::On(day) => Some(day).filter(|day| *day >= today),
            Self::Rolling(from, until) => {
                let first = from.unwrap_or(today).max(today);
                Some(first).filter(|first| until.is_none_or(|until| *first <= until))
            }
        }
    }

    /// True when one can still begin before `day`. When `day` itself lies in the past, the question is about the past
    /// and every earlier start counts.
    pub(in crate::search) fn is_before(self, day: Date, today: Date) -> bool {
        let from = if day <= today { Date::MIN } else { today };
        self.next(from).is_some_and(|start| start < day)
    }

    /// Reads what `Display` wrote.
    pub(in crate::search) fn parse(value: &str) -> Option<Self> {
        let Some((from, until)) = value.split_once("..") else { return value.parse().ok().map(Self::On) };
        let day = |text: &str| if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) };
        Some(Self::Rolling(day(from)?, day(until)?))
    }
}

impl fmt::Display for StartPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        match *self {
            Self::On(day) => write!(f, "{day}"),
            Self::Rolling(from, until) => write!(f, "{}..{}", day(from), day(until)),
        }
    }
}

/// All starts of an offer; none once it takes nobody in any more.
fn starts(measure: &Measure) -> Vec<StartPeriod> {
    let days = measure.schedule.start_dates.iter().map(|day| StartPeriod::On(*day));
    match measure.schedule.entry {
        Entry::Closed => Vec::new(),
        Entry::Rolling => days.chain([StartPeriod::Rolling(measure.period.from, measure.period.until)]).collect(),
        _ => days.collect(),
    }
}

/// The values of one entry in all columns.
pub(in crate::search) fn values<'a>(measure: &'a Measure, register: &'a Register) -> Vec<(FacetColumn, String)> {
    let mut values = DocumentValues::default();
    values.add(FacetColumn::Kind, Kind::Measure.code());
    values.ids(FilterKey::TargetGroup, &measure.target_groups);
    values.ids(FilterKey::Type, &measure.types);
    values.choice(FilterKey::Category, measure.category);
    values.ids(FilterKey::LegalBasis, &measure.legal_bases);
    values.ids(FilterKey::Place, &measure.places);
    values.ids(FilterKey::Region, measure.places.iter().filter_map(|place| register.region_of(place)));
    values.ids(FilterKey::Provider, [&measure.provider]);
    values.ids(FilterKey::Coordinator, &measure.coordinator);
    values.ids(FilterKey::Module, &measure.modules);
    values.ids(FilterKey::Goal, &measure.goals);
    values.choice(FilterKey::TimeModel, measure.schedule.time_model);
    values.choice(FilterKey::Setting, measure.schedule.setting);
    values.choice(FilterKey::Delivery, measure.schedule.delivery);
    values.choice(FilterKey::Childcare, measure.childcare);
    values.choice(FilterKey::Status, measure.status);
    values.add(FacetColumn::Filter(FilterKey::Free), free_places(measure.capacity.free));
    values.add(FacetColumn::GermanMin, measure.eligibility.german_min.map_or(NO_LEVEL, GermanLevel::code));
    values.add(FacetColumn::AgeMin, &measure.eligibility.age_min.unwrap_or(0).to_string());
    values.add(FacetColumn::AgeMax, &measure.eligibility.age_max.unwrap_or(u8::MAX).to_string());
    starts(measure).iter().for_each(|start| values.add(FacetColumn::Start, &start.to_string()));
    values.0
}

/// The values of `free`: an unknown number is not zero.
pub(in crate::search) const FREE_VALUES: [&str; 3] = ["yes", "no", FREE_UNKNOWN];
/// The value of `free` where nobody has said a number.
pub(in crate::search) const FREE_UNKNOWN: &str = "unknown";

fn free_places(free: Option<u32>) -> &'static str {
    match free {
        Some(0) => "no",
        Some(_) => "yes",
        None => FREE_UNKNOWN,
    }
}

#[derive(Default)]
struct DocumentValues(Vec<(FacetColumn, String)>);

impl DocumentValues {
    fn add(&mut self, column: FacetColumn, value: &str) {
        self.0.push((column, value.to_owned()));
    }

    fn choice<C: Choice>(&mut self, key: FilterKey, value: C) {
        self.add(FacetColumn::Filter(key), value.code());
    }

    fn ids<'i>(&mut self, key: FilterKey, ids: impl IntoIterator<Item = &'i crate::catalogue::Id>) {
        for id in ids {
            self.add(FacetColumn::Filter(key), id);
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
