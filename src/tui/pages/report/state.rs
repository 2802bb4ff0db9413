//! What the report shows: which dimensions it crosses, which figure, where its cursor stands, what fits.

use std::sync::Arc;

use crate::{
    consultation::Audience,
    search::{Axis, AxisValue, CrossTab, Figure, FilterKey, Filters, OfferReport},
};

pub(crate) struct ReportPage {
    pub(super) view: ReportView,
    /// Row and column of the cursor; 0 are the sums.
    pub(super) at: (usize, usize),
    /// First row below the sums, and first column beside them, that are on the screen.
    pub(super) top: (usize, usize),
    /// True until the first table is there.
    pub(super) fresh: bool,
    /// What was counted last, perhaps for other dimensions.
    pub(super) counted: Option<Arc<OfferReport>>,
    /// What it was counted for.
    pub(super) scope: ReportScope,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ReportView {
    pub rows: FilterKey,
    pub columns: FilterKey,
    pub figure: Figure,
}

/// The words and filters by which is counted.
pub(crate) struct ReportScope {
    pub words: String,
    pub filters: Filters,
}

impl Default for ReportView {
    fn default() -> Self {
        Self { rows: FilterKey::TargetGroup, columns: FilterKey::Region, figure: Figure::Offers }
    }
}

impl ReportPage {
    /// A report whose cursor begins where the filters point to, else at the first cell. `counted` may be left from an
    /// earlier report.
    pub(crate) fn open(
        view: ReportView,
        audience: Audience,
        counted: Option<Arc<OfferReport>>,
        scope: ReportScope,
    ) -> Self {
        let mut page = Self { view, at: (1, 1), top: (1, 1), fresh: true, counted, scope };
        page.hide_from(audience);
        page
    }

    /// What the table shows: the next report begins with it.
    pub(crate) fn view(&self) -> ReportView {
        self.view
    }

    /// What has to be counted for it.
    pub(crate) fn cross_tab(&self) -> CrossTab {
        CrossTab { rows: self.view.rows, columns: self.view.columns, aside: true, breakdowns: false }
    }

    /// The table that is shown; `None` until it has been counted.
    pub(super) fn table(&self) -> Option<Arc<OfferReport>> {
        let counted = self.counted.as_ref()?;
        let (rows, columns) = (counted.table.rows.key, counted.table.columns.key);
        ((rows, columns) == (self.view.rows, self.view.columns)).then(|| counted.clone())
    }

    /// The dimension `steps` further on, leaving out the one of the other axis.
    pub(super) fn neighbour(key: FilterKey, other: FilterKey, steps: isize, audience: Audience) -> FilterKey {
        let keys: Vec<FilterKey> = dimensions(audience).filter(|key| *key != other).collect();
        // What may not be seen any more is followed by the first.
        let at = keys.iter().position(|known| *known == key).unwrap_or(0);
        let count = isize::try_from(keys.len()).unwrap_or(1).max(1);
        let next = isize::try_from(at).unwrap_or(0) + steps;
        keys.get(usize::try_from(next.rem_euclid(count)).unwrap_or(0)).copied().unwrap_or(key)
    }

    pub(super) fn next_figure(&self, audience: Audience) -> Figure {
        let figures: Vec<Figure> = figures(audience).collect();
        let at = figures.iter().position(|figure| *figure == self.view.figure).map_or(0, |at| at + 1);
        figures.get(at % figures.len().max(1)).copied().unwrap_or_default()
    }

    /// Leaves what only staff may see, when a client looks on.
    pub(super) fn hide_from(&mut self, audience: Audience) {
        if !figures(audience).any(|figure| figure == self.view.figure) {
            self.view.figure = Figure::default();
        }
        let seen = |key: FilterKey| dimensions(audience).any(|known| known == key);
        if !seen(self.view.rows) {
            (self.view.rows, self.fresh) = (Self::neighbour(self.view.rows, self.view.columns, 0, audience), true);
        }
        if !seen(self.view.columns) {
            (self.view.columns, self.fresh) = (Self::neighbour(self.view.columns, self.view.rows, 0, audience), true);
        }
    }

