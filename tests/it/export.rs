//! `lotse export` as colleagues and scripts use it: what is in the file, what is not, and where it goes.

use std::{collections::BTreeSet, fs, io::Cursor};

use calamine::{Data, Reader as _, Xlsx};
use lotse::{
    exchange::export::FORMATS,
    locale::{Lang, Texts},
};
use serde_json::Value;

use crate::support::home::{MEASURE, TestHome, json};

/// An entry with a value for everything that is special about a format.
const FULL: &str = r#"id = "voll"
title = "Volles Angebot"
short = "VA"
aliases = ["Anderer Name; mit Semikolon", "Dritter Name"]
category = "measure"
types = ["coaching"]
summary = "Ein Angebot zum Prüfen."
content = """
- ein Punkt
- "zwei"
"""
target_groups = ["alle"]
admission = "Ab 18."
exclusion = "Nicht mit Wohnsitz anderswo."
legal_bases = ["mat"]
funding = "free"
documents = ["Ausweis"]
links = ["mailto:x@example.org", "https://example.org/a b", "https://example.org/flyer.pdf"]
provider = "traeger"
coordinator = "team-eins"
places = ["hier"]
childcare = "unknown"
accessibility = "step_free"
status = "full"
internal_note = "Nur unter uns."
source = "Blatt 3"

[eligibility]
age_min = 18
age_max = 24
benefits = ["sgb2", "none"]

[schedule]
setting = "group"
delivery = "online"
time_model = "part_time"
hours_per_week = 20
weeks_max = 1
entry = "fixed"
start_dates = [2027-01-11, 2027-04-12]

[period]
from = 2026-01-01
until = 2027-12-31

[capacity]
places = 16
free = 0
as_of = 2026-11-14

[contact]
name = "Teilnahmeberatung"
phone = "0000 000-9"
email = "beratung@example.org"

[confirmed]
on = 2026-11-01
by = "team-eins"
"#;

/// What nobody outside may see.
const INTERNAL: &str = "Nur unter uns.";

fn house_with(measures: &[(&str, &str)]) -> TestHome {
    let home = TestHome::new();
    home.catalogue(measures);
    home
}

/// A second and third entry beside [`MEASURE`]: with this status.
fn with_status(id: &str, status: &str) -> String {
    let text = MEASURE.replace("id = \"m\"", &format!("id = \"{id}\""));
    text.replace("status = \"running\"", &format!("status = \"{status}\""))
}

