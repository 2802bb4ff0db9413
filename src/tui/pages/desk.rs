//! The desk: one's own entries, what is due, and what each of them lacks; the keys that look at them and confirm them.

mod order;
mod view;

use ratatui::layout::{Position, Rect};

use crate::{
    base::Text,
    catalogue::{Id, name_in_entry_path},
    store::DeskEntry,
    tui::{
        Action, Canvas, ClickTarget, Effect, EntryAction, KeyContext, KnownPlaces, PageContext, PageEffect, PageHelp,
        Session, StackedPage, StoreCommand, widgets::layout::scrolled,
    },
};

/// From this width on the entry stands beside the list.
const BESIDE: u16 = 100;

/// One's own entries and what is due.
#[derive(Default)]
pub(crate) struct DeskPage {
    /// Those that need somebody first; `None` until they have been looked at.
    entries: Option<Vec<DeskEntry>>,
    at: usize,
    /// The entry that is to be selected once it is there.
    wanted: Option<Id>,
    /// Whether the entry is shown in the place of the list.
    reading: bool,
    /// First line of the entry that is shown.
    top: usize,
    /// Columns of the screen.
    width: u16,
    /// True while somebody types words: a blank among them confirms nothing.
    typing: bool,
}

/// Lets the entries be read again, those included of whose files the index could make nothing.
pub(crate) fn look(session: &Session) -> Effect {
    let name = |path: &str| Id::parse(name_in_entry_path(path)?);
    let errors = session.index.health.errors.iter();
    Effect::Store(StoreCommand::Desk { broken: errors.filter_map(|fault| name(&fault.location.file)).collect() })
}

impl StackedPage for DeskPage {
    fn key_context(&self) -> KeyContext {
        KeyContext::Desk
    }

    fn help(&self) -> PageHelp {
        use Action::{
            Back, ConfirmEntry, CopyEntry, Desk, EditEntry, FreePlaces, Help, History, NewEntry, OpenEditor, Problems,
            Quit, Redraw, Refresh, ScrollEntryDown, ScrollEntryPageDown, ScrollEntryPageUp, ScrollEntryUp,
            ToggleInternal, ToggleMouse, UndoConfirmation,
        };
        PageHelp {
            contexts: &[KeyContext::Desk],
            works: &[
                Help,
                Back,
                Quit,
                ScrollEntryUp,
                ScrollEntryDown,
                ScrollEntryPageUp,
                ScrollEntryPageDown,
                ToggleInternal,
                Problems,
                Refresh,
                Desk,
                EditEntry,
                OpenEditor,
                NewEntry,
                CopyEntry,
                ConfirmEntry,
                UndoConfirmation,
                FreePlaces,
                History,
                ToggleMouse,
                Redraw,
            ],
            in_table: false,
        }
    }

    fn offered(&self) -> Vec<Action> {
        use Action::{Activate, Back, ConfirmEntry, EditEntry, FreePlaces, Help, History, NewEntry, OpenEntry};
        if self.entries.as_ref().is_some_and(Vec::is_empty) {
            return vec![NewEntry, Back, Help];
        }
        let (first, later) = if self.opens_to_read() { (OpenEntry, EditEntry) } else { (Activate, OpenEntry) };
        vec![first, ConfirmEntry, FreePlaces, Back, Help, History, NewEntry, later]
    }

    fn on_action(&mut self, cx: PageContext<'_>, action: Action) -> Vec<PageEffect> {
        self.width = cx.session.size.0;
        self.typing = false;
        let page = (cx.session.list_rows.max(1)) as isize;
        match action {
            Action::Back if self.reading => self.read(false),
            Action::Back => return vec![PageEffect::Close],
            Action::OpenEntry => self.read(!self.reading),
            Action::Activate if self.opens_to_read() => self.read(true),
            Action::Activate => return vec![PageEffect::Entry(EntryAction::Edit)],
            Action::SelectPrevious => self.step(-1),
            Action::SelectNext => self.step(1),
            // Where there is no list, its keys leaf through what is there.
            Action::PageUp | Action::PageDown if self.reading => self.scroll(cx, action),
            Action::PageUp => self.step(-page),
            Action::PageDown => self.step(page),
            Action::First | Action::CursorStart => self.step(isize::MIN),
            Action::Last | Action::CursorEnd => self.step(isize::MAX),
            Action::ScrollEntryUp
            | Action::ScrollEntryDown
            | Action::ScrollEntryPageUp
            | Action::ScrollEntryPageDown
            | Action::ScrollEntryTop
            | Action::ScrollEntryBottom => self.scroll(cx, action),
            _ => {}
        }
        Vec::new()
    }

