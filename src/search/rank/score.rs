//! Counts what documents have of a query: which words, and how much that is worth.

use std::sync::Arc;

use crate::{
    catalogue::Kind,
    search::facet::{
        columns::Columns,
        docset::{BitSet, Doc},
    },
};

/// What a word is worth beyond its best find, for every further part that has it.
const FURTHER_FIND: f32 = 0.09;
/// Of a sentence an entry must have this share of what the best one has.
const SHARE_OF_BEST: f32 = 0.4;
/// A document to which the words only lead must reach this share of the best score.
const LOOSE_SHARE: f32 = 0.2;
/// An entry that lacks a word must reach this share of the best score of those that have them all.
const NEAR: f32 = 0.7;
/// Fewer hits than this are followed by entries that lack one word.
const FEW: usize = 5;
/// From so many words on entries that lack one are worth showing.
const RELAXED: usize = 3;

/// What one document has of a query. Small, because all documents of a segment lie side by side in memory.
#[derive(Clone, Copy, Debug, Default)]
struct DocScore {
    score: f32,
    /// The words that were found, as bits, and [`FIRM`].
    mask: u32,
}

/// The document really has a word, not only something to which a word leads.
const FIRM: u32 = 1 << 31;

/// Words and phrases that a query can have: the bits of a mask besides [`FIRM`].
pub(in crate::search) const MOST_BITS: usize = 31;

/// The matches in one segment.
pub(in crate::search) struct SegmentMatches {
    pub docs: BitSet,
    cells: Vec<DocScore>,
}

impl SegmentMatches {
    /// Everything that is not deleted, for a query without words.
    pub(in crate::search) fn everything(columns: &Columns) -> Self {
        Self { docs: columns.alive.clone(), cells: Vec::new() }
    }

    pub(in crate::search) fn new(columns: &Columns) -> Self {
        Self { docs: BitSet::empty(columns.docs), cells: vec![DocScore::default(); columns.docs] }
    }

    pub(in crate::search) fn score(&self, doc: Doc) -> f32 {
        self.cell(doc).score
    }

    fn cell(&self, doc: Doc) -> DocScore {
        self.cells.get(doc as usize).copied().unwrap_or_default()
    }

    /// Takes deleted documents out.
    pub(in crate::search) fn keep_alive(&mut self, columns: &Columns) {
        self.docs.intersect(&columns.alive);
    }

    /// Notes that a document really has a word.
    pub(in crate::search) fn firm(&mut self, doc: Doc) {
        if let Some(cell) = self.cells.get_mut(doc as usize) {
            cell.mask |= FIRM;
        }
    }

    /// Notes that a document has a word. Finds come best first, so the first one decides.
    pub(in crate::search) fn find(&mut self, doc: Doc, bit: usize, worth: f32) {
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
    pub(in crate::search) fn find_first(&mut self, doc: Doc, bit: usize, worth: f32) {
        if self.cell(doc).mask >> bit & 1 == 0 {
            self.find(doc, bit, worth);
        }
    }

    /// Notes that a document has a word, or raises it by a share of `worth` if that is known already.
    pub(in crate::search) fn find_or_support(&mut self, doc: Doc, bit: usize, worth: f32, share: f32) {
        if self.cell(doc).mask >> bit & 1 == 0 {
            self.find(doc, bit, worth);
        } else {
            self.raise(doc, worth * share);
        }
    }

    /// Raises a document that has any of the words.
    pub(in crate::search) fn raise(&mut self, doc: Doc, worth: f32) {
        if let Some(cell) = self.cells.get_mut(doc as usize).filter(|cell| cell.mask != 0) {
            cell.score += worth;
        }
    }

    /// Raises a document that has the word already.
    pub(in crate::search) fn support(&mut self, doc: Doc, bit: usize, worth: f32) {
        if let Some(cell) = self.cells.get_mut(doc as usize).filter(|cell| cell.mask >> bit & 1 == 1) {
            cell.score += worth;
        }
    }
}

/// How the words of a query count together.
pub(in crate::search) struct Tally {
    /// Words that a document should have, as bits.
    pub required: u32,
    /// Phrases, as bits; they are among the required.
    pub phrases: u32,
    /// What each word and phrase tells, by bit.
    pub rarity: Vec<f32>,
    /// Not the number of words found counts, but what they say.
    pub sentence: bool,
}

/// What was found of a query, by the number of its required words.
#[derive(Clone, Copy, Debug, Default)]
struct Level {
    offers: usize,
    best_score: f32,
    best_share: f32,
}

/// What a document must have to stay.
struct Bar {
    /// So many of the required words ...
    matched: u32,
    /// ... or so good a score,
    score: f32,
    /// ... and of a sentence such a share of what it says.
    share: f32,
    /// The score that a document needs to which the words only lead.
    loose: f32,
}

impl Tally {
    /// Weighs every document by how much of the query it has, and keeps the good ones: those with all words (or the
    /// most, when none has all), and those that are as good without one. When few offers have them all, those follow
    /// that lack one. Of a sentence the offers stay that have the most telling words. Target groups, people and
    /// providers have few words: they match whole or not at all.
    ///
    /// Returns `(matched, of)` when no offer has all words.
    pub(in crate::search) fn keep_best(
        &self,
        segments: &mut [SegmentMatches],
        columns: &[Arc<Columns>],
    ) -> Option<(u32, u32)> {
        let of = self.required.count_ones();
        let offers: Vec<BitSet> = columns.iter().map(|columns| columns.kind(Kind::Measure)).collect();
        self.demand_phrases(segments, &offers);
        let shares = Shares::of(&self.rarity);
        let levels = self.weigh(segments, &offers, &shares);
        let best = levels.iter().rposition(|level| level.offers > 0).unwrap_or(0);
        let bar = self.bar(&levels, best);
        let best = u32::try_from(best).unwrap_or(u32::MAX);
        for (segment, offers) in segments.iter_mut().zip(&offers) {
            let cells = &segment.cells;
            segment.docs.retain(|doc| {
                let DocScore { score, mask } = cells[doc as usize];
                let matched = (mask & self.required).count_ones();
                let good = match offers.contains(doc) {
                    false => matched >= of,
                    true if self.sentence => shares.share(mask) >= bar.share,
                    true => matched >= bar.matched || score >= bar.score,
                };
                good && (mask & FIRM != 0 || score >= bar.loose)
            });
        }
        (best > 0 && best < of).then_some((best, of))
    }

