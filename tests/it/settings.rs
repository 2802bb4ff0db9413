//! Faulty settings and mappings: told in the user's language with what to write instead, and nothing half-read counts.

use std::fs;

use crate::support::home::{MEASURE, TestHome, json};

/// Words that only the English of a library has.
const ENGLISH: [&str; 9] =
    ["expected", "invalid", "missing", "unclosed", "unexpected", "must ", "cannot", "redundant", "os error"];

/// Lines that are no TOML, each for a reason of its own.
const BROKEN: [&str; 22] = [
    "mouse = 0X1",
    "mouse = -0x1",
    "mouse = 0b2",
    "mouse = 0o9",
    "mouse = 0xZZ",
    "mouse = 1__2",
    "mouse = ++1",
    "mouse = tru",
    "mouse = ",
    "mouse",
    "= true",
    "theme = \"a\\qb\"",
    "theme = \"dark",
    "theme = „dark“",
    "theme = \"dark\" x",
    "theme = [\"a\" \"b\"]",
    "theme = { a = 1",
    "theme == 1",
    "[user",
    "farbe-für-alles = 1",
    "watch = 2026-02-30",
    "mouse = true\nmouse = false",
];

fn settings_in_force(house: &TestHome) -> (serde_json::Value, String) {
    let out = house.run(&["doctor", "--settings", "--format", "json"]);
    assert_eq!(out.code, 0, "{}", out.err);
    (json(&out.out), out.err)
}

fn value_of<'v>(settings: &'v serde_json::Value, name: &str) -> &'v serde_json::Value {
    &settings.as_array().unwrap().iter().find(|setting| setting["name"] == name).unwrap()["value"]
}

/// What doctor says of the settings: messages with their hints.
fn doctor(house: &TestHome) -> Vec<String> {
    let out = house.run(&["doctor", "--format", "json"]);
    let found = json(&out.out)["findings"].as_array().unwrap().clone();
    let faults = found.iter().filter(|finding| finding["code"] == "settings-fault");
    faults
        .map(|finding| format!("{} {}", finding["message"].as_str().unwrap(), finding["hint"].as_str().unwrap_or("")))
        .collect()
}

/// `catalogue = "C:\Users\..."` is what everybody writes first on Windows.
#[test]
fn a_path_of_windows_is_told_with_how_to_write_it_and_not_used_by_half() {
    for (path, written) in [
        ("C:\\Users\\Anna\\kat", "'C:\\Users\\Anna\\kat'"),
        ("C:\\Katalog", "'C:\\Katalog'"),
        ("\\\\server\\Ablage\\kat", "'\\\\server\\Ablage\\kat'"),
        // Valid TOML, and a tab and a line break in the name of a folder.
        ("C:\\temp\\neu", "'C:\\temp\\neu'"),
    ] {
        let house = TestHome::new();
        house.settings(&format!("catalogue = \"{path}\"\nmouse = false\n"));
        let (settings, told) = settings_in_force(&house);
        let advice = format!("Schreiben Sie {written} in einfachen Anführungszeichen");
        assert!(told.contains(&advice) && told.lines().count() == 1, "{path}: {told}");
        assert_eq!(value_of(&settings, "catalogue"), "mitgelieferter Demokatalog", "{path}");
        assert_eq!(value_of(&settings, "mouse"), "false", "{path}: the rest counts");
        let found = doctor(&house);
        assert!(found.len() == 1 && found[0].contains(&advice), "{path}: {found:#?}");
    }
    let house = TestHome::new();
    house.settings("catalogue = 'C:\\Users\\Anna\\kat'\n");
    assert_eq!(settings_in_force(&house).1, "", "what the advice says is right");
}

#[test]
fn a_command_goes_on_without_the_catalogue_that_nobody_can_read() {
    let house = TestHome::new();
    house.catalogue_at("here/catalogue", &[("m.toml", MEASURE)]);
    house.settings("catalogue = \"C:\\Users\\Anna\\kat\"\n");
    let out = house.run_at(&house.path("here"), &["show", "m"], &[]);
    assert_eq!(out.code, 0, "{}", out.err);
    assert!(out.out.contains("Erstes Angebot"), "{}", out.out);
}

