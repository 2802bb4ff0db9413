//! `lotse history`: who changed what and when; shows an earlier state or brings it back.

use serde::Serialize;

use super::{
    CliError, Context, EditContext, Exit,
    args::{HistoryArgs, HistoryFormat},
    edit_context, json, output,
};
use crate::{
    base::harmless,
    catalogue::{Id, Value, Values},
    store::{Act, GitError, HistoryFault, Revision, Revisions},
};

/// States that are looked through for one that is named.
const ALL: usize = 10_000;

pub(super) fn run(args: &HistoryArgs, context: &Context) -> Result<Exit, CliError> {
    let mut edit_context = EditContext::open(context, args.change.by.as_deref())?;
    let id = edit_context::id(&args.id, context)?;
    if let Some(key) = &args.restore {
        edit_context.prepare_to_write();
        return restore(&id, key, args.change.force, &edit_context, context);
    }
    let now = edit_context.text(&id).ok();
    if let Some(key) = &args.show {
        let text = state(&id, key, now.as_deref(), &edit_context, context)?;
        output::print(&harmless(&text), &context.texts)?;
        return Ok(Exit::Done);
    }
    let Revisions { states: revisions, faults } =
        edit_context.store.history().revisions(&id, now.as_deref(), args.limit);
    if revisions.is_empty() {
        // Neither a file nor a history; or nobody wants to see any of it.
        edit_context.text(&id)?;
    }
    let text = match args.format {
        HistoryFormat::Plain => plain(&revisions, &edit_context, context),
        HistoryFormat::Json => json::to_line(&listed(&id, &revisions)),
    };
    output::print(&text, &context.texts)?;
    Ok(print_faults(&faults, context))
}

/// Names what is missing in a history. What was left out on purpose is no failure.
fn print_faults(faults: &[HistoryFault], context: &Context) -> Exit {
    let is_failure = |fault: &HistoryFault| match fault {
        HistoryFault::Git(GitError::Settings) | HistoryFault::Lines { .. } => false,
        HistoryFault::Git(_) | HistoryFault::Journal { .. } => true,
    };
    faults.iter().for_each(|fault| output::note(&fault.localize(&context.texts)));
    if faults.iter().any(is_failure) { Exit::Unreadable } else { Exit::Done }
}

/// The text of the state of this key; the beginning of a hash is enough.
fn state(
    id: &Id,
    key: &str,
    now: Option<&str>,
    edit_context: &EditContext<'_>,
    context: &Context,
) -> Result<String, CliError> {
    let Revisions { states: revisions, faults } = edit_context.store.history().revisions(id, now, ALL);
    let exact = revisions.iter().find(|revision| revision.key == key);
    let begins = || {
        let long_enough = key.len() >= 4;
        revisions.iter().find(|revision| long_enough && !revision.key.is_empty() && revision.key.starts_with(key))
    };
    let found = exact.or_else(begins).and_then(|revision| revision.text.clone());
    found.ok_or_else(|| {
        print_faults(&faults, context);
        let texts = &context.texts;
        let shown = crate::base::Text::line(key).to_string();
        CliError::new(Exit::No, texts.with("cli-no-state", &[("state", shown.into()), ("id", id.as_str().into())]))
            .hint(texts.with("cli-no-state-hint", &[("id", id.as_str().into())]))
    })
}

/// Brings the values of an earlier state back, as a change like any other: comments stay as they are now.
fn restore(
    id: &Id,
    key: &str,
    force: bool,
    edit_context: &EditContext<'_>,
    context: &Context,
) -> Result<Exit, CliError> {
    let base = edit_context.text_to_change(id, force)?;
    let earlier = state(id, key, Some(&base), edit_context, context)?;
    let read = |text: &str| Values::read(text).map_err(|error| edit_context.failed(&error.into()));
    let (now, mut earlier) = (read(&base)?, read(&earlier)?);
    // The file keeps its name, whatever it was called then.
    if let Some(field) = crate::catalogue::Field::named("id") {
        earlier.set(field, now.get(field).cloned());
    }
    edit_context.save(id, &base, now.changes_to(&earlier), Act::Restore)?;
    Ok(Exit::Done)
}

fn plain(revisions: &[Revision], edit_context: &EditContext<'_>, context: &Context) -> String {
    let texts = &context.texts;
    let block = |revision: &Revision| {
        let parts = [
            revision.key.clone(),
            revision.localize_moment(texts),
            revision.by.to_string(),
            revision.localize_act(texts),
        ];
        let head: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let mut lines = vec![head.join("  ")];
        lines.extend(revision.differences.iter().map(|d| format!("    {}", d.localize(&edit_context.register, texts))));
        lines.join("\n")
    };
    revisions.iter().map(block).collect::<Vec<_>>().join("\n")
}

#[derive(Serialize)]
struct HistoryJson<'a> {
    id: &'a str,
    states: Vec<RevisionJson<'a>>,
}

#[derive(Serialize)]
struct RevisionJson<'a> {
    /// For `--show` and `--restore`; empty for a state that nobody has recorded.
    state: &'a str,
    at: Option<String>,
    by: &'a str,
    act: Option<&'a Act>,
    message: Option<&'a str>,
    changes: Vec<FieldChangeJson>,
}

#[derive(Serialize)]
struct FieldChangeJson {
    field: String,
    before: Option<serde_json::Value>,
    after: Option<serde_json::Value>,
}

fn listed<'a>(id: &'a Id, revisions: &'a [Revision]) -> HistoryJson<'a> {
    let state = |revision: &'a Revision| RevisionJson {
        state: &revision.key,
        at: revision.at.map(|at| at.to_string()),
        by: &revision.by,
        act: revision.act.as_ref(),
        message: revision.message.as_deref(),
        changes: revision
            .differences
            .iter()
            .map(|difference| FieldChangeJson {
                field: difference.field.name(),
                before: difference.before.as_ref().map(plain_value),
                after: difference.after.as_ref().map(plain_value),
            })
            .collect(),
    };
    HistoryJson { id, states: revisions.iter().map(state).collect() }
}

/// A value as JSON has it; days are ISO.
fn plain_value(value: &Value) -> serde_json::Value {
    match value {
        Value::Number(number) => (*number).into(),
        Value::List(items) => items.clone().into(),
        Value::Dates(days) => days.iter().map(ToString::to_string).collect(),
        Value::Text(_) | Value::Date(_) | Value::Foreign(_) => value.to_line().into(),
    }
}
