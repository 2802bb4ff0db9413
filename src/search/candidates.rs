//! Where a word of the query stands in a segment: the terms that count as a find, each with its worth.

use rustc_hash::FxHashMap;
use tantivy::{SegmentReader, postings::TermInfo, schema::Field};

use super::{
    SearchError,
    form::{Form, STORED_PREFIX},
    query::Word,
    schema::{Fields, Part},
};

/// Why a term counts as a find, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The word itself.
    Exact,
    /// The word together with its neighbour, written as one.
    Joined,
    /// Another form of the word.
    Stem,
    /// A word that begins like that.
    Prefix,
    /// A word that is spelt almost like that.
    Typo,
}

impl Reason {
    /// What a find is worth compared with the word itself.
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Exact => 1.0,
            Self::Joined => 0.95,
            Self::Stem => 0.85,
            Self::Prefix => 0.6,
            Self::Typo => 0.35,
        }
    }

    /// Name in Fluent keys (`reason-<code>`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Joined => "joined",
            Self::Stem => "stem",
            Self::Prefix => "prefix",
            Self::Typo => "typo",
        }
    }
}

/// A term of one segment that counts as a find.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub field: Field,
    pub info: TermInfo,
    pub weight: f32,
    pub reason: Reason,
}

/// Looks words up in one segment.
pub(super) struct Lookup<'a> {
    pub segment: &'a SegmentReader,
    pub fields: &'a Fields,
}

/// Most words that one beginning may stand for; more say nothing any more.
const COMPLETIONS: usize = 4_000;

impl Lookup<'_> {
    /// The word itself, joined with a neighbour, or in another form; while it is being typed also its completions.
    pub(super) fn direct(&self, word: &Word, parts: &[Part]) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        for part in parts {
            let fields = self.fields.part(*part);
            self.term(fields.exact, &word.surface, *part, Reason::Exact, &mut found)?;
            for joined in &word.joined {
                self.term(fields.exact, joined, *part, Reason::Joined, &mut found)?;
            }
            self.term(fields.forms, &Form::Joined.term(&word.surface), *part, Reason::Exact, &mut found)?;
            if let Some(stem) = &word.stem {
                self.term(fields.forms, &Form::Stem.term(stem), *part, Reason::Stem, &mut found)?;
            }
        }
        if word.open {
            found.extend(self.completions(&word.surface, parts)?);
        }
        Ok(found)
    }

    /// Words that begin with `beginning`.
    pub(super) fn completions(&self, beginning: &str, parts: &[Part]) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        let stored = beginning.chars().count() <= STORED_PREFIX;
        for part in parts {
            let fields = self.fields.part(*part);
            if stored {
                self.term(fields.forms, &Form::Prefix.term(beginning), *part, Reason::Prefix, &mut found)?;
            } else {
                self.range(fields.exact, beginning, *part, &mut found)?;
            }
        }
        Ok(found)
    }

    /// A word that is spelt almost like the one typed, in all its parts.
    pub(super) fn almost(&self, spelt: &str, stem: &str, parts: &[Part]) -> Result<Vec<Candidate>, SearchError> {
        let mut found = Vec::new();
        for part in parts {
            let fields = self.fields.part(*part);
            self.term(fields.exact, spelt, *part, Reason::Typo, &mut found)?;
            self.term(fields.forms, &Form::Stem.term(stem), *part, Reason::Typo, &mut found)?;
        }
        Ok(found)
    }

    /// All words that begin with `first`, with the number of documents, added up in `words`.
    pub(super) fn vocabulary(&self, first: &str, words: &mut FxHashMap<String, u32>) -> Result<(), SearchError> {
        for part in Part::ALL {
            let inverted = self.segment.inverted_index(self.fields.part(part).exact)?;
            let mut terms = inverted.terms().range().ge(first.as_bytes());
            if let Some(end) = after(first) {
                terms = terms.lt(end);
            }
            let mut terms = terms.into_stream()?;
            while let Some((term, info)) = terms.next() {
                if let Ok(term) = std::str::from_utf8(term) {
                    // Look up before owning: most words stand in several parts.
                    match words.get_mut(term) {
                        Some(count) => *count += info.doc_freq,
                        None => drop(words.insert(term.to_owned(), info.doc_freq)),
                    }
                }
            }
        }
        Ok(())
    }

    fn term(
        &self,
        field: Field,
        term: &str,
        part: Part,
        reason: Reason,
        found: &mut Vec<Candidate>,
    ) -> Result<(), SearchError> {
        if let Some(info) = self.segment.inverted_index(field)?.terms().get(term.as_bytes())? {
            found.push(Candidate { field, info, weight: part.weight() * reason.weight(), reason });
        }
        Ok(())
    }

    fn range(&self, field: Field, beginning: &str, part: Part, found: &mut Vec<Candidate>) -> Result<(), SearchError> {
        let inverted = self.segment.inverted_index(field)?;
        let mut range = inverted.terms().range().gt(beginning.as_bytes());
        if let Some(end) = after(beginning) {
            range = range.lt(end);
        }
        let mut terms = range.into_stream()?;
        while let Some((_, info)) = terms.next().filter(|_| found.len() < COMPLETIONS) {
            let weight = part.weight() * Reason::Prefix.weight();
            found.push(Candidate { field, info: info.clone(), weight, reason: Reason::Prefix });
        }
        Ok(())
    }
}

