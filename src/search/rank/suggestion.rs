//! The line as it may have been meant: mistyped words replaced by what they almost spell.

use super::{TermMatch, highlight::original};
use crate::{
    german::{Analyser, CompoundPart},
    search::FilterKey,
};

/// The corrected line; `None` when no word was mistyped. Typed filters are not part of it until the line is `complete`:
/// the screen shows them beside the line.
pub(in crate::search) fn suggest(
    line: &str,
    complete: bool,
    terms: &[TermMatch],
    hits: &[&str],
    analyser: &mut Analyser,
) -> Option<String> {
    let mut corrected = line.to_owned();
    // From the back, so that the ranges before stay true.
    for how in terms.iter().rev().filter(|how| !how.spellings.is_empty()) {
        let range = how.word.range.clone();
        if line.get(range.clone()).is_some() {
            corrected.replace_range(range, &as_written(shortest(how)?, hits, analyser));
        }
    }
    if corrected == line {
        return None;
    }
    if complete {
        return Some(corrected);
    }
    let words: Vec<&str> = corrected.split(' ').filter(|piece| !is_filter(piece)).collect();
    Some(words.join(" ").trim().to_owned())
}

fn is_filter(piece: &str) -> bool {
    piece.split_once(':').is_some_and(|(name, _)| FilterKey::from_typed(name).is_some())
}

/// Of words that are equally near the shortest: "Gesundheit" rather than "Gesundheitsbaustein".
fn shortest(how: &TermMatch) -> Option<&String> {
    how.spellings.iter().min_by_key(|spelling| spelling.chars().count())
}

/// A folded word with capitals and umlauts, as one of the texts of the `hits` writes it, alone or in a compound: the words inside
/// compounds are known by their stems only.
fn as_written(folded: &str, hits: &[&str], analyser: &mut Analyser) -> String {
    for text in hits {
        let token = analyser.tokens(text).into_iter().find(|token| token.surface == folded);
        if let Some(written) = token.and_then(|token| text.get(token.range)) {
            return written.to_owned();
        }
    }
    for text in hits {
        for token in analyser.tokens(text) {
            let part = token.parts.iter().find(|part| is_part(&token.surface, part, folded));
            if let Some(written) = part.and_then(|part| text.get(original(&token, text, part.range.clone()))) {
                return capitalised(written);
            }
        }
    }
    folded.to_owned()
}

fn is_part(surface: &str, part: &CompoundPart, folded: &str) -> bool {
    *part.stem == *folded || surface.get(part.range.clone()) == Some(folded)
}

/// Words inside compounds are nouns as a rule.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
