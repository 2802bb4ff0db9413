//! The whole screen without terminal and threads: for tests and benchmarks.
//!
//! The same state, update and views as on a real terminal; questions are answered at once on the calling thread.

use std::{
    cell::OnceCell,
    collections::VecDeque,
    path::Path,
    sync::{
        Arc,
        mpsc::{Receiver, channel},
    },
    time::{Duration, Instant},
};

use jiff::civil::Date;
use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    crossterm::event::{Event as TerminalEvent, KeyCode, KeyEvent, KeyModifiers},
    layout::{Position, Rect},
};

use unicode_width::UnicodeWidthStr;

use super::{
    CopiedBy, Effect, Event, Key, KeyMap, Layout, State, StoreCommand, Theme, UiContext,
    burst::Burst,
    clicks::Clicks,
    update::update,
    view,
    workers::{
        search,
        store::worker::{StoreWorker, WorkerConfig},
    },
};
use crate::{
    catalogue::Source,
    config::Settings,
    german::Analyser,
    locale::{Lang, Texts},
    search::Snapshot,
    store::TrustStore,
};

/// A screen in memory.
pub struct TestApp {
    state: State,
    ui: UiContext,
    snapshot: Option<Arc<Snapshot>>,
    terminal: Terminal<TestBackend>,
    analyser: Analyser,
    /// The store and what it reports, when entries are kept.
    store: Option<(StoreWorker, Receiver<Event>)>,
    /// The last frame as it is looked at, made when somebody looks.
    seen: OnceCell<Buffer>,
    left: bool,
    copied: Option<String>,
    opened: Option<String>,
    clicks: Clicks,
    now: Instant,
}

impl TestApp {
    /// Opens a screen of this size. Without a snapshot it looks as it does while the catalogue is being opened.
    pub fn open(
        snapshot: Option<Arc<Snapshot>>,
        settings: Settings,
        size: (u16, u16),
        lang: Lang,
        today: Date,
    ) -> Self {
        let texts = Arc::new(Texts::new(lang));
        let (keymap, _) = KeyMap::new(&settings.keys);
        let (theme, _) = Theme::choose(&settings, true);
        let ui = UiContext { texts, settings, keymap, today, embedded: true, folder: None, colour: true };
        let state = State::new(&ui, theme, Vec::new());
        // A test backend cannot fail; its error type says so.
        let Ok(terminal) = Terminal::new(TestBackend::new(size.0, size.1));
        let mut screen = Self {
            state,
            ui,
            snapshot: None,
            terminal,
            analyser: Analyser::new(),
            store: None,
            seen: OnceCell::new(),
            left: false,
            copied: None,
            opened: None,
            clicks: Clicks::default(),
            now: Instant::now(),
        };
        screen.happen(Event::Resized(size.0, size.1));
        if let Some(snapshot) = snapshot {
            screen.use_snapshot(snapshot);
        }
        screen.draw();
        screen
    }

    /// Lets entries be kept in this catalogue folder; drafts of unsaved forms lie in `drafts`.
    pub fn keep(&mut self, folder: &Path, drafts: &Path) {
        let Ok(source) = Source::folder(folder) else { return };
        self.ui.folder = source.path().map(Path::to_owned);
        self.ui.embedded = false;
        let (events, reports) = channel();
        let config = WorkerConfig {
            source,
            state: Some(drafts.to_owned()),
            coordinator: self.ui.settings.coordinator.clone(),
            today: self.ui.today,
            texts: self.ui.texts.clone(),
        };
        let trust = TrustStore::new(Some(drafts), None);
        self.store = Some((StoreWorker::new(config, trust, events), reports));
        self.command(StoreCommand::FindDrafts);
        if let Some(snapshot) = self.snapshot.clone() {
            self.command(StoreCommand::Snapshot(snapshot));
        }
        self.draw();
    }

    fn command(&mut self, command: StoreCommand) {
        let Some((store, reports)) = &mut self.store else { return };
        store.execute(command);
        let reports: Vec<Event> = reports.try_iter().collect();
        reports.into_iter().for_each(|report| self.happen(report));
    }

    /// A newer state of the index arrives.
    pub fn use_snapshot(&mut self, snapshot: Arc<Snapshot>) {
        self.snapshot = Some(snapshot.clone());
        self.command(StoreCommand::Snapshot(snapshot.clone()));
        self.happen(Event::Snapshot(snapshot));
        self.draw();
    }

    /// An index is being built.
    pub fn building(&mut self, done: usize, total: usize) {
        self.happen(Event::Building(done, total));
        self.draw();
    }

    /// Nobody has pressed a key for as long as internal notes may be open.
    pub fn internal_time_is_over(&mut self) {
        self.happen(Event::InternalOver);
        self.draw();
    }

    /// The catalogue has faults.
    pub fn health(&mut self, health: crate::search::IndexHealth) {
        self.happen(Event::Current(health));
        self.draw();
    }

    /// From the terminal event to the finished frame: what one key press costs.
    pub fn terminal_event(&mut self, event: TerminalEvent) {
        self.at_once([event]);
    }

    /// Events that arrive together: faster than anybody types, as fast as one clicks twice.
    pub fn at_once(&mut self, events: impl IntoIterator<Item = TerminalEvent>) {
        // A second after what was before.
        self.now += Duration::from_secs(1);
        let mut burst = Burst::default();
        for event in events {
            if !burst.take(event) {
                self.finish(std::mem::take(&mut burst));
            }
        }
        self.finish(burst);
    }

