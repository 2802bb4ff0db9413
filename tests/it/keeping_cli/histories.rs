//! Histories: the journal beside a catalogue, and the commits of a checkout.

use std::fs;

use super::desk::{KeptCatalogue, says};
use crate::support::home::{MEASURE, Out, json};

#[test]
fn a_history_is_told_shown_and_taken_back() {
    let desk = KeptCatalogue::new();
    says(&desk.done(&["history", "m"]), &["jetzt  Stand vor der ersten Änderung in Lotse"]);
    desk.done(&["set", "m", "title=Zweites"]);
    // A comment and a change by other means.
    fs::write(
        desk.entry("m"),
        desk.text("m").replace("status = ", "# von Hand\nstatus = ").replace("Zweites", "Drittes"),
    )
    .unwrap();
    desk.done(&["set", "m", "title=Viertes", "capacity.free=2"]);
    let history = desk.done(&["history", "m"]);
    let heads: Vec<&str> = history.lines().filter(|line| !line.starts_with(' ')).collect();
    let told: Vec<String> =
        heads.iter().map(|line| line.split("  ").step_by(2).collect::<Vec<_>>().join("|")).collect();
    assert_eq!(told[0], "4|Team Eins", "{history}");
    assert!(heads[1].starts_with("3") && heads[1].ends_with("außerhalb von Lotse geändert"), "{history}");
    assert!(heads[3].starts_with("1") && heads[3].ends_with("Stand vor der ersten Änderung in Lotse"), "{history}");
    says(&history, &["    Titel: Drittes → Viertes\n", "    Freie Plätze: nichts → 2\n", "Titel: Zweites → Drittes\n"]);
    let one = desk.done(&["history", "m", "--limit", "1"]);
    assert_eq!(one, history.split_inclusive('\n').take(4).collect::<String>());
    assert_eq!(desk.done(&["history", "m", "--limit", "0"]), "");
    let listed = json(&desk.done(&["history", "m", "--format", "json"]));
    assert_eq!(listed["id"], "m");
    let states = listed["states"].as_array().unwrap();
    let keys: Vec<_> = states.iter().map(|state| (state["state"].as_str(), state["act"].as_str())).collect();
    assert_eq!(
        keys,
        [
            (Some("4"), Some("change")),
            (Some("3"), Some("found")),
            (Some("2"), Some("change")),
            (Some("1"), Some("found"))
        ]
    );
    assert_eq!(states[0]["by"], "Team Eins");
    let change = serde_json::json!({"field": "title", "before": "Drittes", "after": "Viertes"});
    assert_eq!(states[0]["changes"][0], change);
    assert_eq!(desk.done(&["history", "m", "--show", "1"]), MEASURE);
    // Values come back, comments stay.
    let out = desk.done(&["history", "m", "--restore", "1"]);
    says(&out, &["Titel: Viertes → Erstes Angebot", "Freie Plätze: 2 → nichts"]);
    let kept =
        MEASURE.replace("status = ", "# von Hand\nstatus = ").replace("[confirmed]", "[capacity]\n\n[confirmed]");
    assert_eq!(desk.text("m"), kept);
    says(&desk.done(&["history", "m"]), &["5  ", "früheren Stand zurückgeholt"]);
    says(&desk.refused(1, &["history", "m", "--show", "99"]), &["„99“", "lotse history m"]);
    says(&desk.refused(1, &["history", "m", "--restore", "99"]), &["„99“"]);
    says(&desk.refused(2, &["history", "m", "--restore", "2", "--by", "team-zwei"]), &["--force"]);
    // What was deleted still has a history.
    fs::remove_file(desk.entry("m")).unwrap();
    says(&desk.done(&["history", "m"]), &["5  "]);
    assert_eq!(desk.done(&["history", "m", "--show", "1"]), MEASURE);
}

#[test]
fn another_id_takes_the_history_along() {
    let desk = KeptCatalogue::new();
    desk.done(&["set", "m", "title=Zweites"]);
    let out = desk.done(&["set", "m", "id=k", "title=Drittes"]);
    says(&out, &["k: gespeichert\n  Kennung: m → k\n  Titel: Zweites → Drittes\n"]);
    assert!(!desk.entry("m").exists());
    assert_eq!(desk.text("k"), MEASURE.replace("\"m\"", "\"k\"").replace("Erstes Angebot", "Drittes"));
    // The id is free for another entry, whose history is its own.
    desk.done(&["new", "--from", "k", "id=m", "title=Anderes"]);
    desk.done(&["set", "m", "title=Ganz anderes"]);
    let history = desk.done(&["history", "k"]);
    says(&history, &["3  ", "umbenannt, vorher „m“", "Titel: Zweites → Drittes", "1  "]);
    assert!(!history.contains("anderes"), "{history}");
    assert_eq!(desk.done(&["history", "k", "--show", "1"]), MEASURE);
    // Another entry comes to be called k, once k has another id.
    desk.done(&["set", "k", "id=j"]);
    desk.done(&["set", "m", "id=k"]);
    let history = desk.done(&["history", "k"]);
    assert_eq!(history.matches("umbenannt").count(), 1, "not that of the k before: {history}");
    says(&history, &["umbenannt, vorher „m“", "Anderes → Ganz anderes"]);
    let history = desk.done(&["history", "j"]);
    assert!(!history.contains("anderes") && history.contains("Zweites → Drittes"), "{history}");
}

