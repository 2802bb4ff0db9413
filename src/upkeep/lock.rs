//! The lock of a save: a small file beside the entry for the moment in which it is replaced.
//!
//! It is created exclusively, so it works on network drives as well, and never locks the entry itself: readers go on.
//! Together with the comparison of contents it lets no save get lost; each of the two alone does.

use std::{
    io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};

use serde::{Deserialize, Serialize};

use super::{files::Files, process::Worker};

/// A lock older than this was left behind, whatever its process does.
const STALE: SignedDuration = SignedDuration::from_mins(30);
/// A lock that says nothing for so long was never finished: writing it takes no time.
const UNFINISHED: Duration = Duration::from_millis(500);
/// Time between two looks at a lock that somebody else holds.
const LOOK: Duration = Duration::from_millis(25);

/// What stands in a lock.
#[derive(Serialize, Deserialize)]
struct Label {
    holder: Worker,
    /// Tells the locks of one process apart.
    turn: u64,
}

static TURN: AtomicU64 = AtomicU64::new(0);

/// A lock that is held; it goes when it is dropped.
pub(super) struct Lock<'f> {
    files: &'f dyn Files,
    path: PathBuf,
    content: Vec<u8>,
}

/// Why there is no lock.
pub(super) enum NoLock {
    /// Somebody else saves; `None` when the lock does not say who.
    Held(Option<Worker>),
    /// The lock cannot be written.
    Io(io::Error),
}

impl<'f> Lock<'f> {
    /// Takes the lock of a file, and waits for it no longer than `patience`.
    pub(super) fn take(files: &'f dyn Files, of: &Path, worker: &Worker, patience: Duration) -> Result<Self, NoLock> {
        let path = beside(of, "lock");
        let label = Label { holder: worker.clone(), turn: TURN.fetch_add(1, Ordering::Relaxed) };
        let content = serde_json::to_vec(&label).unwrap_or_default();
        let mut waited = Duration::ZERO;
        loop {
            match files.write_new(&path, &content, of.parent().unwrap_or(of)) {
                Ok(()) => return Ok(Self { files, path, content }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => {
                    // Half a lock is one that nobody holds.
                    if error.kind() != io::ErrorKind::PermissionDenied {
                        let _ = files.remove(&path);
                    }
                    return Err(NoLock::Io(error));
                }
            }
            let held = files.read(&path).unwrap_or_default();
            let label: Option<Label> = serde_json::from_slice(&held).ok();
            let late = waited >= patience;
            let unfinished = late || waited >= UNFINISHED;
            if label.as_ref().map_or(unfinished, |label| is_stale(&label.holder, worker.since)) {
                put_aside(files, &path, &held, worker).map_err(NoLock::Io)?;
                waited = Duration::ZERO;
                continue;
            }
            if late {
                return Err(NoLock::Held(label.map(|label| label.holder)));
            }
            thread::sleep(LOOK);
            waited += LOOK;
        }
    }

    /// True as long as nobody has taken the lock away, believing it to be left behind.
    pub(super) fn is_held(&self) -> bool {
        self.files.read(&self.path).is_ok_and(|content| content == self.content)
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

fn is_stale(holder: &Worker, now: Timestamp) -> bool {
    holder.has_ended() || now.duration_since(holder.since) > STALE
}

/// Takes a lock away that was left behind. In one step, and looked at again: another process may have done the same a
/// moment ago and hold a new one already, which then goes back.
fn put_aside(files: &dyn Files, path: &Path, held: &[u8], worker: &Worker) -> io::Result<()> {
    let aside = path.with_extension(format!("lock-{}", worker.process));
    match files.rename(path, &aside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    }
    if files.read(&aside)? != held {
        let _ = files.rename(&aside, path);
        return Ok(());
    }
    files.remove(&aside)
}

/// A hidden name beside a file, such as `.frauenprojekt.toml.lock`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{suffix}"))
}
