//! The values that a mapping file names itself: fixed ones, and those that words stand for.

use toml::{Spanned, de::DeValue};

use super::{Meaning, read::MappingReader};
use crate::{
    catalogue::{Field, InputFault, Shape, Value, typed_value},
    exchange::import::matching::ValueMatch,
};

/// A value of the file as a value of a field; `None` after a fault was told.
pub(super) fn value(
    field: &'static Field,
    held: &Spanned<DeValue<'_>>,
    reader: &mut MappingReader<'_>,
) -> Option<Option<Value>> {
    let words = match held.get_ref() {
        DeValue::Array(items) => {
            let words: Option<Vec<(String, std::ops::Range<usize>)>> =
                items.iter().map(|item| Some((word(item.get_ref())?, item.span()))).collect();
            words
        }
        one => word(one).map(|word| vec![(word, held.span())]),
    };
    let Some(words) = words else {
        reader.wrong_type("value", held.span());
        return None;
    };
    let listed = matches!(field.shape, Shape::Lines | Shape::References(_) | Shape::Choices(_) | Shape::Dates);
    if words.len() > 1 && !listed {
        reader.fault("one-value", held.span(), &[("field", &field.name())], None);
        return None;
    }
    let coded: Option<Vec<String>> = words.into_iter().map(|(word, span)| code(field, word, span, reader)).collect();
    match typed_value(field, &coded?.join("\n")) {
        Ok(value) => Some(value),
        Err(fault) => {
            reader.fault(input_code(fault), held.span(), &[("field", &field.name())], None);
            None
        }
    }
}

/// What words stand for; an empty text has not been filled in yet.
pub(super) fn meaning(
    field: &'static Field,
    held: &Spanned<DeValue<'_>>,
    reader: &mut MappingReader<'_>,
) -> Option<Meaning> {
    match held.get_ref() {
        DeValue::String(text) if text.trim().is_empty() => Some(Meaning::Open),
        _ => value(field, held, reader).map(Meaning::Value),
    }
}

fn word(held: &DeValue<'_>) -> Option<String> {
    match held {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
        DeValue::Datetime(moment) if moment.time.is_none() => Some(moment.to_string()),
        _ => None,
    }
}

/// In a mapping, ids and codes are meant; a label does as well.
fn code(field: &Field, word: String, span: std::ops::Range<usize>, reader: &mut MappingReader<'_>) -> Option<String> {
    let (fault, meant) = match reader.matcher.find(field, &word) {
        None => return Some(word),
        Some(ValueMatch::One(code)) => return Some(code),
        Some(ValueMatch::Several(codes)) => ("several", Some(codes.join(", "))),
        Some(ValueMatch::None(near)) => ("no-value", near.map(|near| near.code)),
    };
    reader.fault(fault, span, &[("value", &word), ("field", &field.name())], meant.as_deref());
    None
}

pub(super) fn input_code(fault: InputFault) -> &'static str {
    match fault {
        InputFault::NoDay => "no-day",
        InputFault::NoNumber => "no-number",
        InputFault::TooLarge(_) => "too-large",
        InputFault::NoSlug => "no-slug",
    }
}
