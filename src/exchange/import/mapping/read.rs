//! Reads a mapping file: everything that is wrong with it in one run, and nothing passed over in silence.

use std::{collections::HashMap, ops::Range, sync::Arc};

use super::{
    ColumnName, ColumnRule, KEYS, Mapping, Meaning,
    code::{MappingCode, MappingFault, MappingValue},
    holds_several,
    pattern::{Pattern, PatternFault},
    targets, unique_field,
};
use crate::{
    base::{
        nearest,
        toml::{FileFaults, TomlDocument, TypedTable, integer},
    },
    catalogue::{FIELDS, Field, Shape, Value},
    exchange::{
        field_of_heading,
        import::{DateFormat, Matcher},
        spelling,
    },
};

type MappingFaults<'s> = FileFaults<'s, MappingCode>;

/// Reads a mapping file.
///
/// # Errors
/// Everything that is wrong with it, by line.
pub fn read_mapping(file: &Arc<str>, text: &str, matcher: &Matcher) -> Result<Mapping, Vec<MappingFault>> {
    let faults = FileFaults::new(file, text);
    let document = TomlDocument::parse(&faults);
    let mapping = if document.damaged { Mapping::default() } else { mapping(document.table(&faults), matcher) };
    let mut found = faults.into_sorted();
    found.dedup_by_key(|fault| (fault.code, fault.location.line, fault.location.column));
    if found.is_empty() { Ok(mapping) } else { Err(found) }
}

fn mapping(table: TypedTable<'_, '_, MappingCode>, matcher: &Matcher) -> Mapping {
    let faults = table.faults();
    let get = |key| table.get(key);
    let skipped =
        |held: &MappingValue<'_, '_>| entries(held).iter().map(|entry| (column_of_key(entry), keys(entry))).collect();
    let ignored = |(word, at): (&str, MappingValue<'_, '_>)| ColumnName::new(word, Some(at.location()));
    let mapping = Mapping {
        sheet: get("sheet").and_then(|held| word(&held)).map(str::to_owned),
        header_rows: get("header_row").map_or_else(|| vec![1], |held| rows(&held, true)),
        skip_rows: get("skip_rows").map(|held| rows(&held, false)).unwrap_or_default(),
        skip_where: get("skip_where").map(|held| skipped(&held)).unwrap_or_default(),
        key: get("key").and_then(|held| held.one_of(&KEYS)).and_then(Field::named),
        id_from: get("id_from").and_then(|held| id_from(&held)),
        blank: get("blank").map(|held| keys(&held)).unwrap_or_default(),
        empty_clears: get("empty").and_then(|held| held.one_of(&["keep", "clear"])) == Some("clear"),
        date_formats: get("date_formats").map(|held| date_formats(&held)).unwrap_or_default(),
        columns: get("columns").map(|held| columns(&held, matcher)).unwrap_or_default(),
        ignore: get("ignore").map(|held| words(&held).into_iter().map(ignored).collect()).unwrap_or_default(),
        join: get("join").map(|held| join(&held)).unwrap_or_default(),
        values: get("values").map(|held| values(&held, matcher)).unwrap_or_default(),
        fixed: get("fixed").map(|held| assignments(&held, matcher)).unwrap_or_default(),
        new: get("new").map(|held| assignments(&held, matcher)).unwrap_or_default(),
    };
    table.finish();
    filled_twice(&mapping, faults);
    if mapping.columns.is_empty() && faults.is_empty() {
        faults.push(faults.at(MappingCode::NoColumns, 0..0));
    }
    mapping
}

/// Words that say something.
fn word<'a>(held: &MappingValue<'a, '_>) -> Option<&'a str> {
    held.expect("string", |held| held.as_str().filter(|word| !word.trim().is_empty()))
}

/// A list of words, or one.
fn words<'a, 's>(held: &MappingValue<'a, 's>) -> Vec<(&'a str, MappingValue<'a, 's>)> {
    held.texts().unwrap_or_default()
}

/// A list of words, or one, as they are compared.
fn keys(held: &MappingValue<'_, '_>) -> Vec<String> {
    words(held).iter().map(|(word, _)| spelling(word)).collect()
}

