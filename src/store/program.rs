//! Finds the programs that Lotse starts: only in folders that the user's `PATH` names whole.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The program of this name in the folders of `PATH`, or at this path; `None` when there is none.
///
/// `.` and other relative folders in `PATH` are passed over: they would mean the folder in which the program is
/// started, which may be a catalogue.
pub fn find_program(name: &Path) -> Option<PathBuf> {
    if name.components().count() > 1 {
        return is_program(name).then(|| name.to_owned());
    }
    let folders = env::var_os("PATH")?;
    let whole = env::split_paths(&folders).filter(|folder| folder.is_absolute());
    let mut found = whole.flat_map(|folder| spellings(&folder.join(name)));
    found.find(|path| is_program(path))
}

/// Windows adds one of several endings to the name of a program.
fn spellings(path: &Path) -> Vec<PathBuf> {
    let mut all = vec![path.to_owned()];
    if cfg!(windows) {
        all.extend(["exe", "cmd", "bat", "com"].map(|ending| path.with_extension(ending)));
    }
    all
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.is_file())
}
