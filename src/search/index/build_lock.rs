//! Who is filling a folder: a lock that goes with its process, so that nobody clears away what is still being built and
//! what a killed process has left is known at once.

use std::{
    fs::{File, TryLockError},
    path::Path,
};

/// The file that is locked; it stays when the folder is finished.
pub(in crate::search) const LOCK: &str = "building.lock";

/// The lock on a folder that is being filled.
#[derive(Debug)]
pub(in crate::search) struct Claim {
    /// `None` where there are no locks: then the age of the folder decides.
    _lock: Option<File>,
}

/// What has become of whoever filled a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Owner {
    /// Still at it.
    Alive,
    /// Done, or killed.
    Gone,
    /// Nobody can tell: there is no lock, or the file system knows none.
    Unknown,
}

impl Claim {
    /// Claims a folder that was just made.
    pub(in crate::search) fn on(folder: &Path) -> Self {
        let lock = File::create(folder.join(LOCK)).ok().filter(|file| file.try_lock().is_ok());
        Self { _lock: lock }
    }
}

/// Whether somebody is filling this folder.
pub(in crate::search) fn owner_of(folder: &Path) -> Owner {
    let Ok(file) = File::options().read(true).write(true).open(folder.join(LOCK)) else { return Owner::Unknown };
    match file.try_lock() {
        Ok(()) => Owner::Gone,
        Err(TryLockError::WouldBlock) => Owner::Alive,
        Err(TryLockError::Error(_)) => Owner::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_holds_as_long_as_its_owner() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(owner_of(folder.path()), Owner::Unknown);
        let claim = Claim::on(folder.path());
        assert_eq!(owner_of(folder.path()), Owner::Alive);
        drop(claim);
        assert_eq!(owner_of(folder.path()), Owner::Gone);
        assert_eq!(owner_of(&folder.path().join("nowhere")), Owner::Unknown);
    }
}
