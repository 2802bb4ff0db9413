//! `lotse index`: brings the index up to date and says what was done.

use super::{
    Exit,
    args::IndexArgs,
    context::Context,
    errors::CliError,
    opened::{self, Opened, Wish},
    output,
};
use crate::{
    catalogue::{Kind, Text},
    locale::{Texts, diagnostics},
    search::Refreshed,
};

/// Refreshes or rebuilds the index.
///
/// # Errors
/// When the catalogue cannot be read, or the index cannot be kept.
pub(super) fn run(args: &IndexArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let opened = Opened::new(context, if args.rebuild { Wish::Rebuild } else { Wish::Refresh })?;
    print_faults(&opened, texts);
    if let Some(error) = not_kept(&opened, context) {
        return Err(error);
    }
    output::print(&done(&opened, context), texts)?;
    Ok(Exit::Done)
}

/// An index that lives in memory is gone by now: then the command has not done what it is for.
fn not_kept(opened: &Opened, context: &Context) -> Option<CliError> {
    let texts = &context.texts;
    let reason = match (&opened.health.in_memory, &context.cache) {
        (Some(reason), _) => reason.to_string(),
        (None, None) => texts.get("cli-no-cache").into_owned(),
        (None, Some(_)) => return None,
    };
    let error = CliError::new(Exit::Unreadable, opened::in_memory(&reason, texts));
    Some(error.hint(texts.get("cli-cache-hint")))
}

fn done(opened: &Opened, context: &Context) -> String {
    let texts = &context.texts;
    let what = match opened.refreshed {
        Refreshed::Unchanged => texts.get("cli-index-unchanged").into_owned(),
        Refreshed::Updated(files) => texts.with("cli-index-updated", &[("count", files.into())]),
        Refreshed::Copied(files) => texts.with("cli-index-copied", &[("count", files.into())]),
        Refreshed::Rebuilt => texts.get("cli-index-built").into_owned(),
        Refreshed::InUse => texts.get("cli-index-in-use").into_owned(),
    };
    let catalogue = texts.with("cli-index-of", &[("catalogue", context.name_of(&opened.source).into())]);
    let entries = texts.with("cli-index-entries", &[("count", opened.snapshot.count(Kind::Measure).into())]);
    [catalogue, what, entries].join(" ")
}

/// Names the files that are out or in part, one line for each fault.
fn print_faults(opened: &Opened, texts: &Texts) {
    if opened.health.errors.is_empty() {
        return;
    }
    for fault in &opened.health.errors {
        let place = Text::line(&fault.location.to_string());
        output::note(&format!("{place}: {}", diagnostics::message(fault, texts)));
    }
    output::note(&texts.with("cli-files-out", &[("count", opened.health.files_out.into())]));
}
