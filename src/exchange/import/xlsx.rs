//! Reads a sheet of an XLSX workbook, cell by cell, so that a small file that unpacks to a huge one does no harm.

use std::io::{Cursor, Read as _};

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx};
use jiff::civil::Date;

use super::table::{Cell, Format, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Row, Table, TableError};

/// Most bytes that all parts of a workbook may have once they are unpacked.
const MAX_UNPACKED: u64 = 512 << 20;
/// Most parts of a workbook.
const MAX_PARTS: usize = 10_000;

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Reads the sheet of this name, else the first visible one. Hidden rows and columns count, and merged cells have their
/// value in every row that they cover.
///
/// # Errors
/// When the workbook is damaged or too large, or there is no such sheet.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, TableError> {
    look_inside(bytes)?;
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let name = sheet_name(&book, sheet)?;
    let others = book.sheet_names().into_iter().filter(|other| *other != name).collect();
    // Without the list of merged cells there are none.
    let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
    let mut rows = rows(&mut book, &name)?;
    rows.iter_mut().for_each(trim);
    spread(&mut rows, &merged);
    rows.retain(|row| !row.is_blank());
    if rows.is_empty() {
        return Err(TableError::Empty);
    }
    Ok(Table { format: Format::Xlsx { sheet: name, others }, rows })
}

/// Unpacks every part once without keeping it: the sizes that a packed file states may be lies.
fn look_inside(bytes: &[u8]) -> Result<(), TableError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(TableError::TooLarge(bytes.len() as u64));
    }
    let mut left = MAX_UNPACKED;
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).map_err(damaged)?;
        let size = std::io::copy(&mut part.by_ref().take(left + 1), &mut std::io::sink()).map_err(damaged)?;
        left = left.checked_sub(size).ok_or(TableError::TooLarge(MAX_UNPACKED))?;
    }
    Ok(())
}

fn sheet_name(book: &Book<'_>, wanted: Option<&str>) -> Result<String, TableError> {
    let known = book.sheet_names();
    let fits = |name: &&String| wanted.is_some_and(|wanted| name.trim().to_lowercase() == wanted.trim().to_lowercase());
    if let Some(wanted) = wanted {
        let found = known.iter().find(|name| *name == wanted).or_else(|| known.iter().find(fits));
        let missing = || TableError::NoSheet { wanted: wanted.to_owned(), known: known.clone() };
        return found.cloned().ok_or_else(missing);
    }
    let sheets = book.sheets_metadata();
    let tables = || sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let visible = tables().find(|sheet| sheet.visible == SheetVisible::Visible);
    visible.or_else(|| tables().next()).map(|sheet| sheet.name.clone()).ok_or(TableError::Empty)
}

fn rows(book: &mut Book<'_>, sheet: &str) -> Result<Vec<Row>, TableError> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(damaged)?;
    let (mut rows, mut text): (Vec<Row>, usize) = (Vec::new(), 0);
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let value = converted(cell.get_value());
        if value == Cell::Empty {
            continue;
        }
        let (number, column) = (row as usize + 1, column as usize);
        if column >= MAX_COLUMNS {
            return Err(TableError::TooManyColumns(MAX_COLUMNS));
        }
        text += if let Cell::Text(text) = &value { text.len() } else { 0 };
        if text > MAX_TEXT {
            return Err(TableError::TooLarge(MAX_TEXT as u64));
        }
        if rows.last().is_none_or(|last| last.number < number) {
            if rows.len() == MAX_ROWS {
                return Err(TableError::TooManyRows(MAX_ROWS));
            }
            rows.push(Row { number, cells: Vec::new() });
        }
        // Rows come in order; what does not is no workbook of a spreadsheet.
        let Some(last) = rows.last_mut().filter(|last| last.number == number) else {
            return Err(TableError::Damaged(format!("{}{number}", super::table::letters(column))));
        };
        if last.cells.len() <= column {
            last.cells.resize(column + 1, Cell::Empty);
        }
        last.cells[column] = value;
    }
    Ok(rows)
}

fn converted(value: &DataRef<'_>) -> Cell {
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.replace("\r\n", "\n")) };
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(held) => text(held),
        DataRef::SharedString(held) => text(held),
        DataRef::Bool(held) => text(if *held { "WAHR" } else { "FALSCH" }),
        DataRef::DateTime(moment) => day(moment).map_or(Cell::Number(moment.as_f64()), Cell::Date),
        DataRef::DateTimeIso(held) => {
            held.get(..10).and_then(|day| day.parse().ok()).map_or_else(|| text(held), Cell::Date)
        }
        DataRef::DurationIso(held) => text(held),
        DataRef::Error(error) => Cell::Failed(error.to_string()),
    }
}

/// The day of a moment; `None` for times of day and what is no day at all.
fn day(moment: &ExcelDateTime) -> Option<Date> {
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return None;
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Blank cells at the end of a row say nothing.
fn trim(row: &mut Row) {
    let used = row.cells.iter().rposition(|cell| !cell.is_blank()).map_or(0, |last| last + 1);
    row.cells.truncate(used);
}

/// A cell that is merged over several rows holds its value in the first one only, and means all of them.
fn spread(rows: &mut [Row], merged: &[Dimensions]) {
    let position = |rows: &[Row], number: u32| rows.binary_search_by_key(&(number as usize + 1), |row| row.number);
    for area in merged.iter().filter(|area| area.end.0 > area.start.0) {
        let column = area.start.1 as usize;
        let Ok(first) = position(rows, area.start.0) else { continue };
        let value = rows[first].cell(column).clone();
        let covered = rows.iter_mut().skip(first + 1).take_while(|row| row.number <= area.end.0 as usize + 1);
        for row in covered.filter(|row| !row.is_blank() && row.cell(column).is_blank()) {
            if row.cells.len() <= column {
                row.cells.resize(column + 1, Cell::Empty);
            }
            if let Some(cell) = row.cells.get_mut(column) {
                cell.clone_from(&value);
            }
        }
    }
}

fn damaged(error: impl std::fmt::Display) -> TableError {
    TableError::Damaged(error.to_string())
}
