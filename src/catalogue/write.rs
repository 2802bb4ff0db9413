//! Changing the text of an entry's file: only the bytes of the changed values change.
//!
//! A change is a splice of the text, placed by a map of it ([`layout`]), never a tree that is written out again. So
//! comments, order, line ends, byte order mark and spacing stay because nobody touches them. What a change would do
//! to anything else is looked at before it counts.

mod layout;
mod list;
mod locate;
mod place;
mod render;
mod repair;

pub use locate::field_of;
pub use repair::{is_no_worse, repaired};

use toml::de::DeTable;

use self::layout::{Node, TextLayout, spliced};
use super::{
    FIELDS, Field,
    value::{Value, value_of},
};

/// Most elements that differ in a list while it keeps its other elements in place; beyond it the list is written anew.
const MOST_STEPS: usize = 200;

/// A field and the value that it is to have; `None` takes it out of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The field.
    pub field: &'static Field,
    /// Its value.
    pub value: Option<Value>,
}

/// Why a text cannot be changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The text is no TOML: nobody can tell where its values stand.
    #[error("not TOML: {0}")]
    Syntax(String),
    /// The change would not come out as it was meant, or would reach something else.
    #[error("the value of {0} cannot be changed here")]
    Unsafe(String),
}

/// The values of all fields of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Values(Vec<Option<Value>>);

impl Default for Values {
    fn default() -> Self {
        Self(vec![None; FIELDS.len()])
    }
}

impl Values {
    /// Reads the values of a file, whatever they are worth. A byte order mark does not matter.
    ///
    /// # Errors
    /// When the text is no TOML.
    pub fn read(text: &str) -> Result<Self, EditError> {
        let body = text.strip_prefix(BOM).unwrap_or(text);
        let root = DeTable::parse(body).map_err(|error| EditError::Syntax(error.message().to_owned()))?;
        Ok(Self(FIELDS.iter().map(|field| value_of(field, root.get_ref(), body)).collect()))
    }

    /// The value of a field.
    pub fn get(&self, field: &Field) -> Option<&Value> {
        self.0.get(field.position())?.as_ref()
    }

    /// Sets the value of a field.
    pub fn set(&mut self, field: &Field, value: Option<Value>) {
        if let Some(place) = self.0.get_mut(field.position()) {
            *place = value;
        }
    }

    /// What has to be changed here to get there.
    pub fn changes_to(&self, other: &Self) -> Vec<Change> {
        let differs = |field: &&'static Field| self.get(field) != other.get(field);
        FIELDS.iter().filter(differs).map(|field| Change { field, value: other.get(field).cloned() }).collect()
    }
}

const BOM: char = '\u{FEFF}';

/// The text of a file with some of its fields changed. Everything else stays as it is, byte for byte.
///
/// ```
/// use lotse::catalogue::{Change, Field, Value, changed};
/// let before = "title = \"Kurs\"   # so heißt er\r\n";
/// let title = Change { field: Field::named("title").unwrap(), value: Value::text("Sprachkurs") };
/// assert_eq!(changed(before, &[title]).unwrap(), "title = \"Sprachkurs\"   # so heißt er\r\n");
/// ```
///
/// # Errors
/// When the text is no TOML, or a change does not fit into it (a section that is no table, for example).
pub fn changed(text: &str, changes: &[Change]) -> Result<String, EditError> {
    let bom = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
    let before = Values::read(text)?;
    let mut body = text[bom..].to_owned();
    let line_end = if body.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r')) { "\r\n" } else { "\n" };
    for change in changes {
        body = apply(&body, change, line_end).ok_or_else(|| EditError::Unsafe(change.field.name()))?;
    }
    verify(&before, changes, &body)?;
    Ok(format!("{}{body}", &text[..bom]))
}

/// Makes sure that every change came out, and nothing else.
fn verify(before: &Values, changes: &[Change], after: &str) -> Result<(), EditError> {
    let unsafe_for =
        |change: Option<&Change>| EditError::Unsafe(change.map(|change| change.field.name()).unwrap_or_default());
    let after = Values::read(after).map_err(|_| unsafe_for(changes.first()))?;
    let mut wanted = before.clone();
    for change in changes {
        wanted.set(change.field, change.value.clone());
    }
    match wanted.changes_to(&after).first() {
        Some(change) => Err(unsafe_for(Some(change))),
        None => Ok(()),
    }
}

fn apply(text: &str, change: &Change, line_end: &str) -> Option<String> {
    let layout = TextLayout::of(text);
    let held = Values::read(text).ok()?.get(change.field).cloned();
    if held == change.value {
        return Some(text.to_owned());
    }
    let path = change.field.path();
    match (layout.slot(&path), &change.value) {
        (Some(slot), Some(value)) => {
            match (&slot.node, held.as_ref().map_or(Some(Vec::new()), elements), elements(value)) {
                (Node::Array(_), Some(old), Some(new)) if list::different(&old, &new) <= MOST_STEPS => {
                    list::changed(text, &path, &old, &new, line_end)
                }
                (node, ..) => {
                    let before = match node {
                        Node::Scalar(encoding) => Some((*encoding, text.get(slot.value.clone())?)),
                        _ => None,
                    };
                    Some(spliced(text, &[(slot.value.clone(), render::value(value, before, line_end))]))
                }
            }
        }
        (Some(slot), None) => Some(place::without(text, &layout, slot, line_end)),
        (None, Some(value)) => {
            place::with(text, &layout, change.field, &render::value(value, None, line_end), line_end)
        }
        (None, None) => Some(text.to_owned()),
    }
}

/// The elements of a list as TOML; `None` for what is no list.
fn elements(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::List(items) => Some(items.iter().map(|item| render::element(item)).collect()),
        Value::Dates(days) => Some(days.iter().map(ToString::to_string).collect()),
        _ => None,
    }
}
