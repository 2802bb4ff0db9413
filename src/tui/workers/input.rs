//! The input threads: one reads the terminal, one hears the signals that end the screen.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender},
    },
    thread,
    time::Instant,
};

use ratatui::crossterm::event as terminal_event;

use crate::tui::{Event, burst::Burst, clicks::Clicks, event::one_line};

/// A closed terminal, a polite `kill` or a limit of computing time (`ulimit -t`, which is asked for politely first) ends
/// the screen like the key does: the terminal is given back. What the keyboard
/// sends while the terminal is `lent` is meant for the other program.
#[cfg(unix)]
pub(crate) fn watch_signals(events: Sender<Event>, lent: Arc<AtomicBool>) {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGQUIT, SIGXCPU, TERM_SIGNALS},
        iterator::Signals,
    };
    let wanted = [TERM_SIGNALS, &[SIGHUP, SIGXCPU]].concat();
    // Without the handlers the signals end the process as ever.
    let Ok(mut signals) = Signals::new(wanted) else { return };
    thread::spawn(move || {
        let of_other = |signal: &i32| [SIGINT, SIGQUIT].contains(signal) && lent.load(Ordering::Acquire);
        if signals.forever().any(|signal| !of_other(&signal)) {
            let _ = events.send(Event::Closed);
        }
    });
}

/// Windows ends the process with its window.
#[cfg(not(unix))]
pub fn watch_signals(_events: Sender<Event>, _lent: Arc<AtomicBool>) {}

/// Reads the terminal on a thread of its own. It ends with the process: reading cannot be interrupted. So it reads on
/// only when the last event has been dealt with: one that starts an editor leaves the keys to the editor. Begins with
/// what was `typed_ahead`.
pub(crate) fn listen(events: Sender<Event>, waits: Receiver<()>, typed_ahead: &str) {
    let text = one_line(typed_ahead);
    let mut ahead = (!text.is_empty()).then_some(Event::Text(text));
    let mut clicks = Clicks::default();
    thread::spawn(move || {
        loop {
            let mut burst = Burst::default();
            let gone = ahead.is_none() && gather(&mut burst).is_err();
            let now = Instant::now();
            for event in ahead.take().into_iter().chain(burst.finish()) {
                if events.send(clicks.meaning(event, now)).is_err() || waits.recv().is_err() {
                    return;
                }
            }
            if gone {
                let _ = events.send(Event::Closed);
                return;
            }
        }
    });
}

/// Waits for an event, then takes what comes in one burst with it.
fn gather(burst: &mut Burst) -> io::Result<()> {
    let mut goes_on = burst.take(terminal_event::read()?);
    while goes_on && terminal_event::poll(burst.patience())? {
        goes_on = burst.take(terminal_event::read()?);
    }
    Ok(())
}
