//! The list of hits and the entry beside it: moving, paging, opening, scrolling.

use super::{Effect, ask, filters, search};
use crate::{
    catalogue::{Kind, Record},
    search::{FilterKey, Filters},
    tui::{
        action::Action,
        context::UiContext,
        effect::Select,
        state::{Focus, State},
        view::Areas,
    },
};

/// Moves the selection, or the cursor of whatever lies above the list.
pub(super) fn moved(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    if state.overlay.is_some() {
        return scrolled(state, action);
    }
    if filters::move_completion(state, action) {
        return Vec::new();
    }
    if state.focus == Focus::Filters {
        return filters::moved(state, action);
    }
    let last = state.total().saturating_sub(1);
    let page = state.session.list_rows.max(1);
    let target = match action {
        Action::SelectPrevious => state.selected.saturating_sub(1),
        Action::SelectNext => state.selected.saturating_add(1),
        Action::PageUp => state.selected.saturating_sub(page),
        Action::PageDown => state.selected.saturating_add(page),
        Action::First => 0,
        _ => last,
    };
    select(state, ui, target.min(last))
}

/// Selects a hit and brings it onto the screen.
pub(super) fn select(state: &mut State, ui: &UiContext, target: usize) -> Vec<Effect> {
    if target == state.selected && state.record.is_some() {
        return Vec::new();
    }
    state.selected = target;
    state.selected_by_key = true;
    state.entry_top = 0;
    bring_into_view(state);
    ask(state, ui, Select::At(target))
}

/// Moves the window of the list so that the selected hit lies in it.
pub(super) fn bring_into_view(state: &mut State) {
    let rows = state.session.list_rows.max(1);
    if state.selected < state.top {
        state.top = state.selected;
    } else if state.selected >= state.top + rows {
        state.top = state.selected + 1 - rows;
    }
    // New hits above a selection that stays on its row must not leave rows empty at the end.
    state.top = state.top.min(state.total().saturating_sub(rows));
}

/// Another size shows another number of rows.
pub(super) fn resized(state: &mut State, ui: &UiContext, columns: u16, rows: u16) -> Vec<Effect> {
    state.session.size = (columns, rows);
    state.open_form().into_iter().for_each(|form| form.unscroll());
    state.session.list_rows = Areas::list_rows_of(state, ui);
    bring_into_view(state);
    ask(state, ui, Select::At(state.selected))
}

/// Opens the entry for reading. A target group, coordinator or provider opens its offers instead.
pub(super) fn open(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    let Some(record) = state.record.clone() else { return Vec::new() };
    let key = match &*record {
        Record::Measure(_) => {
            state.focus = Focus::Entry;
            return Vec::new();
        }
        Record::TargetGroup(_) => FilterKey::TargetGroup,
        Record::Coordinator(_) => FilterKey::Coordinator,
        Record::Provider(_) => FilterKey::Provider,
    };
    state.filters = Filters::default();
    state.filters.add(key, record.id());
    state.line.reset();
    state.kind = Kind::Measure;
    search(state, ui)
}

/// Scrolls the entry, or the window above the screen.
pub(super) fn scrolled(state: &mut State, action: Action) -> Vec<Effect> {
    let (top, lines, height) = match state.overlay {
        Some(_) => (&mut state.overlay_top, state.session.layout.overlay_lines, state.session.layout.overlay_height),
        None => (&mut state.entry_top, state.session.layout.entry_lines, state.session.layout.entry_height),
    };
    let last = lines.saturating_sub(height);
    let page = height.saturating_sub(1).max(1);
    let target = match action {
        Action::ScrollEntryUp | Action::SelectPrevious => top.saturating_sub(1),
        Action::ScrollEntryDown | Action::SelectNext => *top + 1,
        Action::ScrollEntryPageUp | Action::PageUp => top.saturating_sub(page),
        Action::ScrollEntryPageDown | Action::PageDown => *top + page,
        Action::ScrollEntryTop | Action::First => 0,
        _ => last,
    };
    *top = target.min(last);
    Vec::new()
}
