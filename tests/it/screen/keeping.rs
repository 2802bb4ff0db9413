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
    screen.press("<alt-r>");
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
    for part in ["Auf dem Schreibtisch", "Alt+G", "Alt+U", "Bei einer Frage", "Strg+Q", "Alt+E"] {
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
    let mut screen = folder.screen(90, 60);
    screen.press("<alt-d>");
    says(&screen, &["Mein Schreibtisch: Koordination Frauen", "Nr. 1 · 2 von 17 Einträgen fällig"]);
    let rows = rows(&screen);
    assert!(rows[1].starts_with("› Frau Stark"), "{}", screen.screen());
    assert!(rows[2].trim().starts_with("Rechtsgrundlage unbekannt") && rows[2].ends_with("47 % ausgefüllt"));
    let of_others = rows.iter().position(|row| row.starts_with("In Vertretung für")).unwrap();
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
    assert!(rows[4].contains("freie Plätze ohne Datum · Best"), "{}", screen.screen());
    screen.resize(180, 30);
    says(&screen, &["3 frei · 55 % ausgefüllt"]);
}

#[test]
fn confirming_on_the_desk_is_one_key() {
    let overdue = KURS.replace("2026-11-01", "2026-06-01").replace("by = \"koordination-frauen\"\n", "");
    let folder = Folder::with(&[("kurs", &overdue)]);
    let mut screen = folder.screen(80, 24);
    screen.press("<alt-d>");
    says(&screen, &["1 von 1 Eintrag fällig", "Bestätigung überfällig"]);
    screen.press("<alt-g>");
    says(&screen, &["„Kurs“ ist bestätigt.", "0 von 1 Eintrag fällig", "nichts fällig"]);
    let expected = overdue.replace("on = 2026-06-01", "on = 2026-11-20\nby = \"koordination-frauen\"");
    assert_eq!(folder.text("kurs"), expected);
    screen.press("<alt-g>");
    says(&screen, &["„Kurs“: nichts zu ändern."]);
    assert_eq!(folder.text("kurs"), expected);
}

#[test]
fn free_places_on_the_desk_are_a_key_and_a_number() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(80, 24);
    screen.press("<alt-d><alt-p>1x2<enter>");
    says(&screen, &["„Kurs“ ist gespeichert.", "12 frei"]);
    let expected = KURS.replace("free = 3", "free = 12").replace("2026-11-14", "2026-11-20");
    assert_eq!(folder.text("kurs"), expected);
    // A number that is none can be mended; nothing typed changes nothing.
    screen.press("<alt-p>9999999<enter>");
    says(&screen, &["Das ist zu viel, höchstens 1.000.000.", "Freie Plätze: 9999999"]);
    screen.press("<ctrl-u><enter>");
    says(&screen, &["Es ist nichts geändert."]);
    screen.press("<alt-p>5<esc>");
    assert_eq!(folder.text("kurs"), expected);
    screen.press("<alt-p><alt-g><f2><alt-p>7<backspace>0<ctrl-s>");
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

/// Entries that were confirmed long ago, so many of them, the first with the most to do.
fn overdue(count: usize) -> Folder {
    let entry = |number: usize| {
        let id = format!("kurs-{number:02}");
        let text = KURS.replace("\"kurs\"", &format!("\"{id}\"")).replace("\"Kurs\"", &format!("\"Kurs {number:02}\""));
        (id, text.replace("2026-11-01", "2026-06-01").replace("by = \"koordination-frauen\"\n", ""))
    };
    let entries: Vec<(String, String)> = (1..=count).map(entry).collect();
    let entries: Vec<(&str, &str)> = entries.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    Folder::with(&entries)
}

