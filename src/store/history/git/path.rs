//! Paths as git is told of them and as it answers with them.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

/// A path without wildcards or magic. The global `--literal-pathspecs` would hold for the hooks as well, and a hook
/// that looks at `*.toml` would find nothing to check.
pub(super) fn literally(path: &Path) -> OsString {
    let mut words = OsString::from(":(literal)");
    words.push(path);
    words
}

/// The path without links, also where its end does not exist (any more).
pub(super) fn real(path: &Path) -> PathBuf {
    let through_parent = || Some(real(path.parent()?).join(path.file_name()?));
    path.canonicalize().ok().or_else(through_parent).unwrap_or_else(|| path.to_owned())
}

#[cfg(unix)]
pub(super) fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    std::ffi::OsStr::from_bytes(bytes).into()
}

/// Elsewhere git writes paths in UTF-8.
#[cfg(not(unix))]
pub(super) fn path(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}
