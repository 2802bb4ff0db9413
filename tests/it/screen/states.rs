//! What the screen says before there is an answer, while an index is being built, and where there is nothing.

use lotse::{locale::Lang, tui::TestApp};

use crate::support::{
    TODAY,
    screen::{answer, catalogue, desk, hits, indexed, settings, shipped, status},
};

fn opening(columns: u16, rows: u16) -> TestApp {
    TestApp::open(None, settings(""), (columns, rows), Lang::De, TODAY)
}

#[test]
fn before_there_is_an_index_the_screen_says_so_and_takes_keys() {
    let mut desk = opening(80, 24);
    assert!(desk.screen().contains("Der Katalog wird geöffnet …"), "{}", desk.screen());
    desk.press("frau stark<down><pagedown><enter><f1><esc><f2><esc><f3><f6><esc><alt-2><alt-1>");
    assert!(desk.screen().contains("Suche: frau stark"), "{}", desk.screen());
    desk.use_snapshot(shipped());
    assert!(desk.screen().contains("› ● Frau Stark"), "what was typed meanwhile is asked now\n{}", desk.screen());
}

#[test]
fn while_an_index_is_built_the_screen_says_how_far_it_is() {
    let mut desk = opening(80, 24);
    desk.building(250, 99_000);
    assert!(desk.screen().contains("Der Suchindex entsteht: 250 von 99.000 Dateien"), "{}", desk.screen());
    let part = &catalogue().measures[..10];
    desk.use_snapshot(indexed(&catalogue().register, part));
    desk.building(10, 99);
    assert_eq!(hits(&desk), part.iter().filter(|measure| !measure.status.is_over()).count());
    assert!(status(&desk).contains("10 von 99 Dateien"), "{}", status(&desk));
    desk.press("qqqq ");
    assert!(desk.screen().contains("Kein Treffer.") && desk.screen().contains("10 von 99"), "{}", desk.screen());
    desk.use_snapshot(shipped());
    desk.health(lotse::search::IndexHealth::default());
    assert!(!desk.screen().contains("von 99"), "{}", desk.screen());
    desk.press("<ctrl-u>");
    assert_eq!(hits(&desk), 98);
}

#[test]
fn an_empty_catalogue_says_what_to_do() {
    let mut desk = opening(100, 24);
    desk.use_snapshot(indexed(&catalogue().register, &[]));
    assert!(desk.screen().contains("Der Katalog enthält noch keine Angebote."), "{}", desk.screen());
    assert!(desk.screen().contains("F5"), "{}", desk.screen());
}

#[test]
fn an_empty_list_of_a_kind_does_not_call_the_catalogue_empty() {
    let mut register = catalogue().register.clone();
    register.coordinators = Default::default();
    let mut desk = opening(100, 24);
    desk.use_snapshot(indexed(&register, &catalogue().measures));
    desk.press("<alt-3>");
    assert!(!desk.screen().contains("Der Katalog enthält noch keine Angebote."), "{}", desk.screen());
}

#[test]
fn a_catalogue_where_all_is_over_says_so() {
    let over: Vec<_> = catalogue().measures.iter().filter(|measure| measure.status.is_over()).cloned().collect();
    assert!(!over.is_empty());
    let mut desk = opening(100, 24);
    desk.use_snapshot(indexed(&catalogue().register, &over));
    assert!(desk.screen().contains("ausgeblendet"), "{}", desk.screen());
}

#[test]
fn a_window_that_is_too_small_says_what_is_needed() {
    let desk = desk(22, 8);
    let words = desk.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("24 Spalten und 6 Zeilen"), "{words}");
}

#[test]
fn no_size_is_too_small_to_survive() {
    let mut desks = [desk(30, 10), opening(30, 10), desk(30, 10), desk(30, 10), desk(30, 10), desk(30, 10)];
    desks[2].press("zg:f");
    desks[3].press("<f1>");
    desks[4].press("zg:frauen <f2>");
    desks[5].press("<enter>");
    for desk in &mut desks {
        for rows in 1..=10 {
            for columns in 1..=30 {
                desk.resize(columns, rows);
            }
        }
        desk.press("<down><pagedown>x<backspace>");
        desk.resize(80, 24);
        desk.press("<esc><esc><ctrl-u>");
    }
    assert!(desks[0].screen().contains("98 Treffer"), "{}", desks[0].screen());
}

#[test]
fn a_size_that_changes_while_one_types_loses_nothing() {
    let mut desk = desk(80, 24);
    for (number, letter) in "schuldnerberatung".chars().enumerate() {
        desk.press(&letter.to_string());
        let number = u16::try_from(number).unwrap();
        desk.resize(30 + number * 11, 6 + number * 3);
    }
    desk.resize(80, 24);
    assert!(desk.screen().starts_with("Suche: schuldnerberatung "), "{}", desk.screen());
    assert_eq!(hits(&desk), answer("schuldnerberatung").total);
}
