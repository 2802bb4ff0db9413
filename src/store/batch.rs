//! Saving many entries as one: all of them or none, wherever a process is killed or the power fails.
//!
//! ```text
//! lock all ─▶ compare with the bases ─▶ temporary files ─▶ sync ─▶ log with all texts ─▶ sync ─▶ rename the log
//!   ─▶ rename the files ─▶ history ─▶ remove the log ─▶ unlock
//! ```
//!
//! Once the log has its name, the batch is decided: whoever writes next in this catalogue finishes it from the log. Until
//! then nothing has happened, and what lies about is cleared away.
//!
//! A log may have come with a catalogue from anywhere. It can do no more than a save: it names entries by their ids, every
//! text is checked before the first one is written, and the history names who has finished it.

mod carry_out;
mod log;

use std::{
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use jiff::Timestamp;
pub use log::{BatchError, BatchItem, BatchLog, BatchProgress, Batched, Finished, SideFile, read_memory};
use log::{Steps, VERSION};

use super::{
    disk::Disk,
    dot_lotse,
    files::{Files, TEMPORARY, beside},
    save::{
        entry_store::EntryStore,
        lock::{Lock, NoLock, is_locked},
        outcome::{CheckContext, SaveError},
    },
};
use crate::{base::Text, catalogue::Id};

/// The part of the hidden folder in which the log lies.
const BATCH: &str = "batch";
/// The log of a batch that is decided.
const LOG: &str = "log.json";
/// So many files are brought to the disk before somebody hears of it.
const SYNCED_AT_ONCE: usize = 256;
/// Longest log that is read, in bytes: both texts of a hundred thousand entries.
const LONGEST_LOG: u64 = 1 << 30;

/// True when a decided batch waits in this catalogue for somebody who may finish it. One at which somebody is still at
/// work does not wait.
pub fn is_unfinished(catalogue: &Path, now: Timestamp) -> bool {
    let log_path = dot_lotse::path(catalogue, BATCH).join(LOG);
    log_path.symlink_metadata().is_ok() && !is_locked(&Disk::within(catalogue), &log_path, now)
}

impl EntryStore {
    /// Saves all these entries, or none of them. `title` is what the history says of it, in one line.
    /// `progress` hears how many entries are as good as done, of how many.
    ///
    /// # Errors
    /// When they cannot be saved. Unless it is [`BatchError::Unfinished`], everything is as it was.
    pub fn save_all(
        &self,
        items: &[BatchItem],
        side_file: Option<&SideFile>,
        title: &str,
        rules: CheckContext<'_>,
        progress: &mut BatchProgress<'_>,
    ) -> Result<Batched, BatchError> {
        let items: Vec<BatchItem> = items.iter().map(|item| self.with_schema_line(item)).collect();
        for item in &items {
            rules.check(&item.id, &item.after).map_err(in_entry(&item.id))?;
        }
        let log_path = dot_lotse::place_for(&*self.files, &self.folder, BATCH, LOG)
            .map_err(|cause| BatchError::Io { path: dot_lotse::path(&self.folder, BATCH), cause })?;
        let log_lock = self.lock_log(&log_path, None)?;
        if let Finished::Stuck(error) = self.finish_under(&log_path, rules) {
            return Err(error);
        }
        let mut steps = Steps::new(items.len(), progress);
        let locked = self.lock_all(&items, &mut steps)?;
        let staged = self.stage(&items, &locked, &mut steps);
        let log = BatchLog {
            version: VERSION,
            title: Text::line(title),
            by: Text::line(&self.author.name),
            items,
            side_file: side_file.cloned(),
        };
        let decided = staged.and_then(|()| self.decide(&log_path, &log, &log_lock, &locked));
        if let Err(error) = decided {
            let _ = self.files.remove(&log_path.with_extension(TEMPORARY));
            locked.iter().for_each(|(path, _)| drop(self.files.remove(&beside(path, TEMPORARY))));
            return Err(error);
        }
        self.carry_out(&log_path, &log, Some(&locked), &mut steps)
    }

    fn with_schema_line(&self, item: &BatchItem) -> BatchItem {
        let after = if item.before.is_none() { self.text_of_new(&item.after) } else { item.after.clone() };
        BatchItem { after, ..item.clone() }
    }

    /// Finishes a batch that was decided and whose process was killed. Whoever cannot do so goes on without. Nothing is
    /// written unless every text is one that could be saved.
    pub fn finish(&self, rules: CheckContext<'_>) -> Finished {
        let log_path = dot_lotse::path(&self.folder, BATCH).join(LOG);
        if self.files.resolve(&log_path).is_err() {
            return Finished::Nothing;
        }
        match self.lock_log(&log_path, Some(Duration::ZERO)) {
            Ok(_turn) => self.finish_under(&log_path, rules),
            Err(BatchError::Busy(_)) => Finished::Nothing,
            Err(error) => Finished::Stuck(error),
        }
    }

    /// One batch at a time.
    fn lock_log(&self, log_path: &Path, timeout: Option<Duration>) -> Result<Lock<'_>, BatchError> {
        let timeout = timeout.unwrap_or(self.timeout);
        Lock::take(&*self.files, log_path, &self.worker(), timeout).map_err(|reason| match reason {
            NoLock::Held(holder) => BatchError::Busy(holder),
            NoLock::Io(cause) => BatchError::Io { path: log_path.to_owned(), cause },
        })
    }

    fn finish_under(&self, log_path: &Path, rules: CheckContext<'_>) -> Finished {
        let bytes = match self.files.read(log_path, LONGEST_LOG) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Finished::Nothing,
            other => other,
        };
        // Whoever decided it may have been killed before the name of the log was safe.
        let bytes = bytes.and_then(|log| self.files.sync_folder(&dot_lotse::path(&self.folder, BATCH)).map(|()| log));
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(cause) => return Finished::Stuck(BatchError::Unfinished { path: log_path.to_owned(), cause }),
        };
        let Ok(log) = BatchLog::parse(&bytes) else {
            return Finished::Stuck(BatchError::Log(log_path.to_owned()));
        };
        for item in &log.items {
            if let Err(error) = rules.check(&item.id, &item.after) {
                return Finished::Stuck(in_entry(&item.id)(error));
            }
        }
        match self.carry_out(log_path, &log, None, &mut Steps::new(log.items.len(), &mut |_, _| ())) {
            Ok(_) => Finished::Done(log.items.len()),
            Err(error) => Finished::Stuck(error),
        }
    }

    /// Locks every entry and makes sure that it is as it was when the batch was made up.
    fn lock_all(&self, items: &[BatchItem], steps: &mut Steps<'_, '_>) -> Result<Vec<(PathBuf, Lock<'_>)>, BatchError> {
        let (mut locked, mut overtaken) = (Vec::with_capacity(items.len()), Vec::new());
        for item in items {
            let path = self.path_of(item).map_err(in_entry(&item.id))?;
            let lock = self.lock(&path).map_err(in_entry(&item.id))?;
            let now = self.held_at(&path).map_err(in_entry(&item.id))?;
            if now.as_deref() != item.before.as_ref().map(String::as_bytes) {
                overtaken.push(item.id.clone());
            }
            locked.push((path, lock));
            steps.take(1);
        }
        if overtaken.is_empty() { Ok(locked) } else { Err(BatchError::Overtaken(overtaken)) }
    }

    fn path_of(&self, item: &BatchItem) -> Result<PathBuf, SaveError> {
        if item.before.is_none() {
            return self.path_of_new(&item.id);
        }
        let path = self.locate(&item.id)?;
        self.may_write(&path)?;
        Ok(path)
    }

    /// Writes all new texts beside the files and brings them to the disk, so that a full one is noticed while nothing
    /// has happened yet.
    fn stage(
        &self,
        items: &[BatchItem],
        locked: &[(PathBuf, Lock<'_>)],
        steps: &mut Steps<'_, '_>,
    ) -> Result<(), BatchError> {
        let mut staged = Vec::with_capacity(items.len());
        for (item, (path, _)) in items.iter().zip(locked) {
            let like = if item.before.is_some() { path.clone() } else { self.measures() };
            let temporary = beside(path, TEMPORARY);
            put(&*self.files, &temporary, &item.after, &like)?;
            staged.push(temporary);
            steps.take(1);
        }
        for some in staged.chunks(SYNCED_AT_ONCE) {
            self.files.sync_all(some).map_err(|(path, cause)| BatchError::Io { path, cause })?;
            steps.take(some.len());
        }
        Ok(())
    }

    /// Gives the log its name. From then on the batch counts.
    fn decide(
        &self,
        log_path: &Path,
        log: &BatchLog,
        log_lock: &Lock<'_>,
        locked: &[(PathBuf, Lock<'_>)],
    ) -> Result<(), BatchError> {
        let failed = |cause| BatchError::Io { path: log_path.to_owned(), cause };
        let text = serde_json::to_string(log).map_err(|error| failed(error.into()))?;
        let temporary = log_path.with_extension(TEMPORARY);
        write(&*self.files, &temporary, &text, &self.measures())?;
        // The folders may be new themselves.
        let folders = log_path.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.folder));
        folders.into_iter().try_for_each(|folder| self.files.sync_folder(folder)).map_err(failed)?;
        if !log_lock.is_held() || !locked.iter().all(|(_, lock)| lock.is_held()) {
            return Err(BatchError::Busy(None));
        }
        self.files.rename(&temporary, log_path).map_err(failed)?;
        let synced = log_path.parent().map_or(Ok(()), |folder| self.files.sync_folder(folder));
        synced.map_err(|cause| match self.files.remove(log_path) {
            // A log of which nobody knows whether it would survive decides nothing.
            Ok(()) => failed(cause),
            Err(_) => BatchError::Unfinished { path: log_path.to_owned(), cause },
        })
    }
}

fn put(files: &dyn Files, path: &Path, text: &str, like: &Path) -> Result<(), BatchError> {
    let written = files.remove(path).and_then(|()| files.write_new(path, text.as_bytes(), like));
    written.map_err(|cause| BatchError::Io { path: path.to_owned(), cause })
}

/// Writes a file anew and brings it to the disk.
fn write(files: &dyn Files, path: &Path, text: &str, like: &Path) -> Result<(), BatchError> {
    put(files, path, text, like)?;
    files.sync(path).map_err(|cause| BatchError::Io { path: path.to_owned(), cause })
}

fn in_entry(id: &Id) -> impl FnOnce(SaveError) -> BatchError {
    let id = id.clone();
    move |error| match error {
        SaveError::Exists | SaveError::Gone => BatchError::Overtaken(vec![id]),
        error => BatchError::Entry { id, error: Box::new(error) },
    }
}
