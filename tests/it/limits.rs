//! What the system lets the process do: files of limited size, no core dump, and what a program gets that Lotse starts.
#![cfg(unix)]

use std::{
    fs,
    os::unix::{fs::PermissionsExt as _, process::ExitStatusExt as _},
    path::Path,
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process};

use crate::support::{
    home::{MEASURE, TestHome, json},
    session::Session,
};

/// Limits for the size of files, in blocks of 512 bytes as `ulimit -f` counts them.
const BLOCKS: [u32; 7] = [0, 1, 2, 4, 8, 16, 64];
const PATIENCE: Duration = Duration::from_secs(20);
const CTRL_Q: &str = "\u{11}";
const CTRL_S: &str = "\u{13}";
const ALT_B: &str = "\u{1b}b";

/// A home with a catalogue of two entries, `m` and `n`, in the hands of their coordinator.
fn home() -> TestHome {
    let home = TestHome::new();
    let catalogue = home.catalogue(&[("m.toml", MEASURE), ("n.toml", &other())]);
    let settings = format!("catalogue = \"{catalogue}\"\n[user]\ncoordinator = \"team-eins\"\n");
    home.settings(&settings);
    home.file(".config/lotse/settings.toml", &settings);
    home
}

fn other() -> String {
    MEASURE.replace("\"m\"", "\"n\"").replace("Erstes", "Anderes")
}

