//! How the report is drawn: a table of offers with frozen heads, each number with the sign of its shade.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    areas::{ReportAreas, labels},
    state::{ReportPage, ReportScope, ReportView},
};
use crate::{
    consultation::Audience,
    search::{Axis, CellContent, Figure, FilterKey, FilterValues, OfferReport, ShadedTable},
    tui::{Canvas, ClickTarget, Marked, Role, columns, fitting},
};

const SIGNS: [&str; 4] = ["░", "▒", "▓", "█"];

/// Draws the report; returns where the selected cell stands.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, page: &ReportPage) -> Option<Position> {
    let Some(report) = page.table() else {
        let text = canvas.text("report-loading");
        canvas.cut(area, &text, Role::Muted);
        return None;
    };
    let labels = |axis: &Axis| labels(axis, canvas.session.register.as_deref(), &canvas.ui.texts);
    let (names, heads) = (labels(&report.table.rows), labels(&report.table.columns));
    let parts = ReportAreas::of(area, &report, &names, &heads);
    draw_title(canvas, parts.title, &report, page.view);
    draw_scope(canvas, parts.scope, page);
    let shaded = ShadedTable::new(&report.table, page.view.figure);
    let table = TableArea { report: &report, page, names, heads, parts, shaded };
    table.draw_cell_in_words(canvas);
    if report.table.cell(0, 0).offers == 0 {
        let lines = canvas.wrap(&canvas.text("report-nothing"), Role::Text, usize::from(area.width));
        canvas.lines(table.parts.table, lines);
        return None;
    }
    if canvas.ui.settings.screen_reader {
        return table.draw_spoken(canvas);
    }
    table.draw_legend(canvas);
    table.draw(canvas)
}

/// "Zielgruppe nach Region: Angebote", and how many offers are counted.
fn draw_title(canvas: &mut Canvas<'_, '_>, area: Rect, report: &OfferReport, view: ReportView) {
    let texts = &canvas.ui.texts;
    let name = |key: FilterKey| texts.get(&format!("filter-{}", key.name())).into_owned();
    let figure = texts.get(&format!("figure-{}", view.figure.code())).into_owned();
    let args = [("rows", name(view.rows).into()), ("columns", name(view.columns).into()), ("figure", figure.into())];
    let heading = texts.with("report-table", &args);
    let count = texts.with("report-screen-all", &[("count", report.table.cell(0, 0).offers.into())]);
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
fn draw_scope(canvas: &mut Canvas<'_, '_>, area: Rect, page: &ReportPage) {
    let texts = &canvas.ui.texts;
    let Some(register) = canvas.session.register.clone() else { return };
    let values = FilterValues::new(&register, texts);
    let ReportScope { words, filters } = &page.scope;
    let kept = filters.iter().filter(|(key, _)| *key != page.view.rows && *key != page.view.columns);
    let kept = kept.map(|(key, id)| {
        let name = texts.get(&format!("filter-{}", key.name())).into_owned();
        format!("{name}: {}", values.label(key, id))
    });
    let line = Some(words.trim()).filter(|line| !line.is_empty());
    let words = line.map(|line| texts.with("report-words", &[("line", line.into())]));
    let current = filters.values(FilterKey::Status).is_empty();
    let current = current.then(|| texts.get("report-screen-current").into_owned());
    let text = words.into_iter().chain(kept).chain(current).collect::<Vec<_>>().join(" · ");
    canvas.cut(area, &text, Role::Muted);
}

struct TableArea<'a> {
    report: &'a OfferReport,
    page: &'a ReportPage,
    names: Vec<String>,
    heads: Vec<String>,
    parts: ReportAreas,
    shaded: ShadedTable<'a>,
}

