//! The order of hits: by relevance, title, start, free places or confirmation; never by chance.

use std::{cmp::Ordering, ops::Range, sync::Arc};

use jiff::civil::Date;
use tantivy::{Searcher, SegmentReader};

use super::SegmentMatches;
use crate::{
    base::coded_enum,
    search::{
        BitSet, CONFIRMED, Columns, Doc, FREE, FREE_UNKNOWN, FacetColumn, FilterKey, Nearness, OTHER_KINDS,
        SearchError, StartPeriod, TITLE,
    },
};

coded_enum! {
    /// How hits are sorted, in the order in which a key goes through them: its text is `sort-<code>`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum Sort {
        /// Best first.
        #[default]
        Relevance = "relevance",
        /// By title.
        Title = "title",
        /// Next start first.
        Start = "start",
        /// Most free places first.
        Free = "free",
        /// Longest unconfirmed first.
        Confirmed = "confirmed",
    }
}

impl Sort {
    /// The next order in the cycle.
    pub fn next(self) -> Self {
        Self::ALL.into_iter().cycle().nth(self as usize + 1).unwrap_or_default()
    }
}

/// Where a hit lies and how it ranks. Smaller keys come first; equal ones are ordered by title, then by position.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct Ranked {
    pub segment: usize,
    pub doc: Doc,
    pub score: f32,
    key: u64,
    title: u64,
}

/// A hit that stands before all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Lead {
    pub segment: usize,
    pub doc: Doc,
    /// The word of the line for which it is the best; none for what stood first a letter ago.
    pub need: Option<usize>,
}

pub(in crate::search) struct Ranking<'a> {
    pub searcher: &'a Searcher,
    pub columns: &'a [Arc<Columns>],
    pub matches: &'a [SegmentMatches],
    /// Hits that stand before all others.
    pub lead: &'a [Lead],
    /// How near hits are to the places that were chosen, if some were.
    pub nearness: Option<&'a Nearness>,
    /// Whether what cannot be had yet or any more comes after everything else.
    pub there_first: bool,
    pub sort: Sort,
    pub today: Date,
}

impl<'a> Ranking<'a> {
    /// The hits of `range`, of all hits (by segment) in order.
    pub(in crate::search) fn window(&self, hits: &[BitSet], range: Range<usize>) -> Result<Vec<Ranked>, SearchError> {
        let keys = self.keys()?;
        let segments = keys.iter().zip(hits).enumerate();
        let mut best: Vec<_> = segments.map(|(number, (keys, hits))| keys.best(number, hits, range.end)).collect();
        let ordered = match best.as_mut_slice() {
            [only] => {
                only.sort_unstable_by(within_segment);
                std::mem::take(only)
            }
            several => merged(&keys, several)?,
        };
        Ok(ordered.into_iter().take(range.end).skip(range.start).collect())
    }

    /// How many hits come before this document; `None` when it is no hit.
    pub(in crate::search) fn position(
        &self,
        hits: &[BitSet],
        segment: usize,
        doc: Doc,
    ) -> Result<Option<usize>, SearchError> {
        // A filter may hide what was selected before.
        if !hits.get(segment).is_some_and(|hits| hits.contains(doc)) {
            return Ok(None);
        }
        let all = self.keys()?;
        let Some(keys) = all.get(segment) else { return Ok(None) };
        let own = keys.ranked(segment, doc);
        let title = keys.title_text(own.title)?;
        let mut before = 0;
        for (number, (keys, hits)) in all.iter().zip(hits).enumerate() {
            for other in hits.iter().map(|doc| keys.ranked(number, doc)) {
                let order = other.key.cmp(&own.key).then_with(|| match number == segment {
                    true => other.title.cmp(&own.title),
                    // Across segments only the text of a title compares.
                    false => keys.title_text(other.title).unwrap_or_default().cmp(&title),
                });
                let order = order.then_with(|| (number, other.doc).cmp(&(segment, doc)));
                before += usize::from(order == Ordering::Less);
            }
        }
        Ok(Some(before))
    }

    fn keys(&self) -> Result<Vec<Keys<'a>>, SearchError> {
        let segments = self.searcher.segment_readers().iter().zip(self.columns).zip(self.matches);
        segments
            .enumerate()
            .map(|(number, ((reader, columns), matches))| {
                let near = self.nearness.map(|nearness| (nearness, number));
                let lead = self.lead.iter().zip(0..).filter(|(lead, _)| lead.segment == number);
                let lead = lead.map(|(lead, place)| (lead.doc, place)).collect();
                let there_first = self.there_first;
                Ok(Keys { lead, there_first, ..Keys::new(reader, columns, matches, near, self.sort, self.today)? })
            })
            .collect()
    }
}

