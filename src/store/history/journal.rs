//! The journal beside a catalogue that lies in no git checkout: one file for each entry, one line for each state.
//!
//! `.lotse/history/<id>.jsonl` only ever grows, under the lock of the entry. A line that a crash has cut off is passed
//! over; one that says nothing that makes sense is named. Every line holds the whole text, so that a state can be brought back whatever became of the lines before.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    super::{dot_lotse, process::line},
    record::{Act, HistoryFault, HistoryRecord, RecordError},
};
use crate::{
    base::Text,
    catalogue::{Id, MAX_FILE, MEASURES},
    store::Files,
};

/// The part of the hidden folder in which journals lie.
const HISTORY: &str = "history";
/// Longest journal that is read or written on, in bytes: some ten thousand states of an entry.
const LONGEST: u64 = 64 << 20;
/// Most renames that a history follows.
const RENAMES: usize = 20;

pub(super) struct Journal {
    folder: PathBuf,
    files: Arc<dyn Files>,
}

/// One state of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalEntry {
    /// When it was recorded.
    pub at: Timestamp,
    /// Name of the coordinator.
    #[serde(deserialize_with = "line")]
    pub by: Text,
    /// User and machine.
    #[serde(default, deserialize_with = "line")]
    pub user: Text,
    /// What sort of change it was.
    pub act: Act,
    /// The text of the file after the change.
    pub text: String,
}

/// Reads a journal: its states, the oldest first, and the numbers, from 1, of the lines that are none. A line that a crash
/// has cut off is no fault: what it would have said follows as a state that was found.
pub fn read_journal(held: &[u8]) -> (Vec<JournalEntry>, Vec<usize>) {
    let (mut entries, mut faults) = (Vec::new(), Vec::new());
    for (number, line) in held.split(|byte| *byte == b'\n').enumerate() {
        match serde_json::from_slice::<JournalEntry>(line) {
            Ok(entry) if entry.text.len() as u64 <= MAX_FILE => entries.push(entry),
            Err(error) if error.is_eof() => {}
            _ => faults.push(number + 1),
        }
    }
    (entries, faults)
}

impl Journal {
    pub(super) fn new(catalogue: &Path, files: Arc<dyn Files>) -> Self {
        Self { folder: catalogue.to_owned(), files }
    }

    /// Adds a state. What somebody else has changed by other means since the last one is noted before it.
    pub(super) fn record(&self, record: &HistoryRecord<'_>) -> Result<(), RecordError> {
        self.record_all(std::iter::once(record))
    }

