//! Brings the index up to date with the files: after a look at all of them, or with some that are known to have changed.

use std::sync::Arc;

use super::{IndexEvent, IndexManager, IndexStatus, RefreshOutcome, Verified};
use crate::{
    catalogue::read_register,
    search::{FileChanges, Generation, IndexedFiles, SearchError, guarded, index::build, list_files},
};

impl IndexManager {
    /// Brings the index up to date. A damaged, missing or foreign one is built anew while the old one serves on; when
    /// no index can be kept on disk, it is kept in memory.
    ///
    /// # Errors
    /// When the catalogue itself cannot be read.
    pub fn refresh(&mut self, on_event: &mut dyn FnMut(IndexEvent)) -> Result<RefreshOutcome, SearchError> {
        let refreshed = guarded(|| self.try_refresh(on_event));
        self.or_rebuild(refreshed, on_event)
    }

    /// Brings the index up to date with these files alone: paths inside the catalogue, changed, new or gone. The others are
    /// not looked at, so it takes the same short time in a large catalogue. Without a change there are no on_event.
    ///
    /// Paths of files to which entries refer are answered with a [`IndexManager::refresh`].
    ///
    /// # Errors
    /// When the catalogue itself cannot be read.
    pub fn refresh_files(
        &mut self,
        paths: &[Arc<str>],
        on_event: &mut dyn FnMut(IndexEvent),
    ) -> Result<RefreshOutcome, SearchError> {
        let refreshed = guarded(|| self.try_refresh_files(paths, on_event));
        self.or_rebuild(refreshed, on_event)
    }

    fn or_rebuild(
        &mut self,
        refreshed: Result<RefreshOutcome, SearchError>,
        on_event: &mut dyn FnMut(IndexEvent),
    ) -> Result<RefreshOutcome, SearchError> {
        let refreshed = match refreshed {
            // The other process does the same work.
            Err(SearchError::InUse) => guarded(|| self.yield_to_writer(on_event)),
            other => other,
        };
        match refreshed {
            Err(SearchError::InUse) => Ok(RefreshOutcome::InUse),
            Err(error) if error.is_of_index() => {
                self.unfit = Some(IndexStatus::Damaged(error.localize(&self.texts)));
                self.rebuild(on_event)
            }
            other => other,
        }
    }

    fn try_refresh(&mut self, on_event: &mut dyn FnMut(IndexEvent)) -> Result<RefreshOutcome, SearchError> {
        self.source.still_there()?;
        self.touched.clear();
        if self.serving.is_none() {
            // Another process may have built one by now.
            self.open().into_iter().for_each(|snapshot| on_event(IndexEvent::Snapshot(snapshot)));
        }
        self.sync_with_disk(on_event)?;
        let Some(serving) = &self.serving else { return self.rebuild(on_event) };
        let generation = serving.generation.clone();
        let listed = list_files(&self.source)?;
        let known = self.indexed_files()?;
        let mut changes = FileChanges::between(&self.source, listed, known);
        if changes.register {
            return self.rebuild(on_event);
        }
        let generation =
            if changes.synonyms { self.refresh_synonyms(generation, &mut changes, on_event)? } else { generation };
        if changes.is_empty() {
            if changes.compared {
                // Only a saving of time: a folder that cannot be written is no reason to fail.
                let _ = changes.files.save_if_unlocked(&generation);
            }
            on_event(IndexEvent::Current(self.health(&changes.files)));
            self.files = Some(changes.files);
            return Ok(RefreshOutcome::Unchanged);
        }
        // A merge gives damaged segments new checksums, so they are compared before anything is committed.
        self.compare_checksums()?;
        self.apply(&generation, changes, true, on_event)
    }

