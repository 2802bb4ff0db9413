//! `lotse doctor` speaks where nothing else works; completions and manual pages are what shells and `man` take.

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use lotse::cli::DoctorCode;
use serde_json::Value;

use crate::support::home::{MEASURE, Out, TestHome, json};

/// What doctor finds, and that it says it properly.
fn findings(out: &Out) -> Vec<Value> {
    let answer = json(&out.out);
    let all = answer["findings"].as_array().unwrap().clone();
    let count = |state: &str| all.iter().filter(|finding| finding["state"] == state).count();
    assert_eq!(answer["problems"], count("problem"));
    assert_eq!(answer["notes"], count("note"));
    assert_eq!(out.code, i32::from(count("problem") > 0), "{}", out.out);
    for finding in &all {
        let words = format!("{} {}", finding["message"], finding["hint"]);
        assert!(!words.contains('‹') && !words.contains("{$") && !words.contains("{ $"), "{words}");
        assert!(
            finding["state"] == "ok" || finding["hint"].is_string() || finding["code"] == "settings-fault",
            "{finding}"
        );
    }
    all
}

fn state_of<'f>(findings: &'f [Value], code: &str) -> Option<&'f str> {
    findings.iter().find(|finding| finding["code"] == code).map(|finding| finding["state"].as_str().unwrap())
}

fn doctor(home: &TestHome, args: &[&str], env: &[(&str, &str)]) -> Vec<Value> {
    findings(&home.run_with(&[&["doctor", "--format", "json"], args].concat(), env))
}

#[test]
fn a_sound_house_has_no_problem() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE)]);
    home.settings("[user]\ncoordinator = \"team-eins\"\n");
    let found = doctor(&home, &["--catalogue", &catalogue], &[]);
    for code in
        ["settings-file", "coordinator", "catalogue-folder", "catalogue-entries", "catalogue-writable", "cache-folder"]
    {
        assert_eq!(state_of(&found, code), Some("ok"), "{code}: {found:#?}");
    }
    assert_eq!(state_of(&found, "catalogue-sound"), Some("ok"), "{found:#?}");
    assert!(found.iter().all(|finding| finding["state"] != "problem"), "{found:#?}");
    // An index that is there is seen.
    assert_eq!(state_of(&found, "index-missing"), Some("note"));
    assert_eq!(home.run(&["index", "--catalogue", &catalogue]).code, 0);
    assert_eq!(state_of(&doctor(&home, &["--catalogue", &catalogue], &[]), "index-fits"), Some("ok"));
}

/// The state of the index is told in full; nobody has to do anything about damage, but may want to know.
#[test]
fn a_damaged_index_is_told() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE)]);
    assert_eq!(home.run(&["index", "--catalogue", &catalogue]).code, 0);
    let store = fs::read_dir(home.path("cache/index")).unwrap().next().unwrap().unwrap().path();
    let current = fs::read_to_string(store.join("CURRENT")).unwrap();
    for file in fs::read_dir(store.join(current.trim())).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|extension| extension == "store") {
            fs::write(&file, "nichts").unwrap();
        }
    }
    let found = doctor(&home, &["--catalogue", &catalogue], &[]);
    assert_eq!(state_of(&found, "index-damaged"), Some("note"), "{found:#?}");
}

#[test]
fn it_speaks_both_languages_and_marks_states_with_words() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE)]);
    for (lang, ok, note) in [("de", "  gut ", "  Hinweis "), ("en", "  good ", "  note ")] {
        let out = home.run(&["doctor", "--catalogue", &catalogue, "--lang", lang]);
        assert_eq!((out.code, out.err.as_str()), (0, ""));
        assert!(out.out.contains(ok) && out.out.contains(note) && !out.out.contains('‹'), "{}", out.out);
        assert!(!out.out.contains('\u{1b}'));
    }
}

