//! What the values of a field are called: ids and codes with their labels and other names.

use crate::{
    catalogue::{ClosedList, Field, Named, Reference, Register, Shape, UNKNOWN_LEGAL_BASIS},
    locale::Texts,
};

/// An id or code with everything that people call it.
pub(super) struct ValueName {
    pub code: String,
    /// Empty where it has none.
    pub label: String,
    pub others: Vec<String>,
}

/// True for a field of ids or codes, whose values are those of a vocabulary or a closed list.
pub(super) fn has_value_names(field: &Field) -> bool {
    matches!(field.shape, Shape::Reference(_) | Shape::References(_) | Shape::Choice(_) | Shape::Choices(_))
}

/// The names of everything that may stand in a field of ids or codes; labels of closed lists are those of the first
/// language.
pub(super) fn value_names(field: &Field, register: &Register, texts: [&Texts; 2]) -> Vec<ValueName> {
    match field.shape {
        Shape::Reference(reference) | Shape::References(reference) => of_vocabulary(reference, register),
        Shape::Choice(list) | Shape::Choices(list) => of_list(list, texts),
        _ => Vec::new(),
    }
}

fn of_vocabulary(reference: Reference, register: &Register) -> Vec<ValueName> {
    let name = |item: &dyn Named| ValueName {
        code: item.id().to_string(),
        label: item.label().to_string(),
        others: item.other_names().into_iter().map(ToString::to_string).collect(),
    };
    let mut names: Vec<ValueName> = reference.vocabulary(register).items().map(name).collect();
    // Allowed also where the vocabulary does not have it, so nothing else may be written like it.
    if reference == Reference::LegalBases && !names.iter().any(|name| name.code == UNKNOWN_LEGAL_BASIS) {
        names.push(ValueName { code: UNKNOWN_LEGAL_BASIS.to_owned(), label: String::new(), others: Vec::new() });
    }
    names
}

fn of_list(list: ClosedList, texts: [&Texts; 2]) -> Vec<ValueName> {
    let name = |code: &str| {
        let [label, other] = texts.map(|texts| texts.get(&format!("{}-{code}", list.name)).into_owned());
        ValueName { code: code.to_owned(), label, others: vec![other] }
    };
    list.codes().into_iter().map(name).collect()
}
