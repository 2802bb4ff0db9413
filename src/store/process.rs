//! Who works here: user, machine and process, as locks, notices and drafts name them.

use std::{env, sync::OnceLock};

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Deserializer, Serialize};

use crate::{
    base::Text,
    locale::{Arg, Texts},
};

/// Longest file that names a worker, in bytes: a lock or a notice.
pub(super) const LONGEST: u64 = 1 << 16;

/// A running Lotse, and since when it has been at something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcessIdentity {
    /// Name of the coordinator or, without one, of the user.
    #[serde(deserialize_with = "line")]
    pub name: Text,
    /// Name of the user at this machine.
    #[serde(deserialize_with = "line")]
    pub user: Text,
    /// Name of the machine.
    #[serde(deserialize_with = "line")]
    pub host: Text,
    /// Number of the process.
    pub process: u32,
    /// Since when.
    pub since: Timestamp,
    /// What tells the process from an earlier or later one of the same number, where the system knows such a thing.
    #[serde(default)]
    pub birth: Option<String>,
}

/// Reads a text that is shown in one line.
pub(super) fn line<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    Ok(Text::line(&String::deserialize(deserializer)?))
}

impl ProcessIdentity {
    /// This process, under this name.
    pub fn this(name: &str, since: Timestamp) -> Self {
        let user = user();
        let name = if name.is_empty() { user.clone() } else { Text::line(name) };
        let process = std::process::id();
        Self { name, user, host: host(), process, since, birth: own_birth().clone() }
    }

    /// Reads who wrote a notice.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(notice: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(notice)
    }

    /// True for another process on this machine that has ended, also when its number is somebody else's by now. Of
    /// other machines nobody can tell.
    pub fn has_ended(&self) -> bool {
        if self.host != host() || self.is_this() {
            return false;
        }
        let now = birth(self.process);
        let another = self.birth.is_some() && now.is_some() && self.birth != now;
        another || !is_running(self.process)
    }

    /// True for this very process.
    pub fn is_this(&self) -> bool {
        let same_birth = || self.birth.is_none() || self.birth == *own_birth();
        self.host == host() && self.process == std::process::id() && same_birth()
    }

    /// "Koordination Frauen (mia an pc-12), seit 14:05"
    pub fn localize(&self, texts: &Texts) -> String {
        let since = self.since.to_zoned(TimeZone::system()).strftime("%H:%M").to_string();
        let args: [(&str, Arg<'_>); 4] = [
            ("name", self.name.as_str().into()),
            ("user", self.user.as_str().into()),
            ("host", self.host.as_str().into()),
            ("since", since.into()),
        ];
        texts.with("upkeep-who", &args)
    }
}

fn user() -> Text {
    let named = ["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(|name| env::var(name).ok());
    named.map(|name| Text::line(&name)).find(|name| !name.is_empty()).unwrap_or_else(|| Text::line(&nameless()))
}

/// Started by a system service or in a container, a process may have no name in its environment.
#[cfg(unix)]
fn nameless() -> String {
    format!("uid {}", rustix::process::getuid().as_raw())
}

#[cfg(not(unix))]
fn nameless() -> String {
    "?".to_owned()
}

#[cfg(unix)]
fn host() -> Text {
    Text::line(&rustix::system::uname().nodename().to_string_lossy())
}

#[cfg(not(unix))]
fn host() -> Text {
    Text::line(&env::var("COMPUTERNAME").unwrap_or_else(|_| "?".to_owned()))
}

fn own_birth() -> &'static Option<String> {
    static BIRTH: OnceLock<Option<String>> = OnceLock::new();
    BIRTH.get_or_init(|| birth(std::process::id()))
}

/// When a process was born, counted from the start of this machine; empty for one that has died and only waits to be
/// buried. `None` where nobody can tell.
#[cfg(target_os = "linux")]
fn birth(process: u32) -> Option<String> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // Behind the name, which may hold anything: state, and 19 fields later the time of birth.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    if fields.next()? == "Z" {
        return Some(String::new());
    }
    let ticks = fields.nth(18)?;
    let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    Some(format!("{}:{ticks}", boot.trim()))
}

#[cfg(not(target_os = "linux"))]
fn birth(_process: u32) -> Option<String> {
    None
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

#[cfg(test)]
mod tests {
    use super::*;

    fn this() -> ProcessIdentity {
        ProcessIdentity::this("K", Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn this_process_has_not_ended() {
        assert!(this().is_this() && !this().has_ended());
        assert!(!this().user.is_empty() && this().user.as_str() != "?");
    }

    /// After a restart of the machine or in another container the same number is another process.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_number_that_was_given_again_is_another_process() {
        let before = ProcessIdentity { birth: Some("another start:1".to_owned()), ..this() };
        assert!(before.has_ended() && !before.is_this());
        let parent = std::os::unix::process::parent_id();
        assert!(!ProcessIdentity { process: parent, birth: birth(parent), ..this() }.has_ended());
        assert!(ProcessIdentity { process: parent, ..this() }.has_ended());
        // Who wrote no birth down is believed.
        assert!(!ProcessIdentity { process: parent, birth: None, ..this() }.has_ended());
    }
}
