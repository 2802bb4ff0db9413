//! The places that a file can bring, all of them with hostile text, and the look at what comes out.

use std::{
    fs,
    io::{Cursor, Write as _},
    process::Command,
};

use lotse::catalogue::{FIELDS, Shape};
use serde_json::json;
use toml::{Table, Value};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::support::home::{MEASURE, TestHome};

/// A command of a terminal that Lotse itself never sends.
const MARK: &str = "[77;7H";
/// Commands of terminals in both spellings, the clipboard, letters that turn round, letters that nobody sees, a tower of
/// accents, and what rings and returns.
pub(super) const EVIL: &str = "x\u{1b}[77;7H\u{1b}]52;c;QUJD\u{7}\u{9b}2J\u{202e}ab\u{200b}\u{200d}\u{2066}\u{e0041}\u{3164}\u{e0100}\
                        \u{34f}\u{115f}\u{180b}\u{ad}\u{feff}\u{fe0f}\u{2028}z\u{301}\u{301}\u{301}\u{301}\u{301}\u{8}\rw";

/// A folder of a stranger.
pub(super) struct World {
    pub home: TestHome,
}

impl World {
    /// A catalogue with hostile text in every field of every file, and tables and mappings beside it.
    pub(super) fn new() -> Self {
        let world = Self { home: TestHome::new() };
        let home = &world.home;
        home.catalogue(&[("m.toml", MEASURE)]);
        home.catalogue_at("other", &[("n.toml", MEASURE)]);
        home.catalogue_at("damaged", &[]);
        for (file, content) in files() {
            home.file(&file, &content);
        }
        for (file, content) in bytes() {
            fs::write(home.path(file), content).unwrap();
        }
        world
    }

    /// Runs all of these, in order.
    pub(super) fn walk(&self, commands: &[&str]) {
        commands.iter().for_each(|command| drop(self.run(command, &[])));
    }

    /// Makes sure that all of these say what a file says, as it may be shown: so the walk has not passed it by.
    pub(super) fn shows(&self, commands: &[&str]) {
        for command in commands {
            let said = self.run(command, &[]);
            assert!(said.contains(MARK), "{command}: {said}");
        }
    }

    /// Runs one, looks at what it says, and returns it.
    pub(super) fn run(&self, command: &str, env: &[(&str, &str)]) -> String {
        let (dir, state) = (self.home.path(""), self.home.path("state"));
        let word = |word: &str| word.replace("EVIL", EVIL).replace("DIR/", &dir);
        let words: Vec<String> = command.split(' ').map(word).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let usual =
            [("LOTSE_CATALOGUE", self.home.path("small")), ("LOTSE_STATE", state), ("EDITOR", "true".to_owned())];
        let mut all: Vec<(&str, &str)> = usual.iter().map(|(name, value)| (*name, value.as_str())).collect();
        all.extend(env);
        let out = self.home.run_with(&words, &all);
        let table = command.contains("csv") || command == "export";
        // The mark by which a spreadsheet knows the encoding.
        let text = out.out.strip_prefix('\u{feff}').filter(|_| table).unwrap_or(&out.out);
        for (name, text, tables) in [("stdout", text, true), ("stderr", &out.err, false)] {
            assert_eq!(hostile(text, tables), None, "{name} of {command} in {env:?}: {text:?}");
        }
        out.out + &out.err
    }

    /// What upkeep leaves beside a catalogue that lies in no checkout.
    pub(super) fn journal(&self) {
        let worker = json!({"name": EVIL, "user": EVIL, "host": EVIL, "process": 1, "since": "2026-11-20T08:00:00Z"});
        let entry = |act: serde_json::Value, text: &str| {
            json!({"at": "2026-11-19T08:00:00Z", "by": EVIL, "user": EVIL, "act": act, "text": text}).to_string()
        };
        let earlier = MEASURE.replace("Erstes", "Früheres").replace("# ", "");
        let lines = [
            entry(json!("create"), MEASURE),
            entry(json!("change"), &format!("{earlier}# {EVIL}\n")),
            entry(json!({"rename": {"from": "alt"}}), &evil_entry()),
            entry(json!({"rename": {"from": EVIL}}), MEASURE),
            entry(json!(EVIL), MEASURE),
            entry(json!("found"), EVIL),
            format!("{{\"at\": \"{EVIL}"),
        ];
        let home = &self.home;
        home.file("small/.lotse/history/m.jsonl", &(lines.join("\n") + "\n"));
        home.file("small/.lotse/history/alt.jsonl", &entry(json!("create"), EVIL));
        home.file(&format!("small/.lotse/history/{EVIL}.jsonl"), &lines.join("\n"));
        home.file("small/.lotse/editing/m.fremd.1.json", &worker.to_string());
        home.file(&format!("small/.lotse/editing/m.{EVIL}.2.json"), &format!("{{\"name\": \"{EVIL}\"}}"));
        home.file("small/.lotse/imports/x.json", &format!("{{\"{EVIL}\": \"{EVIL}\"}}"));
        home.file("small/measures/.gesperrt.toml.lock", &worker.to_string());
        home.file("small/measures/gesperrt.toml", &MEASURE.replace("\"m\"", "\"gesperrt\""));
        home.file("small/measures/.m2.toml.lock", EVIL);
        // Somebody else's, whose process nobody can look for.
        home.file("small/measures/m2.toml", &MEASURE.replace("\"m\"", "\"m2\""));
        self.walk(&["set gesperrt short=x --by team-eins", "set m2 short=x --by team-eins"]);
        self.draft();
    }

