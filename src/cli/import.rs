//! `lotse import`: brings a table into the catalogue: what would become of it, row by row, and then all of it or nothing.

mod counts;
mod json;
mod prepare;
mod text;
mod words;

use std::{io, path::Path};

use jiff::Timestamp;

use self::{
    prepare::{Prepared, memory_name},
    words::ValueLabels,
};
use super::{
    CliError, Context, EditContext, Exit,
    args::{ImportArgs, PlanFormat, Side},
    edit_context, output,
    progress::{IMPORT, Progress},
    shown,
};
use crate::{
    catalogue::Id,
    exchange::import::{Existing, Matcher, Memory, Outcome, Plan, PlanInput, PlannedEntry, Prefer, plan},
    locale::{Localize as _, Texts},
    store::{BatchError, BatchItem, Batched, SideFile, is_unfinished, propose_id, read_memory},
};

/// Reads the table, reports what would become of the catalogue, and does it unless that is all one wants.
pub(super) fn run(args: &ImportArgs, context: &Context) -> Result<Exit, CliError> {
    let writes = !args.dry_run && !args.propose;
    let open = if writes { EditContext::open_to_change } else { EditContext::open };
    let edit_context = open(context, args.by.as_deref())?;
    let matcher = Matcher::new(&edit_context.register);
    if args.propose {
        return prepare::propose(args, &matcher, context);
    }
    let prepared = prepare::prepare(args, &matcher, context)?;
    let memory_name = memory_name(args.mapping.as_deref());
    let (stored, memory) = remembered(&edit_context, memory_name.as_ref(), context)?;
    let existing = existing(&edit_context);
    let input = PlanInput {
        mapping: &prepared.mapping,
        existing: &existing,
        memory: &memory,
        prefer: match args.prefer {
            None => Prefer::Ask,
            Some(Side::Table) => Prefer::Table,
            Some(Side::Catalogue) => Prefer::Catalogue,
        },
        register: &edit_context.register,
        today: context.today,
        propose_id: &|words, taken| propose_id(words, taken),
    };
    let plan = plan(prepared.entries.clone(), &input);
    let text = plan.memory.to_text();
    let is_news = stored.as_deref() != Some(text.as_str());
    let side_file = memory_name.filter(|_| is_news).map(|name| SideFile { name, text });
    finish(args, &edit_context, &prepared, &plan, side_file.as_ref(), context)
}

/// The values of earlier imports by this mapping: the text of the file, and what it means. One that cannot be read is
/// never taken for none: what was changed by hand since would be overwritten.
fn remembered(
    edit_context: &EditContext<'_>,
    name: Option<&Id>,
    context: &Context,
) -> Result<(Option<String>, Memory), CliError> {
    let Some((folder, name)) = edit_context.source.path().zip(name) else { return Ok((None, Memory::default())) };
    let stored = read_memory(folder, name);
    let read = stored.and_then(|stored| {
        let memory = stored.as_deref().map_or(Ok(Memory::default()), Memory::parse);
        Ok((stored, memory.map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?))
    });
    read.map_err(|error| {
        let (texts, path) = (&context.texts, format!(".lotse/import/{name}.json"));
        let args = [("path", path.into()), ("reason", error.localize(texts).into())];
        CliError::new(Exit::Unreadable, texts.with("import-memory-unreadable", &args))
            .hint(texts.get("import-memory-unreadable-hint"))
    })
}

