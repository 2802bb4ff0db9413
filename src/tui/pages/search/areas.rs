//! Where the parts of the search lie, for every size of the terminal.

use ratatui::layout::Rect;

use super::state::{Focus, SearchPage};
use crate::tui::{
    columns,
    widgets::{
        layout::{LEAST, is_too_small},
        pane::{has_borders, inside},
    },
};

/// From this width on list and entry stand side by side.
const TWO_COLUMNS: u16 = 72;
/// From this width on the filters stand beside the list all the time.
pub(super) const THREE_COLUMNS: u16 = 160;
/// Below this width an entry that is read takes the whole screen.
const WIDE_ENOUGH_TO_READ: u16 = 110;
/// Width of the filters.
const FACETS: u16 = 38;
/// Rows of a list from which on a hit takes two of them, unless its columns stand beside the title.
const TALL_LIST: u16 = 12;
/// From this width on the columns of a hit stand beside its title.
const WIDE_LIST: u16 = 90;

/// From this height on a long hint may take two rows.
const ROOMY: u16 = 20;

/// Where the parts of the screen lie. Parts that are not shown have no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Areas {
    pub(super) whole: Rect,
    pub(super) line: Rect,
    pub(super) tabs: Rect,
    pub(super) chips: Rect,
    pub(super) message: Rect,
    /// The filters with their border, and what lies within.
    pub(super) facets_pane: Rect,
    pub(super) facets: Rect,
    /// The hits with their border, and what lies within.
    pub(super) list_pane: Rect,
    pub(super) list: Rect,
    /// The list without the row of its divider.
    pub(super) hits: Rect,
    /// The entry with its border, and what lies within.
    pub(super) entry_pane: Rect,
    pub(super) entry: Rect,
    pub(super) status: Rect,
    pub(super) row_height: u16,
}

impl Areas {
    /// Lays out a terminal of this size for what is open.
    pub(super) fn of(whole: Rect, page: &SearchPage, screen_reader: bool) -> Self {
        Self::with_focus(whole, page, screen_reader, page.focus)
    }

    /// Number of hits that fit into the list when it is shown.
    pub(super) fn list_rows_of(size: (u16, u16), page: &SearchPage, screen_reader: bool) -> usize {
        let whole = Rect::new(0, 0, size.0, size.1);
        Self::with_focus(whole, page, screen_reader, Focus::List).list_rows()
    }

    /// The most hits that any layout of a terminal of this height shows: with and without chips and message.
    pub(super) fn most_rows(height: u16) -> usize {
        usize::from(height.saturating_sub(3)).max(1)
    }

    fn with_focus(whole: Rect, page: &SearchPage, screen_reader: bool, focus: Focus) -> Self {
        if is_too_small(whole) {
            return Self { whole, row_height: 1, ..Self::default() };
        }
        let row = |y: u16, height: u16| Rect::new(whole.x, whole.y + y, whole.width, height);
        let chips = u16::from(!page.filters.is_empty());
        let message = message_rows(page, whole);
        let head = 2 + chips + message;
        let main = row(head, whole.height - head - 1);
        let mut areas = Self {
            whole,
            line: row(0, 1),
            tabs: row(1, 1),
            chips: row(2, chips),
            message: row(2 + chips, message),
            status: row(whole.height - 1, 1),
            ..Self::default()
        };
        areas.divide(main, page, focus, screen_reader);
        areas.set_borders(has_borders(whole.width, screen_reader));
        areas.row_height = if areas.list.height >= TALL_LIST && areas.list.width < WIDE_LIST { 2 } else { 1 };
        areas.hits = areas.list;
        areas.hits.height -= u16::from(page.has_divider()).min(areas.list.height);
        areas
    }

    fn list_rows(&self) -> usize {
        usize::from(self.hits.height / self.row_height.max(1))
    }

    /// What lies within the panes. A blank keeps the text of an entry off its border.
    fn set_borders(&mut self, bordered: bool) {
        self.facets = inside(self.facets_pane, bordered);
        self.list = inside(self.list_pane, bordered);
        self.entry = inside(self.entry_pane, bordered);
        if bordered && self.entry.width > 2 {
            self.entry = Rect { x: self.entry.x + 1, width: self.entry.width - 2, ..self.entry };
        }
    }

    fn divide(&mut self, main: Rect, page: &SearchPage, focus: Focus, one_column: bool) {
        let reading = focus == Focus::Entry && main.width < WIDE_ENOUGH_TO_READ;
        let narrow = main.width < TWO_COLUMNS || one_column || reading;
        if narrow {
            match focus {
                Focus::List => self.list_pane = main,
                Focus::Entry => self.entry_pane = main,
                Focus::Filters => self.facets_pane = main,
            }
            return;
        }
        let rest = if main.width >= THREE_COLUMNS {
            self.facets_pane = Rect { width: FACETS, ..main };
            Rect { x: main.x + FACETS, width: main.width - FACETS, ..main }
        } else {
            main
        };
        let list = page.list_share.of(rest.width);
        self.list_pane = Rect { width: list, ..rest };
        let right = Rect { x: rest.x + list, width: rest.width - list, ..rest };
        // The filters cover the entry where there is no column for them.
        if focus == Focus::Filters && self.facets_pane.is_empty() {
            self.facets_pane = right;
        } else {
            self.entry_pane = right;
        }
    }
}

/// Rows for what there is to say above the list besides the chips: a hint about an old name may take two.
fn message_rows(page: &SearchPage, whole: Rect) -> u16 {
    let hint = page.answer.as_ref().and_then(|answer| answer.hints.first());
    let offers = page.answer.as_ref().is_some_and(|answer| !answer.facts.is_empty());
    let rows = match hint {
        Some(hint) if columns(hint) > whole.width && whole.height > ROOMY => 2,
        // A row for what is offered, and one for what has to be said.
        _ if offers && has_message(page) && whole.height > ROOMY => 2,
        _ if offers => 1,
        _ => u16::from(has_message(page)),
    };
    if whole.height > LEAST.1 { rows } else { 0 }
}

/// True when there is something to say above the list besides the chips.
fn has_message(page: &SearchPage) -> bool {
    page.answer.as_ref().is_some_and(|answer| {
        (answer.suggestion.is_some() && answer.total > 0)
            || answer.partial.is_some()
            || answer.two_needs().is_some()
            || !answer.hints.is_empty()
            || !answer.issues.is_empty()
            || !answer.unknown_filters.is_empty()
            || answer.shortened
    })
}
