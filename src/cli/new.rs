//! `lotse new`: a new entry, from nothing or as a copy. Without any value it opens the form on the screen.

use super::{CliError, Context, EditContext, Exit, args::NewArgs, edit_context, output, screen, set::changes};
use crate::{
    catalogue::{Field, Id, Value, Values},
    store::{blank, copy, propose_id, with_day, written},
    tui::StartView,
};

/// Makes an entry from the given values and prints its id.
pub(super) fn run(args: &NewArgs, mut context: Context) -> Result<Exit, CliError> {
    if args.values.is_empty() {
        if let Some(by) = &args.by {
            EditContext::open(&context, Some(by))?;
            context.settings.coordinator = Some(by.clone());
        }
        let from = args.from.as_deref().map(|id| edit_context::id(id, &context)).transpose()?;
        return screen::open_at(context, StartView::New { from });
    }
    let edit_context = EditContext::open_to_change(&context, args.by.as_deref())?;
    let mut values = begun(args, &edit_context, &context)?;
    let changes = changes(&args.values, &values, &edit_context.register, &context)?;
    for change in with_day(changes, context.today) {
        values.set(change.field, change.value);
    }
    let id = id(&mut values, &edit_context, &context)?;
    let text = written(&values).map_err(|error| edit_context.failed(&error.into()))?;
    let saved =
        edit_context.store.create(&id, &text, edit_context.rules()).map_err(|error| edit_context.failed(&error))?;
    edit_context.print_uncertainties(saved.uncertain.as_ref(), saved.unrecorded.as_ref());
    output::print(&id, &context.texts)?;
    Ok(Exit::Done)
}

fn begun(args: &NewArgs, edit_context: &EditContext<'_>, context: &Context) -> Result<Values, CliError> {
    let me = edit_context.me.as_ref();
    let Some(from) = &args.from else { return Ok(blank(me, context.today)) };
    let text = edit_context.text(&edit_context::id(from, context)?)?;
    let values = Values::read(&text).map_err(|error| edit_context.failed(&error.into()))?;
    let title = edit_context::text_of(&values, "title").unwrap_or_default();
    let title = context.texts.with("upkeep-copy-of", &[("title", title.into())]);
    Ok(copy(&values, &title, me, context.today))
}

/// The id that was given, else one made from the title.
fn id(values: &mut Values, edit_context: &EditContext<'_>, context: &Context) -> Result<Id, CliError> {
    let texts = &context.texts;
    if let Some(id) = edit_context::text_of(values, "id").and_then(|id| Id::parse(&id)) {
        return Ok(id);
    }
    let title = edit_context::text_of(values, "title").unwrap_or_default();
    let taken = edit_context::ids(&edit_context.source);
    let proposed = propose_id(&title, |id| taken.iter().any(|known| known == id.as_str()));
    let Some(id) = proposed else {
        return Err(
            CliError::new(Exit::Usage, texts.get("cli-no-title").into_owned()).hint(texts.get("cli-no-title-hint"))
        );
    };
    if let Some(field) = Field::named("id") {
        values.set(field, Value::text(&id));
    }
    Ok(id)
}
