//! Keeping entries on the screen: who may, the desk, questions, the history, drafts. The form has a file of its own.

use std::fs;

use lotse::{
    locale::{Lang, Texts},
    tui::{
        TestApp,
        keymap::{KeyContext, KeyMap},
    },
};

use crate::support::{
    entry::KURS,
    folder::*,
    screen::{desk, desk_with, rows, selected, settings, status},
};

/// Asserts that all of these stand on the screen, whatever its line breaks.
#[track_caller]
pub(super) fn says(screen: &TestApp, parts: &[&str]) {
    let text = flat(screen);
    for part in parts {
        assert!(text.contains(part), "no {part:?} on\n{}", screen.screen());
    }
}

#[track_caller]
pub(super) fn says_not(screen: &TestApp, parts: &[&str]) {
    let text = flat(screen);
    for part in parts {
        assert!(!text.contains(part), "{part:?} on\n{}", screen.screen());
    }
}

/// The screen as one text, without borders; of a window above it what stands there once more for itself.
fn flat(screen: &TestApp) -> String {
    let words =
        |text: &str| text.split(|c: char| c.is_whitespace() || "│┌┐└┘─".contains(c)).map(str::to_owned).collect();
    let mut all: Vec<String> = words(&screen.screen());
    all.extend(words(&window(screen).join("\n")));
    all.retain(|word| !word.is_empty());
    all.join(" ")
}

/// The rows of the window above the screen.
pub(super) fn window(screen: &TestApp) -> Vec<String> {
    let rows: Vec<Vec<char>> = rows(screen).iter().map(|row| row.chars().collect()).collect();
    let at = |row: &Vec<char>, c: char| row.iter().position(|known| *known == c);
    let corner = rows.iter().enumerate().find_map(|(y, row)| Some((y, at(row, '┌')?, at(row, '┐')?)));
    let Some((top, left, right)) = corner else { return Vec::new() };
    let inside = rows[top..].iter().take_while(|row| row.get(left).is_some_and(|c| "┌│".contains(*c)));
    inside.map(|row| row[left + 1..right.min(row.len())].iter().collect::<String>().trim().to_owned()).collect()
}

#[test]
fn without_a_coordinator_nothing_about_editing_shows_and_the_keys_say_what_to_do() {
    let folder = Folder::shipped();
    let before = folder.files();
    let mut screen = folder.open(settings(""), Lang::De, 120, 30);
    says_not(&screen, &["Schreibtisch", "Bearbeiten"]);
    for key in ["<alt-d>", "<ctrl-d>", "<alt-b>", "<alt-e>", "<alt-n>", "<alt-k>", "<alt-g>", "<alt-p>"] {
        screen.press(key);
        let told = "Tragen Sie zuerst in den Einstellungen unter [user] Ihre Koordination ein.";
        assert!(status(&screen).starts_with(told), "{key}: {}", status(&screen));
    }
    screen.press("<f1><ctrl-end>");
    says_not(&screen, &["Schreibtisch", "Verlauf", "bearbeiten"]);
    // Reading is no editing.
    screen.press("<esc>frauenprojekt<alt-v>");
    says(&screen, &["Verlauf von frauenprojekt"]);
    says_not(&screen, &["Zurückholen"]);
    screen.press("<f2>");
    says(&screen, &["Tragen Sie zuerst"]);
    assert_eq!(folder.files(), before);
}

#[test]
fn the_demo_says_that_it_cannot_be_changed() {
    for mut screen in [desk(80, 24), desk_with("[user]\ncoordinator = \"koordination-frauen\"", 80, 24)] {
        let first = screen.screen();
        for key in ["<alt-d>", "<alt-b>", "<alt-e>", "<alt-n>", "<alt-k>", "<alt-g>", "<alt-p>", "<alt-v>"] {
            screen.press(key);
            assert!(status(&screen).starts_with("Der eingebaute Demokatalog lässt sich nicht ändern."), "{key}");
        }
        assert!(!first.contains("Schreibtisch"), "{first}");
    }
}

