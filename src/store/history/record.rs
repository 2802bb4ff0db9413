//! One change as histories hold it: what is recorded, what is read back, and why it may be neither.

use std::{io, path::PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::git::GitError;
use crate::{
    base::Text,
    catalogue::Id,
    locale::{Localize as _, Texts},
    store::{Author, Difference, ProcessIdentity},
};

/// The sort of a change; it decides the words of a commit and of the history on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Fields were changed.
    Change,
    /// Somebody said that everything is still true.
    Confirm,
    /// The entry was new.
    Create,
    /// The entry got another id.
    Rename {
        /// The id that it had.
        from: Id,
    },
    /// An earlier state was brought back.
    Restore,
    /// Lotse found it so: it was changed by other means.
    Found,
}

#[derive(Clone, Copy)]
pub(in crate::store) struct HistoryRecord<'a> {
    pub(in crate::store) act: &'a Act,
    pub(in crate::store) id: &'a Id,
    pub(in crate::store) author: &'a Author,
    pub(in crate::store) worker: &'a ProcessIdentity,
    pub(in crate::store) before: Option<&'a str>,
    pub(in crate::store) after: &'a str,
}

/// A state of an entry, and how it came about.
#[derive(Clone, Debug, Default)]
pub struct Revision {
    /// Short hash of the commit, or number in the journal; empty for a state that nobody has recorded.
    pub key: String,
    /// When it was recorded.
    pub at: Option<Timestamp>,
    /// Who changed the entry.
    pub by: Text,
    /// What sort of change it was, where that is known.
    pub act: Option<Act>,
    /// First line of the commit, where there is one.
    pub message: Option<Text>,
    /// The text of the file after the change; `None` when it cannot be read any more.
    pub text: Option<String>,
    /// What was different from the state before; empty for the first one.
    pub differences: Vec<Difference>,
    /// True for the oldest state there is.
    pub first: bool,
}

/// The states of an entry, and what is missing among them.
#[derive(Debug, Default)]
pub struct Revisions {
    /// Newest first.
    pub states: Vec<Revision>,
    /// What could not be read; the states around it are there all the same.
    pub faults: Vec<HistoryFault>,
}

/// A part of a history that cannot be read.
#[derive(Debug)]
pub enum HistoryFault {
    /// Lines of a journal that say nothing that makes sense: they were not written by Lotse, or were changed since.
    Lines {
        /// The journal, `.lotse/history/<id>.jsonl` in the catalogue.
        file: PathBuf,
        /// Their numbers, from 1.
        lines: Vec<usize>,
    },
    /// A journal cannot be read at all.
    Journal {
        /// The journal, `.lotse/history/<id>.jsonl` in the catalogue.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The commits cannot be read.
    Git(GitError),
}

/// Why a change is not where it belongs in the history.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// git says no, so the change stands in the journal.
    #[error("{cause}")]
    Git {
        /// Why.
        cause: GitError,
        /// Why it does not stand in the journal either, if it does not.
        journal: Option<Box<RecordError>>,
    },
    /// The journal cannot be written or read.
    #[error("{}: {cause}", path.display())]
    Journal {
        /// The journal, or the folder in which it is to lie.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
}

impl Revision {
    /// What was done: "bestätigt", "neu", the first line of a commit ...
    pub fn localize_act(&self, texts: &Texts) -> String {
        let key = match &self.act {
            Some(Act::Change) => "history-change",
            Some(Act::Confirm) => "history-confirm",
            Some(Act::Create) => "history-create",
            Some(Act::Restore) => "history-restore",
            Some(Act::Found) if self.first => "history-first",
            Some(Act::Found) => "history-found",
            Some(Act::Rename { from }) => return texts.with("history-rename", &[("id", from.as_str().into())]),
            None => return self.message.as_ref().map(Text::to_string).unwrap_or_default(),
        };
        texts.get(key).into_owned()
    }

    /// When it was recorded, in the time of this place.
    pub fn localize_moment(&self, texts: &Texts) -> String {
        self.at.map_or_else(|| texts.get("history-unrecorded").into_owned(), |at| texts.moment(at))
    }
}

impl RecordError {
    /// Why a change that was saved is not where it belongs in the history.
    pub fn localize(&self, texts: &Texts) -> String {
        let (key, reason) = match self {
            Self::Git { cause, journal: None } => ("history-diverted", cause.localize(texts)),
            Self::Git { cause, journal: Some(journal) } => {
                ("history-failed", format!("{} {}", cause.localize(texts), journal.localize(texts)))
            }
            Self::Journal { cause, .. } => ("history-failed", cause.localize(texts)),
        };
        texts.with(key, &[("reason", reason.into())])
    }
}

impl HistoryFault {
    /// What is missing in a history, and why.
    pub fn localize(&self, texts: &Texts) -> String {
        match self {
            Self::Git(GitError::Settings) => texts.get("history-untrusted").into_owned(),
            Self::Git(error) => texts.with("history-unreadable", &[("reason", error.localize(texts).into())]),
            Self::Journal { path, cause } => {
                let args = [("path", Text::path(path).to_string().into()), ("reason", cause.localize(texts).into())];
                texts.with("history-file-unreadable", &args)
            }
            Self::Lines { file, lines } => {
                const NAMED: usize = 5;
                let mut named: Vec<String> = lines.iter().take(NAMED).map(usize::to_string).collect();
                named.extend((lines.len() > NAMED).then(|| "…".to_owned()));
                let args = [
                    ("count", lines.len().into()),
                    ("file", Text::path(file).to_string().into()),
                    ("lines", named.join(", ").into()),
                ];
                texts.with("history-lines", &args)
            }
        }
    }
}
