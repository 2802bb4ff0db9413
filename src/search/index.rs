//! The index on disk: building it, storing it, bringing it up to date.

pub(super) mod build;
mod build_lock;
pub(super) mod cancel;
pub(super) mod changes;
mod checksum_file;
pub(super) mod document;
pub(super) mod files;
pub(super) mod generation;
pub(super) mod generation_store;
pub(super) mod lexicon;
mod terms;
