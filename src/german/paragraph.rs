//! Paragraphs however typed: "§ 16 i", "§16i", "Paragraf 16i" and "16 i" are all `16i`.

use super::chars::{char_at, ends_word, has_at, is_blank, rest, skip_while, slice, word_end};
use super::fold::fold_word;

#[derive(Debug, PartialEq)]
pub(super) struct Paragraph {
    /// Where it ends.
    pub end: usize,
    /// Number and letter.
    pub surface: String,
    /// "§§" or "Paragrafen": the numbers that follow are paragraphs too.
    pub opens_list: bool,
}

/// Words before a number with a letter that make it something else: "Gruppe 2 b", "Nr. 3 a".
/// Folded, as the word or its end ("Lerngruppe", "Hauptstr").
const NOT_AFTER: &str = "\
    abs absatz abschnitt anlage allee block buchstabe etage gasse gebaude gleis gruppe halle haus klasse \
    kurs los modul nr nummer phase platz punkt raum ring satz seite stock str strasse stufe teil weg ziffer \
    zimmer";

/// A paragraph with its sign or word before it, beginning at `at`.
pub(super) fn find_marked(text: &str, at: usize) -> Option<Paragraph> {
    let (mark_end, opens_list) = mark(text, at)?;
    let number = skip_while(text, mark_end, 3, |c| is_blank(c) || c.is_whitespace());
    let (end, surface) = number_at(text, number)?;
    Some(Paragraph { end, surface, opens_list })
}

/// A further number of "§§ 74, 75a".
pub(super) fn find_listed(text: &str, at: usize) -> Option<Paragraph> {
    let (end, surface) = number_at(text, at)?;
    Some(Paragraph { end, surface, opens_list: true })
}

/// Number and letter without a sign, if nothing speaks against a paragraph; `before` is the word
/// that stands directly before it.
pub(super) fn find_bare(text: &str, at: usize, before: &str) -> Option<Paragraph> {
    let digits = digits_end(text, at, 3)?;
    let number = slice(text, at, digits);
    let (end, letter) = glued_letter(text, digits)
        .filter(|(_, letter)| letter.is_ascii_lowercase() || number.len() > 1)
        .or_else(|| spaced_letter(text, digits))?;
    let letter = letter.to_ascii_lowercase();
    // "24 h" are hours; only § 16h is known to the field.
    let plausible = matches!(letter, 'a'..='k') && (letter != 'h' || number == "16");
    if number.starts_with('0') || !plausible || speaks_against(before) {
        return None;
    }
    Some(Paragraph { end, surface: format!("{number}{letter}"), opens_list: false })
}

/// Where a run of "§" ends that begins at `at`; it is passed over as a whole.
pub(super) fn signs_end(text: &str, at: usize) -> usize {
    skip_while(text, at, usize::MAX, |c| c == '§')
}

/// The end of the sign or word, and whether it speaks of several paragraphs.
fn mark(text: &str, at: usize) -> Option<(usize, bool)> {
    if char_at(text, at)? == '§' {
        let end = signs_end(text, at);
        return Some((end, end > at + '§'.len_utf8()));
    }
    // Most words do not begin like this; look no further.
    if !has_at(text, at, "par") {
        return None;
    }
    let end = word_end(text, at);
    let word = slice(text, at, end);
    let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    if is(&["paragraf", "paragraph"]) {
        Some((end, false))
    } else if is(&["paragrafen", "paragraphen"]) {
        Some((end, true))
    } else if is(&["par"]) && has_at(text, end, ".") {
        Some((end + 1, false))
    } else {
        None
    }
}

/// A number of up to four digits, with its letter if it has one.
fn number_at(text: &str, at: usize) -> Option<(usize, String)> {
    let digits = digits_end(text, at, 4)?;
    let number = slice(text, at, digits);
    if let Some((end, letter)) = glued_letter(text, digits).or_else(|| spaced_letter(text, digits)) {
        return Some((end, format!("{number}{}", letter.to_ascii_lowercase())));
    }
    // "§16ff" and "§45SGB": the number ends where the word does not belong to it.
    let other = char_at(text, digits).is_some_and(char::is_uppercase) || has_at(text, digits, "ff");
    (ends_word(text, digits) || other).then(|| (digits, number.to_owned()))
}

/// The end of a number of at most `most` digits.
fn digits_end(text: &str, at: usize, most: usize) -> Option<usize> {
    let end = skip_while(text, at, most + 1, |c| c.is_ascii_digit());
    (end > at && end - at <= most).then_some(end)
}

