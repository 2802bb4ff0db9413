//! What the store_worker reports: entries that were read, saves that were done or refused.

use super::{form, upkeep};
use crate::{
    base::Text,
    catalogue::{Code, Diagnostic, EditError, Field, Id, Severity, Values, changed},
    store::{Act, EditedText, Ownership, Revision, SaveError, Saved, coordinator_of, words},
    tui::{
        action::Action,
        context::UiContext,
        effect::{Effect, EntryAction, IndexCommand, StoreCommand},
        event::{OpenedEntry, StoreEvent},
        form::{After, Form},
        page::{Dialog, DialogKind, Intent, Page},
        state::State,
    },
};

/// Takes over what the store_worker reports.
pub(super) fn reported(state: &mut State, ui: &UiContext, report: StoreEvent) -> Vec<Effect> {
    match report {
        StoreEvent::Drafts(found) => state.question = Some(Dialog::new(DialogKind::Drafts(found))),
        StoreEvent::Desk(entries) => desk(state, entries),
        StoreEvent::Opened(opened) => return open(state, ui, *opened),
        StoreEvent::Whose { id, action, text, register } => return whose(state, ui, id, action, text, &register),
        StoreEvent::Saved { id, before, act, saved } => {
            return saved_now(state, ui, &id, before.as_ref(), &act, &saved);
        }
        StoreEvent::Refused { id, error, now, text } => return refused(state, ui, id, *error, now, text),
        StoreEvent::Kept(path) => {
            let line = ui.texts.with("cli-editor-kept", &[("path", path.into())]);
            state.question = Some(Dialog::new(DialogKind::Told(vec![line])));
        }
        StoreEvent::Failed(reason) => failed(state, ui, &reason),
        StoreEvent::History(id, states, faults) => past(state, &id, states, faults),
        StoreEvent::Trust(path) => state.question = Some(Dialog::new(DialogKind::Trust(path))),
        StoreEvent::Message(sentence) => state.session.message = Some(sentence),
        StoreEvent::Info(sentence) => tell_lines(state, vec![sentence]),
        StoreEvent::Overtaken(id) => overtaken(state, ui, &id),
        StoreEvent::DraftFailed(reason) => {
            state.session.message = Some(ui.texts.with("notice-draft-failed", &[("reason", reason.into())]));
        }
    }
    Vec::new()
}

/// The selection stays with its entry.
fn desk(state: &mut State, entries: Vec<crate::store::DeskEntry>) {
    let Some(Page::Desk(desk)) = state.pages.iter_mut().find(|page| matches!(page, Page::Desk(_))) else { return };
    let selected = desk.entries.as_ref().and_then(|known| known.get(desk.at)).map(|entry| entry.id.clone());
    let at = selected.and_then(|id| entries.iter().position(|entry| entry.id == id));
    desk.at = at.unwrap_or(desk.at).min(entries.len().saturating_sub(1));
    desk.entries = Some(entries);
}

fn open(state: &mut State, ui: &UiContext, opened: OpenedEntry) -> Vec<Effect> {
    let texts = &ui.texts;
    let OpenedEntry { id, text, begin, register, process, others, fixed } = opened;
    let intent = state.intent.take();
    // A key that was pressed twice opens one form; a draft takes the place of a form in which nothing was done.
    if state.open_form().is_some_and(|form| intent.is_none() || form.is_changed()) {
        return Vec::new();
    }
    state.pages.retain(|page| !matches!(page, Page::Form(_)));
    if let Some(error) = fixed {
        state.only_form = false;
        tell(state, ui, &error);
        return vec![Effect::Store(StoreCommand::Close)];
    }
    let base = match &intent {
        Some(Intent::Draft(found)) => found.draft.base.clone(),
        Some(Intent::Settle(base, _)) => base.clone(),
        _ => text.clone(),
    };
    let mut form = match Form::open(id.clone(), base, register, process, texts, ui.today) {
        Ok(form) => form,
        Err(error) => {
            tell(state, ui, &error.into());
            return vec![Effect::Store(StoreCommand::Close)];
        }
    };
    form.others = others;
    form.overtaken = form.base != text;
    let mut effects = Vec::new();
    if let (Some(values), None) = (&begin, &intent) {
        form.begin_with(values);
    }
    match intent {
        Some(Intent::Draft(found)) => {
            form.retype(&found.draft.typed);
            effects.push(Effect::Store(StoreCommand::Discard(*found)));
        }
        Some(Intent::Restore(earlier)) => {
            form.act = Act::Restore;
            if let Ok(mut values) = Values::read(&earlier) {
                keep_id(&mut values, &form.base);
                form.fill(&values);
                form.go_to_change();
            }
        }
        Some(Intent::Settle(_, written)) => {
            if let Ok(values) = Values::read(&written) {
                form.fill(&values);
                form.go_to_change();
            }
        }
        None if form.id.is_some() => drop(form.go_to_error()),
        None => {}
    }
    state.kept = None;
    state.pages.push(Page::Form(Box::new(form)));
    // The draft that was found goes only after its successor is there.
    let kept = form::keep(state, ui);
    effects.splice(0..0, kept);
    effects
}