/// What stands right of the line beside the list.
fn beside(screen: &TestApp) -> String {
    let right = |row: String| row.split_once('│').map(|(_, right)| right.trim().to_owned());
    rows(screen)
        .into_iter()
        .filter_map(right)
        .collect::<Vec<_>>()
        .join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn what_one_confirms_stands_beside_the_list() {
    let folder = overdue(3);
    folder.replace("kurs-02", "Ein Kurs.", "Der zweite Kurs.");
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-d>");
    let (first, files) = (beside(&screen), folder.files());
    assert!(
        first.contains("Kurs 01 ● läuft · Maßnahme")
            && first.contains(" Ein Kurs.")
            && first.contains("ist überfällig"),
        "{first}"
    );
    screen.press("<down>");
    let second = beside(&screen);
    assert!(second.contains("Kurs 02 ● läuft · Maßnahme") && second.contains("Der zweite Kurs."), "{second}");
    // It is the text of the file, whatever the index knows.
    folder.replace("kurs-02", "Der zweite Kurs.", "Der neue Kurs.");
    screen.press("<alt-d><alt-d><end><home><down>");
    assert!(beside(&screen).contains("Der neue Kurs."), "{}", screen.screen());
    assert_eq!(folder.files().len(), files.len());
    // Narrower than that it takes the place of the list, by the key that opens or by the one that reads.
    screen.resize(80, 24);
    says_not(&screen, &["Der neue Kurs."]);
    for key in ["<enter>", "<tab>"] {
        screen.press(key);
        says(&screen, &["Kurs 02 ● läuft · Maßnahme", "Der neue Kurs."]);
        says_not(&screen, &["Kurs 01"]);
        screen.press("<down>");
        says(&screen, &["Kurs 03 ● läuft · Maßnahme"]);
        screen.press("<up><esc>");
        says(&screen, &["Kurs 01", "› Kurs 02"]);
    }
    screen.press("<enter><enter>");
    says(&screen, &["Kurs 02 bearbeiten"]);
    screen.resize(120, 24);
    screen.press("<esc><esc><enter>");
    says(&screen, &["Kurs 02 bearbeiten"]);
}

#[test]
fn a_long_entry_beside_the_list_is_scrolled() {
    let folder = Folder::shipped();
    let mut screen = folder.screen(110, 16);
    screen.press("<alt-d>");
    let first = screen.screen();
    screen.press(&"<shift-down>".repeat(300));
    assert!(beside(&screen).contains("Nicht bekannt:"), "{}", screen.screen());
    screen.press(&"<alt-pageup>".repeat(60));
    assert_eq!(screen.screen(), first, "no key is swallowed");
    screen.press("<alt-pagedown><down><up>");
    assert_eq!(screen.screen(), first, "another entry begins at its beginning");
}

#[test]
fn many_are_confirmed_one_after_the_other() {
    let folder = overdue(10);
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-d>");
    says(&screen, &["Nr. 1 · 10 von 10 Einträgen fällig"]);
    screen.press(&" <down>".repeat(9));
    screen.press(" ");
    says(&screen, &["Nr. 10 · 0 von 10 Einträgen fällig", "„Kurs 10“ ist bestätigt."]);
    for number in 1..=10 {
        assert!(folder.text(&format!("kurs-{number:02}")).contains("on = 2026-11-20\nby = \"koordination-frauen\""));
    }
    // None of them has run away meanwhile; the next time what is due comes first again.
    screen.press("<home>");
    says(&screen, &["› Kurs 01"]);
}

/// Whoever takes the desk for the search must not confirm something by a blank between two words.
#[test]
fn words_that_are_typed_on_the_desk_do_nothing() {
    let folder = overdue(2);
    let before = folder.files();
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-d>frau stark 16 <down>kurs 2<enter>");
    assert_eq!(folder.files(), before);
    screen.press("<esc>§ 16");
    says(&screen, &["Hier wird nicht gesucht, Esc führt zurück. Die Leertaste bestätigt"]);
    screen.press("<up> ");
    says(&screen, &["„Kurs 01“ ist bestätigt."]);
}

#[test]
fn a_confirmation_is_taken_back() {
    let folder = overdue(3);
    let before = folder.files();
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-u>");
    says(&screen, &["Es gibt keine Bestätigung zurückzunehmen."]);
    screen.press("<alt-d> ");
    says(&screen, &["„Kurs 01“ ist bestätigt. Alt+U nimmt es zurück.", "2 von 3 Einträgen fällig"]);
    screen.press("<down> <down><alt-u>");
    says(&screen, &["Die Bestätigung von „Kurs 02“ ist zurückgenommen.", "2 von 3 Einträgen fällig"]);
    // From wherever one is, the last one first.
    screen.press("<esc><alt-u>");
    says(&screen, &["Die Bestätigung von „Kurs 01“ ist zurückgenommen."]);
    assert_eq!(folder.files(), before, "byte for byte");
    screen.press("<alt-u>");
    says(&screen, &["Es gibt keine Bestätigung zurückzunehmen."]);
    // In the history it is a change like any other.
    screen.press("<alt-d><alt-v>");
    says(&screen, &["früheren Stand zurückgeholt", "bestätigt", "Zuletzt geprüft am: 20.11.2026 → 01.06.2026"]);
    // What was confirmed before today is nothing to take back.
    screen.press("<esc>  <alt-u><alt-u>");
    says(&screen, &["Es gibt keine Bestätigung zurückzunehmen."]);
    assert_eq!(folder.files(), before);
}

#[test]
fn what_somebody_has_saved_since_stays_confirmed() {
    let folder = overdue(1);
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-d> ");
    folder.replace("kurs-01", "free = 3", "free = 2");
    let theirs = folder.text("kurs-01");
    screen.press("<alt-u>");
    says(&screen, &["„Kurs 01“ wurde nach Ihrer Bestätigung noch einmal gespeichert. Zurückgenommen ist nichts."]);
    assert_eq!(folder.text("kurs-01"), theirs);
    // So it is when it is gone.
    folder.write("kurs-01", &KURS.replace("\"kurs\"", "\"kurs-01\""));
    screen.press("<alt-g>");
    fs::remove_file(folder.entry("kurs-01")).unwrap();
    screen.press("<alt-u>");
    says(&screen, &["Bitte lesen"]);
    assert!(!folder.entry("kurs-01").exists());
    // An open form comes first.
    folder.write("kurs-01", &theirs);
    screen.press("<enter><alt-b>x<alt-u>");
    says(&screen, &["Speichern oder schließen Sie zuerst das Formular."]);
}

#[test]
fn the_desk_names_a_colleague_once_for_all_entries_one_stands_in_for() {
    let folder = Folder::shipped();
    let mut screen = folder.screen(90, 60);
    screen.press("<alt-d>");
    let rows = rows(&screen);
    let headings: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].starts_with("In Vertretung für ")).collect();
    assert_eq!(headings.len(), 1, "{}", screen.screen());
    let heading = &rows[headings[0]];
    let (due, count) = heading.rsplit_once("  ").unwrap().1.split_once(" von ").unwrap();
    let count: usize = count.trim_end_matches(" fällig").parse().unwrap();
    assert!(due.parse::<usize>().unwrap() <= count && count > 0, "{heading}");
    // The cursor passes over it.
    screen.press("<end>");
    says(&screen, &[&format!("Nr. {}", 17)]);
    screen.press(&"<up>".repeat(count));
    let at = self::rows(&screen).iter().position(|row| row.starts_with("› ")).unwrap();
    assert_eq!(at + 3, headings[0], "{}", screen.screen());
}

