//! Changes the state when something happens, and says what has to be done outside. Pure: no I/O, no clock.

mod answers;
mod filters;
mod form;
mod line;
mod list;
mod pointer;
mod question;
mod report;
mod reports;
mod upkeep;

pub(super) use filters::{offered as offered_facets, values_of};
pub(super) use form::{check_words, fault_words};
use ratatui::crossterm::event::KeyEvent;

use super::{
    action::Action,
    context::UiContext,
    effect::{Effect, SearchJob, Select},
    event::{Event, one_line},
    state::{Focus, Overlay, State},
    view::Areas,
};
use crate::{catalogue::Kind, consultation::Audience};

/// Changes `state` for `event`.
pub fn update(state: &mut State, ui: &UiContext, event: Event) -> Vec<Effect> {
    state.session.list_rows = Areas::list_rows_of(state, ui);
    match event {
        Event::Key(key) => key_pressed(state, ui, key),
        Event::Text(text) => typed(state, ui, &text),
        Event::Click(column, row) => pointer::clicked(state, ui, column, row),
        Event::Wheel(column, row, steps) => pointer::wheel(state, ui, column, row, steps),
        Event::Resized(columns, rows) => {
            let effects = list::resized(state, ui, columns, rows);
            report::bring_into_view(state, ui);
            effects
        }
        Event::Answered(answered) => answers::answered(state, ui, *answered),
        Event::SearchFailed(generation, reason) => answers::search_failed(state, ui, generation, &reason),
        Event::IndexFailed(reason) => answers::index_failed(state, ui, &reason),
        Event::IndexUnfit(reason) => {
            state.session.index_unfit(&ui.texts, &reason);
            Vec::new()
        }
        Event::Snapshot(snapshot) => answers::new_snapshot(state, ui, &snapshot),
        Event::Building(done, total) => {
            state.session.index.building = Some((done, total));
            Vec::new()
        }
        Event::Current(health) => answers::current(state, ui, health),
        Event::CatalogueUnreadable(reason) => {
            state.session.catalogue_unreadable(&ui.texts, &reason);
            Vec::new()
        }
        Event::Store(report) => reports::reported(state, ui, *report),
        Event::Edited { id, base, text, left } => reports::edited(state, ui, id, base, text, left),
        Event::Closed => vec![Effect::Quit],
    }
}

fn typed(state: &mut State, ui: &UiContext, text: &str) -> Vec<Effect> {
    state.session.message = None;
    if let Some(effects) = upkeep::typed(state, ui, text) {
        return effects;
    }
    state.overlay = None;
    if state.focus == Focus::Entry {
        state.focus = Focus::List;
    }
    line::insert(state, &one_line(text));
    line::changed(state, ui)
}

fn key_pressed(state: &mut State, ui: &UiContext, key: KeyEvent) -> Vec<Effect> {
    state.session.message = None;
    match ui.keymap.action(state.context(), key) {
        Some(action) => act(state, ui, action),
        None => Vec::new(),
    }
}

/// Does what a key asks for.
pub fn act(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    if let Some(effects) = upkeep::act(state, ui, action) {
        return effects;
    }
    match action {
        Action::Quit => vec![Effect::Quit],
        Action::Back => back(state, ui),
        Action::Help => overlay(state, Overlay::Help),
        Action::WhyFound => why_found(state, ui),
        Action::Problems => overlay(state, Overlay::Problems),
        Action::ToggleInternal => toggle_internal(state, ui),
        Action::ToggleMouse => toggle_mouse(state, ui),
        Action::CycleTheme => cycle_theme(state, ui),
        Action::Refresh => refresh(state, ui),
        Action::Redraw => vec![Effect::Redraw],
        Action::NextKind => show_kind(state, ui, neighbour(state.kind, 1)),
        Action::PreviousKind => show_kind(state, ui, neighbour(state.kind, Kind::ALL.len() - 1)),
        Action::ShowKind(number) => match Kind::ALL.get(usize::from(number).wrapping_sub(1)) {
            Some(kind) => show_kind(state, ui, *kind),
            None => Vec::new(),
        },
        Action::NextSort => next_sort(state, ui),
        Action::OpenEntry => list::open(state, ui),
        Action::SelectPrevious
        | Action::SelectNext
        | Action::PageUp
        | Action::PageDown
        | Action::First
        | Action::Last => list::moved(state, ui, action),
        Action::ScrollEntryUp
        | Action::ScrollEntryDown
        | Action::ScrollEntryPageUp
        | Action::ScrollEntryPageDown
        | Action::ScrollEntryTop
        | Action::ScrollEntryBottom => list::scrolled(state, action),
        Action::ToggleFilters => filters::toggle_panel(state),
        Action::ToggleValue => filters::toggle_value(state, ui),
        Action::NextFacet => filters::next_facet(state, 1),
        Action::PreviousFacet => filters::next_facet(state, -1),
        Action::RemoveLastFilter => filters::remove_last(state, ui),
        Action::ClearFilters => filters::clear(state, ui),
        Action::AcceptCompletion => filters::accept_completion(state, ui),
        Action::ClearLine
        | Action::CursorLeft
        | Action::CursorRight
        | Action::CursorStart
        | Action::CursorEnd
        | Action::WordLeft
        | Action::WordRight
        | Action::DeleteBack
        | Action::DeleteForward
        | Action::DeleteWordBack => line::edited(state, ui, action),
        // These mean something on the pages of upkeep only.
        _ => Vec::new(),
    }
}

