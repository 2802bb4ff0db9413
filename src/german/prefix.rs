//! Marking: which bytes of an original word make up the folded letters that were typed.

use super::chars::is_word_char;
use super::fold::Folder;

/// How many bytes of `original` (one token's text) make up `folded_prefix`.
///
/// The answer is a character boundary and takes whole letters: an umlaut with both its letters, a
/// `ß` of which one `s` was typed, accents that are characters of their own. Gender marks, blanks
/// and `§` inside the token are passed over. Where `original` does not begin so, the answer is 0.
///
/// | original | prefix | bytes |
/// |---|---|---|
/// | `Übungen` | `ub` | 3, `Üb` |
/// | `Uebungen` | `ub` | 3, `Ueb` |
/// | `Straße` | `stras` | 6, `Straß` |
/// | `Erzieher:innen` | `erzieheri` | 10, `Erzieher:i` |
/// | `§ 16 i` | `16` | 5, `§ 16` |
/// | `Kurs` | `x` | 0 |
pub fn prefix_len_in(original: &str, folded_prefix: &str) -> usize {
    let wanted = raw(folded_prefix);
    let mut folder = Folder::new(usize::MAX, wanted.len());
    let mut end = 0;
    for (at, c) in original.char_indices().filter(|(_, c)| is_word_char(*c)) {
        let before = folder.written().len();
        folder.push(c);
        let piece = folder.written().get(before..).unwrap_or_default();
        let missing = wanted.get(before..).unwrap_or_default();
        if missing.is_empty() && !piece.is_empty() {
            break;
        }
        if !missing.starts_with(piece) && !piece.starts_with(missing) {
            return 0;
        }
        end = at + c.len_utf8();
    }
    folder.end();
    if wanted.is_empty() || !folder.written().starts_with(&wanted) {
        return 0;
    }
    end
}

/// How many bytes of `original` (one token's text) make up the beginning that it shares with the folded word `other`.
///
/// `Schuldnerberatung` and `schulden` share `Schuld`, 6 bytes.
pub fn shared_len_in(original: &str, other: &str) -> usize {
    let folded = super::fold(original);
    let shared = folded.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    folded.get(..shared).map_or(0, |beginning| prefix_len_in(original, beginning))
}

/// The prefix as the folder writes it before composing: Hangul is compared letter by letter.
fn raw(folded: &str) -> String {
    let mut folder = Folder::new(usize::MAX, folded.len());
    folded.chars().for_each(|c| folder.push(c));
    folder.end();
    folder.written().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_words_share_a_beginning() {
        for (original, other, shared) in
            [("Schuldnerberatung", "schulden", "Schuld"), ("Übersetzer", "ubung", "Üb"), ("Kurs", "amt", "")]
        {
            assert_eq!(&original[..shared_len_in(original, other)], shared, "{original} {other}");
        }
    }

    #[test]
    fn marks_the_letters_that_were_typed() {
        for (original, prefix, marked) in [
            ("Übungen", "ub", "Üb"),
            ("U\u{308}bungen", "u", "U\u{308}"),
            ("Uebungen", "u", "Ue"),
            ("Uebungen", "ub", "Ueb"),
            ("Straße", "stras", "Straß"),
            ("Straße", "strass", "Straß"),
            ("Erzieher:innen", "erzieher", "Erzieher"),
            ("Erzieher:innen", "erzieheri", "Erzieher:i"),
            ("§ 16 i", "16", "§ 16"),
            ("§ 16 i", "16i", "§ 16 i"),
            ("SGB II", "sgb", "SGB"),
            ("BaE", "bae", "BaE"),
            ("Maß\u{ad}nahme", "massn", "Maß\u{ad}n"),
            ("Kurs", "kurs", "Kurs"),
            ("Kurs", "kurse", ""),
            ("Kurs", "x", ""),
            ("Kurs", "", ""),
            ("", "kurs", ""),
        ] {
            let len = prefix_len_in(original, prefix);
            assert_eq!(&original[..len], marked, "{original} {prefix}");
        }
    }
}
