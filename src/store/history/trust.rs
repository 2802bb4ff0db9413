//! Which folders a user trusts: git runs programs that its repository names only there.

use std::{
    io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::git::WorkTree;
use crate::base::{AtomicWrite, private, read_at_most};

/// The file in the user's folder for state.
const FILE: &str = "trust.json";
/// Longest file of decisions that is read, in bytes.
const LONGEST: u64 = 1 << 20;
const VERSION: u32 = 1;

/// What a user has said of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Git works as its users expect, with hooks, filters and signatures.
    Trusted,
    /// Nothing that the folder names is run.
    Untrusted,
    /// Nobody has said anything: as untrusted.
    Undecided,
}

/// Knows what a user has said of folders, and where git may keep small files of its own.
#[derive(Clone, Debug, Default)]
pub struct TrustStore {
    file: Option<PathBuf>,
    scratch: Option<PathBuf>,
    /// What was said of a folder for as long as this process lives, because it could not be kept.
    spoken: Vec<Decision>,
}

/// What was said of one folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Decision {
    path: PathBuf,
    trusted: bool,
}

#[derive(Default, Serialize, Deserialize)]
struct Decisions {
    version: u32,
    folders: Vec<Decision>,
}

impl TrustStore {
    /// What was said is kept in the user's folder `state`. Git's small files lie in the user's `cache`, or else where
    /// the system keeps temporary ones.
    pub fn new(state: Option<&Path>, cache: Option<&Path>) -> Self {
        let scratch = cache.map(|cache| cache.join("git"));
        Self { file: state.map(|state| state.join(FILE)), scratch, spoken: Vec::new() }
    }

    /// What was said of a work tree.
    ///
    /// # Errors
    /// When what was said cannot be read any more. Then nothing is trusted.
    pub fn of(&self, tree: &WorkTree) -> io::Result<Trust> {
        let spoken = self.spoken.iter().rev().find(|decision| decision.path == tree.top()).cloned();
        let decision = match spoken {
            Some(decision) => Some(decision),
            None => self.read()?.folders.into_iter().find(|decision| decision.path == tree.top()),
        };
        Ok(match decision {
            Some(Decision { trusted: true, .. }) => Trust::Trusted,
            Some(Decision { trusted: false, .. }) => Trust::Untrusted,
            None => Trust::Undecided,
        })
    }

    /// Keeps what was said of a work tree. It holds from now on, also when it cannot be kept for the next time.
    ///
    /// # Errors
    /// When it cannot be kept for the next time.
    pub fn decide(&mut self, tree: &WorkTree, trusted: bool) -> io::Result<()> {
        let decision = Decision { path: tree.top().to_owned(), trusted };
        self.spoken.push(decision.clone());
        let mut decisions = self.read()?;
        decisions.folders.retain(|known| known.path != decision.path);
        decisions.folders.push(decision);
        self.write(&decisions)
    }

    /// Where decisions are kept, if anywhere.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    pub(super) fn scratch(&self) -> PathBuf {
        self.scratch.clone().unwrap_or_else(std::env::temp_dir)
    }

    fn read(&self) -> io::Result<Decisions> {
        let Some(file) = &self.file else { return Ok(Decisions::default()) };
        let bytes = match read_at_most(file, LONGEST) {
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(Decisions::default());
            }
            other => other?,
        };
        let decisions: Decisions = serde_json::from_slice(&bytes).map_err(|_| io::ErrorKind::InvalidData)?;
        if decisions.version == VERSION { Ok(decisions) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    fn write(&self, decisions: &Decisions) -> io::Result<()> {
        let file = self.file.as_ref().ok_or(io::ErrorKind::NotFound)?;
        let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
        let decisions = Decisions { version: VERSION, folders: decisions.folders.clone() };
        private::create_folders(folder)?;
        AtomicWrite::to(file).with_prefix(".trust").write(&serde_json::to_vec_pretty(&decisions)?)?
    }
}
