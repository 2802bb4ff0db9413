//! The plan of an import as JSON, for scripts.

use serde_json::{Value as Json, json};

use super::{prepare::Prepared, text::Counts, words::ValueLabels};
use crate::{
    base::Text,
    catalogue::Value,
    cli::args::ImportArgs,
    exchange::import::{Outcome, Plan, PlanDifference, PlannedEntry, RowFault},
};

/// One object with everything that the text has, in codes instead of labels.
pub(super) fn report(
    plan: &Plan,
    prepared: &Prepared,
    names: &ValueLabels<'_>,
    args: &ImportArgs,
    written: bool,
) -> String {
    let counts = Counts::of(plan);
    crate::cli::json::to_line(&json!({
        "file": prepared.name,
        "dry_run": args.dry_run,
        "written": written,
        "summary": {
            "new": counts.new, "changed": counts.changed, "unchanged": counts.unchanged, "refused": counts.refused,
            "conflicts": counts.conflicts, "kept": counts.kept, "warnings": counts.warnings,
            "skipped_rows": prepared.skipped,
        },
        "unused_columns": prepared.unused,
        "entries": plan.items.iter().map(|item| entry(item, names)).collect::<Vec<_>>(),
    }))
}

fn entry(item: &PlannedEntry, names: &ValueLabels<'_>) -> Json {
    let (action, changes) = match &item.outcome {
        Outcome::New { .. } => ("new", Vec::new()),
        Outcome::Changed { changes, .. } => ("changed", changes.iter().map(difference).collect()),
        Outcome::Unchanged => ("unchanged", Vec::new()),
        Outcome::Refused => ("refused", Vec::new()),
    };
    let warning = |warning: &crate::base::Diagnostic<crate::catalogue::Code>| json!({ "code": warning.code.as_str(), "message": names.warning(warning) });
    let remark = |found: &RowFault| json!({ "code": found.reason.code, "message": names.fault(found, false) });
    json!({
        "rows": item.rows,
        "action": action,
        "id": item.id.as_ref().map(|id| id.as_str()),
        "title": item.title.as_str(),
        "changes": changes,
        "conflicts": item.conflicts.iter().map(difference).collect::<Vec<_>>(),
        "kept": item.kept.iter().map(difference).collect::<Vec<_>>(),
        "filled_unknown": item.unknown.iter().map(|field| field.name()).collect::<Vec<_>>(),
        "faults": item.faults.iter().map(|found| fault(found, names)).collect::<Vec<_>>(),
        "warnings": item.remarks.iter().map(remark).chain(item.warnings.iter().map(warning)).collect::<Vec<_>>(),
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
    match value {
        None => Json::Null,
        Some(Value::Text(text) | Value::Foreign(text)) => json!(text),
        Some(Value::List(items)) => json!(items),
        Some(Value::Number(number)) => json!(number),
        Some(Value::Date(day)) => json!(day.to_string()),
        Some(Value::Dates(days)) => json!(days.iter().map(ToString::to_string).collect::<Vec<_>>()),
    }
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
