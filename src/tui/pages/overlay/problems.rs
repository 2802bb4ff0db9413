//! What is wrong with settings, catalogue and index.

use ratatui::text::{Line, Span};

use crate::tui::{
    theme::Role,
    widgets::{canvas::Canvas, text::Marked},
};

/// What is wrong, in lines of this width.
pub fn lines(canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
    let (session, texts) = (canvas.session, &canvas.ui.texts);
    let mut lines = Vec::new();
    for warning in session.index.unreadable.iter().chain(&session.warnings) {
        lines.extend(canvas.wrap(warning, Role::Text, width));
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
