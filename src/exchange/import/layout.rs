//! Where a table has what its mapping names: headings, columns, the rows that are entries.

use std::{collections::HashMap, sync::Arc};

use super::{ColumnName, ColumnRule, Mapping, MappingCode, MappingFault, Table, TableRow, letters};
use crate::{
    catalogue::Location,
    exchange::{spelling, table::column_of},
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ColumnHeading {
    /// The heading itself, in one line; empty where there is none.
    pub own: String,
    /// The headings of the rows above it and itself, when there is one that covers several columns.
    pub full: Option<String>,
}

/// A column of the table, for messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnPlace {
    /// The letters.
    pub letters: String,
    /// The heading; may be empty.
    pub heading: String,
}

impl ColumnPlace {
    /// The column in which a cell stands; `None` for a row as a whole.
    pub fn of(cell: &Location) -> Option<Self> {
        let letters = cell.column.checked_sub(1).map(letters);
        (letters.is_some() || !cell.heading.is_empty())
            .then(|| Self { letters: letters.unwrap_or_default(), heading: cell.heading.to_string() })
    }
}

/// A table with the meaning of its columns.
pub struct TableLayout<'m> {
    /// The columns in use: position in the table, what is done with them.
    pub columns: Vec<(usize, &'m ColumnRule)>,
    /// Columns with cells that the mapping does not name.
    pub unused: Vec<ColumnPlace>,
    headings: Vec<ColumnHeading>,
    skip: Vec<(usize, Vec<String>)>,
    mapping: &'m Mapping,
}

pub(super) fn headings(table: &Table, rows: &[usize]) -> Vec<ColumnHeading> {
    let row = |number: &usize| table.rows.iter().find(|row| row.number == *number);
    let lines: Vec<Option<&TableRow>> = rows.iter().map(row).collect();
    let width = lines.iter().flatten().map(|row| row.cells.len()).max().unwrap_or(0);
    let text = |line: &Option<&TableRow>, column: usize| {
        let shown = line.map(|row| row.cell(column).shown()).unwrap_or_default();
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut above: Vec<String> = vec![String::new(); lines.len()];
    let mut headings = Vec::with_capacity(width);
    for column in 0..width {
        let cells: Vec<String> = lines.iter().map(|line| text(line, column)).collect();
        let lowest = cells.iter().rposition(|cell| !cell.is_empty());
        let mut parts: Vec<String> = Vec::new();
        let mut begins = false;
        for (level, (cell, group)) in cells.iter().zip(&mut above).enumerate() {
            // A new group begins; what stood below the one before is over.
            begins |= !cell.is_empty();
            if begins {
                group.clone_from(cell);
            }
            if lowest.is_some_and(|lowest| level < lowest) && !group.is_empty() {
                parts.push(group.clone());
            }
        }
        let own = cells.into_iter().rfind(|cell| !cell.is_empty()).unwrap_or_default();
        parts.retain(|part| *part != own);
        let full = (!parts.is_empty() && !own.is_empty()).then(|| format!("{} / {own}", parts.join(" / ")));
        headings.push(ColumnHeading { own, full });
    }
    headings
}

impl<'m> TableLayout<'m> {
    /// Finds the columns of a mapping in a table.
    ///
    /// # Errors
    /// Columns that are not there, or not the only ones of their name.
    pub fn new(table: &Table, mapping: &'m Mapping, file: &Arc<str>) -> Result<Self, Vec<MappingFault>> {
        let headings = headings(table, &mapping.header_rows);
        let width = table.width();
        let mut names = ColumnNames::new(&headings, width, file);
        let missing_header =
            mapping.header_rows.iter().find(|row| table.rows.iter().all(|known| known.number != **row));
        if let Some(row) = missing_header {
            let fault = MappingFault::new(MappingCode::NoHeaderRow, Location::file(file)).with("row", &row.to_string());
            return Err(vec![fault]);
        }
        let columns: Vec<(usize, &ColumnRule)> =
            mapping.columns.iter().filter_map(|column| Some((names.find(&column.name)?, column))).collect();
        let ignored: Vec<usize> = mapping.ignore.iter().filter_map(|name| names.find(name)).collect();
        let skip: Vec<(usize, Vec<String>)> =
            mapping.skip_where.iter().filter_map(|(name, words)| Some((names.find(name)?, words.clone()))).collect();
        names.twice(&columns);
        if !names.faults.is_empty() {
            return Err(names.faults);
        }
        let mut layout = Self { columns, unused: Vec::new(), headings, skip, mapping };
        let known = |column: &usize| {
            layout.columns.iter().any(|(used, _)| used == column)
                || ignored.contains(column)
                || layout.skip.iter().any(|(used, _)| used == column)
        };
        let is_used = |column: &usize| layout.entry_rows(table).any(|row| !row.cell(*column).is_blank());
        let unused: Vec<usize> = (0..width).filter(|column| !known(column) && is_used(column)).collect();
        layout.unused = unused.into_iter().map(|column| layout.place(column)).collect();
        Ok(layout)
    }

    /// The rows that are entries.
    pub fn entry_rows<'t>(&'t self, table: &'t Table) -> impl Iterator<Item = &'t TableRow> + 't {
        table.rows.iter().filter(move |row| self.is_entry(row))
    }

    /// How many rows below the headings the mapping passes over.
    pub fn skipped(&self, table: &Table) -> usize {
        let below = table.rows.iter().filter(|row| row.number > self.last_header());
        below.filter(|row| !self.is_entry(row)).count()
    }

    /// The letters and the heading of a column.
    pub fn place(&self, column: usize) -> ColumnPlace {
        let heading = self.headings.get(column).cloned().unwrap_or_default();
        ColumnPlace { letters: letters(column), heading: heading.full.unwrap_or(heading.own) }
    }

    fn last_header(&self) -> usize {
        self.mapping.header_rows.iter().max().copied().unwrap_or(0)
    }

    fn is_entry(&self, row: &TableRow) -> bool {
        let skips = |(column, words): &(usize, Vec<String>)| words.contains(&spelling(&row.cell(*column).shown()));
        row.number > self.last_header() && !self.mapping.skip_rows.contains(&row.number) && !self.skip.iter().any(skips)
    }
}

