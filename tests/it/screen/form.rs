//! The form of an entry: typing, choosing, checking, saving, and what happens when somebody else was there as well.

use std::{collections::BTreeSet, fs};

use jiff::Timestamp;
use lotse::{
    catalogue::{FIELDS, Group, Id, read_measure},
    locale::{Lang, Texts},
    store::{Presence, ProcessIdentity},
    tui::TestApp,
};
use ratatui::{
    crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers},
    style::{Color, Modifier},
};

use super::keeping::{says, says_not};
use crate::support::{
    TODAY,
    entry::KURS,
    folder::*,
    screen::{catalogue, cells, click, find, paste, rows, settings, status},
};

/// The name of the field with the cursor, as far as it fits.
fn current(screen: &TestApp) -> String {
    let row = rows(screen).into_iter().find(|row| row.starts_with('›')).unwrap_or_default();
    row.chars().skip(2).take(26).collect::<String>().split("  ").next().unwrap_or_default().trim().to_owned()
}

/// Moves the cursor to a field.
#[track_caller]
fn go(screen: &mut TestApp, field: &str) {
    screen.press(&"<pageup>".repeat(12));
    for _ in 0..=FIELDS.len() {
        let (label, current) = (label(field, Lang::De), current(screen));
        if label == current || current.strip_suffix('…').is_some_and(|part| label.starts_with(part)) {
            return;
        }
        screen.press("<tab>");
    }
    panic!("no {field} on\n{}", screen.screen());
}

/// What stands in the row of the field with the cursor.
fn value(screen: &TestApp) -> String {
    let row = rows(screen).into_iter().find(|row| row.starts_with('›')).unwrap_or_default();
    row.chars().skip(28).collect::<String>().trim_end().to_owned()
}

fn form(folder: &Folder) -> TestApp {
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-b>");
    screen
}

fn alt_gr(screen: &mut TestApp, c: char) {
    screen.terminal_event(Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL | KeyModifiers::ALT)));
}

#[test]
fn every_field_has_its_label_and_its_help() {
    for lang in [Lang::De, Lang::En] {
        let folder = Folder::with(&[("kurs", KURS)]);
        let texts = Texts::new(lang);
        let mut screen = folder.screen_of(ME, lang, 110, 150);
        screen.press("<alt-b><pageup>");
        let all = rows(&screen);
        for group in Group::ALL {
            let heading = texts.get(&format!("form-group-{}", group.code())).into_owned();
            assert!(all.contains(&heading), "{heading}\n{}", screen.screen());
        }
        let mut seen = BTreeSet::new();
        for _ in FIELDS.iter() {
            let now = current(&screen);
            let named = |field: &&lotse::catalogue::Field| label(&field.name(), lang) == now;
            let field = FIELDS.iter().find(named).unwrap_or_else(|| panic!("no field is called {now:?}"));
            says(&screen, &[&texts.get(&format!("{}-help", field.text_key()))]);
            assert!(all.iter().any(|row| row.contains(&now)), "{now}");
            seen.insert(field.name());
            screen.press("<tab>");
        }
        assert_eq!(seen.len(), FIELDS.len(), "the cursor reaches every field");
    }
}

#[test]
fn what_is_typed_is_saved_and_everything_else_stays_byte_for_byte() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    says(&screen, &["Kurs bearbeiten", "unverändert"]);
    screen.press(" für Mütter<tab>KfM<shift-tab>");
    says(&screen, &["Kurs für Mütter bearbeiten", "2 Änderungen"]);
    assert_eq!(folder.text("kurs"), KURS, "nothing is written before it is saved");
    screen.press("<ctrl-s>");
    says(&screen, &["„Kurs für Mütter“ ist gespeichert.", "Suche:"]);
    let expected = KURS.replace("\"Kurs\"   # Titel", "\"Kurs für Mütter\"   # Titel\nshort = \"KfM\"");
    assert_eq!(folder.text("kurs"), expected);
    screen.use_snapshot(folder.snapshot());
    says(&screen, &["› ● Kurs für Mütter"]);
}

#[test]
fn saving_what_is_unchanged_says_so() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press("<ctrl-s>");
    says(&screen, &["Es ist nichts geändert.", "Kurs bearbeiten"]);
    screen.press("x<backspace><ctrl-s>");
    says(&screen, &["Es ist nichts geändert."]);
    screen.press("<esc>");
    says(&screen, &["Suche:"]);
    assert_eq!(folder.text("kurs"), KURS);
}

#[test]
fn line_ends_and_bom_survive_a_save() {
    let windows = format!("\u{feff}{}", KURS.replace('\n', "\r\n"));
    let folder = Folder::with(&[("kurs", &windows)]);
    let mut screen = form(&folder);
    screen.press("2<ctrl-s>");
    assert_eq!(folder.text("kurs"), windows.replace("\"Kurs\"", "\"Kurs2\""));
}

#[test]
fn steps_are_taken_back_across_fields() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press(" eins<tab>K1<tab><tab>");
    screen.press("<ctrl-z>");
    assert_eq!((current(&screen).as_str(), value(&screen).as_str()), ("Kurzname", ""));
    screen.press("<ctrl-z>");
    assert_eq!((current(&screen).as_str(), value(&screen).as_str()), ("Titel", "Kurs"));
    screen.press("<ctrl-z>");
    assert_eq!(value(&screen), "Kurs");
    screen.press("<ctrl-z>");
    says(&screen, &["Es gibt nichts rückgängig zu machen.", "unverändert"]);
    screen.press("<ctrl-y><ctrl-y><ctrl-y>");
    assert_eq!((current(&screen).as_str(), value(&screen).as_str()), ("Kurzname", "K1"));
    screen.press("<ctrl-y>");
    says(&screen, &["Es gibt nichts wiederherzustellen.", "2 Änderungen"]);
    screen.press("<ctrl-z>2<ctrl-y>");
    says(&screen, &["Es gibt nichts wiederherzustellen."]);
    assert_eq!(value(&screen), "2", "a new change is a new way");
}

#[test]
fn keys_that_change_nothing_are_no_change() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    for field in ["short", "aliases", "funding", "schedule.start_dates", "capacity.places", "confirmed.by", "types"] {
        go(&mut screen, field);
        screen.press("<ctrl-x><ctrl-v><home><ctrl-w><end><delete><ctrl-v>");
    }
    go(&mut screen, "types");
    screen.press("<ctrl-z>");
    says(&screen, &["unverändert"]);
    assert!(!rows(&screen).iter().any(|row| row.starts_with(" *")), "{}", screen.screen());
}

