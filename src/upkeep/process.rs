//! Who works here: user, machine and process, as locks, notices and drafts name them.

use std::env;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A running Lotse, and since when it has been at something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worker {
    /// Name of the coordinator or, without one, of the user.
    pub name: String,
    /// Name of the user at this machine.
    pub user: String,
    /// Name of the machine.
    pub host: String,
    /// Number of the process.
    pub process: u32,
    /// Since when.
    pub since: Timestamp,
}

impl Worker {
    /// This process, under this name.
    pub fn this(name: &str, since: Timestamp) -> Self {
        let user = user();
        let name = if name.is_empty() { user.clone() } else { name.to_owned() };
        Self { name, user, host: host(), process: std::process::id(), since }
    }

    /// True for another process on this machine that has ended. Of other machines nobody can tell.
    pub fn has_ended(&self) -> bool {
        self.host == host() && self.process != std::process::id() && !is_running(self.process)
    }

    /// True for this very process.
    pub fn is_this(&self) -> bool {
        self.host == host() && self.process == std::process::id()
    }
}

/// Name of the user.
fn user() -> String {
    let named = ["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(|name| env::var(name).ok());
    named.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| "?".to_owned())
}

#[cfg(unix)]
fn host() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn host() -> String {
    env::var("COMPUTERNAME").unwrap_or_else(|_| "?".to_owned())
}

#[cfg(unix)]
fn is_running(process: u32) -> bool {
    use rustix::{
        io::Errno,
        process::{Pid, test_kill_process},
    };
    let Some(pid) = i32::try_from(process).ok().and_then(Pid::from_raw) else { return false };
    // Somebody else's process may not be asked, but it is there.
    !matches!(test_kill_process(pid), Err(Errno::SRCH))
}

/// Not known here: what is old counts as ended elsewhere.
#[cfg(not(unix))]
fn is_running(_process: u32) -> bool {
    true
}
