//! What else the words of a query may mean: synonyms, and the parts of a compound that was typed.

use std::{collections::BTreeMap, sync::Arc};

use super::{MatchReason, Word};
use crate::german::{self, Analyser, CompoundPart, Expansion, Lexicon, RuleNumber, Thesaurus, Token};

/// What a match by an equal word is worth compared with the word itself.
const EQUAL: f32 = 0.75;
/// A match by a word to which the typed one only leads.
const ONE_WAY: f32 = 0.5;
/// What a rule of the widest kind leads to is worth of that, and how many variants make it that wide: a rule that
/// gathers everything says little about each.
const WIDEST: f32 = 0.5;
const WIDE: f32 = 400.0;
/// A match by what a part of the typed compound leads to: "Drogenproblem", "Droge", "Suchtberatung".
const BY_PART: f32 = 0.4;
/// A match by where another word leads that nobody uses here.
const SECOND_DEGREE: f32 = 0.8;
/// A match of all parts of the typed compound.
const ALL_PARTS: f32 = 0.5;
/// A term that the word under the cursor may become.
const COMPLETED: f32 = 0.65;
/// Letters from which on a beginning says which term it may become.
const TELLING_BEGINNING: usize = 4;
/// Terms that a beginning may become.
const MAX_COMPLETIONS: usize = 8;

/// Other words for the same words of a query.
const MAX_PER_WORDS: usize = 10;
/// More of them do not make a search better.
const MAX_ALTERNATIVES: usize = 40;

/// Other words that count instead of some words of a query, all of them together.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// The words of the query that they stand for, by number and in order: not always neighbours.
    pub words: Vec<usize>,
    /// The other words.
    pub replacement: Vec<AlternativeWord>,
    /// The other words as a list writes them; the typed word itself for the parts of a compound.
    pub text: Arc<str>,
    /// What connects the two: [`MatchReason::Synonym`] or [`MatchReason::Part`].
    pub reason: MatchReason,
    /// What whoever typed them should know.
    pub hint: Option<Arc<str>>,
    pub(in crate::search) weight: f32,
    /// The typed words themselves have this synonym, not a part of them or what they may become.
    pub(in crate::search) is_known_term: bool,
    /// An entry is about them: set when they are looked up.
    pub(in crate::search) firm: bool,
    /// The rule by which they lead there.
    rule: Option<RuleNumber>,
}

/// One of the other words.
#[derive(Clone, Debug, PartialEq)]
pub struct AlternativeWord {
    /// Folded.
    pub surface: Arc<str>,
    /// Its stem; `None` for a word that is kept whole.
    pub stem: Option<Arc<str>>,
}

impl From<Token> for AlternativeWord {
    fn from(token: Token) -> Self {
        Self { surface: token.surface.into(), stem: token.stem }
    }
}

impl Alternative {
    /// Where the thesaurus leads from some words; `share` is what the way there is worth.
    pub(in crate::search) fn synonyms(
        words: Vec<usize>,
        expansions: Vec<Expansion>,
        share: f32,
    ) -> impl Iterator<Item = Self> {
        expansions.into_iter().map(move |Expansion { tokens, text, hint, equal, variants, rule }| Self {
            words: words.clone(),
            replacement: tokens.into_iter().map(AlternativeWord::from).collect(),
            text,
            reason: MatchReason::Synonym,
            hint,
            weight: share * if equal { EQUAL } else { ONE_WAY * narrowness(variants) },
            is_known_term: share >= 1.0,
            firm: false,
            rule: Some(rule),
        })
    }

    /// A place for whose offers a town stands as well.
    pub(in crate::search) fn reachable(number: usize, label: &str, analyser: &mut Analyser) -> Self {
        let tokens = analyser.tokens(label).into_iter().filter(|token| !token.is_small);
        let words = tokens.map(AlternativeWord::from).collect();
        Self { reason: MatchReason::Reach, ..Self::of_parts(number, words, label) }
    }

    fn of_parts(number: usize, replacement: Vec<AlternativeWord>, text: &str) -> Self {
        let (words, text) = (vec![number], text.into());
        let (reason, weight) = (MatchReason::Part, ALL_PARTS);
        Self { words, replacement, text, reason, hint: None, weight, is_known_term: false, firm: false, rule: None }
    }

