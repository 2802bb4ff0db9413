//! Word families: words of one root that the stemmer leaves apart ("sprache", "sprachlich").

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use super::{fold::fold_word, lexicon::words, stem::Stemmer};

pub(super) const LIST: &str = include_str!("../../config/german/families.txt");

/// For each stem the other stems of its family.
static FAMILIES: LazyLock<FxHashMap<Arc<str>, Vec<Arc<str>>>> = LazyLock::new(|| {
    let stemmer = Stemmer::new();
    let mut families: FxHashMap<Arc<str>, Vec<Arc<str>>> = FxHashMap::default();
    for line in words(LIST) {
        let mut stems: Vec<Arc<str>> = line.split_whitespace().map(|word| stemmer.stem(&fold_word(word))).collect();
        stems.sort_unstable();
        stems.dedup();
        for stem in &stems {
            let others = stems.iter().filter(|other| *other != stem).cloned();
            families.entry(stem.clone()).or_default().extend(others);
        }
    }
    families
});

/// The stems of other words that are meant as well by whoever types a word with this stem.
///
/// `sprach` gives `sprachlich`; a stem without a family gives none.
pub fn relatives(stem: &str) -> &'static [Arc<str>] {
    FAMILIES.get(stem).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_leads_from_each_member_to_the_others() {
        let stemmer = Stemmer::new();
        for (word, relative) in [("Schulden", "Schuldner"), ("gegründet", "Gründung"), ("Rentner", "Rente")] {
            let (word, relative) = (stemmer.stem(&fold_word(word)), stemmer.stem(&fold_word(relative)));
            assert!(word == relative || relatives(&word).contains(&relative), "{word} {relative}");
        }
        assert!(relatives("wetzlar").is_empty());
    }
}
