//! The index on disk: building it, storing it, bringing it up to date.

pub(super) mod build;
mod build_lock;
mod cancel;
mod changes;
mod checksum_file;
mod document;
mod files;
mod generation;
mod generation_store;
mod lexicon;
mod terms;

pub use cancel::CancelToken;
pub use files::paths_in_list;

pub(super) use build::BuildObserver;
pub(super) use changes::{FileChanges, list_files};
pub(super) use document::key;
pub(super) use files::{IndexedFile, IndexedFiles};
pub(super) use generation::Generation;
pub(super) use generation_store::{GenerationStore, IDENTITY};
pub(super) use lexicon::read_dictionary;
