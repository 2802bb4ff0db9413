//! One value of a TOML file, read as what it should be; what it is not is told with its place.

use std::ops::Range;

use jiff::civil::Date;
use toml::{Spanned, de::DeValue};

use super::{FileFaults, TomlCode};
use crate::base::{Diagnostic, Location, typed_code, typed_day};

/// A value with the key under which it stands, or an element of its list.
pub struct TypedValue<'a, 's, C> {
    faults: &'a FileFaults<'s, C>,
    key: &'a str,
    key_span: Range<usize>,
    value: &'a Spanned<DeValue<'s>>,
    is_element: bool,
}

impl<'a, 's, C: TomlCode> TypedValue<'a, 's, C> {
    pub(super) fn new(
        faults: &'a FileFaults<'s, C>,
        key: &'a str,
        key_span: Range<usize>,
        value: &'a Spanned<DeValue<'s>>,
    ) -> Self {
        Self { faults, key, key_span, value, is_element: false }
    }

    /// The key.
    pub fn key(&self) -> &'a str {
        self.key
    }

    /// Where the key stands.
    pub fn key_span(&self) -> Range<usize> {
        self.key_span.clone()
    }

    /// Where the key stands, with its line.
    pub fn key_location(&self) -> Location {
        self.faults.location(self.key_span())
    }

    /// Where the value stands.
    pub fn span(&self) -> Range<usize> {
        self.value.span()
    }

    /// Where the value stands, with its line.
    pub fn location(&self) -> Location {
        self.faults.location(self.span())
    }

    /// The value as the parser has it.
    pub fn raw(&self) -> &'a DeValue<'s> {
        self.value.get_ref()
    }

    /// The faults of the file.
    pub fn faults(&self) -> &'a FileFaults<'s, C> {
        self.faults
    }

    /// A fault at this value that names its key, to be completed and reported.
    pub fn fault(&self, code: C) -> Diagnostic<C> {
        self.faults.at(code, self.span()).with("key", self.key)
    }

    /// A text.
    pub fn text(&self) -> Option<&'a str> {
        self.expect("string", DeValue::as_str)
    }

    /// Yes or no.
    pub fn flag(&self) -> Option<bool> {
        self.expect("boolean", DeValue::as_bool)
    }

    /// A whole number; `None` without a fault for one that no `i64` holds.
    pub fn number(&self) -> Option<i64> {
        self.expect("integer", DeValue::as_integer)?;
        integer(self.raw())
    }

    /// A day without a time.
    pub fn date(&self) -> Option<Date> {
        self.expect("date", day)
    }

    /// The elements of a list.
    pub fn elements(&self) -> Option<Vec<Self>> {
        let items = self.expect("array", DeValue::as_array)?;
        Some(items.iter().map(|item| self.element(item)).collect())
    }

    /// The elements of a list of texts; a single text is a list of one.
    pub fn texts(&self) -> Option<Vec<(&'a str, Self)>> {
        self.expect("strings", |value| {
            let text = |item: &'a Spanned<DeValue<'s>>| Some((item.get_ref().as_str()?, self.element(item)));
            match value {
                DeValue::String(_) => Some(vec![text(self.value)?]),
                DeValue::Array(items) => items.iter().map(text).collect(),
                _ => None,
            }
        })
    }

    /// One of these words, in any spelling.
    pub fn one_of<'k>(&self, known: &[&'k str]) -> Option<&'k str> {
        let word = self.text()?;
        let meant = typed_code(word, known.iter().copied());
        if meant.is_none() {
            self.faults.push(self.unknown_value(word, known));
        }
        meant
    }

    /// The fault of a word that its list does not have.
    pub fn unknown_value(&self, word: &str, known: &[&str]) -> Diagnostic<C> {
        let fault = self.fault(C::UNKNOWN_VALUE).with("value", word).with("known", &known.join(", "));
        fault.suggest(word, known.iter().copied())
    }

    /// The value as `read` has it; `None` with a fault that says what was expected.
    pub fn expect<T>(&self, expected: &str, read: impl FnOnce(&'a DeValue<'s>) -> Option<T>) -> Option<T> {
        let read = read(self.raw());
        if read.is_none() {
            let part = if self.is_element { "element" } else { "value" };
            let fault = self.fault(C::WRONG_TYPE).with("part", part).with("expected", expected);
            let meant = in_right_shape(expected, self.raw());
            self.faults.push(fault.with("found", self.raw().type_str()).suggest_this(meant.as_deref()));
        }
        read
    }

    fn element(&self, value: &'a Spanned<DeValue<'s>>) -> Self {
        Self { faults: self.faults, key: self.key, key_span: self.key_span(), value, is_element: true }
    }
}

/// A whole number in any notation that TOML has.
pub fn integer(held: &DeValue<'_>) -> Option<i64> {
    let integer = held.as_integer()?;
    i64::from_str_radix(&integer.as_str().replace('_', ""), integer.radix()).ok()
}

/// A day without a time.
pub fn day(held: &DeValue<'_>) -> Option<Date> {
    let stamp = held.as_datetime().filter(|stamp| stamp.time.is_none())?;
    let date = stamp.date?;
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}

/// A text as what should stand there instead of it, where that is certain: a day, a number, a list of one.
fn in_right_shape(expected: &str, held: &DeValue<'_>) -> Option<String> {
    let raw = held.as_str()?.trim();
    match expected {
        "date" => typed_day(raw).map(|day| day.to_string()),
        "integer" => raw.parse::<u32>().ok().map(|number| number.to_string()),
        "array" if !raw.contains([',', ';', '"', '\\', '\n']) => Some(format!("[\"{raw}\"]")),
        _ => None,
    }
}
