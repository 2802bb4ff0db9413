//! Tables in: a file is read, a mapping is the meaning of its columns, and a plan what would become of the entries.
//!
//! ```text
//! bytes ─read─▶ Table ─Mapping─▶ TableEntry for each entry ─plan─▶ new, changed, unchanged, refused
//! ```
//!
//! Nothing here writes: the plan holds whole texts, and the store writes them.

mod cells;
mod dates;
mod infer;
mod json;
mod layout;
mod mapping;
mod matching;
mod memory;
mod plan;
mod propose;
mod row_code;
mod table_entry;

use std::sync::Arc;

pub use self::{
    dates::DateFormat,
    infer::{ColumnDoubt, ColumnMeaning, InferredMapping, UncertainColumn, infer_mapping},
    layout::{ColumnPlace, TableLayout},
    mapping::{
        Mapping,
        code::{MappingCode, MappingFault},
        read::read_mapping,
    },
    matching::{Matcher, Near, ValueMatch},
    memory::{Memory, NoMemory},
    plan::{
        model::{Existing, Outcome, Plan, PlanDifference, PlanInput, PlannedEntry, Prefer, ProposeId},
        plan,
    },
    propose::propose,
    row_code::{RowCode, RowFault},
    table_entry::{TableEntry, table_entries},
};
pub use super::table::{
    Cell, MAX_BYTES, MAX_CELL, Table, TableError, TableFormat, TableRow, WorkbookDamage, letters, limits::Limit,
};
use super::table::{
    csv,
    limits::{Deadline, MAX_TIME},
    xlsx,
};
// The names that stand in many files of the import.
use self::{
    cells::split,
    layout::{ColumnHeading, headings},
    mapping::{
        ColumnName, ColumnRule, KEYS, Meaning, holds_several, is_list, pattern::Pattern, separators, unique_field,
    },
    memory::Remembered,
    table_entry::FieldValue,
};

/// What such a container calls a workbook with a password, in UTF-16.
const LOCKED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// What a file holds.
pub enum FileContent {
    /// A table, whose meaning a mapping is.
    Table(Table),
    /// Entries as `lotse export --format json` writes them.
    Entries(Vec<TableEntry>),
}

/// Reads the bytes of a file, whatever it is called: a workbook, an export, or text with separators.
///
/// # Errors
/// When it is none of them, damaged or too large.
pub fn read(file: &Arc<str>, bytes: &[u8], sheet: Option<&str>) -> Result<FileContent, TableError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(TableError::TooLarge(bytes.len() as u64));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        // Its first part is its type, unpacked.
        if bytes.get(30..).is_some_and(|part| part.starts_with(b"mimetypeapplication/vnd.oasis.opendocument")) {
            return Err(TableError::OpenDocument);
        }
        return xlsx::read(bytes, sheet, &Deadline::within(MAX_TIME)).map(FileContent::Table);
    }
    // Old workbooks and those with a password lie in the same sort of container.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        let locked = bytes.windows(LOCKED.len()).any(|window| window == LOCKED);
        return Err(if locked { TableError::Damaged(WorkbookDamage::Encrypted) } else { TableError::OldWorkbook });
    }
    if sheet.is_some() {
        return Err(TableError::NoSheets);
    }
    if json::is_json(bytes) {
        json::read(file, bytes).map(FileContent::Entries)
    } else {
        csv::read(bytes).map(FileContent::Table)
    }
}
