//! The real program in a real terminal while an entry is kept: what it loses when it is killed, what the next screen
//! finds, two screens on one entry, an editor of one's own.
#![cfg(unix)]

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use crate::support::{
    home::{MEASURE, TestHome},
    session::Session,
};

const CTRL_Q: &str = "\u{11}";
const CTRL_S: &str = "\u{13}";
const ESC: &str = "\u{1b}";
const DOWN: &str = "\u{1b}[B";
const ALT_B: &str = "\u{1b}b";
const ALT_E: &str = "\u{1b}e";
const PATIENCE: Duration = Duration::from_secs(10);

/// A home with a catalogue of one entry, in the hands of its coordinator.
struct TerminalCatalogue {
    home: TestHome,
}

impl TerminalCatalogue {
    fn new() -> Self {
        let home = TestHome::new();
        let catalogue = home.catalogue(&[("m.toml", MEASURE)]);
        let settings = format!("catalogue = \"{catalogue}\"\n[user]\ncoordinator = \"team-eins\"\n");
        home.file(".config/lotse/settings.toml", &settings);
        Self { home }
    }

    fn start(&self, args: &[&str], env: &[(&str, &str)]) -> Session {
        Session::at(self.home.path("").as_ref(), args, env, 80, 24)
    }

    /// A screen on the search.
    fn open(&self) -> Session {
        let lotse = self.start(&[], &[]);
        lotse.wait_for("1 Treffer");
        lotse.wait_until_calm();
        lotse
    }

    /// A screen on the form of the entry.
    fn form(&self) -> Session {
        let mut lotse = self.open();
        lotse.press(ALT_B);
        lotse.wait_for("Erstes Angebot bearbeiten");
        lotse
    }

    fn text(&self) -> String {
        fs::read_to_string(self.home.path("small/measures/m.toml")).unwrap()
    }

    fn drafts(&self) -> Vec<PathBuf> {
        let folder = fs::read_dir(self.home.path(".local/state/lotse/drafts"));
        let paths = folder.into_iter().flatten().flatten().map(|entry| entry.path());
        paths.filter(|path| path.extension().is_some_and(|ext| ext == "json")).collect()
    }

