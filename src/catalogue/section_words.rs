//! What people write above a section instead of its name.

use crate::base::slug;

/// The words for the sections that people write instead of their names, as slugs.
const SECTION_WORDS: [(&str, &[&str]); 6] = [
    ("eligibility", &["voraussetzungen", "zugangsvoraussetzungen", "eignung"]),
    ("schedule", &["zeitplan", "ablauf", "zeiten"]),
    ("period", &["zeitraum", "laufzeit"]),
    ("capacity", &["kapazitaet", "plaetze", "platzzahl"]),
    ("contact", &["kontakt", "ansprechpartner"]),
    ("confirmed", &["geprueft", "bestaetigt"]),
];

/// The section whose heading these words mean.
pub(super) fn section_meant(words: &str) -> Option<&'static str> {
    let plain = slug(words);
    SECTION_WORDS.iter().find(|(_, words)| words.contains(&plain.as_str())).map(|(section, _)| *section)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::SECTIONS;

    #[test]
    fn every_word_means_one_section_that_exists() {
        for (section, words) in SECTION_WORDS {
            assert!(SECTIONS.contains(&section) && !words.contains(&section), "{section}");
            assert!(words.iter().all(|word| slug(word) == *word && section_meant(word) == Some(section)), "{section}");
        }
    }
}
