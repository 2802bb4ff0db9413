//! `lotse set`: changes fields of an entry in one line.

mod assignment;

use super::{CliError, Context, EditContext, Exit, args::SetArgs, edit_context};
use crate::{
    catalogue::Values,
    store::{Act, with_day},
};

pub(super) use assignment::changes;

/// Reads the assignments, then saves them together.
pub(super) fn run(args: &SetArgs, context: &Context) -> Result<Exit, CliError> {
    let edit_context = EditContext::open_to_change(context, args.change.by.as_deref())?;
    let id = edit_context::id(&args.id, context)?;
    let base = edit_context.text_to_change(&id, args.change.force)?;
    let values = Values::read(&base).unwrap_or_default();
    let changes = changes(&args.values, &values, &edit_context.register, context)?;
    edit_context.save(&id, &base, with_day(changes, context.today), Act::Change)?;
    Ok(Exit::Done)
}
