//! Reads what `lotse export --format json` writes: entries as they stand in their files, without a mapping.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::{FieldValue, RowCode, RowFault, TableEntry, TableError};
use crate::{
    base::typed_day,
    catalogue::{FIELDS, Field, Shape, Value, typed_value},
    exchange::table::{
        MAX_ROWS,
        limits::{Limit, MAX_CELLS},
    },
};

/// What an export calls itself.
const FORMAT: &str = "lotse-catalogue";
const VERSION: i64 = 1;

/// Most groups of values; an entry has up to ten.
const MAX_GROUPS: u64 = 250_000;

/// True for bytes that can only be JSON.
pub(super) fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// The entries of an export; the row of each is its number.
pub(super) fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Vec<TableEntry>, TableError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    limited(bytes)?;
    let mut root: Json = serde_json::from_slice(bytes)
        .map_err(|error| TableError::Json { line: error.line(), column: error.column() })?;
    if root.get("format").and_then(Json::as_str) != Some(FORMAT) {
        return Err(TableError::NotAnExport);
    }
    match root.get("version").and_then(Json::as_i64) {
        Some(VERSION) => {}
        Some(other) => return Err(TableError::Version(other)),
        None => return Err(TableError::NotAnExport),
    }
    let Some(Json::Array(measures)) = root.get_mut("measures").map(Json::take) else {
        return Err(TableError::NotAnExport);
    };
    if measures.is_empty() {
        return Err(TableError::Empty);
    }
    if measures.len() > MAX_ROWS {
        return Err(TableError::TooManyRows(MAX_ROWS));
    }
    Ok(measures.into_iter().enumerate().map(|(number, measure)| entry(file, number + 1, &measure)).collect())
}

/// A value of few bytes needs many times as much memory once it is read, so values are counted first: by what stands in
/// front of each, outside of texts.
fn limited(bytes: &[u8]) -> Result<(), TableError> {
    let (mut values, mut groups, mut in_text, mut escaped) = (0, 0, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' => groups += 1,
            b'[' | b',' => values += 1,
            _ => {}
        }
    }
    Limit::Groups.check(groups, MAX_GROUPS)?;
    Ok(Limit::Values.check(values, MAX_CELLS)?)
}

fn entry(file: &Arc<str>, row: usize, measure: &Json) -> TableEntry {
    let mut entry = TableEntry::of_row(file, row);
    match measure.as_object() {
        Some(keys) => read_keys(&mut entry, "", keys),
        None => entry.refuse(RowCode::JsonType),
    }
    if let Some(field) = Field::named("id") {
        entry.find_key(&[field]);
    }
    if entry.key.is_none() && !entry.is_refused() {
        entry.refuse(RowCode::NoKey);
    }
    entry
}

fn read_keys(entry: &mut TableEntry, section: &str, keys: &Map<String, Json>) {
    for (key, json) in keys {
        let name = if section.is_empty() { key.clone() } else { format!("{section}.{key}") };
        let is_section = section.is_empty() && FIELDS.iter().any(|field| field.section == key);
        let place = || entry.place.clone().cell(0, &name, &json.to_string());
        let fault = |code| RowFault::new(code, place());
        match (Field::at(section, key), json.as_object()) {
            (None, Some(below)) if is_section => read_keys(entry, key, below),
            (None, _) => {
                let names: Vec<String> = FIELDS.iter().map(Field::name).collect();
                entry.faults.push(fault(RowCode::JsonKey).suggest(&name, names.iter().map(String::as_str)));
            }
            (Some(field), _) => match value(field, json) {
                None => entry.faults.push(fault(RowCode::JsonType)),
                Some(Err(code)) => entry.faults.push(fault(code).with("value", json.to_string().trim_matches('"'))),
                Some(Ok(value)) => entry.add(FieldValue { field, value, place: Some(place()) }),
            },
        }
    }
}

/// The value of a field; `None` for one of another type.
fn value(field: &Field, json: &Json) -> Option<Result<Option<Value>, RowCode>> {
    let day = |json: &Json| Some(typed_day(json.as_str()?).ok_or(RowCode::NoDay));
    Some(match field.shape {
        Shape::Slug => typed_value(field, json.as_str()?).map_err(|_| RowCode::NoSlug),
        Shape::Line | Shape::Paragraphs | Shape::Reference(_) | Shape::Choice(_) => Ok(Value::text(json.as_str()?)),
        Shape::Lines | Shape::References(_) | Shape::Choices(_) => {
            let items: Option<Vec<String>> =
                json.as_array()?.iter().map(|item| Some(item.as_str()?.trim().to_owned())).collect();
            Ok(Some(items?).filter(|items| !items.is_empty()).map(Value::List))
        }
        Shape::Number(most) => match json.as_i64()? {
            number if number < 0 => Err(RowCode::NoNumber),
            number if number > most => Err(RowCode::TooLarge),
            number => Ok(Some(Value::Number(number))),
        },
        Shape::Date => day(json)?.map(|day| Some(Value::Date(day))),
        Shape::Dates => {
            let days: Option<Result<Vec<_>, RowCode>> = json.as_array()?.iter().map(day).collect();
            days?.map(|days| Some(days).filter(|days| !days.is_empty()).map(Value::Dates))
        }
    })
}
