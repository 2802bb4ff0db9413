//! The rules of `lotse check`: each explained, its example true, the page about them up to date; and what of them can be
//! mended.
//!
//! `LOTSE_WRITE_DOCS=1 cargo test --test it rules` writes `docs/regeln.md` anew.

use std::{fs, path::Path};

use lotse::{
    catalogue::{Catalogue, Code, Example, Register, Severity, Source, read_measure, repaired},
    locale::{Lang, Texts, rules},
};
use proptest::prelude::*;
use tempfile::TempDir;
use toml::{Table, Value};

use crate::support::{
    TODAY,
    files::{fixtures, sound_entry, temporary_folder},
};

/// Rules about files, folders and times that no text can show.
const WITHOUT_EXAMPLE: &[Code] = &[Code::Unreadable, Code::NotUtf8, Code::TooLarge];

#[test]
fn every_rule_is_explained_in_both_languages() {
    for texts in [Texts::new(Lang::De), Texts::new(Lang::En)] {
        for code in Code::ALL {
            for key in [format!("rule-{}", code.as_str()), format!("rule-{}-do", code.as_str())] {
                assert!(texts.has(&key), "{key}");
            }
            let explained = rules::explanation(*code, &texts);
            assert!(explained.full.len() > explained.short.len(), "{code:?} says what it is, but not what for");
            assert!(explained.short.ends_with('.') && explained.short.chars().count() <= 120, "{}", explained.short);
            assert_eq!(explained.example.is_none(), WITHOUT_EXAMPLE.contains(code), "{code:?}");
        }
    }
}

#[test]
fn the_page_about_the_rules_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/regeln.md");
    let page = rules::document(&Texts::new(Lang::De));
    if std::env::var_os("LOTSE_WRITE_DOCS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let there = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(there == page, "docs/regeln.md is old: LOTSE_WRITE_DOCS=1 cargo test --test it rules");
}

#[test]
fn codes_are_known_by_their_names_and_unique() {
    for code in Code::ALL {
        assert_eq!(Code::named(code.as_str()), Some(*code));
    }
    assert_eq!(Code::named("unknown"), None);
}

/// What an example calls wrong is reported by its rule, and what it calls right is not.
#[test]
fn the_examples_are_true() {
    for code in Code::ALL {
        let Some(Example { file: Some(file), wrong, right }) = code.example() else { continue };
        assert!(reported(file, wrong).contains(code), "{code:?}: the wrong example is not reported");
        assert!(!reported(file, right).contains(code), "{code:?}: the right example is reported");
        assert_ne!(wrong, right);
    }
}

/// The codes that the sound catalogue gets with this example in it.
fn reported(file: &str, example: &str) -> Vec<Code> {
    let folder = sound();
    let path = folder.path().join(file);
    let text = if file.starts_with("measures/") { entry_with(example) } else { example.to_owned() };
    fs::write(path, text).unwrap();
    let catalogue = Catalogue::load(&Source::folder(folder.path()).unwrap(), TODAY).unwrap();
    catalogue.diagnostics.iter().filter(|fault| &*fault.location.file == file).map(|fault| fault.code).collect()
}

/// The sound entry as `kurs` with the keys of an example in the place of its own.
fn entry_with(example: &str) -> String {
    let mut entry: Table = sound_entry().parse().unwrap();
    entry.insert("id".to_owned(), "kurs".into());
    entry.insert("title".to_owned(), "Kurs im Nordkreis".into());
    for key in example.lines().filter_map(|line| line.strip_prefix("# ")?.split_once(" = ")) {
        entry.remove(key.0);
    }
    // Where a text is too long for an example, it says so in brackets.
    let example = example.replace("[... insgesamt mehr als 1.500 Zeichen]", &"wieder ein Wort ".repeat(120));
    let Ok(keys) = example.parse::<Table>() else { return format!("{example}\n{entry}") };
    for (key, value) in keys {
        match (entry.get_mut(&key), value) {
            (Some(Value::Table(section)), Value::Table(keys)) => section.extend(keys),
            (_, value) => drop(entry.insert(key, value)),
        }
    }
    entry.to_string()
}