#[test]
fn it_leaves_nothing_behind() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE)]);
    let tree = || {
        let mut all = BTreeSet::new();
        let mut folders = vec![Path::new(&home.path("")).to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                all.insert(path.clone());
                folders.extend(path.is_dir().then_some(path));
            }
        }
        all
    };
    home.folder("work");
    let before = tree();
    doctor(&home, &["--catalogue", &catalogue], &[]);
    assert_eq!(tree(), before);
}

#[test]
fn broken_settings_do_not_silence_it() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE)]);
    let missing = home.path("nirgends.toml");
    let found = doctor(&home, &["--catalogue", &catalogue, "--config", &missing], &[]);
    assert_eq!(state_of(&found, "settings-broken"), Some("problem"));
    assert_eq!(state_of(&found, "catalogue-entries"), Some("ok"), "the rest is looked at");
    let faulty = home.file(
        "faulty.toml",
        "mous = true\n[user]\ncoordinator = 'team-ein'\nkordinator = 'x'\n[keys]\nhelfen = 'f1'\n[themes.x]\nrolle = 'bold'\n",
    );
    let found = doctor(&home, &["--catalogue", &catalogue, "--config", &faulty], &[]);
    let faults: Vec<&str> = found
        .iter()
        .filter(|finding| finding["code"] == "settings-fault")
        .map(|finding| finding["message"].as_str().unwrap())
        .collect();
    for (fault, word) in faults.iter().zip(["„mouse“", "„coordinator“", "„help“", "„rolle“"]) {
        assert!(fault.contains(word), "{fault}");
    }
    assert_eq!(faults.len(), 4, "{faults:#?}");
    let unknown = found.iter().find(|finding| finding["code"] == "coordinator-unknown").unwrap();
    assert!(unknown["hint"].as_str().unwrap().contains("team-eins"), "{unknown}");
}

#[test]
fn it_works_without_home_settings_catalogue_or_places_to_write() {
    let home = TestHome::new();
    let file = home.file("datei", "");
    let cases: &[&[(&str, &str)]] = &[
        &[("HOME", ""), ("XDG_CONFIG_HOME", ""), ("XDG_CACHE_HOME", ""), ("LOTSE_CACHE", "")],
        &[("LOTSE_CATALOGUE", "/nirgends")],
        &[("LOTSE_CATALOGUE", file.as_str())],
        &[("LOTSE_CACHE", file.as_str()), ("LOTSE_STATE", file.as_str())],
        &[("LOTSE_TODAY", "gestern")],
        &[("PATH", "")],
        &[("TERM", "dumb"), ("LANG", "de_DE.ISO-8859-1"), ("EDITOR", "gibt-es-nicht --warte")],
    ];
    let problem = [
        None,
        Some("catalogue-unreadable"),
        Some("catalogue-unreadable"),
        Some("cache-unwritable"),
        Some("today-wrong"),
        None,
        None,
    ];
    for (env, problem) in cases.iter().zip(problem) {
        let found = doctor(&home, &[], env);
        if let Some(code) = problem {
            assert_eq!(state_of(&found, code), Some("problem"), "{env:?}: {found:#?}");
        }
    }
    let found = doctor(&home, &[], cases[6]);
    for code in ["terminal-dumb", "utf8-missing", "editor-missing"] {
        assert_eq!(state_of(&found, code), Some("note"), "{code}: {found:#?}");
    }
}

#[test]
fn faulty_and_missing_files_are_told() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE), ("n.toml", "id = 3")]);
    let found = doctor(&home, &["--catalogue", &catalogue], &[]);
    assert_eq!(state_of(&found, "catalogue-errors"), Some("problem"));
    let message = found.iter().find(|finding| finding["code"] == "catalogue-entries").unwrap();
    assert!(message["message"].as_str().unwrap().starts_with("1 Angebot "), "{message}");
    fs::remove_dir_all(format!("{catalogue}/measures")).unwrap();
    let found = doctor(&home, &["--catalogue", &catalogue], &[]);
    assert!(found.iter().any(|finding| finding["area"] == "catalogue" && finding["state"] == "problem"), "{found:#?}");
}

