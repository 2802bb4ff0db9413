//! Makes the workbook of the tests from the CSV beside it, with the mess that only workbooks have.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

/// The table of the document as a program reads it: text from Windows, semicolons.
pub(super) const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import/massnahmen.csv");
/// Its mapping.
pub(super) const MAPPING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import/zuordnung.toml");

/// The cells of the table.
pub(super) fn cells() -> Vec<Vec<String>> {
    let bytes = std::fs::read(TABLE).unwrap();
    let text: String = bytes.iter().map(|byte| if *byte == 0x96 { '–' } else { char::from(*byte) }).collect();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
    let read: Vec<Vec<String>> =
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
    // A blank line is none to the library.
    read
}

/// The same table as a workbook: merged headings, real days and numbers, a hidden row and column, a formula for the sum.
pub(super) fn workbook(path: &str) {
    let mut book = Workbook::new();
    let cover = book.add_worksheet().set_name("Deckblatt").unwrap();
    cover.write(0, 0, "Bitte nicht ändern").unwrap();
    let sheet = book.add_worksheet().set_name("Maßnahmen 2027").unwrap();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    for (row, cells) in cells().iter().enumerate() {
        let row = u32::try_from(row).unwrap();
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let column = u16::try_from(column).unwrap();
            let parts: Vec<u16> = cell.split('.').map_while(|part| part.parse().ok()).collect();
            if let (Ok(number), true) = (cell.parse::<f64>(), row > 3) {
                sheet.write(row, column, number).unwrap();
            } else if let ([d, m, y], true) = (parts.as_slice(), cell.len() == 10 && row > 3) {
                let moment = ExcelDateTime::from_ymd(*y, u8::try_from(*m).unwrap(), u8::try_from(*d).unwrap()).unwrap();
                sheet.write_with_format(row, column, &moment, &day).unwrap();
            } else {
                sheet.write(row, column, cell.as_str()).unwrap();
            }
        }
    }
    let bold = Format::new().set_bold();
    sheet.merge_range(2, 2, 2, 6, "Maßnahme", &bold).unwrap();
    sheet.merge_range(0, 0, 0, 29, "Maßnahmetabelle Jobcenter, Stand 20.11.2026", &bold).unwrap();
    let sums = u32::try_from(cells().len() - 1).unwrap();
    sheet.write(sums, 22, Formula::new("=COUNT(U5:U20)").set_result("8")).unwrap();
    sheet.set_row_hidden(6).unwrap();
    sheet.set_column_hidden(28).unwrap();
    book.save(path).unwrap();
}
