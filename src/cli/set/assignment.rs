//! `key=value` as it is typed on a line, and `key+=value`, `key-=value` for lists.

use crate::{
    base::{Text, nearest},
    catalogue::{Change, FIELDS, Field, InputFault, Register, Shape, Value, Values, typed_value},
    cli::{CliError, Context, Exit, errors},
    locale::{Texts, fields},
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Operator {
    Set,
    Add,
    Remove,
}

/// The changes that these assignments make to `values`, later ones over earlier ones.
pub(in crate::cli) fn changes(
    assignments: &[String],
    values: &Values,
    register: &Register,
    context: &Context,
) -> Result<Vec<Change>, CliError> {
    let texts = &context.texts;
    let mut values = values.clone();
    let mut changes: Vec<Change> = Vec::new();
    for assignment in assignments {
        let (field, operator, typed, short) = parts(assignment, texts)?;
        let value = value(field, operator, typed, &values, register, texts)?;
        if short && operator != Operator::Remove {
            unmistakable(field, typed, value.as_ref(), register, texts)?;
        }
        values.set(field, value.clone());
        changes.retain(|change| change.field != field);
        changes.push(Change { field, value });
    }
    Ok(changes)
}

/// Field, operator and what was typed; true when the key says nothing of a section.
fn parts<'t>(assignment: &'t str, texts: &Texts) -> Result<(&'static Field, Operator, &'t str, bool), CliError> {
    let Some((key, typed)) = assignment.split_once('=') else {
        let shown = Text::line(assignment).to_string();
        let error = CliError::new(Exit::Usage, texts.with("cli-no-assignment", &[("value", shown.into())]));
        return Err(error.hint(texts.get("cli-no-assignment-hint")));
    };
    let (key, operator) = match (key.strip_suffix('+'), key.strip_suffix('-')) {
        (Some(key), _) => (key, Operator::Add),
        (_, Some(key)) => (key, Operator::Remove),
        _ => (key, Operator::Set),
    };
    let key = key.trim();
    let field = field(key, texts)?;
    let list = matches!(field.shape, Shape::Lines | Shape::References(_) | Shape::Choices(_) | Shape::Dates);
    if operator != Operator::Set && !list {
        return Err(CliError::new(Exit::Usage, texts.with("cli-no-list", &[("key", field.name().into())])));
    }
    Ok((field, operator, typed, !key.contains('.')))
}

/// The field of a full name, or of a key that only one section has.
fn field(key: &str, texts: &Texts) -> Result<&'static Field, CliError> {
    if let Some(field) = Field::named(key) {
        return Ok(field);
    }
    let shown = Text::line(key).to_string();
    match of_key(key).as_slice() {
        [field] => Ok(field),
        [] => {
            let error = CliError::new(Exit::Usage, texts.with("cli-no-field", &[("key", shown.into())]));
            let names: Vec<String> = FIELDS.iter().map(Field::name).collect();
            Err(error.hint(match nearest(key, names.iter().map(String::as_str)) {
                Some(word) => errors::did_you_mean(word, texts),
                None => errors::all_of(&names, texts),
            }))
        }
        several => {
            let error = CliError::new(Exit::Usage, texts.with("cli-key-several", &[("key", shown.into())]));
            Err(error.hint(errors::all_of(&names(several), texts)))
        }
    }
}

/// A key that stands above all sections means that field, `places` those in the vocabulary. With a value that cannot be
/// meant for it, `places=16`, the field of this key in a section may have been.
fn unmistakable(
    field: &'static Field,
    typed: &str,
    value: Option<&Value>,
    register: &Register,
    texts: &Texts,
) -> Result<(), CliError> {
    let several = of_key(field.key);
    let known: Vec<String> = fields::field_options(field, register, texts).into_iter().map(|(code, _)| code).collect();
    let codes = match value {
        Some(Value::Text(code)) => std::slice::from_ref(code),
        Some(Value::List(codes)) => codes.as_slice(),
        _ => &[],
    };
    if several.len() < 2 || known.is_empty() || codes.iter().all(|code| known.contains(code)) {
        return Ok(());
    }
    let fits = |other: &&&'static Field| **other != field && typed_value(other, typed).is_ok();
    if !several.iter().any(|other| fits(&other)) {
        return Ok(());
    }
    let args = [("key", field.key.into()), ("value", Text::line(typed).to_string().into())];
    let error = CliError::new(Exit::Usage, texts.with("cli-key-ambiguous", &args));
    Err(error.hint(errors::all_of(&names(&several), texts)))
}

fn of_key(key: &str) -> Vec<&'static Field> {
    FIELDS.iter().filter(|field| field.key == key).collect()
}

fn names(fields: &[&'static Field]) -> Vec<String> {
    fields.iter().map(|field| field.name()).collect()
}

fn value(
    field: &'static Field,
    operator: Operator,
    typed: &str,
    values: &Values,
    register: &Register,
    texts: &Texts,
) -> Result<Option<Value>, CliError> {
    let refused = |fault: InputFault| {
        let name = format!("{}: „{}“", field.name(), Text::line(typed));
        CliError::new(Exit::Usage, format!("{name}: {}", fault.localize(texts)))
    };
    // On a line, texts of a list are separated by semicolons: commas belong to them.
    let typed = if matches!(field.shape, Shape::Lines) { typed.replace(';', "\n") } else { typed.to_owned() };
    let typed = typed_value(field, &typed).map_err(refused)?;
    let typed = typed.map(|value| coded(field, value, register, texts));
    let held = values.get(field).cloned();
    Ok(match (operator, held, typed) {
        (Operator::Set, _, typed) => typed,
        (Operator::Add, Some(Value::List(mut held)), Some(Value::List(new))) => {
            held.extend(new.into_iter().filter(|item| !held.contains(item)).collect::<Vec<_>>());
            Some(Value::List(held))
        }
        (Operator::Add, Some(Value::Dates(mut held)), Some(Value::Dates(new))) => {
            held.extend(new);
            held.sort_unstable();
            held.dedup();
            Some(Value::Dates(held))
        }
        (Operator::Remove, Some(Value::List(held)), Some(Value::List(gone))) => {
            let rest: Vec<String> = held.into_iter().filter(|item| !gone.contains(item)).collect();
            (!rest.is_empty()).then_some(Value::List(rest))
        }
        (Operator::Remove, Some(Value::Dates(held)), Some(Value::Dates(gone))) => {
            let rest: Vec<_> = held.into_iter().filter(|day| !gone.contains(day)).collect();
            (!rest.is_empty()).then_some(Value::Dates(rest))
        }
        (Operator::Add, _, typed) => typed,
        (Operator::Remove, held, _) => held,
    })
}

/// Labels count as well as ids and codes: `status=läuft`.
fn coded(field: &Field, value: Value, register: &Register, texts: &Texts) -> Value {
    let options = fields::field_options(field, register, texts);
    let code = |typed: String| {
        let known = options.iter().any(|(code, _)| *code == typed);
        let mut labelled = options.iter().filter(|(_, label)| label.to_lowercase() == typed.to_lowercase());
        // Of two with the same label nobody can tell which one is meant.
        match (labelled.next().filter(|_| !known), labelled.next()) {
            (Some((code, _)), None) => code.clone(),
            _ => typed,
        }
    };
    match value {
        Value::Text(text) => Value::Text(code(text)),
        Value::List(items) => Value::List(items.into_iter().map(code).collect()),
        other => other,
    }
}
