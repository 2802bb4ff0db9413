//! What is asked of a save, and what it answers.

use std::{io, path::PathBuf};

use super::{
    super::{
        history::{Act, RecordError},
        process::ProcessIdentity,
    },
    merge::Clash,
};
use crate::catalogue::{Change, Code, Diagnostic, EditError, Field, Id};

/// A change of one entry.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryEdit {
    /// The entry.
    pub id: Id,
    /// The text of its file when the change began.
    pub base: String,
    /// What is to be different.
    pub changes: Vec<Change>,
    /// What sort of change it is, for the history.
    pub act: Act,
}

/// What a save has done. The file is safe on the disk, whatever became of the history.
#[derive(Debug)]
pub struct Saved {
    /// The text of the file now.
    pub text: String,
    /// Fields that somebody else had changed meanwhile, and that stayed.
    pub theirs: Vec<&'static Field>,
    /// False when there was nothing to do.
    pub changed: bool,
    /// What the disk says when it is not certain that the new text would survive a power cut.
    pub uncertain: Option<io::Error>,
    /// Why the change is missing in the history, if it is.
    pub unrecorded: Option<RecordError>,
}

/// Why nothing was saved. Everything is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Somebody else has changed the same fields to something else; where there are none, the comments.
    #[error("changed by somebody else")]
    Clashes {
        /// The text of the file now.
        now: String,
        /// The fields.
        clashes: Vec<Clash>,
    },
    /// The entry would have errors.
    #[error("the entry has errors")]
    Faulty {
        /// The text that was refused.
        text: String,
        /// All that is wrong with it.
        faults: Vec<Diagnostic<Code>>,
    },
    /// Somebody else saves the entry at this moment, and takes long.
    #[error("somebody else is saving")]
    Held(Option<ProcessIdentity>),
    /// The file is gone.
    #[error("the file is gone")]
    Gone,
    /// There is an entry of this id already.
    #[error("there is an entry of this id")]
    Exists,
    /// A link leads out of the catalogue.
    #[error("the file lies outside of the catalogue")]
    Outside,
    /// The file is not UTF-8, or no TOML any more, so the changes have no place in it.
    #[error(transparent)]
    Text(#[from] EditError),
    /// The system says no.
    #[error("{}: {cause}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What it says.
        cause: io::Error,
    },
}
