//! Where a catalogue's files come from: a folder on disk, or the demo catalogue inside the binary.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use include_dir::{Dir, include_dir};

use super::{
    Code, Diagnostic, Location,
    file_meta::{self, FileMeta},
    layout::{MANIFEST, MEASURES, SourceError, VOCABULARY},
};
use crate::base::{read_at_most, stable_hash, stable_hash_of_all};

/// Largest file that is read, in bytes. The longest real entry has some 10,000.
pub const MAX_FILE: u64 = 1 << 20;

static DEMO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/catalogue");

/// Where the files come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A folder, made absolute.
    Folder(PathBuf),
    /// The demo catalogue that is embedded in the binary.
    Embedded,
}

/// A path leads out of the catalogue folder, by its own words or through a link: nothing is written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("leads out of the catalogue")]
pub struct LeadsOutside;

impl From<LeadsOutside> for io::Error {
    fn from(outside: LeadsOutside) -> Self {
        Self::new(io::ErrorKind::InvalidInput, outside)
    }
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

    /// Makes sure that the catalogue is still where it was.
    ///
    /// # Errors
    /// When its folder cannot be read or has lost its `catalogue.toml`.
    pub fn still_there(&self) -> Result<(), SourceError> {
        self.path().map_or(Ok(()), |path| Self::folder(path).map(drop))
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
    /// a look at the files notices when it is gone: `X.TOML`, a folder in `measures/`, and `measures` or `vocabulary`
    /// itself where it must not be read. Folders have no size and no times.
    ///
    /// # Errors
    /// When the folder itself can no longer be listed.
    pub fn files(&self) -> Result<Vec<FileMeta>, SourceError> {
        let mut files = match self {
            Self::Folder(root) => file_meta::listed(root, &[VOCABULARY, MEASURES])?,
            Self::Embedded => file_meta::of_embedded(&DEMO),
        };
        files.sort_unstable();
        Ok(files)
    }

    /// The files besides the entries: enough to read what entries refer to.
    ///
    /// # Errors
    /// When the folder itself can no longer be listed.
    pub fn register_files(&self) -> Result<Vec<FileMeta>, SourceError> {
        match self {
            Self::Folder(root) => file_meta::listed(root, &[VOCABULARY]),
            Self::Embedded => self.files(),
        }
    }

    /// These entries alone, `None` for those that are not there.
    ///
    /// Nothing at all when only a look at everything tells what has become of them: for other files than
    /// `measures/<id>.toml`, for the embedded catalogue, and when the folder of the entries cannot be read.
    pub fn stamps_of(&self, paths: &[Arc<str>]) -> Option<Vec<(Arc<str>, Option<FileMeta>)>> {
        let root = self.path()?;
        let readable = paths.iter().all(|path| file_meta::is_entry(path)) && self.folder_fault(MEASURES).is_none();
        readable.then(|| paths.iter().map(|path| (path.clone(), file_meta::of_file(root, path))).collect())
    }

    /// The text of one file, without a byte order mark.
    ///
    /// # Errors
    /// A [`Diagnostic`] when the file cannot be read, is too large, not a file or not UTF-8.
    pub fn read(&self, path: &Arc<str>) -> Result<String, Box<Diagnostic<Code>>> {
        let bytes = match self {
            Self::Folder(root) => read_capped(root, path)?,
            Self::Embedded => DEMO.get_file(&**path).map(|file| file.contents().to_vec()).unwrap_or_default(),
        };
        let text = String::from_utf8(bytes).map_err(|error| Box::new(not_utf8(path, &error)))?;
        Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
    }

    /// Why one of the catalogue's folders is not read, if it is not.
    pub(super) fn folder_fault(&self, folder: &str) -> Option<Code> {
        file_meta::folder_fault(self.path()?, folder)
    }

    /// Hash of a file's text, to notice that a file was touched but not changed; `None` when it cannot be read.
    pub fn content_hash(&self, path: &Arc<str>) -> Option<u64> {
        self.read(path).ok().map(|text| Self::hash(&text))
    }

    /// Hash of all files of the embedded catalogue.
    pub fn embedded_hash() -> u64 {
        let files = file_meta::of_embedded(&DEMO);
        let files = files.iter().filter_map(|file| DEMO.get_file(&*file.path));
        stable_hash_of_all(files.map(include_dir::File::contents))
    }

    /// Hash of a file's text, without a byte order mark.
    pub(super) fn hash(text: &str) -> u64 {
        stable_hash(text.as_bytes())
    }
}

fn read_capped(root: &Path, path: &Arc<str>) -> Result<Vec<u8>, Box<Diagnostic<Code>>> {
    let fault = |code| Box::new(Diagnostic::new(code, Location::file(path)));
    let unreadable =
        |error: io::Error| Box::new(Diagnostic::new(Code::Unreadable, Location::file(path)).with_cause(&error));
    let on_disk = root.join(&**path);
    let mut meta = fs::symlink_metadata(&on_disk).map_err(unreadable)?;
    if meta.is_symlink() {
        if !file_meta::stays_inside(root, &on_disk) {
            return Err(fault(Code::Outside));
        }
        meta = fs::metadata(&on_disk).map_err(unreadable)?;
    }
    if !meta.is_file() {
        return Err(fault(Code::NotAFile));
    }
    read_at_most(&on_disk, MAX_FILE).map_err(|error| match Diagnostic::too_large(path, meta.len().max(MAX_FILE + 1)) {
        Some(fault) if error.kind() == io::ErrorKind::FileTooLarge => Box::new(fault),
        _ => unreadable(error),
    })
}

impl Diagnostic<Code> {
    /// The fault of a file of so many bytes that nobody would read any more.
    pub fn too_large(path: &Arc<str>, size: u64) -> Option<Self> {
        let kib = |bytes: u64| (bytes / 1024).to_string();
        let fault = || Self::new(Code::TooLarge, Location::file(path)).with("size", &kib(size));
        (size > MAX_FILE).then(|| fault().with("limit", &kib(MAX_FILE)))
    }
}

/// Points at the line with the first byte that is not UTF-8.
fn not_utf8(path: &Arc<str>, error: &std::string::FromUtf8Error) -> Diagnostic<Code> {
    let valid = error.utf8_error().valid_up_to();
    let readable = String::from_utf8_lossy(error.as_bytes());
    Diagnostic::new(Code::NotUtf8, Location::in_source(path, &readable, valid..valid + 1))
}
