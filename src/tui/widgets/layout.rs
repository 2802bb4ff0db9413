//! Where things stand on the screen: what a click means, and how far something can be scrolled.

use ratatui::layout::{Position, Rect};

use crate::{catalogue::Kind, search::FilterKey, tui::Action};

/// Columns and rows below which the words do not fit any more.
pub(crate) const LEAST: (u16, u16) = (24, 6);

/// True when the words do not fit.
pub(crate) fn is_too_small(area: Rect) -> bool {
    area.width < LEAST.0 || area.height < LEAST.1
}

/// Where things stand on the screen: for the mouse, and for paging.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    targets: Vec<(Rect, ClickTarget)>,
    /// Lines of the entry and how many of them fit.
    pub entry_lines: usize,
    /// Lines of the entry that fit.
    pub entry_height: usize,
    /// Lines of the window above the screen.
    pub overlay_lines: usize,
    /// Lines of that window that fit.
    pub overlay_height: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ClickTarget {
    /// A hit, counted from the first of all.
    Hit(usize),
    /// The list around the hits.
    List,
    Entry,
    Tab(Kind),
    /// A chosen filter.
    Chip(FilterKey, String),
    /// A facet's heading in the panel.
    Facet(FilterKey),
    /// The row of a facet that stands for its other values.
    MoreValues(FilterKey),
    /// A value in the panel.
    Value(FilterKey, String),
    /// An offered value.
    Completion(usize),
    /// The order of the hits.
    Sort,
    /// A key of the status line.
    Key(Action),
    /// The window above the screen.
    Overlay,
    /// An entry of the desk or a state of a history.
    Item(usize),
    /// A cell of the report: row, column.
    Cell(usize, usize),
    /// A field of the form.
    Field(usize),
    /// A choice of the open list.
    Choice(usize),
    /// An answer to the question.
    Answer(usize),
}

impl Layout {
    /// Something that can be clicked was drawn here.
    pub(crate) fn add(&mut self, area: Rect, target: ClickTarget) {
        self.targets.push((area, target));
    }

    /// What lies at this position; what was drawn last lies on top.
    pub(crate) fn target(&self, column: u16, row: u16) -> Option<&ClickTarget> {
        let at = Position::new(column, row);
        self.targets.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, target)| target)
    }
}

/// The first line that is shown of something scrolled, of which `height` lines fit.
pub(crate) fn scrolled(top: usize, lines: usize, height: usize, action: Action) -> usize {
    let last = lines.saturating_sub(height);
    let page = height.saturating_sub(1).max(1);
    let target = match action {
        Action::ScrollEntryUp | Action::SelectPrevious => top.saturating_sub(1),
        Action::ScrollEntryDown | Action::SelectNext => top + 1,
        Action::ScrollEntryPageUp | Action::PageUp => top.saturating_sub(page),
        Action::ScrollEntryPageDown | Action::PageDown => top + page,
        Action::ScrollEntryTop | Action::First => 0,
        _ => last,
    };
    target.min(last)
}
