//! What the system has to be asked: whether a folder takes files, how much is free.

#[cfg(not(unix))]
use std::fs;
use std::{io, path::Path};

use tempfile::NamedTempFile;

/// Writes a hidden file of a few bytes; it goes when the answer is dropped.
fn write_into(folder: &Path) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(".lotse-probe-").tempfile_in(folder)?;
    io::Write::write_all(&mut file, b"probe\n")?;
    Ok(file)
}

/// Whether files can be written into a folder of Lotse's own. It is tried only there: where the folder is not made yet, the
/// nearest one above it is asked without writing.
pub(super) fn would_write(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        return write_into(folder).map(drop);
    }
    may_write_into(folder.ancestors().find(|folder| folder.exists()).unwrap_or(folder))
}

/// Whether files may be written into a folder, without trying it: a catalogue is only read.
#[cfg(unix)]
pub(super) fn may_write_into(folder: &Path) -> io::Result<()> {
    use rustix::fs::Access;
    Ok(rustix::fs::access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

#[cfg(not(unix))]
pub(super) fn may_write_into(folder: &Path) -> io::Result<()> {
    let read_only = fs::metadata(folder)?.permissions().readonly();
    if read_only { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) }
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
