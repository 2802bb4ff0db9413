//! Where indexes lie: one folder for each catalogue, in it generations, and `CURRENT` names the one in use.
//!
//! A full build is a new generation beside the old one. It counts from the moment in which `CURRENT` names it, so a
//! build that is killed leaves nothing but a folder that somebody clears away later.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use tantivy::{Directory as _, Index, directory::INDEX_WRITER_LOCK};

use super::{
    build_lock::{Claim, Owner, owner_of},
    checksum_file,
};
use crate::{
    base::{TEMPORARY, is_not_ordinary, private, read_no_link, stable_hash, stable_hash_of_all},
    catalogue::{Register, Source},
    german::Lexicon,
    search::{
        error::SearchError,
        facet,
        language::Language,
        schema::fields::{self, Fields},
    },
};

const CURRENT: &str = "CURRENT";
/// tantivy's own lists: of the segments, and of the files it looks after.
const META: &str = "meta.json";
const MANAGED: &str = ".managed.json";
const REGISTER: &str = "register.bin";
/// The catalogue's own words, by which its compounds were cut.
const WORDS: &str = "words.bin";
/// What a generation was built with: the first line of defence against reading one that means something else.
pub(in crate::search) const IDENTITY: &str = "identity.bin";

/// Largest `CURRENT` and largest list of segments that are read, in bytes. The latter holds what small commits have changed.
const MOST_CURRENT: u64 = 200;
const MOST_META: u64 = 64 << 20;

/// How the names of tantivy's temporary files begin; it never looks for those that a killed process has left.
const TANTIVY_TEMPORARY: &str = ".tmp";

/// What nobody has locked and is younger than this may belong to a build that has not locked it yet.
const GRACE: Duration = Duration::from_secs(600);

/// The indexes of one catalogue.
#[derive(Clone, Debug)]
pub(in crate::search) struct Store {
    folder: PathBuf,
    /// Which catalogue is meant.
    catalogue: String,
    /// Hash of the words of a user's own dictionary, if there is one.
    dictionary: Option<u64>,
}

/// A folder for a new generation, claimed by this process.
#[derive(Debug)]
pub(in crate::search) struct Site {
    pub folder: PathBuf,
    _claim: Claim,
}

/// One complete index on disk or in memory.
#[derive(Clone)]
pub(in crate::search) struct Generation {
    pub index: Index,
    pub register: Arc<Register>,
    pub language: Arc<Language>,
    /// `None` when the index lives in memory.
    pub folder: Option<PathBuf>,
}

impl Store {
    /// The store of `source` below the cache folder `cache`.
    pub(in crate::search) fn new(cache: &Path, source: &Source) -> Self {
        let catalogue = name_of(source);
        // The last byte is that of earlier versions: their indexes are found and replaced.
        let hash = stable_hash(&[catalogue.as_bytes(), b"\xff"].concat());
        let folder = cache.join("index").join(format!("{hash:016x}"));
        Self { folder, catalogue, dictionary: None }
    }

    /// An index built with another dictionary does not fit.
    pub(in crate::search) fn mark_dictionary(&mut self, words: &[Box<str>]) {
        self.dictionary = Some(stable_hash_of_all(words.iter().map(|word| word.as_bytes())));
    }

    /// Where the generations lie.
    pub(in crate::search) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What a generation of this catalogue says of itself.
    fn identity(&self) -> String {
        let dictionary = self.dictionary.iter().map(|hash| format!("; dictionary {hash:016x}")).collect::<String>();
        let (schema, declared) = (fields::fingerprint(), facet::key::fingerprint());
        format!("{schema}; declared {declared:016x}; {}{dictionary}", self.catalogue)
    }

    /// The generation in use, if there is one that fits this version of Lotse.
    pub(in crate::search) fn current(&self) -> Result<Option<Generation>, SearchError> {
        let Some(folder) = self.pointed_to()? else { return Ok(None) };
        let identity: String = checksum_file::read(&folder.join(IDENTITY))?;
        if identity == self.identity() { Self::read(folder).map(Some) } else { Ok(None) }
    }

    /// Opens a generation, whatever it says of itself.
    pub(in crate::search) fn read(folder: PathBuf) -> Result<Generation, SearchError> {
        let size = size_of_ordinary(&folder)?;
        let register: Arc<Register> = Arc::new(checksum_file::read(&folder.join(REGISTER))?);
        let index = open(&folder)?;
        let documents: u64 = index.load_metas()?.segments.iter().map(|segment| u64::from(segment.max_doc())).sum();
        // No checksum guards the file in which both stand, and each document takes some bytes.
        if index.schema() != Fields::new().schema || documents > size {
            return Err(SearchError::Incomplete);
        }
        fields::register_tokenizer(&index);
        let lexicon = Lexicon::restored(checksum_file::read(&folder.join(WORDS))?);
        let language = Arc::new(Language::new(lexicon, &register));
        Ok(Generation { index, register, language, folder: Some(folder) })
    }