#[test]
fn nothing_in_a_history_can_drive_the_terminal() {
    let hostile = "\u{feff}  # \u{1b}]0;x\u{7} \u{202e}umgekehrt\u{200b}\r\n\ttitle = \"\u{9b}31m\"\r\n";
    let desk = KeptCatalogue::new();
    fs::create_dir_all(desk.path(".lotse/history")).unwrap();
    let line = |by: &str, text: &str| {
        let line =
            serde_json::json!({"at": "2026-11-01T10:00:00Z", "by": by, "user": by, "act": "change", "text": text});
        format!("{line}\n")
    };
    let titled = MEASURE.replace("Erstes", "\\u001b[2J\\u202eErstes");
    fs::write(
        desk.path(".lotse/history/m.jsonl"),
        line("\u{1b}[31mTeam\u{202e}", hostile) + &line("", &titled) + &line("", MEASURE),
    )
    .unwrap();
    let shown = desk.done(&["history", "m", "--show", "1"]);
    assert_eq!(shown, "\u{feff}  # ␛]0;x␇ umgekehrt\r\n\ttitle = \"\u{fffd}31m\"\r\n");
    let history = desk.done(&["history", "m"]);
    says(&history, &["␛[31mTeam  geändert", "Titel: ␛[2JErstes Angebot → Erstes Angebot"]);
    let printed =
        [history, desk.done(&["history", "m", "--format", "json"]), desk.run(&["history", "m", "--restore", "1"]).err];
    for text in printed {
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\u{9b}', '\u{7}']), "{text:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_journal_never_leads_out_of_the_catalogue() {
    use std::os::unix::fs::symlink;
    let desk = KeptCatalogue::new();
    let elsewhere = desk.home.folder("elsewhere");
    fs::create_dir(desk.path(".lotse")).unwrap();
    symlink(&elsewhere, desk.path(".lotse/history")).unwrap();
    let told = |out: Out| {
        assert_eq!(out.code, 0, "the save itself stands: {}", out.err);
        says(&out.err, &["Gespeichert, aber nicht im Verlauf"]);
    };
    told(desk.run(&["set", "m", "title=Zweites"]));
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
    fs::remove_file(desk.path(".lotse/history")).unwrap();
    fs::create_dir(desk.path(".lotse/history")).unwrap();
    symlink(format!("{elsewhere}/new"), desk.path(".lotse/history/m.jsonl")).unwrap();
    told(desk.run(&["set", "m", "title=Drittes"]));
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
    assert_eq!(desk.text("m"), MEASURE.replace("Erstes Angebot", "Drittes"));
}

#[test]
fn in_a_checkout_each_save_is_one_commit_of_one_file() {
    let desk = KeptCatalogue::new();
    desk.checkout();
    // Other people's work in progress.
    desk.home.file("small/providers.toml", "[[provider]]\nid = \"traeger\"\nname = \"Staged\"\n");
    desk.git(&["add", "providers.toml"]);
    desk.home.file("small/synonyms.toml", "# neu\n");
    desk.home.file("small/catalogue.toml", "title = \"Dirty\"\n");
    let busy = desk.git(&["status", "--porcelain"]);
    assert_eq!(busy, " M catalogue.toml\nM  providers.toml\n?? synonyms.toml\n");
    desk.done(&["set", "m", "title=Zweites", "free=2"]);
    let shown = desk.git(&["show", "--stat=80", "--format=%an <%ae>%n%cn%n%B", "HEAD"]);
    says(&shown, &["Team Eins <eins@example.org>\nTeam Eins\nm: title, capacity.free, capacity.as_of\n"]);
    says(&shown, &["title: Erstes Angebot -> Zweites\n", " measures/m.toml | ", "1 file changed"]);
    desk.done(&["confirm", "m"]);
    desk.done(&["set", "m", "id=k"]);
    desk.done(&["new", "--from", "k", "id=z", "title=Letztes"]);
    desk.done(&["history", "k", "--restore", &desk.git(&["rev-parse", "--short=8", "HEAD~4"])[..8]]);
    let subjects = desk.git(&["log", "--format=%s"]);
    assert_eq!(
        subjects.lines().collect::<Vec<_>>(),
        [
            "k: restored title, capacity.free, capacity.as_of, confirmed.on",
            "z: new",
            "m -> k",
            "m: confirmed",
            "m: title, capacity.free, capacity.as_of",
            "Beginning"
        ]
    );
    assert_eq!(desk.git(&["status", "--porcelain"]), busy);
    assert!(!desk.path(".lotse").exists(), "one history is enough");
    says(
        &desk.done(&["history", "k"]),
        &[
            "Team Eins  umbenannt, vorher „m“\n    Kennung: m → k\n",
            "Team Eins  bestätigt\n",
            "Somebody Else  Beginning",
        ],
    );
}

#[test]
fn several_at_once_are_as_many_commits() {
    let desk = KeptCatalogue::new();
    let ids = ["a", "b", "c", "d"];
    for id in ids {
        fs::write(desk.entry(id), MEASURE.replace("\"m\"", &format!("\"{id}\""))).unwrap();
    }
    desk.checkout();
    std::thread::scope(|scope| {
        for id in ids {
            let desk = &desk;
            scope.spawn(move || desk.done(&["set", id, "title=Gleichzeitig"]));
        }
    });
    let mut subjects: Vec<String> =
        desk.git(&["log", "--format=%s", "--max-count=4"]).lines().map(str::to_owned).collect();
    subjects.sort();
    assert_eq!(subjects, ["a: title", "b: title", "c: title", "d: title"]);
    assert_eq!(desk.git(&["status", "--porcelain"]), "");
}

#[cfg(unix)]
#[test]
fn a_hook_that_fails_is_told_and_costs_nothing() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = KeptCatalogue::new();
    desk.checkout();
    let hook =
        desk.home.file("small/.git/hooks/pre-commit", "#!/bin/sh\nprintf 'nicht \\033[31mheute\\n' >&2\nexit 1\n");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    let out = desk.run(&["set", "m", "title=Zweites"]);
    assert_eq!(out.code, 0);
    says(&out.out, &["m: gespeichert\n"]);
    says(&out.err, &["Die Änderung steht im Verlauf von Lotse, aber nicht in Git: Git meldet „nicht ␛[31mheute“"]);
    assert_eq!(desk.text("m"), MEASURE.replace("Erstes Angebot", "Zweites"));
    assert_eq!(desk.git(&["status", "--porcelain"]), " M measures/m.toml\n");
    let out = desk.run(&["new", "--from", "m", "title=Neues"]);
    assert_eq!((out.code, out.out.as_str()), (0, "neues\n"), "{}", out.err);
    assert_eq!(desk.git(&["status", "--porcelain"]), " M measures/m.toml\n?? measures/neues.toml\n");
    says(&desk.done(&["history", "m"]), &["Team Eins  geändert\n    Titel: Erstes Angebot → Zweites\n"]);
    // With the next save that is let through, nothing is missing.
    fs::remove_file(&hook).unwrap();
    desk.done(&["set", "m", "short=Z"]);
    let shown = desk.git(&["show", "--format=", "HEAD"]);
    says(&shown, &["+title = \"Zweites\"\n", "+short = \"Z\"\n"]);
}

