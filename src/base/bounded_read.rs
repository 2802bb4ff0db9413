//! Reading files of which nobody knows who has written them: ordinary ones only, and no more than a sensible length.

use std::{
    fs::{self, File, Metadata},
    io::{self, Read as _},
    path::Path,
};

/// The content of the file at `path`, also behind links, of `most` bytes at most. Of a pipe nobody would ever see the end,
/// and a device has none.
///
/// # Errors
/// `IsADirectory`, `NotSeekable` for what is no file either, `FileTooLarge`, and what the system says.
pub fn read_at_most(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    read_ordinary(path, &fs::metadata(path)?, most)
}

/// The same, but of a file that is no link.
///
/// # Errors
/// As [`read_at_most()`]; a link is `NotSeekable`.
pub fn read_no_link(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    read_ordinary(path, &fs::symlink_metadata(path)?, most)
}

/// The same, but also of a pipe or a device, such as `/dev/stdin`.
///
/// # Errors
/// `IsADirectory`, `FileTooLarge`, and what the system says.
pub fn read_stream(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let opened = File::open(path)?;
    if opened.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    read_open(opened, 0, most)
}

/// True for what these functions say of a file that is no ordinary one or too large.
pub fn is_not_ordinary(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::IsADirectory | io::ErrorKind::NotSeekable | io::ErrorKind::FileTooLarge)
}

fn read_ordinary(path: &Path, found: &Metadata, most: u64) -> io::Result<Vec<u8>> {
    if found.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !found.is_file() {
        return Err(io::ErrorKind::NotSeekable.into());
    }
    if found.len() > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    read_open(File::open(path)?, found.len(), most)
}

/// The rest of what is open; it may have grown meanwhile.
fn read_open(file: File, expected: u64, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use io::ErrorKind::{FileTooLarge, IsADirectory, NotFound};

    use super::*;

    #[test]
    fn no_more_than_the_length_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        fs::write(&path, "eins").unwrap();
        for read in [read_at_most, read_no_link, read_stream] {
            assert_eq!(read(&path, 4).unwrap(), b"eins");
            assert_eq!(read(&path, u64::MAX).unwrap(), b"eins");
            assert_eq!(read(&path, 3).unwrap_err().kind(), FileTooLarge);
            assert_eq!(read(&folder.path().join("fehlt"), 3).unwrap_err().kind(), NotFound);
        }
        assert_eq!(read_at_most(folder.path(), 3).unwrap_err().kind(), IsADirectory);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("x"), folder.path().join("link"));
        fs::write(&path, "eins").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert_eq!(read_at_most(&link, 4).unwrap(), b"eins");
        assert_eq!(read_no_link(&link, 4).unwrap_err().kind(), io::ErrorKind::NotSeekable);
        let endless = Path::new("/dev/zero");
        assert_eq!(read_at_most(endless, 4).unwrap_err().kind(), io::ErrorKind::NotSeekable);
        assert_eq!(read_stream(endless, 4).unwrap_err().kind(), FileTooLarge);
    }
}