    /// Waits until a draft has this text in it.
    fn wait_for_draft(&self, text: &str, patience: Duration) {
        let until = Instant::now() + patience;
        let has = |path: &PathBuf| fs::read_to_string(path).is_ok_and(|draft| draft.contains(text));
        while !self.drafts().iter().any(has) {
            assert!(Instant::now() < until, "no draft with {text:?} among {:?}", self.drafts());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// An editor: a script that gets the file as `$1`.
    fn editor(&self, script: &str) -> String {
        let path = self.home.file("editor", &format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }
}

fn end(lotse: &mut Session) {
    lotse.press(CTRL_Q);
    assert!(lotse.wait_for_end(PATIENCE).is_some_and(|status| status.success()), "{}", lotse.seen().text());
}

#[test]
fn what_was_typed_a_second_before_a_kill_is_offered_again() {
    let desk = TerminalCatalogue::new();
    let mut lotse = desk.form();
    lotse.press(" für Väter");
    lotse.wait_for("Erstes Angebot für Väter bearbeiten");
    // What was typed by now must be safe a second later, and a little for a busy machine.
    thread::sleep(Duration::from_millis(1_300));
    lotse.press(" und Mütter");
    lotse.wait_for("und Mütter bearbeiten");
    lotse.child.kill().unwrap();
    lotse.wait_for_end(PATIENCE);
    assert_eq!(desk.text(), MEASURE);
    assert_eq!(desk.drafts().len(), 1);
    let mut again = desk.open();
    again.wait_for("Nicht gespeicherter Entwurf");
    again.press("\r");
    again.wait_for("Erstes Angebot für Väter");
    again.wait_for("1 Änderung");
    again.press(CTRL_S);
    again.wait_for("ist gespeichert.");
    assert!(desk.text().contains("title = \"Erstes Angebot für Väter"), "{}", desk.text());
    end(&mut again);
    assert_eq!(desk.drafts(), Vec::<PathBuf>::new());
    let mut third = desk.open();
    assert!(!third.seen().text().contains("Entwurf"), "{}", third.seen().text());
    end(&mut third);
}

#[test]
fn what_was_taken_back_is_no_draft_any_more() {
    let desk = TerminalCatalogue::new();
    let mut lotse = desk.form();
    lotse.press("x");
    desk.wait_for_draft("Angebotx", PATIENCE);
    lotse.press("\u{7f}");
    lotse.wait_for("unverändert");
    let until = Instant::now() + PATIENCE;
    while !desk.drafts().is_empty() {
        assert!(Instant::now() < until, "{:?}", desk.drafts());
        thread::sleep(Duration::from_millis(10));
    }
    lotse.child.kill().unwrap();
    lotse.wait_for_end(PATIENCE);
    let mut again = desk.open();
    assert!(!again.seen().text().contains("Entwurf"), "{}", again.seen().text());
    end(&mut again);
}

#[test]
fn whoever_types_without_a_pause_is_kept_as_well() {
    let desk = TerminalCatalogue::new();
    let mut lotse = desk.form();
    let begin = Instant::now();
    let mut typed = 0;
    while begin.elapsed() < Duration::from_millis(2_600) {
        lotse.press("x");
        typed += 1;
        thread::sleep(Duration::from_millis(40));
    }
    lotse.child.kill().unwrap();
    lotse.wait_for_end(PATIENCE);
    let draft = fs::read_to_string(&desk.drafts()[0]).unwrap();
    let kept = draft.matches('x').count();
    assert!(kept * 3 > typed, "{kept} of {typed} letters: those of the last second may be missing, no others");
}

#[test]
fn a_closed_terminal_keeps_the_draft_at_once() {
    let desk = TerminalCatalogue::new();
    let mut lotse = desk.form();
    lotse.press(" vor dem Schließen");
    lotse.wait_for("vor dem Schließen bearbeiten");
    lotse.close();
    assert!(lotse.wait_for_end(PATIENCE).is_some(), "it is still running");
    desk.wait_for_draft("Erstes Angebot vor dem Schließen", Duration::ZERO);
    assert_eq!(desk.text(), MEASURE);
}

#[test]
fn a_polite_kill_keeps_the_draft_and_gives_the_terminal_back() {
    for signal in ["-HUP", "-TERM"] {
        let desk = TerminalCatalogue::new();
        let mut lotse = desk.form();
        lotse.press(" bis jetzt");
        lotse.wait_for("bis jetzt bearbeiten");
        let id = lotse.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([signal, &id]).status().unwrap().success());
        assert!(lotse.wait_for_end(PATIENCE).is_some(), "{signal}: it is still running");
        desk.wait_for_draft("Erstes Angebot bis jetzt", Duration::ZERO);
        assert_eq!(lotse.settings(), lotse.before, "{signal}");
    }
}

#[test]
fn what_was_saved_is_found_in_the_same_screen() {
    let desk = TerminalCatalogue::new();
    let mut lotse = desk.form();
    lotse.press(" mit Quittenmarmelade");
    lotse.wait_for("Quittenmarmelade bearbeiten");
    lotse.press(CTRL_S);
    lotse.wait_for("ist gespeichert.");
    lotse.press("quittenmar");
    lotse.wait_for("1 von 1");
    lotse.wait_for("› ● Erstes Angebot mit Quittenm");
    assert_eq!(desk.text(), MEASURE.replace("Erstes Angebot", "Erstes Angebot mit Quittenmarmelade"));
    end(&mut lotse);
}

#[test]
fn two_screens_on_one_entry_lose_nothing() {
    let desk = TerminalCatalogue::new();
    let (mut first, mut second) = (desk.form(), desk.form());
    second.wait_for("Wird gerade auch bearbeitet von: Team Eins");
    first.press(" eins");
    first.wait_for("Angebot eins bearbeiten");
    second.press(" zwei\tKurz");
    second.wait_for("2 Änderungen");
    first.press(CTRL_S);
    first.wait_for("ist gespeichert.");
    // The second is told at once, and chooses when it saves.
    second.wait_for("Jemand anderes hat diesen Eintrag");
    second.press(CTRL_S);
    second.wait_for("Zwei Änderungen");
    second.wait_for("jetzt in der Datei: Erstes Angebot eins");
    second.press(&format!("\r{CTRL_S}"));
    second.wait_for("ist gespeichert.");
    let both = MEASURE.replace("\"Erstes Angebot\"", "\"Erstes Angebot eins\"\nshort = \"Kurz\"");
    assert_eq!(desk.text(), both);
    first.wait_for("Erstes Angebot eins (Kurz)");
    end(&mut first);
    end(&mut second);
}

#[test]
fn an_editor_of_ones_own_gets_all_keys_and_the_screen_works_on() {
    let desk = TerminalCatalogue::new();
    // It reads a line from the terminal and writes it into the entry.
    let editor = desk.editor("printf 'EDITOR BEREIT\\n'; read line < /dev/tty; sed -i \"s/Erstes/$line/\" \"$1\"");
    let mut lotse = desk.start(&[], &[("EDITOR", &editor)]);
    lotse.wait_for("1 Treffer");
    lotse.wait_until_calm();
    for (word, before) in [("Zweites", "Erstes"), ("Drittes", "Zweites")] {
        fs::write(&editor, fs::read_to_string(&editor).unwrap().replace("s/Erstes", &format!("s/{before}"))).unwrap();
        lotse.press(ALT_E);
        lotse.wait_for("EDITOR BEREIT");
        assert!(!lotse.seen().screen().alternate_screen(), "the terminal is the editor's");
        // Letter by letter: none of them may go to the screen.
        for letter in word.chars() {
            lotse.press(&letter.to_string());
            thread::sleep(Duration::from_millis(20));
        }
        lotse.press("\r");
        lotse.wait_for(&format!("„{word} Angebot“ ist gespeichert."));
        assert!(lotse.seen().screen().alternate_screen());
        assert!(lotse.seen().text().starts_with("Suche: "), "{}", lotse.seen().text());
    }
    assert_eq!(desk.text(), MEASURE.replace("Erstes", "Drittes"));
    lotse.press("drittes");
    lotse.wait_for("Suche: drittes");
    lotse.wait_for("› ● Drittes Angebot");
    end(&mut lotse);
}

#[test]
fn what_an_editor_leaves_is_not_lost_to_somebody_elses_change() {
    let desk = TerminalCatalogue::new();
    let file = desk.home.path("small/measures/m.toml");
    // Meanwhile somebody else changes the same field; the second time the editor gives way to them.
    let editor = desk.editor(&format!(
        "if grep -q Meins \"$1\"; then sed -i 's/Meins/Ihrs/' \"$1\"; \
         else sed -i 's/Erstes/Meins/; s/^status/# bleibt\\nstatus/' \"$1\"; sed -i 's/Erstes/Ihrs/' {file}; fi"
    ));
    let mut lotse = desk.start(&[], &[("EDITOR", &editor)]);
    lotse.wait_for("1 Treffer");
    lotse.wait_until_calm();
    lotse.press(ALT_E);
    lotse.wait_for("Ihr Text ist noch da.");
    lotse.wait_for("jetzt Ihrs Angebot, Ihr Wert Meins Angebot");
    lotse.press("\r");
    lotse.wait_for("„Ihrs Angebot“ ist gespeichert.");
    assert_eq!(desk.text(), MEASURE.replace("Erstes", "Ihrs").replace("status", "# bleibt\nstatus"));
    end(&mut lotse);
}

#[test]
fn two_values_of_one_field_are_settled_in_a_form() {
    let desk = TerminalCatalogue::new();
    let file = desk.home.path("small/measures/m.toml");
    let editor = desk.editor(&format!("sed -i 's/Erstes/Meins/' \"$1\"; sed -i 's/Erstes/Ihrs/' {file}"));
    let mut lotse = desk.start(&[], &[("EDITOR", &editor)]);
    lotse.wait_for("1 Treffer");
    lotse.wait_until_calm();
    lotse.press(ALT_E);
    lotse.wait_for("Meins Angebot bearbeiten");
    lotse.press("\u{13}");
    lotse.wait_for("Zwei Änderungen");
    lotse.press("\u{13}");
    lotse.wait_for("„Meins Angebot“ ist gespeichert.");
    assert_eq!(desk.text(), MEASURE.replace("Erstes", "Meins"));
    end(&mut lotse);
}

#[test]
fn a_form_goes_on_from_what_its_editor_has_saved() {
    let desk = TerminalCatalogue::new();
    let editor = desk.editor("sed -i 's/Erstes/Zweites/' \"$1\"");
    let mut lotse = desk.start(&[], &[("EDITOR", &editor)]);
    lotse.wait_for("1 Treffer");
    lotse.wait_until_calm();
    lotse.press(ALT_B);
    lotse.wait_for("Erstes Angebot bearbeiten");
    lotse.press(ALT_E);
    lotse.wait_for("Zweites Angebot bearbeiten");
    lotse.wait_until_calm();
    let shown = lotse.seen().text();
    assert!(shown.contains("unverändert") && !shown.contains("Jemand anderes"), "{shown}");
    lotse.press(" neu");
    lotse.wait_for("1 Änderung");
    lotse.press(CTRL_S);
    lotse.wait_for("„Zweites Angebot neu“ ist gespeichert.");
    assert_eq!(desk.text(), MEASURE.replace("Erstes Angebot", "Zweites Angebot neu"));
    end(&mut lotse);
}

#[test]
fn what_stops_an_editor_does_not_stop_the_screen() {
    let desk = TerminalCatalogue::new();
    let editor = desk.editor("printf 'EDITOR BEREIT\\n'; read line < /dev/tty; echo '# zu spät' >> \"$1\"");
    let mut lotse = desk.start(&[], &[("EDITOR", &editor)]);
    lotse.wait_for("1 Treffer");
    lotse.wait_until_calm();
    lotse.press(ALT_E);
    lotse.wait_for("EDITOR BEREIT");
    lotse.press("\u{3}");
    lotse.wait_for("Es ist nichts geändert.");
    lotse.press("angebot");
    lotse.wait_for("Suche: angebot");
    assert_eq!(desk.text(), MEASURE);
    end(&mut lotse);
}

#[test]
fn errors_of_an_editor_are_told_and_nothing_is_lost() {
    let desk = TerminalCatalogue::new();
    let editor = desk.editor(
        "if grep -q Kaputt \"$1\"; then sed -i 's/Kaputt/Heil/; s/^kaputt.*//' \"$1\"; \
         else sed -i 's/Erstes/Kaputt/' \"$1\"; echo 'kaputt [' >> \"$1\"; fi",
    );
    let mut lotse = desk.start(&[], &[("EDITOR", &editor)]);
    lotse.wait_for("1 Treffer");
    lotse.wait_until_calm();
    lotse.press(ALT_E);
    lotse.wait_for("Fehler in der Datei");
    lotse.wait_for("Ihr Text ist noch da.");
    assert_eq!(desk.text(), MEASURE);
    lotse.press("\r");
    lotse.wait_for("„Heil Angebot“ ist gespeichert.");
    assert!(desk.text().starts_with(&MEASURE.replace("Erstes", "Heil")), "{}", desk.text());
    // An editor that cannot be started is told as well.
    fs::remove_file(&editor).unwrap();
    lotse.press(ALT_E);
    lotse.wait_for("lässt sich nicht benutzen");
    lotse.press("\r");
    lotse.wait_for("1 Treffer");
    end(&mut lotse);
}

#[test]
fn a_size_that_changes_while_a_form_is_open_loses_nothing() {
    let desk = TerminalCatalogue::new();
    let mut lotse = desk.form();
    for (number, letter) in " Schuldnerberatung".chars().enumerate() {
        lotse.press(&letter.to_string());
        let number = u16::try_from(number).unwrap();
        lotse.resize(20 + number * 9, 4 + number * 3);
    }
    lotse.resize(90, 26);
    lotse.wait_for("Erstes Angebot Schuldnerberatung bearbeiten");
    lotse.wait("the keys in the last row", |seen| {
        seen.text().lines().nth(25).is_some_and(|row| row.starts_with("Strg+S Speichern"))
    });
    lotse.wait("the cursor behind the title", |seen| seen.screen().cursor_position() == (3, 28 + 32));
    lotse.press(CTRL_S);
    lotse.wait_for("ist gespeichert.");
    assert_eq!(desk.text(), MEASURE.replace("Erstes Angebot", "Erstes Angebot Schuldnerberatung"));
    end(&mut lotse);
}

#[test]
fn the_form_from_the_command_line_ends_with_its_form() {
    let desk = TerminalCatalogue::new();
    let mut lotse = desk.start(&["edit", "m"], &[]);
    lotse.wait_for("Erstes Angebot bearbeiten");
    lotse.press(" neu");
    lotse.wait_for("1 Änderung");
    lotse.press(CTRL_S);
    let status = lotse.wait_for_end(PATIENCE).expect("it ends with its form");
    assert!(status.success());
    lotse.drain();
    assert!(lotse.seen().text().contains("„Erstes Angebot neu“ ist gespeichert."), "{}", lotse.seen().text());
    assert_eq!(desk.text(), MEASURE.replace("Erstes Angebot", "Erstes Angebot neu"));
    // A draft of the same entry takes the place of the form.
    let mut lotse = desk.start(&["edit", "m"], &[]);
    lotse.wait_for("neu bearbeiten");
    lotse.press(" und ungespeichert");
    desk.wait_for_draft("und ungespeichert", PATIENCE);
    lotse.child.kill().unwrap();
    lotse.wait_for_end(PATIENCE);
    let mut lotse = desk.start(&["edit", "m"], &[]);
    lotse.wait_for("Nicht gespeicherter Entwurf");
    lotse.wait_until_calm();
    lotse.press("\r");
    lotse.wait_for("neu und ungespeichert bearbeiten");
    lotse.press(ESC);
    lotse.wait_for("› Speichern");
    lotse.press(&format!("{DOWN}{DOWN}"));
    lotse.wait_for("› Verwerfen");
    lotse.press("\r");
    assert!(lotse.wait_for_end(PATIENCE).is_some());
    assert_eq!(desk.drafts(), Vec::<PathBuf>::new());
}

#[test]
fn a_paste_that_comes_as_keys_changes_one_field() {
    let desk = TerminalCatalogue::new();
    let mut lotse = desk.form();
    lotse.press("\u{15}");
    lotse.press("Frauenprojekt Nord\r\nKurs A\r\nmontags\r\n");
    lotse.wait_for("Frauenprojekt Nord Kurs A montags bearbeiten");
    lotse.wait_for("1 Änderung");
    // It is taken back in one step.
    lotse.press("\u{1a}\u{1a}");
    lotse.wait_for("Erstes Angebot bearbeiten");
    lotse.wait_for("unverändert");
    end(&mut lotse);
}

#[test]
fn a_long_paste_arrives_whole() {
    let desk = TerminalCatalogue::new();
    let mut lotse = desk.form();
    let pasted = "Zeile mit Text.\r".repeat(400);
    // From the title to the content: the next group, then two fields on.
    lotse.press(&format!("{ESC}[6~\t\t{ESC}[200~{pasted}{ESC}[201~"));
    lotse.wait_for("1 Änderung");
    lotse.press(CTRL_S);
    lotse.wait_for("ist gespeichert.");
    assert_eq!(desk.text().matches("Zeile mit Text.").count(), 400);
    end(&mut lotse);
}
