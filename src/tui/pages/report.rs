//! The report: the keys that move in its table, change what it shows, and go from a number to its offers.

mod areas;
pub(crate) mod state;
mod view;

use std::sync::Arc;

use ratatui::layout::{Position, Rect};

use self::state::{ReportPage, ReportScope};
use crate::{
    search::{Axis, AxisValue, FilterKey, OfferReport},
    tui::{Action, Canvas, ClickTarget, KeyContext, PageContext, PageEffect, PageHelp, StackedPage},
};

/// What works on the report besides its own keys.
const WORKS: [Action; 17] = [
    Action::Help,
    Action::Back,
    Action::Quit,
    Action::SelectPrevious,
    Action::SelectNext,
    Action::CursorLeft,
    Action::CursorRight,
    Action::PageUp,
    Action::PageDown,
    Action::WordLeft,
    Action::WordRight,
    Action::First,
    Action::Last,
    Action::ToggleInternal,
    Action::Desk,
    Action::CycleTheme,
    Action::Redraw,
];

impl StackedPage for ReportPage {
    fn key_context(&self) -> KeyContext {
        KeyContext::Report
    }

    fn help(&self) -> PageHelp {
        PageHelp { contexts: &[KeyContext::Report], works: &WORKS, in_table: true }
    }

    fn offered(&self) -> Vec<Action> {
        use Action::{Activate, Back, Help, NextColumns, NextFigure, NextRows, ToggleInternal};
        vec![Activate, NextRows, NextColumns, NextFigure, Back, Help, ToggleInternal]
    }

    fn on_action(&mut self, cx: PageContext<'_>, action: Action) -> Vec<PageEffect> {
        match action {
            Action::Back => vec![PageEffect::Close],
            Action::Activate | Action::OpenEntry => self.offers(cx),
            Action::ToggleInternal => vec![PageEffect::ToggleAudience],
            Action::NextRows | Action::PreviousRows | Action::NextColumns | Action::PreviousColumns => {
                self.turn(cx, action)
            }
            Action::NextFigure => {
                self.view.figure = self.next_figure(cx.session.audience);
                Vec::new()
            }
            _ => {
                self.move_cursor(cx, action);
                Vec::new()
            }
        }
    }

    /// A second click on a cell opens it.
    fn on_click(&mut self, cx: PageContext<'_>, target: &ClickTarget) -> Vec<PageEffect> {
        let ClickTarget::Cell(row, column) = *target else { return Vec::new() };
        if self.at == (row, column) {
            return self.offers(cx);
        }
        self.at = (row, column);
        self.follow_cursor(cx);
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_, '_>, area: Rect) -> Option<Position> {
        view::draw(canvas, area, self)
    }

    fn on_resize(&mut self, cx: PageContext<'_>) {
        self.follow_cursor(cx);
    }

    /// What may not be seen any more is left.
    fn on_audience(&mut self, cx: PageContext<'_>) -> Vec<PageEffect> {
        self.hide_from(cx.session.audience);
        vec![PageEffect::SearchAgain]
    }
}

impl ReportPage {
    /// It was counted anew: the cursor stays with its row and column, or begins where the filters point to.
    pub(crate) fn on_counted(&mut self, cx: PageContext<'_>, counted: Option<Arc<OfferReport>>, scope: ReportScope) {
        let before = std::mem::replace(&mut self.counted, counted);
        self.scope = scope;
        let Some(report) = self.table() else { return };
        let before = before.as_ref().map(|before| (&before.table.rows, &before.table.columns)).unzip();
        let row = self.kept(before.0, self.at.0, self.view.rows);
        let column = self.kept(before.1, self.at.1, self.view.columns);
        self.fresh = false;
        self.go_to(&report, row.as_ref(), column.as_ref());
        self.follow_cursor(cx);
    }

    /// The row or column at which the cursor is to stand.
    fn kept(&self, before: Option<&Axis>, at: usize, key: FilterKey) -> Option<AxisValue> {
        if self.fresh {
            return match self.scope.filters.values(key) {
                [value] => Some(AxisValue::Value(FilterKey::exact(value).unwrap_or(value).into())),
                _ => None,
            };
        }
        let axis = before.filter(|axis| axis.key == key)?;
        Some(axis.lines.get(at)?.slot.clone())
    }

    /// Another dimension in the rows or columns.
    fn turn(&mut self, cx: PageContext<'_>, action: Action) -> Vec<PageEffect> {
        let neighbour = |key, other, steps| Self::neighbour(key, other, steps, cx.session.audience);
        let view = &mut self.view;
        match action {
            Action::NextRows => view.rows = neighbour(view.rows, view.columns, 1),
            Action::PreviousRows => view.rows = neighbour(view.rows, view.columns, -1),
            Action::NextColumns => view.columns = neighbour(view.columns, view.rows, 1),
            _ => view.columns = neighbour(view.columns, view.rows, -1),
        }
        self.begin_anew();
        vec![PageEffect::SearchAgain]
    }

    fn move_cursor(&mut self, cx: PageContext<'_>, action: Action) {
        let fits = areas::fits(self, cx);
        let (rows, columns) = (fits.rows.max(1), fits.columns.max(1));
        let (row, column) = &mut self.at;
        match action {
            Action::SelectPrevious => *row = row.saturating_sub(1),
            Action::SelectNext => *row += 1,
            Action::PageUp => *row = row.saturating_sub(rows),
            Action::PageDown => *row += rows,
            Action::First => *row = 0,
            Action::Last => *row = usize::MAX,
            Action::CursorLeft => *column = column.saturating_sub(1),
            Action::CursorRight => *column += 1,
            Action::WordLeft => *column = column.saturating_sub(columns),
            Action::WordRight => *column += columns,
            Action::CursorStart => *column = 0,
            Action::CursorEnd => *column = usize::MAX,
            _ => return,
        }
        self.follow_cursor(cx);
    }

    /// The cursor stays in the table and on the screen.
    fn follow_cursor(&mut self, cx: PageContext<'_>) {
        let fits = areas::fits(self, cx);
        if let Some(report) = self.table() {
            self.bring_into_view(&report, fits);
        }
    }

    /// Shows the offers of the selected cell: the list with the filters of its row and column.
    fn offers(&self, cx: PageContext<'_>) -> Vec<PageEffect> {
        let Some(cell) = self.selected() else { return Vec::new() };
        if cell.iter().any(|(_, slot)| *slot == AxisValue::Unstated) {
            return vec![PageEffect::Message(cx.ui.text("notice-no-filter-for-unstated"))];
        }
        vec![PageEffect::Offers(cell)]
    }

    /// The dimensions of the selected cell with its row and column.
    fn selected(&self) -> Option<[(FilterKey, AxisValue); 2]> {
        let report = self.table()?;
        let slot = |axis: &Axis, at: usize| Some((axis.key, axis.lines.get(at)?.slot.clone()));
        Some([slot(&report.table.rows, self.at.0)?, slot(&report.table.columns, self.at.1)?])
    }
}