#[test]
fn enter_tab_and_arrows_move_between_fields() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    let mut at = |keys: &str, expected: &str| {
        screen.press(keys);
        assert_eq!(current(&screen), expected, "after {keys}\n{}", screen.screen());
    };
    at("", "Titel");
    at("<enter>", "Kurzname");
    at("<down>", "Andere Namen");
    at("<tab>", "Art des Eintrags");
    at("<up>", "Andere Namen");
    at("<shift-tab><shift-tab>", "Titel");
    at("<up><up><up>", "Kennung");
    at("<pagedown>", "Ziele");
    at("<tab><pageup>", "Ziele");
    at("<pageup>", "Kennung");
    at("<pagedown><tab>", "Kurztext");
    // In a long text the arrows stay until they are at its edge.
    at("<end><enter>zwei<enter>drei<up><up>", "Kurztext");
    at("<up>", "Ziele");
    at("<down><down><down><down>", "Inhalt");
    at(&"<pagedown>".repeat(12), "Zuletzt geprüft von");
    at("<enter>", "Zuletzt geprüft von");
}

#[test]
fn the_cursor_stands_where_one_types() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    let (x, y) = find(&screen, "Kurs ").map(|_| (28, 3)).unwrap();
    assert_eq!(screen.cursor(), (x + 4, y).into());
    screen.press("<home>Ä");
    assert_eq!((value(&screen).as_str(), screen.cursor()), ("ÄKurs", (x + 1, y).into()));
    // A line that is longer than its field moves under the cursor.
    screen.press(&"breit ".repeat(30));
    assert!(screen.cursor().x < 100 && screen.cursor().y == y);
    screen.press("<home>");
    assert_eq!(screen.cursor(), (x, y).into());
    // Beside wide characters as well.
    go(&mut screen, "short");
    screen.press("漢字a");
    assert_eq!(screen.cursor().x, x + 5);
}

#[test]
fn what_is_left_can_be_seen() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(60, 24);
    // After deleting the end of a line that was longer than its field.
    screen.press(&format!("<alt-b> Anfang {}", "weg ".repeat(20)));
    screen.press(&"<ctrl-w>".repeat(20));
    assert_eq!(value(&screen).trim_end(), "Kurs Anfang");
    screen.press(&format!("{}{}", "y".repeat(70), "<backspace>".repeat(70)));
    assert_eq!(value(&screen).trim_end(), "Kurs Anfang");
    // After deleting lines of a text that was longer than its field.
    go(&mut screen, "content");
    screen.press(&format!("oben{}", "<enter>x".repeat(30)));
    screen.press(&"<backspace>".repeat(60));
    assert_eq!(value(&screen), "oben");
    // After the screen was narrow for a while.
    go(&mut screen, "title");
    screen.resize(26, 6);
    screen.press("!");
    screen.resize(60, 24);
    assert_eq!(value(&screen), "Kurs Anfang !");
}

#[test]
fn a_selection_can_be_seen_without_colours() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let own = format!("theme = \"none\"\n[user]\ncoordinator = \"{ME}\"");
    let mut screen = folder.open(settings(&own), Lang::De, 100, 40);
    for keys in [
        "<alt-b><ctrl-a>",
        "<tab><tab><tab><enter>",
        "<esc><ctrl-u><ctrl-s>",
        "<esc>",
        "<esc><alt-d>",
        "<alt-v>",
        "<f1>",
    ] {
        if keys.starts_with("<alt-b>") {
            screen.press(keys);
            assert!(cells(&screen, "Kurs").iter().any(|cell| !cell.modifier.is_empty()), "{}", screen.screen());
            let row: Vec<_> = (28..32).map(|x| screen.buffer().cell((x, 3)).unwrap().modifier).collect();
            assert!(row.iter().all(|modifier| modifier.contains(Modifier::REVERSED)), "{row:?}");
        } else {
            screen.press(keys);
        }
        for cell in screen.buffer().content() {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{:?} after {keys}", cell.symbol());
        }
    }
}

#[test]
fn a_selection_is_cut_and_put_into_another_field() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press(" für Mütter<ctrl-shift-left><ctrl-shift-left>");
    let styled = cells(&screen, "für Mütter");
    let beside = screen.buffer().cell((28, 3)).unwrap().clone();
    assert!(styled.iter().all(|cell| cell.style() != beside.style()), "the selection can be seen\n{}", screen.screen());
    screen.press("<ctrl-x>");
    assert_eq!(value(&screen).trim_end(), "Kurs");
    screen.press("<tab><ctrl-v>");
    assert_eq!((current(&screen).as_str(), value(&screen).as_str()), ("Kurzname", "für Mütter"));
    screen.press("<tab><ctrl-v><enter><ctrl-v>");
    says(&screen, &["Andere Namen für Mütter für Mütter"]);
    // Typing takes the place of what is selected.
    screen.press("<shift-tab><ctrl-a>FM");
    assert_eq!(value(&screen), "FM");
    screen.press("<shift-home><backspace>");
    assert_eq!(value(&screen), "");
    // Copying leaves what is there.
    screen.press("<shift-tab><ctrl-a><ctrl-c><tab><ctrl-v>");
    assert_eq!(value(&screen).trim_end(), "Kurs");
    // Several lines become one where there is only one.
    go(&mut screen, "aliases");
    screen.press("<ctrl-a><ctrl-c>");
    go(&mut screen, "short");
    screen.press("<ctrl-a><ctrl-v>");
    assert_eq!(value(&screen), "für Mütter für Mütter");
}

#[test]
fn a_paste_keeps_its_lines_where_there_may_be_several() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    go(&mut screen, "content");
    paste(&mut screen, "Erste Zeile\r\n\r\n- zweite\u{1b}[2J\r- dritte\tZeile");
    go(&mut screen, "measure_number");
    paste(&mut screen, "M-00\r\n00000");
    assert_eq!(value(&screen), "M-00 00000");
    go(&mut screen, "schedule.start_dates");
    paste(&mut screen, "11.1.2027\n1.4.2027");
    go(&mut screen, "aliases");
    paste(&mut screen, "Eins\nZwei, mit Komma\n");
    screen.press("<ctrl-s>");
    says(&screen, &["„Kurs“ ist gespeichert."]);
    let text = folder.text("kurs");
    for part in [
        "aliases = [\"Eins\", \"Zwei, mit Komma\"]",
        "Erste Zeile\n\n- zweite␛[2J\n- dritte Zeile",
        "measure_number = \"M-00 00000\"",
        "start_dates = [2027-01-11, 2027-04-01]",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn umlauts_and_alt_gr_arrive_as_text() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    go(&mut screen, "short");
    screen.press("ÄÖÜäöüß");
    for c in ['@', '[', ']', '{', '}', '\\', '|', '~', '€'] {
        alt_gr(&mut screen, c);
    }
    assert_eq!(value(&screen), "ÄÖÜäöüß@[]{}\\|~€");
    screen.press("\"<ctrl-s>");
    says(&screen, &["gespeichert"]);
    assert!(folder.text("kurs").contains("short = "), "{}", folder.text("kurs"));
    let mut again = form(&folder);
    go(&mut again, "short");
    assert_eq!(value(&again), "ÄÖÜäöüß@[]{}\\|~€\"");
}

