//! The way that docs/einlesen.md goes: from the table of an office to a clean catalogue, and a week later again.

use std::{collections::BTreeMap, fs, path::Path};

use super::workbook::{MAPPING, TABLE, workbook};
use crate::support::home::{Out, TestHome, json};

/// A home with the vocabularies of the shipped catalogue and no entry yet.
pub(super) struct ImportCatalogue(pub TestHome);

impl ImportCatalogue {
    pub(super) fn new() -> Self {
        let home = TestHome::new();
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
        for file in ["catalogue.toml", "coordinators.toml", "providers.toml", "synonyms.toml"] {
            home.file(&format!("kat/{file}"), &fs::read_to_string(shipped.join(file)).unwrap());
        }
        for entry in fs::read_dir(shipped.join("vocabulary")).unwrap().map(Result::unwrap) {
            let name = entry.file_name().into_string().unwrap();
            home.file(&format!("kat/vocabulary/{name}"), &fs::read_to_string(entry.path()).unwrap());
        }
        home.folder("kat/measures");
        Self(home)
    }

    pub(super) fn run(&self, args: &[&str]) -> Out {
        self.0.run_with(args, &[("LOTSE_CATALOGUE", &self.0.path("kat"))])
    }

    pub(super) fn entries(&self) -> BTreeMap<String, String> {
        let files = fs::read_dir(self.0.path("kat/measures")).unwrap().map(Result::unwrap);
        files.map(|file| (file.file_name().into_string().unwrap(), fs::read_to_string(file.path()).unwrap())).collect()
    }
}

fn summary(out: &Out) -> (u64, u64, u64, u64) {
    let summary = &json(&out.out)["summary"];
    let count = |name: &str| summary[name].as_u64().unwrap();
    (count("new"), count("changed"), count("unchanged"), count("refused"))
}

/// The table with some words changed, as somebody does in a spreadsheet.
pub(super) fn edited(desk: &ImportCatalogue, changes: &[(&str, &str)]) -> String {
    let bytes = fs::read(TABLE).unwrap();
    let mut text = encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    desk.0.file("geändert.csv", &text)
}

#[test]
fn the_table_of_the_document_becomes_a_clean_catalogue() {
    let desk = ImportCatalogue::new();
    let tried = desk.run(&["import", TABLE, "--mapping", MAPPING, "--dry-run"]);
    assert_eq!((tried.code, tried.err.as_str()), (0, ""), "{}", tried.out);
    assert!(tried.out.contains("8 neu, 0 geändert, 0 unverändert, 0 abgelehnt."), "{}", tried.out);
    assert!(desk.entries().is_empty() && !Path::new(&desk.0.path("kat/.lotse")).exists(), "a dry run writes nothing");
    let done = desk.run(&["import", TABLE, "--mapping", MAPPING]);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    let entries = desk.entries();
    assert_eq!(entries.len(), 8);
    let workshop = &entries["werkstatt-holz-und-metall.toml"];
    for line in ["places = [\"wetzlar\", \"sinn\"]", "places = 20", "free = 6", "age_min = 18", "age_max = 64"] {
        assert!(workshop.contains(line), "{line} in\n{workshop}");
    }
    let women = &entries["frauen-starten-durch.toml"];
    for line in ["\"frauen\", \"alleinerziehende\"", "free = 0", "from = 2027-03-01", "german_min = \"A2\""] {
        assert!(women.contains(line), "{line} in\n{women}");
    }
    let check = desk.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.out);
    let again = desk.run(&["import", TABLE, "--mapping", MAPPING, "--format", "json"]);
    assert_eq!((again.code, summary(&again)), (0, (0, 0, 8, 0)));
    assert_eq!(desk.entries(), entries);
}

#[test]
fn the_workbook_says_the_same_as_the_text() {
    let desk = ImportCatalogue::new();
    let book = desk.0.path("massnahmen.xlsx");
    workbook(&book);
    let first_sheet = desk.run(&["import", &book, "--mapping", MAPPING]);
    assert_eq!(first_sheet.code, 2, "the first sheet is the cover: {}", first_sheet.err);
    let args = ["import", &book, "--mapping", MAPPING, "--sheet", "Maßnahmen 2027"];
    let done = desk.run(&args);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    let from_book = desk.entries();
    let other = ImportCatalogue::new();
    assert_eq!(other.run(&["import", TABLE, "--mapping", MAPPING]).code, 0);
    assert_eq!(from_book, other.entries());
}