/// The smallest byte string behind everything that begins with `beginning`.
fn after(beginning: &str) -> Option<Vec<u8>> {
    let mut end = beginning.as_bytes().to_vec();
    while let Some(last) = end.pop() {
        if last < u8::MAX {
            end.push(last + 1);
            return Some(end);
        }
    }
    None
}

/// Words that count as the one typed when nothing else was found: at most this many.
const SPELLINGS: usize = 8;

/// The known words nearest to `typed`: one edit from 4 letters on, two from 8. The first letter counts double, so
/// short words keep theirs. Among equally near words the most frequent come first.
pub(super) fn nearest_words(typed: &str, open: bool, words: &FxHashMap<String, u32>) -> Vec<String> {
    let length = typed.chars().count();
    let budget = if length >= 8 { 2 } else { 1 };
    let mut near: Vec<(usize, std::cmp::Reverse<u32>, &str)> = words
        .iter()
        .filter(|(word, _)| !word.contains(|c: char| c.is_ascii_digit()))
        .filter_map(|(word, count)| {
            let edits = edits(typed, word, length, budget, open)?;
            (edits <= budget).then_some((edits, std::cmp::Reverse(*count), word.as_str()))
        })
        .collect();
    near.sort_unstable();
    let best = near.first().map(|(edits, ..)| *edits);
    near.into_iter()
        .take_while(|(edits, ..)| Some(*edits) == best)
        .take(SPELLINGS)
        .map(|(.., word)| word.to_owned())
        .collect()
}

/// Edits between two words, transpositions counting once; for a word still being typed, to the beginning of `word`.
fn edits(typed: &str, word: &str, length: usize, budget: usize, open: bool) -> Option<usize> {
    let other = word.chars().count();
    let first_differs = usize::from(typed.chars().next() != word.chars().next());
    if other + budget < length || first_differs == 1 && budget < 2 {
        return None;
    }
    let to = |end: usize| {
        let beginning: String = word.chars().take(end).collect();
        strsim::osa_distance(typed, &beginning)
    };
    if other <= length + budget {
        let whole = strsim::osa_distance(typed, word);
        if !open || whole <= budget {
            return Some(whole + first_differs);
        }
    } else if !open {
        return None;
    }
    (length.saturating_sub(1)..=length + 1).map(to).min().map(|edits| edits + first_differs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(typed: &str, open: bool, words: &[&str]) -> Vec<String> {
        let words = words.iter().map(|word| ((*word).to_owned(), 1)).collect();
        nearest_words(typed, open, &words)
    }

    #[test]
    fn typos_have_a_budget() {
        assert_eq!(near("gesunheit", false, &["gesundheit", "gewohnheit"]), ["gesundheit"]);
        assert_eq!(near("suhct", false, &["sucht", "sicht"]), ["sucht"]);
        assert_eq!(near("kurs", false, &["kunst", "karte"]), [""; 0], "two edits need eight letters");
        assert_eq!(near("pucht", false, &["sucht"]), [""; 0], "short words keep their first letter");
    }

    #[test]
    fn a_word_being_typed_may_be_mistyped() {
        assert_eq!(near("schulnder", true, &["schuldnerberatung"]), ["schuldnerberatung"]);
        assert_eq!(near("schulnder", false, &["schuldnerberatung"]), [""; 0]);
    }
}
