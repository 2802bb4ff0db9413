//! Folding: one spelling for what people type in many (`Maßnahme`, `Massnahme`, `MASSNAHME`).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

use super::chars::{is_accent, is_alnum, is_dropped};
use crate::base::plain_letters;

/// More of a word than this is not compared (bytes, folded).
pub(super) const LONGEST: usize = 64;

/// Abbreviations that end in what looks like an umlaut written out. Without them "BaE" would be "BA".
const KEEP_FINAL_E: [&str; 2] = ["ba", "ma"];

/// Folds `text` to the one form in which words are compared.
///
/// Lower case; `ä`/`ae` to `a`, `ö`/`oe` to `o`, `ü`/`ue` to `u`, `ß` to `ss`, as Lucene's
/// `GermanNormalization` does; other accents are stripped, unseen characters dropped. Folding what
/// is folded changes nothing (here we go further than Lucene: `säen` is `san`, as `saeen` is), and,
/// but for the abbreviations below, the fold of a beginning is a beginning of the fold.
///
/// | text | folded | why |
/// |---|---|---|
/// | `Maßnahme`, `Massnahme`, `MASSNAHME` | `massnahme` | |
/// | `Träger`, `Traeger`, `Tra\u{308}ger` | `trager` | |
/// | `für`, `fuer` | `fur` | |
/// | `neue`, `Quelle`, `Bauer` | `neue`, `quelle`, `bauer` | after a vowel or q, `ue` is no umlaut |
/// | `aktuell` | `aktull` | known price, the same on both sides |
/// | `Café`, `Łódź`, `Køln` | `cafe`, `lodz`, `koln` | |
/// | `Maß\u{ad}nahme` | `massnahme` | a soft hyphen is nothing |
/// | `BaE`, `MAE` | `bae`, `mae` | abbreviations, listed; `Bäcker`, `Baecker` are `backer` |
pub fn fold(text: &str) -> String {
    let mut folder = Folder::new(usize::MAX, text.len());
    text.chars().for_each(|c| folder.push(c));
    folder.finish()
}

/// Folds one word, and no more of it than [`LONGEST`] bytes, however long it is.
pub(super) fn fold_word(word: &str) -> String {
    let mut folder = Folder::new(LONGEST, word.len().min(LONGEST));
    for c in word.chars() {
        if folder.is_full() {
            break;
        }
        folder.push(c);
    }
    folder.finish()
}

/// What the characters before allow an `e` (and a `u`) to be.
#[derive(Clone, Copy, PartialEq)]
enum FoldState {
    /// Nothing special: a `u` may begin an umlaut.
    Open,
    /// A vowel or q: a `u` here does not begin an umlaut.
    Vowel,
    /// A vowel that a following `e` turns into an umlaut.
    Umlaut,
}

/// Folds character by character, so that marking can count along.
pub(super) struct Folder {
    out: String,
    limit: usize,
    state: FoldState,
    /// Letters and digits of the present word that were written.
    letters: usize,
    /// An `e` that stays only if the word ends here ("BaE").
    held: bool,
    /// Something was written that may have to be composed again (Hangul, kana).
    compose: bool,
}

impl Folder {
    pub(super) fn new(limit: usize, capacity: usize) -> Self {
        Self {
            out: String::with_capacity(capacity),
            limit,
            state: FoldState::Open,
            letters: 0,
            held: false,
            compose: false,
        }
    }

    /// What was written so far, not yet composed.
    pub(super) fn written(&self) -> &str {
        &self.out
    }

    fn is_full(&self) -> bool {
        self.out.len() > self.limit
    }

    pub(super) fn push(&mut self, c: char) {
        if c.is_ascii() {
            return self.write(c.to_ascii_lowercase());
        }
        match c {
            'ä' | 'Ä' => self.write('a'),
            'ö' | 'Ö' => self.write('o'),
            'ü' | 'Ü' => self.write('u'),
            _ if is_dropped(c) => {}
            _ => {
                for lower in c.to_lowercase() {
                    decompose_canonical(lower, |part| self.push_decomposed(part));
                }
            }
        }
    }

