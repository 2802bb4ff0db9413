//! The plan of an import as JSON, for scripts.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::{
    counts::{Counts, outcome_code},
    prepare::Prepared,
    words::{ValueLabels, of_severity},
};
use crate::{
    base::{Diagnostic, DiagnosticCode, Severity, Text},
    catalogue::{Field, Value},
    cli::args::ImportArgs,
    exchange::{
        ValueJson,
        import::{ColumnMeaning, ColumnPlace, Outcome, Plan, PlanDifference, PlannedEntry},
    },
    locale::Texts,
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
    let texts = names.texts;
    let faults = of_severity(&item.row_faults, Severity::Error).map(|found| fault(found, texts));
    let faults = faults.chain(of_severity(&item.entry_faults, Severity::Error).map(|found| fault(found, texts)));
    let warnings = of_severity(&item.row_faults, Severity::Warning)
        .map(|found| json!({ "code": found.code.as_str(), "message": names.fault(found, false) }));
    let warnings = warnings.chain(
        of_severity(&item.entry_faults, Severity::Warning)
            .map(|found| json!({ "code": found.code.as_str(), "message": found.localize(texts) })),
    );
    json!({
        "rows": item.rows,
        "action": outcome_code(&item.outcome),
        "id": item.id.as_ref().map(|id| id.as_str()),
        "title": item.title.as_str(),
        "changes": changes.iter().map(difference).collect::<Vec<_>>(),
        "conflicts": item.conflicts.iter().map(difference).collect::<Vec<_>>(),
        "kept": item.kept.iter().map(difference).collect::<Vec<_>>(),
        "filled_unknown": item.unknown.iter().map(|field| field.name()).collect::<Vec<_>>(),
        "faults": faults.collect::<Vec<_>>(),
        "warnings": warnings.collect::<Vec<_>>(),
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

fn fault<C: DiagnosticCode>(fault: &Diagnostic<C>, texts: &Texts) -> Json {
    let column = ColumnPlace::of(&fault.location);
    json!({
        "row": fault.location.line,
        "column": column.as_ref().map(|column| &column.letters),
        "heading": column.as_ref().map(|column| &column.heading),
        "cell": fault.location.excerpt.as_str(),
        "code": fault.code.as_str(),
        "message": fault.message(texts),
        "hint": fault.hint(texts),
    })
}
