//! The tree of the regions: what lies within what, and from which places somebody is reached.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Id, Place, Region, Register};

/// Ids of places and regions that reach everyone, in whatever region somebody lives.
const EVERYWHERE: [&str; 2] = [NATIONWIDE, ONLINE];
const NATIONWIDE: &str = "bundesweit";
const ONLINE: &str = "online";

/// The regions as a tree, from the quarter of a town up to the country, with their places.
///
/// Made of a [`Register`] in one pass over its regions and places, and then asked without it. A region that names an
/// unknown region lies within none. Where regions lie within each other in a circle, the first of them in the file lies
/// within none: a faulty file is read as well as it can be, and nothing here runs for ever.
#[derive(Clone, Debug, Default)]
pub struct RegionTree {
    nodes: Vec<RegionNode>,
    index: FxHashMap<Id, usize>,
    /// The region of each place; `None` where there is none.
    places: FxHashMap<Id, Option<usize>>,
    /// Places that reach everyone, in the order of the file.
    everywhere: Vec<Id>,
    /// Places in no region that there is.
    homeless: Vec<Id>,
    walk: Vec<TreeStep>,
}

#[derive(Clone, Debug)]
struct RegionNode {
    id: Id,
    parent: Option<usize>,
    children: Vec<usize>,
    /// Places that stand for the whole region, unless they reach everyone.
    areas: Vec<Id>,
    /// All other places of the region.
    towns: Vec<Id>,
}

/// From where somebody in a place is reached: the nearest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// No two of them have the same place, and only the first may have none.
    pub levels: Vec<ReachLevel>,
}

/// One step outwards from a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReachLevel {
    /// What this step reaches.
    pub extent: Extent,
    /// Ids of the places whose offers it adds.
    pub places: Vec<Id>,
}

/// How far a step outwards reaches.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// The places themselves.
    Place,
    /// What is offered in the whole of these regions; several when one asks from several places.
    Regions(Vec<Id>),
    /// What is offered nationwide or online.
    Everywhere,
}

impl Extent {
    /// Its name in JSON and in Fluent keys.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Regions(_) => "region",
            Self::Everywhere => "everywhere",
        }
    }
}

/// A step on a walk through the tree on which each region is entered before the regions within it, and left after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TreeStep {
    Enter(usize),
    Leave(usize),
}

impl Register {
    /// The tree of its regions. Not kept: whoever asks often keeps it beside the register.
    pub fn region_tree(&self) -> RegionTree {
        RegionTree::new(self)
    }
}

impl RegionTree {
    fn new(register: &Register) -> Self {
        let mut index = FxHashMap::default();
        for (number, region) in register.regions.iter().enumerate() {
            index.entry(region.id.clone()).or_insert(number);
        }
        let parent = |region: &Region| index.get(region.within.as_ref()?).copied();
        let mut parents: Vec<Option<usize>> = register.regions.iter().map(parent).collect();
        for circle in circles(&parents) {
            if let Some(cut) = circle.first().and_then(|first| parents.get_mut(*first)) {
                *cut = None;
            }
        }
        let node = |(region, parent): (&Region, Option<usize>)| RegionNode {
            id: region.id.clone(),
            parent,
            children: Vec::new(),
            areas: Vec::new(),
            towns: Vec::new(),
        };
        let nodes = register.regions.iter().zip(parents.iter().copied()).map(node).collect();
        let mut tree = Self { nodes, index, ..Self::default() };
        for (number, parent) in parents.into_iter().enumerate() {
            if let Some(parent) = parent.and_then(|parent| tree.nodes.get_mut(parent)) {
                parent.children.push(number);
            }
        }
        register.places.iter().for_each(|place| tree.add(place, register));
        tree.walk = tree.steps();
        tree
    }

    fn add(&mut self, place: &Place, register: &Register) {
        let region = place.region.as_ref().and_then(|region| register.regions.get(region));
        let is_area = region.is_some_and(|region| stands_for(place, region));
        let everywhere = reaches_everyone(place, is_area);
        if everywhere {
            self.everywhere.push(place.id.clone());
        }
        let number = region.and_then(|region| self.index.get(&region.id)).copied();
        self.places.insert(place.id.clone(), number);
        let places = match number.and_then(|number| self.nodes.get_mut(number)) {
            Some(node) if is_area && !everywhere => &mut node.areas,
            Some(node) => &mut node.towns,
            None => &mut self.homeless,
        };
        places.push(place.id.clone());
    }

    /// From where somebody in `place` is reached: the place itself, then the places that stand for the whole of its
    /// region, of the region that this lies within and so on, at last the places that reach everyone. A place that
    /// nobody knows is reached from itself and from these.
    ///
    /// Costs as much as there are levels.
    pub fn reach(&self, place: &str) -> Reach {
        let mut levels = Levels::default();
        levels.add(Extent::Place, Id::parse(place).into_iter());
        for region in self.outwards(self.places.get(place).copied().flatten()) {
            levels.add(Extent::Regions(vec![region.id.clone()]), region.areas.iter().cloned());
        }
        levels.add(Extent::Everywhere, self.everywhere.iter().cloned());
        levels.reach
    }

