//! Bringing two people's changes of one entry together, field by field.

mod list;

use super::super::difference::{beginning, one_line, part};
use crate::{
    catalogue::{Change, EditError, Field, Register, Value, Values, changed},
    locale::{Arg, Texts},
};

/// What becomes of one's own changes when somebody else has changed the file meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub enum Merged {
    /// Both changes together.
    Clean {
        /// The text that the file is to have.
        text: String,
        /// The fields that somebody else has changed since the base.
        theirs: Vec<&'static Field>,
    },
    /// The same fields were changed in ways that cannot both hold. Somebody has to choose.
    Clashes(Vec<Clash>),
}

/// A field that two people have changed to values of which only one can stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The field that both have changed.
    pub field: &'static Field,
    /// What stood there when one's own change began.
    pub base: Option<Value>,
    /// One's own value.
    pub mine: Option<Value>,
    /// Its value in the file now.
    pub theirs: Option<Value>,
}

impl Clash {
    /// "Freie Plätze: vorher 3, jetzt 0, Ihr Wert 2", in one line.
    pub fn localize(&self, register: &Register, texts: &Texts) -> String {
        let sides = [&self.base, &self.theirs, &self.mine];
        let [base, theirs, mine] = sides.map(|side| part(&one_line(self.field, side.as_ref(), register, texts), 0));
        let args: [(&str, Arg<'_>); 4] = [
            ("field", self.field.localize(texts).into()),
            ("base", base.into()),
            ("theirs", theirs.into()),
            ("mine", mine.into()),
        ];
        texts.with("upkeep-clash", &args)
    }

    /// One's own value, what stands in the file and what stood there, each in one line. Of long texts the part in which
    /// the first two differ: whoever chooses has to see it.
    pub fn localize_sides(&self, register: &Register, texts: &Texts) -> [String; 3] {
        let sides = [&self.mine, &self.theirs, &self.base];
        let [mine, theirs, base] = sides.map(|side| one_line(self.field, side.as_ref(), register, texts));
        let same = beginning(&mine, &theirs);
        let of_base = if base.starts_with(mine.get(..same).unwrap_or_default()) { same } else { 0 };
        [part(&mine, same), part(&theirs, same), part(&base, of_base)]
    }
}

/// Applies `changes`, made on the text `base`, to the text `now`. What else differs between the two stays as it is in
/// `now`, comments and spacing included. A list that both have changed is brought together as [`merge_value`] says.
///
/// # Errors
/// When one of the texts is no TOML or a change does not fit into it.
pub fn merge(base: &str, changes: &[Change], now: &str) -> Result<Merged, EditError> {
    if base == now {
        return Ok(Merged::Clean { text: changed(now, changes)?, theirs: Vec::new() });
    }
    let (base, theirs) = (Values::read(base)?, Values::read(now)?);
    let (mut together, mut clashes) = (Vec::new(), Vec::new());
    for change in changes {
        let (base, theirs) = (base.get(change.field), theirs.get(change.field));
        match merge_value(base, change.value.as_ref(), theirs) {
            Some(value) => together.push(Change { field: change.field, value }),
            None => clashes.push(Clash {
                field: change.field,
                base: base.cloned(),
                mine: change.value.clone(),
                theirs: theirs.cloned(),
            }),
        }
    }
    if !clashes.is_empty() {
        return Ok(Merged::Clashes(clashes));
    }
    let text = changed(now, &together)?;
    let theirs = base.changes_to(&theirs).into_iter().map(|change| change.field).collect();
    Ok(Merged::Clean { text, theirs })
}

/// What becomes of a field that had the value `base`, was changed to `mine` and, by somebody else, to `theirs`. `None`
/// when only one of the two can stand.
///
/// Lists are brought together value by value: what either side has added is in it, what either has removed is not. Both
/// sides have to choose where each has put something else in the place of the same value, where they have put the values
/// into different orders, and where a value stands in a list twice.
pub fn merge_value(base: Option<&Value>, mine: Option<&Value>, theirs: Option<&Value>) -> Option<Option<Value>> {
    if theirs == base || theirs == mine {
        return Some(mine.cloned());
    }
    list::merged(base, mine, theirs)
}