    /// A form that was left open.
    pub(super) fn draft(&self) {
        let folder = fs::canonicalize(self.home.path("small")).unwrap();
        let worker = json!({"name": EVIL, "user": EVIL, "host": EVIL, "process": 1, "since": "2026-11-20T08:00:00Z"});
        let typed = json!({"title": EVIL, "content": EVIL, EVIL: EVIL});
        let draft = json!({"catalogue": folder, "id": "m", "base": MEASURE, "typed": typed, "worker": worker});
        self.home.file("state/drafts/a.json", &draft.to_string());
        let draft = json!({"catalogue": folder, "id": EVIL, "base": EVIL, "typed": typed, "worker": worker});
        self.home.file(&format!("state/drafts/{EVIL}.json"), &draft.to_string());
    }

    /// A checkout in which somebody of a hostile name has said hostile things.
    pub(super) fn checkout(&self) {
        let folder = self.home.path("small");
        let git = |args: &[&str]| {
            let mut command = Command::new("git");
            command.arg("-C").arg(&folder).args(args);
            command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", self.home.path("gitconfig"));
            for name in ["AUTHOR", "COMMITTER"] {
                command.env(format!("GIT_{name}_NAME"), EVIL).env(format!("GIT_{name}_EMAIL"), format!("{EVIL}@x"));
            }
            let out = command.output().unwrap();
            assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        };
        git(&["init", "-q", "-b", "main"]);
        for text in [&format!("# {EVIL}\n{MEASURE}").replace('\u{1b}', "\u{2067}"), &evil_entry(), MEASURE] {
            self.home.file("small/measures/m.toml", text);
            git(&["add", "-A"]);
            git(&["commit", "-q", "--allow-empty", "-m", &format!("{EVIL}\n\n{EVIL}: {EVIL}")]);
        }
        git(&["checkout", "-q", "-b", "f\u{202e}\u{200b}\u{3164}"]);
        self.home.file("small/measures/m.toml", &evil_entry());
    }

    /// Logs of imports that were decided and not finished, sound and not.
    pub(super) fn unfinished_imports(&self) -> Vec<String> {
        let piece = |id: &str, after: &str| json!({"id": id, "before": MEASURE, "after": after});
        let log = |pieces: Vec<serde_json::Value>, note: serde_json::Value| {
            json!({"version": 1, "title": EVIL, "by": EVIL, "email": EVIL, "pieces": pieces, "note": note}).to_string()
        };
        let note = json!({"part": EVIL, "name": EVIL, "text": EVIL});
        vec![
            log(vec![piece("m", &evil_entry())], json!(null)),
            log(vec![piece(EVIL, EVIL)], note.clone()),
            log(vec![piece("m", EVIL)], note),
            format!("{{\"version\": \"{EVIL}\"}}"),
            EVIL.to_owned(),
        ]
    }

    /// Settings that say nothing sound; they may stand below others.
    pub(super) fn faulty_settings(&self) -> String {
        let mut keys = Table::new();
        keys.insert(EVIL.to_owned(), Value::from(EVIL));
        keys.insert("help".to_owned(), Value::from(vec![EVIL]));
        let mut all = Table::new();
        all.insert("keys".to_owned(), Value::from(keys));
        all.insert(EVIL.to_owned(), Value::from(Table::from_iter([(EVIL.to_owned(), Value::from(EVIL))])));
        all.to_string()
    }
}

