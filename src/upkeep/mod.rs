//! Keeping entries true: what is due, changing them, saving them safely, and who changed what.
//!
//! This room knows files, locks and histories, but neither screen nor command line: both ask it for the same things
//! and get the same promises (plan section 9).

mod author;
mod git;

pub use author::Author;
pub use git::{Checkout, Commit, GitError};
