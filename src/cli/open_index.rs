//! The index of the catalogue in force, opened and brought up to date.

use std::sync::Arc;

use super::{
    CliError, Context, Origin, errors, output,
    progress::{INDEX, Progress},
};
use crate::{
    catalogue::Source,
    config::unreadable_file,
    locale::Texts,
    search::{IndexEvent, IndexHealth, IndexManager, IndexStatus, RefreshOutcome, SearchError, Snapshot, guarded},
};

/// An index that agrees with the files.
pub(super) struct OpenIndex<'c> {
    context: &'c Context,
    index: ManagedIndex,
    pub snapshot: Arc<Snapshot>,
    /// What opening it had to do.
    refreshed: RefreshOutcome,
}

/// Why a question has no answer.
pub(super) enum NoAnswer {
    /// The index does not answer; another one might.
    Index(SearchError),
    /// It is no question, or its answer is an error.
    Error(CliError),
}

impl From<SearchError> for NoAnswer {
    fn from(error: SearchError) -> Self {
        Self::Index(error)
    }
}

impl From<CliError> for NoAnswer {
    fn from(error: CliError) -> Self {
        Self::Error(error)
    }
}

/// The manager of the index, and what it has told last.
pub(super) struct ManagedIndex {
    pub source: Source,
    pub origin: Origin,
    pub manager: IndexManager,
    /// The latest state; `None` until there is one that can be asked.
    pub snapshot: Option<Arc<Snapshot>>,
    /// What the latest refresh has found: faults, files that are left out, why it lives in memory.
    pub health: IndexHealth,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum IndexRefresh {
    /// Quietly, on the way to something else.
    Ask,
    /// For its own sake.
    Refresh,
    /// From nothing.
    Rebuild,
    /// With these files alone.
    Reread(Vec<Arc<str>>),
}

impl<'c> OpenIndex<'c> {
    /// Opens the index of the catalogue in force, so that an answer is always current. What was wrong with the one that was
    /// there is told.
    pub(super) fn new(context: &'c Context) -> Result<Self, CliError> {
        let mut index = ManagedIndex::new(context)?;
        let refreshed = index.refresh(&IndexRefresh::Ask, &context.texts);
        let refreshed = refreshed.map_err(|error| errors::search(&error, index.origin, &context.texts))?;
        index.print_unfit(false, &context.texts);
        let missing = || errors::search(&SearchError::Incomplete, index.origin, &context.texts);
        let snapshot = index.snapshot.clone().ok_or_else(missing)?;
        Ok(Self { context, index, snapshot, refreshed })
    }

    /// Asks. Every question goes this way: a damaged index may give an error or make the library panic. It is then dropped and
    /// built anew, what was wrong is told, and the question is asked once more.
    pub(super) fn ask<T>(&mut self, question: impl Fn(&Self) -> Result<T, NoAnswer>) -> Result<T, CliError> {
        let texts = &self.context.texts;
        let fault = match guarded(|| question(self)) {
            Ok(answer) => return Ok(answer),
            Err(NoAnswer::Error(error)) => return Err(error),
            Err(NoAnswer::Index(fault)) => fault,
        };
        let origin = self.index.origin;
        let failed = |error: &SearchError| errors::search(error, origin, texts);
        if !self.index.mend(&fault, texts).map_err(|error| failed(&error))? {
            return Err(failed(&fault));
        }
        self.index.print_unfit(false, texts);
        self.snapshot = self.index.snapshot.clone().ok_or_else(|| failed(&fault))?;
        guarded(|| question(self)).map_err(|fault| match fault {
            NoAnswer::Error(error) => error,
            NoAnswer::Index(fault) => failed(&fault),
        })
    }

    pub(super) fn source(&self) -> &Source {
        &self.index.source
    }

    pub(super) fn health(&self) -> &IndexHealth {
        &self.index.health
    }

