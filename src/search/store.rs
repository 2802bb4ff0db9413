//! Where indexes lie: one folder for each catalogue, in it generations, and `CURRENT` names the one in use.
//!
//! A full build is a new generation beside the old one. It counts from the moment in which `CURRENT` names it, so a
//! build that is killed leaves nothing but a folder that somebody clears away later.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use tantivy::{Directory as _, Index, directory::INDEX_WRITER_LOCK};

use super::{
    SearchError,
    claim::{Claim, Owner, owner_of},
    language::Language,
    schema::{self, Fields},
    sealed,
};
use crate::{
    catalogue::{Register, Source},
    german::Lexicon,
};

const CURRENT: &str = "CURRENT";
const REGISTER: &str = "register.bin";
/// The catalogue's own words, by which its compounds were cut.
const WORDS: &str = "words.bin";
/// What a generation was built with: the first line of defence against reading one that means something else.
pub(super) const IDENTITY: &str = "identity.bin";

/// How the names of tantivy's temporary files begin; it never looks for those that a killed process has left.
const TANTIVY_TEMPORARY: &str = ".tmp";

/// What nobody has locked and is younger than this may belong to a build that has not locked it yet.
const GRACE: Duration = Duration::from_secs(600);

/// The indexes of one catalogue.
#[derive(Clone, Debug)]
pub(super) struct Store {
    folder: PathBuf,
    /// Which catalogue is meant.
    catalogue: String,
    /// Hash of the words of a user's own dictionary, if there is one.
    dictionary: Option<u64>,
}

/// A folder for a new generation, claimed by this process.
#[derive(Debug)]
pub(super) struct Site {
    pub folder: PathBuf,
    _claim: Claim,
}

/// One complete index on disk or in memory.
#[derive(Clone)]
pub(super) struct Generation {
    pub index: Index,
    pub register: Arc<Register>,
    pub language: Arc<Language>,
    /// `None` when the index lives in memory.
    pub folder: Option<PathBuf>,
}

impl Store {
    /// The store of `source` below the cache folder `cache`.
    pub(super) fn new(cache: &Path, source: &Source) -> Self {
        let catalogue = name_of(source);
        let mut hasher = DefaultHasher::new();
        catalogue.hash(&mut hasher);
        let folder = cache.join("index").join(format!("{:016x}", hasher.finish()));
        Self { folder, catalogue, dictionary: None }
    }

    /// An index built with another dictionary does not fit.
    pub(super) fn mark_dictionary(&mut self, words: &[Box<str>]) {
        let mut hasher = DefaultHasher::new();
        words.hash(&mut hasher);
        self.dictionary = Some(hasher.finish());
    }

    /// Where the generations lie.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What a generation of this catalogue says of itself.
    fn identity(&self) -> String {
        let dictionary = self.dictionary.iter().map(|hash| format!("; dictionary {hash:016x}")).collect::<String>();
        format!("{}; {}{dictionary}", schema::fingerprint(), self.catalogue)
    }

    /// The generation in use, if there is one that fits this version of Lotse.
    pub(super) fn current(&self) -> Result<Option<Generation>, SearchError> {
        let Some(folder) = self.current_folder() else { return Ok(None) };
        let identity: String = sealed::read(&folder.join(IDENTITY))?;
        if identity == self.identity() { Self::read(folder).map(Some) } else { Ok(None) }
    }

    /// Opens a generation, whatever it says of itself.
    pub(super) fn read(folder: PathBuf) -> Result<Generation, SearchError> {
        let register: Arc<Register> = Arc::new(sealed::read(&folder.join(REGISTER))?);
        let index = Index::open_in_dir(&folder)?;
        if index.schema() != Fields::new().schema {
            // No checksum guards the file in which it stands.
            return Err(SearchError::Incomplete);
        }
        schema::register_tokenizer(&index);
        let lexicon = Lexicon::restored(sealed::read(&folder.join(WORDS))?);
        let language = Arc::new(Language::new(lexicon, &register));
        Ok(Generation { index, register, language, folder: Some(folder) })
    }

    /// The folder that `CURRENT` names.
    pub(super) fn current_folder(&self) -> Option<PathBuf> {
        let name = fs::read_to_string(self.folder.join(CURRENT)).ok()?;
        number(name.trim()).map(|_| self.folder.join(name.trim()))
    }

