//! Stems: the Snowball stemmer behind our own rules.

use std::sync::Arc;

use frostem::{Algorithm, Stemmer as Snowball};

use super::{
    feminine::{NOT_FEMININE, masculine},
    lexicon::is_listed,
};

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
    ("schulung", &["schulung", "schulungen"]),
    ("sicher", &["sicher", "sichere", "sicheren", "sicherer", "sicheres"]),
    ("sicher", &["sicherheit", "sicherheiten", "sichern", "sicherung"]),
    ("unternehmer", &["unternehmer", "unternehmern"]),
];

/// Words whose plural the stemmer does not know, each with its other forms, folded.
const FOREIGN_PLURALS: &[(&str, &[&str])] = &[
    ("album", &["alben", "albums"]),
    ("firma", &["firmen"]),
    ("forum", &["foren", "forums"]),
    ("gymnasium", &["gymnasien", "gymnasiums"]),
    ("konto", &["konten", "kontos"]),
    ("kriterium", &["kriterien", "kriteriums"]),
    ("material", &["materialien", "materials"]),
    ("ministerium", &["ministerien", "ministeriums"]),
    ("museum", &["museen", "museums"]),
    ("praktikum", &["praktika", "praktiken", "praktikums"]),
    ("praxis", &["praxen"]),
    ("risiko", &["risiken", "risikos"]),
    ("saldo", &["salden"]),
    ("stipendium", &["stipendien", "stipendiums"]),
    ("thema", &["themen", "themas"]),
    ("visum", &["visa", "visums"]),
    ("zentrum", &["zentren", "zentrums"]),
];

/// Words in -er of a sense of their own, which the stemmer takes for forms of others: a "Lager" is no "Lage", a "Bauer" no "Bau".
pub(super) const OWN_SENSE: &[&str] = &[
    "bauer",
    "bitter",
    "burger",
    "camper",
    "center",
    "drucker",
    "glaser",
    "hafer",
    "hunger",
    "kammer",
    "keller",
    "kocher",
    "lager",
    "laster",
    "leiter",
    "master",
    "meister",
    "messer",
    "muller",
    "richter",
    "roller",
    "schafer",
    "schlosser",
    "silber",
    "steuer",
    "toner",
    "topfer",
    "trager",
    "wetter",
    "wunder",
    "zimmer",
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
        if let Some(own) = of_own_sense(base) {
            return own.into();
        }
        let base = singular_in_s(base).unwrap_or(base);
        let base = foreign_singular(base).unwrap_or(base);
        match EXCEPTIONS.iter().find(|(_, forms)| forms.contains(&base)) {
            Some((stem, _)) => (*stem).into(),
            None => self.snowball.stem(base).into(),
        }
    }
}

/// The word of [`OWN_SENSE`] that this is a form of.
fn of_own_sense(folded: &str) -> Option<&'static str> {
    let word = folded.strip_suffix(['n', 's']).filter(|word| word.ends_with("er")).unwrap_or(folded);
    OWN_SENSE.iter().find(|own| **own == word).copied()
}

/// The singular of a plural that German took over with the word: "Firmen", "Praktika".
fn foreign_singular(folded: &str) -> Option<&'static str> {
    FOREIGN_PLURALS.iter().find(|(_, forms)| forms.contains(&folded)).map(|(singular, _)| *singular)
}

/// The singular of a plural in -s behind a vowel, which the stemmer does not know: "Fotos", "Kitas", "Handys". Only listed words
/// have one, because many end like that anyway ("Praxis", "arbeitslos").
fn singular_in_s(folded: &str) -> Option<&str> {
    let singular = folded.strip_suffix('s').filter(|singular| singular.ends_with(['a', 'i', 'o', 'u', 'y']))?;
    (is_listed(singular) && !is_listed(folded)).then_some(singular)
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
            &["Foto", "Fotos"],
            &["Kita", "Kitas"],
            &["Handy", "Handys"],
            &["Lager", "Lagern", "Lagers"],
            &["Zimmer", "Zimmern"],
            &["Firma", "Firmen"],
            &["Praktikum", "Praktika", "Praktikums"],
            &["Museum", "Museen"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
    }

    #[test]
    fn words_of_another_sense_keep_apart() {
        for (one, other) in [
            ("Kurs", "Kur"),
            ("Ausbilderin", "Ausbildung"),
            ("Erzieherinnen", "Erziehende"),
            ("Lager", "Lage"),
            ("Zimmer", "Zimmerer"),
            ("Schulung", "Schule"),
            ("Bauer", "Bau"),
            ("Schlosser", "Schloss"),
            ("Praxis", "Praxi"),
            ("arbeitslos", "arbeitslo"),
        ] {
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
