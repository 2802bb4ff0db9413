//! Why a hit was found, in sentences.

use super::search_output::SearchOutput;
use crate::{
    base::Text,
    locale::explanations,
    search::{Hit, MatchExplanation, TermMatch},
};

/// One sentence for each word of the question.
pub(super) fn sentences(hit: &Hit, found: &SearchOutput<'_>) -> Vec<String> {
    found.answer.reasons(hit).map(|(how, why)| sentence(how, why, found)).collect()
}

fn sentence(how: &TermMatch, why: Option<&MatchExplanation>, found: &SearchOutput<'_>) -> String {
    // As it was typed; the index knows it folded.
    let typed = found.request.line.get(how.word.range.clone()).unwrap_or(&how.word.surface);
    let word = Text::line(typed);
    let Some(why) = why else { return explanations::missing(found.texts, &word) };
    explanations::sentence(found.texts, &word, &Text::line(&why.found), why.reason.code(), why.part.code())
}