/// The file keeps its name, whatever it was called then.
fn keep_id(values: &mut Values, base: &str) {
    if let (Some(field), Ok(now)) = (Field::named("id"), Values::read(base)) {
        values.set(field, now.get(field).cloned());
    }
}

/// Whose an entry is decides whether somebody is asked before it is opened.
fn whose(
    state: &mut State,
    ui: &UiContext,
    id: Id,
    action: EntryAction,
    text: String,
    register: &crate::catalogue::Register,
) -> Vec<Effect> {
    let agreed = std::mem::take(&mut state.agreed);
    let me = ui.settings.coordinator.as_deref();
    match Ownership::of(coordinator_of(&text).as_deref(), me.unwrap_or_default(), register) {
        Ownership::Other(other) if !agreed && me.is_some() => {
            let name = Text::line(register.coordinators.label(&other));
            state.question = Some(Dialog::new(DialogKind::NotYours { id, name, action }));
            Vec::new()
        }
        _ => upkeep::granted(state, id, action),
    }
}

fn saved_now(state: &mut State, ui: &UiContext, id: &Id, before: Option<&Id>, act: &Act, saved: &Saved) -> Vec<Effect> {
    tell_saved(state, ui, id, act, saved);
    let leaves = state.open_form().is_some_and(|form| form.saving && form.after == After::Quit);
    let mut effects = close_or_go_on(state, id);
    let goes_on = effects.iter().any(|effect| matches!(effect, Effect::Store(StoreCommand::Open(_))));
    let path = |id: &Id| format!("measures/{id}.toml").into();
    let paths = [Some(id), before].into_iter().flatten().map(path).collect();
    effects.push(Effect::Index(IndexCommand::Reread(paths)));
    if state.pages.iter().any(|page| matches!(page, Page::Desk(_))) {
        effects.push(upkeep::look_at_desk(state));
    }
    if let Some(Page::Past(past)) = state.pages.last() {
        effects.push(Effect::Store(StoreCommand::History(past.id.clone())));
    }
    // Last: nothing that stands behind it would be done. And not before what was told has been read.
    effects.retain(|effect| !matches!(effect, Effect::Quit));
    let quits = leaves || state.only_form && !goes_on;
    effects.extend((quits && state.question.is_none()).then_some(Effect::Quit));
    effects
}

fn tell_saved(state: &mut State, ui: &UiContext, id: &Id, act: &Act, saved: &Saved) {
    let doubts = doubts(ui, saved);
    let words = saved_words(ui, id, act, saved);
    if doubts.is_empty() {
        state.session.message = Some(words);
    } else {
        // What was not kept has to be read whole.
        tell_lines(state, [vec![words], doubts].concat());
    }
}

/// Says in a window what has to be read whole; below what stands there already. Another question is not pushed aside.
fn tell_lines(state: &mut State, lines: Vec<String>) {
    match &mut state.question {
        None => state.question = Some(Dialog::new(DialogKind::Told(lines))),
        Some(Dialog { about: DialogKind::Told(told), .. }) => told.extend(lines),
        Some(_) => state.session.message = Some(lines.join(" ")),
    }
}

/// The form that was saved closes. One whose file was saved by other means goes on from what it says now.
fn close_or_go_on(state: &mut State, id: &Id) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.open_form().is_some_and(|form| form.saving) {
        effects.extend(form::close(state));
        // Whoever wanted to leave meanwhile need not be asked any more.
        state.question.take_if(|question| matches!(question.about, DialogKind::Leave(_)));
    }
    let of_open = |form: &mut Form| form.id.as_ref() == Some(id) && !form.is_changed();
    if state.open_form().is_some_and(of_open) {
        state.pages.retain(|page| !matches!(page, Page::Form(_)));
        effects.push(Effect::Store(StoreCommand::Open(id.clone())));
    }
    effects
}

