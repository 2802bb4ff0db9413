//! Finds the entry that a row speaks of.

use std::collections::HashMap;

use super::Existing;
use crate::{
    catalogue::{Field, Value, Values},
    exchange::import::matching,
};

/// The entries by what rows may call them.
pub(super) struct Index<'e> {
    pub(super) entries: Vec<(&'e Existing, Option<Values>)>,
    by_key: HashMap<(usize, String), Vec<usize>>,
}

impl<'e> Index<'e> {
    pub(super) fn new(existing: &'e [Existing]) -> Self {
        let mut by_key: HashMap<(usize, String), Vec<usize>> = HashMap::new();
        let mut entries = Vec::with_capacity(existing.len());
        for (number, entry) in existing.iter().enumerate() {
            let values = entry.text.as_ref().and_then(|text| Values::read(text).ok());
            for field in ["id", "measure_number", "title"].iter().filter_map(|name| Field::named(name)) {
                let held = values.as_ref().and_then(|values| values.get(field)).and_then(Value::as_text);
                // The name of the file is the id, whatever stands in it.
                let words = if field.key == "id" { Some(entry.id.as_str()) } else { held };
                if let Some(words) = words {
                    by_key.entry((field.position(), matching::key(words))).or_default().push(number);
                }
            }
            entries.push((entry, values));
        }
        Self { entries, by_key }
    }

    pub(super) fn find(&self, field: &Field, words: &str) -> &[usize] {
        self.by_key.get(&(field.position(), matching::key(words))).map_or(&[], Vec::as_slice)
    }
}
