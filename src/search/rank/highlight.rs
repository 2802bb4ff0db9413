//! Marks the words that matched, and says in which part and why an entry was found.

use std::{
    ops::Range,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::TermMatch;
use crate::{
    catalogue::{Record, Register},
    german::{self, Analyser, Token},
    locale::Texts,
    search::{Alternative, AlternativeWord, MatchReason, Part, TextsByPart, schema::parts},
};

/// Finds in a text the words by which a query found it.
pub struct Highlighter {
    words: Vec<QueryTerm>,
    alternatives: Vec<Alternative>,
    /// Words of phrases count as themselves.
    phrases: Vec<String>,
    analyser: Arc<Mutex<Analyser>>,
}

struct QueryTerm {
    how: TermMatch,
    /// Stems of the spellings.
    stems: Vec<Arc<str>>,
}

/// Why an entry was found by one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchExplanation {
    /// The word of the query, folded.
    pub word: String,
    /// The word of the entry, as it stands there.
    pub found: String,
    /// What connects the two.
    pub reason: MatchReason,
    /// Where it stands.
    pub part: Part,
}

struct HighlightedWord {
    reason: MatchReason,
    /// Which word of the query; phrases have no number.
    word: Option<usize>,
    range: Range<usize>,
    /// The other words that led here, all of them as they stand there, where they are several.
    whole: Option<Range<usize>>,
}

impl Highlighter {
    pub(in crate::search) fn new(
        terms: &[TermMatch],
        alternatives: &[Alternative],
        phrases: &[Vec<String>],
        analyser: Arc<Mutex<Analyser>>,
    ) -> Self {
        let stem = |word: &String| unpoisoned(&analyser).stem(word);
        let term = |how: &TermMatch| QueryTerm { how: how.clone(), stems: how.spellings.iter().map(stem).collect() };
        let words = terms.iter().map(term).collect();
        Self { words, alternatives: alternatives.to_vec(), phrases: phrases.concat(), analyser }
    }

    /// True when there is nothing to mark.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// Byte ranges of `text` to be marked: in order, apart from each other, at the borders of letters.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let tokens = self.tokens(text);
        let alternatives = self.present(&tokens, text);
        let mut marks: Vec<Range<usize>> = Vec::new();
        for mark in tokens.iter().flat_map(|token| marks_of(self.matches(token, text, &alternatives))) {
            match marks.last_mut().filter(|last| mark.start < last.end) {
                // Parts of a hyphenated word beside the word itself.
                Some(last) => last.end = last.end.max(mark.end),
                None => marks.push(mark),
            }
        }
        marks
    }

    /// For each word of the query the best place where `record` has it.
    pub(in crate::search) fn explain(
        &self,
        record: &Record,
        register: &Register,
        labels: &Texts,
    ) -> Vec<MatchExplanation> {
        let parts = parts(record, register, labels);
        let mut best: Vec<(&QueryTerm, Option<(f32, MatchExplanation)>)> =
            self.words.iter().map(|word| (word, None)).collect();
        for (part, text) in texts(&parts) {
            let tokens = self.tokens(text);
            let alternatives = self.present(&tokens, text);
            for token in &tokens {
                for found in self.matches(token, text, &alternatives) {
                    let Some((word, best)) = found.word.and_then(|number| best.get_mut(number)) else { continue };
                    let score = part.weight() * found.reason.weight();
                    if word.is_searched(part) && best.as_ref().is_none_or(|(known, _)| score > *known) {
                        *best = Some((score, word.explanation(token, text, &found, part)));
                    }
                }
            }
        }
        best.into_iter().filter_map(|(_, best)| best).map(|(_, explanation)| explanation).collect()
    }

    /// The alternatives of which all words stand among these. The parts of a typed compound may stand apart, where nobody has
    /// the compound itself.
    fn present(&self, tokens: &[Token], text: &str) -> Vec<(&Alternative, Option<Range<usize>>)> {
        let has = |word: &AlternativeWord| tokens.iter().any(|token| alternative_range(word, token, "").is_some());
        let is_vague = |word: &QueryTerm| !word.how.firm && word.how.spellings.is_empty();
        let may_be_apart = |alternative: &Alternative| {
            let mut typed = alternative.words.iter().filter_map(|number| self.words.get(*number));
            alternative.reason == MatchReason::Part && typed.all(is_vague)
        };
        let is_present = |alternative: &&Alternative| match may_be_apart(alternative) {
            true => alternative.replacement.iter().any(has),
            false => alternative.replacement.iter().all(has),
        };
        let whole = |alternative: &Alternative| match alternative.reason {
            MatchReason::Synonym => phrase_range(&alternative.replacement, tokens, text),
            _ => None,
        };
        self.alternatives.iter().filter(is_present).map(|alternative| (alternative, whole(alternative))).collect()
    }

    /// Every way in which one word of a text matches.
    fn matches(&self, token: &Token, text: &str, alternatives: &[PresentAlternative<'_>]) -> Vec<HighlightedWord> {
        let mut found = Vec::new();
        if token.is_small && !self.is_typed(&token.surface) {
            return found;
        }
        let highlighted = |reason, word, range| HighlightedWord { reason, word, range, whole: None };
        for (number, word) in self.words.iter().enumerate() {
            found.extend(word.matches(token, text).map(|(reason, range)| highlighted(reason, Some(number), range)));
        }
        // The word itself before what it may mean besides.
        if found.is_empty() {
            for (alternative, whole) in alternatives {
                let range = alternative.replacement.iter().find_map(|word| alternative_range(word, token, text));
                let of_word = |word| {
                    let found = highlighted(alternative.reason, Some(word), range.clone()?);
                    Some(HighlightedWord { whole: whole.clone(), ..found })
                };
                found.extend(alternative.words.iter().copied().filter_map(of_word));
            }
        }
        if self.phrases.contains(&token.surface) {
            found.push(highlighted(MatchReason::Exact, None, token.range.clone()));
        }
        found
    }

    /// Small words match only as they stand.
    fn is_typed(&self, surface: &String) -> bool {
        self.phrases.contains(surface) || self.words.iter().any(|word| word.how.word.surface == *surface)
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        unpoisoned(&self.analyser).tokens(text)
    }
}

