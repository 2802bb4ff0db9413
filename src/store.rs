//! Keeping entries true: what is due, changing them, saving them safely, and who changed what.
//!
//! This module knows files, locks and histories, but neither screen nor command line: both ask it for the same things
//! and get the same promises.
//!
//! ```text
//! base text + changes ─EntryStore::save─▶ lock, merge, check, replace ─▶ Saved (or what is in the way) ─▶ History
//! ```

mod author;
mod batch;
mod change;
mod desk;
mod difference;
mod disk;
mod dot_lotse;
mod draft;
mod editor;
mod files;
mod history;
mod presence;
mod process;
mod program;
mod save;

pub use author::Author;
pub use batch::{
    BatchError, BatchItem, BatchLog, BatchProgress, Batched, Finished, SideFile, is_unfinished, read_memory,
};
pub use change::{blank, confirmation, copy, free_places, propose_id, with_day, written};
pub use desk::{DeskEntry, Ownership, coordinator_of, title_in};
pub use difference::{Difference, differences};
pub use disk::Disk;
pub use draft::{Draft, Drafts, LeftBehind, OrphanedDraft};
pub use editor::{EditedText, edit_text, editor, keep_text};
pub use files::{Files, put_file};
pub use history::{
    Act, Checkout, Commit, GitError, History, HistoryFault, JournalEntry, RecordError, Revision, Revisions, Trust,
    TrustStore, WorkTree, ask_git, read_journal,
};
pub use presence::Presence;
pub use process::ProcessIdentity;
pub use program::find_program;
pub use save::{
    entry_store::EntryStore,
    merge::{Clash, Merged, merge, merge_value},
    outcome::{CheckContext, EntryEdit, SaveError, Saved},
};