#[test]
fn old_schemas_are_noticed() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE)]);
    let state = |code: &str| {
        let found = doctor(&home, &["--catalogue", &catalogue], &[]);
        state_of(&found, code).map(str::to_owned)
    };
    assert!(state("schemas-none").is_some());
    assert_eq!(home.run(&["schema", "--write", "--catalogue", &catalogue, "--lang", "en"]).code, 0);
    assert!(state("schemas-current").is_some());
    home.file("small/vocabulary/goals.toml", "[[goal]]\nid = \"arbeit\"\nlabel = \"Arbeit\"\n");
    assert_eq!(state("schemas-old").as_deref(), Some("note"));
}

#[test]
fn nothing_from_the_environment_drives_the_terminal() {
    let home = TestHome::new();
    let evil = "\u{1b}[2J\u{9b}31m\u{202e}";
    let quoted = format!("'{evil}' x");
    let names = ["TERM", "TERM_PROGRAM", "VTE_VERSION", "LANG", "LOTSE_CATALOGUE", "LOTSE_CACHE", "LOTSE_STATE", "TZ"];
    let mut env: Vec<(&str, &str)> = names.iter().map(|name| (*name, evil)).collect();
    env.push(("EDITOR", &quoted));
    for args in [&["doctor"][..], &["doctor", "--format", "json"], &["doctor", "--settings"]] {
        let out = home.run_with(args, &env);
        let harmless = |text: &str| text.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}');
        assert!(harmless(&out.out) && harmless(&out.err), "{:?}", out.out);
    }
}

#[test]
fn it_tells_of_a_checkout_that_belongs_to_somebody_else() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE)]);
    let git = |args: &[&str]| Command::new("git").args(args).current_dir(&catalogue).output();
    if git(&["init", "--quiet"]).is_err() {
        return; // Without git there is nothing to tell of.
    }
    let found = doctor(&home, &["--catalogue", &catalogue], &[]);
    assert_eq!((state_of(&found, "git-undecided"), state_of(&found, "git-checkout")), (Some("note"), None));
    let found = doctor(&home, &["--catalogue", &catalogue, "--trust"], &[]);
    assert_eq!(state_of(&found, "git-checkout"), Some("ok"), "{found:#?}");
    // Git has a switch that makes it believe so, for its own tests.
    let found = doctor(&home, &["--catalogue", &catalogue], &[("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")]);
    let told = found.iter().find(|finding| finding["code"] == "git-dubious").unwrap_or_else(|| panic!("{found:#?}"));
    assert!(told["hint"].as_str().unwrap().contains("safe.directory"), "{told}");
    // And where git cannot be found.
    let found = doctor(&home, &["--catalogue", &catalogue], &[("PATH", "")]);
    assert_eq!(state_of(&found, "git-missing"), Some("problem"), "{found:#?}");
}

#[test]
fn settings_in_force_say_where_they_come_from() {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[]);
    home.settings("language = 'en'\nmouse = false\n[user]\ncoordinator = 'team-eins'\n");
    let args = ["doctor", "--settings", "--format", "json", "--catalogue", &catalogue];
    let all = json(&home.run(&args).out);
    let origin = |name: &str| {
        let found = all.as_array().unwrap().iter().find(|setting| setting["name"] == name).unwrap();
        (found["value"].clone(), found["origin"].as_str().unwrap().to_owned())
    };
    assert_eq!(origin("catalogue"), (Value::from(catalogue.clone()), "--catalogue".to_owned()));
    assert_eq!(origin("theme").1, "default");
    assert_eq!(origin("mouse").0, "false");
    assert!(origin("mouse").1.ends_with("settings.toml, line 2"), "{}", origin("mouse").1);
    assert!(origin("user.coordinator").1.ends_with("line 4"));
    let german = home.run(&["doctor", "--settings", "--lang", "de", "--catalogue", &catalogue]).out;
    let language = german.lines().find(|line| line.starts_with("language")).unwrap();
    assert!(language.contains(" de ") && language.contains("--lang"), "{language}");
}

