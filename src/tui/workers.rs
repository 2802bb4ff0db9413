//! The threads behind the screen: one searches, one keeps the index current, one reads and writes entries.

pub mod index;
pub mod search;
pub mod store;
