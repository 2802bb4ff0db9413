//! `lotse index --watch`: keeps the index current while files change, one line for each change, until Ctrl-C.

use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    time::{Duration, Instant},
};

use jiff::Zoned;

use super::messages::{entries, given_up, print_fault, print_unfit};
use crate::{
    base::Text,
    catalogue::Source,
    cli::{
        Exit,
        errors::CliError,
        interrupt,
        open_index::{Attended, IndexRefresh},
        output,
    },
    config::WatchMode,
    locale::Texts,
    search::{RefreshOutcome, SearchError},
    watch::{self, FileChange, Pace},
};

/// So many files are named in a line.
const NAMED: usize = 3;
/// How long another process that writes the index is left alone.
const BREAK: Duration = Duration::from_secs(1);

/// A catalogue that is being watched.
pub(super) struct Watched {
    happenings: Receiver<Happening>,
    pace: Arc<Pace>,
}

enum Happening {
    Changed(FileChange),
    /// Ctrl-C.
    Ended,
}

/// What to do next.
enum Next {
    Wish(IndexRefresh),
    End,
}

impl Watched {
    /// Begins to listen. Whoever asks for it wants it, whatever the screen's setting says.
    pub(super) fn begin(source: &Source, manner: WatchMode) -> Self {
        let (sender, happenings) = channel();
        let pace = Arc::new(Pace::default());
        let folder = source.path().map(PathBuf::from).unwrap_or_default();
        let manner = if manner == WatchMode::Poll { WatchMode::Poll } else { WatchMode::Auto };
        let changes = sender.clone();
        let tell = move |change| changes.send(Happening::Changed(change)).is_ok();
        watch::start(folder, manner, pace.clone(), tell);
        // The receiver is gone when the command has ended anyway.
        interrupt::then(move || drop(sender.send(Happening::Ended)));
        Self { happenings, pace }
    }

    /// Keeps the index current until somebody commands for an end.
    pub(super) fn follow(self, attended: &mut Attended, texts: &Texts) -> Result<Exit, CliError> {
        output::note(&texts.get("cli-index-watching"));
        let mut lost = None;
        let mut left = None;
        while let Next::Wish(wish) = self.next(left.take()) {
            let known = attended.health.errors.clone();
            let started = Instant::now();
            self.pace.begin();
            let refreshed = attended.refresh(&wish, texts);
            // What building took says nothing of how long a look takes.
            let looked = matches!(refreshed, Ok(RefreshOutcome::Unchanged | RefreshOutcome::Updated(_)));
            self.pace.end((looked && wish == IndexRefresh::Refresh).then(|| started.elapsed()));
            match refreshed {
                Ok(RefreshOutcome::InUse) => left = Some(wish),
                Ok(refreshed) => {
                    print_unfit(attended, texts);
                    let was_lost = lost.take().is_some();
                    if let Some(line) = told(refreshed, was_lost, attended, texts) {
                        output::print(&line, texts)?;
                    }
                    let new = attended.health.errors.iter().filter(|fault| !known.contains(fault));
                    new.for_each(|fault| print_fault(fault, texts));
                }
                Err(SearchError::Stopped) => {
                    given_up(attended, texts);
                    break;
                }
                Err(error) => {
                    let reason = error.localize(texts);
                    if lost.as_ref() != Some(&reason) {
                        let args = [("time", time().into()), ("reason", reason.to_string().into())];
                        output::note(&texts.with("cli-index-watch-lost", &args));
                    }
                    lost = Some(reason);
                }
            }
        }
        Ok(Exit::Done)
    }

    /// Waits for what happens next; what was `left` to do is tried again after a while.
    fn next(&self, left: Option<IndexRefresh>) -> Next {
        let first = match &left {
            None => self.happenings.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(_) => self.happenings.recv_timeout(BREAK),
        };
        let mut wish = left;
        let first = match first {
            Ok(happening) => Some(happening),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return Next::End,
        };
        for happening in first.into_iter().chain(self.happenings.try_iter()) {
            match happening {
                Happening::Ended => return Next::End,
                Happening::Changed(change) => wish = Some(both(wish, change)),
            }
        }
        Next::Wish(wish.unwrap_or(IndexRefresh::Refresh))
    }
}

/// One wish that does what both ask for.
fn both(wish: Option<IndexRefresh>, change: FileChange) -> IndexRefresh {
    match (wish, change) {
        (None, FileChange::Entries(paths)) => IndexRefresh::Reread(paths),
        (Some(IndexRefresh::Reread(paths)), FileChange::Entries(more)) => {
            let all: BTreeSet<Arc<str>> = paths.into_iter().chain(more).collect();
            IndexRefresh::Reread(all.into_iter().collect())
        }
        _ => IndexRefresh::Refresh,
    }
}

/// The line for a change; nothing where nothing has changed.
fn told(refreshed: RefreshOutcome, was_lost: bool, attended: &Attended, texts: &Texts) -> Option<String> {
    match refreshed {
        RefreshOutcome::Updated(count) if count > 0 => {
            let touched = attended.manager.touched();
            let named: Vec<&str> = touched.iter().take(NAMED).map(|path| &**path).collect();
            let mut files = Text::line(&named.join(", ")).to_string();
            let more = touched.len().saturating_sub(NAMED);
            if more > 0 {
                files = texts.with("cli-index-watch-more", &[("files", files.into()), ("count", more.into())]);
            }
            let args = [("time", time().into()), ("count", count.into()), ("files", files.into())];
            Some(texts.with("cli-index-watch-changed", &args))
        }
        RefreshOutcome::Rebuilt => {
            let args = [("time", time().into()), ("count", entries(attended).into())];
            Some(texts.with("cli-index-watch-rebuilt", &args))
        }
        _ => was_lost.then(|| texts.with("cli-index-watch-back", &[("time", time().into())])),
    }
}

/// The time of day here, as in `14:03`.
fn time() -> String {
    Zoned::now().strftime("%H:%M").to_string()
}
