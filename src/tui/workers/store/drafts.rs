//! What was typed and not saved: kept while somebody types, forgotten once it is saved.

use std::{
    io,
    path::Path,
    time::{Duration, Instant},
};

use crate::store::{Draft, Drafts, LeftBehind, OrphanedDraft};

/// How long a draft waits for the next key.
const PAUSE: Duration = Duration::from_secs(1);

pub(super) struct DraftQueue {
    /// `None` where nothing is kept.
    drafts: Option<Drafts>,
    /// A draft that is to be kept, and when.
    pending: Option<(Box<Draft>, Instant)>,
    kept: Option<Box<Draft>>,
}

impl DraftQueue {
    /// Drafts in the user's folder for state.
    pub(super) fn new(state: Option<&Path>) -> Self {
        Self { drafts: state.map(|state| Drafts::new(&state.join("drafts"))), pending: None, kept: None }
    }

    pub(super) fn left_behind(&self, catalogue: &Path) -> Option<LeftBehind> {
        Some(self.drafts.as_ref()?.left_behind(catalogue))
    }

    /// When the draft that waits is to be kept.
    pub(super) fn due(&self) -> Option<Instant> {
        self.pending.as_ref().map(|(_, due)| *due)
    }

    /// Takes a draft that is to be kept soon. Whoever types without a pause is kept as well: the first key sets the time.
    pub(super) fn push(&mut self, draft: Box<Draft>) {
        let due = self.due().unwrap_or_else(|| Instant::now() + PAUSE);
        self.pending = Some((draft, due));
    }

    /// Writes the draft that waits.
    pub(super) fn keep(&mut self) -> io::Result<()> {
        let (Some((draft, _)), Some(drafts)) = (self.pending.take(), &mut self.drafts) else { return Ok(()) };
        let kept = drafts.keep(&draft);
        self.kept = Some(draft);
        kept
    }

    /// Forgets what was typed.
    pub(super) fn forget(&mut self) {
        let drafts = [self.pending.take().map(|(draft, _)| draft), self.kept.take()];
        for draft in drafts.into_iter().flatten() {
            self.drafts.iter().for_each(|drafts| drafts.drop(&draft));
        }
    }

    pub(super) fn discard(&self, found: &OrphanedDraft) {
        self.drafts.iter().for_each(|drafts| drafts.discard(found));
    }
}
