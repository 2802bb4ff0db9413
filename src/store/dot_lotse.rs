//! The folder `.lotse` in a catalogue: what Lotse notes beside the entries. It may be deleted whenever nobody writes.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::Files;
use crate::catalogue::MEASURES;

const NAME: &str = ".lotse";

/// Where something lies in it.
pub(super) fn path(catalogue: &Path, part: &str) -> PathBuf {
    catalogue.join(NAME).join(part)
}

/// Where a file of a part of it goes; the part is made when it is not there yet, with the rights of the entries.
pub(super) fn place_for(files: &dyn Files, catalogue: &Path, part: &str, name: &str) -> io::Result<PathBuf> {
    let folder = path(catalogue, part);
    let rights = catalogue.join(MEASURES);
    files.create_folder(&folder, &rights)?;
    // What lies here is no part of anybody's commits.
    let ignore = path(catalogue, ".gitignore");
    if let Err(error) = files.write_new(&ignore, b"*\n", &rights)
        && error.kind() != io::ErrorKind::AlreadyExists
    {
        // Half of it would stay for good.
        let _ = files.remove(&ignore);
    }
    Ok(folder.join(name))
}
