//! What a person types for a field: days as people write them, lists by lines, nothing for nothing.

use jiff::civil::Date;

use super::{Field, Id, Shape, Value};
use crate::base::{is_hostile, typed_code, typed_day};

/// Why typed words are no value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputFault {
    /// Not a day such as `11.1.2027` or `2027-01-11`.
    NoDay,
    /// Not a whole number.
    NoNumber,
    /// A number larger than this one.
    TooLarge(i64),
    /// Not a slug.
    NoSlug,
}

impl InputFault {
    /// Name in Fluent keys: `input-<code>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoDay => "no-day",
            Self::NoNumber => "no-number",
            Self::TooLarge(_) => "too-large",
            Self::NoSlug => "no-slug",
        }
    }
}

/// Reads what was typed for a field; nothing typed is no value.
///
/// Elements of lists stand on lines of their own; ids, codes and days may also be separated by commas. Codes may be in any
/// spelling. Otherwise ids and codes are taken as they are: whether there is such a one, the check says.
///
/// ```
/// use lotse::catalogue::{Field, Value, typed_value};
/// let day = Field::named("period.from").unwrap();
/// assert_eq!(typed_value(day, "11.1.2027"), typed_value(day, "2027-01-11"));
/// assert_eq!(typed_value(day, " "), Ok(None));
/// ```
///
/// # Errors
/// When the words can be no value of this field.
pub fn typed_value(field: &Field, typed: &str) -> Result<Option<Value>, InputFault> {
    let typed: String = typed.chars().filter(|c| !is_hostile(*c)).collect();
    let trimmed = typed.trim();
    if trimmed.is_empty() {
        return Ok(None);
    }
    Ok(Some(match field.shape {
        Shape::Slug if Id::parse(trimmed).is_none() => return Err(InputFault::NoSlug),
        Shape::Line => return Ok(Value::text(&typed.replace(['\r', '\n'], " "))),
        Shape::Slug | Shape::Paragraphs | Shape::Reference(_) => return Ok(Value::text(&typed)),
        Shape::Choice(of) => return Ok(Value::text(typed_code(trimmed, of.codes()).unwrap_or(&typed))),
        Shape::Lines => return Ok(list(elements(trimmed, &['\n']))),
        Shape::References(_) => return Ok(list(elements(trimmed, &['\n', ',']))),
        Shape::Choices(of) => {
            let codes = of.codes();
            let code = |typed| typed_code(typed, codes.iter().copied()).unwrap_or(typed);
            return Ok(list(elements(trimmed, &['\n', ',']).map(code)));
        }
        Shape::Number(most) => Value::Number(number(trimmed, most)?),
        Shape::Date => Value::Date(typed_day(trimmed).ok_or(InputFault::NoDay)?),
        Shape::Dates => {
            let days: Option<Vec<Date>> = elements(trimmed, &['\n', ',', ';']).map(typed_day).collect();
            Value::Dates(days.ok_or(InputFault::NoDay)?)
        }
    }))
}

/// A value as a person would type it. Days are written `11.1.2027` or, for `iso`, `2027-01-11`.
pub fn typed_text(value: &Value, iso: bool) -> String {
    let written = |day: &Date| {
        if iso { day.to_string() } else { format!("{}.{}.{}", day.day(), day.month(), day.year()) }
    };
    match value {
        Value::Text(text) | Value::Foreign(text) => text.clone(),
        Value::List(items) => items.join("\n"),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => written(day),
        Value::Dates(days) => days.iter().map(written).collect::<Vec<_>>().join(", "),
    }
}

fn elements<'t>(typed: &'t str, separators: &'static [char]) -> impl Iterator<Item = &'t str> {
    typed.split(separators).map(str::trim).filter(|item| !item.is_empty())
}

fn list<'t>(items: impl Iterator<Item = &'t str>) -> Option<Value> {
    let mut list: Vec<String> = Vec::new();
    for item in items {
        if !list.iter().any(|known| known == item) {
            list.push(item.to_owned());
        }
    }
    (!list.is_empty()).then_some(Value::List(list))
}

fn number(typed: &str, most: i64) -> Result<i64, InputFault> {
    let digits = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return Err(InputFault::NoNumber);
    }
    let number = typed.parse().unwrap_or(i64::MAX);
    if number > most { Err(InputFault::TooLarge(most)) } else { Ok(number) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn typed(field: &str, text: &str) -> Result<Option<Value>, InputFault> {
        typed_value(Field::named(field).unwrap(), text)
    }

    #[test]
    fn days_are_typed_as_people_write_them() {
        let day = Ok(Some(Value::Date(date(2027, 1, 11))));
        for text in ["11.1.2027", "11.01.2027", " 11. 1. 2027 ", "11.1.27", "2027-01-11"] {
            assert_eq!(typed("period.from", text), day, "{text}");
        }
        for text in ["11.1.", "31.2.2027", "morgen", "11/1/2027", "11.1.20277", "-1.1.2027"] {
            assert_eq!(typed("period.from", text), Err(InputFault::NoDay), "{text}");
        }
        let days = Ok(Some(Value::Dates(vec![date(2027, 1, 11), date(2027, 4, 1)])));
        assert_eq!(typed("schedule.start_dates", "11.1.2027, 2027-04-01"), days);
        assert_eq!(typed("schedule.start_dates", "11.1.2027\n1.4.2027\n"), days);
    }

    #[test]
    fn numbers_and_lists() {
        assert_eq!(typed("capacity.free", " 12 "), Ok(Some(Value::Number(12))));
        assert_eq!(typed("capacity.free", "zwei"), Err(InputFault::NoNumber));
        assert_eq!(typed("capacity.free", "-1"), Err(InputFault::NoNumber));
        assert_eq!(typed("eligibility.age_min", "121"), Err(InputFault::TooLarge(120)));
        let places = Ok(Some(Value::List(vec!["wetzlar".into(), "giessen".into()])));
        assert_eq!(typed("places", "wetzlar, giessen,wetzlar"), places);
        let aliases = Ok(Some(Value::List(vec!["Kurs, lang".into()])));
        assert_eq!(typed("aliases", "Kurs, lang\n\n"), aliases);
        assert_eq!(typed("id", "Frau Stark"), Err(InputFault::NoSlug));
    }

    proptest::proptest! {
        #[test]
        fn what_is_shown_reads_back(text in ".{0,40}", at in 0..super::super::FIELDS.len(), iso: bool) {
            let field = &super::super::FIELDS[at];
            if let Ok(Some(value)) = typed_value(field, &text) {
                proptest::prop_assert_eq!(typed_value(field, &typed_text(&value, iso)), Ok(Some(value)));
            }
        }
    }
}
