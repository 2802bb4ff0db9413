//! What is to be done in a batch and what became of it, as the log on the disk and the caller see it.

use std::{
    io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::super::{dot_lotse, process::line};
use crate::{
    base::Text,
    catalogue::{Id, MAX_FILE},
    locale::{Localize as _, Texts},
    store::{Disk, Files as _, ProcessIdentity, RecordError, SaveError},
};

/// The part of the hidden folder in which imports are remembered.
pub(super) const MEMORIES: &str = "import";
/// The version of the log; one of another version is refused and named.
pub(super) const VERSION: u32 = 2;
/// Longest memory of imports, in bytes.
const LONGEST_MEMORY: u64 = 64 << 20;

/// An entry of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchItem {
    /// Names the file, `measures/<id>.toml`.
    pub id: Id,
    /// The text of its file when the batch was made up; `None` for a new entry.
    pub before: Option<String>,
    /// The text that it gets.
    pub after: String,
}

/// What an import remembers of a table, for the next one. It is written together with the entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideFile {
    /// Names the mapping; the file is `.lotse/import/<name>.json`.
    pub name: Id,
    /// What it says, in JSON.
    pub text: String,
}

/// What a batch has done.
#[derive(Debug, Default)]
pub struct Batched {
    /// Entries that somebody has changed in the moment in which they were replaced. What they wrote stays, and the batch
    /// was brought together with it field by field where that was possible.
    pub overtaken: Vec<Id>,
    /// What the disk says when it is not certain that everything would survive a power cut.
    pub uncertain: Option<io::Error>,
    /// Why the changes are missing in the history, if they are.
    pub unrecorded: Option<RecordError>,
}

/// Why a batch was not saved.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// Somebody else saves many entries at this moment.
    #[error("somebody else is importing")]
    Busy(Option<ProcessIdentity>),
    /// These entries have changed since the batch was made up. Nothing was saved.
    #[error("changed by somebody else")]
    Overtaken(Vec<Id>),
    /// One of the entries cannot be saved. Nothing was saved.
    #[error("{id}: {error}")]
    Entry {
        /// The first entry that cannot be saved.
        id: Id,
        /// What is in the way.
        error: Box<SaveError>,
    },
    /// The system says no. Nothing was saved.
    #[error("{}: {cause}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What it says.
        cause: io::Error,
    },
    /// The log that was left behind is none that Lotse has written, or another version has.
    #[error("{}: damaged", .0.display())]
    Log(PathBuf),
    /// The batch is decided, but not all files could be replaced. It will be finished by whoever writes next.
    #[error("not finished: {}: {cause}", path.display())]
    Unfinished {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
}

impl BatchError {
    /// Why an import that was left behind is not finished.
    pub fn localize(&self, texts: &Texts) -> String {
        match self {
            Self::Io { cause, .. } | Self::Unfinished { cause, .. } => cause.localize(texts),
            Self::Entry { id, error } => format!("{id}: {}", error.localize(texts)),
            Self::Log(path) => format!(
                "{} {}",
                texts.with("import-log-damaged", &[("path", Text::path(path).to_string().into())]),
                texts.get("import-log-damaged-hint")
            ),
            Self::Busy(holder) => {
                let who = holder.as_ref().map(|holder| holder.localize(texts));
                let who = who.unwrap_or_else(|| texts.get("save-held-nobody").into_owned());
                texts.with("import-busy", &[("who", who.into())])
            }
            Self::Overtaken(ids) => {
                let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
                texts.with("import-changed-meanwhile", &[("ids", ids.join(", ").into())])
            }
        }
    }
}

/// What became of a batch that a killed process has left behind.
#[derive(Debug)]
pub enum Finished {
    /// There was none, or its process is still at work.
    Nothing,
    /// It is finished now: so many entries.
    Done(usize),
    /// It cannot be finished here.
    Stuck(BatchError),
}

/// Hears how many entries are as good as done, of how many.
pub type BatchProgress<'t> = dyn FnMut(usize, usize) + 't;

/// Counts what is done: each entry is locked, written, brought to the disk and put in its place.
pub(super) struct Steps<'s, 't> {
    done: usize,
    entries: usize,
    progress: &'s mut BatchProgress<'t>,
}

impl<'s, 't> Steps<'s, 't> {
    /// Steps for each entry: locked, written, brought to the disk, put in its place.
    const EACH: usize = 4;

    pub(super) fn new(entries: usize, progress: &'s mut BatchProgress<'t>) -> Self {
        Self { done: 0, entries, progress }
    }

    pub(super) fn take(&mut self, count: usize) {
        self.done += count;
        (self.progress)(self.done / Self::EACH, self.entries);
    }
}

/// All that is to be done, and who has decided it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchLog {
    pub(super) version: u32,
    #[serde(deserialize_with = "line")]
    pub(super) title: Text,
    #[serde(deserialize_with = "line")]
    pub(super) by: Text,
    #[serde(rename = "pieces")]
    pub(super) items: Vec<BatchItem>,
    #[serde(rename = "note")]
    pub(super) side_file: Option<SideFile>,
}

impl BatchLog {
    /// What the history says of it, in one line.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The entries, in the order in which they are locked and replaced.
    pub fn items(&self) -> &[BatchItem] {
        &self.items
    }

    /// What the import remembers of its table, written together with the entries.
    pub fn side_file(&self) -> Option<&SideFile> {
        self.side_file.as_ref()
    }

    /// Reads a log.
    ///
    /// # Errors
    /// When it is none, of another version, or holds what is too long for an entry.
    pub fn parse(bytes: &[u8]) -> Result<Self, io::Error> {
        let log: Self = serde_json::from_slice(bytes)?;
        let fits = |text: &str| text.len() as u64 <= MAX_FILE;
        let sound = log.items.iter().all(|item| fits(&item.after) && item.before.as_deref().is_none_or(fits));
        let is_json = |side_file: &SideFile| serde_json::from_str::<serde::de::IgnoredAny>(&side_file.text).is_ok();
        let sound = sound && log.side_file.as_ref().is_none_or(is_json);
        if sound && log.version == VERSION { Ok(log) } else { Err(io::ErrorKind::InvalidData.into()) }
    }
}

/// What an import by the mapping `name` has remembered; `None` when there was none.
///
/// # Errors
/// What the system says.
pub fn read_memory(catalogue: &Path, name: &Id) -> io::Result<Option<String>> {
    let path = dot_lotse::path(catalogue, MEMORIES).join(memory_file(name));
    match Disk::within(catalogue).read(&path, LONGEST_MEMORY) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        other => String::from_utf8(other?).map(Some).map_err(|_| io::ErrorKind::InvalidData.into()),
    }
}

pub(super) fn memory_file(name: &Id) -> String {
    format!("{name}.json")
}
