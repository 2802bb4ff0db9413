//! Reading an entry, who may see what, and the windows above the screen: help, reasons, problems.

use lotse::{
    catalogue::Source,
    config::Settings,
    locale::{Lang, Texts},
    search::IndexHealth,
    tui::keymap::{KeyBinding, KeyContext, KeyMap},
};

use crate::support::{
    TODAY,
    files::temporary_folder,
    screen::{
        catalogue, desk, desk_in, desk_on, desk_with, entry, hits, indexed, left, line, offer, panes, right, rows,
        settings, shipped, status,
    },
};

const NOTE: &str = "internal_note = \"Nur für uns: der Träger ist knapp.\"";

#[test]
fn an_entry_is_read_to_its_end_and_left_again() {
    let mut desk = desk(80, 24);
    desk.press("frau stark");
    let before = left(&desk);
    desk.press("<enter>");
    assert_eq!(right(&desk)[0], "Frau Stark", "{}", desk.screen());
    let mut seen = desk.screen();
    for _ in 0..60 {
        desk.press("<down>");
        seen.push_str(&desk.screen());
    }
    assert!(seen.contains("Quelle: Arbeitsmarktprogramm"), "{seen}");
    let end = desk.screen();
    assert!(panes(&desk)[0].bottom.contains(" ↑ ") && !panes(&desk)[0].bottom.contains('↓'), "{end}");
    desk.press("<down><pagedown><end>");
    assert_eq!(desk.screen(), end);
    desk.press("<home>");
    assert_eq!(right(&desk)[0], "Frau Stark", "{}", desk.screen());
    desk.press("<esc>");
    assert_eq!(left(&desk), before);
}

#[test]
fn what_is_left_to_read_is_counted() {
    let mut desk = desk(80, 24);
    let left_over = |desk: &lotse::tui::TestApp| -> usize {
        let border = panes(desk).pop().unwrap().bottom;
        let (seen, all) = border.trim_matches(['└', '─', ' ', '↑', '↓']).split_once(" von ").unwrap();
        all.parse::<usize>().unwrap() - seen.parse::<usize>().unwrap()
    };
    let all = left_over(&desk);
    assert!(all > 10);
    desk.press("<shift-down><shift-down><shift-down>");
    assert_eq!(left_over(&desk), all - 3);
    desk.press("<alt-pagedown><alt-pagedown><alt-pagedown><alt-pagedown><alt-pagedown><alt-pagedown>");
    assert_eq!(left_over(&desk), 0);
    desk.press("<down>");
    assert!(entry(&desk).starts_with("Anerkennungs"), "the next entry begins at its top\n{}", desk.screen());
}

#[test]
fn typing_while_reading_goes_back_to_the_list() {
    let mut desk = desk(80, 24);
    desk.press("<enter>frau stark");
    assert_eq!(line(&desk), "frau stark");
    assert!(left(&desk)[0].contains("› ● Frau Stark"), "{}", desk.screen());
}

#[test]
fn clients_see_neither_internal_notes_nor_the_data_of_staff() {
    let snapshot = indexed(&catalogue().register, &[offer("probe", "Ein Angebot", NOTE)]);
    let secrets = ["Nur für uns", "0000 000-201", "koordination-frauen@", "Intern:"];
    let mut desk = desk_on(snapshot, 100, 80);
    for secret in secrets {
        assert!(!desk.screen().contains(secret), "{secret}\n{}", desk.screen());
    }
    desk.press("<alt-3>koordination frauen");
    for secret in secrets {
        assert!(!desk.screen().contains(secret), "{secret}\n{}", desk.screen());
    }
    desk.press("<f4>");
    assert!(desk.screen().contains("0000 000-201"), "{}", desk.screen());
    desk.press("<ctrl-u><alt-1>");
    for shown in ["Nur für uns: der Träger ist knapp.", "0000 000-201", "koordination-frauen@", "INTERN"] {
        assert!(desk.screen().contains(shown), "{shown}\n{}", desk.screen());
    }
    desk.press("<f4><down>");
    for secret in secrets {
        assert!(!desk.screen().contains(secret), "{secret}\n{}", desk.screen());
    }
    assert!(!desk.screen().contains("INTERN"));
}

#[test]
fn words_of_internal_notes_find_nothing_in_front_of_a_client() {
    let snapshot = indexed(&catalogue().register, &[offer("probe", "Ein Angebot", NOTE)]);
    let mut desk = desk_on(snapshot, 100, 40);
    desk.press("knapp ");
    assert!(!desk.screen().contains("knapp."), "{}", desk.screen());
    desk.press("<f6>");
    assert!(!desk.screen().contains("Nur für uns"), "{}", desk.screen());
}

#[test]
fn the_internal_view_can_be_the_usual_one() {
    let desk = desk_with("internal_view = true", 80, 24);
    assert!(rows(&desk)[0].contains("INTERN"), "{}", desk.screen());
}

