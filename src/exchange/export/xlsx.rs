//! Entries as an XLSX file: a sheet of entries for reading, sorting and filtering, and a legend of its columns.

mod legend;

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{ExportEntry, ExportError, ExportInput};
use crate::{
    catalogue::{Field, Shape, Value},
    exchange::{Cells, field_name, formula::is_formula},
    locale::{Lang, Texts},
};

/// Most characters of a cell, counted as Excel does: in UTF-16.
pub(super) const MOST_CHARACTERS: usize = 32_767;

/// Most entries of a sheet: Excel's rows without the header.
const MOST_ROWS: usize = 1_048_575;

/// Columns that stay in view: id and title.
const KEPT_COLUMNS: u16 = 2;

pub(super) fn write(input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    let count = input.entries.len();
    if count > MOST_ROWS {
        return Err(ExportError::TooManyRows { count, most: MOST_ROWS });
    }
    let (cells, texts) = (Cells::new(input.register, input.texts), input.texts);
    let mut book = Workbook::new();
    book.set_properties(&properties(input)?);
    let sheet = book.add_worksheet();
    sheet.set_name(&*texts.get("export-sheet-offers"))?;
    write_entries(&mut SheetWriter::new(sheet, texts), input, &cells)?;
    let sheet = book.add_worksheet();
    sheet.set_name(&*texts.get("export-sheet-legend"))?;
    write_legend(&mut SheetWriter::new(sheet, texts), input, &cells)?;
    Ok(book.save_to_buffer()?)
}

/// Title and day, and no name of a person or a machine.
fn properties(input: &ExportInput<'_>) -> Result<DocProperties, XlsxError> {
    let mut properties = DocProperties::new().set_title(input.register.manifest.title.as_str());
    if let Some(operator) = &input.register.manifest.operator {
        properties = properties.set_company(operator.as_str());
    }
    match excel_day(input.day)? {
        Some(day) => Ok(properties.set_creation_datetime(&day)),
        None => Ok(properties),
    }
}

fn write_entries(page: &mut SheetWriter<'_>, input: &ExportInput<'_>, cells: &Cells) -> Result<(), ExportError> {
    let fields: Vec<&'static Field> = input.fields().collect();
    let columns = fields.iter().map(|field| (field_name(field, input.texts), width(field)));
    let last = page.header(columns, KEPT_COLUMNS)?;
    for (row, entry) in (1..).zip(input.entries) {
        for (column, field) in (0..).zip(&fields) {
            write_cell(page, row, column, entry, field, cells)?;
        }
    }
    let rows = u32::try_from(input.entries.len()).unwrap_or(u32::MAX);
    page.sheet.autofilter(0, 0, rows, last)?;
    Ok(())
}

fn write_cell(
    page: &mut SheetWriter<'_>,
    row: u32,
    column: u16,
    entry: &ExportEntry,
    field: &'static Field,
    cells: &Cells,
) -> Result<(), ExportError> {
    let Some(value) = entry.get(field) else { return Ok(()) };
    let excel = match value {
        Value::Date(day) => excel_day(*day)?,
        _ => None,
    };
    match (value, excel) {
        (_, Some(day)) => page.day(row, column, &day)?,
        (Value::Number(number), None) if i32::try_from(*number).is_ok() => page.number(row, column, *number as f64)?,
        (value, None) => {
            let text = cells.text(field, value);
            let characters = text.encode_utf16().count();
            if characters > MOST_CHARACTERS {
                return Err(ExportError::CellTooLong {
                    id: entry.id().to_owned(),
                    field,
                    characters,
                    most: MOST_CHARACTERS,
                });
            }
            page.text(row, column, text)?;
        }
    }
    Ok(())
}

fn write_legend(page: &mut SheetWriter<'_>, input: &ExportInput<'_>, cells: &Cells) -> Result<(), ExportError> {
    let columns = legend::COLUMNS.map(|(key, width)| (input.texts.get(key).into_owned(), width));
    page.header(columns.into_iter(), 1)?;
    for (row, field) in (1..).zip(input.fields()) {
        for (column, text) in (0..).zip(legend::row(field, input, cells)) {
            page.text(row, column, text)?;
        }
    }
    Ok(())
}

/// Width of a column in characters: enough for what usually stands there.
fn width(field: &Field) -> u16 {
    match field.shape {
        _ if field.key == "title" => 36,
        Shape::Paragraphs => 60,
        Shape::Slug | Shape::Line | Shape::Lines => 28,
        Shape::References(_) | Shape::Choices(_) | Shape::Reference(_) => 30,
        Shape::Choice(_) => 18,
        Shape::Number(_) | Shape::Date | Shape::Dates => 13,
    }
}

/// A day as Excel counts it; `None` before 1900-03-01, up to which it counts wrongly. Such a day is written as text.
fn excel_day(day: Date) -> Result<Option<ExcelDateTime>, XlsxError> {
    let parts = (u16::try_from(day.year()), u8::try_from(day.month()), u8::try_from(day.day()));
    match parts {
        (Ok(y), Ok(m), Ok(d)) if day >= Date::constant(1900, 3, 1) => ExcelDateTime::from_ymd(y, m, d).map(Some),
        _ => Ok(None),
    }
}

struct SheetWriter<'a> {
    sheet: &'a mut Worksheet,
    head: Format,
    plain: Format,
    /// For what would become a formula once somebody edits the cell.
    quoted: Format,
    date: Format,
}

impl<'a> SheetWriter<'a> {
    fn new(sheet: &'a mut Worksheet, texts: &Texts) -> Self {
        let plain = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let date = match texts.lang() {
            Lang::De => "dd.mm.yyyy",
            Lang::En => "yyyy-mm-dd",
        };
        Self {
            sheet,
            head: plain.clone().set_bold(),
            quoted: plain.clone().set_quote_prefix(),
            date: plain.clone().set_num_format(date).set_align(FormatAlign::Left),
            plain,
        }
    }

    /// Writes headings with the widths of their columns, and keeps them and the first columns in view. The last column.
    fn header(&mut self, columns: impl Iterator<Item = (String, u16)>, kept: u16) -> Result<u16, XlsxError> {
        let mut last = 0;
        for (column, (text, width)) in (0..).zip(columns) {
            self.sheet.write_string_with_format(0, column, text, &self.head)?;
            self.sheet.set_column_width(column, width)?;
            last = column;
        }
        self.sheet.set_freeze_panes(1, kept)?;
        Ok(last)
    }

    /// Always a text, whatever it looks like: never a formula, a link or a number.
    fn text(&mut self, row: u32, column: u16, text: String) -> Result<(), XlsxError> {
        let looks_like_formula = text.starts_with('\'') || is_formula(&text);
        let format = if looks_like_formula { &self.quoted } else { &self.plain };
        self.sheet.write_string_with_format(row, column, text, format).map(drop)
    }

    fn number(&mut self, row: u32, column: u16, number: f64) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(row, column, number, &self.plain).map(drop)
    }

    fn day(&mut self, row: u32, column: u16, day: &ExcelDateTime) -> Result<(), XlsxError> {
        self.sheet.write_datetime_with_format(row, column, day, &self.date).map(drop)
    }
}
