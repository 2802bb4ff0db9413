//! The known words that are spelt almost like one that nobody knows.

use rustc_hash::FxHashMap;

/// Words that count as the one typed when nothing else was found: at most this many.
const SPELLINGS: usize = 8;
/// From this length on two edits are forgiven, and the first letter may be one of them.
const LONG: usize = 8;

/// Collects the known words nearest to one that was typed: one edit from 4 letters on, two from 8; a swap of
/// neighbours is one. The first letter counts double, so short words keep theirs.
pub(super) struct Spelling {
    typed: Vec<char>,
    /// A word still being typed is compared with the beginnings of known ones.
    open: bool,
    budget: usize,
    near: FxHashMap<String, (usize, u32)>,
    word: Vec<char>,
    rows: [Vec<usize>; 3],
}

impl Spelling {
    pub(super) fn new(typed: &str, open: bool) -> Self {
        let typed: Vec<char> = typed.chars().collect();
        let budget = if typed.len() >= LONG { 2 } else { 1 };
        Self { typed, open, budget, near: FxHashMap::default(), word: Vec::new(), rows: Default::default() }
    }

    /// True for words that are long enough for a wrong first letter.
    pub(super) fn is_long(&self) -> bool {
        self.budget > 1
    }

    /// True when no word was near.
    pub(super) fn is_empty(&self) -> bool {
        self.near.is_empty()
    }

    /// Compares a known word that stands in `documents` documents.
    pub(super) fn offer(&mut self, word: &str, documents: u32) {
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
        self.word.clear();
        self.word.extend(word.chars());
        let first = usize::from(self.typed.first() != self.word.first());
        let too_long = !self.open && self.word.len() > self.typed.len() + self.budget;
        if first >= self.budget || too_long || self.word.len() + self.budget < self.typed.len() {
            return None;
        }
        if self.word.iter().any(char::is_ascii_digit) {
            return None;
        }
        let edits = self.distance(self.budget)? + first;
        (edits <= self.budget).then_some(edits)
    }

    /// Optimal string alignment, row by row over the typed letters; gives up when a whole row exceeds `budget`.
    /// While the word is open, the distance to the nearest beginning of the known word counts.
    fn distance(&mut self, budget: usize) -> Option<usize> {
        let columns = self.word.len().min(self.typed.len() + budget);
        let [before, last, row] = &mut self.rows;
        last.clear();
        last.extend(0..=columns);
        for (i, typed) in self.typed.iter().enumerate() {
            row.clear();
            row.push(i + 1);
            for (j, letter) in self.word.iter().take(columns).enumerate() {
                let mut edits = (last[j] + usize::from(typed != letter)).min(last[j + 1] + 1).min(row[j] + 1);
                let swapped = i > 0 && j > 0 && self.typed[i - 1] == *letter && *typed == self.word[j - 1];
                if swapped {
                    edits = edits.min(before[j - 1] + 1);
                }
                row.push(edits);
            }
            if row.iter().min().is_none_or(|least| *least > budget) {
                return None;
            }
            std::mem::swap(before, last);
            std::mem::swap(last, row);
        }
        if self.open { last.iter().min().copied() } else { last.last().copied().filter(|_| columns == self.word.len()) }
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
        fn distances_agree_with_the_reference(typed in "[a-d]{4,12}", word in "[a-d]{1,14}") {
            let mut spelling = Spelling::new(&typed, false);
            let first = usize::from(typed.chars().next() != word.chars().next());
            let budget = spelling.budget;
            let expected = Some(strsim::osa_distance(&typed, &word) + first).filter(|edits| *edits <= budget && first < budget);
            prop_assert_eq!(spelling.edits(&word), expected);
        }
    }
}
