//! Reads the values of a catalogue file: keeps where they stand and reports what no catalogue may hold.

use std::{cell::RefCell, ops::Range};

use rustc_hash::FxHashMap;
use toml::de::{DeArray, DeTable};

use super::faults::Faults;
use crate::{
    base::{
        Diagnostic, Text, hostile_character, is_tidy_line, slug,
        toml::{TypedTable, TypedValue},
    },
    catalogue::{Choice, Code, Id, NamedItems, section_words::section_meant},
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
    /// The section to which a key belongs that was found elsewhere: empty for the keys above all sections, `None` where
    /// several or none have it.
    home_of: HomeOf,
    /// `None` for a section that is missing, or is no table.
    table: Option<TypedTable<'a, 's, Code>>,
    /// Where a missing key is reported; the file itself has no heading.
    heading: Option<Range<usize>>,
    /// True for a section that is there and no table. It has been reported, and of its keys none can be missing.
    unreadable: bool,
}

type HomeOf = fn(&str) -> Option<&'static str>;

pub(crate) type CatalogueValue<'a, 's> = TypedValue<'a, 's, Code>;

impl<'a, 's> TomlTable<'a, 's> {
    /// The table of a whole file.
    pub(crate) fn root(faults: &'a Faults<'s>, spans: &'a RefCell<Spans>, table: &'a DeTable<'s>) -> Self {
        Self {
            faults,
            spans,
            section: "",
            home_of: |_| None,
            table: Some(TypedTable::new(faults, table)),
            heading: None,
            unreadable: false,
        }
    }

    /// The same table, of a file in which a key belongs to one section.
    pub(crate) fn with_homes(self, home_of: HomeOf) -> Self {
        Self { home_of, ..self }
    }

    /// A table of a `[[list]]`, with positions of its own.
    pub(crate) fn item(&self, spans: &'a RefCell<Spans>, item: &'a DeTable<'s>, heading: Range<usize>) -> Self {
        Self { heading: Some(heading), ..Self::root(self.faults, spans, item) }
    }

    /// A sub-table such as `[schedule]`; one that is missing reads as empty.
    pub(crate) fn section(&self, key: &'static str) -> Self {
        let value = self.value(key);
        let table = value.as_ref().and_then(TypedValue::table);
        Self {
            faults: self.faults,
            spans: self.spans,
            section: key,
            home_of: self.home_of,
            heading: value.as_ref().map(TypedValue::span).or_else(|| self.place()),
            unreadable: value.is_some() && table.is_none(),
            table,
        }
    }