/// A poisoned lock only means that a panic interrupted an analysis; the memory of words is still good.
fn unpoisoned(analyser: &Mutex<Analyser>) -> MutexGuard<'_, Analyser> {
    analyser.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The marks of one token: the surest match, and beside it other parts of a compound.
fn marks_of(mut matches: Vec<HighlightedWord>) -> Vec<Range<usize>> {
    matches.sort_by_key(|found| (found.reason, usize::MAX - found.range.len()));
    let mut marks: Vec<Range<usize>> = Vec::new();
    for HighlightedWord { range, .. } in matches {
        let apart = marks.iter().all(|mark| range.end <= mark.start || mark.end <= range.start);
        if apart && !range.is_empty() {
            marks.push(range);
        }
    }
    marks.sort_by_key(|mark| mark.start);
    marks
}

fn texts<'p>(parts: &'p TextsByPart<'_>) -> impl Iterator<Item = (Part, &'p str)> {
    parts.iter().flat_map(|(part, texts)| texts.iter().map(|text| (*part, &**text)))
}

/// An alternative of which the words stand in a text, and where they stand together.
type PresentAlternative<'a> = (&'a Alternative, Option<Range<usize>>);

/// Words that may stand between those of a phrase.
const BETWEEN: usize = 2;

/// Where several other words stand together, in their order: "Menschen ab 50".
fn phrase_range(words: &[AlternativeWord], tokens: &[Token], text: &str) -> Option<Range<usize>> {
    let (first, rest) = words.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let from = |start: usize| {
        let token = tokens.get(start)?;
        alternative_range(first, token, text)?;
        let mut at = start;
        for word in rest {
            let ahead = tokens.iter().enumerate().skip(at + 1).take(1 + BETWEEN);
            at = ahead.into_iter().find(|(_, token)| alternative_range(word, token, text).is_some())?.0;
        }
        Some(token.range.start..tokens.get(at)?.range.end)
    };
    (0..tokens.len()).find_map(from)
}

