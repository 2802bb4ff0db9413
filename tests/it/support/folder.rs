//! A catalogue folder in the hands of a coordinator, and the screen on it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use lotse::{
    catalogue::{Catalogue, Id, Source},
    config::Settings,
    locale::{Lang, Texts},
    search::{IndexHealth, Snapshot},
    store::{Draft, Drafts, ProcessIdentity},
    tui::TestApp,
};
use tempfile::TempDir;

use super::{
    TODAY,
    files::{copy, temporary_folder},
    screen::{indexed, settings, shipped},
};

/// Whose entries most tests are about.
pub(crate) const ME: &str = "koordination-frauen";
/// No process has this number.
const ENDED: u32 = u32::MAX - 7;

/// A catalogue folder and a place for drafts.
pub(crate) struct Folder {
    pub root: TempDir,
    shipped: bool,
}

impl Folder {
    /// The shipped catalogue as a folder of its own.
    pub(crate) fn shipped() -> Self {
        let folder = Self { root: temporary_folder(), shipped: true };
        copy(Path::new("catalogue"), &folder.path());
        folder
    }

    /// The vocabulary of the shipped catalogue with these entries.
    pub(crate) fn with(entries: &[(&str, &str)]) -> Self {
        let folder = Self { root: temporary_folder(), shipped: false };
        fs::create_dir_all(folder.path().join("measures")).unwrap();
        for part in ["catalogue.toml", "coordinators.toml", "providers.toml"] {
            fs::copy(Path::new("catalogue").join(part), folder.path().join(part)).unwrap();
        }
        copy(Path::new("catalogue/vocabulary"), &folder.path().join("vocabulary"));
        entries.iter().for_each(|(id, text)| folder.write(id, text));
        folder
    }

    pub(crate) fn path(&self) -> PathBuf {
        fs::canonicalize(self.root.path()).unwrap().join("catalogue")
    }

    pub(crate) fn entry(&self, id: &str) -> PathBuf {
        self.path().join(format!("measures/{id}.toml"))
    }

    pub(crate) fn text(&self, id: &str) -> String {
        fs::read_to_string(self.entry(id)).unwrap()
    }

    pub(crate) fn write(&self, id: &str, text: &str) {
        fs::write(self.entry(id), text).unwrap();
    }

    /// Replaces a part of an entry, as somebody else does.
    pub(crate) fn replace(&self, id: &str, from: &str, to: &str) {
        let text = self.text(id);
        assert!(text.contains(from), "{from:?} is not in\n{text}");
        self.write(id, &text.replacen(from, to, 1));
    }

    /// Every entry with its bytes.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.path().join("measures")).unwrap().map(|entry| entry.unwrap());
        let files = entries.filter(|entry| entry.file_name().to_string_lossy().ends_with(".toml"));
        files.map(|entry| (entry.file_name().to_string_lossy().into(), fs::read(entry.path()).unwrap())).collect()
    }

    /// The index of what lies in the files now.
    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        let loaded = self.loaded();
        indexed(&loaded.register, &loaded.measures)
    }

    /// What the manager would say of the files now.
    pub(crate) fn health(&self) -> IndexHealth {
        let faults = self.loaded().diagnostics.into_iter();
        let errors = faults.filter(|fault| fault.severity() == lotse::catalogue::Severity::Error).collect::<Vec<_>>();
        IndexHealth { files_out: errors.len(), errors, ..IndexHealth::default() }
    }

    fn loaded(&self) -> Catalogue {
        Catalogue::load(&Source::folder(&self.path()).unwrap(), TODAY).unwrap()
    }

    /// A draft that a killed process has left.
    pub(crate) fn leave_draft(&self, id: Option<&str>, base: &str, typed: &[(&str, &str)]) {
        // Later than those that lie there: drafts of one moment come in the order of their folder, which is anybody's.
        let since = format!("2026-11-20T09:{:02}:00Z", self.drafts()).parse().unwrap();
        let worker = ProcessIdentity { process: ENDED, ..ProcessIdentity::this("K", since) };
        let typed = typed.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect();
        let id = id.and_then(Id::parse);
        let draft = Draft { catalogue: self.path(), id, base: base.to_owned(), typed, worker };
        Drafts::new(&self.state().join("drafts")).keep(&draft).unwrap();
    }

    /// Drafts that lie there now.
    pub(crate) fn drafts(&self) -> usize {
        let names = fs::read_dir(self.state().join("drafts")).into_iter().flatten().flatten();
        names.filter(|entry| entry.path().extension().is_some_and(|ext| ext == "json")).count()
    }

    pub(crate) fn state(&self) -> PathBuf {
        self.root.path().join("state")
    }

    /// The screen of a coordinator on it.
    pub(crate) fn screen(&self, columns: u16, rows: u16) -> TestApp {
        self.screen_of(ME, Lang::De, columns, rows)
    }

    pub(crate) fn screen_of(&self, me: &str, lang: Lang, columns: u16, rows: u16) -> TestApp {
        self.open(settings(&format!("[user]\ncoordinator = \"{me}\"")), lang, columns, rows)
    }

    pub(crate) fn open(&self, settings: Settings, lang: Lang, columns: u16, rows: u16) -> TestApp {
        let snapshot = if self.shipped { shipped() } else { self.snapshot() };
        let mut screen = TestApp::open(Some(snapshot), settings, (columns, rows), lang, TODAY);
        screen.keep(&self.path(), &self.state());
        screen
    }
}

/// The label of a field.
pub(crate) fn label(field: &str, lang: Lang) -> String {
    let field = lotse::catalogue::Field::named(field).unwrap_or_else(|| panic!("no field {field}"));
    Texts::new(lang).get(&field.text_key()).into_owned()
}
