//! Keeps the index of one catalogue current.

mod checks;
mod rebuild;
mod refresh;
pub(super) mod state;
pub(super) mod status;
mod verify;
