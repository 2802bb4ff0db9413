//! One generation of an index: the index itself, and what lies beside it.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use tantivy::{Directory as _, Index, directory::INDEX_WRITER_LOCK};

use super::checksum_file;
use crate::{
    base::TEMPORARY,
    catalogue::Register,
    german::Lexicon,
    search::{Fields, Language, SearchError, register_tokenizer},
};

/// tantivy's own lists: of the segments, and of the files it looks after.
const META: &str = "meta.json";
const MANAGED: &str = ".managed.json";
const REGISTER: &str = "register.bin";
/// The catalogue's own words, by which its compounds were cut.
const WORDS: &str = "words.bin";
/// Largest list of segments that is read, in bytes; it holds what small commits have changed.
const MAX_META: u64 = 64 << 20;

/// What nobody has locked and is younger than this may belong to a build that has not locked it yet.
const GRACE: Duration = Duration::from_secs(600);

/// How the names of tantivy's temporary files begin; it never looks for those that a killed process has left.
const TANTIVY_TEMPORARY: &str = ".tmp";

/// One complete index on disk or in memory.
#[derive(Clone)]
pub(in crate::search) struct Generation {
    pub index: Index,
    pub register: Arc<Register>,
    pub language: Arc<Language>,
    /// `None` when the index lives in memory.
    pub folder: Option<PathBuf>,
}

impl Generation {
    /// Opens a generation, whatever it says of itself.
    pub(in crate::search) fn open(folder: PathBuf) -> Result<Self, SearchError> {
        let size = size_of_ordinary(&folder)?;
        let register: Arc<Register> = Arc::new(checksum_file::read(&folder.join(REGISTER))?);
        let index = open_index(&folder)?;
        let documents: u64 = index.load_metas()?.segments.iter().map(|segment| u64::from(segment.max_doc())).sum();
        // No checksum guards the file in which both stand, and each document takes some bytes.
        if index.schema() != Fields::new().schema || documents > size {
            return Err(SearchError::Incomplete);
        }
        register_tokenizer(&index);
        let lexicon = Lexicon::restored(checksum_file::read(&folder.join(WORDS))?);
        let language = Arc::new(Language::new(lexicon, &register));
        Ok(Self { index, register, language, folder: Some(folder) })
    }

    /// Writes what a finished index on disk needs beside it.
    pub(in crate::search) fn write_register_and_words(&self) -> Result<(), SearchError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        checksum_file::write(&folder.join(REGISTER), &*self.register)?;
        checksum_file::write(&folder.join(WORDS), &self.language.lexicon.own())
    }

    /// Deletes the temporary files that killed processes have left in this generation. Only for whoever holds the lock of
    /// the index, before it writes itself.
    pub(super) fn remove_temporary_files(&self) {
        let Some(folder) = &self.folder else { return };
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            // Synonyms are written without the lock, so Lotse's own may be somebody else's.
            if name.starts_with(TANTIVY_TEMPORARY) || name.starts_with(TEMPORARY) && is_old(&entry.path()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// The same index with other synonyms in its register.
    pub(in crate::search) fn with_register(self, register: Register) -> Result<Self, SearchError> {
        if let Some(folder) = &self.folder {
            checksum_file::write(&folder.join(REGISTER), &register)?;
        }
        let language = Arc::new(Language::new(self.language.lexicon.clone(), &register));
        Ok(Self { register: Arc::new(register), language, ..self })
    }
}

/// Opens the index in a folder in which only ordinary files lie.
fn open_index(folder: &Path) -> Result<Index, SearchError> {
    for name in [META, MANAGED] {
        let path = folder.join(name);
        if fs::symlink_metadata(&path)?.len() > MAX_META {
            return Err(SearchError::Damaged(name.into()));
        }
    }
    Ok(Index::open_in_dir(folder)?)
}

/// Bytes of all files of an index, before anybody opens one of them. [`SearchError::Damaged`] when something lies
/// there that is no ordinary file.
fn size_of_ordinary(folder: &Path) -> Result<u64, SearchError> {
    if !fs::symlink_metadata(folder)?.is_dir() {
        return Err(SearchError::Damaged(folder.file_name().unwrap_or_default().into()));
    }
    let mut size = 0_u64;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        match entry.metadata() {
            Ok(found) if found.is_file() => size = size.saturating_add(found.len()),
            // Another process has just cleared it away.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Ok(_) => return Err(SearchError::Damaged(entry.file_name().into())),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(size)
}

/// A living writer holds tantivy's lock; it frees itself when the process dies.
pub(super) fn is_being_written(folder: &Path) -> bool {
    let index = size_of_ordinary(folder).and_then(|_| open_index(folder));
    index.is_ok_and(|index| index.directory().acquire_lock(&INDEX_WRITER_LOCK).is_err())
}

/// True for what was changed so long ago that nobody can be writing it any more.
pub(super) fn is_old(path: &Path) -> bool {
    let changed = fs::metadata(path).and_then(|meta| meta.modified());
    changed.is_ok_and(|time| SystemTime::now().duration_since(time).is_ok_and(|age| age > GRACE))
}
