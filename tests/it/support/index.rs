//! A small catalogue with a cache of its own, sessions on it, and what may befall the files of an index.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use lotse::{
    catalogue::{Kind, Record, Source},
    german::Analyser,
    locale::{Lang, Texts},
    search::{IndexEvent, IndexHealth, IndexManager, RefreshOutcome, Request, SearchError, Snapshot},
};

use super::{
    TODAY,
    home::{MEASURE, TestHome},
};

/// A small catalogue with a cache of its own.
pub(crate) struct CachedCatalogue {
    pub home: TestHome,
    pub catalogue: PathBuf,
    pub cache: PathBuf,
}

/// What a start of the program came to.
pub(crate) struct Started {
    /// What was there before the files were looked at.
    pub at_once: bool,
    pub refreshed: RefreshOutcome,
    /// True when the checksums said that the index had to be built anew.
    pub mended: bool,
    pub snapshot: Arc<Snapshot>,
    pub health: IndexHealth,
}

impl CachedCatalogue {
    pub(crate) fn new() -> Self {
        let home = TestHome::new();
        let names = ["eins", "zwei", "drei", "vier", "fuenf"];
        let measures: Vec<_> =
            names.iter().map(|id| (format!("{id}.toml"), measure(id, &format!("Angebot {id}")))).collect();
        let measures: Vec<_> = measures.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
        let catalogue = home.catalogue(&measures).into();
        let cache = home.folder("cache").into();
        Self { home, catalogue, cache }
    }

    pub(crate) fn source(&self) -> Source {
        Source::folder(&self.catalogue).unwrap()
    }

    pub(crate) fn manager(&self) -> IndexManager {
        self.manager_with(Some(&self.cache))
    }

    pub(crate) fn manager_with(&self, cache: Option<&Path>) -> IndexManager {
        IndexManager::new(self.source(), cache, Arc::new(Texts::new(Lang::De)), TODAY)
    }

    pub(crate) fn file(&self, id: &str) -> PathBuf {
        self.catalogue.join(format!("measures/{id}.toml"))
    }

    pub(crate) fn remove(&self, id: &str) {
        fs::remove_file(self.file(id)).unwrap();
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.catalogue.join(name), text).unwrap();
    }

    pub(crate) fn offer(&self, id: &str, title: &str) {
        self.write(&format!("measures/{id}.toml"), &measure(id, title));
    }

    /// Starts as the screen does: what is there, then a look at the files, then one at the checksums.
    pub(crate) fn start(&self) -> Started {
        start(self.manager())
    }

    pub(crate) fn store(&self) -> PathBuf {
        store(&self.cache)
    }
}

pub(crate) fn start(mut manager: IndexManager) -> Started {
    let mut snapshot = manager.open();
    let at_once = snapshot.is_some();
    let mut health = None;
    let mut hear = |news| match news {
        IndexEvent::Snapshot(newer) => snapshot = Some(newer),
        IndexEvent::Current(now) => health = Some(now),
        IndexEvent::Building { .. } => {}
    };
    let refreshed = when_free(|| manager.refresh(&mut hear).unwrap());
    let mended = refreshed == RefreshOutcome::Unchanged && manager.verify().is_err();
    if mended {
        manager.rebuild(&mut hear).unwrap();
    }
    let health = health.expect("the index agrees with the files");
    Started { at_once, refreshed, mended, snapshot: snapshot.unwrap(), health }
}

