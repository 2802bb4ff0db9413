//! Draws the state. Every view is a function of the state; what it drew where comes back as a [`Layout`].

mod areas;
mod chips;
mod entry;
mod facets;
mod head;
mod list;
mod overlay;
mod popup;
mod status;
mod text;

use ratatui::{
    Frame,
    layout::{Position, Rect},
    text::Line,
    widgets::Paragraph,
};

pub use areas::Areas;

use super::{
    action::Action,
    state::{Focus, Setting, State},
    theme::Role,
};
use crate::{catalogue::Kind, search::FilterKey};

/// Where things stand on the screen: for the mouse, and for paging.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    targets: Vec<(Rect, Target)>,
    /// Lines of the entry and how many of them fit.
    pub entry_lines: usize,
    /// Lines of the entry that fit.
    pub entry_height: usize,
    /// Lines of the window above the screen.
    pub overlay_lines: usize,
    /// Lines of that window that fit.
    pub overlay_height: usize,
}

/// Something that can be clicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A hit, counted from the first of all.
    Hit(usize),
    /// The list around the hits.
    List,
    /// The entry.
    Entry,
    /// A tab.
    Tab(Kind),
    /// A chosen filter.
    Chip(FilterKey, String),
    /// A facet's heading in the panel.
    Facet(usize),
    /// A value in the panel.
    Value(FilterKey, String),
    /// An offered value.
    Completion(usize),
    /// The order of the hits.
    Sort,
    /// A key of the status line.
    Key(Action),
    /// The window above the screen.
    Overlay,
}

impl Layout {
    fn add(&mut self, area: Rect, target: Target) {
        self.targets.push((area, target));
    }

    /// What lies at this position; what was drawn last lies on top.
    pub fn target(&self, column: u16, row: u16) -> Option<&Target> {
        let at = Position::new(column, row);
        self.targets.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, target)| target)
    }
}

/// Draws everything and says where it stands.
pub fn draw(frame: &mut Frame<'_>, state: &State, setting: &Setting) -> Layout {
    let areas = Areas::of(frame.area(), state, setting);
    let mut layout = Layout::default();
    let mut canvas = Canvas { frame, state, setting, layout: &mut layout };
    if areas.too_small {
        canvas.too_small();
        return layout;
    }
    canvas.fill(areas.whole);
    let cursor = head::search_line(&mut canvas, areas.line);
    head::tabs(&mut canvas, areas.tabs);
    chips::draw(&mut canvas, areas.chips);
    chips::draw_message(&mut canvas, areas.message);
    let value = facets::draw(&mut canvas, areas.facets);
    let selected = list::draw(&mut canvas, areas.list, areas.row_height);
    canvas.separator(areas.separator);
    entry::draw(&mut canvas, areas.entry);
    status::draw(&mut canvas, areas.status);
    popup::draw(&mut canvas, areas.line, areas.whole);
    overlay::draw(&mut canvas, areas.whole);
    // The real cursor stands where the focus is: a screen reader follows it. For everybody else that is the line.
    let followed = match state.focus {
        _ if !setting.settings.screen_reader => None,
        Focus::Filters => value,
        Focus::Entry => Some(areas.entry.as_position()),
        Focus::List => selected.filter(|_| state.selected_by_key),
    };
    let position = followed.or(cursor);
    if let Some(position) = position.filter(|_| state.overlay.is_none()) {
        frame.set_cursor_position(position);
    }
    layout
}

/// What a view draws with.
struct Canvas<'a, 'f> {
    frame: &'a mut Frame<'f>,
    state: &'a State,
    setting: &'a Setting,
    layout: &'a mut Layout,
}

impl Canvas<'_, '_> {
    fn style(&self, role: Role) -> ratatui::style::Style {
        self.state.theme.style(role)
    }

    fn get(&self, key: &str) -> String {
        let texts = &self.setting.texts;
        texts.get(key).into_owned()
    }

    fn number(&self, number: usize) -> String {
        self.setting.texts.number(i64::try_from(number).unwrap_or(i64::MAX))
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
