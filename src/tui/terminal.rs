//! The terminal while Lotse owns it: set up once, given back on every way out, panics included.

use std::io::{self, Stdout, stdout};

use ratatui::{
    Terminal,
    backend::CrosstermBackend,
    crossterm::{
        event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture},
        execute,
        style::force_color_output,
        terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
    },
    layout::Rect,
};

use crate::panics;

/// A terminal in raw mode on the alternate screen.
pub(super) struct Screen {
    pub terminal: Terminal<CrosstermBackend<Stdout>>,
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
        let mut screen = Self { terminal: Terminal::new(CrosstermBackend::new(stdout()))?, _guard: guard };
        screen.take(mouse)?;
        Ok(screen)
    }

    /// Draws every cell again. Not by `clear`: that asks the terminal for its cursor, and the answer would have to
    /// come through the thread that reads the keys.
    pub(super) fn redraw(&mut self) -> io::Result<()> {
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
        if mouse { self.mouse(true) } else { Ok(()) }
    }

    /// Takes the mouse, or gives it back so that text can be selected with it.
    pub(super) fn mouse(&mut self, on: bool) -> io::Result<()> {
        if on { execute!(stdout(), EnableMouseCapture) } else { execute!(stdout(), DisableMouseCapture) }
    }
}

impl Drop for GiveBack {
    fn drop(&mut self) {
        give_back();
    }
}

fn give_back() {
    // On the way out there is nobody left to tell about a fault.
    let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen);
    let _ = execute!(stdout(), ratatui::crossterm::cursor::Show);
    let _ = disable_raw_mode();
}