#[test]
fn a_coordinator_who_is_not_in_the_catalogue_is_told() {
    let folder = Folder::shipped();
    let mut screen = folder.screen_of("koordination-gibt-es-nicht", Lang::De, 100, 24);
    screen.press("<alt-d>");
    says(&screen, &["Die Koordination „koordination-gibt-es-nicht“ aus Ihren Einstellungen steht nicht in"]);
}

#[test]
fn a_key_for_an_entry_needs_one() {
    let folder = Folder::shipped();
    let mut screen = folder.screen(80, 24);
    for keys in ["<alt-2><alt-b>", "<alt-1>qqqqqq<alt-g>", "<alt-p>", "<alt-k>", "<alt-v>"] {
        screen.press(keys);
        says(&screen, &["Hier ist kein Angebot ausgewählt."]);
    }
}

#[test]
fn help_shows_what_works_where_one_is() {
    let folder = Folder::shipped();
    let whole = |keys: &str| {
        let mut screen = folder.screen(100, 120);
        screen.press(keys);
        screen.press("<f1>");
        screen.screen()
    };
    let search = whole("frauenprojekt");
    for part in ["Mein Schreibtisch", "Alt+B", "Suche", "Vorschläge", "„zg:“"] {
        assert!(search.contains(part), "{part}\n{search}");
    }
    for part in ["Im Formular", "Auf dem Schreibtisch", "Bei einer Frage", "Zurückholen", "zurückholen"] {
        assert!(!search.contains(part), "{part}\n{search}");
    }
    let desk = whole("<alt-d>");
    for part in ["Auf dem Schreibtisch", "F2, Alt+G", "Bei einer Frage", "Strg+C, Strg+Q", "Alt+E"] {
        assert!(desk.contains(part), "{part}\n{desk}");
    }
    for part in ["Im Formular", "Anders sortieren", "„zg:“", "Filter"] {
        assert!(!desk.contains(part), "{part}\n{desk}");
    }
    let form = whole("frauenprojekt<alt-b>");
    for part in ["Im Formular", "In einer Auswahl", "Bei einer Frage", "Strg+S", "Alt+V", "Alt+E"] {
        assert!(form.contains(part), "{part}\n{form}");
    }
    let quit = form.lines().find(|line| line.contains("Beenden")).unwrap();
    assert!(quit.contains("Strg+Q") && !quit.contains("Strg+C"), "in a form Ctrl+C copies: {quit}");
    assert!(!form.contains("Alt+G") && !form.contains("Mein Schreibtisch"), "{form}");
    // Of the pages every rule of every context has its place.
    let texts = Texts::new(Lang::De);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for rule in KeyMap::standard().rules() {
        let help = match rule.context {
            KeyContext::Desk => &desk,
            KeyContext::Form | KeyContext::Choice | KeyContext::Question => &form,
            KeyContext::History => &whole("frauenprojekt<alt-v>"),
            _ => continue,
        };
        let (key, action) = (rule.key.localize(&texts), texts.get(&rule.action.text_key()).into_owned());
        let listed = help.lines().any(|line| words(line).contains(&action) && line.contains(&key));
        assert!(listed, "{key} {action}\n{help}");
    }
    let past = whole("frauenprojekt<alt-v>");
    for part in ["Im Verlauf", "Diesen Stand zurückholen", "Alt+B", "Alt+G"] {
        assert!(past.contains(part), "{part}\n{past}");
    }
    // What the windows say fits at any width.
    let mut narrow = folder.screen(40, 200);
    narrow.press("<alt-d><f1>");
    says(&narrow, &["Mein Schreibtisch: was an meinen Einträgen fällig ist"]);
}

