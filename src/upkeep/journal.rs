//! The journal beside a catalogue that lies in no git checkout: one file for each entry, one line for each state.
//!
//! `.lotse/history/<id>.jsonl` only ever grows, under the lock of the entry. A line that a crash has cut off is passed
//! over. Every line holds the whole text, so that a state can be brought back whatever became of the lines before.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    files::Files,
    hidden,
    history::{Act, Record, RecordError},
};
use crate::catalogue::Id;

/// The part of the hidden folder in which journals lie.
const HISTORY: &str = "history";
/// Most renames that a history follows.
const RENAMES: usize = 20;

pub(super) struct Journal {
    folder: PathBuf,
    files: Arc<dyn Files>,
}

/// One state of an entry.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) at: Timestamp,
    /// Name of the coordinator.
    pub(super) by: String,
    /// User and machine.
    #[serde(default)]
    pub(super) user: String,
    pub(super) act: Act,
    /// The text of the file after the change.
    pub(super) text: String,
}

impl Journal {
    pub(super) fn new(catalogue: &Path, files: Arc<dyn Files>) -> Self {
        Self { folder: catalogue.to_owned(), files }
    }

    /// Adds a state. What somebody else has changed by other means since the last one is noted before it.
    pub(super) fn record(&self, record: &Record<'_>) -> Result<(), RecordError> {
        let path = self.note(record)?;
        self.files.sync(&path).map_err(|cause| RecordError::Journal { path, cause })
    }

    /// Adds states of many entries.
    pub(super) fn record_all<'r>(&self, records: impl Iterator<Item = &'r Record<'r>>) -> Result<(), RecordError> {
        let (mut paths, mut first) = (Vec::new(), Ok(()));
        for record in records {
            match self.note(record) {
                Ok(path) => paths.push(path),
                Err(error) => {
                    first = Err(error);
                    break;
                }
            }
        }
        let synced = self.files.sync_all(&paths).map_err(|(path, cause)| RecordError::Journal { path, cause });
        first.and(synced)
    }

    /// The same without bringing it to the disk: the file.
    fn note(&self, record: &Record<'_>) -> Result<PathBuf, RecordError> {
        let path = self.path(record.id);
        let failed = |cause| RecordError::Journal { path: path.clone(), cause };
        hidden::place_for(&*self.files, &self.folder, HISTORY, &name(record.id)).map_err(failed)?;
        let rights = self.folder.join("measures");
        let held = self.files.read(&path).unwrap_or_default();
        let last = lines(&held).last();
        let entry = |act: &Act, by: &str, text: &str| Entry {
            at: record.worker.since,
            by: by.to_owned(),
            user: format!("{}@{}", record.worker.user, record.worker.host),
            act: act.clone(),
            text: text.to_owned(),
        };
        let mut new = Vec::new();
        if let Some(before) = record.before.filter(|_| !matches!(record.act, Act::Rename { .. }))
            && last.is_none_or(|last| last.text != before)
        {
            new.push(entry(&Act::Found, "", before));
        }
        new.push(entry(record.act, &record.author.name, record.after));
        // What a crash has cut off ends here.
        let mut content = if held.is_empty() || held.ends_with(b"\n") { Vec::new() } else { vec![b'\n'] };
        for entry in &new {
            content.extend(serde_json::to_vec(entry).map_err(|error| failed(error.into()))?);
            content.push(b'\n');
        }
        self.files.append(&path, &content, &rights).map_err(failed)?;
        Ok(path)
    }

    /// True when this text is the last state that was recorded.
    pub(super) fn ends_with(&self, id: &Id, text: &str) -> bool {
        let held = self.files.read(&self.path(id)).unwrap_or_default();
        lines(&held).last().is_some_and(|last| last.text == text)
    }

    /// All states with their numbers, newest first, those under earlier ids included.
    pub(super) fn states(&self, id: &Id) -> Result<Vec<(usize, Entry)>, RecordError> {
        let mut oldest_first: Vec<Entry> = Vec::new();
        let mut next = Some((id.clone(), None));
        for _ in 0..RENAMES {
            let Some((id, renamed)) = next.take() else { break };
            let path = self.path(&id);
            let held = match self.files.read(&path) {
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => break,
                other => other.map_err(|cause| RecordError::Journal { path, cause })?,
            };
            let mut entries: Vec<Entry> = lines(&held).collect();
            // Once the entry had another id, a new one may have got the old id.
            let begins = |entry: &Entry| matches!(entry.act, Act::Create | Act::Rename { .. });
            let another = |entry: &Entry| begins(entry) && renamed.is_some_and(|renamed| entry.at > renamed);
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
        Ok(oldest_first.into_iter().enumerate().map(|(number, entry)| (number + 1, entry)).rev().collect())
    }

    fn path(&self, id: &Id) -> PathBuf {
        hidden::path(&self.folder, HISTORY).join(name(id))
    }
}

fn name(id: &Id) -> String {
    format!("{id}.jsonl")
}

fn lines(held: &[u8]) -> impl Iterator<Item = Entry> {
    held.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok())
}
