//! From cells to values of fields.

use super::{
    mapping::{ColumnRule, Mapping, Meaning, pattern::Pattern, separators},
    matching::{Matcher, ValueMatch},
};
use crate::{
    base::Text,
    catalogue::{Code, Diagnostic, Field, InputFault, Shape, Value, typed_value},
    exchange::table::{Cell, MAX_CELL},
};

/// Why a cell is no value, or a row no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// Which: the Fluent text `import-reason-<code>`.
    pub code: &'static str,
    /// The variables of the text.
    pub details: Vec<(&'static str, Text)>,
    /// What was probably meant.
    pub meant: Option<Text>,
    /// The fault that `lotse check` would find in the entry, when that is the reason.
    pub fault: Option<Box<Diagnostic<Code>>>,
}

impl CellFault {
    /// A reason without further words.
    pub fn new(code: &'static str) -> Self {
        Self { code, details: Vec::new(), meant: None, fault: None }
    }

    /// A fault of the entry that would come of the row.
    pub fn of(fault: Diagnostic<Code>) -> Self {
        Self { fault: Some(Box::new(fault)), ..Self::new("check") }
    }

    /// Adds a variable of its text.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.details.push((name, Text::line(value)));
        self
    }
}

/// A field with the value that a cell has for it, or with none.
pub(super) type CellValue = (&'static Field, Option<Value>);

/// Reads cells by a mapping.
pub(super) struct CellReader<'r> {
    pub(super) mapping: &'r Mapping,
    pub(super) matcher: &'r Matcher,
}

impl CellReader<'_> {
    /// The values in a cell; none when it is blank, unless blank cells take values away.
    pub(super) fn read(&self, column: &ColumnRule, cell: &Cell) -> Result<Vec<CellValue>, Vec<CellFault>> {
        if let Cell::Failed(_) = cell {
            return Err(vec![CellFault::new("failed")]);
        }
        let shown = shown(cell);
        if self.mapping.is_blank(&shown) {
            return Ok(self.cleared(column));
        }
        let length = shown.chars().count();
        if length > MAX_CELL {
            return Err(vec![CellFault::new("too-long").with("length", &length.to_string())]);
        }
        // A real day or number is one value, whatever it looks like in writing.
        let may_fit = |pattern: &&Pattern| !matches!(cell, Cell::Date(_)) || pattern.is_whole();
        let mut first = None;
        for pattern in column.patterns.iter().filter(may_fit) {
            let Some(parts) = pattern.parts(&shown) else { continue };
            match self.parts(pattern, parts, column, cell) {
                Ok(values) => return Ok(values),
                Err(reasons) => first = first.or(Some(reasons)),
            }
        }
        Err(first.unwrap_or_else(|| vec![CellFault::new("no-pattern")]))
    }

    fn parts(
        &self,
        pattern: &Pattern,
        parts: Vec<(&'static Field, &str)>,
        column: &ColumnRule,
        cell: &Cell,
    ) -> Result<Vec<CellValue>, Vec<CellFault>> {
        let (mut values, mut reasons) = (pattern.set.clone(), Vec::new());
        for (field, part) in parts {
            match self.part(field, part, column, cell) {
                Ok(value) => values.push((field, value)),
                Err(refused) => reasons.extend(refused),
            }
        }
        if reasons.is_empty() { Ok(values) } else { Err(reasons) }
    }

    fn cleared(&self, column: &ColumnRule) -> Vec<CellValue> {
        if !self.mapping.empty_clears {
            return Vec::new();
        }
        column.patterns.iter().filter_map(|pattern| Some((pattern.as_field()?, None))).collect()
    }

    fn part(
        &self,
        field: &'static Field,
        part: &str,
        column: &ColumnRule,
        cell: &Cell,
    ) -> Result<Option<Value>, Vec<CellFault>> {
        match self.mapping.meaning(field, part) {
            Some(Meaning::Value(value)) => return Ok(value.clone()),
            Some(Meaning::Open) => return Err(vec![CellFault::new("open").with("value", part)]),
            None => {}
        }
        if self.mapping.is_blank(part) {
            return Ok(None);
        }
        match (field.shape, cell) {
            (Shape::Date, Cell::Date(day)) => return Ok(Some(Value::Date(*day))),
            (Shape::Dates, Cell::Date(day)) => return Ok(Some(Value::Dates(vec![*day]))),
            (Shape::Date | Shape::Dates, Cell::Number(_)) => return Err(vec![CellFault::new("number-for-day")]),
            _ => {}
        }
        match field.shape {
            Shape::Lines | Shape::References(_) | Shape::Choices(_) | Shape::Dates => self.list(field, part, column),
            _ => self.single(field, part).map_err(|reason| vec![reason]),
        }
    }

    /// A list, element by element; what is wrong with one does not hide what is wrong with the next.
    fn list(&self, field: &'static Field, part: &str, column: &ColumnRule) -> Result<Option<Value>, Vec<CellFault>> {
        let own: Vec<&str> = match &column.separators {
            Some(named) => named.iter().map(String::as_str).collect(),
            None => separators(field).to_vec(),
        };
        let (mut whole, mut reasons) = (None, Vec::new());
        for element in split(part, &own) {
            match self.mapping.meaning(field, element) {
                Some(Meaning::Value(value)) => whole = merged(whole, value.clone()),
                Some(Meaning::Open) => reasons.push(CellFault::new("open").with("value", element)),
                None if self.mapping.is_blank(element) => {}
                None => match self.single(field, element) {
                    Ok(value) => whole = merged(whole, value),
                    Err(reason) => reasons.push(reason),
                },
            }
        }
        if reasons.is_empty() { Ok(whole) } else { Err(reasons) }
    }

    fn single(&self, field: &'static Field, words: &str) -> Result<Option<Value>, CellFault> {
        let words = words.trim();
        let coded = match self.matcher.find(field, words) {
            None => words.to_owned(),
            Some(ValueMatch::One(code)) => code,
            Some(ValueMatch::Several(codes)) => {
                return Err(CellFault::new("several").with("value", words).with("codes", &codes.join(", ")));
            }
            Some(ValueMatch::None(near)) => {
                let reason = CellFault::new("no-value").with("value", words);
                return Err(CellFault { meant: near.map(|near| Text::line(&near.name)), ..reason });
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
            _ => typed_value(field, plain(field, &coded)).map_err(|fault| refused(fault, words)),
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

fn refused(fault: InputFault, words: &str) -> CellFault {
    let reason = |code| CellFault::new(code).with("value", words);
    match fault {
        InputFault::NoDay => reason("no-day"),
        InputFault::NoNumber => reason("no-number"),
        InputFault::TooLarge(most) => reason("too-large").with("most", &most.to_string()),
        InputFault::NoSlug => reason("no-slug"),
    }
}

/// The cell as its field reads it: whole numbers without a point.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        cell => cell.shown(),
    }
}

fn split<'p>(part: &'p str, separators: &[&str]) -> Vec<&'p str> {
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
