//! What the words of a line but the last have scored: whoever types on changes the last one only, and the others need not be
//! scored again with every key.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{SegmentMatches, term_match::TermGroups};

/// The first words of a line with the scores of all documents.
#[derive(Debug)]
pub(super) struct ScoredWords {
    /// The words, each with what its role makes of its scores.
    pub words: Vec<(TermGroups, f32)>,
    /// Sentences are scored in another way.
    pub sentence: bool,
    pub segments: Vec<SegmentMatches>,
}

impl ScoredWords {
    fn begin(&self, words: &[TermGroups], factors: &[f32], sentence: bool) -> bool {
        let same = |((own, own_factor), (other, factor)): (&(TermGroups, f32), (&TermGroups, &f32))| {
            own_factor == factor && own == other
        };
        self.sentence == sentence
            && self.words.len() <= words.len()
            && self.words.iter().zip(words.iter().zip(factors)).all(same)
    }
}

/// The words that were scored last on one state of the index. They take some eight bytes for each document.
#[derive(Debug, Default)]
pub(in crate::search) struct LastScored(Mutex<Option<Arc<ScoredWords>>>);

impl LastScored {
    /// What was scored last, if a line of these words begins with it.
    pub(super) fn get(&self, words: &[TermGroups], factors: &[f32], sentence: bool) -> Option<Arc<ScoredWords>> {
        self.lock().clone().filter(|known| known.begin(words, factors, sentence))
    }

    pub(super) fn put(&self, scored: ScoredWords) {
        *self.lock() = Some(Arc::new(scored));
    }

    /// A poisoned lock only means that somebody else's search failed; what is remembered is still true.
    fn lock(&self) -> MutexGuard<'_, Option<Arc<ScoredWords>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
