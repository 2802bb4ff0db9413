//! A report as one JSON object: ids, labels, numbers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{ReportOutput, ReportSection};
use crate::{
    cli::json::to_line,
    search::{Axis, AxisLine, AxisValue, Breakdown, Figures, FilterKey, Gap, Sum},
};

/// The object, in one line.
pub(super) fn text(report: &ReportOutput<'_>) -> String {
    let answer = report.answer;
    let filters = answer.filters.keys().map(|key| (key.name(), answer.filters.values(key)));
    to_line(&ReportJson {
        catalogue: &report.register.manifest.title,
        day: report.request.today.to_string(),
        query: &report.request.line,
        filters: filters.collect(),
        partial: answer.partial.map(|(matched, of)| PartialFieldsJson { matched, of }),
        offers: report.total(),
        overview: report.wants(ReportSection::Overview).then(|| OverviewJson::of(report)),
        table: report.wants(ReportSection::Table).then(|| TableJson::of(report)),
        gaps: report.wants(ReportSection::Gaps).then(|| gaps(report)),
        breakdowns: report.breakdowns().map(|breakdown| (breakdown.key.name(), single(breakdown, report))).collect(),
    })
}

#[derive(Serialize)]
struct ReportJson<'a> {
    catalogue: &'a str,
    day: String,
    query: &'a str,
    filters: BTreeMap<&'static str, &'a [Box<str>]>,
    partial: Option<PartialFieldsJson>,
    offers: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    overview: Option<OverviewJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<TableJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gaps: Option<Vec<GapJson>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    breakdowns: BTreeMap<&'static str, Vec<CountedJson>>,
}

#[derive(Serialize)]
struct PartialFieldsJson {
    matched: u32,
    of: u32,
}

/// A sum, and how many offers say a number.
#[derive(Serialize)]
struct SummedJson {
    sum: u64,
    offers: usize,
}

impl From<Sum> for SummedJson {
    fn from(Sum { sum, offers }: Sum) -> Self {
        Self { sum, offers }
    }
}

#[derive(Serialize)]
struct OverviewJson {
    places: SummedJson,
    free: SummedJson,
    free_undated: usize,
    free_stale: usize,
    free_oldest: Option<String>,
    free_newest: Option<String>,
    waiting: SummedJson,
    overdue: usize,
    ending: usize,
    without_place: usize,
    without_region: usize,
}

impl OverviewJson {
    fn of(report: &ReportOutput<'_>) -> Self {
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
struct CountedJson {
    slot: &'static str,
    id: Option<String>,
    label: String,
    offers: usize,
    free: SummedJson,
    overdue: usize,
}

impl CountedJson {
    fn of(key: FilterKey, slot: &AxisValue, figures: Figures, report: &ReportOutput<'_>) -> Self {
        Self {
            slot: match slot {
                AxisValue::All => "all",
                AxisValue::Value(_) => "value",
                AxisValue::Unstated => "unstated",
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
struct AxisJson {
    #[serde(flatten)]
    counted: CountedJson,
    /// True for what stands for a whole district, a country or the like.
    wide: bool,
}

#[derive(Serialize)]
struct TableCellJson {
    offers: usize,
    free: SummedJson,
    overdue: usize,
    gap: bool,
}

/// Rows, columns and cells without the sums; those stand with the rows and columns.
#[derive(Serialize)]
struct TableJson {
    row_dimension: &'static str,
    column_dimension: &'static str,
    rows: Vec<AxisJson>,
    columns: Vec<AxisJson>,
    cells: Vec<Vec<TableCellJson>>,
    absent_rows: Vec<String>,
    absent_columns: Vec<String>,
}

impl TableJson {
    fn of(report: &ReportOutput<'_>) -> Self {
        let table = &report.portfolio.table;
        let heading = |axis: &Axis, line: &AxisLine, figures: Figures| AxisJson {
            counted: CountedJson::of(axis.key, &line.slot, figures, report),
            wide: line.wide,
        };
        let rows = table.rows.lines.iter().enumerate().skip(1);
        let columns = table.columns.lines.iter().enumerate().skip(1);
        let cell = |row: usize, column: usize| {
            let Figures { offers, free, overdue } = table.cell(row, column);
            TableCellJson { offers, free: free.into(), overdue, gap: table.is_gap(row, column) }
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
struct GapJson {
    subject: NamedJson,
    place: NamedJson,
    elsewhere: Vec<PlaceJson>,
    wide: Vec<PlaceJson>,
}

#[derive(Serialize)]
struct NamedJson {
    id: Option<String>,
    label: String,
}

#[derive(Serialize)]
struct PlaceJson {
    #[serde(flatten)]
    named: NamedJson,
    offers: usize,
}

fn gaps(report: &ReportOutput<'_>) -> Vec<GapJson> {
    let table = &report.portfolio.table;
    let Some((subjects, places)) = table.subjects().zip(table.places()) else { return Vec::new() };
    let named = |axis: &Axis, number: usize| {
        let slot = &axis.lines[number].slot;
        NamedJson { id: slot.id().map(str::to_owned), label: report.label(axis.key, slot) }
    };
    let counted = |offers: &[(usize, usize)]| {
        let place = |(number, offers): &(usize, usize)| PlaceJson { named: named(places, *number), offers: *offers };
        offers.iter().map(place).collect()
    };
    let missing = |gap: Gap| GapJson {
        subject: named(subjects, gap.subject),
        place: named(places, gap.place),
        elsewhere: counted(&gap.elsewhere),
        wide: counted(&gap.wide),
    };
    table.gaps().into_iter().map(missing).collect()
}

fn single(breakdown: &Breakdown, report: &ReportOutput<'_>) -> Vec<CountedJson> {
    breakdown.lines.iter().map(|(slot, figures)| CountedJson::of(breakdown.key, slot, *figures, report)).collect()
}
