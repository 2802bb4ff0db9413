//! Builds an index anew: as a new generation on disk, or in memory where none can be kept.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use tantivy::{
    Directory as _,
    directory::{DirectoryLock, INDEX_WRITER_LOCK},
};

use super::{IndexEvent, IndexManager, IndexStatus, RefreshOutcome, Serving, Verified, checks};
use crate::{
    base::Text,
    search::{BuildObserver, Generation, GenerationStore, IndexedFiles, SearchError, Snapshot, guarded, index::build},
};

impl IndexManager {
    /// Builds everything anew, as a new generation beside the old one.
    ///
    /// # Errors
    /// When the catalogue itself cannot be read.
    pub fn rebuild(&mut self, on_event: &mut dyn FnMut(IndexEvent)) -> Result<RefreshOutcome, SearchError> {
        let (serving, files) = match self.build_on_disk(on_event) {
            Some(Ok(built)) => built,
            Some(Err(error)) if !error.is_of_index() => return Err(error),
            Some(Err(error)) => self.build_in_memory(Some(error.localize(&self.texts)), on_event)?,
            None => self.build_in_memory(None, on_event)?,
        };
        on_event(IndexEvent::Snapshot(serving.snapshot.clone()));
        self.serving = Some(serving);
        on_event(IndexEvent::Current(self.health(&files)));
        self.files = Some(files);
        self.verified = Verified::Built;
        Ok(RefreshOutcome::Rebuilt)
    }

    /// What to do when the index that serves could not answer because of this `fault`: it is dropped and built anew. False
    /// when another would be no better: this one was built here.
    ///
    /// # Errors
    /// When the catalogue itself cannot be read.
    pub fn repair(&mut self, fault: &SearchError, on_event: &mut dyn FnMut(IndexEvent)) -> Result<bool, SearchError> {
        if self.verified == Verified::Built || !fault.is_of_index() {
            return Ok(false);
        }
        self.unfit = Some(IndexStatus::Damaged(fault.localize(&self.texts)));
        self.rebuild(on_event).map(|_| true)
    }

    fn build_on_disk(
        &mut self,
        on_event: &mut dyn FnMut(IndexEvent),
    ) -> Option<Result<(Serving, IndexedFiles), SearchError>> {
        let store = self.store.clone()?;
        let built = store.create_generation().map_err(SearchError::from).and_then(|new| {
            let built = guarded(|| self.build_and_switch(&store, &new.folder, on_event));
            built.map_err(|error| discard(&new.folder, error))
        });
        if built.is_ok() {
            self.in_memory = None;
        }
        Some(built)
    }

    fn build_and_switch(
        &self,
        store: &GenerationStore,
        folder: &Path,
        on_event: &mut dyn FnMut(IndexEvent),
    ) -> Result<(Serving, IndexedFiles), SearchError> {
        let (built, files) = self.build(Some(folder.to_owned()), on_event)?;
        // Held until the switch: nobody clears a generation away that is being written.
        let _building: DirectoryLock =
            built.index.directory().acquire_lock(&INDEX_WRITER_LOCK).map_err(tantivy::TantivyError::from)?;
        built.write_register_and_words()?;
        // What was built is read back as whoever opens it next will find it.
        drop(built);
        Ok((self.verify_and_switch(store, folder, &files)?, files))
    }

    /// Verifies a generation as whoever opens it next will find it, and puts it into use.
    fn verify_and_switch(
        &self,
        store: &GenerationStore,
        folder: &Path,
        files: &IndexedFiles,
    ) -> Result<Serving, SearchError> {
        let generation = Generation::open(folder.to_owned())?;
        checks::check_checksums(&generation.index)?;
        // Opened before it counts: from then on another process may already put a newer one in its place.
        let serving = self.serve(generation)?;
        checks::check_numbers(&serving.snapshot, files)?;
        self.stop.check()?;
        store.switch_to(folder)?;
        Ok(serving)
    }

    fn build_in_memory(
        &mut self,
        reason: Option<Text>,
        on_event: &mut dyn FnMut(IndexEvent),
    ) -> Result<(Serving, IndexedFiles), SearchError> {
        self.in_memory = reason;
        let (generation, files) = self.build(None, on_event)?;
        Ok((self.serve(generation)?, files))
    }

    /// Builds; what is there so far can be searched meanwhile, unless an older index serves.
    fn build(
        &self,
        folder: Option<PathBuf>,
        on_event: &mut dyn FnMut(IndexEvent),
    ) -> Result<(Generation, IndexedFiles), SearchError> {
        let serving = self.serving.is_some();
        let mut progress = |done, total, state: Option<&Generation>| {
            on_event(IndexEvent::Building { done, total });
            // Half an index is no replacement for a whole old one.
            let Some(state) = state.filter(|_| !serving) else { return };
            if let Ok(snapshot) = Snapshot::open(state, self.texts.clone(), None) {
                on_event(IndexEvent::Snapshot(Arc::new(snapshot)));
            }
        };
        let observer = BuildObserver { progress: &mut progress, stop: &self.stop };
        build::full(&self.source, folder, &self.dictionary, self.today, observer)
    }
}

/// Takes an unfinished generation away. Says what the system says where the index library keeps it to itself: on a full
/// disk, its threads just die.
fn discard(folder: &Path, error: SearchError) -> SearchError {
    let is_known = |cause: &io::Error| cause.kind() != io::ErrorKind::Other;
    let cause = matches!(error, SearchError::Stopped | SearchError::Source(_)) || error.cause().is_some_and(is_known);
    let cause = if cause { error } else { try_to_write(folder).err().map_or(error, SearchError::Io) };
    // A thread that merges may just have written another file.
    for _ in 0..3 {
        if fs::remove_dir_all(folder).is_ok() {
            break;
        }
    }
    cause
}

/// Tries to write about as much as lies in the folder already.
fn try_to_write(folder: &Path) -> io::Result<()> {
    const LEAST: u64 = 1 << 20;
    const MOST: u64 = 64 << 20;
    let sizes = fs::read_dir(folder)?.flatten().filter_map(|entry| Some(entry.metadata().ok()?.len()));
    let size = sizes.sum::<u64>().clamp(LEAST, MOST);
    let mut file = tempfile::tempfile_in(folder)?;
    io::copy(&mut io::repeat(b'x').take(size), &mut file)?;
    file.sync_all()
}
