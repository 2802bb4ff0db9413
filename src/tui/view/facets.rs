//! The filter panel: facets with live counts, one of them open.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use crate::tui::widgets::layout::ClickTarget;
use crate::tui::widgets::text::Marked;
use crate::{
    search::{Facet, FilterKey, FilterValues},
    tui::{
        state::Focus,
        theme::Role,
        update::{offered_facets, values_of},
    },
};

/// One row of the panel.
enum FacetRow {
    Facet { number: usize, key: FilterKey, open: bool, chosen: usize },
    Value { key: FilterKey, value: String, count: usize, chosen: bool, current: bool },
}

/// Draws the panel; returns where the value under the cursor begins.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    let (rows, current) = rows(canvas);
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
fn rows(canvas: &Canvas<'_, '_>) -> (Vec<FacetRow>, usize) {
    let facets = offered_facets(canvas.state);
    let cursor = canvas.state.facet;
    let open = cursor.facet.min(facets.len().saturating_sub(1));
    let (mut rows, mut current) = (Vec::new(), 0);
    for (number, facet) in facets.into_iter().enumerate() {
        let chosen = canvas.state.filters.values(facet.key).len();
        rows.push(FacetRow::Facet { number, key: facet.key, open: number == open, chosen });
        if number == open {
            current = rows.len() + cursor.value.min(values_of(canvas.state, facet).len().saturating_sub(1));
            rows.extend(value_rows(canvas, facet, cursor.value));
        }
    }
    (rows, current)
}

fn value_rows(canvas: &Canvas<'_, '_>, facet: &Facet, cursor: usize) -> Vec<FacetRow> {
    let values = values_of(canvas.state, facet);
    let last = values.len().saturating_sub(1);
    let focused = canvas.state.focus == Focus::Filters;
    let row = |(number, (value, count)): (usize, (String, usize))| FacetRow::Value {
        key: facet.key,
        chosen: canvas.state.filters.contains(facet.key, &value),
        current: focused && number == cursor.min(last),
        value,
        count,
    };
    values.into_iter().enumerate().map(row).collect()
}

fn draw_facet(canvas: &mut Canvas<'_, '_>, area: Rect, key: FilterKey, open: bool, chosen: usize) {
    let arrow = if open { "▾ " } else { "▸ " };
    let mut label = format!("{arrow}{}", canvas.get(&format!("filter-{}", key.name())));
    if chosen > 0 {
        label.push_str(&format!(" ({chosen})"));
    }
    let style = canvas.style(if open { Role::Heading } else { Role::Text });
    let spans = Marked::plain(&label, style).cut(usize::from(area.width));
    canvas.line(area, Line::from(spans));
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
    let label = match &canvas.state.session.register {
        Some(register) => FilterValues::new(register, &canvas.ui.texts).label(key, value),
        None => value.to_owned(),
    };
    let style = canvas.style(if current { Role::Selected } else { Role::Text });
    let count_style = if current { style } else { canvas.style(Role::Count) };
    let count = canvas.number(count);
    let width = usize::from(area.width);
    let mut spans = vec![Span::styled(if chosen { "  [x] " } else { "  [ ] " }, style)];
    spans.extend(Marked::plain(&label, style).cut(width.saturating_sub(8 + count.width())));
    let used: usize = spans.iter().map(|span| span.content.width()).sum();
    spans.push(Span::styled(" ".repeat(width.saturating_sub(used + count.width())), style));
    spans.push(Span::styled(count, count_style));
    canvas.line(area, Line::from(spans));
}
