//! Keeps the index of one catalogue current: opens it, notices changes, rebuilds what is missing or damaged.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::civil::Date;
use tantivy::{
    Directory as _,
    directory::{DirectoryLock, INDEX_WRITER_LOCK},
};

use super::{status::IndexStatus, verify};
use crate::{
    base::{Text, read_at_most},
    catalogue::{Code, Diagnostic, Source},
    german,
    locale::Texts,
    search::{
        error::{SearchError, guarded},
        index::{
            build::{self, BuildObserver},
            cancel::CancelToken,
            files::IndexedFiles,
            generation::{Generation, Store},
        },
        snapshot::Snapshot,
    },
};

/// Errors that are kept to be shown; a catalogue may have a hundred thousand.
const KEPT_ERRORS: usize = 200;

/// How often an index is opened that others keep replacing.
const TRIES: usize = 5;

/// Largest dictionary of a house in bytes.
const MOST_WORDS: u64 = 16 << 20;

/// News from the manager.
pub enum IndexEvent {
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
    Current(IndexHealth),
}

/// What one should know about the catalogue and its index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IndexHealth {
    /// Files of which no entry could be made.
    pub files_out: usize,
    /// The first errors of faulty files, at most 200.
    pub errors: Vec<Diagnostic<Code>>,
    /// Why the index lives in memory, if it does.
    pub in_memory: Option<Text>,
}

/// What a refresh did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefreshOutcome {
    /// Nothing had changed.
    Unchanged,
    /// So many files were read again or taken out.
    Updated(usize),
    /// Everything was built anew.
    Rebuilt,
    /// Another process is writing the index.
    InUse,
}

/// How much is known of an index, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    /// That it could be opened.
    Nothing,
    /// That its checksums are right.
    Whole,
    /// That it has as many entries as there are files, and some of them can be found.
    Fitting,
    /// That each of its entries is one of the files, and that it answers.
    Answering,
    /// Everything: it was built here.
    Built,
}

/// Keeps the index of one catalogue current.
pub struct IndexManager {
    pub(super) source: Source,
    pub(super) store: Option<Store>,
    /// Why there is no store.
    in_memory: Option<Text>,
    pub(super) texts: Arc<Texts>,
    /// Words of the user's own dictionary.
    dictionary: Vec<Box<str>>,
    pub(super) today: Date,
    pub(super) serving: Option<Serving>,
    /// The files as they were indexed, once somebody has asked; an index on disk keeps them beside itself.
    pub(super) files: Option<IndexedFiles>,
    /// How much is known of the index that serves.
    pub(super) known: Known,
    /// Ends builds early.
    stop: CancelToken,
    /// Why the own index that was there could not be used.
    pub(super) unfit: Option<IndexStatus>,
    /// The files of the last small change.
    pub(super) touched: Vec<Arc<str>>,
}

/// The index that answers.
pub(super) struct Serving {
    pub(super) generation: Generation,
    pub(super) snapshot: Arc<Snapshot>,
    /// tantivy's number of the commit; another one means that another process has written.
    pub(super) commit: u64,
}

impl IndexManager {
    /// A manager for `source` with indexes below the folder `cache`, or in memory without one.
    pub fn new(source: Source, cache: Option<&Path>, texts: Arc<Texts>, today: Date) -> Self {
        let store = cache.map(|cache| Store::new(cache, &source));
        Self {
            source,
            store,
            in_memory: None,
            texts,
            dictionary: Vec::new(),
            today,
            serving: None,
            files: None,
            known: Known::Nothing,
            stop: CancelToken::default(),
            unfit: None,
            touched: Vec::new(),
        }
    }

    /// Builds end early with [`SearchError::Stopped`] once somebody commands so; what was there before stays.
    pub fn cancel_with(&mut self, stop: CancelToken) {
        self.stop = stop;
    }

    /// Why the own index that was there could not be used, if it could not: then it is built anew. Says so once.
    pub fn take_unfit(&mut self) -> Option<IndexStatus> {
        self.unfit.take()
    }

    /// The files of the last small change: those that were read again and those that are gone.
    pub fn touched(&self) -> &[Arc<str>] {
        &self.touched
    }