#[test]
fn free_places_are_a_number_and_enter() {
    let folder = overdue(3);
    let mut screen = folder.screen(100, 40);
    screen.press("<alt-d>12");
    says(
        &screen,
        &["Wie viele Plätze sind heute frei: „Kurs 01“?", "Bisher: 3 frei, Stand 14.11.2026.", "Freie Plätze: 12"],
    );
    screen.press("<enter><down>0<enter><down>4<enter>");
    for (id, free) in [("kurs-01", 12), ("kurs-02", 0), ("kurs-03", 4)] {
        let expected = format!("free = {free}\nas_of = 2026-11-20");
        assert!(folder.text(id).contains(&expected), "{id}: {}", folder.text(id));
    }
    screen.press("<alt-p>");
    says(&screen, &["Bisher: 4 frei, Stand 20.11.2026."]);
    screen.press("<esc>");
    folder.replace("kurs-03", "as_of = 2026-11-20\n", "");
    folder.replace("kurs-02", "free = 0\nas_of = 2026-11-20\n", "");
    screen.use_snapshot(folder.snapshot());
    screen.press("<alt-p>");
    says(&screen, &["Bisher: 4 frei, ohne Datum."]);
    screen.press("<esc><up><alt-p>");
    says(&screen, &["Bisher ist keine Zahl eingetragen."]);
    // From the search and from the history as well.
    screen.press("<esc><esc>kurs<alt-v><alt-p>");
    says(&screen, &["Bisher: 12 frei, Stand 20.11.2026."]);
}

