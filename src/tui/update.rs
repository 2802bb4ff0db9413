//! Changes the state when something happens, and says what has to be done outside. Pure: no I/O, no clock.
//!
//! Hands keys, clicks and answers to what lies on top: the dialog, else the topmost page, else the search.

mod entries;
mod page_effects;
mod store;

use ratatui::crossterm::event::KeyEvent;

use self::page_effects::{ask_to_leave, run};
use super::{
    Action, Answered, ClickTarget, CopiedBy, Effect, Event, PageContext, PageEffect, ScrollArea, State, UiContext,
    event::one_line,
    pages::{
        Page, desk,
        dialog::refusal,
        overlay::{Overlay, OverlayKind},
        palette::PaletteStep,
    },
    widgets::layout::Along,
};
use crate::{
    consultation::Audience,
    search::{IndexHealth, Snapshot},
};

pub(super) fn update(state: &mut State, ui: &UiContext, event: Event) -> Vec<Effect> {
    set_list_rows(state, ui);
    match event {
        Event::Key(key) => on_key(state, ui, key),
        Event::Text(text) => on_text(state, ui, &text),
        Event::Click(column, row) => on_click(state, ui, column, row),
        Event::DoubleClick(column, row) => on_double_click(state, ui, column, row),
        Event::Drag(row) => on_drag(state, ui, row),
        Event::Release => Vec::new(),
        Event::Wheel(column, row, steps) => on_wheel(state, ui, column, row, steps > 0),
        Event::Resized(columns, rows) => on_resize(state, ui, (columns, rows)),
        Event::Answered(answered) => on_answer(state, ui, *answered),
        Event::SearchFailed(number, reason) => match state.search.is_answer_to(number) {
            true => on_index_failure(state, ui, &reason),
            false => Vec::new(),
        },
        Event::IndexFailed(reason) => on_index_failure(state, ui, &reason),
        Event::IndexUnfit(reason) => {
            state.session.index_unfit(&ui.texts, &reason);
            Vec::new()
        }
        Event::Snapshot(snapshot) => on_snapshot(state, ui, &snapshot),
        Event::Building(done, total) => {
            state.session.index.building = Some((done, total));
            Vec::new()
        }
        Event::Current(health) => on_health(state, ui, health),
        Event::CatalogueUnreadable(reason) => {
            state.session.catalogue_unreadable(&ui.texts, &reason);
            Vec::new()
        }
        Event::Store(event) => store::on_event(state, ui, *event),
        Event::Edited { id, base, text, left } => {
            let effect = refusal::edited(id, base, text, left, &ui.texts);
            run(state, ui, [effect])
        }
        Event::InternalOver => on_internal_over(state, ui),
        Event::Copied(what, by) => {
            let key = match by {
                CopiedBy::System => "notice-copied-system",
                CopiedBy::Terminal => "notice-copied-terminal",
                CopiedBy::Nothing => "notice-not-copied",
            };
            state.session.message = Some(ui.texts.with(key, &[("what", what.into())]));
            Vec::new()
        }
        Event::Opened(_, true) => {
            state.session.message = Some(ui.text("notice-opened"));
            Vec::new()
        }
        Event::Opened(address, false) => {
            run(state, ui, [PageEffect::Inform(vec![ui.text("notice-nothing-opens"), address])])
        }
        Event::Closed => vec![Effect::Quit],
    }
}

/// Filters and messages above the list leave it more rows or fewer.
fn set_list_rows(state: &mut State, ui: &UiContext) {
    state.session.list_rows = state.search.list_rows(state.session.size, ui.settings.screen_reader);
}

fn on_key(state: &mut State, ui: &UiContext, key: KeyEvent) -> Vec<Effect> {
    state.session.message = None;
    let action = ui.keymap.action(state.key_context(), key);
    let leaving = std::mem::take(&mut state.session.leaving);
    match action {
        Some(Action::Interrupt) => interrupt(state, ui, leaving),
        Some(action) => act(state, ui, action),
        None => Vec::new(),
    }
}

/// Leaves at the second press; asks where something would be lost.
fn interrupt(state: &mut State, ui: &UiContext, again: bool) -> Vec<Effect> {
    if again || state.has_changes() {
        state.palette = None;
        return act(state, ui, Action::Quit);
    }
    state.session.leaving = true;
    let key = ui.key_for(state.key_context(), Action::Interrupt);
    state.session.message = Some(ui.texts.with("notice-leaving", &[("key", key.into())]));
    Vec::new()
}

