//! Files and folders of the user's own, for nobody else from the moment they exist and whatever the umask says: entries hold
//! internal notes, and even names of files say what somebody works at.

use std::{
    fs::{DirBuilder, File, OpenOptions},
    io::{self, Write as _},
    path::Path,
};

use tempfile::{Builder, TempDir};

/// Makes a folder, and those above it where they are missing.
///
/// # Errors
/// What the system says.
pub(super) fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, ONLY_MINE);
    builder.recursive(true).create(folder)
}

/// A folder of an unused name in the folder `place`, which is made where it is missing, or without one where the system
/// keeps temporary files. It goes when it is dropped.
///
/// # Errors
/// What the system says.
pub(super) fn temporary_folder(prefix: &str, place: Option<&Path>) -> io::Result<TempDir> {
    let mut builder = Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    builder.permissions(only_mine());
    let folder = match place {
        Some(place) => create_folder(place).and_then(|()| builder.tempdir_in(place)),
        None => builder.tempdir(),
    }?;
    // A umask can have taken away what the user needs as well.
    #[cfg(unix)]
    std::fs::set_permissions(folder.path(), only_mine())?;
    Ok(folder)
}

/// Makes a file that must not exist yet.
///
/// # Errors
/// What the system says.
pub(super) fn new_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(file)
}

/// Puts a file in its place in the folder `folder`, which is made where it is missing: the old one or the new one, whole.
/// `prefix` begins the name of what lies there until then.
///
/// # Errors
/// What the system says. Then the old one is still there.
pub(super) fn replace(folder: &Path, name: &str, content: &[u8], prefix: &str) -> io::Result<()> {
    create_folder(folder)?;
    // Readable by its owner only, as everything that is made like this.
    let mut file = Builder::new().prefix(prefix).tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    file.persist(folder.join(name)).map_err(|error| error.error)?;
    Ok(())
}

/// The mode of a folder into which only its owner may look. On Windows the folders are those of the user's profile.
#[cfg(unix)]
const ONLY_MINE: u32 = 0o700;

#[cfg(unix)]
fn only_mine() -> std::fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(ONLY_MINE)
}
