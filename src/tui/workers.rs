//! The threads behind the screen: one searches, one keeps the index current, one reads and writes entries, one reads keys.

pub(super) mod desktop;
pub(super) mod index;
pub(super) mod input;
pub(super) mod search;
pub(super) mod store;
