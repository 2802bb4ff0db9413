//! Evaluates the words of a query over all segments: which documents match, and how well.
//!
//! Term at a time over dense arrays: with at most some million entries that is as fast as it gets, every document
//! knows which words it matched ("all words first, then the best partial matches"), and nothing depends on the order
//! of segments.

use tantivy::{
    DocSet, Searcher, SegmentReader, TERMINATED, Term,
    query::{EnableScoring, PhraseQuery, Query as _, TermQuery},
    schema::IndexRecordOption,
};

use super::{
    SearchError,
    candidates::{Candidate, Lookup, Reason},
    columns::Columns,
    docset::{BitSet, Doc},
    query::{Query, Word},
    schema::{Fields, Part},
    spelling::Spelling,
};
use crate::{catalogue::Kind, german::Analyser};

/// What a word is worth beyond its best find, for every further part that has it.
const FURTHER_FIND: f32 = 0.05;
/// What a query is worth that equals a whole title, abbreviation or alias.
const WHOLE_NAME: f32 = 40.0;

/// What a mistyped beginning is worth compared with a mistyped whole word.
const BEGINNING_OF_SPELLING: f32 = 0.8;
/// Letters from which on a finished word may be the mistyped beginning of a longer one: "damen" is no "datenbank".
const LONG_BEGINNING: usize = 6;

/// The matches of a query, before filters.
pub(super) struct Matches {
    pub segments: Vec<SegmentMatches>,
    /// How each word of the query was understood.
    pub understood: Vec<Understood>,
    /// `(matched, of)` when no offer has all words: the best have `matched` of them.
    pub partial: Option<(u32, u32)>,
}

/// The matches in one segment.
pub(super) struct SegmentMatches {
    pub docs: BitSet,
    scores: Vec<f32>,
    masks: Vec<u64>,
}

impl SegmentMatches {
    pub(super) fn score(&self, doc: Doc) -> f32 {
        self.scores.get(doc as usize).copied().unwrap_or(0.0)
    }

    /// Number of words that the document matched.
    pub(super) fn matched(&self, doc: Doc) -> u32 {
        self.masks.get(doc as usize).map_or(0, |mask| mask.count_ones())
    }
}

/// How a word was understood: what marks and explanations go by.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood {
    /// The word as it was typed, taken apart.
    pub word: Word,
    /// Words that begin with it count too.
    pub prefix: bool,
    /// Known words that it is almost spelt like; empty unless it is unknown.
    pub spellings: Vec<String>,
    /// True when it was found nowhere.
    pub unknown: bool,
}

/// One opened index with everything evaluation needs.
pub(super) struct Evaluator<'a> {
    pub searcher: &'a Searcher,
    pub fields: &'a Fields,
    pub columns: &'a [std::sync::Arc<Columns>],
}

/// The candidates of one word, by segment.
type WordCandidates = Vec<Vec<Candidate>>;

