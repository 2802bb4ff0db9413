//! What lies in `.lotse` or in the user's own folders may have come from anywhere: it is checked as an entry is, it is
//! named where it is wrong, and reading a catalogue writes nothing into it.
#![cfg(unix)]

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::{MetadataExt as _, symlink},
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Value, json};

use crate::support::home::{MEASURE, Out, TestHome};

/// A catalogue of two entries, and a file of the user beside it.
struct ForeignCatalogue(TestHome);

impl ForeignCatalogue {
    fn new() -> Self {
        let home = TestHome::new();
        home.catalogue(&[("m.toml", MEASURE), ("k.toml", &MEASURE.replace("\"m\"", "\"k\""))]);
        home.settings("[user]\ncoordinator = \"team-eins\"\n");
        home.file("opfer/.bashrc", "export GUT=1\n");
        Self(home)
    }

    fn path(&self, name: &str) -> PathBuf {
        Path::new(&self.0.path("small")).join(name)
    }

    fn run(&self, args: &[&str]) -> Out {
        self.0.run_with(args, &[("LOTSE_CATALOGUE", &self.0.path("small")), ("LOTSE_LANG", "de")])
    }

    fn entry(&self, id: &str) -> String {
        fs::read_to_string(self.path(&format!("measures/{id}.toml"))).unwrap()
    }

    /// Plants a file that an import would have left when it was killed after it was decided.
    fn plant_log(&self, log: &Value) -> PathBuf {
        self.0.file("small/.lotse/batch/log.json", &log.to_string());
        self.path(".lotse/batch/log.json")
    }

    /// Everything below the home but what is the user's own, with content and time.
    fn all(&self) -> BTreeMap<PathBuf, (u64, i64, Vec<u8>)> {
        let mut all = BTreeMap::new();
        for part in ["small", "opfer"] {
            gather(Path::new(&self.0.path(part)), &mut all);
        }
        all
    }
}

fn gather(folder: &Path, all: &mut BTreeMap<PathBuf, (u64, i64, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, meta) = (entry.path(), entry.metadata().unwrap());
        if meta.is_dir() {
            all.insert(path.clone(), (0, meta.mtime_nsec(), Vec::new()));
            gather(&path, all);
        } else {
            let content = if meta.is_file() { fs::read(&path).unwrap() } else { Vec::new() };
            all.insert(path, (meta.ino(), meta.mtime_nsec(), content));
        }
    }
}

/// An unfinished import of one entry.
fn log(id: &str, before: &str, after: &str) -> Value {
    let piece = json!({"id": id, "before": before, "after": after});
    json!({"version": 2, "title": "import: x", "by": "Team Zwei", "pieces": [piece], "note": null})
}

/// Commands that only read.
const READING: &[&[&str]] = &[
    &["search", "Angebot"],
    &["search", "Angebot", "--format", "json", "--facets"],
    &["show", "m", "--internal"],
    &["check"],
    &["index"],
    &["index", "--rebuild"],
    &["history", "m"],
    &["history", "m", "--format", "json"],
    &["doctor"],
    &["doctor", "--format", "json"],
    &["report"],
    &["export", "--format", "json", "--all"],
    &["schema", "entry"],
];

#[test]
fn reading_writes_nothing_into_a_catalogue() {
    let desk = ForeignCatalogue::new();
    let before = desk.all();
    for args in READING {
        let out = desk.run(args);
        assert!(desk.all() == before, "{args:?} has written: {}", out.err);
    }
    desk.plant_log(&log("m", &desk.entry("m"), &desk.entry("m").replace("Erstes", "Fremdes")));
    let before = desk.all();
    for args in READING {
        let out = desk.run(args);
        assert!(desk.all() == before, "{args:?} has finished an import: {}", out.err);
        let said = format!("{}{}", out.out, out.err).split_whitespace().collect::<Vec<_>>().join(" ");
        let silent = args[0] == "schema" || args.contains(&"json") && args[0] == "doctor";
        assert!(silent || said.contains("unterbrochenes Einlesen"), "{args:?} does not say that one waits: {said}");
    }
}

