//! The desk: one's own entries, what is due, and what each of them lacks.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::Canvas;
use crate::tui::widgets::layout::ClickTarget;
use crate::tui::widgets::text::{Marked, columns, ending};
use crate::{
    catalogue::{Code, Diagnostic, Severity},
    store::{DeskEntry, Ownership, words},
    tui::{
        page::{DeskPage, Page},
        theme::Role,
        update::check_words,
    },
};

/// Rows of an entry in the list.
const ROWS: u16 = 2;
/// From this width on the details stand beside the list.
const BESIDE: u16 = 120;

/// Draws the desk; returns where the selected entry stands.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) -> Option<Position> {
    let state = canvas.state;
    let Some(Page::Desk(desk)) = state.pages.last() else { return None };
    head(canvas, Rect { height: 1, ..area }, desk);
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some(entries) = &desk.entries else {
        paragraph(canvas, body, &canvas.get("desk-loading"), Role::Muted);
        return None;
    };
    if entries.is_empty() {
        paragraph(canvas, body, &canvas.get("desk-empty"), Role::Text);
        return None;
    }
    let wide = area.width >= BESIDE;
    let (list, details) = if wide {
        let width = body.width * 11 / 20;
        let rest = Rect { x: body.x + width + 2, width: body.width - width - 2, ..body };
        (Rect { width, ..body }, rest)
    } else {
        let details = (body.height / 3).max(3).min(body.height);
        let list = Rect { height: body.height - details, ..body };
        (list, Rect { y: list.bottom(), height: details, ..body })
    };
    let rows = usize::from((list.height / ROWS).max(1));
    let top = (desk.at + 1).saturating_sub(rows);
    let mut cursor = None;
    for (number, entry) in entries.iter().enumerate().skip(top).take(rows) {
        let y = list.y + (number - top) as u16 * ROWS;
        let row = Rect { y, height: ROWS.min(list.bottom().saturating_sub(y)), ..list };
        self::entry(canvas, row, entry, number == desk.at);
        canvas.layout.add(row, ClickTarget::Item(number));
        cursor = cursor.or((number == desk.at).then(|| row.as_position()));
    }
    if let Some(entry) = entries.get(desk.at) {
        self::details(canvas, details, entry, !wide);
    }
    cursor
}

fn head(canvas: &mut Canvas<'_, '_>, area: Rect, desk: &DeskPage) {
    let texts = &canvas.ui.texts;
    let id = canvas.ui.settings.coordinator.as_deref().unwrap_or_default();
    let name = canvas.state.session.register.as_ref().map_or(id, |register| register.coordinators.label(id)).to_owned();
    let heading = texts.with("desk-heading", &[("name", name.into())]);
    let entries = desk.entries.as_deref().unwrap_or_default();
    let due = entries.iter().filter(|entry| entry.is_due()).count();
    let counts = texts.with("desk-counts", &[("due", due.into()), ("count", entries.len().into())]);
    let width = columns(&counts);
    let style = canvas.style(Role::Heading);
    let room = usize::from(area.width.saturating_sub(width + 2));
    canvas.line(area, Line::from(Marked::plain(&heading, style).cut(room)));
    let style = canvas.style(if due > 0 { Role::Warning } else { Role::Good });
    if width < area.width {
        canvas.line(Rect { x: area.right() - width, width, ..area }, Line::styled(counts, style));
    }
}

