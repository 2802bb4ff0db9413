//! What is different between two states of an entry, field by field.

use crate::catalogue::{Change, Field, Value, Values};

/// A field that is different in two states of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The field.
    pub field: &'static Field,
    /// What stood there.
    pub before: Option<Value>,
    /// What stands there.
    pub after: Option<Value>,
}

impl Difference {
    /// "before -> after" in one line, each with at most so many characters.
    pub fn to_line(&self, longest: usize) -> String {
        let shown = |value: &Option<Value>| {
            let line = value.as_ref().map(Value::to_line).unwrap_or_default().replace('\n', " ");
            let cut: String = line.chars().take(longest).collect();
            if cut.len() < line.len() { format!("{cut}...") } else { cut }
        };
        format!("{} -> {}", shown(&self.before), shown(&self.after))
    }
}

/// What is different in `after`, in the order of the fields.
pub fn differences(before: &Values, after: &Values) -> Vec<Difference> {
    let difference = |change: Change| Difference {
        field: change.field,
        before: before.get(change.field).cloned(),
        after: change.value,
    };
    before.changes_to(after).into_iter().map(difference).collect()
}
