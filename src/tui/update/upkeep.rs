//! Keeping entries: which page lies above the search, and what its keys do.

use super::{Effect, form, question, report};
use crate::{
    base::Text,
    catalogue::{Id, Kind, Record, Values},
    store::Ownership,
    tui::{
        action::Action,
        context::UiContext,
        effect::EntryAction,
        effect::StoreCommand,
        page::{DeskPage, Dialog, DialogKind, HistoryPage, Intent, Page},
        state::State,
    },
};

/// Does what a key asks for where upkeep has the word; `None` leaves it to the search.
pub(super) fn act(state: &mut State, ui: &UiContext, action: Action) -> Option<Vec<Effect>> {
    // A window above the form does not let anybody leave without being asked.
    let leaves = action == Action::Quit && has_changes(state);
    if state.overlay.is_some() && !leaves || stays_below(action) {
        return None;
    }
    if state.question.is_some() {
        return Some(question::act(state, ui, action));
    }
    match action {
        Action::Quit if leaves => return Some(form::ask_to_leave(state, true)),
        Action::Quit if state.open_form().is_some() => {
            let mut effects = form::close(state);
            effects.push(Effect::Quit);
            return Some(effects);
        }
        Action::Report if in_form(state, ui) => return Some(Vec::new()),
        Action::Report => return Some(report::open(state, ui)),
        Action::Desk => return Some(desk(state, ui)),
        Action::NewEntry => return Some(new_entry(state, ui, false)),
        Action::CopyEntry => return Some(new_entry(state, ui, true)),
        Action::History => return Some(history(state, ui)),
        Action::EditEntry => return Some(act_on_selected(state, ui, EntryAction::Edit)),
        Action::OpenEditor => return Some(act_on_selected(state, ui, EntryAction::Editor)),
        Action::ConfirmEntry => return Some(act_on_selected(state, ui, EntryAction::Confirm)),
        Action::FreePlaces => return Some(act_on_selected(state, ui, EntryAction::Places)),
        Action::Quit | Action::Help | Action::Problems => return None,
        _ => {}
    }
    match state.pages.last() {
        Some(Page::Form(_)) => Some(form::act(state, ui, action)),
        Some(Page::Desk(_)) => Some(desk_key(state, ui, action)),
        Some(Page::Past(_)) => Some(past_key(state, ui, action)),
        Some(Page::Report(_)) => Some(report::act(state, ui, action)),
        None => None,
    }
}

/// What works the same wherever one is.
fn stays_below(action: Action) -> bool {
    matches!(action, Action::Redraw | Action::ToggleMouse | Action::CycleTheme | Action::Refresh)
}

/// Text is typed where upkeep has the word; `None` leaves it to the search.
pub(super) fn typed(state: &mut State, ui: &UiContext, text: &str) -> Option<Vec<Effect>> {
    if state.question.is_some() {
        state.overlay = None;
        return Some(question::typed(state, text));
    }
    match state.pages.last() {
        Some(Page::Form(_)) => Some(form::typed(state, ui, text)),
        Some(_) => Some(Vec::new()),
        None => None,
    }
}

fn has_changes(state: &mut State) -> bool {
    state.open_form().is_some_and(|form| form.is_changed())
}

/// Says why nothing can be changed here, if that is so.
fn fixed(state: &mut State, ui: &UiContext) -> bool {
    let texts = &ui.texts;
    let key = match (&ui.folder, &ui.settings.coordinator, &state.session.register) {
        (None, ..) => "notice-demo-fixed",
        (_, None, _) => "notice-no-coordinator",
        (_, Some(id), Some(register)) if register.coordinators.get(id).is_none() => {
            state.session.message =
                Some(texts.with("notice-unknown-coordinator", &[("id", Text::line(id).as_str().into())]));
            return true;
        }
        _ => return false,
    };
    state.session.message = Some(texts.get(key).into_owned());
    true
}

fn desk(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    if fixed(state, ui) || in_form(state, ui) {
        return Vec::new();
    }
    if matches!(state.pages.last(), Some(Page::Desk(_))) {
        state.pages.clear();
        return Vec::new();
    }
    state.pages = vec![Page::Desk(DeskPage::default())];
    vec![look_at_desk(state)]
}

