//! The order of hits: by relevance, title, start, free places or confirmation; never by chance.

use std::cmp::Ordering;

use jiff::civil::Date;
use tantivy::{Searcher, SegmentReader};

use super::{
    SearchError,
    columns::{Columns, OTHER_KINDS},
    docset::{BitSet, Doc},
    evaluate::{Matches, SegmentMatches},
    facet::{Column, ROLLING},
    schema::{CONFIRMED, FREE, TITLE},
};

/// How hits are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best first.
    #[default]
    Relevance,
    /// By title.
    Title,
    /// Next start first.
    Start,
    /// Most free places first.
    Free,
    /// Longest unconfirmed first.
    Confirmed,
}

impl Sort {
    /// All orders, in the order in which a key cycles through them.
    pub const ALL: [Self; 5] = [Self::Relevance, Self::Title, Self::Start, Self::Free, Self::Confirmed];

    /// Name on the command line and in Fluent keys (`sort-<code>`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Title => "title",
            Self::Start => "start",
            Self::Free => "free",
            Self::Confirmed => "confirmed",
        }
    }

    /// The next order in the cycle.
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|sort| *sort == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

/// Where a hit lies and how it ranks. Smaller keys come first; equal ones are ordered by title, then by position.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    pub segment: usize,
    pub doc: Doc,
    pub score: f32,
    key: u64,
    title: u64,
}

/// The hits `offset..offset + limit` of `hits` (by segment) in order.
pub(super) fn window(
    searcher: &Searcher,
    columns: &[std::sync::Arc<Columns>],
    matches: &Matches,
    hits: &[BitSet],
    sort: Sort,
    today: Date,
    range: std::ops::Range<usize>,
) -> Result<Vec<Ranked>, SearchError> {
    let mut best = Vec::new();
    for (number, segment) in searcher.segment_readers().iter().enumerate() {
        let keys = Keys::new(segment, &columns[number], &matches.segments[number], sort, today)?;
        best.extend(keys.best(number, &hits[number], range.end));
    }
    merge(searcher, &mut best)?;
    let end = range.end.min(best.len());
    Ok(best[range.start.min(end)..end].to_vec())
}

/// Orders the best of all segments. Titles compare by number within a segment and by their text across segments.
fn merge(searcher: &Searcher, best: &mut [Ranked]) -> Result<(), SearchError> {
    if searcher.segment_readers().len() < 2 {
        best.sort_unstable_by(within_segment);
        return Ok(());
    }
    let mut titled = Vec::with_capacity(best.len());
    let columns: Vec<_> =
        searcher.segment_readers().iter().map(|s| s.fast_fields().str(TITLE)).collect::<Result<_, _>>()?;
    for ranked in best.iter() {
        let mut title = String::new();
        if let Some(column) = &columns[ranked.segment] {
            column.ord_to_str(ranked.title, &mut title)?;
        }
        titled.push((title, *ranked));
    }
    titled.sort_by(|(a_title, a), (b_title, b)| {
        a.key.cmp(&b.key).then_with(|| a_title.cmp(b_title)).then_with(|| (a.segment, a.doc).cmp(&(b.segment, b.doc)))
    });
    best.iter_mut().zip(titled).for_each(|(slot, (_, ranked))| *slot = ranked);
    Ok(())
}

fn within_segment(a: &Ranked, b: &Ranked) -> Ordering {
    (a.key, a.title, a.doc).cmp(&(b.key, b.title, b.doc))
}

/// The sort keys of one segment.
struct Keys<'a> {
    columns: &'a Columns,
    matches: &'a SegmentMatches,
    titles: Option<tantivy::columnar::StrColumn>,
    primary: Primary,
}

/// What decides before the title.
enum Primary {
    Relevance,
    Title,
    /// One number for each document, smaller first.
    Numbers(Vec<u32>),
}

