//! From cells to values of fields.

use super::{
    Cell, ColumnRule, MAX_CELL, Mapping, Matcher, Meaning, Pattern, RowCode, RowFault, ValueMatch, is_list, separators,
};
use crate::{
    base::Location,
    catalogue::{Field, InputFault, Shape, Value, typed_value},
};

/// A field with the value that a cell has for it, or with none.
pub(super) type CellValue = (&'static Field, Option<Value>);

pub(super) struct CellReader<'r> {
    pub mapping: &'r Mapping,
    pub matcher: &'r Matcher,
    pub column: &'r ColumnRule,
    pub cell: &'r Cell,
    pub place: &'r Location,
}

impl CellReader<'_> {
    /// The values in a cell; none when it is blank, unless blank cells take values away.
    pub(super) fn read(&self) -> Result<Vec<CellValue>, Vec<RowFault>> {
        if let Cell::Failed(_) = self.cell {
            return Err(vec![self.fault(RowCode::Failed)]);
        }
        let shown = shown(self.cell);
        if self.mapping.is_blank(&shown) {
            return Ok(self.cleared());
        }
        let length = shown.chars().count();
        if length > MAX_CELL {
            return Err(vec![self.fault(RowCode::TooLong).with("length", &length.to_string())]);
        }
        // A real day or number is one value, whatever it looks like in writing.
        let may_fit = |pattern: &&Pattern| !matches!(self.cell, Cell::Date(_)) || pattern.is_whole();
        let mut first = None;
        for pattern in self.column.patterns.iter().filter(may_fit) {
            let Some(parts) = pattern.parts(&shown) else { continue };
            match self.parts(pattern, parts) {
                Ok(values) => return Ok(values),
                Err(faults) => first = first.or(Some(faults)),
            }
        }
        Err(first.unwrap_or_else(|| vec![self.fault(RowCode::NoPattern)]))
    }

    fn fault(&self, code: RowCode) -> RowFault {
        RowFault::new(code, self.place.clone())
    }

    fn parts(&self, pattern: &Pattern, parts: Vec<(&'static Field, &str)>) -> Result<Vec<CellValue>, Vec<RowFault>> {
        let (mut values, mut faults) = (pattern.set.clone(), Vec::new());
        for (field, part) in parts {
            match self.part(field, part) {
                Ok(value) => values.push((field, value)),
                Err(refused) => faults.extend(refused),
            }
        }
        if faults.is_empty() { Ok(values) } else { Err(faults) }
    }

    fn cleared(&self) -> Vec<CellValue> {
        if !self.mapping.empty_clears {
            return Vec::new();
        }
        self.column.patterns.iter().filter_map(|pattern| Some((pattern.as_field()?, None))).collect()
    }

    fn part(&self, field: &'static Field, part: &str) -> Result<Option<Value>, Vec<RowFault>> {
        match self.mapping.meaning(field, part) {
            Some(Meaning::Value(value)) => return Ok(value.clone()),
            Some(Meaning::Open) => return Err(vec![self.fault(RowCode::Open).with("value", part)]),
            None => {}
        }
        if self.mapping.is_blank(part) {
            return Ok(None);
        }
        match (field.shape, self.cell) {
            (Shape::Date, Cell::Date(day)) => return Ok(Some(Value::Date(*day))),
            (Shape::Dates, Cell::Date(day)) => return Ok(Some(Value::Dates(vec![*day]))),
            (Shape::Date | Shape::Dates, Cell::Number(_)) => return Err(vec![self.fault(RowCode::NumberForDay)]),
            _ => {}
        }
        if is_list(field) { self.list(field, part) } else { self.single(field, part) }
    }

    /// A list, element by element; what is wrong with one does not hide what is wrong with the next.
    fn list(&self, field: &'static Field, part: &str) -> Result<Option<Value>, Vec<RowFault>> {
        let own: Vec<&str> = match &self.column.separators {
            Some(named) => named.iter().map(String::as_str).collect(),
            None => separators(field).to_vec(),
        };
        let (mut whole, mut faults) = (None, Vec::new());
        for element in split(part, &own) {
            match self.mapping.meaning(field, element) {
                Some(Meaning::Value(value)) => whole = merged(whole, value.clone()),
                Some(Meaning::Open) => faults.push(self.fault(RowCode::Open).with("value", element)),
                None if self.mapping.is_blank(element) => {}
                None => match self.single(field, element) {
                    Ok(value) => whole = merged(whole, value),
                    Err(refused) => faults.extend(refused),
                },
            }
        }
        if faults.is_empty() { Ok(whole) } else { Err(faults) }
    }

    fn single(&self, field: &'static Field, words: &str) -> Result<Option<Value>, Vec<RowFault>> {
        let words = words.trim();
        let fault = |code| self.fault(code).with("value", words);
        let coded = match self.matcher.find(field, words) {
            None => words.to_owned(),
            Some(ValueMatch::One(code)) => code,
            Some(ValueMatch::Several(codes)) => {
                return Err(vec![fault(RowCode::Several).with("codes", &codes.join(", "))]);
            }
            Some(ValueMatch::None(near)) => {
                return Err(vec![fault(RowCode::NoValue).suggest_this(near.as_ref().map(|near| &*near.name))]);
            }
        };
        let day = self.mapping.date_formats.iter().find_map(|format| {
            let day = format.read(&coded)?;
            // What ends in July ends on its last day.
            Some(if format.is_month() && field.name() == "period.until" { day.last_of_month() } else { day })
        });
        match (field.shape, day) {
            (Shape::Date, Some(day)) => Ok(Some(Value::Date(day))),
            (Shape::Dates, Some(day)) => Ok(Some(Value::Dates(vec![day]))),
            _ => typed_value(field, plain(field, &coded)).map_err(|refused| {
                vec![match refused {
                    InputFault::NoDay => fault(RowCode::NoDay),
                    InputFault::NoNumber => fault(RowCode::NoNumber),
                    InputFault::TooLarge(most) => fault(RowCode::TooLarge).with("most", &most.to_string()),
                    InputFault::NoSlug => fault(RowCode::NoSlug),
                }]
            }),
        }
    }
}

