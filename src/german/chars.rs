//! Which characters belong to a word, and safe steps through a text by byte position.

use unicode_normalization::char::is_combining_mark;

/// Characters that nobody sees and that only disturb comparing: soft hyphen, zero-width and
/// direction marks, variation selectors.
pub(super) fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// Accents that fold away. Vowel signs of other scripts are letters in all but name and stay.
pub(super) fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// Letters and digits: what a word begins with.
pub(super) fn is_alnum(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

/// What may stand inside a word: also accents written as characters of their own, and the unseen.
pub(super) fn is_word_char(c: char) -> bool {
    is_alnum(c) || (!c.is_ascii() && (is_combining_mark(c) || is_dropped(c)))
}

/// The blanks that stand between "§", "16" and "i", also the narrow ones typesetters use.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2009}' | '\u{200a}' | '\u{202f}')
}

/// Hyphens that hold a word together; a dash does not.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// `text[from..to]`, or nothing where the positions do not fit: no analysis may panic.
pub(super) fn slice(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

pub(super) fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    rest(text, at).chars().next()
}

/// Whether no word goes on at `at`.
pub(super) fn ends_word(text: &str, at: usize) -> bool {
    !char_at(text, at).is_some_and(is_word_char)
}

/// Where the word that begins at `start` ends; unseen characters at its end are not part of it.
pub(super) fn word_end(text: &str, start: usize) -> usize {
    let bytes = rest(text, start).as_bytes();
    let ascii = bytes.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let mut end = start + ascii;
    // The whole of most words is ASCII: only the others pay for decoding.
    if bytes.get(ascii).is_none_or(u8::is_ascii) {
        return end;
    }
    for (at, c) in rest(text, end).char_indices() {
        if !is_word_char(c) {
            return end.min(text.len());
        }
        if !is_dropped(c) {
            end = start + ascii + at + c.len_utf8();
        }
    }
    end
}

/// `at` moved over at most `most` characters that `skip` accepts.
pub(super) fn skip_while(text: &str, at: usize, most: usize, skip: impl Fn(char) -> bool) -> usize {
    let passed = rest(text, at).chars().take(most).take_while(|c| skip(*c));
    at + passed.map(char::len_utf8).sum::<usize>()
}

/// Whether `text` has `word` (ASCII) at `at`, whatever the case.
pub(super) fn has_at(text: &str, at: usize, word: &str) -> bool {
    text.as_bytes()
        .get(at..at.saturating_add(word.len()))
        .is_some_and(|found| found.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_a_run_of_letters_and_digits_with_its_accents() {
        for (text, word) in [
            ("Maßnahme, neu", "Maßnahme"),
            ("U\u{308}bung.", "U\u{308}bung"),
            ("Maß\u{ad}nahme", "Maß\u{ad}nahme"),
            ("Ende\u{200b} neu", "Ende"),
            ("U25!", "U25"),
            ("ärztlich", "ärztlich"),
            ("हिन्दी भाषा", "हिन्दी"),
        ] {
            assert_eq!(slice(text, 0, word_end(text, 0)), word);
        }
    }

    #[test]
    fn positions_outside_the_text_or_inside_a_character_give_nothing() {
        assert_eq!(slice("ä", 1, 2), "");
        assert_eq!(rest("ä", 7), "");
        assert_eq!(char_at("ä", 1), None);
        assert!(!has_at("sg", 0, "sgb"));
        assert!(has_at("äSGB", 2, "sgb"));
    }
}