#[test]
fn one_of_several_is_chosen_by_typing_its_beginning() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    go(&mut screen, "status");
    screen.press("<enter>");
    says(&screen, &["Suchen:", "›(•) läuft (running)", "( ) geplant"]);
    screen.press("pau");
    says(&screen, &["Suchen: pau", "›( ) pausiert"]);
    says_not(&screen, &["( ) geplant"]);
    screen.press("<enter>");
    assert_eq!(value(&screen), "pausiert");
    // One need not open the list first.
    screen.press("ge<down><up><enter>");
    assert_eq!(value(&screen), "geplant");
    screen.press("<enter><esc>");
    assert_eq!(value(&screen), "geplant", "Esc changes nothing");
    screen.press("qqq");
    says(&screen, &["Nichts davon passt."]);
    screen.press("<enter>");
    assert_eq!(value(&screen), "geplant");
    screen.press("<ctrl-z><ctrl-s>");
    assert_eq!(folder.text("kurs"), KURS.replace("running", "paused"));
}

#[test]
fn several_are_chosen_in_one_list() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    go(&mut screen, "target_groups");
    screen.press("<enter>");
    says(&screen, &["›[x] Frauen"]);
    screen.press("alleinerz");
    says(&screen, &["Suchen: alleinerz", "›[ ] Alleinerziehende"]);
    screen.press("<enter>");
    says(&screen, &["Suchen: ", "[x] Alleinerziehende", "[x] Frauen"]);
    screen.press("<ctrl-home>frauen<enter>");
    screen.press("<tab>");
    assert_eq!((current(&screen).as_str(), value(&screen).as_str()), ("Zielgruppen", "Alleinerziehende"));
    go(&mut screen, "places");
    screen.press("dillen<enter><esc><ctrl-s>");
    let groups = KURS.replace("[\"frauen\"]", "[\"alleinerziehende\"]");
    assert_eq!(folder.text("kurs"), groups.replace("[\"wetzlar\"]", "[\"wetzlar\", \"dillenburg\"]"));
}

#[test]
fn backspace_deletes_as_well_where_a_terminal_sends_ctrl_h_for_it() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press(" neu<ctrl-h><ctrl-h>");
    assert_eq!(value(&screen), "Kurs n");
    screen.press("<ctrl-backspace><ctrl-backspace>Ziel");
    assert_eq!(value(&screen), "Ziel");
    go(&mut screen, "status");
    screen.press("<enter>gx<ctrl-h>eplant<enter>");
    assert_eq!(value(&screen), "geplant");
    // The number of free places is asked for in a window.
    screen.press("<ctrl-s><alt-p>12<ctrl-h>5<enter>");
    assert!(folder.text("kurs").contains("free = 15"), "{}", folder.text("kurs"));
}

#[test]
fn a_choice_is_taken_away() {
    let folder = Folder::with(&[(
        "kurs",
        &KURS.replace("[schedule]", "[eligibility]\ngerman_min = \"a2\"\n\n[schedule]").replace("a2", "A2"),
    )]);
    let mut screen = form(&folder);
    go(&mut screen, "eligibility.german_min");
    assert_eq!(value(&screen), "A2");
    screen.press("<backspace>");
    assert_eq!(value(&screen), "(tippen oder Eingabetaste: auswählen)");
    screen.press("<ctrl-s>");
    assert!(!folder.text("kurs").contains("german_min"), "{}", folder.text("kurs"));
}

#[test]
fn days_and_numbers_are_typed_as_people_write_them() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    go(&mut screen, "period.from");
    screen.press("1.1.27<enter>2027-12-31");
    go(&mut screen, "schedule.start_dates");
    screen.press("11.1.2027, 2027-04-01<enter>1.9.27");
    go(&mut screen, "capacity.free");
    assert_eq!(value(&screen), "3");
    screen.press("<backspace>4");
    screen.press("<ctrl-s>");
    let text = folder.text("kurs");
    for part in ["from = 2027-01-01", "until = 2027-12-31", "free = 4", "as_of = 2026-11-20"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(text.contains("start_dates = [2027-01-11, 2027-04-01, 2027-09-01]"), "{text}");
    // Days are shown as the language writes them.
    let mut german = form(&folder);
    go(&mut german, "period.from");
    assert_eq!(value(&german), "1.1.2027");
    let mut english = folder.screen_of(ME, Lang::En, 100, 60);
    english.press("<alt-b>");
    english.press(&"<pagedown>".repeat(8));
    says(&english, &["2027-01-01", "2026-11-20"]);
}

#[test]
fn words_that_are_no_value_are_told_at_once() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    for (field, typed, told) in [
        ("capacity.free", "<ctrl-u>zwei", "Das ist keine ganze Zahl."),
        ("capacity.free", "<ctrl-u>1000001", "Das ist zu viel, höchstens 1.000.000."),
        ("eligibility.age_min", "121", "Das ist zu viel, höchstens 120."),
        ("period.from", "morgen", "Das ist kein Tag. Schreiben Sie ihn so: 11.1.2027 oder 2027-01-11."),
        ("period.from", "<ctrl-u>31.2.2027", "Das ist kein Tag."),
        ("id", "<ctrl-u>Über Uns", "Eine Kennung hat nur Kleinbuchstaben a bis z"),
    ] {
        go(&mut screen, field);
        screen.press(typed);
        says(&screen, &[told]);
        assert!(rows(&screen).iter().any(|row| row.starts_with("›!")), "{}", screen.screen());
    }
    screen.press("<ctrl-s>");
    assert_eq!(current(&screen), "Kennung", "the first of them");
    says(&screen, &["Noch nicht gespeichert:"]);
    assert_eq!(folder.text("kurs"), KURS);
}

/// What `lotse check` says of a text, with the fields called by their labels.
fn checked(text: &str) -> Vec<String> {
    let texts = Texts::new(Lang::De);
    let read = read_measure(&"measures/kurs.toml".into(), text, &catalogue().register, TODAY);
    read.diagnostics.iter().map(|fault| fault.message(&texts)).collect()
}

