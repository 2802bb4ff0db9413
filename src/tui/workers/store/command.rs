//! What the store_worker is asked to do, and what he reports.

use std::sync::Arc;

use crate::tui::page::EntryAction;
use crate::{
    catalogue::{Id, Register, Values},
    search::Snapshot,
    store::{Act, DeskEntry, Draft, EntryEdit, OrphanedDraft, ProcessIdentity, Revision, SaveError, Saved},
};

/// What the store_worker is asked to do.
pub enum StoreCommand {
    /// From now on this is the state of the index.
    Snapshot(Arc<Snapshot>),
    /// Look for drafts that an earlier run has left.
    Greet,
    /// Look at one's own entries; `broken` are ids of files that the index does not have.
    Desk {
        /// Ids of files of which no entry could be made.
        broken: Vec<Id>,
    },
    /// Read an entry for its form.
    Open(Id),
    /// The same for a form that was not saved: it opens also when the file is gone or no text any more.
    Reopen(Id),
    /// Begin a new entry, perhaps as a copy.
    New {
        /// The entry that is copied.
        from: Option<Id>,
    },
    /// Save a form.
    Save(EntryEdit),
    /// Save a new entry.
    Create {
        /// Its id.
        id: Id,
        /// The text of its file.
        text: String,
    },
    /// Put a text in the place of whatever is there.
    Overwrite {
        /// The entry.
        id: Id,
        /// What is there, if anything.
        now: Option<String>,
        /// The text.
        text: String,
    },
    /// Save the text that an editor has made of an entry.
    SaveText {
        /// The entry.
        id: Id,
        /// The text before.
        base: String,
        /// The text now.
        text: String,
    },
    /// Say that an entry is still true.
    Confirm(Id),
    /// So many places are free.
    Places(Id, i64),
    /// Whose is this entry, with which somebody wants to do something?
    Whose(Id, EntryAction),
    /// Read the history of an entry.
    Past(Id),
    /// Has the file of the open form changed?
    Look(Id, String),
    /// Keep what was typed.
    Draft(Box<Draft>),
    /// The form says what the file says: there is nothing to be kept any more.
    Forget,
    /// The form was saved or given up.
    Close,
    /// Keep what was written of an entry in a file, for whoever wants it later.
    Keep(Id, String),
    /// Forget a draft that was found.
    Discard(OrphanedDraft),
    /// What the user says of the git folder around the catalogue: trusted, not trusted, or nothing.
    Trust(Option<bool>),
    /// Keep what is pending and end.
    Finish,
}

impl StoreCommand {
    /// True for what leads to a change of an entry.
    pub(super) fn is_change(&self) -> bool {
        match self {
            Self::Open(_)
            | Self::Reopen(_)
            | Self::New { .. }
            | Self::Save(_)
            | Self::Create { .. }
            | Self::Overwrite { .. }
            | Self::SaveText { .. }
            | Self::Confirm(_)
            | Self::Places(..) => true,
            Self::Snapshot(_)
            | Self::Greet
            | Self::Desk { .. }
            | Self::Whose(..)
            | Self::Past(_)
            | Self::Look(..)
            | Self::Draft(_)
            | Self::Forget
            | Self::Close
            | Self::Keep(..)
            | Self::Discard(_)
            | Self::Trust(_)
            | Self::Finish => false,
        }
    }
}

/// What became of a command.
pub enum StoreEvent {
    /// Drafts that an earlier run has left.
    Drafts(Vec<OrphanedDraft>),
    /// One's own entries.
    Desk(Vec<DeskEntry>),
    /// An entry as it is now.
    Opened(Box<OpenedEntry>),
    /// Whose an entry is, and its title. The one answer to that question: until it comes no key is read.
    Whose {
        /// The entry.
        id: Id,
        /// What somebody wants to do with it.
        action: EntryAction,
        /// Its text.
        text: String,
        /// What entries refer to.
        register: Arc<Register>,
    },
    /// Something was saved.
    Saved {
        /// The entry, as it is called now.
        id: Id,
        /// What it was called before, if that is different.
        before: Option<Id>,
        /// What sort of change it was.
        act: Act,
        /// What the save has done.
        saved: Box<Saved>,
    },
    /// Nothing was saved.
    Refused {
        /// The entry.
        id: Id,
        /// Why.
        error: Box<SaveError>,
        /// The text of its file now, if it can be read.
        now: Option<String>,
        /// The text from an editor that was to be saved.
        text: Option<(String, String)>,
    },
    /// The states of an entry, newest first, and what is missing among them, in sentences.
    Past(Id, Vec<Revision>, Vec<String>),
    /// May git run what this folder names? Until that is answered, nothing is saved.
    Trust(String),
    /// Something to know, in one sentence.
    Notice(String),
    /// Something that has to be read before one goes on, in one sentence.
    Told(String),
    /// The file of the open form has changed.
    Overtaken(Id),
    /// What was typed cannot be kept.
    DraftFailed(String),
    /// What was written lies in this file.
    Kept(String),
    /// The store_worker gave up in the middle of a command.
    Failed(String),
}

/// An entry to be changed.
pub struct OpenedEntry {
    /// The entry; `None` for a new one.
    pub id: Option<Id>,
    /// The text of its file; empty for a new one.
    pub text: String,
    /// The values with which a new entry begins.
    pub begin: Option<Values>,
    /// What entries refer to, as it is now.
    pub register: Arc<Register>,
    /// This process, at work since now.
    pub process: ProcessIdentity,
    /// Who else has the form open.
    pub others: Vec<ProcessIdentity>,
    /// Why it could not be saved, if that is known by now.
    pub fixed: Option<SaveError>,
}
