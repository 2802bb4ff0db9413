//! Watches the files of a catalogue, for the screen and for `lotse index --watch`: by events of the system where it sends
//! some, else by looking now and then.
//!
//! ```text
//! system ─▶ what was seen ─gathered─▶ Change ─▶ whoever keeps the index
//! ```
//!
//! With events nothing wakes up while nothing happens.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use notify::{
    EventKind, RecommendedWatcher, RecursiveMode, Watcher as _,
    event::{AccessKind, AccessMode, ModifyKind},
};

use crate::config::WatchMode;

/// Where no events come, files are looked at so often.
const POLL_INTERVAL: Duration = Duration::from_secs(5);
/// A look is followed by so many times its own length without one.
const REST_FACTOR: u32 = 50;
/// Saving one file makes several events, and a colleague's update of many files a shower of them.
const DEBOUNCE: Duration = Duration::from_millis(200);
/// From more files on a look at all of them is as good.
const MANY: usize = 50;

/// The folders of a catalogue that hold files.
const FOLDERS: [&str; 3] = ["", "measures", "vocabulary"];
const MEASURES: &str = "measures";

/// What may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileChange {
    /// These entries: paths inside the catalogue.
    Entries(Vec<Arc<str>>),
    /// Anything: all files have to be looked at.
    Anything,
}

/// Watches the catalogue in `folder` and calls `on_change` with what happens there, until that answers false: nobody
/// wants to know any more. The watch is in place when this returns.
pub fn start(
    folder: PathBuf,
    manner: WatchMode,
    pace: Arc<Pace>,
    on_change: impl FnMut(FileChange) -> bool + Send + 'static,
) {
    if manner == WatchMode::Off {
        return;
    }
    let (sender, seen) = channel();
    let mut watching = Watching { folder, manner, on_change, pace, sender, seen, events: None };
    watching.open();
    thread::spawn(move || while watching.run_once() {});
}

/// When the manager may be asked for a look again: it shall rest most of the time, however slow the drive.
#[derive(Default)]
pub struct Pace(Mutex<Rest>);

#[derive(Default)]
struct Rest {
    busy: bool,
    until: Option<Instant>,
}

impl Pace {
    /// The manager begins with something.
    pub fn begin(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).busy = true;
    }

    /// It has ended; a look at all files `took` so long.
    pub fn end(&self, took: Option<Duration>) {
        let mut rest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        rest.busy = false;
        if let Some(took) = took {
            rest.until = Instant::now().checked_add(took.saturating_mul(REST_FACTOR));
        }
    }

    fn is_due(&self) -> bool {
        let rest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        !rest.busy && rest.until.is_none_or(|until| Instant::now() >= until)
    }
}

/// What the watch thread owns.
struct Watching<T> {
    folder: PathBuf,
    manner: WatchMode,
    on_change: T,
    pace: Arc<Pace>,
    /// For the system's events.
    sender: Sender<EventEffect>,
    seen: Receiver<EventEffect>,
    /// `None` when no events come: then we look now and then.
    events: Option<RecommendedWatcher>,
}

/// What an event of the system means for the catalogue.
#[derive(Debug, PartialEq, Eq)]
enum EventEffect {
    /// An entry was written, came or went: its path inside the catalogue.
    Entry(Arc<str>),
    /// Something else of the catalogue, or more than was told.
    Other,
    /// One of the folders came or went, or the system cannot tell any more.
    Lost,
}

/// What was seen within a moment.
#[derive(Default)]
struct Gathered {
    entries: BTreeSet<Arc<str>>,
    all: bool,
    lost: bool,
}

impl<T: FnMut(FileChange) -> bool> Watching<T> {
    /// Waits until something happens and passes it on; false when nobody wants to know.
    fn run_once(&mut self) -> bool {
        let seen = match &self.events {
            Some(_) => self.seen.recv().map_err(|_| RecvTimeoutError::Disconnected),
            None => self.seen.recv_timeout(POLL_INTERVAL),
        };
        let change = match seen {
            Ok(seen) => self.gather(seen).change(),
            Err(RecvTimeoutError::Timeout) => (self.open() || self.pace.is_due()).then_some(FileChange::Anything),
            Err(RecvTimeoutError::Disconnected) => return false,
        };
        change.is_none_or(&mut self.on_change)
    }

    /// Takes what else happens within a moment.
    fn gather(&mut self, first: EventEffect) -> Gathered {
        let until = Instant::now() + DEBOUNCE;
        let mut gathered = Gathered::default();
        gathered.add(first);
        while let Ok(seen) = self.seen.recv_timeout(until.saturating_duration_since(Instant::now())) {
            gathered.add(seen);
        }
        if gathered.lost {
            self.events = None;
            self.open();
        }
        gathered
    }

