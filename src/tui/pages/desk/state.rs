//! What the desk holds: one's own entries, which of them is meant, and how it is looked at.

use super::order;
use crate::{
    catalogue::Id,
    store::DeskEntry,
    tui::{Action, Layout, widgets::layout::scrolled},
};

/// From this width on the entry stands beside the list.
pub(super) const BESIDE: u16 = 100;

/// One's own entries and what is due.
#[derive(Default)]
pub(crate) struct DeskPage {
    /// Those that need somebody first; `None` until they have been looked at.
    pub(super) entries: Option<Vec<DeskEntry>>,
    pub(super) at: usize,
    /// The entry that is to be selected once it is there.
    wanted: Option<Id>,
    /// Whether the entry is shown in the place of the list.
    pub(super) reading: bool,
    /// First line of the entry that is shown.
    pub(super) top: usize,
    /// Columns of the screen.
    pub(super) width: u16,
    /// True while somebody types words: a blank among them confirms nothing.
    pub(super) typing: bool,
}

impl DeskPage {
    /// A desk on a screen of so many columns.
    pub(crate) fn open(width: u16) -> Self {
        Self { width, ..Self::default() }
    }

    pub(super) fn selected(&self) -> Option<&DeskEntry> {
        self.entries.as_ref()?.get(self.at)
    }

    pub(super) fn known(&self, id: &Id) -> Option<&DeskEntry> {
        self.entries.iter().flatten().find(|entry| entry.id == *id)
    }

    /// True when one has to open an entry to see what one would confirm.
    pub(super) fn opens_to_read(&self) -> bool {
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

    pub(super) fn step(&mut self, by: isize) {
        let last = self.entries.as_ref().map_or(0, |entries| entries.len().saturating_sub(1));
        self.select(self.at.saturating_add_signed(by).min(last));
    }

    pub(super) fn select(&mut self, number: usize) {
        if number != self.at {
            (self.at, self.top) = (number, 0);
        }
    }

    pub(super) fn read(&mut self, reading: bool) {
        (self.reading, self.top) = (reading && self.selected().is_some(), 0);
    }

    pub(super) fn scroll(&mut self, layout: &Layout, action: Action) {
        self.top = scrolled(self.top, layout.entry_lines, layout.entry_height, action);
    }
}
