//! Hits that stand before all others: the best for each of two needs, and what stood first a letter ago.

use tantivy::DocAddress;

use super::{EvaluatedQuery, Snapshot};
use crate::{
    catalogue::Kind,
    german::{self, Analyser, WordRole},
    search::{BitSet, Doc, DrillSideways, Lead, Matches, Nearness, Query, Request, SearchError, Sort, TermMatch},
};

/// An offer serves a need that is so good a find for it, compared with the best one.
const SERVES: f32 = 0.5;
/// What stood first a letter ago stays there when its score reaches this share of the best.
const CALM: f32 = 0.7;
/// What cannot be had stands before what can when its score is so many times the best of those: it was called by its name.
const CALLED: f32 = 1.5;

/// Words of so many letters may stand within another one of a name.
const WITHIN: usize = 4;

/// The scores of the hits of one line.
struct Scores<'a> {
    matches: &'a Matches,
    hits: &'a [BitSet],
    nearness: Option<&'a Nearness>,
}

impl Scores<'_> {
    fn score(&self, segment: usize, doc: Doc) -> f32 {
        let score = self.matches.segments.get(segment).map_or(0.0, |matches| matches.score(doc));
        score * self.nearness.map_or(1.0, |nearness| nearness.factor(segment, doc))
    }

    fn each(&self) -> impl Iterator<Item = (usize, Doc, f32)> {
        let docs = self.hits.iter().enumerate().flat_map(|(segment, hits)| hits.iter().map(move |doc| (segment, doc)));
        docs.map(|(segment, doc)| (segment, doc, self.score(segment, doc)))
    }

    /// The first of the best hits.
    fn best(&self) -> Option<(usize, Doc, f32)> {
        first_best(self.each())
    }
}

/// The first of the best among hits that have a score.
fn first_best(hits: impl Iterator<Item = (usize, Doc, f32)>) -> Option<(usize, Doc, f32)> {
    hits.filter(|(.., score)| *score > 0.0).reduce(|best, other| if other.2 > best.2 { other } else { best })
}

impl Snapshot {
    /// What matches, and with it what stands before all others; `None` where nothing does.
    pub(super) fn with_leads(docs: &[&BitSet], leads: &[Lead]) -> Option<Vec<BitSet>> {
        if leads.is_empty() {
            return None;
        }
        let mut all: Vec<BitSet> = docs.iter().copied().cloned().collect();
        for lead in leads {
            if let Some(docs) = all.get_mut(lead.segment) {
                docs.insert(lead.doc);
            }
        }
        Some(all)
    }

    /// The hits that stand before all others when the best come first. The best of two needs are hits in every order.
    pub(super) fn lead(
        &self,
        request: &Request,
        evaluated: &EvaluatedQuery,
        narrowed: &DrillSideways<'_>,
        nearness: Option<&Nearness>,
        analyser: &mut Analyser,
    ) -> Result<Vec<Lead>, SearchError> {
        let EvaluatedQuery { query, matches } = evaluated;
        if query.asks_for_nothing() {
            return Ok(Vec::new());
        }
        let needs = self.best_of_needs(&request.line, evaluated, narrowed, nearness, analyser)?;
        if !needs.is_empty() {
            return Ok(needs);
        }
        if request.sort != Sort::Relevance {
            return Ok(Vec::new());
        }
        let hits = narrowed.all();
        let scores = Scores { matches, hits: &hits, nearness };
        if request.there_first
            && let Some(called) = self.called_though_not_there(query, &scores)?
        {
            return Ok(vec![called]);
        }
        let stays = self.stays_first(request, &scores)?;
        Ok(stays.into_iter().collect())
    }

    /// What stood first a letter ago, unless another hit is clearly better, or it would stand before what can be had.
    fn stays_first(&self, request: &Request, scores: &Scores<'_>) -> Result<Option<Lead>, SearchError> {
        let Some((kind, id)) = &request.stood_first else { return Ok(None) };
        let Some(address) = self.find(*kind, id)? else { return Ok(None) };
        let (segment, doc) = (address.segment_ord as usize, address.doc_id);
        let own = scores.score(segment, doc);
        let stays = scores.hits.get(segment).is_some_and(|hits| hits.contains(doc))
            && !(request.there_first && self.is_not_there(segment, doc))
            && scores.each().all(|(.., score)| own >= score * CALM);
        Ok(stays.then_some(Lead { segment, doc, need: None }))
    }

    /// The best of what cannot be had, where it fits so much better than all that can that it must have been meant: a word of
    /// the line stands in one of its names.
    fn called_though_not_there(&self, query: &Query, scores: &Scores<'_>) -> Result<Option<Lead>, SearchError> {
        let not_there = |hit: &(usize, Doc, f32)| self.is_not_there(hit.0, hit.1);
        let called = first_best(scores.each().filter(not_there));
        let other = first_best(scores.each().filter(|hit| !not_there(hit)));
        let (Some((segment, doc, score)), Some((.., best))) = (called, other) else { return Ok(None) };
        let is_called = score >= best * CALLED && self.has_name_of(segment, doc, query)?;
        Ok(is_called.then_some(Lead { segment, doc, need: None }))
    }

