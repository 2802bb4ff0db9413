//! A pane: a part of the screen with its title in a light border, and where one is in it.

use ratatui::{
    layout::Rect,
    text::Line,
    widgets::{Block, BorderType, Borders},
};

use super::scroll::Scroll;
use crate::tui::{Canvas, Marked, Role, ScrollArea, columns, fitting};

/// Columns of the screen below which borders would take too much of it.
const LEAST_WIDTH: u16 = 60;

/// True where panes have borders: not for screen readers, which would read them, and not where there is no room.
pub(crate) fn has_borders(width: u16, screen_reader: bool) -> bool {
    !screen_reader && width >= LEAST_WIDTH
}

/// What lies within the border of a pane.
pub(crate) fn inside(area: Rect, bordered: bool) -> Rect {
    if bordered && area.width > 2 && area.height > 2 {
        Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 }
    } else {
        area
    }
}

/// A part of the screen with a border around it.
pub(crate) struct Pane {
    area: Rect,
    bordered: bool,
}

impl Pane {
    /// Draws the border with a title at the left, and a note at the right where there is room for both.
    pub(crate) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, title: &str, note: &str, focused: bool) -> Self {
        let bordered =
            inside(area, true) != area && has_borders(canvas.session.size.0, canvas.ui.settings.screen_reader);
        if !bordered {
            return Self { area, bordered };
        }
        let (border, heading) =
            if focused { (Role::BorderFocus, Role::PaneTitleFocus) } else { (Role::Border, Role::PaneTitle) };
        let block =
            Block::new().borders(Borders::ALL).border_type(BorderType::Plain).border_style(canvas.style(border));
        let room = usize::from(area.width.saturating_sub(6));
        let title = Marked::plain(title, canvas.style(heading)).cut(room);
        let mut line = Line::from(title);
        line.spans.insert(0, " ".into());
        line.spans.push(" ".into());
        let used = line.width() as u16;
        canvas.frame.render_widget(block.title(line), area);
        let note_width = columns(note) + 2;
        if !note.is_empty() && used + note_width + 4 <= area.width {
            let x = area.right() - 1 - note_width;
            let style = canvas.style(Role::Muted);
            let end = fitting(note, usize::from(note_width));
            canvas.line(
                Rect { x, y: area.y, width: note_width, height: 1 },
                Line::styled(format!(" {} ", &note[..end]), style),
            );
        }
        Self { area, bordered }
    }

    /// What lies within.
    pub(crate) fn inner(&self) -> Rect {
        inside(self.area, self.bordered)
    }

    /// Where the note stands: in the upper border, for clicks.
    pub(crate) fn note_area(&self, note: &str) -> Rect {
        let width = (columns(note) + 2).min(self.area.width);
        Rect { x: self.area.right().saturating_sub(1 + width), y: self.area.y, width, height: 1 }
    }

    /// Says in the lower border where one is, with a bar at the right. Without a border the page says it elsewhere.
    pub(crate) fn scroll(&self, canvas: &mut Canvas<'_, '_>, scroll: &Scroll, of: ScrollArea) {
        if !self.bordered {
            return;
        }
        let inner = self.inner();
        let row = Rect { x: self.area.x + 1, y: self.area.bottom() - 1, width: self.area.width - 2, height: 1 };
        scroll.draw_label(canvas, row);
        scroll.draw_bar(canvas, Rect { x: self.area.right() - 1, width: 1, ..inner }, of);
    }

    pub(crate) fn is_bordered(&self) -> bool {
        self.bordered
    }
}
