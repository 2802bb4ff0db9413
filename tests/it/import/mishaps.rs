//! What goes wrong: refused rows, faulty mappings, files that are no tables, and a process that is killed.

use std::{fs, process::Stdio, thread, time::Duration};

use serde_json::Value;

use super::{
    walk::{ImportCatalogue, edited},
    workbook::{MAPPING, TABLE},
};
use crate::support::home::{MEASURE, TestHome, json};

#[test]
fn one_refused_row_stops_all_unless_that_is_meant() {
    let desk = ImportCatalogue::new();
    let table = edited(&desk, &[("WALI", "WALLI e. V."), ("20 (6 frei)", "zwanzig")]);
    let args = ["import", &table, "--mapping", MAPPING];
    let refused = desk.run(&args);
    assert_eq!(refused.code, 1);
    assert!(desk.entries().is_empty(), "{}", refused.out);
    for words in
        ["Zeilen 10, 11: abgelehnt", "Spalte K „Träger / Name“, „WALLI e. V.“", "„zwanzig“ ist keine ganze Zahl"]
    {
        assert!(refused.out.contains(words), "{words} in\n{}", refused.out);
    }
    let partial = desk.run(&["import", &table, "--mapping", MAPPING, "--partial", "--format", "json"]);
    assert_eq!((partial.code, desk.entries().len()), (1, 7));
    let report = json(&partial.out);
    let entry = report["entries"].as_array().unwrap().iter().find(|entry| entry["action"] == "refused").unwrap();
    assert_eq!((&entry["rows"][0], &entry["faults"][0]["column"]), (&10.into(), &"K".into()));
}

/// What scripts read of a cell that is no value, of a value that the rules refuse, and of a row as a whole.
#[test]
fn faults_of_rows_have_their_place_and_a_hint() {
    let home = TestHome::new();
    let folder = home.catalogue(&[]);
    let faults = |rows: &str| {
        let table = home.file("tabelle.csv", &format!("Titel;Rechtsgrundlage;Kurztext\n{rows}"));
        let out = home.run(&["--catalogue", &folder, "import", &table, "--dry-run", "--format", "json"]);
        json(&out.out)["entries"][0]["faults"].clone()
    };
    let place = |fault: &Value| {
        let part = |key: &str| fault[key].as_str().map(str::to_owned);
        (fault["row"].as_u64(), part("column"), part("heading"), part("cell"), part("code"))
    };
    let own = |part: &str| Some(part.to_owned());
    let cell = faults("\n;;\nKurs;ma;Hilft.\n");
    assert_eq!(place(&cell[0]), (Some(4), own("B"), own("Rechtsgrundlage"), own("ma"), own("no-value")));
    assert_eq!(cell[0]["message"], "„ma“ gibt es im Katalog nicht");
    assert!(cell[0]["hint"].as_str().unwrap().contains("unter [values]"), "{cell}");
    let row = faults(";mat;Hilft.\n");
    assert_eq!(place(&row[0]), (Some(2), None, None, own(""), own("no-key")));
    let long = faults(&format!("Kurs;mat;{}\n", "x".repeat(3_000)));
    let long = long.as_array().unwrap().iter().find(|fault| fault["code"] == "too-long").unwrap();
    let shown = "x".repeat(120) + "…";
    assert_eq!(place(long), (Some(2), own("C"), own("Kurztext"), Some(shown), own("too-long")));
    assert!(long["message"].as_str().unwrap().contains("3.000"), "{long}");
}

#[test]
fn faults_of_a_mapping_have_their_place_and_a_hint() {
    let desk = ImportCatalogue::new();
    let text = "header_rwo = 3\n[columns]\n\"Bezeichnung\" = \"titel\"\n\"TN\".patterns = [\"{capacity.places\"]\n\
                [fixed]\nprovider = \"gwap\"\n[values.target_groups]\n\"X\" = \"fraun\"\n";
    let mapping = desk.0.file("falsch.toml", text);
    let told = desk.run(&["import", TABLE, "--mapping", &mapping]);
    assert_eq!(told.code, 2);
    for words in [
        "falsch.toml:1:1",
        "„header_row“",
        "falsch.toml:3:17",
        "„title“",
        "geschweifte Klammer",
        "„gwab“",
        "„frauen“",
        "^^^^^^^^^^",
    ] {
        assert!(told.err.contains(words), "{words} in\n{}", told.err);
    }
    let mapping = desk.0.file("spalte.toml", "header_row = 4\n[columns]\n\"Bezeichnnung\" = \"title\"\n");
    let told = desk.run(&["import", TABLE, "--mapping", &mapping]);
    assert!(told.code == 2 && told.err.contains("„Bezeichnung“"), "{}", told.err);
}

