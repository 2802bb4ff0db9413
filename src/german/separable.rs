//! Separable verbs: whoever asks "Wie melde ich mein Auto ab?" means "abmelden".

use super::{Token, TokenKind};

/// First parts of verbs that go to the end of a sentence, folded, in alphabetical order.
pub(super) const FIRST_PARTS: &[&str] = &[
    "ab", "an", "auf", "aus", "bei", "ein", "fest", "fort", "frei", "heim", "her", "hin", "kennen", "los", "mit",
    "nach", "nieder", "statt", "teil", "um", "vor", "weg", "weiter", "zu", "zuruck", "zusammen",
];

/// For every word that may be the rest of a separated verb, by its place among `tokens`, the stem of the whole verb.
///
/// | sentence | verbs |
/// |---|---|
/// | `Wie melde ich mich ab?` | `abmeld` for the second token |
/// | `Wohnung anmelden` | none |
pub fn joined_verbs(tokens: &[Token]) -> Vec<(usize, String)> {
    let Some((last, before)) = tokens.split_last().filter(|(_, before)| before.len() > 1) else { return Vec::new() };
    if FIRST_PARTS.binary_search(&&*last.surface).is_err() {
        return Vec::new();
    }
    let verb = |token: &Token| {
        let stem = token.stem.as_ref().filter(|_| token.kind == TokenKind::Word && !token.is_small)?;
        Some(format!("{}{stem}", last.surface))
    };
    before.iter().enumerate().filter_map(|(index, token)| Some((index, verb(token)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Analyser;
    use super::*;

    fn verbs(text: &str) -> Vec<(usize, String)> {
        joined_verbs(&Analyser::new().tokens(text))
    }

    #[test]
    fn the_first_part_at_the_end_joins_the_verb() {
        assert_eq!(verbs("Wie melde ich mich ab?"), [(1, "abmeld".to_owned())]);
        assert!(verbs("Wie stelle ich einen Antrag aus").contains(&(1, "ausstell".to_owned())));
    }

    #[test]
    fn other_sentences_have_none() {
        for text in ["", "ab", "von ab", "Wohnung anmelden", "Wie melde ich mein Auto"] {
            assert_eq!(verbs(text), [], "{text}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(FIRST_PARTS.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
