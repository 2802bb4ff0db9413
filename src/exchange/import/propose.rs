//! A first mapping, guessed from the headings and cells of a table, for a person to look over.

mod forms;
mod guess;
mod toml_text;
mod write;

use jiff::civil::Date;

use super::{
    layout::{ColumnHeading, ColumnPlace, headings},
    mapping::{ColumnRule, Mapping},
    matching::Matcher,
};
use crate::{
    exchange::{
        heading::{field_of_heading, probable_field},
        table::{Cell, Table, TableRow, letters},
    },
    locale::Texts,
};

/// Rows at the top among which the headings are looked for.
const TOP: usize = 30;

/// A mapping file for this table, with its guesses, examples and gaps.
pub fn propose(table: &Table, file: &str, matcher: &Matcher, texts: &Texts, today: Date) -> String {
    let rows = header_rows(table);
    let guessed = guess::columns(table, &rows, matcher, today);
    write::MappingWriter { table, file, matcher, texts, today }.file(&rows, &guessed)
}

/// The mapping of a table whose headings are fields of Lotse, such as an export.
///
/// # Errors
/// The columns that are not known; none where there are no headings at all.
pub fn known_mapping(table: &Table) -> Result<Mapping, Vec<ColumnPlace>> {
    let known = |row: &TableRow| row.cells.iter().filter(|cell| field_of_heading(&cell.shown()).is_some()).count();
    let header = table.rows.iter().take(TOP).max_by_key(|row| (known(row), usize::MAX - row.number));
    let Some(header) = header.filter(|row| known(row) > 0) else { return Err(Vec::new()) };
    let mut mapping = Mapping { header_rows: vec![header.number], ..Mapping::default() };
    let mut unknown = Vec::new();
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    for column in 0..width {
        let heading = header.cell(column).shown();
        let used = || table.rows.iter().any(|row| row.number > header.number && !row.cell(column).is_blank());
        match field_of_heading(&heading) {
            Some(field) if !mapping.columns.iter().any(|known| known.patterns[0].as_field() == Some(field)) => {
                mapping.columns.push(ColumnRule::of(&letters(column), field));
            }
            None if heading.trim().is_empty() && !used() => {}
            _ => unknown.push(ColumnPlace { letters: letters(column), heading: heading.trim().to_owned() }),
        }
    }
    if unknown.is_empty() { Ok(mapping) } else { Err(unknown) }
}

/// The row in which most headings are known, with the one below it where that goes on with headings, or the one above
/// it where headings need it to be told apart.
fn header_rows(table: &Table) -> Vec<usize> {
    let top: Vec<&TableRow> = table.rows.iter().take(TOP).collect();
    let best = top.iter().enumerate().max_by_key(|(place, row)| (known(row), TOP - place));
    // Without any known heading, the first row with more than one cell.
    let place = match best.filter(|(_, row)| known(row) > 0) {
        Some((place, _)) => place,
        None => match top.iter().position(|row| filled(row) > 1) {
            Some(place) => place,
            None => return vec![1],
        },
    };
    let row = top[place];
    let beside = |place: Option<usize>| {
        let other = top.get(place?).copied()?;
        (other.number.abs_diff(row.number) == 1).then_some(other)
    };
    if let Some(below) = beside(Some(place + 1))
        && goes_on(row, below)
    {
        return vec![row.number, below.number];
    }
    match beside(place.checked_sub(1)) {
        Some(above) if has_gaps(table, row) && filled(above) > 1 => vec![above.number, row.number],
        _ => vec![row.number],
    }
}

/// How many headings of a row are known.
fn known(row: &TableRow) -> usize {
    row.cells.iter().filter(|cell| probable_field(&cell.shown()).is_some()).count()
}

fn filled(row: &TableRow) -> usize {
    row.cells.iter().filter(|cell| !cell.is_blank()).count()
}

/// True for a row of headings below another one: it has words that are headings where the other one has gaps.
fn goes_on(row: &TableRow, below: &TableRow) -> bool {
    let heading = |column: usize| matches!(below.cell(column), Cell::Text(text) if probable_field(text).is_some());
    let gaps = (0..below.cells.len()).filter(|column| row.cell(*column).is_blank());
    gaps.filter(|column| heading(*column)).count() > 0 && known(below) > 1
}

/// True when headings are missing or stand there twice.
fn has_gaps(table: &Table, row: &TableRow) -> bool {
    let own: Vec<ColumnHeading> = headings(table, &[row.number]);
    let names: Vec<&str> = own.iter().map(|heading| heading.own.as_str()).collect();
    names.iter().enumerate().any(|(at, name)| name.is_empty() || names[..at].contains(name))
}