#[test]
fn help_shows_the_keys_of_ones_own() {
    let folder = Folder::shipped();
    let own = "[user]\ncoordinator = \"koordination-frauen\"\n[keys]\nopen-desk = [\"alt-m\"]\n[keys.desk]\nconfirm-entry = [\"f12\"]";
    let mut screen = folder.open(settings(own), Lang::De, 100, 80);
    screen.press("<alt-m><f1>");
    says(&screen, &["F12, Alt+G Bestätigen", "Alt+M Mein Schreibtisch"]);
}

#[test]
fn the_desk_shows_what_is_due_first() {
    let folder = Folder::shipped();
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-d>");
    says(&screen, &["Mein Schreibtisch: Koordination Frauen", "2 von 17 Einträgen fällig"]);
    let rows = rows(&screen);
    assert!(rows[1].starts_with("› Frau Stark") && rows[1].ends_with("47 % ausgefüllt"), "{}", screen.screen());
    assert_eq!(rows[2].trim(), "Rechtsgrundlage unbekannt");
    let of_others = rows.iter().position(|row| row.contains("in Vertretung für")).unwrap();
    let own = rows.iter().rposition(|row| row.contains("Vorbereitung auf Teilzeitausbildung")).unwrap();
    assert!(own < of_others, "one's own first\n{}", screen.screen());
    says(&screen, &["Die Rechtsgrundlage ist nicht bekannt. Fragen Sie", "Noch nicht ausgefüllt: Bausteine,"]);
    screen.press("<esc>");
    says_not(&screen, &["Mein Schreibtisch:"]);
    screen.press("<ctrl-d>");
    says(&screen, &["Mein Schreibtisch: Koordination Frauen"]);
    screen.press("<ctrl-d>");
    says_not(&screen, &["Mein Schreibtisch:"]);
}

#[test]
fn the_desk_says_in_a_few_words_what_is_due() {
    let overdue = KURS.replace("2026-11-01", "2026-06-01").replace("as_of = 2026-11-14", "");
    let faulty = KURS.replace("id = \"kurs\"", "id = \"zwei\"").replace("summary = \"Ein Kurs.\"\n", "");
    let folder = Folder::with(&[("kurs", &overdue), ("zwei", &faulty)]);
    let mut screen = folder.screen(100, 30);
    screen.health(folder.health());
    screen.press("<alt-d>");
    let rows = rows(&screen);
    assert!(rows[2].contains("Pflichtangabe fehlt"), "errors come first\n{}", screen.screen());
    assert_eq!(rows[4].trim(), "freie Plätze ohne Datum · Bestätigung überfällig", "{}", screen.screen());
    screen.press("<down>");
    says(&screen, &["3 frei · "]);
}

#[test]
fn confirming_on_the_desk_is_one_key() {
    let overdue = KURS.replace("2026-11-01", "2026-06-01").replace("by = \"koordination-frauen\"\n", "");
    let folder = Folder::with(&[("kurs", &overdue)]);
    let mut screen = folder.screen(80, 24);
    screen.press("<alt-d>");
    says(&screen, &["1 von 1 Eintrag fällig", "Bestätigung überfällig"]);
    screen.press("<f2>");
    says(&screen, &["„Kurs“ ist bestätigt.", "0 von 1 Eintrag fällig", "nichts fällig"]);
    let expected = overdue.replace("on = 2026-06-01", "on = 2026-11-20\nby = \"koordination-frauen\"");
    assert_eq!(folder.text("kurs"), expected);
    screen.press("<f2>");
    says(&screen, &["„Kurs“: nichts zu ändern."]);
    assert_eq!(folder.text("kurs"), expected);
}

#[test]
fn free_places_on_the_desk_are_a_key_and_a_number() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(80, 24);
    screen.press("<alt-d><f3>1x2<enter>");
    says(&screen, &["„Kurs“ ist gespeichert.", "12 frei"]);
    let expected = KURS.replace("free = 3", "free = 12").replace("2026-11-14", "2026-11-20");
    assert_eq!(folder.text("kurs"), expected);
    // A number that is none can be mended; nothing typed changes nothing.
    screen.press("<f3>9999999<enter>");
    says(&screen, &["Das ist zu viel, höchstens 1.000.000.", "Freie Plätze: 9999999"]);
    screen.press("<ctrl-u><enter>");
    says(&screen, &["Es ist nichts geändert."]);
    screen.press("<f3>5<esc>");
    assert_eq!(folder.text("kurs"), expected);
    screen.press("<f3><alt-g><f2><f3>7<backspace>0<ctrl-s>");
    assert_eq!(folder.text("kurs"), expected.replace("free = 12", "free = 0"), "no place is a number as well");
}