    fn finish(&mut self, burst: Burst) {
        for event in burst.finish() {
            let event = self.clicks.meaning(event, self.now);
            self.happen(event);
            self.draw();
        }
    }

    /// Presses keys: text as it stands, named keys in angle brackets, e.g. `agh <down><ctrl-u>`.
    pub fn press(&mut self, keys: &str) {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
            let key = named.and_then(|(name, tail)| Some((Key::parse(name).ok()?.to_event(), tail)));
            let (event, tail) =
                key.unwrap_or_else(|| (KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE), &rest[c.len_utf8()..]));
            self.terminal_event(TerminalEvent::Key(event));
            rest = tail;
        }
    }

    /// Changes the size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.backend_mut().resize(columns, rows);
        self.terminal_event(TerminalEvent::Resize(columns, rows));
    }

    /// What stands on the screen, line by line, without trailing blanks.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let line = |y: u16| {
            let cells = (0..buffer.area.width).filter_map(|x| buffer.cell(Position::new(x, y)));
            cells.map(|cell| cell.symbol()).collect::<String>().trim_end().to_owned()
        };
        (0..buffer.area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    /// The cells with their styles. The second cell of a wide character is blank: a terminal shows nothing of its own
    /// there, whatever an earlier frame left behind in memory.
    pub fn buffer(&self) -> &Buffer {
        self.seen.get_or_init(|| seen(self.terminal.backend().buffer()))
    }

    /// Where the cursor stands.
    pub fn cursor(&mut self) -> Position {
        let Ok(position) = self.terminal.get_cursor_position();
        position
    }

    /// True after the key that leaves.
    pub fn has_left(&self) -> bool {
        self.left
    }

    /// What was copied last.
    pub fn copied(&self) -> Option<&str> {
        self.copied.as_deref()
    }

    /// The address that was opened last.
    pub fn opened(&self) -> Option<&str> {
        self.opened.as_deref()
    }

    fn happen(&mut self, event: Event) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for effect in update(&mut self.state, &self.ui, event) {
                match effect {
                    Effect::Search(job) => {
                        let texts = &self.ui.texts;
                        let answer = |s| search::answer_safely(s, job, &mut self.analyser, texts);
                        events.extend(self.snapshot.as_deref().map(answer));
                    }
                    Effect::Quit => self.left = true,
                    Effect::Store(command) => {
                        if let Some((store, reports)) = &mut self.store {
                            store.execute(command);
                            events.extend(reports.try_iter());
                        }
                    }
                    Effect::Copy(what, text) => {
                        self.copied = Some(text);
                        events.push_back(Event::Copied(what, CopiedBy::Terminal));
                    }
                    Effect::Open(address) => {
                        self.opened = Some(address.clone());
                        events.push_back(Event::Opened(address, true));
                    }
                    Effect::Index(_) | Effect::Editor { .. } | Effect::Mouse(_) | Effect::Redraw => {}
                }
            }
        }
    }

    fn draw(&mut self) {
        let mut layout = Layout::default();
        let Ok(_) = self.terminal.draw(|frame| layout = view::draw(frame, &self.state, &self.ui));
        self.state.session.layout = layout;
        self.seen.take();
    }
}

/// The cells as a terminal shows them.
fn seen(drawn: &Buffer) -> Buffer {
    let mut buffer = drawn.clone();
    let Rect { width, height, .. } = buffer.area;
    for y in 0..height {
        for x in 1..width {
            let before = buffer.cell(Position::new(x - 1, y)).map_or(0, |cell| cell.symbol().width());
            if before > 1
                && let Some(cell) = buffer.cell_mut(Position::new(x, y))
            {
                cell.set_symbol(" ");
            }
        }
    }
    buffer
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

    use super::*;
    use crate::tui::{ClickTarget, ScrollArea};

    /// No bar is drawn here: one stands in the layout as if it were.
    #[test]
    fn a_pressed_scroll_bar_is_drawn_along_until_something_else_is_pressed() {
        let today = Date::constant(2026, 11, 20);
        let mut app = TestApp::open(None, Settings::default(), (80, 24), Lang::De, today);
        let mouse = |app: &mut TestApp, kind, column, row| {
            app.terminal_event(TerminalEvent::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
        };
        let (down, drag) = (MouseEventKind::Down(MouseButton::Left), MouseEventKind::Drag(MouseButton::Left));
        app.press("<f1>");
        let (first, track) = (app.screen(), Rect::new(70, 2, 1, 20));
        app.state.session.layout.add(track, ClickTarget::Scrollbar(ScrollArea::Overlay));
        mouse(&mut app, down, 70, 21);
        let last = app.screen();
        assert_ne!(last, first);
        mouse(&mut app, drag, 3, 11);
        let middle = app.screen();
        assert!(middle != first && middle != last, "{middle}");
        mouse(&mut app, drag, 3, 0);
        assert_eq!(app.screen(), first, "beyond the beginning");
        app.press("<pagedown><pagedown><pagedown><pagedown><pagedown><pagedown>");
        assert_eq!(app.screen(), last, "its end is the end");
        mouse(&mut app, down, 40, 10);
        mouse(&mut app, drag, 40, 2);
        assert_eq!(app.screen(), last);
    }
}
