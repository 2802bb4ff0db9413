//! The last row: what has to be said, and the keys that work now.

use ratatui::{
    layout::Rect,
    text::{Line, Span},
};

use crate::tui::{Action, Canvas, ClickTarget, KeyContext, Role, columns, fitting};

/// Most rows of something that has to be said.
const MOST_ROWS: usize = 4;

pub(crate) struct LastRow {
    pub text: String,
    pub role: Role,
    pub context: KeyContext,
    /// The actions whose keys it names, the most useful first.
    pub offered: Vec<Action>,
    /// True where the key that activates goes over to another value.
    pub switches: bool,
}

pub(crate) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, row: &LastRow) {
    if canvas.session.message.is_some() && columns(&row.text) > area.width {
        return draw_rows(canvas, area, row);
    }
    let style = canvas.style(row.role);
    let cut = fitting(&row.text, usize::from(area.width));
    canvas.line(area, Line::styled(row.text[..cut].to_owned(), style));
    let gap = if row.text.is_empty() { 0 } else { 2 };
    let mut x = area.x.saturating_add(columns(&row.text)).saturating_add(gap);
    let keeps = canvas.ui.keeps();
    for action in row.offered.iter().copied().filter(|action| keeps || !action.keeps_entries()) {
        let Some(key) = canvas.ui.keymap.keys_for(row.context, action).into_iter().next() else { continue };
        let key = key.localize(&canvas.ui.texts);
        let label = canvas.text(&short(canvas, row, action));
        let width = columns(&key).saturating_add(1).saturating_add(columns(&label));
        if x.saturating_add(width) > area.right() {
            break;
        }
        let cell = Rect { x, width, ..area };
        let (key_style, label_style) = (canvas.style(Role::Key), canvas.style(Role::Status));
        let spans = vec![Span::styled(key, key_style), Span::styled(format!(" {label}"), label_style)];
        canvas.line(cell, Line::from(spans));
        canvas.layout.add(cell, ClickTarget::Key(action));
        x += width + 2;
    }
}

/// What an action is called in a word: here, where it means something of its own, else anywhere.
fn short(canvas: &Canvas<'_, '_>, row: &LastRow, action: Action) -> String {
    if row.switches && action == Action::Activate {
        return "short-switch".to_owned();
    }
    let here = format!("short-{}-{}", action.code(), row.context.code());
    if canvas.ui.texts.has(&here) { here } else { format!("short-{}", action.code()) }
}

/// What is too long for one row is said in several, above the keys' place: whoever has to read half of it guesses.
fn draw_rows(canvas: &mut Canvas<'_, '_>, last: Rect, row: &LastRow) {
    let lines = canvas.wrap(&row.text, row.role, usize::from(last.width));
    let rows = lines.len().min(MOST_ROWS).min(usize::from(last.bottom())) as u16;
    let area = Rect { y: last.bottom() - rows, height: rows, ..last };
    canvas.clear(area);
    canvas.lines(area, lines);
}
