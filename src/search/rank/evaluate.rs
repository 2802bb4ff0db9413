//! Evaluates the words of a query over all segments: which documents match, and how well.
//!
//! Term at a time over dense arrays: with at most some million entries that is as fast as it gets, every document
//! knows which words it matched ("all words first, then the best partial matches"), and nothing depends on the order
//! of segments.

use std::sync::Arc;

use tantivy::{
    DocSet, Searcher, SegmentReader, TERMINATED, Term,
    query::{EnableScoring, PhraseQuery, Query as _, TermQuery},
    schema::IndexRecordOption,
};

use super::{
    Candidate, Clauses, KnownStems, LastScored, Lookup, SegmentMatches, TermMatch,
    score::bit_of,
    scored_words::ScoredWords,
    term_match::{GroupKind, TermGroups, TermMatcher, role_weight},
    title_match::TitleMatcher,
    towns::{Towns, has_place, nearness_of},
};
use crate::{
    catalogue::Register,
    german::{Analyser, WordRole},
    search::{
        Alternative, BitSet, Columns, Doc, FacetColumn, Fields, FilterKey, Language, MatchReason, Part, Query,
        SearchError, Word, query::expansion,
    },
};

/// What contents are worth to a sentence, compared with single words: a question is answered there.
const BODY_IN_SENTENCE: f32 = 2.6;
/// What a corrected word is worth.
const CORRECTED: f32 = 0.6;
/// So many words are a sentence, whatever they are.
const SENTENCE: u32 = 5;

/// The matches of a query, before filters.
#[derive(Default)]
pub(in crate::search) struct Matches {
    pub segments: Vec<SegmentMatches>,
    /// How each word of the query was matched.
    pub terms: Vec<TermMatch>,
    /// What else was looked for.
    pub alternatives: Vec<Alternative>,
}

impl Matches {
    /// The documents that match, by segment.
    pub(in crate::search) fn docs(&self) -> Vec<&BitSet> {
        self.segments.iter().map(|segment| &segment.docs).collect()
    }
}

/// A query on its way to the index: its terms, by word.
struct ResolvedTerms {
    words: Vec<TermGroups>,
    matched: Vec<TermMatch>,
    alternatives: Vec<Alternative>,
}

pub(in crate::search) struct Evaluator<'a> {
    pub searcher: &'a Searcher,
    pub fields: &'a Fields,
    pub columns: &'a [Arc<Columns>],
    pub language: &'a Language,
    pub register: &'a Register,
    pub towns: &'a Towns,
    /// Nothing until somebody has read them.
    pub known: Option<&'a KnownStems>,
    pub last_scored: &'a LastScored,
}

