//! The values of a dimension that a report shows, and which of them each offer has.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Axis, AxisLine, AxisValue};
use crate::{
    catalogue::{RegionTree, Register},
    search::{
        BitSet, Columns, Doc, FacetColumn, FilterKey, Filters,
        facet::{count_values, total},
    },
};

/// A dimension with the values that are shown, in the order of the vocabulary.
pub(super) struct Dimension {
    pub key: FilterKey,
    values: Vec<Box<str>>,
    /// Position of each value.
    index: FxHashMap<Box<str>, u32>,
    /// Values that stand for a whole district, a country or the like.
    wide: FxHashSet<Box<str>>,
    /// For each value what reaches it from further out; `None` where nobody knows.
    reached_from: Vec<Option<Vec<Box<str>>>>,
    /// Values of the vocabulary that no offer has.
    absent: Vec<Box<str>>,
    /// Whether some offers have no value at all.
    unstated: bool,
}

impl Dimension {
    pub(super) fn new(
        key: FilterKey,
        filters: &Filters,
        register: &Register,
        tree: &RegionTree,
        columns: &[Arc<Columns>],
        offers: &[BitSet],
    ) -> Self {
        let counts = count_values(columns, FacetColumn::Filter(key), offers);
        let chosen = filters.values_passing(key, tree);
        let named = |value: &str| filters.contains(key, value) || filters.contains(key, &key.exactly(value));
        let known: Vec<Box<str>> = key.known_values(register).into_iter().map(Box::from).collect();
        let (wide, towns) = wide_values(key, register, tree);
        let empty = |value: &str| !counts.contains_key(value);
        let listed: Vec<Box<str>> = match chosen.as_slice() {
            [] => {
                let of_house: FxHashSet<&str> = known.iter().map(|value| &**value).collect();
                let others = counts.keys().filter(|value| !of_house.contains(*value));
                let mut others: Vec<Box<str>> = others.map(|value| (*value).into()).collect();
                others.sort_unstable();
                known.into_iter().chain(others).collect()
            }
            chosen => chosen.to_vec(),
        };
        // What was chosen is shown, also where nothing is left of it. A region with towns of its own stays: where nothing
        // is offered is what one wants to see.
        let stays = |value: &str| !empty(value) || named(value) || (chosen.is_empty() && towns.contains(value));
        let (mut values, absent): (Vec<_>, Vec<_>) = listed.into_iter().partition(|value| stays(value));
        values.sort_by_key(|value| wide.contains(value));
        let index = values.iter().zip(0..).map(|(value, position)| (value.clone(), position)).collect();
        let unstated = chosen.is_empty() && some_lack(key, columns, offers);
        let reached_from = values.iter().map(|value| reached_from(key, value, &wide, tree)).collect();
        Self { key, values, index, wide, reached_from, absent, unstated }
    }

    /// Number of positions: the values, and perhaps one for offers without any.
    pub(super) fn len(&self) -> usize {
        self.values.len() + usize::from(self.unstated)
    }

    /// What stands at each position.
    pub(super) fn slots(&self) -> impl Iterator<Item = AxisValue> {
        let unstated = self.unstated.then_some(AxisValue::Unstated);
        self.values.iter().cloned().map(AxisValue::Value).chain(unstated)
    }

    /// The rows or columns of a table, the sum first.
    pub(super) fn into_axis(self) -> Axis {
        let line = |(slot, reached_from): (AxisValue, &Option<Vec<Box<str>>>)| AxisLine {
            wide: matches!(&slot, AxisValue::Value(id) if self.wide.contains(id)),
            reached_from: reached_from.clone(),
            slot,
        };
        let none = None;
        let reached_from = std::iter::once(&none).chain(&self.reached_from).chain(std::iter::repeat(&none));
        let lines = std::iter::once(AxisValue::All).chain(self.slots()).zip(reached_from).map(line).collect();
        Axis { key: self.key, lines, absent: self.absent }
    }
}

/// True when some offers have no value in this dimension.
fn some_lack(key: FilterKey, columns: &[Arc<Columns>], offers: &[BitSet]) -> bool {
    let having = columns.iter().zip(offers).map(|(columns, offers)| {
        let mut having = columns.any(FacetColumn::Filter(key), |_| true);
        having.intersect(offers);
        having.count()
    });
    having.sum::<usize>() < total(offers)
}

