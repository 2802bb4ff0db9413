//! Scores documents: which words of a query each has, and how much that is worth.

use std::sync::Arc;

use crate::{
    catalogue::Kind,
    search::{BitSet, Columns, Doc, MAX_CLAUSES},
};

/// What a word is worth beyond its best match, for every further part that has it, and the same in a sentence: what a
/// question asks stands all over the entry that answers it.
const FURTHER_MATCH: f32 = 0.09;
const FURTHER_IN_SENTENCE: f32 = 0.2;
/// What every further word to which one leads is worth, and the word itself beside one to which it leads.
const AGREEMENT: f32 = 0.2;
/// What a word that only leads to something counts in the share of a line that an entry has.
const LED_SHARE: f32 = 0.8;
/// Of a sentence an entry must have this share of what the best one has.
const SENTENCE_SHARE: f32 = 0.4;
/// A document to which the words only lead must reach this share of the best score.
const LOOSE_SHARE: f32 = 0.2;
/// An entry that lacks a word must reach this share of the best score of those that have them all.
const NEARLY_AS_GOOD: f32 = 0.7;
/// The same where few have them all.
const GOOD_AMONG_FEW: f32 = 0.35;
/// Fewer hits than this are followed by entries that lack one word.
const FEW: usize = 5;
/// From so many words on entries that lack one are worth showing.
const RELAXED: usize = 3;

/// What one document has of a query. Small, because all documents of a segment lie side by side in memory.
#[derive(Clone, Copy, Debug, Default)]
struct DocScore {
    score: f32,
    /// The words that were found.
    found: ClauseMask,
    /// Those of them that only lead to something that the document has.
    led: ClauseMask,
}

/// Words and phrases of a query as bits.
pub(super) type ClauseMask = u16;

/// All of them.
pub(super) const EVERY_CLAUSE: ClauseMask = ClauseMask::MAX;

const _: () = assert!(MAX_CLAUSES <= ClauseMask::BITS as usize);

/// The bit of a word or phrase.
pub(super) fn bit_of(number: usize) -> ClauseMask {
    u32::try_from(number).ok().and_then(|number| (1 as ClauseMask).checked_shl(number)).unwrap_or(0)
}

impl DocScore {
    /// The document really has a word, not only something to which a word leads.
    fn is_direct(self) -> bool {
        self.found & !self.led != 0
    }
}

#[derive(Clone, Debug)]
pub(in crate::search) struct SegmentMatches {
    pub docs: BitSet,
    scores: Vec<DocScore>,
    further: f32,
}

impl SegmentMatches {
    /// Everything that is not deleted, for a query without words.
    pub(super) fn everything(columns: &Columns) -> Self {
        Self { docs: columns.alive.clone(), scores: Vec::new(), further: FURTHER_MATCH }
    }

    pub(super) fn new(columns: &Columns, sentence: bool) -> Self {
        let further = if sentence { FURTHER_IN_SENTENCE } else { FURTHER_MATCH };
        Self { docs: BitSet::empty(columns.docs), scores: vec![DocScore::default(); columns.docs], further }
    }

    pub(in crate::search) fn score(&self, doc: Doc) -> f32 {
        self.doc_score(doc).score
    }

    /// The words and phrases that a document has.
    pub(super) fn found(&self, doc: Doc) -> ClauseMask {
        self.doc_score(doc).found
    }

    fn doc_score(&self, doc: Doc) -> DocScore {
        self.scores.get(doc as usize).copied().unwrap_or_default()
    }

    /// Number of documents in the segment.
    pub(super) fn size(&self) -> usize {
        self.scores.len()
    }

    /// Adds a match of a word. Matches come best first, so the first one decides.
    pub(super) fn add(&mut self, doc: Doc, bit: usize, score: f32) {
        let (bit, further) = (bit_of(bit), self.further);
        let Some(own) = self.add_first(doc, bit, 0, score) else { return };
        if own.led & bit != 0 {
            // It has the word after all.
            own.led &= !bit;
            own.score += score * AGREEMENT;
        } else {
            own.score += score * further;
        }
    }

