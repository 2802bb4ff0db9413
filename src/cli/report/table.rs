//! One table of a report as CSV, safe to open in a spreadsheet.

use super::{ReportOutput, ReportSection, text::counted};
use crate::{
    exchange::guarded,
    search::{AxisValue, Breakdown, Figures, Gap, Sum},
};

/// The wanted part; without a wish the two dimensions crossed.
pub(super) fn text(report: &ReportOutput<'_>) -> String {
    let rows = match report.section {
        None | Some(ReportSection::Table) => crossed(report),
        Some(ReportSection::Gaps) => gaps(report),
        Some(ReportSection::Overview) => overview(report),
        Some(_) => report.breakdowns().next().map(|breakdown| single(breakdown, report)).unwrap_or_default(),
    };
    // Writing to memory cannot fail, and every row has as many fields as the header.
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        let _ = writer.write_record(row.iter().map(|field| guarded(field).into_owned()));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A row of the table for each value, a column for each value; an empty field where nobody says.
fn crossed(report: &ReportOutput<'_>) -> Vec<Vec<String>> {
    let table = &report.portfolio.table;
    let heads = table.columns.lines.iter().map(|line| report.label(table.columns.key, &line.slot));
    let first = [table.rows.key.name().to_owned(), report.name(table.rows.key)];
    let mut rows = vec![first.into_iter().chain(heads).collect::<Vec<_>>()];
    for (number, line) in table.rows.lines.iter().enumerate() {
        let value = |column: usize| table.cell(number, column).get(report.figure);
        let values =
            (0..table.columns.lines.len()).map(|column| value(column).map_or_else(String::new, |v| v.to_string()));
        let names = [line.slot.id().unwrap_or_default().to_owned(), report.label(table.rows.key, &line.slot)];
        rows.push(names.into_iter().chain(values).collect());
    }
    rows
}

fn gaps(report: &ReportOutput<'_>) -> Vec<Vec<String>> {
    let table = &report.portfolio.table;
    let Some((subjects, places)) = table.subjects().zip(table.places()) else { return Vec::new() };
    let head = [subjects.key.name(), "label", places.key.name(), "place_label", "elsewhere", "where", "wide"];
    let row = |gap: Gap| {
        let (subject, place) = (&subjects.lines[gap.subject].slot, &places.lines[gap.place].slot);
        vec![
            subject.id().unwrap_or_default().to_owned(),
            report.label(subjects.key, subject),
            place.id().unwrap_or_default().to_owned(),
            report.label(places.key, place),
            gap.weight().to_string(),
            counted(&gap.elsewhere, places, report),
            counted(&gap.wide, places, report),
        ]
    };
    std::iter::once(head.map(str::to_owned).to_vec()).chain(table.gaps().into_iter().map(row)).collect()
}

/// Each figure of everything, and how many offers say it.
fn overview(report: &ReportOutput<'_>) -> Vec<Vec<String>> {
    let (overview, all) = (&report.portfolio.overview, report.portfolio.table.cell(0, 0));
    let count = |name: &str, count: usize| [name.to_owned(), count.to_string(), count.to_string()].to_vec();
    let sum = |name: &str, sum: Sum| [name.to_owned(), sum.sum.to_string(), sum.offers.to_string()].to_vec();
    vec![
        ["figure", "value", "offers"].map(str::to_owned).to_vec(),
        count("offers", all.offers),
        sum("places", overview.places),
        sum("free", all.free),
        count("free_undated", overview.undated),
        count("free_stale", overview.stale),
        sum("waiting", overview.waiting),
        count("overdue", all.overdue),
        count("ending", overview.ending),
        count("without_place", overview.placeless),
        count("without_region", overview.regionless),
    ]
}

fn single(breakdown: &Breakdown, report: &ReportOutput<'_>) -> Vec<Vec<String>> {
    let head = [breakdown.key.name(), "label", "offers", "free", "free_offers", "overdue"].map(str::to_owned).to_vec();
    let row = |(slot, figures): &(AxisValue, Figures)| {
        let free = if figures.free.offers > 0 { figures.free.sum.to_string() } else { String::new() };
        vec![
            slot.id().unwrap_or_default().to_owned(),
            report.label(breakdown.key, slot),
            figures.offers.to_string(),
            free,
            figures.free.offers.to_string(),
            figures.overdue.to_string(),
        ]
    };
    std::iter::once(head).chain(breakdown.lines.iter().map(row)).collect()
}
