//! `lotse check` on the command line: its forms for other programs, explanations, mending.

use std::fs;

use crate::support::home::{MEASURE, TestHome, json};

/// An entry with one slip of each sort that can be mended, and two that cannot.
fn with_slips() -> String {
    MEASURE
        .replace("\"m\"", "\"x\"")
        .replace("title = \"Erstes Angebot\"", "titel = \"Zweites  Angebot\" # so")
        .replace("[\"coaching\"]", "[\"coachin\", \"coaching\"]")
        .replace("childcare = \"none\"", "childcare = \"ja\"")
        .replace("coordinator = \"team-eins\"\n", "")
        + "coordinator = \"team-eins\"\n"
}

#[test]
fn json_has_what_scripts_need() {
    let home = TestHome::new();
    home.catalogue(&[("m.toml", MEASURE), ("x.toml", &with_slips())]);
    let answer = json(&home.run_in_catalogue(&["check", "--format", "json"]).out);
    let fault = &answer["diagnostics"][0];
    assert_eq!((&fault["code"], &fault["suggestion"]), (&"unknown-key".into(), &"title".into()), "{answer}");
    assert_eq!((&fault["line"], &fault["column"], &fault["end_column"]), (&2.into(), &1.into(), &6.into()));
}

#[test]
fn sarif_leads_to_the_place_and_to_the_rule() {
    let home = TestHome::new();
    let folder = home.catalogue_at("work/mein katalog", &[("m.toml", MEASURE), ("x.toml", &with_slips())]);
    fs::create_dir(format!("{folder}/measures/y.toml")).unwrap();
    let out = home.run(&["check", &folder, "--format", "sarif"]);
    let log = json(&out.out);
    assert_eq!((out.code, &log["version"], out.err.as_str()), (1, &"2.1.0".into(), ""));
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert_eq!(rule["defaultConfiguration"]["level"], result["level"]);
    }
    let place = |result: &serde_json::Value| result["locations"][0]["physicalLocation"].clone();
    let of = |code: &str| results.iter().find(|result| result["ruleId"] == code).unwrap();
    let key = place(of("unknown-key"));
    assert_eq!(key["artifactLocation"]["uri"], "mein%20katalog/measures/x.toml");
    assert_eq!(key["region"], serde_json::json!({ "startLine": 2, "startColumn": 1, "endColumn": 6 }));
    assert!(place(of("not-a-file"))["region"].is_null(), "a fault of a whole file has no region");
    let prints: std::collections::BTreeSet<_> =
        results.iter().map(|result| result["partialFingerprints"]["lotse/v1"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), results.len(), "each fault is known by its own");
}

/// What stands above a fault does not make it another one.
#[test]
fn a_fault_is_known_again_after_lines_above_it_have_come() {
    let home = TestHome::new();
    let prints = |text: &str| {
        home.catalogue(&[("m.toml", text)]);
        let log = json(&home.run_in_catalogue(&["check", "--format", "sarif"]).out);
        log["runs"][0]["results"][0]["partialFingerprints"].clone()
    };
    let text = MEASURE.replace("\"none\"", "\"ja\"");
    assert_eq!(prints(&text), prints(&format!("# neu\n{text}")));
}

#[test]
fn annotations_of_github_are_one_line_each() {
    let home = TestHome::new();
    let folder = home.catalogue_at("work/katalog", &[("x.toml", &with_slips())]);
    let out = home.run(&["check", &folder, "--format", "github", "--lang", "en"]);
    let first = out.out.lines().next().unwrap();
    let start = "::error file=katalog/measures/x.toml,line=2,endLine=2,col=1,endColumn=5,title=unknown-key::";
    assert!(first.starts_with(start), "{first}");
    assert!(out.out.lines().all(|line| line.starts_with("::error ") || line.starts_with("::warning ")), "{}", out.out);
    assert_eq!(out.code, 1);
    // A job of GitHub Actions counts from its checkout, also where a step works in a folder of it.
    let checkout = [("GITHUB_WORKSPACE", &*home.path(""))];
    let out = home.run_with(&["check", &folder, "--format", "github"], &checkout);
    assert!(out.out.starts_with("::error file=work/katalog/measures/x.toml,"), "{}", out.out);
}

