//! Keeps the index of one catalogue current.

pub(in crate::search) mod proving;
pub(in crate::search) mod refresh;
pub(in crate::search) mod state;
pub(in crate::search) mod status;
pub(in crate::search) mod verify;
