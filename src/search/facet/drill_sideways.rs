//! Narrows matches by filters and counts what every value of every filter would show.

use std::sync::Arc;

use jiff::civil::Date;

use super::{
    BitSet, Columns, FacetColumn, FilterKey, Filters, Referred, count_values,
    filter::for_each_step,
    reach::{count_reachable, count_within},
    total,
};
use crate::catalogue::{Kind, RegionTree};

/// The values of one dimension with the number of hits that choosing them would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// The dimension.
    pub key: FilterKey,
    /// `(value, hits)`, most hits first, the steps of a scale in their order; values without hits are left out.
    pub values: Vec<(String, usize)>,
}

/// The matches of a line with the filters over them. What each filter lets through is kept apart, because the counts of
/// a facet leave the facet's own choice out.
pub(in crate::search) struct DrillSideways<'a> {
    columns: &'a [Arc<Columns>],
    tree: &'a RegionTree,
    /// The documents that match the line, by segment.
    matches: &'a [&'a BitSet],
    /// For each dimension in use the documents that pass it, by segment. `None` is the choice of the kind.
    passing: Vec<(Option<FilterKey>, Vec<BitSet>)>,
    /// What somebody has chosen.
    filters: &'a Filters,
    today: Date,
    /// The only kind that is asked for, if it is one.
    kind: Option<Kind>,
    referred: Option<&'a Referred>,
}