#[test]
fn a_proposal_is_a_mapping_that_can_be_read() {
    let desk = ImportCatalogue::new();
    let proposed = desk.run(&["import", TABLE, "--propose"]);
    assert_eq!((proposed.code, proposed.err.as_str()), (0, ""));
    for line in [
        "header_row = 4",
        "\"MN-Nr.\" = \"measure_number\"",
        "\"Bezeichnung\" = \"title\"",
        "\"Alleinerz.\" = \"alleinerziehende\"",
        "\"lfd.\" = [\"Summe\"]",
        "  \"{capacity.places} ({capacity.free} frei)\",",
    ] {
        assert!(proposed.out.contains(line), "{line} in\n{}", proposed.out);
    }
    let mapping = desk.0.file("vorschlag.toml", &proposed.out);
    let tried = desk.run(&["import", TABLE, "--mapping", &mapping, "--dry-run"]);
    // The mapping holds; what nobody has decided yet is refused with reasons.
    assert_eq!((tried.code, tried.err.as_str()), (1, ""), "{}", tried.out);
    assert!(tried.out.contains("ist in der Zuordnung noch nicht ausgefüllt"), "{}", tried.out);
    assert!(desk.run(&["import", TABLE]).err.contains("--propose"), "without a mapping the way is told");
}

#[test]
fn a_week_later_table_and_hand_meet() {
    let desk = ImportCatalogue::new();
    assert_eq!(desk.run(&["import", TABLE, "--mapping", MAPPING]).code, 0);
    assert_eq!(desk.run(&["set", "frauen-starten-durch", "capacity.waiting=7", "summary=Von Hand."]).code, 0);
    let text = "Einzelne Gespräche für Frauen, die wieder arbeiten wollen.";
    let table = edited(&desk, &[(text, "Aus der Tabelle."), ("12 (3 frei)", "12 (1 frei)")]);
    let args = ["import", &table, "--mapping", MAPPING];
    let told = desk.run(&args);
    assert_eq!(told.code, 1, "a conflict is to be decided: {}", told.out);
    assert!(told.out.contains("Freie Plätze: 3 → 1"), "{}", told.out);
    let conflict =
        format!("Widerspruch – Tabelle: Aus der Tabelle.; Katalog: Von Hand.; beim letzten Einlesen: {text}");
    assert!(told.out.contains(&conflict), "{}", told.out);
    assert!(told.out.contains("Warteliste: bleibt 7"), "{}", told.out);
    let women = || desk.entries()["frauen-starten-durch.toml"].clone();
    assert!(women().contains("Von Hand.") && women().contains("waiting = 7"));
    assert!(desk.entries()["aktiv-in-den-tag.toml"].contains("free = 1"), "the rest was written");
    // It stays in sight until somebody decides, and not any longer.
    assert_eq!(desk.run(&args).code, 1);
    let kept = desk.run(&["import", &table, "--mapping", MAPPING, "--prefer", "catalogue"]);
    assert_eq!(kept.code, 0, "{}", kept.out);
    assert_eq!(desk.run(&args).code, 0);
    assert!(women().contains("Von Hand."));
    let newer = edited(&desk, &[(text, "Noch neuer.")]);
    let taken = desk.run(&["import", &newer, "--mapping", MAPPING, "--prefer", "table"]);
    assert_eq!(taken.code, 0, "{}", taken.out);
    assert!(women().contains("Noch neuer.") && women().contains("waiting = 7"), "{}", women());
}

#[test]
fn the_document_shows_the_mapping_as_it_is() {
    let document = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/einlesen.md"));
    let mapping = fs::read_to_string(MAPPING).unwrap();
    assert!(document.contains(&format!("```toml\n{}\n```", mapping.trim_end())));
}
