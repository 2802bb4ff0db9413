//! The panel of filters: all facets with their live counts in one list, the rows that it has and how they are drawn.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    areas::Areas,
    panel_rows::{PanelRow, Shown},
    state::{Focus, SearchPage},
};
use crate::{
    catalogue::Register,
    german,
    search::{Facet, FilterKey, FilterValues},
    tui::{
        Canvas, ClickTarget, Marked, PageContext, Role, ScrollArea, Session, UiContext, columns,
        widgets::{pane::Pane, scroll::Scroll},
    },
};

/// Values of a facet that are shown before somebody asks for all.
const FIRST_VALUES: usize = 5;

/// The panel as it is now.
pub(super) struct Panel<'a> {
    page: &'a SearchPage,
    ui: &'a UiContext,
    register: Option<&'a Register>,
    /// Rows that fit.
    pub height: usize,
    /// Rows that fit below the row for typing, whether it is there or not: going to the panel and leaving it folds nothing.
    least_height: usize,
}

impl<'a> Panel<'a> {
    pub(super) fn of(page: &'a SearchPage, cx: PageContext<'a>) -> Self {
        let (columns, rows) = cx.session.size;
        let areas = Areas::of(Rect::new(0, 0, columns, rows), page, cx.ui.settings.screen_reader);
        Self::new(page, cx.ui, cx.session, areas.facets.height)
    }

    fn new(page: &'a SearchPage, ui: &'a UiContext, session: &'a Session, height: u16) -> Self {
        let least_height = usize::from(height.saturating_sub(1));
        let height = if page.focus == Focus::Filters { least_height } else { usize::from(height) };
        Self { page, ui, register: session.register.as_deref(), height, least_height }
    }

    /// The facets that have something to choose from, in their order.
    fn offered(&self) -> impl Iterator<Item = &'a Facet> {
        let page = self.page;
        let facets = page.answer.as_ref().map(|answer| answer.facets.as_slice()).unwrap_or_default();
        facets.iter().filter(|facet| !facet.values.is_empty() || !page.filters.values(facet.key).is_empty())
    }

    /// The facets that are shown.
    pub(super) fn keys(&self) -> Vec<FilterKey> {
        let mut keys: Vec<FilterKey> = self.rows().iter().map(|row| row.key).collect();
        keys.dedup();
        keys
    }

    /// Where there is room, all facets are open.
    fn is_roomy(&self) -> bool {
        self.least_height > 2 * self.offered().count()
    }

    pub(super) fn is_open(&self, key: FilterKey) -> bool {
        let narrowed = !self.page.panel.narrowed.is_empty();
        narrowed || self.page.panel.opened.get(&key).copied().unwrap_or_else(|| self.is_roomy())
    }

    /// All rows.
    pub(super) fn rows(&self) -> Vec<PanelRow> {
        let wanted = german::fold(self.page.panel.narrowed.trim());
        let roomy = self.is_roomy();
        self.offered().flat_map(|facet| self.rows_of(facet, &wanted, roomy)).collect()
    }

    /// The heading of a facet with its values; nothing where none of them is `wanted`.
    fn rows_of(&self, facet: &Facet, wanted: &str, roomy: bool) -> Vec<PanelRow> {
        let (key, state) = (facet.key, &self.page.panel);
        let chosen = self.page.filters.values(key);
        let is_chosen = |value: &str| chosen.iter().any(|chosen| &**chosen == value);
        let narrowed = !wanted.is_empty();
        let open = narrowed || state.opened.get(&key).copied().unwrap_or(roomy);
        let mut rows = vec![PanelRow { key, shown: Shown::Heading { open, chosen: chosen.len() } }];
        if !open {
            return rows;
        }
        let counted = facet.values.iter().map(|(value, count)| (value.as_str(), *count));
        // Chosen ones stay even when nothing is left for them.
        let gone = chosen.iter().filter(|chosen| !facet.values.iter().any(|(value, _)| **value == ***chosen));
        let all = || counted.clone().chain(gone.clone().map(|value| (&**value, 0)));
        let count = all().count();
        let whole = narrowed || state.whole.contains(&key) || count == FIRST_VALUES + 1;
        let mut hidden = 0;
        for (number, (value, count)) in all().enumerate() {
            let chosen = is_chosen(value);
            if !whole && number >= FIRST_VALUES && !chosen {
                hidden += 1;
                continue;
            }
            let label = self.label(key, value);
            if german::fold(&label).contains(wanted) {
                rows.push(PanelRow { key, shown: Shown::Value { value: value.to_owned(), label, count, chosen } });
            }
        }
        if hidden > 0 {
            rows.push(PanelRow { key, shown: Shown::More(hidden) });
        }
        if rows.len() == 1 { Vec::new() } else { rows }
    }

    fn label(&self, key: FilterKey, value: &str) -> String {
        match self.register {
            Some(register) => FilterValues::new(register, &self.ui.texts).label_ahead(key, value, self.ui.today),
            None => value.to_owned(),
        }
    }
}

