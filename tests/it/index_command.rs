//! `lotse index` as somebody sits before it: progress, Ctrl-C, watching, a full disk, several at once.
#![cfg(unix)]

use std::{
    fs,
    io::{BufRead as _, BufReader, Read},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process};

use crate::support::{
    generator,
    home::{MEASURE, Out, TestHome},
    index::{generation, generations, measure, store},
};

/// Longer than anything here takes on a busy machine.
const LONG: Duration = Duration::from_secs(120);

/// A running Lotse whose lines can be waited for.
struct Running {
    child: Child,
    out: Receiver<String>,
    err: Receiver<String>,
}

impl Running {
    fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let out = lines(child.stdout.take().unwrap());
        let err = lines(child.stderr.take().unwrap());
        Self { child, out, err }
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// The exit code, and what else was said on stderr.
    fn end(mut self) -> (i32, String) {
        let code = self.child.wait().unwrap().code().expect("ends by itself");
        (code, self.err.iter().collect::<Vec<_>>().join("\n"))
    }
}

fn lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || BufReader::new(from).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    receiver
}

/// The first line with these words.
fn wait_for(lines: &Receiver<String>, words: &str) -> String {
    loop {
        let line = lines.recv_timeout(LONG).unwrap_or_else(|_| panic!("no line with {words:?}"));
        if line.contains(words) {
            return line;
        }
    }
}

/// A home with a catalogue that takes a moment to index.
struct Large {
    home: TestHome,
    catalogue: String,
}

impl Large {
    const ENTRIES: usize = 1_000;

    fn new() -> Self {
        let home = TestHome::new();
        let catalogue = home.folder("large");
        generator::write_folder(catalogue.as_ref(), Self::ENTRIES).unwrap();
        Self { home, catalogue }
    }

