//! The values offered while a filter is typed, below the search line.

use ratatui::{
    layout::Rect,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    line::{self, byte_of},
    state::{Completion, SearchPage},
};
use crate::{
    german::Analyser,
    search::{FilterValues, Query, TypedFilter},
    tui::{Action, Canvas, ClickTarget, Marked, PageContext, PageEffect, Role, columns, widgets::choices},
};

/// Most values that are offered at once.
const OFFERED: usize = 100;
/// Most values that are shown at once.
const ROWS: usize = 8;

/// The values offered for the filter under the cursor, if it is one.
pub(super) fn offer(page: &SearchPage, cx: PageContext<'_>) -> Option<Completion> {
    let register = cx.session.register.as_ref()?;
    let line = page.line.value();
    let cursor = byte_of(line, page.line.cursor());
    if !line.contains(':') {
        return None;
    }
    let query = Query::parse(line, &mut Analyser::new());
    let under_cursor = |filter: &&TypedFilter| filter.range.end == cursor && cursor == line.len();
    let filter = query.filters.iter().find(under_cursor)?;
    let mut values = FilterValues::new(register, &cx.ui.texts).completions(filter.key, &filter.value);
    values.truncate(OFFERED);
    (!values.is_empty()).then(|| Completion { key: filter.key, range: filter.range.clone(), values, selected: 0 })
}

/// Moves the mark among the offered values; true when there are any.
pub(super) fn move_mark(page: &mut SearchPage, action: Action) -> bool {
    let Some(completion) = &mut page.completion else { return false };
    let last = completion.values.len().saturating_sub(1);
    completion.selected = match action {
        Action::SelectPrevious => completion.selected.checked_sub(1).unwrap_or(last),
        Action::SelectNext if completion.selected == last => 0,
        Action::SelectNext => completion.selected + 1,
        Action::First | Action::PageUp => 0,
        _ => last,
    };
    true
}

/// The marked value becomes a chip; what was typed for it leaves the line.
pub(super) fn accept(page: &mut SearchPage) -> Vec<PageEffect> {
    let Some(completion) = page.completion.take() else { return Vec::new() };
    let Some(value) = completion.values.get(completion.selected) else { return Vec::new() };
    page.filters.add(completion.key, &value.id);
    if page.line.value().get(completion.range.clone()).is_some() {
        line::cut(page, vec![completion.range]);
    }
    page.search()
}

/// Draws the offered values below the search line, in a frame where there is room for one.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, line: Rect, whole: Rect, page: &SearchPage) {
    let Some(completion) = &page.completion else { return };
    let framed = choices::is_framed(canvas);
    let frame = if framed { 2 } else { 0 };
    let shown = completion.values.len().min(ROWS).min(usize::from(whole.height.saturating_sub(2 + frame)));
    if shown == 0 {
        return;
    }
    let title = canvas.text(&format!("filter-{}", completion.key.name()));
    let widest =
        completion.values.iter().map(|value| value.label.width() + 2).max().unwrap_or(0).max(title.width() + 2);
    let width = (widest.clamp(20, 70) as u16 + frame).min(whole.width);
    let before = page.line.value().get(..completion.range.start).map_or(0, UnicodeWidthStr::width);
    let prompt = canvas.text("screen-search").width() + 2;
    let x = ((before + prompt).min(usize::from(whole.right())) as u16).min(whole.right().saturating_sub(width));
    let area = Rect { x, y: line.bottom(), width, height: shown as u16 + frame };
    // What lies below the frame cannot be clicked.
    canvas.layout.add(area, ClickTarget::Overlay);
    let inner = choices::open(canvas, area, &title);
    if framed && shown < completion.values.len() {
        draw_place(canvas, area, completion);
    }
    let top = completion.selected.saturating_sub(shown - 1);
    for (row, (number, value)) in completion.values.iter().enumerate().skip(top).take(shown).enumerate() {
        let current = number == completion.selected;
        let style = canvas.style(if current { Role::Selected } else { Role::Text });
        let cell = Rect { y: inner.y + row as u16, height: 1, ..inner };
        let mut spans = vec![Span::raw(if current { "› " } else { "  " })];
        spans.extend(Marked::plain(&value.label, style).cut(usize::from(inner.width).saturating_sub(2)));
        canvas.line(cell, Line::from(spans).style(style));
        canvas.layout.add(cell, ClickTarget::Completion(number));
    }
}

/// Says in the lower border which value is marked of more than are shown.
fn draw_place(canvas: &mut Canvas<'_, '_>, area: Rect, completion: &Completion) {
    let place = format!(" {} ", choices::place(canvas, completion.selected, completion.values.len()));
    let width = columns(&place);
    let bottom = Rect { y: area.bottom() - 1, width: area.width.saturating_sub(1), height: 1, ..area };
    canvas.right(bottom, place, width, Role::Count);
}
