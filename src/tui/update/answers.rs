//! What other threads report: answers, records, the state of the index.

use std::sync::Arc;

use super::{Effect, ask, line, list, report, upkeep};
use crate::{
    catalogue::Record,
    search::{IndexHealth, Snapshot},
    tui::{context::UiContext, effect::Select, effect::StoreCommand, event::Answered, page::Page, state::State},
};

/// Takes an answer over, unless a newer question has been asked. Typed filters that are complete become chips.
pub(super) fn answered(state: &mut State, ui: &UiContext, answered: Answered) -> Vec<Effect> {
    if answered.generation != state.generation {
        return Vec::new();
    }
    let Answered { generation, answer, selected, record } = answered;
    state.answered = generation;
    state.pending = None;
    state.top = answer.offset;
    let name = |record: &Option<Arc<Record>>| record.as_ref().map(|record| (record.kind(), record.id().clone()));
    if name(&record) != name(&state.record) {
        state.entry_top = 0;
    }
    state.record = record;
    state.selected = selected;
    let complete: Vec<_> = answer.resolved.iter().filter(|filter| !filter.open).cloned().collect();
    let counted = state.answer.replace(answer).and_then(|before| before.portfolio);
    for filter in &complete {
        filter.values.iter().for_each(|value| state.filters.add(filter.key, value));
    }
    if !complete.is_empty() {
        line::cut(state, complete.into_iter().map(|filter| filter.range).collect());
        line::offer_again(state, ui);
    }
    report::recounted(state, ui, counted);
    let top = state.top;
    list::bring_into_view(state);
    if state.top == top { Vec::new() } else { ask(state, ui, Select::At(state.selected)) }
}

/// A damaged index is built anew, once; the words stay on the screen until it is there. If the new one fails as well,
/// the fault lies elsewhere, and building on and on would help nobody.
pub(super) fn search_failed(state: &mut State, ui: &UiContext, generation: u64, reason: &str) -> Vec<Effect> {
    if generation != state.generation {
        return Vec::new();
    }
    state.answered = state.generation;
    index_failed(state, ui, reason)
}

/// The index did not answer; see [`search_failed`].
pub(super) fn index_failed(state: &mut State, ui: &UiContext, reason: &str) -> Vec<Effect> {
    state.session.index_failed(&ui.texts, reason).map(Effect::Index).into_iter().collect()
}

/// New answers replace old ones without moving the selection.
pub(super) fn new_snapshot(state: &mut State, ui: &UiContext, snapshot: &Snapshot) -> Vec<Effect> {
    state.session.register = Some(snapshot.register().clone());
    let row = state.selected.saturating_sub(state.top);
    let mut effects = ask(state, ui, Select::Keep { position: state.selected, row });
    // Whoever changes an entry wants to know at once that somebody else has changed it.
    let open = state.open_form().and_then(|form| Some((form.id.clone()?, form.base.clone())));
    effects.extend(open.map(|(id, base)| Effect::Store(StoreCommand::Compare(id, base))));
    if state.pages.iter().any(|page| matches!(page, Page::Desk(_))) {
        effects.push(upkeep::look_at_desk(state));
    }
    effects
}

pub(super) fn current(state: &mut State, ui: &UiContext, health: IndexHealth) -> Vec<Effect> {
    let news = state.session.index_current(&ui.texts, health);
    // A file that has become faulty stays on its coordinator's desk, and one that was mended leaves no trace.
    let desk = state.pages.iter().any(|page| matches!(page, Page::Desk(_)));
    if news && desk { vec![upkeep::look_at_desk(state)] } else { Vec::new() }
}
