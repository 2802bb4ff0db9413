//! Where the git repository around a catalogue lies, found without asking git: git would read its settings.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The name of a repository in its work tree.
const DOT_GIT: &str = ".git";
/// What git leaves while it writes, and what is in the way when it was killed.
const INDEX_LOCK: &str = "index.lock";

/// The work tree in which a catalogue lies. Nothing of its settings is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkTree {
    top: PathBuf,
}

impl WorkTree {
    /// The innermost work tree around `folder`: the folder that holds `.git`, whatever that is. `None` when there is
    /// none, or no such folder.
    pub fn around(folder: &Path) -> Option<Self> {
        let folder = folder.canonicalize().ok()?;
        let top = folder.ancestors().find(|above| fs::symlink_metadata(above.join(DOT_GIT)).is_ok())?;
        Some(Self { top: top.to_owned() })
    }

    /// The folder that holds `.git`, with all links followed: by this it is trusted or not.
    pub fn top(&self) -> &Path {
        &self.top
    }

    pub(super) fn repository(&self) -> PathBuf {
        self.top.join(DOT_GIT)
    }

    /// The lock of git's index, if there is one. Without git at work, it was left by one that was killed, and git
    /// refuses everything until somebody deletes it.
    pub fn index_lock(&self) -> Option<PathBuf> {
        Some(self.repository().join(INDEX_LOCK)).filter(|lock| lock.exists())
    }
}
