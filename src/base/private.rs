//! Files and folders of the user's own, for nobody else from the moment they exist and whatever the umask says: entries and
//! indexes hold internal notes, and even names of files say what somebody works at. On Windows a folder has the rights of the
//! one above it: those of the user's profile.

use std::{
    fs::{DirBuilder, File, OpenOptions},
    io,
    path::Path,
};

use tempfile::{Builder, TempDir};

/// The mode of a folder into which only its owner may look.
#[cfg(unix)]
const OWN_FOLDER: u32 = 0o700;

/// The mode of a file that only its owner may read.
#[cfg(unix)]
const OWN_FILE: u32 = 0o600;

/// Makes a folder, and those above it where they are missing. One that is there is fine.
///
/// # Errors
/// What the system says.
pub fn create_folders(folder: &Path) -> io::Result<()> {
    builder().recursive(true).create(folder)
}

/// Makes a folder that must not exist yet.
///
/// # Errors
/// `AlreadyExists`, and what the system says.
pub fn create_new_folder(folder: &Path) -> io::Result<()> {
    builder().create(folder)
}

fn builder() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, OWN_FOLDER);
    builder
}

/// A folder of an unused name in the folder `place`, which is made where it is missing, or without one where the system
/// keeps temporary files. It goes when it is dropped.
///
/// # Errors
/// What the system says.
pub fn temporary_folder(prefix: &str, place: Option<&Path>) -> io::Result<TempDir> {
    let mut builder = Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    builder.permissions(mode(OWN_FOLDER));
    let folder = match place {
        Some(place) => create_folders(place).and_then(|()| builder.tempdir_in(place)),
        None => builder.tempdir(),
    }?;
    // A umask can have taken away what the user needs as well.
    #[cfg(unix)]
    std::fs::set_permissions(folder.path(), mode(OWN_FOLDER))?;
    Ok(folder)
}

/// Makes a file that must not exist yet.
///
/// # Errors
/// What the system says.
pub fn new_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, OWN_FILE);
    let file = options.open(path)?;
    #[cfg(unix)]
    file.set_permissions(mode(OWN_FILE))?;
    Ok(file)
}

#[cfg(unix)]
fn mode(bits: u32) -> std::fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(bits)
}

/// Takes the rights of others away from a folder of one's own, as earlier versions made them.
pub fn tighten(folder: &Path) {
    #[cfg(unix)]
    tighten_to(folder, OWN_FOLDER);
    #[cfg(not(unix))]
    let _ = folder;
}

/// Takes the rights of others away from a folder of one's own and from the files in it.
pub fn tighten_all(folder: &Path) {
    tighten(folder);
    #[cfg(unix)]
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_file()) {
            tighten_to(&entry.path(), OWN_FILE);
        }
    }
}

/// Where modes are unknown, or the file is somebody else's, everything stays as it is: that is no reason to fail.
#[cfg(unix)]
fn tighten_to(path: &Path, bits: u32) {
    use std::os::unix::fs::MetadataExt as _;
    let Ok(found) = std::fs::symlink_metadata(path) else { return };
    let own = found.uid() == rustix::process::geteuid().as_raw();
    if own && !found.is_symlink() && found.mode() & 0o077 != 0 {
        let _ = std::fs::set_permissions(path, mode(bits));
    }
}
