//! Reads a mapping file: everything that is wrong with it in one run, and nothing passed over in silence.

use std::{ops::Range, sync::Arc};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    ColumnName, ColumnRule, Mapping, MappingFault, Meaning, gathers,
    pattern::{Pattern, PatternFault},
    targets,
};
use crate::{
    base::{nearest, typed_code},
    catalogue::{FIELDS, Field, Location, Shape},
    exchange::import::{dates::DateFormat, matching, matching::Matcher},
};

/// All keys of a mapping file.
const NAMES: [&str; 15] = [
    "sheet",
    "header_row",
    "skip_rows",
    "skip_where",
    "key",
    "id_from",
    "blank",
    "empty",
    "date_formats",
    "columns",
    "ignore",
    "join",
    "values",
    "fixed",
    "new",
];
/// By what a row may find its entry.
const KEYS: [&str; 3] = ["id", "measure_number", "title"];

type MappingItem<'t, 'v> = (&'t Spanned<std::borrow::Cow<'v, str>>, &'t Spanned<DeValue<'v>>);

/// A mapping file while it is read.
pub(super) struct MappingReader<'r> {
    file: &'r Arc<str>,
    text: &'r str,
    pub(super) matcher: &'r Matcher,
    faults: Vec<MappingFault>,
}

/// Reads a mapping file.
///
/// # Errors
/// Everything that is wrong with it, by line.
pub fn read_mapping(file: &Arc<str>, text: &str, matcher: &Matcher) -> Result<Mapping, Vec<MappingFault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = MappingReader { file, text, matcher, faults: Vec::new() };
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        reader.fault("syntax", error.span().unwrap_or(0..0), &[("reason", error.message())], None);
    }
    let mapping = if errors.is_empty() { reader.mapping(root.get_ref()) } else { Mapping::default() };
    let mut faults = reader.faults;
    if faults.is_empty() {
        return Ok(mapping);
    }
    faults.sort_by_key(|fault| (fault.location.line, fault.location.column));
    faults.dedup_by_key(|fault| (fault.code, fault.location.line, fault.location.column));
    Err(faults)
}

