//! The report: a table of offers with frozen heads, each number with the sign of its shade.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::Canvas;
use crate::tui::widgets::layout::ClickTarget;
use crate::tui::widgets::text::{Marked, columns, fitting};
use crate::{
    consultation::Audience,
    search::{Axis, Figure, FilterKey, FilterValues, OfferReport, Shades, Widths},
    tui::{
        context::UiContext,
        report::{ReportPage, Room, label},
        state::State,
        theme::Role,
    },
};

/// Least width of a column, the blank before it included.
const COLUMN: u16 = 7;
/// Least width of the names of the rows.
const NAMES: u16 = 12;
/// The same where the terminal is very narrow.
const LEAST_NAMES: u16 = 4;
/// The signs of the shades.
const SIGNS: [&str; 4] = ["░", "▒", "▓", "█"];
/// From this height on there is a row for words and filters.
const WITH_SCOPE: u16 = 12;
/// From this height on there is a row that explains the signs.
const WITH_LEGEND: u16 = 10;

/// Where the parts of the report lie.
struct ReportAreas {
    title: Rect,
    scope: Rect,
    /// The selected cell in words.
    told: Rect,
    /// Heads, sums and rows.
    table: Rect,
    legend: Rect,
    /// Columns of the names of the rows.
    names: u16,
    /// Columns of a number, with the blank before it, where not all stand side by side.
    width: u16,
    /// The width of each column, with the blank before it, where all stand side by side; else empty.
    widths: Vec<u16>,
}

impl ReportAreas {
    fn of(area: Rect, portfolio: &OfferReport, names: &[String], heads: &[String]) -> Self {
        let scope = u16::from(area.height >= WITH_SCOPE);
        let legend = u16::from(area.height >= WITH_LEGEND);
        let row = |y: u16, height: u16| Rect::new(area.x, area.y.saturating_add(y), area.width, height);
        let above = 2 + scope;
        let longest = |labels: &[String]| labels.iter().map(|label| columns(label)).max().unwrap_or(0);
        let largest = portfolio.table.cell(0, 0);
        let digits = Figure::ALL.iter().filter_map(|figure| largest.get(*figure)).max().unwrap_or(0).to_string();
        // Sign, blank, thousands marks, and the blank before it all.
        let least = COLUMN.max(columns(&digits) + columns(&digits) / 3 + 3);
        let count = u16::try_from(heads.len()).unwrap_or(u16::MAX);
        let beside = area.width.saturating_sub(count.saturating_mul(least));
        let room = if beside >= NAMES * 2 { beside } else { (area.width * 3 / 8).max(NAMES) };
        // However narrow it is: the sum and the column of the cursor are seen.
        let room = room.min(area.width.saturating_sub(least * 2)).max(LEAST_NAMES);
        let all_names = usize::from(longest(names).max(1));
        let names = longest(names).max(1).min(room).min(area.width);
        let share = (area.width - names) / count.max(1);
        let width = share.clamp(least, longest(heads).saturating_add(1).max(least));
        let whole: Vec<usize> = heads.iter().map(|head| usize::from(columns(head))).collect();
        let side_by_side = Widths::shared(usize::from(area.width), all_names, &whole, usize::from(least));
        let narrow = |width: usize| u16::try_from(width).unwrap_or(u16::MAX);
        let (names, widths) = side_by_side.map_or((names, Vec::new()), |widths| {
            (narrow(widths.names), widths.columns.into_iter().map(narrow).collect())
        });
        Self {
            title: row(0, 1.min(area.height)),
            scope: row(1, scope),
            told: row(1 + scope, u16::from(area.height > 1)),
            table: row(above, area.height.saturating_sub(above + legend)),
            legend: row(area.height.saturating_sub(1), legend),
            names,
            width,
            widths,
        }
    }

    /// The columns before the one that stands at this place, and its own, with the blank before it.
    fn column(&self, number: usize) -> (u16, u16) {
        match self.widths.get(number) {
            Some(width) => (self.widths[..number].iter().sum(), *width),
            None => (u16::try_from(number).unwrap_or(u16::MAX).saturating_mul(self.width), self.width),
        }
    }

    fn room(&self) -> Room {
        let columns = match self.widths.len() {
            0 => (self.table.width - self.names) / self.width.max(1),
            all => u16::try_from(all).unwrap_or(u16::MAX),
        };
        Room { rows: usize::from(self.table.height.saturating_sub(2)), columns: usize::from(columns.saturating_sub(1)) }
    }
}

