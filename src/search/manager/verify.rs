//! Verifies the index that serves, which somebody else may have left: checksums, entries, answers.

use std::borrow::Cow;

use tantivy::Index;

use super::{IndexManager, IndexStatus, Verified, checks};
use crate::search::{IndexedFiles, SearchError, guarded};

impl IndexManager {
    /// Reads the whole index once, compares its checksums, and looks whether it has the entries that the files have: a damaged
    /// one would answer wrongly without a word.
    ///
    /// # Errors
    /// When the index is damaged or does not fit.
    pub fn verify(&mut self) -> Result<(), SearchError> {
        self.compare_checksums()?;
        self.verify_up_to(Verified::Fitting)
    }

    /// Does what [`IndexManager::verify`] does, looks at each entry, and asks some questions: for whoever wants to know whether the
    /// index is good.
    ///
    /// # Errors
    /// When the index is damaged, does not fit, or does not answer.
    pub fn verify_answers(&mut self) -> Result<(), SearchError> {
        self.compare_checksums()?;
        self.verify_up_to(Verified::Answering)
    }

    /// Only compares checksums: the files may have changed since.
    pub(super) fn compare_checksums(&mut self) -> Result<(), SearchError> {
        let folder = self.serving.as_ref().and_then(|serving| serving.generation.folder.clone());
        let Some(folder) = folder.filter(|_| self.verified < Verified::Whole) else { return Ok(()) };
        // Opened anew, so that the pages read for this do not stay in memory with the index that serves.
        let compared = guarded(|| checks::check_checksums(&Index::open_in_dir(&folder)?));
        self.record(compared, Verified::Whole)
    }

    fn verify_up_to(&mut self, wanted: Verified) -> Result<(), SearchError> {
        let Some(serving) = self.serving.as_ref().filter(|_| self.verified < wanted) else { return Ok(()) };
        let result = guarded(|| {
            let files = match &self.files {
                Some(files) => Cow::Borrowed(files),
                None => Cow::Owned(IndexedFiles::load(&serving.generation)?),
            };
            if files.commit != serving.commit {
                // Another process has just written: its own look came before.
                return Ok(());
            }
            checks::check_numbers(&serving.snapshot, &files)?;
            if wanted >= Verified::Answering {
                checks::check_entries(&serving.snapshot, &files)?;
                checks::check_answers(&serving.snapshot, self.today)?;
            }
            Ok(())
        });
        match result {
            Err(SearchError::InUse) => Ok(()),
            result => self.record(result, wanted),
        }
    }

    fn record(&mut self, result: Result<(), SearchError>, verified: Verified) -> Result<(), SearchError> {
        match &result {
            Ok(()) => self.verified = self.verified.max(verified),
            Err(error) => self.unfit = Some(IndexStatus::Damaged(error.localize(&self.texts))),
        }
        result
    }
}
