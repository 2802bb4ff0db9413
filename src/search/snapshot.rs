//! One state of the index, opened for reading: answers queries and gives out records.

use std::{sync::Arc, time::Instant};

use jiff::civil::Date;
use tantivy::{
    DocAddress, Index, IndexReader, ReloadPolicy, Searcher, TantivyDocument, Term,
    query::{EnableScoring, Query as _, TermQuery},
    schema::{Field, IndexRecordOption, Value as _},
};

use super::{
    SearchError,
    answer::{Answer, Facet, Hit, Request, ResolvedFilter},
    columns::Columns,
    docset::BitSet,
    document::key,
    evaluate::{Evaluator, Matches},
    facet::{Column, FilterKey},
    filter::{Filters, ValueError, Values},
    marks::Marker,
    order::{self, Ranked},
    query::{Query, TypedFilter},
    row::Row,
    schema::Fields,
    suggestion,
};
use crate::{
    catalogue::{Choice, Kind, Record, Register, Status},
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
    texts: Arc<Texts>,
    /// Labels as they were indexed; entries are German whatever language the screen speaks.
    labels: Arc<Texts>,
}

impl Snapshot {
    /// Opens the last commit of `index`. Columns of segments that `previous` has already read are taken over.
    pub(super) fn open(
        index: &Index,
        register: Arc<Register>,
        texts: Arc<Texts>,
        previous: Option<&Self>,
    ) -> Result<Self, SearchError> {
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
        Ok(Self { searcher, fields, columns, register, texts, labels })
    }

    fn columns_of(&self, segment: &tantivy::SegmentReader) -> Option<Arc<Columns>> {
        let same = |own: &tantivy::SegmentReader| {
            own.segment_id() == segment.segment_id() && own.delete_opstamp() == segment.delete_opstamp()
        };
        let number = self.searcher.segment_readers().iter().position(same)?;
        self.columns.get(number).cloned()
    }

    /// What entries refer to, as it was when the index was built.
    pub fn register(&self) -> &Arc<Register> {
        &self.register
    }

    /// Number of things of one kind.
    pub fn count(&self, kind: Kind) -> usize {
        let of = |columns: &Arc<Columns>| {
            let mut docs = columns.kind(kind);
            docs.intersect(&columns.alive);
            docs.count()
        };
        self.columns.iter().map(of).sum()
    }

    /// Answers one request.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn answer(&self, request: &Request, analyser: &mut Analyser) -> Result<Answer, SearchError> {
        let start = Instant::now();
        let query = Query::parse(&request.line, analyser);
        let (typed, resolved, issues) = self.resolve(&query.filters, request.complete);
        let filters = request.filters.merged(&typed);
        let evaluator = Evaluator { searcher: &self.searcher, fields: &self.fields, columns: &self.columns };
        let matches = evaluator.evaluate(&query, analyser)?;
        let narrowing =
            Narrowing::new(&self.columns, &matches, &filters, request.kind, query.is_empty(), request.today);
        let marker = Arc::new(Marker::new(&matches.understood, &query.phrases));
        let hits = narrowing.all();
        let total: usize = hits.iter().map(BitSet::count).sum();
        let mut answer = Answer {
            total,
            offset: request.offset,
            hits: Vec::new(),
            facets: if request.facets { narrowing.facets() } else { Vec::new() },
            kinds: narrowing.kinds(),
            removed_by_filter: narrowing.removed(total),
            partial: matches.partial,
            suggestion: None,
            filters,
            resolved,
            issues,
            shortened: query.shortened,
            marker,
            understood: matches.understood.clone(),
            took: start.elapsed(),
        };
        self.add_hits(request, &matches, &hits, &mut answer)?;
        answer.suggestion = suggestion::suggest(&request.line, &answer, analyser);
        answer.took = start.elapsed();
        Ok(answer)
    }

    fn add_hits(
        &self,
        request: &Request,
        matches: &Matches,
        hits: &[BitSet],
        answer: &mut Answer,
    ) -> Result<(), SearchError> {
        let range = answer.offset..answer.offset.saturating_add(request.limit);
        let ranked = order::window(&self.searcher, &self.columns, matches, hits, request.sort, request.today, range)?;
        for ranked in ranked {
            answer.hits.push(self.hit(&ranked, &answer.marker, request.explain)?);
        }
        Ok(())
    }

    fn hit(&self, ranked: &Ranked, marker: &Marker, explain: bool) -> Result<Hit, SearchError> {
        let document = self.document(ranked)?;
        let row: Row = postcard::from_bytes(bytes(&document, self.fields.row)?)?;
        let explanations = if explain {
            let record: Record = postcard::from_bytes(bytes(&document, self.fields.record)?)?;
            marker.explain(&record, &self.register, &self.labels)
        } else {
            Vec::new()
        };
        Ok(Hit { score: ranked.score, title_marks: marker.marks(&row.title), row, explanations })
    }

    fn document(&self, ranked: &Ranked) -> Result<TantivyDocument, SearchError> {
        let segment = u32::try_from(ranked.segment).unwrap_or(u32::MAX);
        Ok(self.searcher.doc(DocAddress::new(segment, ranked.doc))?)
    }

    /// Resolves typed filters. While one is being typed, all values that begin like it count.
    fn resolve(&self, typed: &[TypedFilter], complete: bool) -> (Filters, Vec<ResolvedFilter>, Vec<ValueError>) {
        let values = Values::new(&self.register, &self.texts);
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
        let term = Term::from_field_text(self.fields.key, &key(kind, id));
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        let weight = query.weight(EnableScoring::disabled_from_searcher(&self.searcher))?;
        for (number, segment) in self.searcher.segment_readers().iter().enumerate() {
            let found = weight.scorer(segment, 1.0)?;
            use tantivy::DocSet as _;
            let mut found = found;
            while found.doc() != tantivy::TERMINATED {
                if !segment.is_deleted(found.doc()) {
                    let address = DocAddress::new(u32::try_from(number).unwrap_or(u32::MAX), found.doc());
                    let document: TantivyDocument = self.searcher.doc(address)?;
                    return Ok(Some(postcard::from_bytes(bytes(&document, self.fields.record)?)?));
                }
                found.advance();
            }
        }
        Ok(None)
    }

    /// Why a record was found.
    pub fn explain(&self, marker: &Marker, record: &Record) -> Vec<super::marks::Explanation> {
        marker.explain(record, &self.register, &self.labels)
    }
}

