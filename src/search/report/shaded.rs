//! One figure of a table as it is shown: what each cell says at a glance, whatever draws it.

use super::{
    CrossTable, Figure,
    shades::{SHADES, Shades},
};
use crate::locale::Texts;

/// What a cell says at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellContent {
    /// Nothing here, and something of the same in another place.
    Gap,
    /// There are offers, and none of them says a number.
    Unknown,
    /// There are offers, and their numbers add up to nothing.
    Zero,
    /// No offer.
    Nothing,
    /// A number in the row or the column of the sums, which have no shade: they would make all others pale.
    Sum(u64),
    /// A number with its shade, 1 to 4.
    Shaded(u64, usize),
}

/// A table with the figure that it shows.
#[derive(Clone, Copy, Debug)]
pub struct ShadedTable<'a> {
    table: &'a CrossTable,
    figure: Figure,
    shades: Shades,
    /// The largest number that is no sum.
    largest: u64,
}

impl<'a> ShadedTable<'a> {
    /// The table with shades up to its largest number.
    pub fn new(table: &'a CrossTable, figure: Figure) -> Self {
        let largest = table.largest(|figures| figures.get(figure).unwrap_or(0));
        Self { table, figure, shades: Shades::up_to(largest), largest }
    }

    /// True where this figure shows gaps: that nothing is overdue in one place and something in another is none.
    pub fn has_gaps(&self) -> bool {
        self.figure != Figure::Overdue && self.table.places().is_some()
    }

    /// True for a gap that this figure shows.
    pub fn is_gap(&self, row: usize, column: usize) -> bool {
        self.has_gaps() && self.table.is_gap(row, column)
    }

    /// What a cell says; row 0 and column 0 are the sums.
    pub fn content(&self, row: usize, column: usize) -> CellContent {
        let figures = self.table.cell(row, column);
        if self.is_gap(row, column) {
            return CellContent::Gap;
        }
        match figures.get(self.figure) {
            None => CellContent::Unknown,
            Some(0) if figures.offers > 0 && self.figure == Figure::Free => CellContent::Zero,
            Some(0) => CellContent::Nothing,
            Some(value) if row == 0 || column == 0 => CellContent::Sum(value),
            Some(value) => CellContent::Shaded(value, self.shades.of(value)),
        }
    }

    /// What the signs of the shades mean, for those that occur: "░ 1", "▒ 2–4".
    pub fn localize_shades(&self, signs: [&str; SHADES], texts: &Texts) -> Vec<String> {
        let range = |(sign, (least, greatest)): (&str, (u64, u64))| {
            let (least, greatest) = (texts.number(least), texts.number(greatest));
            if least == greatest {
                return format!("{sign} {least}");
            }
            let args = [("sign", sign.into()), ("least", least.into()), ("greatest", greatest.into())];
            texts.with("report-legend-range", &args)
        };
        signs.into_iter().zip(self.shades.ranges(self.largest)).map(range).collect()
    }
}
