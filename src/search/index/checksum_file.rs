//! Small binary files beside an index, and texts in it: sealed with a hash, files replaced atomically.

use std::{io, path::Path};

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    base::{AtomicWrite, is_not_ordinary, read_no_link, stable_hash},
    search::SearchError,
};

/// Largest file that is read back, in bytes: the list of a hundred thousand files, each with three faults, is smaller.
const MOST: u64 = 256 << 20;

/// Writes `value` so that a reader finds either the old file or the new one, whole.
pub(in crate::search) fn write<T: Serialize>(path: &Path, value: &T) -> Result<(), SearchError> {
    let payload = postcard::to_stdvec(value)?;
    if payload.len() as u64 + 8 > MOST {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge).into());
    }
    let mut bytes = stable_hash(&payload).to_le_bytes().to_vec();
    bytes.extend(payload);
    Ok(replace(path, &bytes)?)
}

/// Reads what [`write()`] wrote. [`SearchError::Damaged`] when the file is no ordinary one, cut, damaged, of another
/// version, or says what cannot be.
pub(in crate::search) fn read<T: DeserializeOwned>(path: &Path) -> Result<T, SearchError> {
    let damaged = || SearchError::Damaged(path.file_name().unwrap_or_default().into());
    let bytes = match read_no_link(path, MOST) {
        Err(error) if is_not_ordinary(&error) => return Err(damaged()),
        other => other?,
    };
    let (seal, payload) = bytes.split_first_chunk::<8>().ok_or_else(damaged)?;
    if stable_hash(payload).to_le_bytes() != *seal {
        return Err(damaged());
    }
    postcard::from_bytes(payload).map_err(|_| damaged())
}

/// One line of text that says `value` and is sealed as well.
pub(super) fn to_text<T: Serialize>(value: &T) -> Result<String, SearchError> {
    let text = serde_json::to_string(value).map_err(io::Error::from)?;
    Ok(format!("{:016x}{text}", stable_hash(text.as_bytes())))
}

/// Reads what [`to_text()`] wrote. [`SearchError::Incomplete`] when the text is cut, damaged or of another version.
pub(super) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, SearchError> {
    let (seal, text) = text.split_at_checked(16).ok_or(SearchError::Incomplete)?;
    if format!("{:016x}", stable_hash(text.as_bytes())) != seal {
        return Err(SearchError::Incomplete);
    }
    serde_json::from_str(text).map_err(|_| SearchError::Incomplete)
}

/// Replaces a file, and brings its name to the disk.
pub(in crate::search) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    AtomicWrite::to(path).write(bytes)?
}

#[cfg(test)]
mod tests {
    use std::fs;

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
