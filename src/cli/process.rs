//! What this process asks of the system: errors instead of a sudden end, no core dump, Ctrl-C as a request.
//!
//! While something long goes on, the first Ctrl-C asks for an end in order, the second one ends at once.

use crate::search::CancelToken;

/// Called once, before anything is read or written.
///
/// - A write beyond the limit for the size of files (`ulimit -f`, which batch systems and terminal servers set) is an
///   error like any other. By itself the system would end the process in the middle of it, with locks and temporary
///   files left behind and the terminal in disorder.
/// - If the process crashes nonetheless, nothing of its memory reaches the disk: searches tell of the person at the
///   table, and what is typed into a form may be internal.
///
/// What the system refuses here costs nothing but this protection.
#[cfg(unix)]
pub(super) fn prepare() {
    use std::sync::{Arc, atomic::AtomicBool};

    // Nobody looks at the flag: with any handler, the write says itself what is wrong. A program that Lotse starts
    // begins without the handler, as it would anywhere else.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::new(AtomicBool::new(false)));
    forbid_core_dumps();
}

/// Only the soft limit, which whoever looks for a fault may raise from outside. git and an editor inherit it: they hold
/// the same texts.
///
/// The process stays traceable (`PR_SET_DUMPABLE` is left alone): else a user without the rights of an administrator
/// could no longer watch with `strace` which files Lotse opens and which programs it starts.
#[cfg(unix)]
fn forbid_core_dumps() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let allowed = getrlimit(Resource::Core);
    let most = allowed.maximum.map_or(SMALLEST_DUMP, |maximum| maximum.min(SMALLEST_DUMP));
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(most), maximum: allowed.maximum });
}

/// Bytes of a core dump. Linux obeys a limit of 0 only for files and hands the dump to a program that collects dumps all
/// the same; with a limit of 1, too small for any dump, it makes none at all.
#[cfg(target_os = "linux")]
const SMALLEST_DUMP: u64 = 1;

#[cfg(all(unix, not(target_os = "linux")))]
const SMALLEST_DUMP: u64 = 0;

/// Windows knows neither: a full disk is an error by itself, and dumps are made only where an administrator wants them.
#[cfg(not(unix))]
pub(super) fn prepare() {}

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

/// Calls `then` once, when somebody asks for an end.
#[cfg(unix)]
pub(super) fn on_interrupt(then: impl FnOnce() + Send + 'static) {
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
pub(super) fn on_interrupt(_then: impl FnOnce() + Send + 'static) {}