/// Numbers of rows, from 1; one or several. 0 stands for none where that is possible.
fn rows(held: &MappingValue<'_, '_>, or_none: bool) -> Vec<usize> {
    let number = |held: &_| usize::try_from(integer(held)?).ok();
    let rows = held.expect("rows", |held| match held.as_array() {
        Some(items) => items.iter().map(|item| number(item.get_ref()).filter(|row| *row > 0)).collect(),
        None => match number(held)? {
            0 => or_none.then(Vec::new),
            row => Some(vec![row]),
        },
    });
    rows.unwrap_or_default()
}

fn entries<'a, 's>(held: &MappingValue<'a, 's>) -> Vec<MappingValue<'a, 's>> {
    held.table().map(|table| table.entries()).unwrap_or_default()
}

fn column_of_key(held: &MappingValue<'_, '_>) -> ColumnName {
    ColumnName::new(held.key(), Some(held.key_location()))
}

fn id_from(held: &MappingValue<'_, '_>) -> Option<&'static Field> {
    let field = field(word(held)?, held.span(), held.faults())?;
    let is_line = matches!(field.shape, Shape::Line);
    if !is_line {
        held.faults().push(held.fault(MappingCode::NoLine).with("field", &field.name()));
    }
    is_line.then_some(field)
}

fn field(name: &str, at: Range<usize>, faults: &MappingFaults<'_>) -> Option<&'static Field> {
    let field = Field::named(name.trim());
    if field.is_none() {
        let fault = faults.at(MappingCode::NoField, at).with("name", name);
        faults.push(fault.suggest_this(known_field(name).as_deref()));
    }
    field
}

fn date_formats(held: &MappingValue<'_, '_>) -> Vec<DateFormat> {
    let mut formats = Vec::new();
    for (word, at) in words(held) {
        match DateFormat::parse(word) {
            Some(format) => formats.push(format),
            None => held.faults().push(at.fault(MappingCode::NoDateFormat).with("value", word)),
        }
    }
    formats
}

fn join(held: &MappingValue<'_, '_>) -> Vec<&'static Field> {
    let mut fields = Vec::new();
    for (word, at) in words(held) {
        match field(word, at.span(), held.faults()) {
            Some(field) if holds_several(field) => fields.push(field),
            Some(field) => held.faults().push(at.fault(MappingCode::NoList).with("field", &field.name())),
            None => {}
        }
    }
    fields
}

/// `"Beginn" = "period.from"`, or a table of what to do with it.
fn columns(held: &MappingValue<'_, '_>, matcher: &Matcher) -> Vec<ColumnRule> {
    let mut columns = Vec::new();
    for entry in entries(held) {
        let mut column = ColumnRule { name: column_of_key(&entry), patterns: Vec::new(), separators: None };
        if entry.raw().is_table() {
            details(&entry, &mut column, matcher);
        } else if entry.expect("column", |held| held.as_str()).is_some() {
            column.patterns.extend(whole(&entry));
        }
        columns.push(column);
    }
    columns
}

fn whole(held: &MappingValue<'_, '_>) -> Option<Pattern> {
    field(word(held)?, held.span(), held.faults()).map(Pattern::whole)
}

fn details(held: &MappingValue<'_, '_>, column: &mut ColumnRule, matcher: &Matcher) {
    let Some(table) = held.table() else { return };
    let (field, patterns) = (table.get("field"), table.get("patterns"));
    if field.is_some() == patterns.is_some() {
        held.faults().push(held.fault(MappingCode::FieldOrPatterns));
    }
    column.patterns.extend(field.and_then(|field| whole(&field)));
    if let Some(held) = patterns {
        let items = if held.raw().is_array() { held.elements().unwrap_or_default() } else { vec![held] };
        column.patterns = items.iter().filter_map(|item| pattern(item, matcher)).collect();
    }
    column.separators = table.get("separators").map(|held| {
        let words = words(&held).into_iter().map(|(word, _)| word.to_owned());
        words.filter(|word| !word.is_empty()).collect()
    });
    table.finish();
}

fn pattern(held: &MappingValue<'_, '_>, matcher: &Matcher) -> Option<Pattern> {
    if !held.raw().is_table() {
        return parsed(held);
    }
    let table = held.table()?;
    let pattern = table.get("text").and_then(|text| parsed(&text));
    let set = table.get("set").map(|set| assignments(&set, matcher)).unwrap_or_default();
    table.finish();
    if pattern.is_none() && held.faults().is_empty() {
        held.faults().push(held.fault(MappingCode::PatternNoText));
    }
    pattern.map(|pattern| Pattern { set, ..pattern })
}

