//! Opens the screen and runs it until the user leaves.

use std::{
    io,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use jiff::civil::Date;
use ratatui::{Terminal, backend::Backend, crossterm::event as terminal_event};

use super::{
    event::{self, Event},
    keeping::{self, Wish},
    keymap::KeyMap,
    state::{Setting, State},
    terminal::Screen,
    theme::Theme,
    update::{Effect, update},
    view,
    worker::{Question, Worker},
};
use crate::{
    catalogue::Source,
    config::{Settings, unreadable_file},
    locale::{Lang, Texts},
    search::Keeper,
};

/// How long a frame waits for the answer to the key that was pressed: answers come within a few milliseconds, and one
/// frame instead of two is calmer and cheaper over SSH. A slow answer is drawn later, the key shows at once.
const PATIENCE: Duration = Duration::from_millis(12);

/// Everything the screen needs to open.
pub struct Launch {
    /// Where the catalogue is.
    pub source: Source,
    /// Where indexes are kept; `None` keeps them in memory.
    pub cache: Option<PathBuf>,
    /// The user's settings.
    pub settings: Settings,
    /// Things to say from the start, e.g. about the settings.
    pub notices: Vec<String>,
    /// Language of the screen.
    pub lang: Lang,
    /// False for `NO_COLOR` and `--no-color`.
    pub colour: bool,
    /// Separates what is to come from what is past.
    pub today: Date,
}

/// Why the screen could not be shown.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    /// The terminal does not obey.
    #[error("terminal: {0}")]
    Terminal(#[from] io::Error),
}

/// Shows the screen until the user leaves.
///
/// # Errors
/// When the terminal cannot be used.
pub fn run(launch: Launch) -> Result<(), TuiError> {
    let Launch { source, cache, settings, notices: mut warnings, lang, colour, today } = launch;
    let texts = Arc::new(Texts::new(lang));
    let (keymap, key_faults) = KeyMap::new(&settings.keys);
    let (theme, theme_faults) = Theme::choose(&settings, colour);
    warnings.extend(key_faults.iter().chain(&theme_faults).map(|fault| fault.message(&texts)));
    let embedded = source.path().is_none();
    let watched = source.path().map(|folder| (folder.to_owned(), settings.watch));
    let mut keeper = Keeper::new(source, cache.as_deref(), texts.clone(), today);
    if let Some(file) = &settings.dictionary
        && let Err(error) = keeper.use_dictionary(file)
    {
        warnings.push(unreadable_file(file, &error, &texts));
    }
    let setting = Setting { texts, settings, keymap, today, embedded, colour };
    let state = State::new(&setting, theme, warnings);

    let (events, inbox) = channel();
    let first = keeper.open();
    let mut screen = Screen::open(state.mouse)?;
    let worker = Worker::start(events.clone());
    if let Some(snapshot) = first {
        let _ = events.send(Event::Snapshot(snapshot));
    }
    let wishes = keeping::start(keeper, watched, events.clone());
    watch_signals(events.clone());
    listen(events);
    Desk { state, setting, worker, wishes, inbox }.run(&mut screen)
}

/// A closed terminal or a polite `kill` ends the screen like the key does: the terminal is given back.
#[cfg(unix)]
fn watch_signals(events: Sender<Event>) {
    use signal_hook::{consts::TERM_SIGNALS, iterator::Signals};
    let mut wanted = TERM_SIGNALS.to_vec();
    wanted.push(signal_hook::consts::SIGHUP);
    // Without the handlers the signals end the process as ever.
    let Ok(mut signals) = Signals::new(wanted) else { return };
    thread::spawn(move || {
        if signals.forever().next().is_some() {
            let _ = events.send(Event::Closed);
        }
    });
}

/// Windows ends the process with its window.
#[cfg(not(unix))]
fn watch_signals(_events: Sender<Event>) {}

/// Reads the terminal on a thread of its own. It ends with the process: reading cannot be interrupted.
fn listen(events: Sender<Event>) {
    thread::spawn(move || {
        loop {
            let event = match terminal_event::read() {
                Ok(event) => event::from_terminal(event),
                Err(_) => Some(Event::Closed),
            };
            let closed = matches!(event, Some(Event::Closed));
            if event.is_some_and(|event| events.send(event).is_err()) || closed {
                return;
            }
        }
    });
}

/// The state with everything around it.
struct Desk {
    state: State,
    setting: Setting,
    worker: Worker,
    wishes: Sender<Wish>,
    inbox: Receiver<Event>,
}

/// Whether to go on.
#[derive(PartialEq)]
enum Turn {
    On,
    Out,
}

impl Desk {
    fn run(&mut self, screen: &mut Screen) -> Result<(), TuiError> {
        let size = screen.terminal.size()?;
        self.happen(screen, Event::Resized(size.width, size.height))?;
        // An index that is there answers at once, so the first frame is already a usable one.
        loop {
            if self.settle(screen)? == Turn::Out {
                return Ok(());
            }
            self.draw(&mut screen.terminal)?;
            let Ok(event) = self.inbox.recv() else { return Ok(()) };
            if self.happen(screen, event)? == Turn::Out {
                return Ok(());
            }
        }
    }

    /// Takes everything that has happened, and waits a moment for the answer to the last question.
    fn settle(&mut self, screen: &mut Screen) -> Result<Turn, TuiError> {
        let until = Instant::now() + PATIENCE;
        loop {
            let event = if self.is_answered() {
                self.inbox.try_recv().ok()
            } else {
                self.inbox.recv_timeout(until.saturating_duration_since(Instant::now())).ok()
            };
            let Some(event) = event else { return Ok(Turn::On) };
            if self.happen(screen, event)? == Turn::Out {
                return Ok(Turn::Out);
            }
            if Instant::now() >= until {
                return Ok(Turn::On);
            }
        }
    }

    fn is_answered(&self) -> bool {
        self.state.answered == self.state.generation
    }

    fn happen(&mut self, screen: &mut Screen, event: Event) -> Result<Turn, TuiError> {
        if let Event::Snapshot(snapshot) = &event {
            self.worker.use_snapshot(snapshot.clone());
        }
        for effect in update(&mut self.state, &self.setting, event) {
            match effect {
                Effect::Search { generation, request, select } => {
                    self.worker.ask(Question { generation, request, select });
                }
                // Without the keeper thread there is nobody left to ask.
                Effect::Reread(paths) => drop(self.wishes.send(Wish::Reread(paths))),
                Effect::Refresh => drop(self.wishes.send(Wish::Refresh)),
                Effect::Rebuild => drop(self.wishes.send(Wish::Rebuild)),
                Effect::Mouse(on) => screen.mouse(on)?,
                Effect::Redraw => screen.redraw()?,
                Effect::Quit => return Ok(Turn::Out),
            }
        }
        Ok(Turn::On)
    }

    fn draw<B>(&mut self, terminal: &mut Terminal<B>) -> Result<(), TuiError>
    where
        B: Backend,
        TuiError: From<B::Error>,
    {
        let mut layout = view::Layout::default();
        terminal.draw(|frame| layout = view::draw(frame, &self.state, &self.setting))?;
        self.state.layout = layout;
        Ok(())
    }
}
