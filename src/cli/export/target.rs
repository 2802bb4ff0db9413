//! Where an export goes: to stdout or into a file, which is replaced as a whole or not at all.

use std::{
    fs::{self, OpenOptions},
    io::{self, IsTerminal, Write as _},
    path::{Component, Path, PathBuf},
};

use super::{CliError, Context, Exit, ExportFormat, output, shown};
use crate::{
    catalogue::Text,
    locale::{Texts, system::reason},
    upkeep::{Disk, Files as _},
};

/// Folders of a catalogue in which nothing but its own files lies.
const KEPT_FOLDERS: [&str; 4] = ["measures", "vocabulary", ".lotse", ".git"];

/// Where an export goes.
pub(super) enum Target {
    /// To stdout.
    Stdout {
        /// True when somebody reads it on a screen.
        terminal: bool,
    },
    /// Into this file; links have been followed.
    File(PathBuf),
    /// Into something that is no file, such as a pipe or a device: it is written to, never replaced.
    Device(PathBuf),
}

impl Target {
    /// Looks where `output` leads, before any work is done. Without it, and for `-`, that is stdout.
    ///
    /// # Errors
    /// When nothing can or may be written there.
    pub fn of(output: Option<&Path>, format: ExportFormat, context: &Context) -> Result<Self, CliError> {
        let texts = &context.texts;
        let Some(path) = output.filter(|path| *path != Path::new("-")) else {
            let terminal = io::stdout().is_terminal();
            if terminal && format == ExportFormat::Xlsx {
                let error = CliError::new(Exit::Usage, texts.get("export-xlsx-terminal").into_owned());
                return Err(error.hint(texts.get("export-xlsx-terminal-hint")));
            }
            return Ok(Self::Stdout { terminal });
        };
        let target = match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => {
                let message = texts.with("export-is-folder", &[("path", shown(path).into())]);
                return Err(CliError::new(Exit::Unreadable, message).hint(texts.get("export-is-folder-hint")));
            }
            Ok(meta) if !meta.is_file() => return Ok(Self::Device(path.to_owned())),
            Ok(_) => path.canonicalize(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => new_file(path),
            Err(error) => Err(error),
        };
        let target = target.map_err(|error| failed(path, &error, texts))?;
        if belongs_to_catalogue(&target, context) {
            let message = texts.with("export-in-catalogue", &[("path", shown(path).into())]);
            return Err(CliError::new(Exit::Usage, message).hint(texts.get("export-in-catalogue-hint")));
        }
        Ok(Self::File(target))
    }

    /// True when the export is read on a screen.
    pub fn is_terminal(&self) -> bool {
        matches!(self, Self::Stdout { terminal: true })
    }

    /// The file or device.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdout { .. } => None,
            Self::File(path) | Self::Device(path) => Some(path),
        }
    }

    /// Writes it all, or leaves a file as it was.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, content: &[u8], texts: &Texts) -> Result<(), CliError> {
        let (path, written) = match self {
            Self::Stdout { .. } => return output::print_bytes(&[content], texts),
            Self::File(path) => (path, replace(path, content)),
            Self::Device(path) => (path, pour(path, content)),
        };
        written.map_err(|error| failed(path, &error, texts))
    }
}

/// A new file lies where its folder leads.
fn new_file(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    Ok(folder_of(path).canonicalize()?.join(name))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// True for places in the catalogue in force where an export would be taken for an entry, or replace one.
fn belongs_to_catalogue(path: &Path, context: &Context) -> bool {
    let source = context.source().ok();
    let root = source.as_ref().and_then(|(source, _)| source.path()).and_then(|root| root.canonicalize().ok());
    let Some(inside) = root.as_ref().and_then(|root| path.strip_prefix(root).ok()) else { return false };
    let kept = |name: &Component<'_>| KEPT_FOLDERS.iter().any(|kept| name.as_os_str().eq_ignore_ascii_case(kept));
    let toml = inside.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    toml || inside.components().next().is_some_and(|first| kept(&first))
}

/// A temporary file beside it, brought to the disk, takes its place in one step.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    let before = match fs::metadata(path) {
        Ok(meta) => {
            // What is made read-only, or is open in Excel, is meant to stay.
            OpenOptions::new().append(true).open(path)?;
            Some(meta.permissions())
        }
        Err(_) => None,
    };
    let mut file = new_temporary(folder)?;
    file.write_all(content)?;
    if let Some(permissions) = before {
        // Drives without modes are as open as they are.
        let _ = file.as_file().set_permissions(permissions);
    }
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    // From here on the new file is there; a folder that cannot be brought to the disk changes nothing about that.
    let _ = Disk.sync_folder(folder);
    Ok(())
}

/// As open to colleagues as any file that the user makes here.
#[cfg(unix)]
fn new_temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    tempfile::Builder::new().prefix(".lotse-").suffix(".tmp").permissions(mode).tempfile_in(folder)
}

#[cfg(not(unix))]
fn new_temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    tempfile::Builder::new().prefix(".lotse-").suffix(".tmp").tempfile_in(folder)
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
    let reason = Text::line(&reason(error, texts)).to_string();
    let message = texts.with("export-failed", &[("path", shown(path).into()), ("reason", reason.into())]);
    let told = CliError::new(Exit::Unreadable, message);
    match error.kind() {
        io::ErrorKind::PermissionDenied if path.is_file() => told.hint(texts.get("export-failed-open")),
        io::ErrorKind::NotFound => told.hint(texts.get("export-failed-folder")),
        _ => told,
    }
}
