//! Where a catalogue's files come from: a folder on disk, or the demo catalogue inside the binary.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
    time::UNIX_EPOCH,
};

use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};

use super::{Code, Diagnostic, Location, Text};

/// Largest file that is read, in bytes. The longest real entry has some 10,000.
pub const MAX_FILE: u64 = 1 << 20;

/// The manifest of a catalogue folder, relative to it.
pub const MANIFEST: &str = "catalogue.toml";

/// The folder of the entries, which every catalogue has.
pub(super) const MEASURES: &str = "measures";

/// The folder of the vocabularies. A catalogue without one has empty vocabularies.
pub(super) const VOCABULARY: &str = "vocabulary";

static DEMO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/catalogue");

/// Where the files come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A folder, made absolute.
    Folder(PathBuf),
    /// The demo catalogue that is embedded in the binary.
    Embedded,
}

/// What the file system says of one file: enough to notice a change without reading it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamp {
    /// Path inside the catalogue, with `/`.
    pub path: Arc<str>,
    /// Size in bytes.
    pub size: u64,
    /// Last change of the content, nanoseconds since 1970.
    pub modified: u64,
    /// Last change of the file's record (Unix `ctime`), nanoseconds since 1970; 0 where the system has none.
    pub changed: u64,
}

/// Why there is no catalogue at all.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The folder cannot be listed.
    #[error("{}: {cause}", shown(path))]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The folder exists, but has no `catalogue.toml`.
    #[error("{}: no catalogue.toml", shown(path))]
    NoManifest {
        /// The folder.
        path: PathBuf,
    },
}

/// A path is text from outside like any other.
fn shown(path: &Path) -> Text {
    Text::line(&path.to_string_lossy())
}

impl Source {
    /// The catalogue in this folder.
    ///
    /// # Errors
    /// When the folder cannot be read or holds no `catalogue.toml`.
    pub fn folder(path: &Path) -> Result<Self, SourceError> {
        let unreadable = |cause| SourceError::Unreadable { path: path.to_owned(), cause };
        let folder = std::path::absolute(path).map_err(unreadable)?;
        fs::read_dir(&folder).map_err(unreadable)?;
        if !folder.join(MANIFEST).is_file() {
            return Err(SourceError::NoManifest { path: path.to_owned() });
        }
        Ok(Self::Folder(folder))
    }

    /// The folder, if it is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Folder(path) => Some(path),
            Self::Embedded => None,
        }
    }

    /// All files that belong to the catalogue, in order of their paths: `*.toml` at the top, in `vocabulary/` and in
    /// `measures/`. Hidden files and editors' leftovers are passed over.
    ///
    /// What is there by mistake is named as well, so that [`read_register`](super::read_register) can report it and
    /// a look at the stamps notices when it is gone: `X.TOML`, a folder in `measures/`, and `measures` or `vocabulary`
    /// itself where it must not be read. Folders have an empty stamp.
    ///
    /// # Errors
    /// When the folder itself can no longer be listed.
    pub fn stamps(&self) -> Result<Vec<Stamp>, SourceError> {
        let mut stamps = match self {
            Self::Folder(root) => folder_stamps(root)?,
            Self::Embedded => embedded_stamps(),
        };
        stamps.sort_unstable();
        Ok(stamps)
    }

    /// The text of one file, without a byte order mark.
    ///
    /// # Errors
    /// A [`Diagnostic`] when the file cannot be read, is too large, not a file or not UTF-8.
    pub fn read(&self, path: &Arc<str>) -> Result<String, Box<Diagnostic>> {
        let bytes = match self {
            Self::Folder(root) => read_capped(root, path)?,
            Self::Embedded => DEMO.get_file(&**path).map(|file| file.contents().to_vec()).unwrap_or_default(),
        };
        let text = String::from_utf8(bytes).map_err(|error| Box::new(not_utf8(path, &error)))?;
        Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
    }

    /// Why one of the catalogue's folders is not read, if it is not.
    pub(super) fn folder_fault(&self, folder: &str) -> Option<Code> {
        folder_fault(self.path()?, folder)
    }

    /// Hash of a file's text, to notice that a file was touched but not changed; `None` when it cannot be read.
    pub fn content_hash(&self, path: &Arc<str>) -> Option<u64> {
        self.read(path).ok().map(|text| Self::hash(&text))
    }

    /// Hash of a text, equal for equal texts within one version of Lotse.
    pub(super) fn hash(text: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        hasher.finish()
    }
}

/// True for names that belong to a catalogue: `x.toml`, but not `.x.toml` (hidden) or `x.toml~`. `x.TOML` is named
/// too: whoever wrote it meant to add a file, and is told that it is not read.
fn is_catalogue_file(name: &str) -> bool {
    let suffix = name.len().checked_sub(".toml".len()).and_then(|start| name.get(start..));
    suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case(".toml")) && !name.starts_with('.')
}

fn folder_stamps(root: &Path) -> Result<Vec<Stamp>, SourceError> {
    let mut stamps = Vec::new();
    list(root, "", &mut stamps)?;
    for folder in [VOCABULARY, MEASURES] {
        match folder_fault(root, folder) {
            Some(_) => stamps.push(empty_stamp(folder.into())),
            None => list(root, folder, &mut stamps)?,
        }
    }
    Ok(stamps)
}

