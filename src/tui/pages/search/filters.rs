//! The filters: the panel of facets with live counts, one of them open, and the chips of what is chosen.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::state::{FacetCursor, Focus, SearchPage};
use crate::{
    search::{Facet, FilterKey, FilterValues, Filters},
    tui::{Action, Canvas, ClickTarget, Marked, PageContext, PageEffect, Role, columns, fitting},
};

/// Columns of a value's label in a chip.
const LONGEST_LABEL: usize = 40;

/// Columns that are kept for the number of chips that do not fit.
const COUNTER: u16 = 5;

/// The facets that have something to choose from, in the order of the panel.
fn offered(page: &SearchPage) -> Vec<&Facet> {
    let facets = page.answer.as_ref().map(|answer| answer.facets.as_slice()).unwrap_or_default();
    facets.iter().filter(|facet| !facet.values.is_empty() || !page.filters.values(facet.key).is_empty()).collect()
}

/// The values of a facet as the panel shows them: chosen ones stay even when nothing is left for them.
fn values_of(page: &SearchPage, facet: &Facet) -> Vec<(String, usize)> {
    let mut values = facet.values.clone();
    for chosen in page.filters.values(facet.key) {
        if !values.iter().any(|(value, _)| value.as_str() == &**chosen) {
            values.push((chosen.to_string(), 0));
        }
    }
    values
}

pub(super) fn toggle_panel(page: &mut SearchPage) {
    page.focus = if page.focus == Focus::Filters { Focus::List } else { Focus::Filters };
    page.completion = None;
}

pub(super) fn open_facet(page: &mut SearchPage, number: usize) {
    page.focus = Focus::Filters;
    page.facet = FacetCursor { facet: number, value: 0 };
}

/// Opens the facet so many steps further on.
pub(super) fn next_facet(page: &mut SearchPage, steps: isize) {
    let count = offered(page).len();
    if count > 0 {
        let facet = (page.facet.facet % count).checked_add_signed(steps).unwrap_or(count - 1) % count;
        page.facet = FacetCursor { facet, value: 0 };
    }
}

/// Moves the cursor in the panel by one value.
pub(super) fn move_cursor(page: &mut SearchPage, cx: PageContext<'_>, action: Action) {
    let offered = offered(page);
    let Some(facet) = offered.get(page.facet.facet.min(offered.len().saturating_sub(1))) else { return };
    let last = values_of(page, facet).len().saturating_sub(1);
    let rows = cx.session.list_rows.max(1);
    let at = page.facet.value.min(last);
    page.facet.value = match action {
        Action::SelectPrevious => at.saturating_sub(1),
        Action::SelectNext => (at + 1).min(last),
        Action::PageUp => at.saturating_sub(rows),
        Action::PageDown => (at + rows).min(last),
        Action::First => 0,
        _ => last,
    };
}

/// Chooses the value under the cursor, or takes it back.
pub(super) fn toggle_value(page: &mut SearchPage) -> Vec<PageEffect> {
    let offered = offered(page);
    let Some(facet) = offered.get(page.facet.facet.min(offered.len().saturating_sub(1))) else { return Vec::new() };
    let values = values_of(page, facet);
    let Some((value, _)) = values.get(page.facet.value.min(values.len().saturating_sub(1))) else { return Vec::new() };
    let (key, value) = (facet.key, value.clone());
    toggle(page, key, &value)
}

/// Chooses a value, or takes it back.
pub(super) fn toggle(page: &mut SearchPage, key: FilterKey, value: &str) -> Vec<PageEffect> {
    page.filters.toggle(key, value);
    page.search()
}

/// Takes the filter back that was chosen last.
pub(super) fn remove_last(page: &mut SearchPage) -> Vec<PageEffect> {
    let last = page.filters.iter().last().map(|(key, value)| (key, value.to_owned()));
    match last {
        Some((key, value)) => toggle(page, key, &value),
        None => Vec::new(),
    }
}

pub(super) fn clear(page: &mut SearchPage) -> Vec<PageEffect> {
    page.filters = Filters::default();
    page.search()
}

enum FacetRow {
    Facet { number: usize, key: FilterKey, open: bool, chosen: usize },
    Value { key: FilterKey, value: String, count: usize, chosen: bool, current: bool },
}

/// Draws the panel; returns where the value under the cursor begins.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, page: &SearchPage) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    let (rows, current) = rows(page);
    let height = usize::from(area.height);
    let mut position = None;
    // The cursor stays in the middle third, so that one sees what comes next.
    let top = current.saturating_sub(height * 2 / 3).min(rows.len().saturating_sub(height));
    for (line, row) in rows.iter().skip(top).take(height).enumerate() {
        let area = Rect { y: area.y + line as u16, height: 1, ..area };
        match row {
            FacetRow::Facet { number, key, open, chosen } => {
                draw_facet(canvas, area, *key, *open, *chosen);
                canvas.layout.add(area, ClickTarget::Facet(*number));
            }
            FacetRow::Value { key, value, count, chosen, current } => {
                draw_value(canvas, area, *key, value, *count, *chosen, *current);
                canvas.layout.add(area, ClickTarget::Value(*key, value.clone()));
                position = position.or(current.then(|| area.as_position()));
            }
        }
    }
    position
}

