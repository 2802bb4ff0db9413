//! The answers of the store thread: each goes to the page that it concerns.

use super::page_effects;
use crate::{
    base::Text,
    catalogue::{Id, Register, entry_path},
    locale::Localize as _,
    store::{Act, Ownership, SaveError, Saved, coordinator_of, title_in},
    tui::{
        Action, Effect, EntryAction, IndexCommand, KeyContext, OpenedEntry, PageContext, PageEffect, State,
        StoreCommand, StoreEvent, UiContext,
        pages::{
            Page, desk,
            dialog::{
                refusal::{self, RefusedText},
                state::{Dialog, DialogKind},
            },
            form::state::FormPage,
        },
    },
};

pub(super) fn on_event(state: &mut State, ui: &UiContext, event: StoreEvent) -> Vec<Effect> {
    let effect = match event {
        StoreEvent::Opened(opened) => return on_opened(state, ui, *opened),
        StoreEvent::Saved { id, before, act, saved } => {
            return on_saved(state, ui, &id, before.as_ref(), Done::Saved(&act), &saved);
        }
        StoreEvent::Confirmed(confirmation) => {
            state.confirmed(confirmation);
            return Vec::new();
        }
        StoreEvent::Unconfirmed { id, saved } => {
            return on_saved(state, ui, &id, None, Done::Unconfirmed, &saved);
        }
        StoreEvent::Refused { id, error, now, text } => return on_refused(state, ui, id, *error, now, text),
        StoreEvent::Desk(entries) => {
            if let Some(desk) = state.pages.iter_mut().find_map(Page::desk) {
                desk.on_entries(entries);
            }
            return Vec::new();
        }
        StoreEvent::History(id, revisions, faults) => {
            if let Some(Page::History(history)) = state.pages.last_mut() {
                history.on_revisions(&id, revisions, faults);
            }
            return Vec::new();
        }
        StoreEvent::Overtaken(id) => {
            let cx = PageContext { ui, session: &state.session };
            let form = state.pages.iter_mut().rev().find_map(Page::form);
            let effect = form.and_then(|form| form.on_overtaken(cx, &id));
            return page_effects::run(state, ui, effect);
        }
        StoreEvent::Whose { id, action, text, register } => on_owner(state, ui, id, action, &text, &register),
        StoreEvent::Drafts(found) => PageEffect::Ask(DialogKind::Drafts(found)),
        StoreEvent::Trust(path) => PageEffect::Ask(DialogKind::Trust(path)),
        StoreEvent::Kept(path) => {
            PageEffect::Ask(DialogKind::Info(vec![ui.texts.with("cli-editor-kept", &[("path", path.into())])]))
        }
        StoreEvent::Failed(reason) => {
            // What was typed is still there.
            state.form().map(FormPage::stop_saving);
            let line = ui.texts.with("notice-store-failed", &[("reason", reason.into())]);
            PageEffect::Ask(DialogKind::Info(vec![line]))
        }
        StoreEvent::Info(sentence) => PageEffect::Inform(vec![sentence]),
        StoreEvent::Message(sentence) => PageEffect::Message(sentence),
        StoreEvent::DraftFailed(reason) => {
            PageEffect::Message(ui.texts.with("notice-draft-failed", &[("reason", reason.into())]))
        }
    };
    page_effects::run(state, ui, [effect])
}

fn on_opened(state: &mut State, ui: &UiContext, mut opened: OpenedEntry) -> Vec<Effect> {
    let intent = state.intent.take();
    // A key that was pressed twice opens one form; a draft takes the place of a form in which nothing was done.
    if state.form().is_some_and(|form| intent.is_none() || form.is_changed()) {
        return Vec::new();
    }
    state.pages.retain(|page| !page.is_form());
    if let Some(error) = opened.fixed.take() {
        state.only_form = false;
        inform_of(state, ui, &error);
        return vec![Effect::Store(StoreCommand::Close)];
    }
    match FormPage::open(state.context(ui), opened, intent) {
        Ok((form, effects)) => {
            state.pages.push(Page::Form(Box::new(form)));
            page_effects::run(state, ui, effects)
        }
        Err(error) => {
            inform_of(state, ui, &error.into());
            vec![Effect::Store(StoreCommand::Close)]
        }
    }
}

/// Whose an entry is decides whether somebody is asked before it is opened.
fn on_owner(
    state: &mut State,
    ui: &UiContext,
    id: Id,
    action: EntryAction,
    text: &str,
    register: &Register,
) -> PageEffect {
    let agreed = std::mem::take(&mut state.agreed);
    let me = ui.settings.coordinator.as_deref();
    match Ownership::of(coordinator_of(text).as_deref(), me.unwrap_or_default(), register) {
        Ownership::Other(other) if !agreed && me.is_some() => {
            let name = Text::line(register.coordinators.label(&other));
            PageEffect::Ask(DialogKind::NotYours { id, name, action })
        }
        _ => super::entries::granted(state, id, action),
    }
}

/// What was done to an entry that was saved.
#[derive(Clone, Copy)]
enum Done<'a> {
    Saved(&'a Act),
    /// A confirmation was taken back.
    Unconfirmed,
}

