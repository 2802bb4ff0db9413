//! The table and what its columns mean: from a mapping file, or from headings that Lotse knows itself.

use std::{io::ErrorKind, path::Path, sync::Arc};

use super::words;
use crate::{
    base::{Text, nearest, read_stream},
    catalogue::{Id, MAX_FILE},
    cli::{CliError, Context, Exit, args::ImportArgs, errors, output, report, shown},
    exchange::import::{
        ColumnMeaning, FileContent, InferredMapping, MAX_BYTES, Mapping, MappingFault, Matcher, Table, TableEntry,
        TableError, TableFormat, TableLayout, infer_mapping, propose as proposal, read, read_mapping, table_entries,
    },
    locale::{Localize as _, Texts},
    store::propose_id,
};

/// Under what imports without a mapping file are remembered.
const NO_MAPPING: &str = "ohne-zuordnung";

/// A table, ready to be compared with the catalogue.
#[derive(Default)]
pub(super) struct Prepared {
    pub name: Arc<str>,
    pub mapping: Mapping,
    pub entries: Vec<TableEntry>,
    /// How the table was read; `None` for an export in JSON, which has entries instead of rows.
    pub format: Option<TableFormat>,
    /// Columns with cells whose meaning is not in the mapping.
    pub unused: Vec<String>,
    /// What the columns were taken for, where there is no mapping and they are not called like their fields.
    pub columns: Vec<ColumnMeaning>,
    /// Rows that the mapping passes over.
    pub skipped: usize,
}

pub(super) fn prepare(args: &ImportArgs, matcher: &Matcher, context: &Context) -> Result<Prepared, CliError> {
    let texts = &context.texts;
    let mapping = args.mapping.as_deref().map(|file| mapping_of(file, matcher, context)).transpose()?;
    let sheet = args.sheet.as_deref().or_else(|| mapping.as_ref()?.0.sheet.as_deref());
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let name: Arc<str> = Text::line(&name).as_str().into();
    match content(&args.file, &name, sheet, texts)? {
        FileContent::Entries(entries) => {
            if mapping.is_some() {
                return Err(CliError::new(Exit::Usage, texts.get("import-json-mapping").into_owned()));
            }
            Ok(Prepared { name, entries, ..Prepared::default() })
        }
        FileContent::Table(table) => {
            let Some((mapping, file)) = mapping else {
                let InferredMapping { mapping, columns } = inferred(&table, matcher, context)?;
                let file = name.clone();
                return Ok(Prepared { columns, ..with_mapping(name, &table, mapping, &file, matcher, context)? });
            };
            with_mapping(name, &table, mapping, &file, matcher, context)
        }
    }
}

fn with_mapping(
    name: Arc<str>,
    table: &Table,
    mapping: Mapping,
    file: &Arc<str>,
    matcher: &Matcher,
    context: &Context,
) -> Result<Prepared, CliError> {
    let (entries, unused, skipped) = {
        let layout = TableLayout::new(table, &mapping, file).map_err(|faults| faulty(&faults, context))?;
        let unused = layout.unused.iter().map(|column| words::column(column, &context.texts)).collect();
        (table_entries(&name, table, &layout, &mapping, matcher), unused, layout.skipped(table))
    };
    if entries.is_empty() {
        return Err(CliError::new(Exit::No, context.texts.get("import-no-rows").into_owned()));
    }
    Ok(Prepared { name, mapping, entries, format: Some(table.format.clone()), unused, skipped, columns: Vec::new() })
}

/// Without a mapping file the headings have to leave no doubt; where they do, the error is the lines that a mapping needs.
fn inferred(table: &Table, matcher: &Matcher, context: &Context) -> Result<InferredMapping, CliError> {
    let texts = &context.texts;
    infer_mapping(table, matcher, context.today).map_err(|uncertain| {
        let message = match uncertain.as_slice() {
            [] => texts.get("import-no-headings").into_owned(),
            columns => {
                let head = texts.with("import-uncertain", &[("count", columns.len().into())]);
                let lines = columns.iter().map(|column| format!("    {}", words::uncertain_column(column, texts)));
                [head].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
            }
        };
        CliError::new(Exit::Usage, message).hint(texts.get("import-propose-hint"))
    })
}

pub(super) fn propose(args: &ImportArgs, matcher: &Matcher, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    match content(&args.file, &name.as_ref().into(), args.sheet.as_deref(), texts)? {
        FileContent::Entries(_) => Err(CliError::new(Exit::Usage, texts.get("import-json-mapping").into_owned())),
        FileContent::Table(table) => {
            output::print(&proposal(&table, &name, matcher, texts, context.today), texts)?;
            Ok(Exit::Done)
        }
    }
}

fn unreadable(file: &Path, reason: String, texts: &Texts) -> CliError {
    let args = [("path", shown(file).into()), ("reason", reason.into())];
    CliError::new(Exit::Unreadable, texts.with("import-unreadable", &args))
}

fn content(file: &Path, name: &Arc<str>, sheet: Option<&str>, texts: &Texts) -> Result<FileContent, CliError> {
    let unreadable = |reason: String| unreadable(file, reason, texts);
    let content = match read_stream(file, MAX_BYTES) {
        Err(error) if error.kind() == ErrorKind::FileTooLarge => Err(TableError::TooLarge(MAX_BYTES + 1)),
        bytes => read(name, &bytes.map_err(|error| unreadable(error.localize(texts)))?, sheet),
    };
    content.map_err(|error| {
        let (reason, hint) = words::table_error(&error, texts);
        let meant = match &error {
            TableError::NoSheet { wanted, known } => nearest(wanted, known.iter().map(String::as_str)),
            _ => None,
        };
        let meant = meant.map(|word| errors::did_you_mean(word, texts));
        meant.into_iter().chain(hint).fold(unreadable(reason), CliError::hint)
    })
}

fn mapping_of(file: &Path, matcher: &Matcher, context: &Context) -> Result<(Mapping, Arc<str>), CliError> {
    let texts = &context.texts;
    let unreadable = |reason: String| unreadable(file, reason, texts);
    let bytes = read_stream(file, MAX_FILE).map_err(|error| unreadable(error.localize(texts)))?;
    let text = String::from_utf8(bytes).map_err(|_| unreadable(texts.get("import-not-utf8").into_owned()))?;
    let name: Arc<str> = file.to_string_lossy().into();
    let mapping = read_mapping(&name, &text, matcher).map_err(|faults| faulty(&faults, context))?;
    Ok((mapping, name))
}

/// Tells every fault of a mapping as compilers do.
fn faulty(faults: &[MappingFault], context: &Context) -> CliError {
    let texts = &context.texts;
    let blocks = faults.iter().map(|fault| report(fault, texts, false));
    blocks.for_each(|block| output::note(&format!("{block}\n")));
    CliError::new(Exit::Usage, texts.with("import-mapping-faulty", &[("count", faults.len().into())]))
}

/// Under what an import is remembered: the name of its mapping.
pub(super) fn memory_name(mapping: Option<&Path>) -> Option<Id> {
    let stem = mapping.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    let stem = stem.unwrap_or_else(|| NO_MAPPING.to_owned());
    let named = |words: &str| propose_id(words, |_| false);
    named(&stem).or_else(|| named("zuordnung"))
}
