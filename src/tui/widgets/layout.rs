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

/// What a scrollbar belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScrollArea {
    List,
    Entry,
    Filters,
    Overlay,
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
    /// What divides offers that can be had from the others.
    Divider,
    /// The bar beside something that scrolls; its area is the track.
    Scrollbar(ScrollArea),
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

/// How far along something: the first of `whole` steps is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Along {
    part: usize,
    whole: usize,
}

impl Along {
    /// How far down in this area a row is; a row beside it is at its end.
    pub(crate) fn of(area: Rect, row: u16) -> Self {
        let whole = area.height.saturating_sub(1);
        Self { part: usize::from(row.saturating_sub(area.y).min(whole)), whole: usize::from(whole) }
    }

    /// As far along from nothing to `most`.
    pub(crate) fn up_to(self, most: usize) -> usize {
        let half = self.whole / 2;
        most.saturating_mul(self.part).saturating_add(half).checked_div(self.whole).unwrap_or(0).min(most)
    }
}

impl Layout {
    /// Something that can be clicked was drawn here.
    pub(crate) fn add(&mut self, area: Rect, target: ClickTarget) {
        self.targets.push((area, target));
    }

    /// What lies at this position; what was drawn last lies on top.
    pub(crate) fn target(&self, column: u16, row: u16) -> Option<&ClickTarget> {
        self.hit(column, row).map(|(_, target)| target)
    }

    /// The same with its area.
    pub(crate) fn hit(&self, column: u16, row: u16) -> Option<&(Rect, ClickTarget)> {
        let at = Position::new(column, row);
        self.targets.iter().rev().find(|(area, _)| area.contains(at))
    }

    /// Where the entry was drawn.
    pub(crate) fn entry_area(&self) -> Option<Rect> {
        self.targets.iter().find(|(_, target)| *target == ClickTarget::Entry).map(|(area, _)| *area)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_track_leads_from_the_beginning_to_the_end() {
        let track = Rect::new(79, 4, 1, 11);
        let reached = |row: u16| Along::of(track, row).up_to(97);
        assert_eq!([0, 4, 5, 9, 14, 200].map(reached), [0, 0, 10, 49, 97, 97]);
        assert_eq!(Along::of(Rect::new(0, 0, 1, 1), 0).up_to(97), 0, "there is no way to go");
        assert_eq!(Along::of(track, 9).up_to(0), 0);
    }
}
