//! Raises what is called exactly like the query, like some words of it, or like what it is on its way to become.

use rustc_hash::FxHashSet;
use tantivy::SegmentReader;

use super::{
    candidates::{Candidate, Lookup, MatchReason},
    evaluate::Evaluator,
    score::{SegmentMatches, Tally},
};
use crate::{
    german,
    search::{
        error::SearchError,
        query::{
            expansion::Alternative,
            parse::{Query, Word},
        },
        schema::{
            exact_name::{LONGEST_LABEL, Whole},
            fields::Part,
        },
    },
};

/// What the whole query is worth beyond its words when it equals a whole name, in finds in a name.
const WHOLE_QUERY: f32 = 2.5;
/// The same for some words of it, or for a piece of a name.
const WHOLE_PIECE: f32 = 0.45;
/// Letters from which on the beginning of a name tells something.
const TELLING_BEGINNING: usize = 3;

impl Evaluator<'_> {
    /// Raises what is called exactly like the query, like some words of it, or like what they also mean.
    pub(in crate::search) fn add_whole_names(
        &self,
        segment: &SegmentReader,
        query: &Query,
        alternatives: &[Alternative],
        tally: &Tally,
        matches: &mut SegmentMatches,
    ) -> Result<(), SearchError> {
        let lookup = Lookup { segment, fields: self.fields };
        let spans = (0..query.words.len())
            .flat_map(|start| (start + 1..=query.words.len().min(start + LONGEST_LABEL)).map(move |end| start..end));
        let typed = spans.map(|span| (span.clone(), key_of(&query.words[span]), 1.0));
        let meant = alternatives.iter().filter(|a| a.reason == MatchReason::Synonym);
        let meant = meant.map(|a| (a.words.clone(), a.whole_key(), a.weight));
        let mut names: Vec<(f32, Candidate)> = Vec::new();
        for (span, key, worth) in typed.chain(meant) {
            let covered = span.clone().fold(0, |mask, bit| mask | 1_u32 << bit) & tally.required;
            let told: f32 = span.clone().filter_map(|bit| tally.rarity.get(bit)).sum();
            let worth = worth * told * Part::Name.weight();
            let name = if covered == tally.required { WHOLE_QUERY } else { WHOLE_PIECE };
            for (kind, worth) in [(Whole::Name, worth * name), (Whole::Piece, worth * WHOLE_PIECE)] {
                names.extend(lookup.whole(kind, &key, worth)?.map(|found| (worth, found)));
            }
            if let Some(found) = lookup.whole_label(&key)? {
                let rarity = |bit: usize| tally.rarity.get(bit).copied().unwrap_or(0.0);
                let bits: Vec<(usize, f32)> = span.map(|bit| (bit, found.weight * rarity(bit))).collect();
                found.for_each_doc(segment, |doc| {
                    bits.iter().for_each(|(bit, worth)| matches.find_or_support(doc, *bit, *worth, WHOLE_PIECE));
                })?;
            }
        }
        names.extend(self.names_beginning(&lookup, query, tally)?);
        // One name is enough: the best of each document counts.
        names.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let mut named = FxHashSet::default();
        for (worth, found) in names {
            found.for_each_doc(segment, |doc| {
                if named.insert(doc) {
                    matches.raise(doc, worth);
                }
            })?;
        }
        Ok(())
    }

    /// What is called like the query is on its way to become, by how much of the name is typed.
    fn names_beginning(
        &self,
        lookup: &Lookup<'_>,
        query: &Query,
        tally: &Tally,
    ) -> Result<Vec<(f32, Candidate)>, SearchError> {
        // A blank behind the word ends it, but says nothing more yet: what stood first stays there.
        let Some((last, before)) = query.words.split_last().filter(|(last, _)| !last.legal) else {
            return Ok(Vec::new());
        };
        let worth = WHOLE_QUERY * Part::Name.weight() * tally.rarity.iter().sum::<f32>();
        let mut found = Vec::new();
        for key in beginnings(before, &last.surface).iter().filter(|key| key.chars().count() >= TELLING_BEGINNING) {
            for (length, name) in lookup.names_beginning(key)? {
                found.push((worth * key.len() as f32 / length.max(1) as f32, name));
            }
        }
        for stem in german::unfinished_stems(&last.surface) {
            for key in beginnings(before, stem) {
                found.extend(lookup.whole(Whole::Name, &key, worth)?.map(|name| (worth, name)));
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