/// Runs `lotse` after the shell has done this.
fn after(home: &TestHome, shell: &str, args: &[&str]) -> Command {
    let lotse = home.command(args);
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{shell} || exit 99; exec \"$@\""), "sh"]).arg(lotse.get_program()).args(args);
    command.env_clear().envs(lotse.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.current_dir(home.folder("work")).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs `lotse` with a limit for the size of files: it ends by itself and, if not well, says so.
fn limited(home: &TestHome, blocks: u32, args: &[&str]) -> (i32, String) {
    let Output { status, stdout, stderr } = after(home, &format!("ulimit -f {blocks}"), args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    let told = format!("{}{}", text(stdout), text(stderr));
    let code = status.code().unwrap_or_else(|| panic!("{blocks} {args:?}: ended by {:?}\n{told}", status.signal()));
    assert!([0, 3].contains(&code), "{blocks} {args:?}: {code}\n{told}");
    assert_eq!(code == 3, told.contains("Die Datei ist zu groß.") && told.contains("Fehler: "), "{args:?}: {told}");
    assert!(!told.contains("panicked"), "{told}");
    (code, told)
}

fn entry(home: &TestHome, id: &str) -> String {
    fs::read_to_string(home.path(&format!("small/measures/{id}.toml"))).unwrap()
}

/// Everything below the catalogue that is neither an entry nor what is known of its past.
fn left_over(home: &TestHome) -> Vec<String> {
    let (mut found, mut folders) = (Vec::new(), vec![home.path("small/measures"), home.path("small/.lotse")]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let journal = path.extension().is_some_and(|extension| extension == "jsonl");
            // What is known of tables, and courtesy notices, for which nobody waits.
            let aside = path.parent().is_some_and(|folder| folder.ends_with("import") || folder.ends_with("editing"));
            let known = journal || aside || ["m.toml", "n.toml", ".gitignore"].contains(&name.as_str());
            match path.is_dir() {
                true => folders.push(path.to_str().unwrap().to_owned()),
                false if !known => found.push(name),
                false => {}
            }
        }
    }
    found
}

/// True when the last state that the history of the entry has is this text.
fn is_recorded(home: &TestHome, id: &str, text: &str) -> bool {
    let journal = fs::read_to_string(home.path(&format!("small/.lotse/history/{id}.jsonl"))).unwrap_or_default();
    let line = journal.lines().rfind(|line| serde_json::from_str::<serde_json::Value>(line).is_ok());
    line.is_some_and(|line| json(line)["text"] == text)
}

/// The old entries with exit code 3, or the new ones with exit code 0; what is not in the history is told.
fn old_or_new(home: &TestHome, blocks: u32, args: &[&str], new: &[(&str, String)]) -> bool {
    let old: Vec<String> = new.iter().map(|(id, _)| entry(home, id)).collect();
    let (code, told) = limited(home, blocks, args);
    for ((id, new), old) in new.iter().zip(&old) {
        let (now, wanted) = (entry(home, id), if code == 0 { new } else { old });
        assert_eq!(&now, wanted, "{blocks} {args:?} {code}\n{told}");
        let recorded = is_recorded(home, id, &now);
        assert!(code != 0 || recorded || told.contains("nicht im Verlauf: Die Datei ist zu groß."), "{blocks}: {told}");
    }
    assert_eq!(left_over(home), Vec::<String>::new(), "{blocks} {args:?}\n{told}");
    code == 0
}

#[test]
fn a_search_answers_from_memory_when_no_index_can_be_kept() {
    let without = home().run(&["search", "angebot"]);
    for blocks in BLOCKS {
        let home = home();
        let (code, told) = limited(&home, blocks, &["search", "angebot"]);
        assert!(code == 0 && told.starts_with(&without.out), "{blocks}: {told}");
        // The small index fits into the largest of the limits.
        let kept = fs::read_dir(home.path("cache/index")).into_iter().flatten().count() > 0;
        assert!(kept || told.contains("Der Suchindex lässt sich nicht aufbewahren"), "{blocks}: {told}");
        limited(&home, blocks, &["index"]);
        limited(&home, blocks, &["index", "--rebuild"]);
        assert_eq!(home.run(&["search", "angebot"]).out, without.out);
    }
}

#[test]
fn a_save_is_done_or_not_done_however_small_files_must_be() {
    let new_title = || MEASURE.replace("Erstes", "Neues");
    let confirmed = |text: &str| text.replace("2026-11-01", "2026-11-20");
    let mut done = Vec::new();
    for blocks in BLOCKS {
        let home = home();
        done.push([
            old_or_new(&home, blocks, &["set", "m", "title=Neues Angebot"], &[("m", new_title())]),
            old_or_new(&home, blocks, &["confirm", "n"], &[("n", confirmed(&other()))]),
        ]);
        // Nothing is in the way of the next one.
        assert_eq!(home.run(&["set", "m", "title=Später"]).code, 0);
    }
    assert!(!done[0][0] && !done[0][1] && done[6][0] && done[6][1], "{done:?}");
}

#[test]
fn an_import_is_done_or_not_done_however_small_files_must_be() {
    let mut done = Vec::new();
    for blocks in BLOCKS {
        let home = home();
        let table = home.path("tabelle.json");
        assert_eq!(home.run(&["export", "--format", "json", "-o", &table]).code, 0);
        let text = fs::read_to_string(&table).unwrap().replace(" Angebot\"", " und besseres Angebot\"");
        fs::write(&table, text).unwrap();
        let better = |text: &str| text.replace(" Angebot\"", " und besseres Angebot\"");
        let new = [("m", better(MEASURE)), ("n", better(&other()))];
        done.push(old_or_new(&home, blocks, &["import", &table, "--prefer", "table"], &new));
        assert_eq!(home.run(&["import", &table, "--prefer", "table"]).code, 0);
        assert_eq!((entry(&home, "m"), entry(&home, "n")), (better(MEASURE), better(&other())));
    }
    assert!(!done[0] && done[6], "{done:?}");
}

#[test]
fn the_screen_gives_the_terminal_back_however_small_files_must_be() {
    // Some at a time, because each waits most of the time.
    for some in BLOCKS.chunks(4) {
        thread::scope(|scope| some.iter().for_each(|blocks| drop(scope.spawn(|| save_and_leave(*blocks)))));
    }
}

/// A form is opened, changed and saved under this limit; the screen is left.
fn save_and_leave(blocks: u32) {
    let home = home();
    let mut lotse = Session::at_after(&format!("ulimit -f {blocks}"), home.path("").as_ref(), 80, 24);
    lotse.wait_for("2 Treffer");
    lotse.wait_until_calm();
    lotse.press(ALT_B);
    lotse.wait_for("Anderes Angebot bearbeiten");
    lotse.press("!");
    lotse.wait_for("1 Änderung");
    // Long enough for a draft to be kept, or not.
    thread::sleep(Duration::from_millis(1_300));
    lotse.press(CTRL_S);
    let told = ["ist gespeichert", "nicht speichern", "zu groß"];
    lotse.wait("what became of it", |seen| told.iter().any(|words| seen.text().contains(words)));
    lotse.press(CTRL_Q);
    let until = Instant::now() + PATIENCE;
    while lotse.wait_for_end(Duration::from_millis(300)).is_none() {
        assert!(Instant::now() < until, "{blocks}: {}", lotse.seen().text());
        // Whoever is asked what to do with what was not saved throws it away.
        lotse.press("\u{1b}[B\u{1b}[B\r");
        lotse.press(CTRL_Q);
    }
    lotse.drain();
    assert!(!lotse.seen().screen().alternate_screen(), "{blocks}");
    assert_eq!(lotse.settings(), lotse.before, "{blocks}");
    let new = other().replace("Anderes Angebot", "Anderes Angebot!");
    assert!([other(), new].contains(&entry(&home, "n")), "{blocks}: {}", entry(&home, "n"));
    assert_eq!(left_over(&home), Vec::<String>::new(), "{blocks}");
}

/// Whatever asks for an end from outside, as far as the system lets a program answer.
#[test]
fn the_screen_gives_the_terminal_back_to_whoever_asks_for_its_end() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT, Signal::XCPU] {
        let home = home();
        let mut lotse = Session::at_after("true", home.path("").as_ref(), 80, 24);
        lotse.wait_for("2 Treffer");
        lotse.wait_until_calm();
        let process = i32::try_from(lotse.child.process_id().unwrap()).unwrap();
        kill_process(Pid::from_raw(process).unwrap(), signal).unwrap();
        let status = lotse.wait_for_end(PATIENCE).unwrap_or_else(|| panic!("{signal:?}"));
        lotse.drain();
        assert!(status.success(), "{signal:?}: {status:?}");
        assert!(!lotse.seen().screen().alternate_screen(), "{signal:?}");
        assert_eq!(lotse.settings(), lotse.before, "{signal:?}");
    }
}