fn on_text(state: &mut State, ui: &UiContext, text: &str) -> Vec<Effect> {
    state.session.message = None;
    state.session.leaving = false;
    if let Some(palette) = &mut state.palette {
        palette.on_text(&one_line(text));
        return Vec::new();
    }
    if state.overlay.as_mut().is_some_and(|overlay| overlay.on_text(&one_line(text))) {
        return Vec::new();
    }
    if let Some(dialog) = &mut state.dialog {
        state.overlay = None;
        dialog.on_text(text);
        return Vec::new();
    }
    let cx = PageContext { ui, session: &state.session };
    let effects = match state.pages.last_mut() {
        Some(page) => {
            if page.is_form() {
                state.overlay = None;
            }
            page.stacked_mut().on_text(cx, text)
        }
        None => {
            state.overlay = None;
            state.search.on_text(cx, text)
        }
    };
    run(state, ui, effects)
}

fn act(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    if let Some(palette) = state.palette.as_mut().filter(|_| action != Action::Quit) {
        let step = palette.on_action(ui, action);
        return after_palette(state, ui, step);
    }
    if action == Action::NextConsultation {
        return next_consultation(state, ui);
    }
    // A window above the form does not let anybody leave without being asked.
    let leaves = action == Action::Quit && state.has_changes();
    // These work the same wherever one is.
    use Action::{CycleTheme, Palette, Redraw, Refresh, ToggleInternal, ToggleMouse};
    let everywhere = matches!(action, Redraw | ToggleMouse | CycleTheme | Refresh | ToggleInternal | Palette);
    if everywhere || state.overlay.is_some() && !leaves {
        return act_on_screen(state, ui, action);
    }
    if let Some(dialog) = state.dialog.take() {
        let (dialog, effects) = dialog.on_action(state.context(ui), action);
        state.dialog = dialog;
        return run(state, ui, effects);
    }
    if leaves {
        return ask_to_leave(state, true);
    }
    if action == Action::Quit && state.form().is_some() {
        let mut effects = state.close_form();
        effects.push(Effect::Quit);
        return effects;
    }
    if let Some(effects) = entries::act(state, ui, action) {
        return run(state, ui, effects);
    }
    if !state.pages.is_empty() && action.is_of_search() {
        return run(state, ui, [only_in_search(state, ui, action)]);
    }
    match state.pages.last_mut() {
        Some(page) if !matches!(action, Action::Quit | Action::Help | Action::Problems) => {
            let effects = page.stacked_mut().on_action(PageContext { ui, session: &state.session }, action);
            run(state, ui, effects)
        }
        _ => act_on_screen(state, ui, action),
    }
}

/// A key that means the same everywhere means nothing else here: it is said where it does something.
fn only_in_search(state: &State, ui: &UiContext, action: Action) -> PageEffect {
    let texts = &ui.texts;
    let back = ui.key_for(state.key_context(), Action::Back);
    let action = texts.get(&action.text_key()).into_owned();
    PageEffect::Message(texts.with("notice-only-in-search", &[("action", action.into()), ("key", back.into())]))
}

/// What concerns the screen as a whole, a window above it, or the search.
fn act_on_screen(state: &mut State, ui: &UiContext, action: Action) -> Vec<Effect> {
    match action {
        Action::Quit => return vec![Effect::Quit],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Back if state.overlay.take().is_some() => return Vec::new(),
        Action::Palette => state.open_palette(),
        Action::Help => toggle_overlay(state, OverlayKind::Help),
        Action::Problems => toggle_overlay(state, OverlayKind::Problems),
        Action::WhyFound => {
            toggle_overlay(state, OverlayKind::Why);
            // The reasons come with the next answer.
            return run(state, ui, [PageEffect::SearchAgain]);
        }
        Action::ToggleInternal => return run(state, ui, [PageEffect::ToggleAudience]),
        Action::ToggleMouse => return vec![Effect::Mouse(state.session.toggle_mouse(&ui.texts))],
        Action::CycleTheme => state.session.cycle_theme(ui),
        Action::Refresh => return vec![Effect::Index(state.session.refresh(&ui.texts))],
        other => {
            let layout = &state.session.layout;
            if state.overlay.as_mut().is_some_and(|overlay| overlay.on_action(layout, other)) {
                return Vec::new();
            }
            let effects = state.search.on_action(PageContext { ui, session: &state.session }, other);
            return run(state, ui, effects);
        }
    }
    Vec::new()
}