fn saved_words(ui: &UiContext, id: &Id, act: &Act, saved: &Saved) -> String {
    let texts = &ui.texts;
    let title =
        Values::read(&saved.text).ok().and_then(|values| values.get(Field::named("title")?)?.as_text().map(Text::line));
    let title = title.unwrap_or_else(|| Text::line(id)).to_string();
    let key = match act {
        _ if !saved.changed => "notice-unchanged",
        Act::Confirm => "notice-confirmed",
        Act::Create => "notice-created",
        _ => "notice-saved",
    };
    let mut words = vec![texts.with(key, &[("title", title.into())])];
    if !saved.theirs.is_empty() {
        let fields: Vec<String> = saved.theirs.iter().map(|field| words::label(field, texts)).collect();
        words.push(texts.with("notice-merged", &[("fields", fields.join(", ").into())]));
    }
    words.join(" ")
}

/// What a save could not promise.
fn doubts(ui: &UiContext, saved: &Saved) -> Vec<String> {
    let texts = &ui.texts;
    let uncertain = saved.uncertain.as_ref().map(|error| {
        let reason = crate::locale::system::reason(error, texts);
        texts.with("cli-uncertain", &[("reason", reason.into())])
    });
    let unrecorded = saved.unrecorded.as_ref().map(|error| words::record_error(error, texts));
    uncertain.into_iter().chain(unrecorded).collect()
}

/// Says in a window what is in the way: it has to be read whole.
fn tell(state: &mut State, ui: &UiContext, error: &SaveError) {
    let (message, hint) = told(state, ui, error);
    let mut lines = vec![message];
    if let SaveError::Faulty { faults, .. } = error {
        lines.extend(fault_lines(faults, ui));
    }
    lines.push(hint);
    state.question = Some(Dialog::new(DialogKind::Told(lines)));
}

/// What is in the way and what to do about it, for whoever sits before the screen and not at the command line.
fn told(state: &State, ui: &UiContext, error: &SaveError) -> (String, String) {
    let texts = &ui.texts;
    let (message, hint) = words::save_error(error, texts);
    let key = match error {
        SaveError::Gone => "told-gone",
        SaveError::Text(EditError::Syntax(_)) => "told-syntax",
        SaveError::Text(EditError::Unsafe(_)) => "told-unsafe",
        _ => return (message, hint),
    };
    let editor = ui.keymap.keys_for(state.context(), Action::OpenEditor);
    let editor = editor.first().map(|key| key.localize(texts)).unwrap_or_default();
    (message, texts.with(key, &[("key", editor.into())]))
}

fn fault_lines(faults: &[Diagnostic<Code>], ui: &UiContext) -> Vec<String> {
    const SHOWN: usize = 8;
    let errors = faults.iter().filter(|fault| fault.severity() == Severity::Error);
    let line = |fault: &Diagnostic<Code>| {
        let texts = &ui.texts;
        texts.with(
            "ask-editor-line",
            &[("line", fault.location.line.to_string().into()), ("fault", fault.localize(texts).into())],
        )
    };
    errors.take(SHOWN).map(line).collect()
}

