//! Looks closer at an index that serves and that somebody else may have left: checksums, entries, answers.

use tantivy::Index;

use super::{
    state::{IndexManager, Known},
    status::IndexStatus,
    verify,
};
use crate::search::{
    error::{SearchError, guarded},
    index::files::IndexedFiles,
};

impl IndexManager {
    /// Reads the whole index once, compares its checksums, and looks whether it has the entries that the files have: a damaged
    /// one would answer wrongly without a word.
    ///
    /// # Errors
    /// When the index is damaged or does not fit.
    pub fn verify(&mut self) -> Result<(), SearchError> {
        self.compare_checksums()?;
        self.look_closer(Known::Fitting)
    }

    /// Does what [`IndexManager::verify`] does, looks at each entry, and asks some questions: for whoever wants to know whether the
    /// index is good.
    ///
    /// # Errors
    /// When the index is damaged, does not fit, or does not answer.
    pub fn prove(&mut self) -> Result<(), SearchError> {
        self.compare_checksums()?;
        self.look_closer(Known::Answering)
    }

    /// Only compares checksums: the files may have changed since.
    pub(super) fn compare_checksums(&mut self) -> Result<(), SearchError> {
        let folder = self.serving.as_ref().and_then(|serving| serving.generation.folder.clone());
        let Some(folder) = folder.filter(|_| self.known < Known::Whole) else { return Ok(()) };
        // Opened anew, so that the pages read for this do not stay in memory with the index that serves.
        let compared = guarded(|| verify::checksums(&Index::open_in_dir(&folder)?));
        self.noted(compared, Known::Whole)
    }

    fn look_closer(&mut self, wanted: Known) -> Result<(), SearchError> {
        let Some(serving) = self.serving.as_ref().filter(|_| self.known < wanted) else { return Ok(()) };
        let looked = guarded(|| {
            let loaded;
            let files = match &self.files {
                Some(files) => files,
                None => {
                    loaded = IndexedFiles::load(&serving.generation)?;
                    &loaded
                }
            };
            if files.commit != serving.commit {
                // Another process has just written: its own look came before.
                return Ok(());
            }
            verify::complete(&serving.snapshot, files)?;
            if wanted >= Known::Answering {
                verify::each_entry(&serving.snapshot, files)?;
                verify::answers(&serving.snapshot, self.today)?;
            }
            Ok(())
        });
        match looked {
            Err(SearchError::InUse) => Ok(()),
            looked => self.noted(looked, wanted),
        }
    }

    fn noted(&mut self, looked: Result<(), SearchError>, known: Known) -> Result<(), SearchError> {
        match looked {
            Ok(()) => self.known = self.known.max(known),
            Err(error) => {
                self.unfit = Some(IndexStatus::Damaged(error.localize(&self.texts)));
                return Err(error);
            }
        }
        Ok(())
    }
}
