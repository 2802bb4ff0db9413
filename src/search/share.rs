//! The index that lies beside a catalogue for everyone: put there on demand, copied by whoever has none of his own.
//!
//! ```text
//! <catalogue>/.lotse/index/
//!   CURRENT                  names the folder in use, and the hash of its manifest
//!   gen-<16 hex digits>/     a copy of one generation
//!     manifest.json          what it was built with, and size and hash of every file
//! ```
//!
//! Nobody opens it in place: over a network an index has no memory map to rely on, no locks, and perhaps no right to write.
//! Whatever is wrong with it costs nothing but the time of an own build.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    hash::{BuildHasher as _, DefaultHasher, Hasher, RandomState},
    io::{self, Read, Write as _},
    path::{Path, PathBuf},
    time::Duration,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    SearchError,
    files::FILES,
    sealed,
    store::{BuiltWith, Generation, REGISTER, WORDS},
};

mod publish;

pub use publish::Published;
pub(super) use publish::publish;

/// The folder inside the catalogue. It may be deleted at any time.
const PLACE: [&str; 2] = [".lotse", "index"];
const POINTER: &str = "CURRENT";
const MANIFEST: &str = "manifest.json";
/// tantivy's own files beside those of the segments.
const META: &str = "meta.json";
const MANAGED: &str = ".managed.json";

/// Version of the manifest.
const FORMAT: u32 = 1;
/// Longest pointer and manifest that are read, in bytes.
const LONGEST_POINTER: u64 = 200;
const LONGEST_MANIFEST: u64 = 4 << 20;
/// Bytes that are copied at once.
const PORTION: usize = 1 << 18;

/// What lies in a shared generation.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    format: u32,
    #[serde(flatten)]
    built_with: BuiltWith,
    /// Offers in it.
    entries: usize,
    /// When it was put there.
    shared: Timestamp,
    files: Vec<Part>,
}

/// One file of it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Part {
    name: String,
    size: u64,
    /// Sixteen hex digits.
    hash: String,
}

/// Why a shared index is of no use.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unfit {
    /// There is none.
    #[error("no shared index")]
    Missing,
    /// Another version of Lotse has made it.
    #[error("made by another version of Lotse")]
    Foreign,
    /// It was built with another dictionary.
    #[error("built with another dictionary")]
    OtherDictionary,
    /// This file is cut, changed or missing, or says nothing that makes sense.
    #[error("{0} is damaged")]
    Damaged(String),
    /// It cannot be read.
    #[error("{0}")]
    Unreadable(#[from] io::Error),
}

/// Why a shared index was not taken over.
pub(super) enum NotTaken {
    /// It is of no use.
    Unfit(Unfit),
    /// The own side failed.
    Own(SearchError),
}

/// A shared index, as far as its pointer and its manifest say.
pub(super) struct Shared {
    pub folder: PathBuf,
    manifest: Manifest,
}

/// Where the shared index of a catalogue lies or would lie.
pub fn place(root: &Path) -> PathBuf {
    PLACE.iter().fold(root.to_owned(), |path, part| path.join(part))
}

impl Shared {
    /// The shared index beside the catalogue in `root`.
    pub(super) fn find(root: &Path) -> Result<Self, Unfit> {
        let place = place(root);
        let pointer = match read_short(&place.join(POINTER), LONGEST_POINTER) {
            Err(error) if is_missing(&error) => return Err(Unfit::Missing),
            other => String::from_utf8(other?).map_err(|_| damaged(POINTER))?,
        };
        let (name, hash) = pointer.trim_end().split_once(' ').ok_or_else(|| damaged(POINTER))?;
        if !is_generation(name) {
            return Err(damaged(POINTER));
        }
        let folder = place.join(name);
        let manifest = match read_short(&folder.join(MANIFEST), LONGEST_MANIFEST) {
            Err(error) if is_missing(&error) => return Err(damaged(MANIFEST)),
            other => other?,
        };
        if shown(sealed::hash(&manifest)) != hash {
            return Err(damaged(MANIFEST));
        }
        // Sound, but not to be understood: then it is another version's.
        let manifest: Manifest = serde_json::from_slice(&manifest).map_err(|_| Unfit::Foreign)?;
        Ok(Self { folder, manifest })
    }

    /// Offers in it.
    pub(super) fn entries(&self) -> usize {
        self.manifest.entries
    }

    /// When it was put there.
    pub(super) fn shared(&self) -> Timestamp {
        self.manifest.shared
    }

    /// Bytes of all its files.
    pub(super) fn size(&self) -> u64 {
        self.manifest.files.iter().fold(0, |sum, part| sum.saturating_add(part.size))
    }

    /// Whether an index of this kind is wanted.
    pub(super) fn fits(&self, wanted: &BuiltWith) -> Result<(), Unfit> {
        let Manifest { format, built_with, files, .. } = &self.manifest;
        if *format != FORMAT || built_with.version != wanted.version {
            return Err(Unfit::Foreign);
        }
        if built_with.dictionary != wanted.dictionary {
            return Err(Unfit::OtherDictionary);
        }
        let names: BTreeSet<&str> = files.iter().map(|part| part.name.as_str()).collect();
        let all_needed = [META, REGISTER, WORDS, FILES].iter().all(|name| names.contains(name));
        let all_known = names.len() == files.len() && names.iter().all(|name| is_part(name));
        if all_needed && all_known { Ok(()) } else { Err(damaged(MANIFEST)) }
    }

