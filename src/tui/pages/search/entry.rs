//! The entry beside the list: opening it for reading, scrolling it, and how it is drawn.

use super::{
    areas::Areas,
    lost,
    state::{Focus, SearchPage},
};
use crate::{
    catalogue::{Kind, Record},
    search::{FilterKey, Filters},
    tui::{
        Action, Canvas, ClickTarget, Layout, PageEffect, ScrollArea,
        widgets::{
            choices,
            layout::{Along, scrolled},
            pane::Pane,
            sheet,
        },
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

/// Scrolls as far as the bar of the entry was drawn.
pub(super) fn scroll_to(page: &mut SearchPage, layout: &Layout, along: Along) {
    page.entry_top = along.up_to(layout.entry_lines.saturating_sub(layout.entry_height));
}

/// Draws the entry in its pane, as whoever looks on may see it.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, areas: &Areas, page: &SearchPage) {
    if areas.entry_pane.is_empty() {
        return;
    }
    let kind = page.record.as_ref().map_or(page.kind, |record| record.kind());
    let title = canvas.text(&format!("pane-{}", kind.code()));
    // Where the list is not shown, the entry says which hit it is.
    let unlisted = areas.list_pane.is_empty();
    let note = if unlisted { choices::place(canvas, page.selected, page.total()) } else { String::new() };
    let pane = Pane::draw(canvas, areas.entry_pane, &title, &note, page.focus == Focus::Entry);
    canvas.layout.add(areas.entry_pane, ClickTarget::Entry);
    let register = canvas.session.register.clone();
    let (Some(record), Some(register)) = (&page.record, &register) else { return };
    let area = lost::draw(canvas, areas.entry, page, record);
    if pane.is_bordered() {
        let scroll = sheet::draw_in_pane(canvas, area, record, register, page.entry_top);
        if !scroll.is_whole() {
            pane.scroll(canvas, &scroll, ScrollArea::Entry);
        }
    } else {
        sheet::draw_record(canvas, area, record, register, page.entry_top);
    }
}
