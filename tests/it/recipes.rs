//! The recipes of docs/architecture.md, counted: in how many places something that exists is declared.
//!
//! Whatever needs more places than its recipe says is found here. Files that use a thing for something of their own (a
//! heading of offices, a line of the sheet, a term of HSDS) are named with it; one that no longer does is taken out.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Where a field may be named; the demonstration, tests and the log of changes only use what there is.
const DECLARATIONS: &[&str] = &["src", "config", "docs", "README.md", "catalogue/schema"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        fs::read_dir(path).unwrap().for_each(|entry| files_below(&entry.unwrap().path(), found));
    } else {
        found.push(path.to_owned());
    }
}

/// The text of a file without the tests in it.
fn program(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    let is_rust = path.extension().is_some_and(|extension| extension == "rs");
    let end = text.find("#[cfg(test)]\nmod tests {").filter(|_| is_rust).unwrap_or(text.len());
    text[..end].to_owned()
}

/// True when one of these words stands in the text by itself.
fn names(text: &str, words: &[&str]) -> bool {
    let is_part = |c: char| c.is_alphanumeric();
    words.iter().any(|word| {
        text.match_indices(word).any(|(at, _)| {
            let before = text[..at].chars().next_back().is_some_and(is_part);
            let behind = text[at + word.len()..].chars().next().is_some_and(is_part);
            !before && !behind
        })
    })
}

/// The files below these folders in which one of the words stands.
fn places(below: &[&str], words: &[&str]) -> BTreeSet<String> {
    let mut files = Vec::new();
    below.iter().for_each(|folder| files_below(&root().join(folder), &mut files));
    let named = files.into_iter().filter(|path| names(&program(path), words));
    named.map(|path| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")).collect()
}

/// Takes away what uses a thing for something of its own, which every one of these files must do.
fn without(mut places: BTreeSet<String>, own: &[&str]) -> BTreeSet<String> {
    for path in own {
        assert!(places.remove(*path), "{path} has nothing to do with it any more");
    }
    places
}

#[test]
fn a_field_of_a_closed_list_with_its_filter_stands_in_at_most_nine_files() {
    let own = [
        // Headings of offices, terms of HSDS, words people search by, the sheet in a consultation.
        "config/headings.txt",
        "src/exchange/hsds/attributes.rs",
        "docs/hsds.md",
        "config/synonyms/family.toml",
        "config/synonyms/foreign.toml",
        "src/consultation/key_fact.rs",
        // A hint for this field, and examples of entries.
        "src/locale/rules.de.ftl",
        "src/locale/rules.en.ftl",
        "docs/einlesen.md",
    ];
    let places = without(places(DECLARATIONS, &["childcare", "Childcare"]), &own);
    assert!(places.contains("src/catalogue/measure.rs") && places.contains("docs/handbuch.md"), "{places:#?}");
    assert!(places.len() <= 9, "{places:#?}");
}

#[test]
fn a_filter_over_a_field_that_exists_stands_in_at_most_five_files() {
    for (variant, name, flag) in [
        ("Delivery \"delivery\" of", "filter-delivery", "--delivery"),
        ("TimeModel \"time_model\" of", "filter-time_model", "--time-model"),
        ("Module \"module\" of", "filter-module", "--module"),
    ] {
        let key = format!("FilterKey::{}", variant.split(' ').next().unwrap());
        let text = format!("cli-search-{}", &flag[2..]);
        let places = places(DECLARATIONS, &[variant, name, flag, &key, &text]);
        assert!(places.contains("src/search/facet/key.rs") && places.contains("docs/handbuch.md"), "{places:#?}");
        assert!(places.len() <= 5, "{places:#?}");
    }
}

#[test]
fn a_rule_stands_in_at_most_six_places() {
    for (code, variant) in
        [("summary-thin", "SummaryThin"), ("all-capitals", "AllCapitals"), ("weeks-exceed-period", "WeeksExceedPeriod")]
    {
        let declared = places(DECLARATIONS, &[code, variant]);
        assert!(declared.contains("src/catalogue/code.rs") && declared.contains("docs/regeln.md"), "{declared:#?}");
        // Its bad catalogue is one more.
        assert!(declared.len() < 6, "{declared:#?}");
        assert!(!places(&["tests/fixtures/bad"], &[code]).is_empty(), "{code}");
    }
}
