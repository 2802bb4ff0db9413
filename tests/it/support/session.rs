//! The real program in a pseudo terminal: keys go in, a terminal emulator reads what comes out.

use std::{
    io::{Read as _, Write as _},
    num::NonZeroU16,
    path::Path,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;
use vt100::Parser;

use super::files::temporary_folder;

/// How long anything may take on a busy machine before a test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// What has come out so far.
pub(crate) struct Seen {
    pub bytes: Vec<u8>,
    terminal: Parser,
    closing: bool,
    ended: bool,
}

impl Seen {
    /// What stands on the screen.
    pub(crate) fn text(&self) -> String {
        self.terminal.screen().contents()
    }

    /// The emulated terminal.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.terminal.screen()
    }
}

type Shared = Arc<(Mutex<Seen>, Condvar)>;

/// A running Lotse with a home of its own.
pub(crate) struct Session {
    pub home: TempDir,
    pub child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn std::io::Write + Send>>,
    reader: Option<JoinHandle<()>>,
    shared: Shared,
    /// The settings of the terminal before the program changed them.
    pub before: String,
}

impl Session {
    /// Starts `lotse` in an empty home, with these variables besides the few that a terminal sets.
    pub(crate) fn start(env: &[(&str, &str)], columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new(assert_cmd::cargo::cargo_bin!("lotse"));
        Self::prepare(&mut command, env, columns, rows)
    }

    /// The same, deaf to the signal that a closed terminal sends.
    pub(crate) fn start_without_hangup(columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", "trap '' HUP; exec \"$0\""]);
        command.arg(assert_cmd::cargo::cargo_bin!("lotse"));
        Self::prepare(&mut command, &[], columns, rows)
    }

    /// Starts `lotse` with these arguments at home in this folder, which outlives it.
    pub(crate) fn at(home: &Path, args: &[&str], env: &[(&str, &str)], columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new(assert_cmd::cargo::cargo_bin!("lotse"));
        command.args(args);
        let home = home.to_str().unwrap();
        let at: Vec<(&str, &str)> = [("HOME", home), ("PATH", "/usr/bin:/bin"), ("TZ", "UTC")].into();
        Self::prepare(&mut command, &[&at, env].concat(), columns, rows)
    }

    /// The same without arguments, after a shell has done this.
    pub(crate) fn at_after(shell: &str, home: &Path, columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", &format!("{shell} || exit 99; exec \"$0\"")]);
        command.arg(assert_cmd::cargo::cargo_bin!("lotse"));
        let home = home.to_str().unwrap();
        Self::prepare(&mut command, &[("HOME", home), ("PATH", "/usr/bin:/bin"), ("TZ", "UTC")], columns, rows)
    }

    fn prepare(command: &mut CommandBuilder, env: &[(&str, &str)], columns: u16, rows: u16) -> Self {
        let home = temporary_folder();
        command.env_clear();
        command.cwd(home.path());
        command.env("HOME", home.path());
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "de_DE.UTF-8"), ("LOTSE_TODAY", "2026-11-20")] {
            command.env(name, value);
        }
        env.iter().for_each(|(name, value)| command.env(name, value));
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let before = settings(&*pair.master);
        let child = pair.slave.spawn_command(command.clone()).unwrap();
        drop(pair.slave);
        let terminal = Parser::new(at_least_one(rows), at_least_one(columns), 0);
        let seen = Seen { bytes: Vec::new(), terminal, closing: false, ended: false };
        let shared: Shared = Arc::new((Mutex::new(seen), Condvar::new()));
        let reader = listen(&*pair.master, shared.clone());
        let writer = pair.master.take_writer().unwrap();
        let (master, writer, reader) = (Some(pair.master), Some(writer), Some(reader));
        Self { home, child, master, writer, reader, shared, before }
    }

    /// Starts as [`Session::start`] does and waits until the index is there and nothing moves any more.
    pub(crate) fn open(env: &[(&str, &str)], columns: u16, rows: u16) -> Self {
        let session = Self::start(env, columns, rows);
        session.wait_for("98 Treffer");
        session.wait_until_calm();
        session
    }

    /// What has come out so far.
    pub(crate) fn seen(&self) -> MutexGuard<'_, Seen> {
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Types.
    pub(crate) fn press(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Waits until the screen is as wished.
    pub(crate) fn wait(&self, what: &str, wished: impl Fn(&Seen) -> bool) {
        let (seen, changed) = &*self.shared;
        let (seen, timeout) =
            changed.wait_timeout_while(seen.lock().unwrap(), PATIENCE, |seen| !wished(seen) && !seen.ended).unwrap();
        assert!(wished(&seen), "{what} (late: {}) is not\n{}", timeout.timed_out(), seen.text());
    }

    /// Waits until this text stands on the screen.
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait(text, |seen| seen.text().contains(text));
    }

    /// Waits until nothing has come out for a while.
    pub(crate) fn wait_until_calm(&self) {
        let (seen, changed) = &*self.shared;
        let until = Instant::now() + PATIENCE;
        let mut seen = seen.lock().unwrap();
        loop {
            let before = seen.bytes.len();
            seen = changed.wait_timeout_while(seen, Duration::from_millis(400), |s| s.bytes.len() == before).unwrap().0;
            if seen.bytes.len() == before {
                return;
            }
            assert!(Instant::now() < until, "it never stops writing\n{}", seen.text());
        }
    }

    /// Number of bytes that come out within `time`.
    pub(crate) fn bytes_within(&self, time: Duration) -> usize {
        let (seen, changed) = &*self.shared;
        let seen = seen.lock().unwrap();
        let before = seen.bytes.len();
        changed.wait_timeout_while(seen, time, |seen| seen.bytes.len() == before).unwrap().0.bytes.len() - before
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        // The emulator first: what arrives from now on may already be drawn for the new size.
        self.seen().terminal.set_size(at_least_one(rows), at_least_one(columns));
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
    }

    /// Waits until the program has ended by itself.
    pub(crate) fn wait_for_end(&mut self, patience: Duration) -> Option<ExitStatus> {
        let until = Instant::now() + patience;
        loop {
            match self.child.try_wait().unwrap() {
                Some(status) => return Some(status),
                None if Instant::now() > until => return None,
                None => thread::sleep(Duration::from_millis(10)),
            }
        }
    }

    /// Waits until everything that the ended program wrote has been read.
    pub(crate) fn drain(&mut self) {
        drop(self.reader.take().unwrap().join());
    }

    /// How the terminal is set now.
    pub(crate) fn settings(&self) -> String {
        settings(&**self.master.as_ref().unwrap())
    }

    /// Closes the terminal, as closing its window does.
    pub(crate) fn close(&mut self) {
        self.seen().closing = true;
        // The reader holds the terminal open until it has read once more.
        self.press("x");
        drop(self.reader.take().unwrap().join());
        self.writer = None;
        self.master = None;
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if self.child.try_wait().ok().flatten().is_none() {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

fn listen(master: &dyn MasterPty, shared: Shared) -> JoinHandle<()> {
    let mut reader = master.try_clone_reader().unwrap();
    thread::spawn(move || {
        let mut buffer = [0; 8192];
        loop {
            let count = reader.read(&mut buffer).unwrap_or(0);
            let mut seen = shared.0.lock().unwrap_or_else(PoisonError::into_inner);
            seen.bytes.extend(&buffer[..count]);
            seen.terminal.process(&buffer[..count]);
            seen.ended = count == 0;
            shared.1.notify_all();
            if count == 0 || seen.closing {
                return;
            }
        }
    })
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn at_least_one(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap_or(NonZeroU16::MIN)
}