#[test]
fn free_places_and_confirmation_work_from_the_search() {
    let folder = Folder::shipped();
    let mut screen = folder.screen(80, 24);
    let before = folder.text("frauenprojekt");
    screen.press("frauenprojekt<alt-p>4<enter>");
    says(&screen, &["„Frauenprojekt“ ist gespeichert.", "Suche: frauenprojekt"]);
    assert_eq!(
        folder.text("frauenprojekt"),
        before.replace("[contact]", "[capacity]\nfree = 4\nas_of = 2026-11-20\n\n[contact]")
    );
    screen.press("<alt-g>");
    says(&screen, &["„Frauenprojekt“ ist bestätigt."]);
    assert!(folder.text("frauenprojekt").contains("on = 2026-11-20\n"));
}

#[test]
fn an_empty_desk_says_how_to_begin() {
    let folder = Folder::with(&[("kurs", &KURS.replace("koordination-frauen", "koordination-u25"))]);
    let mut screen = folder.screen(80, 24);
    screen.press("<alt-d>");
    says(&screen, &["Kein Eintrag nennt Sie als Koordination.", "F6 Neu"]);
    for key in ["<enter>", "<f2>", "<f3>", "<f4>", "<down>", "<alt-b>"] {
        screen.press(key);
        says(&screen, &["Kein Eintrag nennt Sie als Koordination."]);
    }
    screen.press("<f6>");
    says(&screen, &["Neuer Eintrag"]);
}

#[test]
fn a_broken_file_stays_on_the_desk() {
    let folder = Folder::with(&[("kurs", KURS), ("zwei", &KURS.replace("\"kurs\"", "\"zwei\""))]);
    let mut screen = folder.screen(100, 30);
    screen.press("<alt-d>");
    folder.replace("kurs", "title = \"Kurs\"", "title = \"Kurs");
    screen.use_snapshot(folder.snapshot());
    screen.health(folder.health());
    says(&screen, &["1 von 2 Einträgen fällig", "Datei ist kein gültiges TOML"]);
    let broken = folder.text("kurs");
    screen.press("<ctrl-home><enter>");
    says(&screen, &["Bitte lesen", "Die Datei ist kein gültiges TOML."]);
    screen.press("<enter><f2>");
    says(&screen, &["Bitte lesen"]);
    screen.press("<enter><f8>");
    says(&screen, &["Bitte lesen", "Mein Schreibtisch"]);
    assert_eq!(folder.text("kurs"), broken);
    // Once it is mended it is an entry like any other.
    folder.write("kurs", KURS);
    screen.use_snapshot(folder.snapshot());
    screen.health(folder.health());
    screen.press("<esc>");
    says(&screen, &["0 von 2 Einträgen fällig"]);
}

