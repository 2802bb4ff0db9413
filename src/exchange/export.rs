//! Giving entries out as tables and as JSON.
//!
//! ```text
//! text of a file ─Entry::read─▶ Entry ─Cells─▶ CSV, XLSX
//!                                     ├───────▶ JSON (the structure of the files)
//!                                     └─hsds──▶ HSDS 3.0
//! ```

mod csv;
mod entry;
mod json;
mod legend;
#[cfg(test)]
mod tests;
mod workbook;

use jiff::civil::Date;

pub use self::{
    entry::ExportEntry,
    workbook::{MOST_CHARACTERS, MOST_ROWS, WorkbookError},
};
use super::{cell::Cells, hsds};
use crate::{
    catalogue::{FIELDS, Field, Register},
    locale::Texts,
};

/// What is given out, and in which language.
pub struct Export<'a> {
    /// The entries in their order.
    pub entries: &'a [ExportEntry],
    /// What they refer to.
    pub register: &'a Register,
    /// The language of headings and labels.
    pub texts: &'a Texts,
    /// Whether internal notes go along.
    pub internal: bool,
    /// The day it is.
    pub day: Date,
}

impl Export<'_> {
    /// The columns of a table.
    fn fields(&self) -> impl Iterator<Item = &'static Field> {
        let internal = self.internal;
        FIELDS.iter().filter(move |field| internal || field.key != "internal_note")
    }

    /// CSV as a German Excel opens it: semicolons, CRLF, a byte order mark. Formulas are text.
    pub fn csv(&self) -> String {
        csv::text(self)
    }

    /// An XLSX file: the entries, and a legend of the fields.
    ///
    /// # Errors
    /// When something does not fit into such a file.
    pub fn xlsx(&self) -> Result<Vec<u8>, WorkbookError> {
        workbook::bytes(self)
    }

    /// JSON with the keys, nesting and types of the files.
    pub fn json(&self) -> String {
        json::text(self)
    }

    /// HSDS 3.0: an array of services. Nothing internal is ever in it.
    pub fn hsds(&self) -> String {
        hsds::text(self.entries, self.register, self.texts)
    }
}
