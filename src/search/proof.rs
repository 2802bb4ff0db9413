//! Proves that an index is whole before anybody relies on it: checksums, numbers, a question whose answer is known.

use jiff::civil::Date;
use tantivy::Index;

use super::{Request, SearchError, files::Files, snapshot::Snapshot};
use crate::{
    catalogue::{Kind, Measure, Record, Register, Status, is_measure},
    german::Analyser,
};

/// So many entries are asked for; one of them has to be found.
const ASKED: usize = 5;
/// So many entries are looked at for some whose words can be asked for.
const LOOKED_AT: usize = 50;
/// Words of a title that are asked for, and how long each has to be.
const WORDS: usize = 4;
const LETTERS: usize = 4;

/// Compares the checksums of all files of the index.
///
/// # Errors
/// When the index is damaged.
pub(super) fn checksums(index: &Index) -> Result<(), SearchError> {
    match index.validate_checksum()?.into_iter().next() {
        Some(file) => Err(SearchError::Damaged(file)),
        None => Ok(()),
    }
}

/// Offers and things of the register that an index of these files has to hold, by kind.
pub(super) fn expected(files: &Files, register: &Register) -> [usize; 4] {
    let offers = files.files.iter().filter(|file| !file.out && is_measure(&file.stamp.path)).count();
    Kind::ALL.map(|kind| match kind {
        Kind::Measure => offers,
        Kind::TargetGroup => register.target_groups.len(),
        Kind::Coordinator => register.coordinators.len(),
        Kind::Provider => register.providers.len(),
    })
}

/// Proves that everything that was read is there and can be found.
///
/// # Errors
/// [`SearchError::Incomplete`] when something is missing; what the index says when it is damaged.
pub(super) fn complete(snapshot: &Snapshot, files: &Files, today: Date) -> Result<(), SearchError> {
    if Kind::ALL.map(|kind| snapshot.count(kind)) != expected(files, snapshot.register()) {
        return Err(SearchError::Incomplete);
    }
    let mut analyser = Analyser::new();
    let (mut asked, mut found) = (0, false);
    let entries = files.files.iter().filter(|file| !file.out).filter_map(|file| id_of(&file.stamp.path));
    for id in entries.take(LOOKED_AT) {
        // It was read, so it has to be there.
        let Some(Record::Measure(measure)) = snapshot.record(Kind::Measure, id)? else {
            return Err(SearchError::Incomplete);
        };
        let Some(line) = question(&measure) else { continue };
        asked += 1;
        found = is_found(snapshot, id, &line, today, &mut analyser)?;
        if found || asked == ASKED {
            break;
        }
    }
    // Entries without one plain word in their titles cannot be asked for.
    if found || asked == 0 { Ok(()) } else { Err(SearchError::Incomplete) }
}

fn id_of(path: &str) -> Option<&str> {
    path.strip_prefix("measures/")?.strip_suffix(".toml")
}

/// Plain words of the title, unless the entry is one that a search leaves out.
fn question(measure: &Measure) -> Option<String> {
    if matches!(measure.status, Status::Ended | Status::Archived) {
        return None;
    }
    let is_plain = |word: &&str| word.chars().count() >= LETTERS && word.chars().all(char::is_alphabetic);
    let words: Vec<&str> = measure.title.split_whitespace().filter(is_plain).take(WORDS).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn is_found(
    snapshot: &Snapshot,
    id: &str,
    line: &str,
    today: Date,
    analyser: &mut Analyser,
) -> Result<bool, SearchError> {
    let locate = Some((Kind::Measure, id.to_owned()));
    let request = Request { kind: Some(Kind::Measure), limit: 1, locate, complete: true, ..Request::new(line, today) };
    Ok(snapshot.answer(&request, analyser)?.located.is_some())
}
