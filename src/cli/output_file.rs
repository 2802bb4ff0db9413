//! Puts what a command has made where the user wants it: each file old or new, never half of it.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::{Component, Path, PathBuf},
};

use super::{CliError, Context, Exit, shown};
use crate::{
    base::{AtomicWrite, Text, read_at_most},
    catalogue::MEASURES,
    locale::{Localize as _, Texts},
    store::{Disk, Files as _, put_file},
};

/// Folders of a catalogue in which nothing but its own files lies.
const KEPT_FOLDERS: [&str; 4] = [MEASURES, "vocabulary", ".lotse", ".git"];

/// Where a path leads once links are followed.
pub(super) enum LinkTarget {
    /// A file, which may not be there yet.
    File(PathBuf),
    /// Something that is no file, such as a pipe or a device: it is written to, never replaced.
    Device(PathBuf),
}

impl LinkTarget {
    /// Looks where `path` leads, before any work is done.
    pub(super) fn of(path: &Path, texts: &Texts) -> Result<Self, CliError> {
        let place = match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => {
                let message = texts.with("cli-put-folder", &[("path", shown(path).into())]);
                return Err(CliError::new(Exit::Unreadable, message).hint(texts.get("cli-put-folder-hint")));
            }
            Ok(meta) if !meta.is_file() => return Ok(Self::Device(path.to_owned())),
            Ok(_) => path.canonicalize(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => new_file(path),
            Err(error) => Err(error),
        };
        place.map(Self::File).map_err(|error| failed(path, &error, texts))
    }

    /// The same for what is no part of the catalogue in force: where its own files lie, it would be taken for an entry
    /// or replace one.
    pub(super) fn outside_catalogue(path: &Path, context: &Context) -> Result<Self, CliError> {
        let place = Self::of(path, &context.texts)?;
        if matches!(&place, Self::File(path) if belongs_to_catalogue(path, context)) {
            let message = context.texts.with("cli-put-in-catalogue", &[("path", shown(path).into())]);
            return Err(CliError::new(Exit::Usage, message).hint(context.texts.get("cli-put-in-catalogue-hint")));
        }
        Ok(place)
    }

    pub(super) fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Device(path) => path,
        }
    }

    /// Writes it all, or leaves a file as it was.
    pub(super) fn write(&self, content: &[u8], texts: &Texts) -> Result<(), CliError> {
        let written = match self {
            Self::File(path) => replace(path, content),
            Self::Device(path) => pour(path, content),
        };
        written.map_err(|error| failed(self.path(), &error, texts))
    }
}

/// Puts files into a folder, which is made when it is not there, and says how many of them have changed. A file that
/// has this content already is not touched; after an error, those before it are in place.
pub(super) fn files(folder: &Path, files: &[(String, String)], texts: &Texts) -> Result<usize, CliError> {
    fs::create_dir_all(folder).map_err(|error| failed(folder, &error, texts))?;
    let mut changed = 0;
    for (name, content) in files {
        let path = folder.join(name);
        if read_at_most(&path, content.len() as u64).is_ok_and(|there| there == content.as_bytes()) {
            continue;
        }
        LinkTarget::of(&path, texts)?.write(content.as_bytes(), texts)?;
        changed += 1;
    }
    Ok(changed)
}

/// The same for a folder inside the catalogue `root`, with the rights of its entries, and nowhere else.
pub(super) fn files_in_catalogue(
    root: &Path,
    folder: &Path,
    files: &[(String, String)],
    texts: &Texts,
) -> Result<usize, CliError> {
    let (disk, like) = (Disk::within(root), root.join(MEASURES));
    disk.create_folder(folder, &like).map_err(|error| failed(folder, &error, texts))?;
    let mut changed = 0;
    for (name, content) in files {
        let path = folder.join(name);
        if disk.read(&path, content.len() as u64).is_ok_and(|there| there == content.as_bytes()) {
            continue;
        }
        put_file(&disk, &path, content.as_bytes(), &like).map_err(|error| failed(&path, &error, texts))?;
        changed += 1;
    }
    Ok(changed)
}

/// A new file lies where its folder leads.
fn new_file(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    Ok(folder_of(path).canonicalize()?.join(name))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn belongs_to_catalogue(path: &Path, context: &Context) -> bool {
    let source = context.source().ok();
    let root = source.as_ref().and_then(|(source, _)| source.path()).and_then(|root| root.canonicalize().ok());
    let Some(inside) = root.as_ref().and_then(|root| path.strip_prefix(root).ok()) else { return false };
    let kept = |name: &Component<'_>| KEPT_FOLDERS.iter().any(|kept| name.as_os_str().eq_ignore_ascii_case(kept));
    let toml = inside.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    toml || inside.components().next().is_some_and(|first| kept(&first))
}

fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    if path.exists() {
        // What is made read-only, or is open in Excel, is meant to stay.
        OpenOptions::new().append(true).open(path)?;
    }
    let _may_be_lost_with_the_power = AtomicWrite::to(path).shared().write(content)?;
    Ok(())
}

/// A pipe or a device takes the bytes; whoever stops listening has seen enough.
fn pour(path: &Path, content: &[u8]) -> io::Result<()> {
    let written = OpenOptions::new().write(true).open(path).and_then(|mut file| file.write_all(content));
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

fn failed(path: &Path, error: &io::Error, texts: &Texts) -> CliError {
    let reason = Text::line(&error.localize(texts)).to_string();
    let message = texts.with("cli-put-failed", &[("path", shown(path).into()), ("reason", reason.into())]);
    let answer = CliError::new(Exit::Unreadable, message);
    match error.kind() {
        io::ErrorKind::PermissionDenied if path.is_file() => answer.hint(texts.get("cli-put-failed-open")),
        io::ErrorKind::NotFound => answer.hint(texts.get("cli-put-failed-missing")),
        // No other folder helps.
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => answer,
        _ => answer.hint(texts.get("cli-put-failed-hint")),
    }
}