fn rows(csv: &[u8]) -> Vec<Vec<String>> {
    let text = csv.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The cell under a heading in the only row.
fn cell(rows: &[Vec<String>], heading: &str) -> String {
    let column = rows[0].iter().position(|cell| cell == heading).unwrap_or_else(|| panic!("{heading}: {:?}", rows[0]));
    rows[1][column].clone()
}

fn ids(rows: &[Vec<String>]) -> BTreeSet<String> {
    rows[1..].iter().map(|row| row[0].clone()).collect()
}

/// A line of the table of formats is enough for the command line, its help, the completions, and the endings of files.
#[test]
fn every_format_is_offered_and_known_by_its_ending() {
    let home = house_with(&[("voll.toml", FULL)]);
    let help = home.run_in_catalogue(&["export", "--help"]).out;
    let completions = home.run_in_catalogue(&["completions", "fish"]).out;
    let internal = |format: &str| {
        home.run_in_catalogue(&["export", "--internal", "--format", format, "-o", &home.path("internal")])
    };
    let mut endings: Vec<&str> = Vec::new();
    for format in &FORMATS {
        assert!(help.contains(format.name) && completions.contains(format.name), "{}", format.name);
        let about = Texts::new(Lang::De).get(&format!("export-format-{}", format.name)).into_owned();
        assert!(completions.contains(about.split(['(', ',', ';']).next().unwrap()), "{about}");
        for extension in format.extensions {
            let named = home.path(&format!("{}.{extension}", format.name));
            let out = home.run_in_catalogue(&["export", "--format", format.name, "-o", &named]);
            assert_eq!((out.code, out.out.as_str()), (0, ""), "{}", out.err);
            assert!(!out.err.contains("endet auf"), "{named}: {}", out.err);
            let first = !endings.contains(extension);
            endings.push(extension);
            let guessed = home.path(&format!("guessed.{extension}"));
            home.run_in_catalogue(&["export", "-o", &guessed]);
            assert_eq!(first, fs::read(&guessed).unwrap() == fs::read(&named).unwrap(), "{extension}");
        }
        let out = internal(format.name);
        assert_eq!(!format.internal, out.err.contains("Internes ist auch mit --internal nicht dabei"), "{}", out.err);
        let odd = home.path("a.odd");
        let out = home.run_in_catalogue(&["export", "--format", format.name, "-o", &odd]);
        assert!(out.err.contains("„.odd“") && out.err.contains(&format.extension().to_uppercase()), "{}", out.err);
    }
}

/// The list of formats in the handbook, made of the table of formats and its texts.
#[test]
fn the_handbook_lists_every_format() {
    const HEAD: &str = "| Format | für wen | was drinsteht |\n|---|---|---|\n";
    let texts = Texts::new(Lang::De);
    let row = |name: &str| {
        let [whom, content] =
            ["format", "content"].map(|what| texts.get(&format!("export-{what}-{name}")).into_owned());
        format!("| `{name}` | {whom} | {} |\n", content.replace("hsds.md", "[hsds.md](hsds.md)"))
    };
    let made: String = FORMATS.iter().map(|format| row(format.name)).collect();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ausgeben.md");
    let page = fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(HEAD).unwrap();
    let end = rest.find("\n\n").unwrap() + 1;
    if std::env::var_os("LOTSE_WRITE_DOCS").is_some() {
        fs::write(&path, [before, HEAD, &made, &rest[end..]].concat()).unwrap();
        return;
    }
    assert!(rest[..end] == *made, "docs/ausgeben.md is out of date: LOTSE_WRITE_DOCS=1 cargo test --test it export");
}

#[test]
fn csv_is_what_a_german_excel_opens() {
    let home = house_with(&[("voll.toml", FULL)]);
    let out = home.run_in_catalogue(&["export", "-o", &home.path("a.csv")]);
    assert_eq!((out.code, out.out.as_str()), (0, ""), "{}", out.err);
    assert!(out.err.contains("Ein Angebot steht jetzt in") && out.err.contains("a.csv"), "{}", out.err);
    let file = fs::read(home.path("a.csv")).unwrap();
    let rows = rows(&file);
    assert!(file.ends_with(b"\r\n") && !String::from_utf8_lossy(&file).contains('›'));
    assert_eq!(rows.len(), 2);
    assert_eq!(cell(&rows, "Kennung"), "voll");
    assert_eq!(cell(&rows, "Andere Namen"), "Anderer Name; mit Semikolon\nDritter Name");
    assert_eq!(cell(&rows, "Inhalt"), "'- ein Punkt\n- \"zwei\"");
    assert_eq!(cell(&rows, "Träger"), "Der Träger");
    assert_eq!(cell(&rows, "Status"), "voll belegt");
    assert_eq!(cell(&rows, "Leistungsbezug"), "SGB II; ohne Leistungsbezug");
    assert_eq!(cell(&rows, "Starttermine"), "2027-01-11; 2027-04-12");
    assert_eq!(cell(&rows, "Freie Plätze"), "0");
    assert_eq!(cell(&rows, "Wartezeit"), "");
    let english = home.run_in_catalogue(&["export", "--lang", "en"]);
    let rows = self::rows(english.out.as_bytes());
    assert_eq!((cell(&rows, "Status"), cell(&rows, "Benefits")), ("full".into(), "SGB II; without benefits".into()));
}

#[test]
fn words_and_filters_choose_as_in_a_search() {
    let home = TestHome::new();
    for args in [
        &[][..],
        &["beratung", "-sucht"],
        &["frauen", "--place", "wetzlar"],
        &["zg:frauen", "--status", "planned", "--status", "running"],
        &["--status", "ended"],
        &["--free"],
        &["§ 16d"],
    ] {
        let searched =
            home.run(&[&["search", "--kind", "measure", "--limit", "500", "--format", "json"], args].concat());
        let hits = json(&searched.out)["hits"].clone();
        let found: BTreeSet<String> =
            hits.as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap().to_owned()).collect();
        let out = home.run(&[&["export"], args].concat());
        let given = if out.code == 0 { ids(&rows(out.out.as_bytes())) } else { BTreeSet::new() };
        assert_eq!(given, found, "{args:?}: {}", out.err);
        assert_eq!(out.code, searched.code, "{args:?}");
    }
    for (args, words) in [
        (&["export", "--place", "wetzlra"][..], "Meinten Sie „"),
        (&["export", "ort:wetzlra"], "Meinten Sie „"),
        (&["export", "--format", "doc"], &FORMATS.each_ref().map(|format| format.name).join(", ")),
        (&["export", "-o"], "fehlt der Wert"),
    ] {
        let out = home.run(args);
        assert_eq!((out.code, out.out.as_str()), (2, ""), "{args:?}");
        assert!(out.err.contains(words), "{args:?}: {}", out.err);
    }
}

