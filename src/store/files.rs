//! The few things that upkeep does to files, one method for each: so that a test can let every single one fail.

use std::{
    io,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// How the name of a file ends that is to take the place of another.
pub(super) const TEMPORARY: &str = "tmp";

/// What upkeep does to files. An error is what the system says.
pub trait Files: Send + Sync {
    /// The whole content of a file of `most` bytes at most; `FileTooLarge` when it has more.
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;

    /// When the content of a file was changed last.
    fn changed(&self, path: &Path) -> io::Result<SystemTime>;

    /// Where a path leads once links are followed.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// The names in a folder.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Writes a file that must not exist yet. Mode and owner are those of `like`, as far as the system allows; of a
    /// folder, without the right to execute. After an error there is no part of a file, unless the process is killed.
    fn write_new(&self, path: &Path, content: &[u8], like: &Path) -> io::Result<()>;

    /// Adds to the end of a file, which is created like a new one when it is not there. After an error it is as long as
    /// before, where the system lets it.
    fn append(&self, path: &Path, content: &[u8], like: &Path) -> io::Result<()>;

    /// Brings the content of a file to the disk.
    fn sync(&self, path: &Path) -> io::Result<()>;

    /// Brings the contents of many files to the disk. The error names the first of which the system says no; others may have
    /// reached the disk or not.
    fn sync_all(&self, paths: &[PathBuf]) -> Result<(), (PathBuf, io::Error)> {
        paths.iter().try_for_each(|path| self.sync(path).map_err(|cause| (path.clone(), cause)))
    }

    /// Brings the names in a folder to the disk, where the system knows such a thing.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;

    /// Gives a file another name, in one step; a file of that name is replaced.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Deletes a file. One that is not there is fine.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes a folder with everything above it, with the mode of `like`. One that is there is fine.
    fn create_folder(&self, path: &Path, like: &Path) -> io::Result<()>;
}

/// Puts a file in its place, old or new and never half of it: beside it first, on the disk, then renamed. Mode and owner
/// are those of `like`.
///
/// # Errors
/// What the system says. Unless it is said of the folder, the old file is still there.
pub fn put_file(files: &dyn Files, path: &Path, content: &[u8], like: &Path) -> io::Result<()> {
    let temporary = beside(path, TEMPORARY);
    files.remove(&temporary)?;
    let written = files.write_new(&temporary, content, like).and_then(|()| files.sync(&temporary));
    written.and_then(|()| files.rename(&temporary, path)).inspect_err(|_| drop(files.remove(&temporary)))?;
    path.parent().map_or(Ok(()), |folder| files.sync_folder(folder))
}

/// A hidden name beside a file, such as `.frauenprojekt.toml.lock`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{suffix}"))
}
