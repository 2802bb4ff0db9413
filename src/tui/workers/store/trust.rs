//! Before the first change: whether git may run what the folder around the catalogue names.

use std::{io, path::Path};

use crate::{
    base::Text,
    catalogue::MEASURES,
    locale::{Localize as _, Texts},
    store::{Trust, TrustStore, WorkTree},
    tui::StoreEvent,
};

pub(super) struct FolderTrust {
    known: TrustStore,
    question: TrustQuestion,
}

/// Whether the user has been asked about the git folder around the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TrustQuestion {
    Unasked,
    /// It stands on the screen.
    Open,
    /// It is answered, or there is nothing to ask.
    Settled,
}

impl FolderTrust {
    pub(super) fn new(known: TrustStore) -> Self {
        Self { known, question: TrustQuestion::Unasked }
    }

    pub(super) fn known(&self) -> &TrustStore {
        &self.known
    }

    /// True while nobody knows whether git may run what the folder names.
    pub(super) fn is_open(&self) -> bool {
        self.question == TrustQuestion::Open
    }

    /// Asks, when that has not been done.
    pub(super) fn ask(&mut self, catalogue: Option<&Path>, texts: &Texts) -> Option<StoreEvent> {
        if self.question != TrustQuestion::Unasked {
            return None;
        }
        self.question = TrustQuestion::Settled;
        let tree = tree(catalogue?)?;
        match self.known.of(&tree) {
            Ok(Trust::Trusted | Trust::Untrusted) => None,
            Ok(Trust::Undecided) => {
                self.question = TrustQuestion::Open;
                Some(StoreEvent::Trust(Text::path(tree.top()).to_string()))
            }
            Err(error) => Some(self.failure("trust-unreadable", &error, texts)),
        }
    }

    /// Keeps what the user says. Who says nothing is asked again the next time.
    pub(super) fn decide(
        &mut self,
        trusted: Option<bool>,
        catalogue: Option<&Path>,
        texts: &Texts,
    ) -> Option<StoreEvent> {
        self.question = TrustQuestion::Settled;
        let tree = tree(catalogue?)?;
        let kept = self.known.decide(&tree, trusted?);
        kept.err().map(|error| self.failure("trust-not-kept", &error, texts))
    }

    fn failure(&self, key: &str, error: &io::Error, texts: &Texts) -> StoreEvent {
        let file = self.known.file().map(Text::path).unwrap_or_default();
        StoreEvent::Message(
            texts.with(key, &[("path", file.as_str().into()), ("reason", error.localize(texts).into())]),
        )
    }
}

fn tree(catalogue: &Path) -> Option<WorkTree> {
    WorkTree::around(&catalogue.join(MEASURES))
}
