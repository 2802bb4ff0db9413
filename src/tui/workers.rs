//! The threads behind the screen: one searches, one keeps the index current, one reads and writes entries, one reads keys.

pub mod index;
pub mod input;
pub mod search;
pub mod store;
