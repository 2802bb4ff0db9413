//! The last row: how many hits, what has to be said, and the keys that work now.

use ratatui::{layout::Rect, text::Line, widgets::Clear};

use super::Canvas;
use crate::tui::widgets::layout::ClickTarget;
use crate::tui::widgets::text::{Marked, columns, fitting};
use crate::{
    consultation::Audience,
    search::FilterKey,
    tui::{
        action::Action,
        keymap::KeyContext,
        page::{DeskPage, Dialog, DialogKind, Page},
        theme::Role,
    },
};

pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let (text, role) = message(canvas);
    if canvas.state.session.message.is_some() && columns(&text) > area.width {
        return notice(canvas, area, &text, role);
    }
    let cut = fitting(&text, usize::from(area.width));
    let style = canvas.style(role);
    canvas.line(area, Line::styled(text[..cut].to_owned(), style));
    let mut x = area.x.saturating_add(columns(&text)).saturating_add(if text.is_empty() { 0 } else { 2 });
    let keeps = canvas.ui.keeps();
    let asks_to_save = canvas.state.question.as_ref().is_some_and(|question| question.can_save());
    let mut offered = offered(canvas.state.context(), problems(canvas) > 0, keeps);
    if let Some(Page::Desk(DeskPage { entries: Some(entries), .. })) = canvas.state.pages.last()
        && entries.is_empty()
        && canvas.state.context() == KeyContext::Desk
    {
        offered = vec![Action::NewEntry, Action::Back, Action::Help];
    }
    for action in offered {
        let useless = match action {
            Action::Save => canvas.state.question.is_some() && !asks_to_save,
            action => action.keeps_entries() && !keeps,
        };
        if useless {
            continue;
        }
        let Some(key) = canvas.ui.keymap.keys_for(canvas.state.context(), action).into_iter().next() else {
            continue;
        };
        let key = key.localize(&canvas.ui.texts);
        let label = canvas.get(&short(canvas, action));
        let width = columns(&key).saturating_add(1).saturating_add(columns(&label));
        if x.saturating_add(width) > area.right() {
            break;
        }
        let cell = Rect { x, width, ..area };
        let (key_style, label_style) = (canvas.style(Role::Key), canvas.style(Role::Status));
        let spans = vec![
            ratatui::text::Span::styled(key, key_style),
            ratatui::text::Span::styled(format!(" {label}"), label_style),
        ];
        canvas.line(cell, Line::from(spans));
        canvas.layout.add(cell, ClickTarget::Key(action));
        x += width + 2;
    }
}

/// What an action is called in a word: here, where it means something of its own, else anywhere.
fn short(canvas: &Canvas<'_, '_>, action: Action) -> String {
    let clash = matches!(&canvas.state.question, Some(Dialog { about: DialogKind::Clash { .. }, .. }));
    if clash && action == Action::Activate {
        return "short-switch".to_owned();
    }
    let here = format!("short-{}-{}", action.name(), canvas.state.context().name());
    if canvas.ui.texts.has(&here) { here } else { format!("short-{}", action.name()) }
}

/// Most rows of something that has to be said.
const NOTICE: usize = 4;

/// What is too long for one row is said in several, above the keys' place: whoever has to read half of it guesses.
fn notice(canvas: &mut Canvas<'_, '_>, last: Rect, text: &str, role: Role) {
    let style = canvas.style(role);
    let lines = Marked::plain(text, style).wrap(usize::from(last.width), Vec::new(), 0);
    let rows = lines.len().min(NOTICE).min(usize::from(last.bottom())) as u16;
    let area = Rect { y: last.bottom() - rows, height: rows, ..last };
    canvas.frame.render_widget(Clear, area);
    canvas.fill(area);
    for (row, line) in area.rows().zip(lines) {
        canvas.line(row, line);
    }
}

