//! Rows of text as CSV that a spreadsheet may open: no field begins a formula.

use crate::exchange::guarded;

/// The rows, the first of which is the header; all have as many fields.
pub(super) fn to_text(rows: impl IntoIterator<Item = impl IntoIterator<Item = String>>) -> String {
    // Writing to memory cannot fail.
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        let _ = writer.write_record(row.into_iter().map(|field| guarded(&field).into_owned()));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
