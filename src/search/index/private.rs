//! Keeps what lies in the cache to its owner, and takes only ordinary files for what was written there: an index holds
//! internal notes, and whatever is read back is as foreign as a file of somebody else.

use std::{
    fs::{self, DirBuilder, File},
    io::{self, Read as _},
    path::Path,
};

use crate::search::error::SearchError;

/// Makes a folder that only its owner may look into, and the ones above it where they are missing.
///
/// # Errors
/// What the file system says.
pub(in crate::search) fn create_all(folder: &Path) -> io::Result<()> {
    builder().recursive(true).create(folder)
}

/// Makes a folder that only its owner may look into.
///
/// # Errors
/// What the file system says, also when it is there already.
pub(in crate::search) fn create(folder: &Path) -> io::Result<()> {
    builder().create(folder)
}

/// The bytes of an ordinary file of at most `most` bytes. Of a pipe nobody would ever see the end.
///
/// # Errors
/// What the file system says; [`io::ErrorKind::InvalidData`] when it is no ordinary file or longer.
pub(in crate::search) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let found = fs::symlink_metadata(path)?;
    if !found.is_file() || found.len() > most {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0));
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    // It has grown meanwhile.
    if bytes.len() as u64 > most { Err(io::ErrorKind::InvalidData.into()) } else { Ok(bytes) }
}

/// Bytes of all files of an index, before anybody opens one of them.
///
/// # Errors
/// [`SearchError::Damaged`] when something lies there that is no ordinary file; what the file system says.
pub(in crate::search) fn size_of_ordinary(folder: &Path) -> Result<u64, SearchError> {
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

#[cfg(unix)]
fn builder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt as _;
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

/// Windows gives a folder the rights of the one above it: those of the user's profile.
#[cfg(not(unix))]
fn builder() -> DirBuilder {
    DirBuilder::new()
}

/// Takes the rights of others away from a folder of one's own, as earlier versions made them.
#[cfg(unix)]
pub(in crate::search) fn tighten(folder: &Path) {
    tighten_to(folder, 0o700);
}

/// Takes the rights of others away from a folder of one's own and from the files in it.
#[cfg(unix)]
pub(in crate::search) fn tighten_all(folder: &Path) {
    tighten(folder);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_file()) {
            tighten_to(&entry.path(), 0o600);
        }
    }
}

/// Where modes are unknown, or the file is somebody else's, everything stays as it is: that is no reason to fail.
#[cfg(unix)]
fn tighten_to(path: &Path, mode: u32) {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let Ok(found) = fs::symlink_metadata(path) else { return };
    let own = found.uid() == rustix::process::geteuid().as_raw();
    if own && !found.is_symlink() && found.mode() & 0o077 != 0 {
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode));
    }
}

#[cfg(not(unix))]
pub(in crate::search) fn tighten(_folder: &Path) {}

#[cfg(not(unix))]
pub(in crate::search) fn tighten_all(_folder: &Path) {}
