//! One state of the index, opened for reading: answers queries and gives out records.

mod example;
mod integrity;
mod lead;
mod query_cache;

use std::{
    sync::{Arc, OnceLock},
    time::Instant,
};

use jiff::civil::Date;
use tantivy::{
    DocAddress, DocSet as _, IndexReader, ReloadPolicy, Searcher, SegmentReader, TERMINATED, TantivyDocument, Term,
    query::{EnableScoring, Query as _, TermQuery},
    schema::{Field, IndexRecordOption, Value as _},
};

use self::query_cache::{EvaluatedQuery, QueryCache};
use super::{
    Alternative, Answer, BitSet, Columns, DrillSideways, Evaluator, FacetColumn, Fact, Fields, FilterKey, FilterValues,
    Filters, Generation, Highlighter, Hit, KnownStems, Lacking, Language, LastScored, Lead, Matches, Nearness, Query,
    Ranked, Ranking, Referred, ReportBuilder, Request, ResolvedFilter, ResultRow, SearchError, Sort, Towns, TypedFact,
    TypedFilter, ValueError,
    facet::total,
    index::{build, key},
    rank::suggest,
};
use crate::{
    catalogue::{Kind, Measure, Record, RegionTree, Register},
    german::Analyser,
    locale::{Lang, Texts},
};

/// Blocks of the document store that are kept unpacked, per segment. A screen of rows lies in some dozens.
const STORE_BLOCKS: usize = 32;

/// One state of the index. Cheap to share; a newer state is a new snapshot.
pub struct Snapshot {
    searcher: Searcher,
    fields: Fields,
    columns: Vec<Arc<Columns>>,
    register: Arc<Register>,
    /// What lies within what, as the register has it.
    tree: RegionTree,
    towns: Towns,
    /// Read behind the first frame.
    known: OnceLock<KnownStems>,
    language: Arc<Language>,
    /// Words to begin with, once somebody has asked.
    example: OnceLock<Option<Arc<str>>>,
    /// Where things that offers refer to lie, once a filter was chosen.
    referred: OnceLock<Referred>,
    cache: QueryCache,
    last_scored: LastScored,
    texts: Arc<Texts>,
    /// Labels as they were indexed; entries are German whatever language the screen speaks.
    labels: Arc<Texts>,
}

impl Snapshot {
    /// Opens the last commit of `index`. Columns of segments that `previous` has already read are taken over.
    pub(super) fn open(
        generation: &Generation,
        texts: Arc<Texts>,
        previous: Option<&Self>,
    ) -> Result<Self, SearchError> {
        let Generation { index, register, language, .. } = generation.clone();
        let fields = Fields::new();
        let reader: IndexReader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(STORE_BLOCKS)
            .try_into()?;
        let searcher = reader.searcher();
        let mut columns = Vec::new();
        for segment in searcher.segment_readers() {
            let known = previous.and_then(|previous| previous.columns_of(segment));
            columns.push(match known {
                Some(known) => known,
                None => Arc::new(Columns::read(segment, &fields)?),
            });
        }
        let labels = previous.map_or_else(|| Arc::new(Texts::new(Lang::De)), |previous| previous.labels.clone());
        let cache = QueryCache::new(columns.iter().map(|columns| columns.docs).sum());
        let tree = register.region_tree();
        let towns = Towns::new(&register, &tree, &language.lexicon);
        Ok(Self {
            searcher,
            fields,
            columns,
            register,
            tree,
            towns,
            known: OnceLock::new(),
            example: OnceLock::new(),
            referred: OnceLock::new(),
            language,
            cache,
            last_scored: LastScored::default(),
            texts,
            labels,
        })
    }

    fn columns_of(&self, segment: &SegmentReader) -> Option<Arc<Columns>> {
        let same = |own: &SegmentReader| {
            // Deleting changes what a segment says, though not its name.
            own.segment_id() == segment.segment_id() && own.delete_opstamp() == segment.delete_opstamp()
        };
        let number = self.searcher.segment_readers().iter().position(same)?;
        self.columns.get(number).cloned()
    }

    /// Gets ready for the first word, so that whoever types it need not wait: reads the lists of words.
    pub fn prepare(&self) {
        self.language.thesaurus().prepare();
        // A damaged index is told of by the next question.
        if self.known.get().is_none()
            && let Ok(known) = KnownStems::read(&self.searcher, &self.fields)
        {
            let _ = self.known.set(known);
        }
    }

    /// What entries refer to, as it was when the index was built.
    pub fn register(&self) -> &Arc<Register> {
        &self.register
    }

