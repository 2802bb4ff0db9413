//! The row of chosen filters, and what is to be said about the answer.

use ratatui::{layout::Rect, text::Line};

use super::Canvas;
use crate::tui::widgets::layout::ClickTarget;
use crate::tui::widgets::text::{Marked, columns, fitting};
use crate::{
    search::{Answer, FilterValues, ValueError},
    tui::theme::Role,
};

/// Columns of a value's label in a chip.
const LONGEST_LABEL: usize = 40;

/// Columns that are kept for the number of chips that do not fit.
const COUNTER: u16 = 5;

pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let chosen: Vec<_> = canvas.state.filters.iter().map(|(key, value)| (key, value.to_owned())).collect();
    let mut x = area.x;
    for (number, (key, value)) in chosen.iter().enumerate() {
        let label = chip(canvas, *key, value);
        let last = number + 1 == chosen.len();
        let room = area.right().saturating_sub(if last { 0 } else { COUNTER });
        if x.saturating_add(columns(&label)) > room {
            let more = format!("+{}", chosen.len() - number);
            let style = canvas.style(Role::Chip);
            canvas.line(Rect { x, width: area.right().saturating_sub(x), ..area }, Line::styled(more, style));
            return;
        }
        let chip = Rect { x, width: columns(&label), ..area };
        let style = canvas.style(Role::Chip);
        canvas.line(chip, Line::styled(label, style));
        canvas.layout.add(chip, ClickTarget::Chip(*key, value.clone()));
        x += chip.width + 1;
    }
}

/// What has to be said about the answer, in a row of its own.
pub(super) fn draw_message(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let Some(message) = canvas.state.answer.as_ref().and_then(|answer| message(canvas, answer)) else { return };
    let style = canvas.style(Role::Warning);
    let width = usize::from(area.width);
    let text = Marked::plain(&message, style);
    let lines = if area.height > 1 { text.wrap(width, Vec::new(), 0) } else { vec![Line::from(text.cut(width))] };
    for (row, line) in area.rows().zip(lines) {
        canvas.line(row, line);
    }
}

fn chip(canvas: &Canvas<'_, '_>, key: crate::search::FilterKey, value: &str) -> String {
    let name = canvas.get(&format!("filter-{}", key.name()));
    let label = match &canvas.state.session.register {
        Some(register) => FilterValues::new(register, &canvas.ui.texts).label(key, value),
        None => value.to_owned(),
    };
    let end = fitting(&label, LONGEST_LABEL);
    let more = if end < label.len() { "…" } else { "" };
    format!("[{name}: {}{more} ×]", &label[..end])
}

/// What has to be said about an answer that is not what was asked for.
fn message(canvas: &Canvas<'_, '_>, answer: &Answer) -> Option<String> {
    let texts = &canvas.ui.texts;
    if let Some(issue) = answer.issues.first() {
        return Some(issue_message(canvas, issue));
    }
    if answer.shortened {
        return Some(texts.with("screen-shortened", &[("count", crate::search::MAX_WORDS.into())]));
    }
    if let Some(hint) = answer.hints.first() {
        return Some(hint.to_string());
    }
    if let Some((matched, of)) = answer.partial {
        let args = [("matched", u64::from(matched).into()), ("of", u64::from(of).into())];
        return Some(texts.with("screen-partial", &args));
    }
    let words = answer.suggestion.as_deref().filter(|_| answer.total > 0)?;
    Some(texts.with("screen-corrected", &[("words", words.into())]))
}

fn issue_message(canvas: &Canvas<'_, '_>, issue: &ValueError) -> String {
    let texts = &canvas.ui.texts;
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