/// The sound catalogue with a number in its entry and a legal basis that has ended.
fn sound() -> TempDir {
    let folder = temporary_folder();
    let copy = |name: &str| {
        let to = folder.path().join(name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(fixtures().join("sound").join(name), to).unwrap();
    };
    for name in ["catalogue.toml", "coordinators.toml", "providers.toml", "measures/angebot.toml"] {
        copy(name);
    }
    for file in fs::read_dir(fixtures().join("sound/vocabulary")).unwrap() {
        copy(&format!("vocabulary/{}", file.unwrap().file_name().to_str().unwrap()));
    }
    let append = |name: &str, text: &str| {
        let path = folder.path().join(name);
        let before = fs::read_to_string(&path).unwrap();
        fs::write(&path, before + text).unwrap();
    };
    append(
        "vocabulary/legal_bases.toml",
        "\n[[legal_basis]]\nid = \"alt\"\nlabel = \"Alt\"\nvalid_until = 2026-06-30\n",
    );
    let entry = sound_entry().replace("status = ", "measure_number = \"M-00-00001\"\nstatus = ");
    fs::write(folder.path().join("measures/angebot.toml"), entry).unwrap();
    folder
}

fn register() -> Register {
    Catalogue::load(&Source::folder(&fixtures().join("sound")).unwrap(), TODAY).unwrap().register
}

/// What becomes of an entry when it is mended; `None` when there is nothing to mend.
fn mended(text: &str) -> Option<String> {
    repaired(&"measures/angebot.toml".into(), text, &register(), TODAY)
}

/// The sound entry with one text in the place of another, and what it is mended to.
fn mended_with(from: &str, to: &str) -> Option<String> {
    let sound = sound_entry();
    assert!(sound.contains(from), "{from}");
    mended(&sound.replacen(from, to, 1))
}

#[test]
fn a_sound_entry_stays_as_it_is() {
    assert_eq!(mended(&sound_entry()), None);
}

#[test]
fn what_has_one_meaning_only_is_mended() {
    for (sound, broken) in [
        ("title = \"Angebot\"", "titel = \"Angebot\""),
        ("title = \"Angebot\"", "Title = \"Angebot\""),
        ("title = \"Angebot\"", "title = \"  Angebot \""),
        ("[\"frauen\"]", "[\"fraun\"]"),
        ("[\"frauen\"]", "[\"Frauen\"]"),
        ("[\"wiedereinstieg\"]", "[\"wiedereinsteig\"]"),
        ("[\"wiedereinstieg\"]", "[\"wiedereinstieg\", \"wiedereinstieg\"]"),
        ("[\"wiedereinstieg\"]", "[\"wiedereinstieg\", \"Wiedereinstieg\"]"),
        ("status = \"running\"", "status = \"runing\""),
        ("time_model = \"part_time\"", "time_model = \"Part-Time\""),
        ("status = \"running\"", "status = \"läuft\""),
        ("time_model = \"part_time\"", "time_model = \"Teilzeit\""),
        ("[\"mat\"]", "[\"§ 45 SGB III\"]"),
        ("[\"wetzlar\"]", "\"Wetzlar\""),
        ("on = 2026-10-02", "on = \"02.10.2026\""),
        ("[schedule]", "[shedule]"),
        ("[schedule]", "[zeitplan]"),
        ("setting = \"group\"", "seting = \"group\""),
    ] {
        assert_eq!(mended_with(sound, broken).as_deref(), Some(&*sound_entry()), "{broken}");
    }
}

#[test]
fn what_may_mean_something_else_stays() {
    for (sound, broken) in [
        ("[\"frauen\"]", "[\"männer\"]"),
        ("[\"frauen\"]", "[\"familien\"]"),
        ("childcare = \"arranged\"", "childcare = \"ja\""),
        ("on = 2026-10-02", "on = \"Anfang Oktober\""),
        ("[\"wiedereinstieg\"]", "\"wiedereinstieg, arbeit\""),
        ("title = \"Angebot\"", "name = \"Angebot\""),
        ("id = \"angebot\"", "id = \"angebt\""),
        ("on = 2026-10-02", "on = 2026-10-02\nthings = 1"),
        // There would be two of them.
        ("title = \"Angebot\"", "title = \"Angebot\"\ntitel = \"Kurs\""),
        // The file is no TOML: nobody knows what belongs where.
        ("title = \"Angebot\"", "titel = \"Angebot"),
    ] {
        assert_eq!(mended_with(sound, broken), None, "{broken}");
    }
}

#[test]
fn a_key_goes_where_it_belongs_with_its_comment() {
    let sound = sound_entry();
    let coordinator = "coordinator = \"koordination-frauen\"\n";
    let slip = sound.replace(coordinator, "") + "coordinator = \"koordination-frauen\" # seit Mai\n";
    let after = mended(&slip).unwrap();
    assert_eq!(after, sound.replace(coordinator, "coordinator = \"koordination-frauen\" # seit Mai\n"));
    let slip = sound.replace("[schedule]\n", "[schedule]\nfree = 3\nas_of = 2026-11-14\n");
    let after = mended(&slip).unwrap();
    let read = read_measure(&"measures/angebot.toml".into(), &after, &register(), TODAY);
    assert_eq!((read.diagnostics.len(), read.measure.unwrap().capacity.free), (0, Some(3)), "{after}");
}

#[test]
fn days_are_put_in_order_unless_remarks_stand_among_them() {
    let with = |days: &str| mended_with("entry = \"rolling\"", &format!("entry = \"fixed\"\nstart_dates = {days}"));
    let after = with("[2027-04-05, 2027-01-11, 2027-04-05]").unwrap();
    assert!(after.contains("start_dates = [2027-01-11, 2027-04-05]\n"), "{after}");
    assert_eq!(with("[\n  2027-04-05, # Ostern\n  2027-01-11,\n]"), None);
}

#[test]
fn everything_else_stays_byte_for_byte() {
    let text = format!("\u{feff}# Kopf\n{}", sound_entry())
        .replace("title = \"Angebot\"", "title   =  'Angebot  A'   # \"so\"")
        .replace("places = [", "places = [ # hier\n  ")
        .replace('\n', "\r\n");
    let after = mended(&text).unwrap();
    assert_eq!(after, text.replace("'Angebot  A'", "'Angebot A'"));
}

#[test]
fn the_rest_of_a_file_with_other_errors_is_mended_as_well() {
    let text = sound_entry().replace("\"running\"", "\"runing\"").replace("\"arranged\"", "\"vielleicht\"");
    let after = mended(&text).unwrap();
    assert!(after.contains("\"running\"") && after.contains("\"vielleicht\""), "{after}");
}

/// A misspelt heading hides what is missing below it: to mend it is an improvement all the same.
#[test]
fn what_comes_to_light_does_not_count_against_mending() {
    let text = sound_entry().replace("[schedule]", "[shedule]").replace("entry = \"rolling\"\n", "");
    let after = mended(&text).unwrap();
    assert!(after.contains("[schedule]"), "{after}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever slips of the hand a file has: mending makes it no worse, and mending it again does nothing.
    #[test]
    fn mending_makes_nothing_worse(slips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut text: Vec<char> = sound_entry().chars().collect();
        for (place, how) in slips {
            let at = place.index(text.len());
            match how % 4 {
                0 => drop(text.remove(at)),
                1 => text.insert(at, text[at]),
                2 if at > 0 => text.swap(at, at - 1),
                _ => text.insert(at, ' '),
            }
        }
        let text: String = text.into_iter().collect();
        let errors = |text: &str| {
            let read = read_measure(&"measures/angebot.toml".into(), text, &register(), TODAY);
            read.diagnostics.iter().filter(|fault| fault.severity() == Severity::Error).count()
        };
        if let Some(after) = mended(&text) {
            prop_assert!(errors(&after) <= errors(&text), "{}\n=>\n{}", text, after);
            prop_assert_eq!(mended(&after), None, "{}\n=>\n{}", text, after);
        }
    }
}
