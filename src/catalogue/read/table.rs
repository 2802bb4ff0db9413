//! Reads typed values out of one TOML table, keeps their positions and reports what does not fit.

use std::{cell::RefCell, ops::Range};

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::faults::Faults;
use crate::catalogue::{Choice, Code, Diagnostic, Id, Location, Named, Text, Vocabulary, hostile_character};

/// Byte ranges of the values of one file, by section, key and position in a list.
#[derive(Default)]
pub(crate) struct Spans(FxHashMap<(&'static str, &'static str, usize), Range<usize>>);

impl Spans {
    /// Where a value stands; the start of the file for a value that is not there.
    pub(crate) fn of(&self, section: &'static str, key: &'static str, index: usize) -> Range<usize> {
        self.0.get(&(section, key, index)).or_else(|| self.0.get(&(section, key, 0))).cloned().unwrap_or(0..0)
    }
}

/// One table of a file. Every key that is asked for counts as known; [`Table::finish`] reports the others.
pub(crate) struct Table<'a, 's> {
    faults: &'a Faults<'s>,
    spans: &'a RefCell<Spans>,
    section: &'static str,
    table: Option<&'a DeTable<'s>>,
    /// Where a missing key is reported.
    heading: Range<usize>,
    known: RefCell<Vec<&'static str>>,
}

type Value<'a, 's> = &'a Spanned<DeValue<'s>>;

impl<'a, 's> Table<'a, 's> {
    pub(crate) fn new(
        faults: &'a Faults<'s>,
        spans: &'a RefCell<Spans>,
        section: &'static str,
        table: Option<&'a DeTable<'s>>,
        heading: Range<usize>,
    ) -> Self {
        Self { faults, spans, section, table, heading, known: RefCell::default() }
    }

    /// A sub-table such as `[schedule]`; one that is missing reads as empty.
    pub(crate) fn section(&self, key: &'static str) -> Table<'a, 's> {
        let value = self.value(key);
        let table = value.and_then(|value| self.expect(key, value, "table", DeValue::as_table));
        let heading = value.map_or(self.heading.clone(), Spanned::span);
        Table::new(self.faults, self.spans, key, table, heading)
    }

