//! Words that say nothing about an offer. Negations and "ohne", "gegen", "unter", "über" do.

/// Folded, in alphabetical order (looked up by halving).
pub(super) const STOP_WORDS: &[&str] = &[
    "ab", "aber", "als", "also", "am", "an", "ans", "auch", "auf", "aufs", "aus", "bei", "beim", "bereits", "bin",
    "bis", "bist", "bzw", "ca", "da", "dabei", "dadurch", "daher", "damit", "dann", "daran", "darauf", "darf", "darin",
    "darum", "das", "dass", "davon", "dazu", "dein", "deine", "deinem", "deinen", "deiner", "dem", "den", "denn",
    "der", "des", "deshalb", "dich", "die", "diese", "diesem", "diesen", "dieser", "dieses", "dir", "doch", "dort",
    "du", "durch", "durfen", "ein", "eine", "einem", "einen", "einer", "eines", "er", "es", "etc", "etwa", "euch",
    "euer", "eure", "falls", "fur", "gehabt", "gemass", "gewesen", "geworden", "ggf", "gib", "gibt", "habe", "haben",
    "hat", "hatte", "hatten", "her", "hier", "hin", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren",
    "ihrer", "ihres", "im", "in", "ins", "ist", "je", "jede", "jedem", "jeden", "jeder", "jedes", "jene", "jenem",
    "jenen", "jener", "jenes", "jeweils", "kann", "konnen", "konnte", "konnten", "laut", "mag", "mal", "man", "mein",
    "meine", "meinem", "meinen", "meiner", "mich", "mir", "mit", "mitsamt", "mochte", "mochten", "muss", "mussen",
    "musste", "noch", "nun", "nur", "ob", "oder", "per", "pro", "samt", "schon", "sehr", "sei", "seid", "sein",
    "seine", "seinem", "seinen", "seiner", "seit", "sich", "sie", "sind", "so", "sofern", "soll", "sollen", "sollte",
    "sondern", "sowas", "soweit", "sowie", "sowohl", "trotz", "um", "und", "uns", "unser", "unsere", "unserem",
    "unseren", "unserer", "usw", "vom", "von", "wahrend", "wann", "war", "waren", "warum", "was", "wegen", "weil",
    "welche", "welchem", "welchen", "welcher", "welches", "wem", "wen", "wenn", "wer", "werden", "wessen", "wie",
    "wieso", "will", "wir", "wird", "wo", "woher", "wohin", "wollen", "worden", "wurde", "wurden", "zb", "zu", "zum",
    "zur",
];

/// The longest entry of the list: most words are longer and need no look-up.
const LONGEST: usize = 8;

/// Whether a folded word is one of those that a query may leave out.
///
/// Ask only for tokens of kind `Word`: "IM" may be somebody's abbreviation.
///
/// | word | stop word |
/// |---|---|
/// | `und`, `fur`, `der`, `mit` | yes |
/// | `ohne`, `nicht`, `kein`, `gegen`, `unter`, `uber` | never |
pub fn is_stop_word(folded: &str) -> bool {
    folded.len() <= LONGEST && STOP_WORDS.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    #[test]
    fn the_list_is_sorted_folded_and_no_longer_than_said() {
        assert!(STOP_WORDS.windows(2).all(|pair| pair[0] < pair[1]));
        for word in STOP_WORDS {
            assert_eq!(fold(word), **word);
        }
        assert_eq!(STOP_WORDS.iter().map(|w| w.len()).max(), Some(LONGEST));
    }

    #[test]
    fn words_that_change_the_meaning_are_kept() {
        for word in [
            "ohne", "nicht", "nichts", "kein", "keine", "nie", "gegen", "unter", "über", "außer", "vor", "nach",
            "zwischen", "frau", "arbeit",
        ] {
            assert!(!is_stop_word(&fold(word)), "{word}");
        }
    }

    #[test]
    fn small_words_are_left_out() {
        for word in ["und", "für", "fuer", "Der", "mit", "während", "können", "in"] {
            assert!(is_stop_word(&fold(word)), "{word}");
        }
    }
}
