//! The words by which the compounds of a catalogue are cut: its own nouns and names, and a user's dictionary.

use std::{io, path::Path, sync::Arc};

use rustc_hash::FxHashMap;

use crate::{
    base::read_at_most,
    catalogue::{Measure, Register},
    german::{self, Lexicon},
};

/// Largest dictionary of an office in bytes.
const MOST_WORDS: u64 = 16 << 20;

/// More entries than these are not looked through for words: what they have in common has shown by then.
pub(super) const MAX_ENTRIES: usize = 20_000;

/// In so many entries a word must stand to be more than somebody's slip.
const MIN_ENTRIES: u32 = 2;

/// Gathers the words of a catalogue that compounds may be made of: its nouns, which German writes with a capital.
#[derive(Default)]
pub(super) struct CatalogueWords {
    /// In how many entries each word stands, and the last one of them.
    counts: FxHashMap<Box<str>, (u32, u32)>,
    entries: u32,
}

impl CatalogueWords {
    pub(in crate::search) fn add(&mut self, measure: &Measure) {
        self.entries += 1;
        for text in [Some(&measure.summary), measure.content.as_ref(), measure.admission.as_ref()].into_iter().flatten()
        {
            nouns(text).for_each(|word| self.count(word));
        }
        // Whoever wrote a name has looked at it twice.
        for name in std::iter::once(&measure.title).chain(&measure.aliases) {
            nouns(name).for_each(|word| self.count_named(word));
        }
    }

    fn count_named(&mut self, word: &str) {
        self.count(word);
        if let Some((count, _)) = self.counts.get_mut(word) {
            *count = (*count).max(MIN_ENTRIES);
        }
    }

    fn count(&mut self, word: &str) {
        match self.counts.get_mut(word) {
            Some((_, last)) if *last == self.entries => {}
            Some((count, last)) => (*count, *last) = (*count + 1, self.entries),
            None => _ = self.counts.insert(word.into(), (1, self.entries)),
        }
    }

    /// The lexicon of these words, of the names in the register and of a user's own dictionary.
    pub(in crate::search) fn lexicon(self, register: &Register, dictionary: &[Box<str>]) -> Arc<Lexicon> {
        let mut frequent: Vec<Box<str>> =
            self.counts.into_iter().filter(|(_, (count, _))| *count >= MIN_ENTRIES).map(|(word, _)| word).collect();
        frequent.sort_unstable();
        let groups = register.target_groups.iter().map(|term| &term.label);
        let places = register.places.iter().map(|place| &place.label);
        let regions = register.regions.iter().map(|region| &region.label);
        let names = groups.chain(places).chain(regions).flat_map(|label| nouns(label));
        Lexicon::with(dictionary.iter().chain(&frequent).map(|word| &**word).chain(names))
    }
}

fn nouns(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| is_noun(word))
}

fn is_noun(word: &str) -> bool {
    word.len() >= 5 && word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
}

/// The words of a user's own dictionary: one on each line, `#` opens a remark.
pub(in crate::search) fn read_dictionary(file: &Path) -> io::Result<Vec<Box<str>>> {
    // Some millions of words are no dictionary of an office.
    let text = read_at_most(file, MOST_WORDS)?;
    Ok(german::words(&String::from_utf8_lossy(&text)).map(Into::into).collect())
}
