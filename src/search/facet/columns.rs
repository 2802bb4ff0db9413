//! The columns of one segment in memory: which documents have which value, and in which class they rank.
//!
//! They are read from the postings of the `facet` field when a segment is opened: some milliseconds for 100,000
//! documents. From then on a count is the intersection of two bit sets, whatever number of documents a query matches.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use tantivy::SegmentReader;

use super::{BitSet, Doc, FacetColumn, FilterKey, docset::DocumentSet, scales::Scales};
use crate::{
    catalogue::{Availability, Choice, Kind, Status},
    search::{Fields, SearchError, for_each_doc},
};

#[derive(Debug)]
pub(in crate::search) struct Columns {
    columns: Vec<Vec<(Box<str>, DocumentSet)>>,
    /// Documents that are not deleted.
    pub alive: BitSet,
    /// One byte for each document; smaller ranks before greater when all else is equal.
    classes: Box<[u8]>,
    /// Offers that cannot be had yet or any more.
    pub not_there: BitSet,
    pub docs: usize,
    /// The steps of the filters with a scale, once somebody has asked for their counts.
    scales: OnceLock<Scales>,
}

/// Offers rank before the other kinds; among offers those that run before those that are planned, those before the
/// ones that pause.
fn class_of_status(status: Status) -> u8 {
    match status {
        Status::Running => 0,
        Status::Full | Status::Ending => 1,
        Status::Planned | Status::Tender => 2,
        Status::Review | Status::Idea => 3,
        Status::Paused => 4,
        Status::Ended => 5,
        Status::Archived => 6,
    }
}

/// The class of everything that is no offer.
pub(in crate::search) const OTHER_KINDS: u8 = 8;

impl Columns {
    pub(in crate::search) fn read(segment: &SegmentReader, fields: &Fields) -> Result<Self, SearchError> {
        let docs = segment.max_doc() as usize;
        let all: Vec<FacetColumn> = FacetColumn::all().collect();
        let mut columns: Vec<Vec<(Box<str>, DocumentSet)>> = all.iter().map(|_| Vec::new()).collect();
        let inverted = segment.inverted_index(fields.facet)?;
        let mut terms = inverted.terms().stream()?;
        while let Some((term, info)) = terms.next() {
            let Some((name, value)) = std::str::from_utf8(term).ok().and_then(|term| term.split_once('\0')) else {
                continue;
            };
            // What is read back is foreign: what names no column is passed over.
            let mut named = all.iter().zip(&mut columns);
            let Some((_, values)) = named.find(|(column, _)| column.name() == name) else { continue };
            let mut list = Vec::with_capacity((info.doc_freq as usize).min(docs));
            for_each_doc(&inverted, info, |doc| list.push(doc))?;
            // A crafted index may name documents beyond the end of the segment, and its checksums are right.
            values.push((value.into(), DocumentSet::new(list, docs).ok_or(SearchError::Incomplete)?));
        }
        let mut read = Self {
            columns,
            alive: alive(segment),
            classes: vec![OTHER_KINDS; docs].into(),
            not_there: BitSet::empty(docs),
            docs,
            scales: OnceLock::new(),
        };
        read.classify();
        let not_there =
            |value: &str| Status::from_code(value).is_some_and(|status| !Availability::of(status, None).is_there());
        read.not_there = read.any(FacetColumn::Filter(FilterKey::Status), not_there);
        Ok(read)
    }

    fn classify(&mut self) {
        let mut classes = std::mem::take(&mut self.classes);
        for (value, docs) in self.values(FacetColumn::Filter(FilterKey::Status)) {
            if let Some(status) = Status::from_code(value) {
                docs.for_each(|doc| {
                    if let Some(class) = classes.get_mut(doc as usize) {
                        *class = class_of_status(status);
                    }
                });
            }
        }
        self.classes = classes;
    }

    pub(in crate::search) fn values(&self, column: FacetColumn) -> impl Iterator<Item = (&str, &DocumentSet)> {
        let index = FacetColumn::all().position(|other| other == column);
        let values = index.and_then(|index| self.columns.get(index));
        values.into_iter().flatten().map(|(value, docs)| (&**value, docs))
    }

    /// The documents that have any of the values for which `wanted` holds.
    pub(in crate::search) fn any(&self, column: FacetColumn, wanted: impl Fn(&str) -> bool) -> BitSet {
        let mut set = BitSet::empty(self.docs);
        self.values(column).filter(|(value, _)| wanted(value)).for_each(|(_, docs)| set.add(docs));
        set
    }

    pub(in crate::search) fn kind(&self, kind: Kind) -> BitSet {
        self.any(FacetColumn::Kind, |value| value == kind.code())
    }

    /// The things of one kind that are in the index now.
    pub(in crate::search) fn things(&self, kind: Kind) -> BitSet {
        let mut docs = self.kind(kind);
        docs.intersect(&self.alive);
        docs
    }

    /// The offers that are not over.
    pub(in crate::search) fn current_offers(&self) -> BitSet {
        let mut offers = self.things(Kind::Measure);
        offers.intersect(&self.current());
        offers
    }

    /// How many of `docs` have this value.
    pub(in crate::search) fn count(&self, column: FacetColumn, value: &str, docs: &BitSet) -> usize {
        let having = self.values(column).find(|(other, _)| *other == value);
        having.map_or(0, |(_, having)| having.count_in(docs))
    }

    /// The documents that are not ended or archived offers: those are left out unless somebody asks for them.
    pub(in crate::search) fn current(&self) -> BitSet {
        let over = |value: &str| Status::from_code(value).is_some_and(Status::is_over);
        let mut docs = BitSet::full(self.docs);
        docs.subtract(&self.any(FacetColumn::Filter(FilterKey::Status), over));
        docs
    }

    /// The steps of the filters with a scale, if they are known for this day.
    pub(super) fn scales(&self, today: Date) -> Option<&Scales> {
        self.scales.get().filter(|scales| scales.today == today)
    }

    /// Keeps the steps for whoever asks next; those of another day stay.
    pub(super) fn keep_scales(&self, scales: Scales) -> Result<(), Scales> {
        self.scales.set(scales)
    }

    pub(in crate::search) fn class(&self, doc: Doc) -> u8 {
        self.classes.get(doc as usize).copied().unwrap_or(u8::MAX)
    }
}

/// How many of `docs`, by segment, have each value of a column; values that none of them has are left out.
pub(in crate::search) fn count_values<'c>(
    columns: &'c [Arc<Columns>],
    column: FacetColumn,
    docs: &[BitSet],
) -> FxHashMap<&'c str, usize> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for (columns, docs) in columns.iter().zip(docs) {
        for (value, having) in columns.values(column) {
            *counts.entry(value).or_default() += having.count_in(docs);
        }
    }
    counts.retain(|_, count| *count > 0);
    counts
}

fn alive(segment: &SegmentReader) -> BitSet {
    let mut alive = BitSet::full(segment.max_doc() as usize);
    if segment.has_deletes() {
        (0..segment.max_doc()).filter(|doc| segment.is_deleted(*doc)).for_each(|doc| alive.remove(doc));
    }
    alive
}