    /// Whoever puts words in quotes means them: offers without the phrases go, unless no offer has them.
    fn demand_phrases(&self, segments: &mut [SegmentMatches], offers: &[BitSet]) {
        let lacks = |segment: &SegmentMatches, doc: Doc| segment.cell(doc).mask & self.phrases != self.phrases;
        let mut pairs = segments.iter().zip(offers);
        let known =
            pairs.any(|(segment, offers)| segment.docs.iter().any(|doc| offers.contains(doc) && !lacks(segment, doc)));
        for segment in segments.iter_mut().filter(|_| known && self.phrases != 0) {
            let mut docs = std::mem::take(&mut segment.docs);
            docs.retain(|doc| !lacks(segment, doc));
            segment.docs = docs;
        }
    }

    /// Multiplies every score by the share of the query that was found.
    fn weigh(&self, segments: &mut [SegmentMatches], offers: &[BitSet], shares: &Shares) -> Vec<Level> {
        let mut levels = vec![Level::default(); self.required.count_ones() as usize + 1];
        for (segment, offers) in segments.iter_mut().zip(offers) {
            for doc in segment.docs.iter() {
                let cell = &mut segment.cells[doc as usize];
                let share = shares.share(cell.mask);
                cell.score *= share;
                if offers.contains(doc) {
                    let level = &mut levels[(cell.mask & self.required).count_ones() as usize];
                    level.offers += 1;
                    level.best_score = level.best_score.max(cell.score);
                    level.best_share = level.best_share.max(share);
                }
            }
        }
        levels
    }

    fn bar(&self, levels: &[Level], best: usize) -> Bar {
        let of = levels.len() - 1;
        let few = best == of && of >= RELAXED && levels[best].offers < FEW;
        let matched = if few { best - 1 } else { best }.max(1);
        let score = levels.iter().fold(0.0_f32, |score, level| score.max(level.best_score));
        let share = levels.iter().fold(0.0_f32, |share, level| share.max(level.best_share));
        Bar {
            matched: u32::try_from(matched).unwrap_or(u32::MAX),
            // Words around a subject that nobody has say nothing.
            score: if best == 0 { f32::INFINITY } else { levels[best].best_score * NEAR },
            share: (share * SHARE_OF_BEST).max(f32::MIN_POSITIVE),
            loose: score * LOOSE_SHARE,
        }
    }
}

/// What the words of a mask tell, compared with all of them.
///
/// Looked up by eight bits of the mask at a time: it is asked for every document.
struct Shares {
    by_byte: [[f32; 256]; 4],
}

impl Shares {
    fn of(rarity: &[f32]) -> Self {
        let all = rarity.iter().sum::<f32>();
        let told = |bit: usize| rarity.get(bit).map_or(0.0, |told| told / all.max(f32::MIN_POSITIVE));
        let of_byte = |byte: usize, bits: usize| {
            (0..8).filter(|bit| bits >> bit & 1 == 1).map(|bit| told(byte * 8 + bit)).sum::<f32>()
        };
        Self { by_byte: std::array::from_fn(|byte| std::array::from_fn(|bits| of_byte(byte, bits))) }
    }

    fn share(&self, mask: u32) -> f32 {
        self.by_byte.iter().zip(mask.to_le_bytes()).map(|(told, bits)| told[bits as usize]).sum()
    }
}
