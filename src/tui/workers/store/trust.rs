//! Before the first change: whether git may run what the folder names, and whether an import waits to be finished.

use jiff::Timestamp;

use super::{StoreEvent, StoreWorker};
use crate::{
    base::Text,
    catalogue::MEASURES,
    locale::Localize as _,
    store::{CheckContext, Finished, Trust, WorkTree, is_unfinished},
};

/// Whether the user has been asked about the git folder around the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TrustQuestion {
    /// Nobody has been asked yet.
    Unasked,
    /// It stands on the screen.
    Open,
    /// It is answered, or there is nothing to ask.
    Settled,
}

impl StoreWorker {
    /// True while nobody knows whether git may run what the folder names. Asks when that has not been done.
    pub(super) fn must_wait(&mut self) -> bool {
        if self.question == TrustQuestion::Unasked {
            self.question = TrustQuestion::Settled;
            if let Some(tree) = self.tree() {
                match self.config.trust.of(&tree) {
                    Ok(Trust::Trusted | Trust::Untrusted) => {}
                    Ok(Trust::Undecided) => {
                        self.question = TrustQuestion::Open;
                        self.tell(StoreEvent::Trust(Text::path(tree.top()).to_string()));
                    }
                    Err(error) => self.tell_unkept("trust-unreadable", &error),
                }
            }
        }
        self.question == TrustQuestion::Open
    }

    /// Keeps what the user says, and goes on with what has waited for it. Who says nothing is asked again the next time.
    pub(super) fn decide(&mut self, trusted: Option<bool>) {
        if let (Some(trusted), Some(tree)) = (trusted, self.tree()) {
            if let Err(error) = self.config.trust.decide(&tree, trusted) {
                self.tell_unkept("trust-not-kept", &error);
            }
            // The history is another one now.
            self.store = None;
        }
        self.question = TrustQuestion::Settled;
        std::mem::take(&mut self.waiting).into_iter().for_each(|command| self.execute(command));
    }

    /// Finishes an import whose process was killed after it was decided, and says what became of it.
    pub(super) fn finish_left_over(&mut self) {
        let waits = self.config.source.path().is_some_and(|folder| is_unfinished(folder, Timestamp::now()));
        if !waits || self.stuck {
            return;
        }
        let (register, today, texts) = (self.register(), self.config.today, self.config.texts.clone());
        let Some(store) = self.store(&register) else { return };
        let told = match store.finish(CheckContext { register: &register, today }) {
            Finished::Nothing => return,
            Finished::Done(count) => texts.with("import-finished", &[("count", count.into())]),
            Finished::Stuck(error) => {
                // Said once: whoever goes on has read it.
                self.stuck = true;
                texts.with("import-waiting", &[("reason", error.localize(&texts).into())])
            }
        };
        self.tell(StoreEvent::Told(told));
    }

    fn tree(&self) -> Option<WorkTree> {
        WorkTree::around(&self.config.source.path()?.join(MEASURES))
    }

    fn tell_unkept(&self, key: &str, error: &std::io::Error) {
        let texts = &self.config.texts;
        let file = self.config.trust.file().map(Text::path).unwrap_or_default();
        self.tell(StoreEvent::Notice(
            texts.with(key, &[("path", file.as_str().into()), ("reason", error.localize(texts).into())]),
        ));
    }
}
