//! The plan of an import as JSON, for scripts.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::{
    counts::{Counts, outcome_code},
    prepare::Prepared,
    words::ValueLabels,
};
use crate::{
    base::Text,
    catalogue::{Field, Value},
    cli::args::ImportArgs,
    exchange::{
        ValueJson,
        import::{ColumnMeaning, Outcome, Plan, PlanDifference, PlannedEntry, RowFault},
    },
};

/// One object with everything that the text has, in codes instead of labels.
pub(super) fn report(
    plan: &Plan,
    prepared: &Prepared,
    names: &ValueLabels<'_>,
    args: &ImportArgs,
    written: bool,
) -> String {
    let columns: Vec<Json> = prepared.columns.iter().map(column).collect();
    // By way of a value, so that the keys are sorted like those of the entries.
    crate::cli::json::to_line(&json!(ImportJson {
        file: &prepared.name,
        dry_run: args.dry_run,
        written,
        summary: SummaryJson { counts: Counts::of(plan), skipped_rows: prepared.skipped },
        columns: (!columns.is_empty()).then_some(columns),
        unused_columns: &prepared.unused,
        entries: plan.items.iter().map(|item| entry(item, names)).collect(),
    }))
}

#[derive(Serialize)]
struct ImportJson<'p> {
    file: &'p str,
    dry_run: bool,
    written: bool,
    summary: SummaryJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    columns: Option<Vec<Json>>,
    unused_columns: &'p [String],
    entries: Vec<Json>,
}

#[derive(Serialize)]
struct SummaryJson {
    #[serde(flatten)]
    counts: Counts,
    skipped_rows: usize,
}

/// What a column of a table without a mapping was taken for.
fn column(meaning: &ColumnMeaning) -> Json {
    json!({
        "column": meaning.place.letters,
        "heading": Text::line(&meaning.place.heading).to_string(),
        "field": meaning.field.map(Field::name),
        "separators": meaning.separators,
    })
}

fn entry(item: &PlannedEntry, names: &ValueLabels<'_>) -> Json {
    let changes: &[PlanDifference] = match &item.outcome {
        Outcome::Changed { changes, .. } => changes,
        _ => &[],
    };
    let warning = |warning: &crate::base::Diagnostic<crate::catalogue::Code>| json!({ "code": warning.code.as_str(), "message": names.warning(warning) });
    let row_warning = |found: &RowFault| json!({ "code": found.reason.code, "message": names.fault(found, false) });
    json!({
        "rows": item.rows,
        "action": outcome_code(&item.outcome),
        "id": item.id.as_ref().map(|id| id.as_str()),
        "title": item.title.as_str(),
        "changes": changes.iter().map(difference).collect::<Vec<_>>(),
        "conflicts": item.conflicts.iter().map(difference).collect::<Vec<_>>(),
        "kept": item.kept.iter().map(difference).collect::<Vec<_>>(),
        "filled_unknown": item.unknown.iter().map(|field| field.name()).collect::<Vec<_>>(),
        "faults": item.faults.iter().map(|found| fault(found, names)).collect::<Vec<_>>(),
        "warnings": item.row_warnings.iter().map(row_warning).chain(item.warnings.iter().map(warning)).collect::<Vec<_>>(),
    })
}

fn difference(difference: &PlanDifference) -> Json {
    json!({
        "field": difference.field.name(),
        "table": value(difference.table.as_ref()),
        "catalogue": value(difference.catalogue.as_ref()),
        "last_import": difference.base.as_ref().map(|base| value(base.as_ref())),
    })
}

fn value(value: Option<&Value>) -> Json {
    json!(value.map(ValueJson))
}

fn fault(fault: &RowFault, names: &ValueLabels<'_>) -> Json {
    let code = fault.reason.fault.as_ref().map_or(fault.reason.code, |fault| fault.code.as_str());
    json!({
        "row": fault.row,
        "column": fault.column.as_ref().map(|column| &column.letters),
        "heading": fault.column.as_ref().map(|column| Text::line(&column.heading).to_string()),
        "cell": fault.cell.as_str(),
        "code": code,
        "message": names.reason(&fault.reason),
        "hint": names.hint(&fault.reason),
    })
}
