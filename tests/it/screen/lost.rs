//! A file that becomes faulty or goes while its entry is shown: the last good state stays, and says what has happened.

use std::sync::Arc;

use lotse::{
    catalogue::{Measure, read_measure},
    search::{IndexHealth, Snapshot},
    tui::TestApp,
};

use crate::support::{
    TODAY,
    screen::{catalogue, desk, desk_on, entry, hits, indexed, offer, rows, selected, shipped, status},
};

const ID: &str = "zzz";

fn with(more: Option<Measure>) -> Arc<Snapshot> {
    let measures: Vec<_> = catalogue().measures.iter().cloned().chain(more).collect();
    indexed(&catalogue().register, &measures)
}

/// A screen on which an entry is shown that is no file of the shipped catalogue.
fn shown() -> TestApp {
    let mut desk = desk_on(with(Some(offer(ID, "Zzz Angebot", ""))), 140, 24);
    desk.press("zzz ");
    assert!(entry(&desk).starts_with("Zzz Angebot"), "{}", desk.screen());
    desk
}

/// The file has a fault in its third line.
fn broken() -> IndexHealth {
    let path = format!("measures/{ID}.toml").as_str().into();
    let read = read_measure(&path, "id = \"zzz\"\ntitle = \"Zzz\"\nsummary =\n", &catalogue().register, TODAY);
    assert!(read.measure.is_none());
    IndexHealth { files_out: 1, errors: read.diagnostics, in_memory: None }
}

#[test]
fn a_file_that_becomes_faulty_leaves_its_last_good_state_and_says_which_line_it_is() {
    let mut desk = shown();
    desk.use_snapshot(with(None));
    desk.health(broken());
    let entry = entry(&desk);
    assert!(entry.contains("Diese Datei ist seit eben fehlerhaft (Zeile 3):"), "{}", desk.screen());
    assert!(
        entry.contains("Gezeigt wird der letzte gute Stand.") && entry.contains("Zzz Angebot"),
        "{}",
        desk.screen()
    );
    assert!(status(&desk).contains("fehlerhaft"), "{}", desk.screen());
    desk.press("<f7>");
    assert!(desk.screen().contains(&format!("measures/{ID}.toml")), "{}", desk.screen());
}

#[test]
fn a_file_that_goes_leaves_its_last_good_state_and_is_a_problem() {
    let mut desk = shown();
    desk.use_snapshot(with(None));
    desk.health(IndexHealth::default());
    assert!(entry(&desk).contains("gibt es nicht mehr") && entry(&desk).contains("Zzz Angebot"), "{}", desk.screen());
    assert!(status(&desk).contains("1 Hinweis"), "{}", desk.screen());
    desk.press("<f7>");
    assert!(!desk.screen().contains("Es ist alles in Ordnung."), "{}", desk.screen());
    assert!(desk.screen().contains("measures/zzz.toml"), "{}", desk.screen());
}

#[test]
fn it_stays_until_another_hit_is_chosen() {
    let mut desk = shown();
    desk.press("<ctrl-u><f3><alt-z><ctrl-end>");
    let title = selected(&desk);
    assert!(title.starts_with("Zzz"), "{}", desk.screen());
    desk.use_snapshot(with(None));
    desk.use_snapshot(with(None));
    desk.press("<f6><esc>");
    desk.resize(130, 30);
    assert!(entry(&desk).contains("gibt es nicht mehr") && entry(&desk).contains("Zzz"), "{}", desk.screen());
    desk.press("<up>");
    assert!(!desk.screen().contains("gibt es nicht mehr"), "{}", desk.screen());
    assert!(!entry(&desk).contains("Zzz"), "{}", desk.screen());
}

#[test]
fn a_file_that_is_mended_is_an_ordinary_entry_again() {
    let mut desk = shown();
    desk.use_snapshot(with(None));
    desk.health(broken());
    desk.use_snapshot(with(Some(offer(ID, "Zzz Angebot, gepflegt", ""))));
    desk.health(IndexHealth::default());
    assert!(entry(&desk).starts_with("Zzz Angebot, gepflegt"), "{}", desk.screen());
    assert!(!desk.screen().contains("fehlerhaft") && !desk.screen().contains("1 Hinweis"), "{}", desk.screen());
}

#[test]
fn while_an_index_is_built_no_file_is_called_gone() {
    let mut desk = shown();
    desk.building(10, 99);
    desk.use_snapshot(with(None));
    assert!(!desk.screen().contains("gibt es nicht mehr"), "{}", desk.screen());
    desk.use_snapshot(with(Some(offer(ID, "Zzz Angebot", ""))));
    desk.health(IndexHealth::default());
    assert!(entry(&desk).starts_with("Zzz Angebot"), "{}", desk.screen());
}

#[test]
fn what_is_only_no_hit_any_more_is_not_lost() {
    let mut desk = desk(140, 24);
    desk.press("<down><down>");
    let before = hits(&desk);
    desk.use_snapshot(shipped());
    assert_eq!(hits(&desk), before);
    assert!(rows(&desk).iter().all(|row| !row.contains("gibt es nicht mehr")), "{}", desk.screen());
}
