//! The known words that are spelt almost like one that nobody knows.

use rustc_hash::FxHashMap;

/// Words that count as the one typed when nothing else was found: at most this many.
const SPELLINGS: usize = 8;
/// From this length on two edits are forgiven, and the first letter may be one of them.
const LONG: usize = 8;

/// Collects the known words nearest to one that was typed: one edit from 4 letters on, two from 8; a swap of
/// neighbours is one. The first letter counts double, so short words keep theirs.
///
/// Words come best in alphabetical order: what is known of a beginning holds for all words that begin with it.
pub(super) struct Spelling {
    typed: Vec<char>,
    /// A word still being typed is compared with the beginnings of known ones.
    open: bool,
    budget: usize,
    near: FxHashMap<String, (usize, u32)>,
    /// The letters of the word offered last, as far as they were compared.
    word: Vec<char>,
    /// For each beginning of `word`, the empty one first: its edits to every beginning of the typed word.
    rows: Vec<DistanceRow>,
}

#[derive(Default)]
struct DistanceRow {
    edits: Vec<usize>,
    /// Edits of the whole typed word to the nearest beginning so far.
    nearest: usize,
    /// Nothing that goes on from here is near.
    dead: bool,
}

impl Spelling {
    pub(in crate::search) fn new(typed: &str, open: bool) -> Self {
        let typed: Vec<char> = typed.chars().collect();
        let budget = if typed.len() >= LONG { 2 } else { 1 };
        let empty = DistanceRow { edits: (0..=typed.len()).collect(), nearest: typed.len(), dead: false };
        Self { typed, open, budget, near: FxHashMap::default(), word: Vec::new(), rows: vec![empty] }
    }

    /// True for words that are long enough for a wrong first letter.
    pub(in crate::search) fn is_long(&self) -> bool {
        self.budget > 1
    }

    pub(in crate::search) fn is_empty(&self) -> bool {
        self.near.is_empty()
    }

    /// Compares a known word that stands in `documents` documents.
    pub(in crate::search) fn offer(&mut self, word: &str, documents: u32) {
        // Most words of a dictionary are out by their length.
        if word.len() + self.budget < self.typed.len() {
            return;
        }
        let Some(edits) = self.edits(word) else { return };
        match self.near.get_mut(word) {
            Some((_, count)) => *count += documents,
            None => _ = self.near.insert(word.to_owned(), (edits, documents)),
        }
    }

    /// The nearest words; among equally near ones the most frequent first.
    pub(super) fn best(self) -> Vec<String> {
        let mut near: Vec<_> =
            self.near.into_iter().map(|(word, (edits, count))| (edits, u32::MAX - count, word)).collect();
        near.sort_unstable();
        let best = near.first().map(|(edits, ..)| *edits);
        near.into_iter().take_while(|(edits, ..)| Some(*edits) == best).take(SPELLINGS).map(|(.., word)| word).collect()
    }

    /// Edits between the typed word and `word`, if they are within the budget. Numbers are never mistyped.
    fn edits(&mut self, word: &str) -> Option<usize> {
        let edits = self.distance(word)?;
        let first = usize::from(self.typed.first() != self.word.first());
        let near = first < self.budget && edits + first <= self.budget;
        (near && !word.contains(|c: char| c.is_ascii_digit())).then_some(edits + first)
    }

    /// Optimal string alignment, one row for each letter of `word`. While the typed word is open, the distance to the
    /// nearest beginning of `word` counts.
    fn distance(&mut self, word: &str) -> Option<usize> {
        let shared = self.word.iter().zip(word.chars()).take_while(|(known, letter)| **known == *letter).count();
        if self.rows.get(shared).is_some_and(|row| row.dead) {
            return self.nearest(shared);
        }
        // Rows of a shared beginning are the same for this word.
        self.word.truncate(shared);
        self.rows.truncate(shared + 1);
        for letter in word.chars().skip(shared) {
            self.word.push(letter);
            let row = self.next_row(letter);
            let dead = row.dead;
            self.rows.push(row);
            if dead {
                return self.nearest(self.word.len());
            }
        }
        match self.open {
            true => self.nearest(self.word.len()),
            false => self.rows.last().and_then(|row| row.edits.last()).copied(),
        }
    }

