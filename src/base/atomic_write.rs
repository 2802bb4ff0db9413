//! Files replaced in one step: whoever reads, and whatever happens, there is the old file or the new one, whole.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::Path,
};

/// How the names of temporary files begin.
pub const TEMPORARY: &str = ".lotse-";

/// How a file is replaced: temporary file in the same folder, fsync, rename, fsync of the folder.
#[derive(Clone, Copy, Debug)]
pub struct AtomicWrite<'p> {
    path: &'p Path,
    temporary_in: &'p Path,
    prefix: &'p str,
    is_shared: bool,
}

impl<'p> AtomicWrite<'p> {
    /// Will replace or make the file at `path`, for nobody but its owner.
    pub fn to(path: &'p Path) -> Self {
        Self { path, temporary_in: folder_of(path), prefix: TEMPORARY, is_shared: false }
    }

    /// With the temporary file in another folder of the same file system.
    pub fn by_way_of(self, folder: &'p Path) -> Self {
        Self { temporary_in: folder, ..self }
    }

    /// With a temporary file whose name begins like this.
    pub fn with_prefix(self, prefix: &'p str) -> Self {
        Self { prefix, ..self }
    }

    /// As open to others as the file that is there, or else as any file that the user makes.
    pub fn shared(self) -> Self {
        Self { is_shared: true, ..self }
    }

    /// Replaces the file. Then says whether its name has reached the disk as well: a folder that cannot be synced changes
    /// nothing about the file that is in place.
    ///
    /// # Errors
    /// What the system says. Then the old file is still there.
    pub fn write(self, content: &[u8]) -> io::Result<io::Result<()>> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(self.prefix);
        #[cfg(unix)]
        if self.is_shared {
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        }
        let mut file = builder.tempfile_in(self.temporary_in)?;
        file.write_all(content)?;
        if let Some(before) = fs::metadata(self.path).ok().filter(|_| self.is_shared) {
            // Drives without modes are as open as they are.
            let _ = file.as_file().set_permissions(before.permissions());
        }
        file.as_file().sync_all()?;
        let mut waiting = Some(file.into_temp_path());
        insist(|| match waiting.take() {
            None => Ok(()),
            Some(temporary) => temporary.persist(self.path).map_err(|refused| {
                waiting = Some(refused.path);
                refused.error
            }),
        })?;
        Ok(sync_folder(folder_of(self.path)))
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Gives a file another name, in one step; a file of that name is replaced.
///
/// # Errors
/// What the system says.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    insist(|| fs::rename(from, to))
}

/// Takes a step again for some seconds while somebody is in the way: on Windows a file that is being read cannot be
/// replaced, and whoever reads it is soon done.
fn insist(mut step: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    const TRIES: u32 = 8;
    let mut tried = 1;
    loop {
        match step() {
            Err(error) if cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied && tried < TRIES => {
                std::thread::sleep(std::time::Duration::from_millis(5 << tried));
                tried += 1;
            }
            other => return other,
        }
    }
}

/// Brings the names in a folder to the disk.
///
/// # Errors
/// What the system says. Windows cannot open a folder for syncing; its renames are ordered by the journal of the file system.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        // Some network file systems cannot (EINVAL, EOPNOTSUPP); their server takes care of it.
        Err(error) if matches!(error.raw_os_error(), Some(22 | 95)) => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        for content in ["eins", "zwei"] {
            AtomicWrite::to(&path).write(content.as_bytes()).unwrap().unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), content);
        }
        assert!(AtomicWrite::to(&folder.path().join("fehlt/x")).write(b"x").is_err());
        fs::create_dir(folder.path().join("ordner")).unwrap();
        assert!(AtomicWrite::to(&folder.path().join("ordner")).write(b"x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_for_its_owner_unless_it_is_shared() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let path = folder.path().join("x");
        AtomicWrite::to(&path).write(b"x").unwrap().unwrap();
        assert_eq!(mode(&path), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
        AtomicWrite::to(&path).shared().write(b"x").unwrap().unwrap();
        assert_eq!(mode(&path), 0o664);
    }
}