fn after_palette(state: &mut State, ui: &UiContext, step: PaletteStep) -> Vec<Effect> {
    match step {
        PaletteStep::Stay => Vec::new(),
        PaletteStep::Close => {
            state.palette = None;
            Vec::new()
        }
        PaletteStep::Run(action) => {
            state.palette = None;
            act(state, ui, action)
        }
    }
}

/// Nothing of the last consultation is left on the screen. What is being written stays.
fn next_consultation(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.session.audience == Audience::Staff {
        effects = run(state, ui, [PageEffect::ToggleAudience]);
    }
    if state.form().is_some() || state.dialog.is_some() {
        state.session.message = Some(ui.text("notice-form-open"));
        return effects;
    }
    state.overlay = None;
    state.pages.clear();
    state.last_report = None;
    let place = state.session.register.as_deref().and_then(|register| ui.settings.home_place_in(register).ok()?);
    let place = place.map(|place| place.id.to_string());
    let search = state.search.begin_anew(place.as_deref());
    effects.extend(run(state, ui, search));
    state.session.message = Some(ui.text("notice-next-consultation"));
    effects
}

/// Nobody has pressed a key for so long that internal notes are closed.
fn on_internal_over(state: &mut State, ui: &UiContext) -> Vec<Effect> {
    if state.session.audience == Audience::Client {
        return Vec::new();
    }
    let effects = run(state, ui, [PageEffect::ToggleAudience]);
    state.session.message = Some(ui.text("notice-internal-over"));
    effects
}

fn toggle_overlay(state: &mut State, kind: OverlayKind) {
    let open = state.overlay.as_ref().is_some_and(|overlay| overlay.kind() == kind);
    state.overlay = (!open).then(|| Overlay::new(kind));
}

/// What a click means is read from the layout of the last frame.
fn on_click(state: &mut State, ui: &UiContext, column: u16, row: u16) -> Vec<Effect> {
    state.session.message = None;
    state.session.pressed = state.session.layout.hit(column, row).cloned();
    let target = state.session.pressed.as_ref().map(|(_, target)| target.clone());
    if let Some(palette) = &mut state.palette {
        let step = match target {
            Some(ClickTarget::Choice(number)) => palette.on_click(ui, number),
            Some(ClickTarget::Overlay) => PaletteStep::Stay,
            _ => PaletteStep::Close,
        };
        return after_palette(state, ui, step);
    }
    if let Some(ClickTarget::Scrollbar(of)) = target
        && (state.overlay.is_none() || of == ScrollArea::Overlay)
    {
        return on_drag(state, ui, row);
    }
    if state.overlay.is_some() {
        // What lies below a window cannot be clicked; a click beside it closes it.
        if target != Some(ClickTarget::Overlay) {
            state.overlay = None;
            state.session.pressed = None;
        }
        return Vec::new();
    }
    let Some(target) = target else { return Vec::new() };
    match (&mut state.dialog, target) {
        (_, ClickTarget::Key(action)) => act(state, ui, action),
        (Some(dialog), ClickTarget::Answer(number)) => {
            dialog.on_click(number);
            act(state, ui, Action::Activate)
        }
        (Some(_), _) => Vec::new(),
        (None, target) => {
            let cx = PageContext { ui, session: &state.session };
            let chosen = matches!(target, ClickTarget::Choice(_));
            let effects = match state.pages.last_mut() {
                Some(page) => page.stacked_mut().on_click(cx, &target),
                None => state.search.on_click(cx, target),
            };
            let mut effects = run(state, ui, effects);
            if chosen {
                effects.extend(act(state, ui, Action::Activate));
            }
            effects
        }
    }
}

/// Opens what was clicked before and is clicked again; else it is a click like any other.
fn on_double_click(state: &mut State, ui: &UiContext, column: u16, row: u16) -> Vec<Effect> {
    let before = state.session.pressed.take().map(|(_, target)| target);
    let mut effects = on_click(state, ui, column, row);
    let target = state.session.pressed.as_ref().map(|(_, target)| target);
    if target == before.as_ref() && state.overlay.is_none() && state.dialog.is_none() {
        effects.extend(match before {
            Some(ClickTarget::Hit(_)) => act(state, ui, Action::OpenEntry),
            Some(ClickTarget::Item(_)) => act(state, ui, Action::Activate),
            _ => Vec::new(),
        });
    }
    effects
}

