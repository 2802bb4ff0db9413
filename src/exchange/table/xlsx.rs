//! Reads a sheet of an XLSX workbook, cell by cell, after a look at what that will cost.

mod cost;
mod damage;

use std::io::Cursor;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx};
use jiff::civil::Date;

use self::{cost::check_cost, damage::damaged};
use super::{
    Cell, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Table, TableError, TableFormat, TableRow, WorkbookDamage,
    limits::{Deadline, Limit, MAX_CELLS},
};

/// Cells between two looks at the clock.
const CLOCK_INTERVAL: u64 = 4_096;

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Reads the sheet of this name, else the first visible one. Hidden rows and columns count, and merged cells have their
/// value in every row that they cover.
pub(in crate::exchange) fn read(bytes: &[u8], sheet: Option<&str>, deadline: &Deadline) -> Result<Table, TableError> {
    check_cost(bytes, deadline)?;
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    deadline.check()?;
    let name = sheet_name(&book, sheet)?;
    let others = book.sheet_names().into_iter().filter(|other| *other != name).collect();
    // Without the list of merged cells there are none.
    let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
    deadline.check()?;
    let mut rows = rows(&mut book, &name, deadline)?;
    drop(book);
    rows.list.iter_mut().for_each(trim);
    fill_merged(&mut rows, merged)?;
    let mut rows = rows.list;
    rows.retain(|row| !row.is_blank());
    deadline.check()?;
    if rows.is_empty() {
        return Err(TableError::Empty);
    }
    Ok(Table { format: TableFormat::Xlsx { sheet: name, others }, rows })
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

/// The rows of a sheet, and what they cost.
#[derive(Default)]
struct Rows {
    list: Vec<TableRow>,
    /// Cells up to the last one of each row.
    cells: u64,
    /// Bytes of all texts.
    text: u64,
}

impl Rows {
    /// Counts what a cell in this column adds to a row with so many cells.
    fn count(&mut self, cells: usize, column: usize, value: &Cell) -> Result<(), TableError> {
        self.cells += (column + 1).saturating_sub(cells) as u64;
        Limit::Cells.check(self.cells, MAX_CELLS)?;
        self.text += if let Cell::Text(text) = value { text.len() as u64 } else { 0 };
        Ok(Limit::Text.check(self.text.div_ceil(1 << 20), MAX_TEXT as u64 >> 20)?)
    }
}

fn rows(book: &mut Book<'_>, sheet: &str, deadline: &Deadline) -> Result<Rows, TableError> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(damaged)?;
    let (mut rows, mut seen) = (Rows::default(), 0u64);
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        seen += 1;
        if seen.is_multiple_of(CLOCK_INTERVAL) {
            deadline.check()?;
        }
        let (row, column) = cell.get_position();
        let value = converted(cell.get_value());
        if value == Cell::Empty {
            continue;
        }
        let (number, column) = (row as usize + 1, column as usize);
        if column >= MAX_COLUMNS {
            return Err(TableError::TooManyColumns(MAX_COLUMNS));
        }
        if rows.list.last().is_none_or(|last| last.number < number) {
            if rows.list.len() == MAX_ROWS {
                return Err(TableError::TooManyRows(MAX_ROWS));
            }
            rows.list.push(TableRow { number, cells: Vec::new() });
        }
        let filled = rows.list.last().map_or(0, |last| last.cells.len());
        rows.count(filled, column, &value)?;
        // Rows come in order; what does not is no workbook of a spreadsheet.
        let Some(last) = rows.list.last_mut().filter(|last| last.number == number) else {
            return Err(TableError::Damaged(WorkbookDamage::Content));
        };
        put(last, column, value);
    }
    Ok(rows)
}

/// Puts a value into a row that may still be too short for it.
fn put(row: &mut TableRow, column: usize, value: Cell) {
    if row.cells.len() <= column {
        row.cells.resize(column + 1, Cell::Empty);
    }
    if let Some(cell) = row.cells.get_mut(column) {
        *cell = value;
    }
}

fn converted(value: &DataRef<'_>) -> Cell {
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.replace("\r\n", "\n")) };
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(raw) => text(raw),
        DataRef::SharedString(raw) => text(raw),
        DataRef::Bool(raw) => text(if *raw { "WAHR" } else { "FALSCH" }),
        DataRef::DateTime(moment) => day(moment).map_or(Cell::Number(moment.as_f64()), Cell::Date),
        DataRef::DateTimeIso(raw) => {
            raw.get(..10).and_then(|day| day.parse().ok()).map_or_else(|| text(raw), Cell::Date)
        }
        DataRef::DurationIso(raw) => text(raw),
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

/// Leaves out blank cells at the end of a row.
fn trim(row: &mut TableRow) {
    let used = row.cells.iter().rposition(|cell| !cell.is_blank()).map_or(0, |last| last + 1);
    row.cells.truncate(used);
}

/// A cell that is merged over several rows holds its value in the first one only, and means all of them. Ranges that
/// overlap another one, which no spreadsheet writes, are passed over: so every cell is looked at once.
fn fill_merged(rows: &mut Rows, mut merged: Vec<Dimensions>) -> Result<(), TableError> {
    merged.retain(|area| area.end.0 > area.start.0 && (area.start.1 as usize) < MAX_COLUMNS);
    merged.sort_unstable_by_key(|area| (area.start.1, area.start.0));
    let mut done = (0, 0);
    for area in merged {
        let (column, first, last) = (area.start.1 as usize, area.start.0 as usize + 1, area.end.0 as usize + 1);
        if done >= (column, first) {
            continue;
        }
        done = (column, last);
        let Ok(at) = rows.list.binary_search_by_key(&first, |row| row.number) else { continue };
        let Some(value) = rows.list.get(at).map(|row| row.cell(column).clone()).filter(|cell| !cell.is_blank()) else {
            continue;
        };
        for below in at + 1..rows.list.len() {
            let Some(row) = rows.list.get(below).filter(|row| row.number <= last) else { break };
            // What was trimmed and has no cell is a blank row.
            let filled = row.cells.len();
            if filled == 0 || !row.cell(column).is_blank() {
                continue;
            }
            rows.count(filled, column, &value)?;
            if let Some(row) = rows.list.get_mut(below) {
                put(row, column, value.clone());
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn reading_ends_when_its_time_is_over() {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write(0, 0, "Titel").unwrap();
        let bytes = book.save_to_buffer().unwrap();
        assert!(read(&bytes, None, &Deadline::within(Duration::from_secs(600))).is_ok());
        let late = read(&bytes, None, &Deadline::within(Duration::ZERO));
        assert_eq!(late, Err(Limit::Time.exceeded(0, 0).into()));
    }
}
