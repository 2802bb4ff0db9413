//! `lotse export`: gives out the entries that a search finds, as a table or as JSON.

mod found;
mod target;

use std::collections::BTreeSet;

use self::{
    found::{ExportSelection, Omission},
    target::ExportTarget,
};
use super::{
    Exit,
    args::{ExportArgs, ExportFormat},
    context::{Context, shown},
    errors::CliError,
    json,
    open_index::{NoAnswer, OpenIndex},
    output,
};
use crate::{
    base::Text,
    exchange::{
        export::{Export, ExportEntry, MOST_CHARACTERS, MOST_ROWS, WorkbookError},
        field_name,
    },
    locale::{Texts, system},
};

/// Most names that a sentence lists.
const LISTED: usize = 20;

/// Searches, reads the files of what was found, and writes them.
///
/// # Errors
/// When the catalogue cannot be read, a filter has no such value, or the target cannot be written.
pub(super) fn run(args: &ExportArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let format = format(args);
    let target = ExportTarget::of(args.output.as_deref(), format, context)?;
    let mut opened = OpenIndex::new(context)?;
    let found = opened.ask(|opened| found::search(args, opened, context))?;
    opened.print_notices();
    let (entries, out) = read(&found, &opened);
    tell(args, format, &found, out, texts);
    if entries.is_empty() {
        output::note(&texts.get("export-nothing"));
        return Ok(Exit::No);
    }
    let export = Export {
        entries: &entries,
        register: opened.snapshot.register(),
        texts,
        internal: args.internal && format != ExportFormat::Hsds,
        day: context.today,
    };
    target.write(&bytes(&export, format, texts)?, texts)?;
    if let Some(path) = target.path() {
        let args = [("count", entries.len().into()), ("path", shown(path).into())];
        output::note(&texts.with("export-written", &args));
    }
    Ok(Exit::Done)
}

/// What was asked for, else what the name of the file says, else CSV.
fn format(args: &ExportArgs) -> ExportFormat {
    let named = || match &*extension(args) {
        "xlsx" => ExportFormat::Xlsx,
        "json" => ExportFormat::Json,
        _ => ExportFormat::Csv,
    };
    args.format.unwrap_or_else(named)
}

/// How the name of the file ends, in small letters; empty without a file.
fn extension(args: &ExportArgs) -> String {
    let extension = args.output.as_ref().and_then(|path| path.extension());
    extension.map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// How files of a format are called.
fn usual_extension(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Csv => "csv",
        ExportFormat::Xlsx => "xlsx",
        ExportFormat::Json | ExportFormat::Hsds => "json",
    }
}

/// The entries in the order in which they were found, and the files that cannot be read.
fn read(found: &ExportSelection, opened: &OpenIndex<'_>) -> (Vec<ExportEntry>, BTreeSet<String>) {
    let (mut entries, mut out) = (Vec::new(), found.out.clone());
    for id in &found.ids {
        let file = format!("measures/{id}.toml");
        let text = opened.source().read(&file.as_str().into()).ok();
        match text.and_then(|text| ExportEntry::read(&text).ok()) {
            Some(entry) => entries.push(entry),
            None => drop(out.insert(file)),
        }
    }
    (entries, out)
}

/// Says on stderr what the file does not show.
fn tell(args: &ExportArgs, format: ExportFormat, found: &ExportSelection, out: BTreeSet<String>, texts: &Texts) {
    for left in &found.left {
        output::note(&match left {
            Omission::Over(count) => texts.with("export-over", &[("count", (*count).into())]),
            Omission::Partial { matched, of } => {
                texts.with("export-partial", &[("matched", (*matched).into()), ("of", (*of).into())])
            }
            Omission::Shortened => texts.with("cli-search-shortened", &[("count", crate::search::MAX_WORDS.into())]),
        });
    }
    if !out.is_empty() {
        let more = out.len().saturating_sub(LISTED);
        let mut files: Vec<String> = out.iter().take(LISTED).map(|file| Text::line(file).to_string()).collect();
        if more > 0 {
            files.push(texts.with("cli-and-more", &[("count", more.into())]));
        }
        output::note(&texts.with("export-out", &[("count", out.len().into()), ("files", files.join(", ").into())]));
    }
    if args.internal && format == ExportFormat::Hsds {
        output::note(&texts.get("export-hsds-internal"));
    }
    let (extension, usual) = (extension(args), usual_extension(format));
    if !["", usual].contains(&&*extension) && (format, &*extension) != (ExportFormat::Csv, "txt") {
        let extension = Text::line(&extension).to_string();
        let args = [("extension", extension.into()), ("format", usual.to_uppercase().into())];
        output::note(&texts.with("export-misnamed", &args));
    }
}

fn bytes(export: &Export<'_>, format: ExportFormat, texts: &Texts) -> Result<Vec<u8>, CliError> {
    match format {
        ExportFormat::Csv => Ok(export.csv().into_bytes()),
        ExportFormat::Json => Ok(json::escaped(export.json()).into_bytes()),
        ExportFormat::Hsds => Ok(json::escaped(export.hsds()).into_bytes()),
        ExportFormat::Xlsx => export.xlsx().map_err(|error| no_workbook(&error, texts)),
    }
}

/// Why there is no XLSX file; the other formats have no such limits.
fn no_workbook(error: &WorkbookError, texts: &Texts) -> CliError {
    let message = match error {
        WorkbookError::CellTooLong { id, field, characters } => {
            let args = [
                ("id", id.as_str().into()),
                ("field", field_name(field, texts).into()),
                ("count", (*characters).into()),
                ("most", MOST_CHARACTERS.into()),
            ];
            texts.with("export-cell-too-long", &args)
        }
        WorkbookError::TooManyRows(count) => {
            texts.with("export-too-many-rows", &[("count", (*count).into()), ("most", MOST_ROWS.into())])
        }
        WorkbookError::Writer(error) => {
            let reason = system::quoted(&error.to_string(), texts);
            texts.with("export-no-workbook", &[("reason", reason.into())])
        }
    };
    CliError::new(Exit::Unreadable, message).hint(texts.get("export-other-format"))
}