#[test]
fn whoever_stands_in_is_not_asked_and_everybody_else_is() {
    let folder = Folder::shipped();
    let before = folder.files();
    let mut screen = folder.screen(80, 24);
    screen.press("erstberatung kinderzuschlag<alt-b>");
    says(&screen, &["Erstberatung Kinderzuschlag bearbeiten"]);
    screen.press("<esc><ctrl-u>gute arbeit<down><up>");
    let title = selected(&screen);
    for (key, asked) in [
        ("<alt-b>", "trotzdem bearbeiten?"),
        ("<alt-e>", "trotzdem bearbeiten?"),
        ("<alt-g>", "Wollen Sie trotzdem bestätigen, dass er stimmt?"),
        ("<alt-p>", "Wollen Sie die freien Plätze trotzdem ändern?"),
    ] {
        screen.press("<ctrl-u>sprachkurs frauen<down>");
        screen.press("<ctrl-u>erfahrung<up>");
        screen.press(key);
        assert!(
            flat(&screen).contains("Nicht Ihr Eintrag") && flat(&screen).contains(asked),
            "{key} {title}\n{}",
            screen.screen()
        );
        // The answer that changes nothing is marked.
        screen.press("<enter>");
        says_not(&screen, &["Nicht Ihr Eintrag", "bearbeiten"]);
    }
    assert_eq!(folder.files(), before);
    screen.press("<alt-b><down><enter>");
    says(&screen, &[" bearbeiten", "unverändert"]);
}

#[test]
fn on_the_desk_another_entry_of_the_search_is_nobodys_business() {
    let folder = Folder::shipped();
    let mut screen = folder.screen(80, 24);
    // The search shows an entry of somebody else.
    screen.press("erfahrung<alt-d><f4>");
    says(&screen, &["Verlauf von"]);
    screen.press("<alt-b>");
    says_not(&screen, &["Nicht Ihr Eintrag"]);
    says(&screen, &["Frau Stark bearbeiten"]);
}

#[test]
fn the_history_shows_every_state_and_brings_one_back() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(80, 24);
    screen.press("<alt-b><end> eins<ctrl-s><alt-p>9<enter><alt-g><alt-v>");
    says(&screen, &["Verlauf von kurs", "Koordination Frauen · bestätigt", "Stand vor der ersten Änderung in Lotse"]);
    let states = rows(&screen).iter().filter(|row| row.contains(" · ")).count();
    assert_eq!(states, 4, "{}", screen.screen());
    says(&screen, &["Zuletzt geprüft am: 01.11.2026 → 20.11.2026"]);
    screen.press("<down>");
    says(&screen, &["Freie Plätze: 3 → 9", "Stand der Plätze: 14.11.2026 → 20.11.2026"]);
    screen.press("<down>");
    says(&screen, &["Titel: Kurs → Kurs eins"]);
    screen.press("<down>");
    says(&screen, &["Das ist der älteste bekannte Stand."]);
    // The state as it was, whole.
    screen.press("<enter>");
    says(&screen, &["Kurs Maßnahme", "Ein Kurs."]);
    says_not(&screen, &["Kurs eins"]);
    screen.press("<pagedown><pagedown>");
    says(&screen, &["Stand und Herkunft"]);
    screen.press("<up>");
    screen.press("<esc>");
    says(&screen, &["Stand vor der ersten Änderung"]);
    // As a change, with what it changes marked; nothing is saved yet.
    let before = folder.text("kurs");
    screen.press("<f2>");
    says(&screen, &["Kurs bearbeiten", "4 Änderungen", "›*Titel Kurs"]);
    assert_eq!(folder.text("kurs"), before);
    screen.press("<ctrl-s>");
    says(&screen, &["„Kurs“ ist gespeichert.", "früheren Stand zurückgeholt"]);
    assert_eq!(folder.text("kurs"), KURS, "byte for byte");
}

#[test]
fn a_change_by_other_means_is_in_the_history_as_well() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(80, 24);
    screen.press("<alt-g>");
    folder.replace("kurs", "free = 3", "free = 1");
    screen.press("<alt-v>");
    says(&screen, &["jetzt · außerhalb von Lotse geändert", "Freie Plätze: 3 → 1"]);
    folder.write("kurs", "das ist kein TOML [");
    screen.press("<esc><alt-v><f2>");
    says(&screen, &["Dieser Stand lässt sich nicht lesen"]);
    screen.press("<enter>");
    says(&screen, &["das ist kein TOML ["]);
}

