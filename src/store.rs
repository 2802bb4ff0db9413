//! Keeping entries true: what is due, changing them, saving them safely, and who changed what.
//!
//! This room knows files, locks and histories, but neither screen nor command line: both ask it for the same things
//! and get the same promises (plan section 9).
//!
//! ```text
//! base text + changes ─EntryStore::save─▶ lock, merge, check, replace ─▶ Saved (or what is in the way) ─▶ History
//! ```

mod author;
mod batch;
mod change;
mod desk;
mod disk;
mod dot_lotse;
mod draft;
mod editor;
mod files;
mod git;
mod history;
mod journal;
mod lock;
mod merge;
mod outcome;
mod presence;
mod process;
mod program;
mod save;
mod trust;
pub mod words;

pub use author::Author;
pub use batch::{BatchError, BatchItem, BatchLog, Batched, Finished, SideFile, is_unfinished, read_memory};
pub use change::{blank, confirmation, copy, free_places, propose_id, with_day, written};
pub use desk::{DeskEntry, Ownership, coordinator_of};
pub use disk::Disk;
pub use draft::{Draft, Drafts, LeftBehind, OrphanedDraft};
pub use editor::{EditedText, edit_text, editor, keep_text};
pub use files::{Files, put_file};
pub use git::{Checkout, Commit, GitError, WorkTree, ask_git};
pub use history::{Act, History, HistoryFault, RecordError, Revision, Revisions};
pub use journal::{JournalEntry, read_journal};
pub use merge::{Clash, Difference, Merged, differences, merge, merge_value};
pub use outcome::{CheckContext, EntryEdit, SaveError, Saved};
pub use presence::Presence;
pub use process::ProcessIdentity;
pub use program::find_program;
pub use save::EntryStore;
pub use trust::{Trust, TrustStore};
