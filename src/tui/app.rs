//! Opens the screen and runs it until the user leaves.

use std::{
    io,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use jiff::civil::Date;
use ratatui::{Terminal, backend::Backend, crossterm::event as terminal_event};

use super::{
    context::UiContext,
    effect::{Effect, EntryAction, IndexCommand, StoreCommand},
    event::{self, Event},
    keymap::KeyMap,
    state::State,
    terminal::Screen,
    theme::Theme,
    update::update,
    view,
    widgets::layout::Layout,
    workers::{
        index,
        search::SearchWorker,
        store::{
            self,
            worker::{StoreWorker, WorkerConfig},
        },
    },
};
use crate::{
    base::Text,
    catalogue::{Id, Source},
    config::{Settings, unreadable_file},
    locale::{Lang, Texts, system::reason},
    search::IndexManager,
    store::{Author, EntryStore, SaveError, TrustStore, edit_text, editor, words},
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
    /// Where drafts of unsaved forms are kept; `None` keeps none.
    pub state: Option<PathBuf>,
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
    /// Which git folders the user trusts.
    pub trust: TrustStore,
    /// What is shown first.
    pub start: StartView,
}

/// What the screen shows first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartView {
    /// The search.
    Search,
    /// The form of an entry.
    Edit {
        /// The entry.
        id: Id,
        /// True when it may be somebody else's.
        agreed: bool,
    },
    /// The form of a new entry, perhaps as a copy.
    New {
        /// The entry that is copied.
        from: Option<Id>,
    },
}

/// Why the screen could not be shown.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    /// The terminal does not obey.
    #[error("terminal: {0}")]
    Terminal(#[from] io::Error),
}

/// Shows the screen until the user leaves. What became of the one form for which it was opened comes back as a sentence.
///
/// # Errors
/// When the terminal cannot be used.
pub fn run(launch: Launch) -> Result<Option<String>, TuiError> {
    let Launch {
        source,
        cache,
        state: state_folder,
        settings,
        notices: mut warnings,
        lang,
        colour,
        today,
        trust,
        start,
    } = launch;
    let texts = Arc::new(Texts::new(lang));
    let (keymap, key_faults) = KeyMap::new(&settings.keys);
    let (theme, theme_faults) = Theme::choose(&settings, colour);
    warnings.extend(key_faults.iter().chain(&theme_faults).map(|fault| fault.localize(&texts)));
    let folder = source.path().map(PathBuf::from);
    let own = state_folder.clone();
    let store = WorkerConfig {
        source: source.clone(),
        state: state_folder,
        coordinator: settings.coordinator.clone(),
        today,
        texts: texts.clone(),
    };
    let watched = source.path().map(|folder| (folder.to_owned(), settings.watch));
    let mut manager = IndexManager::new(source, cache.as_deref(), texts.clone(), today);
    if let Some(file) = &settings.dictionary
        && let Err(error) = manager.use_dictionary(file)
    {
        warnings.push(unreadable_file(file, &error, &texts));
    }
    let words = texts.clone();
    let ui = UiContext { texts, settings, keymap, today, embedded: folder.is_none(), folder, colour };
    let mut state = State::new(&ui, theme, warnings);
    state.only_form = start != StartView::Search;

    let (events, inbox) = channel();
    let first = manager.open();
    let mut screen = Screen::open(state.session.mouse)?;
    let searches = SearchWorker::start(words.clone(), events.clone());
    if let Some(snapshot) = first {
        let _ = events.send(Event::Snapshot(snapshot));
    }
    let commands = index::start(manager, watched, words, events.clone());
    let lent = Arc::new(AtomicBool::new(false));
    watch_signals(events.clone(), lent.clone());
    let store = store::start(StoreWorker::new(store, trust, events.clone()));
    store.ask(StoreCommand::FindDrafts);
    match start {
        StartView::Search => {}
        StartView::Edit { id, agreed: true } => store.ask(StoreCommand::Open(id)),
        StartView::Edit { id, agreed: false } => store.ask(StoreCommand::Whose(id, EntryAction::Edit)),
        StartView::New { from } => store.ask(StoreCommand::New { from }),
    }
    let (go_on, waits) = channel();
    listen(events, waits);
    let mut desk = App { state, ui, searches, commands, store, inbox, go_on, own, lent };
    desk.run(&mut screen)?;
    Ok(desk.state.session.message.take().filter(|_| desk.state.only_form))
}

/// A closed terminal, a polite `kill` or a limit of computing time (`ulimit -t`, which is asked for politely first) ends
/// the screen like the key does: the terminal is given back. What the keyboard
/// sends while the terminal is `lent` is meant for the other program.
#[cfg(unix)]
fn watch_signals(events: Sender<Event>, lent: Arc<AtomicBool>) {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGQUIT, SIGXCPU, TERM_SIGNALS},
        iterator::Signals,
    };
    let wanted = [TERM_SIGNALS, &[SIGHUP, SIGXCPU]].concat();
    // Without the handlers the signals end the process as ever.
    let Ok(mut signals) = Signals::new(wanted) else { return };
    thread::spawn(move || {
        let of_other = |signal: &i32| [SIGINT, SIGQUIT].contains(signal) && lent.load(Ordering::Acquire);
        if signals.forever().any(|signal| !of_other(&signal)) {
            let _ = events.send(Event::Closed);
        }
    });
}