#[test]
fn what_is_over_is_left_out_and_told() {
    let (ended, archived) = (with_status("ended", "ended"), with_status("archived", "archived"));
    let home = house_with(&[("m.toml", MEASURE), ("ended.toml", &ended), ("archived.toml", &archived)]);
    let given = |args: &[&str]| {
        let out = home.run_in_catalogue(&[&["export"], args].concat());
        (ids(&rows(out.out.as_bytes())).into_iter().collect::<Vec<_>>().join(" "), out.err)
    };
    let (ids, err) = given(&[]);
    assert_eq!(ids, "m");
    assert!(err.contains("2 beendete oder archivierte Angebote sind nicht dabei") && err.contains("--all"), "{err}");
    assert_eq!(given(&["--all"]), ("archived ended m".to_owned(), String::new()));
    assert_eq!(given(&["--status", "ended"]), ("ended".to_owned(), String::new()));
    assert_eq!(given(&["status:archiviert"]), ("archived".to_owned(), String::new()));
}

#[test]
fn no_match_is_an_answer_and_writes_nothing() {
    let home = house_with(&[("m.toml", MEASURE)]);
    let before = home.file("a.csv", "von gestern");
    let out = home.run_in_catalogue(&["export", "xqzwyv", "-o", &before]);
    assert_eq!((out.code, out.out.as_str()), (1, ""));
    assert!(out.err.contains("nichts auszugeben"), "{}", out.err);
    assert_eq!(fs::read_to_string(&before).unwrap(), "von gestern");
    let out = home.run_in_catalogue(&["export", "erstes unsinnswort"]);
    assert!(out.code == 0 && out.err.contains("Kein Angebot enthält alle 2 Wörter"), "{}", out.err);
}

#[test]
fn internal_notes_go_along_only_when_asked_for_and_never_into_hsds() {
    let home = house_with(&[("voll.toml", FULL)]);
    for format in ["csv", "json"] {
        assert!(!home.run_in_catalogue(&["export", "--format", format]).out.contains(INTERNAL));
        assert!(home.run_in_catalogue(&["export", "--format", format, "--internal"]).out.contains(INTERNAL));
    }
    let sheet = |args: &[&str]| {
        let path = home.path("a.xlsx");
        home.run_in_catalogue(&[&["export", "-o", &path], args].concat());
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(fs::read(&path).unwrap())).unwrap();
        let cells = |sheet: &str| format!("{:?}", book.worksheet_range(sheet).unwrap());
        ["Angebote", "Legende"].map(cells).concat()
    };
    assert!(!sheet(&[]).contains(INTERNAL) && !sheet(&[]).contains("internal_note"));
    assert!(sheet(&["--internal"]).contains(INTERNAL));
    let out = home.run_in_catalogue(&["export", "--format", "hsds", "--internal"]);
    assert_eq!(out.code, 0);
    assert!(out.err.contains("Internes"), "{}", out.err);
    for word in [INTERNAL, "team-eins", "Team Eins", "eins@example.org", "Blatt 3"] {
        assert!(!out.out.contains(word), "{word}");
    }
}