fn on_saved(
    state: &mut State,
    ui: &UiContext,
    id: &Id,
    before: Option<&Id>,
    what: Done<'_>,
    saved: &Saved,
) -> Vec<Effect> {
    let said = said_of(ui, state.key_context(), id, what, saved);
    page_effects::run(state, ui, [said]);
    if matches!(what, Done::Saved(Act::Create)) {
        // Whoever has made an entry wants to see it.
        state.search.want(id);
        state.pages.iter_mut().find_map(Page::desk).into_iter().for_each(|desk| desk.want(id));
    }
    let leaves = state.form().is_some_and(|form| form.quits());
    let mut effects = close_or_go_on(state, id);
    let goes_on = effects.iter().any(|effect| matches!(effect, Effect::Store(StoreCommand::Open(_))));
    let paths = [Some(id), before].into_iter().flatten().map(|id| entry_path(id)).collect();
    effects.push(Effect::Index(IndexCommand::Reread(paths)));
    if state.has_desk() {
        effects.push(desk::look(&state.session));
    }
    if let Some(Page::History(history)) = state.pages.last() {
        effects.push(Effect::Store(StoreCommand::History(history.id.clone())));
    }
    // Last: nothing that stands behind it would be done. And not before what has to be read has been read.
    effects.retain(|effect| !matches!(effect, Effect::Quit));
    let quits = leaves || state.only_form && !goes_on;
    effects.extend((quits && state.dialog.is_none()).then_some(Effect::Quit));
    effects
}

/// What was saved. What was not kept has to be read whole.
fn said_of(ui: &UiContext, context: KeyContext, id: &Id, what: Done<'_>, saved: &Saved) -> PageEffect {
    let (words, doubts) = (saved_words(ui, context, id, what, saved), doubts(ui, saved));
    if doubts.is_empty() { PageEffect::Message(words) } else { PageEffect::Inform([vec![words], doubts].concat()) }
}

/// The form that was saved closes. One whose file was saved by other means goes on from what it says now.
fn close_or_go_on(state: &mut State, id: &Id) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.form().is_some_and(|form| form.is_saving()) {
        effects.extend(state.close_form());
        // Whoever wanted to leave meanwhile need not be asked any more.
        state.dialog.take_if(|dialog| matches!(dialog.kind(), DialogKind::Leave(_)));
    }
    if state.form().is_some_and(|form| form.id.as_ref() == Some(id) && !form.is_changed()) {
        state.pages.retain(|page| !page.is_form());
        effects.push(Effect::Store(StoreCommand::Open(id.clone())));
    }
    effects
}

fn saved_words(ui: &UiContext, context: KeyContext, id: &Id, what: Done<'_>, saved: &Saved) -> String {
    let texts = &ui.texts;
    let title = title_in(&saved.text, id).to_string();
    let key = match what {
        _ if !saved.changed => "notice-unchanged",
        Done::Saved(Act::Confirm) => "notice-confirmed",
        Done::Saved(Act::Create) => "notice-created",
        Done::Saved(_) => "notice-saved",
        Done::Unconfirmed => "notice-unconfirmed",
    };
    let mut words = vec![texts.with(key, &[("title", title.into())])];
    if saved.changed && matches!(what, Done::Saved(Act::Confirm)) {
        let key = ui.key_for(context, Action::UndoConfirmation);
        words.extend((!key.is_empty()).then(|| texts.with("notice-take-back", &[("key", key.into())])));
    }
    if !saved.theirs.is_empty() {
        let fields: Vec<String> = saved.theirs.iter().map(|field| field.localize(texts)).collect();
        words.push(texts.with("notice-merged", &[("fields", fields.join(", ").into())]));
    }
    words.join(" ")
}

/// What a save could not promise.
fn doubts(ui: &UiContext, saved: &Saved) -> Vec<String> {
    let texts = &ui.texts;
    let uncertain = saved.uncertain.as_ref().map(|error| {
        let reason = error.localize(texts);
        texts.with("cli-uncertain", &[("reason", reason.into())])
    });
    let unrecorded = saved.unrecorded.as_ref().map(|error| error.localize(texts));
    uncertain.into_iter().chain(unrecorded).collect()
}

/// Says in a window what is in the way: it has to be read whole.
fn inform_of(state: &mut State, ui: &UiContext, error: &SaveError) {
    let lines = refusal::lines(error, ui, state.key_context());
    state.dialog = Some(Dialog::new(DialogKind::Info(lines)));
}

fn on_refused(
    state: &mut State,
    ui: &UiContext,
    id: Id,
    error: SaveError,
    now: Option<String>,
    text: Option<(String, String)>,
) -> Vec<Effect> {
    state.intent = None;
    state.only_form &= state.form().is_some();
    let context = state.key_context();
    let cx = PageContext { ui, session: &state.session };
    let saving = state.pages.iter_mut().rev().find_map(Page::form).filter(|form| form.is_saving());
    let effects = match (saving, text) {
        (Some(form), _) => {
            form.stop_saving();
            form.on_refused(cx, error, now).map(|effect| vec![effect])
        }
        (None, Some((base, text))) => {
            let register = cx.session.register.as_deref();
            Ok(refusal::editor_text(RefusedText { id, base, text }, &error, ui, context, register))
        }
        (None, None) => Err(error),
    };
    match effects {
        Ok(effects) => page_effects::run(state, ui, effects),
        Err(error) => {
            inform_of(state, ui, &error);
            Vec::new()
        }
    }
}
