//! Checks that an index is whole before anybody relies on it: checksums, numbers, a question whose answer is known.

use jiff::civil::Date;
use tantivy::Index;

use crate::{
    catalogue::{Kind, Record, Register},
    german::Analyser,
    search::{CrossTab, FilterKey, IndexedFiles, Request, SearchError, Snapshot, Sort, index::key},
};

/// So many entries are looked up.
const SAMPLES: usize = 5;
/// So many hits are read of each answer.
const HITS_READ: usize = 50;

/// Compares the checksums of all files of the index.
pub(super) fn check_checksums(index: &Index) -> Result<(), SearchError> {
    match index.validate_checksum()?.into_iter().next() {
        Some(file) => Err(SearchError::Damaged(file)),
        None => Ok(()),
    }
}

/// Offers and things of the register that an index of these files has to hold, by kind.
fn expected_numbers(files: &IndexedFiles, register: &Register) -> [usize; 4] {
    let offers = files.entry_ids().count();
    Kind::ALL.map(|kind| match kind {
        Kind::Measure => offers,
        Kind::TargetGroup => register.target_groups.len(),
        Kind::Coordinator => register.coordinators.len(),
        Kind::Provider => register.providers.len(),
    })
}

/// Checks that everything that was read is there, and that some entries are found by their titles:
/// [`SearchError::Incomplete`] when something is missing.
pub(super) fn check_numbers(snapshot: &Snapshot, files: &IndexedFiles) -> Result<(), SearchError> {
    if Kind::ALL.map(|kind| snapshot.count(kind)) != expected_numbers(files, snapshot.register()) {
        return Err(SearchError::Incomplete);
    }
    let entries: Vec<&str> = files.entry_ids().collect();
    // Spread over all of them, so that each large part of the index is asked.
    for id in entries.iter().step_by(entries.len().div_ceil(SAMPLES).max(1)) {
        let Some(record) = snapshot.record(Kind::Measure, id)? else { return Err(SearchError::Incomplete) };
        if !snapshot.finds_by_title(&record)? {
            return Err(SearchError::Incomplete);
        }
    }
    Ok(())
}

/// Checks that the things in the index are those of the files and of the register, each stored under its own id:
/// [`SearchError::Misfit`] when there are others.
pub(super) fn check_entries(snapshot: &Snapshot, files: &IndexedFiles) -> Result<(), SearchError> {
    let offers = files.entry_ids().map(|id| key(Kind::Measure, id));
    let others = Record::of_register(snapshot.register()).map(|record| key(record.kind(), record.id()));
    let mut expected: Vec<String> = offers.chain(others).collect();
    let mut stored = snapshot.stored_keys()?;
    expected.sort_unstable();
    stored.sort_unstable();
    if stored == expected { Ok(()) } else { Err(SearchError::Misfit) }
}

/// Asks in every order and for every count, and reads what is found. A damaged index may panic.
pub(super) fn check_answers(snapshot: &Snapshot, today: Date) -> Result<(), SearchError> {
    let mut analyser = Analyser::new();
    let cross_tab = CrossTab { rows: FilterKey::Place, columns: FilterKey::Type, aside: false, breakdowns: true };
    for sort in Sort::ALL {
        let whole = Request { sort, limit: HITS_READ, facets: true, explain: true, ..Request::new("", today) };
        let answer = snapshot.answer(&Request { cross_tab: Some(cross_tab), ..whole.clone() }, &mut analyser)?;
        let title = answer.hits.last().map(|hit| hit.row.title.to_string()).unwrap_or_default();
        snapshot.answer(&Request { line: title, ..whole }, &mut analyser)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        catalogue::{Catalogue, FileMeta, Source},
        locale::{Lang, Texts},
        search::index::{IndexedFile, build},
    };

    #[test]
    fn what_is_missing_is_noticed() {
        let catalogue = Catalogue::load(&Source::Embedded, jiff::civil::date(2026, 11, 20)).unwrap();
        let indexed = |left_out: usize, groups: bool| {
            let mut register = catalogue.register.clone();
            if !groups {
                register.target_groups = crate::catalogue::Vocabulary::default();
            }
            let measures = catalogue.measures.iter().skip(left_out).cloned();
            let generation = build::from_memory(register, measures, 100).unwrap();
            Snapshot::open(&generation, Arc::new(Texts::new(Lang::De)), None).unwrap()
        };
        let file = |id: &str| IndexedFile {
            meta: FileMeta { path: format!("measures/{id}.toml").into(), size: 1, modified: 1, changed: 1 },
            content: Some(1),
            excluded: false,
            errors: Vec::new(),
        };
        let mut files = IndexedFiles::default();
        files.files = catalogue.measures.iter().map(|measure| file(&measure.id)).collect();
        let sound = indexed(0, true);
        assert!(check_numbers(&sound, &files).is_ok());
        assert!(check_numbers(&indexed(1, true), &files).is_err(), "an offer is missing");
        let groups = catalogue.register.target_groups.len();
        assert!(
            groups > 0
                && expected_numbers(&files, indexed(0, false).register()) != expected_numbers(&files, sound.register())
        );
        files.files[0] = file("niemand");
        assert!(check_numbers(&sound, &files).is_err(), "as many, but others");
        files.files[0].excluded = true;
        assert!(check_numbers(&sound, &files).is_err(), "one more than was read");
    }
}
