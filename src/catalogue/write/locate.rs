//! To which field a fault belongs.

use super::{BOM, layout::TextLayout};
use crate::catalogue::{Code, Diagnostic, FIELDS, Field};

/// The field that a fault of an entry is about: the missing one, or the one that stands where the fault is. `text` is
/// the text that was checked. `None` for a fault of the file as a whole.
pub fn field_of(fault: &Diagnostic<Code>, text: &str) -> Option<&'static Field> {
    match fault.code {
        Code::CoordinatorMissing => return Field::named("coordinator"),
        Code::MissingKey => {
            let key = fault.details.iter().find(|(name, _)| &**name == "key");
            return key.and_then(|(_, key)| Field::named(key));
        }
        _ => {}
    }
    let body = text.strip_prefix(BOM).unwrap_or(text);
    let at = offset(body, fault.location.line, fault.location.column)?;
    let layout = TextLayout::of(body);
    let inside = layout.slots.iter().filter(|slot| slot.key.start <= at && at <= slot.value.end);
    let mut fields = inside.filter_map(|slot| FIELDS.iter().find(|field| field.path() == slot.path));
    fields.next()
}

/// The byte of a line and a column, both counted from 1, columns in characters.
fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let within = text.get(start..)?.char_indices().nth(column.checked_sub(1)?);
    Some(within.map_or(text.len(), |(byte, _)| start + byte))
}
