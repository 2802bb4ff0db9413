//! An answer as CSV, safe to open in a spreadsheet.

use super::{explain, search_output::SearchOutput};
use crate::{
    catalogue::{Choice, Id},
    cli::csv,
    search::Hit,
};

const COLUMNS: [&str; 16] = [
    "id",
    "kind",
    "title",
    "short",
    "category",
    "status",
    "summary",
    "target_groups",
    "legal_bases",
    "places",
    "provider",
    "coordinator",
    "free",
    "as_of",
    "score",
    "explain",
];

/// A header and one line for each hit.
pub(super) fn text(found: &SearchOutput<'_>) -> String {
    let rows = found.hits().iter().map(|hit| row(hit, found));
    csv::to_text(std::iter::once(COLUMNS.map(str::to_owned)).chain(rows))
}

fn row(hit: &Hit, found: &SearchOutput<'_>) -> [String; COLUMNS.len()] {
    let (row, offer) = (&hit.row, hit.row.offer.as_ref());
    let ids = |ids: Option<&Vec<Id>>| ids.map(|ids| ids.join(" ")).unwrap_or_default();
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    [
        row.id.to_string(),
        row.kind.code().to_owned(),
        row.title.to_string(),
        text(row.short.as_deref()),
        text(offer.map(|offer| offer.category.code())),
        text(offer.map(|offer| offer.status.code())),
        row.summary.to_string(),
        ids(offer.map(|offer| &offer.target_groups)),
        ids(offer.map(|offer| &offer.legal_bases)),
        ids(offer.map(|offer| &offer.places)),
        text(offer.map(|offer| &*offer.provider)),
        text(offer.and_then(|offer| offer.coordinator.as_deref())),
        offer.and_then(|offer| offer.free).map(|free| free.to_string()).unwrap_or_default(),
        offer.and_then(|offer| offer.as_of).map(|day| day.to_string()).unwrap_or_default(),
        format!("{:.3}", hit.score),
        explain::sentences(hit, found).join("; "),
    ]
}