    /// Another table: the cursor begins where the filters point to, else at the first cell.
    pub(super) fn begin_anew(&mut self) {
        (self.at, self.top, self.fresh) = ((1, 1), (1, 1), true);
    }

    /// Moves the cursor into the table and the window to the cursor.
    pub(super) fn bring_into_view(&mut self, report: &OfferReport, fits: TableSize) {
        let last = |axis: &Axis| axis.lines.len().saturating_sub(1);
        self.at = (self.at.0.min(last(&report.table.rows)), self.at.1.min(last(&report.table.columns)));
        self.top = self.window(report, fits);
    }

    /// First row below the sums and first column beside them, so that the cursor is seen.
    pub(super) fn window(&self, report: &OfferReport, fits: TableSize) -> (usize, usize) {
        let (rows, columns) = (report.table.rows.lines.len(), report.table.columns.lines.len());
        (window(self.top.0, self.at.0, fits.rows, rows), window(self.top.1, self.at.1, fits.columns, columns))
    }

    /// Moves the cursor to this row and column, as far as they are there.
    pub(super) fn go_to(&mut self, report: &OfferReport, row: Option<&AxisValue>, column: Option<&AxisValue>) {
        let find = |axis: &Axis, slot: Option<&AxisValue>| axis.lines.iter().position(|line| Some(&line.slot) == slot);
        let (rows, columns) = (&report.table.rows, &report.table.columns);
        self.at = (find(rows, row).unwrap_or(self.at.0), find(columns, column).unwrap_or(self.at.1));
    }
}

/// How many rows and columns of a table fit, the sums left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TableSize {
    pub rows: usize,
    pub columns: usize,
}

/// The first of `count` lines on the screen, of which `fit` fit, so that the one `at` is seen. Line 0 always is.
fn window(top: usize, at: usize, fit: usize, count: usize) -> usize {
    let last = count.saturating_sub(fit.max(1)).max(1);
    let top = top.clamp(1, last);
    match at {
        0 => top,
        at if at < top => at,
        at if at >= top + fit.max(1) => (at + 1).saturating_sub(fit.max(1)),
        _ => top,
    }
}

/// The dimensions that may be seen: whose an entry is is nothing for clients.
fn dimensions(audience: Audience) -> impl Iterator<Item = FilterKey> {
    FilterKey::facets().filter(move |key| audience == Audience::Staff || *key != FilterKey::Coordinator)
}

fn figures(audience: Audience) -> impl Iterator<Item = Figure> {
    Figure::ALL.into_iter().filter(move |figure| audience == Audience::Staff || *figure != Figure::Overdue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_follows_the_cursor_and_stays_full() {
        assert_eq!(window(1, 0, 5, 20), 1);
        assert_eq!(window(1, 6, 5, 20), 2);
        assert_eq!(window(9, 3, 5, 20), 3);
        assert_eq!(window(18, 19, 5, 20), 15);
        assert_eq!(window(9, 2, 30, 20), 1);
        assert_eq!(window(1, 7, 0, 20), 7);
    }

    #[test]
    fn dimensions_are_gone_through_in_both_directions_and_never_meet() {
        for audience in [Audience::Client, Audience::Staff] {
            for steps in [1, -1] {
                let mut key = FilterKey::TargetGroup;
                let mut seen = Vec::new();
                while !seen.contains(&key) {
                    seen.push(key);
                    key = ReportPage::neighbour(key, FilterKey::Region, steps, audience);
                }
                assert_eq!(key, FilterKey::TargetGroup);
                assert!(!seen.contains(&FilterKey::Region));
                assert_eq!(seen.contains(&FilterKey::Coordinator), audience == Audience::Staff);
                assert_eq!(seen.len() + 1, dimensions(audience).count());
            }
        }
    }
}