#[test]
fn text_can_neither_become_a_formula_nor_drive_a_terminal() {
    let hostile = MEASURE
        .replace("title = \"Erstes Angebot\"", "title = \"=HYPERLINK(\\\"http://x\\\")\\u001b]52;c;QUJD\\u0007\"")
        .replace(
            "summary = \"Ein Angebot zum Prüfen.\"",
            "summary = \"@a\\u202Eb\\u0000\\uFEFF _x0041_ http://example.org\"",
        );
    let home = house_with(&[("m.toml", &hostile)]);
    let driving = |c: char| (c.is_control() && c != '\n' && c != '\r') || ('\u{202a}'..='\u{202e}').contains(&c);
    for format in FORMATS.iter().filter(|format| !format.binary).map(|format| format.name) {
        let out = home.run_in_catalogue(&["export", "--format", format]);
        assert_eq!(out.code, 0, "{}", out.err);
        assert!(!out.out.contains(driving) && !out.err.contains(driving), "{format}: {:?}", out.out);
    }
    let rows = rows(home.run_in_catalogue(&["export"]).out.as_bytes());
    assert_eq!(cell(&rows, "Titel"), "'=HYPERLINK(\"http://x\")␛]52;c;QUJD␇");
    let path = home.path("a.xlsx");
    home.run_in_catalogue(&["export", "-o", &path]);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(fs::read(&path).unwrap())).unwrap();
    let sheet = book.worksheet_range("Angebote").unwrap();
    assert_eq!(sheet.get((1, 1)), Some(&Data::String("=HYPERLINK(\"http://x\")␛]52;c;QUJD␇".to_owned())));
    let summary = sheet.rows().nth(1).unwrap().iter().find(|cell| cell.to_string().starts_with('@')).unwrap();
    assert_eq!(summary.to_string(), "@ab␀ _x0041_ http://example.org");
    assert!(book.worksheet_formula("Angebote").unwrap().used_cells().next().is_none());
}

#[test]
fn xlsx_has_numbers_and_days() {
    let home = house_with(&[("voll.toml", FULL)]);
    let out = home.run_in_catalogue(&["export", "-o", &home.path("a.xlsx")]);
    assert_eq!((out.code, out.out.as_str()), (0, ""), "{}", out.err);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(fs::read(home.path("a.xlsx")).unwrap())).unwrap();
    let sheet = book.worksheet_range("Angebote").unwrap();
    let under = |heading: &str| {
        let column = sheet.rows().next().unwrap().iter().position(|cell| cell == heading).unwrap();
        sheet.get((1, column)).unwrap().clone()
    };
    assert_eq!(under("Plätze insgesamt"), Data::Float(16.0));
    let Data::DateTime(day) = under("Stand der Plätze") else { panic!("a day") };
    assert_eq!(day.to_ymd_hms_milli(), (2026, 11, 14, 0, 0, 0, 0));
    assert_eq!(under("Telefon Ansprechstelle"), Data::String("0000 000-9".to_owned()));
}

