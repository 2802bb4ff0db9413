//! Whether git may run what the folder around the catalogue names: the flags, the question, and what is told of it.

use std::{io, path::Path};

use super::{Context, output, question, shown};
use crate::{
    catalogue::MEASURES,
    locale::{Localize as _, Texts},
    store::{Trust, TrustStore, WorkTree},
};

/// Keeps what `--trust` or `--no-trust` say of the git folder around the catalogue in force.
pub(super) fn apply_flag(context: &mut Context) {
    let Some(trusted) = context.trust_flag.take() else { return };
    let source = context.source().ok();
    match source.as_ref().and_then(|(source, _)| tree_around(source.path()?)) {
        Some(tree) => context.trust = decided(context.trust.clone(), &tree, trusted, context),
        None => output::note(&context.texts.get("trust-no-git")),
    }
}

/// What is known of the git folder around a catalogue in which somebody is about to save. Nobody is asked twice.
pub(super) fn before_saving(folder: &Path, context: &Context) -> TrustStore {
    let (texts, store) = (&context.texts, context.trust.clone());
    let Some(tree) = tree_around(folder) else { return store };
    match store.of(&tree) {
        Ok(Trust::Trusted | Trust::Untrusted) => {}
        Err(error) => {
            output::note(&localize_fault("trust-unreadable", &store, &error, texts));
        }
        Ok(Trust::Undecided) => {
            let path = || [("path", shown(tree.top()).into())];
            match question::can_be_answered()
                .then(|| question::ask(&texts.with("trust-question", &path()), texts))
                .flatten()
            {
                Some(trusted) => return decided(store, &tree, trusted, context),
                None => output::note(&texts.with("trust-undecided", &path())),
            }
        }
    }
    store
}

fn decided(mut store: TrustStore, tree: &WorkTree, trusted: bool, context: &Context) -> TrustStore {
    if let Err(error) = store.decide(tree, trusted) {
        output::note(&localize_fault("trust-not-kept", &store, &error, &context.texts));
    }
    store
}

fn tree_around(folder: &Path) -> Option<WorkTree> {
    WorkTree::around(&folder.join(MEASURES))
}

/// What is wrong with the file of decisions, in the words of the text `key`.
pub(super) fn localize_fault(key: &str, store: &TrustStore, error: &io::Error, texts: &Texts) -> String {
    let file = store.file().map(shown).unwrap_or_default();
    texts.with(key, &[("path", file.into()), ("reason", error.localize(texts).into())])
}