/// Text files below the home and what stands in them.
fn files() -> Vec<(String, String)> {
    let all = |keys: &[&str], id: &str| {
        let mut table: Table = keys.iter().map(|key| ((*key).to_owned(), Value::from(EVIL))).collect();
        table.insert("id".to_owned(), Value::from(id));
        table
    };
    // Of each sort one that entries refer to, and one that is faulty as well.
    let list = |name: &str, keys: &[&str], id: &str| {
        let mut faulty = all(keys, EVIL);
        faulty.insert(EVIL.to_owned(), Value::from(EVIL));
        faulty.insert("aliases".to_owned(), Value::from(EVIL));
        let mut sound = all(keys, id);
        if !matches!(name, "coordinator" | "provider") {
            sound.insert("aliases".to_owned(), Value::from(vec![EVIL]));
        }
        Table::from_iter([(name.to_owned(), Value::from(vec![Value::from(sound), Value::from(faulty)]))]).to_string()
    };
    let (remark, table) = (format!("# {}\n", EVIL.replace(['\u{1b}', '\u{7}', '\u{8}', '\r'], "")), Table::new);
    let mut settings = table();
    for key in ["catalogue", "theme", "language", "watch", "dictionary", "mouse", EVIL] {
        settings.insert(key.to_owned(), Value::from(EVIL));
    }
    let mut quiet = table();
    quiet.insert("dictionary".to_owned(), Value::from(EVIL));
    quiet.insert("user".to_owned(), Value::from(Table::from_iter([("coordinator".to_owned(), Value::from(EVIL))])));
    let mut mapping = table();
    mapping.insert("columns".to_owned(), Value::from(Table::from_iter([(EVIL.to_owned(), Value::from("title"))])));
    mapping.insert("fixed".to_owned(), Value::from(Table::from_iter([("provider".to_owned(), Value::from(EVIL))])));
    let mut faulty = mapping.clone();
    faulty.insert(EVIL.to_owned(), Value::from(EVIL));
    faulty.insert("header_row".to_owned(), Value::from(EVIL));
    let entry = |id: &str| MEASURE.replace("id = \"m\"", &format!("id = \"{id}\""));
    let quoted = format!("\"{}\"", EVIL.replace('"', "\"\""));
    let export = json!({"format": "lotse-catalogue", "version": 1, "measures": [
        {"id": "m", "title": EVIL, "aliases": [EVIL]}, {"id": EVIL, EVIL: EVIL, "title": [EVIL]}, EVIL]});
    let small = |file: &str, content: String| (format!("small/{file}"), content);
    vec![
        small("catalogue.toml", all(&["title", "operator", "region", "contact", EVIL], "x").to_string()),
        small(
            "coordinators.toml",
            list("coordinator", &["name", "phone", "email", "room", "team", "note"], "team-eins"),
        ),
        small("providers.toml", list("provider", &["name", "phone", "email", "url", "note"], "traeger")),
        small("synonyms.toml", list("synonym", &["word", "words", "note"], "x")),
        small("vocabulary/measure_types.toml", list("measure_type", &["label", "note"], "coaching")),
        small("vocabulary/target_groups.toml", list("target_group", &["label", "note"], "alle")),
        small("vocabulary/legal_bases.toml", list("legal_basis", &["citation", "label", "note"], "mat")),
        small("vocabulary/places.toml", list("place", &["label", "region", "note"], "hier")),
        small("vocabulary/modules.toml", list("module", &["label", "note"], "modul")),
        small("vocabulary/goals.toml", list("goal", &["label", "note"], "ziel")),
        small("vocabulary/certificates.toml", list("certificate", &["label", "note"], "schein")),
        small("measures/m.toml", evil_entry()),
        small("measures/plain.toml", format!("{remark}{}", entry("plain"))),
        small("measures/faulty.toml", faulty_entry()),
        small("measures/broken.toml", format!("id = \"broken\"\ntitle = \"{EVIL}\n")),
        small(&format!("measures/{EVIL}.toml"), entry("y")),
        small(&format!("measures/{EVIL}.TOML"), entry("y")),
        small(&format!("{EVIL}.toml"), remark.clone()),
        ("other/measures/n.toml".to_owned(), evil_entry()),
        ("damaged/catalogue.toml".to_owned(), format!("title = \"{EVIL}\n")),
        ("faulty-settings.toml".to_owned(), format!("{remark}{settings}")),
        ("evil-settings.toml".to_owned(), quiet.to_string()),
        ("mapping.toml".to_owned(), mapping.to_string()),
        ("faulty.toml".to_owned(), faulty.to_string()),
        ("table.csv".to_owned(), format!("{quoted};Status;{quoted}\n{quoted};{quoted};={EVIL}\nx;;\n")),
        ("table.json".to_owned(), export.to_string()),
    ]
}

