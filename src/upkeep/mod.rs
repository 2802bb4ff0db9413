//! Keeping entries true: what is due, changing them, saving them safely, and who changed what.
//!
//! This room knows files, locks and histories, but neither screen nor command line: both ask it for the same things
//! and get the same promises (plan section 9).
//!
//! ```text
//! base text + changes ─Office::save─▶ lock, merge, check, replace ─▶ Saved (or what is in the way) ─▶ History
//! ```

mod author;
mod batch;
mod change;
mod desk;
mod draft;
mod editor;
mod files;
mod git;
mod hidden;
mod history;
mod journal;
mod lock;
mod merge;
mod outcome;
mod presence;
mod process;
mod save;
pub mod words;

pub use author::Author;
pub use batch::{BatchError, Batched, Finished, Note, Piece, is_unfinished, read_note};
pub use change::{blank, confirmation, copy, free_places, propose_id, with_day, written};
pub use desk::{DeskEntry, Keeper, coordinator_of};
pub use draft::{Draft, Drafts, Found};
pub use editor::{Left, edit_text, editor, keep_text};
pub use files::{Disk, Files};
pub use git::{Checkout, Commit, GitError, ask_git};
pub use history::{Act, History, RecordError, Revision};
pub use merge::{Clash, Difference, Merged, differences, merge, merge_value};
pub use outcome::{Edit, Rules, SaveError, Saved};
pub use presence::Presence;
pub use process::Worker;
pub use save::Office;