impl Evaluator<'_> {
    /// Evaluates `query` over everything that is not deleted.
    pub(super) fn evaluate(&self, query: &Query, analyser: &mut Analyser) -> Result<Matches, SearchError> {
        let mut understood = Vec::new();
        let mut candidates = Vec::new();
        for word in &query.words {
            let (found, how) = self.understand(word, analyser)?;
            candidates.push(found);
            understood.push(how);
        }
        let mut segments = Vec::new();
        for (number, segment) in self.searcher.segment_readers().iter().enumerate() {
            segments.push(self.segment(number, segment, query, &candidates)?);
        }
        let required = query.words.len() + query.phrases.len();
        let partial = if required == 0 { None } else { self.keep_best(&mut segments, required) };
        Ok(Matches { segments, understood, partial })
    }

    /// Finds out what a word may mean, widening only where nothing was found: itself, its beginning, its spelling.
    fn understand(&self, word: &Word, analyser: &mut Analyser) -> Result<(WordCandidates, Understood), SearchError> {
        let mut how = Understood { word: word.clone(), prefix: word.open, spellings: Vec::new(), unknown: false };
        if word.legal {
            let mut legal = self.each(|lookup| lookup.direct(word, &[Part::Legal, Part::Name, Part::Alias]))?;
            if any(&legal) {
                let elsewhere = self.each(|lookup| lookup.direct(word, &Part::ALL))?;
                for (all, more) in legal.iter_mut().zip(elsewhere) {
                    all.extend(more.into_iter().map(|candidate| Candidate { supporting: true, ..candidate }));
                }
                return Ok((legal, how));
            }
        }
        let direct = self.each(|lookup| lookup.direct(word, &Part::ALL))?;
        if any(&direct) {
            return Ok((direct, how));
        }
        if !word.open && word.surface.chars().count() > 2 {
            let completed = self.each(|lookup| lookup.completions(&word.surface, &Part::ALL))?;
            if any(&completed) {
                how.prefix = true;
                return Ok((completed, how));
            }
        }
        if word.forgiving {
            how.spellings = self.spellings(word)?;
        }
        let long = word.surface.chars().count() >= LONG_BEGINNING;
        if how.spellings.is_empty() && word.forgiving && !word.open && long {
            // Not a whole word, then: perhaps the beginning of one.
            how.spellings = self.spellings(&Word { open: true, ..word.clone() })?;
        }
        let mut almost: WordCandidates = self.searcher.segment_readers().iter().map(|_| Vec::new()).collect();
        for spelt in &how.spellings {
            let stem = analyser.stem(spelt);
            let mut found = self.each(|lookup| lookup.almost(spelt, &stem, &Part::ALL))?;
            if spelt.len() > word.surface.len() + 2 {
                // The mistyped word is only the beginning of this one.
                found.iter_mut().flatten().for_each(|candidate| candidate.weight *= BEGINNING_OF_SPELLING);
            }
            almost.iter_mut().zip(found).for_each(|(all, more)| all.extend(more));
        }
        how.unknown = !any(&almost);
        Ok((almost, how))
    }

    fn spellings(&self, word: &Word) -> Result<Vec<String>, SearchError> {
        let mut spelling = Spelling::new(&word.surface, word.open);
        let first: String = word.surface.chars().take(1).collect();
        self.spell(&first, &Part::ALL, &mut spelling)?;
        if spelling.is_empty() && spelling.is_long() {
            // A wrong first letter is rare; the words of the long texts are too many to look through for it.
            self.spell("", &[Part::Name, Part::Alias, Part::Legal, Part::Label], &mut spelling)?;
        }
        Ok(spelling.best())
    }

    fn spell(&self, first: &str, parts: &[Part], spelling: &mut Spelling) -> Result<(), SearchError> {
        let mut segments = self.searcher.segment_readers().iter();
        segments.try_for_each(|segment| Lookup { segment, fields: self.fields }.spell(first, parts, spelling))
    }

    fn each(
        &self,
        mut look: impl FnMut(&Lookup<'_>) -> Result<Vec<Candidate>, SearchError>,
    ) -> Result<WordCandidates, SearchError> {
        let segments = self.searcher.segment_readers().iter();
        segments.map(|segment| look(&Lookup { segment, fields: self.fields })).collect()
    }

    fn segment(
        &self,
        number: usize,
        segment: &SegmentReader,
        query: &Query,
        candidates: &[WordCandidates],
    ) -> Result<SegmentMatches, SearchError> {
        let columns = &self.columns[number];
        let mut matches = SegmentMatches { docs: columns.alive.clone(), scores: Vec::new(), masks: Vec::new() };
        if query.is_empty() {
            return Ok(matches);
        }
        matches.scores = vec![0.0; columns.docs];
        matches.masks = vec![0; columns.docs];
        for (bit, word) in candidates.iter().enumerate() {
            let rarity = self.rarity(word);
            add_word(segment, bit, rarity, &word[number], &mut matches)?;
        }
        for (index, phrase) in query.phrases.iter().enumerate() {
            self.add_phrase(segment, candidates.len() + index, phrase, &mut matches)?;
        }
        self.add_whole_name(segment, &query.whole, &mut matches)?;
        self.exclude(segment, &query.excluded, &mut matches)?;
        for phrase in &query.excluded_phrases {
            self.phrase_docs(segment, phrase, |_, doc| matches.docs.remove(doc))?;
        }
        Ok(matches)
    }

    /// How much a word tells: rare words more than common ones.
    fn rarity(&self, word: &WordCandidates) -> f32 {
        let docs = self.searcher.num_docs() as f32;
        let found: u32 = word.iter().map(|segment| segment.iter().map(|c| c.info.doc_freq).max().unwrap_or(0)).sum();
        (1.0 + docs / (1.0 + found as f32)).ln().max(0.1)
    }

    fn add_phrase(
        &self,
        segment: &SegmentReader,
        bit: usize,
        phrase: &[String],
        matches: &mut SegmentMatches,
    ) -> Result<(), SearchError> {
        self.phrase_docs(segment, phrase, |part, doc| matches.find(doc, bit, part.weight(), Reason::Exact))
    }

    /// Visits every part of every document in which the words stand side by side.
    fn phrase_docs(
        &self,
        segment: &SegmentReader,
        phrase: &[String],
        mut visit: impl FnMut(Part, Doc),
    ) -> Result<(), SearchError> {
        for part in Part::ALL {
            let field = self.fields.part(part).exact;
            let terms: Vec<Term> = phrase.iter().map(|word| Term::from_field_text(field, word)).collect();
            let query: Box<dyn tantivy::query::Query> = match terms.as_slice() {
                [] => return Ok(()),
                [term] => Box::new(TermQuery::new(term.clone(), IndexRecordOption::Basic)),
                _ => Box::new(PhraseQuery::new(terms)),
            };
            let weight = query.weight(EnableScoring::disabled_from_searcher(self.searcher))?;
            let mut found = weight.scorer(segment, 1.0)?;
            while found.doc() != TERMINATED {
                visit(part, found.doc());
                found.advance();
            }
        }
        Ok(())
    }

    fn add_whole_name(
        &self,
        segment: &SegmentReader,
        whole: &str,
        matches: &mut SegmentMatches,
    ) -> Result<(), SearchError> {
        let inverted = segment.inverted_index(self.fields.whole)?;
        if whole.is_empty() {
            return Ok(());
        }
        if let Some(info) = inverted.terms().get(whole.as_bytes())? {
            let mut postings = inverted.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
            while postings.doc() != TERMINATED {
                matches.scores[postings.doc() as usize] += WHOLE_NAME;
                postings.advance();
            }
        }
        Ok(())
    }

    fn exclude(
        &self,
        segment: &SegmentReader,
        words: &[Word],
        matches: &mut SegmentMatches,
    ) -> Result<(), SearchError> {
        let lookup = Lookup { segment, fields: self.fields };
        for word in words {
            for candidate in lookup.direct(word, &Part::ALL)? {
                for_each_doc(segment, &candidate, |doc| matches.docs.remove(doc))?;
            }
        }
        Ok(())
    }

    /// Keeps the documents that have all words. When no offer has them all, the offers with the most words stay.
    /// Target groups, people and providers have few words: they match whole or not at all.
    fn keep_best(&self, segments: &mut [SegmentMatches], required: usize) -> Option<(u32, u32)> {
        let required = u32::try_from(required).unwrap_or(u32::MAX);
        let mut best = 0;
        for (segment, columns) in segments.iter().zip(self.columns) {
            let mut offers = columns.kind(Kind::Measure);
            offers.intersect(&segment.docs);
            best = offers.iter().map(|doc| segment.matched(doc)).max().unwrap_or(0).max(best);
        }
        for (segment, columns) in segments.iter_mut().zip(self.columns) {
            let offers = columns.kind(Kind::Measure);
            let wanted = |doc: Doc| match offers.contains(doc) {
                true => best.max(1),
                false => required,
            };
            let missed: Vec<Doc> = segment.docs.iter().filter(|doc| segment.matched(*doc) < wanted(*doc)).collect();
            missed.into_iter().for_each(|doc| segment.docs.remove(doc));
        }
        (best > 0 && best < required).then_some((best, required))
    }
}

