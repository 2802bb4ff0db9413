//! The desktop around the terminal, if there is one: its clipboard, and the programs that open addresses.

use std::{
    env,
    sync::mpsc::{Receiver, Sender, channel},
    thread,
    time::Duration,
};

use arboard::Clipboard;

use crate::tui::{CopiedBy, Event};

/// How long the screen waits on its way out for what was copied to be handed on.
const HANDING_ON: Duration = Duration::from_millis(300);

/// True where programs can open windows.
fn is_there() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// True where a clipboard can be reached without a connection to another machine: Lotse makes none.
fn has_clipboard() -> bool {
    let local = |name: &str| env::var(name).is_ok_and(|value| value.starts_with(':'));
    cfg!(any(windows, target_os = "macos")) || local("DISPLAY")
}

/// The way to the system's clipboard. A slow or broken one must not hold up a frame.
pub(crate) struct ClipboardWorker {
    jobs: Option<Sender<CopyJob>>,
    ended: Receiver<()>,
}

struct CopyJob {
    what: String,
    text: String,
    /// True when the terminal was told as well.
    terminal: bool,
}

impl ClipboardWorker {
    pub(crate) fn start(events: Sender<Event>) -> Self {
        let (jobs, received) = channel();
        let (end, ended) = channel();
        thread::spawn(move || {
            work(&received, &events);
            drop(end);
        });
        Self { jobs: Some(jobs), ended }
    }

    /// Copies a text, and reports by which clipboard it was copied.
    pub(crate) fn copy(&self, what: String, text: String, terminal: bool) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(CopyJob { what, text, terminal });
        }
    }
}

impl Drop for ClipboardWorker {
    /// Some systems ask whoever has copied for the text: it is handed on before the program goes.
    fn drop(&mut self) {
        self.jobs = None;
        let _ = self.ended.recv_timeout(HANDING_ON);
    }
}

fn work(jobs: &Receiver<CopyJob>, events: &Sender<Event>) {
    // It stays open: on some systems the text is gone with it.
    let mut clipboard = None;
    for CopyJob { what, text, terminal } in jobs {
        if clipboard.is_none() && has_clipboard() {
            clipboard = Clipboard::new().ok();
        }
        let by = match clipboard.as_mut().map(|clipboard| clipboard.set_text(text)) {
            Some(Ok(())) => CopiedBy::System,
            Some(Err(_)) | None if terminal => CopiedBy::Terminal,
            Some(Err(_)) | None => CopiedBy::Nothing,
        };
        if events.send(Event::Copied(what, by)).is_err() {
            return;
        }
    }
}

/// Hands an address to the program that the system has for it, and reports whether there was one.
pub(crate) fn open_address(address: String, events: Sender<Event>) {
    thread::spawn(move || {
        // Without windows a browser for terminals might be started, in the middle of the screen.
        let opened = is_there() && open::that_detached(&address).is_ok();
        let _ = events.send(Event::Opened(address, opened));
    });
}