    fn on_click(&mut self, cx: PageContext<'_>, target: &ClickTarget) -> Vec<PageEffect> {
        self.width = cx.session.size.0;
        if let ClickTarget::Item(number) = target {
            self.select(*number);
        }
        Vec::new()
    }

    /// A blank confirms, and a number is one of free places: nothing else is typed here.
    fn on_text(&mut self, cx: PageContext<'_>, text: &str) -> Vec<PageEffect> {
        self.width = cx.session.size.0;
        let is_number = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        match text {
            " " if !self.typing => vec![PageEffect::Entry(EntryAction::Confirm)],
            number if is_number && !self.typing => {
                vec![PageEffect::Entry(EntryAction::Places), PageEffect::Type(number.to_owned())]
            }
            _ => {
                self.typing = true;
                let back = cx.ui.keymap.keys_for(self.key_context(), Action::Back);
                let back = back.first().map(|key| key.localize(&cx.ui.texts)).unwrap_or_default();
                vec![PageEffect::Message(cx.ui.texts.with("notice-desk-letters", &[("key", back.into())]))]
            }
        }
    }

    fn on_resize(&mut self, cx: PageContext<'_>) {
        self.width = cx.session.size.0;
    }

    fn draw(&self, canvas: &mut Canvas<'_, '_>, area: Rect) -> Option<Position> {
        view::draw(canvas, area, self)
    }

    fn entry(&self) -> Option<&Id> {
        self.selected().map(|entry| &entry.id)
    }

    fn title_of(&self, id: &Id) -> Option<&Text> {
        self.known(id).map(|entry| &entry.title)
    }

    fn places_of(&self, id: &Id) -> Option<KnownPlaces> {
        self.known(id).map(|entry| KnownPlaces { free: entry.free, as_of: entry.as_of })
    }
}

impl DeskPage {
    /// A desk on a screen of so many columns.
    pub(crate) fn open(width: u16) -> Self {
        Self { width, ..Self::default() }
    }

    fn selected(&self) -> Option<&DeskEntry> {
        self.entries.as_ref()?.get(self.at)
    }

    fn known(&self, id: &Id) -> Option<&DeskEntry> {
        self.entries.iter().flatten().find(|entry| entry.id == *id)
    }

    /// True when one has to open an entry to see what one would confirm.
    fn opens_to_read(&self) -> bool {
        self.width < BESIDE && !self.reading
    }

    /// The entries have been read. They keep their order while the desk is open, and the selection stays with its entry:
    /// whoever confirms one after the other goes on with the next.
    pub(crate) fn on_entries(&mut self, entries: Vec<DeskEntry>) {
        let known = self.entries.take().unwrap_or_default();
        let id = known.get(self.at).map(|entry| entry.id.clone());
        let entries = order::settled(&known, entries);
        let position = |id: &Id| entries.iter().position(|entry| entry.id == *id);
        let new = self.wanted.as_ref().and_then(position);
        let at = new.or_else(|| id.as_ref().and_then(position)).unwrap_or(self.at);
        let at = at.min(entries.len().saturating_sub(1));
        if new.is_some() {
            self.wanted = None;
            self.top = 0;
        }
        self.at = at;
        self.entries = Some(entries);
    }

    /// Selects an entry that was just made, as soon as it is there.
    pub(crate) fn want(&mut self, id: &Id) {
        self.wanted = Some(id.clone());
    }

    fn step(&mut self, by: isize) {
        let last = self.entries.as_ref().map_or(0, |entries| entries.len().saturating_sub(1));
        self.select(self.at.saturating_add_signed(by).min(last));
    }

    fn select(&mut self, number: usize) {
        if number != self.at {
            (self.at, self.top) = (number, 0);
        }
    }

    fn read(&mut self, reading: bool) {
        (self.reading, self.top) = (reading && self.selected().is_some(), 0);
    }

    fn scroll(&mut self, cx: PageContext<'_>, action: Action) {
        let layout = &cx.session.layout;
        self.top = scrolled(self.top, layout.entry_lines, layout.entry_height, action);
    }
}
