//! Ctrl-C while something long goes on: the first one is a wish to end in order, the second one ends at once.

use crate::search::CancelToken;

/// Lets Ctrl-C and a polite `kill` wish for an end. A process that was started in the background hears them as well.
#[cfg(unix)]
pub(super) fn cancel_on_interrupt(stop: &CancelToken) {
    use signal_hook::{
        consts::{SIGINT, SIGTERM},
        flag,
    };
    for signal in [SIGINT, SIGTERM] {
        // In this order: a signal finds the flag as the one before has left it.
        let _ = flag::register_conditional_shutdown(signal, INTERRUPTED, stop.flag());
        let _ = flag::register(signal, stop.flag());
    }
}

/// What shells report of a program that Ctrl-C has ended.
#[cfg(unix)]
const INTERRUPTED: i32 = 130;

/// Calls `then` once, when somebody commands for an end.
#[cfg(unix)]
pub(super) fn then(then: impl FnOnce() + Send + 'static) {
    use signal_hook::{
        consts::{SIGINT, SIGTERM},
        iterator::Signals,
    };
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
    std::thread::spawn(move || {
        if signals.forever().next().is_some() {
            then();
        }
    });
}

/// Windows ends the process, which costs nothing but time.
#[cfg(not(unix))]
pub(super) fn cancel_on_interrupt(_stop: &CancelToken) {}

#[cfg(not(unix))]
pub(super) fn then(_then: impl FnOnce() + Send + 'static) {}
