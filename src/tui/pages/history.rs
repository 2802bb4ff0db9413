//! The history of an entry: its states, what was different in each, and a state as it was.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    base::Text,
    catalogue::{Field, Id, Measure, Record, Register, Values, read_entry},
    store::Revision,
    tui::{
        Action, Canvas, ClickTarget, KeyContext, Marked, PageContext, PageEffect, PageHelp, Role, StackedPage, columns,
        ending,
        widgets::{choices, sheet},
    },
};

/// Who changed an entry.
pub(crate) struct HistoryPage {
    pub(crate) id: Id,
    /// Newest first; `None` until they have been read.
    revisions: Option<Vec<Revision>>,
    /// What is missing among them, in sentences.
    faults: Vec<String>,
    at: usize,
    /// Whether the state is shown whole instead of what changed.
    whole: bool,
    /// First line of what is shown of the state.
    top: usize,
}

impl StackedPage for HistoryPage {
    fn key_context(&self) -> KeyContext {
        KeyContext::History
    }

    fn help(&self) -> PageHelp {
        use Action::{
            Back, ConfirmEntry, CopyEntry, Desk, EditEntry, FreePlaces, Help, NewEntry, OpenEditor, Problems, Quit,
            Redraw, Refresh, ToggleInternal, ToggleMouse, UndoConfirmation,
        };
        PageHelp {
            contexts: &[KeyContext::History],
            works: &[
                Help,
                Back,
                Quit,
                Desk,
                EditEntry,
                OpenEditor,
                NewEntry,
                CopyEntry,
                ConfirmEntry,
                UndoConfirmation,
                FreePlaces,
                ToggleInternal,
                Problems,
                Refresh,
                ToggleMouse,
                Redraw,
            ],
            in_table: false,
        }
    }

    fn offered(&self) -> Vec<Action> {
        vec![Action::Activate, Action::Restore, Action::Back, Action::Help]
    }

    fn on_action(&mut self, cx: PageContext<'_>, action: Action) -> Vec<PageEffect> {
        let page = cx.session.list_rows.max(1);
        let last = self.revisions.as_ref().map_or(0, |revisions| revisions.len().saturating_sub(1));
        match action {
            Action::Back if self.whole => self.whole = false,
            Action::Back => return vec![PageEffect::Close],
            Action::Activate | Action::OpenEntry => (self.whole, self.top) = (!self.whole, 0),
            Action::SelectPrevious if self.whole => self.top = self.top.saturating_sub(1),
            Action::SelectNext if self.whole => self.top += 1,
            Action::PageUp if self.whole => self.top = self.top.saturating_sub(page),
            Action::PageDown if self.whole => self.top += page,
            Action::SelectPrevious => self.at = self.at.saturating_sub(1),
            Action::SelectNext => self.at = (self.at + 1).min(last),
            Action::PageUp => self.at = self.at.saturating_sub(page),
            Action::PageDown => self.at = (self.at + page).min(last),
            Action::First | Action::CursorStart if self.whole => self.top = 0,
            Action::Last | Action::CursorEnd if self.whole => self.top = usize::MAX,
            Action::First | Action::CursorStart => self.at = 0,
            Action::Last | Action::CursorEnd => self.at = last,
            Action::Restore => return vec![self.restore()],
            _ => {}
        }
        if self.whole {
            // What is shown of a state ends where it ends.
            let layout = &cx.session.layout;
            self.top = self.top.min(layout.entry_lines.saturating_sub(layout.entry_height));
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
        let Some(revisions) = &self.revisions else {
            let text = canvas.text("past-loading");
            let lines = paragraphs(canvas, &text, body.width);
            canvas.lines(body, lines);
            return None;
        };
        let body = self.draw_faults(canvas, body);
        if self.whole {
            self.selected().into_iter().for_each(|revision| self.draw_state(canvas, body, revision));
            return None;
        }
        let height = (body.height / 2).min(revisions.len() as u16).max(1);
        let cursor = self.draw_list(canvas, Rect { height, ..body }, revisions);
        if let Some(revision) = self.selected() {
            draw_changes(canvas, Rect { y: body.y + height, height: body.height - height, ..body }, revision);
        }
        cursor
    }

    fn entry(&self) -> Option<&Id> {
        Some(&self.id)
    }
}

impl HistoryPage {
    pub(crate) fn open(id: Id) -> Self {
        Self { id, revisions: None, faults: Vec::new(), at: 0, whole: false, top: 0 }
    }

