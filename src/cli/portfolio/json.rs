//! A report as one JSON object: ids, labels, numbers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Report, Section};
use crate::{
    cli::json::to_line,
    search::{Axis, Breakdown, Figures, FilterKey, Gap, Line, Slot, Sum},
};

/// The object, in one line.
pub(super) fn text(report: &Report<'_>) -> String {
    let answer = report.answer;
    let filters = answer.filters.keys().map(|key| (key.name(), answer.filters.values(key)));
    to_line(&Object {
        catalogue: &report.register.manifest.title,
        day: report.request.today.to_string(),
        query: &report.request.line,
        filters: filters.collect(),
        partial: answer.partial.map(|(matched, of)| Partial { matched, of }),
        offers: report.total(),
        overview: report.wants(Section::Overview).then(|| Overview::of(report)),
        table: report.wants(Section::Table).then(|| Table::of(report)),
        gaps: report.wants(Section::Gaps).then(|| gaps(report)),
        breakdowns: report.breakdowns().map(|breakdown| (breakdown.key.name(), single(breakdown, report))).collect(),
    })
}

#[derive(Serialize)]
struct Object<'a> {
    catalogue: &'a str,
    day: String,
    query: &'a str,
    filters: BTreeMap<&'static str, &'a [Box<str>]>,
    partial: Option<Partial>,
    offers: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    overview: Option<Overview>,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<Table>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gaps: Option<Vec<Missing>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    breakdowns: BTreeMap<&'static str, Vec<Counted>>,
}

#[derive(Serialize)]
struct Partial {
    matched: u32,
    of: u32,
}

/// A sum, and how many offers say a number.
#[derive(Serialize)]
struct Summed {
    sum: u64,
    offers: usize,
}

impl From<Sum> for Summed {
    fn from(Sum { sum, offers }: Sum) -> Self {
        Self { sum, offers }
    }
}

#[derive(Serialize)]
struct Overview {
    places: Summed,
    free: Summed,
    free_undated: usize,
    free_stale: usize,
    free_oldest: Option<String>,
    free_newest: Option<String>,
    waiting: Summed,
    overdue: usize,
    ending: usize,
    without_place: usize,
    without_region: usize,
}

impl Overview {
    fn of(report: &Report<'_>) -> Self {
        let overview = &report.portfolio.overview;
        let all = report.portfolio.table.cell(0, 0);
        Self {
            places: overview.places.into(),
            free: all.free.into(),
            free_undated: overview.undated,
            free_stale: overview.stale,
            free_oldest: overview.as_of.map(|(oldest, _)| oldest.to_string()),
            free_newest: overview.as_of.map(|(_, newest)| newest.to_string()),
            waiting: overview.waiting.into(),
            overdue: all.overdue,
            ending: overview.ending,
            without_place: overview.placeless,
            without_region: overview.regionless,
        }
    }
}

/// One value with its figures. Sums and what says nothing have no id.
#[derive(Serialize)]
struct Counted {
    slot: &'static str,
    id: Option<String>,
    label: String,
    offers: usize,
    free: Summed,
    overdue: usize,
}

impl Counted {
    fn of(key: FilterKey, slot: &Slot, figures: Figures, report: &Report<'_>) -> Self {
        Self {
            slot: match slot {
                Slot::All => "all",
                Slot::Value(_) => "value",
                Slot::Unstated => "unstated",
            },
            id: slot.id().map(str::to_owned),
            label: report.label(key, slot),
            offers: figures.offers,
            free: figures.free.into(),
            overdue: figures.overdue,
        }
    }
}

/// A row or a column.
#[derive(Serialize)]
struct Heading {
    #[serde(flatten)]
    counted: Counted,
    /// True for what stands for a whole district, a country or the like.
    wide: bool,
}

#[derive(Serialize)]
struct Cell {
    offers: usize,
    free: Summed,
    overdue: usize,
    gap: bool,
}

/// Rows, columns and cells without the sums; those stand with the rows and columns.
#[derive(Serialize)]
struct Table {
    row_dimension: &'static str,
    column_dimension: &'static str,
    rows: Vec<Heading>,
    columns: Vec<Heading>,
    cells: Vec<Vec<Cell>>,
    absent_rows: Vec<String>,
    absent_columns: Vec<String>,
}

impl Table {
    fn of(report: &Report<'_>) -> Self {
        let table = &report.portfolio.table;
        let heading = |axis: &Axis, line: &Line, figures: Figures| Heading {
            counted: Counted::of(axis.key, &line.slot, figures, report),
            wide: line.wide,
        };
        let rows = table.rows.lines.iter().enumerate().skip(1);
        let columns = table.columns.lines.iter().enumerate().skip(1);
        let cell = |row: usize, column: usize| {
            let Figures { offers, free, overdue } = table.cell(row, column);
            Cell { offers, free: free.into(), overdue, gap: table.is_gap(row, column) }
        };
        let absent = |axis: &Axis| axis.absent.iter().map(ToString::to_string).collect();
        Self {
            row_dimension: table.rows.key.name(),
            column_dimension: table.columns.key.name(),
            cells: rows
                .clone()
                .map(|(row, _)| columns.clone().map(|(column, _)| cell(row, column)).collect())
                .collect(),
            rows: rows.map(|(row, line)| heading(&table.rows, line, table.cell(row, 0))).collect(),
            columns: columns.map(|(column, line)| heading(&table.columns, line, table.cell(0, column))).collect(),
            absent_rows: absent(&table.rows),
            absent_columns: absent(&table.columns),
        }
    }
}

/// What is offered elsewhere and not here.
#[derive(Serialize)]
struct Missing {
    subject: Named,
    place: Named,
    elsewhere: Vec<Place>,
    wide: Vec<Place>,
}

#[derive(Serialize)]
struct Named {
    id: Option<String>,
    label: String,
}

#[derive(Serialize)]
struct Place {
    #[serde(flatten)]
    named: Named,
    offers: usize,
}

fn gaps(report: &Report<'_>) -> Vec<Missing> {
    let table = &report.portfolio.table;
    let Some((subjects, places)) = table.subjects().zip(table.places()) else { return Vec::new() };
    let named = |axis: &Axis, number: usize| {
        let slot = &axis.lines[number].slot;
        Named { id: slot.id().map(str::to_owned), label: report.label(axis.key, slot) }
    };
    let counted = |offers: &[(usize, usize)]| {
        let place = |(number, offers): &(usize, usize)| Place { named: named(places, *number), offers: *offers };
        offers.iter().map(place).collect()
    };
    let missing = |gap: Gap| Missing {
        subject: named(subjects, gap.subject),
        place: named(places, gap.place),
        elsewhere: counted(&gap.elsewhere),
        wide: counted(&gap.wide),
    };
    table.gaps().into_iter().map(missing).collect()
}

fn single(breakdown: &Breakdown, report: &Report<'_>) -> Vec<Counted> {
    breakdown.lines.iter().map(|(slot, figures)| Counted::of(breakdown.key, slot, *figures, report)).collect()
}
