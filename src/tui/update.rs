//! Changes the state when something happens, and says what has to be done outside. Pure: no I/O, no clock.

mod answers;
mod filters;
mod form;
mod line;
mod list;
mod pointer;
mod portfolio;
mod question;
mod reports;
mod upkeep;

use std::sync::Arc;

pub(super) use filters::{offered as offered_facets, values_of};
pub(super) use form::{check_words, fault_words};
use ratatui::crossterm::event::KeyEvent;

use super::{
    action::Action,
    clerk::StoreCommand,
    event::{Event, Select, one_line},
    state::{Focus, Overlay, State, UiContext},
    view::Areas,
};
use crate::{
    catalogue::{Id, Kind},
    consultation::Audience,
    search::Request,
};

/// Something to be done outside.
pub enum Effect {
    /// Ask the search thread.
    Search {
        /// Number of the request.
        generation: u64,
        /// The question.
        request: Request,
        /// Where the selection goes.
        select: Select,
    },
    /// Read these files of the catalogue again: paths inside it, changed, new or gone.
    Reread(Vec<Arc<str>>),
    /// Look whether files have changed.
    Refresh,
    /// Build the index anew.
    Rebuild,
    /// Hand a task to the clerk.
    Clerk(StoreCommand),
    /// Give the terminal to the user's editor. Only ever in answer to a key: then nobody else reads the keys.
    Editor {
        /// The entry.
        id: Id,
        /// What was written so far: the text of the file before, the text to be edited, the line to begin at. Without
        /// it the file is read.
        begun: Option<(String, String, Option<usize>)>,
    },
    /// Take the mouse or give it back.
    Mouse(bool),
    /// Draw every cell again.
    Redraw,
    /// Leave.
    Quit,
}

/// Changes `state` for `event`.
pub fn update(state: &mut State, setting: &UiContext, event: Event) -> Vec<Effect> {
    state.list_rows = Areas::list_rows_of(state, setting);
    match event {
        Event::Key(key) => key_pressed(state, setting, key),
        Event::Text(text) => typed(state, setting, &text),
        Event::Click(column, row) => pointer::clicked(state, setting, column, row),
        Event::Wheel(column, row, steps) => pointer::wheel(state, setting, column, row, steps),
        Event::Resized(columns, rows) => {
            let effects = list::resized(state, setting, columns, rows);
            portfolio::bring_into_view(state, setting);
            effects
        }
        Event::Answered(answered) => answers::answered(state, setting, *answered),
        Event::SearchFailed(generation, reason) => answers::search_failed(state, setting, generation, &reason),
        Event::IndexFailed(reason) => answers::index_failed(state, setting, &reason),
        Event::IndexUnfit(reason) => answers::index_unfit(state, setting, &reason),
        Event::Snapshot(snapshot) => answers::new_snapshot(state, setting, &snapshot),
        Event::Building(done, total) => answers::building(state, done, total),
        Event::Current(health) => answers::current(state, setting, health),
        Event::KeeperFailed(reason) => answers::keeper_failed(state, setting, &reason),
        Event::Reported(report) => reports::reported(state, setting, *report),
        Event::Edited { id, base, text, left } => reports::edited(state, setting, id, base, text, left),
        Event::Closed => vec![Effect::Quit],
    }
}

fn typed(state: &mut State, setting: &UiContext, text: &str) -> Vec<Effect> {
    state.notice = None;
    if let Some(effects) = upkeep::typed(state, setting, text) {
        return effects;
    }
    state.overlay = None;
    if state.focus == Focus::Entry {
        state.focus = Focus::List;
    }
    line::insert(state, &one_line(text));
    line::changed(state, setting)
}

fn key_pressed(state: &mut State, setting: &UiContext, key: KeyEvent) -> Vec<Effect> {
    state.notice = None;
    match setting.keymap.action(state.context(), key) {
        Some(action) => act(state, setting, action),
        None => Vec::new(),
    }
}

/// Does what a key asks for.
pub fn act(state: &mut State, setting: &UiContext, action: Action) -> Vec<Effect> {
    if let Some(effects) = upkeep::act(state, setting, action) {
        return effects;
    }
    match action {
        Action::Quit => vec![Effect::Quit],
        Action::Back => back(state, setting),
        Action::Help => overlay(state, Overlay::Help),
        Action::WhyFound => why_found(state, setting),
        Action::Problems => overlay(state, Overlay::Problems),
        Action::ToggleInternal => toggle_internal(state, setting),
        Action::ToggleMouse => toggle_mouse(state, setting),
        Action::CycleTheme => cycle_theme(state, setting),
        Action::Refresh => refresh(state, setting),
        Action::Redraw => vec![Effect::Redraw],
        Action::NextKind => show_kind(state, setting, neighbour(state.kind, 1)),
        Action::PreviousKind => show_kind(state, setting, neighbour(state.kind, Kind::ALL.len() - 1)),
        Action::ShowKind(number) => match Kind::ALL.get(usize::from(number).wrapping_sub(1)) {
            Some(kind) => show_kind(state, setting, *kind),
            None => Vec::new(),
        },
        Action::NextSort => next_sort(state, setting),
        Action::OpenEntry => list::open(state, setting),
        Action::SelectPrevious
        | Action::SelectNext
        | Action::PageUp
        | Action::PageDown
        | Action::First
        | Action::Last => list::moved(state, setting, action),
        Action::ScrollEntryUp
        | Action::ScrollEntryDown
        | Action::ScrollEntryPageUp
        | Action::ScrollEntryPageDown
        | Action::ScrollEntryTop
        | Action::ScrollEntryBottom => list::scrolled(state, action),
        Action::ToggleFilters => filters::toggle_panel(state),
        Action::ToggleValue => filters::toggle_value(state, setting),
        Action::NextFacet => filters::next_facet(state, 1),
        Action::PreviousFacet => filters::next_facet(state, -1),
        Action::RemoveLastFilter => filters::remove_last(state, setting),
        Action::ClearFilters => filters::clear(state, setting),
        Action::AcceptCompletion => filters::accept_completion(state, setting),
        Action::ClearLine
        | Action::CursorLeft
        | Action::CursorRight
        | Action::CursorStart
        | Action::CursorEnd
        | Action::WordLeft
        | Action::WordRight
        | Action::DeleteBack
        | Action::DeleteForward
        | Action::DeleteWordBack => line::edited(state, setting, action),
        // These mean something on the pages of upkeep only.
        _ => Vec::new(),
    }
}

