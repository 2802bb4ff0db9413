//! Bad catalogues, and what an admin is told about each of them.
//!
//! `fixtures/sound` is a small catalogue without a fault. Each folder of `fixtures/bad` holds the files that spoil it:
//! they are laid over the sound one, paths named in `without.txt` are taken away, and `expected.txt` lists every
//! diagnostic as `code file:line:column`. `report.txt`, where there is one, has all of what `lotse check` says in German.

use std::{
    fs,
    path::{Path, PathBuf},
};

use lotse::{
    catalogue::{Catalogue, Code, Diagnostic, Location, MAX_FILE, Register, Severity, Source, read_measure},
    cli::report,
    locale::{Lang, Texts},
};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::support::{
    TODAY,
    files::{copy, fixtures, sound_entry, temporary_folder},
};

#[test]
fn the_sound_catalogue_has_no_fault() {
    let catalogue = load(&fixtures().join("sound"));
    assert_eq!(found(&catalogue), Vec::<String>::new());
    assert_eq!(catalogue.measures.len(), 1);
}

#[test]
fn every_fault_is_reported_where_it_is() {
    compare("bad");
}

#[test]
fn every_fault_is_told_in_full() {
    let texts = Texts::new(Lang::De);
    for case in cases("bad") {
        let Ok(expected) = fs::read_to_string(case.join("report.txt")) else { continue };
        let catalogue = load(spoilt(&case).path());
        let told: Vec<String> = catalogue.diagnostics.iter().map(|fault| report(fault, &texts, false)).collect();
        let told = told.join("\n\n");
        assert!(told.trim_end() == expected.replace("\r\n", "\n").trim_end(), "== {}\n{told}", case.display());
    }
}

/// Each rule has a bad catalogue with its whole message, or a test of its own below.
#[test]
fn no_rule_is_without_its_message() {
    let told: String =
        cases("bad").iter().filter_map(|case| fs::read_to_string(case.join("report.txt")).ok()).collect();
    let own = [Code::Unreadable, Code::TooLarge, Code::MissingFolder, Code::Outside];
    for code in Code::ALL.iter().filter(|code| !own.contains(code)) {
        assert!(told.contains(&format!("[{}]:", code.as_str())), "{}", code.as_str());
    }
}

#[test]
fn faults_of_files_and_folders_are_told_in_full() {
    let texts = Texts::new(Lang::De);
    let folder = laid_out(&["measures"]);
    let missing = load(folder.path()).diagnostics;
    let expected = "\
Fehler[missing-folder]: Der Ordner „measures“ fehlt
--> measures
 = Hinweis: Legen Sie ihn neben catalogue.toml an. Im Ordner measures hat jedes Angebot eine eigene Datei.";
    assert_eq!(report(&missing[0], &texts, false), expected);
    let file = "measures/kurs.toml".into();
    let large = Diagnostic::too_large(&file, 3 * MAX_FILE).unwrap();
    let expected = "\
Fehler[too-large]: Die Datei hat 3.072 KiB, erlaubt sind höchstens 1.024 KiB
--> measures/kurs.toml
 = Hinweis: Eine Datei enthält genau ein Angebot. Flyer und Bilder gehören als Adresse in links.";
    assert_eq!(report(&large, &texts, false), expected);
    let unreadable = Diagnostic::new(Code::Unreadable, Location::file(&file)).with("reason", "Zugriff verweigert");
    let expected = "\
Fehler[unreadable]: Die Datei lässt sich nicht lesen: Zugriff verweigert
--> measures/kurs.toml
 = Hinweis: Prüfen Sie, ob es die Datei noch gibt und ob Sie sie lesen dürfen.";
    assert_eq!(report(&unreadable, &texts, false), expected);
}

#[test]
fn a_bad_file_never_hides_a_sound_one() {
    for case in cases("bad") {
        let catalogue = load(spoilt(&case).path());
        assert!(catalogue.measures.iter().any(|measure| measure.id.as_str() == "angebot"), "{}", case.display());
    }
}