#[test]
fn faults_are_told_in_the_words_of_the_check() {
    let folder = Folder::with(&[("kurs", KURS)]);
    for (field, keys, from, to) in [
        ("summary", "<ctrl-u>".to_owned(), "summary = \"Ein Kurs.\"\n".to_owned(), String::new()),
        ("confirmed.on", "<ctrl-u>1.1.2028".to_owned(), "on = 2026-11-01".to_owned(), "on = 2028-01-01".to_owned()),
        ("links", "ftp://alt".to_owned(), "status =".to_owned(), "links = [\"ftp://alt\"]\nstatus =".to_owned()),
        ("title", "x".repeat(120), "\"Kurs\"".to_owned(), format!("\"Kurs{}\"", "x".repeat(120))),
        (
            "eligibility.age_max",
            "5<shift-tab>9<tab>".to_owned(),
            "[schedule]".to_owned(),
            "[eligibility]\nage_min = 9\nage_max = 5\n[schedule]".to_owned(),
        ),
    ] {
        let told = checked(&KURS.replace(&from, &to));
        assert_eq!(told.len(), 1, "{field}: {told:?}");
        let mut screen = form(&folder);
        go(&mut screen, field);
        screen.press(&keys);
        let key = format!("„{field}“");
        let label = label(field, Lang::De);
        let named = told[0].replace(&key, &format!("„{label}“")).replace(&format!("{field}: "), &format!("{label}: "));
        // Without the help of the field, which may say the same.
        says(&screen, &[&named]);
        assert!(!named.contains(&key), "{named}");
        assert!(screen.screen().contains("1 Fehler") || screen.screen().contains("1 Warnung"), "{}", screen.screen());
    }
}

#[test]
fn advice_names_the_fields_of_the_form_and_not_those_of_the_file() {
    let folder = Folder::with(&[("kurs", &KURS.replace("gwab", "gwaab").replace("as_of = 2026-11-14", "places = 2"))]);
    let mut screen = form(&folder);
    go(&mut screen, "capacity.free");
    says(
        &screen,
        &["Es sind mehr Plätze frei, als es Plätze gibt. Berichtigen Sie „Freie Plätze“ oder „Plätze insgesamt“."],
    );
    go(&mut screen, "provider");
    says(&screen, &["Träger: „gwaab“ gibt es nicht. Wählen Sie aus der Liste, was heute gilt."]);
    screen.press("<esc><alt-d>");
    says(&screen, &["Träger: „gwaab“ gibt es nicht. Wählen Sie", "unter „Stand der Plätze“ ein, von welchem Tag"]);
}

#[test]
fn an_entry_with_errors_is_not_saved_and_the_cursor_goes_to_the_first() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    go(&mut screen, "places");
    screen.press("<ctrl-u>");
    go(&mut screen, "summary");
    screen.press("<ctrl-u><pagedown><pagedown><pagedown><ctrl-s>");
    says(&screen, &["Noch nicht gespeichert: 2 Fehler sind zu beheben.", "„Kurztext“ fehlt, die Angabe ist Pflicht."]);
    assert_eq!(current(&screen), "Kurztext");
    assert_eq!(folder.text("kurs"), KURS);
    screen.press("Neu.<ctrl-s>");
    assert_eq!(current(&screen), "Ort");
    screen.press("dillen<enter><esc><ctrl-s>");
    says(&screen, &["„Kurs“ ist gespeichert."]);
}

#[test]
fn warnings_do_not_stand_in_the_way() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    go(&mut screen, "confirmed.on");
    screen.press("<ctrl-u>1.1.2026");
    says(&screen, &["1 Warnung"]);
    screen.press("<ctrl-s>");
    assert_eq!(folder.text("kurs"), KURS.replace("on = 2026-11-01", "on = 2026-01-01"));
}

#[test]
fn the_id_of_a_new_entry_follows_its_title_until_it_is_typed() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-n>Coaching für Eltern");
    says(&screen, &["Neuer Eintrag: Coaching für Eltern", "coaching-fuer-eltern"]);
    screen.press("<ctrl-z>");
    assert!(
        !rows(&screen).iter().any(|row| row.ends_with("coaching-fuer-eltern")),
        "an undone title has no id\n{}",
        screen.screen()
    );
    screen.press("<ctrl-y><up><ctrl-u>eltern<down> (neu)");
    let row = rows(&screen).into_iter().find(|row| row.contains("Kennung ")).unwrap();
    assert!(row.ends_with(" eltern"), "{row}");
}

#[test]
fn an_id_that_is_taken_away_follows_the_title_again() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(100, 90);
    let id = |screen: &TestApp| {
        let row = rows(screen)
            .into_iter()
            .find(|row| row.chars().skip(2).collect::<String>().starts_with("Kennung"))
            .unwrap();
        row.chars().skip(28).collect::<String>().trim().to_owned()
    };
    screen.press("<alt-n>Coaching<up><ctrl-u>eigene");
    screen.press("<down> für Eltern");
    assert_eq!(id(&screen), "eigene");
    // While it is empty nothing is put under the hands of whoever wants to type another one.
    screen.press("<up><ctrl-u>");
    assert_eq!(id(&screen), "");
    screen.press("<down>");
    assert_eq!(id(&screen), "coaching-fuer-eltern");
    screen.press(" neu");
    assert_eq!(id(&screen), "coaching-fuer-eltern-neu");
    screen.press("<up><ctrl-u><ctrl-s>");
    assert_eq!(id(&screen), "coaching-fuer-eltern-neu");
    // What was typed and undone was not typed.
    screen.press("<pageup><backspace><backspace><ctrl-z><ctrl-z><ctrl-z><down>er");
    assert!(id(&screen).ends_with("neuer"), "{}", screen.screen());
    // The name of a file that is there never follows.
    let mut other = form(&folder);
    other.press("<up><ctrl-u><down> neu");
    says(&other, &["1 Fehler"]);
}

#[test]
fn a_new_entry_says_what_it_needs_and_calls_nothing_wrong() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-n>");
    says(&screen, &["Noch nötig: Titel, Typ des Angebots, Kurztext, Zielgruppen, Rechtsgrundlage, Träger, Ort"]);
    says_not(&screen, &["Fehler", "fehlt", "Kennung,"]);
    assert!(!rows(&screen).iter().any(|row| row.starts_with(" !") || row.starts_with("›!")), "{}", screen.screen());
    screen.press("Kurs B");
    says(&screen, &["Noch nötig: Typ des Angebots, Kurztext,"]);
    // What is typed wrongly is said at once.
    go(&mut screen, "capacity.free");
    screen.press("zwei");
    says(&screen, &["Das ist keine ganze Zahl.", "1 Fehler", "Noch nötig: Typ des Angebots,"]);
    screen.press("<ctrl-u>");
    says_not(&screen, &["Fehler"]);
    // Once somebody wants to save, what is missing is in the way.
    screen.press("<ctrl-s>");
    says(&screen, &["Noch nicht gespeichert: 6 Fehler sind zu beheben.", "„Typ des Angebots“ fehlt"]);
    assert_eq!(current(&screen), "Typ des Angebots");
    screen.press("coach<enter><esc>");
    says(&screen, &["Noch nötig: Kurztext, Zielgruppen, Rechtsgrundlage, Träger, Ort", "5 Fehler"]);
    // An entry that is there is another thing: what is missing there was taken away.
    let mut other = form(&folder);
    go(&mut other, "summary");
    other.press("<ctrl-u>");
    says(&other, &["„Kurztext“ fehlt, die Angabe ist Pflicht.", "1 Fehler"]);
    says_not(&other, &["Noch nötig"]);
}

