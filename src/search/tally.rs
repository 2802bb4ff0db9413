//! Counts what documents have of a query: which words, and how much that is worth.

use std::sync::Arc;

use super::{
    columns::Columns,
    docset::{BitSet, Doc},
};
use crate::catalogue::Kind;

/// What a word is worth beyond its best find, for every further part that has it.
const FURTHER_FIND: f32 = 0.09;
/// Of a sentence an entry must have this share of what the best one has.
const SHARE_OF_BEST: f32 = 0.4;
/// A document to which the words only lead must reach this share of the best score.
const LOOSE_SHARE: f32 = 0.2;
/// Fewer hits than this are followed by entries that lack one word.
const FEW: usize = 5;
/// From so many words on entries that lack one are worth showing.
const RELAXED: u32 = 3;

/// What one document has of a query. Small, because all documents of a segment lie side by side in memory.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    score: f32,
    /// The words that were found, as bits, and [`FIRM`].
    mask: u32,
}

/// The document really has a word, not only something to which a word leads.
const FIRM: u32 = 1 << 31;

/// Words and phrases that a query can have: the bits of a mask besides [`FIRM`].
pub(super) const MOST_BITS: usize = 31;

/// The matches in one segment.
pub(super) struct SegmentMatches {
    pub docs: BitSet,
    cells: Vec<Cell>,
    /// The words that count when matched words are counted.
    required: u32,
}

impl SegmentMatches {
    /// Everything that is not deleted, for a query without words.
    pub(super) fn everything(columns: &Columns) -> Self {
        Self { docs: columns.alive.clone(), cells: Vec::new(), required: 0 }
    }

    pub(super) fn new(columns: &Columns, required: u32) -> Self {
        Self { docs: BitSet::empty(columns.docs), cells: vec![Cell::default(); columns.docs], required }
    }

    pub(super) fn score(&self, doc: Doc) -> f32 {
        self.cell(doc).score
    }

    /// Number of required words that the document matched.
    pub(super) fn matched(&self, doc: Doc) -> u32 {
        (self.cell(doc).mask & self.required).count_ones()
    }

    fn cell(&self, doc: Doc) -> Cell {
        self.cells.get(doc as usize).copied().unwrap_or_default()
    }

    /// Takes deleted documents out.
    pub(super) fn keep_alive(&mut self, columns: &Columns) {
        self.docs.intersect(&columns.alive);
    }

    /// Notes that a document really has a word.
    pub(super) fn firm(&mut self, doc: Doc) {
        if let Some(cell) = self.cells.get_mut(doc as usize) {
            cell.mask |= FIRM;
        }
    }

    /// Notes that a document has a word. Finds come best first, so the first one decides.
    pub(super) fn find(&mut self, doc: Doc, bit: usize, worth: f32) {
        let Some(cell) = self.cells.get_mut(doc as usize) else { return };
        if cell.mask >> bit & 1 == 0 {
            if cell.mask == 0 {
                self.docs.insert(doc);
            }
            cell.mask |= 1 << bit;
            cell.score += worth;
        } else {
            cell.score += worth * FURTHER_FIND;
        }
    }

    /// Notes that a document has a word, if it has not been found there by anything better.
    pub(super) fn find_first(&mut self, doc: Doc, bit: usize, worth: f32) {
        if self.cell(doc).mask >> bit & 1 == 0 {
            self.find(doc, bit, worth);
        }
    }

    /// Notes that a document has a word, or raises it by a share of `worth` if that is known already.
    pub(super) fn find_or_support(&mut self, doc: Doc, bit: usize, worth: f32, share: f32) {
        if self.cell(doc).mask >> bit & 1 == 0 {
            self.find(doc, bit, worth);
        } else {
            self.raise(doc, worth * share);
        }
    }

    /// Raises a document that has any of the words.
    pub(super) fn raise(&mut self, doc: Doc, worth: f32) {
        if let Some(cell) = self.cells.get_mut(doc as usize).filter(|cell| cell.mask != 0) {
            cell.score += worth;
        }
    }

    /// Raises a document that has the word already.
    pub(super) fn support(&mut self, doc: Doc, bit: usize, worth: f32) {
        if let Some(cell) = self.cells.get_mut(doc as usize).filter(|cell| cell.mask >> bit & 1 == 1) {
            cell.score += worth;
        }
    }
}

