//! The row of chosen filters, and what is to be said about the answer.

use ratatui::{layout::Rect, text::Line};
use unicode_width::UnicodeWidthStr;

use super::{Canvas, Target, text::fitting};
use crate::{
    search::{Answer, ValueError, Values},
    tui::theme::Role,
};

pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let mut x = area.x;
    for (key, value) in canvas.state.filters.clone().iter() {
        let label = chip(canvas, key, value);
        let width = label.width() as u16;
        if x + width > area.right() {
            break;
        }
        let chip = Rect { x, width, ..area };
        let style = canvas.style(Role::Chip);
        canvas.line(chip, Line::styled(label, style));
        canvas.layout.add(chip, Target::Chip(key, value.to_owned()));
        x += width + 1;
    }
    let Some(message) = canvas.state.answer.as_ref().and_then(|answer| message(canvas, answer)) else { return };
    let room = area.right().saturating_sub(x);
    let style = canvas.style(Role::Warning);
    let cut = fitting(&message, usize::from(room));
    canvas.line(Rect { x, width: room, ..area }, Line::styled(message[..cut].to_owned(), style));
}

fn chip(canvas: &Canvas<'_, '_>, key: crate::search::FilterKey, value: &str) -> String {
    let name = canvas.get(&format!("filter-{}", key.name()));
    let label = match &canvas.state.register {
        Some(register) => Values::new(register, &canvas.setting.texts).label(key, value),
        None => value.to_owned(),
    };
    format!("[{name}: {label} ×]")
}

/// What has to be said about an answer that is not what was asked for.
fn message(canvas: &Canvas<'_, '_>, answer: &Answer) -> Option<String> {
    let texts = &canvas.setting.texts;
    if let Some(issue) = answer.issues.first() {
        return Some(issue_message(canvas, issue));
    }
    if answer.shortened {
        return Some(texts.with("screen-shortened", &[("count", crate::search::MAX_WORDS.into())]));
    }
    if let Some(words) = answer.suggestion.as_deref().filter(|_| answer.total > 0) {
        return Some(texts.with("screen-corrected", &[("words", words.into())]));
    }
    let (matched, of) = answer.partial?;
    Some(texts.with("screen-partial", &[("matched", u64::from(matched).into()), ("of", u64::from(of).into())]))
}

fn issue_message(canvas: &Canvas<'_, '_>, issue: &ValueError) -> String {
    let texts = &canvas.setting.texts;
    let name = |key: &crate::search::FilterKey| canvas.get(&format!("filter-{}", key.name()));
    match issue {
        ValueError::Unknown { key, value, suggestion: Some(word) } => texts.with(
            "screen-value-meant",
            &[("filter", name(key).into()), ("value", value.as_str().into()), ("word", word.as_str().into())],
        ),
        ValueError::Unknown { key, value, suggestion: None } => {
            texts.with("screen-value-unknown", &[("filter", name(key).into()), ("value", value.as_str().into())])
        }
        ValueError::Ambiguous { key, value, candidates } => texts.with(
            "screen-value-ambiguous",
            &[
                ("filter", name(key).into()),
                ("value", value.as_str().into()),
                ("candidates", candidates.join(", ").into()),
            ],
        ),
    }
}
