//! What would become of the catalogue: each row compared with its entry, three ways where an earlier import is known.

pub(super) mod model;

use std::collections::{HashMap, HashSet};

use self::model::{Existing, Outcome, Plan, PlanDifference, PlanInput, PlannedEntry, Prefer};
use super::{FieldValue, KEYS, Memory, Remembered, RowCode, RowFault, TableEntry, unique_field};
use crate::{
    catalogue::{
        Change, Code, Diagnostic, FIELDS, Field, Id, Need, Severity, Shape, UNKNOWN, Value, Values, changed,
        entry_faults,
    },
    exchange::spelling,
};

/// Compares all entries of a table with the catalogue.
pub fn plan(table_entries: Vec<TableEntry>, input: &PlanInput<'_>) -> Plan {
    let catalogue = KnownEntries::new(input.existing);
    let mut planner = Planner {
        input,
        catalogue: &catalogue,
        taken: input.existing.iter().map(|entry| entry.id.clone()).collect(),
        matched: HashMap::new(),
        titles: HashMap::new(),
        memory: input.memory.clone(),
    };
    let items = table_entries.into_iter().map(|table_entry| planner.item(&table_entry)).collect();
    Plan { items, memory: planner.memory }
}

struct Planner<'p> {
    input: &'p PlanInput<'p>,
    catalogue: &'p KnownEntries<'p>,
    taken: HashSet<Id>,
    /// The entries that rows have matched already, with the first row of each.
    matched: HashMap<&'p Id, usize>,
    /// The titles of new entries, as words are compared, with their ids.
    titles: HashMap<String, Id>,
    memory: Memory,
}

impl<'p> Planner<'p> {
    fn item(&mut self, table_entry: &TableEntry) -> PlannedEntry {
        if table_entry.is_refused() {
            return refused(table_entry, None);
        }
        let found = match self.find(table_entry) {
            Ok(found) => found,
            Err(fault) => return refused(table_entry, Some(*fault)),
        };
        let Some(known) = found else { return self.new_entry(table_entry) };
        if let Some(row) = self.matched.insert(&known.entry.id, table_entry.place.line) {
            let fault = table_entry.fault(RowCode::ReachedTwice).with("row", &row.to_string());
            return refused(table_entry, Some(fault));
        }
        self.known_entry(table_entry, known)
    }

    /// The entry that the rows mean: by what was remembered, else by its key.
    fn find(&self, table_entry: &TableEntry) -> Result<Option<&'p KnownEntry<'p>>, Box<RowFault>> {
        let Some(key) = &table_entry.key else { return Ok(None) };
        if let Some(id) = self.memory.get(key).map(|remembered| remembered.id.as_str())
            && let Some(field) = Field::named("id")
            && let [known] = *self.catalogue.find(field, id)
        {
            return Ok(Some(known));
        }
        match *self.catalogue.find(key.0, &key.1) {
            [] => Ok(None),
            [known] => Ok(Some(known)),
            ref several => {
                let ids: Vec<&str> = several.iter().map(|known| known.entry.id.as_str()).collect();
                Err(Box::new(table_entry.fault(RowCode::SeveralEntries).with("ids", &ids.join(", "))))
            }
        }
    }

    fn new_entry(&mut self, table_entry: &TableEntry) -> PlannedEntry {
        let title = table_entry.text("title").unwrap_or_default();
        let mut values = Values::default();
        let mut item = PlannedEntry::of(table_entry, None, title);
        // Nothing is known where nobody says anything else.
        for field in FIELDS.iter().filter(|field| field.need == Need::Required && field.may_be_unknown()) {
            let has_value = table_entry.get(field).is_some_and(|new| new.value.is_some());
            if !has_value && !self.input.mapping.new.iter().any(|(known, _)| *known == field) {
                values.set(field, Value::text(UNKNOWN));
                item.unknown.push(field);
            }
        }
        for (field, value) in &self.input.mapping.new {
            values.set(field, value.clone());
        }
        for new in table_entry.values().iter().filter(|new| new.value.is_some()) {
            values.set(new.field, new.value.clone());
        }
        let Some(id) = self.new_id(table_entry) else {
            return refused(table_entry, Some(table_entry.fault(RowCode::NoId)));
        };
        if !self.taken.insert(id.clone()) {
            return refused(table_entry, Some(table_entry.fault(RowCode::IdTaken).with("id", &id)));
        }
        if let Some(field) = Field::named("id") {
            values.set(field, Value::text(&id));
        }
        item.id = Some(id.clone());
        match changed("", &Values::default().changes_to(&values)) {
            Ok(text) => {
                self.check(&mut item, table_entry, &id, &text);
                if item.outcome != Outcome::Refused {
                    self.remember(table_entry, &id, &[]);
                    item.row_faults.extend(self.same_title(table_entry, title, &id));
                    item.outcome = Outcome::New { text };
                } else {
                    self.taken.remove(&id);
                }
            }
            Err(_) => item.refuse(table_entry.fault(RowCode::Unwritable)),
        }
        item
    }