/// All rows, and the number of the one with the cursor.
fn rows(page: &SearchPage) -> (Vec<FacetRow>, usize) {
    let facets = offered(page);
    let cursor = page.facet;
    let open = cursor.facet.min(facets.len().saturating_sub(1));
    let (mut rows, mut current) = (Vec::new(), 0);
    for (number, facet) in facets.into_iter().enumerate() {
        let chosen = page.filters.values(facet.key).len();
        rows.push(FacetRow::Facet { number, key: facet.key, open: number == open, chosen });
        if number == open {
            current = rows.len() + cursor.value.min(values_of(page, facet).len().saturating_sub(1));
            rows.extend(value_rows(page, facet, cursor.value));
        }
    }
    (rows, current)
}

fn value_rows(page: &SearchPage, facet: &Facet, cursor: usize) -> Vec<FacetRow> {
    let values = values_of(page, facet);
    let last = values.len().saturating_sub(1);
    let focused = page.focus == Focus::Filters;
    let row = |(number, (value, count)): (usize, (String, usize))| FacetRow::Value {
        key: facet.key,
        chosen: page.filters.contains(facet.key, &value),
        current: focused && number == cursor.min(last),
        value,
        count,
    };
    values.into_iter().enumerate().map(row).collect()
}

fn draw_facet(canvas: &mut Canvas<'_, '_>, area: Rect, key: FilterKey, open: bool, chosen: usize) {
    let arrow = if open { "▾ " } else { "▸ " };
    let mut label = format!("{arrow}{}", canvas.text(&format!("filter-{}", key.name())));
    if chosen > 0 {
        label.push_str(&format!(" ({chosen})"));
    }
    canvas.cut(area, &label, if open { Role::Heading } else { Role::Text });
}

fn draw_value(
    canvas: &mut Canvas<'_, '_>,
    area: Rect,
    key: FilterKey,
    value: &str,
    count: usize,
    chosen: bool,
    current: bool,
) {
    let label = label(canvas, key, value);
    let style = canvas.style(if current { Role::Selected } else { Role::Text });
    let count = canvas.number(count);
    let width = columns(&count);
    let mut spans = vec![Span::raw(if chosen { "  [x] " } else { "  [ ] " })];
    spans.extend(Marked::plain(&label, style).cut(usize::from(area.width.saturating_sub(8 + width))));
    canvas.line(area, Line::from(spans).style(style));
    canvas.right(area, count, width, if current { Role::Selected } else { Role::Count });
}

/// Draws the chosen filters, and how many of them do not fit.
pub(super) fn draw_chips(canvas: &mut Canvas<'_, '_>, area: Rect, page: &SearchPage) {
    if area.is_empty() {
        return;
    }
    let chosen: Vec<_> = page.filters.iter().map(|(key, value)| (key, value.to_owned())).collect();
    let mut x = area.x;
    for (number, (key, value)) in chosen.iter().enumerate() {
        let label = chip(canvas, *key, value);
        let last = number + 1 == chosen.len();
        let room = area.right().saturating_sub(if last { 0 } else { COUNTER });
        if x.saturating_add(columns(&label)) > room {
            let more = format!("+{}", chosen.len() - number);
            let style = canvas.style(Role::Chip);
            canvas.line(Rect { x, width: area.right().saturating_sub(x), ..area }, Line::styled(more, style));
            return;
        }
        let chip = Rect { x, width: columns(&label), ..area };
        let style = canvas.style(Role::Chip);
        canvas.line(chip, Line::styled(label, style));
        canvas.layout.add(chip, ClickTarget::Chip(*key, value.clone()));
        x += chip.width + 1;
    }
}

fn chip(canvas: &Canvas<'_, '_>, key: FilterKey, value: &str) -> String {
    let name = canvas.text(&format!("filter-{}", key.name()));
    let label = label(canvas, key, value);
    let end = fitting(&label, LONGEST_LABEL);
    let more = if end < label.len() { "…" } else { "" };
    format!("[{name}: {}{more} ×]", &label[..end])
}

fn label(canvas: &Canvas<'_, '_>, key: FilterKey, value: &str) -> String {
    match &canvas.session.register {
        Some(register) => FilterValues::new(register, &canvas.ui.texts).label(key, value),
        None => value.to_owned(),
    }
}
