//! What was typed as words though a filter knows it: it is offered, and one key makes it a chip.

use super::{
    line,
    state::{Focus, SearchPage},
};
use crate::{
    search::TypedFact,
    tui::{Action, Canvas, KeyContext, PageEffect},
};

impl SearchPage {
    /// The fact that is offered now.
    pub(super) fn offered_fact(&self) -> Option<&TypedFact> {
        // A newer line may have others.
        let answer = self.answer.as_ref().filter(|_| self.is_answered())?;
        answer.facts.first().filter(|fact| self.line.value().get(fact.range.clone()).is_some())
    }
}

/// The offered fact becomes a chip; its words leave the line.
pub(super) fn take(page: &mut SearchPage) -> Vec<PageEffect> {
    let Some(fact) = page.offered_fact().cloned() else { return Vec::new() };
    page.filters.add(fact.key, &fact.value);
    line::cut(page, vec![fact.range]);
    page.search()
}

/// "„b1“ steht in keinem Treffer – als Filter: Deutsch B1? Tab"
pub(super) fn sentence(canvas: &Canvas<'_, '_>, page: &SearchPage) -> Option<String> {
    let (fact, texts) = (page.offered_fact()?, &canvas.ui.texts);
    let found = page.answer.as_ref().is_some_and(|answer| answer.total > 0);
    let missing = fact.missing.clone().filter(|_| found).and_then(|range| page.line.value().get(range));
    // In the entry and in the panel the key means something else.
    let means_it = page.focus == Focus::List;
    let key = if means_it { canvas.ui.key_for(KeyContext::Fact, Action::TakeFact) } else { String::new() };
    let filter = canvas.text(&format!("filter-{}", fact.key.name()));
    let args = [("filter", filter.into()), ("label", fact.label.as_str().into()), ("key", key.into())];
    let offer = texts.with("screen-fact", &args).trim_end().to_owned();
    Some(match missing {
        Some(word) => texts.with("screen-fact-missing", &[("word", word.into()), ("offer", offer.into())]),
        None => offer,
    })
}