impl Evaluator<'_> {
    /// Evaluates `query` over everything that is not deleted.
    pub(in crate::search) fn evaluate(&self, query: &Query, analyser: &mut Analyser) -> Result<Matches, SearchError> {
        if query.is_empty() {
            let segments = self.columns.iter().map(|columns| SegmentMatches::everything(columns)).collect();
            return Ok(Matches { segments, ..Matches::default() });
        }
        let terms = self.resolve_terms(query, analyser)?;
        let clauses = clauses(query, &terms.words);
        let mut segments = self.score_words(query, &terms)?;
        for ((segment, columns), matches) in self.searcher.segment_readers().iter().zip(self.columns).zip(&mut segments)
        {
            self.finish_segment(segment, columns, query, &terms, &clauses, matches)?;
        }
        // With fillers alone there is no word that an entry could lack.
        if clauses.required != 0 {
            clauses.keep_best(&mut segments, self.columns);
        }
        Ok(Matches { segments, terms: terms.matched, alternatives: terms.alternatives })
    }

    /// The terms of each word, the surest first; what is less sure is asked only where a word is found nowhere.
    fn resolve_terms(&self, query: &Query, analyser: &mut Analyser) -> Result<ResolvedTerms, SearchError> {
        let matcher =
            TermMatcher { searcher: self.searcher, fields: self.fields, language: self.language, known: self.known };
        let (lexicon, thesaurus) = (&self.language.lexicon, self.language.thesaurus());
        let mut alternatives = expansion::alternatives(&query.words, thesaurus, lexicon, analyser);
        let (mut words, mut matched) = (Vec::new(), Vec::new());
        for (number, word) in query.words.iter().enumerate() {
            let has_synonym = alternatives.iter().any(|a| a.is_known_term && a.words == [number]);
            let (mut groups, mut how) = matcher.match_word(word, has_synonym, analyser)?;
            if how.unknown && word.open {
                if !has_synonym {
                    alternatives.extend(expansion::completions(number, &query.words, thesaurus, analyser));
                }
                alternatives.extend(expansion::known_beginning(number, word, lexicon, analyser));
            }
            let means_something =
                |other: &Alternative| other.reason == MatchReason::Synonym && other.words.contains(&number);
            if how.unknown && !alternatives.iter().any(means_something) {
                if let Some(corrected) = matcher.corrected(word, analyser) {
                    alternatives.extend(self.alternatives_of_corrected(number, &corrected, analyser));
                    groups = matcher.add_corrected(&corrected, &mut how)?;
                } else {
                    alternatives.extend(matcher.thesaurus_spellings(number, &how, analyser));
                }
            }
            words.push(groups);
            matched.push(how);
        }
        matcher.add_alternatives(&mut alternatives, &mut words, &mut matched)?;
        let mut second = matcher.second_degree(&alternatives, &matched, analyser);
        // Synonyms of synonyms only where no entry is about the first ones: two steps lead far from what was typed.
        matcher.add_alternatives(&mut second, &mut words, &mut matched)?;
        alternatives.extend(second);
        for (number, (groups, how)) in words.iter_mut().zip(&mut matched).enumerate() {
            alternatives.extend(self.add_reachable(number, how, groups, &matcher, analyser));
        }
        if words.iter().all(TermGroups::is_empty) {
            for (groups, how) in words.iter_mut().zip(&mut matched) {
                matcher.respell_short(how, groups, analyser)?;
            }
        }
        for (groups, how) in words.iter_mut().zip(&mut matched).filter(|(groups, _)| groups.is_empty()) {
            matcher.add_single_parts(how, groups)?;
        }
        Ok(ResolvedTerms { words, matched, alternatives })
    }

    /// Lets offers count for a town that reach it: those of its district, of the country, online. Gives the places as
    /// what explains them.
    fn add_reachable(
        &self,
        number: usize,
        how: &mut TermMatch,
        groups: &mut TermGroups,
        matcher: &TermMatcher<'_>,
        analyser: &mut Analyser,
    ) -> Vec<Alternative> {
        let mut places = Vec::new();
        for level in self.towns.outwards(&how.word.surface) {
            let docs = |columns: &Arc<Columns>| {
                let column = FacetColumn::Filter(FilterKey::Place);
                columns.any(column, |place| has_place(level, place)).iter().collect()
            };
            let weight = Part::Label.weight() * nearness_of(level);
            // A step that no offer has finds nothing.
            let candidate = |docs: Vec<Doc>| match docs.is_empty() {
                true => Vec::new(),
                false => vec![Candidate::of_docs(docs, Part::Label, weight)],
            };
            if matcher.add_group(self.columns.iter().map(docs).map(candidate).collect(), GroupKind::OneOf, groups) {
                how.unknown = false;
            }
            let labels = level.places.iter().map(|place| self.register.places.label(place));
            places.extend(labels.map(|label| Alternative::reachable(number, label, analyser)));
        }
        places
    }

    /// What a word may mean that was mistyped.
    fn alternatives_of_corrected(&self, number: usize, corrected: &Word, analyser: &mut Analyser) -> Vec<Alternative> {
        let (thesaurus, lexicon) = (self.language.thesaurus(), &self.language.lexicon);
        let found = expansion::alternatives(std::slice::from_ref(corrected), thesaurus, lexicon, analyser);
        found.into_iter().map(|other| other.moved_to(number, CORRECTED)).collect()
    }

    /// Lets all words count, by segment. Those that have been scored with the key before are taken from there.
    fn score_words(&self, query: &Query, terms: &ResolvedTerms) -> Result<Vec<SegmentMatches>, SearchError> {
        let (words, sentence) = (&terms.words, query.sentence);
        let factors: Vec<f32> = terms.matched.iter().map(|how| role_weight(&how.word)).collect();
        let of_body = if sentence { BODY_IN_SENTENCE } else { 1.0 };
        let known = self.last_scored.get(words, &factors, sentence);
        let (mut segments, done) = match known {
            Some(known) => (known.segments.clone(), known.words.len()),
            None => (self.columns.iter().map(|columns| SegmentMatches::new(columns, sentence)).collect(), 0),
        };
        for (bit, (groups, factor)) in words.iter().zip(&factors).enumerate().skip(done) {
            // All but the last: the next key leaves them as they are.
            if bit > done && bit + 1 == words.len() {
                let before = words.iter().zip(&factors).take(bit).map(|(groups, factor)| (groups.clone(), *factor));
                self.last_scored.put(ScoredWords { words: before.collect(), sentence, segments: segments.clone() });
            }
            for (number, (segment, matches)) in self.searcher.segment_readers().iter().zip(&mut segments).enumerate() {
                score_word(segment, number, bit, groups, *factor, of_body, matches)?;
            }
        }
        Ok(segments)
    }

    fn finish_segment(
        &self,
        segment: &SegmentReader,
        columns: &Columns,
        query: &Query,
        terms: &ResolvedTerms,
        clauses: &Clauses,
        matches: &mut SegmentMatches,
    ) -> Result<(), SearchError> {
        for (index, phrase) in query.phrases.iter().enumerate() {
            // The bits of phrases follow those of words.
            let bit = terms.words.len() + index;
            self.for_each_phrase(segment, phrase, |part, doc| {
                matches.add(doc, bit, part.weight());
            })?;
        }
        if query.asks_for_nothing() {
            // Only exclusions: everything else is a hit.
            matches.docs = columns.alive.clone();
        }
        matches.docs.intersect(&columns.alive);
        let lookup = Lookup { segment, fields: self.fields };
        TitleMatcher { lookup: &lookup, query, terms: &terms.matched, alternatives: &terms.alternatives, clauses }
            .score(matches)?;
        // Last, so that nothing brings an excluded document back.
        exclude_words(&lookup, &query.excluded, &mut matches.docs)?;
        for phrase in &query.excluded_phrases {
            self.for_each_phrase(segment, phrase, |_, doc| matches.docs.remove(doc))?;
        }
        Ok(())
    }

    /// Visits every part of every document in which the words stand side by side.
    fn for_each_phrase(
        &self,
        segment: &SegmentReader,
        phrase: &[String],
        mut visit: impl FnMut(Part, Doc),
    ) -> Result<(), SearchError> {
        for part in Part::ALL {
            let field = self.fields.part(part).exact;
            let terms: Vec<Term> = phrase.iter().map(|word| Term::from_field_text(field, word)).collect();
            // A phrase query of one term is an error of the library.
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
}

/// Which words and phrases must be there, and how much each of them tells.
fn clauses(query: &Query, words: &[TermGroups]) -> Clauses {
    let mask = |bits: &mut dyn Iterator<Item = usize>| bits.fold(0, |mask, bit| mask | bit_of(bit));
    let asked = query.words.iter().enumerate().filter(|(_, word)| word.role != WordRole::Filler);
    let phrases = mask(&mut (words.len()..words.len() + query.phrases.len()));
    let required = mask(&mut asked.map(|(bit, _)| bit)) | phrases;
    let of_words = words.iter().zip(&query.words).map(|(groups, word)| groups.rarity() * role_weight(word));
    let rarity = of_words.chain(query.phrases.iter().map(|_| 1.0)).collect();
    Clauses { required, phrases, rarity, sentence: query.sentence || required.count_ones() >= SENTENCE }
}

/// Lets a word count in one segment. The best candidates come first, because the first match of a document decides.
fn score_word(
    segment: &SegmentReader,
    number: usize,
    bit: usize,
    word: &TermGroups,
    factor: f32,
    of_body: f32,
    matches: &mut SegmentMatches,
) -> Result<(), SearchError> {
    let body = |candidate: &Candidate| if candidate.part == Part::Body { of_body } else { 1.0 };
    let mut ordered: Vec<(&Candidate, f32, usize, GroupKind)> = Vec::new();
    for (of_group, group) in word.0.iter().enumerate() {
        let candidates = group.candidates.get(number).into_iter().flatten();
        ordered.extend(candidates.map(|c| (c, c.weight * group.rarity * factor * body(c), of_group, group.kind)));
    }
    ordered
        .sort_by(|(a, a_score, ..), (b, b_score, ..)| a.boost_only.cmp(&b.boost_only).then(b_score.total_cmp(a_score)));
    let mut agreeing = Agreeing::default();
    for (candidate, score, of_group, kind) in ordered {
        let mut seen = (kind == GroupKind::LedTo).then(|| agreeing.of_group(of_group, matches.size())).flatten();
        candidate.for_each_doc(segment, |doc| match (candidate.boost_only, kind) {
            (true, _) => matches.boost(doc, bit_of(bit), score),
            (false, GroupKind::Forms) => matches.add(doc, bit, score),
            (false, GroupKind::OneOf) => matches.add_if_absent(doc, bit, score),
            (false, GroupKind::LedTo) => {
                // The same word in another part of the entry agrees with nobody.
                let agrees = seen.as_mut().is_some_and(|seen| {
                    let is_new = !seen.contains(doc);
                    seen.insert(doc);
                    is_new
                });
                matches.add_led_to(doc, bit, score, agrees);
            }
        })?;
    }
    Ok(())
}

/// Most words to which one leads that may agree about an entry.
const MOST_AGREEING: usize = 6;

/// The documents that the words have to which one leads, by group, the best groups first.
#[derive(Default)]
struct Agreeing(Vec<(usize, BitSet)>);

impl Agreeing {
    /// The documents of a group so far; `None` when enough others agree.
    fn of_group(&mut self, group: usize, docs: usize) -> Option<&mut BitSet> {
        if self.0.len() < MOST_AGREEING && !self.0.iter().any(|(known, _)| *known == group) {
            self.0.push((group, BitSet::empty(docs)));
        }
        self.0.iter_mut().find(|(known, _)| *known == group).map(|(_, docs)| docs)
    }
}

fn exclude_words(lookup: &Lookup<'_>, words: &[Word], docs: &mut BitSet) -> Result<(), SearchError> {
    for word in words {
        for candidate in lookup.word(word, &Part::ALL)? {
            candidate.for_each_doc(lookup.segment, |doc| docs.remove(doc))?;
        }
    }
    Ok(())
}
