//! Why a hit was found, in sentences.

use super::Found;
use crate::{
    catalogue::Text,
    locale::explanations,
    search::{Explanation, Hit},
};

/// One sentence for each word of the question.
pub(super) fn sentences(hit: &Hit, found: &Found<'_>) -> Vec<String> {
    hit.explanations.iter().map(|explanation| sentence(explanation, found)).collect()
}

fn sentence(explanation: &Explanation, found: &Found<'_>) -> String {
    let word = Text::line(as_typed(explanation, found));
    let standing = Text::line(&explanation.found);
    let (reason, part) = (explanation.reason.code(), explanation.part.code());
    explanations::sentence(found.texts, &word, &standing, reason, part)
}

/// The word as it was typed; the index knows it folded.
fn as_typed<'a>(explanation: &'a Explanation, found: &'a Found<'_>) -> &'a str {
    let same = found.answer.understood.iter().find(|how| how.word.surface == explanation.word);
    let typed = same.and_then(|how| found.request.line.get(how.word.range.clone()));
    typed.unwrap_or(&explanation.word)
}
