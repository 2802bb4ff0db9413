//! The keys of a term: under what the thesaurus finds it, and with which letters they may begin.

use crate::german::{
    Analyser, Token, TokenKind,
    chars::{is_alnum, is_word_char},
    fold::fold,
    infinitive_of,
};

/// Digits, letters, and whatever is neither.
pub(super) const LETTERS: usize = 37;
/// More words than this do not make a term.
const MOST_WORDS: usize = 6;

/// The number of the letter with which something folded begins, in the order of the alphabet.
pub(super) fn letter_of(folded: &str) -> Option<usize> {
    Some(match folded.bytes().next()? {
        digit @ b'0'..=b'9' => usize::from(digit - b'0'),
        letter @ b'a'..=b'z' => usize::from(letter - b'a') + 10,
        _ => LETTERS - 1,
    })
}

/// The letters with which a key of a text may begin: those of its words and of the verbs of participles ("gekifft"), before
/// anybody knows which of them say something.
pub(super) fn beginnings(text: &str) -> impl Iterator<Item = usize> {
    let (mut in_word, mut after_digit) = (false, false);
    let mut begun = String::new();
    text.chars().filter_map(move |c| {
        // A paragraph may touch its law: "§16SGB II".
        let begins = is_alnum(c) && (!in_word || after_digit);
        in_word = begins || in_word && is_word_char(c);
        after_digit = c.is_ascii_digit();
        if begins {
            begun.clear();
        }
        let begins_verb = begun == "ge" && is_alnum(c);
        let folded = || fold(c.encode_utf8(&mut [0; 4]));
        if begun.len() <= "ge".len() {
            begun.push_str(&folded());
        }
        match c {
            // It is read as a word.
            '€' => letter_of("euro"),
            _ if begins || begins_verb => letter_of(&folded()),
            _ => None,
        }
    })
}

/// Small words without which a term still says the same.
const ARTICLES: [&str; 11] = ["das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einen", "einer"];

/// The words of a term without the small ones. `None` when too little is left: "mit Kind" is not "Kind".
pub(super) fn telling(text: &str, analyser: &mut Analyser) -> Option<Vec<Token>> {
    let all = analyser.tokens(text);
    let mut tokens: Vec<Token> = all.iter().filter(|token| !token.is_small).cloned().collect();
    let dropped = all.iter().filter(|token| token.is_small);
    let hyphenated = all.iter().any(|token| !token.joined.is_empty());
    let changed = dropped.filter(|token| !ARTICLES.contains(&&*token.surface)).count() > 0;
    if tokens.len() < 2 && changed && !hyphenated {
        return if all.len() == 1 { Some(all) } else { None };
    }
    if tokens.is_empty() {
        tokens = all;
    }
    tokens.truncate(MOST_WORDS);
    (!tokens.is_empty()).then_some(tokens)
}

/// The keys under which a term is found: its words, the same written as one, an abbreviation in small letters.
pub(super) fn spellings(key: &str, tokens: &[Token], analyser: &mut Analyser) -> Vec<Box<str>> {
    let mut keys: Vec<Box<str>> = vec![key.into()];
    let mut add = |key: &str| {
        if !keys.iter().any(|known| **known == *key) {
            keys.push(key.into());
        }
    };
    match tokens {
        [token] if token.stem.is_none() => add(&analyser.stem(&token.surface)),
        [_] => {}
        tokens if tokens.iter().any(|token| token.kind == TokenKind::Paragraph) => {}
        tokens => {
            let glued: String = tokens.iter().map(|token| &*token.surface).collect();
            add(&analyser.stem(&glued));
        }
    }
    // "kifft den ganzen Tag" also as "kiffen".
    let verbs: Vec<Option<String>> = tokens.iter().map(|token| infinitive_of(&token.surface)).collect();
    if verbs.iter().any(Option::is_some) {
        let with_verbs = tokens.iter().zip(&verbs).map(|(token, verb)| match verb {
            Some(verb) => analyser.stem(verb).to_string(),
            None => key_of(token).to_owned(),
        });
        add(&with_verbs.collect::<Vec<_>>().join(" "));
    }
    // "Ein-Euro-Job" also as one word with its small first part.
    tokens.iter().flat_map(|token| &token.joined).for_each(|joined| add(&analyser.stem(&joined.surface)));
    keys
}

pub(super) fn key_of_all(tokens: &[Token]) -> String {
    let keys: Vec<&str> = tokens.iter().map(key_of).collect();
    keys.join(" ")
}

/// The key of a word: its stem, or the word itself where it has none.
pub(super) fn key_of(token: &Token) -> &str {
    token.stem.as_deref().unwrap_or(&token.surface)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A key that begins otherwise would not be found.
    fn begins_as_it_may(text: &str) -> bool {
        let mut analyser = Analyser::without_compounds();
        let Some(tokens) = telling(text, &mut analyser) else { return true };
        let keys = spellings(&key_of_all(&tokens), &tokens, &mut analyser);
        keys.iter().all(|key| letter_of(key).is_some_and(|letter| beginnings(text).any(|other| other == letter)))
    }

    #[test]
    fn every_key_of_the_shipped_lists_begins_like_a_word_of_its_text() {
        for synonym in crate::catalogue::shipped_synonyms().0 {
            for text in std::iter::once(&synonym.term).chain(&synonym.variants) {
                assert!(begins_as_it_may(text), "{text:?}");
            }
        }
    }

    #[test]
    fn a_law_that_touches_its_paragraph_begins_a_key() {
        assert!(begins_as_it_may("§16SGB II-Paragraf"));
    }

    proptest::proptest! {
        #[test]
        fn every_key_begins_like_a_word_of_its_text(
            parts in proptest::collection::vec(
                "SGB II|SGB|/III|-IV|Hartz|§|§§|16|i|[.]|-| |:|[*]|[(]|inn|[)]|in|ge|kifft|€|ein|der|mit|Job|AGHs|Ü|ß|\u{308}|\u{ad}|Paragraf|Par[.]|\\PC{0,3}",
                0..10
            )
        ) {
            let text = parts.concat();
            proptest::prop_assert!(begins_as_it_may(&text), "{:?}", text);
        }
    }
}
