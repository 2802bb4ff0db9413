//! What the texts promise: both languages complete, no key missing in the code, numbers and dates as people write them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;

#[test]
fn the_environment_chooses_the_language() {
    let cases: &[(&[(&str, &str)], Lang)] = &[
        (&[], Lang::De),
        (&[("LANG", "C.UTF-8")], Lang::De),
        (&[("LANG", "fr_FR.UTF-8")], Lang::De),
        (&[("LANG", "en_GB.UTF-8")], Lang::En),
        (&[("LANG", "en_US"), ("LC_ALL", "de_DE")], Lang::De),
        (&[("LC_ALL", ""), ("LC_MESSAGES", "en")], Lang::En),
        (&[("LOTSE_LANG", "en"), ("LC_ALL", "de_DE")], Lang::En),
    ];
    for (variables, expected) in cases {
        let found = Lang::from_environment(|name| {
            let pair = variables.iter().find(|(variable, _)| *variable == name)?;
            Some(pair.1.to_owned())
        });
        assert_eq!(found, *expected, "{variables:?}");
    }
}

#[test]
fn texts_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Texts>();
}

#[test]
fn numbers_and_dates_are_written_as_people_write_them() {
    let (de, en) = (Texts::new(Lang::De), Texts::new(Lang::En));
    for (number, german, english) in
        [(0_i64, "0", "0"), (999, "999", "999"), (1284, "1.284", "1,284"), (-1_000_000, "-1.000.000", "-1,000,000")]
    {
        assert_eq!(de.number(number), german);
        assert_eq!(en.number(number), english);
    }
    assert_eq!(de.number(usize::MAX), "9.223.372.036.854.775.807");
    let day = jiff::civil::date(2026, 10, 2);
    assert_eq!(de.date(day), "02.10.2026");
    assert_eq!(en.date(day), "2 Oct 2026");
}

#[test]
fn variables_are_filled_in_and_counts_choose_the_plural() {
    let (de, en) = (Texts::new(Lang::De), Texts::new(Lang::En));
    for (texts, one, many) in
        [(&de, "1 Datei fehlerhaft", "1.284 Dateien fehlerhaft"), (&en, "1 faulty file", "1,284 faulty files")]
    {
        assert_eq!(texts.with("screen-files-out", &[("count", Arg::from(1_usize))]), one);
        assert_eq!(texts.with("screen-files-out", &[("count", Arg::from(1284_usize))]), many);
    }
}

#[test]
fn an_unknown_key_shows_itself() {
    for lang in [Lang::De, Lang::En] {
        assert_eq!(Texts::new(lang).get("gibt-es-nicht"), "‹gibt-es-nicht›");
    }
}

#[test]
fn the_embedded_texts_have_no_fault() {
    for lang in [Lang::De, Lang::En] {
        let resource = FluentResource::try_new(lang.source().to_owned());
        let faults = resource.as_ref().err().map(|(_, faults)| faults);
        assert!(faults.is_none(), "{lang:?}: {faults:?}");
        let mut bundle = Bundle::new_concurrent(vec![lang.identifier()]);
        let added = resource.map(|resource| bundle.add_resource(resource));
        assert!(matches!(added, Ok(Ok(()))), "{lang:?}: a key stands twice: {added:?}");
    }
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let (de, en) = (messages(DE), messages(EN));
    let keys = |all: &BTreeMap<String, BTreeSet<String>>| all.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&de), keys(&en));
    for (key, variables) in &de {
        assert_eq!(Some(variables), en.get(key), "variables of {key}");
    }
}

#[test]
fn every_text_the_code_asks_for_exists() {
    let mut used = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut used);
    let texts = [Texts::new(Lang::De), Texts::new(Lang::En)];
    let missing: Vec<_> = used.iter().filter(|(_, key)| texts.iter().any(|language| !language.has(key))).collect();
    assert!(!used.is_empty(), "the scan finds the calls");
    assert!(missing.is_empty(), "no text for {missing:#?}");
}

/// Every message key with the variables in it. Messages start in column one, what belongs to them is indented.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-') {
            current = line.split('=').next().unwrap_or_default().trim().to_owned();
            found.entry(current.clone()).or_default();
        }
        for after in line.split('$').skip(1) {
            let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
            let name = &after[..end.unwrap_or(after.len())];
            found.entry(current.clone()).or_default().insert(name.to_owned());
        }
    }
    found
}

/// The literal keys of calls on something named `texts`, outside of tests.
fn collect(folder: &Path, used: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("source folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "tests" {
                collect(&path, used);
            }
        } else if name.ends_with(".rs") && name != "tests.rs" {
            let source = std::fs::read_to_string(&path).expect("source file");
            let place = path.display().to_string();
            used.extend(keys_in(&source).into_iter().map(|key| (place.clone(), key)));
        }
    }
}

fn keys_in(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let dense: String = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(str::chars)
        .filter(|c| !c.is_whitespace())
        .collect();
    ["texts.get(\"", "texts.with(\"", "texts().get(\"", "texts().with(\""]
        .iter()
        .flat_map(|call| dense.split(call).skip(1))
        .filter_map(|after| Some(after.split_once('"')?.0.to_owned()))
        .collect()
}

#[test]
fn the_scan_sees_calls_over_several_lines_but_no_tests() {
    let source = "self.texts\n  .with(\n \"a-b\", &[]);\nstate.texts().get(\"c\");\nmap.get(\"d\");\n// texts.get(\"e\")\n#[cfg(test)]\nmod tests { texts.get(\"f\") }";
    assert_eq!(keys_in(source), ["a-b", "c"]);
}

#[test]
fn whatever_a_sentence_is_given_it_stays_displayable() {
    let texts = Texts::new(Lang::De);
    let words = "\u{feff}a\u{1b}[2J\u{202e}\u{e0100}b";
    assert_eq!(texts.with("system-says", &[("words", words.into())]), "Gemeldet wurde: „a␛[2Jb“.");
}