/// The best of several segments in order. Titles compare by number within a segment and by their text across segments.
fn merged(keys: &[Keys<'_>], best: &[Vec<Ranked>]) -> Result<Vec<Ranked>, SearchError> {
    let mut titled = Vec::with_capacity(best.iter().map(Vec::len).sum());
    for (keys, best) in keys.iter().zip(best) {
        for ranked in best {
            titled.push((keys.title_text(ranked.title)?, *ranked));
        }
    }
    titled.sort_by(|(a_title, a), (b_title, b)| {
        let by_title = || a_title.cmp(b_title);
        a.key.cmp(&b.key).then_with(by_title).then_with(|| (a.segment, a.doc).cmp(&(b.segment, b.doc)))
    });
    Ok(titled.into_iter().map(|(_, ranked)| ranked).collect())
}

fn within_segment(a: &Ranked, b: &Ranked) -> Ordering {
    (a.key, a.title, a.doc).cmp(&(b.key, b.title, b.doc))
}

struct Keys<'a> {
    columns: &'a Columns,
    matches: &'a SegmentMatches,
    /// With the number of the segment.
    near: Option<(&'a Nearness, usize)>,
    /// The hits of the segment that stand before all others, with their places.
    lead: Vec<(Doc, u64)>,
    there_first: bool,
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
        near: Option<(&'a Nearness, usize)>,
        sort: Sort,
        today: Date,
    ) -> Result<Self, SearchError> {
        let primary = match sort {
            Sort::Relevance => Primary::Relevance,
            Sort::Title => Primary::Title,
            Sort::Start => Primary::Numbers(starts(columns, today)),
            Sort::Free => {
                let free = segment.fast_fields().u64(FREE)?;
                // A number that nobody knows comes after zero: it is not the same.
                let known = columns.any(FacetColumn::Filter(FilterKey::Free), |value| value != FREE_UNKNOWN);
                let number = |doc| u32::try_from(free.first(doc).unwrap_or(0)).unwrap_or(u32::MAX - 1);
                let rank = |doc| if known.contains(doc) { u32::MAX - 1 - number(doc) } else { u32::MAX };
                Primary::Numbers((0..segment.max_doc()).map(rank).collect())
            }
            Sort::Confirmed => {
                let confirmed = segment.fast_fields().i64(CONFIRMED)?;
                let day = |doc| confirmed.first(doc).and_then(|day| u32::try_from(day).ok()).unwrap_or(u32::MAX);
                Primary::Numbers((0..segment.max_doc()).map(day).collect())
            }
        };
        let titles = segment.fast_fields().str(TITLE)?;
        Ok(Self { columns, matches, near, lead: Vec::new(), there_first: false, titles, primary })
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
            best.push(self.ranked(segment, doc));
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

    fn ranked(&self, segment: usize, doc: Doc) -> Ranked {
        Ranked { segment, doc, score: self.score(doc), key: self.key(doc), title: self.title(doc) }
    }

    /// What is nearer counts more.
    fn score(&self, doc: Doc) -> f32 {
        self.matches.score(doc) * self.near.map_or(1.0, |(nearness, segment)| nearness.factor(segment, doc))
    }

    fn title_text(&self, title: u64) -> Result<String, SearchError> {
        let mut text = String::new();
        if let Some(titles) = &self.titles {
            titles.ord_to_str(title, &mut text)?;
        }
        Ok(text)
    }

    fn title(&self, doc: Doc) -> u64 {
        self.titles.as_ref().and_then(|titles| titles.ords().first(doc)).unwrap_or(u64::MAX)
    }

    fn key(&self, doc: Doc) -> u64 {
        let class = self.columns.class(doc);
        // Bits from the top: kind, whether it can be had, then what it is sorted by.
        let other = u64::from(class == OTHER_KINDS) << 63;
        let not_there = u64::from(self.there_first && self.columns.not_there.contains(doc)) << 62;
        let group = other | not_there;
        match &self.primary {
            // Score, steps outwards, status. Unknown scores are 0 and come last; without words all are, so that the steps
            // decide.
            Primary::Relevance => {
                if let Some((_, place)) = self.lead.iter().find(|(lead, _)| *lead == doc) {
                    return *place;
                }
                let step = self.near.map_or(0, |(nearness, segment)| nearness.step(segment, doc));
                group | u64::from(rank_of(self.score(doc))) << 16 | u64::from(step) << 8 | u64::from(class)
            }
            Primary::Title => group,
            Primary::Numbers(numbers) => group | u64::from(numbers.get(doc as usize).copied().unwrap_or(u32::MAX)),
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
    for (value, docs) in columns.values(FacetColumn::Start) {
        let Some(day) = StartPeriod::parse(value).and_then(|start| start.next(today)) else { continue };
        let days = day.since(today).map_or(0, |span| span.get_days());
        let days = u32::try_from(days).unwrap_or(u32::MAX);
        docs.for_each(|doc| {
            if let Some(start) = starts.get_mut(doc as usize) {
                *start = days.min(*start);
            }
        });
    }
    starts
}