/// Without the midnight behind a day and the zeros behind a whole number, which some programs write.
fn plain<'w>(field: &Field, words: &'w str) -> &'w str {
    let without = |ends: &[&str]| ends.iter().find_map(|end| words.strip_suffix(end)).map(str::trim_end);
    match field.shape {
        Shape::Date | Shape::Dates => without(&["00:00:00.000", "00:00:00", "00:00"]),
        Shape::Number(_) => without(&[",00", ",0", ".0"]),
        _ => None,
    }
    .map_or(words, |words| words.trim_end_matches('T'))
}

/// The cell as its field reads it: whole numbers without a point.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        cell => cell.shown(),
    }
}

/// The words between these separators, one by one.
pub(super) fn split<'p>(part: &'p str, separators: &[&str]) -> Vec<&'p str> {
    let mut parts = vec![part];
    for separator in separators {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The values of two sources for one field, where it can hold both.
pub(super) fn merged(one: Option<Value>, other: Option<Value>) -> Option<Value> {
    match (one, other) {
        (Some(Value::List(mut items)), Some(Value::List(more))) => {
            items.extend(more.into_iter().filter(|item| !items.contains(item)).collect::<Vec<_>>());
            Some(Value::List(items))
        }
        (Some(Value::Dates(mut days)), Some(Value::Dates(more))) => {
            days.extend(more.into_iter().filter(|day| !days.contains(day)).collect::<Vec<_>>());
            Some(Value::Dates(days))
        }
        (Some(Value::Text(one)), Some(Value::Text(other))) if one != other => {
            Some(Value::Text(format!("{one}\n\n{other}")))
        }
        (Some(one), _) => Some(one),
        (None, other) => other,
    }
}
