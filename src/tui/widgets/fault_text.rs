//! What the check says, for whoever sees fields and lists and not the file.

use crate::{
    base::Text,
    catalogue::{Code, Diagnostic, Field},
    locale::Texts,
};

/// What is wrong and what to do about it. Fields are called as in the form, not as in the file.
pub(crate) fn check_words(fault: &Diagnostic<Code>, texts: &Texts) -> String {
    let mut fault = fault.clone();
    for (name, value) in &mut fault.details {
        if let Some(field) = Field::named(value).filter(|_| &**name == "key") {
            *value = Text::line(&field.localize(texts));
        }
    }
    let hint = format!("form-hint-{}", fault.code.as_str());
    if !texts.has(&hint) {
        return fault.localize(texts);
    }
    format!("{}. {}", fault.message(texts), texts.get(&hint))
}
