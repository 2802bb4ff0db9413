//! The index thread: looks behind the open screen whether files have changed, and builds indexes.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    base::Text,
    config::WatchMode,
    locale::Texts,
    search::{IndexEvent, IndexHealth, IndexManager, IndexStatus, RefreshOutcome, SearchError, guarded},
    tui::{Event, IndexCommand},
    watch::{self, FileChange, Pace},
};

/// How long another process that writes the index is left alone at first, and at most.
const SHORT_BREAK: Duration = Duration::from_millis(100);
const LONG_BREAK: Duration = Duration::from_secs(10);

impl From<FileChange> for IndexCommand {
    fn from(change: FileChange) -> Self {
        match change {
            FileChange::Entries(paths) => Self::Reread(paths),
            FileChange::Anything => Self::Look,
        }
    }
}

/// Starts the thread with a first refresh; news go to `events`. With a `watched` folder, changes of its files are commands as
/// well.
pub(crate) fn start(
    manager: IndexManager,
    watched: Option<(PathBuf, WatchMode)>,
    texts: Arc<Texts>,
    events: Sender<Event>,
) -> Sender<IndexCommand> {
    let (commands, received) = channel();
    let own = commands.clone();
    thread::spawn(move || {
        let pace = Arc::new(Pace::default());
        // Before the first look at the files: what changes after it must not be missed.
        if let Some((folder, manner)) = watched {
            watch::start(folder, manner, pace.clone(), move |change| own.send(change.into()).is_ok());
        }
        let reporter = HealthReporter { events, texts, health: None, failure: None, building: false };
        IndexWorker { manager, commands: received, reporter, pace, pause: SHORT_BREAK }.run();
    });
    commands
}

struct IndexWorker {
    manager: IndexManager,
    commands: Receiver<IndexCommand>,
    reporter: HealthReporter,
    pace: Arc<Pace>,
    /// How long another process is left alone the next time.
    pause: Duration,
}

/// What the screen knows of the index.
struct HealthReporter {
    events: Sender<Event>,
    texts: Arc<Texts>,
    health: Option<IndexHealth>,
    failure: Option<Text>,
    /// The screen shows how far a build is.
    building: bool,
}

impl IndexWorker {
    fn run(mut self) {
        self.manager.prepare();
        let mut command = Some(IndexCommand::Refresh);
        while let Some(now) = command {
            let left = self.execute(now);
            command = self.next(left);
        }
    }

    /// Does what it is asked for; returns what has to be tried again because another process was writing.
    fn execute(&mut self, command: IndexCommand) -> Option<IndexCommand> {
        // What has become of one file says nothing of a catalogue that could not be read.
        let command = if self.reporter.failure.is_some() { command.and(IndexCommand::Look) } else { command };
        let started = Instant::now();
        self.pace.begin();
        let (manager, reporter) = (&mut self.manager, &mut self.reporter);
        let mut report = |news| reporter.report(news, command.is_quiet());
        let refreshed = guarded(|| match &command {
            IndexCommand::Reread(paths) => manager.refresh_files(paths, &mut report),
            IndexCommand::Look | IndexCommand::Refresh => manager.refresh(&mut report),
            IndexCommand::Rebuild => manager.rebuild(&mut report),
        });
        self.reporter.unfit(self.manager.take_unfit());
        // What building took says nothing of how long a look takes.
        let looked = matches!(command, IndexCommand::Look | IndexCommand::Refresh)
            && matches!(refreshed, Ok(RefreshOutcome::Unchanged | RefreshOutcome::Updated(_)));
        self.pace.end(looked.then(|| started.elapsed()));
        match refreshed {
            Ok(RefreshOutcome::InUse) => {
                Some(if command == IndexCommand::Refresh { IndexCommand::Look } else { command })
            }
            Ok(_) => {
                self.pause = SHORT_BREAK;
                self.manager.prepare();
                None
            }
            Err(error) => {
                self.reporter.fail(&error, command.is_quiet());
                None
            }
        }
    }