/// Regions and places that stand for a whole district or more, and the regions that have towns of their own.
///
/// A place that stands for its region ("Lahn-Dill-Kreis (ganzer Kreis)") is no town. A region whose only places are such
/// has no towns: it is the district as a whole, a country, the internet. An offer there counts there and nowhere else,
/// and that there is none is no gap. Where no region has a town, none is wide.
fn wide_values(key: FilterKey, register: &Register, tree: &RegionTree) -> (FxHashSet<Box<str>>, FxHashSet<Box<str>>) {
    let places = || register.places.iter().filter_map(|place| Some((&place.id, place.region.as_ref()?)));
    let towns: FxHashSet<Box<str>> =
        places().filter(|(place, _)| !tree.is_area(place)).map(|(_, region)| region.as_str().into()).collect();
    let whole = places().filter(|(place, _)| tree.is_area(place));
    let wide = match key {
        _ if towns.is_empty() => FxHashSet::default(),
        FilterKey::Region => {
            whole.map(|(_, region)| Box::from(region.as_str())).filter(|region| !towns.contains(region)).collect()
        }
        FilterKey::Place => whole.map(|(place, _)| Box::from(place.as_str())).collect(),
        _ => FxHashSet::default(),
    };
    (wide, if key == FilterKey::Region { towns } else { FxHashSet::default() })
}

/// Which of the values that stand for more reach a region or a place; `None` where no region lies within another: then
/// nobody has said it.
fn reached_from(key: FilterKey, value: &str, wide: &FxHashSet<Box<str>>, tree: &RegionTree) -> Option<Vec<Box<str>>> {
    let of_region = || {
        let everywhere = wide.iter().filter(|id| tree.is_everywhere(id)).cloned();
        tree.containing(value).map(|id| Box::from(id.as_str())).chain(everywhere).collect()
    };
    let of_place = || {
        let levels = tree.reach(value).levels.into_iter().skip(1);
        levels.flat_map(|level| level.places).map(|id| Box::from(id.as_str())).collect()
    };
    let reaching: Vec<Box<str>> = match key {
        _ if tree.is_flat() => return None,
        FilterKey::Region => of_region(),
        FilterKey::Place => of_place(),
        _ => return None,
    };
    Some(reaching.into_iter().filter(|id| wide.contains(id)).collect())
}

/// For each document of a segment the positions of the values it has, one list behind the other.
pub(super) struct ValueLists {
    /// Where the list of each document begins, and the end.
    starts: Vec<u32>,
    positions: Vec<u32>,
}

impl ValueLists {
    pub(super) fn of(dimension: &Dimension, columns: &Columns, offers: &BitSet) -> Self {
        let shown = || {
            let values = columns.values(FacetColumn::Filter(dimension.key));
            values.filter_map(|(value, docs)| Some((*dimension.index.get(value)?, docs)))
        };
        let mut lengths = vec![0_u32; columns.docs];
        let mut count = |doc: Doc| {
            if let Some(length) = lengths.get_mut(doc as usize) {
                *length += 1;
            }
        };
        shown().for_each(|(_, docs)| docs.for_each(&mut count));
        let mut lacking = BitSet::empty(0);
        if dimension.unstated {
            lacking = offers.clone();
            lacking.subtract(&columns.any(FacetColumn::Filter(dimension.key), |_| true));
            lacking.iter().for_each(count);
        }
        let mut starts = Vec::with_capacity(columns.docs + 1);
        let mut end = 0;
        starts.push(0);
        starts.extend(lengths.iter().map(|length| {
            end += length;
            end
        }));
        let mut positions = vec![0; end as usize];
        // Counting sort: the lengths are known, so all lists lie in one array.
        let mut next = starts.clone();
        let mut put = |doc: Doc, position: u32| {
            let Some(at) = next.get_mut(doc as usize) else { return };
            if let Some(free) = positions.get_mut(*at as usize) {
                *free = position;
            }
            *at += 1;
        };
        shown().for_each(|(position, docs)| docs.for_each(|doc| put(doc, position)));
        let unstated = u32::try_from(dimension.values.len()).unwrap_or(u32::MAX);
        lacking.iter().for_each(|doc| put(doc, unstated));
        Self { starts, positions }
    }

    /// The positions of the values that a document has.
    pub(super) fn of_doc(&self, doc: Doc) -> &[u32] {
        let doc = doc as usize;
        let range = self.starts.get(doc).zip(self.starts.get(doc + 1));
        range.and_then(|(start, end)| self.positions.get(*start as usize..*end as usize)).unwrap_or(&[])
    }
}
