//! Why a hit was found, in sentences.

use super::Found;
use crate::{
    catalogue::Text,
    locale::explanations,
    search::{Explanation, Hit, Understood},
};

/// One sentence for each word of the question.
pub(super) fn sentences(hit: &Hit, found: &Found<'_>) -> Vec<String> {
    found.answer.reasons(hit).map(|(how, why)| sentence(how, why, found)).collect()
}

fn sentence(how: &Understood, why: Option<&Explanation>, found: &Found<'_>) -> String {
    // As it was typed; the index knows it folded.
    let typed = found.request.line.get(how.word.range.clone()).unwrap_or(&how.word.surface);
    let word = Text::line(typed);
    let Some(why) = why else { return explanations::missing(found.texts, &word) };
    explanations::sentence(found.texts, &word, &Text::line(&why.found), why.reason.code(), why.part.code())
}