fn bytes(document: &TantivyDocument, field: Field) -> Result<&[u8], SearchError> {
    document.get_first(field).and_then(|value| value.as_bytes()).ok_or(SearchError::Incomplete)
}

/// The matches narrowed by filters: what each filter lets through, kept apart so that every count is exact.
struct Narrowing<'a> {
    columns: &'a [Arc<Columns>],
    matches: &'a Matches,
    /// For each dimension in use the documents that pass it, by segment. `None` is the choice of the kind.
    passing: Vec<(Option<FilterKey>, Vec<BitSet>)>,
}

impl<'a> Narrowing<'a> {
    fn new(
        columns: &'a [Arc<Columns>],
        matches: &'a Matches,
        filters: &Filters,
        kind: Option<Kind>,
        no_words: bool,
        today: Date,
    ) -> Self {
        let each = |pass: &dyn Fn(&Columns) -> BitSet| columns.iter().map(|c| pass(c)).collect::<Vec<_>>();
        let mut passing: Vec<_> =
            filters.keys().map(|key| (Some(key), each(&|c| filters.passing(key, c, today)))).collect();
        if filters.values(FilterKey::Status).is_empty() {
            passing.push((Some(FilterKey::Status), each(&not_over)));
        }
        // Without words everything matches; then only offers are meant.
        if let Some(kind) = kind.or(no_words.then_some(Kind::Measure)) {
            passing.push((None, each(&|c| c.kind(kind))));
        }
        Self { columns, matches, passing }
    }

    fn all(&self) -> Vec<BitSet> {
        self.without(&[])
    }

    /// The matches that pass every dimension except these.
    fn without(&self, left_out: &[Option<FilterKey>]) -> Vec<BitSet> {
        let narrow = |(number, segment): (usize, &super::evaluate::SegmentMatches)| {
            let mut docs = segment.docs.clone();
            for (key, passing) in &self.passing {
                if !left_out.contains(key) {
                    docs.intersect(&passing[number]);
                }
            }
            docs
        };
        self.matches.segments.iter().enumerate().map(narrow).collect()
    }

    /// The counts of every facet: what choosing a value would show, the facet's own choices set aside.
    fn facets(&self) -> Vec<Facet> {
        let all = self.all();
        let used: Vec<_> = self.passing.iter().filter_map(|(key, _)| *key).collect();
        let facet = |key: FilterKey| {
            if used.contains(&key) { self.facet(key, &self.without(&[Some(key)])) } else { self.facet(key, &all) }
        };
        FilterKey::facets().map(facet).collect()
    }

    fn facet(&self, key: FilterKey, docs: &[BitSet]) -> Facet {
        let mut counts: rustc_hash::FxHashMap<&str, usize> = rustc_hash::FxHashMap::default();
        for (columns, docs) in self.columns.iter().zip(docs) {
            for (value, having) in columns.values(Column::Filter(key)) {
                *counts.entry(value).or_default() += having.count_in(docs);
            }
        }
        let mut values: Vec<(String, usize)> = counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(value, count)| (value.to_owned(), count))
            .collect();
        values.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Facet { key, values }
    }

    /// Hits of each kind, the choice of the kind set aside.
    fn kinds(&self) -> [usize; 4] {
        let docs = self.without(&[None]);
        Kind::ALL.map(|kind| {
            self.columns.iter().zip(&docs).map(|(columns, docs)| columns.count(Column::Kind, kind.code(), docs)).sum()
        })
    }

    /// How many hits each filter takes away from those that the others leave.
    fn removed(&self, total: usize) -> Vec<(FilterKey, usize)> {
        let count = |key: FilterKey| self.without(&[Some(key)]).iter().map(BitSet::count).sum::<usize>() - total;
        let keys = self.passing.iter().filter_map(|(key, _)| *key);
        keys.map(|key| (key, count(key))).filter(|(_, removed)| *removed > 0).collect()
    }
}

/// Ended and archived offers are left out unless one asks for them.
fn not_over(columns: &Columns) -> BitSet {
    let over = |value: &str| Status::from_code(value).is_some_and(Status::is_over);
    let mut docs = BitSet::full(columns.docs);
    docs.subtract(&columns.any(Column::Filter(FilterKey::Status), over));
    docs
}
