//! The desk: one's own entries, what is due, and what each of them lacks.

use jiff::civil::Date;
use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    base::Text,
    catalogue::{Code, Diagnostic, Id, Severity, name_in_entry_path},
    locale::Texts,
    store::{DeskEntry, Ownership},
    tui::{
        Action, Canvas, ClickTarget, Effect, EntryAction, KeyContext, Marked, PageContext, PageEffect, PageHelp, Role,
        Session, StackedPage, StoreCommand, columns, ending, widgets::fault_text::check_words,
    },
};

/// Rows of an entry in the list.
const ROWS: u16 = 2;
/// From this width on the details stand beside the list.
const BESIDE: u16 = 120;

/// One's own entries and what is due.
#[derive(Default)]
pub(crate) struct DeskPage {
    /// Those that need somebody first; `None` until they have been looked at.
    entries: Option<Vec<DeskEntry>>,
    at: usize,
}

/// Lets the entries be read again, those included of whose files the index could make nothing.
pub(crate) fn look(session: &Session) -> Effect {
    let name = |path: &str| Id::parse(name_in_entry_path(path)?);
    let errors = session.index.health.errors.iter();
    Effect::Store(StoreCommand::Desk { broken: errors.filter_map(|fault| name(&fault.location.file)).collect() })
}

impl StackedPage for DeskPage {
    fn key_context(&self) -> KeyContext {
        KeyContext::Desk
    }

    fn help(&self) -> PageHelp {
        use Action::{Back, Desk, EditEntry, Help, OpenEditor, Quit, Redraw};
        PageHelp {
            contexts: &[KeyContext::Desk],
            works: &[Help, Back, Quit, Desk, EditEntry, OpenEditor, Redraw],
            in_table: false,
        }
    }

    fn offered(&self) -> Vec<Action> {
        use Action::{Activate, Back, ConfirmEntry, FreePlaces, Help, History, NewEntry};
        if self.entries.as_ref().is_some_and(Vec::is_empty) {
            return vec![NewEntry, Back, Help];
        }
        vec![Activate, ConfirmEntry, FreePlaces, History, Help, Back, NewEntry]
    }

    fn on_action(&mut self, cx: PageContext<'_>, action: Action) -> Vec<PageEffect> {
        let page = cx.session.list_rows.max(1);
        let last = self.entries.as_ref().map_or(0, |entries| entries.len().saturating_sub(1));
        match action {
            Action::Back => return vec![PageEffect::Close],
            Action::Activate | Action::OpenEntry => return vec![PageEffect::Entry(EntryAction::Edit)],
            Action::SelectPrevious => self.at = self.at.saturating_sub(1),
            Action::SelectNext => self.at = (self.at + 1).min(last),
            Action::PageUp => self.at = self.at.saturating_sub(page),
            Action::PageDown => self.at = (self.at + page).min(last),
            Action::First | Action::CursorStart => self.at = 0,
            Action::Last | Action::CursorEnd => self.at = last,
            _ => {}
        }
        Vec::new()
    }

    fn on_click(&mut self, _cx: PageContext<'_>, target: &ClickTarget) -> Vec<PageEffect> {
        if let ClickTarget::Item(number) = target {
            self.at = *number;
        }
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_, '_>, area: Rect) -> Option<Position> {
        self.draw_head(canvas, Rect { height: 1, ..area });
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let Some(entries) = &self.entries else {
            draw_paragraph(canvas, body, "desk-loading", Role::Muted);
            return None;
        };
        if entries.is_empty() {
            draw_paragraph(canvas, body, "desk-empty", Role::Text);
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
        let cursor = self.draw_list(canvas, list, entries);
        if let Some(entry) = self.selected() {
            draw_details(canvas, details, entry, !wide);
        }
        cursor
    }

    fn entry(&self) -> Option<&Id> {
        self.selected().map(|entry| &entry.id)
    }

    fn title_of(&self, id: &Id) -> Option<&Text> {
        self.entries.iter().flatten().find(|entry| entry.id == *id).map(|entry| &entry.title)
    }
}

impl DeskPage {
    fn selected(&self) -> Option<&DeskEntry> {
        self.entries.as_ref()?.get(self.at)
    }

    /// The entries have been read. The selection stays with its entry.
    pub(crate) fn on_entries(&mut self, entries: Vec<DeskEntry>) {
        let at = self.entry().and_then(|id| entries.iter().position(|entry| entry.id == *id));
        self.at = at.unwrap_or(self.at).min(entries.len().saturating_sub(1));
        self.entries = Some(entries);
    }