    /// Whether a word of the line stands in a name of this thing as it was typed.
    fn has_name_of(&self, segment: usize, doc: Doc, query: &Query) -> Result<bool, SearchError> {
        let record = self.record_at(DocAddress::new(u32::try_from(segment).unwrap_or(u32::MAX), doc))?;
        let others = record.measure().into_iter().flat_map(|measure| measure.short.iter().chain(&measure.aliases));
        let names: Vec<String> = others.chain([record.title()]).map(|name| german::fold(name)).collect();
        let names = names.join(" ");
        let stands = |word: &str| match word.chars().count() {
            0..WITHIN => names.split(|c: char| !c.is_alphanumeric()).any(|own| own == word),
            _ => names.contains(word),
        };
        Ok(query.words.iter().any(|word| stands(&word.surface)))
    }

    fn is_not_there(&self, segment: usize, doc: Doc) -> bool {
        self.columns.get(segment).is_some_and(|columns| columns.not_there.contains(doc))
    }

    /// The best offer for each of two needs, when none serves both: instead of two that have both words somewhere. They need
    /// not be hits of the whole line, but pass its filters.
    fn best_of_needs(
        &self,
        line: &str,
        evaluated: &EvaluatedQuery,
        narrowed: &DrillSideways<'_>,
        nearness: Option<&Nearness>,
        analyser: &mut Analyser,
    ) -> Result<Vec<Lead>, SearchError> {
        let Some([first, second]) = self.two_needs(&evaluated.query, &evaluated.matches) else { return Ok(Vec::new()) };
        let mut of_needs = Vec::new();
        for need in [first, second] {
            let Some(word) = evaluated.query.words.get(need).and_then(|word| line.get(word.range.clone())) else {
                return Ok(Vec::new());
            };
            // A blank ends the word.
            let of_need = self.evaluate(&format!("{word} "), analyser)?;
            let mut offers = narrowed.passing(&of_need.matches.docs());
            offers
                .iter_mut()
                .zip(&self.columns)
                .for_each(|(offers, columns)| offers.intersect(&columns.kind(Kind::Measure)));
            of_needs.push((of_need, offers));
        }
        let [(one, of_one), (other, of_other)] = &of_needs[..] else { return Ok(Vec::new()) };
        let both = (
            Scores { matches: &one.matches, hits: of_one, nearness },
            Scores { matches: &other.matches, hits: of_other, nearness },
        );
        let (Some(best), Some(other_best)) = (both.0.best(), both.1.best()) else { return Ok(Vec::new()) };
        let serves_both = both.0.each().any(|(segment, doc, score)| {
            score >= best.2 * SERVES && both.1.score(segment, doc) >= other_best.2 * SERVES
        });
        if serves_both {
            return Ok(Vec::new());
        }
        let lead = |(segment, doc, _): (usize, Doc, f32), need| Lead { segment, doc, need: Some(need) };
        let mut leads = vec![lead(best, first), lead(other_best, second)];
        // Which need comes first the whole line says.
        let whole = Scores { matches: &evaluated.matches, hits: &[], nearness };
        leads.sort_by(|a, b| whole.score(b.segment, b.doc).total_cmp(&whole.score(a.segment, a.doc)));
        Ok(leads)
    }

    /// The numbers of the words of a line that names two needs and nothing else.
    fn two_needs(&self, query: &Query, matches: &Matches) -> Option<[usize; 2]> {
        let together = matches.alternatives.iter().any(|other| other.words.len() > 1 && other.firm);
        if query.sentence || !query.phrases.is_empty() || together {
            return None;
        }
        if let ([word, _], [sucht, other]) = (&query.words[..], &matches.terms[..])
            && word.verb
        {
            // "sucht schulden" is an addiction with debts, or somebody who seeks: what is sought comes first.
            return (self.is_need(sucht) && self.is_need(other)).then_some([1, 0]);
        }
        let words = query.words.iter().zip(&matches.terms).enumerate();
        let mut subjects = words.filter(|(_, (word, _))| word.role == WordRole::Subject);
        let (first, second) = (subjects.next()?, subjects.next()?);
        let needs = [first, second].map(|(number, (_, how))| self.is_need(how).then_some(number));
        match (needs, subjects.next()) {
            ([Some(first), Some(second)], None) => Some([first, second]),
            _ => None,
        }
    }

    /// Whether a word says what somebody needs: neither a place nor an abbreviation, and known.
    fn is_need(&self, how: &TermMatch) -> bool {
        let surface = &how.word.surface;
        how.word.stem.is_some()
            && how.firm
            && !self.towns.is_area(surface)
            && german::role_of(surface) == WordRole::Subject
    }
}