/// Lets the desk be read again.
pub(super) fn look_at_desk(state: &State) -> Effect {
    let name = |path: &str| Id::parse(path.strip_prefix("measures/")?.strip_suffix(".toml")?);
    let broken = state.session.index.health.errors.iter().filter_map(|fault| name(&fault.location.file)).collect();
    Effect::Store(StoreCommand::Desk { broken })
}

/// The entry that is meant: the selected one on the desk, in the history or in the list.
fn selected(state: &State) -> Option<Id> {
    match state.pages.last() {
        Some(Page::Desk(desk)) => desk.entries.as_ref()?.get(desk.at).map(|entry| entry.id.clone()),
        Some(Page::Past(past)) => Some(past.id.clone()),
        Some(Page::Form(form)) => form.id.clone(),
        Some(Page::Report(_)) => None,
        None => {
            let record = state.record.as_ref().filter(|record| record.kind() == Kind::Measure)?;
            Some(record.id().clone())
        }
    }
}

/// Whose an entry is and how its manager is called, where the screen knows it: of the one that the search shows.
fn manager(state: &State, ui: &UiContext, id: &Id) -> Option<(Ownership, Text)> {
    let me = ui.settings.coordinator.as_deref().unwrap_or_default();
    let (record, register) = (state.record.as_ref()?, state.session.register.as_ref()?);
    let Record::Measure(measure) = &**record else { return None };
    if measure.id != *id {
        return None;
    }
    let manager = Ownership::of(measure.coordinator.as_deref(), me, register);
    let name = match &manager {
        Ownership::Other(id) => Text::line(register.coordinators.label(id)),
        _ => Text::default(),
    };
    Some((manager, name))
}

/// Says that the open form comes first, if there is one.
fn in_form(state: &mut State, ui: &UiContext) -> bool {
    let open = state.open_form().is_some();
    if open {
        state.session.message = Some(ui.texts.get("notice-save-first").into_owned());
    }
    open
}

fn act_on_selected(state: &mut State, ui: &UiContext, action: EntryAction) -> Vec<Effect> {
    if fixed(state, ui) || action != EntryAction::Editor && in_form(state, ui) {
        return Vec::new();
    }
    let Some(id) = selected(state) else {
        state.session.message = Some(ui.texts.get("notice-no-entry").into_owned());
        return Vec::new();
    };
    if has_changes(state) {
        in_form(state, ui);
        return Vec::new();
    }
    if let Some((Ownership::Other(_), name)) = manager(state, ui, &id) {
        state.question = Some(Dialog::new(DialogKind::NotYours { id, name, action }));
        return Vec::new();
    }
    granted(state, id, action)
}

/// Does what was wished for; nothing stands against it any more.
pub(super) fn granted(state: &mut State, id: Id, action: EntryAction) -> Vec<Effect> {
    match action {
        EntryAction::Edit => vec![Effect::Store(StoreCommand::Open(id))],
        EntryAction::Editor => vec![Effect::Editor { id, begun: None }],
        EntryAction::Confirm => vec![Effect::Store(StoreCommand::Confirm(id))],
        EntryAction::Places => {
            let title = title_of(state, &id);
            let input = tui_input::Input::default();
            state.question = Some(Dialog::new(DialogKind::Places { id, title, input }));
            Vec::new()
        }
    }
}

fn title_of(state: &State, id: &Id) -> Text {
    let on_desk = match state.pages.last() {
        Some(Page::Desk(desk)) => desk.entries.iter().flatten().find(|entry| entry.id == *id),
        _ => None,
    };
    let shown = state.record.as_ref().filter(|record| record.id() == id).map(|record| record.title().clone());
    on_desk.map(|entry| entry.title.clone()).or(shown).unwrap_or_else(|| Text::line(id))
}

fn new_entry(state: &mut State, ui: &UiContext, copy: bool) -> Vec<Effect> {
    if fixed(state, ui) || in_form(state, ui) {
        return Vec::new();
    }
    let from = if copy { selected(state) } else { None };
    if copy && from.is_none() {
        state.session.message = Some(ui.texts.get("notice-no-entry").into_owned());
        return Vec::new();
    }
    vec![Effect::Store(StoreCommand::New { from })]
}

