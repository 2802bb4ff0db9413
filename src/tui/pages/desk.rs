//! The desk: one's own entries, what is due, and what each of them lacks; the keys that look at them and confirm them.

mod order;
pub(crate) mod state;
mod view;

use ratatui::layout::{Position, Rect};

use self::state::DeskPage;
use crate::{
    base::Text,
    catalogue::{Id, name_in_entry_path},
    tui::{
        Action, Canvas, ClickTarget, Effect, EntryAction, KeyContext, KnownPlaces, PageContext, PageEffect, PageHelp,
        Session, StackedPage, StoreCommand,
    },
};

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
            Action::PageUp | Action::PageDown if self.reading => self.scroll(&cx.session.layout, action),
            Action::PageUp => self.step(-page),
            Action::PageDown => self.step(page),
            Action::First | Action::CursorStart => self.step(isize::MIN),
            Action::Last | Action::CursorEnd => self.step(isize::MAX),
            Action::ScrollEntryUp
            | Action::ScrollEntryDown
            | Action::ScrollEntryPageUp
            | Action::ScrollEntryPageDown
            | Action::ScrollEntryTop
            | Action::ScrollEntryBottom => self.scroll(&cx.session.layout, action),
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
                let back = cx.ui.key_for(self.key_context(), Action::Back);
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
