//! From the tables of other offices to a catalogue, with nothing but the proposal and its gaps filled in.

use std::fs;

use super::walk::ImportCatalogue;

/// Merged headings, sums, a footnote and a legend below; as a spreadsheet saves it.
const MERGED: &str = "\
Maßnahmeübersicht;;;;;;;;;;;;;
lfd. Nr.;Maßnahme;;Träger;;Ansprechpartner;;Laufzeit;;Plätze;;Zielgruppe;Rechtsgrundlage;Koordinator JC
;Nr.;Bezeichnung;Name;Anschrift;Name;Telefon;von;bis;gesamt;frei;;;
1;M-00-00101;Aktiv in Arbeit;GWAB mbH;Weg 1, Wetzlar;Leitung;06441 900001;04.01.2027;laufend;16;3 (Stand 10.11.);Langzeitleistungsbezug/Alleinerziehende;§ 45 SGB III;Aktivierung
2;M-00-00102;Frauen & Beruf;Bildungswerk d. Hess. Wirtschaft;Wetzlar;Büro;06441 900002;01.02.2027;Juli 2027;12;5;Frauen und Alleinerziehende;SGB II §16d;Frauen
Summe;;;;;;;;;28;8;;;
* laut Vertrag;;;;;;;;;;;;;
;;;;;;;;;;;;;
Kürzel;Bedeutung;;;;;;;;;;;;
";

/// What a person decides where the proposal leaves it open.
const DECIDED: &[(&str, &str)] = &[
    ("# types = [\"...\"]", "types = [\"coaching\"]"),
    ("# summary = \"...\"", "summary = \"Hilft bei der Suche nach Arbeit.\""),
    ("# places = [\"...\"]", "places = [\"wetzlar\"]"),
    ("# status =", "status ="),
    ("# \"confirmed.on\" =", "\"confirmed.on\" ="),
    ("\"§ 45 SGB III\" = \"\"", "\"§ 45 SGB III\" = \"mat\""),
];

fn filled(proposed: &str) -> String {
    let fill = |text: String, (open, decided): &(&str, &str)| {
        assert!(text.contains(open), "{open} in\n{text}");
        text.replace(open, decided)
    };
    DECIDED.iter().fold(proposed.to_owned(), fill)
}

#[test]
fn a_table_with_merged_headings_needs_nothing_but_its_gaps_filled() {
    let desk = ImportCatalogue::new();
    let table = desk.0.file("tabelle.csv", MERGED);
    let proposed = desk.run(&["import", &table, "--propose"]).out;
    for line in [
        "\"Ansprechpartner / Name\" = \"contact.name\"",
        "\"Koordinator JC\" = \"coordinator\"",
        "ignore = [\"lfd. Nr.\"]",
        "skip_rows = [7, 9]",
        "{ text = \"{capacity.free} (Stand 10.11.)\", set = { \"capacity.as_of\" = 2026-11-10 } },",
        "date_formats = [\"MMM JJJJ\"]",
        "  \"laufend\",",
        "\"GWAB mbH\" = \"gwab\"",
        "\"Bildungswerk d. Hess. Wirtschaft\" = \"bwhw\"",
        "\"§ 45 SGB III\" = \"\"   # eines von: mat („Heranführung",
    ] {
        assert!(proposed.contains(line), "{line} in\n{proposed}");
    }
    let mapping = desk.0.file("zuordnung.toml", &filled(&proposed));
    let done = desk.run(&["import", &table, "--mapping", &mapping]);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    let entries = desk.entries();
    let first = &entries["aktiv-in-arbeit.toml"];
    for line in ["free = 3", "as_of = 2026-11-10", "coordinator = \"koordination-aktivierung\"", "name = \"Leitung\""] {
        assert!(first.contains(line), "{line} in\n{first}");
    }
    let second = &entries["frauen-beruf.toml"];
    for line in ["until = 2027-07-31", "[\"frauen\", \"alleinerziehende\"]", "legal_bases = [\"agh\"]"] {
        assert!(second.contains(line), "{line} in\n{second}");
    }
    assert_eq!(desk.run(&["check"]).code, 0);
}

#[test]
fn times_of_day_and_zeros_behind_the_comma_do_no_harm() {
    let desk = ImportCatalogue::new();
    let text = "ID;Maßnahmebezeichnung;Maßnahmebeginn;Wochenstunden;Status\n\
                701;Baustein;2026-01-07 00:00:00;30,0;aktiv\n";
    let table = desk.0.file("auszug.csv", text);
    let proposed = desk.run(&["import", &table, "--propose"]).out;
    assert!(proposed.contains("# \"ID\" = \"\""), "a running number is no id: {proposed}");
    assert!(proposed.contains("\"aktiv\" = \"running\"   # geraten: „läuft“"), "{proposed}");
    let mapping = "[columns]\n\"Maßnahmebezeichnung\" = \"title\"\n\"Maßnahmebeginn\" = \"period.from\"\n\
                   \"Wochenstunden\" = \"schedule.hours_per_week\"\n[values.status]\n\"aktiv\" = \"running\"\n[fixed]\n\
                   category = \"measure\"\ntypes = [\"coaching\"]\nsummary = \"Hilft.\"\ntarget_groups = [\"alle\"]\n\
                   legal_bases = [\"mat\"]\nprovider = \"gwab\"\nplaces = [\"wetzlar\"]\nstatus = \"running\"\n\
                   \"confirmed.on\" = 2026-11-01\n";
    let mapping = desk.0.file("zuordnung.toml", mapping);
    let done = desk.run(&["import", &table, "--mapping", &mapping]);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    let entry = &desk.entries()["baustein.toml"];
    assert!(entry.contains("from = 2026-01-07") && entry.contains("hours_per_week = 30"), "{entry}");
}

#[test]
fn a_catalogue_without_providers_says_what_comes_first() {
    let desk = ImportCatalogue::new();
    fs::remove_file(desk.0.path("kat/providers.toml")).unwrap();
    let table = desk.0.file("tabelle.csv", MERGED);
    let proposed = desk.run(&["import", &table, "--propose"]);
    assert!(proposed.out.contains("# providers.toml fehlt im Katalog oder ist leer."), "{}", proposed.out);
}
