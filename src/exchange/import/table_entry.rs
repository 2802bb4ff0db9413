//! From rows to entries: the values that a table has for each entry, and what is wrong with its rows.

use std::{collections::HashMap, sync::Arc};

use super::{
    Cell, KEYS, Mapping, Matcher, RowCode, RowFault, Table, TableLayout, TableRow,
    cells::{CellReader, merged},
    holds_several,
};
use crate::{
    base::{Location, Severity},
    catalogue::{Field, Value},
    exchange::spelling,
};

/// A telephone number that is so long begins with the area, and so with a zero.
const AREA_AND_NUMBER: usize = 9;

/// The values that a table has for one entry.
#[derive(Clone, Debug)]
pub struct TableEntry {
    /// The rows, by their numbers.
    pub rows: Vec<usize>,
    /// By what the entry is found: a field and its value.
    pub key: Option<(&'static Field, String)>,
    /// What is wrong with the rows, and what a person should look at though it can be read.
    pub faults: Vec<RowFault>,
    /// The first row.
    pub(super) place: Location,
    pub(super) values: Vec<FieldValue>,
}

/// The value that a table has for one field.
#[derive(Clone, Debug)]
pub struct FieldValue {
    /// The field.
    pub field: &'static Field,
    /// Its value; `None` where the table takes it away.
    pub value: Option<Value>,
    /// The cell; `None` for a fixed value.
    pub place: Option<Location>,
}

impl TableEntry {
    /// The entry of a row of which nothing is known yet.
    pub(super) fn of_row(file: &Arc<str>, row: usize) -> Self {
        Self { rows: vec![row], key: None, faults: Vec::new(), place: Location::row(file, row), values: Vec::new() }
    }

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

    /// True where something is so wrong with the rows that they are no entry.
    pub(super) fn is_refused(&self) -> bool {
        self.faults.iter().any(|fault| fault.severity() == Severity::Error)
    }

    /// A fault of the whole first row.
    pub(super) fn fault(&self, code: RowCode) -> RowFault {
        RowFault::new(code, self.place.clone())
    }

    pub(super) fn refuse(&mut self, code: RowCode) {
        self.faults.push(self.fault(code));
    }

    pub(super) fn add(&mut self, new: FieldValue) {
        let place = self.values.partition_point(|known| known.field.position() < new.field.position());
        match self.values.get_mut(place).filter(|known| known.field == new.field) {
            None => self.values.insert(place, new),
            Some(known) if known.value.is_none() => *known = new,
            Some(known) if holds_several(known.field) => known.value = merged(known.value.take(), new.value),
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

    fn add_rows(&mut self, next: Self, mapping: &Mapping) {
        self.rows.extend(&next.rows);
        self.faults.extend(next.faults);
        if mapping.join.is_empty() {
            if !self.faults.iter().any(|fault| fault.code == RowCode::SeveralRows) {
                self.refuse(RowCode::SeveralRows);
            }
            return;
        }
        for new in next.values {
            let joined = mapping.join.contains(&new.field);
            let known = self.get(new.field).and_then(|known| known.value.as_ref());
            let same = new.value.is_none() || known.is_none() || known == new.value.as_ref();
            if joined || same {
                self.add(new);
            } else if let Some(place) = new.place {
                let fault = RowFault::new(RowCode::Contradiction, place);
                self.faults.push(fault.with("row", &self.place.line.to_string()));
            }
        }
    }
}

/// The fields by which rows find their entries: the one that was named and those that come after it.
fn keys(mapping: &Mapping) -> Vec<&'static Field> {
    let all = KEYS.iter().filter_map(|name| Field::named(name));
    all.skip_while(|field| mapping.key.is_some_and(|key| key != *field)).collect()
}

/// Reads all rows of a file that are entries.
pub fn table_entries(
    file: &Arc<str>,
    table: &Table,
    layout: &TableLayout<'_>,
    mapping: &Mapping,
    matcher: &Matcher,
) -> Vec<TableEntry> {
    let keys = keys(mapping);
    let mut entries: Vec<TableEntry> = Vec::new();
    let mut known: HashMap<(usize, String), usize> = HashMap::new();
    for row in layout.entry_rows(table) {
        let mut entry = of_row(file, row, layout, mapping, matcher);
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
        if entry.key.is_none() && !entry.is_refused() {
            entry.refuse(RowCode::NoKey);
        }
        for (field, value) in &mapping.fixed {
            entry.add(FieldValue { field, value: value.clone(), place: None });
        }
    }
    entries
}

fn of_row(
    file: &Arc<str>,
    row: &TableRow,
    layout: &TableLayout<'_>,
    mapping: &Mapping,
    matcher: &Matcher,
) -> TableEntry {
    let mut entry = TableEntry::of_row(file, row.number);
    for (position, column) in &layout.columns {
        let cell = row.cell(*position);
        let place = entry.place.clone().cell(position + 1, &layout.place(*position).heading, &cell.shown());
        let reader = CellReader { mapping, matcher, column, cell, place: &place };
        match reader.read() {
            Ok(values) => {
                for (field, value) in values {
                    if lacks_zero(field, value.as_ref(), cell) {
                        entry.faults.push(RowFault::new(RowCode::PhoneZero, place.clone()));
                    }
                    entry.add(FieldValue { field, value, place: Some(place.clone()) });
                }
            }
            Err(faults) => entry.faults.extend(faults),
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