    /// From where somebody is reached who may be in any of these places: step by step what is reached from one of them.
    /// The places of `only` belong to the first step, and nothing further out follows from them.
    pub fn reach_of_any<'p>(
        &self,
        places: impl IntoIterator<Item = &'p str>,
        only: impl IntoIterator<Item = &'p str>,
    ) -> Reach {
        let each: Vec<Reach> = places.into_iter().map(|place| self.reach(place)).collect();
        let only: Vec<Id> = only.into_iter().filter_map(Id::parse).collect();
        let mut levels = Levels::default();
        let own = each.iter().filter_map(|reach| reach.levels.first()).flat_map(|level| &level.places);
        levels.add(Extent::Place, own.cloned().chain(only));
        let steps = each.iter().map(|reach| reach.levels.len()).max().unwrap_or(0);
        for step in 1..steps {
            let of_step = each.iter().filter_map(|reach| reach.levels.get(step));
            let near = of_step.filter(|level| level.extent != Extent::Everywhere);
            let (extents, places): (Vec<_>, Vec<_>) = near.map(|level| (&level.extent, &level.places)).unzip();
            levels.add(together(&extents), places.into_iter().flatten().cloned());
        }
        if !each.is_empty() {
            levels.add(Extent::Everywhere, self.everywhere.iter().cloned());
        }
        levels.reach
    }

    /// A region and all regions within it; only the id itself where there is no such region.
    pub fn within(&self, region: &str) -> Vec<Id> {
        let Some(number) = self.index.get(region) else { return Id::parse(region).into_iter().collect() };
        let mut found = Vec::new();
        let mut open = vec![*number];
        while let Some(node) = open.pop().and_then(|number| self.nodes.get(number)) {
            found.push(node.id.clone());
            open.extend(node.children.iter().rev());
        }
        found
    }

    /// The regions that a region lies within, the nearest first.
    pub fn containing(&self, region: &str) -> impl Iterator<Item = &Id> {
        self.outwards(self.index.get(region).copied()).skip(1).map(|node| &node.id)
    }

    /// True for a place that stands for its whole region, or that reaches everyone.
    pub fn is_area(&self, place: &str) -> bool {
        let node = self.node_of(place);
        let known = |places: &[Id]| places.iter().any(|id| id.as_str() == place);
        node.is_some_and(|node| known(&node.areas)) || known(&self.everywhere)
    }

    /// True when no region lies within another.
    pub fn is_flat(&self) -> bool {
        self.nodes.iter().all(|node| node.parent.is_none())
    }

    /// True for a region whose whole reaches everyone.
    pub fn is_everywhere(&self, region: &str) -> bool {
        EVERYWHERE.contains(&region)
    }

    /// The places that reach everyone, in the order of the file.
    pub fn everywhere(&self) -> &[Id] {
        &self.everywhere
    }

    /// True for a place that the vocabulary has.
    pub(crate) fn is_known(&self, place: &str) -> bool {
        self.places.contains_key(place)
    }

    /// True for a region that the vocabulary has.
    pub(crate) fn has_region(&self, region: &str) -> bool {
        self.index.contains_key(region)
    }

    /// The places that the vocabulary has and that lie in no region that it has.
    pub(crate) fn homeless(&self) -> &[Id] {
        &self.homeless
    }

    /// The region of a place.
    pub fn region_of(&self, place: &str) -> Option<&Id> {
        self.node_of(place).map(|node| &node.id)
    }

    fn node_of(&self, place: &str) -> Option<&RegionNode> {
        self.places.get(place).copied().flatten().and_then(|number| self.nodes.get(number))
    }

    /// The id of a region, the places that stand for all of it, and its other places.
    pub(crate) fn region(&self, number: usize) -> Option<(&Id, &[Id], &[Id])> {
        self.nodes.get(number).map(|node| (&node.id, &*node.areas, &*node.towns))
    }

    /// A walk through the whole tree. Of the regions within a region, the one that has most regions comes first, so
    /// that somebody who keeps something for each region left and not yet taken up into another keeps little.
    pub(crate) fn walk(&self) -> &[TreeStep] {
        &self.walk
    }

    fn steps(&self) -> Vec<TreeStep> {
        let weights = self.weights();
        let weight = |number: &usize| weights.get(*number).copied().unwrap_or(0);
        let mut steps = Vec::with_capacity(self.nodes.len() * 2);
        let roots = (0..self.nodes.len()).rev();
        let mut open: Vec<TreeStep> =
            roots.filter(|number| self.parent(*number).is_none()).map(TreeStep::Enter).collect();
        while let Some(step) = open.pop() {
            steps.push(step);
            let TreeStep::Enter(number) = step else { continue };
            open.push(TreeStep::Leave(number));
            let mut children = self.nodes.get(number).map(|node| node.children.clone()).unwrap_or_default();
            children.sort_by_key(weight);
            open.extend(children.into_iter().map(TreeStep::Enter));
        }
        steps
    }

    /// How many regions each region is, with those within it.
    fn weights(&self) -> Vec<usize> {
        let mut weights = vec![1_usize; self.nodes.len()];
        let mut inner: Vec<usize> = self.nodes.iter().map(|node| node.children.len()).collect();
        let mut ready: Vec<usize> = (0..self.nodes.len()).filter(|n| inner.get(*n) == Some(&0)).collect();
        while let Some(number) = ready.pop() {
            let weight = weights.get(number).copied().unwrap_or(0);
            let Some(parent) = self.parent(number) else { continue };
            if let (Some(sum), Some(left)) = (weights.get_mut(parent), inner.get_mut(parent)) {
                *sum = sum.saturating_add(weight);
                *left = left.saturating_sub(1);
                if *left == 0 {
                    ready.push(parent);
                }
            }
        }
        weights
    }

    fn parent(&self, number: usize) -> Option<usize> {
        self.nodes.get(number)?.parent
    }

    /// A region and those that it lies within.
    fn outwards(&self, number: Option<usize>) -> impl Iterator<Item = &RegionNode> {
        std::iter::successors(number.and_then(|number| self.nodes.get(number)), |node| {
            node.parent.and_then(|parent| self.nodes.get(parent))
        })
    }
}

