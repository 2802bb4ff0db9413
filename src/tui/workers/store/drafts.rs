//! What was typed and not saved: offered at the start, kept while somebody types, forgotten once it is saved.

use super::{StoreEvent, StoreWorker};
use crate::{
    base::Text,
    catalogue::Id,
    store::{keep_text, words},
};

impl StoreWorker {
    pub(super) fn greet(&self) {
        let Some(folder) = self.config.source.path() else { return };
        let Some(drafts) = &self.drafts else { return };
        let left = drafts.left_behind(folder);
        if let Some(words) = words::drafts_unreadable(&left, &self.config.texts) {
            self.tell(StoreEvent::Notice(words));
        }
        if !left.found.is_empty() {
            self.tell(StoreEvent::Drafts(left.found));
        }
    }

    /// A file of its own, readable by its owner only.
    pub(super) fn keep_text(&self, id: &Id, text: &str) {
        match keep_text(id, text.as_bytes(), self.config.state.as_deref()) {
            Ok(path) => self.tell(StoreEvent::Kept(Text::path(&path).to_string())),
            Err(error) => self.tell(StoreEvent::DraftFailed(crate::locale::system::reason(&error, &self.config.texts))),
        }
    }

    /// Writes the draft that waits; false when that is not possible.
    pub(super) fn keep_draft(&mut self) -> bool {
        let (Some((draft, _)), Some(drafts)) = (self.pending.take(), &mut self.drafts) else { return true };
        let kept = drafts.keep(&draft);
        self.draft = Some(draft);
        if let Err(error) = &kept {
            let reason = crate::locale::system::reason(error, &self.config.texts);
            self.tell(StoreEvent::DraftFailed(reason));
        }
        kept.is_ok()
    }

    pub(super) fn forget(&mut self) {
        let drafts = [self.pending.take().map(|(draft, _)| draft), self.draft.take()];
        for draft in drafts.into_iter().flatten() {
            self.drafts.iter().for_each(|drafts| drafts.drop(&draft));
        }
    }
}
