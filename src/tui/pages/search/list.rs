//! The list of hits: moving in it, how it is drawn, and what stands in its place when there is none.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::state::{Focus, SearchPage};
use crate::{
    catalogue::{Choice, Kind, Status, TimeModel},
    search::{Answer, FilterKey, Hit, Offer},
    tui::{Action, Canvas, ClickTarget, KeyContext, Marked, PageContext, PageEffect, Role, Select},
};

pub(super) fn move_selection(page: &mut SearchPage, cx: PageContext<'_>, action: Action) -> Vec<PageEffect> {
    let last = page.total().saturating_sub(1);
    let rows = cx.session.list_rows.max(1);
    let target = match action {
        Action::SelectPrevious => page.selected.saturating_sub(1),
        // What took the place of an entry that is gone is the next one.
        Action::SelectNext => page.selected.saturating_add(usize::from(!page.lost)),
        Action::PageUp => page.selected.saturating_sub(rows),
        Action::PageDown => page.selected.saturating_add(rows),
        Action::First => 0,
        _ => last,
    };
    select(page, cx, target.min(last))
}

/// Selects a hit and brings it onto the screen.
pub(super) fn select(page: &mut SearchPage, cx: PageContext<'_>, target: usize) -> Vec<PageEffect> {
    if target == page.selected && page.record.is_some() && !page.lost {
        return Vec::new();
    }
    (page.selected, page.lost) = (target, false);
    page.selected_by_key = true;
    page.entry_top = 0;
    bring_into_view(page, cx);
    vec![PageEffect::Search(Select::At(target))]
}

/// Moves the window of the list so that the selected hit lies in it.
pub(super) fn bring_into_view(page: &mut SearchPage, cx: PageContext<'_>) {
    let rows = cx.session.list_rows.max(1);
    if page.selected < page.top {
        page.top = page.selected;
    } else if page.selected >= page.top + rows {
        page.top = page.selected + 1 - rows;
    }
    // New hits above a selection that stays on its row must not leave rows empty at the end.
    page.top = page.top.min(page.total().saturating_sub(rows));
}

/// Draws the hits; returns where the selected one begins.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, row_height: u16, page: &SearchPage) -> Option<Position> {
    canvas.layout.add(area, ClickTarget::List);
    if area.is_empty() {
        return None;
    }
    let Some(answer) = page.answer.as_ref().filter(|answer| !answer.hits.is_empty()) else {
        let texts = page.answer.as_ref().map_or_else(|| vec![waiting(canvas)], |answer| no_hit(canvas, page, answer));
        let width = usize::from(area.width);
        let lines: Vec<_> = texts.iter().flat_map(|text| canvas.wrap(text, Role::Text, width)).collect();
        canvas.lines(area, lines);
        return None;
    };
    let mut position = None;
    for (row, hit) in answer.hits.iter().enumerate().take(usize::from(area.height / row_height.max(1))) {
        let number = answer.offset + row;
        let y = area.y + row as u16 * row_height;
        let cell = Rect { y, height: row_height, ..area };
        let selected = number == page.selected && !page.lost;
        draw_hit(canvas, cell, hit, selected, selected && page.focus == Focus::List);
        canvas.layout.add(cell, ClickTarget::Hit(number));
        if selected {
            position = Some(Position::new(area.x, y));
        }
    }
    position
}

fn draw_hit(canvas: &mut Canvas<'_, '_>, area: Rect, hit: &Hit, selected: bool, focused: bool) {
    let role = match (selected, focused) {
        (true, true) => Role::Selected,
        (true, false) => Role::SelectedMuted,
        _ => Role::Title,
    };
    let style = canvas.style(role);
    let width = usize::from(area.width);
    // The arrow says which hit is selected where there are no colours.
    let mut spans = vec![Span::styled(if selected { "› " } else { "  " }, style)];
    let short = hit.row.short.as_ref().filter(|short| !hit.row.title.contains(short.as_str()));
    let short = short.map(|short| format!(" ({short})")).unwrap_or_default();
    let status = status_label(canvas, hit);
    let serves = serves(canvas, hit);
    // Where there is a second row, nothing takes room from the title.
    let tail = if area.height == 1 { serves.clone().unwrap_or_else(|| status.clone()) } else { String::new() };
    let room = width.saturating_sub(2 + short.width() + tail.width() + usize::from(!tail.is_empty()));
    let title = Marked { text: &hit.row.title, marks: &hit.title_marks, style, mark: canvas.style(Role::Match) };
    spans.extend(title.cut(room));
    spans.push(Span::styled(short, style));
    let used: usize = spans.iter().map(|span| span.content.width()).sum();
    spans.push(Span::styled(" ".repeat(width.saturating_sub(used + tail.width())) + &tail, style));
    canvas.line(area, Line::from(spans));
    if area.height > 1 {
        let second = details(canvas, hit, serves, status);
        let below =
            Rect { x: area.x + 2.min(area.width), y: area.y + 1, width: area.width.saturating_sub(2), height: 1 };
        canvas.cut(below, &second, Role::Muted);
    }
}