    fn draw_head(&self, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let texts = &canvas.ui.texts;
        let id = canvas.ui.settings.coordinator.as_deref().unwrap_or_default();
        let name = canvas.session.register.as_ref().map_or(id, |register| register.coordinators.label(id)).to_owned();
        let heading = texts.with("desk-heading", &[("name", name.into())]);
        let entries = self.entries.as_deref().unwrap_or_default();
        let due = entries.iter().filter(|entry| entry.is_due()).count();
        let counts = texts.with("desk-counts", &[("due", due.into()), ("count", entries.len().into())]);
        let width = columns(&counts);
        canvas.cut(Rect { width: area.width.saturating_sub(width + 2), ..area }, &heading, Role::Heading);
        canvas.right(area, counts, width, if due > 0 { Role::Warning } else { Role::Good });
    }

    fn draw_list(&self, canvas: &mut Canvas<'_, '_>, area: Rect, entries: &[DeskEntry]) -> Option<Position> {
        let rows = usize::from((area.height / ROWS).max(1));
        let top = (self.at + 1).saturating_sub(rows);
        let mut cursor = None;
        for (number, entry) in entries.iter().enumerate().skip(top).take(rows) {
            let y = area.y + (number - top) as u16 * ROWS;
            let row = Rect { y, height: ROWS.min(area.bottom().saturating_sub(y)), ..area };
            draw_entry(canvas, row, entry, number == self.at);
            canvas.layout.add(row, ClickTarget::Item(number));
            cursor = cursor.or((number == self.at).then(|| row.as_position()));
        }
        cursor
    }
}

fn draw_entry(canvas: &mut Canvas<'_, '_>, area: Rect, entry: &DeskEntry, marked: bool) {
    let width = usize::from(area.width);
    let facts = facts(canvas, entry);
    let facts_width = columns(&facts);
    let title_style = canvas.style(if marked { Role::Selected } else { Role::Title });
    let room = width.saturating_sub(usize::from(facts_width) + 4);
    let mut spans = vec![Span::styled(if marked { "› " } else { "  " }, title_style)];
    spans.extend(Marked::plain(&entry.title, title_style).cut(room));
    canvas.line(Rect { height: 1, ..area }, Line::from(spans));
    canvas.right(area, facts, facts_width, Role::Muted);
    if area.height < 2 {
        return;
    }
    let (due, role) = due(canvas, entry);
    let second = Rect { y: area.y + 1, x: area.x + 4, width: area.width.saturating_sub(4), height: 1 };
    canvas.cut(second, &due, role);
}

/// What is due of an entry, and how that looks.
fn due(canvas: &Canvas<'_, '_>, entry: &DeskEntry) -> (String, Role) {
    let texts = &canvas.ui.texts;
    let (due, role) = if entry.is_due() {
        let labels: Vec<String> = entry.due.iter().map(|fault| short(fault, texts)).collect();
        let role = if entry.is_faulty() { Role::Error } else { Role::Warning };
        (unique(labels).join(" · "), role)
    } else {
        (texts.get("desk-nothing-due").into_owned(), Role::Good)
    };
    let Ownership::Substitute(other) = &entry.ownership else { return (due, role) };
    let name = canvas.session.register.as_ref().map_or(other.as_str(), |known| known.coordinators.label(other));
    let name = name.to_owned();
    (format!("{due} · {}", texts.with("desk-substitute", &[("name", name.into())])), role)
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
fn short(fault: &Diagnostic<Code>, texts: &Texts) -> String {
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

fn draw_details(canvas: &mut Canvas<'_, '_>, area: Rect, entry: &DeskEntry, ruled: bool) {
    let texts = &canvas.ui.texts;
    let width = usize::from(area.width);
    let mut lines: Vec<Line<'static>> = ruled.then(|| canvas.rule(width)).into_iter().collect();
    for fault in &entry.due {
        let role = if fault.severity() == Severity::Error { Role::Error } else { Role::Warning };
        lines.extend(canvas.wrap(&check_words(fault, texts), role, width));
    }
    let day = |day: Date| texts.date(day);
    if let Some(confirmed) = entry.confirmed {
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
    ending(&mut lines, usize::from(area.height), width);
    canvas.lines(area, lines);
}

fn draw_paragraph(canvas: &mut Canvas<'_, '_>, area: Rect, key: &str, role: Role) {
    let lines = canvas.wrap(&canvas.text(key), role, usize::from(area.width));
    let below = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
    canvas.lines(below, lines);
}
