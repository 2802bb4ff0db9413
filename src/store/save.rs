//! Saving an entry: the old or the new file, whole, whatever happens; and nobody's change lost.
//!
//! ```text
//! lock ─▶ read again, merge ─▶ check ─▶ temporary file ─▶ sync ─▶ rename ─▶ sync of the folder ─▶ history ─▶ unlock
//! ```

use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use jiff::Timestamp;

use super::{
    author::Author,
    disk::Disk,
    files::Files,
    history::{Act, History, HistoryRecord, RecordError},
    lock::{Lock, NoLock, PROBE, TEMPORARY, beside, sweep},
    merge::{Merged, merge},
    outcome::{CheckContext, EntryEdit, SaveError, Saved},
    process::ProcessIdentity,
    trust::TrustStore,
};
use crate::catalogue::{
    Change, Code, Diagnostic, EditError, Field, Id, MAX_FILE, Severity, Value, Values, changed, is_no_worse,
    read_measure, schema,
};

/// How long a save waits for somebody else's.
const PATIENCE: Duration = Duration::from_secs(3);

/// Longest file that is read, in bytes. It is longer than an entry may be, so that the check can say so.
const LONGEST: u64 = 8 * MAX_FILE;

/// How often a save begins anew because somebody else has changed the file without a lock.
const TRIES: usize = 5;

/// The entries of a catalogue folder, and whoever keeps them.
pub struct EntryStore {
    pub(super) folder: PathBuf,
    pub(super) author: Author,
    pub(super) history: History,
    pub(super) files: Arc<dyn Files>,
    now: fn() -> Timestamp,
    pub(super) patience: Duration,
    /// True once this process has tidied up after others.
    swept: AtomicBool,
}

/// What became of the attempt to put a text in the place of a file.
pub(super) enum Replaced {
    /// It is there; what the disk says when it cannot promise to keep it.
    Done(Option<io::Error>),
    /// The file is another one than before, and stays.
    Overtaken,
}

impl EntryStore {
    /// The entries in the catalogue folder `folder`, kept by `author`. Git works for them where `trust` says that the user
    /// trusts the folder.
    pub fn new(folder: &Path, author: Author, trust: &TrustStore) -> Self {
        let files: Arc<dyn Files> = Arc::new(Disk::within(folder));
        let history = History::of(folder, files.clone(), trust);
        Self {
            folder: folder.to_owned(),
            author,
            history,
            files,
            now: Timestamp::now,
            patience: PATIENCE,
            swept: AtomicBool::new(false),
        }
    }

    /// An store on other files than those of the system, with another clock and a journal: for tests.
    pub fn on(files: Arc<dyn Files>, folder: &Path, author: Author, now: fn() -> Timestamp) -> Self {
        let history = History::journal(folder, files.clone());
        Self {
            folder: folder.to_owned(),
            author,
            history,
            files,
            now,
            patience: Duration::ZERO,
            swept: AtomicBool::new(false),
        }
    }

    /// Who keeps the entries.
    pub fn author(&self) -> &Author {
        &self.author
    }

    /// What has happened to the entries.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The text of an entry's file as it is now.
    ///
    /// # Errors
    /// When the file is gone, lies outside or cannot be read.
    pub fn open(&self, id: &Id) -> Result<String, SaveError> {
        self.read(&self.locate(id)?)
    }

    /// Saves a change of an entry, together with what others have changed meanwhile.
    ///
    /// # Errors
    /// When it cannot be saved; then everything is as it was.
    pub fn save(&self, edit: &EntryEdit, rules: CheckContext<'_>) -> Result<Saved, SaveError> {
        self.finish(rules);
        self.put(
            &edit.id,
            &edit.act,
            |text| check(&edit.id, text, rules),
            |now| together(&edit.base, &edit.changes, now),
        )
    }

