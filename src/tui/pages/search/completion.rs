//! The values offered while a filter is typed, below the search line.

use ratatui::{
    layout::Rect,
    text::{Line, Span},
    widgets::{Block, Borders},
};
use unicode_width::UnicodeWidthStr;

use super::{
    line::{self, byte_of},
    state::{Completion, SearchPage},
};
use crate::{
    german::Analyser,
    search::{FilterValues, Query, TypedFilter},
    tui::{Action, Canvas, ClickTarget, Marked, PageContext, PageEffect, Role, columns},
};

/// Most values that are offered at once.
const OFFERED: usize = 100;
/// Most values that are shown at once.
const ROWS: usize = 8;
/// From this width on the values stand in a frame.
const FRAMED: u16 = 60;

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
    let framed = !canvas.ui.settings.screen_reader && whole.width >= FRAMED;
    let frame = u16::from(framed);
    let room = whole.height.saturating_sub(2 + 2 * frame);
    let shown = (completion.values.len().min(ROWS) as u16).min(room);
    if shown == 0 {
        return;
    }
    let title = canvas.text(&format!("filter-{}", completion.key.name()));
    let widest =
        completion.values.iter().map(|value| value.label.width() + 2).max().unwrap_or(0).max(title.width() + 2);
    let width = (widest.clamp(20, 70) as u16).saturating_add(2 * frame).min(whole.width);
    let before = page.line.value().get(..completion.range.start).map_or(0, UnicodeWidthStr::width);
    let prompt = canvas.text("screen-search").width() + 2;
    let x = ((before + prompt).min(usize::from(whole.right())) as u16).saturating_sub(frame);
    let x = x.min(whole.right().saturating_sub(width));
    let area = Rect { x, y: line.bottom(), width, height: shown + 2 * frame };
    canvas.clear(area);
    let values = Rect { x: area.x + frame, y: area.y + frame, width: width - 2 * frame, height: shown };
    let top = completion.selected.saturating_sub(usize::from(shown) - 1);
    if framed {
        draw_frame(canvas, area, &title, completion);
    }
    for ((number, value), cell) in completion.values.iter().enumerate().skip(top).zip(values.rows()) {
        let current = number == completion.selected;
        let style = canvas.style(if current { Role::Selected } else { Role::Chip });
        let mut spans = vec![Span::raw(if current { "› " } else { "  " })];
        spans.extend(Marked::plain(&value.label, style).cut(usize::from(values.width).saturating_sub(2)));
        canvas.line(cell, Line::from(spans).style(style));
        canvas.layout.add(cell, ClickTarget::Completion(number));
    }
}

/// The frame with the name of the filter, and where one is among the values when they do not all fit.
fn draw_frame(canvas: &mut Canvas<'_, '_>, area: Rect, title: &str, completion: &Completion) {
    let block = Block::new().borders(Borders::ALL).border_style(canvas.style(Role::BorderFocus));
    let heading = canvas.style(Role::Heading);
    canvas.frame.render_widget(block.title(Line::styled(format!(" {title} "), heading)), area);
    let all = completion.values.len();
    if all > usize::from(area.height.saturating_sub(2)) {
        let (at, of) = (canvas.number(completion.selected + 1), canvas.number(all));
        let place = format!(" {} ", canvas.ui.texts.with("completion-place", &[("at", at.into()), ("of", of.into())]));
        let width = columns(&place);
        let bottom = Rect { y: area.bottom() - 1, width: area.width.saturating_sub(1), height: 1, ..area };
        canvas.right(bottom, place, width, Role::Count);
    }
}
