//! Draws the state. Every view is a function of the state; what it drew where comes back as a [`Layout`].

mod areas;
mod chips;
mod desk;
mod facets;
mod form;
mod head;
mod list;
mod overlay;
mod past;
mod picker;
mod popup;
mod question;
mod report;
mod status;

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Position, Rect},
    text::Line,
    widgets::Paragraph,
};

pub use areas::Areas;
pub(super) use report::room as room_for_report;

use super::{
    context::UiContext,
    page::Page,
    state::{Focus, State},
    theme::Role,
    widgets::{
        layout::{ClickTarget, Layout},
        sheet,
    },
};
use crate::base::{Text, is_displayable};

/// Draws everything and says where it stands.
pub fn draw(frame: &mut Frame<'_>, state: &State, ui: &UiContext) -> Layout {
    let areas = Areas::of(frame.area(), state, ui);
    let mut layout = Layout::default();
    let mut canvas = Canvas { frame, state, ui, layout: &mut layout };
    if areas.too_small {
        canvas.too_small();
        make_harmless(frame.buffer_mut());
        return layout;
    }
    canvas.fill(areas.whole);
    let cursor = match state.pages.last() {
        Some(page) => canvas.page(page, areas.whole),
        None => canvas.search(&areas),
    };
    overlay::draw(&mut canvas, areas.whole);
    let asked = question::draw(&mut canvas, Rect { height: areas.whole.height - 1, ..areas.whole });
    let cursor = if state.question.is_some() { asked } else { cursor };
    if let Some(position) = cursor.filter(|_| state.overlay.is_none()) {
        frame.set_cursor_position(position);
    }
    make_harmless(frame.buffer_mut());
    layout
}

/// The last look before the terminal: whatever way a text has come, its cells hold nothing that drives the terminal or is
/// not seen.
fn make_harmless(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if matches!(symbol.as_bytes(), [b' '..=b'~']) {
            continue;
        }
        let mut characters = symbol.chars();
        // Nearly all cells hold one character.
        if let (Some(only), None) = (characters.next(), characters.next())
            && is_displayable(only)
        {
            continue;
        }
        let shown = Text::line(symbol);
        if *shown != *symbol {
            cell.set_symbol(if shown.is_empty() { " " } else { &shown });
        }
    }
}

/// What a view draws with.
struct Canvas<'a, 'f> {
    frame: &'a mut Frame<'f>,
    state: &'a State,
    ui: &'a UiContext,
    layout: &'a mut Layout,
}

impl<'f> Canvas<'_, 'f> {
    /// A page of upkeep, and the keys that work there.
    fn page(&mut self, page: &Page, whole: Rect) -> Option<Position> {
        let body = Rect { height: whole.height - 1, ..whole };
        let cursor = match page {
            Page::Desk(_) => desk::draw(self, body),
            Page::Form(_) => form::draw(self, body),
            Page::Past(_) => past::draw(self, body),
            Page::Report(page) => report::draw(self, body, page),
        };
        status::draw(self, Rect { y: whole.bottom() - 1, height: 1, ..whole });
        cursor
    }

    /// The search; returns where its cursor stands.
    fn search(&mut self, areas: &Areas) -> Option<Position> {
        let cursor = head::search_line(self, areas.line);
        head::tabs(self, areas.tabs);
        chips::draw(self, areas.chips);
        chips::draw_message(self, areas.message);
        let value = facets::draw(self, areas.facets);
        let selected = list::draw(self, areas.list, areas.row_height);
        self.separator(areas.separator);
        self.entry(areas.entry);
        status::draw(self, areas.status);
        popup::draw(self, areas.line, areas.whole);
        // The real cursor stands where the focus is: a screen reader follows it. For everybody else that is the line.
        let followed = match self.state.focus {
            _ if !self.ui.settings.screen_reader => None,
            Focus::Filters => value,
            Focus::Entry => Some(areas.entry.as_position()),
            Focus::List => selected.filter(|_| self.state.selected_by_key),
        };
        followed.or(cursor)
    }

    fn entry(&mut self, area: Rect) {
        if area.is_empty() {
            return;
        }
        self.layout.add(area, ClickTarget::Entry);
        let (state, register) = (self.state, &self.state.session.register);
        let (Some(record), Some(register)) = (&state.record, register) else { return };
        sheet::draw_record(&mut self.page_canvas(), area, record, register, state.entry_top);
    }

    fn page_canvas(&mut self) -> super::widgets::canvas::Canvas<'_, 'f> {
        super::widgets::canvas::Canvas {
            frame: self.frame,
            ui: self.ui,
            session: &self.state.session,
            marker: self.state.answer.as_ref().map(|answer| &*answer.marker),
            layout: self.layout,
        }
    }

    fn style(&self, role: Role) -> ratatui::style::Style {
        self.state.session.theme.style(role)
    }

    fn get(&self, key: &str) -> String {
        let texts = &self.ui.texts;
        texts.get(key).into_owned()
    }

    fn number(&self, number: usize) -> String {
        self.ui.texts.number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// Gives an area the colours of plain text, so that a theme with a background fills the screen.
    fn fill(&mut self, area: Rect) {
        let style = self.style(Role::Text);
        self.frame.buffer_mut().set_style(area, style);
    }

    fn line(&mut self, area: Rect, line: Line<'_>) {
        if area.height > 0 {
            self.frame.render_widget(line, Rect { height: 1, ..area });
        }
    }

    fn separator(&mut self, area: Rect) {
        // The line lights up beside an entry that the arrow keys scroll.
        let role = if self.state.focus == Focus::Entry { Role::BorderFocus } else { Role::Border };
        let style = self.style(role);
        for y in area.top()..area.bottom() {
            self.line(Rect::new(area.x, y, area.width, 1), Line::styled("│", style));
        }
    }

    fn too_small(&mut self) {
        let text = self.get("screen-too-small");
        let area = self.frame.area();
        self.frame.render_widget(Paragraph::new(text).wrap(ratatui::widgets::Wrap { trim: true }), area);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_drives_the_terminal() {
        let shown = |symbol: &str| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
            buffer.content[0].set_symbol(symbol);
            make_harmless(&mut buffer);
            buffer.content[0].symbol().to_owned()
        };
        for (symbol, harmless) in [
            ("a", "a"),
            ("ü", "ü"),
            ("漢", "漢"),
            ("█", "█"),
            ("\u{a0}", "\u{a0}"),
            ("a\u{200d}", "a"),
            ("e\u{301}\u{302}\u{303}\u{304}", "é\u{302}\u{303}"),
            ("\u{1b}[2J", "␛[2J"),
            ("\u{9b}", "\u{fffd}"),
            ("\u{202e}", " "),
            ("x\u{e0100}", "x"),
        ] {
            assert_eq!(shown(symbol), harmless, "{symbol:?}");
        }
    }
}