#[test]
fn json_has_the_structure_of_the_files() {
    let home = house_with(&[("voll.toml", FULL)]);
    let out = home.run_in_catalogue(&["export", "--format", "json"]);
    let document = json(&out.out);
    assert_eq!((&document["format"], &document["version"]), (&"lotse-catalogue".into(), &1.into()));
    assert_eq!(document["exported"], "2026-11-20");
    let entry = &document["measures"][0];
    assert_eq!(entry["aliases"], serde_json::json!(["Anderer Name; mit Semikolon", "Dritter Name"]));
    assert_eq!(entry["content"], "- ein Punkt\n- \"zwei\"");
    assert_eq!(entry["status"], "full");
    assert_eq!(entry["capacity"], serde_json::json!({"places": 16, "free": 0, "as_of": "2026-11-14"}));
    assert_eq!(entry["schedule"]["start_dates"], serde_json::json!(["2027-01-11", "2027-04-12"]));
    for absent in ["waiting_time", "goals", "internal_note"] {
        assert!(entry.get(absent).is_none(), "{absent}");
    }
    let german =
        home.run_with(&["export", "--format", "json", "--lang", "en"], &[("LOTSE_CATALOGUE", &home.path("small"))]);
    assert_eq!(german.out, out.out, "codes are the same in every language");
}

#[test]
fn the_name_of_the_file_decides_unless_a_format_is_named() {
    let home = house_with(&[("m.toml", MEASURE)]);
    let begins = |name: &str, args: &[&str]| {
        let path = home.path(name);
        let out = home.run_in_catalogue(&[&["export", "-o", &path], args].concat());
        assert_eq!(out.code, 0, "{}", out.err);
        (fs::read(&path).unwrap()[..2].to_vec(), out.err)
    };
    assert_eq!(begins("a.XLSX", &[]).0, b"PK");
    assert_eq!(begins("a.json", &[]).0, b"{\n");
    assert_eq!(begins("h.json", &["--format", "hsds"]).0, b"[\n");
    assert_eq!(begins("liste", &[]).0, &"\u{feff}".as_bytes()[..2]);
    let (bytes, err) = begins("a.xls", &[]);
    assert_eq!(bytes, &"\u{feff}".as_bytes()[..2]);
    assert!(err.contains("„.xls“") && err.contains("CSV"), "{err}");
}

#[test]
fn what_does_not_fit_into_xlsx_is_told_and_nothing_is_cut() {
    let long = MEASURE.replace("[schedule]", &format!("content = \"{}\"\n\n[schedule]", "lang ".repeat(8_000)));
    let home = house_with(&[("m.toml", &long)]);
    let path = home.file("a.xlsx", "von gestern");
    let out = home.run_in_catalogue(&["export", "-o", &path]);
    assert_eq!(out.code, 3);
    for words in ["„m“", "„Inhalt“", "39.999", "32.767", "--format csv"] {
        assert!(out.err.contains(words), "{words}: {}", out.err);
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), "von gestern");
    let rows = rows(home.run_in_catalogue(&["export"]).out.as_bytes());
    assert_eq!(cell(&rows, "Inhalt").len(), 39_999);
}

#[test]
fn files_that_cannot_be_read_are_named_and_the_others_are_given_out() {
    let home = house_with(&[("m.toml", MEASURE), ("kaputt.toml", "id = \"kaputt\"\ntitle = \n")]);
    let out = home.run_in_catalogue(&["export"]);
    assert_eq!(out.code, 0);
    assert_eq!(ids(&rows(out.out.as_bytes())), BTreeSet::from(["m".to_owned()]));
    assert!(out.err.contains("measures/kaputt.toml") && out.err.contains("lotse check"), "{}", out.err);
}

#[test]
fn values_that_a_field_must_not_hold_are_not_lost() {
    let faulty = MEASURE.replace("[confirmed]", "[capacity]\nfree = \"drei\"\n\n[confirmed]");
    let home = house_with(&[("m.toml", &faulty)]);
    let out = home.run_in_catalogue(&["export"]);
    assert_eq!(cell(&rows(out.out.as_bytes()), "Freie Plätze"), "\"drei\"");
    assert!(out.err.contains("lotse check"), "{}", out.err);
}