    fn parts(number: usize, word: &Word) -> Option<Self> {
        let part = |part: &CompoundPart| {
            let surface = word.surface.get(part.range.clone())?;
            Some(AlternativeWord { surface: surface.into(), stem: Some(part.stem.clone()) })
        };
        let replacement: Vec<AlternativeWord> = word.parts.iter().filter_map(part).collect();
        (replacement.len() > 1).then(|| Self::of_parts(number, replacement, &word.surface))
    }

    /// The same for another word, worth a share of it.
    pub(in crate::search) fn moved_to(self, number: usize, share: f32) -> Self {
        Self { words: vec![number], weight: self.weight * share, is_known_term: false, ..self }
    }

    /// True when the typed words only lead to these, or may become or have been meant to be them.
    pub(in crate::search) fn is_loose(&self) -> bool {
        self.reason == MatchReason::Synonym && self.weight < EQUAL
    }

    /// The key under which a whole name or label equals these words.
    pub(in crate::search) fn whole_key(&self) -> String {
        let keys: Vec<&str> =
            self.replacement.iter().map(|word| word.stem.as_deref().unwrap_or(&word.surface)).collect();
        keys.join(" ")
    }
}

/// What a term is worth to which so many variants lead.
fn narrowness(variants: usize) -> f32 {
    1.0 - (1.0 - WIDEST) * (variants as f32 / WIDE).min(1.0)
}

/// Everything that the words may mean besides themselves, the surest first.
pub(in crate::search) fn alternatives(
    typed: &[Word],
    thesaurus: &Thesaurus,
    lexicon: &Lexicon,
    analyser: &mut Analyser,
) -> Vec<Alternative> {
    let keys: Vec<Vec<String>> = typed.iter().map(|word| keys(word, analyser)).collect();
    let mut all = Vec::new();
    let mut found: Vec<(Vec<usize>, String)> =
        thesaurus.find(&keys).into_iter().map(|found| (found.words, found.key)).collect();
    found.extend(joined(typed).map(|(words, joined)| (words, analyser.stem(joined).to_string())));
    found.retain(|(words, key)| match words[..] {
        [number] => typed.get(number).is_some_and(|word| is_finished(word, key, thesaurus, lexicon)),
        _ => true,
    });
    for (words, key) in found {
        all.extend(Alternative::synonyms(words, thesaurus.get(&key, analyser), 1.0));
    }
    for (number, word) in typed.iter().enumerate() {
        all.extend(Alternative::parts(number, word));
        // A word that has synonyms of its own needs none of its parts.
        if !all.iter().any(|other| other.reason == MatchReason::Synonym && other.words.contains(&number)) {
            all.extend(by_parts(number, word, thesaurus, analyser));
        }
    }
    keep_surest(all)
}

/// Leaves out the same words by another way, and what is too much.
fn keep_surest(mut all: Vec<Alternative>) -> Vec<Alternative> {
    // More words explained at once are the surer reading.
    all.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then(b.weight.total_cmp(&a.weight)));
    let mut kept: Vec<Alternative> = Vec::new();
    let mut counts: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for alternative in all {
        if kept.iter().any(|other| other.words == alternative.words && other.text == alternative.text) {
            continue;
        }
        let count = counts.entry(alternative.words.clone()).or_default();
        *count += 1;
        if *count <= MAX_PER_WORDS {
            kept.push(alternative);
        }
    }
    kept.truncate(MAX_ALTERNATIVES);
    kept
}

/// What a word may mean that is not typed to its end. A beginning that may become too many terms says nothing yet.
pub(in crate::search) fn completions(
    number: usize,
    words: &[Word],
    thesaurus: &Thesaurus,
    analyser: &mut Analyser,
) -> Vec<Alternative> {
    let Some(word) = words.get(number).filter(|word| word.surface.chars().count() >= TELLING_BEGINNING) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    // With the words before it, as far as a term reaches back.
    for start in (number.saturating_sub(2)..=number).rev() {
        let before: String = words.iter().take(number).skip(start).flat_map(|word| [word.key(), " "]).collect();
        let beginning = format!("{before}{}", word.surface);
        for key in thesaurus.complete(&beginning, MAX_COMPLETIONS) {
            found.extend(Alternative::synonyms((start..=number).collect(), thesaurus.get(key, analyser), COMPLETED));
        }
    }
    found.truncate(MAX_ALTERNATIVES);
    found
}