    /// The folder that `CURRENT` names, as far as it names one.
    pub(in crate::search) fn current_folder(&self) -> Option<PathBuf> {
        self.pointed_to().ok().flatten()
    }

    /// The folder that `CURRENT` names; `None` when it is not there.
    fn pointed_to(&self) -> Result<Option<PathBuf>, SearchError> {
        let name = match read_no_link(&self.folder.join(CURRENT), MOST_CURRENT) {
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            Err(error) if !is_not_ordinary(&error) => return Err(error.into()),
            other => other.ok().and_then(|bytes| String::from_utf8(bytes).ok()),
        };
        let name = name.as_deref().map(str::trim_end).filter(|name| number(name).is_some());
        name.map(|name| Some(self.folder.join(name))).ok_or_else(|| SearchError::Damaged(CURRENT.into()))
    }

    /// Makes an empty folder for a new generation.
    pub(in crate::search) fn begin(&self) -> io::Result<Site> {
        private::create_folders(&self.folder)?;
        self.tighten();
        // What killed builds have left may be the very space that is missing.
        self.clear();
        let last = self.generations().map(|(number, _)| number).max().unwrap_or(0);
        for number in last + 1.. {
            let folder = self.folder.join(format!("gen-{number:06}"));
            match private::create_new_folder(&folder) {
                Ok(()) => return Ok(Site { _claim: Claim::on(&folder), folder }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Puts a finished generation into use.
    pub(in crate::search) fn switch_to(&self, folder: &Path) -> Result<(), SearchError> {
        checksum_file::write(&folder.join(IDENTITY), &self.identity())?;
        private::tighten_all(folder);
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // The temporary file lies in the generation: a build that is killed here leaves nothing beside `CURRENT`.
        checksum_file::replace_by_way_of(folder, &self.folder.join(CURRENT), format!("{name}\n").as_bytes())?;
        self.clear();
        Ok(())
    }

    /// Deletes generations that are neither in use nor being built. What cannot be deleted now (another process reads
    /// it, on Windows) is deleted another time.
    pub(in crate::search) fn clear(&self) {
        if matches!(self.pointed_to(), Err(SearchError::Io(_))) {
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

    /// Nobody else looks into the folder of all indexes, into that of these and into the one in use, as earlier versions
    /// let them.
    pub(in crate::search) fn tighten(&self) {
        self.folder.parent().into_iter().for_each(private::tighten);
        private::tighten_all(&self.folder);
        self.current_folder().iter().for_each(|folder| private::tighten_all(folder));
    }

    /// Deletes temporary files beside `CURRENT` that a killed process of an earlier version left.
    fn clear_leftovers(&self) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let temporary = entry.file_name().to_string_lossy().starts_with(TEMPORARY);
            if temporary && is_old(&entry.path()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    pub(in crate::search) fn generations(&self) -> impl Iterator<Item = (u32, PathBuf)> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        entries.filter_map(|entry| Some((number(entry.file_name().to_str()?)?, entry.path())))
    }
}

impl Generation {
    /// Writes what a finished index on disk needs beside it.
    pub(in crate::search) fn complete(&self) -> Result<(), SearchError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        checksum_file::write(&folder.join(REGISTER), &*self.register)?;
        checksum_file::write(&folder.join(WORDS), &self.language.lexicon.own())
    }

    /// Deletes the temporary files that killed processes have left in this generation. Only for whoever holds the lock of
    /// the index, before it writes itself.
    pub(in crate::search) fn tidy(&self) {
        let Some(folder) = &self.folder else { return };
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            // Synonyms are written without the lock, so Lotse's own may be somebody else's.
            let left = name.starts_with(TANTIVY_TEMPORARY) || name.starts_with(TEMPORARY) && is_old(&entry.path());
            if left {
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

/// The number in `gen-<digits>`; nothing else can be the name of a generation.
fn number(name: &str) -> Option<u32> {
    let digits = name.strip_prefix("gen-")?;
    digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// Opens the index in a folder in which only ordinary files lie.
fn open(folder: &Path) -> Result<Index, SearchError> {
    for name in [META, MANAGED] {
        let path = folder.join(name);
        if fs::symlink_metadata(&path)?.len() > MOST_META {
            return Err(SearchError::Damaged(name.into()));
        }
    }
    Ok(Index::open_in_dir(folder)?)
}

/// Bytes of all files of an index, before anybody opens one of them.
///
/// # Errors
/// [`SearchError::Damaged`] when something lies there that is no ordinary file; what the file system says.
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

/// True for what was changed so long ago that nobody can be writing it any more.
fn is_old(path: &Path) -> bool {
    let changed = fs::metadata(path).and_then(|meta| meta.modified());
    changed.is_ok_and(|time| SystemTime::now().duration_since(time).is_ok_and(|age| age > GRACE))
}

/// A living writer holds tantivy's lock; it frees itself when the process dies.
fn is_being_written(folder: &Path) -> bool {
    let index = size_of_ordinary(folder).and_then(|_| open(folder));
    index.is_ok_and(|index| index.directory().acquire_lock(&INDEX_WRITER_LOCK).is_err())
}
