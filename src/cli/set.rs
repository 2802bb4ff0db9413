//! `lotse set`: changes fields of an entry in one line.

mod assignment;

use super::{CliError, Context, EditContext, Exit, args::SetArgs, edit_context};
use crate::{
    catalogue::{Change, Id, Value, Values},
    store::{Act, SaveError, with_day},
};

pub(super) use assignment::changes;

/// Reads the assignments, then saves them together.
pub(super) fn run(args: &SetArgs, context: &Context) -> Result<Exit, CliError> {
    let edit_context = EditContext::open_to_change(context, args.change.by.as_deref())?;
    let id = edit_context::id(&args.id, context)?;
    let base = edit_context.text_to_change(&id, args.change.force)?;
    let values = Values::read(&base).unwrap_or_default();
    let changes = changes(&args.values, &values, &edit_context.register, context)?;
    let (renamed, changes) = split_id(&id, with_day(changes, context.today));
    let mut id = id;
    if let Some(new) = renamed.as_ref().filter(|_| !changes.is_empty())
        && !matches!(edit_context.store.open(new), Err(SaveError::Gone))
    {
        // Before half of it is done.
        return Err(edit_context.failed(&SaveError::Exists));
    }
    if !changes.is_empty() || renamed.is_none() {
        edit_context.save(&id, &base, changes, Act::Change)?;
    }
    if let Some(new) = renamed {
        let before = edit_context.text(&id)?;
        let saved =
            edit_context.store.rename(&id, &new, edit_context.rules()).map_err(|error| edit_context.failed(&error))?;
        id = new;
        edit_context.print_saved(&id, &before, &saved)?;
    }
    Ok(Exit::Done)
}

/// Another id is another file, and a change of its own.
fn split_id(id: &Id, changes: Vec<Change>) -> (Option<Id>, Vec<Change>) {
    let (ids, changes): (Vec<Change>, Vec<Change>) =
        changes.into_iter().partition(|change| change.field.name() == "id" && change.value.is_some());
    let new = ids.iter().filter_map(|change| Id::parse(change.value.as_ref().and_then(Value::as_text)?)).next_back();
    (new.filter(|new| new != id), changes)
}