impl SegmentMatches {
    /// Notes that a document has a word. Candidates come best first, so the first find decides.
    fn find(&mut self, doc: Doc, bit: usize, worth: f32, reason: Reason) {
        let (Some(mask), Some(score)) = (self.masks.get_mut(doc as usize), self.scores.get_mut(doc as usize)) else {
            return;
        };
        if *mask >> bit & 1 == 0 {
            *mask |= 1 << bit;
            *score += worth;
        } else if reason != Reason::Prefix {
            *score += worth * FURTHER_FIND;
        }
    }

    /// Raises a document that has the word already.
    fn support(&mut self, doc: Doc, bit: usize, worth: f32) {
        let has = self.masks.get(doc as usize).is_some_and(|mask| mask >> bit & 1 == 1);
        if let Some(score) = self.scores.get_mut(doc as usize).filter(|_| has) {
            *score += worth * FURTHER_FIND;
        }
    }
}

/// Lets a word count in one segment, the surest finds first.
fn add_word(
    segment: &SegmentReader,
    bit: usize,
    rarity: f32,
    candidates: &[Candidate],
    matches: &mut SegmentMatches,
) -> Result<(), SearchError> {
    let mut ordered: Vec<&Candidate> = candidates.iter().collect();
    ordered.sort_by(|a, b| a.supporting.cmp(&b.supporting).then(b.weight.total_cmp(&a.weight)));
    for candidate in ordered {
        let worth = candidate.weight * rarity;
        if candidate.supporting {
            for_each_doc(segment, candidate, |doc| matches.support(doc, bit, worth))?;
        } else {
            for_each_doc(segment, candidate, |doc| matches.find(doc, bit, worth, candidate.reason))?;
        }
    }
    Ok(())
}

fn for_each_doc(segment: &SegmentReader, candidate: &Candidate, mut visit: impl FnMut(Doc)) -> Result<(), SearchError> {
    let inverted = segment.inverted_index(candidate.field)?;
    let mut postings = inverted.read_block_postings_from_terminfo(&candidate.info, IndexRecordOption::Basic)?;
    while !postings.docs().is_empty() {
        postings.docs().iter().for_each(|doc| visit(*doc));
        postings.advance();
    }
    Ok(())
}

fn any(candidates: &WordCandidates) -> bool {
    candidates.iter().any(|segment| !segment.is_empty())
}
