//! A table of two dimensions with its sums, and the gaps in it.

use super::Figures;
use crate::{
    catalogue::Register,
    locale::Texts,
    search::{FilterKey, FilterValues},
};

/// What a row or a column counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AxisValue {
    /// All offers, each once, whatever they have.
    All,
    /// The offers with this value.
    Value(Box<str>),
    /// The offers that have no value.
    Unstated,
}

impl AxisValue {
    /// The id of the value, if it is one.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Value(id) => Some(id),
            Self::All | Self::Unstated => None,
        }
    }

    /// What a row, a column or a bar is called.
    pub fn localize(&self, key: FilterKey, register: &Register, texts: &Texts) -> String {
        match self {
            Self::All => texts.get("report-all").into_owned(),
            Self::Value(id) => FilterValues::new(register, texts).label(key, id),
            Self::Unstated => texts.get("report-unstated").into_owned(),
        }
    }
}

/// A row or a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisLine {
    /// What it counts.
    pub slot: AxisValue,
    /// True for what stands for a whole district, a country or the like: an offer there counts there and nowhere else,
    /// and that there is none is no gap.
    pub wide: bool,
    /// Which of the others stand for more and reach this one: the district a town of it, what is nationwide everyone.
    /// `None` where no region lies within another: then any of them may.
    pub reached_from: Option<Vec<Box<str>>>,
}

/// The rows or the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The dimension.
    pub key: FilterKey,
    /// The rows or columns; the first counts all.
    pub lines: Vec<AxisLine>,
    /// Values of the vocabulary that no offer has; they have no row or column.
    pub absent: Vec<Box<str>>,
}

/// Two dimensions crossed.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossTable {
    /// The rows.
    pub rows: Axis,
    /// The columns.
    pub columns: Axis,
    /// Row by row.
    cells: Vec<Figures>,
}

/// Something that is not offered in one place and is in another. Only a table of places and something else has gaps: that
/// a provider has no offer of some category is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What is missing: a number on the axis of [`CrossTable::subjects`].
    pub subject: usize,
    /// Where: a number on the axis of [`CrossTable::places`].
    pub place: usize,
    /// The other places that have offers, and how many.
    pub elsewhere: Vec<(usize, usize)>,
    /// What stands for a whole district and more, reaches the place and has offers, and how many.
    pub wide: Vec<(usize, usize)>,
}

impl Gap {
    /// How much there is elsewhere.
    pub fn weight(&self) -> usize {
        self.elsewhere.iter().map(|(_, offers)| offers).sum()
    }
}

impl CrossTable {
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

    /// The regions or places, if exactly one of the dimensions is one of these.
    pub fn places(&self) -> Option<&Axis> {
        self.sides().map(|(_, places)| places)
    }

    /// The dimension that is crossed with the places.
    pub fn subjects(&self) -> Option<&Axis> {
        self.sides().map(|(subjects, _)| subjects)
    }

    fn sides(&self) -> Option<(&Axis, &Axis)> {
        match (self.rows.is_of_places(), self.columns.is_of_places()) {
            (false, true) => Some((&self.rows, &self.columns)),
            (true, false) => Some((&self.columns, &self.rows)),
            _ => None,
        }
    }

    /// How many offers there are of a subject in a place.
    fn offers(&self, subject: usize, place: usize) -> usize {
        let (row, column) = if self.rows.is_of_places() { (place, subject) } else { (subject, place) };
        self.cell(row, column).offers
    }

    /// True when there is nothing in this cell, but something of the same in another place.
    pub fn is_gap(&self, row: usize, column: usize) -> bool {
        let (subject, place) = if self.rows.is_of_places() { (column, row) } else { (row, column) };
        self.sides().is_some_and(|(subjects, places)| {
            subjects.is_value(subject)
                && places.is_value(place)
                && !places.is_wide(place)
                && self.offers(subject, place) == 0
                && self.having(subject, places).any(|(other, _)| !places.is_wide(other))
        })
    }

    /// All gaps, those first where there is most elsewhere.
    pub fn gaps(&self) -> Vec<Gap> {
        let Some((subjects, places)) = self.sides() else { return Vec::new() };
        let mut gaps = Vec::new();
        for subject in (1..subjects.lines.len()).filter(|subject| subjects.is_value(*subject)) {
            let (wide, elsewhere): (Vec<_>, Vec<_>) =
                self.having(subject, places).partition(|(place, _)| places.is_wide(*place));
            let empty = |place: &usize| {
                let is_town = places.is_value(*place) && !places.is_wide(*place);
                !elsewhere.is_empty() && is_town && self.offers(subject, *place) == 0
            };
            let missing = (1..places.lines.len()).filter(empty);
            let reaching = |place: usize| wide.iter().copied().filter(move |(wide, _)| places.is_reached(place, *wide));
            gaps.extend(missing.map(|place| Gap {
                subject,
                place,
                elsewhere: elsewhere.clone(),
                wide: reaching(place).collect(),
            }));
        }
        gaps.sort_by_key(|gap| std::cmp::Reverse(gap.weight()));
        gaps
    }

    /// The places in which this subject has offers, and how many; sums and what says nothing left out.
    fn having<'a>(&'a self, subject: usize, places: &'a Axis) -> impl Iterator<Item = (usize, usize)> + 'a {
        let named = places.lines.iter().enumerate().filter(|(_, line)| line.slot.id().is_some());
        named.map(move |(place, _)| (place, self.offers(subject, place))).filter(|(_, offers)| *offers > 0)
    }
}

impl Axis {
    fn is_of_places(&self) -> bool {
        matches!(self.key, FilterKey::Region | FilterKey::Place)
    }

    /// True for a row or column of one value, false for a sum and for what says nothing.
    fn is_value(&self, number: usize) -> bool {
        self.lines.get(number).is_some_and(|line| line.slot.id().is_some())
    }

    /// True where what is offered in `wide` reaches the place.
    fn is_reached(&self, place: usize, wide: usize) -> bool {
        let wide = self.lines.get(wide).and_then(|line| line.slot.id());
        let from = self.lines.get(place).and_then(|line| line.reached_from.as_ref());
        from.is_none_or(|from| from.iter().any(|id| Some(&**id) == wide))
    }

    fn is_wide(&self, number: usize) -> bool {
        self.lines.get(number).is_some_and(|line| line.wide)
    }
}

pub(super) struct CrossTableBuilder {
    columns: usize,
    cells: Vec<Figures>,
}

impl CrossTableBuilder {
    /// For so many values, to which the sums are added.
    pub(super) fn new(rows: usize, columns: usize) -> Self {
        let (rows, columns) = (rows + 1, columns + 1);
        Self { columns, cells: vec![Figures::default(); rows * columns] }
    }

    pub(super) fn add(&mut self, rows: &[u32], columns: &[u32], figures: &Figures) {
        // An offer with two values counts in both rows, and once in the sum.
        for row in with_sum(rows) {
            for column in with_sum(columns) {
                if let Some(cell) = self.cells.get_mut(row * self.columns + column) {
                    cell.add(figures);
                }
            }
        }
    }

    pub(super) fn finish(self, rows: Axis, columns: Axis) -> CrossTable {
        CrossTable { rows, columns, cells: self.cells }
    }
}

/// The sum, and the values behind it.
fn with_sum(positions: &[u32]) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(positions.iter().map(|at| *at as usize + 1))
}
