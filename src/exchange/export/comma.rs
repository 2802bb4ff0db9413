//! Entries as CSV, safe to open in a spreadsheet.

use std::borrow::Cow;

use super::{Cells, Export};
use crate::exchange::heading;

/// Tells Excel that the text is UTF-8.
const BOM: char = '\u{FEFF}';

pub(super) fn text(export: &Export<'_>) -> String {
    let cells = Cells::new(export.register, export.texts);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(BOM.to_string().into_bytes());
    // Writing to memory cannot fail, and every row has as many fields as the header.
    let _ = writer.write_record(export.fields().map(|field| heading(field, export.texts)));
    for entry in export.entries {
        let cell = |field| entry.get(field).map(|value| cells.text(field, value)).unwrap_or_default();
        let _ = writer.write_record(export.fields().map(|field| neutral(&cell(field)).into_owned()));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A spreadsheet takes a field that begins like this for a formula; an apostrophe in front says that it is text. What
/// looks as if that had been done already gets one more, so that reading takes away what writing has added.
pub(super) fn neutral(text: &str) -> Cow<'_, str> {
    match text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What reading takes away, by the same rule.
    fn read(cell: &str) -> &str {
        match cell.strip_prefix('\'') {
            Some(rest) if rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
            _ => cell,
        }
    }

    #[test]
    fn formulas_are_text() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("- ein Punkt", "'- ein Punkt"),
            ("'=1", "''=1"),
            ("'zitiert'", "'zitiert'"),
            ("'", "'"),
            ("Frau Stark", "Frau Stark"),
        ] {
            assert_eq!(neutral(text), cell);
            assert_eq!(read(cell), text);
        }
    }

    proptest! {
        #[test]
        fn no_text_begins_a_formula_and_every_text_comes_back(text in "'{0,3}[=+@\\t\\r-]?.{0,20}") {
            let cell = neutral(&text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(read(&cell), &text);
        }
    }
}