    /// Saves the text of an entry that was changed as a whole, in an editor. When somebody else has changed the file
    /// meanwhile, the two are brought together by their fields, and comments stay where only one of them wrote some.
    ///
    /// # Errors
    /// When it cannot be saved; then everything is as it was.
    pub fn save_text(&self, id: &Id, base: &str, text: &str, rules: CheckContext<'_>) -> Result<Saved, SaveError> {
        self.finish(rules);
        self.put(
            id,
            &Act::Change,
            |text| check(id, text, rules),
            |now| {
                if now == base {
                    return Ok((text.to_owned(), Vec::new()));
                }
                let before = Values::read(base)?;
                let (mine, theirs) = (before.changes_to(&Values::read(text)?), before.changes_to(&Values::read(now)?));
                let merged = together(base, &mine, now)?;
                let only_fields = |changes: &[Change], to: &str| changed(base, changes).is_ok_and(|after| after == to);
                if only_fields(&mine, text) {
                    return Ok(merged);
                }
                if only_fields(&theirs, now) {
                    let rest = Values::read(text)?.changes_to(&Values::read(&merged.0)?);
                    return Ok((changed(text, &rest)?, merged.1));
                }
                Err(SaveError::Clashes { now: now.to_owned(), clashes: Vec::new() })
            },
        )
    }

    /// Saves the text of an entry in which single slips were mended. It may still have errors, but none that `base`
    /// does not have. Whoever has changed the file meanwhile goes first: then nothing is saved.
    ///
    /// # Errors
    /// When it cannot be saved; then everything is as it was.
    pub fn repair(&self, id: &Id, base: &str, text: &str, rules: CheckContext<'_>) -> Result<Saved, SaveError> {
        let file = path_in_catalogue(id);
        let no_worse = |text: &str| match is_no_worse(&file, base, text, rules.register, rules.today) {
            true => Ok(()),
            false => Err(SaveError::Faulty { text: text.to_owned(), faults: faults(id, text, rules) }),
        };
        self.finish(rules);
        self.put(id, &Act::Change, no_worse, |now| match now == base {
            true => Ok((text.to_owned(), Vec::new())),
            false => Err(SaveError::Clashes { now: now.to_owned(), clashes: Vec::new() }),
        })
    }