/// The known beginning of a compound that is not typed to its end.
pub(in crate::search) fn known_beginning(
    number: usize,
    word: &Word,
    lexicon: &Lexicon,
    analyser: &mut Analyser,
) -> Option<Alternative> {
    let known = lexicon.known_beginning(&word.surface)?;
    let replacement = vec![AlternativeWord { surface: known.into(), stem: Some(analyser.stem(known)) }];
    Some(Alternative::of_parts(number, replacement, known))
}

/// Whether a word stands for a term as it is; what it may become comes from [`completions`].
fn is_finished(word: &Word, key: &str, thesaurus: &Thesaurus, lexicon: &Lexicon) -> bool {
    !word.open || thesaurus.is_whole(key, &word.surface) || lexicon.recognises(&word.surface)
}

/// The keys under which a word may stand in the thesaurus.
fn keys(word: &Word, analyser: &mut Analyser) -> Vec<String> {
    let (key, stem) = (word.key(), analyser.stem(&word.surface));
    let other = (*stem != *key).then(|| stem.to_string());
    let verb = german::infinitive_of(&word.surface).map(|verb| analyser.stem(&verb).to_string());
    std::iter::once(key.to_owned()).chain(other).chain(verb.filter(|verb| verb != key)).collect()
}

/// Neighbours that are also written as one word.
fn joined(words: &[Word]) -> impl Iterator<Item = (Vec<usize>, &str)> {
    let pairs = words.iter().zip(words.iter().skip(1)).enumerate();
    let shared = pairs.flat_map(|(number, (word, next))| {
        let both = word.joined.iter().filter(|joined| next.joined.contains(joined));
        both.map(move |joined| (vec![number, number + 1], joined.as_str()))
    });
    // A hyphenated word whose first part is a small one: "Ein-Euro-Job".
    let single = words.iter().enumerate();
    shared.chain(single.flat_map(|(number, word)| word.joined.iter().map(move |joined| (vec![number], &**joined))))
}

/// What the parts of a compound lead to, the longest spans first: "Ratenzahlungsvereinbarung" is about "Ratenzahlung".
/// Its last part alone is what it is, the others say more about what is wanted.
fn by_parts(number: usize, word: &Word, thesaurus: &Thesaurus, analyser: &mut Analyser) -> Vec<Alternative> {
    let count = word.parts.len();
    for length in (1..count).rev() {
        let mut found = Vec::new();
        let spans = word.parts.windows(length).filter(|span| length > 1 || span.last() != word.parts.last());
        for span in spans {
            let (Some(first), Some(last)) = (span.first(), span.last()) else { continue };
            let key = analyser.stem(word.surface.get(first.range.start..last.range.end).unwrap_or_default());
            found.extend(thesaurus.get(&key, analyser));
        }
        if !found.is_empty() {
            return Alternative::synonyms(vec![number], found, BY_PART).collect();
        }
    }
    Vec::new()
}

/// Where an alternative itself leads, and what else leads to it: for terms of which no entry is.
pub(in crate::search) fn second_degree(
    alternative: &Alternative,
    thesaurus: &Thesaurus,
    analyser: &mut Analyser,
) -> Vec<Alternative> {
    let expansions = thesaurus.get(&alternative.whole_key(), analyser);
    let weight = alternative.weight * SECOND_DEGREE;
    let onward = Alternative::synonyms(alternative.words.clone(), expansions, weight);
    let siblings = alternative.rule.map(|rule| thesaurus.siblings(rule, analyser)).unwrap_or_default();
    let beside = Alternative::synonyms(alternative.words.clone(), siblings, weight);
    onward.chain(beside).map(|other| Alternative { hint: None, is_known_term: false, ..other }).collect()
}
