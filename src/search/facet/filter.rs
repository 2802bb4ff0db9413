//! The chosen filters, and which documents pass them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::{
    AgeBand, BitSet, Columns, FacetColumn, FilterKey, StartPeriod, document_values::NO_LEVEL, scales::Scales,
    start_period::StartWindow,
};
use crate::catalogue::{Choice, GermanLevel};

/// The chosen filters. Within one dimension any value may hold, all dimensions must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(BTreeMap<FilterKey, Vec<Box<str>>>);

impl Filters {
    /// Chooses a value; a second level, age or day replaces the first.
    pub fn add(&mut self, key: FilterKey, value: &str) {
        let values = self.0.entry(key).or_default();
        if !key.is_facet() {
            values.clear();
        }
        if !values.iter().any(|chosen| &**chosen == value) {
            values.push(value.into());
        }
    }

    /// Drops one value.
    pub fn remove(&mut self, key: FilterKey, value: &str) {
        if let Some(values) = self.0.get_mut(&key) {
            values.retain(|chosen| &**chosen != value);
        }
        self.0.retain(|_, values| !values.is_empty());
    }

    /// Chooses a value or drops it.
    pub fn toggle(&mut self, key: FilterKey, value: &str) {
        if self.contains(key, value) { self.remove(key, value) } else { self.add(key, value) }
    }

    /// True when this value is chosen.
    pub fn contains(&self, key: FilterKey, value: &str) -> bool {
        self.values(key).iter().any(|chosen| &**chosen == value)
    }

    /// The chosen values of one dimension.
    pub fn values(&self, key: FilterKey) -> &[Box<str>] {
        self.0.get(&key).map_or(&[], Vec::as_slice)
    }

    /// Every chosen value, in the order in which chips stand.
    pub fn iter(&self) -> impl Iterator<Item = (FilterKey, &str)> {
        self.0.iter().flat_map(|(key, values)| values.iter().map(|value| (*key, &**value)))
    }

    /// Dimensions in which something is chosen.
    pub fn keys(&self) -> impl Iterator<Item = FilterKey> + '_ {
        self.0.keys().copied()
    }

    /// True when nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Both together.
    pub fn merged(&self, other: &Self) -> Self {
        let mut merged = self.clone();
        other.iter().for_each(|(key, value)| merged.add(key, value));
        merged
    }

    /// The documents of one segment that pass one dimension. `passing` are the values of its column that do, see
    /// [`Self::values_passing`]; `today` separates starts to come from past ones.
    pub(super) fn passing(&self, key: FilterKey, passing: &[Box<str>], columns: &Columns, today: Date) -> BitSet {
        let values = self.values(key);
        let passing: FxHashSet<&str> = passing.iter().map(|value| &**value).collect();
        let Some(first) = values.first() else { return BitSet::full(columns.docs) };
        let nothing = || BitSet::empty(columns.docs);
        match key {
            FilterKey::German => open_to_level(columns, first),
            FilterKey::Age => AgeBand::parse(first).map_or_else(nothing, |ages| open_to_age(columns, ages)),
            FilterKey::StartsBefore => {
                StartWindow::parse(first).map_or_else(nothing, |window| with_start(columns, window, today))
            }
            key => columns.any(FacetColumn::Filter(key), |value| passing.contains(value)),
        }
    }
}

/// The documents of one segment that are open to somebody who has this level of German.
fn open_to_level(columns: &Columns, level: &str) -> BitSet {
    let known = GermanLevel::from_code(level);
    let is_enough = |asked| known.is_some_and(|known| asked <= known);
    columns
        .any(FacetColumn::GermanMin, |asked| asked == NO_LEVEL || GermanLevel::from_code(asked).is_some_and(is_enough))
}

/// The documents of one segment that are open to some of these ages.
fn open_to_age(columns: &Columns, ages: AgeBand) -> BitSet {
    let limit = |value: &str| value.parse::<u8>().unwrap_or(0);
    let mut open = columns.any(FacetColumn::AgeMin, |youngest| limit(youngest) <= ages.to);
    open.intersect(&columns.any(FacetColumn::AgeMax, |oldest| limit(oldest) >= ages.from));
    open
}

/// The documents of one segment with which one can begin then.
fn with_start(columns: &Columns, window: StartWindow, today: Date) -> BitSet {
    columns.any(FacetColumn::Start, |start| StartPeriod::parse(start).is_some_and(|start| window.has(start, today)))
}

/// Hands over the steps of a filter with a scale, each with the documents of one segment that it lets through.
pub(super) fn for_each_step(columns: &Columns, key: FilterKey, today: Date, mut visit: impl FnMut(&str, &BitSet)) {
    let mut visit_all = |scales: &Scales| scales.steps(key).iter().for_each(|(value, docs)| visit(value, docs));
    if let Some(known) = columns.scales(today) {
        return visit_all(known);
    }
    // A day later the days ahead are others: those are worked out each time.
    match columns.keep_scales(scales_of(columns, today)) {
        Ok(()) => columns.scales(today).into_iter().for_each(visit_all),
        Err(other) => visit_all(&other),
    }
}

fn scales_of(columns: &Columns, today: Date) -> Scales {
    let german = GermanLevel::codes().map(|level| (level.to_owned(), open_to_level(columns, level)));
    let age = AgeBand::COUNTED.into_iter().map(|ages| (ages.to_string(), open_to_age(columns, ages)));
    let start = StartWindow::counted(today).map(|window| (window.to_string(), with_start(columns, window, today)));
    Scales { today, german: german.collect(), age: age.collect(), start: start.collect() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_filter_is_or_within_and_replaces_scales() {
        let mut filters = Filters::default();
        filters.add(FilterKey::Place, "wetzlar");
        filters.add(FilterKey::Place, "sinn");
        filters.add(FilterKey::Age, "20");
        filters.add(FilterKey::Age, "30");
        assert_eq!(filters.values(FilterKey::Place).len(), 2);
        assert_eq!(filters.values(FilterKey::Age), [Box::from("30")]);
        filters.toggle(FilterKey::Place, "sinn");
        filters.toggle(FilterKey::Place, "wetzlar");
        assert_eq!(filters.keys().collect::<Vec<_>>(), [FilterKey::Age]);
    }

    #[test]
    fn a_start_to_come_counts_and_a_past_one_does_not() {
        let today = date(2026, 11, 20);
        for (start, day, counts) in [
            ("2027-01-11", "2027-02-01", true),
            ("2027-01-11", "2027-01-11", false),
            ("2026-03-01", "2027-02-01", false),
            ("2026-03-01", "2026-06-01", true),
            ("..", "2027-02-01", true),
            ("2027-06-01..", "2027-02-01", false),
            ("2027-01-01..", "2027-02-01", true),
            ("..2026-06-01", "2027-02-01", false),
            ("2027-01-11", "2027-01-01..", true),
            ("2027-01-11", "2027-01-12..", false),
            ("..", "2027-03-01..", true),
            ("..2027-02-28", "2027-03-01..", false),
            ("2027-01-11", "2027-01-01..2027-02-01", true),
            ("2027-02-01", "2027-01-01..2027-02-01", false),
            ("2026-12-31", "2027-01-01..2027-02-01", false),
            ("2026-11-03", "2026-11-01..2026-12-01", false),
        ] {
            let (start, window) = (StartPeriod::parse(start).unwrap(), StartWindow::parse(day).unwrap());
            assert_eq!(window.has(start, today), counts, "{start} before {day}");
        }
    }
}