    /// Puts what `change` makes of the text of the file in its place, if `allow` agrees.
    fn put(
        &self,
        id: &Id,
        act: &Act,
        allow: impl Fn(&str) -> Result<(), SaveError>,
        change: impl Fn(&str) -> Result<(String, Vec<&'static Field>), SaveError>,
    ) -> Result<Saved, SaveError> {
        let path = self.locate(id)?;
        self.may_write(&path)?;
        let lock = self.lock(&path)?;
        for _ in 0..TRIES {
            let now = self.read(&path)?;
            let (text, theirs) = change(&now)?;
            allow(&text)?;
            if text == now {
                return Ok(Saved { text, theirs, changed: false, uncertain: None, unrecorded: None });
            }
            if let Replaced::Done(uncertain) = self.replace(&path, &text, Some(&now), &path, &lock)? {
                let unrecorded = self.record(act, id, Some(&now), &text);
                return Ok(Saved { text, theirs, changed: true, uncertain, unrecorded });
            }
        }
        Err(SaveError::Held(None))
    }

    /// Saves a new entry of which `text` is the whole file.
    ///
    /// # Errors
    /// When there is one of this id already, or it cannot be saved.
    pub fn create(&self, id: &Id, text: &str, rules: CheckContext<'_>) -> Result<Saved, SaveError> {
        let text = &self.text_of_new(text);
        check(id, text, rules)?;
        self.finish(rules);
        let path = self.path_of_new(id)?;
        let lock = self.lock(&path)?;
        if self.held_at(&path)?.is_some() {
            return Err(SaveError::Exists);
        }
        let Replaced::Done(uncertain) = self.replace(&path, text, None, &self.measures(), &lock)? else {
            return Err(SaveError::Exists);
        };
        let unrecorded = self.record(&Act::Create, id, None, text);
        Ok(Saved { text: text.to_owned(), theirs: Vec::new(), changed: true, uncertain, unrecorded })
    }

    /// The text of a new entry: it names its schema to editors where the catalogue has one.
    pub(super) fn text_of_new(&self, text: &str) -> String {
        let has_schema = self.files.resolve(&schema::of_entries(&self.folder)).is_ok();
        if has_schema { schema::naming_its_schema(text) } else { text.to_owned() }
    }

    /// Gives an entry another id: its file gets another name. First there are both, then only the new one; when that
    /// was interrupted, the next attempt ends it. Of a link only the link goes, not what it leads to.
    ///
    /// # Errors
    /// When there is an entry of the new id already, or it cannot be saved.
    pub fn rename(&self, id: &Id, new: &Id, rules: CheckContext<'_>) -> Result<Saved, SaveError> {
        self.finish(rules);
        let (from, old, to) = (self.locate(id)?, self.path(id), self.path_of_new(new)?);
        let old_lock = self.lock(&from)?;
        let new_lock = self.lock(&to)?;
        let (before, there) = (self.read(&from)?, self.held_at(&to)?);
        let id_field = Field::named("id").into_iter().map(|field| Change { field, value: Value::text(new) });
        let text = changed(&before, &id_field.collect::<Vec<_>>())?;
        if there.as_ref().is_some_and(|there| there != text.as_bytes()) {
            return Err(SaveError::Exists);
        }
        check(new, &text, rules)?;
        if there.is_none()
            && let Replaced::Overtaken = self.replace(&to, &text, None, &from, &new_lock)?
        {
            return Err(SaveError::Exists);
        }
        if self.held_at(&from)?.is_none_or(|held| held != before.as_bytes()) {
            // Somebody who knows no locks has changed it in this moment.
            let _ = self.files.remove(&to);
            return Err(SaveError::Held(None));
        }
        self.files.remove(&old).map_err(|cause| SaveError::Io { path: old.clone(), cause })?;
        let uncertain = self.sync_folder(&old).err();
        let unrecorded = self.record(&Act::Rename { from: id.clone() }, new, Some(&before), &text);
        drop(old_lock);
        Ok(Saved { text, theirs: Vec::new(), changed: true, uncertain, unrecorded })
    }

    /// Says whether entries can be saved here at all, before somebody types for an hour: writes a file and takes it away.
    ///
    /// # Errors
    /// What is in the way.
    pub fn try_writing(&self, id: Option<&Id>) -> Result<(), SaveError> {
        let path = match id {
            Some(id) => self.locate(id)?,
            None => self.measures().join("neu.toml"),
        };
        if id.is_some() {
            self.may_write(&path)?;
        }
        let probe = beside(&path, &format!("{PROBE}{}", std::process::id()));
        let written = self.files.write_new(&probe, b"", &self.measures());
        let removed = self.files.remove(&probe);
        written.and(removed).map_err(|cause| SaveError::Io { path: self.measures(), cause })
    }

    /// A file that is made read-only is meant to stay as it is, although its folder would let it be replaced.
    pub(super) fn may_write(&self, path: &Path) -> Result<(), SaveError> {
        self.files.sync(path).map_err(|cause| match cause.kind() {
            io::ErrorKind::NotFound => SaveError::Gone,
            _ => SaveError::Io { path: path.to_owned(), cause },
        })
    }

    /// Where an entry's file lies once links are followed: a save replaces what they lead to, not the link.
    pub(super) fn locate(&self, id: &Id) -> Result<PathBuf, SaveError> {
        let path = self.path(id);
        let failed = |cause: io::Error| match cause.kind() {
            io::ErrorKind::NotFound => SaveError::Gone,
            _ => SaveError::Io { path: path.clone(), cause },
        };
        let real = self.files.resolve(&path).map_err(failed)?;
        let root = self.files.resolve(&self.folder).map_err(failed)?;
        if real.starts_with(root) { Ok(real) } else { Err(SaveError::Outside) }
    }

    /// Where the file of a new entry goes: into the catalogue, not through a link out of it.
    pub(super) fn path_of_new(&self, id: &Id) -> Result<PathBuf, SaveError> {
        let resolved =
            |path: &Path| self.files.resolve(path).map_err(|cause| SaveError::Io { path: path.to_owned(), cause });
        let inside = resolved(&self.measures())?.starts_with(resolved(&self.folder)?);
        if inside { Ok(self.path(id)) } else { Err(SaveError::Outside) }
    }

    pub(super) fn measures(&self) -> PathBuf {
        self.folder.join("measures")
    }

    fn path(&self, id: &Id) -> PathBuf {
        self.measures().join(format!("{id}.toml"))
    }

    /// What lies where a new file is to go. What cannot be read is not nothing.
    pub(super) fn held_at(&self, path: &Path) -> Result<Option<Vec<u8>>, SaveError> {
        match self.files.read(path, LONGEST) {
            Ok(held) => Ok(Some(held)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(SaveError::Io { path: path.to_owned(), cause }),
        }
    }

    pub(super) fn lock(&self, path: &Path) -> Result<Lock<'_>, SaveError> {
        let worker = self.worker();
        let lock = Lock::take(&*self.files, path, &worker, self.patience).map_err(|reason| match reason {
            NoLock::Held(holder) => SaveError::Held(holder),
            NoLock::Io(cause) => SaveError::Io { path: path.to_owned(), cause },
        })?;
        // Listing a large folder takes longer than a save: once for each process is enough.
        if !self.swept.swap(true, Ordering::Relaxed) {
            sweep(&*self.files, path, &worker);
        }
        Ok(lock)
    }

    pub(super) fn worker(&self) -> ProcessIdentity {
        ProcessIdentity::this(&self.author.name, (self.now)())
    }

    fn read(&self, path: &Path) -> Result<String, SaveError> {
        let bytes = self.files.read(path, LONGEST).map_err(|cause| match cause.kind() {
            io::ErrorKind::NotFound => SaveError::Gone,
            _ => SaveError::Io { path: path.to_owned(), cause },
        })?;
        String::from_utf8(bytes).map_err(|_| SaveError::Text(EditError::Syntax("UTF-8".to_owned())))
    }

    /// Puts a text in the place of a file that is still as it was `before`: first beside it, on the disk, then in one
    /// step. From the rename on it counts.
    pub(super) fn replace(
        &self,
        path: &Path,
        text: &str,
        before: Option<&str>,
        like: &Path,
        lock: &Lock<'_>,
    ) -> Result<Replaced, SaveError> {
        let temporary = beside(path, TEMPORARY);
        // Whoever has taken the lock away has taken the temporary file away as well.
        let failed = |path: &Path, cause| match lock.is_held() {
            true => SaveError::Io { path: path.to_owned(), cause },
            false => SaveError::Held(None),
        };
        // Under the lock, what lies there was left behind by a process that was killed.
        let written = self
            .files
            .remove(&temporary)
            .and_then(|()| self.files.write_new(&temporary, text.as_bytes(), like))
            .and_then(|()| self.files.sync(&temporary));
        let renamed = written.map_err(|cause| failed(&temporary, cause)).and_then(|()| {
            if !lock.is_held() {
                return Err(SaveError::Held(None));
            }
            // Writing took its time, and an editor knows no locks.
            if self.held_at(path)?.as_deref() != before.map(str::as_bytes) {
                return Ok(false);
            }
            self.files.rename(&temporary, path).map(|()| true).map_err(|cause| failed(path, cause))
        });
        if !matches!(renamed, Ok(true)) {
            let _ = self.files.remove(&temporary);
        }
        Ok(if renamed? { Replaced::Done(self.sync_folder(path).err()) } else { Replaced::Overtaken })
    }

    fn sync_folder(&self, of: &Path) -> io::Result<()> {
        self.files.sync_folder(of.parent().unwrap_or(&self.folder))
    }

    fn record(&self, act: &Act, id: &Id, before: Option<&str>, after: &str) -> Option<RecordError> {
        let record = HistoryRecord { act, id, author: &self.author, worker: &self.worker(), before, after };
        self.history.record(&record).err()
    }
}

/// One's own changes and what others have changed meanwhile.
fn together(base: &str, changes: &[Change], now: &str) -> Result<(String, Vec<&'static Field>), SaveError> {
    match merge(base, changes, now)? {
        Merged::Clean { text, theirs } => Ok((text, theirs)),
        Merged::Clashes(clashes) => Err(SaveError::Clashes { now: now.to_owned(), clashes }),
    }
}

/// Refuses what `lotse check` would call an error.
pub(super) fn check(id: &Id, text: &str, rules: CheckContext<'_>) -> Result<(), SaveError> {
    let faults = faults(id, text, rules);
    let sound = faults.iter().all(|fault| fault.severity() != Severity::Error);
    if sound { Ok(()) } else { Err(SaveError::Faulty { text: text.to_owned(), faults }) }
}

fn path_in_catalogue(id: &Id) -> Arc<str> {
    format!("measures/{id}.toml").into()
}

fn faults(id: &Id, text: &str, rules: CheckContext<'_>) -> Vec<Diagnostic<Code>> {
    let file = path_in_catalogue(id);
    match Diagnostic::too_large(&file, text.len() as u64) {
        Some(fault) => vec![fault],
        None => {
            read_measure(&file, text.strip_prefix('\u{feff}').unwrap_or(text), rules.register, rules.today).diagnostics
        }
    }
}