    pub(super) fn record_all<'r>(
        &self,
        records: impl Iterator<Item = &'r HistoryRecord<'r>>,
    ) -> Result<(), RecordError> {
        let (mut paths, mut first) = (Vec::new(), Ok(()));
        for record in records {
            match self.note(record) {
                Ok(noted) => paths.extend(noted),
                Err(error) => {
                    first = Err(error);
                    break;
                }
            }
        }
        let synced = self.files.sync_all(&paths).map_err(|(path, cause)| RecordError::Journal { path, cause });
        first.and(synced)
    }

    /// The same without bringing it to the disk: the files.
    fn note(&self, record: &HistoryRecord<'_>) -> Result<Vec<PathBuf>, RecordError> {
        let entry = |act: &Act, by: &str, text: &str| JournalEntry {
            at: record.worker.since,
            by: Text::line(by),
            user: Text::line(&format!("{}@{}", record.worker.user, record.worker.host)),
            act: act.clone(),
            text: text.to_owned(),
        };
        // Another id has a journal of its own, and what was found belongs to the one before.
        let earlier = match record.act {
            Act::Rename { from } => from,
            _ => record.id,
        };
        let mut held = self.held(earlier)?;
        let found = record.before.filter(|before| last_of(&held).is_none_or(|last| last.text != *before));
        let mut new: Vec<JournalEntry> = found.map(|before| entry(&Act::Found, "", before)).into_iter().collect();
        let mut paths = Vec::new();
        if earlier != record.id {
            if !new.is_empty() {
                paths.push(self.append(earlier, &held, &std::mem::take(&mut new))?);
            }
            held = self.held(record.id)?;
        }
        new.push(entry(record.act, &record.author.name, record.after));
        paths.push(self.append(record.id, &held, &new)?);
        Ok(paths)
    }

    /// What the journal of an entry holds; nothing where there is none.
    fn held(&self, id: &Id) -> Result<Vec<u8>, RecordError> {
        let path = self.path(id);
        match self.files.read(&path, LONGEST) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            other => other.map_err(|cause| RecordError::Journal { path, cause }),
        }
    }

    /// Adds states behind those that are `held`, in one piece.
    fn append(&self, id: &Id, held: &[u8], new: &[JournalEntry]) -> Result<PathBuf, RecordError> {
        let path = self.path(id);
        let failed = |cause| RecordError::Journal { path: path.clone(), cause };
        dot_lotse::place_for(&*self.files, &self.folder, HISTORY, &name(id)).map_err(failed)?;
        // What a crash has cut off ends here.
        let mut content = if held.is_empty() || held.ends_with(b"\n") { Vec::new() } else { vec![b'\n'] };
        for entry in new {
            content.extend(serde_json::to_vec(entry).map_err(|error| failed(error.into()))?);
            content.push(b'\n');
        }
        self.files.append(&path, &content, &self.folder.join(MEASURES)).map_err(failed)?;
        Ok(path)
    }

    /// True when this text is the last state that was recorded.
    pub(super) fn ends_with(&self, id: &Id, text: &str) -> bool {
        let held = self.files.read(&self.path(id), LONGEST).unwrap_or_default();
        last_of(&held).is_some_and(|last| last.text == text)
    }

    /// All states with their numbers, newest first, those under earlier ids included; and what cannot be read.
    pub(super) fn states(&self, id: &Id) -> (Vec<(usize, JournalEntry)>, Vec<HistoryFault>) {
        let (mut oldest_first, mut faults): (Vec<JournalEntry>, Vec<HistoryFault>) = (Vec::new(), Vec::new());
        let mut next = Some((id.clone(), None));
        for _ in 0..RENAMES {
            let Some((id, renamed)) = next.take() else { break };
            let path = self.path(&id);
            let held = match self.files.read(&path, LONGEST) {
                Ok(held) => held,
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => break,
                Err(cause) => {
                    faults.push(HistoryFault::Journal { path, cause });
                    break;
                }
            };
            let (mut entries, lines) = read_journal(&held);
            faults.extend((!lines.is_empty()).then_some(HistoryFault::Lines { file: path, lines }));
            // Once the entry had another id, a new one may have got the old id.
            let begins = |entry: &JournalEntry| matches!(entry.act, Act::Create | Act::Rename { .. });
            let another = |entry: &JournalEntry| begins(entry) && renamed.is_some_and(|renamed| entry.at > renamed);
            entries.truncate(entries.iter().position(another).unwrap_or(entries.len()));
            // And what was called like this before it was renamed to it is another one as well.
            if let Some(at) = entries.iter().rposition(|entry| matches!(entry.act, Act::Rename { .. })) {
                entries.drain(..at);
            }
            next = entries.first().and_then(|entry| match &entry.act {
                Act::Rename { from } => Some((from.clone(), Some(entry.at))),
                _ => None,
            });
            oldest_first.splice(0..0, entries);
        }
        let numbered = oldest_first.into_iter().enumerate().map(|(number, entry)| (number + 1, entry));
        (numbered.rev().collect(), faults)
    }

    fn path(&self, id: &Id) -> PathBuf {
        dot_lotse::path(&self.folder, HISTORY).join(name(id))
    }
}

fn name(id: &Id) -> String {
    format!("{id}.jsonl")
}

/// The state that was recorded last, if it can be read.
fn last_of(held: &[u8]) -> Option<JournalEntry> {
    read_journal(held).0.pop()
}
