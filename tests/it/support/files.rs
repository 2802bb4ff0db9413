//! Files and folders: those of the fixtures, and copies of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The one entry of the catalogue without a fault.
pub(crate) fn sound_entry() -> String {
    fs::read_to_string(fixtures().join("sound/measures/angebot.toml")).unwrap()
}

/// Copies a folder into another one; what is there and not in the first stays.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { assert!(fs::copy(&path, &target).is_ok()) }
    }
}
