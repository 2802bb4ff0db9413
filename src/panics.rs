//! Panics: quiet where somebody catches them, one displayable line where nobody does.
//!
//! The libraries below panic when a file is damaged in a way that they do not expect. Whoever works with such files does it
//! [`caught`], and a panic becomes an error like any other. One hook for the whole program decides what is told.

use std::{
    any::Any,
    backtrace::{Backtrace, BacktraceStatus},
    cell::Cell,
    panic::{self, AssertUnwindSafe, PanicHookInfo, catch_unwind},
    sync::{Mutex, Once, PoisonError},
    thread,
};

thread_local! {
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// What has to be done before anything is told.
static FIRST: Mutex<Option<fn()>> = Mutex::new(None);

/// Does `work`; a panic in it is not told, but comes back as what it said.
///
/// # Errors
/// What the panic said, as it stands.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let outer = CAUGHT.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    CAUGHT.set(outer);
    done.map_err(|panic| payload_text(&*panic).to_owned())
}

/// From now on a panic is told only when it is the main thread's, this one's, and nobody catches it: `tell` gets what it
/// said and where, in one raw line, and a backtrace where the environment asks for one. Threads that work for others end
/// quietly: whoever waits for them gets an error. Counts once for a process.
pub fn install(report: impl Fn(&str, Option<&str>) + Send + Sync + 'static) {
    static HOOK: Once = Once::new();
    let main = thread::current().id();
    HOOK.call_once(|| {
        panic::set_hook(Box::new(move |info| {
            if thread::current().id() != main || CAUGHT.get() {
                return;
            }
            if let Some(first) = *FIRST.lock().unwrap_or_else(PoisonError::into_inner) {
                first();
            }
            let backtrace = Backtrace::capture();
            let backtrace = (backtrace.status() == BacktraceStatus::Captured).then(|| backtrace.to_string());
            report(&line(info), backtrace.as_deref());
        }));
    });
}

/// Has `first` done before a panic is told: the screen gives the terminal back.
pub fn before_report(first: fn()) {
    *FIRST.lock().unwrap_or_else(PoisonError::into_inner) = Some(first);
}

fn line(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map(|place| format!(" ({}:{})", place.file(), place.line()));
    format!("{}{}", payload_text(info.payload()), place.unwrap_or_default())
}

fn payload_text(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("panic")
}

#[cfg(test)]
mod tests {
    use std::{env, process::Command};

    use super::*;

    /// Set in a process of its own: the hook is one for all threads.
    const ALONE: &str = "LOTSE_TEST_OF_PANICS";

    #[test]
    fn a_panic_that_is_caught_comes_back_as_what_it_said() {
        assert_eq!(caught(|| 7), Ok(7));
        let nested = caught(|| {
            assert_eq!(caught(|| panic!("inner")), Err::<(), _>("inner".to_owned()));
            assert!(CAUGHT.get(), "the outer one still catches");
            let number = 8;
            panic!("outer {number}")
        });
        assert_eq!(nested, Err::<(), _>("outer 8".to_owned()));
        assert!(!CAUGHT.get());
    }

    #[test]
    fn alone() {
        if env::var_os(ALONE).is_none() {
            return;
        }
        install(|message, backtrace| eprintln!("told: {message} {}", backtrace.is_some()));
        before_report(|| eprintln!("first"));
        assert!(caught(|| panic!("caught")).is_err());
        assert!(thread::spawn(|| panic!("of a thread")).join().is_err());
        assert!(catch_unwind(|| panic!("of nobody")).is_err());
    }

    #[test]
    fn only_what_nobody_catches_is_told() {
        for (wanted, backtrace) in [("0", "false"), ("1", "true")] {
            let mut command = Command::new(env::current_exe().unwrap());
            command.args(["--exact", "panics::tests::alone", "--nocapture"]).env(ALONE, "1");
            let ended = command.env("RUST_BACKTRACE", wanted).env_remove("RUST_LIB_BACKTRACE").output().unwrap();
            let err = String::from_utf8(ended.stderr).unwrap();
            let lines: Vec<&str> = err.lines().filter(|line| !line.is_empty()).collect();
            let [first, told] = lines[..] else { panic!("{err}") };
            assert!(first == "first" && told.starts_with("told: of nobody (src/panics.rs:"), "{err}");
            assert!(ended.status.success() && told.ends_with(backtrace), "{err}");
        }
    }
}