fn refused(
    state: &mut State,
    ui: &UiContext,
    id: Id,
    error: SaveError,
    now: Option<String>,
    text: Option<(String, String)>,
) -> Vec<Effect> {
    state.intent = None;
    state.only_form &= state.open_form().is_some();
    let in_form = state.open_form().is_some_and(|form| std::mem::take(&mut form.saving));
    match (error, text) {
        (SaveError::Clashes { .. }, Some((base, text))) if !in_form && only_fields_differ(&base, &text) => {
            // A form can put both values side by side.
            state.intent = Some(Intent::Settle(base, text));
            return vec![Effect::Store(StoreCommand::Open(id))];
        }
        (SaveError::Faulty { faults, .. }, Some((base, text))) if !in_form => {
            let line = faults.iter().map(|fault| fault.location.line).find(|line| *line > 0);
            let faults = fault_lines(&faults, ui);
            state.question = Some(Dialog::new(DialogKind::Editor { id, base, text, faults, line }));
        }
        // Whatever is in the way: the text of an editor is somebody's work.
        (error, Some((base, text))) if !in_form => {
            let (message, hint) = told(state, ui, &error);
            let mut faults = vec![message];
            if let (SaveError::Clashes { clashes, .. }, Some(register)) = (&error, &state.session.register) {
                faults.extend(clashes.iter().map(|clash| words::clash(clash, register, &ui.texts)));
            }
            faults.push(hint);
            state.question = Some(Dialog::new(DialogKind::Editor { id, base, text, faults, line: None }));
        }
        (SaveError::Clashes { now, clashes }, _) if in_form && !clashes.is_empty() => {
            let clashes = clashes.into_iter().map(|clash| (clash, true)).collect();
            state.question = Some(Dialog::new(DialogKind::Clash { now, clashes }));
        }
        (SaveError::Gone, _) if in_form => state.question = Some(Dialog::new(DialogKind::Overwrite(None))),
        // What is no text at all cannot be replaced unseen.
        (SaveError::Text(EditError::Syntax(_)), _) if in_form && now.is_some() => {
            state.question = Some(Dialog::new(DialogKind::Overwrite(now)));
        }
        (SaveError::Exists, _) if in_form => {
            if let Some(form) = state.open_form() {
                form.go_to("id");
            }
            state.session.message = Some(words::save_error(&SaveError::Exists, &ui.texts).0);
        }
        (error, _) => tell(state, ui, &error),
    }
    Vec::new()
}

/// True when a form can show all that an editor has changed: it knows nothing of comments.
fn only_fields_differ(base: &str, text: &str) -> bool {
    let (Ok(before), Ok(after)) = (Values::read(base), Values::read(text)) else { return false };
    changed(base, &before.changes_to(&after)).is_ok_and(|written| written == text)
}

fn past(state: &mut State, id: &Id, states: Vec<Revision>, faults: Vec<String>) {
    if let Some(Page::Past(past)) = state.pages.last_mut().filter(|page| matches!(page, Page::Past(p) if p.id == *id)) {
        past.at = past.at.min(states.len().saturating_sub(1));
        (past.states, past.faults) = (Some(states), faults);
    }
}

/// The store_worker gave up in the middle of a command. What was typed is still there.
fn failed(state: &mut State, ui: &UiContext, reason: &str) {
    if let Some(form) = state.open_form() {
        form.saving = false;
    }
    let line = ui.texts.with("notice-clerk-failed", &[("reason", reason.into())]);
    state.question = Some(Dialog::new(DialogKind::Told(vec![line])));
}

/// Somebody else has saved the entry that is being changed: said at once, settled when it is saved.
fn overtaken(state: &mut State, ui: &UiContext, id: &Id) {
    let notice = ui.texts.get("notice-overtaken").into_owned();
    let open = |form: &&mut Form| form.id.as_ref() == Some(id) && !form.saving && !form.overtaken;
    if let Some(form) = state.open_form().filter(open) {
        form.overtaken = true;
        state.session.message = Some(notice);
    }
}

/// The editor has ended. What it has left is not lost because something is wrong with it.
pub(super) fn edited(
    state: &mut State,
    ui: &UiContext,
    id: Id,
    base: String,
    given: String,
    left: Result<EditedText, Text>,
) -> Vec<Effect> {
    let texts = &ui.texts;
    let left = match left {
        Ok(left) => left,
        Err(reason) => {
            let faults = vec![reason.to_string(), texts.get("cli-editor-failed-hint").into_owned()];
            state.question = Some(Dialog::new(match given == base {
                true => DialogKind::Told(faults),
                false => DialogKind::Editor { id, base, text: given, faults, line: None },
            }));
            return Vec::new();
        }
    };
    if left.content == base.as_bytes() {
        state.session.message = Some(texts.get("editor-given-up").into_owned());
        return Vec::new();
    }
    let fault = match String::from_utf8(left.content.clone()) {
        Ok(text) if left.status.success() => return vec![Effect::Store(StoreCommand::SaveText { id, base, text })],
        Ok(_) => {
            let status = Text::line(&left.status.to_string()).to_string();
            texts.with("cli-editor-ended", &[("status", status.into())])
        }
        Err(_) => texts.get("cli-editor-not-utf8").into_owned(),
    };
    let text = String::from_utf8_lossy(&left.content).into_owned();
    state.question = Some(Dialog::new(DialogKind::Editor { id, base, text, faults: vec![fault], line: None }));
    Vec::new()
}