#[test]
fn a_log_that_could_not_have_been_saved_does_nothing() {
    let desk = ForeignCatalogue::new();
    let (m, k) = (desk.entry("m"), desk.entry("k"));
    let sound = log("m", &m, &m.replace("Erstes", "Fremdes"));
    let with = |pointer: &str, value: Value| {
        let mut log = sound.clone();
        *log.pointer_mut(pointer).unwrap() = value;
        log
    };
    let note = |name: &str| json!({"name": name, "text": "{}"});
    let long = "x".repeat(2 << 20);
    let faulty = [
        with("/pieces/0/after", json!("kein toml [[[")),
        with("/pieces/0/after", json!(m.replace("\"coaching\"", "\"gibt-es-nicht\""))),
        with("/pieces/0/after", json!(m.replace("id = \"m\"", "id = \"k\""))),
        with("/pieces/0/after", json!(format!("{m}# {long}\n"))),
        with("/pieces/0/id", json!("../../opfer/x")),
        with("/pieces/0/id", json!("M")),
        with("/pieces/0/id", json!("nul")),
        with("/note", note("../../../opfer/.bashrc")),
        with("/note", note(".bashrc")),
        with("/note", json!({"name": "zuordnung", "text": "echo"})),
        with("/note", json!({"part": "none/../../../opfer", "name": ".bashrc", "text": "echo"})),
        with("/version", json!(1)),
        with("/version", json!(3)),
        json!({}),
        json!([1, 2]),
        // The second is faulty, so the first is not written either.
        json!({"version": 2, "title": "x", "by": "x", "note": null, "pieces": [
            {"id": "m", "before": m, "after": m.replace("Erstes", "Fremdes")},
            {"id": "k", "before": k, "after": "kein toml [[["}]}),
    ];
    for log in faulty {
        let path = desk.plant_log(&log);
        let out = desk.run(&["set", "k", "short=K"]);
        let shown = log.to_string().chars().take(200).collect::<String>();
        assert_eq!(out.code, 0, "a save goes on: {}", out.err);
        let flat = out.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains("wartet ein unterbrochenes Einlesen"), "{shown}: {flat}");
        assert!(path.exists() && desk.entry("m") == m, "{shown}");
        assert_eq!(fs::read_to_string(desk.0.path("opfer/.bashrc")).unwrap(), "export GUT=1\n");
        assert_eq!(fs::read_dir(desk.0.path("opfer")).unwrap().count(), 1, "{shown}");
        assert!(!desk.path(".lotse/import").exists(), "{shown}");
        desk.run(&["set", "k", "short-="]);
        fs::write(desk.path("measures/k.toml"), &k).unwrap();
    }
}

#[test]
fn a_log_that_is_no_file_does_nothing() {
    let desk = ForeignCatalogue::new();
    let path = desk.path(".lotse/batch/log.json");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let planted: [&dyn Fn(); 3] = [
        &|| assert!(Command::new("mkfifo").arg(&path).status().unwrap().success()),
        &|| symlink(desk.0.path("opfer/.bashrc"), &path).unwrap(),
        &|| symlink("/dev/zero", &path).unwrap(),
    ];
    for plant in planted {
        plant();
        let out = desk.run(&["set", "k", "short=K"]);
        assert!(out.code == 0 && out.err.contains("unterbrochenes Einlesen"), "{}", out.err);
        assert!(desk.run(&["search", "Angebot"]).err.contains("unterbrochenes Einlesen"));
        fs::remove_file(&path).unwrap();
    }
}

#[test]
fn whoever_writes_finishes_a_sound_log_in_his_own_name() {
    let desk = ForeignCatalogue::new();
    let m = desk.entry("m");
    let path = desk.plant_log(&log("m", &m, &m.replace("Erstes", "Eingelesenes")));
    let out = desk.run(&["confirm", "k"]);
    assert!(out.code == 0 && out.err.contains("mit 1 Eintrag wurde fertiggestellt"), "{}", out.err);
    assert!(!path.exists() && desk.entry("m").contains("Eingelesenes"));
    let history = desk.run(&["history", "m"]).out;
    assert!(history.contains("Team Eins  geändert") && !history.contains("Team Zwei"), "{history}");
}

#[test]
fn what_is_no_journal_is_named_by_its_lines() {
    let desk = ForeignCatalogue::new();
    let line = |act: Value, text: &str| {
        json!({"at": "2026-01-02T00:00:00Z", "by": "B\n\u{202e}X", "user": "U", "act": act, "text": text}).to_string()
    };
    let m = desk.entry("m");
    let lines = [
        line(json!("change"), &m.replace("Erstes", "Altes")),
        line(json!({"rename": {"from": "alt\u{1b}]0;X\u{7}"}}), "id=1"),
        line(json!({"rename": {"from": "../../opfer/.bashrc"}}), "id=1"),
        line(json!("erase"), &m),
        line(json!("change"), &"x".repeat(2 << 20)),
        "kein json".to_owned(),
        "{\"at\":\"2026-01-02T00:00:00Z\",\"by\":\"Halbe Zei".to_owned(),
        String::new(),
        line(json!("confirm"), &m),
    ];
    desk.0.file("small/.lotse/history/m.jsonl", &(lines.join("\n") + "\n"));
    let out = desk.run(&["history", "m"]);
    assert_eq!((out.code, out.out.lines().filter(|line| line.contains("B X")).count()), (0, 2), "{}", out.out);
    let flat = out.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("5 Zeilen in") && flat.contains("m.jsonl") && flat.contains(": 2, 3, 4, 5, 6."), "{flat}");
    // Nothing is lost by it: the next state follows.
    assert_eq!(desk.run(&["set", "m", "title=Neues"]).code, 0);
    assert!(desk.run(&["history", "m"]).out.contains("Erstes Angebot → Neues"));
}

