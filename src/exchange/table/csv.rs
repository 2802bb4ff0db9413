//! Reads text with separators: whatever encoding and separator the program used that wrote it.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::exchange::{
    formula::unguarded,
    table::{
        Cell, MAX_COLUMNS, MAX_ROWS, Table, TableError, TableFormat, TableRow,
        limits::{Limit, MAX_CELLS},
    },
};

/// What may stand between cells.
const SEPARATORS: [u8; 3] = [b';', b'\t', b','];
/// Most separators of each sort: those of a full table, and as many in its sentences.
const MAX_SEPARATORS: u64 = 2 * MAX_CELLS;
/// Rows by which the separator is found.
const SNIFFED_ROWS: usize = 60;
/// The line by which some programs say what the separator is.
const HINT: &str = "sep=";

pub(in crate::exchange) fn read(bytes: &[u8]) -> Result<Table, TableError> {
    let (encoding, text) = decoded(bytes)?;
    SEPARATORS.into_iter().try_for_each(|separator| limited(&text, separator))?;
    let (separator, body, skipped) = separated(&text);
    limited(&text, separator)?;
    let rows = rows(body, separator, skipped)?;
    if rows.is_empty() {
        return Err(TableError::Empty);
    }
    Ok(Table { format: TableFormat::Csv { encoding, separator: char::from(separator) }, rows })
}

/// Every separator may become a cell.
fn limited(text: &str, separator: u8) -> Result<(), TableError> {
    let count = text.bytes().filter(|byte| *byte == separator).count();
    Ok(Limit::Separators.check(count as u64, MAX_SEPARATORS)?)
}

/// The text and the name of its encoding: by the mark at the beginning, else UTF-8, else what Windows uses.
fn decoded(bytes: &[u8]) -> Result<(&'static str, Cow<'_, str>), TableError> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = match marked {
        Some(encoding) => encoding,
        None if bytes.contains(&0) => unmarked_utf16(bytes).ok_or(TableError::NotATable)?,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, _, _) = encoding.decode(bytes);
    if text.contains('\0') {
        return Err(TableError::NotATable);
    }
    Ok((encoding.name(), text))
}

/// In UTF-16, every second byte of a text in Latin letters is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), bytes.len() / 2);
    let mostly = |zeros: usize, others: usize| zeros * 10 > half * 7 && others == 0;
    if mostly(odd, even) {
        Some(UTF_16LE)
    } else if mostly(even, odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The separator, the text behind a line that names it, and how many lines that was.
fn separated(text: &str) -> (u8, &str, usize) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some((first, rest)) = text.split_once('\n')
        && let Some(named) = first.trim_end_matches('\r').trim_matches('"').strip_prefix(HINT)
        && let [separator] = named.as_bytes()
    {
        return (*separator, rest, 1);
    }
    (sniffed(text), text, 0)
}

/// The separator by which most rows have the same number of cells, and more than one.
fn sniffed(text: &str) -> u8 {
    let score = |separator: u8| {
        let widths: Vec<usize> =
            reader(text, separator).records().take(SNIFFED_ROWS).flatten().map(|record| record.len()).collect();
        let most_common = widths.iter().max_by_key(|width| {
            (widths.iter().filter(|other| other == width).count() * usize::from(**width > 1), **width)
        });
        let width = most_common.copied().unwrap_or(0);
        let alike = widths.iter().filter(|other| **other == width).count();
        let cut = widths.iter().filter(|width| **width > 1).count();
        if cut * 2 > widths.len() { (alike * 1_000 / widths.len().max(1), width) } else { (0, 0) }
    };
    // Of equals the first one: German programs write semicolons.
    SEPARATORS.into_iter().rev().max_by_key(|separator| score(*separator)).unwrap_or(b';')
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes())
}

