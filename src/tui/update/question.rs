//! Answers to what is asked before anything else can be done.

use tui_input::Input;

use super::{Effect, form, upkeep};
use crate::{
    base::Text,
    catalogue::{Field, Id, Value, typed_value},
    store::{Clash, OrphanedDraft, words},
    tui::{
        action::Action,
        context::UiContext,
        effect::StoreCommand,
        form::After,
        page::{Dialog, DialogAnswer, DialogKind, Intent},
        state::State,
    },
};

/// Does what a key asks for while there is a question.
pub(super) fn act(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    let Some(question) = &mut state.question else { return Vec::new() };
    let last = question.rows().saturating_sub(1);
    match action {
        Action::SelectPrevious | Action::PreviousField => question.at = question.at.saturating_sub(1),
        Action::SelectNext | Action::NextField => question.at = (question.at + 1).min(last),
        Action::Back => return back(state),
        Action::Quit => return quit(state),
        Action::Activate => return activate(state, ui, action),
        // It must never stand for another answer that happens to be marked.
        Action::Save if question.can_save() => {
            if let DialogKind::Leave(_) = question.about {
                question.at = question.answers().iter().position(|answer| *answer == DialogAnswer::Save).unwrap_or(0);
            }
            return activate(state, ui, action);
        }
        other => places_key(question, other),
    }
    Vec::new()
}

/// Types into the number of free places.
pub(super) fn typed(state: &mut State, text: &str) -> Vec<Effect> {
    if let Some(Dialog { about: DialogKind::Places { input, .. }, .. }) = &mut state.question {
        for digit in text.chars().filter(char::is_ascii_digit).take(7) {
            input.handle(tui_input::InputRequest::InsertChar(digit));
        }
    }
    Vec::new()
}

fn places_key(question: &mut Dialog, action: Action) {
    use tui_input::InputRequest as Request;
    let DialogKind::Places { input, .. } = &mut question.about else { return };
    let request = match action {
        Action::DeleteBack => Request::DeletePrevChar,
        Action::DeleteForward => Request::DeleteNextChar,
        Action::CursorLeft => Request::GoToPrevChar,
        Action::CursorRight => Request::GoToNextChar,
        Action::CursorStart => Request::GoToStart,
        Action::CursorEnd => Request::GoToEnd,
        Action::ClearLine | Action::DeleteWordBack => Request::DeleteLine,
        _ => return,
    };
    input.handle(request);
}

/// No answer: nothing happens, and nothing is lost.
fn back(state: &mut State) -> Vec<Effect> {
    match state.question.take().map(|question| question.about) {
        Some(DialogKind::Drafts(mut found)) => {
            found.remove(0);
            ask_about_drafts(state, found);
        }
        // What has waited for the answer goes on.
        Some(DialogKind::Trust(_)) => return vec![Effect::Store(StoreCommand::Trust(None))],
        // What was written is not lost because a window was closed.
        Some(DialogKind::Editor { id, text, .. }) => return vec![Effect::Store(StoreCommand::Keep(id, text))],
        _ => {}
    }
    given_up(state)
}

/// Whoever wants out is asked about what was typed, and about nothing else. The text of an editor is kept first.
fn quit(state: &mut State) -> Vec<Effect> {
    if matches!(state.question, Some(Dialog { about: DialogKind::Editor { .. }, .. })) {
        return back(state);
    }
    state.question = None;
    if state.open_form().is_some_and(|form| form.is_changed()) {
        return form::ask_to_leave(state, true);
    }
    vec![Effect::Quit]
}

/// What was asked for is not done. Lotse ends when it was opened for nothing else.
fn given_up(state: &mut State) -> Vec<Effect> {
    state.intent = None;
    let nothing_else = state.only_form && state.pages.is_empty() && state.question.is_none();
    if nothing_else { vec![Effect::Quit] } else { Vec::new() }
}