    /// Asks for events, where that works; true when they come from now on.
    fn open(&mut self) -> bool {
        let local = self.manner == WatchMode::Auto && !FOLDERS.iter().any(|name| is_remote(&self.folder.join(name)));
        self.events = local.then(|| self.watch().ok()).flatten();
        self.events.is_some()
    }

    fn watch(&self) -> notify::Result<RecommendedWatcher> {
        let (folder, sender) = (self.folder.clone(), self.sender.clone());
        let mut watcher = notify::recommended_watcher(move |event| {
            for seen in effects(&folder, event) {
                // Nobody watches any more.
                let _ = sender.send(seen);
            }
        })?;
        for name in FOLDERS {
            let folder = if name.is_empty() { self.folder.clone() } else { self.folder.join(name) };
            // One that is not there is told by the folder of the catalogue when it comes.
            if name.is_empty() || folder.is_dir() {
                watcher.watch(&folder, RecursiveMode::NonRecursive)?;
            }
        }
        Ok(watcher)
    }
}

impl Gathered {
    fn add(&mut self, seen: EventEffect) {
        match seen {
            EventEffect::Entry(path) => drop(self.entries.insert(path)),
            EventEffect::Other => self.all = true,
            EventEffect::Lost => self.lost = true,
        }
    }

    fn change(self) -> Option<FileChange> {
        if self.all || self.lost || self.entries.len() > MANY {
            return Some(FileChange::Anything);
        }
        (!self.entries.is_empty()).then(|| FileChange::Entries(self.entries.into_iter().collect()))
    }
}

/// Whether the system has a watch to give for a folder.
pub fn is_watchable(folder: &Path) -> bool {
    let watcher = RecommendedWatcher::new(|_: notify::Result<notify::Event>| {}, notify::Config::default());
    watcher.is_ok_and(|mut watcher| watcher.watch(folder, RecursiveMode::NonRecursive).is_ok())
}

/// What an event says of the catalogue in `root`.
fn effects(root: &Path, event: notify::Result<notify::Event>) -> Vec<EventEffect> {
    let Ok(event) = event else { return vec![EventEffect::Lost] };
    if event.need_rescan() {
        return vec![EventEffect::Other];
    }
    match event.kind {
        // We read ourselves, and so do others.
        EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write) => Vec::new(),
        kind => event.paths.iter().filter_map(|path| of_path(root, path, kind)).collect(),
    }
}

fn of_path(root: &Path, path: &Path, kind: EventKind) -> Option<EventEffect> {
    let inside = path.strip_prefix(root).ok();
    if inside.is_some_and(|inside| FOLDERS.iter().any(|folder| inside == Path::new(folder))) {
        let moved =
            matches!(kind, EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
        return moved.then_some(EventEffect::Lost);
    }
    let Some(name) = path.file_name()?.to_str() else { return Some(EventEffect::Other) };
    if !is_of_catalogue(name) {
        return None;
    }
    let is_entry = inside.and_then(Path::parent).is_some_and(|folder| folder == Path::new(MEASURES));
    Some(if is_entry { EventEffect::Entry(format!("{MEASURES}/{name}").into()) } else { EventEffect::Other })
}

/// Editors and programs that save write hidden files and others of all sorts before they rename.
fn is_of_catalogue(name: &str) -> bool {
    !name.starts_with('.') && name.rsplit_once('.').is_some_and(|(_, suffix)| suffix.eq_ignore_ascii_case("toml"))
}

/// True for file systems on which others write without our system being told.
#[cfg(target_os = "linux")]
pub fn is_remote(folder: &Path) -> bool {
    /// From `linux/magic.h` and the sources of the file systems.
    const REMOTE: [u32; 17] = [
        0x6969,      // NFS
        0x517B,      // SMB
        0xFF53_4D42, // CIFS
        0xFE53_4D42, // SMB2
        0x6573_5546, // FUSE: sshfs, virtiofs and their like
        0x0102_1997, // 9p
        0x5346_414F, // AFS
        0x6B41_4653, // kAFS
        0x7375_7245, // Coda
        0x564C,      // NCP
        0x00C3_6400, // Ceph
        0x0BD0_0BD0, // Lustre
        0x4750_4653, // GPFS
        0x7461_636F, // OCFS2
        0x0116_1970, // GFS2
        0x786F_4256, // folders shared with VirtualBox
        0xBACB_ACBC, // folders shared with VMware
    ];
    #[allow(clippy::unnecessary_cast, reason = "the width differs from system to system")]
    rustix::fs::statfs(folder).is_ok_and(|system| REMOTE.contains(&(system.f_type as u32)))
}

/// A share, also when it has a drive letter: its canonical path says where it comes from.
#[cfg(windows)]
pub fn is_remote(folder: &Path) -> bool {
    use std::path::{Component, Prefix};
    let is_share = |path: &Path| match path.components().next() {
        Some(Component::Prefix(prefix)) => matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)),
        _ => false,
    };
    is_share(folder) || folder.canonicalize().is_ok_and(|path| is_share(&path))
}

