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

use super::messages::{entries, print_cancelled, print_fault};
use crate::{
    base::Text,
    catalogue::Source,
    cli::{CliError, Exit, IndexRefresh, ManagedIndex, output, process},
    config::WatchMode,
    locale::Texts,
    search::{RefreshOutcome, SearchError},
    watch::{self, FileChange, Pace},
};

/// So many files are named in a line.
const NAMED: usize = 3;
/// How long another process that writes the index is left alone.
const BREAK: Duration = Duration::from_secs(1);

pub(super) struct Watched {
    events: Receiver<WatchEvent>,
    pace: Arc<Pace>,
}

enum WatchEvent {
    Changed(FileChange),
    /// Ctrl-C.
    Ended,
}

enum Next {
    Refresh(IndexRefresh),
    End,
}

impl Watched {
    /// Begins to listen. Whoever asks for it wants it, whatever the screen's setting says.
    pub(super) fn begin(source: &Source, manner: WatchMode) -> Self {
        let (sender, events) = channel();
        let pace = Arc::new(Pace::default());
        let folder = source.path().map(PathBuf::from).unwrap_or_default();
        let manner = if manner == WatchMode::Poll { WatchMode::Poll } else { WatchMode::Auto };
        let changes = sender.clone();
        let on_change = move |change| changes.send(WatchEvent::Changed(change)).is_ok();
        watch::start(folder, manner, pace.clone(), on_change);
        // The receiver is gone when the command has ended anyway.
        process::on_interrupt(move || drop(sender.send(WatchEvent::Ended)));
        Self { events, pace }
    }

    /// Keeps the index current until somebody asks for an end.
    pub(super) fn follow(self, index: &mut ManagedIndex, texts: &Texts) -> Result<Exit, CliError> {
        output::note(&texts.get("cli-index-watching"));
        let mut lost = None;
        let mut left = None;
        while let Next::Refresh(refresh) = self.next(left.take()) {
            let known = index.health.errors.clone();
            let started = Instant::now();
            self.pace.begin();
            let refreshed = index.refresh(&refresh, texts);
            // What building took says nothing of how long a look takes.
            let looked = matches!(refreshed, Ok(RefreshOutcome::Unchanged | RefreshOutcome::Updated(_)));
            self.pace.end((looked && refresh == IndexRefresh::Refresh).then(|| started.elapsed()));
            match refreshed {
                Ok(RefreshOutcome::InUse) => left = Some(refresh),
                Ok(refreshed) => {
                    index.print_unfit(true, texts);
                    let was_lost = lost.take().is_some();
                    if let Some(line) = change_line(refreshed, was_lost, index, texts) {
                        output::print(&line, texts)?;
                    }
                    let new = index.health.errors.iter().filter(|fault| !known.contains(fault));
                    new.for_each(|fault| print_fault(fault, texts));
                }
                Err(SearchError::Stopped) => {
                    print_cancelled(index, texts);
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
            None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(_) => self.events.recv_timeout(BREAK),
        };
        let mut refresh = left;
        let first = match first {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return Next::End,
        };
        for event in first.into_iter().chain(self.events.try_iter()) {
            match event {
                WatchEvent::Ended => return Next::End,
                WatchEvent::Changed(change) => refresh = Some(combined(refresh, change)),
            }
        }
        Next::Refresh(refresh.unwrap_or(IndexRefresh::Refresh))
    }
}

/// One refresh that does what both would do.
fn combined(refresh: Option<IndexRefresh>, change: FileChange) -> IndexRefresh {
    match (refresh, change) {
        (None, FileChange::Entries(paths)) => IndexRefresh::Reread(paths),
        (Some(IndexRefresh::Reread(paths)), FileChange::Entries(more)) => {
            let all: BTreeSet<Arc<str>> = paths.into_iter().chain(more).collect();
            IndexRefresh::Reread(all.into_iter().collect())
        }
        _ => IndexRefresh::Refresh,
    }
}

/// The line for a change; nothing where nothing has changed.
fn change_line(refreshed: RefreshOutcome, was_lost: bool, index: &ManagedIndex, texts: &Texts) -> Option<String> {
    match refreshed {
        RefreshOutcome::Updated(count) if count > 0 => {
            let touched = index.manager.touched();
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
            let args = [("time", time().into()), ("count", entries(index).into())];
            Some(texts.with("cli-index-watch-rebuilt", &args))
        }
        _ => was_lost.then(|| texts.with("cli-index-watch-back", &[("time", time().into())])),
    }
}

/// The time of day here, as in `14:03`.
fn time() -> String {
    Zoned::now().strftime("%H:%M").to_string()
}