/// Looks until nobody else writes, as all who hear that somebody does. Even a test that is alone with its catalogue may
/// hear it: a process that another test starts holds each lock of this one until it has become another program.
pub(crate) fn when_free(mut refresh: impl FnMut() -> RefreshOutcome) -> RefreshOutcome {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        match refresh() {
            RefreshOutcome::InUse => assert!(Instant::now() < until, "somebody writes for ever"),
            refreshed => return refreshed,
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// The folder with the generations of the one catalogue.
pub(crate) fn store(cache: &Path) -> PathBuf {
    let mut folders = fs::read_dir(cache.join("index")).unwrap();
    folders.next().unwrap().unwrap().path()
}

/// The generation in use.
pub(crate) fn generation(store: &Path) -> PathBuf {
    store.join(fs::read_to_string(store.join("CURRENT")).unwrap().trim())
}

pub(crate) fn generations(store: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(store).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    found.sort();
    found
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries.filter(|path| path.is_file()).collect();
    found.sort();
    found
}

pub(crate) fn measure(id: &str, title: &str) -> String {
    MEASURE.replace("id = \"m\"", &format!("id = \"{id}\"")).replace("Erstes Angebot", title)
}

/// Ids and titles of all hits, in order.
pub(crate) fn try_found(snapshot: &Snapshot, line: &str) -> Result<Vec<(String, String)>, SearchError> {
    let request = Request { limit: 10_000, facets: true, explain: true, ..Request::new(line, TODAY) };
    let answer = snapshot.answer(&request, &mut Analyser::new())?;
    Ok(answer.hits.iter().map(|hit| (hit.row.id.to_string(), hit.row.title.to_string())).collect())
}

pub(crate) fn found(snapshot: &Snapshot, line: &str) -> Vec<(String, String)> {
    try_found(snapshot, line).unwrap()
}

pub(crate) fn titles(snapshot: &Snapshot, line: &str) -> Vec<String> {
    found(snapshot, line).into_iter().map(|(_, title)| title).collect()
}

/// All that the screen may ask of the small catalogue.
#[derive(Debug, PartialEq)]
pub(crate) struct Everything {
    pub answers: Vec<Vec<(String, String)>>,
    pub records: Vec<Option<Record>>,
    pub counts: [usize; 4],
}

pub(crate) const LINES: [&str; 11] =
    ["", "angebot", "zwei", "zwie", "prüf", "§ 45", "zg:alle drei", "\"angebot vier\"", "team", "-eins", "qqq"];
pub(crate) const RECORDS: [(Kind, &str); 4] = [
    (Kind::Measure, "drei"),
    (Kind::TargetGroup, "alle"),
    (Kind::Coordinator, "team-eins"),
    (Kind::Provider, "traeger"),
];

pub(crate) fn try_everything(snapshot: &Snapshot) -> Result<Everything, SearchError> {
    Ok(Everything {
        answers: LINES.iter().map(|line| try_found(snapshot, line)).collect::<Result<_, _>>()?,
        records: RECORDS.iter().map(|(kind, id)| snapshot.record(*kind, id)).collect::<Result<_, _>>()?,
        counts: Kind::ALL.map(|kind| snapshot.count(kind)),
    })
}

pub(crate) fn everything(snapshot: &Snapshot) -> Everything {
    let everything = try_everything(snapshot).unwrap();
    assert!(everything.records.iter().all(Option::is_some));
    everything
}

/// What may befall a file of the index.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Damage {
    Half,
    Empty,
    Gone,
    /// One bit flipped, so far into the file of a hundred parts.
    Flip(usize),
    Longer,
}

impl Damage {
    pub(crate) fn befall(self, file: &Path) {
        let mut bytes = fs::read(file).unwrap();
        match self {
            Self::Gone => return fs::remove_file(file).unwrap(),
            Self::Half => bytes.truncate(bytes.len() / 2),
            Self::Empty => bytes.clear(),
            Self::Flip(part) => {
                let at = (bytes.len() * part / 100).min(bytes.len().saturating_sub(1));
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << (part % 8);
                }
            }
            Self::Longer => bytes.extend(b"mehr"),
        }
        fs::write(file, bytes).unwrap();
    }
}

/// A session at the screen: opens, refreshes, compares checksums, asks. The screen catches panics of the manager and of
/// the search thread, and has a damaged index built anew; it does not catch those of opening.
pub(crate) fn work(mut manager: IndexManager, expected: &Everything) -> Result<(), String> {
    let mut snapshot = catch_unwind(AssertUnwindSafe(|| manager.open())).map_err(|_| "opening panics")?;
    let mut hear = |news| {
        if let IndexEvent::Snapshot(newer) = news {
            snapshot = Some(newer);
        }
    };
    let refreshed = catch_unwind(AssertUnwindSafe(|| manager.refresh(&mut hear))).map_err(|_| "refreshing panics")?;
    let unchanged = refreshed.map_err(|error| format!("refreshing fails: {error}"))? == RefreshOutcome::Unchanged;
    let verified = catch_unwind(AssertUnwindSafe(|| !unchanged || manager.verify().is_ok()));
    if !verified.map_err(|_| "verifying panics")? {
        manager.rebuild(&mut hear).map_err(|error| format!("building fails: {error}"))?;
    }
    let asked = |snapshot: &Option<Arc<Snapshot>>| {
        let snapshot = snapshot.clone().ok_or("there is no index")?;
        let answers = catch_unwind(AssertUnwindSafe(|| try_everything(&snapshot)));
        Ok::<_, String>(answers.ok().and_then(Result::ok))
    };
    let answers = match asked(&snapshot)? {
        Some(answers) => answers,
        None => {
            let mut hear = |news| {
                if let IndexEvent::Snapshot(newer) = news {
                    snapshot = Some(newer);
                }
            };
            manager.rebuild(&mut hear).map_err(|error| format!("building fails: {error}"))?;
            asked(&snapshot)?.ok_or("no answer from a new index")?
        }
    };
    if answers == *expected { Ok(()) } else { Err("wrong answers".to_owned()) }
}