/// How the words of a query count together.
pub(super) struct Tally {
    /// Words that a document should have, as bits.
    pub required: u32,
    /// What each word tells, by bit.
    pub rarity: Vec<f32>,
    /// Not the number of words found counts, but what they say.
    pub sentence: bool,
}

impl Tally {
    /// Keeps the documents that have all words. When few offers have them all, those follow that lack one; when none
    /// has, the offers with the most words stay. Of a sentence the offers stay that have the most telling words.
    /// Target groups, people and providers have few words: they match whole or not at all.
    ///
    /// Returns `(matched, of)` when no offer has all words.
    pub(super) fn keep_best(&self, segments: &mut [SegmentMatches], columns: &[Arc<Columns>]) -> Option<(u32, u32)> {
        let of = self.required.count_ones();
        let offers: Vec<BitSet> = columns.iter().map(|columns| columns.kind(Kind::Measure)).collect();
        let counts = self.counts(segments, &offers);
        let best = counts.iter().rposition(|count| *count > 0).unwrap_or(0);
        let best = u32::try_from(best).unwrap_or(u32::MAX);
        if self.sentence && of > 1 {
            self.keep_telling(segments, &offers);
        } else {
            let few = counts.get(best as usize).is_some_and(|count| *count < FEW);
            let least = if best == of && of >= RELAXED && few { best - 1 } else { best };
            keep(segments, &offers, |segment, doc| segment.matched(doc) >= least.max(1), of);
        }
        drop_loose(segments);
        (best > 0 && best < of).then_some((best, of))
    }

    /// How many offers have how many of the required words.
    fn counts(&self, segments: &[SegmentMatches], offers: &[BitSet]) -> Vec<usize> {
        let mut counts = vec![0; self.required.count_ones() as usize + 1];
        for (segment, offers) in segments.iter().zip(offers) {
            let matched = segment.docs.iter().filter(|doc| offers.contains(*doc)).map(|doc| segment.matched(doc));
            matched.for_each(|matched| counts[matched as usize] += 1);
        }
        counts
    }

    /// Weighs the documents of a sentence by what their words tell together, and keeps the best.
    fn keep_telling(&self, segments: &mut [SegmentMatches], offers: &[BitSet]) {
        let mut best: f32 = 0.0;
        for (segment, offers) in segments.iter_mut().zip(offers) {
            // No document is out for a missing word.
            segment.required = 0;
            for doc in segment.docs.iter() {
                let cell = &mut segment.cells[doc as usize];
                let share = self.share(cell.mask);
                cell.score *= share;
                best = if offers.contains(doc) { best.max(share) } else { best };
            }
        }
        let least = (best * SHARE_OF_BEST).max(f32::MIN_POSITIVE);
        let whole = self.required;
        for (segment, offers) in segments.iter_mut().zip(offers) {
            let cells = &segment.cells;
            segment.docs.retain(|doc| {
                let mask = cells[doc as usize].mask;
                if offers.contains(doc) { self.share(mask) >= least } else { mask & whole == whole }
            });
        }
    }

    /// What the words of a mask tell, compared with all of them.
    fn share(&self, mask: u32) -> f32 {
        let (mut own, mut all) = (0.0, f32::MIN_POSITIVE);
        for (bit, rarity) in self.rarity.iter().enumerate() {
            all += rarity;
            own += if mask >> bit & 1 == 1 { *rarity } else { 0.0 };
        }
        own / all
    }
}

/// Drops documents to which the words only lead, unless they are among the good ones.
fn drop_loose(segments: &mut [SegmentMatches]) {
    let scores = segments.iter().flat_map(|segment| segment.docs.iter().map(|doc| segment.score(doc)));
    let least = scores.fold(0.0, f32::max) * LOOSE_SHARE;
    for SegmentMatches { docs, cells, .. } in segments {
        docs.retain(|doc| cells[doc as usize].mask & FIRM != 0 || cells[doc as usize].score >= least);
    }
}

/// Keeps the offers for which `wanted` holds, and of other things those that have `all` words.
fn keep(segments: &mut [SegmentMatches], offers: &[BitSet], wanted: impl Fn(&SegmentMatches, Doc) -> bool, all: u32) {
    for (segment, offers) in segments.iter_mut().zip(offers) {
        let mut docs = std::mem::take(&mut segment.docs);
        docs.retain(|doc| if offers.contains(doc) { wanted(segment, doc) } else { segment.matched(doc) >= all });
        segment.docs = docs;
    }
}