/// Whoever has pressed a scroll bar draws it along, also beside its track.
fn on_drag(state: &mut State, ui: &UiContext, row: u16) -> Vec<Effect> {
    let Some((track, ClickTarget::Scrollbar(of))) = state.session.pressed else { return Vec::new() };
    let along = Along::of(track, row);
    let cx = PageContext { ui, session: &state.session };
    let effects = match (&mut state.overlay, of) {
        (Some(overlay), ScrollArea::Overlay) => {
            overlay.scroll_to(&state.session.layout, along);
            Vec::new()
        }
        (None, of) if state.dialog.is_none() && state.pages.is_empty() => state.search.scroll_to(cx, of, along),
        _ => Vec::new(),
    };
    run(state, ui, effects)
}

fn on_wheel(state: &mut State, ui: &UiContext, column: u16, row: u16, down: bool) -> Vec<Effect> {
    let step = if down { Action::SelectNext } else { Action::SelectPrevious };
    if !state.pages.is_empty() || state.dialog.is_some() || state.palette.is_some() {
        return act(state, ui, step);
    }
    let layout = &state.session.layout;
    let target = layout.target(column, row);
    let of_panel = matches!(target, Some(ClickTarget::Value(..) | ClickTarget::Facet(_) | ClickTarget::MoreValues(_)));
    if let Some(overlay) = state.overlay.as_mut().filter(|_| !of_panel) {
        // Over text two lines at once.
        let steps = if matches!(target, Some(ClickTarget::Entry | ClickTarget::Overlay)) { 2 } else { 1 };
        for _ in 0..steps {
            overlay.on_action(layout, step);
        }
        return Vec::new();
    }
    let effects = state.search.on_wheel(PageContext { ui, session: &state.session }, target, down);
    run(state, ui, effects)
}

fn on_resize(state: &mut State, ui: &UiContext, size: (u16, u16)) -> Vec<Effect> {
    state.session.size = size;
    set_list_rows(state, ui);
    let cx = PageContext { ui, session: &state.session };
    let effects = state.search.on_resize(cx);
    state.pages.iter_mut().for_each(|page| page.stacked_mut().on_resize(cx));
    run(state, ui, effects)
}

/// Takes an answer over, unless a newer question has been asked.
fn on_answer(state: &mut State, ui: &UiContext, answered: Answered) -> Vec<Effect> {
    let cx = PageContext { ui, session: &state.session };
    let Some(effects) = state.search.on_answer(cx, answered) else { return Vec::new() };
    state.session.lost_entry = state.search.lost_entry();
    let cx = PageContext { ui, session: &state.session };
    if let Some(Page::Report(report)) = state.pages.last_mut() {
        report.on_counted(cx, state.search.counted(), state.search.scope());
    }
    run(state, ui, effects)
}

fn on_index_failure(state: &mut State, ui: &UiContext, reason: &str) -> Vec<Effect> {
    state.session.index_failed(&ui.texts, reason).map(Effect::Index).into_iter().collect()
}

fn on_snapshot(state: &mut State, ui: &UiContext, snapshot: &Snapshot) -> Vec<Effect> {
    let first = state.session.register.is_none();
    state.session.register = Some(snapshot.register().clone());
    match ui.settings.home_place_in(snapshot.register()) {
        Ok(Some(place)) if first || state.session.home_place_fault.take().is_some() => {
            state.search.choose_place(&place.id);
        }
        Ok(_) => state.session.home_place_fault = None,
        Err(fault) => state.session.home_place_fault = Some(fault.localize_with_place(&ui.texts)),
    }
    let effects = state.search.on_snapshot();
    let mut effects = run(state, ui, effects);
    // Whoever changes an entry wants to know at once that somebody else has changed it.
    effects.extend(state.form().and_then(|form| form.compare()));
    if state.has_desk() {
        effects.push(desk::look(&state.session));
    }
    effects
}

fn on_health(state: &mut State, ui: &UiContext, health: IndexHealth) -> Vec<Effect> {
    let news = state.session.index_current(&ui.texts, health);
    // A file that has become faulty stays on its coordinator's desk, and one that was mended leaves no trace.
    if news && state.has_desk() { vec![desk::look(&state.session)] } else { Vec::new() }
}
