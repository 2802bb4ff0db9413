//! The list of files beside an index: what was indexed, and how it looked then.
//!
//! The whole list is one file. What small commits have changed since it was written stands in the commit itself, as
//! its payload: list and index never disagree, wherever a process is killed, and whoever changes one of a hundred
//! thousand files need not write a list of all of them.

use std::{collections::BTreeSet, sync::Arc};

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use tantivy::{Directory as _, IndexMeta, directory::INDEX_WRITER_LOCK};

use super::{Generation, checksum_file};
use crate::{
    catalogue::{Code, Diagnostic, FileMeta, Severity, all_inside, name_in_entry_path},
    search::SearchError,
};

const FILES: &str = "files.bin";
/// So many files may stand in a commit.
const MAX_RECENT: usize = 500;
/// From so many on the list is written anew: every start reads the commit.
const MANY_RECENT: usize = 250;
/// How often list and commit are read again when another process writes in between.
const TRIES: usize = 5;

/// Errors that are kept of one broken file.
pub(in crate::search) const KEPT_ERRORS: usize = 3;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(in crate::search) struct IndexedFiles {
    /// When they were listed, nanoseconds since 1970.
    pub listed_at: u64,
    /// By path.
    pub files: Vec<IndexedFile>,
    /// tantivy's number of the commit that this list is about.
    #[serde(skip)]
    pub commit: u64,
    /// Paths that the list on disk does not know as they are; the commit does.
    #[serde(skip)]
    recent: BTreeSet<Arc<str>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in crate::search) struct IndexedFile {
    pub meta: FileMeta,
    /// Hash of its content; where that is not known it has to be read again.
    pub content: Option<u64>,
    /// True when no entry could be made of it.
    pub excluded: bool,
    /// Its first errors.
    pub errors: Vec<Diagnostic<Code>>,
}

impl IndexedFile {
    pub(super) fn keep_errors(&mut self, faults: &[Diagnostic<Code>]) {
        let own =
            |fault: &&Diagnostic<Code>| fault.location.file == self.meta.path && fault.severity() == Severity::Error;
        self.errors = faults.iter().filter(own).take(KEPT_ERRORS).cloned().collect();
    }
}

/// What a commit says of the files that it and those before it have changed.
#[derive(Default, Serialize, Deserialize)]
struct RecentChanges {
    files: Vec<IndexedFile>,
    #[serde(deserialize_with = "all_inside")]
    gone: Vec<Arc<str>>,
}

/// The paths in a list of files as it lies beside an index, without its seal: what a reader takes from any bytes. Each is
/// one inside a catalogue.
///
/// # Errors
/// When it is none, or names a file that lies elsewhere.
pub fn paths_in_list(payload: &[u8]) -> Result<Vec<Arc<str>>, SearchError> {
    let list: IndexedFiles = postcard::from_bytes(payload)?;
    Ok(list.files.into_iter().map(|file| file.meta.path).collect())
}

impl IndexedFiles {
    /// The same commits, of which nothing is known yet but when the files were listed.
    pub(super) fn emptied(&self, listed_at: u64) -> Self {
        Self { listed_at, files: Vec::new(), commit: self.commit, recent: self.recent.clone() }
    }

    /// What was indexed; empty when that is not known. [`SearchError::InUse`] when another process keeps writing.
    pub(in crate::search) fn load(generation: &Generation) -> Result<Self, SearchError> {
        let Some(folder) = &generation.folder else { return Ok(Self::default()) };
        for _ in 0..TRIES {
            let before = generation.index.load_metas()?.opstamp;
            let list: Self = checksum_file::read(&folder.join(FILES))?;
            let commit = generation.index.load_metas()?;
            // Otherwise another process has committed between the two reads.
            if commit.opstamp == before {
                return list.with(&commit);
            }
        }
        Err(SearchError::InUse)
    }