    /// The tables of `[[key]]`; `None` for what is there and no table.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<Option<(&'a DeTable<'s>, Range<usize>)>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let table = |item: &CatalogueValue<'a, 's>| Some((item.expect("table", |v| v.as_table())?, item.span()));
        match value.expect("tables", |v| v.as_array()) {
            None => vec![None],
            Some(_) => value.elements().unwrap_or_default().iter().map(table).collect(),
        }
    }

    /// One line of text; `None` when it is empty.
    pub(crate) fn line(&self, key: &'static str) -> Option<Text> {
        let value = self.value(key)?;
        let raw = value.text()?;
        let line = self.displayable(&value, raw, Text::line);
        self.stray_blanks(&value, raw);
        line
    }

    /// Text that may have several lines; `None` when it is empty.
    pub(crate) fn paragraphs(&self, key: &'static str) -> Option<Text> {
        let value = self.value(key)?;
        self.displayable(&value, value.text()?, Text::paragraphs)
    }

    /// A list of lines without the empty ones.
    pub(crate) fn lines(&self, key: &'static str) -> Vec<Text> {
        self.list_of(key, |value| {
            let raw = value.text()?;
            self.stray_blanks(value, raw);
            self.displayable(value, raw, Text::line)
        })
    }

    /// A whole number within `range`.
    pub(crate) fn number<N: TryFrom<i64>>(&self, key: &'static str, range: std::ops::RangeInclusive<i64>) -> Option<N> {
        let value = self.value(key)?;
        value.expect("integer", |v| v.as_integer())?;
        let fitting = value.number().filter(|n| range.contains(n)).and_then(|n| N::try_from(n).ok());
        if fitting.is_none() {
            let limits = (range.start().to_string(), range.end().to_string());
            self.faults.push(value.fault(Code::OutOfRange).with("min", &limits.0).with("max", &limits.1));
        }
        fitting
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

    pub(crate) fn report(
        &self,
        code: Code,
        key: &'static str,
        complete: impl FnOnce(Diagnostic<Code>) -> Diagnostic<Code>,
    ) {
        self.faults.push(complete(self.faults.at(code, self.place_of(key))));
    }

    /// Reports an id that its vocabulary does not have, unless that vocabulary is itself damaged.
    pub(crate) fn check_reference(&self, key: &'static str, index: usize, id: &Id, known: &dyn NamedItems) {
        let span = self.spans.borrow().of(self.section, key, index);
        self.faults.check_reference(key, id, known, span);
    }

    pub(crate) fn place_of(&self, key: &'static str) -> Range<usize> {
        self.spans.borrow().of(self.section, key, 0)
    }

    /// Reports every key that nobody asked for.
    pub(crate) fn finish(self) {
        let Some(table) = self.table else { return };
        let known = table.asked();
        for (name, span) in table.unasked() {
            self.faults.push(match (self.home_of)(name) {
                Some(home) => {
                    let kind = if home.is_empty() { "top" } else { "section" };
                    let fault = self.faults.at(Code::MisplacedKey, span).with("section", home);
                    fault.with("home", kind).with("key", name)
                }
                None => {
                    let heading = section_meant(name).filter(|_| self.section.is_empty());
                    let heading = heading.filter(|heading| known.contains(heading));
                    table.unknown_key(name, span).with("section", self.section).suggest_this(heading)
                }
            });
        }
    }

    /// The keys that somebody asked for, and which of them were missing.
    #[cfg(test)]
    pub(super) fn asked_for(&self) -> Vec<&str> {
        self.table.as_ref().map(TypedTable::asked).unwrap_or_default()
    }

    fn peek(&self, key: &str) -> Option<&'a toml::Spanned<toml::de::DeValue<'s>>> {
        self.table.as_ref()?.peek(key)
    }

    pub(crate) fn value(&self, key: &'static str) -> Option<CatalogueValue<'a, 's>> {
        let value = self.table.as_ref()?.get(key)?;
        self.remember(key, 0, value.span());
        Some(value)
    }

    fn remember(&self, key: &'static str, index: usize, span: Range<usize>) {
        self.spans.borrow_mut().0.insert((self.section, key, index), span);
    }

    /// Reads a list, leaves out what does not fit and what stands twice. The positions follow what is kept.
    pub(crate) fn list_of<T: PartialEq>(
        &self,
        key: &'static str,
        read: impl Fn(&CatalogueValue<'a, 's>) -> Option<T>,
    ) -> Vec<T> {
        let mut items = Vec::new();
        for value in self.value(key).and_then(|value| value.elements()).unwrap_or_default() {
            let Some(item) = read(&value) else { continue };
            // Real lists are short; in one of thousands, looking for doubles would take longer than anything else.
            if items.len() >= LONG_LIST || !items.contains(&item) {
                self.remember(key, items.len(), value.span());
                items.push(item);
            } else {
                self.twice(&value);
            }
        }
        items
    }

    /// Reports a value that stands in its list for the second time. It does no harm, but it is a slip.
    fn twice(&self, value: &CatalogueValue<'a, 's>) {
        let raw = value.raw();
        let day = || raw.as_datetime().map(ToString::to_string);
        let shown = raw.as_str().map(str::to_owned).or_else(day).unwrap_or_default();
        let fault = self.faults.at(Code::DuplicateValue, value.span());
        self.faults.push(fault.with("key", &self.name_of(value.key())).with("value", &shown));
    }

    /// Reports blanks that nobody sees and that a comparison stumbles over. One that is empty says nothing at all.
    fn stray_blanks(&self, value: &CatalogueValue<'a, 's>, raw: &str) {
        if !is_tidy_line(raw) && !raw.trim().is_empty() {
            let fault = self.faults.at(Code::StrayBlanks, value.span());
            self.faults.push(fault.with("key", &self.name_of(value.key())));
        }
    }

    fn name_of(&self, key: &str) -> String {
        if self.section.is_empty() { key.to_owned() } else { format!("{}.{key}", self.section) }
    }

    /// An empty text is no text, so that nobody has to tell `phone = ""` from a missing phone.
    fn displayable(&self, value: &CatalogueValue<'a, 's>, raw: &str, make: fn(&str) -> Text) -> Option<Text> {
        if let Some(c) = hostile_character(raw) {
            self.faults.hostile(c, value.span());
        }
        Some(make(raw)).filter(|text| !text.is_empty())
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
        self.heading.clone().or_else(|| self.table.as_ref()?.first_key())
    }

    fn empty(&self, key: &'static str, span: Range<usize>) {
        self.faults.push(self.faults.at(Code::Empty, span).with("key", key));
    }
}

pub(crate) fn id_of(value: &CatalogueValue<'_, '_>) -> Option<Id> {
    let raw = value.text()?;
    let id = Id::parse(raw);
    if id.is_none() {
        let several = raw.contains([',', ';']);
        let of = if several {
            "several"
        } else if value.key() == "id" {
            "id"
        } else {
            "reference"
        };
        let fault = value.fault(Code::InvalidId).with("value", raw).with("of", of);
        let meant = Id::parse(&slug(raw)).filter(|_| !several);
        value.faults().push(fault.suggest_this(meant.as_deref()));
    }
    id
}

pub(crate) fn choice_of<C: Choice>(value: &CatalogueValue<'_, '_>) -> Option<C> {
    let raw = value.text()?;
    let choice = C::from_code(raw);
    if choice.is_none() {
        let codes: Vec<_> = C::codes().collect();
        value.faults().push(value.unknown_value(raw, &codes).suggest_this(C::meant(raw).map(C::code)));
    }
    choice
}

/// True for a list of texts; one without any element has been reported already.
fn all_strings(array: &DeArray<'_>) -> bool {
    !array.is_empty() && array.iter().all(|item| item.get_ref().is_str())
}
