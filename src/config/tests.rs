//! What the settings promise: a faulty line is told with its place, everything else counts.

use super::*;
use crate::locale::Lang;

fn parse(text: &str) -> (Settings, Vec<SettingsFault>) {
    let file = Path::new("/etc/lotse/settings.toml");
    Settings::parse(text, file, Some(Path::new("/home/mia")))
}

fn messages(text: &str) -> Vec<String> {
    let german = Texts::new(Lang::De);
    let faults = parse(text).1;
    faults.iter().map(|fault| fault.localize_with_place(&german)).collect()
}

#[test]
fn the_embedded_defaults_have_no_fault_and_name_every_setting() {
    let (settings, faults) = parse(DEFAULTS);
    assert_eq!(faults, []);
    assert_eq!((settings.theme.value.as_str(), settings.watch), ("ansi", WatchMode::Auto));
    assert!(settings.mouse && !settings.screen_reader && !settings.internal_view);
    for setting in &SETTINGS {
        assert!(DEFAULTS.contains(setting.section) && DEFAULTS.contains(setting.key), "{}", setting.name());
    }
}

#[test]
fn a_full_file_is_read() {
    let (settings, faults) = parse(
        "catalogue = '~/katalog'\nlanguage = 'en'\ntheme = 'dark'\nmouse = false\nscreen_reader = true\n\
         internal_view = true\nwatch = 'poll'\n[user]\ncoordinator = 'koordination-frauen'\n\
         [keys]\nhelp = 'f1'\n[keys.reading]\nback = ['esc', 'f12']\n\
         [themes.mine]\nbase = 'dark'\nmatch = 'bold'",
    );
    assert_eq!(faults, []);
    assert_eq!(settings.catalogue, Some("/home/mia/katalog".into()));
    assert_eq!(settings.language, Some(Lang::En));
    assert_eq!(settings.theme.value, "dark");
    assert!(!settings.mouse && settings.screen_reader && settings.internal_view);
    assert_eq!(settings.watch, WatchMode::Poll);
    assert_eq!(settings.coordinator.as_deref(), Some("koordination-frauen"));
    let keys: Vec<_> = settings.keys.iter().map(|k| (k.action.value.as_str(), k.keys.len())).collect();
    assert_eq!(keys, [("help", 1), ("back", 2)]);
    assert_eq!(settings.themes[0].name.value, "mine");
    assert_eq!(settings.themes[0].styles.len(), 1);
}

#[test]
fn paths_start_at_the_settings_file_or_at_home() {
    for (written, expected) in [
        ("katalog", "/etc/lotse/katalog"),
        ("/srv/katalog", "/srv/katalog"),
        ("~", "/home/mia"),
        ("~/katalog", "/home/mia/katalog"),
        ("~mia/katalog", "/etc/lotse/~mia/katalog"),
    ] {
        let settings = parse(&format!("catalogue = '{written}'")).0;
        assert_eq!(settings.catalogue, Some(expected.into()), "{written}");
    }
}

#[test]
fn faults_name_place_and_hint() {
    let at = "/etc/lotse/settings.toml, Zeile";
    for (text, expected) in [
        ("mous = true", "1, Spalte 1: Die Einstellung „mous“ gibt es nicht. Meinten Sie „mouse“?"),
        (
            "\n\nscreen-reader = true",
            "3, Spalte 1: Die Einstellung „screen-reader“ gibt es nicht. Meinten Sie „screen_reader“?",
        ),
        ("\u{feff}mouse = 'ja'", "1, Spalte 9: „mouse“ braucht true oder false."),
        ("theme = 3", "1, Spalte 9: „theme“ braucht einen Text in Anführungszeichen."),
        ("keys = 3", "1, Spalte 8: „keys“ braucht einen eigenen Abschnitt in eckigen Klammern."),
        ("[keys]\nhelp = ['f1', 2]", "2, Spalte 8: „help“ braucht eine Liste von Texten."),
        ("language = 'fr'", "1, Spalte 12: „language“ kann nicht „fr“ sein. Möglich sind: de, en."),
        ("watch = 'pol'", "1, Spalte 9: „watch“ kann nicht „pol“ sein. Meinten Sie „poll“?"),
        ("watch = 'nie'", "1, Spalte 9: „watch“ kann nicht „nie“ sein. Möglich sind: auto, poll, off."),
        ("watch = false", "1, Spalte 9: „watch“ braucht einen Text in Anführungszeichen."),
        ("[user]\n\"kö\\u001b\" = 1", "2, Spalte 1: Die Einstellung „kö�“ gibt es nicht."),
        (
            "[user]\nmouse = true",
            "2, Spalte 1: Die Einstellung „mouse“ gibt es nicht. Sie gehört nach oben in die Datei, vor alle Abschnitte.",
        ),
        ("coordinator = 'k'", "1, Spalte 1: Die Einstellung „coordinator“ gibt es nicht. Sie gehört unter [user]."),
        (
            "[user]\nkordinator = 'k'",
            "2, Spalte 1: Die Einstellung „kordinator“ gibt es nicht. Meinten Sie „coordinator“?",
        ),
        ("zzz = 1", "1, Spalte 1: Die Einstellung „zzz“ gibt es nicht."),
    ] {
        assert_eq!(messages(text), [format!("{at} {expected}")], "{text}");
    }
}

