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
    candidates::{Candidate, Lookup},
    score::{SegmentMatches, Tally},
    term_match::{TermGroup, TermMatch, WordFinds},
};
use crate::{
    german::{Analyser, WordRole},
    search::{
        error::SearchError,
        facet::{
            columns::Columns,
            docset::{BitSet, Doc},
        },
        language::Language,
        query::{
            expansion::{self, Alternative},
            parse::{Query, Word},
        },
        schema::fields::{Fields, Part},
    },
};

/// What a word around the subject is worth compared with it.
pub(in crate::search) const FILLER: f32 = 0.45;
/// What a word for whom it is is worth compared with the subject.
const PERSON: f32 = 0.65;
/// So many words are a sentence, whatever they are.
const SENTENCE: u32 = 5;

/// The matches of a query, before filters.
pub(in crate::search) struct Matches {
    pub segments: Vec<SegmentMatches>,
    /// How each word of the query was understood.
    pub understood: Vec<TermMatch>,
    /// What else was looked for.
    pub alternatives: Vec<Alternative>,
    /// `(matched, of)` when no offer has all words: the best have `matched` of them.
    pub partial: Option<(u32, u32)>,
}

/// One opened index with everything evaluation needs.
pub(in crate::search) struct Evaluator<'a> {
    pub searcher: &'a Searcher,
    pub fields: &'a Fields,
    pub columns: &'a [std::sync::Arc<Columns>],
    pub language: &'a Language,
}

impl Evaluator<'_> {
    /// Evaluates `query` over everything that is not deleted.
    pub(in crate::search) fn evaluate(&self, query: &Query, analyser: &mut Analyser) -> Result<Matches, SearchError> {
        if query.is_empty() {
            let segments = self.columns.iter().map(|columns| SegmentMatches::everything(columns)).collect();
            return Ok(Matches { segments, understood: Vec::new(), alternatives: Vec::new(), partial: None });
        }
        let mut alternatives =
            expansion::alternatives(&query.words, self.language.thesaurus(), &self.language.lexicon, analyser);
        let (mut words, mut understood) = (Vec::new(), Vec::new());
        for (number, word) in query.words.iter().enumerate() {
            let synonyms = alternatives.iter().any(|a| a.is_known_term() && a.words == (number..number + 1));
            let (finds, how) = self.understand(word, synonyms, analyser)?;
            if how.unknown && word.open && !synonyms {
                alternatives.extend(expansion::begun(number, &query.words, self.language.thesaurus(), analyser));
            }
            if how.unknown && word.open {
                alternatives.extend(expansion::beginning(number, word, &self.language.lexicon, analyser));
            }
            if how.unknown && !alternatives.iter().any(|other| other.words.contains(&number)) {
                alternatives.extend(self.meant(number, &how, analyser));
            }
            words.push(finds);
            understood.push(how);
        }
        self.add_alternatives(&alternatives, &mut words, &mut understood)?;
        let onward = self.onward(&alternatives, &understood, analyser);
        self.add_alternatives(&onward, &mut words, &mut understood)?;
        alternatives.extend(onward);
        for (finds, how) in words.iter_mut().zip(&mut understood).filter(|(finds, _)| finds.groups.is_empty()) {
            how.unknown = !self.add(self.each(|lookup| lookup.pieces(&how.word))?, true, finds);
        }
        let tally = tally(query, &words);
        let mut segments = Vec::new();
        for (number, segment) in self.searcher.segment_readers().iter().enumerate() {
            segments.push(self.segment(number, segment, query, &words, &alternatives, &tally)?);
        }
        let partial = if tally.required == 0 { None } else { tally.keep_best(&mut segments, self.columns) };
        Ok(Matches { segments, understood, alternatives, partial })
    }

    fn segment(
        &self,
        number: usize,
        segment: &SegmentReader,
        query: &Query,
        words: &[WordFinds],
        alternatives: &[Alternative],
        tally: &Tally,
    ) -> Result<SegmentMatches, SearchError> {
        let mut matches = SegmentMatches::new(&self.columns[number]);
        for (bit, (word, typed)) in words.iter().zip(&query.words).enumerate() {
            add_word(segment, number, bit, word, weight(typed), &mut matches)?;
        }
        for (index, phrase) in query.phrases.iter().enumerate() {
            let bit = words.len() + index;
            self.phrase_docs(segment, phrase, |part, doc| {
                matches.find(doc, bit, part.weight());
                matches.firm(doc);
            })?;
        }
        if query.asks_for_nothing() {
            // Only exclusions: everything else is a hit.
            matches.docs = self.columns[number].alive.clone();
        }
        matches.keep_alive(&self.columns[number]);
        self.add_whole_names(segment, query, alternatives, tally, &mut matches)?;
        self.exclude(segment, &query.excluded, &mut matches.docs)?;
        for phrase in &query.excluded_phrases {
            self.phrase_docs(segment, phrase, |_, doc| matches.docs.remove(doc))?;
        }
        Ok(matches)
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

    fn exclude(&self, segment: &SegmentReader, words: &[Word], docs: &mut BitSet) -> Result<(), SearchError> {
        let lookup = Lookup { segment, fields: self.fields };
        for word in words {
            for candidate in lookup.own(word, &Part::ALL)? {
                candidate.for_each_doc(segment, |doc| docs.remove(doc))?;
            }
        }
        Ok(())
    }
}

/// Which words count, and how much each of them tells.
fn tally(query: &Query, words: &[WordFinds]) -> Tally {
    let mask = |bits: &mut dyn Iterator<Item = usize>| bits.fold(0, |mask, bit| mask | 1_u32 << bit);
    let asked = query.words.iter().enumerate().filter(|(_, word)| word.role != WordRole::Filler);
    let phrases = mask(&mut (words.len()..words.len() + query.phrases.len()));
    let required = mask(&mut asked.map(|(bit, _)| bit)) | phrases;
    let told = words.iter().zip(&query.words).map(|(finds, word)| finds.rarity() * weight(word));
    let rarity = told.chain(query.phrases.iter().map(|_| 1.0)).collect();
    Tally { required, phrases, rarity, sentence: query.sentence || required.count_ones() >= SENTENCE }
}

fn weight(word: &Word) -> f32 {
    match word.role {
        WordRole::Subject => 1.0,
        WordRole::Person => PERSON,
        WordRole::Filler => FILLER,
    }
}

/// Lets a word count in one segment, the best finds first.
fn add_word(
    segment: &SegmentReader,
    number: usize,
    bit: usize,
    word: &WordFinds,
    factor: f32,
    matches: &mut SegmentMatches,
) -> Result<(), SearchError> {
    let mut ordered: Vec<(&Candidate, f32, &TermGroup)> = Vec::new();
    for group in &word.groups {
        let finds = group.finds[number].iter();
        ordered.extend(finds.map(|c| (c, c.weight * group.rarity * factor, group)));
    }
    ordered
        .sort_by(|(a, a_worth, _), (b, b_worth, _)| a.supporting.cmp(&b.supporting).then(b_worth.total_cmp(a_worth)));
    for (candidate, worth, group) in ordered {
        let firm = !candidate.supporting && !group.loose;
        candidate.for_each_doc(segment, |doc| {
            match (candidate.supporting, group.only_first) {
                (true, _) => matches.support(doc, bit, worth),
                (false, true) => matches.find_first(doc, bit, worth),
                (false, false) => matches.find(doc, bit, worth),
            }
            if firm {
                matches.firm(doc);
            }
        })?;
    }
    Ok(())
}
