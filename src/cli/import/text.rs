//! The plan of an import as text, row by row.

use super::{
    counts::{Counts, outcome_code},
    prepare::Prepared,
    words::{self, ValueLabels, of_severity, quoted},
};
use crate::{
    base::{Severity, Text},
    cli::args::ImportArgs,
    exchange::import::{ColumnMeaning, Outcome, Plan, PlannedEntry, TableFormat},
    locale::{Arg, Texts},
};

/// What became, or would become, of each row, and all of it in numbers.
pub(super) fn report(
    plan: &Plan,
    prepared: &Prepared,
    names: &ValueLabels<'_>,
    args: &ImportArgs,
    written: bool,
) -> String {
    let texts = names.texts;
    let mut lines = vec![source(prepared, texts)];
    lines.extend(columns(prepared, texts));
    lines.push(String::new());
    for item in &plan.items {
        lines.push(headline(item, names));
        lines.extend(details(item, names).into_iter().map(|line| format!("    {line}")));
    }
    lines.push(String::new());
    lines.push(summary(plan, texts));
    lines.extend(notes(plan, prepared, args, texts));
    lines.push(ending(plan, args, written, texts));
    lines.join("\n")
}

/// "maßnahmen.xlsx, Blatt „2027“"
fn source(prepared: &Prepared, texts: &Texts) -> String {
    let name: Arg<'_> = (&*prepared.name).into();
    match &prepared.format {
        None => texts.with("import-source-json", &[("file", name)]),
        Some(TableFormat::Csv { encoding, separator }) => {
            let separator = if *separator == '\t' { "Tab".to_owned() } else { quoted(&separator.to_string(), texts) };
            texts.with(
                "import-source-csv",
                &[("file", name), ("encoding", (*encoding).into()), ("separator", separator.into())],
            )
        }
        Some(TableFormat::Xlsx { sheet, others }) => {
            let sheet = Text::line(sheet).to_string();
            let source = texts.with("import-source-xlsx", &[("file", name), ("sheet", sheet.into())]);
            if others.is_empty() {
                return source;
            }
            let others: Vec<String> = others.iter().map(|other| quoted(other, texts)).collect();
            format!("{source} {}", texts.with("import-other-sheets", &[("sheets", others.join(", ").into())]))
        }
    }
}

/// What the columns of a table without a mapping were taken for.
fn columns(prepared: &Prepared, texts: &Texts) -> Vec<String> {
    let meaning = |meaning: &ColumnMeaning| {
        let column: Arg<'_> = words::column(&meaning.place, texts).into();
        let Some(field) = meaning.field else { return texts.with("import-column-ignored", &[("column", column)]) };
        let field: Arg<'_> = field.localize(texts).into();
        match &meaning.separators {
            None => texts.with("import-column-means", &[("column", column), ("field", field)]),
            Some(separators) => {
                let shown: Vec<String> =
                    separators.iter().filter(|sign| *sign != "\n").map(|sign| quoted(sign.trim(), texts)).collect();
                let args = [("column", column), ("field", field), ("separators", shown.join(" ").into())];
                texts.with("import-column-means-separated", &args)
            }
        }
    };
    let lines: Vec<String> = prepared.columns.iter().map(|column| format!("    {}", meaning(column))).collect();
    let head = (!lines.is_empty()).then(|| texts.get("import-columns-inferred").into_owned());
    head.into_iter().chain(lines).collect()
}

fn headline(item: &PlannedEntry, names: &ValueLabels<'_>) -> String {
    let texts = names.texts;
    let undecided = item.outcome == Outcome::Unchanged && !item.conflicts.is_empty();
    let outcome = if undecided { "undecided" } else { outcome_code(&item.outcome) };
    let what = texts.get(&format!("import-outcome-{outcome}"));
    let id = item.id.as_ref().map(|id| format!(" {id}")).unwrap_or_default();
    let title = if item.title.is_empty() { String::new() } else { format!(" – {}", item.title) };
    format!("{}: {what}{id}{title}", names.rows(&item.rows))
}

