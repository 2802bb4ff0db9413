//! The lock of a save: a small file beside the entry for the moment in which it is replaced.
//!
//! It is created exclusively, so it works on network drives as well, and never locks the entry itself: readers go on.
//! Together with the comparison of contents it lets no save get lost; each of the two alone does.

use std::{
    io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::{Duration, SystemTime},
};

use jiff::{SignedDuration, Timestamp};

use serde::{Deserialize, Serialize};

use super::super::{
    files::{TEMPORARY, beside},
    process::LONGEST,
};
use crate::store::{Files, ProcessIdentity};

/// A lock older than this was left behind, whatever its process does.
const STALE: SignedDuration = SignedDuration::from_mins(30);
/// A lock that says nothing for so long was never finished: writing it takes no time.
const UNFINISHED: Duration = Duration::from_millis(500);
/// Time between two looks at a lock that somebody else holds.
const LOOK: Duration = Duration::from_millis(25);

/// How the name of a lock ends.
const LOCK: &str = "lock";
/// How the name of a lock ends that was put aside; the number of the process follows.
const ASIDE: &str = "lock-";
/// How the name of a file ends that was written to see whether one can be; the number of the process follows.
pub(in crate::store) const PROBE: &str = "probe-";

#[derive(Serialize, Deserialize)]
struct LockOwner {
    holder: ProcessIdentity,
    /// Tells the locks of one process apart.
    turn: u64,
}

static TURN: AtomicU64 = AtomicU64::new(0);

/// A lock that is held; it goes when it is dropped.
pub(in crate::store) struct Lock<'f> {
    files: &'f dyn Files,
    path: PathBuf,
    content: Vec<u8>,
}

pub(in crate::store) enum NoLock {
    /// Somebody else saves; `None` when the lock does not say who.
    Held(Option<ProcessIdentity>),
    Io(io::Error),
}

impl<'f> Lock<'f> {
    /// Takes the lock of a file, and waits for it no longer than `timeout`.
    pub(in crate::store) fn take(
        files: &'f dyn Files,
        of: &Path,
        worker: &ProcessIdentity,
        timeout: Duration,
    ) -> Result<Self, NoLock> {
        let path = beside(of, LOCK);
        let label = LockOwner { holder: worker.clone(), turn: TURN.fetch_add(1, Ordering::Relaxed) };
        let content = serde_json::to_vec(&label).unwrap_or_default();
        let (mut waited, mut silent) = (Duration::ZERO, Duration::ZERO);
        loop {
            match files.write_new(&path, &content, of.parent().unwrap_or(of)) {
                Ok(()) => return Ok(Self { files, path, content }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => {
                    // Half a lock is one that nobody holds. What is whole is somebody else's.
                    if files.read(&path, LONGEST).is_ok_and(|held| content.starts_with(&held)) {
                        let _ = files.remove(&path);
                    }
                    return Err(NoLock::Io(error));
                }
            }
            let held = files.read(&path, LONGEST).unwrap_or_default();
            let label: Option<LockOwner> = serde_json::from_slice(&held).ok();
            // Each new lock says nothing for a moment: only one that goes on saying nothing was never finished.
            let unfinished = silent >= UNFINISHED.min(timeout);
            if label.as_ref().map_or(unfinished, |label| is_stale(&label.holder, worker.since)) {
                put_aside(files, &path, &held, worker).map_err(NoLock::Io)?;
                (waited, silent) = (Duration::ZERO, Duration::ZERO);
                continue;
            }
            if waited >= timeout {
                return Err(NoLock::Held(label.map(|label| label.holder)));
            }
            silent = if label.is_some() { Duration::ZERO } else { silent + LOOK };
            thread::sleep(LOOK);
            waited += LOOK;
        }
    }

    /// True as long as nobody has taken the lock away, believing it to be left behind.
    pub(in crate::store) fn is_held(&self) -> bool {
        self.files.read(&self.path, LONGEST).is_ok_and(|content| content == self.content)
    }
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        if self.is_held() {
            // What cannot be deleted is stale as soon as this process has ended.
            let _ = self.files.remove(&self.path);
        }
    }
}

/// True while somebody holds the lock of a file.
pub(in crate::store) fn is_locked(files: &dyn Files, of: &Path, now: Timestamp) -> bool {
    files.read(&beside(of, LOCK), LONGEST).is_ok_and(|held| counts(&held, now))
}

fn is_stale(holder: &ProcessIdentity, now: Timestamp) -> bool {
    // A lock of tomorrow was written by a machine whose clock is wrong; nobody waits for that day.
    holder.has_ended() || now.duration_since(holder.since).abs() > STALE
}

/// Takes a lock away that was left behind. In one step, and looked at again: another process may have done the same a
/// moment ago and hold a new one already, which then goes back.
fn put_aside(files: &dyn Files, path: &Path, held: &[u8], worker: &ProcessIdentity) -> io::Result<()> {
    let aside = path.with_extension(format!("{ASIDE}{}", worker.process));
    match files.rename(path, &aside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    }
    // What could not be read before cannot be read now either.
    if files.read(&aside, LONGEST).unwrap_or_default() != held {
        let _ = files.rename(&aside, path);
        return Ok(());
    }
    files.remove(&aside)
}

/// Takes away what processes have left beside a file that were killed before they could do so themselves: temporary
/// files, locks of other entries, which may not even exist any more, and all that was put aside. `of` is locked.
pub(in crate::store) fn sweep(files: &dyn Files, of: &Path, worker: &ProcessIdentity) {
    let folder = of.parent().unwrap_or(of);
    for name in files.names(folder).unwrap_or_default() {
        let Some((entry, rest)) = name.strip_prefix('.').and_then(|name| name.split_once(".toml.")) else { continue };
        let (entry, path) = (folder.join(format!("{entry}.toml")), folder.join(&name));
        let is_number = |number: &str| number.parse::<u32>().is_ok();
        if rest == TEMPORARY || rest == LOCK {
            clear(files, &entry, of, worker);
        } else if rest.strip_prefix(ASIDE).is_some_and(is_number) {
            // One that counts was put aside by mistake, and whoever did so is about to put it back.
            if !files.read(&path, LONGEST).is_ok_and(|held| counts(&held, worker.since)) {
                let _ = files.remove(&path);
            }
        } else if rest.strip_prefix(PROBE).is_some_and(is_number) {
            let _ = files.remove(&path);
        }
    }
}

/// Takes the temporary file and the lock of an entry away unless somebody works at it. `locked` is locked already.
fn clear(files: &dyn Files, entry: &Path, locked: &Path, worker: &ProcessIdentity) {
    let remove = || drop(files.remove(&beside(entry, TEMPORARY)));
    if entry == locked {
        return remove();
    }
    let lock = beside(entry, LOCK);
    let left = match files.read(&lock, LONGEST) {
        Ok(held) => match serde_json::from_slice::<LockOwner>(&held) {
            Ok(label) => is_stale(&label.holder, worker.since),
            // What is no label yet may become one, but not after so long.
            Err(_) => files.changed(&lock).is_ok_and(|changed| is_long_ago(changed, worker.since)),
        },
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    if left && let Ok(_lock) = Lock::take(files, entry, worker, Duration::ZERO) {
        remove();
    }
}

fn is_long_ago(then: SystemTime, now: Timestamp) -> bool {
    Timestamp::try_from(then).is_ok_and(|then| now.duration_since(then) > STALE)
}

fn counts(held: &[u8], now: Timestamp) -> bool {
    serde_json::from_slice(held).is_ok_and(|label: LockOwner| !is_stale(&label.holder, now))
}