#[test]
fn a_journal_that_is_no_file_is_named_and_holds_nothing_up() {
    let desk = ForeignCatalogue::new();
    let path = desk.path(".lotse/history/m.jsonl");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let planted: [&dyn Fn(); 4] = [
        &|| assert!(Command::new("mkfifo").arg(&path).status().unwrap().success()),
        &|| symlink(desk.0.path("opfer/.bashrc"), &path).unwrap(),
        &|| symlink("/dev/zero", &path).unwrap(),
        &|| fs::File::create(&path).unwrap().set_len(1 << 30).unwrap(),
    ];
    for (number, plant) in planted.into_iter().enumerate() {
        plant();
        let out = desk.run(&["history", "m"]);
        assert!(out.code == 3 && out.err.contains("m.jsonl"), "{number}: {}", out.err);
        let out = desk.run(&["set", "m", &format!("title=Nummer {number}")]);
        assert!(out.code == 0 && out.err.contains("nicht im Verlauf"), "{number}: {}", out.err);
        assert_eq!(fs::read_to_string(desk.0.path("opfer/.bashrc")).unwrap(), "export GUT=1\n");
        fs::remove_file(&path).unwrap();
    }
}

/// What was changed by hand since the last import would be overwritten if the memory of it counted as empty.
#[test]
fn a_memory_that_cannot_be_read_stops_an_import() {
    let desk = ForeignCatalogue::new();
    let exported = desk.run(&["export", "--format", "csv", "-o", &desk.0.path("t.csv"), "--all"]);
    assert_eq!(exported.code, 0, "{}", exported.err);
    let first = desk.run(&["import", &desk.0.path("t.csv"), "--prefer", "table"]);
    assert_eq!(first.code, 0, "{}{}", first.out, first.err);
    let path = desk.path(".lotse/import/ohne-zuordnung.json");
    let sound = fs::read_to_string(&path).unwrap();
    let id = |from: &str, to: &str| sound.replacen(from, to, 1);
    let damaged = [
        String::new(),
        "{".to_owned(),
        "[]".to_owned(),
        sound.replace("\"version\": 1", "\"version\": 7"),
        id("\"id\": \"m\"", "\"id\": \"../../opfer\""),
        id("\"confirmed.on\": \"", "\"confirmed.on\": \"kein Tag "),
    ];
    for text in damaged {
        assert_ne!(text, sound);
        fs::write(&path, &text).unwrap();
        let before = desk.all();
        let out = desk.run(&["import", &desk.0.path("t.csv")]);
        assert!(out.code == 3 && out.err.contains(".lotse/import/ohne-zuordnung.json"), "{text}: {}", out.err);
        assert!(desk.all() == before, "{text}");
    }
    fs::write(&path, &sound).unwrap();
    assert_eq!(desk.run(&["import", &desk.0.path("t.csv")]).code, 0);
}

#[test]
fn a_draft_that_cannot_be_read_is_named_and_stays() {
    let desk = ForeignCatalogue::new();
    for (name, text) in [("a.json", "{"), ("b.json", "{\"id\": \"../x\"}"), ("c.json", "")] {
        desk.0.file(&format!(".local/state/lotse/drafts/{name}"), text);
    }
    assert!(Command::new("mkfifo").arg(desk.0.path(".local/state/lotse/drafts/d.json")).status().unwrap().success());
    let out = desk.run(&["doctor"]).out;
    let flat = out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("4 Entwürfe sind nicht lesbar"), "{out}");
    assert!(Path::new(&desk.0.path(".local/state/lotse/drafts/a.json")).exists());
}

/// Left by processes that were killed between making a lock and writing who holds it.
#[test]
fn an_empty_lock_of_another_entry_goes_when_it_is_old() {
    let desk = ForeignCatalogue::new();
    let lock = |id: &str, age: u64| {
        let path = desk.0.file(&format!("small/measures/.{id}.toml.lock"), "");
        let then = std::time::SystemTime::now() - std::time::Duration::from_secs(age);
        fs::File::options().write(true).open(&path).unwrap().set_modified(then).unwrap();
        PathBuf::from(path)
    };
    let (old, young) = (lock("k", 3600), lock("z", 10));
    assert_eq!(desk.run(&["set", "m", "title=Neues"]).code, 0);
    assert!(!old.exists() && young.exists(), "what is young may become a lock");
}
