//! What the libraries say of a workbook, led to the few causes that a person can do something about.

use std::io;

use calamine::XlsxError;
use zip::result::ZipError;

use crate::exchange::table::{TableError, WorkbookDamage};

/// The part without which a file is no workbook of any sort.
const ENTRANCE: &str = "_rels/.rels";

/// An error of a library as one of the workbook.
pub(super) fn damaged(error: impl Into<WorkbookDamage>) -> TableError {
    TableError::Damaged(error.into())
}

/// Of a part that cannot be unpacked: all is in memory, so nothing else can have failed.
impl From<io::Error> for WorkbookDamage {
    fn from(_: io::Error) -> Self {
        Self::Archive
    }
}

impl From<ZipError> for WorkbookDamage {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Self::Encrypted,
            ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => Self::Packing,
            ZipError::FileNotFound => Self::Part,
            _ => Self::Archive,
        }
    }
}

impl From<XlsxError> for WorkbookDamage {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Zip(error) => error.into(),
            XlsxError::Io(error) => error.into(),
            XlsxError::Password => Self::Encrypted,
            XlsxError::FileNotFound(part) if part == ENTRANCE => Self::Format,
            XlsxError::RelationshipNotFound | XlsxError::NotAWorksheet(_) => Self::Format,
            XlsxError::FileNotFound(_) | XlsxError::WorksheetNotFound(_) => Self::Part,
            _ => Self::Content,
        }
    }
}
