//! The tabs, one for each kind of entries, and the order of the hits.

use ratatui::{layout::Rect, text::Line};

use super::state::{Focus, SearchPage};
use crate::{
    catalogue::Kind,
    tui::{Canvas, ClickTarget, PageEffect, Role, columns, widgets::pane::has_borders},
};

/// Shows the tab so many steps further on.
pub(super) fn step(page: &mut SearchPage, by: isize) -> Vec<PageEffect> {
    let at = (page.kind as usize).checked_add_signed(by).unwrap_or(Kind::ALL.len() - 1);
    show(page, Kind::ALL.into_iter().cycle().nth(at).unwrap_or(page.kind))
}

pub(super) fn show(page: &mut SearchPage, kind: Kind) -> Vec<PageEffect> {
    page.kind = kind;
    page.focus = Focus::List;
    page.search()
}

pub(super) fn next_sort(page: &mut SearchPage) -> Vec<PageEffect> {
    page.sort = page.sort.next();
    page.search()
}

/// Draws the tabs with their counts, and the order of the hits at the right.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, page: &SearchPage) {
    let counts = page.answer.as_ref().map_or([None; 4], |answer| answer.kinds.map(Some));
    let mut x = area.x;
    for (kind, count) in Kind::ALL.into_iter().zip(counts) {
        let active = kind == page.kind;
        let count = count.map(|count| format!(" {}", canvas.number(count))).unwrap_or_default();
        let label = canvas.text(&format!("kind-{}", kind.code()));
        // Brackets say which tab is open where there are no colours.
        let label = if active { format!("[{label}{count}]") } else { format!(" {label}{count} ") };
        let width = columns(&label);
        if x.saturating_add(width) > area.right() {
            break;
        }
        let style = canvas.style(if active { Role::TabActive } else { Role::Tab });
        let tab = Rect { x, width, ..area };
        canvas.line(tab, Line::styled(label, style));
        canvas.layout.add(tab, ClickTarget::Tab(kind));
        x += width + 1;
    }
    if has_borders(canvas.session.size.0, canvas.ui.settings.screen_reader) {
        // The border of the list says how it is sorted.
        return;
    }
    let sort = canvas.text(&format!("sort-{}", page.sort.code()));
    let width = columns(&sort);
    if x.saturating_add(width) < area.right() {
        let right = Rect { x: area.right() - width, width, ..area };
        let style = canvas.style(Role::Muted);
        canvas.line(right, Line::styled(sort, style));
        canvas.layout.add(right, ClickTarget::Sort);
    }
}
