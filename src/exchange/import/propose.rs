//! A first mapping, guessed from the headings and cells of a table, for a person to look over.

mod forms;
pub(super) mod guess;
pub(super) mod toml_text;
pub(super) mod write;

use jiff::civil::Date;

use super::{Cell, ColumnHeading, Matcher, Table, TableRow, headings};
use crate::{exchange::heading::probable_field, locale::Texts};

/// Rows at the top among which the headings are looked for.
pub(super) const HEADER_SEARCH: usize = 30;

/// A mapping file for this table, with its guesses, examples and gaps.
pub fn propose(table: &Table, file: &str, matcher: &Matcher, texts: &Texts, today: Date) -> String {
    let rows = header_rows(table);
    let guessed = guess::columns(table, &rows, matcher, today);
    write::MappingWriter { table, file, matcher, texts, today }.file(&rows, &guessed)
}

/// The row in which most headings are known, with the one below it where that goes on with headings, or the one above
/// it where headings need it to be told apart.
pub(super) fn header_rows(table: &Table) -> Vec<usize> {
    let top: Vec<&TableRow> = table.rows.iter().take(HEADER_SEARCH).collect();
    let placed = || top.iter().copied().enumerate();
    let best = placed().max_by_key(|(place, row)| (known(row), HEADER_SEARCH - place));
    // Without any known heading, the first row with more than one cell.
    let best = best.filter(|(_, row)| known(row) > 0).or_else(|| placed().find(|(_, row)| filled(row) > 1));
    let Some((place, row)) = best else { return vec![1] };
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
    names.iter().enumerate().any(|(at, name)| name.is_empty() || names.iter().take(at).any(|before| before == name))
}
