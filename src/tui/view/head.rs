//! The first two rows: search line and tabs.

use super::Canvas;
use crate::tui::widgets::layout::ClickTarget;
use crate::tui::widgets::text::{columns, fitting, scrolled_away};
use crate::{catalogue::Kind, tui::theme::Role};
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Draws the search line; returns where its cursor stands.
pub(super) fn search_line(canvas: &mut Canvas<'_, '_>, area: Rect) -> Option<Position> {
    let prompt = format!("{}: ", canvas.get("screen-search"));
    let mut name = catalogue_name(canvas);
    name.truncate(fitting(&name, usize::from(area.width / 3)));
    let name_width = columns(&name);
    let prompt_width = columns(&prompt);
    let room = area
        .width
        .saturating_sub(prompt_width.saturating_add(name_width + 2))
        .max(10)
        .min(area.width.saturating_sub(prompt_width));
    let (value, input) = (canvas.state.line.value(), &canvas.state.line);
    let scroll = input.visual_scroll(usize::from(room.saturating_sub(1)));
    let hidden = scrolled_away(value, scroll);
    let scroll = usize::from(columns(&value[..hidden]));
    let shown = &value[hidden..];
    let shown = &shown[..fitting(shown, usize::from(room))];
    let mut spans = vec![Span::styled(prompt, canvas.style(Role::Key))];
    if value.is_empty() {
        let hint = canvas.get("screen-placeholder");
        let cut = fitting(&hint, usize::from(room));
        spans.push(Span::styled(hint[..cut].to_owned(), canvas.style(Role::Placeholder)));
    } else {
        spans.push(Span::styled(shown.to_owned(), canvas.style(Role::Input)));
    }
    canvas.line(area, Line::from(spans));
    if area.width > prompt_width.saturating_add(room).saturating_add(name_width) {
        let right = Rect { x: area.right() - name_width, width: name_width, ..area };
        let style = canvas.style(Role::Muted);
        canvas.line(right, Line::styled(name, style));
    }
    let column = input.visual_cursor().saturating_sub(scroll).min(usize::from(room)) as u16;
    Some(Position::new((area.x + prompt_width + column).min(area.right().saturating_sub(1)), area.y))
}

fn catalogue_name(canvas: &Canvas<'_, '_>) -> String {
    let Some(register) = &canvas.state.session.register else { return String::new() };
    let demo = canvas.ui.embedded || register.manifest.demo;
    let title = register.manifest.title.as_str();
    if demo { format!("{title} · {}", canvas.get("screen-demo")) } else { title.to_owned() }
}

/// Draws the tabs with their counts, and the order of the hits at the right.
pub(super) fn tabs(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let counts = canvas.state.answer.as_ref().map(|answer| answer.kinds);
    let mut x = area.x;
    for (number, kind) in Kind::ALL.into_iter().enumerate() {
        let active = kind == canvas.state.kind;
        let count = counts.map(|counts| format!(" {}", canvas.number(counts[number]))).unwrap_or_default();
        let label = canvas.get(&format!("kind-{}", kind.code()));
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
    let sort = canvas.get(&format!("sort-{}", canvas.state.sort.code()));
    let width = columns(&sort);
    if x.saturating_add(width) < area.right() {
        let right = Rect { x: area.right() - width, width, ..area };
        let style = canvas.style(Role::Muted);
        canvas.line(right, Line::styled(sort, style));
        canvas.layout.add(right, ClickTarget::Sort);
    }
}
