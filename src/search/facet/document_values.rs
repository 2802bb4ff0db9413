//! The values that an entry has in the columns of the filters.

use super::{FREE_UNKNOWN, FacetColumn, FilterKey, key::each_field_value, start_period::starts};
use crate::catalogue::{Choice as _, GermanLevel, Kind, Measure, Register};

/// The value of [`FacetColumn::GermanMin`] for an entry that names no level.
pub(super) const NO_LEVEL: &str = "-";

pub(in crate::search) fn document_values(measure: &Measure, register: &Register) -> Vec<(FacetColumn, String)> {
    let mut values = Vec::new();
    let mut add = |column, value: &str| values.push((column, value.to_owned()));
    add(FacetColumn::Kind, Kind::Measure.code());
    each_field_value(measure, &mut |key, value| add(FacetColumn::Filter(key), value));
    let regions = measure.places.iter().filter_map(|place| register.region_of(place));
    regions.for_each(|region| add(FacetColumn::Filter(FilterKey::Region), region));
    add(FacetColumn::Filter(FilterKey::Free), free_places(measure.capacity.free));
    add(FacetColumn::GermanMin, measure.eligibility.german_min.map_or(NO_LEVEL, GermanLevel::code));
    add(FacetColumn::AgeMin, &measure.eligibility.age_min.unwrap_or(0).to_string());
    add(FacetColumn::AgeMax, &measure.eligibility.age_max.unwrap_or(u8::MAX).to_string());
    starts(measure).iter().for_each(|start| add(FacetColumn::Start, &start.to_string()));
    values
}

fn free_places(free: Option<u32>) -> &'static str {
    match free {
        Some(0) => "no",
        Some(_) => "yes",
        None => FREE_UNKNOWN,
    }
}
