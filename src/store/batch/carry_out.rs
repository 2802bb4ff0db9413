//! Puts the texts of a decided batch in their places: right after the decision, or after a kill from its log.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

use super::{
    super::{
        dot_lotse,
        files::{TEMPORARY, beside},
        history::HistoryRecord,
        save::{entry_store::Replaced, lock::Lock},
    },
    log::{BatchError, BatchItem, BatchLog, Batched, MEMORIES, SideFile, Steps, memory_file},
};
use crate::{
    base::Text,
    catalogue::{LeadsOutside, MAX_FILE, Values},
    store::{Act, Author, EntryStore, Merged, ProcessIdentity, RecordError, SaveError, merge, put_file},
};

impl EntryStore {
    /// Does what the log says; what is done already stays. Afterwards there is no log any more.
    pub(super) fn carry_out(
        &self,
        log_path: &Path,
        log: &BatchLog,
        locked: Option<&[(PathBuf, Lock<'_>)]>,
        steps: &mut Steps<'_, '_>,
    ) -> Result<Batched, BatchError> {
        let mut batched = Batched::default();
        let (mut folders, mut in_the_way) = (BTreeSet::from([self.measures()]), None);
        for (number, item) in log.items.iter().enumerate() {
            let done = match locked.and_then(|locked| locked.get(number)) {
                Some((path, lock)) => self.put_in_place(item, path, lock).map(|fits| (path.clone(), fits)),
                None => self.put_again(item),
            };
            match done {
                Ok((path, fits)) => {
                    folders.extend(path.parent().map(Path::to_owned));
                    batched.overtaken.extend((!fits).then(|| item.id.clone()));
                }
                Err(error) => in_the_way = in_the_way.or(Some(unfinished(error, log_path))),
            }
            steps.take(1);
        }
        if let Some(error) = in_the_way {
            return Err(error);
        }
        if let Some(side_file) = &log.side_file {
            self.put_side_file(side_file).map_err(|error| match error {
                BatchError::Io { path, cause } => BatchError::Unfinished { path, cause },
                other => other,
            })?;
        }
        // Without the log, nobody would know any more what a power cut has undone.
        for folder in folders {
            self.files.sync_folder(&folder).map_err(|cause| BatchError::Unfinished { path: folder.clone(), cause })?;
        }
        batched.unrecorded = self.record_batch(log).err();
        let removed = self.files.remove(log_path).and_then(|()| match log_path.parent() {
            Some(folder) => self.files.sync_folder(folder),
            None => Ok(()),
        });
        batched.uncertain = removed.err();
        Ok(batched)
    }

    /// After a kill: the locks are gone with their process.
    fn put_again(&self, item: &BatchItem) -> Result<(PathBuf, bool), SaveError> {
        // A new entry may have its file already.
        let path = match self.locate(&item.id) {
            Err(SaveError::Gone) => self.path_of_new(&item.id)?,
            other => other?,
        };
        let lock = self.lock(&path)?;
        let fits = self.put_in_place(item, &path, &lock)?;
        Ok((path, fits))
    }

    /// True when the file has the text of the batch now; false when somebody else has written it meanwhile.
    fn put_in_place(&self, item: &BatchItem, path: &Path, lock: &Lock<'_>) -> Result<bool, SaveError> {
        let temporary = beside(path, TEMPORARY);
        let now = self.held_at(path)?;
        let is = |text: Option<&str>| now.as_deref() == text.map(str::as_bytes);
        if is(Some(&item.after)) {
            let _ = self.files.remove(&temporary);
            return Ok(true);
        }
        if is(item.before.as_deref()) {
            let staged = self.files.read(&temporary, MAX_FILE).is_ok_and(|staged| staged == item.after.as_bytes());
            if staged {
                let renamed = self.files.rename(&temporary, path);
                return renamed.map(|()| true).map_err(|cause| SaveError::Io { path: path.to_owned(), cause });
            }
            let like = if item.before.is_some() { path.to_owned() } else { self.measures() };
            let replaced = self.replace(path, &item.after, item.before.as_deref(), &like, lock)?;
            return Ok(matches!(replaced, Replaced::Done(_)));
        }
        let _ = self.files.remove(&temporary);
        if let (Some(before), Some(now)) = (&item.before, now.and_then(|now| String::from_utf8(now).ok()))
            && let Some(both) = together(before, &item.after, &now)
        {
            self.replace(path, &both, Some(&now), path, lock)?;
        }
        Ok(false)
    }

    fn put_side_file(&self, side_file: &SideFile) -> Result<(), BatchError> {
        let failed = |path: &Path, cause| BatchError::Io { path: path.to_owned(), cause };
        let path = dot_lotse::place_for(&*self.files, &self.folder, MEMORIES, &memory_file(&side_file.name))
            .map_err(|cause| failed(&dot_lotse::path(&self.folder, MEMORIES), cause))?;
        put_file(&*self.files, &path, side_file.text.as_bytes(), &self.measures()).map_err(|cause| failed(&path, cause))
    }

    /// The history names whoever carries it out: a log cannot write in the name of others.
    fn record_batch(&self, log: &BatchLog) -> Result<(), RecordError> {
        let worker = self.worker();
        let own = log.by.as_str() == Text::line(&self.author.name).as_str();
        let title = if own { log.title.to_string() } else { format!("{} (begun by {})", log.title, log.by) };
        let record = |item| of_item(item, &self.author, &worker);
        self.history.record_all(&log.items.iter().map(record).collect::<Vec<_>>(), &title)
    }
}

fn of_item<'a>(item: &'a BatchItem, author: &'a Author, worker: &'a ProcessIdentity) -> HistoryRecord<'a> {
    let act = if item.before.is_some() { &Act::Change } else { &Act::Create };
    HistoryRecord { act, id: &item.id, author, worker, before: item.before.as_deref(), after: &item.after }
}

/// What the batch changes, on a file that somebody has changed meanwhile; fields that both have changed stay theirs.
fn together(before: &str, after: &str, now: &str) -> Option<String> {
    let mut changes = Values::read(before).ok()?.changes_to(&Values::read(after).ok()?);
    match merge(before, &changes, now).ok()? {
        Merged::Clean { text, .. } => Some(text),
        Merged::Clashes(clashes) => {
            changes.retain(|change| !clashes.iter().any(|clash| clash.field == change.field));
            match merge(before, &changes, now).ok()? {
                Merged::Clean { text, .. } => Some(text),
                Merged::Clashes(_) => None,
            }
        }
    }
}

/// By the cause that the system would name, so that it is told in the user's language.
fn unfinished(error: SaveError, log_path: &Path) -> BatchError {
    let cause = match error {
        SaveError::Io { path, cause } => return BatchError::Unfinished { path, cause },
        SaveError::Outside => LeadsOutside.into(),
        SaveError::Held(_) => io::ErrorKind::ResourceBusy.into(),
        SaveError::Gone => io::ErrorKind::NotFound.into(),
        SaveError::Exists => io::ErrorKind::AlreadyExists.into(),
        SaveError::Clashes { .. } | SaveError::Faulty { .. } | SaveError::Text(_) => io::ErrorKind::InvalidData.into(),
    };
    BatchError::Unfinished { path: log_path.to_owned(), cause }
}