#[test]
fn a_function_key_means_the_same_everywhere_or_says_where_it_means_something() {
    let folder = Folder::with(&[("kurs", &KURS.replace("status =", "internal_note = \"Geheim.\"\nstatus ="))]);
    for page in ["<alt-d>", "<alt-v>", "<alt-b>", "<alt-b><tab><tab><tab><enter>"] {
        let mut screen = folder.screen(130, 30);
        screen.press(page);
        let before = screen.screen();
        for (key, named) in [
            ("<f2>", "Filter"),
            ("<f3>", "Anders sortieren"),
            ("<f6>", "Warum gefunden?"),
            ("<f8>", "Nächste Liste"),
            ("<alt-2>", "Zielgruppen"),
        ] {
            screen.press(key);
            says(&screen, &[&format!("„{named}“ gibt es nur in der Suche, Esc führt zurück.")]);
        }
        screen.press("<f5>");
        says(&screen, &["Der Katalog wird neu gelesen"]);
        screen.press("<f9>");
        says(&screen, &["Die Maus"]);
        screen.press("<f4>");
        says(&screen, &["Interne Ansicht"]);
        screen.press("<f4>");
        says(&screen, &["Kundenansicht"]);
        screen.press("<f7>");
        says(&screen, &["Hinweise und Fehler"]);
        screen.press("<esc><f1>");
        assert!(screen.screen().contains("┌ Hilfe"), "{}", screen.screen());
        screen.press("<esc>");
        assert_eq!(screen.screen(), before, "{page}: nothing else has happened");
    }
    let mut screen = folder.screen(130, 40);
    screen.press("<alt-d>");
    says_not(&screen, &["Geheim."]);
    screen.press("<f4>");
    says(&screen, &["Geheim."]);
}

#[test]
fn home_and_end_lead_to_the_first_and_the_last() {
    let folder = overdue(12);
    let mut screen = folder.screen(80, 20);
    screen.press("<alt-d><end>");
    says(&screen, &["› Kurs 12", "Nr. 12"]);
    screen.press("<home>");
    says(&screen, &["› Kurs 01", "Nr. 1 "]);
    screen.press("<alt-p>1<enter><alt-p>2<enter><alt-v>");
    says(&screen, &["1 von 3"]);
    screen.press("<end>");
    says(&screen, &["3 von 3", "Das ist der älteste bekannte Stand."]);
    screen.press("<home>");
    says(&screen, &["1 von 3", "Freie Plätze: 1 → 2"]);
}

#[test]
fn an_empty_desk_says_how_to_begin() {
    let folder = Folder::with(&[("kurs", &KURS.replace("koordination-frauen", "koordination-u25"))]);
    let mut screen = folder.screen(80, 24);
    screen.press("<alt-d>");
    says(&screen, &["Kein Eintrag nennt Sie als Koordination.", "Alt+N Neu"]);
    for key in ["<enter>", "<alt-g>", " ", "7", "<alt-p>", "<alt-v>", "<down>", "<tab>", "<alt-b>"] {
        screen.press(key);
        says(&screen, &["Kein Eintrag nennt Sie als Koordination."]);
    }
    screen.press("<alt-n>");
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
    screen.press("<enter><alt-g>");
    says(&screen, &["Bitte lesen"]);
    screen.press("<enter><alt-k>");
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
    screen.press("erfahrung<alt-d><alt-v>");
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
    says(&screen, &["Kurs ● läuft · Maßnahme", "Ein Kurs."]);
    says_not(&screen, &["Kurs eins"]);
    screen.press("<pagedown><pagedown>");
    says(&screen, &["Stand und Herkunft"]);
    screen.press("<up>");
    screen.press("<esc>");
    says(&screen, &["Stand vor der ersten Änderung"]);
    // As a change, with what it changes marked; nothing is saved yet.
    let before = folder.text("kurs");
    screen.press("<alt-r>");
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
    screen.press("<esc><alt-v><alt-r>");
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
    says(&screen, &["Nicht bekannt: Zeitmodell", " ↑ "]);
    screen.press("<up>");
    assert!(screen.screen().contains(" ↑↓ "), "{}", screen.screen());
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
        "<alt-v>",
        "<esc><alt-p>",
        "<esc><enter>",
        "x<ctrl-g>",
        "<esc><esc>",
        "<esc><f1>",
        "<esc><alt-l><f2>",
        "<alt-l> <alt-u><alt-u><alt-n><alt-l><esc><down><down><enter>",
    ];
    for keys in tour {
        screen.press(keys);
        says_not(&screen, &["Schreibtisch", "Eintrag", "Einträge", "Plätze", "Speichern", "ausgefüllt", "Vertretung"]);
        assert!(!screen.screen().contains("desk-") && !screen.screen().contains("form-"), "{}", screen.screen());
    }
}
