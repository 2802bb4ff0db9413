//! How the desk is drawn: the list with its groups, and beside it the entry that one would confirm.

use jiff::civil::Date;
use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    order::{DeskGroup, groups},
    state::{BESIDE, DeskPage},
};
use crate::{
    catalogue::{Code, Diagnostic, Severity},
    locale::Texts,
    store::DeskEntry,
    tui::{
        Canvas, ClickTarget, Marked, Role, columns, ending,
        widgets::{fault_text::check_words, sheet},
    },
};

/// Rows of an entry in the list.
const ROWS: usize = 2;

/// Draws the desk; returns where the cursor stands.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, desk: &DeskPage) -> Option<Position> {
    draw_head(canvas, Rect { height: 1, ..area }, desk);
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some(entries) = &desk.entries else {
        draw_paragraph(canvas, body, "desk-loading", Role::Muted);
        return None;
    };
    let Some(entry) = desk.selected() else {
        draw_paragraph(canvas, body, "desk-empty", Role::Text);
        return None;
    };
    if desk.reading {
        draw_entry(canvas, body, entry, desk.top);
        return Some(body.as_position());
    }
    if area.width >= BESIDE {
        let width = area.width * 9 / 20;
        let cursor = draw_list(canvas, Rect { width, ..body }, entries, desk.at);
        canvas.separator(Rect { x: body.x + width + 1, width: 1, ..body }, Role::Border);
        let beside = Rect { x: body.x + width + 3, width: body.width - width - 3, ..body };
        draw_entry(canvas, beside, entry, desk.top);
        return cursor;
    }
    let below = (body.height / 3).max(3).min(body.height);
    let list = Rect { height: body.height - below, ..body };
    let cursor = draw_list(canvas, list, entries, desk.at);
    let details = Rect { y: list.bottom(), height: below, ..body };
    let mut lines = vec![canvas.rule(usize::from(body.width))];
    lines.extend(details_of(canvas, entry, usize::from(body.width)));
    ending(&mut lines, usize::from(below), usize::from(body.width));
    canvas.lines(details, lines);
    cursor
}

fn draw_head(canvas: &mut Canvas<'_, '_>, area: Rect, desk: &DeskPage) {
    let texts = &canvas.ui.texts;
    let id = canvas.ui.settings.coordinator.as_deref().unwrap_or_default();
    let name = canvas.session.register.as_ref().map_or(id, |register| register.coordinators.label(id)).to_owned();
    let heading = texts.with("desk-heading", &[("name", name.into())]);
    let entries = desk.entries.as_deref().unwrap_or_default();
    let due = entries.iter().filter(|entry| entry.is_due()).count();
    let mut counts = texts.with("desk-counts", &[("due", due.into()), ("count", entries.len().into())]);
    if !entries.is_empty() {
        counts = format!("{} · {counts}", texts.with("desk-place", &[("at", (desk.at + 1).into())]));
    }
    let width = columns(&counts);
    canvas.cut(Rect { width: area.width.saturating_sub(width + 2), ..area }, &heading, Role::Heading);
    canvas.right(area, counts, width, if due > 0 { Role::Warning } else { Role::Good });
}

/// What stands in the list, with the first of its rows.
enum ListItem<'e> {
    Group(DeskGroup<'e>),
    Entry(usize),
}

fn draw_list(canvas: &mut Canvas<'_, '_>, area: Rect, entries: &[DeskEntry], at: usize) -> Option<Position> {
    let (mut items, mut y, mut end) = (Vec::new(), 0, 0);
    for group in groups(entries) {
        let range = group.range.clone();
        if group.of.is_some() {
            // A blank row before it, but not above everything.
            y += usize::from(y > 0);
            items.push((y, ListItem::Group(group)));
            y += 1;
        }
        for number in range {
            items.push((y, ListItem::Entry(number)));
            y += ROWS;
            end = if number == at { y } else { end };
        }
    }
    let top = end.saturating_sub(usize::from(area.height).max(1));
    let mut cursor = None;
    for (start, item) in items {
        let Some(row) = start.checked_sub(top).and_then(|row| u16::try_from(row).ok()) else { continue };
        if row >= area.height {
            break;
        }
        let y = area.y + row;
        match item {
            ListItem::Group(group) => draw_group(canvas, Rect { y, height: 1, ..area }, &group),
            ListItem::Entry(number) => {
                let rows = Rect { y, height: (ROWS as u16).min(area.bottom().saturating_sub(y)), ..area };
                if let Some(entry) = entries.get(number) {
                    draw_item(canvas, rows, entry, number == at);
                }
                canvas.layout.add(rows, ClickTarget::Item(number));
                cursor = cursor.or((number == at).then(|| rows.as_position()));
            }
        }
    }
    cursor
}

fn draw_group(canvas: &mut Canvas<'_, '_>, row: Rect, group: &DeskGroup<'_>) {
    let Some(id) = group.of else { return };
    let register = canvas.session.register.as_ref();
    let name = register.map_or(id.as_str(), |known| known.coordinators.label(id)).to_owned();
    let texts = &canvas.ui.texts;
    let heading = texts.with("desk-group", &[("name", name.into())]);
    let counts = texts.with("desk-group-due", &[("due", group.due.into()), ("count", group.range.len().into())]);
    let width = columns(&counts);
    canvas.cut(Rect { width: row.width.saturating_sub(width + 2), ..row }, &heading, Role::Heading);
    canvas.right(row, counts, width, if group.due > 0 { Role::Warning } else { Role::Muted });
}

