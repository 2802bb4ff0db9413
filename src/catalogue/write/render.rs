//! Values as TOML: in the manner in which the file has written them so far.

use toml_parser::decoder::Encoding;
use toml_writer::{ToTomlValue as _, TomlStringBuilder};

use crate::catalogue::Value;

/// Columns up to which a new list stands on one line.
const LINE: usize = 110;

/// A value as TOML. `before` is how the value was written that it replaces, with its text.
pub(super) fn value(value: &Value, before: Option<(Option<Encoding>, &str)>, line_end: &str) -> String {
    match value {
        Value::Text(text) => string(text, before, line_end),
        Value::List(items) => list(items.iter().map(|item| element(item)).collect(), line_end),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
        Value::Dates(days) => list(days.iter().map(|day| day.to_string()).collect(), line_end),
        Value::Foreign(raw) => raw.clone(),
    }
}

/// A text as an element of a list.
pub(super) fn element(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

fn list(items: Vec<String>, line_end: &str) -> String {
    let line = format!("[{}]", items.join(", "));
    if line.chars().count() <= LINE {
        return line;
    }
    let rows: String = items.iter().map(|item| format!("  {item},{line_end}")).collect();
    format!("[{line_end}{rows}]")
}

fn string(text: &str, before: Option<(Option<Encoding>, &str)>, line_end: &str) -> String {
    let (encoding, raw) = before.unwrap_or((None, ""));
    let builder = TomlStringBuilder::new(text);
    let literal = match encoding {
        Some(Encoding::LiteralString) => builder.as_literal(),
        _ => None,
    };
    if let Some(literal) = literal {
        return literal.to_toml_value();
    }
    let was_long = matches!(encoding, Some(Encoding::MlBasicString | Encoding::MlLiteralString));
    if !was_long && !text.contains('\n') {
        return builder.as_basic().to_toml_value();
    }
    // As the file does it: opened and closed on lines of their own, or not.
    let inner = raw.get(3..raw.len().saturating_sub(3)).unwrap_or_default();
    let opens = !was_long || inner.starts_with(['\n', '\r']);
    let closes = !was_long || inner.ends_with('\n');
    let body = if closes { format!("{text}\n") } else { text.to_owned() };
    long(&body, opens, encoding == Some(Encoding::MlLiteralString)).replace('\n', line_end)
}

/// A text between three quotes. A first line break behind them belongs to the quotes.
fn long(body: &str, opens: bool, literal: bool) -> String {
    let builder = TomlStringBuilder::new(body);
    let literal = builder.as_ml_literal().filter(|_| literal);
    let written = literal.unwrap_or_else(|| builder.as_ml_basic()).to_toml_value();
    let (quotes, rest) = written.split_at(3);
    let rest = rest.strip_prefix('\n').unwrap_or(rest);
    format!("{quotes}{}{rest}", if opens { "\n" } else { "" })
}