    /// Adds the first match of a word; what the document has so far, where it has the word already.
    fn add_first(&mut self, doc: Doc, bit: ClauseMask, led: ClauseMask, score: f32) -> Option<&mut DocScore> {
        let own = self.scores.get_mut(doc as usize)?;
        if own.found & bit != 0 {
            return Some(own);
        }
        // The first word of this document: from now on it is a match.
        if own.found == 0 {
            self.docs.insert(doc);
        }
        own.found |= bit;
        own.led |= led;
        own.score += score;
        None
    }

    /// Adds a match of something to which a word leads. Where something else has led there already and both agree, it
    /// counts a little; where the document has the word itself, it says nothing.
    pub(super) fn add_led_to(&mut self, doc: Doc, bit: usize, score: f32, agrees: bool) {
        let bit = bit_of(bit);
        if let Some(own) = self.add_first(doc, bit, bit, score).filter(|own| own.led & bit != 0 && agrees) {
            own.score += score * AGREEMENT;
        }
    }

    /// Adds a match of a word where nothing better has matched it.
    pub(super) fn add_if_absent(&mut self, doc: Doc, bit: usize, score: f32) {
        let own = self.doc_score(doc);
        if own.found & !own.led & bit_of(bit) == 0 {
            self.add(doc, bit, score);
        }
    }

    /// Adds a match of a word, or raises a document that has it already by a share of `score`.
    pub(super) fn add_or_boost(&mut self, doc: Doc, bit: usize, score: f32, share: f32) {
        if self.doc_score(doc).found & bit_of(bit) == 0 {
            self.add(doc, bit, score);
        } else {
            self.boost(doc, bit_of(bit), score * share);
        }
    }

    /// Raises a document that has any of these words, given as bits.
    pub(super) fn boost(&mut self, doc: Doc, words: ClauseMask, score: f32) {
        if let Some(own) = self.scores.get_mut(doc as usize).filter(|own| own.found & words != 0) {
            own.score += score;
        }
    }
}

/// The words and phrases of a query, and how they count together.
pub(super) struct Clauses {
    /// Words that a document should have, as bits.
    pub required: ClauseMask,
    /// Phrases, as bits; they are among the required.
    pub phrases: ClauseMask,
    /// What each word and phrase tells, by bit.
    pub rarity: Vec<f32>,
    /// Not the number of words found counts, but what they say.
    pub sentence: bool,
}

/// The offers that have the same number of required words.
#[derive(Clone, Copy, Debug, Default)]
struct LevelStats {
    offers: usize,
    best_score: f32,
    best_share: f32,
}

/// What a document must have to stay.
struct Thresholds {
    /// So many of the required words ...
    matched: u32,
    /// ... or so good a score,
    score: f32,
    /// ... and of a sentence such a share of what it says.
    share: f32,
    /// The score that a document needs to which the words only lead.
    loose: f32,
}

impl Clauses {
    /// Scales every score by how much of the query the document has, and keeps the good ones: those with all words (or the
    /// most, when none has all), and those that are as good without one. When few offers have them all, those follow
    /// that lack one. Of a sentence the offers stay that have the most telling words. Target groups, people and
    /// providers have few words: they match whole or not at all.
    pub(super) fn keep_best(&self, segments: &mut [SegmentMatches], columns: &[Arc<Columns>]) {
        let of = self.required.count_ones();
        let offers: Vec<BitSet> = columns.iter().map(|columns| columns.kind(Kind::Measure)).collect();
        self.require_phrases(segments, &offers);
        let shares = Shares::of(&self.rarity);
        let levels = self.scale_by_share(segments, &offers, &shares);
        let best = levels.iter().rposition(|level| level.offers > 0).unwrap_or(0);
        let least = self.thresholds(&levels, best);
        for (segment, offers) in segments.iter_mut().zip(&offers) {
            let scores = &segment.scores;
            segment.docs.retain(|doc| {
                let own = scores.get(doc as usize).copied().unwrap_or_default();
                let (score, matched) = (own.score, (own.found & self.required).count_ones());
                let good = match offers.contains(doc) {
                    false => matched >= of,
                    true if self.sentence => shares.share(own) >= least.share,
                    true => matched >= least.matched || score >= least.score,
                };
                good && (own.is_direct() || score >= least.loose)
            });
        }
    }

