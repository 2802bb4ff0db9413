//! The values that a mapping file names itself: fixed ones, and those that words stand for.

use toml::de::DeValue;

use super::{
    Meaning,
    code::{MappingCode, MappingValue},
    is_list,
};
use crate::{
    catalogue::{Field, InputFault, Value, typed_value},
    exchange::import::{Matcher, ValueMatch},
};

/// A value of the file as a value of a field; `None` after a fault was told.
pub(super) fn value(field: &'static Field, held: &MappingValue<'_, '_>, matcher: &Matcher) -> Option<Option<Value>> {
    let words = held.expect("value", |raw| match raw {
        DeValue::Array(items) => items.iter().map(|item| word(item.get_ref())).collect(),
        one => word(one).map(|word| vec![word]),
    })?;
    if words.len() > 1 && !is_list(field) {
        held.faults().push(held.fault(MappingCode::OneValue).with("field", &field.name()));
        return None;
    }
    let elements = if held.raw().is_array() { held.elements().unwrap_or_default() } else { Vec::new() };
    let coded = |(number, word)| code(field, word, elements.get(number).unwrap_or(held), matcher);
    // Each is looked at, whatever is wrong with the one before.
    let coded: Vec<Option<String>> = words.into_iter().enumerate().map(coded).collect();
    let coded: Option<Vec<String>> = coded.into_iter().collect();
    match typed_value(field, &coded?.join("\n")) {
        Ok(value) => Some(value),
        Err(fault) => {
            held.faults().push(held.fault(input_code(fault)).with("field", &field.name()));
            None
        }
    }
}

/// What words stand for; an empty text has not been filled in yet.
pub(super) fn meaning(field: &'static Field, held: &MappingValue<'_, '_>, matcher: &Matcher) -> Option<Meaning> {
    match held.raw() {
        DeValue::String(text) if text.trim().is_empty() => Some(Meaning::Open),
        _ => value(field, held, matcher).map(Meaning::Value),
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
fn code(field: &Field, word: String, at: &MappingValue<'_, '_>, matcher: &Matcher) -> Option<String> {
    let (code, meant) = match matcher.find(field, &word) {
        None => return Some(word),
        Some(ValueMatch::One(code)) => return Some(code),
        Some(ValueMatch::Several(codes)) => (MappingCode::Several, Some(codes.join(", "))),
        Some(ValueMatch::None(near)) => (MappingCode::NoValue, near.map(|near| near.code)),
    };
    let fault = at.fault(code).with("value", &word).with("field", &field.name());
    at.faults().push(fault.suggest_this(meant.as_deref()));
    None
}

fn input_code(fault: InputFault) -> MappingCode {
    match fault {
        InputFault::NoDay => MappingCode::NoDay,
        InputFault::NoNumber => MappingCode::NoNumber,
        InputFault::TooLarge(_) => MappingCode::TooLarge,
        InputFault::NoSlug => MappingCode::NoSlug,
    }
}
