//! The entry beside the list: opening it for reading, scrolling it, and how it is drawn.

use ratatui::layout::Rect;

use super::{
    lost,
    state::{Focus, SearchPage},
};
use crate::{
    catalogue::{Kind, Record},
    search::{FilterKey, Filters},
    tui::{
        Action, Canvas, ClickTarget, Layout, PageEffect,
        widgets::{layout::scrolled, sheet},
    },
};

/// Opens the entry for reading. A target group, coordinator or provider opens its offers instead.
pub(super) fn open(page: &mut SearchPage) -> Vec<PageEffect> {
    let Some(record) = page.record.clone() else { return Vec::new() };
    let key = match &*record {
        Record::Measure(_) => {
            page.focus = Focus::Entry;
            return Vec::new();
        }
        Record::TargetGroup(_) => FilterKey::TargetGroup,
        Record::Coordinator(_) => FilterKey::Coordinator,
        Record::Provider(_) => FilterKey::Provider,
    };
    page.filters = Filters::default();
    page.filters.add(key, record.id());
    page.line.reset();
    page.kind = Kind::Measure;
    page.search()
}

pub(super) fn scroll(page: &mut SearchPage, layout: &Layout, action: Action) {
    page.entry_top = scrolled(page.entry_top, layout.entry_lines, layout.entry_height, action);
}

/// Draws the entry, as whoever looks on may see it.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, page: &SearchPage) {
    if area.is_empty() {
        return;
    }
    canvas.layout.add(area, ClickTarget::Entry);
    let register = canvas.session.register.clone();
    if let (Some(record), Some(register)) = (&page.record, &register) {
        let area = lost::draw(canvas, area, page, record);
        sheet::draw_record(canvas, area, record, register, page.entry_top);
    }
}
