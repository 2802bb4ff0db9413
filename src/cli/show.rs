//! `lotse show`: prints one entry whole.

mod html;
mod text;

use serde::Serialize;

use super::{
    CliError, Context, Exit, OpenIndex,
    args::{SheetFormat, ShowArgs},
    errors, output, to_line,
};
use crate::{
    base::Text,
    catalogue::{Kind, Record, entry_path},
    consultation::{Audience, Sheet},
    german::Analyser,
    search::{Request, SearchError},
};

/// Most ids that are suggested for an unknown one.
const SUGGESTED: usize = 3;

pub(super) fn run(args: &ShowArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let mut opened = OpenIndex::new(context)?;
    let record = opened.ask(|opened| match find(args.id.trim(), opened)? {
        Some(record) => Ok(record),
        None => Err(unknown(args.id.trim(), opened, context)?.into()),
    })?;
    opened.print_notices();
    let text = match args.format {
        SheetFormat::Json => json(&record, args.internal),
        SheetFormat::Plain => text::plain(&sheet(&record, &opened, args, context), texts),
        SheetFormat::Markdown => text::markdown(&sheet(&record, &opened, args, context), texts),
        SheetFormat::Html => html::text(&sheet(&record, &opened, args, context), texts),
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

fn sheet(record: &Record, opened: &OpenIndex<'_>, args: &ShowArgs, context: &Context) -> Sheet {
    let audience = if args.internal { Audience::Staff } else { Audience::Client };
    Sheet::of(record, opened.snapshot.register(), &context.texts, audience, context.today)
}

/// No such entry: perhaps its file is broken, perhaps another one was meant.
fn unknown(id: &str, opened: &OpenIndex<'_>, context: &Context) -> Result<CliError, SearchError> {
    let texts = &context.texts;
    let shown = Text::line(id).to_string();
    let file = entry_path(id);
    if opened.health().errors.iter().any(|fault| fault.location.file == file) {
        let message = texts.with("cli-show-broken", &[("id", shown.into())]);
        return Ok(CliError::new(Exit::Unreadable, message).hint(texts.get("cli-show-broken-hint")));
    }
    let error = errors::unknown_entry(id, texts);
    let near = near(id, opened, context)?;
    if near.is_empty() {
        return Ok(error.hint(texts.get("cli-show-unknown-hint")));
    }
    Ok(near.iter().fold(error, |error, id| error.hint(errors::did_you_mean(id, texts))))
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

/// The record in one line. Without `internal` it holds nothing that a client must not see.
fn json(record: &Record, internal: bool) -> String {
    let record = if internal { record.clone() } else { for_clients(record) };
    let kind = record.kind().code();
    match &record {
        Record::Measure(measure) => to_line(&RecordJson { kind, record: &**measure }),
        Record::TargetGroup(term) => to_line(&RecordJson { kind, record: term }),
        Record::Coordinator(coordinator) => to_line(&RecordJson { kind, record: coordinator }),
        Record::Provider(provider) => to_line(&RecordJson { kind, record: provider }),
    }
}

#[derive(Serialize)]
struct RecordJson<'a, T> {
    kind: &'static str,
    #[serde(flatten)]
    record: &'a T,
}

/// Without internal notes and without the data of staff, as on a sheet for clients.
fn for_clients(record: &Record) -> Record {
    let mut record = record.clone();
    match &mut record {
        Record::Measure(measure) => {
            measure.internal_note = None;
            measure.confirmed.by = None;
        }
        Record::Coordinator(coordinator) => {
            (coordinator.phone, coordinator.email, coordinator.substitute) = (None, None, None);
        }
        Record::TargetGroup(_) | Record::Provider(_) => {}
    }
    record
}
