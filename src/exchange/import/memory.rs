//! The values of the last import: the base by which a change by hand is distinguished from one of the table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    catalogue::{Field, Id, Value, typed_text, typed_value},
    exchange::spelling,
};

/// The values of earlier imports by one mapping, by the keys of their rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    version: u32,
    entries: BTreeMap<String, Remembered>,
}

/// What was imported for one entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// The id of the entry.
    pub id: Id,
    /// Values by the names of their fields, as a person would type them; empty where the table took it away.
    fields: BTreeMap<String, String>,
}

/// Why a text is no [`Memory`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not what an import has written")]
pub struct NoMemory;

const VERSION: u32 = 1;

impl Memory {
    /// Reads what was written.
    ///
    /// # Errors
    /// When it is no memory, of another version, or holds a value that its field cannot have. Fields that this version does
    /// not know are passed over.
    pub fn parse(text: &str) -> Result<Self, NoMemory> {
        let memory: Self = serde_json::from_str(text).map_err(|_| NoMemory)?;
        let fits = |(name, typed): (&String, &String)| {
            Field::named(name).is_none_or(|field| typed_value(field, typed).is_ok())
        };
        let sound = memory.entries.values().all(|remembered| remembered.fields.iter().all(fits));
        if sound && memory.version == VERSION { Ok(memory) } else { Err(NoMemory) }
    }

    /// The text of the file, one entry to a few lines, so that people can compare two of them.
    pub fn to_text(&self) -> String {
        let memory = Self { version: VERSION, ..self.clone() };
        serde_json::to_string_pretty(&memory).unwrap_or_default() + "\n"
    }

    /// What was imported for the row with this key.
    pub fn get(&self, key: &(&'static Field, String)) -> Option<&Remembered> {
        self.entries.get(&name(key))
    }

    /// Keeps the values of a row.
    pub fn set(&mut self, key: &(&'static Field, String), remembered: Remembered) {
        self.entries.insert(name(key), remembered);
    }
}

impl Remembered {
    /// Nothing yet of this entry.
    pub fn of(id: Id) -> Self {
        Self { id, fields: BTreeMap::new() }
    }

    /// The value that was imported: `None` when the field was not in the table.
    pub fn get(&self, field: &Field) -> Option<Option<Value>> {
        typed_value(field, self.fields.get(&field.name())?).ok()
    }

    /// Keeps the value of a field.
    pub fn set(&mut self, field: &Field, value: Option<&Value>) {
        let text = value.map(|value| typed_text(value, true)).unwrap_or_default();
        self.fields.insert(field.name(), text);
    }
}

fn name((field, words): &(&'static Field, String)) -> String {
    format!("{}:{}", field.name(), spelling(words))
}