#[test]
fn no_german_sentence_about_settings_or_mappings_has_english_words_in_it() {
    let house = TestHome::new();
    house.catalogue(&[("m.toml", MEASURE)]);
    let table = house.file("t.csv", "Titel;Status\nA;B\n");
    for broken in BROKEN {
        for section in ["", "[keys]\n", "[themes.x]\n"] {
            house.settings(&format!("{section}{broken}\n"));
            let (_, told) = settings_in_force(&house);
            assert!(!told.is_empty(), "{section}{broken}");
            let english = ENGLISH.iter().find(|word| told.contains(**word));
            assert_eq!(english, None, "{section}{broken}: {told}");
        }
        house.settings("");
        let mapping = house.file("z.toml", &format!("{broken}\n"));
        let out = house.run_in_catalogue(&["import", &table, "--mapping", &mapping]);
        assert_eq!(out.code, 2, "{broken}: {}", out.err);
        let prose: Vec<&str> = out.err.lines().filter(|line| !line.contains('|')).collect();
        let english = ENGLISH.iter().find(|word| prose.iter().any(|line| line.contains(**word)));
        assert_eq!(english, None, "{broken}: {}", out.err);
    }
}

/// A text that is never closed takes with it what stands behind it.
#[test]
fn doctor_does_not_say_that_the_rest_counts_where_it_does_not() {
    let counts = "Alles andere in der Datei gilt trotzdem";
    let house = TestHome::new();
    for (text, lost) in [
        ("mouse = \nscreen_reader = true\n", false),
        ("theme = 'dark\nscreen_reader = true\n", false),
        ("mouse = false\ntheme = \"\"\"dark\nscreen_reader = true\n", true),
        ("theme = [\"dark\",\nscreen_reader = true\n", true),
    ] {
        house.settings(text);
        let found = doctor(&house);
        let read = value_of(&settings_in_force(&house).0, "screen_reader") == "true";
        assert_eq!(read, !lost, "{text}");
        assert_eq!(found.iter().any(|told| told.contains(counts)), !lost, "{text}: {found:#?}");
        assert_eq!(found.iter().any(|told| told.contains("Rest der Datei gilt trotzdem")), !lost, "{text}: {found:#?}");
        assert_eq!(found.iter().any(|told| told.contains("gelten nicht, bis sie stimmt")), lost, "{text}: {found:#?}");
    }
    // Nothing in a file that cannot be read counts.
    fs::write(house.path("config/lotse/settings.toml"), b"mouse = false\ntheme = \"d\xfcnn\"\n").unwrap();
    let found = doctor(&house);
    assert!(found.len() == 1 && !found[0].contains(counts), "{found:#?}");
    assert!(found[0].contains("Bis dahin gelten die Vorgaben") && found[0].contains("UTF-8"), "{found:#?}");
}

/// Themes are data: whatever names them takes the names from their file and from the user's own.
#[test]
fn the_names_of_themes_come_from_the_themes() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config/themes.toml");
    let text = fs::read_to_string(file).unwrap();
    let shipped: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')).collect();
    assert!(shipped.len() > 3, "{shipped:?}");
    let house = TestHome::new();
    house.settings("theme = 'xyz'\n[themes.meins]\ntitle = 'red'\n");
    let found = doctor(&house).concat();
    for name in shipped.iter().chain(&["meins"]) {
        assert!(found.contains(name), "{name}: {found}");
    }
    let schema = json(&house.run(&["schema", "settings"]).out);
    let offered = &schema["properties"]["theme"];
    assert_eq!(offered["anyOf"][0]["enum"], serde_json::json!(shipped), "{offered}");
    let about = offered["description"].as_str().unwrap();
    assert!(about.contains(&shipped.join(", ")), "{about}");
}