/// The branch moves on between git's look at it and the commit: git refuses that, and once more is enough.
#[cfg(unix)]
#[test]
fn a_commit_that_another_one_overtakes_is_made_up_for() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = KeptCatalogue::new();
    desk.checkout();
    let another = "#!/bin/sh\n[ -e .git/once ] && exit 0\n: > .git/once\n\
                   git update-ref HEAD \"$(git commit-tree -p HEAD -m another 'HEAD^{tree}')\"\n";
    let hook = desk.home.file("small/.git/hooks/pre-commit", another);
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    desk.done(&["set", "m", "title=Zweites"]);
    let subjects = desk.git(&["log", "--format=%s", "--max-count=2"]);
    assert_eq!(subjects, "m: title\nanother\n");
    assert_eq!(desk.git(&["status", "--porcelain"]), "");
}

/// Somebody keeps the whole home folder in git, but not this.
#[test]
fn a_checkout_that_ignores_the_catalogue_is_none() {
    for ignored in ["small", "*.toml", "small/measures/*", "*"] {
        let desk = KeptCatalogue::new();
        let home = desk.home.path("");
        desk.home.file(".gitignore", &format!("{ignored}\n"));
        desk.git(&["-C", &home, "init", "--quiet"]);
        desk.done(&["--trust", "search", "Angebot"]);
        desk.done(&["set", "m", "title=Zweites"]);
        assert!(desk.path(".lotse/history/m.jsonl").exists(), "{ignored}");
        says(&desk.done(&["history", "m"]), &["2  ", "Team Eins  geändert", "1  "]);
    }
}