/// Draws the panel in its pane; returns where the row under the cursor begins.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, areas: &Areas, page: &SearchPage) -> Option<Position> {
    let area = areas.facets;
    if area.is_empty() {
        return None;
    }
    let focused = page.focus == Focus::Filters;
    let pane = Pane::draw(canvas, areas.facets_pane, &canvas.text("pane-filters"), "", focused);
    let panel = Panel::new(page, canvas.ui, canvas.session, area.height);
    let rows = panel.rows();
    let mut list = area;
    if focused {
        draw_narrowed(canvas, area, &page.panel.narrowed);
        list = Rect { y: area.y + 1, height: area.height - 1, ..area };
    }
    if rows.is_empty() {
        let key = if page.panel.narrowed.is_empty() { "filters-none" } else { "filters-none-fit" };
        canvas.cut(list, &canvas.text(key), Role::Muted);
        return None;
    }
    let (height, current) = (usize::from(list.height), page.panel.position(&rows));
    // Without the focus the panel is looked at from its beginning.
    let at = if focused { current } else { 0 };
    // The cursor stays in the upper two thirds, so that one sees what comes next.
    let top = at.saturating_sub(height * 2 / 3).min(rows.len().saturating_sub(height));
    let scroll = Scroll { first: top, shown: height, total: rows.len(), at: current + 1 };
    if focused || !scroll.is_whole() {
        pane.scroll(canvas, &scroll, ScrollArea::Filters);
    }
    let mut position = None;
    for (number, (row, area)) in
        rows.iter().enumerate().skip(top).zip(list.rows()).map(|((n, row), area)| (n, (row, area)))
    {
        let here = focused && number == current;
        draw_row(canvas, area, row, here);
        position = position.or(here.then(|| area.as_position()));
    }
    position
}

/// "Filter: schw▏"
fn draw_narrowed(canvas: &mut Canvas<'_, '_>, area: Rect, narrowed: &str) {
    let prompt = format!("{}: ", canvas.text("filters-narrowed"));
    let (text, role) = match narrowed.is_empty() {
        true => (canvas.text("filters-narrow"), Role::Placeholder),
        false => (format!("{narrowed}▏"), Role::Input),
    };
    let room = area.width.saturating_sub(columns(&prompt));
    let mut spans = vec![Span::styled(prompt, canvas.style(Role::Key))];
    spans.extend(Marked::plain(&text, canvas.style(role)).cut(usize::from(room)));
    canvas.line(area, Line::from(spans));
}

fn draw_row(canvas: &mut Canvas<'_, '_>, area: Rect, row: &PanelRow, current: bool) {
    let key = row.key;
    let role = |other: Role| if current { Role::Selected } else { other };
    let (text, style, target) = match &row.shown {
        Shown::Heading { open, chosen } => {
            let arrow = if *open { "▾ " } else { "▸ " };
            let mut label = format!("{arrow}{}", canvas.text(&format!("filter-{}", key.name())));
            if *chosen > 0 {
                label.push_str(&format!(" ({chosen})"));
            }
            (label, role(if *open { Role::Heading } else { Role::Text }), ClickTarget::Facet(key))
        }
        Shown::More(hidden) => {
            let more = canvas.ui.texts.with("filters-more", &[("count", (*hidden).into())]);
            (format!("      {more}"), role(Role::Muted), ClickTarget::MoreValues(key))
        }
        Shown::Value { value, label, count, chosen } => {
            draw_value(canvas, area, label, *count, *chosen, current);
            return canvas.layout.add(area, ClickTarget::Value(key, value.clone()));
        }
    };
    canvas.cut(area, &text, style);
    canvas.layout.add(area, target);
}

fn draw_value(canvas: &mut Canvas<'_, '_>, area: Rect, label: &str, count: usize, chosen: bool, current: bool) {
    let style = canvas.style(if current { Role::Selected } else { Role::Text });
    let count = canvas.number(count);
    let width = columns(&count);
    let mut spans = vec![Span::raw(if chosen { "  [x] " } else { "  [ ] " })];
    spans.extend(Marked::plain(label, style).cut(usize::from(area.width.saturating_sub(8 + width))));
    canvas.line(area, Line::from(spans).style(style));
    canvas.right(area, count, width, if current { Role::Selected } else { Role::Count });
}
