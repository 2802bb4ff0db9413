//! The values that an entry has in the columns of the filters.

use super::{
    key::{FacetColumn, FilterKey},
    start_period::starts,
};
use crate::catalogue::{Choice, GermanLevel, Id, Kind, Measure, Register};

/// The value of [`FacetColumn::GermanMin`] for an entry that names no level.
pub(super) const NO_LEVEL: &str = "-";

/// The values of one entry in all columns.
pub(in crate::search) fn document_values<'a>(
    measure: &'a Measure,
    register: &'a Register,
) -> Vec<(FacetColumn, String)> {
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
pub(super) const FREE_VALUES: [&str; 3] = ["yes", "no", FREE_UNKNOWN];
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

    fn ids<'i>(&mut self, key: FilterKey, ids: impl IntoIterator<Item = &'i Id>) {
        for id in ids {
            self.add(FacetColumn::Filter(key), id);
        }
    }
}
