//! Sets of documents of one segment: for matches, filters and facet counts.

/// Numbers of a document within its segment.
pub(in crate::search) type Doc = u32;

#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::search) struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    pub(in crate::search) fn empty(docs: usize) -> Self {
        Self { words: vec![0; docs.div_ceil(64)] }
    }

    pub(in crate::search) fn full(docs: usize) -> Self {
        let mut set = Self { words: vec![u64::MAX; docs.div_ceil(64)] };
        if let Some(last) = set.words.last_mut().filter(|_| !docs.is_multiple_of(64)) {
            *last = (1 << (docs % 64)) - 1;
        }
        set
    }

    pub(in crate::search) fn insert(&mut self, doc: Doc) {
        if let Some(word) = self.words.get_mut(doc as usize / 64) {
            *word |= 1 << (doc % 64);
        }
    }

    pub(in crate::search) fn remove(&mut self, doc: Doc) {
        if let Some(word) = self.words.get_mut(doc as usize / 64) {
            *word &= !(1 << (doc % 64));
        }
    }

    pub(in crate::search) fn retain(&mut self, wanted: impl Fn(Doc) -> bool) {
        for (i, word) in self.words.iter_mut().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                if !wanted((i * 64) as Doc + bit) {
                    *word &= !(1 << bit);
                }
            }
        }
    }

    pub(in crate::search) fn contains(&self, doc: Doc) -> bool {
        self.words.get(doc as usize / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }

    pub(in crate::search) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(in crate::search) fn intersect(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    pub(in crate::search) fn subtract(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= !b);
    }

    pub(in crate::search) fn unite(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    /// How many documents are in both sets.
    pub(in crate::search) fn count_common(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// How many documents of `among` are in this set or in `more`.
    pub(super) fn count_with(&self, more: &DocumentSet, among: &Self) -> usize {
        let mut both = self.clone();
        both.add(more);
        both.count_common(among)
    }

    /// Takes documents out; gives what is needed to put them back, and how many they are.
    pub(super) fn remove_all(&mut self, docs: &DocumentSet) -> (TakenOut, usize) {
        match docs {
            DocumentSet::Dense(set) => {
                let (before, removed) = (self.clone(), self.count_common(set));
                self.subtract(set);
                (TakenOut::Before(before), removed)
            }
            DocumentSet::Sparse(list) => {
                let list: Vec<Doc> = list.iter().copied().filter(|doc| self.contains(*doc)).collect();
                list.iter().for_each(|doc| self.remove(*doc));
                let removed = list.len();
                (TakenOut::Docs(list), removed)
            }
        }
    }

    /// Undoes the last [`Self::remove_all`].
    pub(super) fn restore(&mut self, removed: TakenOut) {
        match removed {
            TakenOut::Before(set) => *self = set,
            TakenOut::Docs(list) => list.into_iter().for_each(|doc| self.insert(doc)),
        }
    }

    pub(in crate::search) fn add(&mut self, docs: &DocumentSet) {
        match docs {
            DocumentSet::Dense(set) => self.words.iter_mut().zip(&set.words).for_each(|(a, b)| *a |= b),
            DocumentSet::Sparse(list) => list.iter().for_each(|doc| self.insert(*doc)),
        }
    }

    pub(in crate::search) fn iter(&self) -> impl Iterator<Item = Doc> + '_ {
        self.words.iter().enumerate().flat_map(|(i, word)| {
            let base = (i * 64) as Doc;
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(base + bit)
            })
        })
    }
}

/// What was taken out of a set: as short as the documents that were taken out.
pub(super) enum TakenOut {
    /// The documents themselves.
    Docs(Vec<Doc>),
    /// The set as it was before.
    Before(BitSet),
}

/// Number of documents in sets of several segments.
pub(in crate::search) fn total(segments: &[BitSet]) -> usize {
    segments.iter().map(BitSet::count).sum()
}

/// The documents that have one value. Rare values are kept as a list, so that the memory of all values together
/// grows with the documents and not with documents times values.
#[derive(Clone, Debug)]
pub(in crate::search) enum DocumentSet {
    Dense(BitSet),
    Sparse(Box<[Doc]>),
}

impl DocumentSet {
    /// `list` is sorted. One bit for each document costs as much as a list of one in 32. `None` when it names a document that
    /// the segment does not have.
    pub(in crate::search) fn new(list: Vec<Doc>, docs: usize) -> Option<Self> {
        if list.iter().any(|doc| *doc as usize >= docs) {
            return None;
        }
        if list.len() * 32 < docs {
            return Some(Self::Sparse(list.into()));
        }
        let mut set = BitSet::empty(docs);
        list.into_iter().for_each(|doc| set.insert(doc));
        Some(Self::Dense(set))
    }

    pub(super) fn count_in(&self, set: &BitSet) -> usize {
        match self {
            Self::Dense(own) => own.count_common(set),
            Self::Sparse(list) => list.iter().filter(|doc| set.contains(**doc)).count(),
        }
    }

    /// Whether a document of it is in this set.
    pub(super) fn meets(&self, set: &BitSet) -> bool {
        match self {
            Self::Dense(own) => own.words.iter().zip(&set.words).any(|(a, b)| a & b != 0),
            Self::Sparse(list) => list.iter().any(|doc| set.contains(*doc)),
        }
    }

    pub(in crate::search) fn for_each(&self, mut visit: impl FnMut(Doc)) {
        match self {
            Self::Dense(set) => set.iter().for_each(visit),
            Self::Sparse(list) => list.iter().for_each(|doc| visit(*doc)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_document_that_is_not_there_makes_no_set() {
        for docs in [1, 63, 64, 65, 127, 10_000] {
            let last = docs as Doc - 1;
            assert!(DocumentSet::new(vec![last], docs).is_some(), "{docs}");
            assert!(DocumentSet::new(vec![0, docs as Doc], docs).is_none(), "{docs}");
            assert!(DocumentSet::new((0..=docs as Doc).collect(), docs).is_none(), "{docs}");
        }
    }

    proptest! {
        #[test]
        fn dense_and_sparse_sets_agree(
            docs in 1usize..500,
            list in prop::collection::btree_set(0u32..500, 0..200),
            base in prop::collection::btree_set(0u32..500, 0..200),
        ) {
            let list: Vec<Doc> = list.into_iter().filter(|doc| (*doc as usize) < docs).collect();
            let mut set = BitSet::empty(docs);
            base.iter().filter(|doc| (**doc as usize) < docs).for_each(|doc| set.insert(*doc));
            let sparse = DocumentSet::Sparse(list.clone().into());
            let mut bits = BitSet::empty(docs);
            list.iter().for_each(|doc| bits.insert(*doc));
            let dense = DocumentSet::Dense(bits.clone());
            prop_assert_eq!(sparse.count_in(&set), dense.count_in(&set));
            prop_assert_eq!(bits.iter().collect::<Vec<_>>(), list);
            prop_assert_eq!(BitSet::full(docs).count(), docs);
        }
    }
}