    /// Tells on stderr what a reader of the answer should know.
    pub(super) fn print_notices(&self) {
        let (texts, health) = (&self.context.texts, self.health());
        if let Some(reason) = &health.in_memory {
            output::note(&texts.with("cli-index-in-memory", &[("reason", reason.as_str().into())]));
        }
        if self.refreshed == RefreshOutcome::InUse {
            output::note(&texts.get("cli-index-in-use"));
        }
        if health.files_out > 0 {
            output::note(&texts.with("cli-files-out", &[("count", health.files_out.into())]));
        } else if !health.errors.is_empty() {
            output::note(&texts.get("cli-faults"));
        }
    }
}

impl ManagedIndex {
    /// Opens the index of the catalogue in force as it is.
    pub(super) fn new(context: &Context) -> Result<Self, CliError> {
        let texts = &context.texts;
        let (source, origin) = context.source()?;
        let mut manager = IndexManager::new(source.clone(), context.cache.as_deref(), texts.clone(), context.today);
        if let Some(file) = &context.settings.dictionary
            && let Err(error) = manager.use_dictionary(file)
        {
            output::note(&unreadable_file(file, &error, texts));
        }
        let snapshot = manager.open();
        Ok(Self { source, origin, manager, snapshot, health: IndexHealth::default() })
    }

    /// Brings the index up to date and says how far that is.
    pub(super) fn refresh(&mut self, refresh: &IndexRefresh, texts: &Texts) -> Result<RefreshOutcome, SearchError> {
        self.with_progress(*refresh != IndexRefresh::Ask, texts, |manager, on_event| {
            let refreshed = match refresh {
                IndexRefresh::Ask | IndexRefresh::Refresh => manager.refresh(on_event),
                IndexRefresh::Rebuild => manager.rebuild(on_event),
                IndexRefresh::Reread(paths) => manager.refresh_files(paths, on_event),
            }?;
            // A damaged index would answer wrongly without a word; one that was just built is not read again.
            let looked = if *refresh == IndexRefresh::Refresh { manager.verify_answers() } else { manager.verify() };
            looked.map_or_else(|_| manager.rebuild(on_event), |()| Ok(refreshed))
        })
    }

    /// Drops an index that could not answer because of this `fault`, and builds a new one; false when that would be no better.
    fn mend(&mut self, fault: &SearchError, texts: &Texts) -> Result<bool, SearchError> {
        self.with_progress(false, texts, |manager, on_event| manager.repair(fault, on_event))
    }

    /// Has the manager do something, says how far that is, and keeps what it tells.
    fn with_progress<T>(
        &mut self,
        always_print: bool,
        texts: &Texts,
        work: impl FnOnce(&mut IndexManager, &mut dyn FnMut(IndexEvent)) -> T,
    ) -> T {
        let Self { manager, snapshot, health, .. } = self;
        let mut progress = Progress::new(INDEX, always_print, texts);
        let mut on_event = |news| match news {
            IndexEvent::Building { done, total } => progress.show(done, total),
            IndexEvent::Snapshot(newer) => *snapshot = Some(newer),
            IndexEvent::Current(now) => *health = now,
        };
        let done = work(manager, &mut on_event);
        progress.finish();
        done
    }

    /// Says on stderr, once, why the index that was there was of no use; that it was made by another version only where the
    /// command is `about_index`.
    pub(super) fn print_unfit(&mut self, about_index: bool, texts: &Texts) {
        let reason = match self.manager.take_unfit() {
            Some(IndexStatus::Damaged(reason) | IndexStatus::Unreadable(reason)) => reason.to_string(),
            Some(IndexStatus::Foreign) if about_index => texts.get("index-foreign").into_owned(),
            Some(IndexStatus::Foreign | IndexStatus::Missing | IndexStatus::Fits) | None => return,
        };
        output::note(&texts.with("cli-index-unfit", &[("reason", reason.into())]));
    }
}
