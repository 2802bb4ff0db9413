//! Entries as files of other programs: the table of formats. Command line, completions, file endings, warnings and the
//! list in the handbook follow from it.
//!
//! ```text
//! text of a file ─ExportEntry::read─▶ values ─ExportInput─▶ a format's writer ─▶ bytes
//! ```

mod csv;
pub(super) mod entry;
pub(super) mod input;
mod json;
#[cfg(test)]
mod tests;
mod xlsx;

pub use self::{
    entry::ExportEntry,
    input::{ExportError, ExportInput},
};
use super::hsds;

/// A format in which entries are exported.
pub struct ExportFormat {
    /// Its name on the command line; `export-format-<name>` and `export-content-<name>` are its texts.
    pub name: &'static str,
    /// How the names of its files end, usual ending first.
    pub extensions: &'static [&'static str],
    /// True when a terminal cannot show it: it needs a file.
    pub binary: bool,
    /// True when `lotse import` reads it back without a mapping.
    pub imported: bool,
    /// True when it stays in the house and so may have internal notes.
    pub internal: bool,
    write: fn(&ExportInput<'_>) -> Result<Vec<u8>, ExportError>,
}

/// All formats. Of those with the same ending the first one is meant by it; the first of all is written where nothing
/// else says which one.
pub static FORMATS: [ExportFormat; 4] = [
    ExportFormat {
        name: "csv",
        extensions: &["csv", "txt"],
        binary: false,
        imported: true,
        internal: true,
        write: csv::write,
    },
    ExportFormat {
        name: "xlsx",
        extensions: &["xlsx"],
        binary: true,
        imported: true,
        internal: true,
        write: xlsx::write,
    },
    ExportFormat {
        name: "json",
        extensions: &["json"],
        binary: false,
        imported: true,
        internal: true,
        write: json::write,
    },
    ExportFormat {
        name: "hsds",
        extensions: &["json"],
        binary: false,
        imported: false,
        internal: false,
        write: hsds::write,
    },
];

impl ExportFormat {
    /// The format of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// The format that a file with this ending (without its dot, in any case) has.
    pub fn of_extension(extension: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.has_extension(extension))
    }

    /// True for an ending by which other programs know the format.
    pub fn has_extension(&self, extension: &str) -> bool {
        self.extensions.iter().any(|known| known.eq_ignore_ascii_case(extension))
    }

    /// The usual ending.
    pub fn extension(&self) -> &'static str {
        self.extensions.first().copied().unwrap_or_default()
    }

    /// The content of a file.
    ///
    /// # Errors
    /// When something does not fit into the format.
    pub fn write(&self, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
        (self.write)(&ExportInput { internal: input.internal && self.internal, ..*input })
    }
}