/// The need for which an offer is the best, where none is for both that were typed.
fn serves(canvas: &Canvas<'_, '_>, hit: &Hit) -> Option<String> {
    let word = hit.serves.as_deref()?;
    Some(canvas.ui.texts.with("hit-serves", &[("word", word.into())]))
}

/// The status of an offer that is not simply running.
fn status_label(canvas: &Canvas<'_, '_>, hit: &Hit) -> String {
    match &hit.row.offer {
        Some(offer) if offer.status != Status::Running => canvas.text(&format!("status-{}", offer.status.code())),
        _ => String::new(),
    }
}

/// "läuft · Teilzeit · Wetzlar · 3 frei", before it the need that it serves; or a few words about a person or group.
fn details(canvas: &Canvas<'_, '_>, hit: &Hit, serves: Option<String>, status: String) -> String {
    let Some(offer) = &hit.row.offer else { return hit.row.summary.to_string() };
    let mut parts =
        vec![serves.unwrap_or_default(), status, canvas.text(&format!("category-{}", offer.category.code()))];
    if offer.time_model != TimeModel::Unknown {
        parts.push(canvas.text(&format!("time_model-{}", offer.time_model.code())));
    }
    parts.extend(places(canvas, offer));
    parts.extend(free(canvas, offer));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn places(canvas: &Canvas<'_, '_>, offer: &Offer) -> Option<String> {
    let register = canvas.session.register.as_ref()?;
    let first = register.places.label(offer.places.first()?).to_owned();
    Some(match offer.places.len() {
        1 => first,
        more => format!("{first} +{}", more - 1),
    })
}

fn free(canvas: &Canvas<'_, '_>, offer: &Offer) -> Option<String> {
    let texts = &canvas.ui.texts;
    Some(texts.with("screen-free", &[("free", u64::from(offer.free?).into())]))
}

fn waiting(canvas: &Canvas<'_, '_>) -> String {
    match canvas.session.index.building {
        Some((done, total)) => {
            let texts = &canvas.ui.texts;
            texts.with("screen-building", &[("done", done.into()), ("total", total.into())])
        }
        None => canvas.text("screen-opening"),
    }
}

/// No hit is an answer too: which filter took how many away, what may have been meant, what to do.
fn no_hit(canvas: &Canvas<'_, '_>, page: &SearchPage, answer: &Answer) -> Vec<String> {
    let texts = &canvas.ui.texts;
    let mut lines = Vec::new();
    if canvas.session.index.building.is_some() {
        lines.push(waiting(canvas));
    }
    let nothing_asked = page.line.value().is_empty() && page.filters.is_empty();
    if nothing_asked {
        lines.extend(removed(canvas, answer));
        if lines.is_empty() {
            let key = if page.kind == Kind::Measure { "screen-empty-catalogue" } else { "screen-empty-list" };
            lines.push(canvas.text(key));
        }
        return lines;
    }
    lines.push(canvas.text("screen-no-hit"));
    if let Some(suggestion) = &answer.suggestion {
        lines.push(texts.with("screen-meant", &[("words", suggestion.as_str().into())]));
    }
    lines.extend(removed(canvas, answer));
    if answer.removed_by_filter.is_empty() && answer.without_filters > 0 {
        lines.push(texts.with("screen-without-filters", &[("count", answer.without_filters.into())]));
    }
    if !page.filters.is_empty() {
        let keys = canvas.ui.keymap.keys_for(KeyContext::Search, Action::ClearFilters);
        let key = keys.first().map(|key| key.localize(texts)).unwrap_or_default();
        lines.push(texts.with("screen-drop-filters", &[("key", key.into())]));
    }
    let elsewhere: usize = answer.kinds.iter().sum();
    if elsewhere > 0 {
        lines.push(texts.with("screen-other-tabs", &[("count", elsewhere.into())]));
    }
    lines
}

/// How many hits each filter takes away.
fn removed(canvas: &Canvas<'_, '_>, answer: &Answer) -> Vec<String> {
    let texts = &canvas.ui.texts;
    let sentence = |(key, removed): &(FilterKey, usize)| {
        let name = canvas.text(&format!("filter-{}", key.name()));
        let key = if answer.filters.values(*key).is_empty() { "screen-hidden-by" } else { "screen-removed-by" };
        texts.with(key, &[("filter", name.into()), ("count", (*removed).into())])
    };
    answer.removed_by_filter.iter().map(sentence).collect()
}
