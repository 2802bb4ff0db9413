//! Words that are still being typed: what their stem will be once they are finished.

/// Endings that the stemmer takes off, so that no stem shows them.
const ENDINGS: &[&str] = &["ungen", "innen", "heiten", "keiten", "igkeit", "lichen", "ischen", "ern", "es"];

/// Shorter stems say too little.
const SHORTEST: usize = 4;

/// Stems that a folded word may have once it is typed to the end: "beratu" will be "beratung", whose stem is "berat".
///
/// | word | stems |
/// |---|---|
/// | `beratu` | `berat` |
/// | `gesundhe` | `gesund` |
/// | `kurs` | none |
pub fn unfinished_stems(folded: &str) -> Vec<&str> {
    let mut stems: Vec<&str> = Vec::new();
    for ending in ENDINGS {
        for length in 1..=ending.len() {
            let stem = folded.strip_suffix(&ending[..length]);
            stems.extend(stem.filter(|stem| stem.len() >= SHORTEST && !stems.contains(stem)));
        }
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_an_ending_is_none_of_the_stem() {
        for (word, stem) in [("beratu", "berat"), ("beratun", "berat"), ("gesundhe", "gesund"), ("migranti", "migrant")]
        {
            assert!(unfinished_stems(word).contains(&stem), "{word}");
        }
        assert!(unfinished_stems("kurs").is_empty());
        assert!(unfinished_stems("").is_empty());
    }
}
