//! The few things that upkeep does to files, one method for each: so that a test can let every single one fail.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// Most files that are brought to the disk at once.
const AT_ONCE: usize = 16;

/// What upkeep does to files.
pub trait Files: Send + Sync {
    /// The whole content.
    ///
    /// # Errors
    /// What the system says.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Where a path leads once links are followed.
    ///
    /// # Errors
    /// What the system says.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// The names in a folder.
    ///
    /// # Errors
    /// What the system says.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Writes a file that must not exist yet. Mode and owner are those of `like`, as far as the system allows; of a
    /// folder, without the right to execute.
    ///
    /// # Errors
    /// `AlreadyExists`, and what the system says. Then there may be part of a file.
    fn write_new(&self, path: &Path, content: &[u8], like: &Path) -> io::Result<()>;

    /// Adds to the end of a file, which is created like a new one when it is not there.
    ///
    /// # Errors
    /// What the system says.
    fn append(&self, path: &Path, content: &[u8], like: &Path) -> io::Result<()>;

    /// Brings the content of a file to the disk.
    ///
    /// # Errors
    /// What the system says.
    fn sync(&self, path: &Path) -> io::Result<()>;

    /// Brings the contents of many files to the disk.
    ///
    /// # Errors
    /// The first file of which the system says no; others may have reached the disk or not.
    fn sync_all(&self, paths: &[PathBuf]) -> Result<(), (PathBuf, io::Error)> {
        paths.iter().try_for_each(|path| self.sync(path).map_err(|cause| (path.clone(), cause)))
    }

    /// Brings the names in a folder to the disk, where the system knows such a thing.
    ///
    /// # Errors
    /// What the system says.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;

    /// Gives a file another name, in one step; a file of that name is replaced.
    ///
    /// # Errors
    /// What the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Deletes a file. One that is not there is fine.
    ///
    /// # Errors
    /// What the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes a folder with everything above it, with the mode of `like`. One that is there is fine.
    ///
    /// # Errors
    /// What the system says.
    fn create_folder(&self, path: &Path, like: &Path) -> io::Result<()>;
}

/// False when a link on the way to a file leads out of `root`. What is not there yet lies where the folder above it lies.
pub(super) fn stays_inside(files: &dyn Files, root: &Path, path: &Path) -> bool {
    let there = path.ancestors().skip(1).find_map(|folder| files.resolve(folder).ok());
    there.zip(files.resolve(root).ok()).is_some_and(|(there, root)| there.starts_with(root))
}

/// The files of the system.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        // Of a pipe nobody would ever see the end.
        if fs::metadata(path)?.is_file() { fs::read(path) } else { Err(io::ErrorKind::InvalidInput.into()) }
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    }

    fn write_new(&self, path: &Path, content: &[u8], like: &Path) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        rights::take_over(&file, like)?;
        file.write_all(content)
    }

    fn append(&self, path: &Path, content: &[u8], like: &Path) -> io::Result<()> {
        let is_new = !path.exists();
        let mut options = OpenOptions::new();
        // A link is nothing that Lotse has made; it could lead anywhere.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, rights::NO_LINK);
        let mut file = options.append(true).create(true).open(path)?;
        if is_new {
            rights::take_over(&file, like)?;
        }
        file.write_all(content)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        // Windows only flushes what was opened for writing.
        OpenOptions::new().write(true).open(path)?.sync_all()
    }

    /// Several at once: the disk, or the server of a network drive, answers many requests almost as soon as one.
    fn sync_all(&self, paths: &[PathBuf]) -> Result<(), (PathBuf, io::Error)> {
        let (next, refused) = (AtomicUsize::new(0), Mutex::new(None));
        let work = || {
            while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                if let Err(cause) = self.sync(path) {
                    // Nobody needs the rest.
                    next.store(paths.len(), Ordering::Relaxed);
                    let mut refused = refused.lock().unwrap_or_else(PoisonError::into_inner);
                    refused.get_or_insert((path.clone(), cause));
                }
            }
        };
        thread::scope(|scope| {
            // Where there can be no further thread, this one does it all.
            let more = (1..AT_ONCE.min(paths.len())).map(|_| thread::Builder::new().spawn_scoped(scope, work));
            let _threads: Vec<_> = more.collect();
            work();
        });
        refused.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), Err)
    }

    #[cfg(unix)]
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        match File::open(path)?.sync_all() {
            // Some network file systems cannot; their server takes care of it.
            Err(error) if matches!(error.raw_os_error(), Some(22 | 95)) => Ok(()),
            other => other,
        }
    }

    #[cfg(not(unix))]
    fn sync_folder(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    #[cfg(not(windows))]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Whoever reads the file at this moment is in the way; he is soon done.
    #[cfg(windows)]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        const TRIES: u32 = 8;
        for attempt in 0..TRIES {
            match fs::rename(from, to) {
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied && attempt + 1 < TRIES => {
                    std::thread::sleep(std::time::Duration::from_millis(10 << attempt));
                }
                other => return other,
            }
        }
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }

    fn create_folder(&self, path: &Path, like: &Path) -> io::Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        if let Some(above) = path.parent() {
            self.create_folder(above, like)?;
        }
        match fs::create_dir(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error),
            Ok(()) => rights::take_over(&File::open(path)?, like),
        }
    }
}

/// Colleagues must be able to read and write what one of them has saved.
#[cfg(unix)]
mod rights {
    use std::{
        fs::{self, File, Permissions},
        io,
        os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown},
        path::Path,
    };

    use rustix::io::Errno;

    /// Refuses to open a link.
    pub(super) const NO_LINK: i32 = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();

    /// Mode and, where one may, owner and group of `like`. A file does not take the right to execute from a folder.
    pub(super) fn take_over(file: &File, like: &Path) -> io::Result<()> {
        let (wanted, own) = (fs::metadata(like)?, file.metadata()?);
        if (wanted.uid(), wanted.gid()) != (own.uid(), own.gid()) {
            // Only root may give files away; the group is what counts, and one of one's own groups can be given.
            let _ = fchown(file, Some(wanted.uid()), Some(wanted.gid()))
                .or_else(|_| fchown(file, None, Some(wanted.gid())));
        }
        let from_folder = wanted.is_dir() && !own.is_dir();
        let mode = if from_folder { wanted.mode() & 0o666 } else { wanted.mode() & 0o7777 };
        match file.set_permissions(Permissions::from_mode(mode)) {
            // Sticks and some network drives know no modes: there everything is as open as everything else.
            Err(error) if no_modes(&error) => Ok(()),
            other => other,
        }
    }

    fn no_modes(error: &io::Error) -> bool {
        let known = [Errno::PERM, Errno::NOTSUP, Errno::NOSYS];
        known.iter().any(|errno| error.raw_os_error() == Some(errno.raw_os_error()))
    }
}

/// Windows gives a file the rights of its folder by itself.
#[cfg(not(unix))]
mod rights {
    use std::{fs::File, io, path::Path};

    pub(super) fn take_over(_file: &File, _like: &Path) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_files_are_synced_or_the_one_in_the_way_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let mut paths: Vec<PathBuf> = (0..100).map(|number| folder.path().join(format!("{number}.toml"))).collect();
        paths.iter().for_each(|path| fs::write(path, "x").unwrap());
        assert!(Disk.sync_all(&paths).is_ok() && Disk.sync_all(&[]).is_ok());
        paths.insert(50, folder.path().join("fehlt.toml"));
        let (path, cause) = Disk.sync_all(&paths).unwrap_err();
        assert_eq!((path, cause.kind()), (paths[50].clone(), io::ErrorKind::NotFound));
    }
}
