//! The order of a desk that stays open, and the groups in it.

use std::collections::HashMap;

use crate::{catalogue::Id, store::DeskEntry};

/// Entries of one owner, which stand together.
pub(super) struct DeskGroup<'e> {
    /// The colleague for whom one stands in; `None` for one's own entries.
    pub(super) of: Option<&'e Id>,
    /// The first of its entries and the one behind its last.
    pub(super) range: std::ops::Range<usize>,
    /// Entries that are due.
    pub(super) due: usize,
}

/// What was read anew, in the order that is known: an entry that was confirmed does not run away. A new one stands behind
/// the one that it follows by urgency.
pub(super) fn settled(known: &[DeskEntry], entries: Vec<DeskEntry>) -> Vec<DeskEntry> {
    let places: HashMap<&Id, usize> = known.iter().enumerate().map(|(at, entry)| (&entry.id, at + 1)).collect();
    let mut groups: Vec<Option<Id>> = Vec::new();
    let mut before = 0;
    let mut ranked = Vec::with_capacity(entries.len());
    for (number, entry) in entries.into_iter().enumerate() {
        let owner = entry.stands_in_for().cloned();
        let group = groups.iter().position(|known| *known == owner).unwrap_or_else(|| {
            groups.push(owner);
            before = 0;
            groups.len() - 1
        });
        let place = places.get(&entry.id).copied();
        before = place.unwrap_or(before);
        ranked.push(((group, before, place.is_none(), number), entry));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

/// The groups of a desk, one's own entries first.
pub(super) fn groups(entries: &[DeskEntry]) -> Vec<DeskGroup<'_>> {
    let mut start = 0;
    let chunks = entries.chunk_by(|a, b| a.stands_in_for() == b.stands_in_for());
    let group = |chunk: &'_ [DeskEntry]| {
        let range = start..start + chunk.len();
        start = range.end;
        (range, chunk.iter().filter(|entry| entry.is_due()).count())
    };
    let ranges: Vec<_> = chunks.map(group).collect();
    let of = |range: &std::ops::Range<usize>| entries.get(range.start).and_then(DeskEntry::stands_in_for);
    ranges.into_iter().map(|(range, due)| DeskGroup { of: of(&range), range, due }).collect()
}
