//! The filter panel, chips and completion.

use super::{Effect, line, search};
use crate::{
    search::{Facet, FilterKey},
    tui::{
        action::Action,
        context::UiContext,
        state::{FacetCursor, Focus, State},
    },
};

/// The facets that have something to choose from, in the order of the panel.
pub(in crate::tui) fn offered(state: &State) -> Vec<&Facet> {
    let facets = state.answer.as_ref().map(|answer| answer.facets.as_slice()).unwrap_or_default();
    facets.iter().filter(|facet| !facet.values.is_empty() || !state.filters.values(facet.key).is_empty()).collect()
}

/// The values of a facet as the panel shows them: chosen ones stay even when nothing is left for them.
pub(in crate::tui) fn values_of(state: &State, facet: &Facet) -> Vec<(String, usize)> {
    let mut values = facet.values.clone();
    for chosen in state.filters.values(facet.key) {
        if !values.iter().any(|(value, _)| value.as_str() == &**chosen) {
            values.push((chosen.to_string(), 0));
        }
    }
    values
}

pub(super) fn toggle_panel(state: &mut State) -> Vec<Effect> {
    state.focus = if state.focus == Focus::Filters { Focus::List } else { Focus::Filters };
    state.completion = None;
    Vec::new()
}

pub(super) fn next_facet(state: &mut State, steps: isize) -> Vec<Effect> {
    let count = offered(state).len();
    if count > 0 {
        let facet = (state.facet.facet % count).checked_add_signed(steps).unwrap_or(count - 1) % count;
        state.facet = FacetCursor { facet, value: 0 };
    }
    Vec::new()
}

/// Moves the cursor in the panel by one value.
pub(super) fn moved(state: &mut State, action: Action) -> Vec<Effect> {
    let offered = offered(state);
    let Some(facet) = offered.get(state.facet.facet.min(offered.len().saturating_sub(1))) else { return Vec::new() };
    let last = values_of(state, facet).len().saturating_sub(1);
    let page = state.session.list_rows.max(1);
    let at = state.facet.value.min(last);
    state.facet.value = match action {
        Action::SelectPrevious => at.saturating_sub(1),
        Action::SelectNext => (at + 1).min(last),
        Action::PageUp => at.saturating_sub(page),
        Action::PageDown => (at + page).min(last),
        Action::First => 0,
        _ => last,
    };
    Vec::new()
}

pub(super) fn toggle_value(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    let offered = offered(state);
    let Some(facet) = offered.get(state.facet.facet.min(offered.len().saturating_sub(1))) else { return Vec::new() };
    let values = values_of(state, facet);
    let Some((value, _)) = values.get(state.facet.value.min(values.len().saturating_sub(1))) else { return Vec::new() };
    let (key, value) = (facet.key, value.clone());
    toggle(state, ui, key, &value)
}

pub(super) fn toggle(state: &mut State, ui: &UiContext, key: FilterKey, value: &str) -> Vec<Effect> {
    state.filters.toggle(key, value);
    search(state, ui)
}

pub(super) fn remove_last(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    let last = state.filters.iter().last().map(|(key, value)| (key, value.to_owned()));
    match last {
        Some((key, value)) => toggle(state, ui, key, &value),
        None => Vec::new(),
    }
}

pub(super) fn clear(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    state.filters = crate::search::Filters::default();
    search(state, ui)
}

/// Moves the mark among the offered values; true when there are any.
pub(super) fn move_completion(state: &mut State, action: Action) -> bool {
    let Some(completion) = &mut state.completion else { return false };
    let last = completion.values.len().saturating_sub(1);
    completion.selected = match action {
        Action::SelectPrevious => completion.selected.checked_sub(1).unwrap_or(last),
        Action::SelectNext if completion.selected == last => 0,
        Action::SelectNext => completion.selected + 1,
        Action::First | Action::PageUp => 0,
        _ => last,
    };
    true
}

/// The marked value becomes a chip; what was typed for it leaves the line.
pub(super) fn accept_completion(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    let Some(completion) = state.completion.take() else { return Vec::new() };
    let Some(value) = completion.values.get(completion.selected) else { return Vec::new() };
    state.filters.add(completion.key, &value.id);
    if state.line.value().get(completion.range.clone()).is_some() {
        line::cut(state, vec![completion.range]);
    }
    search(state, ui)
}