#[test]
fn what_is_no_table_is_refused_in_words() {
    let home = TestHome::new();
    let folder = home.catalogue(&[]);
    home.folder("small/measures");
    let packed = |bytes: &[u8]| {
        let path = home.path("datei.xlsx");
        fs::write(&path, bytes).unwrap();
        path
    };
    let cases: [(&[u8], &str); 7] = [
        (b"PK\x03\x04\x14\0\0\x08\0\0\0\0\0\0\0\0\0\0\x2e\0\0\0\x2e\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument"),
        (b"PK\x03\x04 kaputt", "beschädigt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "mit Kennwort"),
        (b"\x89PNG\r\n\x1a\n\0\0", "weder CSV noch XLSX"),
        (b"", "leer"),
        (b"{\"a\": 1}", "kein Export von Lotse"),
        (b"{\"format\": \"lotse-catalogue\", \"version\": 9, \"measures\": []}", "Fassung 9"),
    ];
    for (bytes, words) in cases {
        let told = home.run(&["--catalogue", &folder, "import", &packed(bytes)]);
        assert!(told.code == 3 && told.err.contains(words), "{words}: {} {}", told.code, told.err);
    }
    assert_eq!(home.run(&["--catalogue", &folder, "import", "gibt-es-nicht.csv"]).code, 3);
}

#[test]
fn cells_cannot_drive_the_terminal() {
    let home = TestHome::new();
    let folder = home.catalogue(&[("m.toml", MEASURE)]);
    let table = "Titel;Trä\u{202e}ger\n\u{1b}[2Jböse\u{202e};\"\u{1b}]52;c;x\u{7}\"\n=1+1;nix\n";
    let file = home.file("böse.csv", table);
    let out = home.run(&["--catalogue", &folder, "import", &file, "--dry-run"]);
    assert_eq!(out.code, 1);
    let harmless = |text: &str| text.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}');
    assert!(harmless(&out.out) && harmless(&out.err), "{:?}", out.out);
    let proposed = home.run(&["--catalogue", &folder, "import", &file, "--propose"]);
    assert!(harmless(&proposed.out), "{:?}", proposed.out);
    // What is shown in other letters still means the column.
    let mapping = home.file("zuordnung.toml", &proposed.out);
    let mapped = home.run(&["--catalogue", &folder, "import", &file, "--mapping", &mapping, "--dry-run"]);
    assert_eq!((mapped.code, mapped.err.as_str()), (1, ""), "{}", proposed.out);
}

#[test]
fn an_export_in_json_needs_no_mapping() {
    let home = TestHome::new();
    let folder = home.catalogue(&[("m.toml", MEASURE)]);
    let text = r#"{"format": "lotse-catalogue", "version": 1, "exported": "2026-11-20", "measures": [
        {"id": "m", "title": "Erstes Angebot", "types": ["coaching"], "schedule": {"setting": "group"}},
        {"id": "n", "titel": "Zweites"}]}"#;
    let file = home.file("export.json", text);
    let out = home.run(&["--catalogue", &folder, "import", &file, "--dry-run"]);
    assert!(out.out.contains("Eintrag Nr. 1: unverändert m"), "{}", out.out);
    assert!(out.out.contains("Eintrag Nr. 2: abgelehnt") && out.out.contains("„title“"), "{}", out.out);
}

/// Killed at any moment, the folder has all of the table or nothing of it once somebody writes there again.
#[test]
fn a_kill_leaves_all_or_nothing() {
    const ROUNDS: u32 = 40;
    const ENTRIES: usize = 40;
    let row = |number: usize, words: &str| {
        format!("Kurs {number};{words};coaching;Alle;mat;traeger;hier;Maßnahme;läuft;2026-11-01;team-eins\n")
    };
    let heading = "Titel;Kurztext;Typ des Angebots;Zielgruppen;Rechtsgrundlage;Träger;Ort;Art des Eintrags;Status;\
                   Zuletzt geprüft am;Koordination\n";
    let home = TestHome::new();
    let folder = home.catalogue(&[]);
    home.folder("small/measures");
    let table = |words: &str| heading.to_owned() + &(0..ENTRIES).map(|number| row(number, words)).collect::<String>();
    let state = |words: &str| {
        let texts: Vec<String> = fs::read_dir(home.path("small/measures"))
            .unwrap()
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .map(|path| fs::read_to_string(path).unwrap())
            .collect();
        (texts.len(), texts.iter().filter(|text| text.contains(words)).count())
    };
    let first = home.file("erste.csv", &table("Stand 0."));
    let done = home.run(&["--catalogue", &folder, "import", &first]);
    assert_eq!((done.code, state("Stand 0.")), (0, (ENTRIES, ENTRIES)), "{} {}", done.out, done.err);
    let (mut current, mut stopped) = ("Stand 0.".to_owned(), 0);
    for round in 1..=ROUNDS {
        let words = format!("Stand {round}.");
        let file = home.file("nächste.csv", &table(&words));
        let args = ["--catalogue", &folder, "import", &file, "--prefer", "table"];
        let mut child = home.command(&args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_millis(u64::from(round) * 6));
        stopped += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        // Whoever writes next finishes what was decided; nothing else is changed by this.
        let next = home.run(&["--catalogue", &folder, "set", "kurs-0", "title=Kurs 0"]);
        assert_eq!(next.code, 0, "{} {}", next.out, next.err);
        match (state(&current), state(&words)) {
            ((ENTRIES, ENTRIES), _) => {}
            (_, (ENTRIES, ENTRIES)) => current = words,
            other => panic!("half of round {round}: {other:?}"),
        }
    }
    assert!(stopped > 0, "at least one was still at work");
    let file = home.file("letzte.csv", &table("Ende."));
    let last = home.run(&["--catalogue", &folder, "import", &file, "--prefer", "table"]);
    assert_eq!((last.code, state("Ende.")), (0, (ENTRIES, ENTRIES)), "{}", last.err);
    let hidden = fs::read_dir(home.path("small/measures")).unwrap().map(|file| file.unwrap().file_name());
    let hidden: Vec<_> = hidden.filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert!(hidden.is_empty(), "{hidden:?}");
}

