//! Opens the screen and runs it until the user leaves.

use std::{
    io,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    time::{Duration, Instant},
};

use jiff::civil::Date;
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Position,
};

use super::{
    Effect, EntryAction, Event, IndexCommand, KeyMap, Layout, State, StoreCommand, Theme, UiContext,
    hyperlinks::{self, Hyperlink},
    kept_layout::KeptLayout,
    terminal::{self, Screen},
    update::update,
    view,
    workers::{
        desktop::{self, ClipboardWorker},
        index, input,
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
    consultation::Audience,
    locale::{Lang, Localize as _, Texts},
    search::IndexManager,
    store::{Author, EntryStore, SaveError, TrustStore, edit_text, editor},
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
    let texts = Arc::new(Texts::new(launch.lang));
    let (mut manager, fault) = index_manager(&launch, &texts);
    let watched = launch.source.path().map(|folder| (folder.to_owned(), launch.settings.watch));
    let store = store_worker(&launch, &texts);
    let (start, own) = (launch.start.clone(), launch.state.clone());
    let (ui, mut state) = first_state(launch, texts.clone());
    state.session.warnings.extend(fault);
    let kept = KeptLayout::read(own.as_deref());
    state.search.set_list_share(kept.list_share);

    let (events, inbox) = channel();
    let first = manager.open();
    let mut screen = Screen::open(state.session.mouse)?;
    let searches = SearchWorker::start(texts.clone(), events.clone());
    if let Some(snapshot) = first {
        let _ = events.send(Event::Snapshot(snapshot));
    }
    let commands = index::start(manager, watched, texts, events.clone());
    let lent = Arc::new(AtomicBool::new(false));
    input::watch_signals(events.clone(), lent.clone());
    let store = store::start(store(events.clone()));
    for command in first_commands(start) {
        store.ask(command);
    }
    let clipboard = ClipboardWorker::start(events.clone());
    let sender = events.clone();
    let (go_on, waits) = channel();
    let typed_ahead = std::mem::take(&mut screen.typed_ahead);
    input::listen(events, waits, &typed_ahead);
    // What is not seen would be read aloud.
    let hyperlinks = terminal::knows_strings() && !ui.settings.screen_reader;
    let last_touched = Instant::now();
    let mut app = App {
        state,
        ui,
        searches,
        commands,
        store,
        clipboard,
        sender,
        inbox,
        go_on,
        own,
        lent,
        last_touched,
        hyperlinks,
    };
    app.run(&mut screen)?;
    let list_share = Some(app.state.search.list_share());
    if (KeptLayout { list_share }) != kept {
        KeptLayout { list_share }.write(app.own.as_deref());
    }
    Ok(app.state.session.message.take().filter(|_| app.state.only_form))
}

/// The index, and what is to be said when a dictionary of the user's own cannot be read.
fn index_manager(launch: &Launch, texts: &Arc<Texts>) -> (IndexManager, Option<String>) {
    let source = launch.source.clone();
    let mut manager = IndexManager::new(source, launch.cache.as_deref(), texts.clone(), launch.today);
    let dictionary = launch.settings.dictionary.as_ref();
    let fault = dictionary.and_then(|file| Some(unreadable_file(file, &manager.use_dictionary(file).err()?, texts)));
    (manager, fault)
}

/// What the store thread runs, once there is a way for its reports.
fn store_worker(launch: &Launch, texts: &Arc<Texts>) -> impl FnOnce(Sender<Event>) -> StoreWorker + use<> {
    let config = WorkerConfig {
        source: launch.source.clone(),
        state: launch.state.clone(),
        coordinator: launch.settings.coordinator.clone(),
        today: launch.today,
        texts: texts.clone(),
    };
    let trust = launch.trust.clone();
    move |events| StoreWorker::new(config, trust, events)
}

/// What never changes, and what does, before the first event.
fn first_state(launch: Launch, texts: Arc<Texts>) -> (UiContext, State) {
    let Launch { source, settings, notices, colour, today, start, .. } = launch;
    let (keymap, key_faults) = KeyMap::new(&settings.keys);
    let (theme, theme_faults) = Theme::choose(&settings, colour);
    let faults = key_faults.iter().chain(&theme_faults).map(|fault| fault.localize_with_place(&texts));
    let warnings = notices.into_iter().chain(faults).collect();
    let folder = source.path().map(PathBuf::from);
    let ui = UiContext { texts, settings, keymap, today, embedded: folder.is_none(), folder, colour };
    let mut state = State::new(&ui, theme, warnings);
    state.only_form = start != StartView::Search;
    (ui, state)
}

fn first_commands(start: StartView) -> impl Iterator<Item = StoreCommand> {
    let view = match start {
        StartView::Search => None,
        StartView::Edit { id, agreed: true } => Some(StoreCommand::Open(id)),
        StartView::Edit { id, agreed: false } => Some(StoreCommand::Whose(id, EntryAction::Edit)),
        StartView::New { from } => Some(StoreCommand::New { from }),
    };
    std::iter::once(StoreCommand::FindDrafts).chain(view)
}

struct App {
    state: State,
    ui: UiContext,
    searches: SearchWorker,
    commands: Sender<IndexCommand>,
    store: store::StoreHandle,
    clipboard: ClipboardWorker,
    /// For threads that report once.
    sender: Sender<Event>,
    inbox: Receiver<Event>,
    /// Tells the thread that reads the terminal that its event has been dealt with.
    go_on: Sender<()>,
    /// The user's folder for state.
    own: Option<PathBuf>,
    /// True from the start of an editor until there is a key for the screen again.
    lent: Arc<AtomicBool>,
    /// When the terminal sent something last.
    last_touched: Instant,
    /// True where addresses are links of the terminal.
    hyperlinks: bool,
}

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
            self.draw(screen)?;
            let Some(event) = self.next_event() else { return Ok(()) };
            if self.happen(screen, event)? == Turn::Out {
                return Ok(());
            }
        }
    }

    /// Waits until something happens; internal notes do not stay open for longer than the settings say.
    fn next_event(&self) -> Option<Event> {
        let minutes = self.ui.settings.internal_minutes;
        if self.state.session.audience == Audience::Client || minutes == 0 {
            return self.inbox.recv().ok();
        }
        let until = self.last_touched + Duration::from_secs(u64::from(minutes) * 60);
        match self.inbox.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => Some(Event::InternalOver),
            Err(RecvTimeoutError::Disconnected) => None,
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
        self.state.search.is_answered()
    }

    /// Something has happened; what comes from the terminal is answered for, so that its thread reads on.
    fn happen(&mut self, screen: &mut Screen, event: Event) -> Result<Turn, TuiError> {
        let from_terminal = event.is_from_terminal();
        if from_terminal {
            // By now also a signal has been heard that has ended the editor.
            self.lent.store(false, Ordering::Release);
            self.last_touched = Instant::now();
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
                Effect::Copy(what, text) => {
                    let terminal = screen.copy(&text)?;
                    self.clipboard.copy(what, text, terminal);
                }
                Effect::Open(address) => desktop::open_address(address, self.sender.clone()),
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
                let reason = Text::line(&error.localize(texts));
                return Ok(Event::Edited { id, base: String::new(), text: String::new(), left: Err(reason) });
            }
        };
        self.lent.store(true, Ordering::Release);
        let left =
            screen.lend(self.state.session.mouse, || edit_text(&id, text.as_bytes(), line, self.own.as_deref()))?;
        let left = left.map_err(|error| {
            let program = Text::path(&editor().0).to_string();
            let args = [("program", program.into()), ("reason", error.localize(texts).into())];
            Text::line(&texts.with("cli-editor-failed", &args))
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

    fn draw(&mut self, screen: &mut Screen) -> Result<(), TuiError> {
        let mut layout = Layout::default();
        let frame = screen.terminal.draw(|frame| layout = view::draw(frame, &self.state, &self.ui))?;
        if self.hyperlinks {
            let links = hyperlinks::of_frame(frame.buffer, layout.entry_area(), &self.state);
            let unlinked = not_among(&screen.linked, &links, frame.buffer);
            screen.link(links, &unlinked)?;
        }
        self.state.session.layout = layout;
        Ok(())
    }
}

/// The cells that stand in a link no more, as they are now.
fn not_among(before: &[Hyperlink], now: &[Hyperlink], buffer: &Buffer) -> Vec<(Position, Cell)> {
    let linked = |place: &Position| now.iter().flat_map(|link| &link.cells).any(|(at, _)| at == place);
    let places = before.iter().flat_map(|link| &link.cells).map(|(place, _)| *place).filter(|place| !linked(place));
    places.filter_map(|place| Some((place, buffer.cell(place)?.clone()))).collect()
}