fn labels(axis: &Axis, state: &State, ui: &UiContext) -> Vec<String> {
    axis.lines.iter().map(|line| label(axis.key, &line.slot, state, ui)).collect()
}

/// How many rows and columns fit on a screen of the present size.
pub(in crate::tui) fn room(state: &State, ui: &UiContext) -> Room {
    let Some(portfolio) = state.portfolio() else { return Room::default() };
    let area = Rect::new(0, 0, state.session.size.0, state.session.size.1.saturating_sub(1));
    let (rows, columns) = (&portfolio.table.rows, &portfolio.table.columns);
    let parts = ReportAreas::of(area, &portfolio, &labels(rows, state, ui), &labels(columns, state, ui));
    parts.room()
}

/// Draws the report; returns where the selected cell stands.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, page: &ReportPage) -> Option<Position> {
    let (state, ui) = (canvas.state, canvas.ui);
    let Some(portfolio) = state.portfolio() else {
        let style = canvas.style(Role::Muted);
        let text = canvas.get("report-loading");
        canvas.line(area, Line::from(Marked::plain(&text, style).cut(usize::from(area.width))));
        return None;
    };
    let names = labels(&portfolio.table.rows, state, ui);
    let heads = labels(&portfolio.table.columns, state, ui);
    let parts = ReportAreas::of(area, &portfolio, &names, &heads);
    title(canvas, parts.title, &portfolio, page);
    scope(canvas, parts.scope, page);
    let shades = Shades::up_to(portfolio.table.largest(|figures| figures.get(page.figure).unwrap_or(0)));
    let mut table = TableArea { portfolio: &portfolio, page, names, heads, parts, shades };
    table.told(canvas);
    if portfolio.table.cell(0, 0).offers == 0 {
        let text = canvas.get("report-nothing");
        let style = canvas.style(Role::Text);
        let lines = Marked::plain(&text, style).wrap(usize::from(area.width), Vec::new(), 0);
        table.parts.table.rows().zip(lines).for_each(|(row, line)| canvas.line(row, line));
        return None;
    }
    if ui.settings.screen_reader {
        return table.spoken(canvas);
    }
    table.legend(canvas);
    table.draw(canvas)
}

/// "Zielgruppe nach Region: Angebote", and how many offers are counted.
fn title(canvas: &mut Canvas<'_, '_>, area: Rect, portfolio: &OfferReport, page: &ReportPage) {
    let texts = canvas.ui.texts.clone();
    let name = |key: FilterKey| texts.get(&format!("filter-{}", key.name())).into_owned();
    let figure = texts.get(&format!("figure-{}", page.figure.code())).into_owned();
    let args = [("rows", name(page.rows).into()), ("columns", name(page.columns).into()), ("figure", figure.into())];
    let heading = texts.with("report-table", &args);
    let count = texts.with("report-screen-all", &[("count", portfolio.table.cell(0, 0).offers.into())]);
    let width = columns(&count);
    let style = canvas.style(Role::Heading);
    let room = usize::from(area.width.saturating_sub(width + 2));
    canvas.line(area, Line::from(Marked::plain(&heading, style).cut(room)));
    if width + 12 < area.width {
        let style = canvas.style(Role::Count);
        canvas.line(Rect { x: area.right() - width, width, ..area }, Line::styled(count, style));
    }
}

/// The words and filters by which it was counted; those of rows and columns are set aside.
fn scope(canvas: &mut Canvas<'_, '_>, area: Rect, page: &ReportPage) {
    let (state, texts) = (canvas.state, canvas.ui.texts.clone());
    let Some(register) = state.session.register.clone() else { return };
    let values = FilterValues::new(&register, &texts);
    let kept = state.filters.iter().filter(|(key, _)| *key != page.rows && *key != page.columns);
    let filters = kept.map(|(key, id)| {
        let name = texts.get(&format!("filter-{}", key.name())).into_owned();
        format!("{name}: {}", values.label(key, id))
    });
    let line = Some(state.line.value().trim()).filter(|line| !line.is_empty());
    let words = line.map(|line| texts.with("report-words", &[("line", line.into())]));
    let current = state.filters.values(FilterKey::Status).is_empty();
    let current = current.then(|| texts.get("report-screen-current").into_owned());
    let text = words.into_iter().chain(filters).chain(current).collect::<Vec<_>>().join(" · ");
    let style = canvas.style(Role::Muted);
    canvas.line(area, Line::from(Marked::plain(&text, style).cut(usize::from(area.width))));
}

