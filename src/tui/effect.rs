//! What `update` wants done outside: questions to the search, commands to the threads of index and store, the terminal.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::Date;

use crate::{
    catalogue::{Change, Id},
    search::{Request, Snapshot},
    store::{Draft, EntryEdit, OrphanedDraft},
};

pub(super) enum Effect {
    Search(SearchJob),
    Index(IndexCommand),
    Store(StoreCommand),
    /// Give the terminal to the user's editor. Only ever in answer to a key: then nobody else reads the keys.
    Editor {
        id: Id,
        /// What was written so far: the text of the file before, the text to be edited, the line to begin at. Without
        /// it the file is read.
        begun: Option<(String, String, Option<usize>)>,
    },
    /// Copy something to the clipboards there are: what it is, in a word or two, and the text.
    Copy(String, String),
    /// Hand an address to the system to be opened. Only ever one that may be.
    Open(String),
    /// Take the mouse or give it back.
    Mouse(bool),
    Redraw,
    Quit,
}

pub(super) struct SearchJob {
    /// Number of the request.
    pub number: u64,
    pub request: Request,
    pub select: Select,
}

/// Where a selection goes when an answer arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Select {
    /// To the best hit: the question has changed.
    First,
    /// It stays with the located hit and on its `row` of the list, else at this position among all hits: only the files have
    /// changed.
    Keep {
        position: usize,
        row: usize,
    },
    At(usize),
    /// To this entry, if it is among the hits, else it stays at this position.
    Entry {
        id: Id,
        position: usize,
    },
}

/// What the index thread can be asked for, the least first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum IndexCommand {
    /// Read these files again: paths inside the catalogue, changed, new or gone.
    Reread(Vec<Arc<str>>),
    /// Look whether files have changed, and say nothing when none has.
    Look,
    /// Look whether files have changed: somebody waits for the answer.
    Refresh,
    Rebuild,
}

impl IndexCommand {
    /// One command that does what both ask for.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Rebuild, _) | (_, Self::Rebuild) => Self::Rebuild,
            (Self::Refresh, _) | (_, Self::Refresh) => Self::Refresh,
            (Self::Look, _) | (_, Self::Look) => Self::Look,
            (Self::Reread(paths), Self::Reread(more)) => {
                let all: BTreeSet<Arc<str>> = paths.into_iter().chain(more).collect();
                Self::Reread(all.into_iter().collect())
            }
        }
    }

    /// True when nobody waits for an answer.
    pub(super) fn is_quiet(&self) -> bool {
        matches!(self, Self::Reread(_) | Self::Look)
    }
}

/// What somebody wants to do with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryAction {
    /// To open its form.
    Edit,
    /// To open its file in the editor.
    Editor,
    /// To say that it is still true.
    Confirm,
    /// To change its free places.
    Places,
}

/// Free places as they were last entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KnownPlaces {
    pub free: Option<i64>,
    /// The day on which that was true.
    pub as_of: Option<Date>,
}

/// A confirmation that can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Confirmation {
    pub id: Id,
    /// The text of the file since then.
    pub text: String,
    /// What stood in the fields before.
    pub before: Vec<Change>,
}

pub(super) enum StoreCommand {
    /// From now on this is the state of the index.
    Snapshot(Arc<Snapshot>),
    FindDrafts,
    /// Look at one's own entries; `broken` are ids of files that the index does not have.
    Desk {
        broken: Vec<Id>,
    },
    /// Read an entry for its form.
    Open(Id),
    /// The same for a form that was not saved: it opens also when the file is gone or no text any more.
    Reopen(Id),
    /// Begin a new entry, perhaps as a copy.
    New {
        from: Option<Id>,
    },
    /// Save a form.
    Save(EntryEdit),
    /// Save a new entry.
    Create {
        id: Id,
        text: String,
    },
    /// Put a text in the place of what is there `now`, if anything.
    Overwrite {
        id: Id,
        now: Option<String>,
        text: String,
    },
    /// Save the text that an editor has made of an entry.
    SaveText {
        id: Id,
        base: String,
        text: String,
    },
    Confirm(Id),
    /// Take a confirmation back, unless somebody has saved the entry since.
    Unconfirm(Confirmation),
    Places(Id, i64),
    /// Whose is this entry, with which somebody wants to do something?
    Whose(Id, EntryAction),
    History(Id),
    /// Has the file of the open form changed?
    Compare(Id, String),
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
            | Self::Unconfirm(_)
            | Self::Places(..) => true,
            Self::Snapshot(_)
            | Self::FindDrafts
            | Self::Desk { .. }
            | Self::Whose(..)
            | Self::History(_)
            | Self::Compare(..)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn reread(paths: &[&str]) -> IndexCommand {
        IndexCommand::Reread(paths.iter().map(|path| (*path).into()).collect())
    }

    #[test]
    fn of_commands_that_wait_nothing_is_forgotten() {
        assert_eq!(reread(&["b", "a"]).and(reread(&["c", "a"])), reread(&["a", "b", "c"]));
        let rising = [reread(&["a"]), IndexCommand::Look, IndexCommand::Refresh, IndexCommand::Rebuild];
        for (number, more) in rising.iter().enumerate() {
            for less in &rising[..number] {
                assert_eq!(less.clone().and(more.clone()), *more);
                assert_eq!(more.clone().and(less.clone()), *more);
            }
        }
    }
}
