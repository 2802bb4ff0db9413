//! Several words in one entry: the documents that have them all, in one part or wherever.

use std::collections::BTreeMap;

use tantivy::{DocSet as _, TERMINATED, postings::SegmentPostings, schema::IndexRecordOption};

use super::{Candidate, Lookup, candidates::CandidateDocs};
use crate::search::{AlternativeWord, BitSet, Doc, Part, SearchError};

/// What the last part of a typed compound tells of it.
const HEAD: f32 = 0.35;
/// Labels that so many documents have tell nothing by two words of theirs, and cost milliseconds; a whole label still counts.
const MOST_LABELLED: u32 = 2_000;
/// One document of so many has a common word.
const COMMON: u32 = 64;
/// Steps of a weight that are told apart.
const STEPS: f32 = 16.0;

impl Lookup<'_> {
    /// Documents that have all words in one part. The rarest decides how much is read.
    pub(super) fn docs_with_all(&self, words: &[AlternativeWord], part: Part) -> Result<Vec<Doc>, SearchError> {
        let mut lists = Vec::new();
        for word in words {
            let mut found = Vec::new();
            self.other_word(word, part, 1.0, &mut found)?;
            if found.is_empty() {
                return Ok(Vec::new());
            }
            lists.push(found);
        }
        // Everything else is only looked up for the documents of the shortest list.
        lists.sort_by_key(|found| count(found));
        if part == Part::Label && lists.first().is_some_and(|rarest| count(rarest) > MOST_LABELLED) {
            return Ok(Vec::new());
        }
        Ok(self.in_all(&lists)?.into_iter().map(|(doc, _)| doc).collect())
    }

    /// The parts of a typed compound, wherever in an entry they stand, its contents aside. What it is about tells more than what it is: a
    /// "Theaterkurs" is about theatre.
    pub(super) fn parts_anywhere(&self, words: &[AlternativeWord], weight: f32) -> Result<Vec<Candidate>, SearchError> {
        let modifiers = words.len().saturating_sub(1).max(1) as f32;
        let mut lists = Vec::new();
        for (number, word) in words.iter().enumerate() {
            let share = if number + 1 == words.len() { HEAD } else { (1.0 - HEAD) / modifiers };
            let mut found = Vec::new();
            for part in Part::ALL.into_iter().filter(|part| *part != Part::Body) {
                self.other_word(word, part, part.weight() * weight * share, &mut found)?;
            }
            if found.is_empty() {
                return Ok(Vec::new());
            }
            found.sort_by(|a, b| b.weight.total_cmp(&a.weight));
            lists.push(found);
        }
        lists.sort_by_key(|found| count(found));
        Ok(by_weight(self.in_all(&lists)?))
    }

    /// The documents that stand in every one of the lists, in order, each with the sum of its best weights where each list
    /// has the best first. The lists come rarest first: where even that one is common, all documents are looked at rather than
    /// each looked up.
    fn in_all(&self, lists: &[Vec<Candidate>]) -> Result<Vec<(Doc, f32)>, SearchError> {
        let Some((rarest, others)) = lists.split_first() else { return Ok(Vec::new()) };
        if count(rarest) > self.segment.max_doc() / COMMON {
            return self.common_in_all(lists);
        }
        let mut docs = self.best_weights(rarest)?;
        for other in others {
            docs = self.add_best_weights(docs, other)?;
        }
        Ok(docs)
    }

    fn common_in_all(&self, lists: &[Vec<Candidate>]) -> Result<Vec<(Doc, f32)>, SearchError> {
        let size = self.segment.max_doc() as usize;
        let mut sums: Vec<f32> = vec![0.0; size];
        let mut all = BitSet::full(size);
        for list in lists {
            let mut any = BitSet::empty(size);
            // The best come first: the first weight of a document counts.
            for candidate in list {
                candidate.for_each_doc(self.segment, |doc| {
                    if let Some(sum) = sums.get_mut(doc as usize).filter(|_| !any.contains(doc)) {
                        any.insert(doc);
                        *sum += candidate.weight;
                    }
                })?;
            }
            all.intersect(&any);
        }
        Ok(all.iter().filter_map(|doc| Some((doc, *sums.get(doc as usize)?))).collect())
    }

    /// The documents of some candidates in order, each with its best weight.
    fn best_weights(&self, candidates: &[Candidate]) -> Result<Vec<(Doc, f32)>, SearchError> {
        let mut docs: Vec<(Doc, f32)> = Vec::new();
        for candidate in candidates {
            candidate.for_each_doc(self.segment, |doc| docs.push((doc, candidate.weight)))?;
        }
        // The best came first, and the sort keeps that.
        docs.sort_by_key(|(doc, _)| *doc);
        docs.dedup_by_key(|(doc, _)| *doc);
        Ok(docs)
    }

    /// Those of `docs` that stand in any of the candidates as well, which come best first.
    fn add_best_weights(
        &self,
        docs: Vec<(Doc, f32)>,
        candidates: &[Candidate],
    ) -> Result<Vec<(Doc, f32)>, SearchError> {
        let mut lists = self.postings(candidates)?;
        let mut both = Vec::new();
        for (doc, weight) in docs {
            let has = |list: &mut SegmentPostings| list.doc() != TERMINATED && seek(list, doc) == doc;
            let best = lists.iter_mut().zip(candidates).find_map(|(list, other)| has(list).then_some(other.weight));
            both.extend(best.map(|more| (doc, weight + more)));
        }
        Ok(both)
    }

    fn postings(&self, candidates: &[Candidate]) -> Result<Vec<SegmentPostings>, SearchError> {
        let mut lists = Vec::new();
        for candidate in candidates {
            if let CandidateDocs::Term(field, info) = &candidate.docs {
                let inverted = self.segment.inverted_index(*field)?;
                lists.push(inverted.read_postings_from_terminfo(info, IndexRecordOption::Basic)?);
            }
        }
        Ok(lists)
    }
}

/// Documents that have any of the candidates, those that have several counted as often.
fn count(candidates: &[Candidate]) -> u32 {
    candidates.iter().map(Candidate::count).sum()
}

/// Candidates of documents with a weight each: those that weigh nearly the same are one.
fn by_weight(docs: Vec<(Doc, f32)>) -> Vec<Candidate> {
    let mut steps: BTreeMap<u32, Vec<Doc>> = BTreeMap::new();
    for (doc, weight) in docs {
        steps.entry((weight * STEPS) as u32).or_default().push(doc);
    }
    steps.into_iter().map(|(step, docs)| Candidate::of_docs(docs, Part::Summary, step as f32 / STEPS)).collect()
}

/// The first document of a list that is not before `doc`.
fn seek(list: &mut SegmentPostings, doc: Doc) -> Doc {
    if list.doc() < doc { list.seek(doc) } else { list.doc() }
}
