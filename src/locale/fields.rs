//! Fields of an entry and their values in the user's language: labels, options, days.

use super::Texts;
use crate::{
    base::Text,
    catalogue::{Field, InputFault, Register, Shape, Value},
};

impl Field {
    /// Its label.
    pub fn localize(&self, texts: &Texts) -> String {
        texts.get(&self.text_key()).into_owned()
    }
}

impl InputFault {
    /// Why typed words are no value.
    pub fn localize(&self, texts: &Texts) -> String {
        let most = match self {
            Self::TooLarge(most) => *most,
            _ => 0,
        };
        texts.with(&format!("input-{}", self.code()), &[("most", most.into())])
    }
}

/// A value as people read it: labels for ids and codes, days as the language writes them.
pub fn localize_value(field: &Field, value: Option<&Value>, register: &Register, texts: &Texts) -> String {
    let Some(value) = value else { return texts.get("upkeep-nothing").into_owned() };
    let named = |code: &str| localize_option(field, code, register, texts);
    let shown = match value {
        Value::Text(code) => named(code),
        Value::List(codes) => codes.iter().map(|code| named(code)).collect::<Vec<_>>().join(", "),
        Value::Date(day) => texts.date(*day),
        Value::Dates(days) => {
            let days = days.iter().map(|day| texts.date(*day));
            days.collect::<Vec<_>>().join(", ")
        }
        Value::Number(_) | Value::Foreign(_) => value.to_line(),
    };
    Text::paragraphs(&shown).to_string()
}

/// The label of one of the values that a field offers; the code itself where there is none.
pub fn localize_option(field: &Field, code: &str, register: &Register, texts: &Texts) -> String {
    match field.shape {
        Shape::Choice(list) | Shape::Choices(list) => {
            let key = format!("{}-{code}", list.name);
            if texts.has(&key) { texts.get(&key).into_owned() } else { code.to_owned() }
        }
        Shape::Reference(of) | Shape::References(of) => {
            of.vocabulary(register).item(code).map_or_else(|| code.to_owned(), |item| item.label().to_string())
        }
        _ => code.to_owned(),
    }
}

/// The values that a field offers, with their labels; none for a field that is typed.
pub fn field_options(field: &Field, register: &Register, texts: &Texts) -> Vec<(String, String)> {
    match field.shape {
        Shape::Choice(list) | Shape::Choices(list) => {
            let option = |code: &str| (code.to_owned(), localize_option(field, code, register, texts));
            list.codes().into_iter().map(option).collect()
        }
        Shape::Reference(of) | Shape::References(of) => {
            of.options(register).into_iter().map(|(id, label)| (id.to_owned(), label.to_string())).collect()
        }
        _ => Vec::new(),
    }
}
