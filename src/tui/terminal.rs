//! The terminal while Lotse owns it: set up once, given back on every way out, panics included.

use std::{
    env,
    io::{self, Stdout, Write as _, stdout},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ratatui::{
    Terminal,
    backend::{Backend as _, CrosstermBackend},
    buffer::Cell,
    crossterm::{
        cursor::{RestorePosition, SavePosition},
        event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture},
        execute, queue,
        style::force_color_output,
        terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
    },
    layout::{Position, Rect},
};

use super::hyperlinks::Hyperlink;
use crate::panics;

/// Asks the terminal what it is. Nobody wants to know; but its answer comes behind all that it owes to other programs, such
/// as the shell before, and it ends what crossterm takes for the beginning of a key after an answer that it does not know.
const LAST_QUESTION: &[u8] = b"\x1b[c";

/// A terminal in raw mode on the alternate screen.
pub(super) struct Screen {
    pub terminal: Terminal<CrosstermBackend<Stdout>>,
    /// What was typed before the screen was there.
    pub typed_ahead: String,
    /// The links on the screen.
    pub linked: Vec<Hyperlink>,
    _guard: GiveBack,
}

/// Gives the terminal back when it goes, also when opening fails half-way.
struct GiveBack;

impl Screen {
    pub(super) fn open(mouse: bool) -> io::Result<Self> {
        panics::before_report(give_back);
        // crossterm's own answer to NO_COLOR also wipes bold and reverse; themes without colour do it right.
        force_color_output(true);
        let guard = GiveBack;
        enable_raw_mode()?;
        let terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        let mut screen = Self { terminal, typed_ahead: typed_ahead(&waiting()), linked: Vec::new(), _guard: guard };
        screen.take(mouse)?;
        Ok(screen)
    }

    /// Draws every cell again. Not by `clear`: that asks the terminal for its cursor, and the answer would have to
    /// come through the thread that reads the keys.
    pub(super) fn redraw(&mut self) -> io::Result<()> {
        self.linked.clear();
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::new(0, 0, size.width, size.height))
    }

    /// Gives the terminal to another program for a while, then takes it back and draws anew.
    pub(super) fn lend<T>(&mut self, mouse: bool, use_it: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let done = use_it();
        self.take(mouse)?;
        self.redraw()?;
        Ok(done)
    }

    fn take(&mut self, mouse: bool) -> io::Result<()> {
        enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen)?;
        // A terminal that cannot tell pastes from keys is none the worse.
        let _ = execute!(stdout(), EnableBracketedPaste);
        // On Windows the answer would come as keys.
        if cfg!(unix) && env::var_os("TERM").is_none_or(|name| name != "dumb") {
            stdout().write_all(LAST_QUESTION)?;
            stdout().flush()?;
        }
        if mouse { self.mouse(true) } else { Ok(()) }
    }

    /// Draws links again, as links, and what is none any more as what it is. A frame writes cells without asking what
    /// they link to, so whatever has changed is drawn after it.
    pub(super) fn link(&mut self, links: Vec<Hyperlink>, unlinked: &[(Position, Cell)]) -> io::Result<()> {
        if links == self.linked {
            return Ok(());
        }
        let backend = self.terminal.backend_mut();
        queue!(backend, SavePosition)?;
        backend.draw(unlinked.iter().map(|(place, cell)| (place.x, place.y, cell)))?;
        for link in &links {
            write!(backend, "\x1b]8;;{}\x1b\\", link.address)?;
            backend.draw(link.cells.iter().map(|(place, cell)| (place.x, place.y, cell)))?;
            write!(backend, "\x1b]8;;\x1b\\")?;
        }
        execute!(backend, RestorePosition)?;
        self.linked = links;
        Ok(())
    }

    /// Tells the terminal to copy a text (OSC 52). Whether it does, it does not say. False where it would not understand.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<bool> {
        if !knows_strings() {
            return Ok(false);
        }
        write!(stdout(), "\x1b]52;c;{}\x07", STANDARD.encode(text))?;
        stdout().flush()?;
        Ok(true)
    }

    /// Takes the mouse, or gives it back so that text can be selected with it.
    pub(super) fn mouse(&mut self, on: bool) -> io::Result<()> {
        if on { execute!(stdout(), EnableMouseCapture) } else { execute!(stdout(), DisableMouseCapture) }
    }
}