#[test]
fn a_file_of_more_than_a_mebibyte_is_not_read() {
    let folder = laid_out(&[]);
    let limit = usize::try_from(MAX_FILE).unwrap();
    let sound = fs::read_to_string(folder.path().join("measures/angebot.toml")).unwrap();
    let padded = |id: &str, size: usize| {
        let text = sound.replace("\"angebot\"", &format!("\"{id}\"")).replace("\"Angebot\"", &format!("\"{id}\""));
        format!("{text}#{}", "x".repeat(size - text.len() - 1))
    };
    fs::write(folder.path().join("measures/gross.toml"), padded("gross", limit + 1)).unwrap();
    fs::write(folder.path().join("measures/grenze.toml"), padded("grenze", limit)).unwrap();
    let catalogue = load(folder.path());
    assert_eq!(found(&catalogue), ["too-large measures/gross.toml"]);
    assert_eq!(catalogue.measures.len(), 2);
}

#[cfg(unix)]
#[test]
fn symbolic_links_do_not_lead_out_of_the_folder() {
    use std::os::unix::fs::symlink;

    let outside = temporary_folder();
    let secret = outside.path().join("hinaus.toml");
    fs::write(&secret, "id = \"hinaus\"\n").unwrap();
    let folder = laid_out(&[]);
    let measures = folder.path().join("measures");
    symlink(&secret, measures.join("hinaus.toml")).unwrap();
    symlink("../../../../../../etc/passwd", measures.join("passwd.toml")).unwrap();
    fs::create_dir(folder.path().join("ablage")).unwrap();
    let shelved = fs::read_to_string(measures.join("angebot.toml")).unwrap();
    let shelved = shelved.replace("\"angebot\"", "\"drinnen\"").replace("\"Angebot\"", "\"Drinnen\"");
    fs::write(folder.path().join("ablage/drinnen.toml"), shelved).unwrap();
    symlink("../ablage/drinnen.toml", measures.join("drinnen.toml")).unwrap();
    let catalogue = load(folder.path());
    assert_eq!(found(&catalogue), ["outside measures/hinaus.toml", "outside measures/passwd.toml"]);
    assert_eq!(catalogue.measures.len(), 2);
}

/// A mounted `measures` folder may be a link, but not one that reads what lies elsewhere.
#[cfg(unix)]
#[test]
fn no_folder_is_a_link_out_of_the_catalogue() {
    let (folder, outside) = (laid_out(&["measures"]), laid_out(&[]));
    std::os::unix::fs::symlink(outside.path().join("measures"), folder.path().join("measures")).unwrap();
    let catalogue = load(folder.path());
    assert_eq!(found(&catalogue), ["outside measures"]);
    assert_eq!(catalogue.measures.len(), 0);
}

/// What a linked vocabulary holds is unknown: nothing that refers to it is called wrong.
#[cfg(unix)]
#[test]
fn a_vocabulary_that_is_a_link_out_of_the_catalogue_is_reported_once() {
    let (folder, outside) = (laid_out(&["vocabulary"]), laid_out(&[]));
    std::os::unix::fs::symlink(outside.path().join("vocabulary"), folder.path().join("vocabulary")).unwrap();
    let catalogue = load(folder.path());
    assert_eq!(found(&catalogue), ["outside vocabulary"]);
    assert!(catalogue.register.goals.is_empty());
}

#[cfg(unix)]
#[test]
fn the_catalogue_may_be_a_link_and_so_may_a_folder_that_stays_inside() {
    let (folder, elsewhere) = (laid_out(&[]), temporary_folder());
    fs::rename(folder.path().join("measures"), folder.path().join("ablage")).unwrap();
    std::os::unix::fs::symlink("ablage", folder.path().join("measures")).unwrap();
    std::os::unix::fs::symlink(folder.path(), elsewhere.path().join("katalog")).unwrap();
    let catalogue = load(&elsewhere.path().join("katalog"));
    assert_eq!(found(&catalogue), Vec::<String>::new());
    assert_eq!(catalogue.measures.len(), 1);
}