struct ColumnNames<'h> {
    headings: &'h [ColumnHeading],
    by_name: HashMap<String, Vec<usize>>,
    width: usize,
    file: &'h Arc<str>,
    faults: Vec<MappingFault>,
}

impl<'h> ColumnNames<'h> {
    fn new(headings: &'h [ColumnHeading], width: usize, file: &'h Arc<str>) -> Self {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (column, heading) in headings.iter().enumerate() {
            for name in [Some(&heading.own), heading.full.as_ref()].into_iter().flatten() {
                let name = spelling(name);
                if !name.is_empty() {
                    by_name.entry(name).or_default().push(column);
                }
            }
        }
        Self { headings, by_name, width, file, faults: Vec::new() }
    }

    fn find(&mut self, name: &ColumnName) -> Option<usize> {
        let place = name.place.clone().unwrap_or_else(|| Location::file(self.file));
        let fault = match self.by_name.get(&spelling(&name.name)).map(Vec::as_slice) {
            Some([column]) => return Some(*column),
            Some(several) if !several.is_empty() => {
                let all: Vec<String> = several.iter().map(|column| letters(*column)).collect();
                MappingFault::new(MappingCode::ColumnSeveral, place).with("columns", &all.join(", "))
            }
            _ => match column_of(&name.name).filter(|column| *column < self.width) {
                Some(column) => return Some(column),
                None => {
                    let known: Vec<&str> = self.headings.iter().map(|heading| heading.own.as_str()).collect();
                    let shown: Vec<&str> = known.iter().copied().filter(|name| !name.is_empty()).collect();
                    MappingFault::new(MappingCode::NoColumn, place)
                        .with("known", &shown.join(", "))
                        .suggest(&name.name, known.iter().copied().filter(|name| !name.is_empty()))
                }
            },
        };
        self.faults.push(fault.with("name", &name.name));
        None
    }

    /// The same column under two names.
    fn twice(&mut self, columns: &[(usize, &ColumnRule)]) {
        for (number, (column, second)) in columns.iter().enumerate() {
            if columns.iter().take(number).any(|(earlier, _)| earlier == column) {
                let place = second.name.place.clone().unwrap_or_else(|| Location::file(self.file));
                self.faults.push(MappingFault::new(MappingCode::ColumnTwice, place).with("name", &second.name.name));
            }
        }
    }
}
