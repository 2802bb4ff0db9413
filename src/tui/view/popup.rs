//! The values offered while a filter is typed, below the search line.

use ratatui::{
    layout::Rect,
    text::{Line, Span},
    widgets::Clear,
};
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use crate::tui::theme::Role;
use crate::tui::widgets::layout::ClickTarget;
use crate::tui::widgets::text::Marked;

/// Most values that are shown at once.
const ROWS: usize = 8;

pub(super) fn draw(canvas: &mut Canvas<'_, '_>, line: Rect, whole: Rect) {
    let Some(completion) = canvas.state.completion.clone() else { return };
    let shown = completion.values.len().min(ROWS).min(usize::from(whole.height.saturating_sub(2)));
    if shown == 0 {
        return;
    }
    let widest = completion.values.iter().map(|value| value.label.width() + value.id.width() + 5).max().unwrap_or(0);
    let width = (widest.clamp(20, 70) as u16).min(whole.width);
    let before = canvas.state.line.value().get(..completion.range.start).map_or(0, UnicodeWidthStr::width);
    let prompt = canvas.get("screen-search").width() + 2;
    let x = ((before + prompt).min(usize::from(whole.right())) as u16).min(whole.right().saturating_sub(width));
    let area = Rect { x, y: line.bottom(), width, height: shown as u16 };
    canvas.frame.render_widget(Clear, area);
    let top = completion.selected.saturating_sub(shown - 1);
    for (row, (number, value)) in completion.values.iter().enumerate().skip(top).take(shown).enumerate() {
        let current = number == completion.selected;
        let style = canvas.style(if current { Role::Selected } else { Role::Chip });
        let cell = Rect { y: area.y + row as u16, height: 1, ..area };
        let text = if value.id.eq_ignore_ascii_case(&value.label) {
            value.label.clone()
        } else {
            format!("{} ({})", value.label, value.id)
        };
        let mut spans = vec![Span::styled(if current { "› " } else { "  " }, style)];
        spans.extend(Marked::plain(&text, style).cut(usize::from(width).saturating_sub(2)));
        let used: usize = spans.iter().map(|span| span.content.width()).sum();
        spans.push(Span::styled(" ".repeat(usize::from(width).saturating_sub(used)), style));
        canvas.line(cell, Line::from(spans));
        canvas.layout.add(cell, ClickTarget::Completion(number));
    }
}
