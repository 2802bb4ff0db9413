//! Which entries are somebody's own, and which of them come first.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::{
    catalogue::{Choice as _, Coordinator, Id, Register, Status},
    german::Analyser,
    search::{FilterKey, Request, SearchError, Snapshot, guarded},
    store::DeskEntry,
};

/// Most entries on a desk.
const MOST: usize = 5_000;

/// Whose entries belong on the desk of `me`: one's own and those of whoever one stands in for.
pub(super) fn owners(register: &Register, me: &Id) -> BTreeSet<Id> {
    let stands_in = |other: &&Coordinator| other.substitute.as_ref() == Some(me);
    let mut owners: BTreeSet<Id> =
        register.coordinators.iter().filter(stands_in).map(|other| other.id.clone()).collect();
    owners.insert(me.clone());
    owners
}

/// The entries of these coordinators, the ended ones included, as the index knows them.
pub(super) fn ids_of(snapshot: Option<&Snapshot>, owners: &BTreeSet<Id>, today: Date) -> Result<Vec<Id>, SearchError> {
    let Some(snapshot) = snapshot else { return Ok(Vec::new()) };
    let mut request = Request { limit: MOST, ..Request::new("", today) };
    owners.iter().for_each(|id| request.filters.add(FilterKey::Coordinator, id));
    let current = Status::ALL.iter().filter(|status| **status != Status::Archived);
    current.for_each(|status| request.filters.add(FilterKey::Status, status.code()));
    let answer = guarded(|| snapshot.answer(&request, &mut Analyser::new()))?;
    Ok(answer.hits.iter().map(|hit| hit.row.id.clone()).collect())
}

/// One's own entries before those of others, colleague by colleague, and those with the most to do first.
pub(super) fn by_urgency(entries: impl Iterator<Item = DeskEntry>) -> Vec<DeskEntry> {
    let mut entries: Vec<DeskEntry> = entries.filter(|entry| entry.ownership.is_mine()).collect();
    let urgency = |entry: &DeskEntry| (entry.is_faulty(), entry.due.len());
    entries.sort_by(|a, b| {
        a.stands_in_for().cmp(&b.stands_in_for()).then(urgency(b).cmp(&urgency(a))).then_with(|| a.title.cmp(&b.title))
    });
    entries
}