#[test]
fn a_catalogue_without_measures_keeps_the_rest() {
    let folder = laid_out(&["measures"]);
    let catalogue = load(folder.path());
    assert_eq!(found(&catalogue), ["missing-folder measures"]);
    assert_eq!(catalogue.register.goals.len(), 1);
    fs::write(folder.path().join("measures"), "").unwrap();
    assert_eq!(found(&load(folder.path())), ["missing-folder measures"]);
    fs::remove_file(folder.path().join("measures")).unwrap();
    fs::create_dir(folder.path().join("measures")).unwrap();
    assert_eq!(found(&load(folder.path())), Vec::<String>::new(), "an empty one is none that is missing");
}

/// Only lower-case `.toml` counts, on every system, and hidden folders are nobody's business.
#[test]
fn strangers_among_the_measures_are_named() {
    let folder = laid_out(&[]);
    let measures = folder.path().join("measures");
    fs::write(measures.join("GROSS.TOML"), "id = 1").unwrap();
    for name in [".git/objects", "2025/nord"] {
        fs::create_dir_all(measures.join(name)).unwrap();
        fs::write(measures.join(name).join("x.toml"), "").unwrap();
    }
    let catalogue = load(folder.path());
    assert_eq!(found(&catalogue), ["unknown-file measures/2025", "unknown-file measures/GROSS.TOML"]);
}

/// A file name is text from outside like any other.
#[cfg(unix)]
#[test]
fn file_names_cannot_drive_the_terminal() {
    let folder = laid_out(&[]);
    fs::write(folder.path().join("measures/\u{1b}[2J\u{202E}.toml"), "").unwrap();
    let shown = found(&load(folder.path())).concat();
    assert_eq!(shown, "empty measures/␛[2J.toml");
}