#[test]
fn a_line_that_is_no_toml_is_told_once_and_the_rest_counts() {
    for broken in ["mouse = ", "theme = 'dark", "??", "[user", "mouse = tru", "theme = 'a'\ntheme = 'b'"] {
        let text = format!("screen_reader = true\n{broken}\n");
        let (settings, faults) = parse(&text);
        assert!(settings.screen_reader, "{broken}");
        assert_eq!(faults.len(), 1, "{broken}: {faults:?}");
        assert_eq!(faults[0].code, SettingsCode::Syntax, "{broken}");
        assert!(faults[0].location.line >= 2, "{broken}: {faults:?}");
    }
}

#[test]
fn settings_after_a_broken_line_still_count() {
    let (settings, faults) = parse("mouse = \ninternal_view = true\n[user]\ncoordinator = 'k'\n");
    assert!(settings.mouse && settings.internal_view);
    assert_eq!(settings.coordinator.as_deref(), Some("k"));
    assert_eq!(faults.len(), 1);
}

#[test]
fn the_file_is_looked_for_in_this_order() {
    let variable = |_: &str| Some(OsString::from("/env.toml"));
    let nothing = |_: &str| None;
    let dir = Some(Path::new("/conf"));
    let flag = Some(Path::new("/flag.toml"));
    let cases = [
        (SettingsFile::find(flag, variable, dir), Some(("/flag.toml", true))),
        (SettingsFile::find(None, variable, dir), Some(("/env.toml", true))),
        (SettingsFile::find(None, nothing, dir), Some(("/conf/settings.toml", false))),
        (SettingsFile::find(None, nothing, None), None),
    ];
    for (found, expected) in cases {
        let expected = expected.map(|(file, explicit)| SettingsFile { file: file.into(), explicit });
        assert_eq!(found, expected);
    }
}

#[test]
fn a_missing_file_means_defaults_unless_it_was_asked_for() {
    let missing = |explicit| SettingsFile { file: "/nowhere/settings.toml".into(), explicit };
    let quiet = Settings::load_from(Some(missing(false)), None).ok();
    assert_eq!(quiet, Some((Settings::default(), Vec::new())));
    let loud = Settings::load_from(Some(missing(true)), None).err();
    let sentence = loud.map(|error| error.localize(&Texts::new(Lang::De)));
    assert!(sentence.is_some_and(|s| { s.starts_with("/nowhere/settings.toml: Die Datei lässt sich nicht lesen") }));
}

#[test]
fn a_file_cut_off_anywhere_is_read_as_far_as_it_goes() {
    let text = "theme = 'dünn'\n[user]\ncoordinator = \"k\"\n[keys]\nhelp = ['f1', 'f2']\n[keys.reading]\nback = \"esc\"\n[themes.m]\nmatch = 'bold'\n";
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        for rest in ["", "\u{0}", "\"", "[[", "= =", "\r", "'''"] {
            let cut = format!("{}{rest}", &text[..end]);
            let (_, faults) = parse(&cut);
            let lines = cut.matches('\n').count() + 1;
            let inside = faults.iter().all(|fault| (1..=lines).contains(&fault.location.line));
            assert!(inside, "{cut}: {faults:?}");
        }
    }
}

/// A pipe would wait for somebody who writes into it, and a file of that size is something else.
#[test]
fn what_is_no_file_of_settings_is_told_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large.toml");
    std::fs::File::create(&large).unwrap().set_len(MOST + 1).unwrap();
    let mut odd =
        vec![(folder.path().to_owned(), "Das ist ein Ordner und keine Datei."), (large, "Die Datei ist zu groß.")];
    if cfg!(unix) {
        odd.push(("/dev/zero".into(), "Das ist keine gewöhnliche Datei."));
    }
    for (file, words) in odd {
        let location = SettingsFile { file: file.clone(), explicit: false };
        let (settings, faults) = Settings::load_from(Some(location), None).unwrap();
        assert_eq!(settings.theme.value, "ansi", "the defaults count");
        let message = faults[0].localize_with_place(&Texts::new(Lang::De));
        assert!(message.ends_with(words), "{message}");
    }
}