struct TableArea<'a> {
    portfolio: &'a OfferReport,
    page: &'a ReportPage,
    names: Vec<String>,
    heads: Vec<String>,
    parts: ReportAreas,
    shades: Shades,
}

impl TableArea<'_> {
    /// The selected cell in words.
    fn told(&mut self, canvas: &mut Canvas<'_, '_>) {
        let (row, column) = self.page.at;
        let text = self.in_words(canvas, row, column, true);
        let style = canvas.style(Role::Accent);
        let area = self.parts.told;
        canvas.line(area, Line::from(Marked::plain(&text, style).cut(usize::from(area.width))));
    }

    /// "Frauen, Nordkreis: kein Angebot · Lücke: anderswo gibt es etwas"
    fn in_words(&self, canvas: &Canvas<'_, '_>, row: usize, column: usize, with_row: bool) -> String {
        let texts = &canvas.ui.texts;
        let figures = self.portfolio.table.cell(row, column);
        let (Some(name), Some(head)) = (self.names.get(row), self.heads.get(column)) else { return String::new() };
        let count = figures.offers.into();
        let mut told = vec![match with_row {
            true => texts.with(
                "report-cell",
                &[("row", name.as_str().into()), ("column", head.as_str().into()), ("count", count)],
            ),
            false => texts.with("report-cell-column", &[("column", head.as_str().into()), ("count", count)]),
        }];
        if self.portfolio.table.is_gap(row, column) {
            told.push(texts.get("report-cell-gap").into_owned());
        }
        if self.is_wide(row, column) {
            told.push(texts.get("report-cell-wide").into_owned());
        }
        if figures.free.offers > 0 {
            told.push(texts.with("report-cell-free", &[("count", figures.free.sum.into())]));
        }
        if figures.overdue > 0 && canvas.state.session.audience == Audience::Staff {
            told.push(texts.with("report-cell-overdue", &[("count", figures.overdue.into())]));
        }
        told.join(" · ")
    }

    /// True for a cell of what stands for a whole district and more.
    fn is_wide(&self, row: usize, column: usize) -> bool {
        let wide = |axis: &Axis, at: usize| axis.lines.get(at).is_some_and(|line| line.wide);
        wide(&self.portfolio.table.rows, row) || wide(&self.portfolio.table.columns, column)
    }

    /// Heads and sums stay; the other rows and columns are those of the window.
    fn draw(&mut self, canvas: &mut Canvas<'_, '_>) -> Option<Position> {
        let room = self.parts.room();
        let (top, left) = self.page.window(self.portfolio, room);
        let rows = [0].into_iter().chain((top..self.names.len()).take(room.rows));
        let shown: Vec<usize> = [0].into_iter().chain((left..self.heads.len()).take(room.columns)).collect();
        let area = self.parts.table;
        self.heads(canvas, Rect { height: 1.min(area.height), ..area }, &shown);
        let mut cursor = None;
        for (row, y) in rows.zip(area.y + 1..area.bottom()) {
            let line = Rect { y, height: 1, ..area };
            let style = canvas.style(if row == self.page.at.0 { Role::Title } else { Role::Text });
            let name = Rect { width: self.parts.names, ..line };
            canvas.line(name, Line::from(Marked::plain(&self.names[row], style).cut(usize::from(name.width))));
            for (number, column) in shown.iter().enumerate() {
                let cell = self.place(line, number);
                if self.cell(canvas, cell, row, *column) {
                    cursor = Some(cell.as_position());
                }
            }
        }
        cursor
    }

    /// Where a column stands in a row.
    fn place(&self, row: Rect, number: usize) -> Rect {
        let (before, width) = self.parts.column(number);
        let x = row.x.saturating_add(self.parts.names).saturating_add(before).saturating_add(1).min(row.right());
        Rect { x, width: width.saturating_sub(1).min(row.right() - x), ..row }
    }

    fn heads(&self, canvas: &mut Canvas<'_, '_>, area: Rect, shown: &[usize]) {
        for (number, column) in shown.iter().enumerate() {
            let place = self.place(area, number);
            let role = if *column == self.page.at.1 { Role::Heading } else { Role::Muted };
            let style = canvas.style(role);
            let text = &self.heads[*column];
            let blanks = place.width.saturating_sub(columns(text));
            let mut spans = vec![Span::raw(" ".repeat(usize::from(blanks)))];
            spans.extend(Marked::plain(text, style).cut(usize::from(place.width)));
            canvas.line(place, Line::from(spans));
        }
        // There is more at this side.
        let muted = canvas.style(Role::Muted);
        let more = |last: Option<&usize>| last.is_some_and(|last| last + 1 < self.heads.len());
        let hint = match (shown.get(1).is_some_and(|first| *first > 1), more(shown.last())) {
            (true, true) => "‹ ›",
            (true, false) => "‹",
            (false, true) => "›",
            (false, false) => "",
        };
        canvas.line(Rect { width: self.parts.names.min(3), ..area }, Line::styled(hint, muted));
    }

    /// Draws a cell; true for the selected one.
    fn cell(&self, canvas: &mut Canvas<'_, '_>, area: Rect, row: usize, column: usize) -> bool {
        let selected = self.page.at == (row, column);
        let (text, role) = self.content(canvas, row, column);
        let style = canvas.style(if selected { Role::Selected } else { role });
        let text = text[..fitting(&text, usize::from(area.width))].to_owned();
        let blanks = " ".repeat(usize::from(area.width.saturating_sub(columns(&text))));
        let line = match selected {
            true => Line::from(vec![Span::styled(blanks + &text, style)]),
            false => Line::from(vec![Span::raw(blanks), Span::styled(text, style)]),
        };
        canvas.line(area, line);
        canvas.layout.add(area, ClickTarget::Cell(row, column));
        selected
    }

    /// What stands in a cell, and what it means.
    fn content(&self, canvas: &Canvas<'_, '_>, row: usize, column: usize) -> (String, Role) {
        let figures = self.portfolio.table.cell(row, column);
        let texts = &canvas.ui.texts;
        let value = figures.get(self.page.figure);
        if self.page.figure != Figure::Overdue && self.portfolio.table.is_gap(row, column) {
            return ("–".to_owned(), Role::Warning);
        }
        match value {
            None => ("?".to_owned(), Role::Muted),
            Some(0) if figures.offers > 0 && self.page.figure == Figure::Free => ("0".to_owned(), Role::Text),
            Some(0) => ("·".to_owned(), Role::Muted),
            Some(value) if row == 0 || column == 0 => (texts.number(value), Role::Text),
            Some(value) => {
                let shade = self.shades.of(value).clamp(1, SIGNS.len());
                let role = [Role::Muted, Role::Text, Role::Title, Role::Chip][shade - 1];
                (format!("{} {}", SIGNS[shade - 1], texts.number(value)), role)
            }
        }
    }

    fn legend(&self, canvas: &mut Canvas<'_, '_>) {
        let texts = canvas.ui.texts.clone();
        let largest = self.portfolio.table.largest(|figures| figures.get(self.page.figure).unwrap_or(0));
        let mut signs = Vec::new();
        if self.page.figure != Figure::Overdue && self.portfolio.table.places().is_some() {
            signs.push(texts.with("report-legend-gap", &[("sign", "–".into())]));
        }
        for (number, (least, end)) in self.shades.ranges(largest).enumerate() {
            let sign = SIGNS[number.min(SIGNS.len() - 1)];
            let args =
                [("sign", sign.into()), ("least", texts.number(least).into()), ("greatest", texts.number(end).into())];
            signs.push(if least == end {
                format!("{sign} {}", texts.number(least))
            } else {
                texts.with("report-legend-range", &args)
            });
        }
        if self.page.figure == Figure::Free {
            signs.push(texts.get("report-legend-unknown").into_owned());
        }
        let style = canvas.style(Role::Muted);
        let area = self.parts.legend;
        canvas.line(area, Line::from(Marked::plain(&signs.join("; "), style).cut(usize::from(area.width))));
    }

    /// For screen readers: the selected row, one column in each line, the cursor in the selected one.
    fn spoken(&mut self, canvas: &mut Canvas<'_, '_>) -> Option<Position> {
        let (row, at) = self.page.at;
        let area = self.parts.table;
        let fit = usize::from(area.height).max(1);
        let first = (at + 1).saturating_sub(fit);
        let mut cursor = None;
        for (column, line) in (first..self.heads.len()).zip(area.rows()) {
            let selected = column == at;
            let style = canvas.style(if selected { Role::Selected } else { Role::Text });
            let text = self.in_words(canvas, row, column, false);
            let mark = if selected { "› " } else { "  " };
            let room = usize::from(line.width.saturating_sub(2));
            let mut spans = vec![Span::styled(mark, style)];
            spans.extend(Marked::plain(&text, style).cut(room));
            canvas.line(line, Line::from(spans));
            canvas.layout.add(line, ClickTarget::Cell(row, column));
            cursor = cursor.or(selected.then(|| line.as_position()));
        }
        cursor
    }
}