/// True for terminals that pass over a string meant for others instead of printing it.
pub(super) fn knows_strings() -> bool {
    #[cfg(windows)]
    return ratatui::crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    env::var("TERM").is_ok_and(|name| name != "dumb" && !name.starts_with("linux"))
}

/// The bytes that wait in the terminal's input. The answers among them, to questions of the shell or an editor before,
/// must not reach crossterm: it knows few of them.
#[cfg(unix)]
fn waiting() -> Vec<u8> {
    let input = io::stdin();
    let count = if io::IsTerminal::is_terminal(&input) { rustix::io::ioctl_fionread(&input).unwrap_or(0) } else { 0 };
    let mut bytes = vec![0; usize::try_from(count).unwrap_or(0)];
    // Reading nothing could wait for a key.
    let read = if bytes.is_empty() { 0 } else { rustix::io::read(&input, &mut bytes).unwrap_or(0) };
    bytes.truncate(read);
    bytes
}

/// The console of Windows hands on keys only.
#[cfg(not(unix))]
fn waiting() -> Vec<u8> {
    Vec::new()
}

/// The text among these bytes: without answers of the terminal and without keys that write nothing.
fn typed_ahead(bytes: &[u8]) -> String {
    let bytes = String::from_utf8_lossy(bytes);
    let mut rest = bytes.chars().peekable();
    let mut text = String::new();
    while let Some(c) = rest.next() {
        match c {
            '\u{1b}' => match rest.next() {
                Some('[') => drop(rest.find(|c| ('@'..='~').contains(c))),
                // A string ends with BEL, or with Esc and a backslash.
                Some(']' | 'P' | '_' | '^') => {
                    let end = rest.find(|c| matches!(c, '\u{7}' | '\u{1b}'));
                    rest.next_if(|c| end == Some('\u{1b}') && *c == '\\');
                }
                Some('O') => drop(rest.next()),
                _ => {}
            },
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    text
}

impl Drop for GiveBack {
    fn drop(&mut self) {
        // What the terminal has sent for the screen, such as where the mouse is, is not meant for the shell.
        #[cfg(unix)]
        let _ = rustix::termios::tcflush(io::stdin(), rustix::termios::QueueSelector::IFlush);
        give_back();
    }
}

fn give_back() {
    // On the way out there is nobody left to tell about a fault.
    let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen);
    let _ = execute!(stdout(), ratatui::crossterm::cursor::Show);
    let _ = disable_raw_mode();
}

#[cfg(test)]
mod tests {
    use super::typed_ahead;

    #[test]
    fn what_was_typed_before_is_kept_and_what_the_terminal_has_answered_is_not() {
        for (bytes, text) in [
            ("frau", "frau"),
            ("größe \u{1b}[B\u{1b}OAx", "größe x"),
            ("fr\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{1b}\\au", "frau"),
            ("\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{7}frau", "frau"),
            ("\u{1b}P>|xterm(388)\u{1b}\\frau\r", "frau"),
            ("\u{1b}[?2026;2$yfr\u{1b}[?997;1nau\u{1b}[>41;388;0c", "frau"),
            ("\u{1b}]11;rgb:1e", ""),
            ("\u{1b}", ""),
        ] {
            assert_eq!(typed_ahead(bytes.as_bytes()), text, "{bytes:?}");
        }
        assert_eq!(typed_ahead(b"a\xff"), "a\u{fffd}");
    }
}
