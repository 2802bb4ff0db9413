//! The keys of a form: moving between fields, typing, choosing, saving, leaving.

use super::Effect;
use crate::{
    base::Text,
    catalogue::{Code, Diagnostic, Field},
    locale::Texts,
    store::{Draft, EntryEdit, words},
    tui::{
        action::Action,
        context::UiContext,
        effect::StoreCommand,
        form::{After, FieldContent, Form, Motion, Way, Wrong},
        page::{Dialog, DialogKind, Page},
        state::State,
    },
};

/// Rows by which a list or a preview is leafed through.
const PAGE: usize = 10;

/// Does what a key asks for.
pub(super) fn act(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    let last = state.session.layout.entry_lines.saturating_sub(state.session.layout.entry_height);
    let Some(form) = state.form() else { return Vec::new() };
    if form.saving {
        return Vec::new();
    }
    if form.picker.is_some() && action != Action::Save {
        picker_key(form, action);
        return keep(state, ui);
    }
    match action {
        Action::Save => return save(state, ui, After::Close),
        Action::Back if form.preview => form.preview = false,
        Action::Back => return leave(state),
        Action::Preview => (form.preview, form.preview_top) = (!form.preview, 0),
        Action::Undo | Action::Redo => {
            let done = if action == Action::Undo { form.undo() } else { form.redo() };
            if !done {
                let key = if action == Action::Undo { "notice-nothing-to-undo" } else { "notice-nothing-to-redo" };
                state.session.message = Some(ui.texts.get(key).into_owned());
            }
        }
        Action::SelectPrevious if form.preview => form.preview_top = form.preview_top.saturating_sub(1),
        Action::SelectNext if form.preview => form.preview_top = (form.preview_top + 1).min(last),
        Action::PageUp | Action::PreviousGroup if form.preview => {
            form.preview_top = form.preview_top.saturating_sub(PAGE);
        }
        Action::PageDown | Action::NextGroup if form.preview => {
            form.preview_top = (form.preview_top + PAGE).min(last);
        }
        Action::First | Action::CursorStart if form.preview => form.preview_top = 0,
        Action::Last | Action::CursorEnd if form.preview => form.preview_top = last,
        other => {
            // Nothing is changed that one does not see.
            form.preview = false;
            in_fields(form, ui, other);
        }
    }
    keep(state, ui)
}

/// The keys that move the cursor and change what stands there.
fn in_fields(form: &mut Form, ui: &UiContext, action: Action) {
    match action {
        Action::NextField => form.step(1),
        Action::PreviousField => form.step(-1),
        Action::NextGroup | Action::PageDown => form.step_group(true),
        Action::PreviousGroup | Action::PageUp => form.step_group(false),
        Action::Activate => activate(form, ui),
        other => {
            if let Some(motion) = motion_of(other) {
                moved(form, motion);
            }
        }
    }
}

/// Types text into the field or the list of choices.
pub(super) fn typed(state: &mut State, ui: &UiContext, text: &str) -> Vec<Effect> {
    state.overlay = None;
    if let Some(form) = state.form().filter(|form| !form.saving) {
        form.preview = false;
        form.type_text(text, &ui.texts);
    }
    keep(state, ui)
}

/// Enter: a list of choices opens, a long text gets a line, everything else goes on to the next field.
fn activate(form: &mut Form, ui: &UiContext) {
    match form.current().map(|field| &field.content) {
        Some(FieldContent::Chosen { .. }) => form.open_picker(&ui.texts),
        Some(FieldContent::Typed { long: true, .. }) => drop(form.motion(Motion::Break)),
        _ => form.step(1),
    }
}

/// A cursor that can go no further goes on to the next field.
fn moved(form: &mut Form, motion: Motion) {
    if form.motion(motion) {
        return;
    }
    match motion {
        Motion::Move(Way::Up) => form.step(-1),
        Motion::Move(Way::Down) => form.step(1),
        _ => {}
    }
}

fn picker_key(form: &mut Form, action: Action) {
    let Some(picker) = &mut form.picker else { return };
    match action {
        Action::Activate => form.pick(),
        Action::Back => form.picker = None,
        Action::SelectPrevious => picker.step(-1),
        Action::SelectNext => picker.step(1),
        Action::PageUp => picker.step(-(PAGE as isize)),
        Action::PageDown => picker.step(PAGE as isize),
        Action::First => picker.step(isize::MIN),
        Action::Last => picker.step(isize::MAX),
        Action::DeleteBack => drop(picker.delete()),
        Action::ClearLine | Action::DeleteWordBack => picker.clear_filter(),
        _ => {}
    }
}