/// In a git checkout, a table is one commit.
#[test]
fn a_table_is_one_commit() {
    let desk = ImportCatalogue::new();
    let git = |args: &[&str]| {
        let mut command = std::process::Command::new("git");
        command.current_dir(desk.0.path("kat")).args(args);
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", desk.0.path("gitconfig"));
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["-c", "user.name=K", "-c", "user.email=k@example.org", "commit", "--quiet", "--message", "Anfang"]);
    let done = desk.run(&["import", TABLE, "--mapping", MAPPING, "--by", "koordination-frauen", "--trust"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    let log = git(&["log", "--format=%an: %s", "--name-only", "-1"]);
    assert!(log.starts_with("Koordination Frauen: import: massnahmen.csv"), "{log}");
    assert_eq!(log.lines().filter(|line| line.ends_with(".toml")).count(), 8, "{log}");
    assert_eq!(git(&["status", "--porcelain"]), "");
}

#[test]
fn what_can_be_read_but_looks_odd_is_said() {
    let home = TestHome::new();
    let folder = home.catalogue(&[("m.toml", MEASURE)]);
    let text = "Maßnahmenummer;Titel;Telefon Ansprechstelle;Art des Eintrags;Typ des Angebots;Kurztext;Zielgruppen;\
                Rechtsgrundlage;Träger;Koordination;Ort;Status;Zuletzt geprüft am\n\
                M-1;Erstes Angebot;6441900001;measure;Coaching;Hilft.;Alle;mat;Der Träger;Team Eins;Hier;läuft;01.11.2026\n\
                M-2;Anderes Angebot;06441 900001;measure;Coaching;Hilft.;Alle;mat;Der Träger;Team Eins;Hier;läuft;01.11.2026\n";
    let table = home.file("tabelle.csv", text);
    let out = home.run(&["--catalogue", &folder, "import", &table, "--dry-run"]);
    assert_eq!(out.code, 0, "{}{}", out.out, out.err);
    let about = |title: &str| {
        let rest = out.out.split_once(title).unwrap().1;
        rest.split("Zeile").next().unwrap().to_owned()
    };
    let first = about("neu erstes-angebot – Erstes Angebot");
    assert!(first.contains("So heißt auch schon: m.") && first.contains("fehlt wohl die Null"), "{}", out.out);
    let second = about("neu anderes-angebot – Anderes Angebot");
    assert!(!second.contains("So heißt") && !second.contains("Null"), "{}", out.out);
    let told = home.run(&["--catalogue", &folder, "import", &table, "--dry-run", "--format", "json"]);
    assert_eq!(json(&told.out)["entries"][0]["warnings"][0]["code"], "phone-zero");
}

#[test]
fn a_first_difference_names_the_line_that_decides_it() {
    let home = TestHome::new();
    let folder = home.catalogue(&[("m.toml", MEASURE)]);
    let table = home.file("meine tabelle.csv", "Kennung;Status\nm;pausiert\n");
    let asked = home.run(&["--catalogue", &folder, "import", &table]);
    assert_eq!(asked.code, 1);
    assert!(asked.out.contains("Zeile 2: zu entscheiden m"), "{}", asked.out);
    let line = format!("lotse import \"{table}\" --prefer table");
    assert!(asked.out.contains(&line), "{line} in\n{}", asked.out);
    let decided = home.run(&["--catalogue", &folder, "import", &table, "--prefer", "table"]);
    assert_eq!(decided.code, 0);
    assert!(home.run(&["--catalogue", &folder, "show", "m"]).out.contains("pausiert"));
}
