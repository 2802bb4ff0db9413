//! What the keymap promises: context before anywhere, the user's keys over the shipped ones, conflicts reported.

use std::path::Path;

use ratatui::crossterm::event::{KeyCode, KeyModifiers};

use super::*;
use crate::{
    config,
    locale::{Lang, Texts},
};

fn event(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

fn with(text: &str) -> (KeyMap, Vec<String>) {
    let (settings, faults) = config::read_keys(text, Path::new("s.toml"));
    assert_eq!(faults, [], "the test text is good TOML");
    let (map, faults) = KeyMap::new(&settings);
    let german = Texts::new(Lang::De);
    (map, faults.iter().map(|fault| fault.localize_with_place(&german)).collect())
}

fn keys(map: &KeyMap, context: KeyContext, action: Action) -> Vec<String> {
    map.keys_for(context, action).iter().map(Key::to_string).collect()
}

#[test]
fn the_shipped_keys_have_no_fault() {
    let (settings, faults) = config::read_keys(build::DEFAULTS, Path::new("config/keys.toml"));
    assert_eq!(faults, []);
    let (map, faults) = KeyMap::new(&settings);
    assert_eq!(faults, []);
    assert_eq!(map, KeyMap::standard());
    for action in Action::ALL.into_iter().filter(|action| *action != Action::CycleTheme) {
        let reachable = map.rules().iter().any(|rule| rule.action == action);
        assert!(reachable, "{action:?} has no key");
    }
}

#[test]
fn the_context_decides_before_anywhere() {
    let map = KeyMap::standard();
    for (context, code, expected) in [
        (KeyContext::Search, KeyCode::Up, Some(Action::SelectPrevious)),
        (KeyContext::Reading, KeyCode::Up, Some(Action::ScrollEntryUp)),
        (KeyContext::Search, KeyCode::Tab, Some(Action::ToggleFilters)),
        (KeyContext::Filters, KeyCode::Tab, Some(Action::NextFacet)),
        (KeyContext::Filters, KeyCode::BackTab, Some(Action::PreviousFacet)),
        (KeyContext::Completion, KeyCode::Enter, Some(Action::AcceptCompletion)),
        (KeyContext::Search, KeyCode::Enter, Some(Action::OpenEntry)),
        (KeyContext::Reading, KeyCode::Enter, None),
        (KeyContext::Overlay, KeyCode::Esc, Some(Action::Back)),
        (KeyContext::Search, KeyCode::Char('q'), None),
        (KeyContext::Search, KeyCode::F(10), None),
    ] {
        assert_eq!(map.action(context, event(code)), expected, "{context:?} {code:?}");
    }
    let alt = KeyEvent::new(KeyCode::Char('3'), KeyModifiers::ALT);
    assert_eq!(map.action(KeyContext::Search, alt), Some(Action::ShowCoordinators));
}

#[test]
fn keys_for_help_come_from_the_rules_that_count_here() {
    let map = KeyMap::standard();
    assert_eq!(keys(&map, KeyContext::Search, Action::ToggleFilters), ["tab", "f2", "ctrl-f"]);
    assert_eq!(keys(&map, KeyContext::Reading, Action::ScrollEntryUp), ["up", "shift-up"]);
    let shadowed = "the arrow scrolls there";
    assert_eq!(keys(&map, KeyContext::Reading, Action::SelectPrevious), ["ctrl-p", "ctrl-k"], "{shadowed}");
    assert!(keys(&map, KeyContext::Search, Action::CycleTheme).is_empty());
}

#[test]
fn own_keys_replace_the_shipped_ones_where_they_are_written() {
    for (text, context, action, expected) in [
        ("help = ['f11']", KeyContext::Search, Action::Help, vec!["f11"]),
        ("help = 'f11'", KeyContext::Search, Action::Help, vec!["f11"]),
        ("cycle-theme = ['f10']", KeyContext::Filters, Action::CycleTheme, vec!["f10"]),
        ("problems = []", KeyContext::Search, Action::Problems, vec![]),
        ("open-entry = ['f11']", KeyContext::Search, Action::OpenEntry, vec!["f11"]),
        ("open-entry = ['f11']", KeyContext::Reading, Action::OpenEntry, vec![]),
        ("scroll-entry-up = ['f11']", KeyContext::Reading, Action::ScrollEntryUp, vec!["up", "f11"]),
        ("[reading]\nscroll-entry-up = ['f11']", KeyContext::Reading, Action::ScrollEntryUp, vec!["f11", "shift-up"]),
        ("help = ['f2']\ntoggle-filters = ['f1']", KeyContext::Reading, Action::Help, vec!["f2"]),
    ] {
        let (map, faults) = with(text);
        assert!(faults.is_empty(), "{text}: {faults:?}");
        assert_eq!(keys(&map, context, action), expected, "{text}");
    }
}

#[test]
fn faults_are_reported_and_the_shipped_keys_stay() {
    for (text, expected) in [
        ("hlep = ['f12']", "s.toml, Zeile 1, Spalte 1: Die Aktion „hlep“ gibt es nicht. Meinten Sie „help“?"),
        (
            "[serch]\nhelp = ['f12']\nback = ['f11']",
            "s.toml, Zeile 1, Spalte 2: Den Bereich „serch“ gibt es nicht. Meinten Sie „search“?",
        ),
        (
            "help = ['f99']",
            "s.toml, Zeile 1, Spalte 9: Die Taste „f99“ kann nicht belegt werden: Lotse kennt sie nicht.",
        ),
        (
            "help = ['ctrl-alt-h']",
            "s.toml, Zeile 1, Spalte 9: Die Taste „ctrl-alt-h“ kann nicht belegt werden: Strg+Alt ist auf deutschen Tastaturen AltGr.",
        ),
        (
            "help = ['x']",
            "s.toml, Zeile 1, Spalte 9: Die Taste „x“ kann nicht belegt werden: Sie schreibt ein Zeichen in die Suchzeile.",
        ),
        ("help = ['f1', 'f1']", "s.toml, Zeile 1, Spalte 15: Die Taste „f1“ steht bei „help“ zweimal."),
        (
            "help = ['f1']\nback = ['f1', 'esc']",
            "s.toml, Zeile 2, Spalte 9: Die Taste „f1“ ist schon mit „help“ belegt und gilt darum nicht für „back“.",
        ),
    ] {
        let (map, faults) = with(text);
        assert_eq!(faults, [expected]);
        assert_eq!(keys(&map, KeyContext::Search, Action::Help), ["f1"], "{text}");
        assert_eq!(keys(&map, KeyContext::Search, Action::Back), ["esc"], "{text}");
    }
}

#[test]
fn a_key_taken_from_another_action_is_reported_and_counts() {
    let (map, faults) = with("why-found = ['f1']");
    let expected = "s.toml, Zeile 1, Spalte 14: Die Taste „f1“ gilt jetzt für „why-found“ und nicht mehr für „help“. \
                    Geben Sie „help“ unter [keys] eine andere Taste, dann ist diese Meldung erledigt.";
    assert_eq!(faults, [expected]);
    assert_eq!(map.action(KeyContext::Search, event(KeyCode::F(1))), Some(Action::WhyFound));
    assert!(keys(&map, KeyContext::Search, Action::Help).is_empty());
}

#[test]
fn nobody_can_lock_themselves_in() {
    for text in ["quit = []", "[search]\nhelp = ['ctrl-q']"] {
        let (map, faults) = with(text);
        assert_eq!(keys(&map, KeyContext::Search, Action::Quit), ["ctrl-q"], "{text}");
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].contains("„quit“ braucht eine Taste"), "{faults:?}");
    }
    let (map, faults) = with("[search]\nclear-line = ['esc']");
    assert_eq!(map.action(KeyContext::Search, event(KeyCode::Esc)), Some(Action::ClearLine));
    assert!(faults.is_empty(), "Esc still leaves windows: {faults:?}");
}

#[test]
fn every_context_has_a_name_in_both_languages() {
    for language in [Lang::De, Lang::En] {
        let words = Texts::new(language);
        for context in KeyContext::ALL {
            assert!(words.has(&context.text_key()), "{context:?}");
            assert_eq!(KeyContext::from_code(context.code()), Some(context));
        }
    }
}

/// Below `[keys]` both are keys of one table.
#[test]
fn no_action_is_called_like_a_context() {
    let same: Vec<_> = Action::CODES.into_iter().filter(|name| KeyContext::from_code(name).is_some()).collect();
    assert!(same.is_empty(), "{same:?}");
}
