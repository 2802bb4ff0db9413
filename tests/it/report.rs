//! The report on the command line: what it counts, the gaps it tells, its forms, and what it does with hostile text.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::date;
use lotse::{
    catalogue::{Catalogue, Measure, Source},
    german::Analyser,
    locale::{Lang, Texts},
    search::{AxisValue, CrossTab, FilterKey, Request, index_in_memory},
};
use serde_json::Value;

use crate::support::home::{MEASURE, TestHome, json};

const PLACES: &str = r#"[[region]]
id = "nord"
label = "Nordkreis"
[[region]]
id = "sued"
label = "Südkreis"
[[region]]
id = "kreis"
label = "Ganzer Kreis"
[[place]]
id = "oben"
label = "Oben"
region = "nord"
[[place]]
id = "unten"
label = "Unten"
region = "sued"
[[place]]
id = "mitte"
label = "Mitte"
region = "sued"
[[place]]
id = "kreis"
label = "Ganzer Kreis"
region = "kreis"
[[place]]
id = "irgendwo"
label = "Irgendwo"
"#;

const GROUPS: &str = r#"[[target_group]]
id = "alle"
label = "Alle"
[[target_group]]
id = "frauen"
label = "Frauen"
[[target_group]]
id = "jung"
label = "Junge"
[[target_group]]
id = "leer"
label = "Niemand"
"#;

/// An entry that differs from the sound one in these pairs; the sections are given whole.
fn entry(id: &str, groups: &str, places: &str, rest: &str) -> (String, String) {
    let text = MEASURE
        .replace("id = \"m\"", &format!("id = \"{id}\""))
        .replace("Erstes Angebot", &format!("Angebot {id}"))
        .replace("[\"alle\"]", groups)
        .replace("places = [\"hier\"]", &format!("places = {places}"));
    (format!("{id}.toml"), text + rest)
}

/// Six offers: women in the south twice, one of them at two places; young people in the north and in the whole district.
fn home() -> TestHome {
    let home = TestHome::new();
    let entries = [
        entry(
            "a",
            "[\"frauen\"]",
            "[\"unten\", \"mitte\"]",
            "[capacity]\nplaces = 10\nfree = 3\nas_of = 2026-11-18\nwaiting = 2\n",
        ),
        entry(
            "b",
            "[\"frauen\", \"jung\"]",
            "[\"unten\"]",
            "[capacity]\nplaces = 5\nfree = 1\nas_of = 2026-10-01\n[period]\nuntil = 2026-12-31\n",
        ),
        entry("c", "[\"jung\"]", "[\"oben\"]", "[period]\nuntil = 2027-12-31\n"),
        entry("d", "[\"jung\"]", "[\"kreis\"]", ""),
        entry("e", "[\"alle\"]", "[]", "[capacity]\nfree = 4\n"),
        entry("f", "[\"alle\"]", "[\"irgendwo\"]", ""),
    ];
    let entries: Vec<(&str, &str)> = entries.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
    home.catalogue(&entries);
    home.file("small/vocabulary/places.toml", PLACES);
    home.file("small/vocabulary/target_groups.toml", GROUPS);
    // One entry that nobody has confirmed for long, one that is over.
    let old = MEASURE.replace("id = \"m\"", "id = \"old\"").replace("on = 2026-11-01", "on = 2026-01-01");
    home.file("small/measures/old.toml", &old.replace("[\"hier\"]", "[\"oben\"]"));
    home.file("small/measures/over.toml", &old.replace("\"old\"", "\"over\"").replace("running", "ended"));
    home
}

fn report(home: &TestHome, args: &[&str]) -> Value {
    let out = home.run_in_catalogue(&[&["report", "--format", "json"], args].concat());
    assert_eq!((out.code, out.out.lines().count()), (0, 1), "{}", out.err);
    json(&out.out)
}

/// The offers of a table: row, column, number.
fn cell(report: &Value, row: &str, column: &str) -> Value {
    let at = |axis: &str, id: &str| {
        let lines = report["table"][axis].as_array().unwrap();
        lines.iter().position(|line| line["id"] == id).unwrap_or_else(|| panic!("no {id} among {lines:?}"))
    };
    report["table"]["cells"][at("rows", row)][at("columns", column)].clone()
}

