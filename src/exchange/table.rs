//! A table as it was read, whatever file it came from: rows with the numbers that a spreadsheet shows, and cells.

pub(super) mod csv;
pub(super) mod limits;
pub(super) mod xlsx;

use jiff::civil::Date;

use self::limits::{Limit, LimitExceeded};
use crate::base::coded_enum;

/// Largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 64 << 20;
/// Most rows that are read; an office has hundreds.
pub(super) const MAX_ROWS: usize = 100_000;
/// Most columns that are read.
pub(super) const MAX_COLUMNS: usize = 500;
/// Most characters of a cell. Spreadsheets allow 32,767.
pub const MAX_CELL: usize = 100_000;
/// Most bytes of all cells together.
pub(super) const MAX_TEXT: usize = 64 << 20;

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
    /// What a spreadsheet shows where a formula has failed: `#REF!`.
    Failed(String),
}

impl Cell {
    /// The cell as a person reads it.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Failed(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.to_string(),
        }
    }

    /// True where nothing but blanks stands.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// One row with its number, counted from 1 as spreadsheets do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRow {
    /// The number.
    pub number: usize,
    /// The cells, from column A on; short rows end early.
    pub cells: Vec<Cell>,
}

impl TableRow {
    /// The cell of a column, counted from 0.
    pub fn cell(&self, column: usize) -> &Cell {
        const EMPTY: &Cell = &Cell::Empty;
        self.cells.get(column).unwrap_or(EMPTY)
    }

    /// True for a row without anything in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

/// What is to be known of how a table was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// Text with separators.
    Csv {
        /// How the letters were written: `UTF-8`, `windows-1252` ...
        encoding: &'static str,
        /// What stands between the cells.
        separator: char,
    },
    /// A workbook.
    Xlsx {
        /// The sheet that was read.
        sheet: String,
        /// The other sheets.
        others: Vec<String>,
    },
}

/// A table with the rows in which something stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// How it was read.
    pub format: TableFormat,
    /// The rows in order; blank ones are left out.
    pub rows: Vec<TableRow>,
}

impl Table {
    /// How many columns the longest row has.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}

/// The letters of a column, counted from 0: A, B ... Z, AA.
pub fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut name = Vec::new();
    while rest > 0 {
        name.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    name.iter().rev().collect()
}

/// The column that letters (`C`) or a number (`3`) mean, counted from 0.
pub(super) fn column_of(name: &str) -> Option<usize> {
    let name = name.trim();
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
        return name.parse::<usize>().ok()?.checked_sub(1).filter(|column| *column < MAX_COLUMNS);
    }
    let short = (1..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase());
    let number = name.bytes().fold(0, |number, byte| number * 26 + usize::from(byte.wrapping_sub(b'A')) + 1);
    short.then(|| number.saturating_sub(1)).filter(|column| *column < MAX_COLUMNS)
}

/// Why a file cannot be read as a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Larger than any table of offers.
    #[error("{0} bytes")]
    TooLarge(u64),
    /// More of something than can be read in the memory and the time that there are.
    #[error("{found} of {what:?}, at most {most}")]
    TooMuch {
        /// Of what.
        what: Limit,
        /// So much there is, or so much was there when reading was given up.
        found: u64,
        /// So much may be.
        most: u64,
    },
    /// More rows than are read.
    #[error("more than {0} rows")]
    TooManyRows(usize),
    /// More columns than are read.
    #[error("more than {0} columns")]
    TooManyColumns(usize),
    /// An `.xls` of earlier versions of Excel, or a workbook with a password.
    #[error("an old or locked workbook")]
    OldWorkbook,
    /// A spreadsheet of LibreOffice in its own format.
    #[error("an OpenDocument spreadsheet")]
    OpenDocument,
    /// Something else than text: a picture, a program.
    #[error("not a table")]
    NotATable,
    /// A workbook that cannot be opened.
    #[error("damaged: {}", .0.code())]
    Damaged(WorkbookDamage),
    /// There is no such sheet.
    #[error("no sheet {wanted}")]
    NoSheet {
        /// The name that was asked for.
        wanted: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// A sheet was named, but the file has none.
    #[error("no sheets")]
    NoSheets,
    /// JSON, but not what `lotse export` writes.
    #[error("not an export of Lotse")]
    NotAnExport,
    /// Not JSON.
    #[error("not JSON: line {line}, column {column}")]
    Json {
        /// Where.
        line: usize,
        /// Where.
        column: usize,
    },
    /// A later version of the export.
    #[error("version {0}")]
    Version(i64),
    /// Nothing stands in it.
    #[error("empty")]
    Empty,
}

coded_enum! {
    /// Why a workbook cannot be opened: what the libraries say of it is English, and much more than anybody can act on.
    /// Its texts are `import-file-damaged-<code>`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum WorkbookDamage {
        /// Not packed as workbooks are, or cut off.
        Archive = "archive",
        /// Locked with a password.
        Encrypted = "encrypted",
        /// Packed in a way that is not read.
        Packing = "packing",
        /// Packed well, but something else than an XLSX workbook.
        Format = "format",
        /// A part that belongs to it is missing.
        Part = "part",
        /// A part does not hold what it should.
        Content = "content",
    }
}

impl From<LimitExceeded> for TableError {
    fn from(LimitExceeded { what, found, most }: LimitExceeded) -> Self {
        Self::TooMuch { what, found, most }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (499, "SF")] {
            assert_eq!(letters(column), name);
            assert_eq!(column_of(name), Some(column));
            assert_eq!(column_of(&(column + 1).to_string()), Some(column));
        }
        for name in ["", "0", "a", "Ort", "ZZZ", "99999999999999999999", "-1"] {
            assert_eq!(column_of(name), None, "{name}");
        }
    }
}
