//! Why the index did not answer, and what becomes of a panic of the index library.

use std::{io, path::PathBuf};

use crate::{
    base::Text,
    catalogue::SourceError,
    locale::{Localize as _, Texts},
    panics::caught,
};

/// Why the index did not answer.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The catalogue itself cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The index library reports a fault.
    #[error("index: {0}")]
    Index(#[from] tantivy::TantivyError),
    /// The file system reports a fault.
    #[error("index: {0}")]
    Io(#[from] io::Error),
    /// A stored entry cannot be read back.
    #[error("index: {0}")]
    Stored(#[from] postcard::Error),
    /// Something is missing from the index.
    #[error("index: incomplete")]
    Incomplete,
    /// A file of the index is damaged.
    #[error("index: {0} is damaged")]
    Damaged(PathBuf),
    /// What is in it are other entries than those of the files.
    #[error("index: does not fit the files")]
    Misfit,
    /// Another process writes the index.
    #[error("index: in use by another process")]
    InUse,
    /// The index library gave up in the middle of its work.
    #[error("index: {0}")]
    Panicked(String),
    /// Somebody wished it to end.
    #[error("index: stopped")]
    Stopped,
}

/// Longest error message that is shown, in characters: some of the library's hold whole files.
const LONGEST_MESSAGE: usize = 300;

impl SearchError {
    /// The message, displayable and of a readable length.
    pub fn shown(&self) -> Text {
        let cut: String = self.to_string().chars().take(LONGEST_MESSAGE).collect();
        Text::line(&cut)
    }

    /// What is wrong, in the user's language as far as it happens often.
    pub fn localize(&self, texts: &Texts) -> Text {
        if let Some(cause) = self.cause() {
            return Text::line(&cause.localize(texts));
        }
        let of_path = |key, name, path| texts.with(key, &[(name, Text::path(path).to_string().into())]);
        let sentence = match self {
            Self::Source(SourceError::Unreadable { path, cause }) => {
                format!("{}: {}", path.display(), cause.localize(texts))
            }
            Self::Source(SourceError::NoManifest { path }) => of_path("index-no-manifest", "path", path),
            Self::Incomplete | Self::Io(_) => texts.get("index-incomplete").into_owned(),
            Self::Misfit => texts.get("index-misfit").into_owned(),
            // What the library says of it is English, and may be anything.
            Self::Index(_) | Self::Stored(_) | Self::Panicked(_) => texts.get("index-unreadable").into_owned(),
            Self::Damaged(file) => of_path("index-file-damaged", "file", file),
            Self::InUse => texts.get("cli-index-in-use").into_owned(),
            Self::Stopped => texts.with("cli-index-given-up", &[("previous", "no".into())]),
        };
        Text::line(&sentence)
    }

    /// What the file system says, wherever the index library has hidden it. A file that ends too early is none of its
    /// faults.
    pub(crate) fn cause(&self) -> Option<&io::Error> {
        let cause = match self {
            Self::Io(error) => Some(error),
            Self::Index(error) => io_cause(error),
            _ => None,
        };
        cause.filter(|cause| !matches!(cause.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData))
    }

    /// False when another index would not help: the catalogue is at fault, or somebody wants no more of it.
    pub fn is_of_index(&self) -> bool {
        !matches!(self, Self::Source(_) | Self::Stopped)
    }
}

/// A damaged index can make the library panic: that becomes an error like any other.
///
/// # Errors
/// Those of `work`, and [`SearchError::Panicked`].
pub fn guarded<T, E: From<SearchError>>(work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    caught(work).unwrap_or_else(|said| Err(SearchError::Panicked(said).into()))
}

fn io_cause(error: &tantivy::TantivyError) -> Option<&io::Error> {
    use tantivy::{
        TantivyError,
        directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError},
    };
    match error {
        TantivyError::IoError(error)
        | TantivyError::OpenDirectoryError(OpenDirectoryError::IoError { io_error: error, .. })
        | TantivyError::OpenReadError(OpenReadError::IoError { io_error: error, .. })
        | TantivyError::OpenWriteError(OpenWriteError::IoError { io_error: error, .. })
        | TantivyError::LockFailure(LockError::IoError(error), _) => Some(error),
        _ => None,
    }
}