    pub(crate) fn on_revisions(&mut self, id: &Id, revisions: Vec<Revision>, faults: Vec<String>) {
        if self.id == *id {
            self.at = self.at.min(revisions.len().saturating_sub(1));
            (self.revisions, self.faults) = (Some(revisions), faults);
        }
    }

    fn selected(&self) -> Option<&Revision> {
        self.revisions.as_ref()?.get(self.at)
    }

    fn draw_head(&self, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let heading = canvas.ui.texts.with("past-heading", &[("id", self.id.as_str().into())]);
        let count = self.revisions.as_ref().map_or(0, Vec::len);
        let place = if count > 0 { choices::place(canvas, self.at, count) } else { String::new() };
        let width = columns(&place);
        canvas.cut(Rect { width: area.width.saturating_sub(width + 2), ..area }, &heading, Role::Heading);
        canvas.right(area, place, width, Role::Count);
    }

    fn restore(&self) -> PageEffect {
        let text = self.selected().and_then(|revision| revision.text.clone());
        PageEffect::Restore(self.id.clone(), text.filter(|text| Values::read(text).is_ok()))
    }

    /// Says above the states what is missing among them; returns the rest of the area.
    fn draw_faults(&self, canvas: &mut Canvas<'_, '_>, area: Rect) -> Rect {
        let width = usize::from(area.width);
        let mut lines: Vec<_> = self.faults.iter().flat_map(|fault| canvas.wrap(fault, Role::Warning, width)).collect();
        if self.revisions.as_ref().is_some_and(|revisions| !revisions.is_empty()) {
            ending(&mut lines, usize::from(area.height / 3), width);
        }
        let used = (lines.len() as u16).min(area.height);
        canvas.lines(area, lines);
        Rect { y: area.y + used, height: area.height - used, ..area }
    }

    fn draw_list(&self, canvas: &mut Canvas<'_, '_>, area: Rect, revisions: &[Revision]) -> Option<Position> {
        let rows = usize::from(area.height).max(1);
        let top = (self.at + 1).saturating_sub(rows);
        let mut cursor = None;
        for ((number, revision), row) in revisions.iter().enumerate().skip(top).zip(area.rows()) {
            let marked = number == self.at;
            let texts = &canvas.ui.texts;
            let what = revision.localize_act(texts);
            let parts = [revision.localize_moment(texts), revision.by.to_string(), what];
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

    /// The entry as it was; the text of its file where no entry can be made of it.
    fn draw_state(&self, canvas: &mut Canvas<'_, '_>, area: Rect, revision: &Revision) {
        let text = revision.text.as_deref().unwrap_or_default();
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let register = canvas.session.register.clone();
        if let Some(register) = &register
            && let Some(measure) = measure(canvas, body, register)
        {
            return sheet::draw_record(canvas, area, &Record::Measure(Box::new(measure)), register, self.top);
        }
        let lines = paragraphs(canvas, &Text::paragraphs(body), area.width);
        let height = usize::from(area.height);
        (canvas.layout.entry_lines, canvas.layout.entry_height) = (lines.len(), height);
        let top = self.top.min(lines.len().saturating_sub(height));
        canvas.lines(area, lines.into_iter().skip(top));
    }
}

/// The entry of an earlier text. It may have had another id then.
fn measure(canvas: &Canvas<'_, '_>, text: &str, register: &Register) -> Option<Measure> {
    let values = Values::read(text).ok()?;
    let id = values.get(Field::named("id")?)?.as_text()?.to_owned();
    read_entry(&id, text, register, canvas.ui.today).measure
}

fn draw_changes(canvas: &mut Canvas<'_, '_>, area: Rect, revision: &Revision) {
    let width = usize::from(area.width);
    let texts = &canvas.ui.texts;
    let mut lines = vec![canvas.rule(width)];
    let style = canvas.style(Role::Text);
    if let Some(register) = &canvas.session.register {
        for difference in &revision.differences {
            let words = difference.localize(register, texts);
            lines.extend(Marked::plain(&words, style).wrap(width, Vec::new(), 2));
        }
    }
    if revision.differences.is_empty() {
        let key = if revision.first { "past-first" } else { "past-no-difference" };
        lines.extend(canvas.wrap(&texts.get(key), Role::Muted, width));
    }
    ending(&mut lines, usize::from(area.height), width);
    canvas.lines(area, lines);
}

fn paragraphs(canvas: &Canvas<'_, '_>, text: &str, width: u16) -> Vec<Line<'static>> {
    text.lines().flat_map(|line| canvas.wrap(line, Role::Text, usize::from(width))).collect()
}
