//! The history of an entry: its states, what was different in each, and a state as it was.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::Canvas;
use crate::tui::widgets::layout::ClickTarget;
use crate::tui::widgets::text::{Marked, ending};
use crate::{
    base::Text,
    catalogue::{Record, read_measure},
    store::{Revision, words},
    tui::{
        page::{HistoryPage, Page},
        theme::Role,
    },
};

/// Draws the history; returns where the selected state stands.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) -> Option<Position> {
    let state = canvas.state;
    let Some(Page::Past(past)) = state.pages.last() else { return None };
    let heading = canvas.ui.texts.with("past-heading", &[("id", past.id.as_str().into())]);
    let style = canvas.style(Role::Heading);
    canvas.line(Rect { height: 1, ..area }, Line::from(Marked::plain(&heading, style).cut(usize::from(area.width))));
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some(states) = &past.states else {
        let text = canvas.get("past-loading");
        paragraph(canvas, body, &text);
        return None;
    };
    let body = faults(canvas, body, past);
    if past.whole {
        if let Some(revision) = states.get(past.at) {
            whole(canvas, body, past, revision);
        }
        return None;
    }
    let height = (body.height / 2).min(states.len() as u16).max(1);
    let cursor = list(canvas, Rect { height, ..body }, past, states);
    if let Some(revision) = states.get(past.at) {
        details(canvas, Rect { y: body.y + height, height: body.height - height, ..body }, revision);
    }
    cursor
}

/// Says above the states what is missing among them; returns the rest of the area.
fn faults(canvas: &mut Canvas<'_, '_>, area: Rect, past: &HistoryPage) -> Rect {
    let style = canvas.style(Role::Warning);
    let width = usize::from(area.width);
    let mut lines: Vec<_> =
        past.faults.iter().flat_map(|fault| Marked::plain(fault, style).wrap(width, Vec::new(), 0)).collect();
    if past.states.as_ref().is_some_and(|states| !states.is_empty()) {
        ending(&mut lines, usize::from(area.height / 3), width);
    }
    let used = (lines.len() as u16).min(area.height);
    for (row, line) in area.rows().zip(lines) {
        canvas.line(row, line);
    }
    Rect { y: area.y + used, height: area.height - used, ..area }
}

fn list(canvas: &mut Canvas<'_, '_>, area: Rect, past: &HistoryPage, states: &[Revision]) -> Option<Position> {
    let rows = usize::from(area.height).max(1);
    let top = (past.at + 1).saturating_sub(rows);
    let mut cursor = None;
    for ((number, revision), row) in states.iter().enumerate().skip(top).zip(area.rows()) {
        let marked = number == past.at;
        let texts = &canvas.ui.texts;
        let what = words::act(revision, texts);
        let parts = [words::moment(revision.at, texts), revision.by.to_string(), what];
        let line: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let style = canvas.style(if marked { Role::Selected } else { Role::Text });
        let mut spans = vec![Span::styled(if marked { "› " } else { "  " }, style)];
        spans.extend(Marked::plain(&line.join(" · "), style).cut(usize::from(row.width).saturating_sub(2)));
        canvas.line(row, Line::from(spans));
        canvas.layout.add(row, ClickTarget::Item(number));
        cursor = cursor.or(marked.then(|| row.as_position()));
    }
    cursor
}

fn details(canvas: &mut Canvas<'_, '_>, area: Rect, revision: &Revision) {
    let width = usize::from(area.width);
    let texts = canvas.ui.texts.clone();
    let border = canvas.style(Role::Border);
    let rule = if canvas.ui.settings.screen_reader { String::new() } else { "─".repeat(width) };
    let mut lines = vec![Line::styled(rule, border)];
    let style = canvas.style(Role::Text);
    if let Some(register) = &canvas.state.session.register {
        for difference in &revision.differences {
            let words = words::difference(difference, register, &texts);
            lines.extend(Marked::plain(&words, style).wrap(width, Vec::new(), 2));
        }
    }
    if revision.differences.is_empty() {
        let key = if revision.first { "past-first" } else { "past-no-difference" };
        let muted = canvas.style(Role::Muted);
        lines.extend(Marked::plain(&texts.get(key), muted).wrap(width, Vec::new(), 0));
    }
    ending(&mut lines, usize::from(area.height), width);
    for (row, line) in area.rows().zip(lines) {
        canvas.line(row, line);
    }
}

/// The entry as it was.
fn whole(canvas: &mut Canvas<'_, '_>, area: Rect, past: &HistoryPage, revision: &Revision) {
    let register = canvas.state.session.register.clone();
    let text = revision.text.clone().unwrap_or_default();
    let body = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let measure = register.as_ref().and_then(|register| {
        // It may have had another id then.
        let values = crate::catalogue::Values::read(body).ok()?;
        let id = values.get(crate::catalogue::Field::named("id")?)?.as_text()?.to_owned();
        read_measure(&format!("measures/{id}.toml").into(), body, register, canvas.ui.today).measure
    });
    match (measure, register) {
        (Some(measure), Some(register)) => {
            crate::tui::widgets::sheet::draw_record(
                &mut canvas.page_canvas(),
                area,
                &Record::Measure(Box::new(measure)),
                &register,
                past.top,
            );
        }
        _ => as_text(canvas, area, &Text::paragraphs(body), past.top),
    }
}

/// The file of a state of which no entry can be made.
fn as_text(canvas: &mut Canvas<'_, '_>, area: Rect, text: &str, top: usize) {
    let lines = wrapped(canvas, area, text);
    let height = usize::from(area.height);
    (canvas.layout.entry_lines, canvas.layout.entry_height) = (lines.len(), height);
    let top = top.min(lines.len().saturating_sub(height));
    for (row, line) in area.rows().zip(lines.into_iter().skip(top)) {
        canvas.line(row, line);
    }
}

fn paragraph(canvas: &mut Canvas<'_, '_>, area: Rect, text: &str) {
    for (row, line) in area.rows().zip(wrapped(canvas, area, text)) {
        canvas.line(row, line);
    }
}

fn wrapped(canvas: &Canvas<'_, '_>, area: Rect, text: &str) -> Vec<Line<'static>> {
    let style = canvas.style(Role::Text);
    let width = usize::from(area.width);
    text.lines().flat_map(|line| Marked::plain(line, style).wrap(width, Vec::new(), 0)).collect()
}
