//! The answer to a question: how it is taken over, what has to be said about it, why an entry was found.

use std::sync::Arc;

use ratatui::{layout::Rect, text::Line};

use super::{completion, fact, line, list, state::SearchPage};
use crate::{
    catalogue::{Kind, Record},
    locale::Arg,
    search::{Answer, FilterKey, MAX_WORDS, UnknownFilter, ValueError},
    tui::{Answered, Canvas, PageContext, PageEffect, Role},
};

/// Takes an answer over. Typed filters that are complete become chips.
pub(super) fn take(page: &mut SearchPage, cx: PageContext<'_>, answered: Answered) -> Vec<PageEffect> {
    let Answered { answer, selected, record, hidden, lost, .. } = answered;
    page.settled();
    page.top = answer.offset;
    page.lost = lost && page.record.is_some();
    let record = if page.lost { page.record.clone() } else { record };
    let name = |record: &Option<Arc<Record>>| record.as_ref().map(|record| (record.kind(), record.id().clone()));
    if name(&record) != name(&page.record) {
        page.entry_top = 0;
    }
    page.record = record;
    page.selected = selected;
    let complete: Vec<_> = answer.resolved.iter().filter(|filter| !filter.open).cloned().collect();
    page.answer = Some(answer);
    for filter in &complete {
        filter.values.iter().for_each(|value| page.filters.add(filter.key, value));
    }
    if !complete.is_empty() {
        line::cut(page, complete.into_iter().map(|filter| filter.range).collect());
        // The line has changed by itself.
        if page.completion.is_some() {
            page.completion = completion::offer(page, cx);
        }
    }
    if let Some(search) = page.settle_wanted(hidden) {
        return vec![search];
    }
    let top = page.top;
    list::bring_into_view(page, cx);
    if page.top == top { Vec::new() } else { page.search_again() }
}

/// What has to be said about the answer, in a row of its own.
pub(super) fn draw_message(canvas: &mut Canvas<'_, '_>, area: Rect, page: &SearchPage) {
    let message = page.answer.as_ref().and_then(|answer| message(canvas, page, answer));
    match (fact::sentence(canvas, page), message) {
        (Some(offer), Some(message)) if area.height > 1 => {
            canvas.cut(area, &offer, Role::Warning);
            canvas.cut(Rect { y: area.y + 1, height: area.height - 1, ..area }, &message, Role::Warning);
        }
        (Some(offer), Some(message)) => canvas.cut(area, &format!("{offer} · {message}"), Role::Warning),
        (None, Some(message)) if area.height > 1 => {
            let lines = canvas.wrap(&message, Role::Warning, usize::from(area.width));
            canvas.lines(area, lines);
        }
        (Some(only), None) | (None, Some(only)) => canvas.cut(area, &only, Role::Warning),
        (None, None) => {}
    }
}

/// What has to be said about an answer that is not what was asked for.
fn message(canvas: &Canvas<'_, '_>, page: &SearchPage, answer: &Answer) -> Option<String> {
    let texts = &canvas.ui.texts;
    if let Some(issue) = answer.issues.first() {
        return Some(issue_message(canvas, issue));
    }
    if let Some(UnknownFilter { name, meant }) = answer.unknown_filters.first() {
        let meant = meant.typed_in(texts.lang()).first().copied().unwrap_or_default();
        return Some(texts.with("screen-no-filter", &[("name", name.as_str().into()), ("meant", meant.into())]));
    }
    if answer.shortened {
        return Some(texts.with("screen-shortened", &[("count", MAX_WORDS.into())]));
    }
    if let Some(hint) = answer.hints.first() {
        return Some(hint.to_string());
    }
    if let Some((matched, of)) = answer.partial {
        let args = [("matched", u64::from(matched).into()), ("of", u64::from(of).into())];
        let key = if page.kind == Kind::Measure { "screen-partial" } else { "screen-partial-other" };
        return Some(texts.with(key, &args));
    }
    if let Some([first, second]) = answer.two_needs() {
        return Some(texts.with("search-two-needs", &[("first", first.into()), ("second", second.into())]));
    }
    let words = answer.suggestion.as_deref().filter(|_| answer.total > 0)?;
    Some(texts.with("screen-corrected", &[("words", words.into())]))
}

fn issue_message(canvas: &Canvas<'_, '_>, issue: &ValueError) -> String {
    let texts = &canvas.ui.texts;
    let name = |key: &FilterKey| Arg::from(canvas.text(&format!("filter-{}", key.name())));
    match issue {
        ValueError::Unknown { key, value, suggestion: Some(word) } => {
            let args = [("filter", name(key)), ("value", value.as_str().into()), ("word", word.as_str().into())];
            texts.with("screen-value-meant", &args)
        }
        ValueError::Unknown { key, value, suggestion: None } => {
            texts.with("screen-value-unknown", &[("filter", name(key)), ("value", value.as_str().into())])
        }
        ValueError::Ambiguous { key, value, candidates } => {
            let candidates = candidates.join(", ").into();
            let args = [("filter", name(key)), ("value", value.as_str().into()), ("candidates", candidates)];
            texts.with("screen-value-ambiguous", &args)
        }
    }
}

impl SearchPage {
    /// Why the selected entry was found, one sentence for each word.
    pub(crate) fn why(&self, canvas: &Canvas<'_, '_>, width: usize) -> Vec<Line<'static>> {
        let Some(answer) = &self.answer else { return Vec::new() };
        let hit = self.selected.checked_sub(answer.offset).and_then(|index| answer.hits.get(index));
        let line = self.line.value();
        let sentences = hit.map(|hit| answer.localize_reasons(hit, line, &canvas.ui.texts)).unwrap_or_default();
        if sentences.is_empty() {
            return canvas.wrap(&canvas.text("why-no-words"), Role::Text, width);
        }
        sentences.iter().flat_map(|sentence| canvas.wrap(sentence, Role::Text, width)).collect()
    }
}
