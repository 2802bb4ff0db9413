//! The message of a commit: written for a change, and read back as one.

use super::record::{Act, HistoryRecord};
use crate::{
    catalogue::{Field, Id, Values},
    store::{Difference, differences},
};

/// Fields that the first line of a commit names.
const NAMED: usize = 4;
/// Characters of a value in a commit.
const LONGEST: usize = 200;

/// The words of a commit that say what sort of change it was.
const NEW: &str = "new";
const CONFIRMED: &str = "confirmed";
const RESTORED: &str = "restored";
const BECAME: &str = " -> ";

/// What sort of change a commit was, if Lotse made it. The entry may have had another id then.
pub(super) fn act_of(message: &str) -> Option<Act> {
    let first = message.lines().next().unwrap_or_default();
    if let Some((from, to)) = first.split_once(BECAME) {
        return Id::parse(from).filter(|_| Id::parse(to).is_some()).map(|from| Act::Rename { from });
    }
    let (id, what) = first.split_once(": ")?;
    Id::parse(id)?;
    match what {
        NEW => Some(Act::Create),
        CONFIRMED => Some(Act::Confirm),
        _ if what.starts_with(RESTORED) => Some(Act::Restore),
        _ => {
            let mut names = what.split(", ").filter(|name| *name != "...");
            names.all(|name| Field::named(name).is_some()).then_some(Act::Change)
        }
    }
}

/// What a commit says: the entry and the fields in the first line, the values below. In the words of the file, so that
/// it means the same to everybody.
pub(super) fn message(record: &HistoryRecord<'_>) -> String {
    let line = |difference: &Difference| format!("{}: {}", difference.field.name(), difference.to_line(LONGEST));
    let body: Vec<String> = different(record).iter().map(line).collect();
    format!("{}\n\n{}\n", first_line(record), body.join("\n"))
}

fn different(record: &HistoryRecord<'_>) -> Vec<Difference> {
    match record.before.map(Values::read) {
        Some(Ok(before)) => Values::read(record.after).map(|after| differences(&before, &after)).unwrap_or_default(),
        _ => Vec::new(),
    }
}

pub(super) fn first_line(record: &HistoryRecord<'_>) -> String {
    let (differences, id) = (different(record), record.id);
    let mut names: Vec<String> = differences.iter().take(NAMED).map(|difference| difference.field.name()).collect();
    if differences.len() > NAMED {
        names.push("...".to_owned());
    }
    match record.act {
        Act::Create => format!("{id}: {NEW}"),
        Act::Confirm => format!("{id}: {CONFIRMED}"),
        Act::Rename { from } => format!("{from}{BECAME}{id}"),
        Act::Restore => format!("{id}: {RESTORED} {}", names.join(", ")),
        Act::Change | Act::Found => format!("{id}: {}", names.join(", ")),
    }
}
