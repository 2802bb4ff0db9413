//! One entry that is exported: the values of its file, made harmless.

use jiff::civil::Date;

use crate::{
    base::Text,
    catalogue::{EditError, FIELDS, Field, Shape, Value, Values},
};

/// The values of one entry as they may be written anywhere: what could drive a terminal shows as a symbol or is gone.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportEntry(pub(super) Values);

impl ExportEntry {
    /// Reads the file of an entry. Values that a field must not hold stay as they stand in the file, so that nothing
    /// gets lost.
    ///
    /// # Errors
    /// When the text is no TOML.
    pub fn read(file: &str) -> Result<Self, EditError> {
        Values::read(file).map(|values| Self::of(&values))
    }

    pub(super) fn of(values: &Values) -> Self {
        let mut harmless = Values::default();
        for field in &FIELDS {
            harmless.set(field, values.get(field).and_then(|value| displayable(field, value)));
        }
        Self(harmless)
    }

    /// The value of a field, if there is one.
    pub fn get(&self, field: &Field) -> Option<&Value> {
        self.0.get(field)
    }

    /// The slug of the entry; empty where its file has none.
    pub fn id(&self) -> &str {
        self.text("id")
    }

    /// The text of the field of this name; empty where there is none.
    pub(in crate::exchange) fn text(&self, name: &str) -> &str {
        self.named(name).and_then(Value::as_text).unwrap_or_default()
    }

    pub(in crate::exchange) fn list(&self, name: &str) -> &[String] {
        match self.named(name) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }

    pub(in crate::exchange) fn number(&self, name: &str) -> Option<i64> {
        match self.named(name)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(in crate::exchange) fn days(&self, name: &str) -> &[Date] {
        match self.named(name) {
            Some(Value::Date(day)) => std::slice::from_ref(day),
            Some(Value::Dates(days)) => days,
            _ => &[],
        }
    }

    fn named(&self, name: &str) -> Option<&Value> {
        self.get(Field::named(name)?)
    }
}

fn displayable(field: &Field, value: &Value) -> Option<Value> {
    Some(match value {
        Value::Text(text) if matches!(field.shape, Shape::Paragraphs) => return Value::text(&Text::paragraphs(text)),
        Value::Text(text) => return Value::text(&Text::line(text)),
        Value::List(items) => {
            let lines = items.iter().map(|item| Text::line(item).to_string());
            let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
            return (!lines.is_empty()).then_some(Value::List(lines));
        }
        Value::Foreign(raw) => Value::Foreign(Text::paragraphs(raw).to_string()),
        Value::Number(_) | Value::Date(_) | Value::Dates(_) => value.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_cannot_drive_a_terminal() {
        let entry = ExportEntry::read(
            "title = \"a\\u001b[2J\\u202Eb\"\naliases = [\" \", \"x\\ny\"]\ncontent = \"x\\r\\n\\u0007y\"\n",
        );
        let entry = entry.unwrap();
        assert_eq!(entry.text("title"), "a␛[2Jb");
        assert_eq!(entry.list("aliases"), ["x y"]);
        assert_eq!(entry.text("content"), "x\n␇y");
    }

    #[test]
    fn what_a_field_must_not_hold_is_kept_as_it_stands() {
        let entry = ExportEntry::read("[capacity]\nfree = \"drei\"\n").unwrap();
        assert_eq!(entry.named("capacity.free"), Some(&Value::Foreign("\"drei\"".to_owned())));
    }
}
