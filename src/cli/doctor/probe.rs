//! What can only be found out by trying: whether a folder takes files, and whether the system tells of them.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::mpsc::channel,
    time::Duration,
};

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};
use tempfile::NamedTempFile;

/// So long the system may take to tell of a new file.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// Writes a hidden file of a few bytes; it goes when the answer is dropped.
///
/// # Errors
/// What the system says.
pub(super) fn write_into(folder: &Path) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(".lotse-probe-").tempfile_in(folder)?;
    io::Write::write_all(&mut file, b"probe\n")?;
    Ok(file)
}

/// Whether files can be written into a folder, or into the nearest one above it that exists.
///
/// # Errors
/// What the system says.
pub(super) fn would_write(folder: &Path) -> io::Result<()> {
    let there = folder.ancestors().find(|folder| folder.exists());
    write_into(there.unwrap_or(folder)).map(drop)
}

/// Whether the system tells of new files in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Events {
    Come,
    /// None came although one was due.
    Missing,
    /// The system has no watch to give, or not for this folder.
    Refused,
    /// Without the right to write there is nothing to try it with.
    Untried,
}

/// Tries whether the system tells of a file that is written into this folder.
pub(super) fn events(folder: &Path) -> Events {
    let (send, receive) = channel();
    let watcher = RecommendedWatcher::new(
        move |event: notify::Result<notify::Event>| {
            let _ = send.send(event.is_ok());
        },
        notify::Config::default(),
    );
    let Ok(mut watcher) = watcher else { return Events::Refused };
    if watcher.watch(folder, RecursiveMode::NonRecursive).is_err() {
        return Events::Refused;
    }
    let Ok(_file) = write_into(folder) else { return Events::Untried };
    match receive.recv_timeout(PATIENCE) {
        Ok(true) => Events::Come,
        _ => Events::Missing,
    }
}

/// Bytes that are free for this user where a folder lies, or would lie; `None` where the system does not tell.
#[cfg(unix)]
pub(super) fn free_space(folder: &Path) -> Option<u64> {
    let there = folder.ancestors().find(|folder| folder.exists())?;
    let system = rustix::fs::statvfs(there).ok()?;
    Some(system.f_bavail.saturating_mul(system.f_frsize))
}

#[cfg(not(unix))]
pub(super) fn free_space(_folder: &Path) -> Option<u64> {
    None
}

/// The program of this name in the folders of `PATH`, or at this path.
pub(super) fn program(name: &Path) -> Option<PathBuf> {
    if name.components().count() > 1 {
        return is_program(name).then(|| name.to_owned());
    }
    let folders = std::env::var_os("PATH")?;
    let mut found = std::env::split_paths(&folders).flat_map(|folder| spellings(&folder.join(name)));
    found.find(|path| is_program(path))
}

/// Windows adds one of several endings to the name of a program.
fn spellings(path: &Path) -> Vec<PathBuf> {
    let mut all = vec![path.to_owned()];
    if cfg!(windows) {
        all.extend(["exe", "cmd", "bat", "com"].map(|ending| path.with_extension(ending)));
    }
    all
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.is_file())
}