#[test]
fn a_field_is_found_by_any_part_of_its_name() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press("<ctrl-g>");
    says(&screen, &["Gehe zu", "Feld:", "Titel · Name und Status"]);
    screen.press("plaetze");
    says(&screen, &["Feld: plaetze", "1 von 3", "Plätze insgesamt · Zeitraum und Plätze", "Freie Plätze"]);
    screen.press("<down><enter>");
    assert_eq!(current(&screen), "Freie Plätze");
    says_not(&screen, &["Feld:"]);
    // What begins so comes first; Esc leaves the cursor where it is.
    screen.press("<ctrl-g>ort");
    says(&screen, &["› Ort · Ort und Kinderbetreuung"]);
    screen.press("<esc>");
    assert_eq!(current(&screen), "Freie Plätze");
    screen.press("<ctrl-g>dienst<enter>");
    says(&screen, &["Nichts davon passt."]);
    screen.press("<ctrl-u>kurzt<enter>Mehr.");
    assert_eq!(current(&screen), "Kurztext");
    says(&screen, &["Ein Kurs.Mehr."]);
    screen.press("<ctrl-g><end><enter>");
    assert_eq!(current(&screen), "Zuletzt geprüft von");
    screen.press("<ctrl-g><home><enter>");
    assert_eq!(current(&screen), "Kennung");
    // Every field by its whole name, from wherever one is.
    for field in FIELDS.iter() {
        let name = label(&field.name(), Lang::De);
        screen.press(&format!("<ctrl-g>{name}<enter>"));
        let now = current(&screen);
        assert!(name == now || now.strip_suffix('…').is_some_and(|part| name.starts_with(part)), "{name}: {now}");
    }
    // By the mouse as well.
    screen.press("<ctrl-g>kurzn");
    click(&mut screen, "Kurzname · Name");
    assert_eq!(current(&screen), "Kurzname");
    assert_eq!(folder.text("kurs"), KURS);
}

#[test]
fn who_hears_the_screen_hears_where_enter_would_lead() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let own = format!("screen_reader = true\n[user]\ncoordinator = \"{ME}\"");
    let mut screen = folder.open(settings(&own), Lang::De, 100, 40);
    screen.press("<alt-b><ctrl-g>plaetze");
    let heard = |screen: &mut TestApp| rows(screen)[usize::from(screen.cursor().y)].trim().to_owned();
    let now = heard(&mut screen);
    assert!(now.contains("Feld: plaetze") && now.ends_with("Plätze insgesamt, 1 von 3"), "{now}");
    screen.press("<down>");
    let now = heard(&mut screen);
    assert!(now.ends_with("Freie Plätze · Zeitraum und Plätze"), "{now}");
    screen.press("<enter>");
    assert_eq!(heard(&mut screen), "› Freie Plätze              3");
}

#[test]
fn a_list_of_choices_lies_in_a_frame_with_the_name_of_its_field() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let own = |more: &str| settings(&format!("{more}\n[user]\ncoordinator = \"{ME}\""));
    let mut screen = folder.open(own(""), Lang::De, 100, 40);
    screen.press("<alt-b>");
    go(&mut screen, "status");
    screen.press("<enter>");
    assert!(screen.screen().contains("┌ Status ─"), "{}", screen.screen());
    says(&screen, &["5 von 10"]);
    screen.press("<end>");
    says(&screen, &["10 von 10"]);
    screen.press("<home>");
    says(&screen, &["1 von 10"]);
    // Nothing shines through, and a click beside the choices does nothing.
    let (left, top) = find(&screen, "┌ Status").unwrap();
    let (right, bottom) = find(&screen, "┘").unwrap();
    for y in top + 2..bottom {
        let row: String = (left..=right).map(|x| screen.buffer().cell((x, y)).unwrap().symbol()).collect();
        assert!(row.contains(") ") && row.starts_with('│') && row.ends_with('│'), "{row}");
    }
    let before = screen.screen();
    click(&mut screen, "┌ Status");
    assert_eq!(screen.screen(), before);
    // Where there is little room, and for who hears the screen, there is none.
    for (more, columns) in [("", 59), ("screen_reader = true", 100)] {
        let mut screen = folder.open(own(more), Lang::De, columns, 40);
        screen.press("<alt-b>");
        for keys in ["<ctrl-g>status", "<enter><enter>"] {
            screen.press(keys);
            assert!(!screen.screen().contains('┌'), "{}", screen.screen());
        }
        says(&screen, &["Suchen:", "läuft"]);
    }
}

#[test]
fn a_new_entry_is_selected_once_it_is_saved() {
    let folder = Folder::with(&[("kurs", KURS), ("zwei", &KURS.replace("\"kurs\"", "\"zwei\""))]);
    let mut screen = folder.screen(120, 40);
    screen.press("<alt-k><ctrl-u>Zirkel<ctrl-s>");
    says(&screen, &["„Zirkel“ ist angelegt."]);
    screen.use_snapshot(folder.snapshot());
    says(&screen, &["› ● Zirkel", "„Zirkel“ ist angelegt."]);
    // Also where the line and the filters would hide it.
    screen.press("<f2><enter><esc>kurs -zirkus<alt-k><ctrl-u>Zirkus<ctrl-s>");
    screen.use_snapshot(folder.snapshot());
    says(&screen, &["› ● Zirkus"]);
    says_not(&screen, &["Suche: kurs", "Zielgruppe: Frauen ×"]);
    // Whoever searches on meanwhile is left alone.
    screen.press("<alt-k><ctrl-u>Zugabe<ctrl-s>kurs");
    screen.use_snapshot(folder.snapshot());
    says(&screen, &["Suche: kurs", "› ● Kurs"]);
    // On the desk as well.
    screen.press("<alt-d><alt-k><ctrl-u>Abend<ctrl-s>");
    says(&screen, &["Mein Schreibtisch"]);
    screen.use_snapshot(folder.snapshot());
    says(&screen, &["› Abend"]);
    screen.press("<esc>");
    says(&screen, &["› ● Abend"]);
}