impl TableArea<'_> {
    fn draw_cell_in_words(&self, canvas: &mut Canvas<'_, '_>) {
        let (row, column) = self.page.at;
        let text = self.in_words(canvas, row, column, true);
        canvas.cut(self.parts.in_words, &text, Role::Accent);
    }

    /// "Frauen, Nordkreis: kein Angebot · Lücke: anderswo gibt es etwas"
    fn in_words(&self, canvas: &Canvas<'_, '_>, row: usize, column: usize, with_row: bool) -> String {
        let texts = &canvas.ui.texts;
        let figures = self.report.table.cell(row, column);
        let (Some(name), Some(head)) = (self.names.get(row), self.heads.get(column)) else { return String::new() };
        let count = figures.offers.into();
        let mut parts = vec![match with_row {
            true => texts.with(
                "report-cell",
                &[("row", name.as_str().into()), ("column", head.as_str().into()), ("count", count)],
            ),
            false => texts.with("report-cell-column", &[("column", head.as_str().into()), ("count", count)]),
        }];
        if self.report.table.is_gap(row, column) {
            parts.push(texts.get("report-cell-gap").into_owned());
        }
        if self.is_wide(row, column) {
            parts.push(texts.get("report-cell-wide").into_owned());
        }
        if figures.free.offers > 0 {
            parts.push(texts.with("report-cell-free", &[("count", figures.free.sum.into())]));
        }
        if figures.overdue > 0 && canvas.session.audience == Audience::Staff {
            parts.push(texts.with("report-cell-overdue", &[("count", figures.overdue.into())]));
        }
        parts.join(" · ")
    }

    /// True for a cell of what stands for a whole district and more.
    fn is_wide(&self, row: usize, column: usize) -> bool {
        let wide = |axis: &Axis, at: usize| axis.lines.get(at).is_some_and(|line| line.wide);
        wide(&self.report.table.rows, row) || wide(&self.report.table.columns, column)
    }

    /// Heads and sums stay; the other rows and columns are those of the window.
    fn draw(&self, canvas: &mut Canvas<'_, '_>) -> Option<Position> {
        let fits = self.parts.fits();
        let (top, left) = self.page.window(self.report, fits);
        let named = || self.names.iter().enumerate();
        let rows = named().take(1).chain(named().skip(top).take(fits.rows));
        let shown: Vec<usize> = [0].into_iter().chain((left..self.heads.len()).take(fits.columns)).collect();
        let area = self.parts.table;
        self.draw_heads(canvas, Rect { height: 1.min(area.height), ..area }, &shown);
        let mut cursor = None;
        for ((row, name), y) in rows.zip(area.y + 1..area.bottom()) {
            let line = Rect { y, height: 1, ..area };
            let role = if row == self.page.at.0 { Role::Title } else { Role::Text };
            canvas.cut(Rect { width: self.parts.names, ..line }, name, role);
            for (number, column) in shown.iter().enumerate() {
                let cell = self.place(line, number);
                if self.draw_cell(canvas, cell, row, *column) {
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

    fn draw_heads(&self, canvas: &mut Canvas<'_, '_>, area: Rect, shown: &[usize]) {
        for (number, column) in shown.iter().enumerate() {
            let Some(text) = self.heads.get(*column) else { continue };
            let place = self.place(area, number);
            let role = if *column == self.page.at.1 { Role::Heading } else { Role::Muted };
            let style = canvas.style(role);
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
    fn draw_cell(&self, canvas: &mut Canvas<'_, '_>, area: Rect, row: usize, column: usize) -> bool {
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

    fn content(&self, canvas: &Canvas<'_, '_>, row: usize, column: usize) -> (String, Role) {
        let texts = &canvas.ui.texts;
        match self.shaded.content(row, column) {
            CellContent::Gap => ("–".to_owned(), Role::Warning),
            CellContent::Unknown => ("?".to_owned(), Role::Muted),
            CellContent::Zero => ("0".to_owned(), Role::Text),
            CellContent::Nothing => ("·".to_owned(), Role::Muted),
            CellContent::Sum(value) => (texts.number(value), Role::Text),
            CellContent::Shaded(value, shade) => {
                let [first, second, third, fourth] = SIGNS;
                let (sign, role) = match shade {
                    ..=1 => (first, Role::Muted),
                    2 => (second, Role::Text),
                    3 => (third, Role::Title),
                    4.. => (fourth, Role::Chip),
                };
                (format!("{sign} {}", texts.number(value)), role)
            }
        }
    }

    fn draw_legend(&self, canvas: &mut Canvas<'_, '_>) {
        let texts = &canvas.ui.texts;
        let mut signs = Vec::new();
        if self.shaded.has_gaps() {
            signs.push(texts.with("report-legend-gap", &[("sign", "–".into())]));
        }
        signs.extend(self.shaded.localize_shades(SIGNS, texts));
        if self.page.view.figure == Figure::Free {
            signs.push(texts.get("report-legend-unknown").into_owned());
        }
        canvas.cut(self.parts.legend, &signs.join("; "), Role::Muted);
    }

    /// For screen readers: the selected row, one column in each line, the cursor in the selected one.
    fn draw_spoken(&self, canvas: &mut Canvas<'_, '_>) -> Option<Position> {
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
