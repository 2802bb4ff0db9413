//! Reads typed values out of one TOML table, keeps their positions and reports what does not fit.

use std::{cell::RefCell, ops::Range};

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use toml::{
    Spanned,
    de::{DeArray, DeTable, DeValue},
};

use super::faults::Faults;
use crate::{
    base::{Text, hostile_character, is_tidy_line},
    catalogue::{
        Choice, Code, Diagnostic, Id, NamedItems,
        diagnostic::slug,
        input,
        value::{day, integer},
        value_alias::{SECTION_LIST, code_meant},
    },
};

/// Byte ranges of the values of one file, by section, key and position in a list.
#[derive(Default)]
pub(crate) struct Spans(FxHashMap<(&'static str, &'static str, usize), Range<usize>>);

impl Spans {
    /// Where a value stands; the start of the file for a value that is not there.
    pub(crate) fn of(&self, section: &'static str, key: &'static str, index: usize) -> Range<usize> {
        self.0.get(&(section, key, index)).or_else(|| self.0.get(&(section, key, 0))).cloned().unwrap_or(0..0)
    }

    /// True when the file has this key, whatever its value is worth.
    pub(crate) fn has(&self, section: &'static str, key: &'static str) -> bool {
        self.0.contains_key(&(section, key, 0))
    }
}

/// From this length on a list is not searched for values that stand twice.
const LONG_LIST: usize = 1_000;

/// One table of a file. Every key that is asked for counts as known; [`TomlTable::finish`] reports the others.
pub(crate) struct TomlTable<'a, 's> {
    faults: &'a Faults<'s>,
    spans: &'a RefCell<Spans>,
    section: &'static str,
    table: Option<&'a DeTable<'s>>,
    /// Where a missing key is reported; the file itself has no heading.
    heading: Option<Range<usize>>,
    /// True for a section that is there and no table. It has been reported, and of its keys none can be missing.
    unreadable: bool,
    known: RefCell<Vec<&'static str>>,
}

type TomlValue<'a, 's> = &'a Spanned<DeValue<'s>>;

impl<'a, 's> TomlTable<'a, 's> {
    /// The table of a whole file.
    pub(crate) fn root(faults: &'a Faults<'s>, spans: &'a RefCell<Spans>, table: &'a DeTable<'s>) -> Self {
        Self {
            faults,
            spans,
            section: "",
            table: Some(table),
            heading: None,
            unreadable: false,
            known: RefCell::default(),
        }
    }

    /// A table of a `[[list]]`, with positions of its own.
    pub(crate) fn item(&self, spans: &'a RefCell<Spans>, item: &'a DeTable<'s>, heading: Range<usize>) -> Self {
        Self { heading: Some(heading), ..Self::root(self.faults, spans, item) }
    }

    /// A sub-table such as `[schedule]`; one that is missing reads as empty.
    pub(crate) fn section(&self, key: &'static str) -> Self {
        let value = self.value(key);
        let table = value.and_then(|value| self.expect(key, value, "table", DeValue::as_table));
        Self {
            faults: self.faults,
            spans: self.spans,
            section: key,
            table,
            heading: value.map(Spanned::span).or_else(|| self.place()),
            unreadable: value.is_some() && table.is_none(),
            known: RefCell::default(),
        }
    }