#[test]
fn a_long_state_can_be_scrolled_to_its_end_and_back() {
    let folder = Folder::shipped();
    let mut screen = folder.screen(60, 12);
    screen.press("frauenprojekt<alt-v><enter>");
    let first = screen.screen();
    screen.press(&"<down>".repeat(200));
    says(&screen, &["Nicht bekannt: Zeitmodell"]);
    screen.press("<up>");
    says(&screen, &["↓ noch"]);
    screen.press(&"<pageup>".repeat(40));
    assert_eq!(screen.screen(), first, "no key is swallowed");
}

#[test]
fn a_draft_is_offered_and_opened() {
    let folder = Folder::with(&[("kurs", KURS)]);
    folder.leave_draft(Some("kurs"), KURS, &[("title", "Kurs mit Entwurf"), ("summary", "Neu.\nZweite Zeile.")]);
    let mut screen = folder.screen(80, 24);
    says(&screen, &["Nicht gespeicherter Entwurf", "„Kurs mit Entwurf“ wurde nicht gespeichert."]);
    screen.press("<enter>");
    says(&screen, &["Kurs mit Entwurf bearbeiten", "2 Änderungen", "Zweite Zeile."]);
    assert_eq!(folder.text("kurs"), KURS);
    screen.press("<ctrl-s>");
    says(&screen, &["„Kurs mit Entwurf“ ist gespeichert."]);
    let expected = KURS.replace("\"Kurs\"", "\"Kurs mit Entwurf\"");
    assert!(folder.text("kurs").starts_with(&expected[..60]), "{}", folder.text("kurs"));
    assert!(folder.text("kurs").contains("Neu.\nZweite Zeile."), "{}", folder.text("kurs"));
    assert_eq!(folder.drafts(), 0, "what was saved is no draft any more");
}

#[test]
fn a_draft_is_kept_for_later_or_discarded() {
    let folder = Folder::with(&[("kurs", KURS)]);
    folder.leave_draft(Some("kurs"), KURS, &[("title", "Entwurf")]);
    let mut screen = folder.screen(80, 24);
    screen.press("<down><enter>");
    says_not(&screen, &["Entwurf"]);
    assert_eq!(folder.drafts(), 1);
    let mut screen = folder.screen(80, 24);
    screen.press("<esc>");
    assert_eq!(folder.drafts(), 1);
    let mut screen = folder.screen(80, 24);
    screen.press("<down><down><enter>");
    assert_eq!(folder.drafts(), 0);
    says_not(&folder.screen(80, 24), &["Entwurf"]);
    assert_eq!(folder.text("kurs"), KURS);
    assert!(status(&screen).contains("Treffer"), "{}", screen.screen());
}

#[test]
fn a_draft_of_a_new_entry_keeps_its_id() {
    let folder = Folder::with(&[("kurs", KURS)]);
    folder.leave_draft(None, "", &[("id", "mein-name"), ("title", "Neuer Kurs"), ("category", "measure")]);
    let mut screen = folder.screen(80, 24);
    screen.press("<enter>");
    says(&screen, &["Neuer Eintrag: Neuer Kurs", "mein-name"]);
    screen.press(" 2");
    says(&screen, &["Neuer Kurs 2", "mein-name"]);
}

#[test]
fn a_draft_of_an_entry_that_is_gone_or_was_changed_is_not_lost() {
    let folder = Folder::with(&[("zwei", &KURS.replace("\"kurs\"", "\"zwei\""))]);
    folder.leave_draft(Some("kurs"), KURS, &[("title", "Nicht verloren")]);
    let mut screen = folder.screen(80, 24);
    screen.press("<enter>");
    says(&screen, &["Nicht verloren bearbeiten", "Jemand anderes hat diesen Eintrag inzwischen gespeichert."]);
    screen.press("<ctrl-s>");
    says(&screen, &["wurde inzwischen gelöscht oder umbenannt"]);
    screen.press("<down><enter>");
    assert_eq!(folder.text("kurs"), KURS.replace("\"Kurs\"", "\"Nicht verloren\""));
    assert_eq!(folder.drafts(), 0);
}