    /// A new entry that is called like another one may be that one, under a number of its own.
    fn same_title(&mut self, table_entry: &TableEntry, title: &str, id: &Id) -> Option<RowFault> {
        let known = self.catalogue.find(Field::named("title")?, title);
        let known = known.iter().map(|known| known.entry.id.clone());
        let ids: Vec<String> =
            known.chain(self.titles.get(&spelling(title)).cloned()).map(|id| id.to_string()).collect();
        self.titles.insert(spelling(title), id.clone());
        (!ids.is_empty()).then(|| table_entry.fault(RowCode::TitleKnown).with("ids", &ids.join(", ")))
    }

    fn new_id(&self, table_entry: &TableEntry) -> Option<Id> {
        if let Some(id) = table_entry.text("id") {
            return Id::parse(id);
        }
        let from = self.input.mapping.id_from.and_then(|field| table_entry.get(field)?.value.as_ref()?.as_text());
        let words = from.or_else(|| table_entry.text("title"))?;
        (self.input.propose_id)(words, &|id| self.taken.contains(id))
    }

    fn known_entry(&mut self, table_entry: &TableEntry, known: &KnownEntry<'_>) -> PlannedEntry {
        let entry = known.entry;
        let Some(values) = &known.values else {
            let fault = table_entry.fault(RowCode::Damaged).with("id", &entry.id);
            return refused(table_entry, Some(fault));
        };
        let current = Field::named("title").and_then(|field| values.get(field)?.as_text());
        let title = table_entry.text("title").or(current).unwrap_or_default();
        let mut item = PlannedEntry::of(table_entry, Some(entry.id.clone()), title);
        if table_entry.text("id").is_some_and(|id| id != entry.id.as_str()) {
            item.refuse(table_entry.fault(RowCode::OtherId).with("id", &entry.id));
            return item;
        }
        let base = table_entry.key.as_ref().and_then(|key| self.input.memory.get(key));
        let base = base.filter(|base| base.id == entry.id).cloned().unwrap_or_else(|| Remembered::of(entry.id.clone()));
        let mut changes = Vec::new();
        for new in table_entry.values() {
            self.compare(new, values.get(new.field), &base, &mut item, &mut changes);
        }
        if !changes.is_empty() {
            self.change(&mut item, table_entry, entry, changes);
        }
        if item.outcome != Outcome::Refused {
            let undecided: Vec<&'static Field> = item.conflicts.iter().map(|conflict| conflict.field).collect();
            self.remember(table_entry, &entry.id, &undecided);
        }
        item
    }

    /// Three ways: the value of the last import, of the table, of the entry.
    fn compare(
        &self,
        new: &FieldValue,
        current: Option<&Value>,
        base: &Remembered,
        item: &mut PlannedEntry,
        changes: &mut Vec<PlanDifference>,
    ) {
        if alike(new.field, new.value.as_ref(), current) {
            return;
        }
        let base = base.get(new.field);
        let difference = PlanDifference {
            field: new.field,
            base: base.clone(),
            table: new.value.clone(),
            catalogue: current.cloned(),
        };
        let same_as_base =
            |value: Option<&Value>| base.as_ref().is_some_and(|base| alike(new.field, base.as_ref(), value));
        if same_as_base(new.value.as_ref()) {
            item.kept.push(difference);
        } else if same_as_base(current) {
            changes.push(difference);
        } else {
            match self.input.prefer {
                Prefer::Ask => item.conflicts.push(difference),
                Prefer::Table => changes.push(difference),
                Prefer::Catalogue => item.kept.push(difference),
            }
        }
    }

