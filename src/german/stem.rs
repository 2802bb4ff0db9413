//! Stems: the Snowball stemmer behind our own rules, with a memory, because words repeat.

use frostem::{Algorithm, Stemmer as Snowball};
use rustc_hash::FxHashMap;

use super::feminine::{NOT_FEMININE, masculine};

/// The stemmer's package and version: another version may yield other stems.
pub(super) const STEMMER: &str = "frostem-2.20261016.1";

/// Abbreviations of the field that the stemmer would mutilate when typed in small letters.
pub(super) const KEPT: &[&str] = &["avgs", "bae", "mabe", "mae"];

/// Words remembered before the memory is emptied: some megabytes at most.
const REMEMBERED: usize = 1 << 16;

/// Reduces folded words to their stems.
pub(super) struct Stemmer {
    snowball: Snowball,
    memory: FxHashMap<Box<str>, Box<str>>,
}

impl Stemmer {
    pub(super) fn new() -> Self {
        Self { snowball: Snowball::new(Algorithm::German), memory: FxHashMap::default() }
    }

    /// The stem of a folded word.
    pub(super) fn stem(&mut self, folded: &str) -> String {
        if let Some(stem) = self.memory.get(folded) {
            return stem.to_string();
        }
        let stem = self.compute(folded);
        if self.memory.len() >= REMEMBERED {
            self.memory.clear();
        }
        self.memory.insert(folded.into(), stem.clone().into_boxed_str());
        stem
    }

    fn compute(&self, folded: &str) -> String {
        if KEPT.contains(&folded) || NOT_FEMININE.contains(&folded) {
            return folded.to_owned();
        }
        let base = masculine(folded).unwrap_or(folded);
        self.snowball.stem(base).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    fn stem(word: &str) -> String {
        Stemmer::new().stem(&fold(word))
    }

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for forms in [
            &["Erzieher", "Erzieherin", "Erzieherinnen", "Erziehern"][..],
            &["Kunde", "Kunden", "Kundin", "Kundinnen"],
            &["Kollege", "Kollegen", "Kollegin"],
            &["Maßnahme", "Maßnahmen", "Massnahme"],
            &["Migrant", "Migranten", "Migrantinnen"],
            &["Ausbildung", "Ausbildungen"],
            &["Pädagogen", "Pädagogin"],
            &["Experte", "Expertinnen"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
    }

    #[test]
    fn names_and_abbreviations_stay() {
        for word in [
            "Berlin", "Termin", "Medizin", "Verein", "Schwerin", "AVGS", "BaE", "MAbE", "AGH", "EQ", "pAp", "gE",
            "zkT", "abH", "eLb", "TaAM",
        ] {
            assert_eq!(stem(word), fold(word), "{word}");
        }
    }

    #[test]
    fn the_memory_is_bounded_and_does_not_change_the_answer() {
        let mut stemmer = Stemmer::new();
        for number in 0..=REMEMBERED {
            stemmer.stem(&format!("wort{number}"));
        }
        assert!(stemmer.memory.len() <= REMEMBERED);
        assert_eq!(stemmer.stem("massnahmen"), "massnahm");
        assert_eq!(stemmer.stem("massnahmen"), "massnahm");
    }

    #[test]
    fn the_named_stemmer_is_the_one_that_is_built_in() {
        let manifest = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        let (package, version) = STEMMER.split_once('-').unwrap();
        let line = manifest.lines().find(|line| line.starts_with(package));
        assert!(line.unwrap().contains(&format!("\"={version}\"")));
    }
}
