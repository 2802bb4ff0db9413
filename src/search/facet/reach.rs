//! Reachable places: who passes a filter of places or regions, how near each hit is, and what each choice would show.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    BitSet, Columns, Doc, FacetColumn, FilterKey, Filters,
    docset::{DocumentSet, TakenOut},
};
use crate::{
    catalogue::{Extent, Id, Reach, ReachLevel, RegionTree, Register, TreeStep},
    locale::Texts,
};

/// What the score of a hit is multiplied by that is not at the place itself, so that nearness decides between hits that are
/// nearly as good.
const FACTOR_OF_AREA: f32 = 0.9;
const FACTOR_OF_EVERYWHERE: f32 = 0.85;

/// The hits of one step outwards from the places that somebody has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReachCount {
    /// The step.
    pub level: ReachLevel,
    /// Hits that are on this step and on none before.
    pub count: usize,
}

impl ReachCount {
    /// What the step adds: "Wetzlar", "Lahn-Dill-Kreis", "bundesweit/online".
    pub fn label(&self, register: &Register) -> String {
        let names: Vec<&str> = match &self.level.extent {
            Extent::Regions(regions) => regions.iter().map(|id| register.regions.label(id)).collect(),
            Extent::Place | Extent::Everywhere => {
                self.level.places.iter().map(|id| register.places.label(id)).collect()
            }
        };
        names.join("/")
    }

    /// All steps with their hits from near to far, "Wetzlar 7, Lahn-Dill-Kreis 42"; those without hits are left out,
    /// except for the first. `None` where there is only one step.
    pub fn localize_all(counts: &[Self], register: &Register, texts: &Texts) -> Option<String> {
        let step = |count: &Self| {
            format!("{} {}", count.label(register), texts.number(i64::try_from(count.count).unwrap_or(i64::MAX)))
        };
        let shown = counts.iter().enumerate().filter(|(at, count)| *at == 0 || count.count > 0);
        (counts.len() > 1).then(|| shown.map(|(_, count)| step(count)).collect::<Vec<_>>().join(", "))
    }
}

impl Filters {
    /// From where somebody in the chosen places is reached; `None` when no place is chosen.
    pub(in crate::search) fn reach(&self, tree: &RegionTree) -> Option<Reach> {
        let values = self.values(FilterKey::Place);
        let only = values.iter().filter_map(|value| FilterKey::exact(value));
        let wide = values.iter().filter(|value| FilterKey::exact(value).is_none());
        (!values.is_empty()).then(|| tree.reach_of_any(wide.map(|value| &**value), only))
    }

    /// The values of the column of a dimension that pass what is chosen in it. A place lets through what reaches it, a
    /// region what lies within.
    pub(in crate::search) fn values_passing(&self, key: FilterKey, tree: &RegionTree) -> Vec<Box<str>> {
        let boxed = |ids: Vec<Id>| ids.into_iter().map(|id| Box::from(id.as_str()));
        match key {
            FilterKey::Place => {
                let levels = self.reach(tree).unwrap_or_default().levels;
                levels.into_iter().flat_map(|level| boxed(level.places)).collect()
            }
            FilterKey::Region => {
                let within = |value: &str| match FilterKey::exact(value) {
                    Some(only) => vec![only.into()],
                    None => boxed(tree.within(value)).collect(),
                };
                let mut seen = FxHashSet::default();
                let mut all: Vec<Box<str>> = self.values(key).iter().flat_map(|value| within(value)).collect();
                all.retain(|value| seen.insert(value.clone()));
                all
            }
            _ => match key.collective() {
                Some((all, each)) if self.contains(key, all) => {
                    let each = each.iter().copied().filter(|one| !self.contains(key, one)).map(Box::from);
                    self.values(key).iter().filter(|value| &***value != all).cloned().chain(each).collect()
                }
                _ => self.values(key).to_vec(),
            },
        }
    }
}

/// How near each document is to the chosen places.
pub(in crate::search) struct Nearness {
    levels: Vec<ReachLevel>,
    /// By segment and level the documents that are on this level and on none before.
    docs: Vec<Vec<BitSet>>,
}

impl Nearness {
    pub(in crate::search) fn new(reach: Reach, columns: &[Arc<Columns>]) -> Self {
        let docs = columns.iter().map(|columns| of_segment(&reach.levels, columns)).collect();
        Self { levels: reach.levels, docs }
    }

    /// How many steps outwards a document is: what decides between equal scores.
    pub(in crate::search) fn step(&self, segment: usize, doc: Doc) -> u8 {
        u8::try_from(self.level(segment, doc)).unwrap_or(u8::MAX)
    }

    /// What its score is multiplied by.
    pub(in crate::search) fn factor(&self, segment: usize, doc: Doc) -> f32 {
        match self.levels.get(self.level(segment, doc)).map(|level| &level.extent) {
            Some(Extent::Regions(_)) => FACTOR_OF_AREA,
            Some(Extent::Everywhere) => FACTOR_OF_EVERYWHERE,
            Some(Extent::Place) | None => 1.0,
        }
    }

    /// How many of the hits, by segment, are on each level.
    pub(in crate::search) fn count(self, hits: &[BitSet]) -> Vec<ReachCount> {
        let mut counts = vec![0; self.levels.len()];
        for (levels, hits) in self.docs.iter().zip(hits) {
            for (count, docs) in counts.iter_mut().zip(levels) {
                *count += docs.count_common(hits);
            }
        }
        self.levels.into_iter().zip(counts).map(|(level, count)| ReachCount { level, count }).collect()
    }