    fn change(
        &self,
        item: &mut PlannedEntry,
        table_entry: &TableEntry,
        entry: &Existing,
        changes: Vec<PlanDifference>,
    ) {
        let wanted: Vec<Change> =
            changes.iter().map(|change| Change { field: change.field, value: change.table.clone() }).collect();
        let base = entry.text.clone().unwrap_or_default();
        match changed(&base, &wanted) {
            Ok(text) => {
                self.check(item, table_entry, &entry.id, &text);
                if item.outcome != Outcome::Refused {
                    item.outcome = Outcome::Changed { base, text, changes };
                }
            }
            Err(_) => item.refuse(table_entry.fault(RowCode::Unwritable)),
        }
    }

    /// The rules of `lotse check`: errors refuse.
    fn check(&self, item: &mut PlannedEntry, table_entry: &TableEntry, id: &Id, text: &str) {
        let found = entry_faults(id, text, self.input.register, self.input.today);
        item.entry_faults = found.into_iter().map(|fault| in_table(fault, table_entry)).collect();
        if item.entry_faults.iter().any(|fault| fault.severity() == Severity::Error) {
            item.outcome = Outcome::Refused;
        }
    }

    /// Fields that are still to be decided keep what was remembered of them.
    fn remember(&mut self, table_entry: &TableEntry, id: &Id, undecided: &[&'static Field]) {
        let Some(key) = &table_entry.key else { return };
        let earlier = self.memory.get(key).filter(|earlier| earlier.id == *id).cloned();
        let mut remembered = earlier.unwrap_or_else(|| Remembered::of(id.clone()));
        for new in table_entry.values().iter().filter(|new| !undecided.contains(&new.field)) {
            remembered.set(new.field, new.value.as_ref());
        }
        self.memory.set(key, remembered);
    }
}

/// An entry of the catalogue, and its values where they can be read.
struct KnownEntry<'e> {
    entry: &'e Existing,
    values: Option<Values>,
}

/// The entries by what rows may call them.
struct KnownEntries<'e> {
    entries: Vec<KnownEntry<'e>>,
    by_key: HashMap<(usize, String), Vec<usize>>,
}

impl<'e> KnownEntries<'e> {
    fn new(existing: &'e [Existing]) -> Self {
        let mut by_key: HashMap<(usize, String), Vec<usize>> = HashMap::new();
        let mut entries = Vec::with_capacity(existing.len());
        for (number, entry) in existing.iter().enumerate() {
            let values = entry.text.as_ref().and_then(|text| Values::read(text).ok());
            for field in KEYS.iter().filter_map(|name| Field::named(name)) {
                let value = values.as_ref().and_then(|values| values.get(field)).and_then(Value::as_text);
                // The name of the file is the id, whatever stands in it.
                let words = if field.key == "id" { Some(entry.id.as_str()) } else { value };
                if let Some(words) = words {
                    by_key.entry((field.position(), spelling(words))).or_default().push(number);
                }
            }
            entries.push(KnownEntry { entry, values });
        }
        Self { entries, by_key }
    }

    fn find(&self, field: &Field, words: &str) -> Vec<&KnownEntry<'e>> {
        let numbers = self.by_key.get(&(field.position(), spelling(words)));
        numbers.into_iter().flatten().filter_map(|number| self.entries.get(*number)).collect()
    }
}

/// What becomes of rows with faults, or with this one.
fn refused(table_entry: &TableEntry, fault: Option<RowFault>) -> PlannedEntry {
    let title = table_entry.text("title").unwrap_or_default();
    let mut item = PlannedEntry::of(table_entry, table_entry.text("id").and_then(Id::parse), title);
    item.outcome = Outcome::Refused;
    item.row_faults.extend(fault);
    item
}

/// A fault of the entry as one of the cell from which the value came.
fn in_table(fault: Diagnostic<Code>, table_entry: &TableEntry) -> Diagnostic<Code> {
    let field = fault.detail("key").and_then(|name| Field::named(name).or_else(|| unique_field(name)));
    let cell = field.and_then(|field| table_entry.get(field)?.place.clone());
    Diagnostic { location: cell.unwrap_or_else(|| table_entry.place.clone()), ..fault }
}

/// The order of ids and codes has no meaning.
fn alike(field: &Field, one: Option<&Value>, other: Option<&Value>) -> bool {
    match (field.shape, one, other) {
        (Shape::References(_) | Shape::Choices(_), Some(Value::List(one)), Some(Value::List(other))) => {
            let sorted = |items: &[String]| {
                let mut items = items.to_vec();
                items.sort_unstable();
                items.dedup();
                items
            };
            sorted(one) == sorted(other)
        }
        _ => one == other,
    }
}
