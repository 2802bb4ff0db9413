//! Names with a number: "SGB II", "sgb-2" and "SGB 2" are `sgb2`; also Alg and Hartz.

use super::chars::{char_at, has_at, is_blank, is_hyphen, skip_while, slice, word_end};

/// Name, and the highest number it has.
const NAMES: &[(&str, usize)] = &[("sgb", 14), ("alg", 2), ("hartz", 4)];

/// The numbers as lawyers write them, from 1.
const ROMAN: &[&str] = &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"];

/// A law name that begins at `at`: its end and its one spelling.
pub(super) fn find(text: &str, at: usize) -> Option<(usize, String)> {
    let (name, highest) = NAMES.iter().find(|(name, _)| has_at(text, at, name))?;
    let after = at + name.len();
    let number = match char_at(text, after)? {
        c if is_hyphen(c) => after + c.len_utf8(),
        _ => skip_while(text, after, 2, is_blank),
    };
    let end = word_end(text, number);
    let value = value(slice(text, number, end)).filter(|value| value <= highest)?;
    Some((end, format!("{name}{value}")))
}

/// The second of two laws, "SGB II/III": `at` is where its number is expected, `before` the first.
pub(super) fn find_second(text: &str, before: &str, at: usize) -> Option<(usize, String)> {
    if !has_at(before, 0, "sgb") {
        return None;
    }
    let end = word_end(text, at);
    let value = value(slice(text, at, end))?;
    Some((end, format!("sgb{value}")))
}

fn value(numeral: &str) -> Option<usize> {
    let roman = ROMAN.iter().position(|r| r.eq_ignore_ascii_case(numeral));
    match roman {
        Some(index) => Some(index + 1),
        None if numeral.len() <= 2 && numeral.bytes().all(|b| b.is_ascii_digit()) => {
            numeral.parse().ok().filter(|value| (1..=ROMAN.len()).contains(value))
        }
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_law_has_one_spelling() {
        for (text, whole, name) in [
            ("SGB II", "SGB II", "sgb2"),
            ("SGB 2", "SGB 2", "sgb2"),
            ("sgb2", "sgb2", "sgb2"),
            ("SGB-II", "SGB-II", "sgb2"),
            ("SGBII", "SGBII", "sgb2"),
            ("SGB\u{a0}III,", "SGB\u{a0}III", "sgb3"),
            ("SGB III-Leistung", "SGB III", "sgb3"),
            ("SGB XIV", "SGB XIV", "sgb14"),
            ("SGB 14", "SGB 14", "sgb14"),
            ("Alg II", "Alg II", "alg2"),
            ("ALG 2", "ALG 2", "alg2"),
            ("ALG I", "ALG I", "alg1"),
            ("Hartz IV", "Hartz IV", "hartz4"),
            ("Hartz-4", "Hartz-4", "hartz4"),
        ] {
            let (end, found) = find(text, 0).unwrap();
            assert_eq!((&text[..end], found.as_str()), (whole, name), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_law() {
        for text in [
            "SGB",
            "SGB 2027",
            "SGB XX",
            "SGB 0",
            "SGB 15",
            "Alg 3",
            "Hartz V",
            "Algorithmus",
            "Hartz",
            "SGB IIa",
            "SGB. II",
            "",
        ] {
            assert_eq!(find(text, 0), None, "{text}");
        }
    }

    #[test]
    fn the_second_of_two_laws_is_named_like_the_first() {
        assert_eq!(find_second("SGB II/III", "SGB II", 7), Some((10, "sgb3".into())));
        assert_eq!(find_second("Alg II/III", "Alg II", 7), None);
    }
}
