//! Where indexes lie: one folder for each catalogue, in it generations, and `CURRENT` names the one in use.
//!
//! A full build is a new generation beside the old one. It counts from the moment in which `CURRENT` names it, so a
//! build that is killed leaves nothing but a folder that somebody clears away later.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    Generation,
    build_lock::{BuildLock, BuildState, build_state},
    checksum_file,
    generation::{is_being_written, is_old},
};
use crate::{
    base::{AtomicWrite, TEMPORARY, is_not_ordinary, private, read_no_link, stable_hash, stable_hash_of_all},
    catalogue::Source,
    search::{SearchError, facet, schema},
};

const CURRENT: &str = "CURRENT";
/// What a generation was built with: the first line of defence against reading one that means something else.
pub(in crate::search) const IDENTITY: &str = "identity.bin";

/// Largest `CURRENT` that is read, in bytes.
const MAX_CURRENT: u64 = 200;

#[derive(Clone, Debug)]
pub(in crate::search) struct GenerationStore {
    /// Where the generations lie.
    pub folder: PathBuf,
    catalogue: String,
    /// Hash of the words of a user's own dictionary, if there is one.
    dictionary: Option<u64>,
}

/// A folder for a new generation, locked by this process.
#[derive(Debug)]
pub(in crate::search) struct NewGeneration {
    pub folder: PathBuf,
    _lock: BuildLock,
}

impl GenerationStore {
    pub(in crate::search) fn new(cache: &Path, source: &Source) -> Self {
        let catalogue = name_of(source);
        // The last byte is that of earlier versions: their indexes are found and replaced.
        let hash = stable_hash(&[catalogue.as_bytes(), b"\xff"].concat());
        let folder = cache.join("index").join(format!("{hash:016x}"));
        Self { folder, catalogue, dictionary: None }
    }

    /// An index built with another dictionary does not fit.
    pub(in crate::search) fn set_dictionary(&mut self, words: &[Box<str>]) {
        self.dictionary = Some(stable_hash_of_all(words.iter().map(|word| word.as_bytes())));
    }

    /// What a generation of this catalogue says of itself.
    fn identity(&self) -> String {
        let dictionary = self.dictionary.iter().map(|hash| format!("; dictionary {hash:016x}")).collect::<String>();
        let (schema, declared) = (schema::fingerprint(), facet::fingerprint());
        format!("{schema}; declared {declared:016x}; {}{dictionary}", self.catalogue)
    }

    /// The generation in use, if there is one that fits this version of Lotse.
    pub(in crate::search) fn current(&self) -> Result<Option<Generation>, SearchError> {
        let Some(folder) = self.read_current()? else { return Ok(None) };
        let identity: String = checksum_file::read(&folder.join(IDENTITY))?;
        if identity == self.identity() { Generation::open(folder).map(Some) } else { Ok(None) }
    }

    /// The folder that `CURRENT` names, as far as it names one.
    pub(in crate::search) fn current_folder(&self) -> Option<PathBuf> {
        self.read_current().ok().flatten()
    }

    /// The folder that `CURRENT` names; `None` when it is not there.
    fn read_current(&self) -> Result<Option<PathBuf>, SearchError> {
        let name = match read_no_link(&self.folder.join(CURRENT), MAX_CURRENT) {
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            Err(error) if !is_not_ordinary(&error) => return Err(error.into()),
            other => other.ok().and_then(|bytes| String::from_utf8(bytes).ok()),
        };
        let name = name.as_deref().map(str::trim_end).filter(|name| number(name).is_some());
        name.map(|name| Some(self.folder.join(name))).ok_or_else(|| SearchError::Damaged(CURRENT.into()))
    }

    pub(in crate::search) fn create_generation(&self) -> io::Result<NewGeneration> {
        private::create_folders(&self.folder)?;
        self.restrict_access();
        // What killed builds have left may be the very space that is missing.
        self.remove_abandoned();
        let last = self.generations().map(|(number, _)| number).max().unwrap_or(0);
        for number in last + 1.. {
            let folder = self.folder.join(format!("gen-{number:06}"));
            match private::create_new_folder(&folder) {
                Ok(()) => return Ok(NewGeneration { _lock: BuildLock::acquire(&folder), folder }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    pub(in crate::search) fn switch_to(&self, folder: &Path) -> Result<(), SearchError> {
        checksum_file::write(&folder.join(IDENTITY), &self.identity())?;
        private::tighten_all(folder);
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // The temporary file lies in the generation: a build that is killed here leaves nothing beside `CURRENT`.
        AtomicWrite::to(&self.folder.join(CURRENT)).by_way_of(folder).write(format!("{name}\n").as_bytes())??;
        self.remove_abandoned();
        Ok(())
    }

    /// Deletes generations that are neither in use nor being built. What cannot be deleted now (another process reads
    /// it, on Windows) is deleted another time.
    fn remove_abandoned(&self) {
        if matches!(self.read_current(), Err(SearchError::Io(_))) {
            // Which one is in use cannot be told at the moment.
            return;
        }
        for (number, folder) in self.generations() {
            // In this order: whoever is gone by now has switched before.
            let state = build_state(&folder);
            let current = self.current_folder();
            if current.as_ref() != Some(&folder) && is_abandoned(&folder, number, state, current.as_deref()) {
                let _ = fs::remove_dir_all(folder);
            }
        }
        self.remove_temporary_files();
    }

    /// Takes the rights of others away from the folder of all indexes, of these and of the one in use: earlier versions
    /// left them.
    pub(in crate::search) fn restrict_access(&self) {
        self.folder.parent().into_iter().for_each(private::tighten);
        private::tighten_all(&self.folder);
        self.current_folder().iter().for_each(|folder| private::tighten_all(folder));
    }

    /// Deletes temporary files beside `CURRENT` that a killed process of an earlier version left.
    fn remove_temporary_files(&self) {
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

/// A catalogue is known by its canonical path; the embedded one by its content, which has no other mark of change.
fn name_of(source: &Source) -> String {
    match source.path() {
        Some(path) => path.canonicalize().unwrap_or_else(|_| path.to_owned()).display().to_string(),
        None => format!("embedded {:016x}", Source::embedded_hash()),
    }
}

/// True for what nobody is going to use: a generation that is not `current` and that nobody is building or writing.
fn is_abandoned(folder: &Path, own: u32, state: BuildState, current: Option<&Path>) -> bool {
    let left = match state {
        BuildState::Running => false,
        BuildState::Ended => true,
        // Without an identity it is not finished: somebody may be about to lock it.
        BuildState::Unknown if !folder.join(IDENTITY).exists() => is_old(folder),
        BuildState::Unknown => {
            current.and_then(|current| number(current.file_name()?.to_str()?)).is_some_and(|it| own < it)
        }
    };
    left && !is_being_written(folder)
}

/// The number in `gen-<digits>`; nothing else can be the name of a generation.
fn number(name: &str) -> Option<u32> {
    let digits = name.strip_prefix("gen-")?;
    digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
}
