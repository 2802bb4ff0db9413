//! The list of hits: moving in it, how it is drawn, and what stands in its place when there is none.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    areas::Areas,
    columns::HitColumns,
    state::{Focus, SearchPage},
};
use crate::{
    catalogue::{Availability, Choice, Kind, Status},
    search::{Answer, FilterKey, Hit},
    tui::{
        Action, Canvas, ClickTarget, KeyContext, Marked, PageContext, PageEffect, Role, ScrollArea, Select, columns,
        widgets::{pane::Pane, scroll::Scroll, sheet},
    },
};

/// Columns before the title: the arrow and the sign.
const INDENT: usize = 4;
/// Columns of the sign.
const SIGN: usize = 2;
/// Columns of a title that are kept before anything stands beside it.
const LEAST_TITLE: usize = 28;

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

/// Folds away what cannot be had yet or any more, or shows it again.
pub(super) fn toggle_fold(page: &mut SearchPage, cx: PageContext<'_>) -> Vec<PageEffect> {
    if !page.has_divider() {
        return vec![PageEffect::Message(cx.ui.text("notice-nothing-to-fold"))];
    }
    page.folded = !page.folded;
    let last = page.total().saturating_sub(1);
    let target = page.selected.min(last);
    page.selected = target;
    bring_into_view(page, cx);
    vec![PageEffect::Search(Select::At(target))]
}

/// Draws the hits in their pane; returns where the selected one begins.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, areas: &Areas, page: &SearchPage) -> Option<Position> {
    if areas.list_pane.is_empty() {
        return None;
    }
    let title = canvas.text(&format!("kind-{}", page.kind.code()));
    let sort = canvas.text(&format!("sort-{}", page.sort.code()));
    let pane = Pane::draw(canvas, areas.list_pane, &title, &sort, page.focus == Focus::List);
    canvas.layout.add(areas.list_pane, ClickTarget::List);
    if pane.is_bordered() {
        let note = pane.note_area(&sort);
        canvas.layout.add(note, ClickTarget::Sort);
    }
    let Some(answer) = page.answer.as_ref().filter(|answer| !answer.hits.is_empty()) else {
        let texts = page.answer.as_ref().map_or_else(|| vec![waiting(canvas)], |answer| no_hit(canvas, page, answer));
        let width = usize::from(areas.list.width);
        let lines: Vec<_> = texts.iter().flat_map(|text| canvas.wrap(text, Role::Text, width)).collect();
        canvas.lines(areas.list, lines);
        return None;
    };
    let shown = usize::from(areas.hits.height / areas.row_height.max(1));
    let scroll = Scroll { first: answer.offset, shown, total: page.total(), at: page.selected + 1 };
    pane.scroll(canvas, &scroll, ScrollArea::List);
    HitList { page, answer, areas, shown }.draw(canvas)
}

/// The hits of a page of the list.
struct HitList<'p> {
    page: &'p SearchPage,
    answer: &'p Answer,
    areas: &'p Areas,
    /// Hits that fit.
    shown: usize,
}

impl HitList<'_> {
    fn draw(&self, canvas: &mut Canvas<'_, '_>) -> Option<Position> {
        let Self { page, answer, areas, shown } = self;
        let selectable = page.total().saturating_sub(answer.offset);
        let hits: Vec<_> = answer.hits.iter().take((*shown).min(selectable)).collect();
        let below = areas.row_height > 1;
        let width = usize::from(areas.list.width).saturating_sub(INDENT);
        let room = if below { width + SIGN } else { width.saturating_sub(LEAST_TITLE) };
        let columns = HitColumns::of(canvas, &answer.hits, page.sort, room);
        let divider = page.has_divider().then(|| self.divider_row(hits.len()));
        let (mut y, mut position) = (areas.list.y, None);
        for (row, hit) in hits.iter().enumerate() {
            if divider == Some(row) {
                self.draw_divider(canvas, y);
                y += 1;
            }
            let number = answer.offset + row;
            let cell = Rect { y, height: areas.row_height, ..areas.list };
            let selected = number == page.selected && !page.lost;
            draw_hit(canvas, cell, hit, &columns, selected, page.focus == Focus::List);
            canvas.layout.add(cell, ClickTarget::Hit(number));
            position = position.or(selected.then(|| Position::new(areas.list.x, y)));
            y += areas.row_height;
        }
        if divider.is_some_and(|row| row >= hits.len()) {
            // What lies further down is announced at the lower border.
            let last = areas.list.bottom().saturating_sub(1);
            self.draw_divider(canvas, if hits.len() < *shown { y.min(last) } else { last });
        }
        position
    }

    /// The row of the list before which the divider stands: at its end as long as it lies further down.
    fn divider_row(&self, shown: usize) -> usize {
        self.answer.there.saturating_sub(self.answer.offset).min(shown)
    }

    fn draw_divider(&self, canvas: &mut Canvas<'_, '_>, y: u16) {
        let area = Rect { y, height: 1, ..self.areas.list };
        let over = self.page.filters.values(FilterKey::Status).iter();
        let over = over.filter_map(|code| Status::from_code(code)).any(Status::is_over);
        let count = self.answer.total - self.answer.there;
        let key = if over { "screen-not-there-or-over" } else { "screen-not-there" };
        let label = canvas.ui.texts.with(key, &[("count", count.into())]);
        let sign = if self.page.is_folded() { "▸" } else { "▾" };
        let rule = if canvas.ui.settings.screen_reader { "" } else { "─" };
        let text = format!("{sign} {label} ");
        let rest = usize::from(area.width).saturating_sub(usize::from(columns(&text)));
        canvas.cut(area, &(text + &rule.repeat(rest)), Role::NotYet);
        canvas.layout.add(area, ClickTarget::Divider);
    }
}