#[test]
fn a_key_says_why_an_entry_was_found() {
    for (line, sentence) in [
        ("frau stark ", "„stark“ steht so da: „Stark“ (Titel)."),
        ("schuldnerberatng", "„schuldnerberatng“ ist fast „Schuldnerberatung“ (Titel)."),
        ("schuldnerb", "„schuldnerb“ ist der Anfang von „Schuldnerberatung“ (Titel)."),
    ] {
        let mut desk = desk(100, 30);
        desk.press(&format!("{line}<f6>"));
        assert!(desk.screen().contains(sentence), "{line}\n{}", desk.screen());
        desk.press("<f6>");
        assert!(!desk.screen().contains(sentence), "the key closes what it opened\n{}", desk.screen());
    }
}

#[test]
fn without_words_there_is_nothing_to_explain() {
    let mut desk = desk(80, 24);
    desk.press("<f6>");
    assert!(desk.screen().contains("Es wurde kein Wort gesucht."), "{}", desk.screen());
}

/// Asserts that the help window names each key of the live keymap beside what it does.
fn help_lists_every_key(own: &str, lang: Lang) {
    let settings: Settings = settings(own);
    let (keymap, _) = KeyMap::new(&settings.keys);
    let mut desk = lotse::tui::TestApp::open(Some(shipped()), settings, (90, 160), lang, TODAY);
    desk.press("<f1>");
    let texts = Texts::new(lang);
    let rows = rows(&desk);
    assert!(keymap.rules().len() > 50);
    // What only coordinators can do is listed on their screens.
    let of_pages = [
        KeyContext::Desk,
        KeyContext::Form,
        KeyContext::Choice,
        KeyContext::History,
        KeyContext::Report,
        KeyContext::Question,
    ];
    let shown = |rule: &&KeyBinding| !of_pages.contains(&rule.context) && !rule.action.keeps_entries();
    for rule in keymap.rules().iter().filter(shown) {
        let heading = texts.get(&rule.context.text_key());
        let section = rows.iter().skip_while(|row| row.trim_matches(['│', ' ']) != heading).skip(1);
        let mut section = section.take_while(|row| !row.trim_matches(['│', ' ']).is_empty());
        let (key, action) = (rule.key.localize(&texts), texts.get(&rule.action.text_key()).into_owned());
        let listed = section.any(|row| {
            let row = row.trim_matches(['│', ' ']);
            let keys = row.strip_suffix(action.as_str()).map(str::trim_end);
            keys.is_some_and(|keys| keys.split(", ").any(|listed| listed == key))
        });
        assert!(listed, "{heading}: {key} = {action} is not in\n{}", rows.join("\n"));
    }
}

#[test]
fn help_lists_every_key_in_both_languages() {
    help_lists_every_key("", Lang::De);
    help_lists_every_key("", Lang::En);
}

#[test]
fn help_lists_the_users_own_keys_and_they_work() {
    const OWN: &str = "[keys]\ntoggle-filters = [\"ctrl-g\"]\ncycle-theme = [\"f12\"]\nproblems = []\n";
    help_lists_every_key(OWN, Lang::De);
    let mut desk = desk_with(OWN, 80, 24);
    desk.press("<ctrl-g>");
    assert!(desk.screen().contains("▾ Zielgruppe"), "{}", desk.screen());
    desk.press("<esc><f7>");
    assert!(!desk.screen().contains("Hinweise und Fehler"), "{}", desk.screen());
}

#[test]
fn the_last_row_names_the_keys_that_work_now() {
    let mut desk = desk(160, 24);
    assert!(status(&desk).contains("F1 Hilfe"), "{}", status(&desk));
    desk.press("<f2>");
    assert!(status(&desk).contains("Eingabe An/Aus"), "{}", status(&desk));
    desk.press("<esc><enter>");
    assert!(status(&desk).contains("Esc Zurück"), "{}", status(&desk));
    let desk = desk_with("[keys]\nhelp = [\"f11\"]\n", 160, 24);
    assert!(status(&desk).contains("F11 Hilfe"), "{}", status(&desk));
}

#[test]
fn help_can_be_read_to_its_end_on_a_small_screen() {
    let mut desk = desk(80, 24);
    desk.press("<f1>");
    let mut seen = desk.screen();
    for _ in 0..10 {
        desk.press("<pagedown>");
        seen.push_str(&desk.screen());
    }
    assert!(seen.contains("Bildschirm neu zeichnen") && seen.contains("Vorschlag übernehmen"), "{seen}");
    let end = desk.screen();
    desk.press("<down>");
    assert_eq!(desk.screen(), end);
    desk.press("<ctrl-home>");
    assert!(desk.screen().contains("Tippen Sie einfach los"), "{}", desk.screen());
}

#[test]
fn a_window_says_that_it_goes_on() {
    let mut desk = desk(80, 24);
    desk.press("<f1>");
    assert!(desk.screen().contains(" ↓ "), "nothing says that help goes on\n{}", desk.screen());
}

