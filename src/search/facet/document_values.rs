//! The values that an entry has in the columns of the filters.

use super::{FREE_UNKNOWN, FacetColumn, FilterKey, key::each_field_value, start_period::starts};
use crate::catalogue::{Choice as _, GermanLevel, Kind, Measure, Register};

/// The value of [`FacetColumn::GermanMin`] for an entry that names no level.
pub(super) const NO_LEVEL: &str = "-";

pub(in crate::search) fn document_values<'a>(
    measure: &'a Measure,
    register: &'a Register,
) -> Vec<(FacetColumn, String)> {
    let mut values = DocumentValues::default();
    values.add(FacetColumn::Kind, Kind::Measure.code());
    each_field_value(measure, &mut |key, value| values.add(FacetColumn::Filter(key), value));
    let regions = measure.places.iter().filter_map(|place| register.region_of(place));
    regions.for_each(|region| values.add(FacetColumn::Filter(FilterKey::Region), region));
    values.add(FacetColumn::Filter(FilterKey::Free), free_places(measure.capacity.free));
    values.add(FacetColumn::GermanMin, measure.eligibility.german_min.map_or(NO_LEVEL, GermanLevel::code));
    values.add(FacetColumn::AgeMin, &measure.eligibility.age_min.unwrap_or(0).to_string());
    values.add(FacetColumn::AgeMax, &measure.eligibility.age_max.unwrap_or(u8::MAX).to_string());
    starts(measure).iter().for_each(|start| values.add(FacetColumn::Start, &start.to_string()));
    values.0
}

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
}
