//! From rows to entries: the values that a table has for each entry, and what is wrong with its rows.

use std::collections::HashMap;

use super::{
    cells::{CellFault, CellReader, merged},
    layout::{ColumnPlace, TableLayout},
    mapping::{KEYS, Mapping, holds_several},
    matching::Matcher,
};
use crate::{
    base::{Text, shortened},
    catalogue::{Field, Value},
    exchange::{
        spelling::spelling,
        table::{Cell, Table, TableRow},
    },
};

/// Longest cell that a message repeats, in characters.
const QUOTED: usize = 120;

/// A telephone number that is so long begins with the area, and so with a zero.
const AREA_AND_NUMBER: usize = 9;

/// The values that a table has for one entry.
#[derive(Clone, Debug, Default)]
pub struct TableEntry {
    /// The rows, by their numbers.
    pub rows: Vec<usize>,
    /// By what the entry is found: a field and its value.
    pub key: Option<(&'static Field, String)>,
    /// What is wrong with the rows.
    pub faults: Vec<RowFault>,
    /// What a person should look at, though it can be read.
    pub warnings: Vec<RowFault>,
    pub(super) values: Vec<FieldValue>,
}

/// The value that a table has for one field.
#[derive(Clone, Debug)]
pub struct FieldValue {
    /// The field.
    pub field: &'static Field,
    /// Its value; `None` where the table takes it away.
    pub value: Option<Value>,
    /// The row and the column; `None` for a fixed value.
    pub place: Option<(usize, ColumnPlace)>,
    /// The cell in one line.
    pub cell: Text,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The number of the row.
    pub row: usize,
    /// The column; `None` for the row as a whole.
    pub column: Option<ColumnPlace>,
    /// What stands in the cell, cut to a readable length.
    pub cell: Text,
    /// What is wrong.
    pub reason: CellFault,
}

impl TableEntry {
    /// The value that the table has for a field; `None` where it has no cell for it.
    pub fn get(&self, field: &Field) -> Option<&FieldValue> {
        self.values.iter().find(|known| known.field == field)
    }

    /// All of them, in the order of the fields.
    pub fn values(&self) -> &[FieldValue] {
        &self.values
    }

    /// The text that the table has for a field.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(Field::named(name)?)?.value.as_ref()?.as_text()
    }

    /// The number of the first row, for messages.
    pub(super) fn first_row(&self) -> usize {
        self.rows.first().copied().unwrap_or(0)
    }

    /// A fault of the whole first row.
    pub(super) fn refuse(&mut self, reason: CellFault) {
        self.faults.push(RowFault { row: self.first_row(), column: None, cell: Text::default(), reason });
    }

    pub(super) fn add(&mut self, new: FieldValue) {
        let place = self.values.partition_point(|known| known.field.position() < new.field.position());
        match self.values.get_mut(place).filter(|known| known.field == new.field) {
            None => self.values.insert(place, new),
            Some(known) if holds_several(known.field) => {
                known.value = merged(known.value.take(), new.value);
            }
            Some(known) if known.value.is_none() => *known = new,
            Some(_) => {}
        }
    }

    /// The key of the entry, for which any of these fields will do.
    pub(super) fn find_key(&mut self, keys: &[&'static Field]) {
        let value = |field: &&'static Field| {
            let words = self.get(field)?.value.as_ref()?.as_text()?.to_owned();
            Some((*field, words))
        };
        self.key = keys.iter().find_map(value);
    }
}

impl RowFault {
    fn new(row: usize, column: ColumnPlace, cell: &Cell, reason: CellFault) -> Self {
        Self { row, column: Some(column), cell: quoted(&cell.shown()), reason }
    }
}

/// A cell in one displayable line that is not too long.
pub(super) fn quoted(cell: &str) -> Text {
    Text::line(&shortened(cell, QUOTED))
}

/// The fields by which rows find their entries: the one that was named and those that come after it.
pub(super) fn keys(mapping: &Mapping) -> Vec<&'static Field> {
    let all = KEYS.iter().filter_map(|name| Field::named(name));
    all.skip_while(|field| mapping.key.is_some_and(|key| key != *field)).collect()
}

