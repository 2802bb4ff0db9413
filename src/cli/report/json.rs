//! A report as one JSON object: ids, labels, numbers.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::model::{CountedValue, LabelledGap, OverviewFigure, ReportOutput, ReportTable, TableCell, TableLine};
use crate::cli::{LabelledId, PartialJson, args::ReportSection, to_line};

pub(super) fn text(report: &ReportOutput<'_>) -> String {
    let answer = report.answer;
    let filters = answer.filters.keys().map(|key| (key.name(), answer.filters.values(key)));
    let table = report.wants(ReportSection::Table).then(|| report.table());
    to_line(&ReportJson {
        catalogue: &report.register.manifest.title,
        day: report.request.today.to_string(),
        query: &report.request.line,
        filters: filters.collect(),
        partial: answer.partial.map(PartialJson::from),
        offers: report.total(),
        overview: report.wants(ReportSection::Overview).then(|| OverviewJson(report.overview())),
        table: table.as_ref().map(TableJson::of),
        gaps: report.wants(ReportSection::Gaps).then(|| report.gaps().map_or_else(Vec::new, |list| list.gaps)),
        breakdowns: report.breakdowns().map(|(key, values)| (key.name(), values)).collect(),
    })
}

#[derive(Serialize)]
struct ReportJson<'a> {
    catalogue: &'a str,
    day: String,
    query: &'a str,
    filters: BTreeMap<&'static str, &'a [Box<str>]>,
    partial: Option<PartialJson>,
    offers: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    overview: Option<OverviewJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<TableJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gaps: Option<Vec<LabelledGap>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    breakdowns: BTreeMap<&'static str, Vec<CountedValue>>,
}

/// An object, in the order of the list.
struct OverviewJson(Vec<(&'static str, OverviewFigure)>);

impl Serialize for OverviewJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, figure)| (name, figure)))
    }
}

/// Rows, columns and cells without the sums; those stand with the rows and columns.
#[derive(Serialize)]
struct TableJson<'a> {
    row_dimension: &'static str,
    column_dimension: &'static str,
    rows: Vec<&'a TableLine>,
    columns: Vec<&'a TableLine>,
    cells: Vec<Vec<&'a TableCell>>,
    absent_rows: Vec<&'a str>,
    absent_columns: Vec<&'a str>,
}

impl<'a> TableJson<'a> {
    fn of(table: &'a ReportTable) -> Self {
        let ids = |absent: &'a [LabelledId]| absent.iter().filter_map(|value| value.id.as_deref()).collect();
        Self {
            row_dimension: table.row_key.name(),
            column_dimension: table.column_key.name(),
            rows: table.rows.iter().skip(1).collect(),
            columns: table.columns.iter().skip(1).collect(),
            cells: table.cells.iter().skip(1).map(|row| row.iter().skip(1).collect()).collect(),
            absent_rows: ids(&table.absent_rows),
            absent_columns: ids(&table.absent_columns),
        }
    }
}
