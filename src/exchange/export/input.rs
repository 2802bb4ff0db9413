//! What a format's writer gets, and why it may refuse it.

use jiff::civil::Date;

use super::entry::ExportEntry;
use crate::{
    catalogue::{FIELDS, Field, Register},
    locale::Texts,
};

/// What is exported, and in which language.
pub struct ExportInput<'a> {
    /// The entries in their order.
    pub entries: &'a [ExportEntry],
    /// What they refer to.
    pub register: &'a Register,
    /// The language of headings and labels.
    pub texts: &'a Texts,
    /// Whether internal notes go along, where the format may have them.
    pub internal: bool,
    /// The day of the export.
    pub day: Date,
}

impl ExportInput<'_> {
    pub(super) fn fields(&self) -> impl Iterator<Item = &'static Field> {
        let internal = self.internal;
        FIELDS.iter().filter(move |field| internal || field.key != "internal_note")
    }
}

/// Why there is no file: a format has limits that the catalogue does not have.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A text is too long for a cell. It is not cut: nothing gets lost unseen.
    #[error("{id}: {} has {characters} characters", field.name())]
    CellTooLong {
        /// The entry.
        id: String,
        /// Its field.
        field: &'static Field,
        /// So long is the text.
        characters: usize,
        /// So long may it be.
        most: usize,
    },
    /// More entries than a sheet has rows.
    #[error("{count} entries")]
    TooManyRows {
        /// So many there are.
        count: usize,
        /// So many may there be.
        most: usize,
    },
    /// What the writing library says.
    #[error(transparent)]
    Writer(#[from] rust_xlsxwriter::XlsxError),
}
