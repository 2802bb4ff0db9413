//! `lotse confirm`: says that entries are still true.

use super::{CliError, Context, EditContext, Exit, args::ConfirmArgs, edit_context, output};
use crate::store::{Act, confirmation};

/// Confirms every entry that it can, and tells of those that it cannot.
pub(super) fn run(args: &ConfirmArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let edit_context = EditContext::open_to_change(context, args.change.by.as_deref())?;
    let Some(me) = edit_context.me.clone() else {
        let error = CliError::new(Exit::Usage, texts.get("cli-who-are-you").into_owned());
        return Err(error.hint(texts.get("cli-who-are-you-hint")));
    };
    let mut exit = Exit::Done;
    for typed in &args.ids {
        let confirmed = edit_context::id(typed, context).and_then(|id| {
            let base = edit_context.text_to_change(&id, args.change.force)?;
            edit_context.save(&id, &base, confirmation(&me, context.today), Act::Confirm)
        });
        if let Err(error) = confirmed {
            output::print_error(&error, texts);
            exit = exit.worse(error.exit);
        }
    }
    Ok(exit)
}