#[test]
fn a_draft_that_cannot_be_opened_does_not_slip_into_another_form() {
    let folder = Folder::with(&[("kurs", KURS), ("zwei", &KURS.replace("\"kurs\"", "\"zwei\""))]);
    folder.leave_draft(Some("kurs"), "kein TOML [", &[("title", "Entwurf")]);
    let mut screen = folder.screen(80, 24);
    screen.press("<enter>");
    says(&screen, &["Bitte lesen"]);
    screen.press("<enter><down><alt-b>");
    says(&screen, &["Kurs bearbeiten", "unverändert"]);
    assert_eq!(folder.drafts(), 1, "it is still there for whoever can read it");
}

#[test]
fn two_drafts_are_asked_about_one_after_the_other() {
    let folder = Folder::with(&[("kurs", KURS)]);
    folder.leave_draft(Some("kurs"), KURS, &[("title", "Erster")]);
    folder.leave_draft(None, "", &[("title", "Zweiter")]);
    let mut screen = folder.screen(80, 24);
    says(&screen, &["Insgesamt sind es 2 Entwürfe."]);
    screen.press("<down><enter>");
    says(&screen, &["Nicht gespeicherter Entwurf"]);
    screen.press("<enter>");
    says(&screen, &["Eintrag: Zweiter"]);
}

#[test]
fn where_nothing_can_be_written_no_form_opens() {
    let folder = Folder::with(&[("kurs", KURS)]);
    // A folder is in the way of the file by which the place is tried; nobody, not even root, can write there.
    let probe = folder.path().join(format!("measures/.kurs.toml.probe-{}", std::process::id()));
    fs::create_dir(&probe).unwrap();
    let mut screen = folder.screen(80, 24);
    screen.press("<alt-b>");
    says(&screen, &["Bitte lesen", "lässt sich nicht schreiben", "Nichts ist gespeichert, und nichts ist verloren."]);
    screen.press("<enter>");
    says(&screen, &["Suche:"]);
    fs::remove_dir(&probe).unwrap();
    screen.press("<alt-b>");
    says(&screen, &["Kurs bearbeiten"]);
}

#[test]
fn keys_that_do_nothing_in_a_form_say_why() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(80, 24);
    screen.press("<alt-b>x");
    for key in ["<alt-d>", "<alt-n>", "<alt-k>", "<alt-g>", "<alt-p>", "<alt-e>", "<alt-b>"] {
        screen.press(key);
        says(&screen, &["Speichern oder schließen Sie zuerst das Formular.", "Kursx bearbeiten"]);
    }
    assert_eq!(folder.text("kurs"), KURS);
}

#[test]
fn a_key_that_saves_never_stands_for_another_answer() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(80, 24);
    // The mark is on "discard".
    screen.press("<alt-b>x<esc><down><down><ctrl-s>");
    says(&screen, &["„Kursx“ ist gespeichert."]);
    assert_eq!(folder.text("kurs"), KURS.replace("\"Kurs\"", "\"Kursx\""));
    let mut other = folder.screen_of("koordination-u25", Lang::De, 80, 24);
    other.press("<alt-b><down><ctrl-s>");
    says(&other, &["Nicht Ihr Eintrag"]);
}

#[test]
fn everything_is_said_in_english_as_well() {
    let folder = Folder::shipped();
    let mut screen = folder.screen_of(ME, Lang::En, 100, 40);
    let tour = [
        "<alt-d>",
        "<f4>",
        "<esc><f3>",
        "<esc><enter>",
        "x<esc>",
        "<esc><f1>",
        "<esc><f6>",
        "<f6><esc><down><down><enter>",
    ];
    for keys in tour {
        screen.press(keys);
        says_not(&screen, &["Schreibtisch", "Eintrag", "Einträge", "Plätze", "Speichern", "ausgefüllt", "Vertretung"]);
        assert!(!screen.screen().contains("desk-") && !screen.screen().contains("form-"), "{}", screen.screen());
    }
}