    /// Cuts compounds by the words of a user's own dictionary, too: one word on each line, `#` opens a remark. An index
    /// that was built with another dictionary is built anew.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn use_dictionary(&mut self, file: &Path) -> io::Result<()> {
        self.dictionary = Self::words_of(file)?;
        if let Some(store) = &mut self.store {
            store.mark_dictionary(&self.dictionary);
        }
        Ok(())
    }

    /// The words of a user's own dictionary.
    pub(in crate::search) fn words_of(file: &Path) -> io::Result<Vec<Box<str>>> {
        // Some millions of words are no dictionary of a house.
        let text = read_at_most(file, MOST_WORDS)?;
        Ok(german::words(&String::from_utf8_lossy(&text)).map(Into::into).collect())
    }

    /// The state on disk, if there is one that fits. Quick: the files of the catalogue are not looked at.
    pub fn open(&mut self) -> Option<Arc<Snapshot>> {
        self.store.iter().for_each(Store::tighten);
        for _ in 0..TRIES {
            let folder = self.store.as_ref()?.current_folder();
            let generation = guarded(|| self.store.as_ref().map_or(Ok(None), Store::current));
            match generation.and_then(|found| guarded(|| found.map(|it| self.adopt(it)).transpose())) {
                Ok(None) if folder.is_some() => {
                    self.unfit = Some(IndexStatus::Foreign);
                    return None;
                }
                Ok(snapshot) => return snapshot,
                // Somebody may just have put a newer one in its place and cleared it away.
                Err(_) if self.store.as_ref()?.current_folder() != folder => {}
                Err(error) => {
                    self.unfit = Some(IndexStatus::Damaged(error.localize(&self.texts)));
                    return None;
                }
            }
        }
        None
    }

    /// Gets the serving state ready for the first word (see [`Snapshot::prepare`]).
    pub fn prepare(&self) {
        self.serving.iter().for_each(|serving| serving.snapshot.prepare());
    }

    /// Builds everything anew, as a new generation beside the old one.
    ///
    /// # Errors
    /// When the catalogue itself cannot be read.
    pub fn rebuild(&mut self, news: &mut dyn FnMut(IndexEvent)) -> Result<RefreshOutcome, SearchError> {
        let (serving, files) = match self.build_on_disk(news) {
            Some(Ok(built)) => built,
            Some(Err(error)) if !error.is_of_index() => return Err(error),
            Some(Err(error)) => self.build_in_memory(Some(error.localize(&self.texts)), news)?,
            None => self.build_in_memory(None, news)?,
        };
        news(IndexEvent::Snapshot(serving.snapshot.clone()));
        self.serving = Some(serving);
        news(IndexEvent::Current(self.health(&files)));
        self.files = Some(files);
        self.known = Known::Built;
        Ok(RefreshOutcome::Rebuilt)
    }

    /// What to do when the index that serves could not answer because of this `fault`: it is dropped and built anew. False
    /// when another would be no better: this one was built here.
    ///
    /// # Errors
    /// When the catalogue itself cannot be read.
    pub fn mend(&mut self, fault: &SearchError, news: &mut dyn FnMut(IndexEvent)) -> Result<bool, SearchError> {
        if self.known == Known::Built || !fault.is_of_index() {
            return Ok(false);
        }
        self.unfit = Some(IndexStatus::Damaged(fault.localize(&self.texts)));
        self.rebuild(news).map(|_| true)
    }

    fn build_on_disk(
        &mut self,
        news: &mut dyn FnMut(IndexEvent),
    ) -> Option<Result<(Serving, IndexedFiles), SearchError>> {
        let store = self.store.clone()?;
        let built = store.begin().map_err(SearchError::from).and_then(|site| {
            let built = guarded(|| self.build_and_switch(&store, &site.folder, news));
            built.map_err(|error| given_up(&site.folder, error))
        });
        if built.is_ok() {
            self.in_memory = None;
        }
        Some(built)
    }

    fn build_and_switch(
        &self,
        store: &Store,
        folder: &Path,
        news: &mut dyn FnMut(IndexEvent),
    ) -> Result<(Serving, IndexedFiles), SearchError> {
        let (built, files) = self.build(Some(folder.to_owned()), news)?;
        // Held until the switch: nobody clears a generation away that is being written.
        let _building: DirectoryLock =
            built.index.directory().acquire_lock(&INDEX_WRITER_LOCK).map_err(tantivy::TantivyError::from)?;
        built.complete()?;
        drop(built);
        Ok((self.prove_and_switch(store, folder, &files)?, files))
    }

    /// Proves a generation as whoever opens it next will find it, and puts it into use.
    fn prove_and_switch(&self, store: &Store, folder: &Path, files: &IndexedFiles) -> Result<Serving, SearchError> {
        let generation = Store::read(folder.to_owned())?;
        verify::checksums(&generation.index)?;
        // Opened before it counts: from then on another process may already put a newer one in its place.
        let serving = self.serve(generation)?;
        verify::complete(&serving.snapshot, files)?;
        self.stop.check()?;
        store.switch_to(folder)?;
        Ok(serving)
    }

    fn build_in_memory(
        &mut self,
        reason: Option<Text>,
        news: &mut dyn FnMut(IndexEvent),
    ) -> Result<(Serving, IndexedFiles), SearchError> {
        self.in_memory = reason;
        let (generation, files) = self.build(None, news)?;
        Ok((self.serve(generation)?, files))
    }

    /// Builds; what is there so far can be searched meanwhile, unless an older index serves.
    fn build(
        &self,
        folder: Option<PathBuf>,
        news: &mut dyn FnMut(IndexEvent),
    ) -> Result<(Generation, IndexedFiles), SearchError> {
        let serving = self.serving.is_some();
        let mut watch = |done, total, state: Option<&Generation>| {
            news(IndexEvent::Building { done, total });
            let Some(state) = state.filter(|_| !serving) else { return };
            if let Ok(snapshot) = Snapshot::open(state, self.texts.clone(), None) {
                news(IndexEvent::Snapshot(Arc::new(snapshot)));
            }
        };
        let company = BuildObserver { watch: &mut watch, stop: &self.stop };
        build::full(&self.source, folder, &self.dictionary, self.today, company)
    }

    pub(super) fn adopt(&mut self, generation: Generation) -> Result<Arc<Snapshot>, SearchError> {
        let serving = self.serve(generation)?;
        let snapshot = serving.snapshot.clone();
        self.serving = Some(serving);
        // The list of another generation may well be about a commit of the same number.
        self.files = None;
        Ok(snapshot)
    }

    fn serve(&self, generation: Generation) -> Result<Serving, SearchError> {
        let commit = generation.index.load_metas()?.opstamp;
        let previous = self.serving.as_ref().map(|serving| &*serving.snapshot);
        let snapshot = Arc::new(Snapshot::open(&generation, self.texts.clone(), previous)?);
        Ok(Serving { generation, snapshot, commit })
    }

    pub(super) fn health(&self, files: &IndexedFiles) -> IndexHealth {
        IndexHealth {
            files_out: files.files.iter().filter(|file| file.out).count(),
            errors: files.files.iter().flat_map(|file| file.errors.iter().cloned()).take(KEPT_ERRORS).collect(),
            in_memory: self.in_memory.clone(),
        }
    }
}

/// Takes an unfinished generation away. Says what the system says where the index library keeps it to itself: on a full
/// disk, its threads just die.
fn given_up(folder: &Path, error: SearchError) -> SearchError {
    let is_known = |cause: &io::Error| cause.kind() != io::ErrorKind::Other;
    let told = matches!(error, SearchError::Stopped | SearchError::Source(_)) || error.cause().is_some_and(is_known);
    let told = if told { error } else { probe(folder).err().map_or(error, SearchError::Io) };
    // A thread that merges may just have written another file.
    for _ in 0..3 {
        if fs::remove_dir_all(folder).is_ok() {
            break;
        }
    }
    told
}

/// Tries to write about as much as lies in the folder already.
fn probe(folder: &Path) -> io::Result<()> {
    const LEAST: u64 = 1 << 20;
    const MOST: u64 = 64 << 20;
    let sizes = fs::read_dir(folder)?.flatten().filter_map(|entry| Some(entry.metadata().ok()?.len()));
    let size = sizes.sum::<u64>().clamp(LEAST, MOST);
    let mut file = tempfile::tempfile_in(folder)?;
    io::copy(&mut io::repeat(b'x').take(size), &mut file)?;
    file.sync_all()
}