/// "16i"
fn glued_letter(text: &str, at: usize) -> Option<(usize, char)> {
    let letter = char_at(text, at).filter(char::is_ascii_alphabetic)?;
    ends_word(text, at + 1).then_some((at + 1, letter))
}

/// "16 i", but not "16 i. V. m." and not "16 I" (which is "Absatz 1").
fn spaced_letter(text: &str, at: usize) -> Option<(usize, char)> {
    let blank = char_at(text, at).filter(|c| is_blank(*c))?;
    let start = at + blank.len_utf8();
    let letter = char_at(text, start).filter(|c| matches!(c, 'a'..='k'))?;
    let end = start + 1;
    (ends_word(text, end) && !abbreviates(text, end)).then_some((end, letter))
}

/// Whether the letter before `at` begins an abbreviation such as "i. V. m." or "d.h.".
fn abbreviates(text: &str, at: usize) -> bool {
    if !has_at(text, at, ".") {
        return false;
    }
    let next = skip_while(text, at + 1, 1, is_blank);
    let mut following = rest(text, next).chars();
    following.next().is_some_and(char::is_alphabetic) && following.next() == Some('.')
}

fn speaks_against(before: &str) -> bool {
    // Long words are compounds: their end decides, and it survives no cut.
    let word = fold_word(before.trim_end_matches('.'));
    NOT_AFTER.split(' ').any(|not| word == not || (not.len() > 2 && word.ends_with(not)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_paragraphs_have_one_spelling() {
        for (text, whole, surface) in [
            ("§ 16 i", "§ 16 i", "16i"),
            ("§16i", "§16i", "16i"),
            ("§16I", "§16I", "16i"),
            ("§§ 16i", "§§ 16i", "16i"),
            ("§\u{a0}16\u{202f}i SGB", "§\u{a0}16\u{202f}i", "16i"),
            ("§\n16i", "§\n16i", "16i"),
            ("Paragraf 16i", "Paragraf 16i", "16i"),
            ("paragraph 16 i", "paragraph 16 i", "16i"),
            ("Par. 16i", "Par. 16i", "16i"),
            ("§ 45", "§ 45", "45"),
            ("§ 45 Abs. 1", "§ 45", "45"),
            ("§ 16 i. V. m. § 44", "§ 16", "16"),
            ("§ 16 i.V.m.", "§ 16", "16"),
            ("§ 16 i. Das", "§ 16 i", "16i"),
            ("§ 16 I SGB", "§ 16", "16"),
            ("§16ff.", "§16", "16"),
            ("§16f", "§16f", "16f"),
            ("§45SGB", "§45", "45"),
            ("§ 16 in", "§ 16", "16"),
            ("§ 1906", "§ 1906", "1906"),
        ] {
            let found = find_marked(text, 0).unwrap();
            assert_eq!((&text[..found.end], found.surface.as_str()), (whole, surface), "{text}");
        }
    }

    #[test]
    fn a_sign_without_a_number_is_no_paragraph() {
        for text in ["§", "§§", "§ abc", "§ 12345", "Paragraf", "Parkplatz 5", "Par 5", "Paar 5", "§ 16abc", ""] {
            assert_eq!(find_marked(text, 0), None, "{text}");
        }
    }

    #[test]
    fn a_number_with_a_letter_is_a_paragraph_if_nothing_speaks_against() {
        for (text, before, surface) in [
            ("16i", "", Some("16i")),
            ("16 i", "", Some("16i")),
            ("16I", "", Some("16i")),
            ("16 h", "", Some("16h")),
            ("81a SGB III", "", Some("81a")),
            ("16 i SGB II", "nach", Some("16i")),
            ("2 b", "Gruppe", None),
            ("2 b", "Lerngruppe", None),
            ("2b", "Kurs", None),
            ("16 a", "Hauptstraße", None),
            ("16 a", "Bahnhofstr.", None),
            ("3 a", "Nr.", None),
            ("24 h", "", None),
            ("24h", "", None),
            ("3D", "", None),
            ("16 I", "", None),
            ("16 in", "", None),
            ("16 x", "", None),
            ("18 d. h. ab", "", None),
            ("2027 a", "", None),
            ("05 a", "", None),
            ("16 i1", "", None),
            ("16", "", None),
            ("i", "", None),
        ] {
            let found = find_bare(text, 0, before).map(|p| p.surface);
            assert_eq!(found.as_deref(), surface, "{text}");
        }
    }
}
