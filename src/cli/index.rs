//! `lotse index`: brings the index up to date and says what was done; watches on where that is wished.

mod messages;
mod watch;

use self::{
    messages::{entries, print_cancelled, print_faults},
    watch::Watched,
};
use super::{CliError, Context, Exit, IndexRefresh, ManagedIndex, args::IndexArgs, errors, output, process};
use crate::search::{CancelToken, RefreshOutcome, SearchError};

pub(super) fn run(args: &IndexArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let stop = CancelToken::default();
    process::cancel_on_interrupt(&stop);
    let mut index = ManagedIndex::new(context)?;
    if index.source.path().is_none() && args.watch {
        return Err(CliError::new(Exit::Usage, texts.get("cli-index-watch-embedded").into_owned()));
    }
    index.manager.cancel_with(stop);
    // Before the first look at the files: what changes after it must not be missed.
    let watched = args.watch.then(|| Watched::begin(&index.source, context.settings.watch));
    let refreshed = index.refresh(if args.rebuild { &IndexRefresh::Rebuild } else { &IndexRefresh::Refresh }, texts);
    let refreshed = match refreshed {
        Err(SearchError::Stopped) => return Ok(print_cancelled(&index, texts)),
        other => other.map_err(|error| errors::search(&error, index.origin, texts))?,
    };
    print_faults(&index, texts);
    index.print_unfit(true, texts);
    if let Some(error) = not_kept(&index, context) {
        return Err(error);
    }
    output::print(&done(&index, refreshed, context), texts)?;
    watched.map_or(Ok(Exit::Done), |watched| watched.follow(&mut index, texts))
}

/// An index that lives in memory is gone by now: then the command has not done what it is for.
fn not_kept(index: &ManagedIndex, context: &Context) -> Option<CliError> {
    let texts = &context.texts;
    let reason = match (&index.health.in_memory, &context.cache) {
        (Some(reason), _) => reason.to_string(),
        (None, None) => texts.get("cli-no-cache").into_owned(),
        (None, Some(_)) => return None,
    };
    let message = texts.with("cli-index-not-kept", &[("reason", reason.into())]);
    let error = CliError::new(Exit::Unreadable, message);
    Some(error.hint(texts.get("cli-cache-hint")))
}

fn done(index: &ManagedIndex, refreshed: RefreshOutcome, context: &Context) -> String {
    let texts = &context.texts;
    let what = match refreshed {
        RefreshOutcome::Unchanged => texts.get("cli-index-unchanged").into_owned(),
        RefreshOutcome::Updated(files) => texts.with("cli-index-updated", &[("count", files.into())]),
        RefreshOutcome::Rebuilt => texts.get("cli-index-built").into_owned(),
        RefreshOutcome::InUse => texts.get("cli-index-in-use").into_owned(),
    };
    let catalogue = texts.with("cli-index-of", &[("catalogue", context.name_of(&index.source).into())]);
    let entries = texts.with("cli-index-entries", &[("count", entries(index).into())]);
    [catalogue, what, entries].join(" ")
}
