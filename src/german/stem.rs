//! Stems: the Snowball stemmer behind our own rules.

use std::sync::Arc;

use frostem::{Algorithm, Stemmer as Snowball};

use super::feminine::{NOT_FEMININE, masculine};

/// The stemmer's package and version: another version may yield other stems.
pub(super) const STEMMER: &str = "frostem-2.20261016.1";

/// Abbreviations of the field that the stemmer would mutilate when typed in small letters.
pub(super) const KEPT: &[&str] = &["avgs", "bae", "mabe", "mae"];

/// Words that the stemmer takes for forms of others: "Kurs" is no form of "Kur",
/// and whoever seeks an "Ausbilder" no "Ausbildung". Stem and forms, folded.
pub(super) const EXCEPTIONS: &[(&str, &[&str])] = &[
    ("ausbilder", &["ausbilder", "ausbildern"]),
    ("belastig", &["belastigen", "belastigt", "belastigung", "belastigungen"]),
    ("erziehend", &["erziehende", "erziehenden", "erziehender"]),
    ("helfer", &["helfer", "helfern"]),
    ("kurs", &["kurs", "kurse", "kursen", "kurses"]),
    ("leber", &["leber"]),
    ("lehrer", &["lehrer", "lehrern"]),
    ("maler", &["maler", "malern"]),
    ("ordner", &["ordner", "ordnern"]),
    ("sicher", &["sicher", "sichere", "sicheren", "sicherer", "sicheres"]),
    ("sicher", &["sicherheit", "sicherheiten", "sichern", "sicherung"]),
    ("unternehmer", &["unternehmer", "unternehmern"]),
];

pub(super) struct Stemmer {
    snowball: Snowball,
}

impl Stemmer {
    pub(super) fn new() -> Self {
        Self { snowball: Snowball::new(Algorithm::German) }
    }

    pub(super) fn stem(&self, folded: &str) -> Arc<str> {
        if KEPT.contains(&folded) || NOT_FEMININE.contains(&folded) {
            return folded.into();
        }
        let base = masculine(folded).unwrap_or(folded);
        match EXCEPTIONS.iter().find(|(_, forms)| forms.contains(&base)) {
            Some((stem, _)) => (*stem).into(),
            None => self.snowball.stem(base).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    fn stem(word: &str) -> Arc<str> {
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
    fn words_of_another_sense_keep_apart() {
        for (one, other) in [("Kurs", "Kur"), ("Ausbilderin", "Ausbildung"), ("Erzieherinnen", "Erziehende")] {
            assert_ne!(stem(one), stem(other), "{one}, {other}");
        }
    }

    #[test]
    fn names_and_abbreviations_stay() {
        for word in [
            "Berlin", "Termin", "Medizin", "Verein", "Schwerin", "AVGS", "BaE", "MAbE", "AGH", "EQ", "pAp", "gE",
            "zkT", "abH", "eLb", "TaAM",
        ] {
            assert_eq!(&*stem(word), fold(word), "{word}");
        }
    }

    #[test]
    fn the_named_stemmer_is_the_one_that_is_built_in() {
        let manifest = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        let (package, version) = STEMMER.split_once('-').unwrap();
        let line = manifest.lines().find(|line| line.starts_with(package));
        assert!(line.unwrap().contains(&format!("\"={version}\"")));
    }
}
