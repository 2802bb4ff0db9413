//! What lists above a page share: a frame with a title on a ground of their own, and where one is among the choices.

use ratatui::{
    layout::Rect,
    text::Line,
    widgets::{Block, Borders},
};

use crate::tui::{Canvas, Role};

/// Below this width a frame takes more than it gives.
const FRAMED: u16 = 60;

/// True where lists have a frame: a screen reader would read it.
pub(crate) fn is_framed(canvas: &Canvas<'_, '_>) -> bool {
    !canvas.ui.settings.screen_reader && canvas.frame.area().width >= FRAMED
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
    canvas.ui.texts.with("list-place", &[("at", (at + 1).into()), ("count", count.into())])
}
