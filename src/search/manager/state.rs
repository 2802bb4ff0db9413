//! The index of one catalogue while it is in use: which state answers, what is known of it, and how one on disk is opened.

use std::{io, path::Path, sync::Arc};

use jiff::civil::Date;

use super::IndexStatus;
use crate::{
    base::Text,
    catalogue::{Code, Diagnostic, Source},
    locale::Texts,
    search::{CancelToken, Generation, GenerationStore, IndexedFiles, SearchError, Snapshot, guarded, read_dictionary},
};

/// Errors that are kept to be shown; a catalogue may have a hundred thousand.
const KEPT_ERRORS: usize = 200;

/// How often an index is opened that others keep replacing.
const TRIES: usize = 5;

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

/// What has been verified of an index, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verified {
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
    pub(super) store: Option<GenerationStore>,
    /// Why there is no store.
    pub(super) in_memory: Option<Text>,
    pub(super) texts: Arc<Texts>,
    pub(super) dictionary: Vec<Box<str>>,
    pub(super) today: Date,
    pub(super) serving: Option<Serving>,
    /// The files as they were indexed, once somebody has asked; an index on disk keeps them beside itself.
    pub(super) files: Option<IndexedFiles>,
    pub(super) verified: Verified,
    pub(super) stop: CancelToken,
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
        let store = cache.map(|cache| GenerationStore::new(cache, &source));
        Self {
            source,
            store,
            in_memory: None,
            texts,
            dictionary: Vec::new(),
            today,
            serving: None,
            files: None,
            verified: Verified::Nothing,
            stop: CancelToken::default(),
            unfit: None,
            touched: Vec::new(),
        }
    }

    /// Builds end early with [`SearchError::Stopped`] once somebody asks for it; what was there before stays.
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
        self.dictionary = read_dictionary(file)?;
        if let Some(store) = &mut self.store {
            store.set_dictionary(&self.dictionary);
        }
        Ok(())
    }

    /// The state on disk, if there is one that fits. Quick: the files of the catalogue are not looked at.
    pub fn open(&mut self) -> Option<Arc<Snapshot>> {
        self.store.iter().for_each(GenerationStore::restrict_access);
        for _ in 0..TRIES {
            // Remembered, so that a fault can be told from a folder that was replaced meanwhile.
            let folder = self.store.as_ref()?.current_folder();
            let generation = guarded(|| self.store.as_ref().map_or(Ok(None), GenerationStore::current));
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

    pub(super) fn adopt(&mut self, generation: Generation) -> Result<Arc<Snapshot>, SearchError> {
        let serving = self.serve(generation)?;
        let snapshot = serving.snapshot.clone();
        self.serving = Some(serving);
        // The list of another generation may well be about a commit of the same number.
        self.files = None;
        Ok(snapshot)
    }

    pub(super) fn serve(&self, generation: Generation) -> Result<Serving, SearchError> {
        let commit = generation.index.load_metas()?.opstamp;
        let previous = self.serving.as_ref().map(|serving| &*serving.snapshot);
        let snapshot = Arc::new(Snapshot::open(&generation, self.texts.clone(), previous)?);
        Ok(Serving { generation, snapshot, commit })
    }

    pub(super) fn health(&self, files: &IndexedFiles) -> IndexHealth {
        IndexHealth {
            files_out: files.files.iter().filter(|file| file.excluded).count(),
            errors: files.files.iter().flat_map(|file| file.errors.iter().cloned()).take(KEPT_ERRORS).collect(),
            in_memory: self.in_memory.clone(),
        }
    }
}
