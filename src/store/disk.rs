//! The files of a catalogue folder on the disk: nothing outside of the folder is ever written.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Component, Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::SystemTime,
};

use super::Files;
use crate::{
    base::{self, read_at_most},
    catalogue::LeadsOutside,
};

/// Most files that are brought to the disk at once.
const AT_ONCE: usize = 16;

/// The files of the system in one folder. A path that leads out of the folder, by its own words or through a link, is
/// refused: whatever a catalogue holds, nothing else is written through it.
#[derive(Clone, Debug)]
pub struct Disk {
    root: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// To be made; it must not exist.
    Create,
    /// To be written on at its end; it is made when it does not exist.
    Append,
    /// To be brought to the disk. It must exist, and must be one that may be written.
    Sync,
}

impl Disk {
    /// The files in the folder `root`, which may itself be a link.
    pub fn within(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The one place in which a file of a catalogue is opened for writing. [`LeadsOutside`] when it lies outside of the
    /// folder or is a link.
    fn open_to_write(&self, path: &Path, purpose: Purpose) -> io::Result<File> {
        let path = self.inside(path)?;
        let mut options = OpenOptions::new();
        match purpose {
            Purpose::Create => options.write(true).create_new(true),
            Purpose::Append => options.append(true).create(true),
            // Windows only flushes what was opened for writing.
            Purpose::Sync => options.write(true),
        };
        // A link is nothing that Lotse has made; it could lead anywhere.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, rights::NO_LINK);
        #[cfg(not(unix))]
        if fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_symlink()) {
            return Err(LeadsOutside.into());
        }
        options.open(path)
    }

    /// The path with all links of its folder followed. The file itself need not exist; where it is a link, the link is
    /// meant.
    fn inside(&self, path: &Path) -> io::Result<PathBuf> {
        let (Some(folder), Some(Component::Normal(name))) = (path.parent(), path.components().next_back()) else {
            return Err(LeadsOutside.into());
        };
        Ok(self.folder_inside(folder)?.join(name))
    }

    /// A folder of the catalogue, with all links followed.
    fn folder_inside(&self, folder: &Path) -> io::Result<PathBuf> {
        let folder = folder.canonicalize()?;
        if folder.starts_with(self.root.canonicalize()?) { Ok(folder) } else { Err(LeadsOutside.into()) }
    }
}

impl Files for Disk {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let path = path.canonicalize()?;
        if !path.starts_with(self.root.canonicalize()?) {
            return Err(LeadsOutside.into());
        }
        read_at_most(&path, most)
    }

    fn changed(&self, path: &Path) -> io::Result<SystemTime> {
        fs::symlink_metadata(path)?.modified()
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    }

    fn write_new(&self, path: &Path, content: &[u8], like: &Path) -> io::Result<()> {
        let mut file = self.open_to_write(path, Purpose::Create)?;
        let written = rights::take_over(&file, like).and_then(|()| file.write_all(content));
        written.inspect_err(|_| {
            // Half a file is none.
            drop(file);
            let _ = self.remove(path);
        })
    }

    fn append(&self, path: &Path, content: &[u8], like: &Path) -> io::Result<()> {
        let is_new = !path.exists();
        let mut file = self.open_to_write(path, Purpose::Append)?;
        if is_new {
            rights::take_over(&file, like)?;
        }
        let length = file.metadata()?.len();
        file.write_all(content).inspect_err(|_| {
            // Half a line would be one that nobody can read. Where it cannot be taken back, the next one begins anew.
            let _ = file.set_len(length);
        })
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.open_to_write(path, Purpose::Sync)?.sync_all()
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

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        base::sync_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        base::rename(&self.inside(from)?, &self.inside(to)?)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        match self.inside(path).and_then(fs::remove_file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }

    fn create_folder(&self, path: &Path, like: &Path) -> io::Result<()> {
        if path.is_dir() {
            return self.folder_inside(path).map(drop);
        }
        if let Some(above) = path.parent() {
            self.create_folder(above, like)?;
        }
        let path = self.inside(path)?;
        match fs::create_dir(&path) {
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
        let disk = Disk::within(folder.path());
        let mut paths: Vec<PathBuf> = (0..100).map(|number| folder.path().join(format!("{number}.toml"))).collect();
        paths.iter().for_each(|path| fs::write(path, "x").unwrap());
        assert!(disk.sync_all(&paths).is_ok() && disk.sync_all(&[]).is_ok());
        paths.insert(50, folder.path().join("fehlt.toml"));
        let (path, cause) = disk.sync_all(&paths).unwrap_err();
        assert_eq!((path, cause.kind()), (paths[50].clone(), io::ErrorKind::NotFound));
    }

    /// Every way to write, on every way out of the folder.
    #[cfg(unix)]
    #[test]
    fn nothing_is_written_outside_of_the_folder() {
        use std::os::unix::fs::symlink;
        let both = tempfile::tempdir().unwrap();
        let (root, other) = (both.path().join("katalog"), both.path().join("fremd"));
        fs::create_dir(&root).unwrap();
        fs::create_dir(&other).unwrap();
        fs::write(other.join("x"), "alt").unwrap();
        fs::write(root.join("neu"), "neu").unwrap();
        symlink(&other, root.join("ordner")).unwrap();
        symlink(other.join("x"), root.join("datei")).unwrap();
        let disk = Disk::within(&root);
        for path in ["ordner/x", "ordner/y", "../fremd/x", "../fremd/y", "ordner/../fremd/y", "..", "."] {
            let path = root.join(path);
            assert!(disk.write_new(&path, b"x", &root).is_err(), "{path:?}");
            assert!(disk.append(&path, b"x", &root).is_err(), "{path:?}");
            assert!(disk.sync(&path).is_err(), "{path:?}");
            assert!(disk.rename(&root.join("neu"), &path).is_err(), "{path:?}");
            assert!(disk.rename(&path, &root.join("geholt")).is_err(), "{path:?}");
            assert!(disk.remove(&path).is_err(), "{path:?}");
            assert!(disk.read(&path, 100).is_err(), "{path:?}");
            let folder = path.join("z");
            assert!(disk.create_folder(&folder, &root).is_err() || folder == root.join("./z"), "{path:?}");
        }
        for link in ["datei", "ordner"] {
            assert!(disk.append(&root.join(link), b"x", &root).is_err() && disk.sync(&root.join(link)).is_err());
        }
        assert_eq!(fs::read_to_string(other.join("x")).unwrap(), "alt");
        assert_eq!(fs::read_dir(&other).unwrap().count(), 1);
    }

    #[test]
    fn what_could_not_be_added_whole_is_not_added() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::within(folder.path());
        let path = folder.path().join("x");
        disk.append(&path, b"eins\n", folder.path()).unwrap();
        disk.append(&path, b"zwei\n", folder.path()).unwrap();
        assert_eq!(disk.read(&path, 10).unwrap(), b"eins\nzwei\n");
        assert_eq!(disk.read(&path, 9).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        assert!(disk.read(folder.path(), 9).is_err());
    }
}