fn entry(canvas: &mut Canvas<'_, '_>, area: Rect, entry: &DeskEntry, marked: bool) {
    let texts = &canvas.ui.texts;
    let width = usize::from(area.width);
    let facts = facts(canvas, entry);
    let facts_width = columns(&facts);
    let title_style = canvas.style(if marked { Role::Selected } else { Role::Title });
    let room = width.saturating_sub(usize::from(facts_width) + 4);
    let mut spans = vec![Span::styled(if marked { "› " } else { "  " }, title_style)];
    spans.extend(Marked::plain(&entry.title, title_style).cut(room));
    canvas.line(Rect { height: 1, ..area }, Line::from(spans));
    if facts_width < area.width {
        let style = canvas.style(Role::Muted);
        let right = Rect { x: area.right() - facts_width, width: facts_width, height: 1, ..area };
        canvas.line(right, Line::styled(facts, style));
    }
    if area.height < 2 {
        return;
    }
    let (due, role) = if entry.is_due() {
        let labels: Vec<String> = entry.due.iter().map(|fault| short(fault, texts)).collect();
        let role = if entry.is_faulty() { Role::Error } else { Role::Warning };
        (unique(labels).join(" · "), role)
    } else {
        (texts.get("desk-nothing-due").into_owned(), Role::Good)
    };
    let due = match &entry.ownership {
        Ownership::Substitute(other) => {
            let name =
                canvas.state.session.register.as_ref().map_or(other.as_str(), |known| known.coordinators.label(other));
            format!("{due} · {}", texts.with("desk-substitute", &[("name", name.into())]))
        }
        _ => due,
    };
    let style = canvas.style(role);
    let second = Rect { y: area.y + 1, x: area.x + 4, width: area.width.saturating_sub(4), height: 1 };
    canvas.line(second, Line::from(Marked::plain(&due, style).cut(width.saturating_sub(4))));
}

/// "3 frei (14.11.2026) · 92 %"
fn facts(canvas: &Canvas<'_, '_>, entry: &DeskEntry) -> String {
    let texts = &canvas.ui.texts;
    let mut parts = Vec::new();
    if let Some(free) = entry.free {
        parts.push(texts.with("desk-free", &[("free", free.into())]));
    }
    parts.push(texts.with("desk-complete", &[("percent", u64::from(entry.complete).into())]));
    parts.join(" · ")
}

/// What is due in two or three words, else in a sentence.
fn short(fault: &Diagnostic<Code>, texts: &crate::locale::Texts) -> String {
    let key = format!("due-{}", fault.code.as_str());
    if texts.has(&key) { texts.get(&key).into_owned() } else { fault.message(texts) }
}

fn unique(labels: Vec<String>) -> Vec<String> {
    let mut unique: Vec<String> = Vec::new();
    for label in labels {
        if !unique.contains(&label) {
            unique.push(label);
        }
    }
    unique
}

fn details(canvas: &mut Canvas<'_, '_>, area: Rect, entry: &DeskEntry, ruled: bool) {
    let texts = canvas.ui.texts.clone();
    let width = usize::from(area.width);
    let mut lines: Vec<Line<'static>> = Vec::new();
    if ruled {
        let border = canvas.style(Role::Border);
        let rule = if canvas.ui.settings.screen_reader { String::new() } else { "─".repeat(width) };
        lines.push(Line::styled(rule, border));
    }
    for fault in &entry.due {
        let role = if fault.severity() == Severity::Error { Role::Error } else { Role::Warning };
        lines.extend(Marked::plain(&check_words(fault, &texts), canvas.style(role)).wrap(width, Vec::new(), 0));
    }
    let day = |day: jiff::civil::Date| texts.date(day.year(), day.month(), day.day());
    if let Some(confirmed) = entry.confirmed {
        let words = texts.with("desk-confirmed", &[("date", day(confirmed).into())]);
        lines.extend(Marked::plain(&words, canvas.style(Role::Text)).wrap(width, Vec::new(), 0));
    }
    if let (Some(_), Some(as_of)) = (entry.free, entry.as_of) {
        let words = texts.with("desk-as-of", &[("date", day(as_of).into())]);
        lines.extend(Marked::plain(&words, canvas.style(Role::Text)).wrap(width, Vec::new(), 0));
    }
    if !entry.lacking.is_empty() {
        let fields: Vec<String> = entry.lacking.iter().map(|field| words::label(field, &texts)).collect();
        let words = texts.with("desk-lacking", &[("fields", fields.join(", ").into())]);
        lines.extend(Marked::plain(&words, canvas.style(Role::Muted)).wrap(width, Vec::new(), 0));
    }
    ending(&mut lines, usize::from(area.height), width);
    for (row, line) in area.rows().zip(lines) {
        canvas.line(row, line);
    }
}

fn paragraph(canvas: &mut Canvas<'_, '_>, area: Rect, text: &str, role: Role) {
    let style = canvas.style(role);
    let lines = Marked::plain(text, style).wrap(usize::from(area.width), Vec::new(), 0);
    for (row, line) in area.rows().skip(1).zip(lines) {
        canvas.line(row, line);
    }
}
