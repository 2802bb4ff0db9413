//! Does what pages ask for.

use super::entries;
use crate::{
    consultation::Audience,
    tui::{
        Effect, FormCommand, PageContext, PageEffect, Select, State, UiContext,
        pages::dialog::{
            self,
            state::{Dialog, DialogKind},
        },
    },
};

/// Does what a page asks for, in the order in which it asks.
pub(super) fn run(state: &mut State, ui: &UiContext, effects: impl IntoIterator<Item = PageEffect>) -> Vec<Effect> {
    effects.into_iter().flat_map(|effect| run_one(state, ui, effect)).collect()
}

fn run_one(state: &mut State, ui: &UiContext, effect: PageEffect) -> Vec<Effect> {
    let more = match effect {
        PageEffect::Outside(effect) => return vec![effect],
        PageEffect::Search(select) => return vec![ask(state, ui, select)],
        PageEffect::Quit if !state.has_changes() => return vec![Effect::Quit],
        PageEffect::Quit => return ask_to_leave(state, true),
        PageEffect::Form(FormCommand::Close) => return state.close_form(),
        PageEffect::GiveUp => return give_up(state),
        PageEffect::Message(message) => {
            state.session.message = Some(message);
            return Vec::new();
        }
        PageEffect::Inform(lines) => {
            let message = dialog::inform(&mut state.dialog, lines);
            state.session.message = message.or(state.session.message.take());
            return Vec::new();
        }
        PageEffect::Type(text) => {
            state.dialog.iter_mut().for_each(|dialog| dialog.on_text(&text));
            return Vec::new();
        }
        PageEffect::Ask(DialogKind::Leave(quit)) => return ask_to_leave(state, quit),
        PageEffect::Ask(kind) => {
            state.dialog = Some(Dialog::new(kind));
            return Vec::new();
        }
        PageEffect::Close => {
            state.close_page();
            return Vec::new();
        }
        PageEffect::Intend(intent) => {
            state.intent = Some(intent);
            return Vec::new();
        }
        PageEffect::SearchAgain => state.search.search_again(),
        PageEffect::Offers(cell) => {
            let register = state.session.register.clone().unwrap_or_default();
            let search = state.search.show_offers(cell, &register);
            state.close_page();
            search
        }
        PageEffect::ToggleAudience => toggle_audience(state, ui),
        PageEffect::Form(command) => on_form(state, ui, command),
        PageEffect::Entry(action) => entries::act_on_selected(state, ui, action),
        PageEffect::Restore(id, text) => entries::restore(state, ui, id, text),
        PageEffect::Agreed(id, action) => {
            state.agreed = true;
            vec![entries::granted(state, id, action)]
        }
    };
    run(state, ui, more)
}

/// Asks the search for what the screen shows.
fn ask(state: &mut State, ui: &UiContext, select: Select) -> Effect {
    let extras = state.extras();
    Effect::Search(state.search.job(PageContext { ui, session: &state.session }, select, extras))
}

fn on_form(state: &mut State, ui: &UiContext, command: FormCommand) -> Vec<PageEffect> {
    let cx = PageContext { ui, session: &state.session };
    let form = state.pages.iter_mut().rev().find_map(|page| page.form());
    form.map(|form| form.on_command(cx, command)).unwrap_or_default()
}

/// Asks what becomes of what was typed; true when Lotse ends as well.
pub(super) fn ask_to_leave(state: &mut State, quit: bool) -> Vec<Effect> {
    state.overlay = None;
    state.dialog = Some(Dialog::new(DialogKind::Leave(quit)));
    Vec::new()
}

/// What was asked for is not done. Lotse ends when it was opened for nothing else.
fn give_up(state: &mut State) -> Vec<Effect> {
    state.intent = None;
    let nothing_else = state.only_form && state.pages.is_empty() && state.dialog.is_none();
    if nothing_else { vec![Effect::Quit] } else { Vec::new() }
}

fn toggle_audience(state: &mut State, ui: &UiContext) -> Vec<PageEffect> {
    let (audience, key) = match state.session.audience {
        Audience::Client => (Audience::Staff, "notice-staff-view"),
        Audience::Staff => (Audience::Client, "notice-client-view"),
    };
    state.session.audience = audience;
    state.session.message = Some(ui.text(key));
    let cx = PageContext { ui, session: &state.session };
    state.pages.last_mut().map(|page| page.stacked_mut().on_audience(cx)).unwrap_or_default()
}
