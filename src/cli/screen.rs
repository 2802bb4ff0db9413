//! `lotse` alone: opens the screen.

use std::io::{self, IsTerminal};

use super::{CliError, Context, Exit, import, output};
use crate::{
    locale::Localize as _,
    tui::{self, Launch, StartView, TuiError},
};

/// Opens the screen and stays until the user leaves.
pub(super) fn open(context: Context) -> Result<Exit, CliError> {
    open_at(context, StartView::Search)
}

/// Opens the screen at another place than the search.
pub(super) fn open_at(context: Context, start: StartView) -> Result<Exit, CliError> {
    let texts = context.texts.clone();
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        let error = CliError::new(Exit::Usage, texts.get("cli-screen-no-terminal").into_owned());
        return Err(error.hint(texts.get("cli-screen-no-terminal-hint")));
    }
    let (source, _) = context.source()?;
    let left_over = import::left_over(&context);
    let Context { cache, state, settings, mut notices, today, colour, trust, .. } = context;
    notices.extend(left_over);
    let launch = Launch { source, cache, state, settings, notices, trust, lang: texts.lang(), colour, today, start };
    let shown = tui::run(launch);
    shown
        .map(|last_words| {
            last_words.iter().for_each(|words| output::note(words));
            Exit::Done
        })
        .map_err(|TuiError::Terminal(error)| {
            let reason = error.localize(&texts);
            CliError::new(Exit::Unreadable, texts.with("cli-screen-failed", &[("reason", reason.into())]))
        })
}
