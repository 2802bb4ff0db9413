//! A table of two dimensions with its sums, and the gaps in it.

use super::{Figures, values::Dimension};
use crate::search::facet::FilterKey;

/// What a row or a column counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// All offers, each once, whatever they have.
    All,
    /// The offers with this value.
    Value(Box<str>),
    /// The offers that have no value.
    Unstated,
}

impl Slot {
    /// The id of the value, if it is one.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Value(id) => Some(id),
            Self::All | Self::Unstated => None,
        }
    }
}

/// A row or a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it counts.
    pub slot: Slot,
    /// True for what stands for a whole district, a country or the like: an offer there counts there and nowhere else,
    /// and that there is none is no gap.
    pub wide: bool,
}

/// The rows or the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The dimension.
    pub key: FilterKey,
    /// The rows or columns; the first counts all.
    pub lines: Vec<Line>,
    /// Values of the vocabulary that no offer has; they have no row or column.
    pub absent: Vec<Box<str>>,
}

/// Two dimensions crossed.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The rows.
    pub rows: Axis,
    /// The columns.
    pub columns: Axis,
    /// Row by row.
    cells: Vec<Figures>,
}

/// A cell without offers in a row that has some elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Number of the row.
    pub row: usize,
    /// Number of the column.
    pub column: usize,
    /// The columns that have offers, and how many.
    pub elsewhere: Vec<(usize, usize)>,
    /// The columns among those that stand for a whole district and more, and how many offers they have.
    pub wide: Vec<(usize, usize)>,
}

impl Gap {
    /// How much there is elsewhere.
    pub fn weight(&self) -> usize {
        self.elsewhere.iter().map(|(_, offers)| offers).sum()
    }
}

impl Table {
    /// The figures of one cell; row 0 and column 0 are the sums.
    ///
    /// A sum is no addition: an offer with several values counts in each of them and in the sum once.
    pub fn cell(&self, row: usize, column: usize) -> Figures {
        let known = column < self.columns.lines.len();
        self.cells.get(row * self.columns.lines.len() + column).filter(|_| known).copied().unwrap_or_default()
    }

    /// The largest value in a cell that is no sum.
    pub fn largest(&self, value: impl Fn(Figures) -> u64) -> u64 {
        let cells = (1..self.rows.lines.len()).flat_map(|row| (1..self.columns.lines.len()).map(move |c| (row, c)));
        cells.map(|(row, column)| value(self.cell(row, column))).max().unwrap_or(0)
    }

    /// True when there is nothing in this cell while the row has something in another column of its kind.
    pub fn is_gap(&self, row: usize, column: usize) -> bool {
        self.may_have_gap(row, column)
            && self.cell(row, column).offers == 0
            && self.having(row).any(|(other, _)| !self.columns.lines[other].wide)
    }

    /// All gaps, those first where there is most elsewhere.
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for row in 1..self.rows.lines.len() {
            let (wide, elsewhere): (Vec<_>, Vec<_>) =
                self.having(row).partition(|(column, _)| self.columns.lines[*column].wide);
            let empty = (1..self.columns.lines.len()).filter(|column| self.is_gap(row, *column));
            gaps.extend(empty.map(|column| Gap { row, column, elsewhere: elsewhere.clone(), wide: wide.clone() }));
        }
        gaps.sort_by_key(|gap| std::cmp::Reverse(gap.weight()));
        gaps
    }

    fn may_have_gap(&self, row: usize, column: usize) -> bool {
        let value = |line: Option<&Line>| line.is_some_and(|line| line.slot.id().is_some());
        let line = self.columns.lines.get(column);
        value(self.rows.lines.get(row)) && value(line) && line.is_some_and(|line| !line.wide)
    }

    /// The columns in which this row has offers, and how many; sums and what says nothing left out.
    fn having(&self, row: usize) -> impl Iterator<Item = (usize, usize)> {
        let columns = self.columns.lines.iter().enumerate().filter(|(_, line)| line.slot.id().is_some());
        columns.map(move |(column, _)| (column, self.cell(row, column).offers)).filter(|(_, offers)| *offers > 0)
    }
}

/// Fills a table, offer by offer.
pub(super) struct Builder {
    columns: usize,
    cells: Vec<Figures>,
}

impl Builder {
    pub(super) fn new(rows: &Dimension, columns: &Dimension) -> Self {
        let (rows, columns) = (rows.len() + 1, columns.len() + 1);
        Self { columns, cells: vec![Figures::default(); rows * columns] }
    }

    /// Adds an offer that has these values.
    pub(super) fn add(&mut self, rows: &[u32], columns: &[u32], figures: &Figures) {
        for row in with_sum(rows) {
            for column in with_sum(columns) {
                self.cells[row * self.columns + column].add(figures);
            }
        }
    }

    /// The table.
    pub(super) fn finish(self, rows: Dimension, columns: Dimension) -> Table {
        Table { rows: rows.into_axis(), columns: columns.into_axis(), cells: self.cells }
    }
}

/// The sum, and the values behind it.
fn with_sum(positions: &[u32]) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(positions.iter().map(|at| *at as usize + 1))
}
