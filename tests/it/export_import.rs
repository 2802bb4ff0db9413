//! What `lotse export` writes, `lotse import` reads back: every value of every entry, in every format for tables.

use std::{fs, path::Path};

use lotse::exchange::export::FORMATS;
use serde_json::Value;

use crate::support::home::{MEASURE, TestHome, json};

/// Titles, texts and names that tables have lost before.
const NASTY: [&str; 12] = [
    "=1+1",
    "'=1+1",
    "''@x",
    "-1",
    "+49 641 1",
    "1.2.2026",
    "007",
    "a;b, \\\"c\\\"",
    "k. A.",
    "- Punkt\\n- Punkt; zwei\\n\\n\\\"drei\\\"",
    "_x0041_ \\\\ \\\\t",
    "ä€😀 «›„“",
];

/// A catalogue with the vocabularies of `from` and no entry.
fn empty_copy(home: &TestHome, from: &Path, name: &str) -> String {
    let to = home.folder(name);
    home.folder(&format!("{name}/measures"));
    home.folder(&format!("{name}/vocabulary"));
    for folder in ["", "vocabulary"] {
        for file in fs::read_dir(from.join(folder)).unwrap().map(Result::unwrap) {
            if file.path().is_file() {
                fs::copy(file.path(), Path::new(&to).join(folder).join(file.file_name())).unwrap();
            }
        }
    }
    to
}

/// Everything that the entries of a catalogue say.
fn values(home: &TestHome, catalogue: &str) -> Value {
    let out = home.run(&["export", "--all", "--internal", "--format", "json", "--catalogue", catalogue]);
    assert_eq!(out.code, 0, "{}", out.err);
    json(&out.out)["measures"].clone()
}

/// The texts of all entries.
fn files(catalogue: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(Path::new(catalogue).join("measures")).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<_> = entries
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    files
}

fn comes_back(home: &TestHome, catalogue: &str) {
    let exports = FORMATS.iter().filter(|format| format.imported).flat_map(|format| {
        ["de", "en"].map(|lang| (format.name, lang, format!("{lang}-{}.{}", format.name, format.extension())))
    });
    for (format, lang, file) in exports {
        let path = home.path(&file);
        let args = ["export", "--all", "--internal", "--lang", lang, "--catalogue", catalogue];
        let args = [&args[..], &["--format", format, "-o", &path]].concat();
        let out = home.run(&args);
        assert_eq!(out.code, 0, "{file}: {}", out.err);
        let copy = empty_copy(home, Path::new(catalogue), &format!("copy-{file}"));
        let out = home.run(&["import", &path, "--catalogue", &copy]);
        assert_eq!(out.code, 0, "{file}: {} {}", out.out, out.err);
        assert_eq!(values(home, &copy), values(home, catalogue), "{file}");
        let before = files(&copy);
        let again = home.run(&["import", &path, "--catalogue", &copy]);
        assert_eq!(again.code, 0, "{file}: {} {}", again.out, again.err);
        assert_eq!(files(&copy), before, "{file}: a second import changes nothing");
    }
}

#[test]
fn the_shipped_catalogue_comes_back() {
    let home = TestHome::new();
    comes_back(&home, &Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue").display().to_string());
}

#[test]
fn nasty_values_come_back() {
    let home = TestHome::new();
    let entry = |(number, text): (usize, &&str)| {
        let line = text.replace("\\n", " ");
        let lists =
            format!("aliases = [\"{line}\", \"zwei, drei; vier\"]\ndocuments = [\"{line}\"]\nshort = \"{line}\"\n");
        let texts = format!("content = \"{text}\"\ninternal_note = \"{text}\"\nsource = \"{line}\"\n");
        let times = "\n[capacity]\nplaces = 0\nas_of = 2026-11-14\n\n[confirmed]";
        let measure = MEASURE
            .replace("id = \"m\"", &format!("id = \"m{number}\""))
            .replace("Erstes Angebot", &line)
            .replace("\n[schedule]", &format!("{lists}{texts}\n[schedule]"))
            .replace("entry = \"rolling\"", "entry = \"fixed\"\nstart_dates = [2027-01-11, 2027-04-12]")
            .replace("\n[confirmed]", times);
        (format!("m{number}.toml"), measure)
    };
    let mut entries: Vec<(String, String)> = NASTY.iter().enumerate().map(entry).collect();
    let long = MEASURE.replace("\n[schedule]", &format!("content = \"{}\"\n\n[schedule]", "Zeile\\n; ".repeat(1_250)));
    entries.push(("m.toml".to_owned(), long));
    let entries: Vec<(&str, &str)> = entries.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let catalogue = home.catalogue(&entries);
    assert_eq!(values(&home, &catalogue).as_array().unwrap().len(), NASTY.len() + 1, "all of them are sound");
    comes_back(&home, &catalogue);
}
