//! Towns in the line: an offer for the whole district counts for whoever types the town.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    catalogue::{Extent, Id, Named as _, ReachLevel, RegionTree, Register},
    german::{self, Lexicon},
};

/// From where whoever types the name of a place is reached, beyond the place itself.
#[derive(Debug, Default)]
pub(in crate::search) struct Towns {
    by_word: FxHashMap<String, Vec<ReachLevel>>,
    /// Folded labels of places and regions.
    labels: FxHashSet<String>,
}

impl Towns {
    /// The places of a register, each under its label as one folded word: "monheim" for "Monheim am Rhein", unless that word
    /// means something else.
    pub(in crate::search) fn new(register: &Register, tree: &RegionTree, lexicon: &Lexicon) -> Self {
        let mut by_word: FxHashMap<String, Vec<ReachLevel>> = FxHashMap::default();
        for place in register.places.iter() {
            let label = german::fold(place.label());
            let mut words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            let Some(first) = words.next() else { continue };
            if words.next().is_some() && lexicon.recognises(first) {
                continue;
            }
            let outwards = tree.reach(&place.id).levels.into_iter().filter(|level| level.extent != Extent::Place);
            by_word.entry(first.to_owned()).or_insert_with(|| outwards.collect());
        }
        let regions = register.regions.iter().map(|region| region.label());
        let labels = register.places.iter().map(|place| place.label()).chain(regions).map(|label| german::fold(label));
        Self { by_word, labels: labels.collect() }
    }

    /// Whether a folded word is the whole name of a place or region.
    pub(in crate::search) fn is_area(&self, word: &str) -> bool {
        self.labels.contains(word)
    }

    /// The steps outwards from the place that a folded word names; none for every other word.
    pub(in crate::search) fn outwards(&self, word: &str) -> &[ReachLevel] {
        self.by_word.get(word).map_or(&[], Vec::as_slice)
    }
}

/// What an offer of a step counts, compared with one at the place itself.
pub(super) fn nearness_of(level: &ReachLevel) -> f32 {
    match level.extent {
        Extent::Place => 1.0,
        Extent::Regions(_) => 0.6,
        Extent::Everywhere => 0.4,
    }
}

/// Whether a step has a place.
pub(super) fn has_place(level: &ReachLevel, place: &str) -> bool {
    level.places.iter().any(|id: &Id| id.as_str() == place)
}