    /// Reads every file and compares size and hash.
    pub(super) fn verify(&self) -> Result<(), Unfit> {
        self.manifest
            .files
            .iter()
            .try_for_each(|part| part.read(&self.folder, &mut |_| Ok(())).map_err(NotTaken::unfit))
    }

    /// Copies every file into a folder of one's own and compares size and hash on the way. `heard` is told how many
    /// bytes have been copied, and may end it.
    pub(super) fn copy_into(
        &self,
        folder: &Path,
        heard: &mut dyn FnMut(u64) -> Result<(), SearchError>,
    ) -> Result<(), NotTaken> {
        let mut copied = 0;
        for part in &self.manifest.files {
            let mut file = File::create_new(folder.join(&part.name)).map_err(NotTaken::own)?;
            part.read(&self.folder, &mut |bytes| {
                copied += bytes.len() as u64;
                heard(copied)?;
                Ok(file.write_all(bytes)?)
            })?;
            file.sync_all().map_err(NotTaken::own)?;
        }
        sealed::sync_folder(folder).map_err(NotTaken::own)
    }
}

impl NotTaken {
    fn own(error: io::Error) -> Self {
        Self::Own(error.into())
    }

    fn unfit(self) -> Unfit {
        match self {
            Self::Unfit(unfit) => unfit,
            Self::Own(error) => Unfit::Damaged(error.to_string()),
        }
    }
}

impl From<Unfit> for NotTaken {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}

impl Part {
    /// Reads the file in `folder` in portions and compares size and hash; what is wrong with `take` is its own fault.
    fn read(&self, folder: &Path, take: &mut dyn FnMut(&[u8]) -> Result<(), SearchError>) -> Result<(), NotTaken> {
        let mut file = self.open(folder)?;
        let (mut portion, mut hasher, mut size) = (vec![0; PORTION], DefaultHasher::new(), 0);
        loop {
            let read = match file.read(&mut portion) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other.map_err(Unfit::from)?,
            };
            let bytes = portion.get(..read).unwrap_or_default();
            if bytes.is_empty() {
                break;
            }
            size += bytes.len() as u64;
            if size > self.size {
                return Err(self.damaged().into());
            }
            hasher.write(bytes);
            take(bytes).map_err(NotTaken::Own)?;
        }
        if size == self.size && shown(hasher.finish()) == self.hash { Ok(()) } else { Err(self.damaged().into()) }
    }

    /// Opens it; only a file of the right size is one, and of a pipe nobody would ever see the end.
    fn open(&self, folder: &Path) -> Result<File, Unfit> {
        let path = folder.join(&self.name);
        let found = match fs::symlink_metadata(&path) {
            Err(error) if is_missing(&error) => return Err(self.damaged()),
            other => other?,
        };
        if !found.is_file() || found.len() != self.size {
            return Err(self.damaged());
        }
        Ok(File::open(path)?)
    }

    fn damaged(&self) -> Unfit {
        damaged(&self.name)
    }
}

fn damaged(name: &str) -> Unfit {
    Unfit::Damaged(name.to_owned())
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn shown(hash: u64) -> String {
    format!("{hash:016x}")
}

/// `gen-` and sixteen hex digits; nothing else can be named by a pointer.
fn is_generation(name: &str) -> bool {
    name.strip_prefix("gen-").is_some_and(|digits| digits.len() == 16 && is_hex(digits))
}

fn is_hex(digits: &str) -> bool {
    digits.bytes().all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit))
}

/// The names that a file of a generation may have. A segment's begin with its number and go on with plain endings.
fn is_part(name: &str) -> bool {
    if [META, MANAGED, REGISTER, WORDS, FILES].contains(&name) {
        return true;
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '_';
    name.len() <= 100
        && name.split_once('.').is_some_and(|(segment, _)| segment.len() == 32 && is_hex(segment))
        && name.chars().all(plain)
}

/// A whole small file.
fn read_short(path: &Path, longest: u64) -> io::Result<Vec<u8>> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::ErrorKind::NotFound.into());
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(longest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > longest { Err(io::ErrorKind::InvalidData.into()) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_an_index_are_parts_of_one() {
        let segment = "0123456789abcdef0123456789abcdef";
        for name in [META, MANAGED, "register.bin", &format!("{segment}.term"), &format!("{segment}.17.del")] {
            assert!(is_part(name), "{name}");
        }
        for name in ["", ".", "..", "../x", "identity.bin", "building.lock", "/etc/passwd", "CURRENT", "x.term"] {
            assert!(!is_part(name), "{name}");
        }
        for ending in ["/../x", ".a/b", ".a\\b", "", ".ä", ".a b", ".a:b"] {
            assert!(!is_part(&format!("{segment}{ending}")), "{ending}");
        }
        assert!(is_generation("gen-0123456789abcdef"));
        for name in ["gen-000001", "gen-../../../../..", "gen-0123456789ABCDEF", "0123456789abcdef", ".."] {
            assert!(!is_generation(name), "{name}");
        }
    }
}