    /// Lays what the commit says over the list.
    fn with(mut self, commit: &IndexMeta) -> Result<Self, SearchError> {
        self.commit = commit.opstamp;
        let Some(payload) = &commit.payload else { return Ok(self) };
        let RecentChanges { files, gone } = checksum_file::from_text(payload)?;
        // The list may be the newer one: of the same content it knows more.
        let is_news = |file: &IndexedFile| self.get(&file.meta.path).is_none_or(|known| known.content != file.content);
        let files = files.into_iter().filter(is_news).collect();
        let gone: Vec<_> = gone.into_iter().filter(|path| self.get(path).is_some()).collect();
        self.replace(files, &gone);
        Ok(self)
    }

    pub(in crate::search) fn get(&self, path: &str) -> Option<&IndexedFile> {
        let at = self.files.binary_search_by(|file| (*file.meta.path).cmp(path)).ok()?;
        self.files.get(at)
    }

    /// The ids of the entries that were made of these files.
    pub(in crate::search) fn entry_ids(&self) -> impl Iterator<Item = &str> {
        let indexed = self.files.iter().filter(|file| !file.excluded);
        indexed.filter_map(|file| name_in_entry_path(&file.meta.path))
    }

    /// Puts files in place of what is known of them, and takes out those that are `gone`.
    pub(in crate::search) fn replace(&mut self, files: Vec<IndexedFile>, gone: &[Arc<str>]) {
        // A set, because a copied catalogue changes all of its files at once.
        let touched: FxHashSet<&Arc<str>> = files.iter().map(|file| &file.meta.path).chain(gone).collect();
        self.recent.extend(touched.iter().map(|path| Arc::clone(path)));
        self.files.retain(|file| !touched.contains(&file.meta.path));
        drop(touched);
        self.files.extend(files);
        self.sort();
    }

    /// By path, as everybody expects it.
    pub(in crate::search) fn sort(&mut self) {
        self.files.sort_by(|a, b| a.meta.cmp(&b.meta));
    }

    /// What the next commit has to say, unless it would be too much.
    pub(super) fn payload(&self) -> Result<Option<String>, SearchError> {
        if self.recent.len() > MAX_RECENT {
            return Ok(None);
        }
        let mut recent = RecentChanges::default();
        for path in &self.recent {
            match self.get(path) {
                Some(file) => recent.files.push(file.clone()),
                None => recent.gone.push(path.clone()),
            }
        }
        checksum_file::to_text(&recent).map(Some)
    }

    /// Writes the list before a commit that cannot say what it changes: whoever is killed before the commit's own list is
    /// there leaves files that are read once more.
    pub(super) fn save_in_doubt(&self, generation: &Generation) -> Result<(), SearchError> {
        if generation.folder.is_none() {
            return Ok(());
        }
        let unknown = |path: &Arc<str>| {
            let meta = FileMeta { path: path.clone(), size: 0, modified: 0, changed: 0 };
            IndexedFile { meta, content: None, excluded: false, errors: Vec::new() }
        };
        let mut doubtful = self.clone();
        doubtful.replace(self.recent.iter().map(unknown).collect(), &[]);
        doubtful.write(generation)
    }

    /// True when it is time to write the whole list.
    pub(super) fn is_due(&self) -> bool {
        self.recent.len() > MANY_RECENT
    }

    /// Writes the whole list. Only for whoever holds the lock of the index.
    pub(super) fn save(&mut self, generation: &Generation) -> Result<(), SearchError> {
        self.write(generation)?;
        self.recent.clear();
        Ok(())
    }

    /// Writes the whole list when nobody else is writing or has written: it only spares the next start some work.
    pub(in crate::search) fn save_if_unlocked(&mut self, generation: &Generation) -> Result<(), SearchError> {
        if generation.folder.is_none() {
            return Ok(());
        }
        let lock = generation.index.directory().acquire_lock(&INDEX_WRITER_LOCK);
        let _lock = lock.map_err(tantivy::TantivyError::from)?;
        if generation.index.load_metas()?.opstamp == self.commit { self.save(generation) } else { Ok(()) }
    }

    fn write(&self, generation: &Generation) -> Result<(), SearchError> {
        generation.folder.iter().try_for_each(|folder| checksum_file::write(&folder.join(FILES), self))
    }
}
