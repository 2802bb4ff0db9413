//! Entries as CSV, safe to open in a spreadsheet.

use super::{ExportError, ExportInput};
use crate::exchange::{Cells, field_name, guarded};

/// Tells Excel that the text is UTF-8.
const BOM: char = '\u{FEFF}';

/// CSV as a German Excel opens it: semicolons, CRLF, a byte order mark. Formulas are text.
pub(super) fn write(input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    let cells = Cells::new(input.register, input.texts);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(BOM.to_string().into_bytes());
    // Writing to memory cannot fail, and every row has as many fields as the header.
    let _ = writer.write_record(input.fields().map(|field| field_name(field, input.texts)));
    for entry in input.entries {
        let cell = |field| entry.get(field).map(|value| cells.text(field, value)).unwrap_or_default();
        let _ = writer.write_record(input.fields().map(|field| guarded(&cell(field)).into_owned()));
    }
    Ok(writer.into_inner().unwrap_or_default())
}