/// Where a token has another word: as a whole, or as a part.
fn alternative_range(word: &AlternativeWord, token: &Token, text: &str) -> Option<Range<usize>> {
    if token.surface == *word.surface || (word.stem.is_some() && token.stem == word.stem) {
        return Some(token.range.clone());
    }
    let part = token.parts.iter().find(|part| word.stem.as_ref() == Some(&part.stem))?;
    Some(original(token, text, part.range.clone()))
}

/// The bytes of the text that make up a range of a token's folded surface.
pub(super) fn original(token: &Token, text: &str, folded: Range<usize>) -> Range<usize> {
    let own = text.get(token.range.clone()).unwrap_or_default();
    let bytes = |end: usize| token.surface.get(..end).map_or(0, |beginning| german::prefix_len_in(own, beginning));
    token.range.start + bytes(folded.start)..token.range.start + bytes(folded.end)
}

impl QueryTerm {
    /// A paragraph with its sign was looked for among the legal bases.
    fn is_searched(&self, part: Part) -> bool {
        !self.how.word.legal || part == Part::Legal
    }

    fn explanation(&self, token: &Token, text: &str, found: &HighlightedWord, part: Part) -> MatchExplanation {
        let joined = token.joined.iter().find(|joined| joined.surface == self.how.word.surface);
        let end = joined.map_or(token.range.end, |joined| joined.end);
        let range = found.whole.clone().unwrap_or(token.range.start..end);
        let (word, reason) = (self.how.word.surface.clone(), found.reason);
        MatchExplanation { word, found: text.get(range).unwrap_or_default().to_owned(), reason, part }
    }

    /// How a token of a text matches, and what of it.
    fn matches(&self, token: &Token, text: &str) -> Option<(MatchReason, Range<usize>)> {
        let (how, word) = (&self.how, &self.how.word);
        let whole = |reason| Some((reason, token.range.clone()));
        let meant = |stem: &Arc<str>| word.stem.as_ref() == Some(stem) || word.relatives.contains(stem);
        if token.surface == word.surface {
            whole(MatchReason::Exact)
        } else if let Some(joined) = token.joined.iter().find(|joined| joined.surface == word.surface) {
            Some((MatchReason::Exact, token.range.start..joined.end))
        } else if word.joined.contains(&token.surface) {
            whole(MatchReason::Joined)
        } else if token.stem.as_ref().is_some_and(meant) {
            whole(MatchReason::Stem)
        } else if how.prefix && token.surface.starts_with(&word.surface) {
            Some((MatchReason::Prefix, original(token, text, 0..word.surface.len())))
        } else if let Some(part) = token.parts.iter().find(|part| meant(&part.stem)) {
            Some((MatchReason::Part, self.part_range(token, text, part)))
        } else if let Some(part) = token.parts.iter().find(|part| self.begins(token, part)) {
            let end = part.range.start + word.surface.len().min(part.range.len());
            Some((MatchReason::Prefix, original(token, text, part.range.start..end)))
        } else if self.is_spelling(token) {
            whole(MatchReason::Typo)
        } else {
            None
        }
    }

    /// The whole part where it is another form of the word, its shared letters where it is a relative.
    fn part_range(&self, token: &Token, text: &str, part: &german::CompoundPart) -> Range<usize> {
        let word = &self.how.word;
        let whole = original(token, text, part.range.clone());
        if word.stem.as_ref() == Some(&part.stem) {
            return whole;
        }
        let own = text.get(whole.clone()).unwrap_or_default();
        match german::shared_len_in(own, &word.surface) {
            0 => whole,
            shared => whole.start..whole.start + shared,
        }
    }

    /// Whether the word, as far as it is typed, begins like a part.
    fn begins(&self, token: &Token, part: &german::CompoundPart) -> bool {
        let surface = &self.how.word.surface;
        let own = token.surface.get(part.range.start..).unwrap_or_default();
        self.how.prefix && surface.chars().count() >= 3 && own.starts_with(surface.as_str())
    }

    fn is_spelling(&self, token: &Token) -> bool {
        let stems = |stem: &Arc<str>| self.stems.contains(stem) || self.how.spellings.iter().any(|s| **s == **stem);
        self.how.spellings.contains(&token.surface)
            || token.stem.as_ref().is_some_and(stems)
            || token.parts.iter().any(|part| stems(&part.stem))
    }
}
