//! Finds out which files have changed since they were indexed: by what the file system says, in doubt by their content.

use std::{
    borrow::Cow,
    sync::Arc,
    thread,
    time::{SystemTime, UNIX_EPOCH},
};

use rustc_hash::FxHashMap;

use super::{IndexedFile, IndexedFiles};
use crate::{
    catalogue::{Code, Diagnostic, FileMeta, SYNONYMS, Source, is_measure, remembered},
    search::SearchError,
};

/// What differs between the files as they were indexed and as they are.
#[derive(Debug, Default)]
pub(in crate::search) struct FileChanges {
    /// To be read again.
    pub changed: Vec<FileMeta>,
    /// Paths that are gone.
    pub gone: Vec<Arc<str>>,
    /// True when a file changed to which entries refer: then everything is built anew.
    pub register: bool,
    /// True when the synonyms of the office changed: they are asked at query time and need no new index.
    pub synonyms: bool,
    /// The files as they are, to be noted; of the changed ones it does not know how they are now.
    pub files: IndexedFiles,
    /// True when the content of doubtful files was compared: noting the result spares the next start the work.
    pub compared: bool,
}

impl FileChanges {
    pub(in crate::search) fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.gone.is_empty() && !self.register && !self.synonyms
    }

    /// Compares `files_now`, as they were from `listed_at` on. A file that was changed about when it was indexed may have
    /// changed once more without its time telling; its content decides.
    pub(in crate::search) fn between(
        source: &Source,
        (listed_at, files_now): (u64, Vec<FileMeta>),
        known: IndexedFiles,
    ) -> Self {
        const DOUBT: u64 = 2_000_000_000;
        let old = known.listed_at.saturating_sub(DOUBT);
        let is_sure = |file: &IndexedFile, meta: &FileMeta| file.meta == *meta && meta.modified.max(meta.changed) < old;
        let in_doubt =
            |meta: &&FileMeta| known.get(&meta.path).is_some_and(|file| file.content.is_some() && !is_sure(file, meta));
        let contents = contents(source, &files_now.iter().filter(in_doubt).collect::<Vec<_>>());
        let mut changes = Self { files: known.emptied(listed_at), ..Self::default() };
        let mut before: FxHashMap<Arc<str>, IndexedFile> =
            known.files.into_iter().map(|file| (file.meta.path.clone(), file)).collect();
        for meta in files_now {
            match before.remove(&meta.path) {
                Some(file) if is_sure(&file, &meta) => changes.files.files.push(file),
                Some(file) if file.content.is_some() && contents.get(&meta.path).copied() == file.content => {
                    changes.compared = true;
                    changes.files.files.push(IndexedFile { meta, ..file });
                }
                _ => changes.add(meta, source),
            }
        }
        for path in before.into_keys() {
            if &*path == SYNONYMS {
                changes.synonyms = true;
                continue;
            }
            changes.register |= !is_measure(&path);
            changes.gone.push(path);
        }
        changes
    }

    /// Compares these measure files alone, by their content.
    pub(in crate::search) fn of_files(
        source: &Source,
        files: Vec<(Arc<str>, Option<FileMeta>)>,
        known: IndexedFiles,
    ) -> Self {
        let mut changes = Self { files: known, ..Self::default() };
        // Named twice it would be in the index twice.
        for (path, meta) in files.into_iter().collect::<FxHashMap<_, _>>() {
            match (meta, changes.files.get(&path)) {
                (None, None) => {}
                (None, Some(_)) => changes.gone.push(path),
                (Some(meta), Some(file)) if is_as_indexed(source, &meta, file) => {}
                (Some(meta), _) => changes.changed.push(meta),
            }
        }
        changes
    }

    fn add(&mut self, meta: FileMeta, source: &Source) {
        if &*meta.path == SYNONYMS {
            self.synonyms = true;
            self.files.files.extend(register_files(source, &[meta]));
            return;
        }
        self.register |= !is_measure(&meta.path);
        self.changed.push(meta);
    }

    pub(in crate::search) fn set_synonym_faults(&mut self, faults: &[Diagnostic<Code>]) {
        self.files
            .files
            .iter_mut()
            .filter(|file| &*file.meta.path == SYNONYMS)
            .for_each(|file| file.keep_errors(faults));
    }
}

/// Hashes of the contents of files that can be read. From many on by several threads: after a catalogue was copied,
/// all files may look different, and on a network drive each is a wait.
fn contents(source: &Source, files_now: &[&FileMeta]) -> FxHashMap<Arc<str>, u64> {
    const SHARE: usize = 64;
    const THREADS: usize = 8;
    let read = |files_now: &[&FileMeta]| {
        let hash = |meta: &&FileMeta| Some((meta.path.clone(), source.content_hash(&meta.path)?));
        files_now.iter().filter_map(hash).collect::<Vec<_>>()
    };
    let share = files_now.len().div_ceil(THREADS).max(SHARE);
    thread::scope(|scope| {
        let (own, others) = files_now.split_at(share.min(files_now.len()));
        let others: Vec<_> = others.chunks(share).map(|share| scope.spawn(move || read(share))).collect();
        // A file without a hash is read again: what a thread could not do is done then.
        let others = others.into_iter().flat_map(|thread| thread.join().unwrap_or_default());
        read(own).into_iter().chain(others).collect()
    })
}

/// True when there is nothing new in a file, be it only that it still cannot be read.
fn is_as_indexed(source: &Source, meta: &FileMeta, file: &IndexedFile) -> bool {
    let content = source.content_hash(&meta.path);
    content == file.content && (content.is_some() || file.meta == *meta)
}

/// When the files began to be listed, and what they are; each file by the path that can be remembered.
pub(in crate::search) fn list_files(source: &Source) -> Result<(u64, Vec<FileMeta>), SearchError> {
    let listed_at = now();
    let mut files_now = source.files()?;
    for meta in &mut files_now {
        if let Cow::Owned(path) = remembered(&meta.path) {
            meta.path = path.into();
        }
    }
    files_now.sort_unstable();
    files_now.dedup_by(|one, other| one.path == other.path);
    Ok((listed_at, files_now))
}

/// Register files as they are, without what reading them will show.
pub(super) fn register_files(source: &Source, files_now: &[FileMeta]) -> Vec<IndexedFile> {
    let file = |meta: &FileMeta| {
        let content = source.content_hash(&meta.path);
        IndexedFile { meta: meta.clone(), content, excluded: false, errors: Vec::new() }
    };
    files_now.iter().filter(|meta| !is_measure(&meta.path)).map(file).collect()
}

/// This moment, nanoseconds since 1970.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
}
