//! What is different between two states of an entry, field by field.

use crate::{
    base::shortened,
    catalogue::{Change, Field, Register, Value, Values},
    locale::{Texts, fields::localize_value},
};

/// Longest value in a line about differences, in characters.
const LONGEST: usize = 120;

/// A field that is different in two states of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The field in which the two states differ.
    pub field: &'static Field,
    /// Its value in the earlier state; `None` where it has none.
    pub before: Option<Value>,
    /// Its value in the later state.
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

    /// "Freie Plätze: 3 → 2", in one line. Of long texts the part that differs.
    pub fn localize(&self, register: &Register, texts: &Texts) -> String {
        let (before, after) = (&self.before, &self.after);
        let [before, after] = [before, after].map(|side| one_line(self.field, side.as_ref(), register, texts));
        let same = beginning(&before, &after);
        format!("{}: {} → {}", self.field.localize(texts), part(&before, same), part(&after, same))
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

pub(super) fn one_line(field: &Field, value: Option<&Value>, register: &Register, texts: &Texts) -> String {
    localize_value(field, value, register, texts).replace('\n', " ")
}

/// Bytes at the beginning of two texts that need not be shown, because both have them and one of them is long.
pub(super) fn beginning(one: &str, other: &str) -> usize {
    if one.len().max(other.len()) > LONGEST { common_words(one, other) } else { 0 }
}

/// A text from there on, as far as it fits into a line.
pub(super) fn part(text: &str, from: usize) -> String {
    let rest = text.get(from..).unwrap_or(text);
    format!("{}{}", if from > 0 { "… " } else { "" }, shortened(rest, LONGEST))
}

/// Bytes that two texts have in common at their beginning, up to the last whole word but two.
fn common_words(one: &str, other: &str) -> usize {
    const CONTEXT: usize = 3;
    let same = one.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
    let end = same.last().map_or(0, |((at, c), _)| at + c.len_utf8());
    one[..end].match_indices(' ').map(|(at, _)| at + 1).rev().nth(CONTEXT).unwrap_or(0)
}
