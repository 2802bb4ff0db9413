//! Which words of a query no hit has.

use super::{
    Matches,
    score::{ClauseMask, bit_of},
};
use crate::{
    german::WordRole,
    search::{BitSet, Query, Word},
};

/// What the hits lack.
#[derive(Default)]
pub(in crate::search) struct Lacking {
    /// `(matched, of)` when no hit has all words and phrases that say something: the best have `matched` of them.
    pub partial: Option<(u32, u32)>,
    /// The words of facts that no hit has, by number.
    pub facts: Vec<usize>,
}

impl Matches {
    /// What all of these hits, by segment, lack. As a rule one of the first has everything.
    pub(in crate::search) fn lacking(&self, query: &Query, hits: &[BitSet]) -> Lacking {
        let of_fact = |word: &Word| {
            let is_in = |range: &std::ops::Range<usize>| range.start <= word.range.start && word.range.end <= range.end;
            query.facts.iter().any(|fact| is_in(&fact.range))
        };
        let (mut telling, mut facts): (ClauseMask, ClauseMask) = (0, 0);
        for (number, word) in query.words.iter().enumerate() {
            if of_fact(word) {
                facts |= bit_of(number);
            } else if tells(word) {
                telling |= bit_of(number);
            }
        }
        let phrases = query.words.len()..query.words.len() + query.phrases.len();
        telling |= phrases.fold(0, |mask, number| mask | bit_of(number));
        let (mut best, mut found, of) = (0, 0, telling.count_ones());
        let all = self.segments.iter().zip(hits).flat_map(|(segment, hits)| hits.iter().map(|doc| segment.found(doc)));
        for own in all {
            best = best.max((own & telling).count_ones());
            found |= own;
            if best == of && found & facts == facts {
                break;
            }
        }
        let missing = (0..query.words.len()).filter(|number| facts & !found & bit_of(*number) != 0);
        // Nothing is no partial match.
        Lacking { partial: (best > 0 && best < of).then_some((best, of)), facts: missing.collect() }
    }
}

/// Whether a hit without this word lacks something: not what is still being typed, nor a word around the subject; but a number.
fn tells(word: &Word) -> bool {
    let is_number = word.surface.bytes().all(|byte| byte.is_ascii_digit());
    word.role != WordRole::Filler || is_number && !word.begun
}
