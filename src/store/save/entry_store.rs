//! The entries of a catalogue folder as files: where they lie, how they are locked, read and replaced.

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
    super::{
        files::{TEMPORARY, beside},
        history::HistoryRecord,
    },
    lock::{Lock, NoLock, sweep},
};
use crate::{
    catalogue::{EditError, Id, MAX_FILE, MEASURES, schema},
    store::{Act, Author, Disk, Files, History, ProcessIdentity, RecordError, SaveError, TrustStore},
};

/// How long a save waits for somebody else's.
const LOCK_TIMEOUT: Duration = Duration::from_secs(3);

/// Longest file that is read, in bytes. It is longer than an entry may be, so that the check can say so.
const LONGEST: u64 = 8 * MAX_FILE;

/// The entries of a catalogue folder, and whoever keeps them.
pub struct EntryStore {
    pub(in crate::store) folder: PathBuf,
    pub(in crate::store) author: Author,
    pub(in crate::store) history: History,
    pub(in crate::store) files: Arc<dyn Files>,
    now: fn() -> Timestamp,
    pub(in crate::store) timeout: Duration,
    /// True once this process has tidied up after others.
    swept: AtomicBool,
}

/// What became of the attempt to put a text in the place of a file.
pub(in crate::store) enum Replaced {
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
            timeout: LOCK_TIMEOUT,
            swept: AtomicBool::new(false),
        }
    }

    /// A store on other files than those of the system, with another clock and a journal: for tests.
    pub fn on(files: Arc<dyn Files>, folder: &Path, author: Author, now: fn() -> Timestamp) -> Self {
        let history = History::journal(folder, files.clone());
        Self {
            folder: folder.to_owned(),
            author,
            history,
            files,
            now,
            timeout: Duration::ZERO,
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

    /// The text of a new entry: it names its schema to editors where the catalogue has one.
    pub(in crate::store) fn text_of_new(&self, text: &str) -> String {
        let has_schema = self.files.resolve(&schema::of_entries(&self.folder)).is_ok();
        if has_schema { schema::naming_its_schema(text) } else { text.to_owned() }
    }

    /// A file that is made read-only is meant to stay as it is, although its folder would let it be replaced.
    pub(in crate::store) fn may_write(&self, path: &Path) -> Result<(), SaveError> {
        self.files.sync(path).map_err(|cause| match cause.kind() {
            io::ErrorKind::NotFound => SaveError::Gone,
            _ => SaveError::Io { path: path.to_owned(), cause },
        })
    }

    /// Where an entry's file lies once links are followed: a save replaces what they lead to, not the link.
    pub(in crate::store) fn locate(&self, id: &Id) -> Result<PathBuf, SaveError> {
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
    pub(in crate::store) fn path_of_new(&self, id: &Id) -> Result<PathBuf, SaveError> {
        let resolved =
            |path: &Path| self.files.resolve(path).map_err(|cause| SaveError::Io { path: path.to_owned(), cause });
        let inside = resolved(&self.measures())?.starts_with(resolved(&self.folder)?);
        if inside { Ok(self.path(id)) } else { Err(SaveError::Outside) }
    }

    pub(in crate::store) fn measures(&self) -> PathBuf {
        self.folder.join(MEASURES)
    }

    pub(super) fn path(&self, id: &Id) -> PathBuf {
        self.measures().join(format!("{id}.toml"))
    }

    /// What lies where a new file is to go. What cannot be read is not nothing.
    pub(in crate::store) fn held_at(&self, path: &Path) -> Result<Option<Vec<u8>>, SaveError> {
        match self.files.read(path, LONGEST) {
            Ok(held) => Ok(Some(held)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(SaveError::Io { path: path.to_owned(), cause }),
        }
    }

    pub(in crate::store) fn lock(&self, path: &Path) -> Result<Lock<'_>, SaveError> {
        let worker = self.worker();
        let lock = Lock::take(&*self.files, path, &worker, self.timeout).map_err(|reason| match reason {
            NoLock::Held(holder) => SaveError::Held(holder),
            NoLock::Io(cause) => SaveError::Io { path: path.to_owned(), cause },
        })?;
        // Listing a large folder takes longer than a save: once for each process is enough.
        if !self.swept.swap(true, Ordering::Relaxed) {
            sweep(&*self.files, path, &worker);
        }
        Ok(lock)
    }

    pub(in crate::store) fn worker(&self) -> ProcessIdentity {
        ProcessIdentity::this(&self.author.name, (self.now)())
    }

    pub(super) fn read(&self, path: &Path) -> Result<String, SaveError> {
        let bytes = self.files.read(path, LONGEST).map_err(|cause| match cause.kind() {
            io::ErrorKind::NotFound => SaveError::Gone,
            _ => SaveError::Io { path: path.to_owned(), cause },
        })?;
        String::from_utf8(bytes).map_err(|_| SaveError::Text(EditError::Syntax("UTF-8".to_owned())))
    }

    /// Puts a text in the place of a file that is still as it was `before`: first beside it, on the disk, then in one
    /// step. From the rename on it counts.
    pub(in crate::store) fn replace(
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

    pub(super) fn sync_folder(&self, of: &Path) -> io::Result<()> {
        self.files.sync_folder(of.parent().unwrap_or(&self.folder))
    }

    pub(super) fn record(&self, act: &Act, id: &Id, before: Option<&str>, after: &str) -> Option<RecordError> {
        let record = HistoryRecord { act, id, author: &self.author, worker: &self.worker(), before, after };
        self.history.record(&record).err()
    }
}