impl MappingReader<'_> {
    pub(super) fn fault(
        &mut self,
        code: &'static str,
        at: Range<usize>,
        details: &[(&'static str, &str)],
        meant: Option<&str>,
    ) {
        let fault = MappingFault::new(code, self.place(at)).meant(meant);
        self.faults.push(details.iter().fold(fault, |fault, (name, value)| fault.with(name, value)));
    }

    pub(super) fn wrong_type(&mut self, expected: &str, at: Range<usize>) {
        self.fault("wrong-type", at, &[("expected", expected)], None);
    }

    fn place(&self, at: Range<usize>) -> Location {
        Location::in_source(self.file, self.text, at)
    }

    fn mapping(&mut self, root: &DeTable<'_>) -> Mapping {
        let mut mapping = Mapping::default();
        for (key, held) in ordered(root) {
            match &**key.get_ref() {
                "sheet" => mapping.sheet = self.word(held),
                "header_row" => mapping.header_rows = self.rows(held, true),
                "skip_rows" => mapping.skip_rows = self.rows(held, false),
                "skip_where" => mapping.skip_where = self.skip_where(held),
                "key" => mapping.key = self.one_of(held, &KEYS).and_then(|name| Field::named(&name)),
                "id_from" => mapping.id_from = self.id_from(held),
                "blank" => mapping.blank = self.words(held).iter().map(|(word, _)| matching::key(word)).collect(),
                "empty" => {
                    mapping.empty_clears = self.one_of(held, &["keep", "clear"]).is_some_and(|word| word == "clear")
                }
                "date_formats" => mapping.date_formats = self.date_formats(held),
                "columns" => mapping.columns = self.columns(held),
                "ignore" => {
                    mapping.ignore = self.words(held).into_iter().map(|(word, at)| self.column(&word, at)).collect()
                }
                "join" => mapping.join = self.join(held),
                "values" => self.values(held, &mut mapping),
                "fixed" => mapping.fixed = self.assignments(held),
                "new" => mapping.new = self.assignments(held),
                name => self.unknown(name, key.span(), NAMES.into_iter()),
            }
        }
        if !root.contains_key("header_row") {
            mapping.header_rows = vec![1];
        }
        self.filled_twice(&mapping);
        if mapping.columns.is_empty() && self.faults.is_empty() {
            self.fault("no-columns", 0..0, &[], None);
        }
        mapping
    }

    fn unknown<'k>(&mut self, name: &str, at: Range<usize>, known: impl Iterator<Item = &'k str>) {
        self.fault("unknown-key", at, &[("key", name)], nearest(name, known));
    }

    fn word(&mut self, held: &Spanned<DeValue<'_>>) -> Option<String> {
        let word = held.get_ref().as_str().filter(|word| !word.trim().is_empty());
        if word.is_none() {
            self.wrong_type("text", held.span());
        }
        word.map(str::to_owned)
    }

    /// A list of words, or one.
    fn words(&mut self, held: &Spanned<DeValue<'_>>) -> Vec<(String, Range<usize>)> {
        let words: Option<Vec<_>> = match held.get_ref() {
            DeValue::String(one) => Some(vec![(one.to_string(), held.span())]),
            DeValue::Array(items) => {
                items.iter().map(|item| Some((item.get_ref().as_str()?.to_owned(), item.span()))).collect()
            }
            _ => None,
        };
        words.unwrap_or_else(|| {
            self.wrong_type("texts", held.span());
            Vec::new()
        })
    }

    fn one_of(&mut self, held: &Spanned<DeValue<'_>>, known: &[&str]) -> Option<String> {
        let word = self.word(held)?;
        if let Some(code) = typed_code(&word, known.iter().copied()) {
            return Some(code.to_owned());
        }
        let meant = nearest(&word, known.iter().copied()).map(str::to_owned);
        self.fault("not-one-of", held.span(), &[("value", &word), ("known", &known.join(", "))], meant.as_deref());
        None
    }

    /// Numbers of rows, from 1; one or several. 0 stands for none where that is possible.
    fn rows(&mut self, held: &Spanned<DeValue<'_>>, or_none: bool) -> Vec<usize> {
        let number = |held: &DeValue<'_>| held.as_integer()?.as_str().replace('_', "").parse::<usize>().ok();
        let rows: Option<Vec<usize>> = match held.get_ref() {
            DeValue::Array(items) => items.iter().map(|item| number(item.get_ref()).filter(|row| *row > 0)).collect(),
            one => {
                number(one).filter(|row| or_none || *row > 0).map(|row| if row == 0 { Vec::new() } else { vec![row] })
            }
        };
        rows.unwrap_or_else(|| {
            self.wrong_type("rows", held.span());
            Vec::new()
        })
    }

    fn table<'t, 'v>(&mut self, held: &'t Spanned<DeValue<'v>>) -> Vec<MappingItem<'t, 'v>> {
        match held.get_ref().as_table() {
            Some(table) => ordered(table),
            None => {
                self.wrong_type("table", held.span());
                Vec::new()
            }
        }
    }

    fn column(&self, name: &str, at: Range<usize>) -> ColumnName {
        ColumnName { name: name.to_owned(), place: Some(self.place(at)) }
    }

    fn skip_where(&mut self, held: &Spanned<DeValue<'_>>) -> Vec<(ColumnName, Vec<String>)> {
        let items = self.table(held);
        let mut skipped = Vec::new();
        for (key, words) in items {
            let words = self.words(words).into_iter().map(|(word, _)| matching::key(&word)).collect();
            skipped.push((self.column(key.get_ref(), key.span()), words));
        }
        skipped
    }

    fn id_from(&mut self, held: &Spanned<DeValue<'_>>) -> Option<&'static Field> {
        let name = self.word(held)?;
        let field = self.field(&name, held.span())?;
        if !matches!(field.shape, Shape::Line) {
            self.fault("no-line", held.span(), &[("field", &field.name())], None);
            return None;
        }
        Some(field)
    }

    fn field(&mut self, name: &str, at: Range<usize>) -> Option<&'static Field> {
        let field = Field::named(name.trim());
        if field.is_none() {
            let meant = known_field(name);
            self.fault("no-field", at, &[("name", name)], meant.as_deref());
        }
        field
    }

    fn date_formats(&mut self, held: &Spanned<DeValue<'_>>) -> Vec<DateFormat> {
        let mut formats = Vec::new();
        for (word, at) in self.words(held) {
            match DateFormat::parse(&word) {
                Some(format) => formats.push(format),
                None => self.fault("no-date-format", at, &[("value", &word)], None),
            }
        }
        formats
    }

    fn join(&mut self, held: &Spanned<DeValue<'_>>) -> Vec<&'static Field> {
        let mut fields = Vec::new();
        for (word, at) in self.words(held) {
            match self.field(&word, at.clone()) {
                Some(field) if gathers(field) => fields.push(field),
                Some(field) => self.fault("no-list", at, &[("field", &field.name())], None),
                None => {}
            }
        }
        fields
    }

    /// `"Beginn" = "period.from"`, or a table of what to do with it.
    fn columns(&mut self, held: &Spanned<DeValue<'_>>) -> Vec<ColumnRule> {
        let mut columns = Vec::new();
        for (key, held) in self.table(held) {
            let mut column =
                ColumnRule { name: self.column(key.get_ref(), key.span()), patterns: Vec::new(), separators: None };
            match held.get_ref() {
                DeValue::String(_) => {
                    column.patterns.extend(self.word(held).and_then(|name| self.whole(&name, held.span())))
                }
                DeValue::Table(_) => self.details(held, &mut column),
                _ => self.wrong_type("column", held.span()),
            }
            columns.push(column);
        }
        columns
    }

    fn whole(&mut self, name: &str, at: Range<usize>) -> Option<Pattern> {
        self.field(name, at).map(Pattern::whole)
    }

    fn details(&mut self, held: &Spanned<DeValue<'_>>, column: &mut ColumnRule) {
        const KNOWN: [&str; 3] = ["field", "patterns", "separators"];
        let mut both = 0;
        for (key, held) in self.table(held) {
            match &**key.get_ref() {
                "field" => {
                    both += 1;
                    column.patterns.extend(self.word(held).and_then(|name| self.whole(&name, held.span())));
                }
                "patterns" => {
                    both += 1;
                    column.patterns = self.patterns(held);
                }
                "separators" => {
                    let words = self.words(held).into_iter().map(|(word, _)| word).filter(|word| !word.is_empty());
                    column.separators = Some(words.collect());
                }
                name => self.unknown(name, key.span(), KNOWN.into_iter()),
            }
        }
        if both != 1 {
            self.fault("field-or-patterns", held.span(), &[], None);
        }
    }

    fn patterns(&mut self, held: &Spanned<DeValue<'_>>) -> Vec<Pattern> {
        let items: Vec<&Spanned<DeValue<'_>>> = match held.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![held],
        };
        items.into_iter().filter_map(|item| self.pattern(item)).collect()
    }

    fn pattern(&mut self, held: &Spanned<DeValue<'_>>) -> Option<Pattern> {
        if held.get_ref().as_table().is_none() {
            let text = self.word(held)?;
            return self.parsed(&text, held.span());
        }
        let (mut pattern, mut set) = (None, Vec::new());
        for (key, held) in self.table(held) {
            match &**key.get_ref() {
                "text" => pattern = self.word(held).and_then(|text| self.parsed(&text, held.span())),
                "set" => set = self.assignments(held),
                name => self.unknown(name, key.span(), ["text", "set"].into_iter()),
            }
        }
        if pattern.is_none() && self.faults.is_empty() {
            self.fault("pattern-no-text", held.span(), &[], None);
        }
        pattern.map(|pattern| Pattern { set, ..pattern })
    }

    fn parsed(&mut self, text: &str, at: Range<usize>) -> Option<Pattern> {
        match Pattern::parse(text) {
            Ok(pattern) => return Some(pattern),
            Err(PatternFault::Bracket) => self.fault("pattern-bracket", at, &[], None),
            Err(PatternFault::Adjoining) => self.fault("pattern-adjoining", at, &[], None),
            Err(PatternFault::Twice(name)) => self.fault("field-twice", at, &[("field", &name)], None),
            Err(PatternFault::UnknownField(name)) => {
                let meant = known_field(&name);
                self.fault("no-field", at, &[("name", &name)], meant.as_deref());
            }
        }
        None
    }

    /// `provider = "gwab"`, `"confirmed.on" = 2026-11-20`, or the latter in a table of its section.
    fn assignments(&mut self, held: &Spanned<DeValue<'_>>) -> Vec<(&'static Field, Option<crate::catalogue::Value>)> {
        let mut assigned = Vec::new();
        for (name, at, held) in self.named(held) {
            let Some(field) = self.field(&name, at) else { continue };
            if let Some(value) = targets::value(field, held, self) {
                assigned.push((field, value));
            }
        }
        assigned
    }

    /// The keys of a table, with those of the sections in it: `capacity.free = 3` is one key to whoever writes it.
    fn named<'t, 'v>(
        &mut self,
        held: &'t Spanned<DeValue<'v>>,
    ) -> Vec<(String, Range<usize>, &'t Spanned<DeValue<'v>>)> {
        let mut named = Vec::new();
        for (key, held) in self.table(held) {
            let section = FIELDS.iter().any(|field| field.section == key.get_ref());
            if section && held.get_ref().as_table().is_some() {
                let below = self.table(held).into_iter();
                named.extend(
                    below.map(|(sub, held)| (format!("{}.{}", key.get_ref(), sub.get_ref()), sub.span(), held)),
                );
            } else {
                named.push((key.get_ref().to_string(), key.span(), held));
            }
        }
        named
    }

    /// `[values.target_groups]`: what words stand for.
    fn values(&mut self, held: &Spanned<DeValue<'_>>, mapping: &mut Mapping) {
        for (key, held) in self.table(held) {
            let name = key.get_ref();
            let section = FIELDS.iter().any(|field| field.section == name && Field::named(name).is_none());
            if section {
                for (sub, held) in self.table(held) {
                    self.meanings(&format!("{name}.{}", sub.get_ref()), sub.span(), held, mapping);
                }
            } else {
                self.meanings(name, key.span(), held, mapping);
            }
        }
    }

    fn meanings(&mut self, name: &str, at: Range<usize>, held: &Spanned<DeValue<'_>>, mapping: &mut Mapping) {
        let Some(field) = self.field(name, at) else { return };
        for (words, held) in self.table(held) {
            let meaning: Option<Meaning> = targets::meaning(field, held, self);
            let key = (field.position(), matching::key(words.get_ref()));
            if let Some(meaning) = meaning
                && mapping.values.insert(key, meaning).is_some()
            {
                self.fault("words-twice", words.span(), &[("value", words.get_ref())], None);
            }
        }
    }

    /// A field that holds one thing must not get it from two places.
    fn filled_twice(&mut self, mapping: &Mapping) {
        let mut filled: Vec<&'static Field> = mapping.fixed.iter().map(|(field, _)| *field).collect();
        for column in &mapping.columns {
            let mut own: Vec<&'static Field> = column.patterns.iter().flat_map(Pattern::fields).collect();
            own.sort_by_key(|field| field.position());
            own.dedup();
            for field in own {
                let fixed = mapping.fixed.iter().any(|(other, _)| *other == field);
                if filled.contains(&field)
                    && (fixed || !gathers(field))
                    && let Some(place) = column.name.place.clone()
                {
                    self.faults.push(MappingFault::new("field-twice", place).with("field", &field.name()));
                }
                filled.push(field);
            }
        }
    }
}

/// The entries of a table as they stand in the file; the parser sorts them by name.
fn ordered<'t, 'v>(table: &'t DeTable<'v>) -> Vec<MappingItem<'t, 'v>> {
    let mut items: Vec<MappingItem<'t, 'v>> = table.iter().collect();
    items.sort_by_key(|(key, _)| key.span().start);
    items
}

/// The name of the field that was probably meant, also when it lacks its section or is a label.
fn known_field(name: &str) -> Option<String> {
    let mut of_key = FIELDS.iter().filter(|field| field.key == name);
    if let (Some(field), None) = (of_key.next(), of_key.next()) {
        return Some(field.name());
    }
    let labelled = crate::exchange::heading::field_of_heading(name).map(Field::name);
    let names: Vec<String> = FIELDS.iter().map(Field::name).collect();
    labelled.or_else(|| nearest(name, names.iter().map(String::as_str)).map(str::to_owned))
}
