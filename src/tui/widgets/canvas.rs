//! What pages draw with: the frame, the looks and words in force, and where the drawn things stand.

use ratatui::{Frame, layout::Rect, style::Style, text::Line, widgets::Clear};

use crate::{
    search::Highlighter,
    tui::{Layout, Marked, Role, Session, UiContext},
};

pub(crate) struct Canvas<'a, 'f> {
    pub frame: &'a mut Frame<'f>,
    pub ui: &'a UiContext,
    pub session: &'a Session,
    /// Marks what was searched for.
    pub highlighter: Option<&'a Highlighter>,
    /// Where the drawn things stand.
    pub layout: &'a mut Layout,
}

impl Canvas<'_, '_> {
    pub(crate) fn style(&self, role: Role) -> Style {
        self.session.theme.style(role)
    }

    pub(crate) fn text(&self, key: &str) -> String {
        self.ui.text(key)
    }

    /// A number as people write it.
    pub(crate) fn number(&self, number: usize) -> String {
        self.ui.texts.number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// Gives an area the colours of plain text, so that a theme with a background fills the screen.
    pub(crate) fn fill(&mut self, area: Rect) {
        let style = self.style(Role::Text);
        self.frame.buffer_mut().set_style(area, style);
    }

    /// Empties an area for something that lies above.
    pub(crate) fn clear(&mut self, area: Rect) {
        self.frame.render_widget(Clear, area);
        self.fill(area);
    }

    /// Draws a line in the first row of an area.
    pub(crate) fn line(&mut self, area: Rect, line: Line<'_>) {
        if area.height > 0 {
            self.frame.render_widget(line, Rect { height: 1, ..area });
        }
    }

    /// Draws lines from the first row on, as many as fit.
    pub(crate) fn lines<'l>(&mut self, area: Rect, lines: impl IntoIterator<Item = Line<'l>>) {
        for (row, line) in area.rows().zip(lines) {
            self.line(row, line);
        }
    }

    /// Draws a text in one row, cut where it is too wide.
    pub(crate) fn cut(&mut self, area: Rect, text: &str, role: Role) {
        let style = self.style(role);
        self.line(area, Line::from(Marked::plain(text, style).cut(usize::from(area.width))));
    }

    /// Draws a text at the right end of a row, where there is room for it.
    pub(crate) fn right(&mut self, area: Rect, text: String, width: u16, role: Role) {
        if width < area.width {
            let style = self.style(role);
            self.line(Rect { x: area.right() - width, width, height: 1, ..area }, Line::styled(text, style));
        }
    }

    /// A text in lines of this width.
    pub(crate) fn wrap(&self, text: &str, role: Role, width: usize) -> Vec<Line<'static>> {
        Marked::plain(text, self.style(role)).wrap(width, Vec::new(), 0)
    }

    /// A line that divides what stands above from what stands below. Screen readers would read it.
    pub(crate) fn rule(&self, width: usize) -> Line<'static> {
        let rule = if self.ui.settings.screen_reader { String::new() } else { "─".repeat(width) };
        Line::styled(rule, self.style(Role::Border))
    }

    pub(crate) fn separator(&mut self, area: Rect, role: Role) {
        let style = self.style(role);
        for row in area.rows() {
            self.line(row, Line::styled("│", style));
        }
    }
}
