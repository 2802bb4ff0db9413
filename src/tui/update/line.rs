//! The search line: typing, editing, and the values offered while a filter is typed.

use tui_input::{Input, InputRequest};

use super::{Effect, search};
use crate::{
    german::Analyser,
    search::{FilterValues, Query, TypedFilter},
    tui::{
        action::Action,
        context::UiContext,
        state::{Completion, State},
    },
};

/// Longest search line in characters; a pasted page beyond it is cut.
const LONGEST: usize = 10_000;
/// Most values that are offered at once.
const OFFERED: usize = 100;

/// Inserts text at the cursor.
pub(super) fn insert(state: &mut State, text: &str) {
    let (value, cursor) = (state.line.value(), state.line.cursor());
    let room = LONGEST.saturating_sub(value.chars().count());
    let inserted: String = text.chars().take(room).collect();
    let at = byte_of(value, cursor);
    let changed = format!("{}{inserted}{}", &value[..at], &value[at..]);
    state.line = Input::new(changed).with_cursor(cursor + inserted.chars().count());
}

/// Moves the cursor or deletes.
pub(super) fn edited(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    let before = state.line.value().to_owned();
    if action == Action::DeleteBack && before.is_empty() {
        return super::filters::remove_last(state, ui);
    }
    if let Some(request) = request_of(action) {
        state.line.handle(request);
    }
    if state.line.value() == before {
        state.completion = None;
        return Vec::new();
    }
    changed(state, ui)
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

/// The line has changed: offers values and asks anew.
pub(super) fn changed(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    state.completion = completion(state, ui);
    state.selected_by_key = false;
    search(state, ui)
}

/// The values offered for the filter under the cursor, if it is one.
fn completion(state: &State, ui: &UiContext) -> Option<Completion> {
    let register = state.session.register.as_ref()?;
    let line = state.line.value();
    let cursor = byte_of(line, state.line.cursor());
    if !line.contains(':') {
        return None;
    }
    let query = Query::parse(line, &mut Analyser::new());
    let under_cursor = |filter: &&TypedFilter| filter.range.end == cursor && cursor == line.len();
    let filter = query.filters.iter().find(under_cursor)?;
    let mut values = FilterValues::new(register, &ui.texts).completions(filter.key, &filter.value);
    values.truncate(OFFERED);
    (!values.is_empty()).then(|| Completion { key: filter.key, range: filter.range.clone(), values, selected: 0 })
}

/// Takes byte ranges out of the line; the cursor stays with the text around it.
pub(super) fn cut(state: &mut State, mut ranges: Vec<std::ops::Range<usize>>) {
    let mut value = state.line.value().to_owned();
    let mut cursor = byte_of(&value, state.line.cursor());
    ranges.sort_by_key(|range| std::cmp::Reverse(range.start));
    for range in ranges {
        // One blank goes along, so that none pile up.
        let end = range.end + usize::from(value[range.end..].starts_with(' '));
        cursor = if cursor >= end { cursor - (end - range.start) } else { cursor.min(range.start) };
        value.replace_range(range.start..end, "");
    }
    let cursor = value.get(..cursor).map_or(0, |before| before.chars().count());
    state.line = Input::new(value).with_cursor(cursor);
}

/// Offers values anew after the line has changed by itself.
pub(super) fn offer_again(state: &mut State, ui: &UiContext) {
    if state.completion.is_some() {
        state.completion = completion(state, ui);
    }
}

/// Byte position of the character number `cursor`.
fn byte_of(text: &str, cursor: usize) -> usize {
    text.char_indices().nth(cursor).map_or(text.len(), |(byte, _)| byte)
}