    fn try_refresh_files(
        &mut self,
        paths: &[Arc<str>],
        on_event: &mut dyn FnMut(IndexEvent),
    ) -> Result<RefreshOutcome, SearchError> {
        self.source.still_there()?;
        self.touched.clear();
        let Some(listed) = self.source.stamps_of(paths) else { return self.try_refresh(on_event) };
        self.sync_with_disk(on_event)?;
        let Some(serving) = &self.serving else { return self.rebuild(on_event) };
        let generation = serving.generation.clone();
        let known = self.indexed_files()?;
        let changes = FileChanges::of_files(&self.source, listed, known);
        if changes.is_empty() {
            self.files = Some(changes.files);
            return Ok(RefreshOutcome::Unchanged);
        }
        self.apply(&generation, changes, false, on_event)
    }

    /// Commits changes of measure files; the `whole` list of files is noted when the new state is out already.
    fn apply(
        &mut self,
        generation: &Generation,
        changes: FileChanges,
        whole: bool,
        on_event: &mut dyn FnMut(IndexEvent),
    ) -> Result<RefreshOutcome, SearchError> {
        let paths = changes.changed.iter().map(|meta| &meta.path).chain(&changes.gone);
        self.touched = paths.cloned().collect();
        self.touched.sort_unstable();
        let count = self.touched.len();
        let commit = build::apply(&self.source, generation, changes, self.today, self.verified >= Verified::Whole)?;
        on_event(IndexEvent::Snapshot(self.adopt(generation.clone())?));
        on_event(IndexEvent::Current(self.health(&commit.files)));
        self.files = Some(commit.finish(generation, whole)?);
        Ok(RefreshOutcome::Updated(count))
    }

    /// Another process is writing: what it has done so far is taken over.
    fn yield_to_writer(&mut self, on_event: &mut dyn FnMut(IndexEvent)) -> Result<RefreshOutcome, SearchError> {
        self.sync_with_disk(on_event)?;
        let files = self.indexed_files()?;
        on_event(IndexEvent::Current(self.health(&files)));
        self.files = Some(files);
        Ok(RefreshOutcome::InUse)
    }

    /// The files as they were indexed by the commit that serves.
    fn indexed_files(&mut self) -> Result<IndexedFiles, SearchError> {
        let Some(serving) = &self.serving else { return Ok(IndexedFiles::default()) };
        match self.files.take() {
            Some(files) if files.commit == serving.commit => Ok(files),
            _ => IndexedFiles::load(&serving.generation),
        }
    }

    /// Takes over changed synonyms of the office; the index stays as it is.
    fn refresh_synonyms(
        &mut self,
        generation: Generation,
        changes: &mut FileChanges,
        on_event: &mut dyn FnMut(IndexEvent),
    ) -> Result<Generation, SearchError> {
        let (register, faults) = read_register(&self.source, &list_files(&self.source)?.1);
        let generation = generation.with_register(register)?;
        changes.set_synonym_faults(&faults);
        on_event(IndexEvent::Snapshot(self.adopt(generation.clone())?));
        (changes.synonyms, changes.compared) = (false, true);
        Ok(generation)
    }

    /// Follows what other processes have done: a newer generation, or a commit to the one that serves.
    fn sync_with_disk(&mut self, on_event: &mut dyn FnMut(IndexEvent)) -> Result<(), SearchError> {
        let (Some(store), Some(serving)) = (&self.store, &self.serving) else { return Ok(()) };
        let moved = store.current_folder().filter(|folder| Some(folder) != serving.generation.folder.as_ref());
        let generation = if moved.is_some() && serving.generation.folder.is_some() {
            store.current()?
        } else {
            let committed = serving.generation.index.load_metas()?.opstamp != serving.commit;
            committed.then(|| serving.generation.clone())
        };
        if let Some(generation) = generation {
            // What others have committed says nothing of its own.
            self.verified = if moved.is_some() { Verified::Nothing } else { self.verified.min(Verified::Fitting) };
            on_event(IndexEvent::Snapshot(self.adopt(generation)?));
        }
        Ok(())
    }
}
