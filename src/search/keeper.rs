//! Keeps the index of one catalogue current: opens it, notices changes, rebuilds what is missing or damaged.

use std::{path::Path, sync::Arc};

use jiff::civil::Date;
use tantivy::Index;

use super::{
    SearchError,
    build::{self, Changes},
    snapshot::Snapshot,
    store::{Files, Generation, Store},
};
use crate::{
    catalogue::{Diagnostic, Source},
    locale::Texts,
};

/// News from the keeper.
pub enum News {
    /// An index is being built: `done` of `total` files are in it.
    Building {
        /// Files that are in the index.
        done: usize,
        /// All files.
        total: usize,
    },
    /// There is a newer state to search in; while an index is being built it holds only what is there so far.
    Snapshot(Arc<Snapshot>),
    /// The index agrees with the files again.
    Current(Health),
}

/// What one should know about the catalogue and its index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Health {
    /// Files of which no entry could be made.
    pub files_out: usize,
    /// The first errors of each faulty file.
    pub errors: Vec<Diagnostic>,
    /// Why the index lives in memory, if it does.
    pub in_memory: Option<String>,
}

/// What a refresh did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refreshed {
    /// Nothing had changed.
    Unchanged,
    /// So many files were read again or taken out.
    Updated(usize),
    /// Everything was built anew.
    Rebuilt,
    /// Another process is writing the index.
    InUse,
}

/// Keeps the index of one catalogue current.
pub struct Keeper {
    source: Source,
    store: Option<Store>,
    /// Why there is no store.
    in_memory: Option<String>,
    texts: Arc<Texts>,
    today: Date,
    generation: Option<Generation>,
    snapshot: Option<Arc<Snapshot>>,
}

impl Keeper {
    /// A keeper for `source` with indexes below the folder `cache`, or in memory without one.
    pub fn new(source: Source, cache: Option<&Path>, texts: Arc<Texts>, today: Date) -> Self {
        let store = cache.map(|cache| Store::new(cache, &source));
        Self { source, store, in_memory: None, texts, today, generation: None, snapshot: None }
    }

    /// The state on disk, if there is one that fits. Quick: the files of the catalogue are not looked at.
    pub fn open(&mut self) -> Option<Arc<Snapshot>> {
        let generation = self.store.as_ref()?.current().ok()??;
        self.adopt(generation).ok()
    }

    /// Brings the index up to date. A damaged, missing or foreign one is built anew while the old one serves on; when
    /// no index can be kept on disk, it is kept in memory.
    ///
    /// # Errors
    /// When the catalogue itself cannot be read.
    pub fn refresh(&mut self, news: &mut dyn FnMut(News)) -> Result<Refreshed, SearchError> {
        let Some(generation) = self.generation.clone() else {
            return self.rebuild(news);
        };
        let changes = Changes::find(&self.source, generation.files())?;
        if changes.register {
            return self.rebuild(news);
        }
        if changes.is_empty() {
            if changes.compared {
                // Only a saving of time: a folder that cannot be written is no reason to fail.
                let _ = generation.note_files(&changes.files);
            }
            news(News::Current(self.health(&changes.files)));
            return Ok(Refreshed::Unchanged);
        }
        let count = changes.changed.len() + changes.gone.len();
        match build::apply(&self.source, &generation, changes, self.today) {
            Ok(files) => {
                news(News::Snapshot(self.adopt(generation)?));
                news(News::Current(self.health(&files)));
                Ok(Refreshed::Updated(count))
            }
            Err(SearchError::InUse) => Ok(Refreshed::InUse),
            Err(_) => self.rebuild(news),
        }
    }

    /// Builds everything anew, as a new generation beside the old one.
    ///
    /// # Errors
    /// When the catalogue itself cannot be read.
    pub fn rebuild(&mut self, news: &mut dyn FnMut(News)) -> Result<Refreshed, SearchError> {
        let built = match self.build_on_disk(news) {
            Some(Ok(built)) => built,
            Some(Err(error @ SearchError::Source(_))) => return Err(error),
            Some(Err(error)) => self.build_in_memory(Some(error.to_string()), news)?,
            None => self.build_in_memory(None, news)?,
        };
        let (generation, files) = built;
        news(News::Snapshot(self.adopt(generation)?));
        news(News::Current(self.health(&files)));
        Ok(Refreshed::Rebuilt)
    }

    /// Reads the whole index and compares its checksums. A damaged one would give wrong answers silently.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn verify(&self) -> Result<(), SearchError> {
        // Opened anew, so that the pages read for this do not stay in memory with the index that serves.
        match self.generation.as_ref().and_then(|generation| generation.folder.as_ref()) {
            Some(folder) => verify(&Index::open_in_dir(folder)?),
            None => Ok(()),
        }
    }

    fn build_on_disk(&mut self, news: &mut dyn FnMut(News)) -> Option<Result<(Generation, Files), SearchError>> {
        let store = self.store.clone()?;
        let built = store.begin().map_err(SearchError::from).and_then(|folder| {
            let built = self.build(Some(folder.clone()), news).and_then(|(generation, files)| {
                verify(&generation.index)?;
                store.switch_to(&generation)?;
                Ok((generation, files))
            });
            if built.is_err() {
                let _ = std::fs::remove_dir_all(folder);
            }
            built
        });
        if built.is_ok() {
            self.in_memory = None;
        }
        Some(built)
    }

    fn build_in_memory(
        &mut self,
        reason: Option<String>,
        news: &mut dyn FnMut(News),
    ) -> Result<(Generation, Files), SearchError> {
        self.in_memory = reason;
        self.build(None, news)
    }

    /// Builds; what is there so far can be searched meanwhile, unless an older index serves.
    fn build(
        &self,
        folder: Option<std::path::PathBuf>,
        news: &mut dyn FnMut(News),
    ) -> Result<(Generation, Files), SearchError> {
        let serving = self.generation.is_some();
        build::full(&self.source, folder, self.today, &mut |done, total, state| {
            news(News::Building { done, total });
            let Some(state) = state.filter(|_| !serving) else { return };
            if let Ok(snapshot) = Snapshot::open(&state.index, state.register.clone(), self.texts.clone(), None) {
                news(News::Snapshot(Arc::new(snapshot)));
            }
        })
    }

    fn adopt(&mut self, generation: Generation) -> Result<Arc<Snapshot>, SearchError> {
        let register = generation.register.clone();
        let snapshot = Snapshot::open(&generation.index, register, self.texts.clone(), self.snapshot.as_deref())?;
        let snapshot = Arc::new(snapshot);
        self.generation = Some(generation);
        self.snapshot = Some(snapshot.clone());
        Ok(snapshot)
    }

    fn health(&self, files: &Files) -> Health {
        Health {
            files_out: files.files.iter().filter(|file| file.out).count(),
            errors: files.files.iter().flat_map(|file| file.errors.iter().cloned()).collect(),
            in_memory: self.in_memory.clone(),
        }
    }
}

fn verify(index: &Index) -> Result<(), SearchError> {
    match index.validate_checksum()?.into_iter().next() {
        Some(file) => Err(SearchError::Damaged(file)),
        None => Ok(()),
    }
}
