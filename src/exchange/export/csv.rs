//! Entries as CSV, safe to open in a spreadsheet.

use super::{Cells, Export};
use crate::exchange::{field_name, guarded};

/// Tells Excel that the text is UTF-8.
const BOM: char = '\u{FEFF}';

pub(super) fn text(export: &Export<'_>) -> String {
    let cells = Cells::new(export.register, export.texts);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(BOM.to_string().into_bytes());
    // Writing to memory cannot fail, and every row has as many fields as the header.
    let _ = writer.write_record(export.fields().map(|field| field_name(field, export.texts)));
    for entry in export.entries {
        let cell = |field| entry.get(field).map(|value| cells.text(field, value)).unwrap_or_default();
        let _ = writer.write_record(export.fields().map(|field| guarded(&cell(field)).into_owned()));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
