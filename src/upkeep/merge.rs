//! Bringing two people's changes of one entry together, field by field.

use crate::catalogue::{Change, EditError, Field, Value, Values, changed};

/// What becomes of one's own changes when somebody else has changed the file meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub enum Merged {
    /// Both changes together.
    Clean {
        /// The text of the file.
        text: String,
        /// What somebody else has changed.
        theirs: Vec<&'static Field>,
    },
    /// The same fields were changed to different values. Somebody has to choose.
    Clashes(Vec<Clash>),
}

/// A field that two people have changed to different values.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The field.
    pub field: &'static Field,
    /// What stood there when one's own change began.
    pub base: Option<Value>,
    /// One's own value.
    pub mine: Option<Value>,
    /// What stands there now.
    pub theirs: Option<Value>,
}

/// Applies `changes`, made on the text `base`, to the text `now`. What else differs between the two stays as it is in
/// `now`, comments and spacing included.
///
/// # Errors
/// When one of the texts is no TOML or a change does not fit into it.
pub fn merge(base: &str, changes: &[Change], now: &str) -> Result<Merged, EditError> {
    if base == now {
        return Ok(Merged::Clean { text: changed(now, changes)?, theirs: Vec::new() });
    }
    let (base, theirs) = (Values::read(base)?, Values::read(now)?);
    let clash = |change: &Change| Clash {
        field: change.field,
        base: base.get(change.field).cloned(),
        mine: change.value.clone(),
        theirs: theirs.get(change.field).cloned(),
    };
    let clashes: Vec<Clash> = changes.iter().map(clash).filter(Clash::is_one).collect();
    if !clashes.is_empty() {
        return Ok(Merged::Clashes(clashes));
    }
    let text = changed(now, changes)?;
    let theirs = base.changes_to(&theirs).into_iter().map(|change| change.field).collect();
    Ok(Merged::Clean { text, theirs })
}

impl Clash {
    fn is_one(&self) -> bool {
        self.theirs != self.base && self.theirs != self.mine
    }
}

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
