//! What the file system says of the files of a catalogue, gathered without reading them.

use std::{fs, io, path::Path, sync::Arc, thread, time::UNIX_EPOCH};

use include_dir::Dir;
use serde::{Deserialize, Serialize};

use super::{
    Code, Id, inside,
    layout::{MEASURES, SourceError, VOCABULARY, name_in_entry_path},
};

/// What the file system says of one file: enough to notice a change without reading it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileMeta {
    /// Path inside the catalogue, with `/`.
    #[serde(deserialize_with = "inside")]
    pub path: Arc<str>,
    /// Size in bytes.
    pub size: u64,
    /// Last change of the content, nanoseconds since 1970.
    pub modified: u64,
    /// Last change of the file's record (Unix `ctime`), nanoseconds since 1970; 0 where the system has none.
    pub changed: u64,
}

/// True for names that belong to a catalogue: `x.toml`, but not `.x.toml` (hidden) or `x.toml~`. `x.TOML` is named
/// too: whoever wrote it meant to add a file, and is told that it is not read.
fn is_catalogue_file(name: &str) -> bool {
    let suffix = name.len().checked_sub(".toml".len()).and_then(|start| name.get(start..));
    suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case(".toml")) && !name.starts_with('.')
}

/// The files of a catalogue, unordered: those at the top and in these folders.
pub(super) fn listed(root: &Path, folders: &[&str]) -> Result<Vec<FileMeta>, SourceError> {
    let mut files = Vec::new();
    list(root, "", &mut files)?;
    for folder in folders {
        match folder_fault(root, folder) {
            Some(_) => files.push(empty_meta((*folder).into())),
            None => list(root, folder, &mut files)?,
        }
    }
    look_at(root, &mut files);
    Ok(files)
}

/// True for `measures/<id>.toml`: a file of such a name is listed by it on every system.
pub(super) fn is_entry(path: &str) -> bool {
    name_in_entry_path(path).is_some_and(|id| Id::parse(id).is_some())
}

/// One file as a listing would give it: of whatever stands there, also a link that leads nowhere.
pub(super) fn of_file(root: &Path, path: &Arc<str>) -> Option<FileMeta> {
    match fs::symlink_metadata(root.join(&**path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        _ => {
            let mut file = empty_meta(path.clone());
            look(root, &mut file);
            Some(file)
        }
    }
}

/// From so many files on, two threads look at them: each look is a call into the system that mostly waits.
const MANY: usize = 4_000;

fn look_at(root: &Path, files: &mut [FileMeta]) {
    let threads = if files.len() < MANY { 1 } else { thread::available_parallelism().map_or(1, usize::from).min(8) };
    let share = files.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let mut shares = files.chunks_mut(share);
        let own = shares.next();
        for others in shares {
            scope.spawn(move || others.iter_mut().for_each(|file| look(root, file)));
        }
        own.into_iter().flatten().for_each(|file| look(root, file));
    });
}

/// Why one of the catalogue's folders must not or cannot be read. The folder of the catalogue itself may well be a
/// link, but within it nothing leads out. One look per folder, however many files it holds.
pub(super) fn folder_fault(root: &Path, folder: &str) -> Option<Code> {
    let path = root.join(folder);
    match fs::symlink_metadata(&path) {
        Ok(meta) if meta.is_symlink() && !stays_inside(root, &path) => Some(Code::Outside),
        Ok(_) => (!path.is_dir()).then_some(Code::MissingFolder),
        Err(_) => (folder == MEASURES).then_some(Code::MissingFolder),
    }
}

fn list(root: &Path, folder: &str, files: &mut Vec<FileMeta>) -> Result<(), SourceError> {
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
        if is_catalogue_file(&name) || folder == MEASURES && is_stray_folder(&name, &entry) {
            files.push(empty_meta(format!("{prefix}{name}").into()));
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

fn empty_meta(path: Arc<str>) -> FileMeta {
    FileMeta { path, size: 0, modified: 0, changed: 0 }
}

/// A file that vanishes between listing and looking keeps nothing but its path; reading it will tell. So does a folder.
fn look(root: &Path, file: &mut FileMeta) {
    let Ok(meta) = fs::metadata(root.join(&*file.path)) else { return };
    if meta.is_dir() {
        return;
    }
    let modified = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    file.size = meta.len();
    file.modified = modified.map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX));
    file.changed = record_change(&meta);
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

pub(super) fn of_embedded(demo: &'static Dir<'static>) -> Vec<FileMeta> {
    let folders = [Some(demo), demo.get_dir(VOCABULARY), demo.get_dir(MEASURES)];
    let files = folders.into_iter().flatten().flat_map(Dir::files);
    files
        .filter_map(|file| Some((file.path().to_str()?.replace('\\', "/"), file.contents())))
        .filter(|(path, _)| path.rsplit('/').next().is_some_and(is_catalogue_file))
        .map(|(path, contents)| FileMeta { path: path.into(), size: contents.len() as u64, modified: 0, changed: 0 })
        .collect()
}

/// True when a link leads to something below `root`.
pub(super) fn stays_inside(root: &Path, link: &Path) -> bool {
    let (Ok(root), Ok(target)) = (root.canonicalize(), link.canonicalize()) else { return false };
    target.starts_with(root)
}
