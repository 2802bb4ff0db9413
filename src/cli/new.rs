//! `lotse new`: a new entry, from nothing or as a copy. Without any value it opens the form on the screen.

use super::{
    Exit,
    args::NewArgs,
    bureau::{self, EditContext},
    context::Context,
    errors::CliError,
    output, screen,
    set::changes,
};
use crate::{
    catalogue::{Field, Id, Value, Values},
    tui::StartView,
    upkeep::{blank, copy, propose_id, with_day, written},
};

/// Makes an entry from the given values and prints its id.
///
/// # Errors
/// When the entry would have errors, its id is taken, or it cannot be saved.
pub(super) fn run(args: &NewArgs, mut context: Context) -> Result<Exit, CliError> {
    if args.values.is_empty() {
        if let Some(by) = &args.by {
            EditContext::open(&context, Some(by))?;
            context.settings.coordinator = Some(by.clone());
        }
        let from = args.from.as_deref().map(|id| bureau::id(id, &context)).transpose()?;
        return screen::open_at(context, StartView::New { from });
    }
    let bureau = EditContext::open_to_change(&context, args.by.as_deref())?;
    let mut values = begun(args, &bureau, &context)?;
    let changes = changes(&args.values, &values, &bureau.register, &context)?;
    for change in with_day(changes, context.today) {
        values.set(change.field, change.value);
    }
    let id = id(&mut values, &bureau, &context)?;
    let text = written(&values).map_err(|error| bureau.failed(&error.into()))?;
    let saved = bureau.office.create(&id, &text, bureau.rules()).map_err(|error| bureau.failed(&error))?;
    bureau.note_doubts(&saved);
    output::print(&id, &context.texts)?;
    Ok(Exit::Done)
}

fn begun(args: &NewArgs, bureau: &EditContext<'_>, context: &Context) -> Result<Values, CliError> {
    let me = bureau.me.as_ref();
    let Some(from) = &args.from else { return Ok(blank(me, context.today)) };
    let text = bureau.text(&bureau::id(from, context)?)?;
    let values = Values::read(&text).map_err(|error| bureau.failed(&error.into()))?;
    let title = bureau::text_of(&values, "title").unwrap_or_default();
    let title = context.texts.with("upkeep-copy-of", &[("title", title.into())]);
    Ok(copy(&values, &title, me, context.today))
}

/// The id that was given, else one made from the title.
fn id(values: &mut Values, bureau: &EditContext<'_>, context: &Context) -> Result<Id, CliError> {
    let texts = &context.texts;
    if let Some(id) = bureau::text_of(values, "id").and_then(|id| Id::parse(&id)) {
        return Ok(id);
    }
    let title = bureau::text_of(values, "title").unwrap_or_default();
    let taken = bureau::ids(&bureau.source);
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