/// Asks anew; the selection goes to the best hit.
fn search(state: &mut State, setting: &UiContext) -> Vec<Effect> {
    state.top = 0;
    state.selected = 0;
    ask(state, setting, Select::First)
}

/// Asks for what the screen shows.
fn ask(state: &mut State, setting: &UiContext, select: Select) -> Vec<Effect> {
    state.generation += 1;
    // News of the index must not undo what a key has asked for and nobody has answered yet.
    let select = match (&select, state.pending.take()) {
        (Select::Keep { .. }, Some(pending)) => pending,
        _ => select,
    };
    state.pending = Some(select.clone());
    let mut request = state.request(setting.today);
    if let Select::Keep { .. } = select {
        request.locate = state.record.as_ref().map(|record| (record.kind(), record.id().to_string()));
    }
    vec![Effect::Search { generation: state.generation, request, select }]
}

/// One step back: closes what is open, then empties the line. Never leaves: that would lose a search by accident.
fn back(state: &mut State, setting: &UiContext) -> Vec<Effect> {
    if state.overlay.take().is_some() || state.completion.take().is_some() {
        return Vec::new();
    }
    if state.focus != Focus::List {
        state.focus = Focus::List;
        return Vec::new();
    }
    if state.line.value().is_empty() {
        let keys = setting.keymap.keys_for(state.context(), Action::Quit);
        let key = keys.first().map(|key| key.label(&setting.texts)).unwrap_or_default();
        let texts = &setting.texts;
        state.notice = Some(texts.with("notice-quit", &[("key", key.into())]));
        return Vec::new();
    }
    line::edited(state, setting, Action::ClearLine)
}

fn overlay(state: &mut State, wanted: Overlay) -> Vec<Effect> {
    state.overlay_top = 0;
    state.overlay = if state.overlay.as_ref() == Some(&wanted) { None } else { Some(wanted) };
    Vec::new()
}

/// The reasons come with the next answer.
fn why_found(state: &mut State, setting: &UiContext) -> Vec<Effect> {
    overlay(state, Overlay::Why);
    ask(state, setting, Select::At(state.selected))
}

fn toggle_internal(state: &mut State, setting: &UiContext) -> Vec<Effect> {
    let (audience, notice) = match state.audience {
        Audience::Client => (Audience::Staff, "notice-staff-view"),
        Audience::Staff => (Audience::Client, "notice-client-view"),
    };
    state.audience = audience;
    let texts = &setting.texts;
    state.notice = Some(texts.get(notice).into_owned());
    Vec::new()
}

fn toggle_mouse(state: &mut State, setting: &UiContext) -> Vec<Effect> {
    state.mouse = !state.mouse;
    let texts = &setting.texts;
    state.notice = Some(texts.get(if state.mouse { "notice-mouse-on" } else { "notice-mouse-off" }).into_owned());
    vec![Effect::Mouse(state.mouse)]
}

fn cycle_theme(state: &mut State, setting: &UiContext) -> Vec<Effect> {
    if setting.colour {
        state.theme = state.theme.next(&setting.settings);
    }
    let texts = &setting.texts;
    state.notice = Some(texts.with("notice-theme", &[("name", state.theme.name().into())]));
    Vec::new()
}

fn refresh(state: &mut State, setting: &UiContext) -> Vec<Effect> {
    let texts = &setting.texts;
    state.notice = Some(texts.get("notice-refresh").into_owned());
    state.refreshing = true;
    vec![Effect::Refresh]
}

fn next_sort(state: &mut State, setting: &UiContext) -> Vec<Effect> {
    state.sort = state.sort.next();
    search(state, setting)
}

fn show_kind(state: &mut State, setting: &UiContext, kind: Kind) -> Vec<Effect> {
    state.kind = kind;
    state.focus = Focus::List;
    search(state, setting)
}

fn neighbour(kind: Kind, steps: usize) -> Kind {
    let at = Kind::ALL.iter().position(|other| *other == kind).unwrap_or(0);
    Kind::ALL[(at + steps) % Kind::ALL.len()]
}