fn parsed(held: &MappingValue<'_, '_>) -> Option<Pattern> {
    let fault = match Pattern::parse(word(held)?) {
        Ok(pattern) => return Some(pattern),
        Err(PatternFault::Bracket) => held.fault(MappingCode::PatternBracket),
        Err(PatternFault::Adjoining) => held.fault(MappingCode::PatternAdjoining),
        Err(PatternFault::Twice(name)) => held.fault(MappingCode::FieldTwice).with("field", &name),
        Err(PatternFault::UnknownField(name)) => {
            let fault = held.fault(MappingCode::NoField).with("name", &name);
            fault.suggest_this(known_field(&name).as_deref())
        }
    };
    held.faults().push(fault);
    None
}

/// `provider = "gwab"`, `"confirmed.on" = 2026-11-20`, or the latter in a table of its section.
fn assignments(held: &MappingValue<'_, '_>, matcher: &Matcher) -> Vec<(&'static Field, Option<Value>)> {
    let mut assigned = Vec::new();
    for (name, held) in named(held, |key| FIELDS.iter().any(|field| field.section == key)) {
        let Some(field) = field(&name, held.key_span(), held.faults()) else { continue };
        if let Some(value) = targets::value(field, &held, matcher) {
            assigned.push((field, value));
        }
    }
    assigned
}

/// The keys of a table, with those of the sections in it: `capacity.free = 3` is one key to whoever writes it.
fn named<'a, 's>(
    held: &MappingValue<'a, 's>,
    is_section: impl Fn(&str) -> bool,
) -> Vec<(String, MappingValue<'a, 's>)> {
    let mut named = Vec::new();
    for entry in entries(held) {
        if is_section(entry.key()) && entry.raw().is_table() {
            let below = entries(&entry).into_iter();
            named.extend(below.map(|below| (format!("{}.{}", entry.key(), below.key()), below)));
        } else {
            named.push((entry.key().to_owned(), entry));
        }
    }
    named
}

/// `[values.target_groups]`: what words stand for.
fn values(held: &MappingValue<'_, '_>, matcher: &Matcher) -> HashMap<(usize, String), Meaning> {
    let mut values = HashMap::new();
    let is_section = |key: &str| Field::named(key).is_none() && FIELDS.iter().any(|field| field.section == key);
    for (name, of_field) in named(held, is_section) {
        let Some(field) = field(&name, of_field.key_span(), held.faults()) else { continue };
        for entry in entries(&of_field) {
            let meaning = targets::meaning(field, &entry, matcher);
            let key = (field.position(), spelling(entry.key()));
            if let Some(meaning) = meaning
                && values.insert(key, meaning).is_some()
            {
                let fault = held.faults().at(MappingCode::WordsTwice, entry.key_span());
                held.faults().push(fault.with("value", entry.key()));
            }
        }
    }
    values
}

/// A field that holds one thing must not get it from two places.
fn filled_twice(mapping: &Mapping, faults: &MappingFaults<'_>) {
    let mut filled: Vec<&'static Field> = mapping.fixed.iter().map(|(field, _)| *field).collect();
    for column in &mapping.columns {
        let mut own: Vec<&'static Field> = column.patterns.iter().flat_map(Pattern::fields).collect();
        own.sort_by_key(|field| field.position());
        own.dedup();
        for field in own {
            let fixed = mapping.fixed.iter().any(|(other, _)| *other == field);
            if filled.contains(&field)
                && (fixed || !holds_several(field))
                && let Some(place) = column.name.place.clone()
            {
                faults.push(MappingFault::new(MappingCode::FieldTwice, place).with("field", &field.name()));
            }
            filled.push(field);
        }
    }
}

/// The name of the field that was probably meant, also when it lacks its section or is a label.
fn known_field(name: &str) -> Option<String> {
    let known = unique_field(name).or_else(|| field_of_heading(name)).map(Field::name);
    let names: Vec<String> = FIELDS.iter().map(Field::name).collect();
    known.or_else(|| nearest(name, names.iter().map(String::as_str)).map(str::to_owned))
}
