//! The keys of the report: moving in its table, changing what it shows, going from a number to its offers.

use std::sync::Arc;

use super::{Effect, ask, search, toggle_internal};
use crate::{
    catalogue::Kind,
    search::{AxisValue, FilterKey, OfferReport},
    tui::{
        action::Action,
        context::UiContext,
        effect::Select,
        page::Page,
        report::ReportPage,
        state::{Focus, State},
        view::room_for_report,
    },
};

/// Opens the report of what is searched for now, or closes it.
pub(super) fn open(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    if state.report().is_some() {
        leave(state);
        return Vec::new();
    }
    let mut page = ReportPage::default();
    if let Some(last) = state.counted {
        (page.rows, page.columns, page.figure) = last;
    }
    page.hide_from(state.session.audience);
    state.completion = None;
    state.pages = vec![Page::Report(page)];
    ask(state, ui, Select::At(state.selected))
}

/// Back to the search. The next report begins with the same dimensions.
fn leave(state: &mut State) {
    state.counted = state.report().map(|page| (page.rows, page.columns, page.figure));
    state.pages.clear();
}

/// Does what a key asks for on the report.
pub(super) fn act(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    match action {
        Action::Back => {
            leave(state);
            Vec::new()
        }
        Action::Activate | Action::OpenEntry => to_offers(state, ui),
        Action::ToggleInternal => {
            let mut effects = toggle_internal(state, ui);
            let audience = state.session.audience;
            state.report_mut().into_iter().for_each(|page| page.hide_from(audience));
            effects.extend(ask(state, ui, Select::At(state.selected)));
            effects
        }
        Action::NextRows | Action::PreviousRows | Action::NextColumns | Action::PreviousColumns => {
            turned(state, ui, action)
        }
        Action::NextFigure => {
            let audience = state.session.audience;
            state.report_mut().into_iter().for_each(|page| page.figure = page.next_figure(audience));
            Vec::new()
        }
        _ => {
            moved(state, ui, action);
            Vec::new()
        }
    }
}

/// Another dimension in the rows or columns.
fn turned(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    let audience = state.session.audience;
    let Some(page) = state.report_mut() else { return Vec::new() };
    let neighbour = |key, other, steps| ReportPage::neighbour(key, other, steps, audience);
    match action {
        Action::NextRows => page.rows = neighbour(page.rows, page.columns, 1),
        Action::PreviousRows => page.rows = neighbour(page.rows, page.columns, -1),
        Action::NextColumns => page.columns = neighbour(page.columns, page.rows, 1),
        _ => page.columns = neighbour(page.columns, page.rows, -1),
    }
    page.begin_anew();
    ask(state, ui, Select::At(state.selected))
}

fn moved(state: &mut State, ui: &UiContext, action: Action) {
    let room = room_for_report(state, ui);
    let (rows, columns) = (room.rows.max(1), room.columns.max(1));
    let Some(page) = state.report_mut() else { return };
    let (row, column) = &mut page.at;
    match action {
        Action::SelectPrevious => *row = row.saturating_sub(1),
        Action::SelectNext => *row += 1,
        Action::PageUp => *row = row.saturating_sub(rows),
        Action::PageDown => *row += rows,
        Action::First => *row = 0,
        Action::Last => *row = usize::MAX,
        Action::CursorLeft => *column = column.saturating_sub(1),
        Action::CursorRight => *column += 1,
        Action::WordLeft => *column = column.saturating_sub(columns),
        Action::WordRight => *column += columns,
        Action::CursorStart => *column = 0,
        Action::CursorEnd => *column = usize::MAX,
        _ => return,
    }
    bring_into_view(state, ui);
}

/// The cursor stays in the table and on the screen.
pub(super) fn bring_into_view(state: &mut State, ui: &UiContext) {
    let room = room_for_report(state, ui);
    let Some(portfolio) = state.portfolio() else { return };
    state.report_mut().into_iter().for_each(|page| page.bring_into_view(&portfolio, room));
}

/// A cell was clicked; a second click opens it.
pub(super) fn pointed_at(state: &mut State, ui: &UiContext, at: (usize, usize)) -> Vec<Effect> {
    let Some(page) = state.report_mut() else { return Vec::new() };
    if page.at == at {
        return to_offers(state, ui);
    }
    page.at = at;
    bring_into_view(state, ui);
    Vec::new()
}

/// Shows the offers of the selected cell: the list with the filters of its row and column.
fn to_offers(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    let Some((rows, columns)) = selected(state) else { return Vec::new() };
    if [&rows.1, &columns.1].contains(&&AxisValue::Unstated) {
        state.session.message = Some(ui.texts.get("notice-no-filter-for-unstated").into_owned());
        return Vec::new();
    }
    for (key, slot) in [rows, columns] {
        // What the table has set aside gives way to what was chosen in it.
        let chosen: Vec<Box<str>> = state.filters.values(key).to_vec();
        chosen.iter().for_each(|value| state.filters.remove(key, value));
        slot.id().into_iter().for_each(|id| state.filters.add(key, id));
    }
    state.kind = Kind::Measure;
    state.focus = Focus::List;
    leave(state);
    search(state, ui)
}

/// The dimensions of the selected cell with its row and column.
fn selected(state: &State) -> Option<((FilterKey, AxisValue), (FilterKey, AxisValue))> {
    let (portfolio, page) = (state.portfolio()?, state.report()?);
    let table = &portfolio.table;
    let slot = |axis: &crate::search::Axis, at: usize| Some((axis.key, axis.lines.get(at)?.slot.clone()));
    Some((slot(&table.rows, page.at.0)?, slot(&table.columns, page.at.1)?))
}

/// A new table has come: the cursor stays with its row and column, or begins where the filters point to.
pub(super) fn recounted(state: &mut State, ui: &UiContext, before: Option<Arc<OfferReport>>) {
    let Some(portfolio) = state.portfolio() else { return };
    let chosen = |key: FilterKey| match state.filters.values(key) {
        [value] => Some(AxisValue::Value(value.clone())),
        _ => None,
    };
    let Some(page) = state.report() else { return };
    let kept = |rows: bool| {
        let (axis, at, key) = match rows {
            true => (before.as_ref().map(|before| &before.table.rows), page.at.0, page.rows),
            false => (before.as_ref().map(|before| &before.table.columns), page.at.1, page.columns),
        };
        if page.fresh {
            return chosen(key);
        }
        axis.filter(|axis| axis.key == key).and_then(|axis| Some(axis.lines.get(at)?.slot.clone()))
    };
    let (row, column) = (kept(true), kept(false));
    if let Some(page) = state.report_mut() {
        page.fresh = false;
        page.go_to(&portfolio, row.as_ref(), column.as_ref());
    }
    bring_into_view(state, ui);
}