impl<'a> DrillSideways<'a> {
    pub(in crate::search) fn new(
        columns: &'a [Arc<Columns>],
        tree: &'a RegionTree,
        matches: &'a [&'a BitSet],
        filters: &'a Filters,
        kind: Option<Kind>,
        no_words: bool,
        today: Date,
    ) -> Self {
        let each = |pass: &dyn Fn(&Columns) -> BitSet| columns.iter().map(|c| pass(c)).collect::<Vec<_>>();
        let of_dimension = |key: FilterKey| {
            let values = filters.values_passing(key, tree);
            (Some(key), each(&|c| filters.passing(key, &values, c, today)))
        };
        let mut passing: Vec<_> = filters.keys().map(of_dimension).collect();
        if filters.values(FilterKey::Status).is_empty() {
            passing.push((Some(FilterKey::Status), each(&Columns::current)));
        }
        // Without words everything matches; then only offers are meant.
        let kind = kind.or(no_words.then_some(Kind::Measure));
        if let Some(kind) = kind {
            passing.push((None, each(&|c| c.kind(kind))));
        }
        Self { columns, tree, matches, passing, filters, today, kind, referred: None }
    }

    /// Lets target groups, coordinators and providers pass where offers do that refer to them.
    pub(in crate::search) fn with_referred(self, referred: &'a Referred) -> Self {
        Self { referred: Some(referred), ..self }
    }

    /// The hits, by segment.
    pub(in crate::search) fn all(&self) -> Vec<BitSet> {
        self.without(&[])
    }

    /// Number of hits when nothing is chosen; what is over stays out, and the kind stays.
    pub(in crate::search) fn without_filters(&self) -> usize {
        let chosen: Vec<_> = self.filters.keys().map(Some).collect();
        total(&self.without(&chosen))
    }

    /// The matches that pass every dimension except these.
    fn without(&self, left_out: &[Option<FilterKey>]) -> Vec<BitSet> {
        self.narrow(self.matches, left_out)
    }

    /// What of some other documents passes the same filters.
    pub(in crate::search) fn passing(&self, docs: &[&BitSet]) -> Vec<BitSet> {
        self.narrow(docs, &[])
    }

    fn narrow(&self, docs: &[&BitSet], left_out: &[Option<FilterKey>]) -> Vec<BitSet> {
        let mut narrowed: Vec<BitSet> = docs.iter().copied().cloned().collect();
        for (_, passing) in self.passing.iter().filter(|(key, _)| !left_out.contains(key)) {
            narrowed.iter_mut().zip(passing).for_each(|(docs, passing)| docs.intersect(passing));
        }
        for ((narrowed, others), docs) in narrowed.iter_mut().zip(self.others(left_out)).zip(docs) {
            let mut others = others;
            others.intersect(docs);
            narrowed.unite(&others);
        }
        narrowed
    }

    /// What is no offer has no values of its own: it passes the chosen filters where an offer does that refers to it.
    /// Nothing where only offers are asked for or nothing is chosen.
    fn others(&self, left_out: &[Option<FilterKey>]) -> Vec<BitSet> {
        let of_kind = self.kind.filter(|_| !left_out.contains(&None));
        let is_used = self.filters.keys().any(|key| !left_out.contains(&Some(key)));
        let Some(referred) = self.referred.filter(|_| is_used && of_kind != Some(Kind::Measure)) else {
            return Vec::new();
        };
        let mut offers: Vec<BitSet> = self.columns.iter().map(|columns| columns.things(Kind::Measure)).collect();
        for (_, passing) in self.passing.iter().filter(|(key, _)| key.is_some() && !left_out.contains(key)) {
            offers.iter_mut().zip(passing).for_each(|(docs, passing)| docs.intersect(passing));
        }
        let mut others = referred.by(&offers, self.columns, self.filters);
        if let Some(kind) = of_kind {
            others.iter_mut().zip(self.columns).for_each(|(docs, columns)| docs.intersect(&columns.kind(kind)));
        }
        others
    }

    /// The same filters over other matches.
    pub(in crate::search) fn over(self, matches: &'a [&'a BitSet]) -> Self {
        Self { matches, ..self }
    }

    /// The counts of every facet: what choosing a value would show, the facet's own choices set aside.
    pub(in crate::search) fn facets(&self) -> Vec<Facet> {
        let all = self.all();
        let used: Vec<_> = self.passing.iter().filter_map(|(key, _)| *key).collect();
        let facet = |key: FilterKey| {
            // Most dimensions have no choice to set aside: they share one set.
            if used.contains(&key) { self.facet(key, &self.without(&[Some(key)])) } else { self.facet(key, &all) }
        };
        FilterKey::ALL.iter().copied().map(facet).collect()
    }

    fn facet(&self, key: FilterKey, docs: &[BitSet]) -> Facet {
        if !key.is_facet() {
            return self.scale(key, docs);
        }
        let counts = match key {
            FilterKey::Place => count_reachable(self.columns, docs, self.tree),
            FilterKey::Region => count_within(self.columns, docs, self.tree),
            _ => count_values(self.columns, FacetColumn::Filter(key), docs),
        };
        let mut values: Vec<(String, usize)> =
            counts.into_iter().map(|(value, count)| (value.to_owned(), count)).collect();
        if let Some((all, each)) = key.collective() {
            let any: Vec<BitSet> = self
                .columns
                .iter()
                .map(|columns| columns.any(FacetColumn::Filter(key), |value| each.contains(&value)))
                .collect();
            let count = any.iter().zip(docs).map(|(any, docs)| any.count_common(docs)).sum();
            values.extend((count > 0).then(|| (all.to_owned(), count)));
        }
        // A value that is meant exactly counts as such where it is chosen.
        let exact = self.filters.values(key).iter().filter_map(|value| Some((value, FilterKey::exact(value)?)));
        values.extend(exact.map(|(value, only)| (value.to_string(), self.count_exactly(key, only, docs))));
        values.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Facet { key, values }
    }

    /// The steps of a filter with a scale, in their order; what was typed as another one stands before them.
    fn scale(&self, key: FilterKey, docs: &[BitSet]) -> Facet {
        let mut values: Vec<(String, usize)> = Vec::new();
        for (columns, docs) in self.columns.iter().zip(docs) {
            for_each_step(columns, key, self.today, |step, open| {
                let count = open.count_common(docs);
                match values.iter_mut().find(|(value, _)| value == step) {
                    Some((_, sum)) => *sum += count,
                    None => values.push((step.to_owned(), count)),
                }
            });
        }
        values.retain(|(_, count)| *count > 0);
        let chosen = self.filters.values(key).first();
        let other = chosen.filter(|chosen| !values.iter().any(|(value, _)| **value == ***chosen));
        if let Some(other) = other {
            values.insert(0, (other.to_string(), total(&self.all())));
        }
        Facet { key, values }
    }

    fn count_exactly(&self, key: FilterKey, value: &str, docs: &[BitSet]) -> usize {
        let of = |(columns, docs): (&Arc<Columns>, &BitSet)| {
            columns.any(FacetColumn::Filter(key), |other| other == value).count_common(docs)
        };
        self.columns.iter().zip(docs).map(of).sum()
    }

    /// Hits of each kind, the choice of the kind set aside.
    pub(in crate::search) fn kinds(&self) -> [usize; 4] {
        let counts = count_values(self.columns, FacetColumn::Kind, &self.without(&[None]));
        Kind::ALL.map(|kind| counts.get(kind.code()).copied().unwrap_or(0))
    }

    /// How many hits each filter takes away from those that the others leave.
    pub(in crate::search) fn removed(&self, hits: usize) -> Vec<(FilterKey, usize)> {
        let count = |key: FilterKey| total(&self.without(&[Some(key)])) - hits;
        let keys = self.passing.iter().filter_map(|(key, _)| *key);
        keys.map(|key| (key, count(key))).filter(|(_, removed)| *removed > 0).collect()
    }
}
