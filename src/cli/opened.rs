//! The index of the catalogue in force, opened and brought up to date.

use std::sync::Arc;

use super::{
    context::{Context, Origin},
    errors::{self, CliError},
    output,
    progress::{INDEX, Progress},
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
    /// Who named the catalogue.
    pub origin: Origin,
    /// The state to ask.
    pub snapshot: Arc<Snapshot>,
    /// What one should know about it.
    pub health: Health,
    /// What had to be done.
    pub refreshed: Refreshed,
}

/// The keeper of the index, and what it has told last.
pub(super) struct Attended {
    /// The catalogue.
    pub source: Source,
    /// Who named it.
    pub origin: Origin,
    /// Keeps the index current.
    pub keeper: Keeper,
    /// The latest state.
    pub snapshot: Option<Arc<Snapshot>>,
    /// What one should know about it.
    pub health: Health,
}

/// How to bring an index up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Quietly, on the way to something else.
    Ask,
    /// For its own sake.
    Refresh,
    /// From nothing.
    Rebuild,
    /// With these files alone.
    Reread(Vec<Arc<str>>),
}

impl Opened {
    /// Opens the index of the catalogue in force, so that an answer is always current.
    ///
    /// # Errors
    /// When the catalogue cannot be read or no index can be made of it.
    pub fn new(context: &Context, wish: Wish) -> Result<Self, CliError> {
        let mut attended = Attended::new(context)?;
        let refreshed = attended.refresh(&wish, &context.texts);
        let Attended { source, origin, snapshot, health, .. } = attended;
        let refreshed = refreshed.map_err(|error| errors::search(&error, origin, &context.texts))?;
        let missing = || errors::search(&SearchError::Incomplete, origin, &context.texts);
        Ok(Self { source, origin, snapshot: snapshot.ok_or_else(missing)?, health, refreshed })
    }

    /// Tells on stderr what a reader of the answer should know.
    pub fn print_notices(&self, texts: &Texts) {
        if let Some(reason) = &self.health.in_memory {
            output::note(&texts.with("cli-index-in-memory", &[("reason", reason.as_str().into())]));
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

impl Attended {
    /// Opens the index of the catalogue in force as it is.
    ///
    /// # Errors
    /// When there is no such catalogue.
    pub fn new(context: &Context) -> Result<Self, CliError> {
        let texts = &context.texts;
        let (source, origin) = context.source()?;
        let mut keeper = Keeper::new(source.clone(), context.cache.as_deref(), texts.clone(), context.today);
        if let Some(file) = &context.settings.dictionary
            && let Err(error) = keeper.use_dictionary(file)
        {
            output::note(&unreadable_file(file, &error, texts));
        }
        let snapshot = keeper.open();
        Ok(Self { source, origin, keeper, snapshot, health: Health::default() })
    }

    /// Brings the index up to date and says how far that is.
    ///
    /// # Errors
    /// When the catalogue cannot be read, or somebody wishes to stop.
    pub fn refresh(&mut self, wish: &Wish, texts: &Texts) -> Result<Refreshed, SearchError> {
        let Self { keeper, snapshot, health, .. } = self;
        let mut progress = Progress::new(INDEX, *wish != Wish::Ask, texts);
        let mut hear = |news| match news {
            News::Building { done, total } => progress.show(done, total),
            News::Snapshot(newer) => *snapshot = Some(newer),
            News::Current(now) => *health = now,
        };
        let refreshed = match wish {
            Wish::Ask | Wish::Refresh => keeper.refresh(&mut hear),
            Wish::Rebuild => keeper.rebuild(&mut hear),
            Wish::Reread(paths) => keeper.reread(paths, &mut hear),
        };
        // A damaged index would answer wrongly without a word; one that was just built is not read again.
        let refreshed =
            refreshed.and_then(|done| if keeper.verify().is_ok() { Ok(done) } else { keeper.rebuild(&mut hear) });
        progress.finish();
        refreshed
    }
}
