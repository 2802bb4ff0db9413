//! The tabs, one for each kind of entries, and the order of the hits.

use ratatui::{layout::Rect, text::Line};

use super::state::{Focus, SearchPage};
use crate::{
    catalogue::Kind,
    tui::{
        action::Action,
        pages::contract::PageEffect,
        theme::Role,
        widgets::{canvas::Canvas, layout::ClickTarget, text::columns},
    },
};

/// Goes to the tab that a key asks for.
pub(super) fn go(page: &mut SearchPage, action: Action) -> Vec<PageEffect> {
    let kind = match action {
        Action::NextKind => neighbour(page.kind, 1),
        Action::PreviousKind => neighbour(page.kind, Kind::ALL.len() - 1),
        Action::ShowKind(number) => match Kind::ALL.get(usize::from(number).wrapping_sub(1)) {
            Some(kind) => *kind,
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    show(page, kind)
}

/// Shows a tab.
pub(super) fn show(page: &mut SearchPage, kind: Kind) -> Vec<PageEffect> {
    page.kind = kind;
    page.focus = Focus::List;
    page.search()
}

/// Another order.
pub(super) fn next_sort(page: &mut SearchPage) -> Vec<PageEffect> {
    page.sort = page.sort.next();
    page.search()
}

fn neighbour(kind: Kind, steps: usize) -> Kind {
    let at = Kind::ALL.iter().position(|other| *other == kind).unwrap_or(0);
    Kind::ALL.into_iter().cycle().nth(at + steps).unwrap_or(kind)
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
    let sort = canvas.text(&format!("sort-{}", page.sort.code()));
    let width = columns(&sort);
    if x.saturating_add(width) < area.right() {
        let right = Rect { x: area.right() - width, width, ..area };
        let style = canvas.style(Role::Muted);
        canvas.line(right, Line::styled(sort, style));
        canvas.layout.add(right, ClickTarget::Sort);
    }
}
