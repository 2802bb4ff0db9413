//! Entries as files of other programs, in the formats of one table.
//!
//! ```text
//! text of a file ─ExportEntry::read─▶ values ─ExportInput─▶ a format's writer ─▶ bytes
//! ```

mod csv;
pub(super) mod entry;
mod formats;
pub(super) mod input;
mod json;
#[cfg(test)]
mod tests;
mod xlsx;

pub use self::{
    entry::ExportEntry,
    formats::{ExportFormat, FORMATS},
    input::{ExportError, ExportInput},
};
