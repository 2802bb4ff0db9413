//! What all pages share while the screen is open: looks, who looks on, the catalogue's register, the state of the index.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::{ClickTarget, IndexCommand, Layout, Theme, UiContext};
use crate::{
    catalogue::{Id, Register, entry_path},
    consultation::Audience,
    locale::Texts,
    search::IndexHealth,
};

/// What all pages share.
pub(super) struct Session {
    pub theme: Theme,
    /// Who looks on.
    pub audience: Audience,
    /// Whether the mouse is ours.
    pub mouse: bool,
    /// Size of the terminal: columns, rows.
    pub size: (u16, u16),
    /// Hits that fit into the list of the search, whether it is shown now or not: the step by which lists are paged.
    pub list_rows: usize,
    /// Where things stood in the last frame: for the mouse and for scrolling.
    pub layout: Layout,
    /// What the mouse was pressed on, and where that stood.
    pub pressed: Option<(Rect, ClickTarget)>,
    /// Something to say once, until the next key.
    pub message: Option<String>,
    /// True from the first press of a key that leaves at the second, until any other key.
    pub leaving: bool,
    /// Things to say that stay, about the settings.
    pub warnings: Vec<String>,
    /// What is wrong with the home place, as long as the catalogue does not have it.
    pub home_place_fault: Option<String>,
    /// What entries refer to; `None` until there is an index.
    pub register: Option<Arc<Register>>,
    pub index: IndexState,
    /// The entry on the screen whose file is faulty or gone.
    pub lost_entry: Option<Id>,
}

/// What the index thread has said last.
#[derive(Default)]
pub(super) struct IndexState {
    /// `(done, total)` while an index is being built.
    pub building: Option<(usize, usize)>,
    /// What is wrong with catalogue and index.
    pub health: IndexHealth,
    /// Why the catalogue cannot be read at the moment, if it cannot.
    pub unreadable: Option<String>,
    /// True from the key that asks for a refresh until there is news of it.
    refreshing: bool,
    /// True when a damaged index has been built anew in this session.
    rebuilt: bool,
}

impl Session {
    pub(super) fn new(ui: &UiContext, theme: Theme, warnings: Vec<String>) -> Self {
        Self {
            theme,
            audience: if ui.settings.internal_view { Audience::Staff } else { Audience::Client },
            mouse: ui.settings.mouse,
            size: (0, 0),
            list_rows: 0,
            layout: Layout::default(),
            pressed: None,
            message: None,
            leaving: false,
            warnings,
            home_place_fault: None,
            register: None,
            index: IndexState::default(),
            lost_entry: None,
        }
    }

    /// Number of things that are wrong with settings, catalogue and index.
    pub(super) fn problems(&self) -> usize {
        let IndexState { health, unreadable, .. } = &self.index;
        self.warnings.len()
            + usize::from(self.home_place_fault.is_some())
            + usize::from(unreadable.is_some())
            + health.errors.len()
            + usize::from(self.gone_entry().is_some())
            + usize::from(health.in_memory.is_some())
    }

    /// The entry on the screen whose file there is no more; one that is faulty is among the errors.
    pub(super) fn gone_entry(&self) -> Option<&Id> {
        let IndexState { health, building, .. } = &self.index;
        let is_of = |id: &Id| health.errors.iter().any(|error| *error.location.file == *entry_path(id));
        self.lost_entry.as_ref().filter(|id| building.is_none() && !is_of(id))
    }

    /// Takes the mouse or gives it back; true when it is ours now.
    pub(super) fn toggle_mouse(&mut self, texts: &Texts) -> bool {
        self.mouse = !self.mouse;
        let key = if self.mouse { "notice-mouse-on" } else { "notice-mouse-off" };
        self.message = Some(texts.get(key).into_owned());
        self.mouse
    }

    pub(super) fn cycle_theme(&mut self, ui: &UiContext) {
        if ui.colour {
            self.theme = self.theme.next(&ui.settings);
        }
        self.message = Some(ui.texts.with("notice-theme", &[("name", self.theme.name().into())]));
    }

    /// Somebody wants to know whether files have changed.
    pub(super) fn refresh(&mut self, texts: &Texts) -> IndexCommand {
        self.message = Some(texts.get("notice-refresh").into_owned());
        self.index.refreshing = true;
        IndexCommand::Refresh
    }

    /// A damaged index is built anew, once; the words stay on the screen until it is there. If the new one fails as
    /// well, the fault lies elsewhere, and building on and on would help nobody.
    pub(super) fn index_failed(&mut self, texts: &Texts, reason: &str) -> Option<IndexCommand> {
        let again = std::mem::replace(&mut self.index.rebuilt, true);
        let key = if again { "notice-search-failed" } else { "notice-index-damaged" };
        self.message = Some(texts.with(key, &[("reason", reason.into())]));
        (!again).then_some(IndexCommand::Rebuild)
    }

    /// The index was damaged, and has been built anew without anybody having to do anything.
    pub(super) fn index_unfit(&mut self, texts: &Texts, reason: &str) {
        self.message = Some(texts.with("notice-index-unfit", &[("reason", reason.into())]));
    }

    /// The index agrees with the files again. True when other files are faulty than before.
    pub(super) fn index_current(&mut self, texts: &Texts, health: IndexHealth) -> bool {
        let news = self.index.health.errors != health.errors;
        self.index.building = None;
        self.index.health = health;
        self.index.unreadable = None;
        if std::mem::take(&mut self.index.refreshing) {
            self.message = Some(texts.get("notice-refreshed").into_owned());
        }
        news
    }

    /// The catalogue cannot be read: the last state serves on, and the screen says so until it can be read again.
    pub(super) fn catalogue_unreadable(&mut self, texts: &Texts, reason: &str) {
        self.index.building = None;
        self.index.refreshing = false;
        self.message = None;
        self.index.unreadable = Some(texts.with("notice-catalogue-gone", &[("reason", reason.into())]));
    }
}