fn finish(
    args: &ImportArgs,
    edit_context: &EditContext<'_>,
    prepared: &Prepared,
    plan: &Plan,
    side_file: Option<&SideFile>,
    context: &Context,
) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let refused = plan.items.iter().any(|item| item.outcome == Outcome::Refused);
    let undecided = plan.items.iter().any(|item| !item.conflicts.is_empty());
    let answer = if refused || undecided { Exit::No } else { Exit::Done };
    let names = ValueLabels { register: &edit_context.register, texts, entries: prepared.format.is_none() };
    let may_write = !args.dry_run && (!refused || args.partial);
    let (mut written, mut failed) = (None, None);
    if may_write {
        let title = format!("import: {}", prepared.name);
        match write(edit_context, plan, side_file, &title, texts) {
            Ok(batched) => written = Some(batched),
            Err(error) => failed = Some(error),
        }
    }
    let report = match args.format {
        PlanFormat::Text => text::report(plan, prepared, &names, args, written.is_some()),
        PlanFormat::Json => json::report(plan, prepared, &names, args, written.is_some()),
    };
    output::print(&report, texts)?;
    if let Some(error) = failed {
        return Err(not_written(&error, texts));
    }
    if let Some(batched) = &written {
        print_overtaken(batched, texts);
        edit_context.print_uncertainties(batched.uncertain.as_ref(), batched.unrecorded.as_ref());
    }
    Ok(answer)
}

fn write(
    edit_context: &EditContext<'_>,
    plan: &Plan,
    side_file: Option<&SideFile>,
    title: &str,
    texts: &Texts,
) -> Result<Batched, BatchError> {
    let batch_item = |item: &PlannedEntry| {
        let (before, after) = match &item.outcome {
            Outcome::New { text } => (None, text.clone()),
            Outcome::Changed { base, text, .. } => (Some(base.clone()), text.clone()),
            Outcome::Unchanged | Outcome::Refused => return None,
        };
        Some(BatchItem { id: item.id.clone()?, before, after })
    };
    let items: Vec<BatchItem> = plan.items.iter().filter_map(batch_item).collect();
    if items.is_empty() && side_file.is_none() {
        return Ok(Batched::default());
    }
    let mut progress = Progress::new(IMPORT, true, texts);
    let mut show = |done, total| progress.show(done, total);
    let saved = edit_context.store.save_all(&items, side_file, title, edit_context.rules(), &mut show);
    progress.finish();
    saved
}

fn existing(edit_context: &EditContext<'_>) -> Vec<Existing> {
    let ids = edit_context::ids(&edit_context.source);
    let ids = ids.iter().filter_map(|id| Id::parse(id));
    ids.map(|id| Existing { text: edit_context.store.open(&id).ok(), id }).collect()
}

fn print_overtaken(batched: &Batched, texts: &Texts) {
    if !batched.overtaken.is_empty() {
        let ids: Vec<&str> = batched.overtaken.iter().map(Id::as_str).collect();
        output::note(&texts.with("import-overtaken", &[("ids", ids.join(", ").into())]));
    }
}

fn not_written(error: &BatchError, texts: &Texts) -> CliError {
    let at = |key: &str, path: &Path, cause: &std::io::Error| {
        let args = [("path", shown(path).into()), ("reason", cause.localize(texts).into())];
        CliError::new(Exit::Unreadable, texts.with(key, &args))
    };
    match error {
        BatchError::Busy(_) => {
            CliError::new(Exit::Unreadable, error.localize(texts)).hint(texts.get("import-busy-hint"))
        }
        BatchError::Overtaken(_) => {
            CliError::new(Exit::No, error.localize(texts)).hint(texts.get("import-changed-meanwhile-hint"))
        }
        BatchError::Entry { id, error } => {
            let (message, hint) = (error.localize(texts), error.hint(texts));
            CliError::new(Exit::Unreadable, format!("{id}: {message}"))
                .hint(hint)
                .hint(texts.get("import-nothing-happened"))
        }
        BatchError::Log(_) => CliError::new(Exit::Unreadable, error.localize(texts)),
        BatchError::Io { path, cause } => at("import-io", path, cause).hint(texts.get("import-nothing-happened")),
        BatchError::Unfinished { path, cause } => {
            at("import-unfinished", path, cause).hint(texts.get("import-unfinished-hint"))
        }
    }
}

/// That an interrupted import waits in the catalogue in force, if one does: for whoever only reads.
pub(super) fn left_over(context: &Context) -> Option<String> {
    let (source, _) = context.source().ok()?;
    let waits = is_unfinished(source.path()?, Timestamp::now());
    waits.then(|| context.texts.get("import-left-over").into_owned())
}
