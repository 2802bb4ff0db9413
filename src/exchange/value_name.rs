//! What the values of a field are called: ids and codes with their labels and other names.

use crate::{
    catalogue::{ClosedList, Field, Named, Reference, Register, Shape, UNKNOWN_LEGAL_BASIS, Vocabulary},
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
    fn all<T: Named>(items: &Vocabulary<T>) -> Vec<ValueName> {
        let name = |item: &T| ValueName {
            code: item.id().to_string(),
            label: item.label().to_string(),
            others: item.other_names().into_iter().map(ToString::to_string).collect(),
        };
        items.iter().map(name).collect()
    }
    match reference {
        Reference::MeasureTypes => all(&register.measure_types),
        Reference::Goals => all(&register.goals),
        Reference::Modules => all(&register.modules),
        Reference::TargetGroups => all(&register.target_groups),
        Reference::LegalBases => {
            // Allowed also where the vocabulary does not have it, so nothing else may be written like it.
            let unknown = ValueName { code: UNKNOWN_LEGAL_BASIS.to_owned(), label: String::new(), others: Vec::new() };
            let mut names = all(&register.legal_bases);
            let known = names.iter().any(|name| name.code == unknown.code);
            names.extend((!known).then_some(unknown));
            names
        }
        Reference::Certificates => all(&register.certificates),
        Reference::Places => all(&register.places),
        Reference::Providers => all(&register.providers),
        Reference::Coordinators => all(&register.coordinators),
    }
}

fn of_list(list: ClosedList, texts: [&Texts; 2]) -> Vec<ValueName> {
    let name = |code: &str| {
        let [label, other] = texts.map(|texts| texts.get(&format!("{}-{code}", list.name)).into_owned());
        ValueName { code: code.to_owned(), label, others: vec![other] }
    };
    list.codes().into_iter().map(name).collect()
}
