//! Keeping entries: which page a key opens, and what may be done with the entry that is meant.

use tui_input::Input;

use crate::{
    base::Text,
    catalogue::{Id, Kind, Record},
    consultation::{addresses, passages},
    store::Ownership,
    tui::{
        Action, Effect, EntryAction, Intent, KnownPlaces, PageEffect, State, StoreCommand, UiContext,
        pages::{
            Page,
            desk::{self, state::DeskPage},
            dialog::state::{DialogKind, Pick},
            history::HistoryPage,
            report::state::ReportPage,
        },
    },
};

/// Does what a key asks for that opens a page or is meant for an entry; `None` for any other key.
pub(super) fn act(state: &mut State, ui: &UiContext, action: Action) -> Option<Vec<PageEffect>> {
    let refused = match action {
        Action::History => return Some(open_history(state, ui)),
        Action::CopyToClipboard => return Some(pick(state, ui, Pick::Copy)),
        Action::OpenLink => return Some(pick(state, ui, Pick::Open)),
        Action::Report => in_form(state, ui),
        Action::Desk | Action::NewEntry | Action::CopyEntry => fixed(state, ui).or_else(|| in_form(state, ui)),
        Action::EditEntry => return Some(act_on_selected(state, ui, EntryAction::Edit)),
        Action::OpenEditor => return Some(act_on_selected(state, ui, EntryAction::Editor)),
        Action::ConfirmEntry => return Some(act_on_selected(state, ui, EntryAction::Confirm)),
        Action::UndoConfirmation => return Some(undo_confirmation(state, ui)),
        Action::FreePlaces => return Some(act_on_selected(state, ui, EntryAction::Places)),
        _ => return None,
    };
    Some(match (refused, action) {
        (Some(message), _) => vec![message],
        (None, Action::Report) => open_report(state),
        (None, Action::Desk) => open_desk(state),
        (None, _) => new_entry(state, ui, action == Action::CopyEntry),
    })
}

/// Says why nothing can be changed here, if that is so.
fn fixed(state: &State, ui: &UiContext) -> Option<PageEffect> {
    let texts = &ui.texts;
    let key = match (&ui.folder, &ui.settings.coordinator, &state.session.register) {
        (None, ..) => "notice-demo-fixed",
        (_, None, _) => "notice-no-coordinator",
        (_, Some(id), Some(register)) if register.coordinators.get(id).is_none() => {
            let id = Text::line(id);
            return Some(PageEffect::Message(texts.with("notice-unknown-coordinator", &[("id", id.as_str().into())])));
        }
        _ => return None,
    };
    Some(message(ui, key))
}

/// Says that the open form comes first, if there is one.
fn in_form(state: &mut State, ui: &UiContext) -> Option<PageEffect> {
    state.form().is_some().then(|| message(ui, "notice-save-first"))
}

fn message(ui: &UiContext, key: &str) -> PageEffect {
    PageEffect::Message(ui.text(key))
}

fn store(command: StoreCommand) -> PageEffect {
    PageEffect::Outside(Effect::Store(command))
}

/// Opens the desk, or closes it.
fn open_desk(state: &mut State) -> Vec<PageEffect> {
    if matches!(state.pages.last(), Some(Page::Desk(_))) {
        state.pages.clear();
        return Vec::new();
    }
    state.pages = vec![Page::Desk(DeskPage::open(state.session.size.0))];
    vec![PageEffect::Outside(desk::look(&state.session))]
}

/// Opens the report of what is searched for now, or closes it.
fn open_report(state: &mut State) -> Vec<PageEffect> {
    if state.report().is_some() {
        return vec![PageEffect::Close];
    }
    let view = state.last_report.unwrap_or_default();
    let (counted, scope) = (state.search.counted(), state.search.scope());
    let report = ReportPage::open(view, state.session.audience, counted, scope);
    state.search.close_completion();
    state.pages = vec![Page::Report(report)];
    vec![PageEffect::SearchAgain]
}

/// Takes the last confirmation back, then the one before it.
fn undo_confirmation(state: &mut State, ui: &UiContext) -> Vec<PageEffect> {
    if let Some(message) = fixed(state, ui).or_else(|| in_form(state, ui)) {
        return vec![message];
    }
    match state.last_confirmation() {
        Some(confirmation) => vec![store(StoreCommand::Unconfirm(confirmation))],
        None => vec![message(ui, "notice-no-confirmation")],
    }
}

fn open_history(state: &mut State, ui: &UiContext) -> Vec<PageEffect> {
    if ui.folder.is_none() {
        return vec![message(ui, "notice-demo-fixed")];
    }
    if matches!(state.pages.last(), Some(Page::History(_))) {
        return Vec::new();
    }
    let Some(id) = selected(state) else { return vec![message(ui, "notice-no-entry")] };
    state.pages.push(Page::History(HistoryPage::open(id.clone())));
    vec![store(StoreCommand::History(id))]
}

