//! Nothing in the Fluent files is left over: the code asks for every text.

use std::{cell::RefCell, collections::BTreeSet, fs, path::Path};

use lotse::{
    base::DiagnosticCode,
    catalogue::{Code, FIELDS, Group, Id, Kind, Shape, SourceError, schema::KINDS},
    cli::DoctorCode,
    config::{SETTINGS, SettingsCode, VARIABLES},
    exchange::import::{MappingCode, RowCode},
    locale::{Lang, Texts},
    search::{FilterKey, SearchError, Sort},
    store::BatchError,
    tui::{action::Action, keymap::KeyContext},
};

use crate::support::source::Program;

/// Keys that are put together of these words and one that stands in the code by itself, such as the code of a finding.
const WITH_A_WORD: &[&str] = &[
    "answer-{}",
    "availability-{}",
    "doctor-area-{}",
    "doctor-{}",
    "doctor-{}-hint",
    "export-content-{}",
    "export-format-{}",
    "fact-{}",
    "figure-{}",
    "free-{}",
    "hit-entry-{}",
    "import-file-damaged-{}",
    "import-file-damaged-{}-hint",
    "import-file-limit-{}",
    "import-file-limit-{}-hint",
    "import-file-{}",
    "import-file-{}-hint",
    "import-outcome-{}",
    "input-{}",
    "part-{}",
    "why-{}",
    "{}-hint",
];

/// Keys that are put together of a word of a table.
fn of_tables() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for code in Code::ALL.iter().map(|code| code.as_str()) {
        keys.extend(
            ["check-{}", "check-{}-hint", "rule-{}", "rule-{}-do", "due-{}", "form-hint-{}"]
                .map(|key| key.replace("{}", code)),
        );
    }
    keys.extend(of_faults());
    for action in Action::ALL {
        keys.insert(action.text_key());
        keys.extend(["table-{}", "short-{}"].map(|key| key.replace("{}", action.code())));
        keys.extend(KeyContext::ALL.map(|context| format!("short-{}-{}", action.code(), context.code())));
    }
    keys.extend(KeyContext::ALL.map(KeyContext::text_key));
    for field in &FIELDS {
        keys.extend([field.text_key(), format!("{}-help", field.text_key())]);
    }
    keys.extend(Group::ALL.map(|group| format!("form-group-{}", group.code())));
    keys.extend(SETTINGS.iter().map(|setting| setting.text_key()));
    keys.extend(VARIABLES.map(|name| format!("variable-{}", name.to_lowercase().replace('_', "-"))));
    keys.extend(FilterKey::ALL.iter().map(|key| format!("filter-{}", key.name())));
    keys.extend(Sort::ALL.map(|sort| format!("sort-{}", sort.code())));
    keys.extend(Kind::ALL.iter().flat_map(|kind| ["kind", "pane"].map(|part| format!("{part}-{}", kind.code()))));
    for field in &FIELDS {
        if let Shape::Choice(list) | Shape::Choices(list) = field.shape {
            keys.extend(list.codes().into_iter().map(|code| format!("{}-{code}", list.name)));
        }
    }
    keys.extend(of_schemas());
    keys
}

/// Message and advice for each code of the faults that are not those of a catalogue.
fn of_faults() -> Vec<String> {
    fn keys<C: DiagnosticCode>(codes: &[C]) -> Vec<String> {
        let key = |code: &C| format!("{}-{}", C::PREFIX, code.as_str());
        codes.iter().flat_map(|code| [key(code), key(code) + "-hint"]).collect()
    }
    [keys(SettingsCode::ALL), keys(MappingCode::ALL), keys(RowCode::ALL), keys(DoctorCode::ALL)].concat()
}

/// What the schemas ask for.
fn of_schemas() -> BTreeSet<String> {
    let asked: RefCell<BTreeSet<String>> = RefCell::default();
    for kind in &KINDS {
        kind.schema(None, &|key| {
            asked.borrow_mut().insert(key.to_owned());
            None
        });
    }
    asked.into_inner()
}

/// The keys of the German texts; those of the English ones are the same.
fn keys() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/locale");
    let mut keys = BTreeSet::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.file_name().unwrap().to_str().unwrap().ends_with("de.ftl") {
            let text = fs::read_to_string(path).unwrap();
            let messages = text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
            keys.extend(messages.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned())));
        }
    }
    assert!(keys.len() > 1000, "the texts were found");
    keys
}

/// The word that stands in a key for the braces of a pattern.
fn word<'k>(key: &'k str, pattern: &str) -> Option<&'k str> {
    let (before, after) = pattern.split_once("{}")?;
    key.strip_prefix(before)?.strip_suffix(after)
}

/// The texts of the help (`cli-...`) are asked for along the commands of clap: `cli/help.rs` has a test of its own.
#[test]
fn the_code_asks_for_every_text() {
    let literals = Program::read().literals();
    let of_tables = of_tables();
    let with_a_word =
        |key: &str| WITH_A_WORD.iter().any(|pattern| word(key, pattern).is_some_and(|word| literals.contains(word)));
    let asked = |key: &String| literals.contains(key) || of_tables.contains(key) || with_a_word(key);
    let left_over: Vec<_> = keys().into_iter().filter(|key| !key.starts_with("cli-") && !asked(key)).collect();
    assert!(left_over.is_empty(), "nobody asks for {left_over:#?}");
}

/// What a library, the system or a log says in English has words of the user's language.
#[test]
fn errors_are_told_in_the_language_of_the_user() {
    let texts = Texts::new(Lang::De);
    let gone = SearchError::Source(SourceError::NoManifest { path: "/k".into() });
    assert_eq!(gone.localize(&texts).as_str(), "/k: Dort liegt kein Katalog, die Datei catalogue.toml fehlt.");
    let busy = BatchError::Busy(None).localize(&texts);
    assert!(busy.starts_with("Gerade liest jemand anderes eine Tabelle ein"), "{busy}");
    let overtaken = BatchError::Overtaken(vec![Id::parse("m").unwrap()]).localize(&texts);
    assert_eq!(overtaken, "Diese Einträge haben sich inzwischen geändert: m");
}

#[test]
fn every_code_has_its_message() {
    let keys = keys();
    for message in of_faults().iter().filter(|key| !key.ends_with("-hint")) {
        assert!(keys.contains(message), "{message}");
    }
}

#[test]
fn every_pattern_has_texts() {
    let keys = keys();
    for pattern in WITH_A_WORD {
        assert!(keys.iter().any(|key| word(key, pattern).is_some()), "no text is called {pattern}");
    }
}