    /// Number of things of one kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.columns.iter().map(|columns| columns.things(kind).count()).sum()
    }

    /// Answers one request.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn answer(&self, request: &Request, analyser: &mut Analyser) -> Result<Answer, SearchError> {
        let start = Instant::now();
        analyser.use_lexicon(&self.language.lexicon);
        let evaluated = self.evaluate(&request.line, analyser)?;
        let EvaluatedQuery { query, matches } = &*evaluated;
        let docs = matches.docs();
        let (typed, resolved, issues) = self.resolve(&query.filters, request.complete);
        let filters = request.filters.merged(&typed);
        let (columns, tree, no_words) = (&self.columns, &self.tree, query.asks_for_nothing());
        let mut narrowed = DrillSideways::new(columns, tree, &docs, &filters, request.kind, no_words, request.today);
        if !filters.is_empty() {
            narrowed = narrowed.with_referred(self.referred()?);
        }
        let nearness = filters.reach(&self.tree).map(|reach| Nearness::new(reach, &self.columns));
        let lead = self.lead(request, &evaluated, &narrowed, nearness.as_ref(), analyser)?;
        let with_leads = Self::with_leads(&docs, &lead);
        let docs = with_leads.as_ref().map_or_else(|| docs.clone(), |docs| docs.iter().collect());
        let narrowed = narrowed.over(&docs);
        let highlighter = Arc::new(Highlighter::new(
            &matches.terms,
            &matches.alternatives,
            &query.phrases,
            self.language.highlighting.clone(),
        ));
        let hits = narrowed.all();
        let total = total(&hits);
        let lacking = matches.lacking(query, &hits);
        let mut answer = Answer {
            total,
            there: total,
            offset: request.offset,
            hits: Vec::new(),
            facets: if request.facets { narrowed.facets() } else { Vec::new() },
            report: None,
            kinds: narrowed.kinds(),
            removed_by_filter: narrowed.removed(total),
            partial: lacking.partial,
            without_filters: narrowed.without_filters(),
            reach: Vec::new(),
            suggestion: None,
            filters: filters.clone(),
            resolved,
            issues,
            unknown_filters: query.unknown.clone(),
            example: self.example(analyser),
            facts: self.facts(query, &filters, &lacking, request.today),
            located: None,
            shortened: query.shortened,
            highlighter,
            understood: matches.terms.clone(),
            hints: hints(&matches.alternatives),
            took: start.elapsed(),
        };
        let first: &[Lead] = if request.sort == Sort::Relevance { &lead } else { &[] };
        if request.there_first {
            answer.there = self.there(&hits, first);
        }
        let ranking = Ranking { lead: first, ..self.ranking(request, matches, nearness.as_ref()) };
        self.add_hits(&ranking, request, &hits, &mut answer)?;
        answer.reach = nearness.map(|nearness| nearness.count(&hits)).unwrap_or_default();
        if let Some(cross_tab) = request.cross_tab {
            let (searcher, columns, register, tree) = (&self.searcher, &self.columns, &*self.register, &self.tree);
            let (matches, filters, today) = (&docs, &answer.filters, request.today);
            let report = ReportBuilder { searcher, columns, matches, register, tree, filters, today };
            answer.report = Some(Arc::new(report.count(cross_tab)?));
        }
        let shown: Vec<&str> = answer.hits.iter().flat_map(|hit| [&*hit.row.title, &*hit.row.summary]).collect();
        answer.suggestion = suggest(&request.line, request.complete, &answer.understood, &shown, analyser);
        // Again: the hits and the report came after the first measurement.
        answer.took = start.elapsed();
        Ok(answer)
    }

    /// Takes a line apart and evaluates it, unless that has just been done.
    fn evaluate(&self, line: &str, analyser: &mut Analyser) -> Result<Arc<EvaluatedQuery>, SearchError> {
        if let Some(known) = self.cache.get(line) {
            return Ok(known);
        }
        analyser.use_lexicon(&self.language.lexicon);
        let query = Query::parse(line, analyser);
        let Self { searcher, fields, columns, language, register, towns, last_scored, .. } = self;
        let known = self.known.get();
        let evaluator = Evaluator { searcher, fields, columns, language, register, towns, known, last_scored };
        let matches = evaluator.evaluate(&query, analyser)?;
        let evaluated = Arc::new(EvaluatedQuery { query, matches });
        self.cache.put(line, evaluated.clone());
        Ok(evaluated)
    }

    /// How many hits come before those that cannot be had yet or any more; what leads is one of them, whatever it is.
    fn there(&self, hits: &[BitSet], first: &[Lead]) -> usize {
        let segments = hits.iter().zip(&self.columns);
        let there: usize = segments.map(|(hits, columns)| hits.count() - hits.count_common(&columns.not_there)).sum();
        let leading = |lead: &&Lead| {
            let hit = hits.get(lead.segment).is_some_and(|hits| hits.contains(lead.doc));
            hit && self.columns.get(lead.segment).is_some_and(|columns| columns.not_there.contains(lead.doc))
        };
        there + first.iter().filter(leading).count()
    }

    fn add_hits(
        &self,
        ranking: &Ranking<'_>,
        request: &Request,
        hits: &[BitSet],
        answer: &mut Answer,
    ) -> Result<(), SearchError> {
        let range = answer.offset..answer.offset.saturating_add(request.limit);
        answer.located = self.locate(ranking, request, hits)?;
        let mut offers = None;
        for ranked in ranking.window(hits, range)? {
            let mut hit = self.hit(&ranked, &answer.highlighter, request.explain)?;
            let mut lead = ranking.lead.iter().filter(|lead| (lead.segment, lead.doc) == (ranked.segment, ranked.doc));
            let need = lead.find_map(|lead| answer.understood.get(lead.need?));
            if hit.row.kind != Kind::Measure {
                let offers = offers.get_or_insert_with(|| self.current_offers());
                hit.offers = self.offers_of(hit.row.kind, &hit.row.id, offers);
            }
            hit.serves = need.and_then(|how| request.line.get(how.word.range.clone())).map(str::to_owned);
            answer.hits.push(hit);
        }
        Ok(())
    }

    fn hit(&self, ranked: &Ranked, highlighter: &Highlighter, explain: bool) -> Result<Hit, SearchError> {
        let segment = u32::try_from(ranked.segment).unwrap_or(u32::MAX);
        let document: TantivyDocument = self.searcher.doc(DocAddress::new(segment, ranked.doc))?;
        let row: ResultRow = postcard::from_bytes(bytes(&document, self.fields.row)?)?;
        let explanations = if explain {
            let record = self.record_in(&document)?;
            Some(highlighter.explain(&record, &self.register, &self.labels))
        } else {
            None
        };
        let title_marks = highlighter.marks(&row.title);
        Ok(Hit { serves: None, offers: None, score: ranked.score, title_marks, row, explanations })
    }

    /// The offers that are not over, by segment.
    fn current_offers(&self) -> Vec<BitSet> {
        self.columns.iter().map(|columns| columns.current_offers()).collect()
    }

    /// How many of these offers belong to a target group, coordinator or provider.
    fn offers_of(&self, kind: Kind, id: &str, offers: &[BitSet]) -> Option<usize> {
        let key = match kind {
            Kind::Measure => return None,
            Kind::TargetGroup => FilterKey::TargetGroup,
            Kind::Coordinator => FilterKey::Coordinator,
            Kind::Provider => FilterKey::Provider,
        };
        let of = |(columns, offers): (&Arc<Columns>, &BitSet)| columns.count(FacetColumn::Filter(key), id, offers);
        Some(self.columns.iter().zip(offers).map(of).sum())
    }

    /// The facts that were typed as words, without those that are chosen already.
    fn facts(&self, query: &Query, chosen: &Filters, lacking: &Lacking, today: Date) -> Vec<TypedFact> {
        let values = FilterValues::new(&self.register, &self.texts);
        let fact = |fact: &Fact| {
            let (key, value) = fact.filter(today).filter(|(key, value)| !chosen.contains(*key, value))?;
            let words = lacking.facts.iter().filter_map(|number| Some(query.words.get(*number)?.range.clone()));
            let missing = words.into_iter().find(|word| fact.range.start <= word.start && word.end <= fact.range.end);
            Some(TypedFact { key, label: values.label(key, &value), value, range: fact.range.clone(), missing })
        };
        query.facts.iter().filter_map(fact).collect()
    }

    /// Resolves typed filters. While one is being typed, all values that begin like it count.
    fn resolve(&self, typed: &[TypedFilter], complete: bool) -> (Filters, Vec<ResolvedFilter>, Vec<ValueError>) {
        let values = FilterValues::new(&self.register, &self.texts);
        let (mut filters, mut resolved, mut issues) = (Filters::default(), Vec::new(), Vec::new());
        for filter in typed {
            let open = filter.open && !complete;
            match values.resolve(filter.key, &filter.value) {
                Ok(ids) => {
                    ids.iter().for_each(|id| filters.add(filter.key, id));
                    resolved.push(ResolvedFilter { key: filter.key, values: ids, range: filter.range.clone(), open });
                }
                Err(ValueError::Ambiguous { candidates, .. }) if open => {
                    candidates.iter().for_each(|id| filters.add(filter.key, id));
                }
                Err(_) if open => {}
                Err(error) => issues.push(error),
            }
        }
        (filters, resolved, issues)
    }

    /// The record with this id.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn record(&self, kind: Kind, id: &str) -> Result<Option<Record>, SearchError> {
        let Some(address) = self.find(kind, id)? else { return Ok(None) };
        let record = self.record_at(address)?;
        if (record.kind(), &**record.id()) == (kind, id) { Ok(Some(record)) } else { Err(SearchError::Misfit) }
    }

    fn record_at(&self, address: DocAddress) -> Result<Record, SearchError> {
        let document: TantivyDocument = self.searcher.doc(address)?;
        self.record_in(&document)
    }

    fn record_in(&self, document: &TantivyDocument) -> Result<Record, SearchError> {
        Ok(postcard::from_bytes(bytes(document, self.fields.record)?)?)
    }

    /// Where a thing lies in the index.
    fn find(&self, kind: Kind, id: &str) -> Result<Option<DocAddress>, SearchError> {
        let term = Term::from_field_text(self.fields.key, &key(kind, id));
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        let weight = query.weight(EnableScoring::disabled_from_searcher(&self.searcher))?;
        for (number, segment) in (0..).zip(self.searcher.segment_readers()) {
            let mut found = weight.scorer(segment, 1.0)?;
            while found.doc() != TERMINATED {
                // The deleted version of an entry has the same key.
                if !segment.is_deleted(found.doc()) {
                    return Ok(Some(DocAddress::new(number, found.doc())));
                }
                found.advance();
            }
        }
        Ok(None)
    }

    /// Where the target groups, coordinators and providers lie.
    fn referred(&self) -> Result<&Referred, SearchError> {
        if let Some(known) = self.referred.get() {
            return Ok(known);
        }
        let mut referred = Referred::default();
        let register = &self.register;
        let ids = register.target_groups.iter().map(|item| (Kind::TargetGroup, &*item.id));
        let ids = ids.chain(register.coordinators.iter().map(|item| (Kind::Coordinator, &*item.id)));
        for (kind, id) in ids.chain(register.providers.iter().map(|item| (Kind::Provider, &*item.id))) {
            if let Some(address) = self.find(kind, id)? {
                referred.add(kind, id, address.segment_ord as usize, address.doc_id);
            }
        }
        Ok(self.referred.get_or_init(|| referred))
    }

    /// Position of a thing among all hits, if it is one.
    fn locate(&self, ranking: &Ranking<'_>, request: &Request, hits: &[BitSet]) -> Result<Option<usize>, SearchError> {
        let Some((kind, id)) = &request.locate else { return Ok(None) };
        let Some(address) = self.find(*kind, id)? else { return Ok(None) };
        ranking.position(hits, address.segment_ord as usize, address.doc_id)
    }

    fn ranking<'a>(&'a self, request: &Request, matches: &'a Matches, nearness: Option<&'a Nearness>) -> Ranking<'a> {
        Ranking {
            searcher: &self.searcher,
            columns: &self.columns,
            matches: &matches.segments,
            lead: &[],
            nearness,
            there_first: request.there_first,
            sort: request.sort,
            today: request.today,
        }
    }
}

/// An index in memory over entries in memory: for benchmarks, tests and tools.
///
/// # Errors
/// When the index cannot be built.
pub fn index_in_memory(
    register: Register,
    measures: impl Iterator<Item = Measure>,
    expected: usize,
    texts: Arc<Texts>,
) -> Result<Snapshot, SearchError> {
    let generation = build::from_memory(register, measures, expected)?;
    Snapshot::open(&generation, texts, None)
}

/// What whoever typed these words should know, each sentence once.
fn hints(alternatives: &[Alternative]) -> Vec<Arc<str>> {
    let mut hints: Vec<Arc<str>> = Vec::new();
    for hint in alternatives.iter().filter_map(|alternative| alternative.hint.as_ref()) {
        if !hints.contains(hint) {
            hints.push(hint.clone());
        }
    }
    hints
}

fn bytes(document: &TantivyDocument, field: Field) -> Result<&[u8], SearchError> {
    document.get_first(field).and_then(|value| value.as_bytes()).ok_or(SearchError::Incomplete)
}