/// Windows ends the process with its window.
#[cfg(not(unix))]
fn watch_signals(_events: Sender<Event>, _lent: Arc<AtomicBool>) {}

/// Reads the terminal on a thread of its own. It ends with the process: reading cannot be interrupted. So it reads on
/// only when the last event has been dealt with: one that starts an editor leaves the keys to the editor.
fn listen(events: Sender<Event>, waits: Receiver<()>) {
    thread::spawn(move || {
        loop {
            let event = match terminal_event::read() {
                Ok(event) => event::from_terminal(event),
                Err(_) => Some(Event::Closed),
            };
            let closed = matches!(event, Some(Event::Closed));
            let Some(event) = event else { continue };
            if events.send(event).is_err() || closed || waits.recv().is_err() {
                return;
            }
        }
    });
}

/// The state with everything around it.
struct App {
    state: State,
    ui: UiContext,
    searches: SearchWorker,
    commands: Sender<IndexCommand>,
    store: store::StoreHandle,
    inbox: Receiver<Event>,
    /// Tells the thread that reads the terminal that its event has been dealt with.
    go_on: Sender<()>,
    /// The user's folder for state.
    own: Option<PathBuf>,
    /// True from the start of an editor until there is a key for the screen again.
    lent: Arc<AtomicBool>,
}

/// Whether to go on.
#[derive(PartialEq)]
enum Turn {
    On,
    Out,
}

impl App {
    fn run(&mut self, screen: &mut Screen) -> Result<(), TuiError> {
        let size = screen.terminal.size()?;
        self.deal_with(screen, Event::Resized(size.width, size.height))?;
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

    /// Something has happened; what comes from the terminal is answered for, so that its thread reads on.
    fn happen(&mut self, screen: &mut Screen, event: Event) -> Result<Turn, TuiError> {
        let from_terminal = event.is_from_terminal();
        if from_terminal {
            // By now also a signal has been heard that has ended the editor.
            self.lent.store(false, Ordering::Release);
        }
        let turn = self.deal_with(screen, event);
        if from_terminal {
            let _ = self.go_on.send(());
        }
        turn
    }

    fn deal_with(&mut self, screen: &mut Screen, event: Event) -> Result<Turn, TuiError> {
        if let Event::Snapshot(snapshot) = &event {
            self.searches.use_snapshot(snapshot.clone());
            self.store.ask(StoreCommand::Snapshot(snapshot.clone()));
        }
        for effect in update(&mut self.state, &self.ui, event) {
            match effect {
                Effect::Search(job) => self.searches.ask(job),
                // Without the index thread there is nobody left to ask.
                Effect::Index(command) => drop(self.commands.send(command)),
                Effect::Store(command) => self.store.ask(command),
                Effect::Editor { id, begun } => {
                    let event = self.edited(screen, id, begun)?;
                    if self.deal_with(screen, event)? == Turn::Out {
                        return Ok(Turn::Out);
                    }
                }
                Effect::Mouse(on) => screen.mouse(on)?,
                Effect::Redraw => screen.redraw()?,
                Effect::Quit => return Ok(Turn::Out),
            }
        }
        Ok(Turn::On)
    }

    /// Lends the terminal to the editor and says what it has left.
    fn edited(
        &self,
        screen: &mut Screen,
        id: Id,
        begun: Option<(String, String, Option<usize>)>,
    ) -> Result<Event, TuiError> {
        let texts = &self.ui.texts;
        let begun = begun.map_or_else(|| self.text_of(&id).map(|text| (text.clone(), text, None)), Ok);
        let (base, text, line) = match begun {
            Ok(begun) => begun,
            Err(error) => {
                let told = Text::line(&words::save_error(&error, texts).0);
                return Ok(Event::Edited { id, base: String::new(), text: String::new(), left: Err(told) });
            }
        };
        self.lent.store(true, Ordering::Release);
        let left =
            screen.lend(self.state.session.mouse, || edit_text(&id, text.as_bytes(), line, self.own.as_deref()))?;
        let left = left.map_err(|error| {
            let reason = reason(&error, texts);
            Text::line(&texts.with(
                "cli-editor-failed",
                &[("program", Text::path(&editor().0).as_str().into()), ("reason", reason.into())],
            ))
        });
        Ok(Event::Edited { id, base, text, left })
    }

    fn text_of(&self, id: &Id) -> Result<String, SaveError> {
        match &self.ui.folder {
            // The history plays no part in reading an entry.
            Some(folder) => EntryStore::new(folder, Author::of_user(), &TrustStore::default()).open(id),
            None => Err(SaveError::Gone),
        }
    }

    fn draw<B>(&mut self, terminal: &mut Terminal<B>) -> Result<(), TuiError>
    where
        B: Backend,
        TuiError: From<B::Error>,
    {
        let mut layout = Layout::default();
        terminal.draw(|frame| layout = view::draw(frame, &self.state, &self.ui))?;
        self.state.session.layout = layout;
        Ok(())
    }
}
