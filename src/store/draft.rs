//! Forms that were not saved: kept on this machine, so that a crash or a closed terminal costs nothing.
//!
//! A draft lies in the user's own folder for state, readable by nobody else, one file for each open form. While the
//! process that wrote it runs, it is that process's business; afterwards it is offered to whoever opens the catalogue.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::ProcessIdentity;
use crate::{
    base::{AtomicWrite, Text, private, read_at_most},
    catalogue::Id,
    locale::Texts,
};

/// Longest draft that is read, in bytes.
const LONGEST: u64 = 4 << 20;

/// Where drafts lie.
#[derive(Debug)]
pub struct Drafts {
    folder: PathBuf,
    /// Locked as long as this process lives: the system takes the lock away whatever ends it.
    alive: Option<File>,
}

/// A form that was not saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The catalogue folder as it was opened; the draft is offered only there.
    pub catalogue: PathBuf,
    /// The entry; `None` for a new one.
    pub id: Option<Id>,
    /// The text of its file when the form was opened.
    pub base: String,
    /// What was typed, by the full name of the field.
    pub typed: BTreeMap<String, String>,
    /// Who typed it, and since when.
    pub worker: ProcessIdentity,
}

/// A draft that nobody works at any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrphanedDraft {
    /// Where it lies.
    pub path: PathBuf,
    /// What was typed, and on which text of the entry.
    pub draft: Draft,
}

/// What an earlier run has left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftBehind {
    /// Drafts, the oldest first.
    pub found: Vec<OrphanedDraft>,
    /// Files that should be drafts and cannot be read.
    pub unreadable: Vec<PathBuf>,
}

impl LeftBehind {
    /// Which drafts cannot be read, if any.
    pub fn localize_unreadable(&self, texts: &Texts) -> Option<String> {
        let paths: Vec<String> = self.unreadable.iter().map(|path| Text::path(path).to_string()).collect();
        let args = [("count", paths.len().into()), ("paths", paths.join(", ").into())];
        (!paths.is_empty()).then(|| texts.with("drafts-unreadable", &args))
    }
}

impl Draft {
    /// Reads a draft.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}

impl Drafts {
    /// Drafts in this folder, which need not exist yet.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), alive: None }
    }

    /// Keeps a draft; one of the same form and process is replaced.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep(&mut self, draft: &Draft) -> io::Result<()> {
        private::create_folders(&self.folder)?;
        if self.alive.is_none() {
            let alive = File::create(self.sign_of_life(std::process::id()))?;
            alive.lock()?;
            self.alive = Some(alive);
        }
        let path = self.folder.join(name_of(draft));
        let _may_be_lost_with_the_power =
            AtomicWrite::to(&path).with_prefix(".draft").write(&serde_json::to_vec(draft)?)?;
        Ok(())
    }

    /// Deletes the draft of a form that was saved or given up.
    pub fn drop(&self, draft: &Draft) {
        let _ = fs::remove_file(self.folder.join(name_of(draft)));
    }

    /// Deletes a draft that was found.
    pub fn discard(&self, found: &OrphanedDraft) {
        let _ = fs::remove_file(&found.path);
    }

    /// Drafts for this catalogue at which nobody works any more. A file that cannot be read may hold somebody's work: it
    /// is named and stays.
    pub fn left_behind(&self, catalogue: &Path) -> LeftBehind {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let paths = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ext| ext == "json"));
        let mut left = LeftBehind::default();
        for path in paths {
            match read(&path) {
                Some(draft) => left.found.push(OrphanedDraft { path, draft }),
                None => left.unreadable.push(path),
            }
        }
        let of_others = |draft: &Draft| !draft.worker.is_this() && self.has_ended(draft.worker.process);
        left.found.retain(|found| found.draft.catalogue == catalogue && of_others(&found.draft));
        left.found.sort_by_key(|found| found.draft.worker.since);
        left.unreadable.sort();
        left
    }

    fn has_ended(&self, process: u32) -> bool {
        let path = self.sign_of_life(process);
        let ended = File::open(&path).map_or(true, |file| file.try_lock_shared().is_ok());
        if ended {
            let _ = fs::remove_file(path);
        }
        ended
    }

    fn sign_of_life(&self, process: u32) -> PathBuf {
        self.folder.join(format!("{process}.alive"))
    }
}

impl Drop for Drafts {
    fn drop(&mut self) {
        if self.alive.take().is_some() {
            let _ = fs::remove_file(self.sign_of_life(std::process::id()));
        }
    }
}

fn read(path: &Path) -> Option<Draft> {
    Draft::parse(&read_at_most(path, LONGEST).ok()?).ok()
}

fn name_of(draft: &Draft) -> String {
    let name = draft.id.as_ref().map_or("neu", Id::as_str);
    let since = draft.worker.since.as_millisecond();
    format!("{name}.{}.{since}.json", draft.worker.process)
}