impl<'a> Keys<'a> {
    fn new(
        segment: &SegmentReader,
        columns: &'a Columns,
        matches: &'a SegmentMatches,
        sort: Sort,
        today: Date,
    ) -> Result<Self, SearchError> {
        let primary = match sort {
            Sort::Relevance => Primary::Relevance,
            Sort::Title => Primary::Title,
            Sort::Start => Primary::Numbers(starts(columns, today)),
            Sort::Free => {
                let free = segment.fast_fields().u64(FREE)?;
                let number = |doc| u32::try_from(free.first(doc).unwrap_or(0)).unwrap_or(u32::MAX);
                Primary::Numbers((0..segment.max_doc()).map(|doc| u32::MAX - number(doc)).collect())
            }
            Sort::Confirmed => {
                let confirmed = segment.fast_fields().i64(CONFIRMED)?;
                let day = |doc| confirmed.first(doc).and_then(|day| u32::try_from(day).ok()).unwrap_or(u32::MAX);
                Primary::Numbers((0..segment.max_doc()).map(day).collect())
            }
        };
        Ok(Self { columns, matches, titles: segment.fast_fields().str(TITLE)?, primary })
    }

    /// The first `limit` hits of this segment, unordered.
    fn best(&self, segment: usize, hits: &BitSet, limit: usize) -> Vec<Ranked> {
        if limit == 0 {
            return Vec::new();
        }
        // Keep up to twice as many as asked for and cut back now and then: one pass, no heap.
        let room = limit.saturating_mul(2).max(64);
        let mut best: Vec<Ranked> = Vec::with_capacity(room.min(1 << 16));
        let mut worst = u64::MAX;
        for doc in hits.iter() {
            let key = self.key(doc);
            if key > worst {
                continue;
            }
            best.push(Ranked { segment, doc, score: self.matches.score(doc), key, title: self.title(doc) });
            if best.len() >= room {
                best.select_nth_unstable_by(limit - 1, within_segment);
                best.truncate(limit);
                worst = best.iter().map(|ranked| ranked.key).max().unwrap_or(u64::MAX);
            }
        }
        if best.len() > limit {
            best.select_nth_unstable_by(limit - 1, within_segment);
            best.truncate(limit);
        }
        best
    }

    fn title(&self, doc: Doc) -> u64 {
        self.titles.as_ref().and_then(|titles| titles.ords().first(doc)).unwrap_or(u64::MAX)
    }

    fn key(&self, doc: Doc) -> u64 {
        let class = self.columns.class(doc);
        let other = u64::from(class == OTHER_KINDS);
        match &self.primary {
            Primary::Relevance => {
                let missing = 63 - u64::from(self.matches.matched(doc).min(63));
                missing << 56 | other << 55 | u64::from(rank_of(self.matches.score(doc))) << 8 | u64::from(class)
            }
            Primary::Title => other,
            Primary::Numbers(numbers) => {
                other << 32 | u64::from(numbers.get(doc as usize).copied().unwrap_or(u32::MAX))
            }
        }
    }
}

/// A score as a number that is smaller for better ones; differences below a thousandth do not count.
fn rank_of(score: f32) -> u32 {
    u32::MAX - (score.clamp(0.0, 4_000_000.0) * 1000.0) as u32
}

/// Days until the next start of each document; the far future where none is known.
fn starts(columns: &Columns, today: Date) -> Vec<u32> {
    let mut starts = vec![u32::MAX; columns.docs];
    for (value, docs) in columns.values(Column::Start) {
        let days = match value.parse::<Date>() {
            Ok(day) if day >= today => day.since(today).map_or(0, |span| span.get_days()),
            Ok(_) => continue,
            Err(_) if value == ROLLING => 0,
            Err(_) => continue,
        };
        let days = u32::try_from(days).unwrap_or(u32::MAX);
        docs.for_each(|doc| {
            let start = &mut starts[doc as usize];
            *start = days.min(*start);
        });
    }
    starts
}