#[test]
fn offers_count_in_every_row_and_column_and_once_in_the_sums() {
    let home = home();
    let report = report(&home, &[]);
    assert_eq!(report["offers"], 7);
    // At two places of one region: once.
    assert_eq!(cell(&report, "frauen", "sued")["offers"], 2);
    assert_eq!(cell(&report, "jung", "sued")["offers"], 1);
    assert_eq!(cell(&report, "jung", "nord")["offers"], 1);
    assert_eq!(cell(&report, "jung", "kreis")["offers"], 1);
    let rows = report["table"]["rows"].as_array().unwrap();
    let frauen = rows.iter().find(|row| row["id"] == "frauen").unwrap();
    assert_eq!((&frauen["offers"], &frauen["free"]["sum"]), (&2.into(), &4.into()));
    assert_eq!(report["table"]["absent_rows"], serde_json::json!(["leer"]));
    // Without a region: one has no place, one a place of no region.
    let columns = report["table"]["columns"].as_array().unwrap();
    let unstated = columns.iter().find(|column| column["slot"] == "unstated").unwrap();
    assert_eq!((&unstated["offers"], &unstated["id"]), (&2.into(), &Value::Null));
    let wide: Vec<_> = columns.iter().filter(|column| column["wide"] == true).map(|column| &column["id"]).collect();
    assert_eq!(wide, ["kreis"]);
}

