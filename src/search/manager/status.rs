//! How it stands with the index of a catalogue: for `lotse doctor`.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::{Timestamp, civil::Date};

use super::checks;
use crate::{
    base::Text,
    catalogue::{Kind, Source},
    locale::Texts,
    search::{GenerationStore, IndexedFiles, SearchError, Snapshot, guarded, index::IDENTITY, read_dictionary},
};

/// Whether an index can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndexStatus {
    /// There is none: it is built when it is needed.
    Missing,
    /// It fits. Files may have changed since; they are read when it is opened.
    Fits,
    /// Another version of Lotse has made it, or one with another dictionary: it is not used.
    Foreign,
    /// It is damaged: it is not used, and built anew by itself. What is wrong, in words.
    Damaged(Text),
    /// It cannot be read. What the system says, in words.
    Unreadable(Text),
}

/// An index as it lies on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexInfo {
    /// Where it lies, or would lie.
    pub folder: PathBuf,
    /// Whether it can be used.
    pub standing: IndexStatus,
    /// Bytes of everything in the folder.
    pub size: u64,
    /// Generations in the folder; more than one while one is being built, and after builds that were killed.
    pub generations: usize,
    /// Offers in the index, where that is known.
    pub entries: Option<usize>,
    /// When it was built.
    pub built: Option<Timestamp>,
}

/// Looks at the index of a catalogue without changing anything; `None` without a cache. Reads it whole, compares
/// checksums, looks at each entry and asks some questions: some milliseconds for thousands of entries. `dictionary` is the user's own, as in [`super::state::IndexManager::use_dictionary`];
/// one that cannot be read counts as none.
pub fn index_state(
    source: &Source,
    cache: Option<&Path>,
    dictionary: Option<&Path>,
    today: Date,
    texts: &Arc<Texts>,
) -> Option<IndexInfo> {
    let mut store = GenerationStore::new(cache?, source);
    if let Some(words) = dictionary.and_then(|file| read_dictionary(file).ok()) {
        store.set_dictionary(&words);
    }
    let folder = store.folder.clone();
    let current = store.current_folder();
    let (standing, entries) = match guarded(|| verify_on_disk(&store, today, texts)) {
        Ok(Some(entries)) => (IndexStatus::Fits, Some(entries)),
        Ok(None) if current.is_none() => (IndexStatus::Missing, None),
        Ok(None) => (IndexStatus::Foreign, None),
        Err(error) => match error.cause() {
            Some(cause) if cause.kind() != io::ErrorKind::NotFound => {
                (IndexStatus::Unreadable(error.localize(texts)), None)
            }
            _ => (IndexStatus::Damaged(error.localize(texts)), None),
        },
    };
    let built = current.and_then(|folder| fs::metadata(folder.join(IDENTITY)).ok()?.modified().ok());
    let built = built.and_then(|time| Timestamp::try_from(time).ok());
    let (size, generations) = (size_of(&folder), store.generations().count());
    Some(IndexInfo { folder, standing, size, generations, entries, built })
}

/// The number of offers; `None` when there is no index of this version.
fn verify_on_disk(store: &GenerationStore, today: Date, texts: &Arc<Texts>) -> Result<Option<usize>, SearchError> {
    let Some(generation) = store.current()? else { return Ok(None) };
    checks::check_checksums(&generation.index)?;
    let files = IndexedFiles::load(&generation)?;
    let snapshot = Snapshot::open(&generation, texts.clone(), None)?;
    checks::check_numbers(&snapshot, &files)?;
    checks::check_entries(&snapshot, &files)?;
    checks::check_answers(&snapshot, today)?;
    Ok(Some(snapshot.count(Kind::Measure)))
}

/// Bytes of all files below a folder; links are not followed.
fn size_of(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let size = |entry: fs::DirEntry| match entry.metadata() {
        Ok(meta) if meta.is_dir() => size_of(&entry.path()),
        Ok(meta) => meta.len(),
        Err(_) => 0,
    };
    entries.map(size).sum()
}