fn draw_hit(
    canvas: &mut Canvas<'_, '_>,
    area: Rect,
    hit: &Hit,
    hit_columns: &HitColumns,
    selected: bool,
    focused: bool,
) {
    let role = match (selected, focused) {
        (true, true) => Role::Selected,
        (true, false) => Role::SelectedMuted,
        _ => Role::Title,
    };
    let style = canvas.style(role);
    // The arrow says which hit is selected where there are no colours.
    let mut spans = vec![Span::styled(if selected { "› " } else { "  " }, style)];
    // A screen reader would read the name of the sign.
    let screen_reader = canvas.ui.settings.screen_reader;
    if let Some(offer) = hit.row.offer.as_ref().filter(|_| !screen_reader) {
        let state = Availability::of(offer.status, offer.free);
        let sign = canvas.style(sheet::role_of(state));
        spans.push(Span::styled(format!("{} ", state.sign()), if selected { style } else { sign }));
    }
    let details = details(canvas, hit, hit_columns);
    let beside = area.height == 1 && !details.is_empty();
    let width = usize::from(area.width);
    let tail = if beside { hit_columns.width().max(details.width() + 2) } else { 0 };
    let tail = if width > tail + LEAST_TITLE { tail } else { 0 };
    let short = hit.row.short.as_ref().filter(|short| !hit.row.title.contains(short.as_str()));
    let short = short.map(|short| format!(" ({short})")).unwrap_or_default();
    let before: usize = spans.iter().map(|span| span.content.width()).sum();
    let room = width.saturating_sub(before + short.width() + tail);
    let title = Marked { text: &hit.row.title, marks: &hit.title_marks, style, mark: canvas.style(Role::Match) };
    spans.extend(title.cut(room));
    spans.push(Span::styled(short, style));
    let used: usize = spans.iter().map(|span| span.content.width()).sum();
    let gap = " ".repeat(width.saturating_sub(used + tail));
    spans.push(Span::styled(gap, style));
    if tail > 0 {
        let muted = if selected { style } else { canvas.style(Role::Muted) };
        let blanks = tail.saturating_sub(details.width());
        spans.push(Span::styled(" ".repeat(blanks) + &details, muted));
    }
    canvas.line(area, Line::from(spans));
    if area.height > 1 {
        // Below the sign.
        let indent = ((INDENT - SIGN) as u16).min(area.width);
        let below = Rect { x: area.x + indent, y: area.y + 1, width: area.width - indent, height: 1 };
        canvas.cut(below, &details, Role::Muted);
    }
}

/// The columns of an offer, before them the need that it serves; of anything else how many offers it has.
fn details(canvas: &Canvas<'_, '_>, hit: &Hit, columns: &HitColumns) -> String {
    let texts = &canvas.ui.texts;
    let serves = hit.serves.as_deref().map(|word| texts.with("hit-serves", &[("word", word.into())]));
    let rest = match &hit.row.offer {
        Some(offer) => columns.line(canvas, offer),
        None => {
            let offers = hit.offers.map(|count| texts.with("hit-offers", &[("count", count.into())]));
            let parts = offers.into_iter().chain([hit.row.summary.to_string()]);
            parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        }
    };
    let state = hit.row.offer.as_ref().map(|offer| Availability::of(offer.status, offer.free));
    let state = state.filter(|state| canvas.ui.settings.screen_reader && *state != Availability::Now);
    let state = state.map(|state| canvas.text(&format!("availability-{}", state.code())));
    serves.into_iter().chain(state).chain([rest]).collect::<Vec<_>>().join(" · ")
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
        let key = canvas.ui.key_for(KeyContext::Search, Action::ClearFilters);
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