/// Asks what of the selected record is to be copied or opened.
fn pick(state: &State, ui: &UiContext, pick: Pick) -> Vec<PageEffect> {
    let texts = &ui.texts;
    let record = state.search.record().filter(|record| match state.pages.last() {
        // A page knows its entry by name; what it says, the search has only of the hit that is selected there.
        Some(page) => record.kind() == Kind::Measure && page.stacked().entry() == Some(record.id()),
        None => true,
    });
    let (Some(record), Some(register)) = (record, &state.session.register) else {
        return vec![message(ui, "notice-nothing-selected")];
    };
    let passages = match pick {
        Pick::Copy => passages(record, register, texts, ui.today),
        Pick::Open => addresses(record, register, texts, state.session.audience),
    };
    if passages.is_empty() {
        return vec![message(ui, "notice-no-address")];
    }
    vec![PageEffect::Ask(DialogKind::Pick(pick, passages))]
}

fn new_entry(state: &State, ui: &UiContext, copy: bool) -> Vec<PageEffect> {
    let from = if copy { selected(state) } else { None };
    if copy && from.is_none() {
        return vec![message(ui, "notice-no-entry")];
    }
    vec![store(StoreCommand::New { from })]
}

/// The entry that is meant: that of the topmost page, else the selected hit.
fn selected(state: &State) -> Option<Id> {
    match state.pages.last() {
        Some(page) => page.stacked().entry().cloned(),
        None => {
            let record = state.search.record().filter(|record| record.kind() == Kind::Measure)?;
            Some(record.id().clone())
        }
    }
}

/// Does something with the entry that is meant, or says why not.
pub(super) fn act_on_selected(state: &mut State, ui: &UiContext, action: EntryAction) -> Vec<PageEffect> {
    // A form in which nothing was done does not stand in the way of the editor.
    let refused = fixed(state, ui).or_else(|| in_form(state, ui).filter(|_| action != EntryAction::Editor));
    if let Some(message) = refused {
        return vec![message];
    }
    let Some(id) = selected(state) else { return vec![message(ui, "notice-no-entry")] };
    if state.has_changes() {
        return in_form(state, ui).into_iter().collect();
    }
    ask_or_do(state, ui, id, action)
}

/// Opens the form with the values of an earlier state, as changes that can be looked at before they are saved.
pub(super) fn restore(state: &mut State, ui: &UiContext, id: Id, text: Option<String>) -> Vec<PageEffect> {
    if let Some(message) = fixed(state, ui).or_else(|| in_form(state, ui)) {
        return vec![message];
    }
    let Some(text) = text else { return vec![message(ui, "notice-state-unreadable")] };
    state.intent = Some(Intent::Restore(text));
    ask_or_do(state, ui, id, EntryAction::Edit)
}

/// Whoever is about to change an entry of somebody else is asked, as far as the screen knows whose it is.
fn ask_or_do(state: &State, ui: &UiContext, id: Id, action: EntryAction) -> Vec<PageEffect> {
    match coordinator(state, ui, &id) {
        Some(name) => vec![PageEffect::Ask(DialogKind::NotYours { id, name, action })],
        None => vec![granted(state, id, action)],
    }
}

/// The name of the coordinator of the entry that the search shows, if it is somebody else.
fn coordinator(state: &State, ui: &UiContext, id: &Id) -> Option<Text> {
    let me = ui.settings.coordinator.as_deref().unwrap_or_default();
    let (record, register) = (state.search.record()?, state.session.register.as_ref()?);
    let Record::Measure(measure) = &**record else { return None };
    if measure.id != *id {
        return None;
    }
    match Ownership::of(measure.coordinator.as_deref(), me, register) {
        Ownership::Other(id) => Some(Text::line(register.coordinators.label(&id))),
        _ => None,
    }
}

/// Does what somebody wants to do; nothing stands against it any more.
pub(super) fn granted(state: &State, id: Id, action: EntryAction) -> PageEffect {
    match action {
        EntryAction::Edit => store(StoreCommand::Open(id)),
        EntryAction::Editor => PageEffect::Outside(Effect::Editor { id, begun: None }),
        EntryAction::Confirm => store(StoreCommand::Confirm(id)),
        EntryAction::Places => {
            let (title, before) = (title_of(state, &id), places_of(state, &id));
            PageEffect::Ask(DialogKind::Places { id, title, before, input: Input::default() })
        }
    }
}

fn title_of(state: &State, id: &Id) -> Text {
    let on_page = state.pages.iter().rev().find_map(|page| page.stacked().title_of(id));
    let shown = || state.search.record().filter(|record| record.id() == id).map(|record| record.title());
    on_page.or_else(shown).cloned().unwrap_or_else(|| Text::line(id))
}

/// Free places as the screen knows them: of the topmost page that knows the entry, else of the selected hit.
fn places_of(state: &State, id: &Id) -> Option<KnownPlaces> {
    let on_page = state.pages.iter().rev().find_map(|page| page.stacked().places_of(id));
    on_page.or_else(|| {
        let record = state.search.record().filter(|record| record.id() == id)?;
        let Record::Measure(measure) = &**record else { return None };
        Some(KnownPlaces { free: measure.capacity.free.map(i64::from), as_of: measure.capacity.as_of })
    })
}
