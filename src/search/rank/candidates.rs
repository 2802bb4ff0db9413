//! The documents of a segment that count as a match of a word, and with which weight.

use tantivy::{SegmentReader, postings::TermInfo, schema::Field};

use crate::search::{Doc, Part, SearchError, for_each_doc};

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    pub docs: CandidateDocs,
    /// Where the documents have it.
    pub part: Part,
    /// By part, form and density; without rarity.
    pub weight: f32,
    /// Raises the score of documents that match the word elsewhere, and makes none a match.
    pub boost_only: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum CandidateDocs {
    Term(Field, TermInfo),
    List(Vec<Doc>),
}

impl Candidate {
    pub(super) fn count(&self) -> u32 {
        match &self.docs {
            CandidateDocs::Term(_, info) => info.doc_freq,
            CandidateDocs::List(docs) => u32::try_from(docs.len()).unwrap_or(u32::MAX),
        }
    }

    pub(super) fn of_term(field: Field, part: Part, term: TermInfo, weight: f32) -> Self {
        Self { docs: CandidateDocs::Term(field, term), part, weight, boost_only: false }
    }

    pub(super) fn of_docs(docs: Vec<Doc>, part: Part, weight: f32) -> Self {
        Self { docs: CandidateDocs::List(docs), part, weight, boost_only: false }
    }

    /// True for a find that says what an entry is about, not only that its long texts mention it.
    pub(super) fn is_firm(&self) -> bool {
        self.part != Part::Body && !self.boost_only
    }

    pub(super) fn scaled(self, factor: f32) -> Self {
        Self { weight: self.weight * factor, ..self }
    }

    pub(super) fn boost_only(self) -> Self {
        Self { boost_only: true, ..self }
    }

    pub(super) fn for_each_doc(&self, segment: &SegmentReader, mut visit: impl FnMut(Doc)) -> Result<(), SearchError> {
        match &self.docs {
            CandidateDocs::List(docs) => {
                docs.iter().for_each(|doc| visit(*doc));
                Ok(())
            }
            CandidateDocs::Term(field, info) => for_each_doc(&*segment.inverted_index(*field)?, info, visit),
        }
    }
}