#[test]
fn an_export_replaces_no_folder_and_nothing_of_the_catalogue() {
    let home = house_with(&[("m.toml", MEASURE)]);
    let refused = |target: &str, code: i32| {
        let out = home.run_in_catalogue(&["export", "--format", "json", "-o", &home.path(target)]);
        assert_eq!((out.code, out.out.as_str()), (code, ""), "{target}: {}", out.err);
        assert!(out.err.contains("Fehler: „"), "{}", out.err);
    };
    refused("small", 3);
    refused("gibt-es-nicht/a.csv", 3);
    refused("small/measures/neu.csv", 2);
    refused("small/measures/../measures/m.toml", 2);
    refused("small/providers.toml", 2);
    refused("small/vocabulary/liste.json", 2);
    assert_eq!(fs::read_to_string(home.path("small/measures/m.toml")).unwrap(), MEASURE);
    assert_eq!(fs::read_dir(home.path("small/measures")).unwrap().count(), 1);
}

#[test]
fn stdout_may_be_a_pipe_that_closes() {
    let home = TestHome::new();
    let mut command = home.command(&["export", "--format", "hsds"]);
    let mut child = command.stdout(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
    let dash = house_with(&[("m.toml", MEASURE)]).run_in_catalogue(&["export", "-o", "-"]);
    assert_eq!(ids(&rows(dash.out.as_bytes())), BTreeSet::from(["m".to_owned()]));
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_mode_a_link_its_target_and_a_device_stays_one() {
    use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};
    let home = house_with(&[("m.toml", MEASURE)]);
    let path = home.file("a.csv", "von gestern");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&path, home.path("link.csv")).unwrap();
    let out = home.run_in_catalogue(&["export", "-o", &home.path("link.csv")]);
    assert_eq!(out.code, 0, "{}", out.err);
    assert!(fs::symlink_metadata(home.path("link.csv")).unwrap().is_symlink());
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(ids(&rows(&fs::read(&path).unwrap())), BTreeSet::from(["m".to_owned()]));
    assert_eq!(home.run_in_catalogue(&["export", "-o", "/dev/null"]).code, 0);
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    let left = fs::read_dir(home.path(""))
        .unwrap()
        .filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().ends_with(".tmp"));
    assert_eq!(left.count(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let home = house_with(&[("m.toml", MEASURE)]);
    let out = home.run_in_catalogue(&["export", "-o", "/dev/full"]);
    assert_eq!(out.code, 3);
    assert!(out.err.contains("Der Datenträger ist voll"), "{}", out.err);
}

/// What HSDS 3.0 requires of each object, by the key under which it stands.
const REQUIRED: [(&str, &[&str]); 15] = [
    ("service", &["id", "name", "status"]),
    ("phones", &["id", "number"]),
    ("schedules", &["id"]),
    ("service_areas", &["id"]),
    ("service_at_locations", &["id"]),
    ("location", &["id", "location_type"]),
    ("accessibility", &["id"]),
    ("organization", &["id", "name", "description"]),
    ("funding", &["id"]),
    ("cost_options", &["id"]),
    ("required_documents", &["id"]),
    ("contacts", &["id"]),
    ("attributes", &["id"]),
    ("taxonomy_term", &["id", "name", "description"]),
    ("taxonomy_detail", &["id", "name", "description"]),
];

/// Looks through all objects; how many there are.
fn complete(kind: &str, value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(|item| complete(kind, item)).sum(),
        Value::Object(object) => {
            let (_, required) = REQUIRED.iter().find(|(name, _)| *name == kind).unwrap_or_else(|| panic!("{kind}"));
            for key in *required {
                assert!(object[*key].as_str().is_some_and(|text| !text.is_empty()), "{kind}.{key}: {value}");
            }
            let id = object["id"].as_str().unwrap();
            assert!(uuid::Uuid::parse_str(id).is_ok_and(|id| id.get_version_num() == 5), "{id}");
            let below = object.iter().filter(|(_, value)| value.is_object() || value.is_array());
            1 + below.map(|(key, value)| complete(key, value)).sum::<usize>()
        }
        other => panic!("{kind}: {other}"),
    }
}

