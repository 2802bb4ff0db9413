//! One table of a TOML file. Every key that is asked for counts as known; the others are reported.

use std::{cell::RefCell, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{FileFaults, TomlCode, TypedValue};
use crate::base::Diagnostic;

impl<'a, 's, C: TomlCode> TypedValue<'a, 's, C> {
    /// A table under this key.
    pub fn table(&self) -> Option<TypedTable<'a, 's, C>> {
        self.expect("table", DeValue::as_table).map(|table| TypedTable::new(self.faults(), table))
    }
}

/// A table with the faults of its file.
pub struct TypedTable<'a, 's, C> {
    faults: &'a FileFaults<'s, C>,
    table: &'a DeTable<'s>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a, 's, C: TomlCode> TypedTable<'a, 's, C> {
    /// The table of a whole file, or one in it.
    pub fn new(faults: &'a FileFaults<'s, C>, table: &'a DeTable<'s>) -> Self {
        Self { faults, table, asked: RefCell::default() }
    }

    /// The faults of the file.
    pub fn faults(&self) -> &'a FileFaults<'s, C> {
        self.faults
    }

    /// The value of a key. What stands in a line that is no TOML is half a value at best, and counts as none.
    pub fn get(&self, key: &'static str) -> Option<TypedValue<'a, 's, C>> {
        self.asked.borrow_mut().push(key);
        let (held, value) = self.table.get_key_value(key)?;
        self.sound(key, held.span(), value)
    }

    /// All keys with their values in the order of the file, without those in lines that are no TOML.
    pub fn entries(&self) -> Vec<TypedValue<'a, 's, C>> {
        let mut entries: Vec<_> =
            self.table.iter().filter_map(|(key, value)| self.sound(key.get_ref(), key.span(), value)).collect();
        entries.sort_by_key(|entry| entry.key_span().start);
        entries
    }

    /// True when the table has this key, whatever its value is worth.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The value of a key as it stands there, which counts as no question.
    pub fn peek(&self, key: &str) -> Option<&'a Spanned<DeValue<'s>>> {
        self.table.get(key)
    }

    /// Where the first key stands; an empty table has none.
    pub fn first_key(&self) -> Option<Range<usize>> {
        self.table.iter().map(|(key, _)| key.span()).min_by_key(|span| span.start)
    }

    /// The keys that somebody has asked for.
    pub fn asked(&self) -> Vec<&'static str> {
        self.asked.borrow().clone()
    }

    /// The keys that nobody has asked for, and where they stand.
    pub fn unasked(&self) -> Vec<(&'a str, Range<usize>)> {
        let asked = self.asked.borrow();
        let entries = self.table.iter().filter_map(|(key, value)| self.sound(key.get_ref(), key.span(), value));
        entries.filter(|entry| !asked.contains(&entry.key())).map(|entry| (entry.key(), entry.key_span())).collect()
    }

    /// The fault of a key that nobody asks for, with the known one that is nearest to it.
    pub fn unknown_key(&self, key: &str, span: Range<usize>) -> Diagnostic<C> {
        self.faults.at(C::UNKNOWN_KEY, span).with("key", key).suggest(key, self.asked.borrow().iter().copied())
    }

    /// Reports every key that nobody has asked for.
    pub fn finish(self) {
        for (key, span) in self.unasked() {
            self.faults.push(self.unknown_key(key, span));
        }
    }

    fn sound(
        &self,
        key: &'a str,
        key_span: Range<usize>,
        value: &'a Spanned<DeValue<'s>>,
    ) -> Option<TypedValue<'a, 's, C>> {
        let whole = key_span.start..value.span().end.max(key_span.end);
        let broken = !value.get_ref().is_table() && self.faults.is_broken(&whole);
        (!broken).then(|| TypedValue::new(self.faults, key, key_span, value))
    }
}
