//! The index on disk: building it, storing it, bringing it up to date.

pub(in crate::search) mod build;
pub(in crate::search) mod build_lock;
pub(in crate::search) mod cancel;
pub(in crate::search) mod changes;
pub(in crate::search) mod checksum_file;
pub(in crate::search) mod document;
pub(in crate::search) mod files;
pub(in crate::search) mod generation;
pub(in crate::search) mod words;