    /// The tables of `[[key]]`.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<(&'a DeTable<'s>, Range<usize>)> {
        let items = self.list(key);
        items
            .into_iter()
            .filter_map(|(_, v)| Some((self.expect(key, v, "table", |v| v.as_table())?, v.span())))
            .collect()
    }

    /// One line of text.
    pub(crate) fn line(&self, key: &'static str) -> Option<Text> {
        self.string(key, Text::line)
    }

    /// Text that may have several lines.
    pub(crate) fn paragraphs(&self, key: &'static str) -> Option<Text> {
        self.string(key, Text::paragraphs)
    }

    /// A list of lines.
    pub(crate) fn lines(&self, key: &'static str) -> Vec<Text> {
        self.list_of(key, |value| Some(self.displayable(value.span(), self.raw_string(key, value)?, Text::line)))
    }

    /// An id.
    pub(crate) fn id(&self, key: &'static str) -> Option<Id> {
        let value = self.value(key)?;
        self.id_of(key, value)
    }

    /// A list of ids; one that stands twice counts once.
    pub(crate) fn ids(&self, key: &'static str) -> Vec<Id> {
        self.list_of(key, |value| self.id_of(key, value))
    }

    /// A value of a closed list.
    pub(crate) fn choice<C: Choice>(&self, key: &'static str) -> Option<C> {
        let value = self.value(key)?;
        self.choice_of(key, value)
    }

    /// Several values of a closed list.
    pub(crate) fn choices<C: Choice>(&self, key: &'static str) -> Vec<C> {
        self.list_of(key, |value| self.choice_of(key, value))
    }

    /// A whole number within `range`.
    pub(crate) fn number<N: TryFrom<i64>>(&self, key: &'static str, range: std::ops::RangeInclusive<i64>) -> Option<N> {
        let value = self.value(key)?;
        let integer = self.expect(key, value, "integer", |v| v.as_integer())?;
        let number = i64::from_str_radix(&integer.as_str().replace('_', ""), integer.radix()).ok();
        let fitting = number.filter(|n| range.contains(n)).and_then(|n| N::try_from(n).ok());
        if fitting.is_none() {
            let limits = (range.start().to_string(), range.end().to_string());
            let fault = self.faults.at(Code::OutOfRange, value.span());
            self.faults.push(fault.with("key", key).with("min", &limits.0).with("max", &limits.1));
        }
        fitting
    }

    /// Yes or no.
    pub(crate) fn flag(&self, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        self.expect(key, value, "boolean", |v| v.as_bool())
    }

    /// A day.
    pub(crate) fn date(&self, key: &'static str) -> Option<Date> {
        let value = self.value(key)?;
        self.date_of(key, value)
    }

    /// Several days.
    pub(crate) fn dates(&self, key: &'static str) -> Vec<Date> {
        self.list_of(key, |value| self.date_of(key, value))
    }

    /// Reports a required value that is missing. A value that is there but wrong has been reported already.
    pub(crate) fn required<T>(&self, key: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() && self.peek(key).is_none() {
            self.missing(key);
        }
        value
    }

    /// Reports a required text that is missing or empty.
    pub(crate) fn required_text(&self, key: &'static str, value: Option<Text>) -> Option<Text> {
        let value = self.required(key, value)?;
        if value.is_empty() {
            self.empty(key);
            return None;
        }
        Some(value)
    }

    /// Reports a required list that is missing or empty.
    pub(crate) fn required_list<T>(&self, key: &'static str, list: Vec<T>) -> Vec<T> {
        match self.peek(key) {
            None => self.missing(key),
            Some(value) if value.get_ref().as_array().is_some_and(|array| array.is_empty()) => self.empty(key),
            Some(_) => {}
        }
        list
    }

    /// Reports a fault at a value of this table.
    pub(crate) fn report(&self, key: &'static str, index: usize, fault: impl FnOnce(Location) -> Diagnostic) {
        let span = self.spans.borrow().of(self.section, key, index);
        self.faults.push(fault(self.faults.location(span)));
    }

    /// Reports an id that its vocabulary does not have, unless that vocabulary is itself damaged.
    pub(crate) fn check_reference<T: Named>(&self, key: &'static str, index: usize, id: &Id, known: &Vocabulary<T>) {
        let span = self.spans.borrow().of(self.section, key, index);
        self.faults.check_reference(key, id, known, span);
    }

    /// Reports every key that nobody asked for.
    pub(crate) fn finish(self) {
        let known = self.known.into_inner();
        for (key, _) in self.table.into_iter().flat_map(DeTable::iter) {
            if !known.contains(&&**key.get_ref()) {
                let name: &str = key.get_ref();
                let fault = self.faults.at(Code::UnknownKey, key.span()).with("key", name);
                self.faults.push(fault.suggest(name, known.iter().copied()));
            }
        }
    }

    fn peek(&self, key: &str) -> Option<Value<'a, 's>> {
        self.table?.get(key)
    }

    fn value(&self, key: &'static str) -> Option<Value<'a, 's>> {
        self.known.borrow_mut().push(key);
        let value = self.peek(key)?;
        self.remember(key, 0, value.span());
        Some(value)
    }

    fn remember(&self, key: &'static str, index: usize, span: Range<usize>) {
        self.spans.borrow_mut().0.insert((self.section, key, index), span);
    }

    fn list(&self, key: &'static str) -> Vec<(usize, Value<'a, 's>)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let array = self.expect(key, value, "array", |v| v.as_array());
        array.into_iter().flat_map(|array| array.iter()).enumerate().collect()
    }

    /// Reads a list, leaves out what does not fit and what stands twice. The positions follow what is kept.
    fn list_of<T: PartialEq>(&self, key: &'static str, read: impl Fn(Value<'a, 's>) -> Option<T>) -> Vec<T> {
        let mut items = Vec::new();
        for (_, value) in self.list(key) {
            let Some(item) = read(value) else { continue };
            if !items.contains(&item) {
                self.remember(key, items.len(), value.span());
                items.push(item);
            }
        }
        items
    }

    fn string(&self, key: &'static str, make: fn(&str) -> Text) -> Option<Text> {
        let value = self.value(key)?;
        Some(self.displayable(value.span(), self.raw_string(key, value)?, make))
    }

    fn raw_string(&self, key: &'static str, value: Value<'a, 's>) -> Option<&'a str> {
        self.expect(key, value, "string", |v| v.as_str())
    }

    fn displayable(&self, span: Range<usize>, raw: &str, make: fn(&str) -> Text) -> Text {
        if let Some(c) = hostile_character(raw) {
            let fault = self.faults.at(Code::HostileText, span);
            self.faults.push(fault.with("character", &format!("U+{:04X}", u32::from(c))));
        }
        make(raw)
    }

    fn id_of(&self, key: &'static str, value: Value<'a, 's>) -> Option<Id> {
        let raw = self.raw_string(key, value)?;
        let id = Id::parse(raw);
        if id.is_none() {
            self.faults.push(self.faults.at(Code::InvalidId, value.span()).with("value", raw));
        }
        id
    }

    fn choice_of<C: Choice>(&self, key: &'static str, value: Value<'a, 's>) -> Option<C> {
        let raw = self.raw_string(key, value)?;
        let choice = C::from_code(raw);
        if choice.is_none() {
            let codes: Vec<_> = C::codes().collect();
            let fault = self.faults.at(Code::UnknownValue, value.span()).with("key", key).with("value", raw);
            self.faults.push(fault.with("known", &codes.join(", ")).suggest(raw, C::codes()));
        }
        choice
    }

    fn date_of(&self, key: &'static str, value: Value<'a, 's>) -> Option<Date> {
        let stamp = self.expect(key, value, "date", |v| v.as_datetime().filter(|stamp| stamp.time.is_none()))?;
        let date = stamp.date?;
        Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
    }

    fn expect<T>(
        &self,
        key: &'static str,
        value: Value<'a, 's>,
        expected: &str,
        read: impl Fn(&'a DeValue<'s>) -> Option<T>,
    ) -> Option<T> {
        let read = read(value.get_ref());
        if read.is_none() {
            let fault = self.faults.at(Code::WrongType, value.span()).with("key", key).with("expected", expected);
            self.faults.push(fault.with("found", value.get_ref().type_str()));
        }
        read
    }

    fn missing(&self, key: &'static str) {
        let name = if self.section.is_empty() { key.to_owned() } else { format!("{}.{key}", self.section) };
        self.faults.push(self.faults.at(Code::MissingKey, self.heading.clone()).with("key", &name));
    }

    fn empty(&self, key: &'static str) {
        let span = self.peek(key).map_or(self.heading.clone(), Spanned::span);
        self.faults.push(self.faults.at(Code::Empty, span).with("key", key));
    }
}