fn draw_item(canvas: &mut Canvas<'_, '_>, area: Rect, entry: &DeskEntry, marked: bool) {
    let style = canvas.style(if marked { Role::Selected } else { Role::Title });
    let mut spans = vec![Span::styled(if marked { "› " } else { "  " }, style)];
    spans.extend(Marked::plain(&entry.title, style).cut(usize::from(area.width).saturating_sub(2)));
    canvas.line(Rect { height: 1, ..area }, Line::from(spans));
    if area.height < 2 {
        return;
    }
    let second = Rect { y: area.y + 1, x: area.x + 4, width: area.width.saturating_sub(4), height: 1 };
    let (due, role) = due(canvas, entry);
    canvas.cut(second, &due, role);
    // What is due comes before what there is to know.
    let room = second.width.saturating_sub(columns(&due).saturating_add(2));
    let facts = facts(canvas, entry).into_iter().map(|facts| (columns(&facts), facts));
    if let Some((width, facts)) = facts.into_iter().find(|(width, _)| *width <= room) {
        canvas.right(second, facts, width, Role::Muted);
    }
}

/// What is due of an entry, and how that looks.
fn due(canvas: &Canvas<'_, '_>, entry: &DeskEntry) -> (String, Role) {
    let texts = &canvas.ui.texts;
    if !entry.is_due() {
        return (texts.get("desk-nothing-due").into_owned(), Role::Good);
    }
    let mut labels: Vec<String> = Vec::new();
    for fault in &entry.due {
        let label = short(fault, texts);
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    (labels.join(" · "), if entry.is_faulty() { Role::Error } else { Role::Warning })
}

/// "3 frei · 92 % ausgefüllt", and less where there is less room.
fn facts(canvas: &Canvas<'_, '_>, entry: &DeskEntry) -> Vec<String> {
    let texts = &canvas.ui.texts;
    let free = entry.free.map(|free| texts.with("desk-free", &[("free", free.into())]));
    let complete = texts.with("desk-complete", &[("percent", u64::from(entry.complete).into())]);
    match free {
        Some(free) => vec![format!("{free} · {complete}"), free],
        None => vec![complete],
    }
}

/// What is due in two or three words, else in a sentence.
fn short(fault: &Diagnostic<Code>, texts: &Texts) -> String {
    let key = format!("due-{}", fault.code.as_str());
    if texts.has(&key) { texts.get(&key).into_owned() } else { fault.message(texts) }
}

/// What is due in sentences, and below it the entry as it is read.
fn draw_entry(canvas: &mut Canvas<'_, '_>, area: Rect, entry: &DeskEntry, top: usize) {
    let width = usize::from(area.width);
    let mut lines = details_of(canvas, entry, width);
    let register = canvas.session.register.clone();
    let (Some(record), Some(register)) = (&entry.record, register) else {
        ending(&mut lines, usize::from(area.height), width);
        canvas.lines(area, lines);
        return;
    };
    ending(&mut lines, usize::from(area.height / 3), width);
    lines.extend((!lines.is_empty()).then(|| canvas.rule(width)));
    let used = (lines.len() as u16).min(area.height);
    canvas.lines(area, lines);
    let rest = Rect { y: area.y + used, height: area.height - used, ..area };
    if rest.height > 0 {
        sheet::draw_record(canvas, rest, record, &register, top);
    }
}

fn details_of(canvas: &Canvas<'_, '_>, entry: &DeskEntry, width: usize) -> Vec<Line<'static>> {
    let texts = &canvas.ui.texts;
    let mut lines = Vec::new();
    for fault in &entry.due {
        let role = if fault.severity() == Severity::Error { Role::Error } else { Role::Warning };
        lines.extend(canvas.wrap(&check_words(fault, texts), role, width));
    }
    let day = |day: Date| texts.date(day);
    // Where that is long ago it was said already.
    let overdue = entry.due.iter().any(|fault| fault.code == Code::ConfirmationOverdue);
    if let Some(confirmed) = entry.confirmed.filter(|_| !overdue) {
        let words = texts.with("desk-confirmed", &[("date", day(confirmed).into())]);
        lines.extend(canvas.wrap(&words, Role::Text, width));
    }
    if let (Some(_), Some(as_of)) = (entry.free, entry.as_of) {
        let words = texts.with("desk-as-of", &[("date", day(as_of).into())]);
        lines.extend(canvas.wrap(&words, Role::Text, width));
    }
    if !entry.lacking.is_empty() {
        let fields: Vec<String> = entry.lacking.iter().map(|field| field.localize(texts)).collect();
        let words = texts.with("desk-lacking", &[("fields", fields.join(", ").into())]);
        lines.extend(canvas.wrap(&words, Role::Muted, width));
    }
    lines
}

fn draw_paragraph(canvas: &mut Canvas<'_, '_>, area: Rect, key: &str, role: Role) {
    let lines = canvas.wrap(&canvas.text(key), role, usize::from(area.width));
    let below = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
    canvas.lines(below, lines);
}