#[test]
fn hsds_has_what_the_standard_requires() {
    let home = TestHome::new();
    let services = json(&home.run(&["export", "--format", "hsds", "--all"]).out);
    let entries = json(&home.run(&["export", "--format", "json", "--all"]).out)["measures"].clone();
    assert_eq!(services.as_array().unwrap().len(), entries.as_array().unwrap().len());
    assert!(complete("service", &services) > 500);
    let ids: BTreeSet<_> = services.as_array().unwrap().iter().map(|service| service["id"].to_string()).collect();
    assert_eq!(ids.len(), entries.as_array().unwrap().len());
}

#[test]
fn hsds_says_what_the_entry_says() {
    let home = house_with(&[("voll.toml", FULL)]);
    let service = json(&home.run_in_catalogue(&["export", "--format", "hsds"]).out)[0].clone();
    for (key, value) in [
        ("name", "Volles Angebot"),
        ("alternate_name", "VA"),
        ("description", "Ein Angebot zum Prüfen.\n\n- ein Punkt\n- \"zwei\""),
        ("url", "https://example.org/flyer.pdf"),
        ("email", "beratung@example.org"),
        ("status", "active"),
        ("alert", "voll belegt"),
        ("fees_description", "kostenfrei"),
        ("eligibility_description", "Ab 18.\n\nNicht mit Wohnsitz anderswo."),
        ("assured_date", "2026-11-01"),
    ] {
        assert_eq!(service[key], value, "{key}");
    }
    assert_eq!((&service["minimum_age"], &service["maximum_age"]), (&18.into(), &24.into()));
    assert_eq!(service["cost_options"][0]["amount"], 0);
    assert_eq!(service["required_documents"][0]["document"], "Ausweis");
    assert_eq!(service["contacts"][0]["title"], "Teilnahmeberatung");
    assert_eq!(service["organization"]["name"], "Der Träger");
    let schedules = service["schedules"].as_array().unwrap();
    assert_eq!(schedules[0]["valid_to"], "2027-12-31");
    let times = "Teilzeit; 20 Stunden pro Woche; höchstens eine Woche; Einstieg: zu festen Terminen";
    assert_eq!(schedules[0]["description"], times);
    assert_eq!(schedules[2]["dtstart"], "2027-04-12");
    let location = &service["service_at_locations"][0]["location"];
    assert_eq!((&location["location_type"], &location["name"]), (&"virtual".into(), &"Hier".into()));
    let terms = |link: &str| -> Vec<String> {
        let of = service["attributes"].as_array().unwrap().iter().filter(|attribute| attribute["link_type"] == link);
        of.map(|attribute| attribute["taxonomy_term"]["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(terms("intended_audience"), ["Alle"]);
    assert_eq!(terms("legal_basis"), ["Aktivierung"]);
    assert_eq!(terms("childcare"), Vec::<String>::new(), "unknown is nothing to pass on");
    let again = home.run_in_catalogue(&["export", "--format", "hsds", "--lang", "en"]);
    assert_eq!(json(&again.out)[0]["id"], service["id"], "the same entry has the same identifier");
}

#[test]
fn ten_states_become_four() {
    let states = [
        ("idea", "inactive"),
        ("review", "inactive"),
        ("tender", "inactive"),
        ("planned", "inactive"),
        ("running", "active"),
        ("full", "active"),
        ("ending", "active"),
        ("paused", "temporarily closed"),
        ("ended", "defunct"),
        ("archived", "defunct"),
    ];
    let files: Vec<(String, String)> =
        states.iter().map(|(status, _)| (format!("{status}.toml"), with_status(status, status))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let home = house_with(&files);
    for (status, state) in states {
        let out = home.run_in_catalogue(&["export", "--format", "hsds", "--status", status]);
        assert_eq!(json(&out.out)[0]["status"], state, "{status}");
    }
}
