//! Where the parts of the report lie, and what its rows and columns are called.

use ratatui::layout::Rect;

use super::state::{ReportPage, TableSize};
use crate::{
    catalogue::Register,
    locale::Texts,
    search::{Axis, Figure, OfferReport, Widths},
    tui::{PageContext, columns},
};

/// Least width of a column, the blank before it included.
const COLUMN: u16 = 7;
/// Least width of the names of the rows.
const NAMES: u16 = 12;
/// The same where the terminal is very narrow.
const LEAST_NAMES: u16 = 4;
/// From this height on there is a row for words and filters.
const WITH_SCOPE: u16 = 12;
/// From this height on there is a row that explains the signs.
const WITH_LEGEND: u16 = 10;

pub(super) struct ReportAreas {
    /// Rows, columns and figure, and how many offers there are.
    pub(super) title: Rect,
    /// The words and filters.
    pub(super) scope: Rect,
    /// The selected cell in words.
    pub(super) in_words: Rect,
    /// Heads, sums and rows.
    pub(super) table: Rect,
    /// What the signs mean.
    pub(super) legend: Rect,
    /// Columns of the names of the rows.
    pub(super) names: u16,
    /// Columns of a number, with the blank before it, where not all stand side by side.
    width: u16,
    /// The width of each column, with the blank before it, where all stand side by side; else empty.
    widths: Vec<u16>,
}

impl ReportAreas {
    /// Lays out an area for a table with these names of rows and heads of columns.
    pub(super) fn of(area: Rect, report: &OfferReport, names: &[String], heads: &[String]) -> Self {
        let scope = u16::from(area.height >= WITH_SCOPE);
        let legend = u16::from(area.height >= WITH_LEGEND);
        let row = |y: u16, height: u16| Rect::new(area.x, area.y.saturating_add(y), area.width, height);
        let above = 2 + scope;
        let longest = |labels: &[String]| labels.iter().map(|label| columns(label)).max().unwrap_or(0);
        let largest = report.table.cell(0, 0);
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
            in_words: row(1 + scope, u16::from(area.height > 1)),
            table: row(above, area.height.saturating_sub(above + legend)),
            legend: row(area.height.saturating_sub(1), legend),
            names,
            width,
            widths,
        }
    }

    /// The columns before the one that stands at this place, and its own, with the blank before it.
    pub(super) fn column(&self, number: usize) -> (u16, u16) {
        match self.widths.get(number) {
            Some(width) => (self.widths.iter().take(number).sum(), *width),
            None => (u16::try_from(number).unwrap_or(u16::MAX).saturating_mul(self.width), self.width),
        }
    }

    pub(super) fn fits(&self) -> TableSize {
        let columns = match self.widths.len() {
            0 => (self.table.width - self.names) / self.width.max(1),
            all => u16::try_from(all).unwrap_or(u16::MAX),
        };
        TableSize {
            rows: usize::from(self.table.height.saturating_sub(2)),
            columns: usize::from(columns.saturating_sub(1)),
        }
    }
}

/// What the rows or columns are called.
pub(super) fn labels(axis: &Axis, register: Option<&Register>, texts: &Texts) -> Vec<String> {
    let empty = Register::default();
    let register = register.unwrap_or(&empty);
    axis.lines.iter().map(|line| line.slot.localize(axis.key, register, texts)).collect()
}

/// How many rows and columns fit on a screen of the present size.
pub(super) fn fits(page: &ReportPage, cx: PageContext<'_>) -> TableSize {
    let Some(report) = page.table() else { return TableSize::default() };
    let (columns, rows) = cx.session.size;
    let area = Rect::new(0, 0, columns, rows.saturating_sub(1));
    let labels = |axis: &Axis| labels(axis, cx.session.register.as_deref(), &cx.ui.texts);
    ReportAreas::of(area, &report, &labels(&report.table.rows), &labels(&report.table.columns)).fits()
}