/// Text of a file reaches neither terminal nor workflow as anything but text.
#[test]
fn no_form_passes_on_what_drives_a_terminal() {
    let home = TestHome::new();
    let hostile = MEASURE.replace("status = \"running\"", "status = \"\\u001b[2J\\n::error::x\"\n\"\\u202e%0A\" = 1");
    home.catalogue(&[("m.toml", &hostile)]);
    for format in ["text", "json", "sarif", "github"] {
        let out = home.run_in_catalogue(&["check", "--format", format]).out;
        assert!(!out.contains(['\u{1b}', '\u{202e}']) && !out.contains("\n::error::x"), "{format}: {out}");
    }
}

#[test]
fn a_rule_is_explained_and_a_slip_in_its_name_forgiven() {
    let home = TestHome::new();
    let out = home.run(&["check", "--explain", "title-twice"]);
    assert_eq!((out.code, out.err.as_str()), (0, ""));
    for word in ["title-twice (Warnung)", "Falsch (measures/kurs.toml):", "Richtig", "Was tun: "] {
        assert!(out.out.contains(word), "{word}: {}", out.out);
    }
    let out = home.run(&["check", "--explain", "titel-twice"]);
    assert_eq!((out.code, out.out.as_str()), (2, ""));
    assert!(out.err.contains("Meinten Sie „title-twice“?"), "{}", out.err);
    let out = home.run(&["check", "--explain", "--lang", "en"]);
    assert!(out.code == 0 && out.out.contains("stray-blanks") && out.out.contains(" warning: "), "{}", out.out);
    assert_eq!(home.run(&["check", "--explain", "syntax", "--fix"]).code, 2);
}

#[test]
fn mending_is_shown_first_and_done_only_when_asked_for() {
    let home = TestHome::new();
    let folder = home.catalogue(&[("m.toml", MEASURE), ("x.toml", &with_slips())]);
    let file = format!("{folder}/measures/x.toml");
    let out = home.run_in_catalogue(&["check", "--fix"]);
    assert_eq!(out.code, 1);
    for line in [
        "--- measures/x.toml",
        "-titel = \"Zweites  Angebot\" # so",
        "+title = \"Zweites Angebot\" # so",
        "+types = [\"coaching\"]",
    ] {
        assert!(out.out.lines().any(|shown| shown == line), "{line}: {}", out.out);
    }
    assert!(out.err.contains("--yes"), "{}", out.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), with_slips(), "nothing has changed");

    let out = home.run_in_catalogue(&["check", "--fix", "--yes"]);
    assert!(out.out.contains("Eine Datei ist berichtigt.\nEs bleibt ein Fehler und keine Warnungen."), "{}", out.out);
    assert_eq!(out.code, 1, "there is an error left");
    let mended = MEASURE
        .replace("\"m\"", "\"x\"")
        .replace("title = \"Erstes Angebot\"", "title = \"Zweites Angebot\" # so")
        .replace("\"none\"", "\"ja\"");
    assert_eq!(fs::read_to_string(&file).unwrap(), mended);
    assert_eq!(fs::read_to_string(format!("{folder}/measures/m.toml")).unwrap(), MEASURE);
    let history = home.run_in_catalogue(&["history", "x"]);
    assert!(history.out.contains("Titel"), "{}{}", history.out, history.err);

    let out = home.run_in_catalogue(&["check", "--fix"]);
    assert!(out.out.starts_with("Es gibt nichts"), "{}", out.out);
}

#[test]
fn only_the_named_files_are_mended() {
    let home = TestHome::new();
    let slip =
        |id: &str| MEASURE.replace("\"m\"", &format!("\"{id}\"")).replace("Erstes", id).replace("running", "runing");
    let folder = home.catalogue(&[("a.toml", &slip("a")), ("b.toml", &slip("b"))]);
    let file = |name: &str| format!("{folder}/measures/{name}.toml");
    let out = home.run(&["check", &file("b"), "--fix", "--yes"]);
    assert_eq!(out.code, 0, "{}{}", out.out, out.err);
    assert!(fs::read_to_string(file("a")).unwrap().contains("runing"));
    assert!(fs::read_to_string(file("b")).unwrap().contains("running"));
}

#[test]
fn the_demo_catalogue_cannot_be_mended() {
    let out = TestHome::new().run(&["check", "--fix", "--yes"]);
    assert_eq!((out.code, out.out.as_str()), (2, ""));
    assert!(out.err.contains("--catalogue"), "{}", out.err);
}