#[test]
fn typing_closes_a_window_and_writes() {
    let mut desk = desk(80, 24);
    desk.press("<f6>fr");
    assert_eq!(line(&desk), "fr");
    assert!(!desk.screen().contains("Warum gefunden?"), "{}", desk.screen());
}

#[test]
fn typing_in_help_finds_a_key() {
    let mut desk = desk(80, 24);
    desk.press("<f1>sortier");
    assert!(desk.screen().contains("Anders sortieren"), "{}", desk.screen());
    assert!(!desk.screen().contains("Tippen Sie einfach los"), "{}", desk.screen());
    desk.press("<esc>");
    assert_eq!(line(&desk), "", "what is typed there asks for nothing");
}

#[test]
fn esc_goes_back_step_by_step_and_never_leaves() {
    let mut desk = desk(80, 24);
    desk.press("zg:frauen beratung zg:mi<f1>");
    assert!(desk.screen().contains("Tippen Sie einfach los"));
    desk.press("<esc>");
    assert!(!desk.screen().contains("Tippen Sie einfach los"), "first the window");
    desk.press("<esc><f2>");
    assert!(desk.screen().contains("▾ Zielgruppe"), "then the offered values");
    desk.press("<esc>");
    assert!(!desk.screen().contains("▾ Zielgruppe"), "then the panel");
    assert_eq!(line(&desk), "beratung zg:mi");
    desk.press("<esc>");
    assert_eq!(line(&desk), "", "then the line");
    assert!(rows(&desk)[2].starts_with("[Zielgruppe: Frauen ×]"), "chosen filters stay");
    desk.press(&"<esc>".repeat(20));
    assert!(!desk.has_left());
    assert!(status(&desk).contains("Strg+Q beendet Lotse."), "{}", status(&desk));
}

#[test]
fn leaving_works_from_everywhere() {
    for before in ["", "frau", "<enter>", "<f1>", "<f2>", "<f6>", "<f7>", "zg:f", "qqqq "] {
        for key in ["<ctrl-c><ctrl-c>", "<ctrl-q>"] {
            let mut desk = desk(80, 24);
            desk.press(before);
            assert!(!desk.has_left());
            desk.press(key);
            assert!(desk.has_left(), "{key} after {before:?}");
        }
    }
}

#[test]
fn faulty_files_are_named_on_the_screen() {
    let folder = temporary_folder();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("catalogue.toml", "title = \"Probe\"\n");
    write("measures/kaputt.toml", "id = \"kaputt\"\ntitle = \"\\u001b[31mRot\n");
    let source = Source::folder(folder.path()).unwrap();
    let broken = lotse::catalogue::Catalogue::load(&source, TODAY).unwrap();
    assert!(!broken.diagnostics.is_empty());
    let mut desk = desk(100, 30);
    desk.health(IndexHealth { files_out: 1, errors: broken.diagnostics.clone(), in_memory: None });
    assert!(status(&desk).contains("1 Datei fehlerhaft"), "{}", status(&desk));
    assert_eq!(hits(&desk), 98, "the rest is still found");
    desk.press("<f7>");
    assert!(desk.screen().contains("measures/kaputt.toml"), "{}", desk.screen());
    desk.press("<esc>");
    desk.health(IndexHealth { files_out: 3, errors: broken.diagnostics, in_memory: None });
    assert!(status(&desk).contains("3 Dateien fehlerhaft"), "{}", status(&desk));
    desk.health(IndexHealth::default());
    assert!(!status(&desk).contains("fehlerhaft"), "{}", status(&desk));
    desk.press("<f7>");
    assert!(desk.screen().contains("Es ist alles in Ordnung."), "{}", desk.screen());
}

#[test]
fn an_index_that_cannot_be_kept_is_told_with_its_reason() {
    let mut desk = desk(100, 30);
    desk.health(IndexHealth { in_memory: Some("Permission denied".into()), ..IndexHealth::default() });
    desk.press("<f7>");
    assert!(
        desk.screen().contains("nur im Arbeitsspeicher") && desk.screen().contains("Permission denied"),
        "{}",
        desk.screen()
    );
}

#[test]
fn both_languages_have_words_for_everything() {
    for lang in [Lang::De, Lang::En] {
        let mut desk = desk_in(lang, 120, 40);
        for keys in
            ["", "frau<f6>", "<f1>", "<f7>", "<esc><f2>", "<esc><enter>", "<esc><f4>", "<esc>zg:f", "<alt-2>", "qqqq "]
        {
            desk.press(keys);
            let screen = desk.screen();
            for left_open in ["screen-", "action-", "short-", "filter-", "field-", "notice-", "why-", "context-", "{ $"]
            {
                assert!(!screen.contains(left_open), "{left_open} after {keys}\n{screen}");
            }
        }
    }
}
