//! Which stems an index has at all: most words of the thesaurus stand in no entry, and looking them up in every part costs more
//! than everything else that a key asks.

use rustc_hash::{FxHashSet, FxHasher};
use tantivy::Searcher;

use std::hash::Hasher as _;

use crate::search::{Alternative, Fields, Part, SearchError, TermMark};

/// The stems of an index, inside compounds as well, as hashes: one that is not among them stands nowhere. Some 9 bytes for
/// each.
#[derive(Debug, Default)]
pub(in crate::search) struct KnownStems(FxHashSet<u64>);

impl KnownStems {
    /// Reads the lists of terms of all parts: some ten milliseconds for 100,000 entries.
    pub(in crate::search) fn read(searcher: &Searcher, fields: &Fields) -> Result<Self, SearchError> {
        let mut stems = FxHashSet::default();
        for segment in searcher.segment_readers() {
            for part in Part::ALL {
                let inverted = segment.inverted_index(fields.part(part).forms)?;
                let mut terms = inverted.terms().stream()?;
                while terms.advance() {
                    stems.extend(TermMark::stem_of(terms.key()).map(hash));
                }
            }
        }
        Ok(Self(stems))
    }

    /// Whether all words of an alternative may stand in an entry. Words that are kept whole are not known here.
    pub(super) fn may_have(&self, alternative: &Alternative) -> bool {
        let mut stems = alternative.replacement.iter().filter_map(|word| word.stem.as_deref());
        stems.all(|stem| self.0.contains(&hash(stem.as_bytes())))
    }
}

fn hash(stem: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(stem);
    hasher.finish()
}
