//! The mapping of a table that comes without one: what each column certainly means, else the line that decides it.

use jiff::civil::Date;

use super::{
    ColumnName, ColumnPlace, ColumnRule, Mapping, Matcher, Pattern, Table, TableRow, ValueMatch, letters,
    propose::{
        HEADER_SEARCH,
        guess::{self, ColumnGuess},
        header_rows,
        toml_text::toml_text,
        write::column_line,
    },
};
use crate::{catalogue::Field, exchange::field_of_heading};

/// A mapping that nobody has written.
#[derive(Debug)]
pub struct InferredMapping {
    /// The mapping.
    pub mapping: Mapping,
    /// What the columns mean, where any of them is called differently from its field; empty for an export of Lotse.
    pub columns: Vec<ColumnMeaning>,
}

/// What a column was taken for.
#[derive(Clone, Debug)]
pub struct ColumnMeaning {
    /// The column.
    pub place: ColumnPlace,
    /// Its field; `None` for a column that nobody needs, such as a running number.
    pub field: Option<&'static Field>,
    /// What separates the values in its cells, where that is not what the field has by itself.
    pub separators: Option<Vec<String>>,
}

/// A column whose meaning a person has to decide.
#[derive(Clone, Debug)]
pub struct UncertainColumn {
    /// The column.
    pub place: ColumnPlace,
    /// Why it is uncertain.
    pub doubt: ColumnDoubt,
    /// The line of a mapping that decides it: the field that is likely, else that the column is ignored.
    pub line: String,
}

/// Why the meaning of a column is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnDoubt {
    /// It probably means this field, but may mean another one, or its cells hold more than the value.
    Likely(&'static Field),
    /// Another column has this field already.
    Taken(&'static Field),
    /// Nothing is known of it.
    Unknown,
}

/// The mapping of a table whose columns leave no doubt.
///
/// # Errors
/// The columns of which nobody can be sure; none where no heading is known at all.
pub fn infer_mapping(table: &Table, matcher: &Matcher, today: Date) -> Result<InferredMapping, Vec<UncertainColumn>> {
    if let Some(mapping) = own_names(table) {
        return Ok(InferredMapping { mapping, columns: Vec::new() });
    }
    let header_rows = header_rows(table);
    let guesses = guess::columns(table, &header_rows, matcher, today);
    if guesses.iter().all(|guess| guess.field.is_none()) {
        return Err(Vec::new());
    }
    let mut inferred = InferredMapping { mapping: Mapping { header_rows, ..Mapping::default() }, columns: Vec::new() };
    let mut uncertain = Vec::new();
    for guess in &guesses {
        match doubt(guess, &inferred.columns) {
            Some(doubt) => {
                uncertain.push(UncertainColumn { line: line(guess, doubt), place: guess.place.clone(), doubt })
            }
            None => inferred.add(guess),
        }
    }
    if uncertain.is_empty() { Ok(inferred) } else { Err(uncertain) }
}

impl InferredMapping {
    fn add(&mut self, guess: &ColumnGuess) {
        let name = ColumnName::new(&guess.name, None);
        let owned = |separators: &Vec<&str>| separators.iter().map(|separator| (*separator).to_owned()).collect();
        let separators: Option<Vec<String>> = guess.separators.as_ref().map(owned);
        match guess.field {
            None => self.mapping.ignore.push(name),
            Some(field) => {
                let patterns = vec![Pattern::whole(field)];
                self.mapping.columns.push(ColumnRule { name, patterns, separators: separators.clone() });
            }
        }
        self.columns.push(ColumnMeaning { place: guess.place.clone(), field: guess.field, separators });
    }
}

/// Why the meaning of a column is uncertain, if it is.
fn doubt(guess: &ColumnGuess, earlier: &[ColumnMeaning]) -> Option<ColumnDoubt> {
    let Some(field) = guess.field else {
        let taken = guess.taken.map(ColumnDoubt::Taken);
        return (!guess.is_not_needed()).then_some(taken.unwrap_or(ColumnDoubt::Unknown));
    };
    if earlier.iter().any(|meaning| meaning.field == Some(field)) {
        return Some(ColumnDoubt::Taken(field));
    }
    let words_known = guess.words.iter().all(|(_, found)| matches!(found, ValueMatch::One(_)));
    let plain = guess.patterns.is_empty() && (guess.separators.is_none() || words_known);
    (!guess.certain || !plain).then_some(ColumnDoubt::Likely(field))
}

fn line(guess: &ColumnGuess, doubt: ColumnDoubt) -> String {
    match (doubt, column_line(guess)) {
        (ColumnDoubt::Likely(_), Some(line)) => line,
        _ => format!("ignore = [{}]", toml_text(&guess.name)),
    }
}

/// The mapping of a table whose headings are names of fields, each once, such as an export.
fn own_names(table: &Table) -> Option<Mapping> {
    let known = |row: &TableRow| row.cells.iter().filter(|cell| field_of_heading(&cell.shown()).is_some()).count();
    let header = table.rows.iter().take(HEADER_SEARCH).max_by_key(|row| (known(row), usize::MAX - row.number));
    let header = header.filter(|row| known(row) > 0)?;
    let mut mapping = Mapping { header_rows: vec![header.number], ..Mapping::default() };
    let width = table.width();
    let mut fields = Vec::new();
    for column in 0..width {
        let heading = header.cell(column).shown();
        let used = || table.rows.iter().any(|row| row.number > header.number && !row.cell(column).is_blank());
        match field_of_heading(&heading) {
            Some(field) if !fields.contains(&field) => {
                fields.push(field);
                mapping.columns.push(ColumnRule::of(&letters(column), field));
            }
            None if heading.trim().is_empty() && !used() => {}
            _ => return None,
        }
    }
    Some(mapping)
}