/// Why one of the catalogue's folders must not or cannot be read. The folder of the catalogue itself may well be a
/// link, but within it nothing leads out. One look per folder, however many files it holds.
fn folder_fault(root: &Path, folder: &str) -> Option<Code> {
    let path = root.join(folder);
    match fs::symlink_metadata(&path) {
        Ok(meta) if meta.is_symlink() && !stays_inside(root, &path) => Some(Code::Outside),
        Ok(_) => (!path.is_dir()).then_some(Code::MissingFolder),
        Err(_) => (folder == MEASURES).then_some(Code::MissingFolder),
    }
}

fn list(root: &Path, folder: &str, stamps: &mut Vec<Stamp>) -> Result<(), SourceError> {
    let path = root.join(folder);
    let unreadable = |cause| SourceError::Unreadable { path: path.clone(), cause };
    let entries = match fs::read_dir(&path) {
        Ok(entries) => entries,
        Err(cause) if !folder.is_empty() && cause.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(cause) => return Err(unreadable(cause)),
    };
    let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    for entry in entries {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if is_catalogue_file(&name) {
            stamps.push(stamp(format!("{prefix}{name}").into(), &entry.path()));
        } else if folder == MEASURES && is_stray_folder(&name, &entry) {
            stamps.push(empty_stamp(format!("{prefix}{name}").into()));
        }
    }
    Ok(())
}

/// A folder in `measures/`, but not `.git` and its like. The listing knows what an entry is; only links need a look.
fn is_stray_folder(name: &str, entry: &fs::DirEntry) -> bool {
    let is_folder = || {
        let kind = entry.file_type();
        kind.is_ok_and(|kind| kind.is_dir() || kind.is_symlink() && entry.path().is_dir())
    };
    !name.starts_with('.') && is_folder()
}

fn empty_stamp(path: Arc<str>) -> Stamp {
    Stamp { path, size: 0, modified: 0, changed: 0 }
}

/// A file that vanishes between listing and looking gets an empty stamp; reading it will tell.
fn stamp(path: Arc<str>, on_disk: &Path) -> Stamp {
    let Ok(meta) = fs::metadata(on_disk) else { return empty_stamp(path) };
    let modified = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Stamp {
        path,
        size: meta.len(),
        modified: modified.map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)),
        changed: record_change(&meta),
    }
}

#[cfg(unix)]
fn record_change(meta: &fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    let nanos = meta.ctime().saturating_mul(1_000_000_000).saturating_add(meta.ctime_nsec());
    u64::try_from(nanos).unwrap_or(0)
}

#[cfg(not(unix))]
fn record_change(_meta: &fs::Metadata) -> u64 {
    0
}

fn embedded_stamps() -> Vec<Stamp> {
    let folders = [Some(&DEMO), DEMO.get_dir(VOCABULARY), DEMO.get_dir(MEASURES)];
    let files = folders.into_iter().flatten().flat_map(Dir::files);
    files
        .filter_map(|file| Some((file.path().to_str()?.replace('\\', "/"), file.contents())))
        .filter(|(path, _)| path.rsplit('/').next().is_some_and(is_catalogue_file))
        .map(|(path, contents)| Stamp { path: path.into(), size: contents.len() as u64, modified: 0, changed: 0 })
        .collect()
}

fn read_capped(root: &Path, path: &Arc<str>) -> Result<Vec<u8>, Box<Diagnostic>> {
    let fault = |code| Box::new(Diagnostic::new(code, Location::file(path)));
    let unreadable = |error: io::Error| {
        Box::new(Diagnostic::new(Code::Unreadable, Location::file(path)).with("reason", &error.to_string()))
    };
    let on_disk = root.join(&**path);
    let mut meta = fs::symlink_metadata(&on_disk).map_err(unreadable)?;
    if meta.is_symlink() {
        if !stays_inside(root, &on_disk) {
            return Err(fault(Code::Outside));
        }
        meta = fs::metadata(&on_disk).map_err(unreadable)?;
    }
    if !meta.is_file() {
        return Err(fault(Code::NotAFile));
    }
    if meta.len() > MAX_FILE {
        return Err(too_large(path, meta.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
    let file = fs::File::open(&on_disk).map_err(unreadable)?;
    file.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(too_large(path, bytes.len() as u64));
    }
    Ok(bytes)
}

fn stays_inside(root: &Path, link: &Path) -> bool {
    let (Ok(root), Ok(target)) = (root.canonicalize(), link.canonicalize()) else { return false };
    target.starts_with(root)
}

fn too_large(path: &Arc<str>, size: u64) -> Box<Diagnostic> {
    let kib = |bytes: u64| (bytes / 1024).to_string();
    Box::new(
        Diagnostic::new(Code::TooLarge, Location::file(path)).with("size", &kib(size)).with("limit", &kib(MAX_FILE)),
    )
}

/// Points at the line with the first byte that is not UTF-8.
fn not_utf8(path: &Arc<str>, error: &std::string::FromUtf8Error) -> Diagnostic {
    let valid = error.utf8_error().valid_up_to();
    let readable = String::from_utf8_lossy(error.as_bytes());
    Diagnostic::new(Code::NotUtf8, Location::in_source(path, &readable, valid..valid + 1))
}