/// What it holds of searches and of forms is nobody's business.
#[cfg(target_os = "linux")]
#[test]
fn a_crash_leaves_no_memory_on_the_disk() {
    for signal in [Signal::QUIT, Signal::ABORT] {
        let home = home();
        let mut lotse = after(&home, "ulimit -c unlimited", &["index", "--watch"]).spawn().unwrap();
        let pid = Pid::from_child(&lotse);
        let limits = || fs::read_to_string(format!("/proc/{}/limits", pid.as_raw_nonzero())).unwrap_or_default();
        let soft = || {
            let limits = limits();
            let line = limits.lines().find(|line| line.starts_with("Max core file size"));
            line.and_then(|line| line.split_whitespace().nth(4)).map(str::to_owned)
        };
        let until = Instant::now() + PATIENCE;
        // The shell before it has no limit. One byte is no core, and unlike none at all it binds collecting programs.
        while soft().as_deref() != Some("1") || fs::read_dir(home.path("cache/index")).is_err() {
            assert!(Instant::now() < until, "{}", limits());
            thread::sleep(Duration::from_millis(10));
        }
        kill_process(pid, signal).unwrap();
        let status = lotse.wait().unwrap();
        assert_eq!((status.signal(), status.core_dumped()), (Some(signal.as_raw()), false));
        let names = fs::read_dir(home.folder("work")).unwrap().count();
        assert_eq!(names, 0, "no file lies where it was started");
    }
}

/// An editor and git behave as they would without Lotse, but leave no core either.
#[cfg(target_os = "linux")]
#[test]
fn a_program_that_is_started_gets_the_signals_as_ever() {
    let home = home();
    let script = "#!/bin/sh\ngrep -E '^Sig(Ign|Cgt|Blk)' /proc/self/status > \"$SEEN\"\n\
                  grep 'core file' /proc/self/limits >> \"$SEEN\"\n";
    let editor = home.file("editor", script);
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let mut lotse = after(&home, "true", &["edit", "m", "--editor"]);
    let seen = home.path("seen");
    assert!(lotse.env("EDITOR", &editor).env("SEEN", &seen).status().unwrap().success());
    let seen = fs::read_to_string(Path::new(&seen)).unwrap();
    let file_size = 1 << (Signal::XFSZ.as_raw() - 1);
    let of = |name: &str| {
        let line = seen.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        u64::from_str_radix(line.trim_start_matches(':').trim(), 16).unwrap()
    };
    for name in ["SigIgn", "SigCgt", "SigBlk"] {
        assert_eq!(of(name) & file_size, 0, "{name} in {seen}");
    }
    assert!(seen.lines().any(|line| line.split_whitespace().nth(4) == Some("1")), "{seen}");
}
