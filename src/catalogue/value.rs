//! The value of one field, as a file holds it and a form changes it.

use jiff::civil::Date;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Field, Shape};
use crate::base::toml::{day, integer};

/// The value of one field.
///
/// Texts are in the form in which they are compared and edited: line breaks are `\n`, blanks at both ends are gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text, an id or a code.
    Text(String),
    /// Several of them.
    List(Vec<String>),
    /// A whole number.
    Number(i64),
    /// A day.
    Date(Date),
    /// Several days.
    Dates(Vec<Date>),
    /// The TOML of something else than the field may hold, as it stands in the file.
    Foreign(String),
}

impl Value {
    /// A text, or no value when it is blank.
    pub fn text(raw: &str) -> Option<Self> {
        let text = raw.replace("\r\n", "\n").trim().to_owned();
        (!text.is_empty()).then_some(Self::Text(text))
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// One line for people and logs: elements are separated by commas, days are ISO.
    pub fn to_line(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::List(items) => items.join(", "),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.to_string(),
            Self::Dates(days) => days.iter().map(Date::to_string).collect::<Vec<_>>().join(", "),
            Self::Foreign(raw) => raw.clone(),
        }
    }
}

/// The value of a field in a parsed file; `source` is the text that was parsed.
pub(super) fn value_of(field: &Field, root: &DeTable<'_>, source: &str) -> Option<Value> {
    let held = held(field, root)?;
    match fitting(field.shape, held.get_ref()) {
        Some(value) => value,
        None => Some(Value::Foreign(source.get(held.span()).unwrap_or_default().to_owned())),
    }
}

/// What a parsed file holds for a field.
pub(super) fn held<'t, 's>(field: &Field, root: &'t DeTable<'s>) -> Option<&'t Spanned<DeValue<'s>>> {
    let table = match field.section {
        "" => root,
        section => root.get(section)?.get_ref().as_table()?,
    };
    table.get(field.key)
}

/// `None` when the field may not hold such a value; `Some(None)` for an empty text or list, which says nothing.
fn fitting(shape: Shape, held: &DeValue<'_>) -> Option<Option<Value>> {
    match shape {
        Shape::Slug | Shape::Line | Shape::Paragraphs | Shape::Reference(_) | Shape::Choice(_) => {
            Some(Value::text(held.as_str()?))
        }
        Shape::Lines | Shape::References(_) | Shape::Choices(_) => {
            let items: Option<Vec<String>> =
                held.as_array()?.iter().map(|item| Some(item.get_ref().as_str()?.trim().to_owned())).collect();
            Some(Some(items?).filter(|items| !items.is_empty()).map(Value::List))
        }
        Shape::Number(_) => Some(Some(Value::Number(integer(held)?))),
        Shape::Date => Some(Some(Value::Date(day(held)?))),
        Shape::Dates => {
            let days: Option<Vec<Date>> = held.as_array()?.iter().map(|item| day(item.get_ref())).collect();
            Some(Some(days?).filter(|days| !days.is_empty()).map(Value::Dates))
        }
    }
}