    /// The tables of `[[key]]`; `None` for what is there and no table.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<Option<(&'a DeTable<'s>, Range<usize>)>> {
        let table =
            |value: TomlValue<'a, 's>| Some((self.expect(key, value, "table", |v| v.as_table())?, value.span()));
        match self.value(key) {
            None => Vec::new(),
            Some(value) => match self.expect(key, value, "tables", |v| v.as_array()) {
                None => vec![None],
                Some(array) => array.iter().map(table).collect(),
            },
        }
    }

    /// One line of text; `None` when it is empty.
    pub(crate) fn line(&self, key: &'static str) -> Option<Text> {
        let line = self.string(key, Text::line);
        if let Some((value, raw)) = self.peek(key).and_then(|value| Some((value, value.get_ref().as_str()?))) {
            self.stray_blanks(key, value.span(), raw);
        }
        line
    }

    /// Text that may have several lines; `None` when it is empty.
    pub(crate) fn paragraphs(&self, key: &'static str) -> Option<Text> {
        self.string(key, Text::paragraphs)
    }

    /// A list of lines without the empty ones.
    pub(crate) fn lines(&self, key: &'static str) -> Vec<Text> {
        self.list_of(key, |value| {
            let raw = self.raw_string(key, value)?;
            self.stray_blanks(key, value.span(), raw);
            self.displayable(value.span(), raw, Text::line)
        })
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
        self.expect(key, value, "integer", |v| v.as_integer())?;
        let number = integer(value.get_ref());
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
        match self.peek(key) {
            None => self.missing(key),
            Some(raw) if value.is_none() && raw.get_ref().is_str() => self.empty(key, raw.span()),
            Some(_) => {}
        }
        value
    }

    /// Reports a required list that is missing or empty.
    pub(crate) fn required_list<T>(&self, key: &'static str, list: Vec<T>) -> Vec<T> {
        match self.peek(key) {
            None => self.missing(key),
            Some(raw) if raw.get_ref().as_array().is_some_and(|array| array.is_empty()) => self.empty(key, raw.span()),
            Some(_) => {}
        }
        list
    }

    /// Reports a required list of lines that is missing or has none but empty ones.
    pub(crate) fn required_lines(&self, key: &'static str) -> Vec<Text> {
        let lines = self.required_list(key, self.lines(key));
        let raw = self.peek(key).filter(|raw| lines.is_empty() && raw.get_ref().as_array().is_some_and(all_strings));
        if let Some(raw) = raw {
            self.empty(key, raw.span());
        }
        lines
    }

    /// Reports a fault at a value of this table.
    pub(crate) fn report(&self, code: Code, key: &'static str, complete: impl FnOnce(Diagnostic) -> Diagnostic) {
        self.faults.push(complete(self.faults.at(code, self.place_of(key))));
    }

    /// Reports an id that its vocabulary does not have, unless that vocabulary is itself damaged.
    pub(crate) fn check_reference(&self, key: &'static str, index: usize, id: &Id, known: &dyn NamedItems) {
        let span = self.spans.borrow().of(self.section, key, index);
        self.faults.check_reference(key, id, known, span);
    }

    /// Where the value of a key stands.
    pub(crate) fn place_of(&self, key: &'static str) -> Range<usize> {
        self.spans.borrow().of(self.section, key, 0)
    }

    /// Reports every key that nobody asked for.
    pub(crate) fn finish(self) {
        let known = self.known.into_inner();
        for (key, _) in self.table.into_iter().flat_map(DeTable::iter) {
            let name: &str = key.get_ref();
            if known.contains(&name) {
                continue;
            }
            let fault = match self.faults.home_of(name) {
                Some(home) => {
                    let kind = if home.is_empty() { "top" } else { "section" };
                    self.faults.at(Code::MisplacedKey, key.span()).with("section", home).with("home", kind)
                }
                None => {
                    let fault = self.faults.at(Code::UnknownKey, key.span()).with("section", self.section);
                    let heading = code_meant(SECTION_LIST, name).filter(|_| self.section.is_empty());
                    let heading = heading.filter(|heading| known.contains(heading));
                    fault.suggest(name, known.iter().copied()).suggest_this(heading)
                }
            };
            self.faults.push(fault.with("key", name));
        }
    }

    /// The keys that somebody asked for, and which of them were missing.
    #[cfg(test)]
    pub(super) fn asked_for(&self) -> Vec<&'static str> {
        self.known.borrow().clone()
    }

    fn peek(&self, key: &str) -> Option<TomlValue<'a, 's>> {
        self.table?.get(key)
    }

    fn value(&self, key: &'static str) -> Option<TomlValue<'a, 's>> {
        self.known.borrow_mut().push(key);
        let value = self.peek(key)?;
        self.remember(key, 0, value.span());
        Some(value)
    }

    fn remember(&self, key: &'static str, index: usize, span: Range<usize>) {
        self.spans.borrow_mut().0.insert((self.section, key, index), span);
    }

    /// Reads a list, leaves out what does not fit and what stands twice. The positions follow what is kept.
    fn list_of<T: PartialEq>(&self, key: &'static str, read: impl Fn(TomlValue<'a, 's>) -> Option<T>) -> Vec<T> {
        let mut items = Vec::new();
        let array = self.value(key).and_then(|value| self.expect(key, value, "array", |v| v.as_array()));
        for value in array.into_iter().flat_map(|array| array.iter()) {
            let Some(item) = read(value) else { continue };
            // Real lists are short; in one of thousands, looking for doubles would take longer than anything else.
            if items.len() >= LONG_LIST || !items.contains(&item) {
                self.remember(key, items.len(), value.span());
                items.push(item);
            } else {
                self.twice(key, value);
            }
        }
        items
    }

    fn string(&self, key: &'static str, make: fn(&str) -> Text) -> Option<Text> {
        let value = self.value(key)?;
        self.displayable(value.span(), self.raw_string(key, value)?, make)
    }

    /// Reports a value that stands in its list for the second time. It does no harm, but it is a slip.
    fn twice(&self, key: &'static str, value: TomlValue<'a, 's>) {
        let raw = value.get_ref();
        let day = || raw.as_datetime().map(ToString::to_string);
        let shown = raw.as_str().map(str::to_owned).or_else(day).unwrap_or_default();
        let fault = self.faults.at(Code::DuplicateValue, value.span());
        self.faults.push(fault.with("key", &self.name_of(key)).with("value", &shown));
    }

    /// Reports blanks that nobody sees and that a comparison stumbles over. One that is empty says nothing at all.
    fn stray_blanks(&self, key: &'static str, span: Range<usize>, raw: &str) {
        if !is_tidy_line(raw) && !raw.trim().is_empty() {
            self.faults.push(self.faults.at(Code::StrayBlanks, span).with("key", &self.name_of(key)));
        }
    }

    fn name_of(&self, key: &str) -> String {
        if self.section.is_empty() { key.to_owned() } else { format!("{}.{key}", self.section) }
    }

    fn raw_string(&self, key: &'static str, value: TomlValue<'a, 's>) -> Option<&'a str> {
        self.expect(key, value, "string", |v| v.as_str())
    }

    /// An empty text is no text, so that nobody has to tell `phone = ""` from a missing phone.
    fn displayable(&self, span: Range<usize>, raw: &str, make: fn(&str) -> Text) -> Option<Text> {
        if let Some(c) = hostile_character(raw) {
            self.faults.hostile(c, span);
        }
        Some(make(raw)).filter(|text| !text.is_empty())
    }

    fn id_of(&self, key: &'static str, value: TomlValue<'a, 's>) -> Option<Id> {
        let raw = self.raw_string(key, value)?;
        let id = Id::parse(raw);
        if id.is_none() {
            let several = raw.contains([',', ';']);
            let of = if several {
                "several"
            } else if key == "id" {
                "id"
            } else {
                "reference"
            };
            let fault =
                self.faults.at(Code::InvalidId, value.span()).with("value", raw).with("key", key).with("of", of);
            self.faults.push(if several { fault } else { fault.suggest_slug(&slug(raw)) });
        }
        id
    }

    fn choice_of<C: Choice>(&self, key: &'static str, value: TomlValue<'a, 's>) -> Option<C> {
        let raw = self.raw_string(key, value)?;
        let choice = C::from_code(raw);
        if choice.is_none() {
            let codes: Vec<_> = C::codes().collect();
            let fault = self.faults.at(Code::UnknownValue, value.span()).with("key", key).with("value", raw);
            self.faults.push(
                fault.with("known", &codes.join(", ")).suggest(raw, C::codes()).suggest_this(code_meant(C::LIST, raw)),
            );
        }
        choice
    }

    fn date_of(&self, key: &'static str, value: TomlValue<'a, 's>) -> Option<Date> {
        self.expect(key, value, "date", day)
    }

    fn expect<T>(
        &self,
        key: &'static str,
        value: TomlValue<'a, 's>,
        expected: &str,
        read: impl Fn(&'a DeValue<'s>) -> Option<T>,
    ) -> Option<T> {
        let read = read(value.get_ref());
        if read.is_none() {
            // A value that is not the one of the key stands in its list.
            let part = if self.peek(key).is_some_and(|whole| std::ptr::eq(whole, value)) { "value" } else { "element" };
            let fault = self.faults.at(Code::WrongType, value.span()).with("key", key).with("part", part);
            let fault = fault.with("expected", expected).with("found", value.get_ref().type_str());
            self.faults.push(fault.suggest_this(in_right_shape(expected, value.get_ref()).as_deref()));
        }
        read
    }

    fn missing(&self, key: &'static str) {
        if self.unreadable {
            return;
        }
        let fault = match self.place() {
            Some(place) => self.faults.at(Code::MissingKey, place),
            None => self.faults.of_file(Code::MissingKey),
        };
        self.faults.push(fault.with("key", &self.name_of(key)));
    }

    /// The heading, or the first key of a file; an empty file has no place.
    fn place(&self) -> Option<Range<usize>> {
        let first_key = || self.table?.iter().map(|(key, _)| key.span()).min_by_key(|span| span.start);
        self.heading.clone().or_else(first_key)
    }

    fn empty(&self, key: &'static str, span: Range<usize>) {
        self.faults.push(self.faults.at(Code::Empty, span).with("key", key));
    }
}

/// A text as what should stand there instead of it, where that is certain: a day, a number, a list of one.
fn in_right_shape(expected: &str, held: &DeValue<'_>) -> Option<String> {
    let raw = held.as_str()?.trim();
    match expected {
        "date" => input::day(raw).ok().map(|day| day.to_string()),
        "integer" => raw.parse::<u32>().ok().map(|number| number.to_string()),
        "array" if !raw.contains([',', ';', '"', '\\', '\n']) => Some(format!("[\"{raw}\"]")),
        _ => None,
    }
}

/// True for a list of texts; one without any element has been reported already.
fn all_strings(array: &DeArray<'_>) -> bool {
    !array.is_empty() && array.iter().all(|item| item.get_ref().is_str())
}
