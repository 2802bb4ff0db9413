//! Reading TOML with positions: one reader for the files of a catalogue, settings and mappings.
//!
//! [`FileFaults`] collects what is wrong with a file, [`TomlDocument`] parses it as far as it goes, [`TypedTable`]
//! hands out its values as [`TypedValue`]s and reports the keys that nobody asked for.

mod document;
mod file_faults;
mod syntax_hint;
mod table;
mod value;

pub use document::TomlDocument;
pub use file_faults::FileFaults;
pub use table::TypedTable;
pub use value::{TypedValue, day, integer};

use super::DiagnosticCode;

/// What any TOML file can have wrong, in the codes of its sort.
pub trait TomlCode: DiagnosticCode {
    /// Not TOML: `reason`, and `of` with what belongs to it.
    const SYNTAX: Self;
    /// A key that nobody asks for: `key`.
    const UNKNOWN_KEY: Self;
    /// A value of the wrong type: `key`, `part` (`value` or `element`), `expected`, `found`.
    const WRONG_TYPE: Self;
    /// A word that its list does not have: `key`, `value`, `known`.
    const UNKNOWN_VALUE: Self;

    /// The heading that is certainly meant by words that are none.
    fn heading_meant(_words: &str) -> Option<&'static str> {
        None
    }
}