/// A place stands for its whole region when it has its id or its label.
fn stands_for(place: &Place, region: &Region) -> bool {
    place.id == region.id || place.label.to_lowercase() == region.label.to_lowercase()
}

/// A town that somebody has put into the country itself is still one town; whatever is online has no place at all.
fn reaches_everyone(place: &Place, is_area: bool) -> bool {
    let region = place.region.as_deref();
    EVERYWHERE.contains(&place.id.as_str()) || region == Some(ONLINE) || (is_area && region == Some(NATIONWIDE))
}

fn together(extents: &[&Extent]) -> Extent {
    let mut regions: Vec<Id> = Vec::new();
    for extent in extents {
        if let Extent::Regions(more) = extent {
            more.iter().for_each(|id| {
                if !regions.contains(id) {
                    regions.push(id.clone());
                }
            });
        }
    }
    Extent::Regions(regions)
}

/// So many levels are told apart; what lies further out counts to the last of them. A real tree has half a dozen.
const MAX_LEVELS: usize = 32;

/// Levels with each place in the nearest of them.
#[derive(Default)]
struct Levels {
    reach: Reach,
    seen: FxHashSet<Id>,
}

impl Levels {
    fn add(&mut self, extent: Extent, places: impl Iterator<Item = Id>) {
        let places: Vec<Id> = places.filter(|id| self.seen.insert(id.clone())).collect();
        if places.is_empty() && extent != Extent::Place {
            return;
        }
        let full = self.reach.levels.len() >= MAX_LEVELS;
        match (self.reach.levels.last_mut().filter(|_| full), extent) {
            (Some(ReachLevel { extent: Extent::Regions(outermost), places: known }), Extent::Regions(regions)) => {
                outermost.extend(regions);
                known.extend(places);
            }
            (_, extent) => self.reach.levels.push(ReachLevel { extent, places }),
        }
    }
}

/// The circles in a graph in which each node leads to one other at most: their nodes in order, the smallest first.
pub(super) fn circles(next: &[Option<usize>]) -> Vec<Vec<usize>> {
    // On which walk each node was seen first; 0 is none.
    let mut walks = vec![0_usize; next.len()];
    let mut found = Vec::new();
    for (walk, start) in (1..).zip(0..next.len()) {
        let mut at = Some(start);
        while let Some(seen) = at.and_then(|node| walks.get_mut(node)).filter(|seen| **seen == 0) {
            *seen = walk;
            at = at.and_then(|node| *next.get(node)?);
        }
        if let Some(node) = at.filter(|node| walks.get(*node) == Some(&walk)) {
            found.push(circle(next, node));
        }
    }
    found
}

/// The circle on which `start` lies, from its smallest node on.
fn circle(next: &[Option<usize>], start: usize) -> Vec<usize> {
    let mut nodes = vec![start];
    let mut at = next.get(start).copied().flatten();
    while let Some(node) = at.filter(|node| *node != start) {
        nodes.push(node);
        at = next.get(node).copied().flatten();
    }
    let smallest = (0..nodes.len()).min_by_key(|at| nodes.get(*at)).unwrap_or(0);
    nodes.rotate_left(smallest);
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_found_each_once() {
        assert_eq!(circles(&[None, Some(0), Some(1)]), Vec::<Vec<usize>>::new());
        assert_eq!(circles(&[Some(0)]), [vec![0]]);
        // 0 → 2 → 1 → 2, and 3 ⇄ 4.
        assert_eq!(circles(&[Some(2), Some(2), Some(1), Some(4), Some(3)]), [vec![1, 2], vec![3, 4]]);
        assert_eq!(circles(&[Some(7)]), Vec::<Vec<usize>>::new());
    }
}
