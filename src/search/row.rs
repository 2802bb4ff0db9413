//! What the index stores for the result list: a short form of each record.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    base::Text,
    catalogue::{Category, Delivery, Id, Intake, Kind, Measure, Record, Setting, Status, TimeModel},
};

/// What a row of the result list shows and what `search` prints of a hit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResultRow {
    /// What sort of thing it is.
    pub kind: Kind,
    /// Its slug.
    pub id: Id,
    /// Its name.
    pub title: Text,
    /// Abbreviation.
    pub short: Option<Text>,
    /// One or two sentences.
    pub summary: Text,
    /// What only offers have.
    pub offer: Option<Offer>,
}

impl ResultRow {
    /// The row that stands for `record`.
    pub fn of(record: &Record) -> Self {
        Self {
            kind: record.kind(),
            id: record.id().clone(),
            title: record.title().clone(),
            short: record.measure().and_then(|measure| measure.short.clone()),
            summary: record.summary(),
            offer: record.measure().map(Offer::of),
        }
    }
}

/// What a row shows of an offer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of `Measure`")]
pub struct Offer {
    pub category: Category,
    pub status: Status,
    pub types: Vec<Id>,
    pub target_groups: Vec<Id>,
    pub legal_bases: Vec<Id>,
    pub places: Vec<Id>,
    pub provider: Id,
    pub coordinator: Option<Id>,
    pub setting: Setting,
    pub delivery: Delivery,
    pub time_model: TimeModel,
    pub entry: Intake,
    pub start_dates: Vec<Date>,
    pub free: Option<u32>,
    pub as_of: Option<Date>,
    pub confirmed: Date,
}

impl Offer {
    fn of(measure: &Measure) -> Self {
        Self {
            category: measure.category,
            status: measure.status,
            types: measure.types.clone(),
            target_groups: measure.target_groups.clone(),
            legal_bases: measure.legal_bases.clone(),
            places: measure.places.clone(),
            provider: measure.provider.clone(),
            coordinator: measure.coordinator.clone(),
            setting: measure.schedule.setting,
            delivery: measure.schedule.delivery,
            time_model: measure.schedule.time_model,
            entry: measure.schedule.entry,
            start_dates: measure.schedule.start_dates.clone(),
            free: measure.capacity.free,
            as_of: measure.capacity.as_of,
            confirmed: measure.confirmed.on,
        }
    }
}
