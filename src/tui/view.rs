//! Draws the state: the topmost page or the search, then a window and a dialog above it.

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::Rect,
    widgets::{Paragraph, Wrap},
};

use super::{
    Action, Canvas, KeyContext, Layout, Role, State, UiContext, columns,
    pages::{
        dialog::state::DialogKind,
        overlay::{Overlay, OverlayKind, help, problem_lines},
    },
    widgets::{
        last_row::{self, LastRow},
        layout::is_too_small,
    },
};
use crate::{
    base::{Text, is_displayable},
    consultation::Audience,
};

/// Draws everything and says where it stands.
pub(super) fn draw(frame: &mut Frame<'_>, state: &State, ui: &UiContext) -> Layout {
    let whole = frame.area();
    let mut layout = Layout::default();
    let mut canvas =
        Canvas { frame, ui, session: &state.session, highlighter: state.search.highlighter(), layout: &mut layout };
    if is_too_small(whole) {
        let text = canvas.text("screen-too-small");
        canvas.frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: true }), whole);
    } else {
        draw_pages(&mut canvas, whole, state);
    }
    make_harmless(frame.buffer_mut());
    layout
}

fn draw_pages(canvas: &mut Canvas<'_, '_>, whole: Rect, state: &State) {
    canvas.fill(whole);
    let body = Rect { height: whole.height - 1, ..whole };
    let last = Rect { y: whole.bottom() - 1, height: 1, ..whole };
    let row = last_row(state, canvas.ui);
    let cursor = match state.pages.last() {
        Some(page) => {
            let cursor = page.stacked().draw(canvas, body);
            last_row::draw(canvas, last, &row);
            cursor
        }
        None => {
            let cursor = state.search.draw(canvas, whole);
            last_row::draw(canvas, last, &row);
            state.search.draw_above(canvas, whole);
            cursor
        }
    };
    if let Some(overlay) = &state.overlay {
        draw_overlay(canvas, whole, state, overlay);
    }
    let cursor = match &state.dialog {
        Some(dialog) => dialog.draw(canvas, body),
        None => cursor,
    };
    let cursor = cursor.filter(|_| state.overlay.is_none());
    let cursor = match &state.palette {
        Some(palette) => palette.draw(canvas, body),
        None => cursor,
    };
    if let Some(position) = cursor {
        canvas.frame.set_cursor_position(position);
    }
    draw_internal_mark(canvas, whole);
}

/// While internal notes are shown, a mark says so above everything else, in every theme.
fn draw_internal_mark(canvas: &mut Canvas<'_, '_>, whole: Rect) {
    if canvas.session.audience == Audience::Client {
        return;
    }
    let key = canvas.ui.key_for(KeyContext::Anywhere, Action::ToggleInternal);
    let long = format!(" {} ", canvas.ui.texts.with("mark-internal", &[("key", key.into())]));
    let short = format!(" {} ", canvas.text("mark-internal-short"));
    let mark = if columns(&long) * 3 <= whole.width { long } else { short };
    let width = columns(&mark).min(whole.width);
    let area = Rect { x: whole.right() - width, y: whole.y, width, height: 1 };
    canvas.clear(area);
    canvas.cut(area, &mark, Role::Internal);
}

fn draw_overlay(canvas: &mut Canvas<'_, '_>, whole: Rect, state: &State, overlay: &Overlay) {
    let width = Overlay::line_width(whole);
    let lines = match (overlay.kind(), state.pages.last()) {
        (OverlayKind::Help, Some(page)) => help::of_page(canvas, &page.stacked().help(), width),
        (OverlayKind::Help, None) => help::of_search(canvas, width),
        (OverlayKind::Why, _) => state.search.why(canvas, width),
        (OverlayKind::Problems, _) => problem_lines(canvas, width),
    };
    let lines = overlay.narrowed(lines);
    overlay.draw(canvas, whole, lines);
}

fn last_row(state: &State, ui: &UiContext) -> LastRow {
    let cx = state.context(ui);
    let (text, role) = match &state.session.message {
        Some(message) => (message.clone(), Role::Accent),
        None if state.pages.is_empty() => state.search.status(cx),
        None => (String::new(), Role::Status),
    };
    let offered = match (&state.overlay, &state.dialog, state.pages.last()) {
        _ if state.palette.is_some() => vec![Action::Activate, Action::Back],
        (Some(overlay), ..) => overlay.offered(),
        (None, Some(dialog), _) => dialog.offered(),
        (None, None, Some(page)) => page.stacked().offered(),
        (None, None, None) => state.search.offered(cx),
    };
    let switches = state.dialog.as_ref().is_some_and(|dialog| matches!(dialog.kind(), DialogKind::Clash { .. }));
    LastRow { text, role, context: state.key_context(), offered, switches }
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