    /// Whoever puts words in quotes means them: offers without the phrases go, unless no offer has them.
    fn require_phrases(&self, segments: &mut [SegmentMatches], offers: &[BitSet]) {
        let lacks = |segment: &SegmentMatches, doc: Doc| segment.doc_score(doc).found & self.phrases != self.phrases;
        let mut pairs = segments.iter().zip(offers);
        let known =
            pairs.any(|(segment, offers)| segment.docs.iter().any(|doc| offers.contains(doc) && !lacks(segment, doc)));
        for segment in segments.iter_mut().filter(|_| known && self.phrases != 0) {
            // Taken out, because the scores of the same segment decide.
            let mut docs = std::mem::take(&mut segment.docs);
            docs.retain(|doc| !lacks(segment, doc));
            segment.docs = docs;
        }
    }

    /// Multiplies every score by the share of the query that was found.
    fn scale_by_share(&self, segments: &mut [SegmentMatches], offers: &[BitSet], shares: &Shares) -> Vec<LevelStats> {
        let mut levels = vec![LevelStats::default(); self.required.count_ones() as usize + 1];
        for (segment, offers) in segments.iter_mut().zip(offers) {
            for doc in segment.docs.iter() {
                let Some(own) = segment.scores.get_mut(doc as usize) else { continue };
                let share = shares.share(*own);
                own.score *= share;
                let level = levels.get_mut((own.found & self.required).count_ones() as usize);
                if let Some(level) = level.filter(|_| offers.contains(doc)) {
                    level.offers += 1;
                    level.best_score = level.best_score.max(own.score);
                    level.best_share = level.best_share.max(share);
                }
            }
        }
        levels
    }

    fn thresholds(&self, levels: &[LevelStats], best: usize) -> Thresholds {
        let of = levels.len() - 1;
        let best_level = levels.get(best).copied().unwrap_or_default();
        let few = best == of && best_level.offers < FEW;
        let matched = if few && of >= RELAXED { best - 1 } else { best }.max(1);
        let nearly = if few { GOOD_AMONG_FEW } else { NEARLY_AS_GOOD };
        let score = levels.iter().fold(0.0_f32, |score, level| score.max(level.best_score));
        let share = levels.iter().fold(0.0_f32, |share, level| share.max(level.best_share));
        Thresholds {
            matched: u32::try_from(matched).unwrap_or(u32::MAX),
            // Words around a subject that nobody has say nothing.
            score: if best == 0 { f32::INFINITY } else { best_level.best_score * nearly },
            share: (share * SENTENCE_SHARE).max(f32::MIN_POSITIVE),
            loose: score * LOOSE_SHARE,
        }
    }
}

/// What the words of a mask tell, compared with all of them.
///
/// Looked up by eight bits of the mask at a time: it is asked for every document.
struct Shares {
    by_byte: [[f32; 256]; 2],
}

impl Shares {
    fn of(rarity: &[f32]) -> Self {
        let all = rarity.iter().sum::<f32>();
        let share = |bit: usize| rarity.get(bit).map_or(0.0, |rarity| rarity / all.max(f32::MIN_POSITIVE));
        let of_byte = |byte: usize, bits: usize| {
            (0..8).filter(|bit| bits >> bit & 1 == 1).map(|bit| share(byte * 8 + bit)).sum::<f32>()
        };
        Self { by_byte: std::array::from_fn(|byte| std::array::from_fn(|bits| of_byte(byte, bits))) }
    }

    /// What a document has; a word that only leads to something there counts less.
    fn share(&self, own: DocScore) -> f32 {
        let found = self.of_mask(own.found);
        if own.led == 0 { found } else { found - (1.0 - LED_SHARE) * self.of_mask(own.led) }
    }

    fn of_mask(&self, mask: ClauseMask) -> f32 {
        // Every byte has its share: the compiler sees it and checks nothing.
        let of_byte = |(shares, bits): (&[f32; 256], u8)| shares.get(usize::from(bits)).copied().unwrap_or_default();
        self.by_byte.iter().zip(mask.to_le_bytes()).map(of_byte).sum()
    }
}