/// Asks anew; the selection goes to the best hit.
fn search(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    state.top = 0;
    state.selected = 0;
    ask(state, ui, Select::First)
}

/// Asks for what the screen shows.
fn ask(state: &mut State, ui: &UiContext, select: Select) -> Vec<Effect> {
    state.generation += 1;
    // News of the index must not undo what a key has asked for and nobody has answered yet.
    let select = match (&select, state.pending.take()) {
        (Select::Keep { .. }, Some(pending)) => pending,
        _ => select,
    };
    state.pending = Some(select.clone());
    let mut request = state.request(ui.today);
    if let Select::Keep { .. } = select {
        request.locate = state.record.as_ref().map(|record| (record.kind(), record.id().to_string()));
    }
    vec![Effect::Search(SearchJob { generation: state.generation, request, select })]
}

/// One step back: closes what is open, then empties the line. Never leaves: that would lose a search by accident.
fn back(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    if state.overlay.take().is_some() || state.completion.take().is_some() {
        return Vec::new();
    }
    if state.focus != Focus::List {
        state.focus = Focus::List;
        return Vec::new();
    }
    if state.line.value().is_empty() {
        let keys = ui.keymap.keys_for(state.context(), Action::Quit);
        let key = keys.first().map(|key| key.localize(&ui.texts)).unwrap_or_default();
        let texts = &ui.texts;
        state.session.message = Some(texts.with("notice-quit", &[("key", key.into())]));
        return Vec::new();
    }
    line::edited(state, ui, Action::ClearLine)
}

fn overlay(state: &mut State, wanted: Overlay) -> Vec<Effect> {
    state.overlay_top = 0;
    state.overlay = if state.overlay.as_ref() == Some(&wanted) { None } else { Some(wanted) };
    Vec::new()
}

/// The reasons come with the next answer.
fn why_found(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    overlay(state, Overlay::Why);
    ask(state, ui, Select::At(state.selected))
}

fn toggle_internal(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    let (audience, notice) = match state.session.audience {
        Audience::Client => (Audience::Staff, "notice-staff-view"),
        Audience::Staff => (Audience::Client, "notice-client-view"),
    };
    state.session.audience = audience;
    let texts = &ui.texts;
    state.session.message = Some(texts.get(notice).into_owned());
    Vec::new()
}

fn toggle_mouse(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    state.session.mouse = !state.session.mouse;
    let texts = &ui.texts;
    state.session.message =
        Some(texts.get(if state.session.mouse { "notice-mouse-on" } else { "notice-mouse-off" }).into_owned());
    vec![Effect::Mouse(state.session.mouse)]
}

fn cycle_theme(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    if ui.colour {
        state.session.theme = state.session.theme.next(&ui.settings);
    }
    let texts = &ui.texts;
    state.session.message = Some(texts.with("notice-theme", &[("name", state.session.theme.name().into())]));
    Vec::new()
}

fn refresh(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    vec![Effect::Index(state.session.refresh(&ui.texts))]
}

fn next_sort(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    state.sort = state.sort.next();
    search(state, ui)
}

fn show_kind(state: &mut State, ui: &UiContext, kind: Kind) -> Vec<Effect> {
    state.kind = kind;
    state.focus = Focus::List;
    search(state, ui)
}

fn neighbour(kind: Kind, steps: usize) -> Kind {
    let at = Kind::ALL.iter().position(|other| *other == kind).unwrap_or(0);
    Kind::ALL[(at + steps) % Kind::ALL.len()]
}