/// Reads all rows that are entries.
pub fn table_entries(table: &Table, layout: &TableLayout<'_>, mapping: &Mapping, matcher: &Matcher) -> Vec<TableEntry> {
    let reader = CellReader { mapping, matcher };
    let keys = keys(mapping);
    let mut entries: Vec<TableEntry> = Vec::new();
    let mut known: HashMap<(usize, String), usize> = HashMap::new();
    for row in layout.entry_rows(table) {
        let mut entry = of_row(row, layout, &reader);
        entry.find_key(&keys);
        let place = match &entry.key {
            // A row without a name belongs to the entry above it.
            None if !mapping.join.is_empty() && !entries.is_empty() => Some(entries.len() - 1),
            None => None,
            Some((field, words)) => {
                let next = entries.len();
                let at = *known.entry((field.position(), spelling(words))).or_insert(next);
                (at < next).then_some(at)
            }
        };
        match place.and_then(|place| entries.get_mut(place)) {
            Some(earlier) => earlier.add_rows(entry, mapping),
            None => entries.push(entry),
        }
    }
    for entry in &mut entries {
        if entry.key.is_none() && entry.faults.is_empty() {
            entry.refuse(CellFault::new("no-key"));
        }
        for (field, value) in &mapping.fixed {
            entry.add(FieldValue { field, value: value.clone(), place: None, cell: Text::default() });
        }
    }
    entries
}

fn of_row(row: &TableRow, layout: &TableLayout<'_>, reader: &CellReader<'_>) -> TableEntry {
    let mut entry = TableEntry { rows: vec![row.number], ..TableEntry::default() };
    for (position, column) in &layout.columns {
        let (cell, place) = (row.cell(*position), layout.place(*position));
        match reader.read(column, cell) {
            Ok(values) => {
                for (field, value) in values {
                    if lacks_zero(field, value.as_ref(), cell) {
                        let reason = CellFault::new("phone-zero");
                        entry.warnings.push(RowFault::new(row.number, place.clone(), cell, reason));
                    }
                    let place = Some((row.number, place.clone()));
                    entry.add(FieldValue { field, value, place, cell: quoted(&cell.shown()) });
                }
            }
            Err(reasons) => {
                let fault = |reason| RowFault::new(row.number, place.clone(), cell, reason);
                entry.faults.extend(reasons.into_iter().map(fault));
            }
        }
    }
    entry
}

/// True for a telephone number that a spreadsheet has taken for a number, and so for one without zeros before it.
fn lacks_zero(field: &Field, value: Option<&Value>, cell: &Cell) -> bool {
    let Some(number) = value.and_then(Value::as_text).filter(|_| field.name() == "contact.phone") else { return false };
    let is_number = matches!(cell, Cell::Number(_));
    let long = number.len() >= AREA_AND_NUMBER && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number || long) && !number.starts_with(['0', '+'])
}

impl TableEntry {
    /// Adds further rows of the same entry.
    fn add_rows(&mut self, next: Self, mapping: &Mapping) {
        self.rows.extend(&next.rows);
        self.faults.extend(next.faults);
        self.warnings.extend(next.warnings);
        if mapping.join.is_empty() {
            if !self.faults.iter().any(|fault| fault.reason.code == "several-rows") {
                self.refuse(CellFault::new("several-rows"));
            }
            return;
        }
        for new in next.values {
            let joined = mapping.join.contains(&new.field);
            let known = self.get(new.field).and_then(|known| known.value.as_ref());
            let same = new.value.is_none() || known.is_none() || known == new.value.as_ref();
            if joined || same {
                self.merge_value(new, joined);
            } else if let Some((row, column)) = new.place {
                let reason = CellFault::new("contradiction").with("row", &self.first_row().to_string());
                self.faults.push(RowFault { row, column: Some(column), cell: new.cell, reason });
            }
        }
    }

    fn merge_value(&mut self, new: FieldValue, joined: bool) {
        match self.values.iter_mut().find(|known| known.field == new.field) {
            Some(known) if joined => known.value = merged(known.value.take(), new.value),
            Some(known) if known.value.is_none() => *known = new,
            Some(_) => {}
            None => self.add(new),
        }
    }
}
