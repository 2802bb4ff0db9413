//! Whether somebody is filling a folder: a lock that goes with its process, so that nobody clears away what is still being built and
//! what a killed process has left is known at once.

use std::{
    fs::{File, TryLockError},
    path::Path,
};

/// The file that is locked; it stays when the folder is finished.
const LOCK: &str = "building.lock";

#[derive(Debug)]
pub(super) struct BuildLock {
    /// `None` where there are no locks: then the age of the folder decides.
    _lock: Option<File>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BuildState {
    /// It goes on.
    Running,
    /// It is done, or was killed.
    Ended,
    /// Nobody can tell: there is no lock, or the file system knows none.
    Unknown,
}

impl BuildLock {
    pub(super) fn acquire(folder: &Path) -> Self {
        let lock = File::create(folder.join(LOCK)).ok().filter(|file| file.try_lock().is_ok());
        Self { _lock: lock }
    }
}

pub(super) fn build_state(folder: &Path) -> BuildState {
    let Ok(file) = File::options().read(true).write(true).open(folder.join(LOCK)) else { return BuildState::Unknown };
    match file.try_lock() {
        Ok(()) => BuildState::Ended,
        Err(TryLockError::WouldBlock) => BuildState::Running,
        Err(TryLockError::Error(_)) => BuildState::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_holds_as_long_as_its_owner() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(build_state(folder.path()), BuildState::Unknown);
        let lock = BuildLock::acquire(folder.path());
        assert_eq!(build_state(folder.path()), BuildState::Running);
        drop(lock);
        assert_eq!(build_state(folder.path()), BuildState::Ended);
        assert_eq!(build_state(&folder.path().join("nowhere")), BuildState::Unknown);
    }
}
