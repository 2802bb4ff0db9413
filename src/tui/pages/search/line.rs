//! The search line: typing, editing, and how it is drawn.

use std::{cmp::Reverse, ops::Range};

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};
use tui_input::{Input, InputRequest};

use super::state::SearchPage;
use crate::{
    consultation::Audience,
    tui::{Action, Canvas, Role, columns, fitting, widgets::text::scrolled_away},
};

/// Longest search line in characters; a pasted page beyond it is cut.
const LONGEST: usize = 10_000;

pub(super) fn insert(page: &mut SearchPage, text: &str) {
    let (value, cursor) = (page.line.value(), page.line.cursor());
    let room = LONGEST.saturating_sub(value.chars().count());
    let inserted: String = text.chars().take(room).collect();
    let at = byte_of(value, cursor);
    let changed = format!("{}{inserted}{}", &value[..at], &value[at..]);
    page.line = Input::new(changed).with_cursor(cursor + inserted.chars().count());
}

/// Moves the cursor or deletes; true when the text has changed.
pub(super) fn edit(page: &mut SearchPage, action: Action) -> bool {
    let before = page.line.value().to_owned();
    if let Some(request) = request_of(action) {
        page.line.handle(request);
    }
    page.line.value() != before
}

fn request_of(action: Action) -> Option<InputRequest> {
    Some(match action {
        Action::ClearLine => InputRequest::DeleteLine,
        Action::CursorLeft => InputRequest::GoToPrevChar,
        Action::CursorRight => InputRequest::GoToNextChar,
        Action::CursorStart => InputRequest::GoToStart,
        Action::CursorEnd => InputRequest::GoToEnd,
        Action::WordLeft => InputRequest::GoToPrevWord,
        Action::WordRight => InputRequest::GoToNextWord,
        Action::DeleteBack => InputRequest::DeletePrevChar,
        Action::DeleteForward => InputRequest::DeleteNextChar,
        Action::DeleteWordBack => InputRequest::DeletePrevWord,
        _ => return None,
    })
}

/// Takes byte ranges out of the line; the cursor stays with the text around it.
pub(super) fn cut(page: &mut SearchPage, mut ranges: Vec<Range<usize>>) {
    let mut value = page.line.value().to_owned();
    let mut cursor = byte_of(&value, page.line.cursor());
    ranges.sort_by_key(|range| Reverse(range.start));
    for range in ranges {
        // One blank goes along, so that none pile up.
        let end = range.end + usize::from(value[range.end..].starts_with(' '));
        cursor = if cursor >= end { cursor - (end - range.start) } else { cursor.min(range.start) };
        value.replace_range(range.start..end, "");
    }
    let cursor = value.get(..cursor).map_or(0, |before| before.chars().count());
    page.line = Input::new(value).with_cursor(cursor);
}

/// Byte position of the character number `cursor`.
pub(super) fn byte_of(text: &str, cursor: usize) -> usize {
    text.char_indices().nth(cursor).map_or(text.len(), |(byte, _)| byte)
}

/// Draws the search line; returns where its cursor stands.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, page: &SearchPage) -> Option<Position> {
    let prompt = format!("{}: ", canvas.text("screen-search"));
    let mut name = catalogue_name(canvas);
    name.truncate(fitting(&name, usize::from(area.width / 3)));
    let name_width = columns(&name);
    let prompt_width = columns(&prompt);
    let room = area
        .width
        .saturating_sub(prompt_width.saturating_add(name_width + 2))
        .max(10)
        .min(area.width.saturating_sub(prompt_width));
    let (value, input) = (page.line.value(), &page.line);
    let scroll = input.visual_scroll(usize::from(room.saturating_sub(1)));
    let hidden = scrolled_away(value, scroll);
    let scroll = usize::from(columns(&value[..hidden]));
    let shown = &value[hidden..];
    let shown = &shown[..fitting(shown, usize::from(room))];
    let mut spans = vec![Span::styled(prompt, canvas.style(Role::Key))];
    if value.is_empty() {
        let example = page.answer.as_ref().and_then(|answer| answer.example.as_deref());
        let hint = match example {
            Some(words) => canvas.ui.texts.with("screen-placeholder", &[("example", words.into())]),
            None => canvas.text("screen-placeholder-plain"),
        };
        let cut = fitting(&hint, usize::from(room));
        spans.push(Span::styled(hint[..cut].to_owned(), canvas.style(Role::Placeholder)));
    } else {
        spans.push(Span::styled(shown.to_owned(), canvas.style(Role::Input)));
    }
    canvas.line(area, Line::from(spans));
    if area.width > prompt_width.saturating_add(room).saturating_add(name_width) {
        let right = Rect { x: area.right() - name_width, width: name_width, ..area };
        let style = canvas.style(Role::Muted);
        canvas.line(right, Line::styled(name, style));
    }
    let column = input.visual_cursor().saturating_sub(scroll).min(usize::from(room)) as u16;
    Some(Position::new((area.x + prompt_width + column).min(area.right().saturating_sub(1)), area.y))
}

fn catalogue_name(canvas: &Canvas<'_, '_>) -> String {
    // The mark of internal notes stands in its place.
    let register = canvas.session.register.as_ref().filter(|_| canvas.session.audience == Audience::Client);
    let Some(register) = register else { return String::new() };
    let demo = canvas.ui.embedded || register.manifest.demo;
    let title = register.manifest.title.as_str();
    if demo { format!("{title} · {}", canvas.text("screen-demo")) } else { title.to_owned() }
}
