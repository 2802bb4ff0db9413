//! Where a word of the query stands in a segment: the terms that count as a find, each with its worth.

use tantivy::{SegmentReader, postings::TermInfo, schema::Field};

use super::{
    SearchError,
    form::{Form, STORED_PREFIX},
    query::Word,
    schema::{Fields, Part},
    spelling::Spelling,
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
    /// Only raises documents that have the word elsewhere.
    pub supporting: bool,
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

    /// Offers all words of `parts` that begin with `first` to a search for the right spelling.
    pub(super) fn spell(&self, first: &str, parts: &[Part], spelling: &mut Spelling) -> Result<(), SearchError> {
        for part in parts {
            let inverted = self.segment.inverted_index(self.fields.part(*part).exact)?;
            let mut terms = inverted.terms().range().ge(first.as_bytes());
            if let Some(end) = after(first) {
                terms = terms.lt(end);
            }
            let mut terms = terms.into_stream()?;
            while let Some((term, info)) = terms.next() {
                if let Ok(term) = std::str::from_utf8(term) {
                    spelling.offer(term, info.doc_freq);
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
            found.push(Candidate { field, info, weight: part.weight() * reason.weight(), reason, supporting: false });
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
            found.push(Candidate { field, info: info.clone(), weight, reason: Reason::Prefix, supporting: false });
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
