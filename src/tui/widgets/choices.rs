//! What lists above a page share: a frame with a title on a ground of their own, and where one is among the choices.

use ratatui::{
    layout::Rect,
    text::Line,
    widgets::{Block, Borders},
};

use super::{pane::has_borders, scroll::position};
use crate::tui::{Action, Canvas, Role};

/// True where lists have a frame, as panes have a border.
pub(crate) fn is_framed(canvas: &Canvas<'_, '_>) -> bool {
    has_borders(canvas.frame.area().width, canvas.ui.settings.screen_reader)
}

/// Empties an area for a list, and frames it where lists have a frame; returns what is inside.
pub(crate) fn open(canvas: &mut Canvas<'_, '_>, area: Rect, title: &str) -> Rect {
    canvas.clear(area);
    if !is_framed(canvas) {
        return area;
    }
    let (border, heading) = (canvas.style(Role::BorderFocus), canvas.style(Role::Heading));
    let block = Block::new().borders(Borders::ALL).border_style(border);
    let block = block.title(Line::styled(format!(" {title} "), heading));
    let inner = block.inner(area);
    canvas.frame.render_widget(block, area);
    inner
}

/// "3 von 12": the marked one, counted from nought, among so many.
pub(crate) fn place(canvas: &Canvas<'_, '_>, at: usize, count: usize) -> String {
    position(at + 1, count, &canvas.ui.texts)
}

/// Takes away of what was typed to narrow a list; false when the key does something else.
pub(crate) fn take_away(typed: &mut String, action: Action) -> bool {
    match action {
        Action::DeleteBack => drop(typed.pop()),
        Action::DeleteWordBack | Action::ClearLine => typed.clear(),
        _ => return false,
    }
    true
}
