//! Raises what is called exactly like the query, like some words of it, or like what it is on its way to become.

use rustc_hash::FxHashSet;

use super::{
    Candidate, Clauses, Lookup, SegmentMatches, TermMatch,
    score::{EVERY_CLAUSE, bit_of},
};
use crate::{
    german,
    search::{Alternative, LONGEST_LABEL, MatchReason, Part, Query, SearchError, Whole, Word},
};

/// What the whole query is worth beyond its words when it equals a whole name, in matches in a name.
const WHOLE_QUERY: f32 = 2.5;
/// The same when the name has every word of the line, also those that say little.
const WHOLE_LINE: f32 = 3.2;
/// The same for some words of it, or for a piece of a name.
const WHOLE_PIECE: f32 = 0.45;
/// A whole name that equals an equal word, where an entry is about the typed word itself.
const BESIDE_TYPED: f32 = 0.6;
/// A whole name that equals something to which the line only leads.
const LED_TO: f32 = 0.7;
/// Letters from which on the beginning of a name tells something.
const TELLING_BEGINNING: usize = 3;

pub(super) struct TitleMatcher<'a> {
    pub lookup: &'a Lookup<'a>,
    pub query: &'a Query,
    pub terms: &'a [TermMatch],
    pub alternatives: &'a [Alternative],
    pub clauses: &'a Clauses,
}

impl TitleMatcher<'_> {
    /// Raises what is called exactly like the query, like some words of it, or like what they also mean.
    pub(super) fn score(&self, matches: &mut SegmentMatches) -> Result<(), SearchError> {
        let mut names: Vec<(f32, Candidate)> = Vec::new();
        for (span, key, weight) in self.keys() {
            names.extend(self.names(&span, &key, weight)?);
            self.score_label(&span, &key, weight, matches)?;
        }
        names.extend(self.names_being_typed()?);
        // One name is enough: the best of each document counts.
        names.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let mut named = FxHashSet::default();
        for (score, found) in names {
            found.for_each_doc(self.lookup.segment, |doc| {
                if named.insert(doc) {
                    matches.boost(doc, EVERY_CLAUSE, score);
                }
            })?;
        }
        Ok(())
    }

    /// The keys under which a whole name may equal words of the query or what they also mean, with their weights.
    fn keys(&self) -> impl Iterator<Item = (Vec<usize>, String, f32)> + '_ {
        let words = &self.query.words;
        let spans = (0..words.len())
            .flat_map(move |start| (start + 1..=words.len().min(start + LONGEST_LABEL)).map(move |end| start..end));
        // A title may be longer than a label.
        let line = std::iter::once(0..words.len()).filter(|line| line.len() > LONGEST_LABEL);
        let typed =
            spans.chain(line).filter_map(move |span| Some((span.clone().collect(), key_of(words.get(span)?), 1.0)));
        let meant = self.alternatives.iter().filter(|other| other.reason == MatchReason::Synonym);
        typed.chain(
            meant.filter_map(|other| Some((other.words.clone(), other.whole_key(), self.weight_of_name(other)?))),
        )
    }

    /// What a whole name that equals what words also mean is worth, if anything. Where an entry is about the typed word itself,
    /// another one that is called like something to which the word only leads is no better for its name, and one that is
    /// called like an equal word a little.
    fn weight_of_name(&self, alternative: &Alternative) -> Option<f32> {
        // Several words that a rule knows together are no accident, wherever each of them stands.
        match alternative.words[..] {
            [number] if self.terms.get(number).is_some_and(|how| how.firm) => {
                (!alternative.is_loose()).then_some(alternative.weight * BESIDE_TYPED)
            }
            _ if alternative.is_loose() => Some(alternative.weight * LED_TO),
            _ => Some(alternative.weight),
        }
    }

    /// What is called like this key, or has it as a piece of its name.
    fn names(&self, span: &[usize], key: &str, weight: f32) -> Result<Vec<(f32, Candidate)>, SearchError> {
        let required = self.clauses.required;
        let covered = span.iter().fold(0, |mask, bit| mask | bit_of(*bit)) & required;
        let rarity: f32 = span.iter().filter_map(|bit| self.clauses.rarity.get(*bit)).sum();
        let score = weight * rarity * Part::Name.weight();
        let of_name = match covered == required {
            true if span.len() == self.query.words.len() => WHOLE_LINE,
            true => WHOLE_QUERY,
            false => WHOLE_PIECE,
        };
        let mut found = Vec::new();
        for (kind, score) in [(Whole::Name, score * of_name), (Whole::Piece, score * WHOLE_PIECE)] {
            found.extend(self.lookup.whole(kind, key, score)?.map(|name| (score, name)));
        }
        Ok(found)
    }

    fn score_label(
        &self,
        span: &[usize],
        key: &str,
        weight: f32,
        matches: &mut SegmentMatches,
    ) -> Result<(), SearchError> {
        let Some(label) = self.lookup.whole_label(key)? else { return Ok(()) };
        let rarity = |bit: usize| self.clauses.rarity.get(bit).copied().unwrap_or(0.0);
        let bits: Vec<(usize, f32)> = span.iter().map(|bit| (*bit, label.weight * weight * rarity(*bit))).collect();
        label.for_each_doc(self.lookup.segment, |doc| {
            bits.iter().for_each(|(bit, score)| matches.add_or_boost(doc, *bit, *score, WHOLE_PIECE));
        })
    }

    /// What is called like the query is on its way to become, by how much of the name is typed.
    fn names_being_typed(&self) -> Result<Vec<(f32, Candidate)>, SearchError> {
        // A blank behind the word ends it, but says nothing more yet: what stood first stays there.
        let Some((last, before)) = self.query.words.split_last().filter(|(last, _)| !last.legal) else {
            return Ok(Vec::new());
        };
        let score = WHOLE_QUERY * Part::Name.weight() * self.clauses.rarity.iter().sum::<f32>();
        let mut found = Vec::new();
        let telling = |key: &&String| key.chars().count() >= TELLING_BEGINNING;
        for key in beginnings(before, &last.surface).iter().filter(telling) {
            for (length, name) in self.lookup.names_with_prefix(key)? {
                found.push((score * key.len() as f32 / length.max(1) as f32, name));
            }
        }
        for stem in german::unfinished_stems(&last.surface) {
            for key in beginnings(before, stem) {
                found.extend(self.lookup.whole(Whole::Name, &key, score)?.map(|name| (score, name)));
            }
        }
        Ok(found)
    }
}

/// With what a name begins that these words lead to: "kita re" to "Kita Regenbogen" and to "Kitaregistrierung".
fn beginnings(before: &[Word], last: &str) -> Vec<String> {
    let Some((neighbour, others)) = before.split_last() else { return vec![last.to_owned()] };
    let glued = format!("{}{last}", neighbour.surface);
    let glued = if others.is_empty() { glued } else { format!("{} {glued}", key_of(others)) };
    vec![format!("{} {last}", key_of(before)), glued]
}

/// The key under which a whole name or label equals these words.
fn key_of(words: &[Word]) -> String {
    let keys: Vec<&str> = words.iter().map(Word::key).collect();
    keys.join(" ")
}
