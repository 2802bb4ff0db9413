//! The question whether git may run what the folder around the catalogue names: before the first change, and once.

use std::process::Command;

use lotse::locale::Lang;

use super::keeping::{says, says_not};
use crate::support::{entry::KURS, folder::Folder};

/// A catalogue that is a git folder with one commit.
fn checkout() -> Folder {
    let folder = Folder::with(&[("kurs", KURS)]);
    git(&folder, &["init", "--quiet", "--initial-branch=main"]);
    for (key, value) in [("user.name", "X"), ("user.email", "x@example.org"), ("commit.gpgsign", "false")] {
        git(&folder, &["config", key, value]);
    }
    git(&folder, &["config", "core.hooksPath", ".git/hooks"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "--message=Anfang"]);
    folder
}

fn git(folder: &Folder, args: &[&str]) -> String {
    let output = Command::new("git").current_dir(folder.path()).args(args).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn commits(folder: &Folder) -> usize {
    git(folder, &["log", "--format=%s"]).lines().count()
}

const QUESTION: &str = "Vertrauen Sie diesem Git-Ordner?";

#[test]
fn the_first_change_waits_for_the_answer_and_then_is_saved() {
    for (keys, made) in [("<down><enter>", 2), ("<enter>", 1), ("<esc>", 1)] {
        let folder = checkout();
        let mut screen = folder.screen(100, 30);
        screen.press("kurs<alt-v>");
        says(&screen, &["Anfang"]);
        says_not(&screen, &[QUESTION]);
        screen.press("<esc><alt-g>");
        says(&screen, &[QUESTION, "Hooks, Filter, Signaturen", &folder.path().display().to_string()[..20]]);
        assert_eq!(folder.text("kurs"), KURS, "{keys}: nothing is saved before the answer");
        screen.press(keys);
        says_not(&screen, &[QUESTION]);
        assert!(folder.text("kurs").contains("on = 2026-11-20"), "{keys}: {}", screen.screen());
        assert_eq!(commits(&folder), made, "{keys}");
        // The history has it either way.
        screen.press("<alt-v>");
        says(&screen, &["bestätigt", "Anfang"]);
        // Nobody is asked twice, also not after a restart where there was an answer.
        screen.press("<esc><alt-b>");
        says_not(&screen, &[QUESTION]);
        let mut again = folder.screen(100, 30);
        again.press("kurs<alt-b>");
        if keys == "<esc>" {
            says(&again, &[QUESTION]);
        } else {
            says_not(&again, &[QUESTION]);
        }
    }
}

#[test]
fn a_catalogue_outside_of_git_asks_nothing() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let mut screen = folder.screen(80, 24);
    screen.press("kurs<alt-b>");
    says_not(&screen, &[QUESTION]);
    says(&screen, &["Kurs"]);
}

#[test]
fn the_question_fits_a_small_terminal_in_both_languages() {
    for lang in [Lang::De, Lang::En] {
        let folder = checkout();
        let mut screen = folder.screen_of("koordination-frauen", lang, 80, 24);
        screen.press("kurs<alt-b>");
        let answers = match lang {
            Lang::De => ["Nein, Lotse führt ihn selbst", "Ja, Git den Verlauf führen lassen"],
            Lang::En => ["No, Lotse keeps it itself", "Yes, let git keep the history"],
        };
        says(&screen, &answers);
    }
}

/// What lies there as an interrupted import and is none: said once, in a window, and nothing is held up by it.
#[test]
fn a_faulty_import_that_waits_is_told_and_holds_nothing_up() {
    let folder = Folder::with(&[("kurs", KURS)]);
    let log = folder.path().join(".lotse/batch/log.json");
    std::fs::create_dir_all(log.parent().unwrap()).unwrap();
    std::fs::write(&log, "{}").unwrap();
    let mut screen = folder.screen(140, 30);
    screen.press("kurs<alt-g>");
    assert!(log.exists() && folder.text("kurs").contains("on = 2026-11-20"), "{}", screen.screen());
    says(&screen, &["wartet ein unterbrochenes Einlesen", "log.json", "löschen Sie die Datei"]);
    screen.press("<enter><alt-b>");
    says_not(&screen, &["unterbrochenes Einlesen"]);
}