fn motion_of(action: Action) -> Option<Motion> {
    use Motion::{Extend, Move};
    Some(match action {
        Action::CursorLeft => Move(Way::Left),
        Action::CursorRight => Move(Way::Right),
        Action::SelectPrevious => Move(Way::Up),
        Action::SelectNext => Move(Way::Down),
        Action::WordLeft => Move(Way::WordLeft),
        Action::WordRight => Move(Way::WordRight),
        Action::CursorStart => Move(Way::LineStart),
        Action::CursorEnd => Move(Way::LineEnd),
        Action::First => Move(Way::TextStart),
        Action::Last => Move(Way::TextEnd),
        Action::ExtendLeft => Extend(Way::Left),
        Action::ExtendRight => Extend(Way::Right),
        Action::ExtendUp => Extend(Way::Up),
        Action::ExtendDown => Extend(Way::Down),
        Action::ExtendWordLeft => Extend(Way::WordLeft),
        Action::ExtendWordRight => Extend(Way::WordRight),
        Action::ExtendStart => Extend(Way::LineStart),
        Action::ExtendEnd => Extend(Way::LineEnd),
        Action::SelectAll => Motion::SelectAll,
        Action::DeleteBack => Motion::DeleteBack,
        Action::DeleteForward => Motion::DeleteForward,
        Action::DeleteWordBack => Motion::DeleteWordBack,
        Action::ClearLine => Motion::Clear,
        Action::Cut => Motion::Cut,
        Action::Copy => Motion::Copy,
        Action::InsertCopied => Motion::Paste,
        _ => return None,
    })
}

/// What was typed is kept as a draft, so that nothing can happen to it.
pub(super) fn keep(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    let Some(folder) = ui.folder.clone() else { return Vec::new() };
    let Some(form) = state.form() else { return Vec::new() };
    if !form.is_changed() {
        return state.kept.take().map(|_| Effect::Store(StoreCommand::Forget)).into_iter().collect();
    }
    let draft = Draft {
        catalogue: folder,
        id: form.id.clone(),
        base: form.base.clone(),
        typed: form.typed(),
        worker: form.worker.clone(),
    };
    if state.kept.as_ref() == Some(&draft.typed) {
        return Vec::new();
    }
    state.kept = Some(draft.typed.clone());
    vec![Effect::Store(StoreCommand::Draft(Box::new(draft)))]
}

/// Saves, unless there are errors: then the cursor goes to the first.
pub(super) fn save(state: &mut State, ui: &UiContext, after: After) -> Vec<Effect> {
    let texts = ui.texts.clone();
    let Some(form) = state.open_form() else { return Vec::new() };
    form.picker = None;
    form.preview = false;
    form.check();
    if form.go_to_error() {
        let errors = form.counts().0;
        state.session.message = Some(texts.with("notice-form-errors", &[("count", errors.into())]));
        return Vec::new();
    }
    if !form.is_changed() && form.id.is_some() {
        state.session.message = Some(texts.get("notice-form-unchanged").into_owned());
        return if after == After::Quit { vec![Effect::Quit] } else { Vec::new() };
    }
    let command = match (&form.id, form.id_now(), form.text()) {
        (Some(id), ..) => {
            let (id, base) = (id.clone(), form.base.clone());
            StoreCommand::Save(EntryEdit { id, base, changes: form.changes(), act: form.act.clone() })
        }
        (None, Some(id), Ok(text)) => StoreCommand::Create { id, text },
        (None, _, Err(error)) => {
            state.session.message = Some(words::save_error(&error.into(), &texts).0);
            return Vec::new();
        }
        // Without an id there is an error.
        (None, None, _) => return Vec::new(),
    };
    (form.saving, form.after) = (true, after);
    vec![Effect::Store(command)]
}

/// Closes the form, or asks when something would be lost.
fn leave(state: &mut State) -> Vec<Effect> {
    if state.form().is_some_and(|form| form.is_changed()) {
        return ask_to_leave(state, false);
    }
    close(state)
}

pub(super) fn ask_to_leave(state: &mut State, quit: bool) -> Vec<Effect> {
    state.overlay = None;
    state.question = Some(Dialog::new(DialogKind::Leave(quit)));
    Vec::new()
}

/// Closes the form; its draft goes.
pub(super) fn close(state: &mut State) -> Vec<Effect> {
    state.kept = None;
    let form = state.pages.iter().rposition(|page| matches!(page, Page::Form(_)));
    if let Some(at) = form {
        state.pages.truncate(at);
    }
    let mut effects = vec![Effect::Store(StoreCommand::Close)];
    effects.extend(state.only_form.then_some(Effect::Quit));
    effects
}

/// What is wrong with a field and what to do about it. Fields are called as in the form, not as in the file.
pub(in crate::tui) fn fault_words(fault: &Wrong, texts: &Texts) -> String {
    match fault {
        Wrong::Input(fault) => words::input(*fault, texts),
        Wrong::Check(fault) => check_words(fault, texts),
    }
}

/// What the check says, for whoever sees fields and lists and not the file.
pub(in crate::tui) fn check_words(fault: &Diagnostic<Code>, texts: &Texts) -> String {
    let mut fault = fault.clone();
    for (name, value) in &mut fault.details {
        if let Some(field) = Field::named(value).filter(|_| &**name == "key") {
            *value = Text::line(&words::label(field, texts));
        }
    }
    let hint = format!("form-hint-{}", fault.code.as_str());
    if !texts.has(&hint) {
        return fault.localize(texts);
    }
    format!("{}. {}", fault.message(texts), texts.get(&hint))
}
