//! `lotse show`: prints one entry whole.

mod html;
mod json;
mod markdown;
mod plain;

use super::{
    Exit,
    args::{SheetFormat, ShowArgs},
    context::Context,
    errors::{self, CliError},
    open_index::OpenIndex,
    output,
};
use crate::{
    base::Text,
    catalogue::{Kind, Record},
    consultation::{Audience, Sheet},
    german::Analyser,
    locale::Texts,
    search::{Request, SearchError},
};

/// Most ids that are suggested for an unknown one.
const SUGGESTED: usize = 3;

/// Finds the entry and prints it.
///
/// # Errors
/// When there is no such entry, or the catalogue cannot be read.
pub(super) fn run(args: &ShowArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let mut opened = OpenIndex::new(context)?;
    let record = opened.ask(|opened| match find(args.id.trim(), opened)? {
        Some(record) => Ok(record),
        None => Err(unknown(args.id.trim(), opened, context)?.into()),
    })?;
    opened.print_notices();
    let text = match args.format {
        SheetFormat::Json => json::text(&record, args.internal),
        SheetFormat::Plain => plain::text(&sheet(&record, &opened, args, texts), texts),
        SheetFormat::Markdown => markdown::text(&sheet(&record, &opened, args, texts), texts),
        SheetFormat::Html => html::text(&sheet(&record, &opened, args, texts), texts),
    };
    output::print(&text, texts)?;
    Ok(Exit::Done)
}

/// An offer of this id, else a target group, a coordinator, a provider.
fn find(id: &str, opened: &OpenIndex<'_>) -> Result<Option<Record>, SearchError> {
    for kind in Kind::ALL {
        if let Some(record) = opened.snapshot.record(kind, id)? {
            return Ok(Some(record));
        }
    }
    Ok(None)
}

fn sheet(record: &Record, opened: &OpenIndex<'_>, args: &ShowArgs, texts: &Texts) -> Sheet {
    let audience = if args.internal { Audience::Staff } else { Audience::Client };
    Sheet::of(record, opened.snapshot.register(), texts, audience)
}

/// No such entry: perhaps its file is broken, perhaps another one was meant.
fn unknown(id: &str, opened: &OpenIndex<'_>, context: &Context) -> Result<CliError, SearchError> {
    let texts = &context.texts;
    let shown = Text::line(id).to_string();
    let file = format!("measures/{id}.toml");
    if opened.health().errors.iter().any(|fault| *fault.location.file == *file) {
        let message = texts.with("cli-show-broken", &[("id", shown.into())]);
        return Ok(CliError::new(Exit::Unreadable, message).hint(texts.get("cli-show-broken-hint")));
    }
    let error = CliError::new(Exit::No, texts.with("cli-show-unknown", &[("id", shown.as_str().into())]));
    let near = near(id, opened, context)?;
    if near.is_empty() {
        return Ok(error.hint(texts.get("cli-show-unknown-hint")));
    }
    Ok(near.iter().fold(error, |error, id| error.hint(errors::meant(id, texts))))
}

/// Ids of what a search for the words of the id finds, if it finds all of them.
fn near(id: &str, opened: &OpenIndex<'_>, context: &Context) -> Result<Vec<String>, SearchError> {
    let line = id.replace(['-', '_', ':', '"'], " ");
    if line.trim().is_empty() {
        return Ok(Vec::new());
    }
    let request = Request { limit: SUGGESTED, complete: true, ..Request::new(&line, context.today) };
    let answer = opened.snapshot.answer(&request, &mut Analyser::new())?;
    let hits = answer.hits.iter().filter(|_| answer.partial.is_none());
    Ok(hits.map(|hit| hit.row.id.to_string()).collect())
}