/// Every finding has its words, and no words are left over.
#[test]
fn every_finding_of_the_source_has_words_in_both_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source: String = fs::read_dir(root.join("src/cli/doctor"))
        .unwrap()
        .chain(fs::read_dir(root.join("src/cli")).unwrap())
        .filter(|file| file.as_ref().unwrap().path().is_file())
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    let problems = DoctorCode::ALL.iter().map(|code| code.as_str());
    let codes: BTreeSet<&str> = ["report.ok(\"", "report.note(\""]
        .into_iter()
        .flat_map(|call| source.split(call).skip(1).filter_map(|rest| rest.split('"').next()))
        .chain(problems)
        .collect();
    assert!(codes.len() > 50);
    for file in ["src/locale/admin.de.ftl", "src/locale/admin.en.ftl"] {
        let texts = fs::read_to_string(root.join(file)).unwrap();
        let keys: BTreeSet<&str> = texts.lines().filter_map(|line| line.split(" =").next()).collect();
        for code in &codes {
            assert!(keys.contains(format!("doctor-{code}").as_str()), "doctor-{code} in {file}");
        }
        for key in keys.iter().filter(|key| key.starts_with("doctor-") && !key.starts_with("doctor-area-")) {
            let code = key.trim_start_matches("doctor-").trim_end_matches("-hint");
            assert!(codes.contains(code) || source.contains(&format!("\"{key}\"")), "{key} in {file} is for nothing");
        }
    }
}

#[test]
fn every_shell_gets_a_script_that_it_can_read() {
    let home = TestHome::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let out = home.run(&["completions", shell]);
        assert_eq!((out.code, out.err.as_str()), (0, ""), "{shell}");
        for word in ["doctor", "target-group", "catalogue"] {
            assert!(out.out.contains(word), "{word} for {shell}");
        }
        let script = home.file(&format!("script.{shell}"), &out.out);
        // Shells that are not here cannot judge.
        if let Ok(judged) = Command::new(shell).args(["-n", &script]).output() {
            assert!(judged.status.success(), "{shell}: {}", String::from_utf8_lossy(&judged.stderr));
        }
    }
    assert!(home.run(&["completions", "zsh", "--lang", "en"]).out.contains("Looks where everything lies"));
    assert_eq!(home.run(&["completions", "tcsh"]).code, 2);
}

#[test]
fn completions_offer_the_codes_of_filters() {
    let home = TestHome::new();
    let script = home.run(&["completions", "bash"]).out;
    assert!(script.contains("in_person online hybrid"), "what --delivery may be");
}

#[test]
fn manual_pages_are_those_of_the_help() {
    let home = TestHome::new();
    let top = home.run(&["man"]).out;
    assert!(top.contains(".TH LOTSE 1") && top.contains(".SH AUFRUF") && top.contains("doctor"));
    for english in [".SH SYNOPSIS", ".SH DESCRIPTION", ".SH EXTRA"] {
        assert!(!top.contains(english), "{english}");
    }
    assert!(home.run(&["man", "search", "--lang", "en"]).out.contains(".SH SYNOPSIS"));
    let unknown = home.run(&["man", "serch"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("„search“"), "{}", unknown.err);
    let folder = home.path("man");
    assert_eq!(home.run(&["man", "-o", &folder]).code, 0);
    let pages: BTreeSet<String> =
        fs::read_dir(&folder).unwrap().map(|page| page.unwrap().file_name().into_string().unwrap()).collect();
    assert!(pages.contains("lotse.1") && pages.contains("lotse-doctor.1") && pages.len() > 10, "{pages:?}");
}

#[test]
fn completions_and_pages_need_neither_settings_nor_catalogue() {
    let home = TestHome::new();
    for command in [&["completions", "bash"][..], &["man"]] {
        let out = home.run_with(command, &[("LOTSE_CONFIG", "/nirgends"), ("LOTSE_CATALOGUE", "/nirgends")]);
        assert_eq!((out.code, out.err.as_str()), (0, ""));
    }
}
