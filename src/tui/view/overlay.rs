//! Windows above the screen: help, why an entry was found, what is wrong with the catalogue.

use ratatui::{
    layout::Rect,
    text::{Line, Span},
    widgets::{Block, BorderType, Borders, Clear},
};
use unicode_width::UnicodeWidthStr;

use super::{Canvas, Target, text::Marked};
use crate::{
    locale::{diagnostics, explanations},
    search::{Explanation, Understood},
    tui::{
        keymap::{Context, Rule},
        state::Overlay,
        theme::Role,
    },
};

/// Widest window.
const WIDTH: u16 = 90;

pub(super) fn draw(canvas: &mut Canvas<'_, '_>, whole: Rect) {
    let Some(overlay) = canvas.state.overlay.clone() else { return };
    let width = whole.width.min(WIDTH);
    let inner = usize::from(width.saturating_sub(4));
    let (title, lines) = match overlay {
        Overlay::Help => (canvas.get("overlay-help"), help(canvas, inner)),
        Overlay::Why => (canvas.get("overlay-why"), why(canvas, inner)),
        Overlay::Problems => (canvas.get("overlay-problems"), problems(canvas, inner)),
    };
    let wanted = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    // The last row stays: it names the keys of the window.
    let height = wanted.max(3).min(whole.height.saturating_sub(1).max(1));
    let area = Rect { x: whole.x + (whole.width - width) / 2, y: whole.y + (whole.height - height) / 2, width, height };
    canvas.frame.render_widget(Clear, area);
    canvas.fill(area);
    let borders = if canvas.setting.settings.screen_reader { Borders::NONE } else { Borders::ALL };
    let block =
        Block::new().borders(borders).border_type(BorderType::Plain).border_style(canvas.style(Role::BorderFocus));
    let heading = canvas.style(Role::Heading);
    canvas.frame.render_widget(block.title(Line::styled(format!(" {title} "), heading)), area);
    canvas.layout.add(area, Target::Overlay);
    show(canvas, area, lines);
}

fn show(canvas: &mut Canvas<'_, '_>, area: Rect, lines: Vec<Line<'static>>) {
    let height = usize::from(area.height.saturating_sub(2));
    canvas.layout.overlay_lines = lines.len();
    canvas.layout.overlay_height = height;
    let top = canvas.state.overlay_top.min(lines.len().saturating_sub(height));
    let below = lines.len().saturating_sub(top + height);
    if below > 0 {
        // Left of the corner.
        super::entry::more(canvas, Rect { width: area.width.saturating_sub(1), ..area }, below);
    }
    for (row, line) in lines.into_iter().skip(top).take(height).enumerate() {
        let y = area.y + 1 + row as u16;
        canvas.line(Rect { x: area.x + 2, y, width: area.width.saturating_sub(4), height: 1 }, line);
    }
}

/// All keys by context, from the live keymap.
fn help(canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
    let texts = &canvas.setting.texts;
    let mut lines = Vec::new();
    for paragraph in ["help-search", "help-filters", "help-mouse"] {
        lines.extend(paragraph_lines(canvas, &texts.get(paragraph), width));
        lines.push(Line::default());
    }
    for context in Context::ALL {
        let rules: Vec<&Rule> = canvas.setting.keymap.rules().iter().filter(|rule| rule.context == context).collect();
        if rules.is_empty() {
            continue;
        }
        lines.push(Line::styled(texts.get(&context.text_key()).into_owned(), canvas.style(Role::Heading)));
        lines.extend(by_action(&rules).into_iter().map(|rules| key_line(canvas, &rules)));
        lines.push(Line::default());
    }
    lines
}

/// Rules of one context, those of the same action together.
fn by_action<'r>(rules: &[&'r Rule]) -> Vec<Vec<&'r Rule>> {
    let mut groups: Vec<Vec<&Rule>> = Vec::new();
    for rule in rules {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| first.action == rule.action)) {
            Some(group) => group.push(rule),
            None => groups.push(vec![rule]),
        }
    }
    groups
}

fn key_line(canvas: &Canvas<'_, '_>, rules: &[&Rule]) -> Line<'static> {
    const KEYS: usize = 24;
    let texts = &canvas.setting.texts;
    let keys: Vec<String> = rules.iter().map(|rule| rule.key.label(texts)).collect();
    let keys = keys.join(", ");
    let gap = KEYS.saturating_sub(keys.width()).max(1);
    let action = rules.first().map(|rule| texts.get(&rule.action.text_key()).into_owned()).unwrap_or_default();
    Line::from(vec![
        Span::styled(keys, canvas.style(Role::Key)),
        Span::raw(" ".repeat(gap)),
        Span::styled(action, canvas.style(Role::Text)),
    ])
}

/// Why the selected entry was found, one sentence for each word.
fn why(canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
    let state = canvas.state;
    let Some(answer) = &state.answer else { return Vec::new() };
    let hit = state.selected.checked_sub(answer.offset).and_then(|index| answer.hits.get(index));
    let reasons = hit.into_iter().flat_map(|hit| answer.reasons(hit));
    let sentences: Vec<String> = reasons.map(|(how, why)| sentence(canvas, how, why)).collect();
    if sentences.is_empty() {
        return paragraph_lines(canvas, &canvas.get("why-no-words"), width);
    }
    sentences.iter().flat_map(|sentence| paragraph_lines(canvas, sentence, width)).collect()
}

fn sentence(canvas: &Canvas<'_, '_>, how: &Understood, why: Option<&Explanation>) -> String {
    let texts = &canvas.setting.texts;
    // As it was typed; the index knows it folded.
    let word = canvas.state.line.value().get(how.word.range.clone()).unwrap_or(&how.word.surface);
    let Some(why) = why else { return explanations::missing(texts, word) };
    explanations::sentence(texts, word, &why.found, why.reason.code(), why.part.code())
}

fn problems(canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
    let (state, texts) = (canvas.state, &canvas.setting.texts);
    let mut lines = Vec::new();
    for warning in state.catalogue_gone.iter().chain(&state.warnings) {
        lines.extend(paragraph_lines(canvas, warning, width));
        lines.push(Line::default());
    }
    if let Some(reason) = &state.health.in_memory {
        lines.extend(paragraph_lines(
            canvas,
            &texts.with("problem-in-memory", &[("reason", reason.as_str().into())]),
            width,
        ));
        lines.push(Line::default());
    }
    for error in &state.health.errors {
        let place = Span::styled(format!("{}: ", error.location), canvas.style(Role::Key));
        let message = diagnostics::message(error, texts);
        lines.extend(Marked::plain(&message, canvas.style(Role::Text)).wrap(width, vec![place], 2));
        if let Some(hint) = diagnostics::hint(error, texts) {
            lines.extend(Marked::plain(&hint, canvas.style(Role::Muted)).wrap(width, vec![Span::raw("  ")], 2));
        }
    }
    if lines.is_empty() {
        lines = paragraph_lines(canvas, &canvas.get("problem-none"), width);
    }
    lines
}

fn paragraph_lines(canvas: &Canvas<'_, '_>, text: &str, width: usize) -> Vec<Line<'static>> {
    Marked::plain(text, canvas.style(Role::Text)).wrap(width, Vec::new(), 0)
}