fn activate(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    let Some(question) = state.question.take() else { return Vec::new() };
    let answer = question.answers().get(question.at).copied();
    match (question.about, answer) {
        (DialogKind::Clash { now, mut clashes }, _) if action == Action::Activate => {
            if let Some((_, mine)) = clashes.get_mut(question.at) {
                *mine = !*mine;
            }
            state.question = Some(Dialog { about: DialogKind::Clash { now, clashes }, at: question.at });
            Vec::new()
        }
        (DialogKind::Clash { now, clashes }, _) => settle(state, ui, now, &clashes),
        (DialogKind::Places { id, title, input }, _) => places(state, ui, id, title, input),
        (DialogKind::Leave(quit), Some(DialogAnswer::Save)) => {
            form::save(state, ui, if quit { After::Quit } else { After::Close })
        }
        (DialogKind::Leave(quit), Some(DialogAnswer::Discard)) => {
            let mut effects = form::close(state);
            effects.extend(quit.then_some(Effect::Quit));
            effects
        }
        (DialogKind::NotYours { id, action, .. }, Some(DialogAnswer::Yes)) => {
            state.agreed = true;
            upkeep::granted(state, id, action)
        }
        (DialogKind::Drafts(found), Some(answer)) => drafts(state, found, answer),
        (DialogKind::Trust(_), Some(answer)) => {
            vec![Effect::Store(StoreCommand::Trust(Some(answer == DialogAnswer::Trust)))]
        }
        (DialogKind::Overwrite(now), Some(DialogAnswer::Overwrite)) => overwrite(state, now),
        (DialogKind::Editor { id, base, text, line, .. }, Some(DialogAnswer::Again)) => {
            vec![Effect::Editor { id, begun: Some((base, text, line)) }]
        }
        (DialogKind::Editor { id, text, .. }, Some(DialogAnswer::Keep)) => {
            vec![Effect::Store(StoreCommand::Keep(id, text))]
        }
        _ => given_up(state),
    }
}

/// A number that is none can be mended where it was typed.
fn places(state: &mut State, ui: &UiContext, id: Id, title: Text, input: Input) -> Vec<Effect> {
    let field = Field::named("capacity.free");
    match field.map(|field| typed_value(field, input.value())) {
        Some(Ok(Some(Value::Number(free)))) => vec![Effect::Store(StoreCommand::Places(id, free))],
        Some(Err(fault)) => {
            state.session.message = Some(words::input(fault, &ui.texts));
            state.question = Some(Dialog::new(DialogKind::Places { id, title, input }));
            Vec::new()
        }
        _ => {
            state.session.message = Some(ui.texts.get("notice-form-unchanged").into_owned());
            Vec::new()
        }
    }
}

/// Goes on with the chosen values on top of what somebody else has saved.
fn settle(state: &mut State, ui: &UiContext, now: String, clashes: &[(Clash, bool)]) -> Vec<Effect> {
    let Some(form) = state.open_form() else { return Vec::new() };
    let after = form.after;
    let all: Vec<_> = clashes.iter().map(|(clash, _)| clash.clone()).collect();
    let mine = |clash: &Clash| clashes.iter().any(|(known, mine)| known.field == clash.field && *mine);
    if let Err(error) = form.rebase(now, &all, mine) {
        state.session.message = Some(words::save_error(&error.into(), &ui.texts).0);
        return Vec::new();
    }
    if form.changes().is_empty() {
        state.session.message = Some(ui.texts.get("notice-theirs-holds").into_owned());
        return form::close(state);
    }
    form::save(state, ui, after)
}

fn overwrite(state: &mut State, now: Option<String>) -> Vec<Effect> {
    let Some(form) = state.open_form() else { return Vec::new() };
    // Where there is no file any more, it gets the name that the form gives it.
    let id = if now.is_none() { form.id_now() } else { form.id.clone() };
    let (Some(id), Ok(text)) = (id, form.text()) else { return Vec::new() };
    form.saving = true;
    vec![Effect::Store(StoreCommand::Overwrite { id, now, text })]
}

fn drafts(state: &mut State, mut found: Vec<OrphanedDraft>, answer: DialogAnswer) -> Vec<Effect> {
    if found.is_empty() {
        return Vec::new();
    }
    let first = found.remove(0);
    match answer {
        DialogAnswer::Open => {
            let command = match &first.draft.id {
                Some(id) => StoreCommand::Reopen(id.clone()),
                None => StoreCommand::New { from: None },
            };
            state.intent = Some(Intent::Draft(Box::new(first)));
            vec![Effect::Store(command)]
        }
        DialogAnswer::Discard => {
            ask_about_drafts(state, found);
            vec![Effect::Store(StoreCommand::Discard(first))]
        }
        _ => {
            ask_about_drafts(state, found);
            Vec::new()
        }
    }
}

fn ask_about_drafts(state: &mut State, found: Vec<OrphanedDraft>) {
    if !found.is_empty() {
        state.question = Some(Dialog::new(DialogKind::Drafts(found)));
    }
}