#[test]
fn a_new_entry_is_created_from_its_form() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-n>Kurs");
    says(&screen, &["Neuer Eintrag: Kurs"]);
    screen.press("<ctrl-s>");
    assert_eq!(current(&screen), "Typ des Angebots");
    screen.press("coach<enter><esc>");
    for (field, keys) in [
        ("summary", "Kurz gesagt."),
        ("target_groups", "alleinerz<enter><esc>"),
        ("legal_bases", "<enter>mat<enter><esc>"),
        ("provider", "gwab<enter>"),
        ("places", "wetzlar<enter><esc>"),
    ] {
        go(&mut screen, field);
        screen.press(keys);
    }
    let before = folder.files();
    screen.press("<ctrl-s>");
    // There is one of this id: it is not overwritten, and the cursor stands where another id is typed.
    says(&screen, &["Es gibt schon einen Eintrag mit dieser Kennung."]);
    assert_eq!((current(&screen).as_str(), folder.files()), ("Kennung", before));
    screen.press("-neu<ctrl-s>");
    says(&screen, &["„Kurs“ ist angelegt.", "Suche:"]);
    let text = folder.text("kurs-neu");
    for part in ["id = \"kurs-neu\"\ntitle = \"Kurs\"\n", "coordinator = \"koordination-frauen\"", "on = 2026-11-20"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(checked(&text.replace("kurs-neu", "kurs")).iter().all(|told| !told.contains("Pflicht")), "{text}");
}

#[test]
fn a_copy_takes_what_is_the_same_everywhere() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-k>");
    says(&screen, &["Neuer Eintrag: Kopie von Kurs", "kopie-von-kurs"]);
    screen.press("<esc>");
    says(&screen, &["Suche:"]);
    screen.press("<alt-k><ctrl-u>Kurs in Gießen<ctrl-s>");
    says(&screen, &["„Kurs in Gießen“ ist angelegt."]);
    let text = folder.text("kurs-in-giessen");
    assert!(
        !text.contains("free =") && text.contains("on = 2026-11-20") && text.contains("summary = \"Ein Kurs.\""),
        "{text}"
    );
    assert_eq!(folder.text("kurs"), KURS);
}

#[test]
fn another_id_is_another_file_name() {
    let folder = Folder::with(&[("kurs", KURS), ("zwei", &KURS.replace("\"kurs\"", "\"zwei\""))]);
    let mut screen = form(&folder);
    let other = if screen.screen().contains("  zwei") { "kurs" } else { "zwei" };
    let own = if other == "zwei" { "kurs" } else { "zwei" };
    screen.press(&format!(" neu<up><ctrl-u>{other}<ctrl-s>"));
    says(&screen, &["Es gibt schon einen Eintrag mit dieser Kennung."]);
    assert_eq!(current(&screen), "Kennung");
    screen.press("<ctrl-u>kurs-neu<ctrl-s>");
    says(&screen, &["„Kurs neu“ ist gespeichert."]);
    assert!(!folder.entry(own).exists());
    let expected = KURS.replace("\"kurs\"", "\"kurs-neu\"").replace("\"Kurs\"", "\"Kurs neu\"");
    assert_eq!(folder.text("kurs-neu"), expected);
    screen.use_snapshot(folder.snapshot());
    screen.press("kurs-neu<alt-v>");
    says(&screen, &["Verlauf von"]);
}

#[test]
fn the_preview_shows_the_entry_as_others_see_it() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press(" für alle<alt-l>");
    says(&screen, &["Kurs für alle ● läuft · Maßnahme", "Zielgruppen: Frauen", "Ein Kurs."]);
    says_not(&screen, &["Kennung", "Interne Notiz"]);
    let whole = screen.screen();
    let mut low = folder.screen(80, 10);
    low.press("<alt-b><alt-l>");
    let top = low.screen();
    low.press(&"<pagedown>".repeat(20));
    says(&low, &["Zuletzt geprüft"]);
    low.press(&"<pageup>".repeat(20));
    assert_eq!(low.screen(), top, "no key is swallowed");
    screen.press("<esc>");
    says(&screen, &["Kennung"]);
    screen.press("<alt-l>");
    assert_eq!(screen.screen(), whole);
    // Whoever types sees what happens.
    screen.press("!");
    says(&screen, &["Kennung", "Kurs für alle!"]);
    screen.press("<alt-l><backspace>");
    says(&screen, &["Kennung"]);
    // Beside the form where there is room.
    let mut wide = folder.screen(160, 40);
    wide.press("<alt-b> daneben");
    says(&wide, &["Kennung"]);
    assert!(rows(&wide)[1].ends_with("│ Kurs daneben"), "{}", wide.screen());
    let mut new = folder.screen(100, 30);
    new.press("<alt-n><alt-l>");
    says(&new, &["Die Vorschau erscheint, sobald alle Pflichtangaben da sind."]);
}

#[test]
fn neither_help_nor_a_question_lets_a_changed_form_slip_away() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press("x<f1><ctrl-q>");
    says(&screen, &["Nicht gespeichert"]);
    screen.press("<ctrl-q>");
    says(&screen, &["Nicht gespeichert"]);
    assert!(!screen.has_left());
    screen.press("<down><down><enter>");
    assert!(screen.has_left());
    assert_eq!(folder.text("kurs"), KURS);
    let mut screen = folder.screen(80, 24);
    screen.press("<alt-p><ctrl-q>");
    assert!(screen.has_left(), "a question about nothing that was typed keeps nobody");
}

#[test]
fn leaving_a_changed_form_asks() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press("<esc>");
    says(&screen, &["Suche:"]);
    screen.press("<alt-b>x<esc>");
    says(&screen, &["Nicht gespeichert", "› Speichern"]);
    screen.press("<esc>");
    says(&screen, &["Kursx bearbeiten"]);
    screen.press("<esc><down><enter>y");
    says(&screen, &["Kursxy bearbeiten"]);
    screen.press("<esc><down><down><enter>");
    says(&screen, &["Suche:"]);
    assert_eq!((folder.text("kurs").as_str(), folder.drafts()), (KURS, 0));
    screen.press("<alt-b>z<esc><enter>");
    says(&screen, &["„Kursz“ ist gespeichert."]);
    assert_eq!(folder.text("kurs"), KURS.replace("\"Kurs\"", "\"Kursz\""));
    assert!(!screen.has_left());
}

