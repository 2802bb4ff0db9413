//! The list of choices of a field, below or above it.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
    widgets::Clear,
};
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use crate::tui::widgets::layout::ClickTarget;
use crate::tui::widgets::text::{Marked, columns};
use crate::tui::{form::Form, theme::Role};

/// Most choices that are shown at once.
const ROWS: u16 = 10;

/// Draws the list at the row of its field; returns where the cursor stands.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, field: Rect, within: Rect, form: &Form) -> Option<Position> {
    let picker = form.picker.as_ref()?;
    let options = picker.shown();
    let below = within.bottom().saturating_sub(field.y + 1);
    let above = field.y.saturating_sub(within.y);
    let room = below.max(above).min(ROWS + 1);
    let rows = (options.len() as u16).clamp(1, ROWS).min(room.saturating_sub(1));
    let height = rows + 1;
    let y = if below >= height { field.y + 1 } else { field.y.saturating_sub(height) };
    let area = Rect { y, height: height.min(within.bottom().saturating_sub(y)), ..field };
    canvas.frame.render_widget(Clear, area);
    canvas.fill(area);
    let cursor = filter(canvas, Rect { height: 1, ..area }, &picker.filter);
    if options.is_empty() {
        let text = canvas.get("form-no-choice");
        let style = canvas.style(Role::Muted);
        canvas.line(Rect { y: area.y + 1, height: 1, ..area }, Line::styled(text, style));
        return cursor;
    }
    let top = picker.at.saturating_sub(usize::from(rows).saturating_sub(1));
    for (number, option) in options.iter().enumerate().skip(top).take(usize::from(rows)) {
        let row = Rect { y: area.y + 1 + (number - top) as u16, height: 1, ..area };
        let marked = number == picker.at;
        let chosen = picker.chosen.contains(&option.0);
        line(canvas, row, option, marked, chosen, picker.multiple);
        canvas.layout.add(row, ClickTarget::Choice(number));
    }
    cursor
}

fn filter(canvas: &mut Canvas<'_, '_>, row: Rect, typed: &str) -> Option<Position> {
    let prompt = format!("{}: ", canvas.get("form-filter"));
    let width = usize::from(row.width.saturating_sub(columns(&prompt)));
    let styles = [canvas.style(Role::Key), canvas.style(Role::Input)];
    let mut spans = vec![Span::styled(prompt.clone(), styles[0])];
    spans.extend(Marked::plain(typed, styles[1]).cut(width));
    canvas.line(row, Line::from(spans));
    let column = columns(&prompt).saturating_add(columns(typed)).min(row.width.saturating_sub(1));
    Some(Position::new(row.x + column, row.y))
}

fn line(
    canvas: &mut Canvas<'_, '_>,
    row: Rect,
    (code, label): &(String, String),
    marked: bool,
    chosen: bool,
    multiple: bool,
) {
    let style = canvas.style(if marked { Role::Selected } else { Role::Chip });
    let box_ = match (multiple, chosen) {
        (true, true) => "[x] ",
        (true, false) => "[ ] ",
        (false, true) => "(•) ",
        (false, false) => "( ) ",
    };
    let text =
        if code.is_empty() || label.eq_ignore_ascii_case(code) { label.clone() } else { format!("{label} ({code})") };
    let mut spans = vec![Span::styled(if marked { "›" } else { " " }, style), Span::styled(box_, style)];
    spans.extend(Marked::plain(&text, style).cut(usize::from(row.width).saturating_sub(5)));
    let used: usize = spans.iter().map(|span| span.content.width()).sum();
    spans.push(Span::styled(" ".repeat(usize::from(row.width).saturating_sub(used)), style));
    canvas.line(row, Line::from(spans));
}