    /// The next command, or the one that is `left` after a while. `None` when nobody can send one any more.
    fn next(&mut self, left: Option<IndexCommand>) -> Option<IndexCommand> {
        let first = match self.commands.try_recv() {
            Ok(command) => command,
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => {
                self.verify();
                match self.wait(left.is_some()) {
                    Ok(command) => command,
                    Err(RecvTimeoutError::Timeout) => return left,
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            }
        };
        // Keys held down ask more often than is useful.
        Some(left.into_iter().chain(self.commands.try_iter()).fold(first, IndexCommand::and))
    }

    /// Waits for a command; when something is left to do, each time a little longer.
    fn wait(&mut self, something_left: bool) -> Result<IndexCommand, RecvTimeoutError> {
        if !something_left {
            return self.commands.recv().map_err(|_| RecvTimeoutError::Disconnected);
        }
        let pause = self.pause;
        self.pause = (pause * 2).min(LONG_BREAK);
        self.commands.recv_timeout(pause)
    }

    /// Once, and only while nobody waits: it reads the whole index.
    fn verify(&mut self) {
        if self.manager.verify().is_err() {
            let (manager, reporter) = (&mut self.manager, &mut self.reporter);
            if let Err(error) = guarded(|| manager.rebuild(&mut |news| reporter.report(news, true))) {
                reporter.fail(&error, false);
            }
            reporter.unfit(manager.take_unfit());
        }
    }
}

impl HealthReporter {
    /// Passes news on. When nobody waits for them, the same state of health is no news: an unchanged catalogue must not
    /// draw the screen.
    fn report(&mut self, news: IndexEvent, quiet: bool) {
        let event = match news {
            IndexEvent::Building { done, total } => {
                self.building = true;
                Event::Building(done, total)
            }
            IndexEvent::Snapshot(snapshot) => Event::Snapshot(snapshot),
            IndexEvent::Current(health) => {
                let same = self.health.as_ref() == Some(&health) && self.failure.is_none();
                if same && quiet && !self.building {
                    return;
                }
                (self.building, self.failure) = (false, None);
                self.health = Some(health.clone());
                Event::Current(health)
            }
        };
        self.send(event);
    }

    /// Damage is reported; that another version of Lotse has built the index is nothing that anybody has to know.
    fn unfit(&self, standing: Option<IndexStatus>) {
        if let Some(IndexStatus::Damaged(reason) | IndexStatus::Unreadable(reason)) = standing {
            self.send(Event::IndexUnfit(reason));
        }
    }

    fn fail(&mut self, error: &SearchError, quiet: bool) {
        let reason = error.localize(&self.texts);
        if quiet && !self.building && self.failure.as_ref() == Some(&reason) {
            return;
        }
        self.building = false;
        self.failure = Some(reason.clone());
        self.send(Event::CatalogueUnreadable(reason));
    }

    /// A closed channel means that the screen is gone; the work is finished for the next start.
    fn send(&self, event: Event) {
        let _ = self.events.send(event);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn the_same_health_is_reported_once_unless_somebody_waits() {
        let (events, inbox) = channel();
        let texts = Arc::new(Texts::new(Lang::De));
        let mut reporter = HealthReporter { events, texts, health: None, failure: None, building: false };
        let count = |reporter: &mut HealthReporter, news: IndexEvent, quiet: bool| {
            reporter.report(news, quiet);
            inbox.try_iter().count()
        };
        let sound = || IndexEvent::Current(IndexHealth::default());
        assert_eq!(count(&mut reporter, sound(), false), 1);
        assert_eq!(count(&mut reporter, sound(), true), 0);
        assert_eq!(count(&mut reporter, sound(), false), 1, "whoever pressed the key gets an answer");
        assert_eq!(
            count(&mut reporter, IndexEvent::Current(IndexHealth { files_out: 1, ..IndexHealth::default() }), true),
            1
        );
        assert_eq!(count(&mut reporter, IndexEvent::Building { done: 1, total: 2 }, true), 1);
        assert_eq!(
            count(&mut reporter, IndexEvent::Current(IndexHealth { files_out: 1, ..IndexHealth::default() }), true),
            1
        );
        reporter.fail(&SearchError::Incomplete, true);
        reporter.fail(&SearchError::Incomplete, true);
        assert_eq!(
            count(&mut reporter, IndexEvent::Current(IndexHealth { files_out: 1, ..IndexHealth::default() }), true),
            2
        );
    }
}