#[test]
fn ending_lotse_asks_as_well() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press("x<ctrl-c>");
    says(&screen, &["Kursx bearbeiten"]);
    assert!(!screen.has_left(), "Ctrl+C copies");
    screen.press("<ctrl-q><esc>");
    assert!(!screen.has_left());
    screen.press("<ctrl-q><enter>");
    assert!(screen.has_left());
    assert_eq!(folder.text("kurs"), KURS.replace("\"Kurs\"", "\"Kursx\""));
    let mut screen = form(&folder);
    screen.press("y<alt-v><ctrl-q><down><down><enter>");
    assert!(screen.has_left());
    assert_eq!(folder.text("kurs"), KURS.replace("\"Kurs\"", "\"Kursx\""));
    let mut screen = form(&folder);
    screen.press("<ctrl-q>");
    assert!(screen.has_left(), "where nothing was changed nobody is asked");
    // What has errors is not saved, so Lotse stays.
    let mut screen = form(&folder);
    screen.press("<ctrl-u><ctrl-q><enter>");
    assert!(!screen.has_left());
    says(&screen, &["Noch nicht gespeichert: Ein Fehler ist zu beheben."]);
}

#[test]
fn changes_of_different_fields_are_merged_and_said() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press(" neu");
    folder.replace("kurs", "free = 3", "free = 0 # voll");
    screen.use_snapshot(folder.snapshot());
    says(
        &screen,
        &["Jemand anderes hat diesen Eintrag gerade gespeichert.", "Beim Speichern wird beides zusammengeführt."],
    );
    screen.press("<ctrl-s>");
    says(&screen, &["„Kurs neu“ ist gespeichert. Auch geändert hat jemand anderes, und das bleibt: Freie Plätze."]);
    let expected = KURS.replace("\"Kurs\"", "\"Kurs neu\"").replace("free = 3", "free = 0 # voll");
    assert_eq!(folder.text("kurs"), expected);
}

/// A form in which the title, the free places and the status were changed while somebody else changed the first two.
fn clashing() -> (Folder, TestApp) {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press(" meins");
    go(&mut screen, "capacity.free");
    screen.press("<backspace>5");
    go(&mut screen, "status");
    screen.press("pau<enter>");
    folder.replace("kurs", "\"Kurs\"", "\"Kurs ihrs\"");
    folder.replace("kurs", "free = 3", "free = 1");
    screen.press("<ctrl-s>");
    (folder, screen)
}

#[test]
fn of_the_same_field_somebody_has_to_choose() {
    let (folder, mut screen) = clashing();
    let theirs = KURS.replace("\"Kurs\"", "\"Kurs ihrs\"").replace("free = 3", "free = 1");
    says(&screen, &["Zwei Änderungen", "(•) meins: Kurs meins ( ) jetzt in der Datei: Kurs ihrs vorher: Kurs"]);
    says(&screen, &["(•) meins: 5 ( ) jetzt in der Datei: 1 vorher: 3"]);
    assert_eq!(folder.text("kurs"), theirs, "nothing is saved yet");
    // Back to the form without deciding.
    screen.press("<esc>");
    says(&screen, &["Kurs meins bearbeiten"]);
    screen.press("<ctrl-s><enter>");
    says(&screen, &["( ) meins: Kurs meins (•) jetzt in der Datei: Kurs ihrs"]);
    screen.press("<ctrl-s>");
    says(&screen, &["„Kurs ihrs“ ist gespeichert."]);
    let text = theirs.replace("free = 1", "free = 5").replace("running", "paused").replace("2026-11-14", "2026-11-20");
    assert_eq!(folder.text("kurs"), text);
}

#[test]
fn of_long_texts_one_sees_where_they_differ() {
    let long = "Ein langer Text, der bei beiden gleich beginnt. ".repeat(5);
    let folder = Folder::with(&[("kurs", &KURS.replace("Ein Kurs.", &long))]);
    let mut screen = form(&folder);
    go(&mut screen, "summary");
    screen.press("<ctrl-end> Mein Ende.");
    folder.replace("kurs", &long, &format!("{long}Das andere Ende."));
    screen.press("<ctrl-s>");
    says(&screen, &["gleich beginnt. Mein Ende.", "gleich beginnt. Das andere Ende."]);
    says(&screen, &["meins: …", "jetzt in der Datei: …", "vorher: …"]);
}

#[test]
fn for_every_field_mine_or_theirs() {
    for (keys, title, free) in [("", "meins", 5), ("<down><enter>", "meins", 1), ("<enter><down><enter>", "ihrs", 1)] {
        let (folder, mut screen) = clashing();
        screen.press(keys);
        screen.press("<ctrl-s>");
        let text = folder.text("kurs");
        assert!(text.contains(&format!("title = \"Kurs {title}\"   # Titel")), "{keys}: {text}");
        assert!(text.contains(&format!("free = {free}\n")) && text.contains("paused"), "{keys}: {text}");
    }
}

/// A list is brought together value by value, also where one has to choose about another field.
#[test]
fn what_both_have_added_to_a_list_is_there() {
    for choose in [false, true] {
        let folder = Folder::with(&[("kurs", KURS)]);
        let mut screen = form(&folder);
        go(&mut screen, "aliases");
        screen.press("Mein Name");
        if choose {
            go(&mut screen, "title");
            screen.press("<end> meins");
            folder.replace("kurs", "\"Kurs\"", "\"Kurs ihrs\"");
        }
        folder.replace("kurs", "category", "aliases = [\"Ihr Name\"]\ncategory");
        screen.press("<ctrl-s>");
        if choose {
            says(&screen, &["(•) meins: Kurs meins ( ) jetzt in der Datei: Kurs ihrs"]);
            screen.press("<ctrl-s>");
        }
        let text = folder.text("kurs");
        assert!(text.contains("aliases = [\"Ihr Name\", \"Mein Name\"]\n"), "{choose}: {text}\n{}", screen.screen());
    }
}

#[test]
fn when_theirs_holds_everywhere_nothing_is_left_to_save() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press(" meins");
    folder.replace("kurs", "\"Kurs\"", "\"Kurs ihrs\"");
    screen.press("<ctrl-s><enter><ctrl-s>");
    says(&screen, &["Es gilt, was der andere gespeichert hat."]);
    assert_eq!(folder.text("kurs"), KURS.replace("\"Kurs\"", "\"Kurs ihrs\""));
    // Somebody else was just as quick with the same.
    screen.press("<alt-b><ctrl-u>Gleich");
    folder.replace("kurs", "\"Kurs ihrs\"", "\"Gleich\"");
    screen.press("<ctrl-s>");
    says(&screen, &["„Gleich“: nichts zu ändern."]);
}

