//! One table of a report as CSV, safe to open in a spreadsheet.

use super::{
    model::{CountedValue, OverviewFigure, ReportOutput},
    text::counted_places,
};
use crate::{
    cli::{args::ReportSection, csv},
    search::FilterKey,
};

/// The wanted part; without a wish the two dimensions crossed.
pub(super) fn text(report: &ReportOutput<'_>) -> String {
    csv::to_text(match report.section {
        None | Some(ReportSection::Table) => table(report),
        Some(ReportSection::Gaps) => gaps(report),
        Some(ReportSection::Overview) => overview(report),
        Some(_) => report.breakdowns().next().map(|(key, values)| breakdown(key, &values)).unwrap_or_default(),
    })
}

/// A row of the table for each value, a column for each value; an empty field where nobody says.
fn table(report: &ReportOutput<'_>) -> Vec<Vec<String>> {
    let table = report.table();
    let heads = table.columns.iter().map(|column| column.counted.value.label.clone());
    let first = [table.row_key.name().to_owned(), report.name(table.row_key)];
    let mut rows: Vec<Vec<String>> = vec![first.into_iter().chain(heads).collect()];
    for (line, cells) in table.rows.into_iter().zip(&table.cells) {
        let value = line.counted.value;
        let numbers =
            cells.iter().map(|cell| cell.figures.get(report.figure).map_or_else(String::new, |n| n.to_string()));
        rows.push([value.id.unwrap_or_default(), value.label].into_iter().chain(numbers).collect());
    }
    rows
}

fn gaps(report: &ReportOutput<'_>) -> Vec<Vec<String>> {
    let Some(list) = report.gaps() else { return Vec::new() };
    let head = [list.subject_key.name(), "label", list.place_key.name(), "place_label", "elsewhere", "where", "wide"];
    let rows = list.gaps.into_iter().map(|gap| {
        let (weight, elsewhere) = (gap.weight().to_string(), counted_places(&gap.elsewhere, report.texts));
        let wide = counted_places(&gap.wide, report.texts);
        let (subject, place) = (gap.subject, gap.place);
        let (subject_id, place_id) = (subject.id.unwrap_or_default(), place.id.unwrap_or_default());
        vec![subject_id, subject.label, place_id, place.label, weight, elsewhere, wide]
    });
    std::iter::once(head.map(str::to_owned).to_vec()).chain(rows).collect()
}

/// Each figure of everything, and how many offers say it.
fn overview(report: &ReportOutput<'_>) -> Vec<Vec<String>> {
    let all = ("offers", OverviewFigure::Count(report.total()));
    let row = |(name, figure): (&str, OverviewFigure)| {
        let (value, offers) = match figure {
            OverviewFigure::Sum(sum) => (sum.sum.to_string(), sum.offers.to_string()),
            OverviewFigure::Count(count) => (count.to_string(), count.to_string()),
            OverviewFigure::Day(_) => return None,
        };
        Some(vec![name.to_owned(), value, offers])
    };
    let head = ["figure", "value", "offers"].map(str::to_owned).to_vec();
    std::iter::once(head).chain([all].into_iter().chain(report.overview()).filter_map(row)).collect()
}

fn breakdown(key: FilterKey, values: &[CountedValue]) -> Vec<Vec<String>> {
    let head = [key.name(), "label", "offers", "free", "free_offers", "overdue"].map(str::to_owned).to_vec();
    let row = |CountedValue { value, figures, .. }: &CountedValue| {
        let free = if figures.free.offers > 0 { figures.free.sum.to_string() } else { String::new() };
        vec![
            value.id.clone().unwrap_or_default(),
            value.label.clone(),
            figures.offers.to_string(),
            free,
            figures.free.offers.to_string(),
            figures.overdue.to_string(),
        ]
    };
    std::iter::once(head).chain(values.iter().map(row)).collect()
}
