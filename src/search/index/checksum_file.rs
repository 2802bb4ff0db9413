//! Small binary files beside an index, and texts in it: sealed with a hash, files replaced atomically.

use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    io::{self, Write as _},
    path::Path,
};

use serde::{Serialize, de::DeserializeOwned};

use crate::search::{error::SearchError, index::private};

/// Largest file that is read back, in bytes: the list of a hundred thousand files, each with three faults, is smaller.
const MOST: u64 = 256 << 20;

/// How the names of temporary files begin.
pub(in crate::search) const TEMPORARY: &str = ".lotse-";

/// Writes `value` so that a reader finds either the old file or the new one, whole.
pub(in crate::search) fn write<T: Serialize>(path: &Path, value: &T) -> Result<(), SearchError> {
    let payload = postcard::to_stdvec(value)?;
    if payload.len() as u64 + 8 > MOST {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge).into());
    }
    let mut bytes = hash(&payload).to_le_bytes().to_vec();
    bytes.extend(payload);
    Ok(replace(path, &bytes)?)
}

/// Reads what [`write()`] wrote.
///
/// # Errors
/// [`SearchError::Damaged`] when the file is no ordinary one, cut, damaged, of another version, or says what cannot be.
pub(in crate::search) fn read<T: DeserializeOwned>(path: &Path) -> Result<T, SearchError> {
    let damaged = || SearchError::Damaged(path.file_name().unwrap_or_default().into());
    let bytes = match private::read(path, MOST) {
        Err(error) if error.kind() == io::ErrorKind::InvalidData => return Err(damaged()),
        other => other?,
    };
    let (seal, payload) = bytes.split_first_chunk::<8>().ok_or_else(damaged)?;
    if hash(payload).to_le_bytes() != *seal {
        return Err(damaged());
    }
    postcard::from_bytes(payload).map_err(|_| damaged())
}

/// One line of text that says `value` and is sealed as well.
pub(in crate::search) fn to_text<T: Serialize>(value: &T) -> Result<String, SearchError> {
    let text = serde_json::to_string(value).map_err(io::Error::from)?;
    Ok(format!("{:016x}{text}", hash(text.as_bytes())))
}

/// Reads what [`to_text()`] wrote.
///
/// # Errors
/// [`SearchError::Incomplete`] when the text is cut, damaged or of another version.
pub(in crate::search) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, SearchError> {
    let (seal, text) = text.split_at_checked(16).ok_or(SearchError::Incomplete)?;
    if format!("{:016x}", hash(text.as_bytes())) != seal {
        return Err(SearchError::Incomplete);
    }
    serde_json::from_str(text).map_err(|_| SearchError::Incomplete)
}

/// Replaces a file: temporary file in the same folder, fsync, rename, fsync of the folder.
pub(in crate::search) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    replace_by_way_of(folder, path, bytes)
}

/// Replaces a file, with the temporary file in another folder of the same file system.
pub(in crate::search) fn replace_by_way_of(way: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(way)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    sync_folder(folder)
}

/// Brings the names in a folder to the disk.
#[cfg(unix)]
pub(in crate::search) fn sync_folder(folder: &Path) -> io::Result<()> {
    match fs::File::open(folder)?.sync_all() {
        // Some network file systems cannot (EINVAL, EOPNOTSUPP); their server takes care of it.
        Err(error) if matches!(error.raw_os_error(), Some(22 | 95)) => Ok(()),
        other => other,
    }
}

/// Windows cannot open a folder for syncing; its renames are ordered by the journal of the file system.
#[cfg(not(unix))]
pub(in crate::search) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// What a file of this content is sealed with.
fn hash(payload: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(payload);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_text_is_noticed() {
        let text = to_text(&vec!["Frau Stark — §".to_owned()]).unwrap();
        assert_eq!(from_text::<Vec<String>>(&text).unwrap(), ["Frau Stark — §"]);
        for cut in (0..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
            assert!(from_text::<Vec<String>>(&text[..cut]).is_err(), "cut at {cut}");
        }
        assert!(from_text::<Vec<String>>(&text.replace("Stark", "Starr")).is_err());
    }

    #[test]
    fn a_damaged_file_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.bin");
        write(&path, &vec!["Frau Stark".to_owned()]).unwrap();
        assert_eq!(read::<Vec<String>>(&path).unwrap(), ["Frau Stark"]);
        let whole = fs::read(&path).unwrap();
        for cut in 0..whole.len() {
            fs::write(&path, &whole[..cut]).unwrap();
            assert!(read::<Vec<String>>(&path).is_err(), "cut at {cut}");
        }
        for flipped in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[flipped] ^= 0x10;
            fs::write(&path, &bytes).unwrap();
            assert!(read::<Vec<String>>(&path).is_err(), "bit flipped at {flipped}");
        }
    }
}