    /// What Unicode calls compatible is another word here ("²"), but for letters.
    fn push_decomposed(&mut self, c: char) {
        let letters = match c {
            _ if is_accent(c) => return,
            'ſ' => "s",
            'ς' => "σ",
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            'ﬅ' | 'ﬆ' => "st",
            _ => match plain_letters(c) {
                Some(letters) => letters,
                None => return self.write(c),
            },
        };
        letters.chars().for_each(|letter| self.write(letter));
    }

    fn write(&mut self, c: char) {
        let in_word = is_alnum(c);
        if self.held && !in_word {
            self.out.push('e');
        }
        self.held = false;
        if c == 'e' && self.state == FoldState::Umlaut {
            self.held = self.letters == 2 && KEEP_FINAL_E.iter().any(|w| self.out.ends_with(w));
            return;
        }
        self.state = match c {
            'a' | 'o' => FoldState::Umlaut,
            'u' if self.state == FoldState::Open => FoldState::Umlaut,
            'u' | 'e' | 'i' | 'q' | 'y' => FoldState::Vowel,
            _ => FoldState::Open,
        };
        self.letters = if in_word { self.letters + 1 } else { 0 };
        self.compose |= !c.is_ascii();
        self.out.push(c);
    }

    /// Ends the text without composing, for comparing piece by piece.
    pub(super) fn end(&mut self) {
        if self.held {
            self.out.push('e');
            self.held = false;
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.end();
        while self.out.len() > self.limit {
            self.out.pop();
        }
        if self.compose { self.out.nfc().collect() } else { self.out }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for (text, folded) in [
            ("Maßnahme", "massnahme"),
            ("MASSNAHME", "massnahme"),
            ("MAẞNAHME", "massnahme"),
            ("Träger", "trager"),
            ("Traeger", "trager"),
            ("Tra\u{308}ger", "trager"),
            ("für", "fur"),
            ("fuer", "fur"),
            ("Förderung", "forderung"),
            ("Foerderung", "forderung"),
            ("neue", "neue"),
            ("Quelle", "quelle"),
            ("Bauer", "bauer"),
            ("Steuer", "steuer"),
            ("Bauaemter", "bauamter"),
            ("geaendert", "geandert"),
            ("aktuell", "aktull"),
            ("Europäer", "europar"),
            ("Café", "cafe"),
            ("Łódź Ħal", "lodz hal"),
            ("Køln", "koln"),
            ("Æsop", "asop"),
            ("ﬁnden", "finden"),
            ("Maß\u{ad}nah\u{200b}me", "massnahme"),
            ("İstanbul", "istanbul"),
            ("Für Frauen, neu!", "fur frauen, neu!"),
            ("BaE", "bae"),
            ("MAE-Stelle", "mae-stelle"),
            ("Baecker", "backer"),
            ("BA", "ba"),
            ("한국", "한국"),
            ("が", "が"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for c in ('\0'..='\u{2ffff}').filter(|c| is_alnum(*c)) {
            let once = fold(&format!("a{c}e"));
            assert_eq!(fold(&once), once, "{c}");
        }
        for word in ["säen", "Aeersatz", "Grüezi", "baee", "Neuübung", "ǣ"] {
            assert_eq!(fold(&fold(word)), fold(word));
        }
    }

    #[test]
    fn the_fold_of_a_beginning_begins_the_fold() {
        for word in ["Traegerschaft", "Fuehrerschein", "Straße", "Bewerberbüro"] {
            for (at, _) in word.char_indices() {
                assert!(fold(word).starts_with(&fold(&word[..at])), "{}", &word[..at]);
            }
        }
    }

    #[test]
    fn a_long_word_is_cut_between_characters() {
        assert_eq!(fold_word(&"a".repeat(9_999)).len(), 64);
        assert_eq!(fold_word(&"あ".repeat(50)).len(), 63);
        assert_eq!(fold_word(&"ß".repeat(50)).len(), 64);
    }
}