    fn level(&self, segment: usize, doc: Doc) -> usize {
        let levels = self.docs.get(segment).map(Vec::as_slice).unwrap_or_default();
        levels.iter().position(|docs| docs.contains(doc)).unwrap_or(levels.len())
    }
}

fn of_segment(levels: &[ReachLevel], columns: &Columns) -> Vec<BitSet> {
    let places: FxHashMap<&str, &DocumentSet> = columns.values(PLACE).collect();
    let mut nearer = BitSet::empty(columns.docs);
    let level = |level: &ReachLevel| {
        let mut docs = BitSet::empty(columns.docs);
        level.places.iter().filter_map(|id| places.get(id.as_str())).for_each(|of_place| docs.add(of_place));
        docs.subtract(&nearer);
        nearer.unite(&docs);
        docs
    };
    levels.iter().map(level).collect()
}

const PLACE: FacetColumn = FacetColumn::Filter(FilterKey::Place);
const REGION: FacetColumn = FacetColumn::Filter(FilterKey::Region);

/// How many of `docs`, by segment, choosing each place would show: what is there and what reaches it from further out.
///
/// One walk down the tree for each segment, on which what has not been reached yet becomes less with each region.
pub(super) fn count_reachable<'c>(
    columns: &'c [Arc<Columns>],
    docs: &[BitSet],
    tree: &'c RegionTree,
) -> FxHashMap<&'c str, usize> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for (columns, docs) in columns.iter().zip(docs) {
        let mut outwards = Outwards { places: columns.values(PLACE).collect(), rest: docs.clone(), reached: 0 };
        outwards.reach(tree.everywhere());
        let mut taken = Vec::new();
        for step in tree.walk() {
            match *step {
                TreeStep::Leave(_) => outwards.take_back(taken.pop().unwrap_or_default()),
                TreeStep::Enter(region) => {
                    let Some((_, areas, towns)) = tree.region(region) else { continue };
                    taken.push(outwards.reach(areas));
                    for place in areas.iter().chain(towns) {
                        *counts.entry(place).or_default() += outwards.count(place);
                    }
                }
            }
        }
        // Places without a region, and those that no vocabulary has.
        let unknown = columns.values(PLACE).map(|(place, _)| place).filter(|place| !tree.is_known(place));
        for place in tree.homeless().iter().map(Id::as_str).chain(unknown) {
            *counts.entry(place).or_default() += outwards.count(place);
        }
    }
    counts.retain(|_, count| *count > 0);
    counts
}

/// The documents of a segment that have not been reached on the way to a region.
struct Outwards<'c> {
    places: FxHashMap<&'c str, &'c DocumentSet>,
    rest: BitSet,
    /// How many have been reached.
    reached: usize,
}

impl Outwards<'_> {
    /// Reaches what is at these places; gives what is needed to take it back.
    fn reach(&mut self, places: &[Id]) -> Vec<(TakenOut, usize)> {
        let found: Vec<&DocumentSet> = places.iter().filter_map(|id| self.places.get(id.as_str()).copied()).collect();
        found
            .into_iter()
            .map(|docs| {
                let (removed, count) = self.rest.remove_all(docs);
                self.reached += count;
                (removed, count)
            })
            .collect()
    }

    fn take_back(&mut self, taken: Vec<(TakenOut, usize)>) {
        for (removed, count) in taken.into_iter().rev() {
            self.rest.restore(removed);
            self.reached -= count;
        }
    }

    fn count(&self, place: &str) -> usize {
        self.reached + self.places.get(place).map_or(0, |docs| docs.count_in(&self.rest))
    }
}

/// How many of `docs`, by segment, choosing each region would show: what lies in it or in a region within.
///
/// One walk for each segment, on which each region hands what lies in it on to the one that it lies within.
pub(super) fn count_within<'c>(
    columns: &'c [Arc<Columns>],
    docs: &[BitSet],
    tree: &'c RegionTree,
) -> FxHashMap<&'c str, usize> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for (columns, docs) in columns.iter().zip(docs) {
        let own: FxHashMap<&str, &DocumentSet> = columns.values(REGION).collect();
        // What lies in the regions within each region that has been entered; nothing where there are none.
        let mut inner: Vec<Option<BitSet>> = Vec::new();
        for step in tree.walk() {
            let TreeStep::Leave(region) = *step else {
                inner.push(None);
                continue;
            };
            let Some((id, ..)) = tree.region(region) else { continue };
            let (below, own) = (inner.pop().flatten(), own.get(id.as_str()).copied());
            *counts.entry(id).or_default() += match (&below, own) {
                (None, own) => own.map_or(0, |own| own.count_in(docs)),
                (Some(below), None) => below.count_common(docs),
                (Some(below), Some(own)) => below.count_with(own, docs),
            };
            if let Some(outer) = inner.last_mut() {
                hand_on(outer, below, own, columns.docs);
            }
        }
        for (region, docs_of_region) in columns.values(REGION).filter(|(region, _)| !tree.has_region(region)) {
            *counts.entry(region).or_default() += docs_of_region.count_in(docs);
        }
    }
    counts.retain(|_, count| *count > 0);
    counts
}

/// Adds what lies in a region to what lies within the one around it.
fn hand_on(outer: &mut Option<BitSet>, below: Option<BitSet>, own: Option<&DocumentSet>, docs: usize) {
    if let Some(below) = below {
        match outer {
            Some(outer) => outer.unite(&below),
            None => *outer = Some(below),
        }
    }
    if let Some(own) = own {
        outer.get_or_insert_with(|| BitSet::empty(docs)).add(own);
    }
}