fn rows(text: &str, separator: u8, skipped: usize) -> Result<Vec<TableRow>, TableError> {
    let mut reader = reader(text, separator);
    let mut record = csv::StringRecord::new();
    let (mut rows, mut number, mut count) = (Vec::new(), skipped, 0);
    loop {
        let before = usize::try_from(reader.position().byte()).unwrap_or(0);
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            // A text with rows of any length has nothing that the library could object to.
            Err(_) => return Err(TableError::NotATable),
        }
        let after = usize::try_from(reader.position().byte()).unwrap_or(text.len());
        number += 1 + blank_lines(text, before, after);
        if record.len() > MAX_COLUMNS && record.iter().skip(MAX_COLUMNS).any(|field| !field.trim().is_empty()) {
            return Err(TableError::TooManyColumns(MAX_COLUMNS));
        }
        let cells: Vec<Cell> = record.iter().take(MAX_COLUMNS).map(cell).collect();
        count += cells.len() as u64;
        Limit::Cells.check(count, MAX_CELLS)?;
        let row = TableRow { number, cells };
        if row.is_blank() {
            continue;
        }
        if rows.len() == MAX_ROWS {
            return Err(TableError::TooManyRows(MAX_ROWS));
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Lines without anything before the record that stands there: the library passes over them, but a spreadsheet counts
/// them.
fn blank_lines(text: &str, from: usize, to: usize) -> usize {
    let record = text.get(from..to).unwrap_or_default();
    // The second half of the line end of the record before.
    let half = text.get(..from).is_some_and(|before| before.ends_with('\r'));
    let record = record.strip_prefix('\n').filter(|_| half).unwrap_or(record);
    let blank = record.len() - record.trim_start_matches(['\r', '\n']).len();
    record[..blank].replace("\r\n", "\n").len()
}

fn cell(field: &str) -> Cell {
    if field.is_empty() { Cell::Empty } else { Cell::Text(unguarded(field).replace("\r\n", "\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<(usize, Vec<String>)> {
        let table = read(bytes).unwrap();
        table.rows.iter().map(|row| (row.number, row.cells.iter().map(Cell::shown).collect())).collect()
    }

    fn row(number: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn encodings_and_separators_are_found() {
        let wanted = vec![row(1, &["Träger", "Ort, Kreis"]), row(2, &["a", "Gießen"])];
        let utf16 = |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let text = "Träger;Ort, Kreis\r\na;Gießen\r\n";
        let latin = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            latin,
            utf16(&format!("\u{feff}{text}"), u16::to_le_bytes),
            utf16(&format!("\u{feff}{text}"), u16::to_be_bytes),
            utf16(text, u16::to_le_bytes),
            text.replace(';', "\t").into_bytes(),
            "Träger,\"Ort, Kreis\"\na,Gießen".as_bytes().to_vec(),
        ] {
            assert_eq!(cells(&bytes), wanted, "{bytes:?}");
        }
        assert_eq!(cells(b"sep=|\r\na|b;c\r\n"), [row(2, &["a", "b;c"])]);
        assert_eq!(cells(b"Titel\nKurs, lang und gut\n"), [row(1, &["Titel"]), row(2, &["Kurs, lang und gut"])]);
    }

    #[test]
    fn rows_have_the_numbers_of_a_spreadsheet() {
        let text = "a;b\r\n\r\n\r\n\"x\r\ny\";1;;\r\n;;\r\n\nz\r\n\r\n";
        assert_eq!(cells(text.as_bytes()), [row(1, &["a", "b"]), row(4, &["x\ny", "1", "", ""]), row(7, &["z"])]);
        assert_eq!(cells(b"a;b\n\nc;d"), [row(1, &["a", "b"]), row(3, &["c", "d"])]);
    }

    #[test]
    fn a_guarded_text_is_the_text_itself() {
        assert_eq!(cells("'=1+1;'Ziel';''-x;'\n".as_bytes()), [row(1, &["=1+1", "'Ziel'", "'-x", "'"])]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(TableError::NotATable));
        assert_eq!(read(b"\r\n;;;\r\n"), Err(TableError::Empty));
        assert_eq!(read(b""), Err(TableError::Empty));
        let many = "x;y\n".repeat(MAX_ROWS + 1);
        assert_eq!(read(many.as_bytes()), Err(TableError::TooManyRows(MAX_ROWS)));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_a_table_or_an_error(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }
    }
}