/// Other files.
fn bytes() -> Vec<(&'static str, Vec<u8>)> {
    let cell = |place: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{EVIL}</t></is></c>");
    let rows = format!("<row r=\"1\">{}{}</row><row r=\"2\">{}</row>", cell("A1"), cell("B1"), cell("A2"));
    let parts = [
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="r" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
                .to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="r" Type="x/worksheet" Target="s.xml"/></Relationships>"#.to_owned(),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook><sheets><sheet name="{EVIL}" r:id="r"/><sheet name="{EVIL}2" r:id="r"/></sheets></workbook>"#
            ),
        ),
        ("xl/s.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ];
    let packed = |parts: &[(&str, String)]| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let broken =
        [&parts[..3], &[("xl/s.xml", format!("<worksheet><sheetData><c r=\"{EVIL}\"/></sheetData>"))]].concat();
    vec![
        ("table.xlsx", packed(&parts)),
        ("damaged.xlsx", packed(&broken)),
        ("small/measures/latin.toml", [EVIL.as_bytes(), b"\xe4\xff\n"].concat()),
    ]
}

/// An entry that can be found, with hostile text in every field that takes text.
fn evil_entry() -> String {
    entry(false)
}

/// An entry with hostile text in every field, and with fields that there are not.
fn faulty_entry() -> String {
    entry(true)
}

fn entry(faulty: bool) -> String {
    let mut table: Table = MEASURE.parse().unwrap();
    for field in &FIELDS {
        let section = match field.section {
            "" => &mut table,
            section => match table.entry(section).or_insert_with(|| Value::from(Table::new())) {
                Value::Table(section) => section,
                _ => panic!("{section} is a section"),
            },
        };
        let value = match field.shape {
            Shape::Line | Shape::Paragraphs => Value::from(EVIL),
            Shape::Lines => Value::from(vec![EVIL, EVIL]),
            _ if !faulty || field.key == "id" => continue,
            _ => Value::from(vec![EVIL]),
        };
        section.insert(field.key.to_owned(), value);
    }
    if faulty {
        table.insert("id".to_owned(), Value::from("faulty"));
        table.insert(EVIL.to_owned(), Value::from(EVIL));
    }
    table.to_string()
}

/// The first character that a terminal obeys or hides. Tables may have tabs and the line ends of Windows.
pub(super) fn hostile(text: &str, table: bool) -> Option<char> {
    let mut marks = 0;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        marks = if ('\u{300}'..='\u{36f}').contains(&c) { marks + 1 } else { 0 };
        let allowed = c == '\n' || table && (c == '\t' || c == '\r' && rest.peek() == Some(&'\n'));
        if !allowed && (c.is_control() || is_unseen(c)) || marks > 2 {
            return Some(c);
        }
    }
    None
}

/// `Default_Ignorable_Code_Point`, interlinear annotations, and separators of lines and paragraphs.
fn is_unseen(c: char) -> bool {
    const UNSEEN: &[(u32, u32)] = &[
        (0xad, 0xad),
        (0x34f, 0x34f),
        (0x61c, 0x61c),
        (0x115f, 0x1160),
        (0x17b4, 0x17b5),
        (0x180b, 0x180f),
        (0x200b, 0x200f),
        (0x2028, 0x202e),
        (0x2060, 0x206f),
        (0x3164, 0x3164),
        (0xfe00, 0xfe0f),
        (0xfeff, 0xfeff),
        (0xffa0, 0xffa0),
        (0xfff0, 0xfffb),
        (0x1bca0, 0x1bca3),
        (0x1d173, 0x1d17a),
        (0xe0000, 0xe0fff),
    ];
    UNSEEN.iter().any(|(first, last)| (*first..=*last).contains(&u32::from(c)))
}

/// What a screen writes, without its commands: `ESC [ parameters letter`, `ESC letter`. Others stay.
pub(super) fn without_commands(written: &str) -> String {
    let mut parts = written.split('\u{1b}');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let parameters =
            part.strip_prefix('[').map(|rest| rest.trim_start_matches(|c: char| ('\u{20}'..='?').contains(&c)));
        match (parameters, part.chars().next()) {
            (Some(rest), _) if !part.starts_with(MARK) => text.extend(rest.chars().skip(1)),
            (None, Some('7' | '8' | '=' | '>' | '(' | 'B')) => text.extend(part.chars().skip(1)),
            _ => text.extend(['\u{1b}'].into_iter().chain(part.chars())),
        }
    }
    text
}