fn details(item: &PlannedEntry, names: &ValueLabels<'_>) -> Vec<String> {
    let texts = names.texts;
    let mut lines = Vec::new();
    let several = item.rows.len() > 1;
    if item.outcome == Outcome::Refused {
        lines.extend(of_severity(&item.row_faults, Severity::Error).map(|fault| names.fault(fault, several)));
        lines.extend(of_severity(&item.entry_faults, Severity::Error).map(|fault| names.fault(fault, several)));
        return lines;
    }
    if let Outcome::Changed { changes, .. } = &item.outcome {
        lines.extend(changes.iter().map(|change| names.change(change)));
    }
    for conflict in &item.conflicts {
        let key = if conflict.base.is_some() { "import-conflict" } else { "import-differs" };
        lines.push(names.three(key, conflict));
    }
    for kept in &item.kept {
        let key = if kept.base.is_some() { "import-kept" } else { "import-kept-catalogue" };
        lines.push(names.three(key, kept));
    }
    if !item.unknown.is_empty() {
        let fields: Vec<String> = item.unknown.iter().map(|field| field.localize(texts)).collect();
        lines.push(texts.with("import-filled-unknown", &[("fields", fields.join(", ").into())]));
    }
    if item.writes() {
        let of_rows = item.row_faults.iter().map(|warning| names.fault(warning, several));
        let warnings = of_rows.chain(item.entry_faults.iter().map(|warning| warning.localize(texts)));
        lines.extend(warnings.map(|message| texts.with("import-warning", &[("message", message.into())])));
    }
    lines
}

fn summary(plan: &Plan, texts: &Texts) -> String {
    let counts = Counts::of(plan);
    let args: [(&str, Arg<'_>); 4] = [
        ("new", counts.new.into()),
        ("changed", counts.changed.into()),
        ("unchanged", counts.unchanged.into()),
        ("refused", counts.refused.into()),
    ];
    texts.with("import-summary", &args)
}

/// What else one should know.
fn notes(plan: &Plan, prepared: &Prepared, args: &ImportArgs, texts: &Texts) -> Vec<String> {
    let counts = Counts::of(plan);
    let counted = |key: &str, count: usize| (count > 0).then(|| texts.with(key, &[("count", count.into())]));
    let unused = (!prepared.unused.is_empty()).then(|| {
        let columns = prepared.unused.join(", ");
        texts.with("import-unused", &[("count", prepared.unused.len().into()), ("columns", columns.into())])
    });
    let undecided = plan.items.iter().flat_map(|item| &item.conflicts);
    let (known, new): (Vec<_>, Vec<_>) = undecided.partition(|conflict| conflict.base.is_some());
    [
        counted("import-conflicts", known.len()),
        counted("import-differences", new.len()),
        (counts.conflicts > 0).then(|| texts.with("import-decide", &[("command", command(args).into())])),
        counted("import-kept-count", counts.kept),
        counted("import-warnings", counts.warnings),
        counted("import-skipped", prepared.skipped),
        unused,
        (counts.refused > 0 && !prepared.columns.is_empty()).then(|| texts.get("import-propose-hint").into_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The command by which the table is right where that is unknown.
fn command(args: &ImportArgs) -> String {
    let word = |word: &str| {
        let word = Text::line(word).to_string();
        let plain = word.chars().all(|c| c.is_alphanumeric() || "/\\.:-_".contains(c));
        if plain { word } else { format!("\"{word}\"") }
    };
    let mut command = format!("lotse import {}", word(&args.file.to_string_lossy()));
    if let Some(mapping) = &args.mapping {
        command += &format!(" --mapping {}", word(&mapping.to_string_lossy()));
    }
    if let Some(sheet) = &args.sheet {
        command += &format!(" --sheet {}", word(sheet));
    }
    if args.partial {
        command += " --partial";
    }
    command + " --prefer table"
}

fn ending(plan: &Plan, args: &ImportArgs, written: bool, texts: &Texts) -> String {
    let counts = Counts::of(plan);
    let key = if args.dry_run {
        "import-dry-run"
    } else if !written && counts.refused > 0 && !args.partial {
        "import-nothing-written"
    } else if !written {
        "import-nothing-happened"
    } else if counts.new + counts.changed == 0 {
        "import-nothing-to-do"
    } else {
        "import-done"
    };
    texts.with(key, &[("count", (counts.new + counts.changed).into())])
}
