//! Marks the words that matched, and says in which part and why an entry was found.

use std::{ops::Range, sync::Mutex};

use super::{
    candidates::Reason,
    evaluate::Understood,
    parts::{Parts, parts},
    schema::Part,
};
use crate::{
    catalogue::{Record, Register},
    german::{self, Analyser, Token},
    locale::Texts,
};

/// Finds in a text the words by which a query found it.
pub struct Marker {
    words: Vec<MarkedWord>,
    /// Words of phrases count as themselves.
    phrases: Vec<String>,
    analyser: Mutex<Analyser>,
}

struct MarkedWord {
    how: Understood,
    /// Stems of the spellings.
    stems: Vec<String>,
}

/// Why an entry was found by one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The word of the query, folded.
    pub word: String,
    /// The word of the entry, as it stands there.
    pub found: String,
    /// What connects the two.
    pub reason: Reason,
    /// Where it stands.
    pub part: Part,
}

impl Marker {
    pub(super) fn new(understood: &[Understood], phrases: &[Vec<String>]) -> Self {
        let mut analyser = Analyser::new();
        let words = understood
            .iter()
            .map(|how| MarkedWord { how: how.clone(), stems: how.spellings.iter().map(|s| analyser.stem(s)).collect() })
            .collect();
        Self { words, phrases: phrases.concat(), analyser: Mutex::new(analyser) }
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
        self.tokens(text).iter().filter_map(|token| self.mark(token, text)).collect()
    }

    fn mark(&self, token: &Token, text: &str) -> Option<Range<usize>> {
        let (_, reason) = self.best(token)?;
        if reason != Reason::Prefix {
            return Some(token.range.clone());
        }
        let original = text.get(token.range.clone())?;
        let beginning = |word: &MarkedWord| german::prefix_len_in(original, &word.how.word.surface);
        let length = self.words.iter().filter(|word| word.reason(token).is_some()).map(beginning).max()?;
        Some(token.range.start..token.range.start + length).filter(|range| !range.is_empty())
    }

    /// The word that a token matches best; phrases have no number.
    fn best(&self, token: &Token) -> Option<(Option<usize>, Reason)> {
        let words = self.words.iter().enumerate().filter_map(|(i, word)| Some((word.reason(token)?, Some(i))));
        let phrase = self.phrases.contains(&token.surface).then_some((Reason::Exact, None));
        words.chain(phrase).min().map(|(reason, word)| (word, reason))
    }

    /// For each word of the query the best place where `record` has it.
    pub(super) fn explain(&self, record: &Record, register: &Register, labels: &Texts) -> Vec<Explanation> {
        let parts = parts(record, register, labels);
        (0..self.words.len()).filter_map(|word| self.explain_word(word, &parts)).collect()
    }

    fn explain_word(&self, number: usize, parts: &Parts<'_>) -> Option<Explanation> {
        let word = &self.words[number];
        let mut best: Option<(f32, Explanation)> = None;
        // A paragraph with its sign was looked for among the legal bases.
        let searched = parts.iter().filter(|(part, _)| !word.how.word.legal || *part == Part::Legal);
        for (part, texts) in searched {
            for text in texts {
                for token in self.tokens(text) {
                    let Some(reason) = word.reason(&token) else { continue };
                    let worth = part.weight() * reason.weight();
                    if best.as_ref().is_none_or(|(other, _)| worth > *other) {
                        let found = text.get(token.range.clone()).unwrap_or_default().to_owned();
                        let explanation =
                            Explanation { word: word.how.word.surface.clone(), found, reason, part: *part };
                        best = Some((worth, explanation));
                    }
                }
            }
        }
        best.map(|(_, explanation)| explanation)
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        // A poisoned lock only means that a panic interrupted an analysis; the memory of stems is still good.
        self.analyser.lock().unwrap_or_else(std::sync::PoisonError::into_inner).tokens(text)
    }
}

impl MarkedWord {
    fn reason(&self, token: &Token) -> Option<Reason> {
        let (how, word) = (&self.how, &self.how.word);
        if token.surface == word.surface || token.joined.as_ref() == Some(&word.surface) {
            Some(Reason::Exact)
        } else if word.joined.contains(&token.surface) {
            Some(Reason::Joined)
        } else if word.stem.is_some() && token.stem == word.stem {
            Some(Reason::Stem)
        } else if how.prefix && token.surface.starts_with(&word.surface) {
            Some(Reason::Prefix)
        } else if how.spellings.contains(&token.surface) || token.stem.as_ref().is_some_and(|s| self.stems.contains(s))
        {
            Some(Reason::Typo)
        } else {
            None
        }
    }
}