    /// Makes an empty folder for a new generation.
    pub(super) fn begin(&self) -> io::Result<Site> {
        fs::create_dir_all(&self.folder)?;
        // What killed builds have left may be the very space that is missing.
        self.clear();
        let last = self.generations().map(|(number, _)| number).max().unwrap_or(0);
        for number in last + 1.. {
            let folder = self.folder.join(format!("gen-{number:06}"));
            match fs::create_dir(&folder) {
                Ok(()) => return Ok(Site { _claim: Claim::on(&folder), folder }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Puts a finished generation into use.
    pub(super) fn switch_to(&self, folder: &Path) -> Result<(), SearchError> {
        sealed::write(&folder.join(IDENTITY), &self.identity())?;
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // The temporary file lies in the generation: a build that is killed here leaves nothing beside `CURRENT`.
        sealed::replace_by_way_of(folder, &self.folder.join(CURRENT), format!("{name}\n").as_bytes())?;
        self.clear();
        Ok(())
    }

    /// Deletes generations that are neither in use nor being built. What cannot be deleted now (another process reads
    /// it, on Windows) is deleted another time.
    pub(super) fn clear(&self) {
        if fs::read(self.folder.join(CURRENT)).is_err_and(|error| error.kind() != io::ErrorKind::NotFound) {
            // Which one is in use cannot be told at the moment.
            return;
        }
        for (number, folder) in self.generations() {
            // In this order: whoever is gone by now has switched before.
            let owner = owner_of(&folder);
            let current = self.current_folder();
            if current.as_ref() != Some(&folder) && is_abandoned(&folder, number, owner, current.as_deref()) {
                let _ = fs::remove_dir_all(folder);
            }
        }
        self.clear_leftovers();
    }

    /// Deletes temporary files beside `CURRENT` that a killed process of an earlier version left.
    fn clear_leftovers(&self) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let temporary = entry.file_name().to_string_lossy().starts_with(sealed::TEMPORARY);
            if temporary && is_old(&entry.path()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    pub(super) fn generations(&self) -> impl Iterator<Item = (u32, PathBuf)> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        entries.filter_map(|entry| Some((number(entry.file_name().to_str()?)?, entry.path())))
    }
}

impl Generation {
    /// Writes what a finished index on disk needs beside it.
    pub(super) fn complete(&self) -> Result<(), SearchError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        sealed::write(&folder.join(REGISTER), &*self.register)?;
        sealed::write(&folder.join(WORDS), &self.language.lexicon.own())
    }

    /// Deletes the temporary files that killed processes have left in this generation. Only for whoever holds the lock of
    /// the index, before it writes itself.
    pub(super) fn tidy(&self) {
        let Some(folder) = &self.folder else { return };
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            // Synonyms are written without the lock, so Lotse's own may be somebody else's.
            let left =
                name.starts_with(TANTIVY_TEMPORARY) || name.starts_with(sealed::TEMPORARY) && is_old(&entry.path());
            if left {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// The same index with other synonyms in its register.
    pub(super) fn with_register(self, register: Register) -> Result<Self, SearchError> {
        if let Some(folder) = &self.folder {
            sealed::write(&folder.join(REGISTER), &register)?;
        }
        let language = Arc::new(Language::new(self.language.lexicon.clone(), &register));
        Ok(Self { register: Arc::new(register), language, ..self })
    }
}

/// A catalogue is known by its canonical path; the embedded one by its content, which has no other mark of change.
fn name_of(source: &Source) -> String {
    match source.path() {
        Some(path) => path.canonicalize().unwrap_or_else(|_| path.to_owned()).display().to_string(),
        None => format!("embedded {:016x}", Source::embedded_hash()),
    }
}

/// True for what nobody is going to use: a generation that is not `current` and that nobody is building or writing.
fn is_abandoned(folder: &Path, own: u32, owner: Owner, current: Option<&Path>) -> bool {
    let left = match owner {
        Owner::Alive => false,
        Owner::Gone => true,
        // Without an identity it is not finished: somebody may be about to lock it.
        Owner::Unknown if !folder.join(IDENTITY).exists() => is_old(folder),
        Owner::Unknown => current.and_then(|current| number(current.file_name()?.to_str()?)).is_some_and(|it| own < it),
    };
    left && !is_being_written(folder)
}

fn number(name: &str) -> Option<u32> {
    name.strip_prefix("gen-")?.parse().ok()
}

/// True for what was changed so long ago that nobody can be writing it any more.
fn is_old(path: &Path) -> bool {
    let changed = fs::metadata(path).and_then(|meta| meta.modified());
    changed.is_ok_and(|time| SystemTime::now().duration_since(time).is_ok_and(|age| age > GRACE))
}

/// A living writer holds tantivy's lock; it frees itself when the process dies.
fn is_being_written(folder: &Path) -> bool {
    Index::open_in_dir(folder).is_ok_and(|index| index.directory().acquire_lock(&INDEX_WRITER_LOCK).is_err())
}