#[test]
fn a_file_that_was_deleted_or_broken_meanwhile_costs_nothing() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let expected = KURS.replace("\"Kurs\"", "\"Kurs neu\"");
    let mut screen = form(&folder);
    screen.press(" neu");
    fs::remove_file(folder.entry("kurs")).unwrap();
    screen.press("<ctrl-s>");
    says(&screen, &["wurde inzwischen gelöscht oder umbenannt. Ihr Text ist noch da.", "› Zurück"]);
    screen.press("<enter>");
    says(&screen, &["Kurs neu bearbeiten"]);
    assert!(!folder.entry("kurs").exists());
    screen.press("<ctrl-s><down><enter>");
    says(&screen, &["„Kurs neu“ ist angelegt."]);
    assert_eq!(folder.text("kurs"), expected);
    let mut screen = form(&folder);
    screen.press(" 2");
    folder.write("kurs", "halb geschrieben [");
    screen.press("<ctrl-s>");
    says(&screen, &["kein gültiges TOML mehr, jemand schreibt vielleicht gerade daran."]);
    screen.press("<enter>");
    assert_eq!(folder.text("kurs"), "halb geschrieben [");
    screen.press("<ctrl-s><down><enter>");
    assert_eq!(folder.text("kurs"), expected.replace("Kurs neu", "Kurs neu 2"));
}

#[test]
fn a_file_that_is_no_text_any_more_is_not_called_deleted() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press(" neu");
    let latin: Vec<u8> = KURS.replace("Ein Kurs.", "für").chars().map(|c| c as u8).collect();
    fs::write(folder.entry("kurs"), &latin).unwrap();
    screen.press("<ctrl-s>");
    says(&screen, &["Bitte lesen", "Die Datei ist kein gültiges TOML."]);
    screen.press("<enter>");
    says(&screen, &["Kurs neu bearbeiten", "1 Änderung"]);
    assert_eq!(fs::read(folder.entry("kurs")).unwrap(), latin);
    folder.write("kurs", KURS);
    screen.press("<ctrl-s>");
    assert_eq!(folder.text("kurs"), KURS.replace("\"Kurs\"", "\"Kurs neu\""));
}

#[test]
fn the_mouse_works_as_well() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    click(&mut screen, "  Status  ");
    assert_eq!(current(&screen), "Status");
    screen.press("<enter>");
    click(&mut screen, "( ) pausiert");
    assert_eq!(value(&screen), "pausiert");
    click(&mut screen, "Strg+S");
    says(&screen, &["„Kurs“ ist gespeichert."]);
    assert_eq!(folder.text("kurs"), KURS.replace("running", "paused"));
    screen.press("<alt-b>x<tab><tab><tab><enter><ctrl-q>");
    // What lies below a question cannot be clicked.
    let below = screen.screen();
    for text in ["Kurzname", "( ) Projekt", "Nicht gespeichert"] {
        click(&mut screen, text);
        assert_eq!(screen.screen(), below, "{text}");
    }
    click(&mut screen, "Zurück");
    says(&screen, &["Kursx bearbeiten"]);
    screen.press("<esc><esc>");
    click(&mut screen, "Verwerfen");
    says(&screen, &["Suche:"]);
    assert!(folder.text("kurs").contains("title = \"Kurs\""));
    screen.press("<alt-d>");
    click(&mut screen, "Alt+G");
    says(&screen, &["ist bestätigt."]);
}

#[cfg(unix)]
#[test]
fn a_save_that_cannot_be_written_says_why_and_the_form_stays() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press(" neu");
    // The file leads out of the catalogue now; nobody, not even root, may save there.
    let outside = folder.root.path().join("outside.toml");
    fs::rename(folder.entry("kurs"), &outside).unwrap();
    std::os::unix::fs::symlink(&outside, folder.entry("kurs")).unwrap();
    screen.press("<ctrl-s>");
    says(
        &screen,
        &["Bitte lesen", "die aus dem Katalogordner hinausführt", "Legen Sie die Datei selbst in den Ordner measures."],
    );
    screen.press("<enter>");
    says(&screen, &["Kurs neu bearbeiten", "1 Änderung"]);
    assert_eq!(fs::read_to_string(&outside).unwrap(), KURS);
    fs::remove_file(folder.entry("kurs")).unwrap();
    fs::rename(&outside, folder.entry("kurs")).unwrap();
    screen.press("<ctrl-s>");
    says(&screen, &["„Kurs neu“ ist gespeichert."]);
    assert_eq!(folder.text("kurs"), KURS.replace("\"Kurs\"", "\"Kurs neu\""));
}

#[test]
fn a_disk_that_takes_nothing_costs_nothing() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = form(&folder);
    screen.press(" neu");
    let in_the_way = folder.path().join("measures/.kurs.toml.tmp");
    fs::create_dir(&in_the_way).unwrap();
    screen.press("<ctrl-s>");
    says(&screen, &["Bitte lesen", "lässt sich nicht schreiben:", "Nichts ist gespeichert, und nichts ist verloren."]);
    screen.press("<enter>");
    says(&screen, &["Kurs neu bearbeiten", "1 Änderung"]);
    assert_eq!(folder.text("kurs"), KURS);
    fs::remove_dir(&in_the_way).unwrap();
    screen.press("<ctrl-s>");
    assert_eq!(folder.text("kurs"), KURS.replace("\"Kurs\"", "\"Kurs neu\""));
}

#[test]
fn whoever_else_has_the_form_open_is_named() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let since: Timestamp = Timestamp::now();
    let mia = ProcessIdentity { host: "pc-12".into(), user: "mia".into(), ..ProcessIdentity::this("Team Zwei", since) };
    let notice = Presence::announce(&folder.path(), &Id::parse("kurs").unwrap(), &mia).unwrap();
    let mut screen = form(&folder);
    says(&screen, &["Wird gerade auch bearbeitet von: Team Zwei (mia an pc-12)"]);
    drop(notice);
    screen.press("<esc><alt-b>");
    says_not(&screen, &["Wird gerade auch bearbeitet"]);
    let notices = || fs::read_dir(folder.path().join(".lotse/editing")).unwrap().count();
    assert_eq!(notices(), 1, "one's own");
    screen.press("<esc>");
    assert_eq!(notices(), 0);
}

#[test]
fn a_form_fits_any_screen() {
    let folder = Folder::with(&[("kurs", KURS)]);
    for (columns, height) in [(24, 6), (30, 7), (40, 12), (80, 24), (200, 60)] {
        let mut screen = folder.screen(columns, height);
        screen.press("<alt-b><ctrl-u>");
        for _ in FIELDS.iter() {
            assert!(rows(&screen).iter().any(|row| row.starts_with('›')), "{columns}x{height}\n{}", screen.screen());
            let at = screen.cursor();
            assert!(at.x < columns && at.y + 1 < height, "{at:?} on {columns}x{height}\n{}", screen.screen());
            screen.press("<tab>");
        }
        screen.press("<pageup><ctrl-s><enter>");
        assert!(status(&screen).len() < 400);
    }
}
