//! A table without a mapping: what is certain is read and named, what is not stops the import and names the line that decides.

use super::walk::ImportCatalogue;
use crate::support::home::json;

const ROW: &str = "Kurs A;Maßnahme;Coaching;Hilft.;Frauen, Alleinerziehende;unbekannt;GWAB;Wetzlar;läuft;14.11.2026;1";
const HEADINGS: &str = "Bezeichnung;Art;Typ;Kurzbeschr.;Zielgruppe;RGL;Anbieter;Standort;Maßnahmestatus;Stand;lfd. Nr.";

fn table(catalogue: &ImportCatalogue, name: &str, headings: &str, row: &str) -> String {
    catalogue.0.file(name, &format!("{headings}\n{row}\n"))
}

#[test]
fn headings_of_offices_are_read_and_their_meaning_is_named() {
    let catalogue = ImportCatalogue::new();
    let file = table(&catalogue, "a.csv", HEADINGS, ROW);
    let done = catalogue.run(&["import", &file]);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    for line in [
        "    Spalte A „Bezeichnung“: Titel\n",
        "    Spalte B „Art“: Art des Eintrags\n",
        "    Spalte C „Typ“: Typ des Angebots\n",
        "    Spalte E „Zielgruppe“: Zielgruppen, getrennt durch „;“ „,“\n",
        "    Spalte J „Stand“: Zuletzt geprüft am\n",
        "    Spalte K „lfd. Nr.“: wird nicht gebraucht\n",
    ] {
        assert!(done.out.contains(line), "{line} in\n{}", done.out);
    }
    let entry = &catalogue.entries()["kurs-a.toml"];
    for line in [
        "category = \"measure\"",
        "types = [\"coaching\"]",
        "target_groups = [\"frauen\", \"alleinerziehende\"]",
        "on = 2026-11-14",
    ] {
        assert!(entry.contains(line), "{line} in\n{entry}");
    }
    let again = catalogue.run(&["import", &file, "--format", "json"]);
    let columns = json(&again.out)["columns"].clone();
    assert_eq!(columns[4]["field"], "target_groups");
    assert_eq!(columns[4]["separators"], serde_json::json!(["\n", ";", ","]));
    assert_eq!((&columns[10]["column"], &columns[10]["field"]), (&"K".into(), &serde_json::Value::Null));
    assert_eq!(json(&again.out)["summary"]["unchanged"], 1);
}

#[test]
fn what_is_not_certain_stops_the_import_and_names_the_line_that_decides() {
    let catalogue = ImportCatalogue::new();
    for (heading, cell, line) in [
        // It may be for everybody or for the house alone.
        ("Bemerkung", "Ruft ungern zurück", Some("\"Bemerkung\" = \"content\"")),
        ("Plätze (belegt/gesamt)", "12/15", Some("\"Plätze (belegt/gesamt)\".patterns = [\"{capacity.places} /")),
        ("Beginn", "ab 01.03.2027", Some("\"Beginn\".patterns = [\"ab {period.from}\", \"{period.from}\"]")),
        ("Kontakt", "Frau Stark", Some("\"Kontakt\" = \"contact.name\"")),
        (
            "Rechtskreis",
            "SGB II/so ein Kreis",
            Some("\"Rechtskreis\" = { field = \"eligibility.benefits\", separators"),
        ),
        // Another column is the title already, and of this one nothing is known.
        ("Projektname", "Kurs B", None),
        ("Farbe", "blau", None),
    ] {
        let file = table(&catalogue, "a.csv", &format!("{HEADINGS};{heading}"), &format!("{ROW};{cell}"));
        let out = catalogue.run(&["import", &file]);
        assert_eq!((out.code, out.out.as_str()), (2, ""), "{heading}: {}", out.err);
        let line = line.map_or_else(|| format!("ignore = [\"{heading}\"]"), str::to_owned);
        assert!(out.err.contains(&format!("Spalte L „{heading}“: ")) && out.err.contains(&line), "{line}: {}", out.err);
        assert!(!out.err.contains("Spalte A"), "only what is not certain: {}", out.err);
        assert!(out.err.contains("--propose"), "{}", out.err);
        let mapped = catalogue.run(&["import", &file, "--propose"]).out;
        assert!(!line.contains("\" = \"") || mapped.contains(&line), "{line} in\n{mapped}");
    }
    assert!(catalogue.entries().is_empty());
}

#[test]
fn cells_tell_what_an_art_is_and_only_then_it_is_certain() {
    let catalogue = ImportCatalogue::new();
    let read = |art: &str| {
        let row = ROW.replace("Maßnahme;Coaching", &format!("{art};Coaching"));
        catalogue.run(&["import", &table(&catalogue, "a.csv", HEADINGS, &row), "--dry-run"])
    };
    assert!(read("Projekt").out.contains("Spalte B „Art“: Art des Eintrags\n"));
    let unclear = read("Unsinn");
    assert!(unclear.code == 2 && unclear.err.contains("\"Art\" = \"category\""), "{}", unclear.err);
    let alone = table(&catalogue, "b.csv", "Bezeichnung;Art", "Kurs A;Coaching");
    let out = catalogue.run(&["import", &alone, "--dry-run"]).out;
    assert!(out.contains("Spalte B „Art“: Typ des Angebots\n"), "{out}");
}

#[test]
fn a_stand_beside_free_places_may_be_theirs() {
    let catalogue = ImportCatalogue::new();
    let file = table(&catalogue, "a.csv", "Bezeichnung;freie Plätze;Stand", "Kurs A;3;14.11.2026");
    let out = catalogue.run(&["import", &file]);
    assert!(out.code == 2 && out.err.contains("\"Stand\" = \"capacity.as_of\""), "{}", out.err);
    let without = catalogue.0.file("b.csv", "1;2\n3;4\n");
    let out = catalogue.run(&["import", &without]);
    assert!(out.code == 2 && out.err.contains("keine davon") && out.err.contains("--propose"), "{}", out.err);
}