#[test]
fn every_cell_of_the_shipped_catalogue_is_what_its_entries_say() {
    let today = date(2026, 11, 20);
    let Catalogue { register, measures, .. } = Catalogue::load(&Source::Embedded, today).unwrap();
    let texts = Arc::new(Texts::new(Lang::De));
    let snapshot = index_in_memory(register.clone(), measures.iter().cloned(), measures.len(), texts).unwrap();
    let cross_tab =
        CrossTab { rows: FilterKey::TargetGroup, columns: FilterKey::Region, aside: false, breakdowns: false };
    let request = Request { limit: 0, cross_tab: Some(cross_tab), ..Request::new("", today) };
    let report = snapshot.answer(&request, &mut Analyser::new()).unwrap().report.unwrap();
    let table = &report.table;
    let fits = |slot: &AxisValue, having: &BTreeSet<&str>| match slot {
        AxisValue::All => true,
        AxisValue::Value(id) => having.contains(&**id),
        AxisValue::Unstated => having.is_empty(),
    };
    let mut seen = 0;
    for (row, of_row) in table.rows.lines.iter().enumerate() {
        for (column, of_column) in table.columns.lines.iter().enumerate() {
            let counts = |measure: &&Measure| {
                let groups = measure.target_groups.iter().map(|id| id.as_str()).collect();
                let regions = measure.places.iter().filter_map(|place| Some(register.region_of(place)?.as_str()));
                let current = !measure.status.is_over();
                current && fits(&of_row.slot, &groups) && fits(&of_column.slot, &regions.collect())
            };
            let expected: Vec<&Measure> = measures.iter().filter(counts).collect();
            let dated = expected.iter().filter(|measure| measure.capacity.as_of.is_some());
            let free: u32 = dated.filter_map(|measure| measure.capacity.free).sum();
            let cell = table.cell(row, column);
            assert_eq!((cell.offers, cell.free.sum), (expected.len(), free.into()), "{of_row:?} {of_column:?}");
            seen += cell.offers;
        }
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn the_overview_says_what_is_known_and_how_old_it_is() {
    let overview = report(&home(), &[])["overview"].clone();
    for (name, expected) in [
        ("places", serde_json::json!({"sum": 15, "offers": 2})),
        ("free", serde_json::json!({"sum": 4, "offers": 2})),
        ("free_undated", 1.into()),
        ("free_stale", 1.into()),
        ("free_oldest", "2026-10-01".into()),
        ("free_newest", "2026-11-18".into()),
        ("waiting", serde_json::json!({"sum": 2, "offers": 1})),
        ("overdue", 1.into()),
        ("ending", 1.into()),
        ("without_place", 1.into()),
        ("without_region", 1.into()),
    ] {
        assert_eq!(overview[name], expected, "{name}");
    }
}

#[test]
fn gaps_are_told_between_places_of_one_kind() {
    let home = home();
    let gaps = report(&home, &[])["gaps"].clone();
    let told: Vec<_> = gaps
        .as_array()
        .unwrap()
        .iter()
        .map(|gap| (gap["subject"]["id"].as_str().unwrap(), gap["place"]["id"].as_str().unwrap()))
        .collect();
    // For everybody there is one in the north, and one nobody knows where. The whole district has no gap.
    assert_eq!(told, [("frauen", "nord"), ("alle", "sued")]);
    let out = home.run_in_catalogue(&["report", "--section", "gaps"]).out;
    assert!(out.contains("Lücken: 2\n- Frauen: kein Angebot in Nordkreis. Anderswo: Südkreis 2."), "{out}");
    // The same the other way round, and none where no places are crossed.
    let turned = report(&home, &["--rows", "region", "--columns", "target-group"])["gaps"].clone();
    assert_eq!(turned, gaps);
    assert_eq!(report(&home, &["--columns", "category"])["gaps"], serde_json::json!([]));
    let asked = ["report", "--section", "gaps", "--columns", "status"];
    let out = home.run_in_catalogue(&asked).out;
    assert!(out.contains("Regionen oder Orte"), "{out}");
    let out = home.run_in_catalogue(&[&asked[..], &["--format", "csv"]].concat());
    assert!(out.out.is_empty() && out.err.contains("Regionen oder Orte"), "{}", out.err);
    // Whoever is served in the whole district besides has a gap all the same, and is told.
    let out = home.run_in_catalogue(&["report", "--section", "gaps", "--lang", "en", "--columns", "place"]).out;
    assert!(
        out.contains("Junge: no offer in Mitte, Irgendwo. Elsewhere: Oben 1, Unten 1. Overarching:\n  Ganzer Kreis 1."),
        "{out}"
    );
}

#[test]
fn words_and_filters_narrow_it_like_a_search() {
    let home = home();
    for args in
        [&["angebot"][..], &["--region", "sued"], &["zg:frauen"], &["--status", "ended"], &["--free"], &["-frauen"]]
    {
        let found = home.run_in_catalogue(&[&["search", "--format", "json", "--kind", "measure"], args].concat());
        assert_eq!(report(&home, args)["offers"], json(&found.out)["total"], "{args:?}");
    }
    // A chosen value is a row, also where nothing is left of it.
    let narrowed = report(&home, &["--target-group", "leer", "--target-group", "frauen", "--region", "sued"]);
    assert_eq!(narrowed["offers"], 2);
    assert_eq!(cell(&narrowed, "leer", "sued")["offers"], 0);
    assert_eq!(narrowed["table"]["columns"].as_array().unwrap().len(), 1);
}

#[test]
fn single_dimensions_are_counted_most_offers_first() {
    let report = report(&home(), &[]);
    assert_eq!(report["breakdowns"].as_object().unwrap().len(), 6);
    let coordinator = &report["breakdowns"]["coordinator"][0];
    assert_eq!(
        (&coordinator["id"], &coordinator["offers"], &coordinator["overdue"]),
        (&"team-eins".into(), &7.into(), &1.into())
    );
    for (name, lines) in report["breakdowns"].as_object().unwrap() {
        let counts: Vec<_> = lines.as_array().unwrap().iter().map(|line| line["offers"].as_u64().unwrap()).collect();
        assert!(counts.is_sorted_by(|a, b| a >= b), "{name}: {counts:?}");
    }
}

#[test]
fn the_text_is_what_people_read() {
    let home = home();
    let out = home.run_in_catalogue(&["report"]);
    assert_eq!(out.code, 0);
    for line in [
        "Auswertung: Probe",
        "Stand 20.11.2026",
        "7 Angebote; beendete und archivierte zählen nicht mit.",
        "- Freie Plätze: 4 in 2 Angeboten (Stand 01.10.2026 bis 18.11.2026) – eine der",
        "- Freie Plätze ohne Datum: ein Angebot, nicht mitgezählt",
        "- Zeitraum endet in 90 Tagen: bei einem Angebot",
        "Frauen          2            -          : 2            0            0",
        "Ohne Angebot: Niemand",
        "Übergreifend, dort gilt ein fehlendes Angebot nicht als Lücke: Ganzer Kreis",
        "Team Eins 1 von 7 ####",
    ] {
        assert!(out.out.contains(line), "{line:?} is not in\n{}", out.out);
    }
    assert!(out.out.lines().all(|line| line.chars().count() <= 80), "{}", out.out);
    assert!(!out.out.contains('\u{1b}'));
    let blocks = home.run_with(&["report"], &[("LOTSE_CATALOGUE", &home.path("small")), ("LANG", "de_DE.UTF-8")]);
    assert!(blocks.out.contains("▒ 2") && blocks.out.contains("Team Eins 1 von 7 ███"), "{}", blocks.out);
    let none = home.run_in_catalogue(&["report", "gibtesnicht"]);
    assert_eq!(none.code, 1);
    assert!(none.out.contains("Es gibt nichts auszuwerten"), "{}", none.out);
}

#[test]
fn words_instead_of_drawings_for_screen_readers() {
    let home = home();
    home.settings("screen_reader = true\n");
    let out = home.run_in_catalogue(&["report", "--section", "table"]).out;
    assert!(out.contains("Frauen: gesamt 2, Nordkreis 0 (Lücke), Südkreis 2, Ganzer Kreis 0, ohne Angabe 0"), "{out}");
    assert!(!out.contains(['#', '█', '░']), "{out}");
}

#[test]
fn every_part_is_a_table_of_its_own_as_csv() {
    let home = home();
    let rows = |args: &[&str]| -> Vec<Vec<String>> {
        let out = home.run_in_catalogue(&[&["report", "--format", "csv"], args].concat());
        assert_eq!(out.code, 0, "{}", out.err);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.out.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    };
    let table = rows(&[]);
    assert_eq!(
        table[0],
        ["target_group", "Zielgruppe", "gesamt", "Nordkreis", "Südkreis", "Ganzer Kreis", "ohne Angabe"]
    );
    assert!(table.contains(&["frauen", "Frauen", "2", "0", "2", "0", "0"].map(str::to_owned).to_vec()), "{table:?}");
    let free = rows(&["--figure", "free"]);
    assert!(free.contains(&["jung", "Junge", "1", "", "1", "", "0"].map(str::to_owned).to_vec()), "{free:?}");
    let gaps = rows(&["--section", "gaps"]);
    assert_eq!(gaps[1], ["frauen", "Frauen", "nord", "Nordkreis", "2", "Südkreis 2", ""]);
    for section in ["overview", "table", "gaps", "type", "legal-basis", "category", "status", "provider", "coordinator"]
    {
        assert!(rows(&["--section", section]).len() > 1, "{section}");
    }
}

#[test]
fn hostile_names_drive_neither_terminal_nor_spreadsheet() {
    let home = home();
    home.file(
        "small/vocabulary/target_groups.toml",
        &GROUPS.replace("\"Frauen\"", "\"=cmd|'/C calc'!A0\"").replace("\"Junge\"", "\"\\u001b[2JJunge\\u202e\""),
    );
    for format in ["text", "json", "csv"] {
        let out = home.run_in_catalogue(&["report", "--format", format]).out;
        assert!(!out.contains(['\u{1b}', '\u{202e}']), "{out:?}");
    }
    let out = home.run_in_catalogue(&["report", "--format", "csv"]).out;
    assert!(out.contains(",'=cmd|"), "{out}");
}

#[test]
fn a_file_takes_the_report() {
    let home = home();
    let file = home.path("report.csv");
    let out = home.run_in_catalogue(&["report", "--format", "csv", "-o", &file]);
    assert_eq!((out.code, out.out.as_str()), (0, ""));
    assert!(out.err.contains("report.csv"), "{}", out.err);
    let direct = home.run_in_catalogue(&["report", "--format", "csv"]).out;
    assert_eq!(std::fs::read_to_string(&file).unwrap(), direct);
    let missing = home.path("missing/report.csv");
    let out = home.run_in_catalogue(&["report", "-o", &missing]);
    assert_eq!(out.code, 3);
    assert!(out.err.contains("lässt sich nicht schreiben"), "{}", out.err);
    // No report takes the place of an entry.
    let entry = home.path("small/measures/report.toml");
    let out = home.run_in_catalogue(&["report", "-o", &entry]);
    assert!(out.code == 2 && !std::path::Path::new(&entry).exists(), "{}", out.err);
}

/// Colleagues read what one of them has made, and a link stays a link.
#[cfg(unix)]
#[test]
fn a_report_keeps_link_and_rights_of_the_file_that_it_replaces() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let home = home();
    let (file, link) = (home.file("real.csv", "alt"), home.path("link.csv"));
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o664)).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let before = std::fs::metadata(&file).unwrap().ino();
    assert_eq!(home.run_in_catalogue(&["report", "--format", "csv", "-o", &link]).code, 0);
    let after = std::fs::metadata(&file).unwrap();
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(after.mode() & 0o777, 0o664);
    assert_ne!(after.ino(), before, "another file took its place in one step");
}

#[test]
fn wrong_use_says_what_is_possible() {
    let home = home();
    let out = home.run_in_catalogue(&["report", "--rows", "region", "--columns", "region"]);
    assert_eq!(out.code, 2);
    assert!(out.err.contains("Zeilen und Spalten zeigen beide „Region“"), "{}", out.err);
    let out = home.run_in_catalogue(&["report", "--rows", "regoin"]);
    assert_eq!(out.code, 2);
    assert!(out.err.contains("Meinten Sie „region“?"), "{}", out.err);
    let out = home.run_in_catalogue(&["report", "--region", "nirgends"]);
    assert_eq!((out.code, out.out.as_str()), (2, ""));
}
