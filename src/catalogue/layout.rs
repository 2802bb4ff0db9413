//! How a catalogue folder is laid out: which files lie where in it, and what it is when it is none.

use std::{io, path::PathBuf, sync::Arc};

use crate::base::Text;

/// The manifest of a catalogue folder, relative to it.
pub const MANIFEST: &str = "catalogue.toml";
/// The synonyms of the office.
pub const SYNONYMS: &str = "synonyms.toml";
/// The key of its tables.
pub(super) const SYNONYM_LIST: &str = "synonym";

/// The folder of the entries, which every catalogue has.
pub const MEASURES: &str = "measures";

/// The path of the file of an entry in its catalogue: `measures/<id>.toml`.
pub fn entry_path(id: &str) -> Arc<str> {
    format!("{MEASURES}/{id}.toml").into()
}

/// The name that such a path gives an entry, which need not be an id; `None` for other paths.
pub fn name_in_entry_path(path: &str) -> Option<&str> {
    path.strip_prefix(MEASURES)?.strip_prefix('/')?.strip_suffix(".toml")
}

/// The folder of the vocabularies. A catalogue without one has empty vocabularies.
pub(super) const VOCABULARY: &str = "vocabulary";

/// True for the files that hold one entry each.
pub fn is_measure(path: &str) -> bool {
    name_in_entry_path(path).is_some()
}

/// Why there is no catalogue at all.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The folder cannot be listed.
    #[error("{}: {cause}", Text::path(path))]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The folder exists, but has no `catalogue.toml`.
    #[error("{}: no catalogue.toml", Text::path(path))]
    NoManifest {
        /// The folder.
        path: PathBuf,
    },
}
