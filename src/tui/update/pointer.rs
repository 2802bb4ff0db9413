//! The mouse: what a click or the wheel means is read from the layout of the last frame.

use super::{Effect, act, filters, list, report, show_kind, upkeep};
use crate::tui::{
    action::Action,
    context::UiContext,
    state::{Focus, State},
    widgets::layout::ClickTarget,
};

pub(super) fn clicked(state: &mut State, ui: &UiContext, column: u16, row: u16) -> Vec<Effect> {
    state.session.message = None;
    if state.overlay.is_some() {
        // What lies below a window cannot be clicked; a click beside it closes it.
        if state.session.layout.target(column, row) != Some(&ClickTarget::Overlay) {
            state.overlay = None;
        }
        return Vec::new();
    }
    let target = state.session.layout.target(column, row).cloned();
    if state.question.is_some() && !matches!(target, Some(ClickTarget::Answer(_) | ClickTarget::Key(_))) {
        return Vec::new();
    }
    match target {
        Some(ClickTarget::Hit(number)) => {
            state.focus = Focus::List;
            list::select(state, ui, number)
        }
        Some(ClickTarget::Tab(kind)) => show_kind(state, ui, kind),
        Some(ClickTarget::Chip(key, value)) => filters::toggle(state, ui, key, &value),
        Some(ClickTarget::Value(key, value)) => filters::toggle(state, ui, key, &value),
        Some(ClickTarget::Facet(number)) => {
            state.focus = Focus::Filters;
            state.facet.facet = number;
            state.facet.value = 0;
            Vec::new()
        }
        Some(ClickTarget::Completion(number)) => {
            if let Some(completion) = &mut state.completion {
                completion.selected = number;
            }
            act(state, ui, Action::AcceptCompletion)
        }
        Some(ClickTarget::Sort) => act(state, ui, Action::NextSort),
        Some(ClickTarget::Key(action)) => act(state, ui, action),
        Some(ClickTarget::Cell(row, column)) => report::pointed_at(state, ui, (row, column)),
        Some(ClickTarget::Item(number)) => upkeep::pointed_at(state, number),
        Some(ClickTarget::Field(number)) => {
            if let Some(form) = state.form() {
                form.picker = None;
                form.at = number;
            }
            Vec::new()
        }
        Some(ClickTarget::Choice(number)) => {
            if let Some(picker) = state.form().and_then(|form| form.picker.as_mut()) {
                picker.at = number;
            }
            act(state, ui, Action::Activate)
        }
        Some(ClickTarget::Answer(number)) => {
            if let Some(question) = &mut state.question {
                question.at = number;
            }
            act(state, ui, Action::Activate)
        }
        Some(ClickTarget::Entry | ClickTarget::List | ClickTarget::Overlay) | None => Vec::new(),
    }
}

pub(super) fn wheel(state: &mut State, ui: &UiContext, column: u16, row: u16, steps: i32) -> Vec<Effect> {
    let down = steps > 0;
    if !state.pages.is_empty() || state.question.is_some() {
        return act(state, ui, if down { Action::SelectNext } else { Action::SelectPrevious });
    }
    match state.session.layout.target(column, row) {
        Some(ClickTarget::Entry | ClickTarget::Overlay) => {
            let action = if down { Action::ScrollEntryDown } else { Action::ScrollEntryUp };
            let effects = list::scrolled(state, action);
            list::scrolled(state, action);
            effects
        }
        Some(ClickTarget::Value(..) | ClickTarget::Facet(_)) => {
            filters::moved(state, if down { Action::SelectNext } else { Action::SelectPrevious })
        }
        _ => list::moved(state, ui, if down { Action::SelectNext } else { Action::SelectPrevious }),
    }
}