    fn nearest(&self, length: usize) -> Option<usize> {
        self.rows.get(length).filter(|_| self.open).map(|row| row.nearest)
    }

    fn next_row(&self, letter: char) -> DistanceRow {
        let (last, before): (&DistanceRow, &[usize]) = match self.rows.as_slice() {
            [.., before, last] => (last, &before.edits),
            [last] => (last, &[]),
            // There is always the row of the empty beginning.
            [] => return DistanceRow { dead: true, ..DistanceRow::default() },
        };
        let letter_before = self.word.iter().nth_back(1);
        let mut edits = Vec::with_capacity(self.typed.len() + 1);
        let mut left = self.word.len();
        edits.push(left);
        let (mut typed_before, mut swaps) = (None, before.iter());
        for (typed, pair) in self.typed.iter().zip(last.edits.windows(2)) {
            let [changed, above] = pair else { continue };
            let mut least = (changed + usize::from(*typed != letter)).min(above + 1).min(left + 1);
            // Two letters back in both words; at the first typed letter there is no such place.
            if let Some(typed_before) = typed_before.replace(*typed)
                && let Some(swapped) = swaps.next()
                && typed_before == letter
                && Some(typed) == letter_before
            {
                least = least.min(swapped + 1);
            }
            edits.push(least);
            left = least;
        }
        let dead = edits.iter().all(|edits| *edits > self.budget);
        let nearest = last.nearest.min(left);
        DistanceRow { edits, nearest, dead }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn near(typed: &str, open: bool, words: &[&str]) -> Vec<String> {
        let mut spelling = Spelling::new(typed, open);
        words.iter().for_each(|word| spelling.offer(word, 1));
        spelling.best()
    }

    #[test]
    fn typos_have_a_budget() {
        assert_eq!(near("gesunheit", false, &["gesundheit", "gewohnheit"]), ["gesundheit"]);
        assert_eq!(near("suhct", false, &["sucht", "sicht"]), ["sucht"]);
        assert_eq!(near("kurs", false, &["kunst", "karte"]), [""; 0], "two edits need eight letters");
        assert_eq!(near("pucht", false, &["sucht"]), [""; 0], "short words keep their first letter");
        assert_eq!(near("jesundheit", false, &["gesundheit"]), ["gesundheit"], "long ones may lose it");
    }

    #[test]
    fn a_word_being_typed_may_be_mistyped() {
        assert_eq!(near("schulnder", true, &["schuldnerberatung"]), ["schuldnerberatung"]);
        assert_eq!(near("schulnder", false, &["schuldnerberatung"]), [""; 0]);
    }

    #[test]
    fn the_most_frequent_of_equally_near_words_comes_first() {
        let mut spelling = Spelling::new("kurz", false);
        spelling.offer("kurs", 3);
        spelling.offer("kurt", 5);
        assert_eq!(spelling.best(), ["kurt", "kurs"]);
    }

    proptest! {
        #[test]
        fn distances_agree_with_the_reference(
            typed in "[a-d]{4,12}", open: bool, words in prop::collection::vec("[a-d]{1,14}", 1..6),
        ) {
            let mut spelling = Spelling::new(&typed, open);
            let budget = spelling.budget;
            for word in words {
                let first = usize::from(typed.chars().next() != word.chars().next());
                let shortest = if open { 0 } else { word.len() };
                let edits = (shortest..=word.len()).map(|end| strsim::osa_distance(&typed, &word[..end])).min();
                let expected = edits.map(|edits| edits + first).filter(|edits| *edits <= budget && first < budget);
                prop_assert_eq!(spelling.edits(&word), expected, "{}", word);
            }
        }
    }
}
