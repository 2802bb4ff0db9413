//! Finds out which files have changed since they were indexed: by what the file system says, in doubt by their content.

use std::{
    borrow::Cow,
    sync::Arc,
    thread,
    time::{SystemTime, UNIX_EPOCH},
};

use rustc_hash::FxHashMap;

use super::files::{IndexedFile, IndexedFiles};
use crate::{
    catalogue::{Code, Diagnostic, FileMeta, SYNONYMS, Severity, Source, is_measure, remembered},
    search::error::SearchError,
};

/// Errors that are kept of one broken file.
pub(in crate::search) const KEPT_ERRORS: usize = 3;

/// What differs between the files as they were indexed and as they are.
#[derive(Debug, Default)]
pub(in crate::search) struct FileChanges {
    /// To be read again.
    pub changed: Vec<FileMeta>,
    /// Paths that are gone.
    pub gone: Vec<Arc<str>>,
    /// True when a file changed to which entries refer: then everything is built anew.
    pub register: bool,
    /// True when the synonyms of the house changed: they are asked at query time and need no new index.
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

    /// Compares `stamps`, as they were from `taken` on. A file that was changed about when it was indexed may have
    /// changed once more without its time telling; its content decides.
    pub(in crate::search) fn find(source: &Source, (taken, stamps): (u64, Vec<FileMeta>), known: IndexedFiles) -> Self {
        const DOUBT: u64 = 2_000_000_000;
        let old = known.taken.saturating_sub(DOUBT);
        let is_sure =
            |file: &IndexedFile, stamp: &FileMeta| file.stamp == *stamp && stamp.modified.max(stamp.changed) < old;
        let in_doubt =
            |stamp: &&FileMeta| known.get(&stamp.path).is_some_and(|file| file.content != 0 && !is_sure(file, stamp));
        let contents = contents(source, &stamps.iter().filter(in_doubt).collect::<Vec<_>>());
        let mut changes = Self { files: known.emptied(taken), ..Self::default() };
        let mut before: FxHashMap<Arc<str>, IndexedFile> =
            known.files.into_iter().map(|file| (file.stamp.path.clone(), file)).collect();
        for stamp in stamps {
            match before.remove(&stamp.path) {
                Some(file) if is_sure(&file, &stamp) => changes.files.files.push(file),
                Some(file) if contents.get(&stamp.path) == Some(&file.content) => {
                    changes.compared = true;
                    changes.files.files.push(IndexedFile { stamp, ..file });
                }
                _ => changes.note(stamp, source),
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
    pub(in crate::search) fn among(
        source: &Source,
        files: Vec<(Arc<str>, Option<FileMeta>)>,
        known: IndexedFiles,
    ) -> Self {
        let mut changes = Self { files: known, ..Self::default() };
        // Named twice it would be in the index twice.
        for (path, stamp) in files.into_iter().collect::<FxHashMap<_, _>>() {
            match (stamp, changes.files.get(&path)) {
                (None, None) => {}
                (None, Some(_)) => changes.gone.push(path),
                (Some(stamp), Some(file)) if is_as_indexed(source, &stamp, file) => {}
                (Some(stamp), _) => changes.changed.push(stamp),
            }
        }
        changes
    }

    fn note(&mut self, stamp: FileMeta, source: &Source) {
        if &*stamp.path == SYNONYMS {
            self.synonyms = true;
            self.files.files.extend(register_files(source, &[stamp]));
            return;
        }
        self.register |= !is_measure(&stamp.path);
        self.changed.push(stamp);
    }
}

impl FileChanges {
    /// Keeps what is wrong with the synonyms.
    pub(in crate::search) fn note_synonym_faults(&mut self, faults: &[Diagnostic<Code>]) {
        self.files
            .files
            .iter_mut()
            .filter(|file| &*file.stamp.path == SYNONYMS)
            .for_each(|file| file.keep_errors(faults));
    }
}

/// Hashes of the contents of files that can be read. From many on by several threads: after a catalogue was copied,
/// all files may look different, and on a network drive each is a wait.
fn contents(source: &Source, stamps: &[&FileMeta]) -> FxHashMap<Arc<str>, u64> {
    const SHARE: usize = 64;
    const THREADS: usize = 8;
    let read = |stamps: &[&FileMeta]| {
        let hash = |stamp: &&FileMeta| Some((stamp.path.clone(), source.content_hash(&stamp.path)?));
        stamps.iter().filter_map(hash).collect::<Vec<_>>()
    };
    let share = stamps.len().div_ceil(THREADS).max(SHARE);
    thread::scope(|scope| {
        let (own, others) = stamps.split_at(share.min(stamps.len()));
        let others: Vec<_> = others.chunks(share).map(|share| scope.spawn(move || read(share))).collect();
        // A file without a hash is read again: what a thread could not do is done then.
        let others = others.into_iter().flat_map(|thread| thread.join().unwrap_or_default());
        read(own).into_iter().chain(others).collect()
    })
}

/// True when there is nothing new in a file, be it only that it still cannot be read.
fn is_as_indexed(source: &Source, stamp: &FileMeta, file: &IndexedFile) -> bool {
    match source.content_hash(&stamp.path) {
        Some(content) => content == file.content,
        None => file.content == 0 && file.stamp == *stamp,
    }
}

/// When a look at the files began, and what it showed; each file by the path that can be remembered.
pub(in crate::search) fn look(source: &Source) -> Result<(u64, Vec<FileMeta>), SearchError> {
    let taken = now();
    let mut stamps = source.stamps()?;
    for stamp in &mut stamps {
        if let Cow::Owned(path) = remembered(&stamp.path) {
            stamp.path = path.into();
        }
    }
    stamps.sort_unstable();
    stamps.dedup_by(|one, other| one.path == other.path);
    Ok((taken, stamps))
}

/// Register files as they are, without what reading them will show.
pub(in crate::search) fn register_files(source: &Source, stamps: &[FileMeta]) -> Vec<IndexedFile> {
    let file = |stamp: &FileMeta| {
        let content = source.content_hash(&stamp.path).unwrap_or(0);
        IndexedFile { stamp: stamp.clone(), content, out: false, errors: Vec::new() }
    };
    stamps.iter().filter(|stamp| !is_measure(&stamp.path)).map(file).collect()
}

impl IndexedFile {
    /// Keeps the first errors among `faults` that are of this file.
    pub(in crate::search) fn keep_errors(&mut self, faults: &[Diagnostic<Code>]) {
        let own =
            |fault: &&Diagnostic<Code>| fault.location.file == self.stamp.path && fault.severity() == Severity::Error;
        self.errors = faults.iter().filter(own).take(KEPT_ERRORS).cloned().collect();
    }
}

/// This moment, nanoseconds since 1970.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
}
