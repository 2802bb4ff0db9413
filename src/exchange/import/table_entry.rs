//! From rows to drafts of entries: what a table says of each entry, and what is wrong with it.

use std::collections::HashMap;

use super::{
    cells::{CellFault, CellReader, gathered},
    layout::{ColumnPlace, TableLayout},
    mapping::{Mapping, gathers},
    matching::Matcher,
};
use crate::{
    base::Text,
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

/// By what a row may find its entry, best first.
const KEYS: [&str; 3] = ["id", "measure_number", "title"];

/// What a table says of one entry.
#[derive(Clone, Debug, Default)]
pub struct TableEntry {
    /// The rows, by their numbers.
    pub rows: Vec<usize>,
    /// By what the entry is found: a field and its value.
    pub key: Option<(&'static Field, String)>,
    /// What is wrong with the rows.
    pub faults: Vec<RowFault>,
    /// What a person should look at, though it can be read.
    pub remarks: Vec<RowFault>,
    pub(super) said: Vec<FieldValue>,
}

/// What a table says of one field.
#[derive(Clone, Debug)]
pub struct FieldValue {
    /// The field.
    pub field: &'static Field,
    /// Its value; `None` when the table says that there is none.
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
    /// The value that the table has for a field: `None` when it says nothing of it.
    pub fn get(&self, field: &Field) -> Option<&FieldValue> {
        self.said.iter().find(|said| said.field == field)
    }

    /// Everything that the table says, in the order of the fields.
    pub fn said(&self) -> &[FieldValue] {
        &self.said
    }

    /// The text that the table has for a field.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(Field::named(name)?)?.value.as_ref()?.as_text()
    }

    /// A fault of the whole first row.
    pub(super) fn refuse(&mut self, reason: CellFault) {
        let row = self.rows.first().copied().unwrap_or(0);
        self.faults.push(RowFault { row, column: None, cell: Text::default(), reason });
    }

    pub(super) fn say(&mut self, said: FieldValue) {
        let place = self.said.partition_point(|known| known.field.position() < said.field.position());
        match self.said.get_mut(place).filter(|known| known.field == said.field) {
            None => self.said.insert(place, said),
            Some(known) if gathers(known.field) => {
                known.value = gathered(known.value.take(), said.value);
            }
            Some(known) if known.value.is_none() => *known = said,
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
        Self { row, column: Some(column), cell: quoted(cell), reason }
    }
}

/// A cell in one displayable line that is not too long.
fn quoted(cell: &Cell) -> Text {
    let shown = cell.shown();
    let cut: String = shown.chars().take(QUOTED).collect();
    Text::line(&if cut.len() < shown.len() { format!("{cut}…") } else { cut })
}

/// The fields by which rows find their entries: the one that was named and those that come after it.
pub(super) fn keys(mapping: &Mapping) -> Vec<&'static Field> {
    let all = KEYS.iter().filter_map(|name| Field::named(name));
    all.skip_while(|field| mapping.key.is_some_and(|key| key != *field)).collect()
}

/// Reads all rows that are entries.
pub fn drafts(table: &Table, layout: &TableLayout<'_>, mapping: &Mapping, matcher: &Matcher) -> Vec<TableEntry> {
    let reader = CellReader { mapping, matcher };
    let keys = keys(mapping);
    let mut drafts: Vec<TableEntry> = Vec::new();
    let mut known: HashMap<(usize, String), usize> = HashMap::new();
    for row in layout.entries(table) {
        let mut draft = of_row(row, layout, &reader);
        draft.find_key(&keys);
        let place = match &draft.key {
            // A row without a name goes on with the entry above it.
            None if !mapping.join.is_empty() && !drafts.is_empty() => Some(drafts.len() - 1),
            None => None,
            Some((field, words)) => {
                let next = drafts.len();
                let at = *known.entry((field.position(), spelling(words))).or_insert(next);
                (at < next).then_some(at)
            }
        };
        match place.and_then(|place| drafts.get_mut(place)) {
            Some(earlier) => earlier.go_on(draft, mapping),
            None => drafts.push(draft),
        }
    }
    for draft in &mut drafts {
        if draft.key.is_none() && draft.faults.is_empty() {
            draft.refuse(CellFault::new("no-key"));
        }
        for (field, value) in &mapping.fixed {
            draft.say(FieldValue { field, value: value.clone(), place: None, cell: Text::default() });
        }
    }
    drafts
}

fn of_row(row: &TableRow, layout: &TableLayout<'_>, reader: &CellReader<'_>) -> TableEntry {
    let mut draft = TableEntry { rows: vec![row.number], ..TableEntry::default() };
    for (position, column) in &layout.columns {
        let (cell, place) = (row.cell(*position), layout.place(*position));
        match reader.read(column, cell) {
            Ok(said) => {
                for (field, value) in said {
                    if lacks_zero(field, value.as_ref(), cell) {
                        let reason = CellFault::new("phone-zero");
                        draft.remarks.push(RowFault::new(row.number, place.clone(), cell, reason));
                    }
                    let place = Some((row.number, place.clone()));
                    draft.say(FieldValue { field, value, place, cell: quoted(cell) });
                }
            }
            Err(reasons) => {
                let fault = |reason| RowFault::new(row.number, place.clone(), cell, reason);
                draft.faults.extend(reasons.into_iter().map(fault));
            }
        }
    }
    draft
}

/// True for a telephone number that a spreadsheet has taken for a number, and so for one without zeros before it.
fn lacks_zero(field: &Field, value: Option<&Value>, cell: &Cell) -> bool {
    let Some(number) = value.and_then(Value::as_text).filter(|_| field.name() == "contact.phone") else { return false };
    let is_number = matches!(cell, Cell::Number(_));
    let long = number.len() >= AREA_AND_NUMBER && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number || long) && !number.starts_with(['0', '+'])
}

impl TableEntry {
    /// Takes a further row of the same entry in.
    fn go_on(&mut self, next: Self, mapping: &Mapping) {
        self.rows.extend(&next.rows);
        self.faults.extend(next.faults);
        self.remarks.extend(next.remarks);
        if mapping.join.is_empty() {
            if !self.faults.iter().any(|fault| fault.reason.code == "several-rows") {
                self.refuse(CellFault::new("several-rows"));
            }
            return;
        }
        for said in next.said {
            let joined = mapping.join.contains(&said.field);
            let held = self.get(said.field).and_then(|known| known.value.as_ref());
            let same = said.value.is_none() || held.is_none() || held == said.value.as_ref();
            if joined || same {
                self.say_further(said, joined);
            } else if let Some((row, column)) = said.place {
                let reason = CellFault::new("contradiction").with("row", &self.rows[0].to_string());
                self.faults.push(RowFault { row, column: Some(column), cell: said.cell, reason });
            }
        }
    }

    fn say_further(&mut self, said: FieldValue, joined: bool) {
        match self.said.iter_mut().find(|known| known.field == said.field) {
            Some(known) if joined => known.value = gathered(known.value.take(), said.value),
            Some(known) if known.value.is_none() => *known = said,
            Some(_) => {}
            None => self.say(said),
        }
    }
}
