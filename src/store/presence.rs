//! The courtesy notice that somebody has a form open: `.lotse/editing/` in the catalogue folder. Never a barrier.

use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::{Disk, Files, ProcessIdentity, dot_lotse, process::LONGEST};
use crate::catalogue::{Id, MEASURES};

/// Nobody works at one entry for so long: the notice was left behind.
const STALE: SignedDuration = SignedDuration::from_hours(12);

/// The part of the hidden folder in which notices lie.
const EDITING: &str = "editing";

/// A notice that a form is open; it goes when it is dropped.
#[derive(Debug)]
pub struct Presence {
    disk: Disk,
    path: PathBuf,
}

impl Presence {
    /// Puts up a notice. `None` where it cannot be written: it is only a courtesy.
    pub fn announce(catalogue: &Path, id: &Id, worker: &ProcessIdentity) -> Option<Self> {
        let name = format!("{id}.{}.{}.json", file_name_of(&worker.host), worker.process);
        let disk = Disk::within(catalogue);
        let path = dot_lotse::place_for(&disk, catalogue, EDITING, &name).ok()?;
        let _ = disk.remove(&path);
        disk.write_new(&path, &serde_json::to_vec(worker).ok()?, &catalogue.join(MEASURES)).ok()?;
        Some(Self { disk, path })
    }

    /// Who else has a form of this entry open, the first first. Notices of processes that have ended are cleared away.
    pub fn others(catalogue: &Path, id: &Id, now: Timestamp) -> Vec<ProcessIdentity> {
        let (disk, folder) = (Disk::within(catalogue), dot_lotse::path(catalogue, EDITING));
        let mut others = Vec::new();
        for name in disk.names(&folder).unwrap_or_default() {
            if !name.strip_prefix(id.as_str()).is_some_and(|rest| rest.starts_with('.')) {
                continue;
            }
            let path = folder.join(&name);
            // Only a courtesy: what cannot be read names nobody.
            let worker = disk.read(&path, LONGEST).ok().and_then(|bytes| ProcessIdentity::parse(&bytes).ok());
            match worker {
                Some(worker) if worker.has_ended() || now.duration_since(worker.since) > STALE => {
                    let _ = disk.remove(&path);
                }
                Some(worker) if !worker.is_this() => others.push(worker),
                _ => {}
            }
        }
        others.sort_by_key(|worker| worker.since);
        others
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        let _ = self.disk.remove(&self.path);
    }
}

/// A machine's name as part of a file name.
fn file_name_of(host: &str) -> String {
    host.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
}
