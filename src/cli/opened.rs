//! The index of the catalogue in force, opened and brought up to date.

use std::sync::Arc;

use super::{
    context::{Context, Origin},
    errors::{self, CliError},
    output::{self, Progress},
};
use crate::{
    catalogue::Source,
    config::unreadable_file,
    locale::Texts,
    search::{Health, Keeper, News, Refreshed, SearchError, Snapshot},
};

/// An index that agrees with the files.
pub(super) struct Opened {
    /// The catalogue.
    pub source: Source,
    /// Who named it.
    pub origin: Origin,
    /// The state to ask.
    pub snapshot: Arc<Snapshot>,
    /// What one should know about it.
    pub health: Health,
    /// What had to be done.
    pub refreshed: Refreshed,
}

/// How to bring an index up to date.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// Quietly, on the way to something else.
    Ask,
    /// For its own sake.
    Refresh,
    /// From nothing.
    Rebuild,
}

impl Opened {
    /// Opens the index of the catalogue in force, so that an answer is always current.
    ///
    /// # Errors
    /// When the catalogue cannot be read or no index can be made of it.
    pub fn new(context: &Context, wish: Wish) -> Result<Self, CliError> {
        let texts = &context.texts;
        let (source, origin) = context.source()?;
        let mut keeper = Keeper::new(source.clone(), context.cache.as_deref(), texts.clone(), context.today);
        if let Some(file) = &context.settings.dictionary
            && let Err(error) = keeper.use_dictionary(file)
        {
            output::note(&unreadable_file(file, &error, texts));
        }
        let mut progress = Progress::new(wish != Wish::Ask);
        let mut latest = keeper.open();
        let mut health = Health::default();
        let mut hear = |news| match news {
            News::Building { done, total } => progress.show(|| building(done, total, texts)),
            News::Snapshot(snapshot) => latest = Some(snapshot),
            News::Current(now) => health = now,
        };
        let refreshed = if wish == Wish::Rebuild { keeper.rebuild(&mut hear) } else { keeper.refresh(&mut hear) };
        // A damaged index would answer wrongly without a word; one that was just built is not read again.
        let refreshed =
            refreshed.and_then(|done| if keeper.verify().is_ok() { Ok(done) } else { keeper.rebuild(&mut hear) });
        progress.finish();
        let refreshed = refreshed.map_err(|error| errors::search(&error, origin, texts))?;
        let snapshot = latest.ok_or_else(|| errors::search(&SearchError::Incomplete, origin, texts))?;
        Ok(Self { source, origin, snapshot, health, refreshed })
    }

    /// Tells on stderr what a reader of the answer should know.
    pub fn print_notices(&self, texts: &Texts) {
        if let Some(reason) = &self.health.in_memory {
            output::note(&in_memory(reason, texts));
        }
        if self.refreshed == Refreshed::InUse {
            output::note(&texts.get("cli-index-in-use"));
        }
        if self.health.files_out > 0 {
            output::note(&texts.with("cli-files-out", &[("count", self.health.files_out.into())]));
        } else if !self.health.errors.is_empty() {
            output::note(&texts.get("cli-faults"));
        }
    }
}

/// Why the index is not kept.
pub(super) fn in_memory(reason: &str, texts: &Texts) -> String {
    texts.with("cli-index-in-memory", &[("reason", reason.into())])
}

fn building(done: usize, total: usize, texts: &Texts) -> String {
    texts.with("cli-index-building", &[("done", done.into()), ("total", total.into())])
}