/// Not known: whether events come is left to the system.
#[cfg(not(any(target_os = "linux", windows)))]
pub fn is_remote(_folder: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, DataChange, Flag, RemoveKind, RenameMode};

    fn seen(kind: EventKind, paths: &[&str]) -> Vec<EventEffect> {
        let paths = paths.iter().map(|path| Path::new("/k").join(path)).collect();
        effects(Path::new("/k"), Ok(notify::Event { kind, paths, ..notify::Event::default() }))
    }

    const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));
    const RENAMED: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
    const REMOVED: EventKind = EventKind::Remove(RemoveKind::Any);

    fn entry(id: &str) -> EventEffect {
        EventEffect::Entry(format!("measures/{id}.toml").into())
    }

    #[test]
    fn entries_are_told_by_their_paths() {
        assert_eq!(seen(WRITTEN, &["measures/a.toml"]), [entry("a")]);
        assert_eq!(seen(EventKind::Access(AccessKind::Close(AccessMode::Write)), &["measures/a.toml"]), [entry("a")]);
        assert_eq!(seen(RENAMED, &["measures/.a.tmp", "measures/a.toml"]), [entry("a")]);
        assert_eq!(seen(RENAMED, &["measures/a.toml", "measures/b.toml"]), [entry("a"), entry("b")]);
        assert_eq!(seen(REMOVED, &["measures/a.toml"]), [entry("a")]);
    }

    #[test]
    fn what_entries_refer_to_asks_for_a_look() {
        for file in ["catalogue.toml", "coordinators.toml", "vocabulary/goals.toml", "vocabulary/GOALS.TOML"] {
            assert_eq!(seen(WRITTEN, &[file]), [EventEffect::Other], "{file}");
        }
        let overflow = notify::Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(effects(Path::new("/k"), Ok(overflow)), [EventEffect::Other]);
    }

    #[test]
    fn what_is_no_file_of_the_catalogue_is_nothing() {
        for file in ["measures/.a.toml", "measures/a.toml~", "measures/a.toml.lock", "measures/4913", "liesmich.md"] {
            assert_eq!(seen(WRITTEN, &[file]), [], "{file}");
        }
        assert_eq!(seen(EventKind::Access(AccessKind::Open(AccessMode::Any)), &["measures/a.toml"]), []);
        assert_eq!(seen(WRITTEN, &["measures"]), [], "Windows tells it of the folder too");
    }

    #[test]
    fn folders_that_come_or_go_are_watched_anew() {
        for folder in ["", "measures", "vocabulary"] {
            assert_eq!(seen(REMOVED, &[folder]), [EventEffect::Lost], "{folder:?}");
            assert_eq!(seen(EventKind::Create(CreateKind::Folder), &[folder]), [EventEffect::Lost], "{folder:?}");
        }
        assert_eq!(effects(Path::new("/k"), Err(notify::Error::generic("gone"))), [EventEffect::Lost]);
    }

    #[test]
    fn a_few_entries_are_reread_and_for_many_everything_is_looked_at() {
        let change = |count: usize| {
            let mut gathered = Gathered::default();
            (0..count).for_each(|number| gathered.add(entry(&number.to_string())));
            gathered.change()
        };
        assert_eq!(change(0), None);
        assert!(matches!(change(MANY), Some(FileChange::Entries(paths)) if paths.len() == MANY));
        assert_eq!(change(MANY + 1), Some(FileChange::Anything));
    }

    #[test]
    fn after_a_slow_look_there_is_a_long_rest() {
        let pace = Pace::default();
        assert!(pace.is_due());
        pace.begin();
        assert!(!pace.is_due());
        pace.end(None);
        assert!(pace.is_due(), "a reread costs nothing");
        pace.begin();
        pace.end(Some(Duration::from_secs(60)));
        assert!(!pace.is_due());
        pace.end(Some(Duration::ZERO));
        assert!(pace.is_due());
    }
}