    fn arguments<'a>(&'a self, arguments: &[&'a str]) -> Vec<&'a str> {
        [&["--catalogue", &*self.catalogue][..], arguments].concat()
    }

    fn run(&self, arguments: &[&str]) -> Out {
        self.home.run(&self.arguments(arguments))
    }

    /// A build that has begun.
    fn rebuild(&self) -> Running {
        let running = Running::start(self.home.command(&self.arguments(&["index", "--rebuild"])));
        wait_for(&running.err, "Suchindex: 0 von 1.000 Dateien");
        running
    }

    fn store(&self) -> PathBuf {
        store(self.home.folder("cache").as_ref())
    }

    fn hits(&self) -> String {
        let out = self.run(&["search", "bewerbungscoaching", "--format", "csv", "--limit", "500"]);
        assert_eq!((out.code, out.err.as_str()), (0, ""));
        out.out
    }
}

#[test]
fn progress_is_told_in_few_lines_where_nobody_looks_on() {
    let large = Large::new();
    let out = large.run(&["index"]);
    assert_eq!(out.code, 0, "{}", out.err);
    assert_eq!(out.out.lines().count(), 1, "{}", out.out);
    let lines: Vec<&str> = out.err.lines().collect();
    assert!((2..=15).contains(&lines.len()), "{}", out.err);
    assert!(lines[0].contains("0 von 1.000") && lines[lines.len() - 1].contains("alle 1.000"), "{}", out.err);
    assert!(!out.err.contains(['\r', '\u{1b}']), "{}", out.err);
    // A search says nothing but its results.
    fs::remove_dir_all(large.home.path("cache")).unwrap();
    assert!(!large.hits().is_empty());
}

#[test]
fn ctrl_c_ends_a_build_in_order_and_the_previous_index_stays() {
    let large = Large::new();
    let running = large.rebuild();
    running.signal(Signal::INT);
    let (code, err) = running.end();
    assert_eq!(code, 130, "{err}");
    assert!(err.contains("Abgebrochen") && err.contains("nächste Suche"), "{err}");
    assert_eq!(generations(&large.store()).len(), 0);
    let expected = large.hits();
    let before = generation(&large.store());
    for signal in [Signal::INT, Signal::TERM] {
        let running = large.rebuild();
        running.signal(signal);
        let (code, err) = running.end();
        assert_eq!(code, 130, "{err}");
        assert!(err.contains("der bisherige bleibt"), "{err}");
        assert_eq!(generations(&large.store()), std::slice::from_ref(&before), "nothing is left over");
    }
    assert_eq!(large.hits(), expected);
    assert!(large.run(&["index"]).out.contains("nichts war zu tun"));
}

#[test]
fn a_build_that_pauses_is_not_cleared_away_by_others() {
    let large = Large::new();
    let expected = large.hits();
    let running = large.rebuild();
    running.signal(Signal::STOP);
    let unfinished = generations(&large.store()).pop().unwrap();
    assert_ne!(unfinished, generation(&large.store()));
    for _ in 0..2 {
        assert_eq!(large.run(&["index", "--rebuild"]).code, 0);
        assert!(unfinished.exists());
    }
    assert_eq!(large.hits(), expected);
    running.signal(Signal::CONT);
    let (code, err) = running.end();
    assert_eq!(code, 0, "{err}");
    assert_eq!(large.hits(), expected);
    assert_eq!(large.run(&["index", "--rebuild"]).code, 0);
    assert_eq!(generations(&large.store()), [generation(&large.store())]);
}

#[test]
fn a_watched_catalogue_is_followed_until_ctrl_c() {
    let home = TestHome::new();
    let folder = home.catalogue(&[("m.toml", MEASURE)]);
    let write = |name: &str, text: &str| fs::write(format!("{folder}/measures/{name}.toml"), text).unwrap();
    let running = Running::start(home.command(&["--catalogue", &folder, "index", "--watch"]));
    wait_for(&running.out, "neu gebaut");
    wait_for(&running.err, "beobachtet");
    write("n", &measure("n", "Sternwarte"));
    let line = wait_for(&running.out, "measures/n.toml");
    assert!(line.contains("Eine Datei geändert und neu gelesen") && line.as_bytes()[2] == b':', "{line}");
    assert!(home.run(&["--catalogue", &folder, "search", "sternwarte"]).out.contains("Sternwarte"));
    // What breaks is told with its line, and the rest goes on.
    write("n", "id = \n");
    wait_for(&running.err, "measures/n.toml:1:");
    fs::remove_file(format!("{folder}/measures/n.toml")).unwrap();
    wait_for(&running.out, "measures/n.toml");
    fs::write(format!("{folder}/vocabulary/goals.toml"), "[[goal]]\nid = \"neu\"\nlabel = \"Neu\"\n").unwrap();
    let line = wait_for(&running.out, "Neu gebaut");
    assert!(line.contains("ein Angebot"), "{line}");
    // A share may be away for a while.
    let away = format!("{folder}-away");
    fs::rename(&folder, &away).unwrap();
    wait_for(&running.err, "wartet, bis er wieder da ist");
    fs::rename(&away, &folder).unwrap();
    wait_for(&running.out, "wieder da");
    running.signal(Signal::INT);
    assert_eq!(running.end().0, 0);
    let out = home.run(&["--catalogue", &folder, "index"]);
    assert!(out.out.contains("nichts war zu tun"), "{}", out.out);
}

#[test]
fn a_disk_that_takes_no_more_leaves_the_answers_right() {
    let large = Large::new();
    let expected = large.hits();
    let before = generation(&large.store());
    // Files may grow to 64 kB only, as if the disk were full; the signal for it would end the process.
    let limited = |arguments: &[&str]| {
        let lotse = large.home.command(&large.arguments(arguments));
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; ulimit -f 128; exec \"$0\" \"$@\""]).arg(lotse.get_program());
        command.args(lotse.get_args()).current_dir(large.home.folder("work")).env_clear();
        command.envs(lotse.get_envs().filter_map(|(name, value)| Some((name, value?)))).output().unwrap()
    };
    let index = limited(&["index", "--rebuild"]);
    let err = String::from_utf8(index.stderr).unwrap();
    assert_eq!(index.status.code(), Some(3), "{err}");
    assert!(err.contains("ließ sich nicht speichern") && err.contains("Die Datei ist zu groß"), "{err}");
    assert_eq!(generations(&large.store()), [before], "the unfinished one is gone, the old one is still there");
    fs::remove_dir_all(large.home.path("cache")).unwrap();
    let search = limited(&["search", "bewerbungscoaching", "--format", "csv", "--limit", "500"]);
    assert_eq!(search.status.code(), Some(0));
    assert_eq!(String::from_utf8(search.stdout).unwrap(), expected);
    assert_eq!(large.hits(), expected, "with space again everything is as ever");
    assert!(large.run(&["index"]).out.contains("nichts war zu tun"));
}
