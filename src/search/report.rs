//! Counts offers: crossed by two dimensions, and what stands beside such a table in a report.
//!
//! The same matches and filters as in a search, so that words and filters narrow a report as they narrow a list. Every
//! offer is looked at once, with the values it has in the dimensions that are asked for.

mod figures;
mod shaded;
mod shades;
mod table;
mod values;
mod widths;

use std::sync::Arc;

use jiff::civil::Date;
use tantivy::Searcher;

pub use figures::{Figure, Figures, Overview, Sum};
pub use shaded::{CellContent, ShadedTable};
pub use table::{Axis, AxisLine, AxisValue, CrossTable, Gap};
pub use widths::Widths;

use self::{
    figures::Numbers,
    table::CrossTableBuilder,
    values::{Dimension, ValueLists},
};
use super::{BitSet, Columns, DrillSideways, FilterKey, Filters, SearchError};
use crate::catalogue::{Kind, RegionTree, Register};

/// Two dimensions to be crossed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrossTab {
    /// What the rows are.
    pub rows: FilterKey,
    /// What the columns are.
    pub columns: FilterKey,
    /// True where the choices in the two dimensions are set aside, so that the table shows what another choice would
    /// bring; false where they decide which rows and columns there are.
    pub aside: bool,
    /// Whether the single dimensions are counted too, and what is said about all offers together.
    pub breakdowns: bool,
}

/// The dimensions that a report counts one by one.
pub const BREAKDOWNS: [FilterKey; 6] = [
    FilterKey::Type,
    FilterKey::LegalBasis,
    FilterKey::Category,
    FilterKey::Status,
    FilterKey::Provider,
    FilterKey::Coordinator,
];

/// What was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferReport {
    /// The two dimensions crossed. The first cell counts all offers.
    pub table: CrossTable,
    /// What is said about all of them; empty unless breakdowns are asked for.
    pub overview: Overview,
    /// Single dimensions, most offers first; empty unless asked for.
    pub breakdowns: Vec<Breakdown>,
}

/// One dimension, value by value.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    /// The dimension.
    pub key: FilterKey,
    /// Its values, most offers first, and those that say nothing last.
    pub lines: Vec<(AxisValue, Figures)>,
}

pub(super) struct ReportBuilder<'a> {
    pub searcher: &'a Searcher,
    pub columns: &'a [Arc<Columns>],
    /// The documents that match the line, by segment.
    pub matches: &'a [&'a BitSet],
    pub register: &'a Register,
    pub tree: &'a RegionTree,
    pub filters: &'a Filters,
    pub today: Date,
}

impl ReportBuilder<'_> {
    pub(super) fn count(&self, cross_tab: CrossTab) -> Result<OfferReport, SearchError> {
        let filters =
            if cross_tab.aside { self.without(&[cross_tab.rows, cross_tab.columns]) } else { self.filters.clone() };
        let (kind, today) = (Some(Kind::Measure), self.today);
        let offers = DrillSideways::new(self.columns, self.tree, self.matches, &filters, kind, true, today).all();
        let dimension = |key| Dimension::new(key, &filters, self.register, self.tree, self.columns, &offers);
        let (rows, columns) = (dimension(cross_tab.rows), dimension(cross_tab.columns));
        let keys: &[FilterKey] = if cross_tab.breakdowns { &BREAKDOWNS } else { &[] };
        let singles: Vec<Dimension> = keys.iter().map(|key| dimension(*key)).collect();
        let mut table = CrossTableBuilder::new(rows.len(), columns.len());
        let mut overview = Overview::default();
        let mut counted: Vec<Vec<Figures>> =
            singles.iter().map(|single| vec![Figures::default(); single.len()]).collect();
        let segments = self.searcher.segment_readers().iter().zip(self.columns).zip(&offers);
        for ((segment, values), offers) in segments {
            let numbers = Numbers::open(segment, values, &self.register.manifest, self.today)?;
            let lists = |dimension: &Dimension| ValueLists::of(dimension, values, offers);
            let (of_rows, of_columns) = (lists(&rows), lists(&columns));
            let of_singles: Vec<ValueLists> = singles.iter().map(lists).collect();
            // One pass over the offers, whatever number of tables is filled from it.
            for doc in offers.iter() {
                let figures = numbers.of(doc);
                table.add(of_rows.of_doc(doc), of_columns.of_doc(doc), &figures);
                if cross_tab.breakdowns {
                    overview.add(&numbers, doc);
                }
                for (counted, lists) in counted.iter_mut().zip(&of_singles) {
                    for slot in lists.of_doc(doc) {
                        if let Some(counted) = counted.get_mut(*slot as usize) {
                            counted.add(&figures);
                        }
                    }
                }
            }
        }
        let breakdowns = singles.into_iter().zip(counted).map(|(single, counted)| breakdown(single, counted)).collect();
        Ok(OfferReport { table: table.finish(rows.into_axis(), columns.into_axis()), overview, breakdowns })
    }

    fn without(&self, keys: &[FilterKey]) -> Filters {
        let mut kept = Filters::default();
        self.filters.iter().filter(|(key, _)| !keys.contains(key)).for_each(|(key, value)| kept.add(key, value));
        kept
    }
}

fn breakdown(dimension: Dimension, counted: Vec<Figures>) -> Breakdown {
    let key = dimension.key;
    let mut lines: Vec<(AxisValue, Figures)> =
        dimension.slots().zip(counted).filter(|(_, figures)| figures.offers > 0).collect();
    lines.sort_by_key(|(slot, figures)| (*slot == AxisValue::Unstated, std::cmp::Reverse(figures.offers)));
    Breakdown { key, lines }
}
