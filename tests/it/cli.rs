//! The command line as scripts and people use it: shapes, exit codes, languages, hostile input.

use std::fs;

use serde_json::Value;

use crate::support::home::{MEASURE, TestHome, json};

fn ids(answer: &Value) -> Vec<String> {
    let hits = answer["hits"].as_array().unwrap();
    hits.iter().map(|hit| hit["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn help_and_version_go_to_stdout() {
    let home = TestHome::new();
    for args in [&["--help"][..], &["-h"], &["help"], &["search", "--help"], &["help", "show"]] {
        let out = home.run(args);
        assert_eq!((out.code, out.err.as_str()), (0, ""), "{args:?}");
        assert!(out.out.contains("Aufruf: lotse"), "{}", out.out);
    }
    let out = home.run(&["--version"]);
    assert_eq!(out.out, format!("lotse {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(home.run(&["-V"]).out, out.out);
}

#[test]
fn help_names_the_same_commands_and_options_in_both_languages() {
    let home = TestHome::new();
    let words = |lang: &str, command: &[&str]| {
        let out = home.run(&[command, &["--help", "--lang", lang]].concat()).out;
        // Lines of commands begin with two blanks and a letter, lines of options with blanks and a minus.
        let named = |line: &str| {
            let below = line.strip_prefix("  ")?;
            let mut words = below.split_whitespace();
            match below.trim_start().starts_with('-') {
                true => words.find(|word| word.starts_with("--")).map(str::to_owned),
                false => words.next().filter(|word| below.starts_with(word) && *word != "lotse").map(str::to_owned),
            }
        };
        out.lines().filter_map(named).filter(|word| !word.starts_with(['[', '<'])).collect::<Vec<_>>()
    };
    assert_eq!(words("de", &[]), words("en", &[]));
    for command in ["search", "show", "check", "index"] {
        assert!(words("de", &[]).contains(&command.to_owned()));
        assert_eq!(words("de", &[command]), words("en", &[command]), "{command}");
    }
    assert!(words("de", &["search"]).contains(&"--starts-before".to_owned()));
}

#[test]
fn the_language_follows_flag_variable_settings_and_locale() {
    let home = TestHome::new();
    let usage = |args: &[&str], env: &[(&str, &str)]| {
        let out = home.run_with(&[args, &["--help"]].concat(), env).out;
        out.lines().find_map(|line| line.split_once(": lotse").map(|(word, _)| word.to_owned())).unwrap()
    };
    assert_eq!(usage(&[], &[]), "Aufruf");
    assert_eq!(usage(&[], &[("LANG", "en_GB.UTF-8")]), "Usage");
    home.settings("language = \"de\"\n");
    assert_eq!(usage(&[], &[("LANG", "en_GB.UTF-8")]), "Aufruf");
    assert_eq!(usage(&[], &[("LOTSE_LANG", "en")]), "Usage");
    assert_eq!(usage(&["--lang", "de"], &[("LOTSE_LANG", "en")]), "Aufruf");
    assert_eq!(usage(&["--lang=en"], &[]), "Usage");
    let other = home.file("other.toml", "language = \"en\"\n");
    assert_eq!(usage(&["--config", &other], &[]), "Usage");
}

#[test]
fn wrong_use_is_told_in_the_chosen_language_and_ends_with_2() {
    let home = TestHome::new();
    for (args, german, english) in [
        (&["search", "--plac", "x"][..], "Meinten Sie „--place“?", "Did you mean “--place”?"),
        (&["serch"], "Meinten Sie „search“?", "Did you mean “search”?"),
        (&["frauen"], "lotse search frauen", "lotse search frauen"),
        (&["show"], "Es fehlt noch: <KENNUNG>", "Still missing: <ID>"),
        (&["search", "--place"], "fehlt der Wert", "the value is missing"),
        (&["search", "--limit", "viele"], "eine ganze Zahl", "A whole number"),
        (&["search", "--limit", "-1"], "eine ganze Zahl", "A whole number"),
        (&["search", "--sort", "titel"], "Meinten Sie „title“?", "Did you mean “title”?"),
        (&["search", "--sort", "xyz"], "relevance, title, start", "relevance, title, start"),
        (&["search", "--free=ja"], "nimmt keinen Wert", "takes no value"),
        (&["show", "a", "--format", "json", "--format", "json"], "nur einmal", "only once"),
        (&["show", "--lang", "fr"], "Möglich sind: de, en.", "Possible are: de, en."),
    ] {
        for (lang, words) in [("de", german), ("en", english)] {
            let out = home.run_with(args, &[("LOTSE_LANG", lang)]);
            assert_eq!((out.code, out.out.as_str()), (2, ""), "{args:?}");
            assert!(out.err.contains(words) && out.err.contains("--help"), "{args:?}: {}", out.err);
        }
    }
}

#[test]
fn the_screen_needs_a_terminal() {
    let out = TestHome::new().run(&[]);
    assert_eq!((out.code, out.out.as_str()), (2, ""));
    assert!(out.err.contains("lotse search"), "{}", out.err);
}

#[test]
fn what_is_not_there_yet_is_not_listed() {
    let home = TestHome::new();
    assert_eq!(home.run(&["handout"]).code, 2);
    assert!(!home.run(&["--help"]).out.contains("handout"));
}

#[test]
fn json_keeps_its_shape() {
    let home = TestHome::new();
    let out = home.run(&["search", "frau", "--format", "json", "--facets", "--explain", "--limit", "500"]);
    assert_eq!((out.code, out.err.as_str()), (0, ""));
    assert_eq!(out.out.lines().count(), 1);
    let answer = json(&out.out);
    assert_eq!(answer["query"], "frau");
    for key in ["total", "took_us", "offset"] {
        assert!(answer[key].is_u64(), "{key}");
    }
    assert!(answer["partial"].is_null() && answer["removed_by_filter"].is_object());
    assert!(answer["suggestion"].is_null() || answer["suggestion"].is_string());
    let hits = answer["hits"].as_array().unwrap();
    assert_eq!(answer["total"], hits.len());
    for hit in hits {
        hit_keeps_its_shape(hit);
    }
    assert!(hits[0]["highlights"]["title"].as_str().unwrap().contains("<b>Frau</b>"), "{}", hits[0]);
    assert!(!hits[0]["explain"].as_array().unwrap().is_empty());
    let facets = answer["facets"].as_object().unwrap();
    let keys: Vec<_> = facets.keys().map(String::as_str).collect();
    let mut expected = vec![
        "target_group",
        "type",
        "category",
        "legal_basis",
        "place",
        "region",
        "provider",
        "coordinator",
        "module",
        "goal",
        "time_model",
        "setting",
        "delivery",
        "childcare",
        "status",
        "free",
        "german",
        "age",
        "starts_before",
    ];
    expected.sort_unstable();
    assert_eq!(keys, expected);
    for value in facets["status"].as_array().unwrap() {
        assert!(value["id"].is_string() && value["label"].is_string() && value["count"].is_u64());
    }
    let plain = json(&home.run(&["search", "frau", "--format", "json"]).out);
    assert!(plain.get("facets").is_none());
    assert_eq!(plain["hits"][0]["explain"].as_array().unwrap().len(), 0);
}

fn hit_keeps_its_shape(hit: &Value) {
    let kind = hit["kind"].as_str().unwrap();
    assert!(["measure", "target_group", "coordinator", "provider"].contains(&kind));
    for key in ["id", "title", "summary"] {
        assert!(hit[key].is_string(), "{key} in {hit}");
    }
    for key in ["target_groups", "legal_bases", "places", "explain"] {
        assert!(hit[key].is_array(), "{key} in {hit}");
    }
    for key in ["category", "status", "provider", "coordinator", "free"] {
        let value = hit.as_object().unwrap().get(key).unwrap_or_else(|| panic!("{key} in {hit}"));
        assert!(kind == "measure" || value.is_null(), "{key} in {hit}");
    }
    assert!(hit["score"].is_number() && hit["highlights"].is_object());
    if kind == "measure" {
        assert!(hit["category"].is_string() && hit["status"].is_string() && hit["provider"].is_string());
    }
}

#[test]
fn every_flag_finds_what_its_typed_twins_find() {
    let home = TestHome::new();
    for (flag, value, typed) in [
        ("--target-group", "frauen", &["zielgruppe:frauen", "zg:frauen", "target-group:frauen"][..]),
        ("--type", "niederschwellig", &["typ:niederschwellig", "type:niederschwellig"]),
        ("--category", "instrument", &["art:instrument", "category:instrument"]),
        ("--legal-basis", "mat", &["recht:mat", "legal:mat"]),
        ("--place", "wetzlar", &["ort:wetzlar", "place:wetzlar"]),
        ("--region", "lahn-dill-kreis", &["region:lahn-dill-kreis"]),
        ("--provider", "nicht-benannt", &["träger:nicht-benannt", "traeger:nicht-benannt", "provider:nicht-benannt"]),
        (
            "--coordinator",
            "koordination-frauen",
            &["koordination:koordination-frauen", "coordinator:koordination-frauen"],
        ),
        ("--module", "bewerbung", &["baustein:bewerbung", "module:bewerbung"]),
        ("--goal", "heranfuehrung", &["ziel:heranfuehrung", "goal:heranfuehrung"]),
        ("--time-model", "flexible", &["zeit:flexible", "time:flexibel"]),
        ("--setting", "group", &["gruppe:group", "setting:gruppe"]),
        ("--delivery", "in_person", &["form:in_person", "delivery:in_person"]),
        ("--childcare", "arranged", &["kinderbetreuung:arranged", "kita:arranged", "childcare:arranged"]),
        ("--status", "planned", &["status:planned", "status:geplant"]),
        ("--german", "A2", &["deutsch:A2", "german:a2"]),
        ("--age", "20", &["alter:20", "age:20"]),
        ("--starts-before", "2027-03-01", &["start:<2027-03-01", "start:1.3.2027"]),
    ] {
        let by_flag = json(&home.run(&["search", flag, value, "--format", "json", "--limit", "500"]).out);
        assert!(by_flag["total"].as_u64().unwrap() > 0, "{flag} {value} finds something");
        for typed in typed {
            let out = home.run(&["search", typed, "--format", "json", "--limit", "500"]);
            assert_eq!(ids(&json(&out.out)), ids(&by_flag), "{flag} {value} = {typed}: {}", out.err);
        }
    }
    let by_flag = home.run(&["search", "--free", "--format", "json"]);
    for typed in ["frei:ja", "free:yes"] {
        assert_eq!(home.run(&["search", typed, "--format", "json"]).code, by_flag.code);
    }
    let by_flag = json(&home.run(&["search", "--legal-basis", "§ 16d", "--format", "json"]).out);
    assert!(by_flag["total"].as_u64().unwrap() > 0);
}

#[test]
fn flags_widen_within_one_filter_and_narrow_across_filters() {
    let home = TestHome::new();
    let total = |args: &[&str]| {
        let out = home.run(&[&["search", "--format", "json", "--limit", "0"], args].concat());
        json(&out.out)["total"].as_u64().unwrap()
    };
    let planned = total(&["--status", "planned"]);
    let running = total(&["--status", "running"]);
    assert_eq!(total(&["--status", "planned", "--status", "running"]), planned + running);
    assert!(total(&["--status", "running", "--place", "wetzlar"]) < running);
}

#[test]
fn values_that_do_not_exist_end_with_2_and_a_suggestion() {
    let home = TestHome::new();
    for (args, words) in [
        (&["search", "--place", "wetzlra"][..], &["--place", "Meinten Sie „"][..]),
        (&["search", "ort:wetzlra"], &["ort:", "Meinten Sie „"]),
        (&["search", "--status", "xyz"], &["--status", "running (", "archived ("]),
        (&["search", "--target-group", "a"], &["nicht eindeutig", "Möglich sind"]),
        (&["search", "--age", "alt"], &["--age", "0 bis 120"]),
        (&["search", "start:bald"], &["start:", "2027-01-31"]),
    ] {
        let out = home.run(args);
        assert_eq!((out.code, out.out.as_str()), (2, ""), "{args:?}: {}", out.err);
        assert!(words.iter().all(|word| out.err.contains(word)), "{args:?}: {}", out.err);
    }
}

#[test]
fn words_may_exclude_and_be_phrases() {
    let home = TestHome::new();
    let found =
        |args: &[&str]| ids(&json(&home.run(&[&["search", "--format", "json", "--limit", "500"], args].concat()).out));
    let all = found(&["beratung"]);
    let fewer = found(&["beratung", "-sucht"]);
    assert!(!fewer.is_empty() && fewer.len() < all.len());
    assert_eq!(fewer, found(&["beratung -sucht"]));
    assert_eq!(fewer, found(&["beratung", "-sucht", "--facets"]));
    assert_eq!(fewer, found(&["--", "beratung", "-sucht"]));
    let query = json(&home.run(&["search", "-sucht", "\"frau stark\"", "--format", "json"]).out)["query"].clone();
    assert_eq!(query, "-sucht \"frau stark\"");
}

#[test]
fn pages_end_after_the_last_hit() {
    let home = TestHome::new();
    let page = |offset: usize| {
        json(&home.run(&["search", "--limit", "40", "--offset", &offset.to_string(), "--format", "json"]).out)
    };
    let total = page(0)["total"].as_u64().unwrap() as usize;
    let mut all: Vec<String> = (0..total).step_by(40).flat_map(|offset| ids(&page(offset))).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), total);
    assert_eq!(ids(&page(total)), Vec::<String>::new());
    assert_eq!(home.run(&["search", "--offset", "100000"]).code, 0);
}

#[test]
fn plain_output_is_for_people() {
    let home = TestHome::new();
    let out = home.run(&["search", "frau stark"]);
    let lines: Vec<_> = out.out.lines().collect();
    assert_eq!(lines[0], "1. Frau Stark, läuft");
    assert!(lines[1].starts_with("   Maßnahme · ") && lines[1].ends_with(" · frau-stark"), "{}", lines[1]);
    assert!(lines.last().unwrap().contains("Treffer."));
    assert!(!out.out.contains('\u{1b}'));
    let one = home.run(&["search", "frau stark", "--kind", "measure", "--target-group", "frauen", "--limit", "1"]);
    assert!(one.out.contains("Treffer.") && one.out.starts_with("1. Frau Stark"), "{}", one.out);
    let english = home.run(&["search", "frau stark", "--lang", "en"]);
    assert!(english.out.lines().last().unwrap().contains("hit"), "{}", english.out);
}

#[test]
fn explanations_are_sentences() {
    let home = TestHome::new();
    let out = home.run(&["search", "Schuldnerberatng ", "--explain", "--limit", "1"]);
    assert!(out.out.contains("„Schuldnerberatng“") && out.out.contains("„Schuldnerberatung“"), "{}", out.out);
    assert!(!out.out.contains('‹'), "{}", out.out);
}

#[test]
fn a_word_that_a_hit_does_not_have_is_told() {
    let home = TestHome::new();
    let out = home.run(&["search", "Termin schulden", "--explain", "--limit", "1"]);
    assert!(out.out.contains("„Termin“ kommt in diesem Eintrag nicht vor."), "{}", out.out);
}

#[test]
fn no_hit_is_an_answer_too() {
    let home = TestHome::new();
    let out = home.run(&["search", "schuldnerberatung", "--place", "sinn"]);
    assert_eq!((out.code, out.err.as_str()), (1, ""));
    assert!(out.out.contains("Keine Treffer") && out.out.contains("(--place)"), "{}", out.out);
    let answer = json(&home.run(&["search", "schuldnerberatung", "--place", "sinn", "--format", "json"]).out);
    assert!(answer["removed_by_filter"]["place"].as_u64().unwrap() > 0);
    let out = home.run(&["search", "xqzwyv"]);
    assert_eq!(out.code, 1);
    assert!(out.out.contains("Keine Treffer für „xqzwyv“."), "{}", out.out);
}

#[test]
fn csv_is_safe_in_a_spreadsheet() {
    let home = TestHome::new();
    let title = "title = \"=HYPERLINK(\\\"http://x\\\")\"";
    home.catalogue(&[("m.toml", &MEASURE.replace("title = \"Erstes Angebot\"", title))]);
    let out = home.run_in_catalogue(&["search", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(out.out.as_bytes());
    assert_eq!(&reader.headers().unwrap()[0], "id");
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1);
    assert_eq!(&rows[0][2], "'=HYPERLINK(\"http://x\")");
    let none = home.run_in_catalogue(&["search", "xqzwyv", "--format", "csv"]);
    assert_eq!((none.code, none.out.lines().count()), (1, 1));
}

#[test]
fn every_order_finds_the_same() {
    let home = TestHome::new();
    let mut all = Vec::new();
    for sort in ["relevance", "title", "start", "free", "confirmed"] {
        let mut found = ids(&json(&home.run(&["search", "--sort", sort, "--format", "json", "--limit", "999"]).out));
        found.sort();
        all.push(found);
    }
    assert!(all.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn an_entry_is_shown_in_four_formats() {
    let home = TestHome::new();
    let plain = home.run(&["show", "frau-stark"]);
    assert_eq!((plain.code, plain.err.as_str()), (0, ""));
    assert!(plain.out.starts_with("Frau Stark\n") && plain.out.lines().all(|line| line.chars().count() <= 80));
    let markdown = home.run(&["show", "frau-stark", "--format", "markdown"]).out;
    assert!(markdown.starts_with("# Frau Stark\n") && markdown.contains("\n## "));
    let html = home.run(&["show", "frau-stark", "--format", "html"]).out;
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("<h1>Frau Stark</h1>") && html.ends_with("</html>\n"));
    let record = json(&home.run(&["show", "frau-stark", "--format", "json"]).out);
    assert_eq!((&record["kind"], &record["id"]), (&"measure".into(), &"frau-stark".into()));
    for (id, kind) in
        [("frauen", "target_group"), ("koordination-frauen", "coordinator"), ("nicht-benannt", "provider")]
    {
        assert_eq!(json(&home.run(&["show", id, "--format", "json"]).out)["kind"], kind);
        assert_eq!(home.run(&["show", id]).code, 0);
    }
}

#[test]
fn clients_see_neither_notes_nor_staff() {
    let home = TestHome::new();
    home.catalogue(&[("m.toml", &MEASURE.replace("status =", "internal_note = \"GEHEIM\"\nstatus ="))]);
    for format in ["plain", "json", "markdown", "html"] {
        let out = home.run_in_catalogue(&["show", "m", "--format", format]);
        assert!(!out.out.contains("GEHEIM") && !out.out.contains("0000 000-1"), "{format}: {}", out.out);
        let out = home.run_in_catalogue(&["show", "m", "--format", format, "--internal"]);
        assert!(out.out.contains("GEHEIM"), "{format}: {}", out.out);
        let out = home.run_in_catalogue(&["show", "team-eins", "--format", format]);
        assert!(!out.out.contains("0000 000-1"), "{format}: {}", out.out);
        let out = home.run_in_catalogue(&["show", "team-eins", "--format", format, "--internal"]);
        assert!(out.out.contains("0000 000-1"), "{format}: {}", out.out);
    }
}

#[test]
fn an_unknown_entry_is_answered_with_1() {
    let home = TestHome::new();
    let out = home.run(&["show", "frau-strak"]);
    assert_eq!((out.code, out.out.as_str()), (1, ""));
    assert!(out.err.contains("Meinten Sie „frau-stark“?"), "{}", out.err);
    for id in ["xqzwyv", "", "--", "../../etc/passwd", "\u{1b}[2J"] {
        let out = home.run(&["show", "--", id]);
        assert_eq!((out.code, out.out.as_str()), (1, ""), "{id:?}: {}", out.err);
        assert!(!out.err.contains('\u{1b}'));
    }
}

#[test]
fn an_entry_with_a_broken_file_is_told_so() {
    let home = TestHome::new();
    home.catalogue(&[("gut.toml", &MEASURE.replace("\"m\"", "\"gut\"")), ("kaputt.toml", "id = \n")]);
    let out = home.run_in_catalogue(&["show", "kaputt"]);
    assert_eq!(out.code, 3);
    assert!(out.err.contains("lotse check"), "{}", out.err);
    let out = home.run_in_catalogue(&["search", "angebot", "--format", "json"]);
    assert_eq!((out.code, ids(&json(&out.out))), (0, vec!["gut".to_owned()]));
    assert!(out.err.contains("Eine Datei des Katalogs ist fehlerhaft"), "{}", out.err);
}

#[test]
fn check_finds_faults_and_says_where() {
    let home = TestHome::new();
    let broken = MEASURE.replace("\"m\"", "\"x\"").replace("childcare = \"none\"", "childcare = \"nein\"");
    home.catalogue(&[("m.toml", MEASURE), ("x.toml", &broken)]);
    let out = home.run_in_catalogue(&["check"]);
    assert_eq!((out.code, out.err.as_str()), (1, ""), "{}", out.out);
    assert!(out.out.contains("measures/x.toml:") && out.out.contains("nein") && !out.out.contains('\u{1b}'));
    let out = home.run_in_catalogue(&["check", "--format", "json"]);
    let answer = json(&out.out);
    assert_eq!((out.code, &answer["errors"]), (1, &1.into()), "{answer}");
    let fault = &answer["diagnostics"][0];
    assert_eq!((&fault["severity"], &fault["code"]), (&"error".into(), &"unknown-value".into()));
    assert_eq!(fault["file"], "measures/x.toml");
    assert!(fault["line"].as_u64().unwrap() > 1 && fault["column"].is_u64() && fault["message"].is_string());
    assert!(fault.as_object().unwrap().contains_key("hint"));
}

#[test]
fn check_takes_paths() {
    let home = TestHome::new();
    let broken = MEASURE.replace("\"m\"", "\"x\"").replace("childcare = \"none\"", "childcare = \"nein\"");
    let folder = home.catalogue(&[("m.toml", MEASURE), ("x.toml", &broken)]);
    let errors = |paths: &[String]| {
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let out = home.run(&[&["check", "--format", "json"], &paths[..]].concat());
        (out.code, json(&out.out)["errors"].as_u64().unwrap())
    };
    let file = |name: &str| format!("{folder}/measures/{name}");
    assert_eq!(errors(std::slice::from_ref(&folder)), (1, 1));
    assert_eq!(errors(&[file("x.toml")]), (1, 1));
    assert_eq!(errors(&[file("m.toml")]), (0, 0));
    assert_eq!(errors(&[file("m.toml"), file("../measures/x.toml")]), (1, 1));
    assert_eq!(errors(&[format!("{folder}/measures")]), (1, 1));
    assert_eq!(home.run(&["check", &file("fehlt.toml")]).code, 3);
    assert_eq!(home.run(&["check", "/"]).code, 3);
    fs::write(file("lies.mich"), "x").unwrap();
    assert_ne!(home.run(&["check", &file("lies.mich")]).code, 1);
}

#[test]
fn warnings_end_with_1_only_when_denied() {
    let home = TestHome::new();
    home.catalogue(&[("m.toml", &MEASURE.replace("2026-11-01", "2020-11-01"))]);
    let out = home.run_in_catalogue(&["check"]);
    assert_eq!(out.code, 0, "{}", out.out);
    assert!(out.out.contains("Warnung"), "{}", out.out);
    assert_eq!(home.run_in_catalogue(&["check", "--deny-warnings"]).code, 1);
    assert_eq!(home.run(&["check"]).code, 0, "the demo catalogue has no errors");
}

#[test]
fn index_says_what_it_did() {
    let home = TestHome::new();
    let folder = home.catalogue(&[("m.toml", MEASURE)]);
    let out = home.run_in_catalogue(&["index"]);
    assert_eq!(out.code, 0, "{}", out.err);
    assert!(out.out.contains("neu gebaut") && out.out.contains("ein Angebot"), "{}", out.out);
    assert!(home.run_in_catalogue(&["index"]).out.contains("aktuell, nichts war zu tun"));
    fs::write(format!("{folder}/measures/n.toml"), MEASURE.replace("\"m\"", "\"n\"")).unwrap();
    let out = home.run_in_catalogue(&["index"]);
    assert!(out.out.contains("Eine Datei hatte sich geändert") && out.out.contains("2 Angebote"), "{}", out.out);
    assert!(home.run_in_catalogue(&["index", "--rebuild"]).out.contains("neu gebaut"));
    fs::write(format!("{folder}/measures/o.toml"), "id = ").unwrap();
    let out = home.run_in_catalogue(&["index"]);
    assert_eq!(out.code, 0);
    assert!(out.err.contains("measures/o.toml:1:") && out.err.contains("lotse check"), "{}", out.err);
}

#[test]
fn a_search_sees_what_has_just_been_written() {
    let home = TestHome::new();
    let folder = home.catalogue(&[("m.toml", MEASURE)]);
    assert_eq!(home.run_in_catalogue(&["search", "angebot", "--format", "json"]).code, 0);
    let path = format!("{folder}/measures/m.toml");
    fs::write(&path, MEASURE.replace("Erstes Angebot", "Sternwarte")).unwrap();
    let out = home.run_in_catalogue(&["search", "sternwarte", "--format", "json"]);
    assert_eq!(ids(&json(&out.out)), ["m"]);
    fs::remove_file(path).unwrap();
    assert_eq!(home.run_in_catalogue(&["search", "sternwarte"]).code, 1);
}

#[test]
fn without_a_cache_the_index_lives_in_memory() {
    let home = TestHome::new();
    let file = home.file("not-a-folder", "");
    let out = home.run_with(&["search", "frau stark"], &[("LOTSE_CACHE", &file)]);
    assert_eq!(out.code, 0, "{}", out.err);
    assert!(out.out.starts_with("1. Frau Stark") && out.err.contains("Suchindex"), "{}", out.err);
    let out = home.run_with(&["index"], &[("LOTSE_CACHE", &file)]);
    assert_eq!(out.code, 3);
    assert!(out.err.contains("LOTSE_CACHE"), "{}", out.err);
}

#[test]
fn a_catalogue_that_cannot_be_read_ends_with_3() {
    let home = TestHome::new();
    let file = home.file("not-a-folder", "");
    let empty = home.folder("empty");
    for command in [&["search", "x"][..], &["show", "x"], &["check"], &["index"]] {
        for (path, words) in
            [("/no/such/folder", "gibt es nicht"), (&file, "kein Ordner"), (&empty, "catalogue.toml fehlt")]
        {
            let out = home.run(&[command, &["--catalogue", path]].concat());
            assert_eq!((out.code, out.out.as_str()), (3, ""), "{command:?} {path}");
            assert!(out.err.contains("--catalogue nennt") && out.err.contains(words), "{}", out.err);
        }
    }
}

#[test]
fn the_catalogue_follows_flag_variable_settings_and_folder() {
    let home = TestHome::new();
    let named = |name: &str| {
        let entry = MEASURE.replace("\"m\"", &format!("\"{name}\""));
        home.catalogue_at(name, &[(&format!("{name}.toml"), &entry)])
    };
    let (flag, variable, settings) = (named("flag"), named("variable"), named("settings"));
    home.catalogue_at("here/catalogue", &[("here.toml", &MEASURE.replace("\"m\"", "\"here\""))]);
    let here = home.folder("here");
    let found = |args: &[&str], env: &[(&str, &str)]| {
        let args = [&["search", "angebot", "--format", "json", "--limit", "1"], args].concat();
        ids(&json(&home.run_at(&here, &args, env).out)).remove(0)
    };
    assert_eq!(found(&[], &[]), "here");
    home.settings(&format!("catalogue = '{settings}'\n"));
    assert_eq!(found(&[], &[]), "settings");
    assert_eq!(found(&[], &[("LOTSE_CATALOGUE", &variable)]), "variable");
    assert_eq!(found(&["--catalogue", &flag], &[("LOTSE_CATALOGUE", &variable)]), "flag");
}

#[test]
fn faulty_settings_are_told_once_and_count_otherwise() {
    let home = TestHome::new();
    home.settings("langauge = \"en\"\nlanguage = \"en\"\n");
    let out = home.run(&["search", "frau stark"]);
    assert_eq!((out.code, out.err.lines().count()), (0, 1), "{}", out.err);
    assert!(out.err.contains("settings.toml") && out.err.contains("langauge"), "{}", out.err);
    assert!(out.out.contains("hit"), "the language counts");
    let out = home.run(&["search", "x", "--config", "/no/such/file"]);
    assert_eq!((out.code, out.out.as_str()), (3, ""));
    assert_eq!(home.run(&["--help", "--config", "/no/such/file"]).code, 0);
}

#[test]
fn a_wrong_day_in_the_environment_is_wrong_use() {
    let out = TestHome::new().run_with(&["search", "x"], &[("LOTSE_TODAY", "gestern")]);
    assert_eq!(out.code, 2);
    assert!(out.err.contains("LOTSE_TODAY"), "{}", out.err);
}

#[test]
fn nothing_can_drive_the_terminal() {
    let home = TestHome::new();
    let hostile = "\\u001b]0;x\\u0007\\u009b31m\\u202e";
    let entry = MEASURE.replace("Erstes Angebot", &format!("Erstes {hostile} Angebot"));
    home.catalogue(&[("m.toml", &entry), ("\u{1b}[2J.toml", "id = \"\u{1b}[2J\"")]);
    for args in [
        &["search", "angebot"][..],
        &["search", "angebot", "--format", "json", "--explain", "--facets"],
        &["search", "angebot", "--format", "csv"],
        &["search", "\u{1b}[2J\u{9b}31m\u{202e}", "--format", "json"],
        &["search", "\u{1b}[2J\u{9b}31m\u{202e}"],
        &["search", "--place", "\u{1b}[2J\u{9b}"],
        &["search", "--\u{1b}[2J"],
        &["\u{1b}[2J"],
        &["show", "m"],
        &["show", "m", "--format", "html"],
        &["show", "\u{1b}[2J"],
        &["check"],
        &["check", "--format", "json"],
        &["check", "/tmp/\u{1b}[2J"],
        &["index"],
        &["search", "x", "--catalogue", "/tmp/\u{1b}[2J"],
        &["search", "x", "--config", "/tmp/\u{1b}[2J"],
    ] {
        let out = home.run_in_catalogue(args);
        let shown = out.out + &out.err;
        let driving = |c: &char| c.is_control() && *c != '\n' || *c == '\u{202e}';
        assert!(!shown.is_empty() && !shown.contains(|c| driving(&c)), "{args:?}: {shown:?}");
    }
}

#[test]
fn no_color_and_formats_hold_no_escape() {
    let home = TestHome::new();
    for args in [&["--help"][..], &["check"], &["search", "frau"], &["search", "--bad"]] {
        let out = home.run(&[args, &["--no-color"]].concat());
        assert!(!(out.out + &out.err).contains('\u{1b}'));
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    use std::process::Stdio;
    let home = TestHome::new();
    for args in [&["--help"][..], &["search", "--limit", "500"], &["show", "frau-stark"], &["check"], &["index"]] {
        // A reader that is gone before anything is written.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let child = home.command(args).stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        let out = child.wait_with_output().unwrap();
        let err = String::from_utf8_lossy(&out.stderr).into_owned();
        assert!(out.status.code() == Some(0) && err.is_empty(), "{args:?}: {:?} {err}", out.status);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let home = TestHome::new();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let out = home.command(&["search", "frau"]).stdout(full).output().unwrap();
    assert_eq!(out.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&out.stderr).contains("voll"));
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_wrong_use() {
    use std::os::unix::ffi::OsStrExt;
    let home = TestHome::new();
    let bad = std::ffi::OsStr::from_bytes(b"\xff\xfe");
    for command in ["search", "show"] {
        let out = home.command(&[command]).arg(bad).output().unwrap();
        assert_eq!(out.status.code(), Some(2));
    }
    let out = home.command(&["search", "x", "--catalogue"]).arg(bad).output().unwrap();
    assert_eq!(out.status.code(), Some(3));
}

/// Nobody has to know whether a code has a hyphen or an underscore in it.
#[test]
fn a_code_is_understood_in_any_spelling() {
    let home = TestHome::new();
    for (asked, spelt) in [
        (&["search", "--kind", "target_group"][..], &["search", "--kind", "target-group"][..]),
        (&["search", "--kind", "target_group"], &["search", "--kind", "Target-Group"]),
        (&["search", "--delivery", "in_person"], &["search", "--delivery", "in-person"]),
        (&["search", "form:in_person"], &["search", "form:In-Person"]),
        (&["search", "form:in_person"], &["search", "delivery:in-person"]),
        (&["search", "zeit:on_request"], &["search", "time_model:ON-REQUEST"]),
        (&["report", "--rows", "time-model"], &["report", "--rows", "time_model"]),
        (&["report", "--section", "legal-basis"], &["report", "--section", "LEGAL_BASIS"]),
        (&["search", "--format", "csv"], &["search", "--format", "CSV"]),
        (&["schema", "target_groups"], &["schema", "target-groups"]),
        (&["check", "--explain", "title-twice"], &["check", "--explain", "title_twice"]),
    ] {
        let (asked_out, spelt_out) = (home.run(asked), home.run(spelt));
        assert_eq!((spelt_out.code, &spelt_out.out), (asked_out.code, &asked_out.out), "{spelt:?}: {}", spelt_out.err);
        assert!(asked_out.code == 0 && !asked_out.out.is_empty(), "{asked:?}: {}", asked_out.err);
    }
    let unknown = home.run(&["search", "--kind", "targets"]);
    assert_eq!(unknown.code, 2, "{}", unknown.out);
}
