//! A window above the screen: the keys, why an entry was found, or what is wrong with the catalogue.

pub(crate) mod help;

use ratatui::{
    layout::Rect,
    text::{Line, Span},
};

use super::search::lost;
use crate::{
    german::fold,
    tui::{
        Action, Canvas, ClickTarget, KeyContext, Layout, Marked, Role, ScrollArea,
        widgets::{
            choices,
            layout::{Along, scrolled},
            pane::Pane,
            scroll::Scroll,
        },
    },
};

/// Widest window.
const WIDTH: u16 = 90;

pub(crate) struct Overlay {
    kind: OverlayKind,
    /// First line that is shown.
    top: usize,
    /// What is looked for in the help.
    typed: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OverlayKind {
    /// All keys.
    Help,
    /// Why the selected entry was found.
    Why,
    /// Faulty files and settings.
    Problems,
}

impl Overlay {
    /// A window from its first line on.
    pub(crate) fn new(kind: OverlayKind) -> Self {
        Self { kind, top: 0, typed: String::new() }
    }

    pub(crate) fn kind(&self) -> OverlayKind {
        self.kind
    }

    /// Typed text looks for a key in the help; false where it belongs to the search line.
    pub(crate) fn on_text(&mut self, text: &str) -> bool {
        let searched = self.kind == OverlayKind::Help;
        if searched {
            self.typed.push_str(text);
            self.top = 0;
        }
        searched
    }

    /// The lines that have what was typed.
    pub(crate) fn narrowed(&self, lines: Vec<Line<'static>>) -> Vec<Line<'static>> {
        let wanted = fold(&self.typed);
        if wanted.trim().is_empty() {
            return lines;
        }
        lines.into_iter().filter(|line| fold(&line.to_string()).contains(wanted.trim())).collect()
    }

    pub(crate) fn key_context(&self) -> KeyContext {
        KeyContext::Overlay
    }

    pub(crate) fn offered(&self) -> Vec<Action> {
        vec![Action::Back, Action::PageDown, Action::Quit]
    }

    /// Scrolls; false when the key does something else.
    pub(crate) fn on_action(&mut self, layout: &Layout, action: Action) -> bool {
        if self.edit(action) {
            return true;
        }
        let scrolls = matches!(
            action,
            Action::SelectPrevious
                | Action::SelectNext
                | Action::PageUp
                | Action::PageDown
                | Action::First
                | Action::Last
                | Action::ScrollEntryUp
                | Action::ScrollEntryDown
                | Action::ScrollEntryPageUp
                | Action::ScrollEntryPageDown
                | Action::ScrollEntryTop
                | Action::ScrollEntryBottom
        );
        if scrolls {
            self.top = scrolled(self.top, layout.overlay_lines, layout.overlay_height, action);
        }
        scrolls
    }

    /// Changes what is looked for; false when the key does something else.
    fn edit(&mut self, action: Action) -> bool {
        let edited = !self.typed.is_empty() && choices::take_away(&mut self.typed, action);
        if edited {
            self.top = 0;
        }
        edited
    }

    /// Scrolls as far as its bar was drawn.
    pub(crate) fn scroll_to(&mut self, layout: &Layout, along: Along) {
        self.top = along.up_to(layout.overlay_lines.saturating_sub(layout.overlay_height));
    }

    /// Columns of a line in the window.
    pub(crate) fn line_width(whole: Rect) -> usize {
        usize::from(whole.width.min(WIDTH).saturating_sub(4))
    }

    pub(crate) fn draw(&self, canvas: &mut Canvas<'_, '_>, whole: Rect, lines: Vec<Line<'static>>) {
        let title = canvas.text(match self.kind {
            OverlayKind::Help => "overlay-help",
            OverlayKind::Why => "overlay-why",
            OverlayKind::Problems => "overlay-problems",
        });
        let title = if self.typed.is_empty() { title } else { format!("{title}: {}", self.typed) };
        let width = whole.width.min(WIDTH);
        let wanted = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
        // The last row stays: it names the keys of the window.
        let height = wanted.max(3).min(whole.height.saturating_sub(1).max(1));
        let (x, y) = (whole.x + (whole.width - width) / 2, whole.y + (whole.height - height) / 2);
        let area = Rect { x, y, width, height };
        canvas.clear(area);
        let pane = Pane::draw(canvas, area, &title, "", true);
        canvas.layout.add(area, ClickTarget::Overlay);
        let inner = pane.inner();
        let height = usize::from(inner.height);
        canvas.layout.overlay_lines = lines.len();
        canvas.layout.overlay_height = height;
        let top = self.top.min(lines.len().saturating_sub(height));
        let scroll = Scroll::of_text(top, height, lines.len());
        if !scroll.is_whole() {
            pane.scroll(canvas, &scroll, ScrollArea::Overlay);
        }
        let margin = 1.min(inner.width);
        let text = Rect { x: inner.x + margin, width: inner.width.saturating_sub(2 * margin), ..inner };
        canvas.lines(text, lines.into_iter().skip(top).take(height));
    }
}

/// What is wrong with settings, catalogue and index, in lines of this width.
pub(crate) fn problem_lines(canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
    let (session, texts) = (canvas.session, &canvas.ui.texts);
    let mut lines = Vec::new();
    for warning in session.index.unreadable.iter().chain(&session.warnings).chain(&session.home_place_fault) {
        lines.extend(canvas.wrap(warning, Role::Text, width));
        lines.push(Line::default());
    }
    if let Some(sentence) = session.gone_entry().and_then(|id| lost::sentence(session, id, texts)) {
        lines.extend(canvas.wrap(&sentence, Role::Text, width));
        lines.push(Line::default());
    }
    if let Some(reason) = &session.index.health.in_memory {
        let sentence = texts.with("problem-in-memory", &[("reason", reason.as_str().into())]);
        lines.extend(canvas.wrap(&sentence, Role::Text, width));
        lines.push(Line::default());
    }
    for error in &session.index.health.errors {
        let place = Span::styled(format!("{}: ", error.location), canvas.style(Role::Key));
        let message = error.message(texts);
        lines.extend(Marked::plain(&message, canvas.style(Role::Text)).wrap(width, vec![place], 2));
        if let Some(hint) = error.hint(texts) {
            lines.extend(Marked::plain(&hint, canvas.style(Role::Muted)).wrap(width, vec![Span::raw("  ")], 2));
        }
    }
    if lines.is_empty() {
        lines = canvas.wrap(&canvas.text("problem-none"), Role::Text, width);
    }
    lines
}