/// The actions whose keys the last row names, the most useful first.
fn offered(context: KeyContext, problems: bool, keeps: bool) -> Vec<Action> {
    use Action::*;
    match context {
        _ if problems && context == KeyContext::Search => {
            vec![Help, Problems, OpenEntry, ToggleFilters, Desk, EditEntry, NextSort, Quit]
        }
        KeyContext::Desk => vec![Activate, ConfirmEntry, FreePlaces, History, Help, Back, NewEntry],
        KeyContext::Form => vec![Save, Back, NextField, NextGroup, Preview, Help, Undo],
        KeyContext::Choice => vec![Activate, Back],
        KeyContext::History => vec![Activate, Restore, Back, Help],
        KeyContext::Report => vec![Activate, NextRows, NextColumns, NextFigure, Back, Help, ToggleInternal],
        KeyContext::Question => vec![Activate, Save, Back],
        KeyContext::Search if keeps => {
            vec![Help, OpenEntry, ToggleFilters, Desk, EditEntry, NextSort, WhyFound, Quit, Report]
        }
        KeyContext::Overlay => vec![Back, PageDown, Quit],
        KeyContext::Completion => vec![AcceptCompletion, Back],
        KeyContext::Filters => vec![ToggleValue, NextFacet, ClearFilters, Back, Help],
        KeyContext::Reading => vec![Back, ScrollEntryPageDown, ToggleInternal, WhyFound, Help],
        _ => vec![Help, OpenEntry, ToggleFilters, NextSort, ToggleInternal, WhyFound, NextKind, Problems, Quit, Report],
    }
}

/// Ended offers that the words would find as well.
fn hidden(canvas: &Canvas<'_, '_>) -> Option<usize> {
    let answer = canvas.state.answer.as_ref().filter(|answer| !answer.understood.is_empty() && answer.total > 0)?;
    let by_default = canvas.state.filters.values(FilterKey::Status).is_empty();
    let removed = answer.removed_by_filter.iter().find(|(key, _)| *key == FilterKey::Status && by_default);
    removed.map(|(_, count)| *count)
}

/// Number of things that F7 would show.
fn problems(canvas: &Canvas<'_, '_>) -> usize {
    let health = &canvas.state.session.index.health;
    canvas.state.session.warnings.len()
        + usize::from(canvas.state.session.index.unreadable.is_some())
        + health.errors.len()
        + usize::from(health.in_memory.is_some())
}

/// The count, unless there is something more urgent.
fn message(canvas: &Canvas<'_, '_>) -> (String, Role) {
    let state = canvas.state;
    let texts = &canvas.ui.texts;
    if let Some(notice) = &state.session.message {
        return (notice.clone(), Role::Accent);
    }
    if !state.pages.is_empty() {
        return (String::new(), Role::Status);
    }
    let mut parts = Vec::new();
    let mut role = Role::Status;
    if let Some(answer) = &state.answer {
        parts.push(texts.with("screen-hits", &[("count", answer.total.into())]));
        if answer.total > 0 {
            let at = canvas.number(state.selected + 1);
            parts.push(texts.with("screen-at", &[("at", at.into())]));
        }
    }
    if let Some(count) = hidden(canvas) {
        parts.push(texts.with("screen-hidden", &[("count", count.into())]));
    }
    if let Some((done, total)) = state.session.index.building {
        parts.push(texts.with("screen-building", &[("done", done.into()), ("total", total.into())]));
        role = Role::Warning;
    }
    if state.session.audience == Audience::Staff {
        parts.push(canvas.get("screen-staff"));
        role = Role::Warning;
    }
    let problems = problems(canvas);
    if problems > 0 {
        let files = state.session.index.health.files_out;
        let key = if files > 0 { "screen-files-out" } else { "screen-problems" };
        let count = if files > 0 { files } else { problems };
        parts.push(texts.with(key, &[("count", count.into())]));
        role = Role::Warning;
    }
    (parts.join(" · "), role)
}