fn history(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    if ui.folder.is_none() {
        state.session.message = Some(ui.texts.get("notice-demo-fixed").into_owned());
        return Vec::new();
    }
    if matches!(state.pages.last(), Some(Page::Past(_))) {
        return Vec::new();
    }
    let Some(id) = selected(state) else {
        state.session.message = Some(ui.texts.get("notice-no-entry").into_owned());
        return Vec::new();
    };
    let past = HistoryPage { id: id.clone(), states: None, faults: Vec::new(), at: 0, whole: false, top: 0 };
    state.pages.push(Page::Past(past));
    vec![Effect::Store(StoreCommand::History(id))]
}

fn desk_key(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    let page = state.session.list_rows.max(1);
    let Some(Page::Desk(desk)) = state.pages.last_mut() else { return Vec::new() };
    let last = desk.entries.as_ref().map_or(0, |entries| entries.len().saturating_sub(1));
    match action {
        Action::Back => drop(state.pages.pop()),
        Action::Activate | Action::OpenEntry => return act_on_selected(state, ui, EntryAction::Edit),
        Action::SelectPrevious => desk.at = desk.at.saturating_sub(1),
        Action::SelectNext => desk.at = (desk.at + 1).min(last),
        Action::PageUp => desk.at = desk.at.saturating_sub(page),
        Action::PageDown => desk.at = (desk.at + page).min(last),
        Action::First | Action::CursorStart => desk.at = 0,
        Action::Last | Action::CursorEnd => desk.at = last,
        _ => {}
    }
    Vec::new()
}

/// An entry of the desk or a state of a history was clicked.
pub(super) fn pointed_at(state: &mut State, number: usize) -> Vec<Effect> {
    match state.pages.last_mut() {
        Some(Page::Desk(desk)) => desk.at = number,
        Some(Page::Past(past)) => past.at = number,
        _ => {}
    }
    Vec::new()
}

fn past_key(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    let page = state.session.list_rows.max(1);
    let Some(Page::Past(past)) = state.pages.last_mut() else { return Vec::new() };
    let last = past.states.as_ref().map_or(0, |states| states.len().saturating_sub(1));
    match action {
        Action::Back if past.whole => past.whole = false,
        Action::Back => drop(state.pages.pop()),
        Action::Activate | Action::OpenEntry => (past.whole, past.top) = (!past.whole, 0),
        Action::SelectPrevious if past.whole => past.top = past.top.saturating_sub(1),
        Action::SelectNext if past.whole => past.top += 1,
        Action::PageUp if past.whole => past.top = past.top.saturating_sub(page),
        Action::PageDown if past.whole => past.top += page,
        Action::SelectPrevious => past.at = past.at.saturating_sub(1),
        Action::SelectNext => past.at = (past.at + 1).min(last),
        Action::PageUp => past.at = past.at.saturating_sub(page),
        Action::PageDown => past.at = (past.at + page).min(last),
        Action::First => past.at = 0,
        Action::Last => past.at = last,
        Action::Restore => return restore(state, ui),
        _ => {}
    }
    past_in_range(state);
    Vec::new()
}

/// What is shown of a state ends where it ends.
fn past_in_range(state: &mut State) {
    let last = state.session.layout.entry_lines.saturating_sub(state.session.layout.entry_height);
    if let Some(Page::Past(past)) = state.pages.last_mut()
        && past.whole
    {
        past.top = past.top.min(last);
    }
}

/// Opens the form with the values of the selected state, as changes that can be looked at before they are saved.
fn restore(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    if fixed(state, ui) || in_form(state, ui) {
        return Vec::new();
    }
    let Some(Page::Past(past)) = state.pages.last() else { return Vec::new() };
    let text = past.states.as_ref().and_then(|states| states.get(past.at)?.text.clone());
    let Some(text) = text.filter(|text| Values::read(text).is_ok()) else {
        state.session.message = Some(ui.texts.get("notice-state-unreadable").into_owned());
        return Vec::new();
    };
    let id = past.id.clone();
    state.intent = Some(Intent::Restore(text));
    act_on(state, ui, id)
}

fn act_on(state: &mut State, ui: &UiContext, id: Id) -> Vec<Effect> {
    match manager(state, ui, &id) {
        Some((Ownership::Other(_), name)) => {
            state.question = Some(Dialog::new(DialogKind::NotYours { id, name, action: EntryAction::Edit }));
            Vec::new()
        }
        _ => granted(state, id, EntryAction::Edit),
    }
}