/// A fault at the end of a line is marked behind its last character, whatever the line end.
#[test]
fn line_ends_of_windows_do_not_move_the_mark() {
    let places = |line_end: &str| {
        let text = format!("id = \"x{line_end}title = \"x\"{line_end}");
        let read = read_measure(&"measures/x.toml".into(), &text, &Register::default(), TODAY);
        read.diagnostics.iter().map(|fault| fault.location.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(places("\r\n"), places("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_read(text in any::<String>()) {
        is_read_without_panic(&text);
    }

    #[test]
    fn any_heap_of_toml_can_be_read(pieces in prop::collection::vec(piece(), 0..24)) {
        is_read_without_panic(&pieces.concat());
    }

    #[test]
    fn a_mutated_file_can_be_read(changes in prop::collection::vec(step(), 1..8)) {
        let mut text = sound_entry();
        for (mutation, places) in changes {
            text = mutation.apply(&text, &places);
        }
        is_read_without_panic(&text);
    }
}

/// No panic, every place inside the file, and never a file that is out without an error that says why.
fn is_read_without_panic(text: &str) {
    let read = read_measure(&"measures/angebot.toml".into(), text, &Register::default(), TODAY);
    let lines = 1 + text.matches('\n').count();
    for fault in &read.diagnostics {
        let place = &fault.location;
        if place.line == 0 {
            assert_eq!(fault.code, Code::Empty, "{text:?}");
            continue;
        }
        assert!((1..=lines).contains(&place.line) && place.column >= 1, "{place} in {text:?}");
        assert!(place.marked.start < place.marked.end, "{fault:?} in {text:?}");
        assert!(place.marked.start <= place.excerpt.chars().count(), "{fault:?} in {text:?}");
    }
    let errors = read.diagnostics.iter().any(|fault| fault.severity() == Severity::Error);
    assert!(read.measure.is_some() || errors, "out without a reason: {text:?}");
}

/// Scraps that a TOML file is made of, so that chance reaches beyond the first syntax error.
const SCRAPS: &[&str] = &[
    "id = ",
    "title = ",
    "summary = ",
    "types = ",
    "places = ",
    "status = ",
    "schedule = ",
    "schedule.entry = ",
    "[schedule]\n",
    "[confirmed]\n",
    "on = ",
    "[[measure]]\n",
    "[capacity]\n",
    "free = ",
    "as_of = ",
    "links = ",
    "\"angebot\"",
    "\"running\"",
    "\"\"",
    "\"\"\"",
    "'",
    "'''",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "=",
    ".",
    "#",
    "\n",
    "\r\n",
    "2026-11-20",
    "2026-02-30",
    "9999-12-31",
    "0000-01-01",
    "07:32:00Z",
    "0x7f",
    "-1",
    "1e9",
    "nan",
    "true",
    "_",
    "\\u001b",
    "\\",
    "ä",
    "\u{202E}",
    "\u{FEFF}",
    "\u{0}",
    "😀",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![9 => prop::sample::select(SCRAPS).prop_map(str::to_owned), 1 => any::<String>()]
}

fn step() -> impl Strategy<Value = (Mutation, [prop::sample::Index; 3])> {
    any::<(Mutation, [prop::sample::Index; 3])>()
}

/// What a slip of the hand does to a file.
#[derive(Clone, Copy, Debug)]
enum Mutation {
    Delete,
    Duplicate,
    Swap,
}

impl Arbitrary for Mutation {
    type Parameters = ();
    type Strategy = prop::sample::Select<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        prop::sample::select(&[Self::Delete, Self::Duplicate, Self::Swap])
    }
}

impl Mutation {
    /// Cuts `text` in four at character boundaries and puts it together again without, with doubled or with exchanged
    /// middle pieces.
    fn apply(self, text: &str, places: &[prop::sample::Index]) -> String {
        let boundaries: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut cuts: Vec<_> = places.iter().map(|place| *place.get(&boundaries)).collect();
        cuts.sort_unstable();
        let (start, first) = text[..cuts[1]].split_at(cuts[0]);
        let (second, end) = text[cuts[1]..].split_at(cuts[2] - cuts[1]);
        match self {
            Self::Delete => [start, second, end].concat(),
            Self::Duplicate => [start, first, first, second, end].concat(),
            Self::Swap => [start, second, first, end].concat(),
        }
    }
}

/// Holds what is found in each case against its `expected.txt`.
fn compare(group: &str) {
    let mut wrong = Vec::new();
    for case in cases(group) {
        let found = found(&load(spoilt(&case).path()));
        let expected = fs::read_to_string(case.join("expected.txt")).unwrap();
        if found != expected.lines().collect::<Vec<_>>() {
            let name = case.file_name().unwrap().to_string_lossy();
            wrong.push(format!("== {name}\n-- expected\n{expected}-- found\n{}\n", found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.concat());
}

fn cases(group: &str) -> Vec<PathBuf> {
    let mut cases: Vec<_> = fs::read_dir(fixtures().join(group)).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

fn load(folder: &Path) -> Catalogue {
    Catalogue::load(&Source::folder(folder).unwrap(), TODAY).unwrap()
}

fn found(catalogue: &Catalogue) -> Vec<String> {
    catalogue.diagnostics.iter().map(|fault| format!("{} {}", fault.code.as_str(), fault.location)).collect()
}

fn spoilt(case: &Path) -> TempDir {
    let without = fs::read_to_string(case.join("without.txt")).unwrap_or_default();
    let folder = laid_out(&without.lines().collect::<Vec<_>>());
    copy(case, folder.path());
    folder
}

/// The sound catalogue in a folder of its own, without some of its files.
fn laid_out(without: &[&str]) -> TempDir {
    let folder = temporary_folder();
    copy(&fixtures().join("sound"), folder.path());
    for path in without.iter().map(|name| folder.path().join(name)) {
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
    }
    folder
}
