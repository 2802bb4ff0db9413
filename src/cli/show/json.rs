//! A record as JSON: its own keys, and what kind of thing it is.

use serde::Serialize;

use crate::{catalogue::Record, cli::json::to_line};

/// The record in one line. Without `internal` it holds nothing that a client must not see.
pub(super) fn text(record: &Record, internal: bool) -> String {
    let record = if internal { record.clone() } else { for_clients(record) };
    let kind = record.kind().code();
    match &record {
        Record::Measure(measure) => to_line(&Tagged { kind, record: &**measure }),
        Record::TargetGroup(term) => to_line(&Tagged { kind, record: term }),
        Record::Coordinator(coordinator) => to_line(&Tagged { kind, record: coordinator }),
        Record::Provider(provider) => to_line(&Tagged { kind, record: provider }),
    }
}

#[derive(Serialize)]
struct Tagged<'a, T> {
    kind: &'static str,
    #[serde(flatten)]
    record: &'a T,
}

/// Without internal notes and without the data of staff, as on a sheet for clients.
fn for_clients(record: &Record) -> Record {
    let mut record = record.clone();
    match &mut record {
        Record::Measure(measure) => {
            measure.internal_note = None;
            measure.confirmed.by = None;
        }
        Record::Coordinator(coordinator) => {
            (coordinator.phone, coordinator.email, coordinator.substitute) = (None, None, None);
        }
        Record::TargetGroup(_) | Record::Provider(_) => {}
    }
    record
}
