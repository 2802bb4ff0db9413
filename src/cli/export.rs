//! `lotse export`: writes the offers that a search finds, in a format for other programs.

mod found;

use std::{
    collections::BTreeSet,
    io::{self, IsTerminal},
    path::Path,
};

use self::found::ExportSelection;
use super::{CliError, Context, Exit, LinkTarget, OpenIndex, args::ExportArgs, output, shown};
use crate::{
    base::Text,
    catalogue::entry_path,
    exchange::{
        export::{ExportEntry, ExportError, ExportFormat, ExportInput, FORMATS},
        field_name,
    },
    locale::Texts,
};

/// Most names that a sentence lists.
const LISTED: usize = 20;

pub(super) fn run(args: &ExportArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let format = format(args);
    let target = ExportTarget::of(args.output.as_deref(), format, context)?;
    let mut opened = OpenIndex::new(context)?;
    let found = opened.ask(|opened| found::search(args, opened, context))?;
    opened.print_notices();
    let (entries, out) = read(&found, &opened);
    note_omissions(args, format, &found, out, texts);
    if entries.is_empty() {
        output::note(&texts.get("export-nothing"));
        return Ok(Exit::No);
    }
    let input = ExportInput {
        entries: &entries,
        register: opened.snapshot.register(),
        texts,
        internal: args.internal,
        day: context.today,
    };
    target.write(&format.write(&input).map_err(|error| export_error(&error, texts))?, texts)?;
    if let Some(path) = target.path() {
        let args = [("count", entries.len().into()), ("path", shown(path).into())];
        output::note(&texts.with("export-written", &args));
    }
    Ok(Exit::Done)
}

/// What was asked for, else what the name of the file says, else the first format.
fn format(args: &ExportArgs) -> &'static ExportFormat {
    args.format.or_else(|| ExportFormat::of_extension(&extension(args))).unwrap_or(&FORMATS[0])
}

/// How the name of the file ends, in small letters; empty without a file.
fn extension(args: &ExportArgs) -> String {
    let extension = args.output.as_ref().and_then(|path| path.extension());
    extension.map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// The entries in the order in which they were found, and the files that cannot be read.
fn read(found: &ExportSelection, opened: &OpenIndex<'_>) -> (Vec<ExportEntry>, BTreeSet<String>) {
    let (mut entries, mut out) = (Vec::new(), found.out.clone());
    for id in &found.ids {
        let file = entry_path(id);
        let text = opened.source().read(&file).ok();
        match text.and_then(|text| ExportEntry::read(&text).ok()) {
            Some(entry) => entries.push(entry),
            None => drop(out.insert(file.to_string())),
        }
    }
    (entries, out)
}

/// Says on stderr what the file does not show.
fn note_omissions(
    args: &ExportArgs,
    format: &ExportFormat,
    found: &ExportSelection,
    out: BTreeSet<String>,
    texts: &Texts,
) {
    found.notes.iter().for_each(|note| output::note(note));
    if !out.is_empty() {
        let more = out.len().saturating_sub(LISTED);
        let mut files: Vec<String> = out.iter().take(LISTED).map(|file| Text::line(file).to_string()).collect();
        if more > 0 {
            files.push(texts.with("cli-and-more", &[("count", more.into())]));
        }
        output::note(&texts.with("export-out", &[("count", out.len().into()), ("files", files.join(", ").into())]));
    }
    if args.internal && !format.internal {
        output::note(&texts.with("export-no-internal", &[("format", format.name.to_uppercase().into())]));
    }
    let extension = extension(args);
    if !extension.is_empty() && !format.has_extension(&extension) {
        let extension = Text::line(&extension).to_string();
        let args = [("extension", extension.into()), ("format", format.extension().to_uppercase().into())];
        output::note(&texts.with("export-misnamed", &args));
    }
}

/// Why there is no file in this format; others have no such limits.
fn export_error(error: &ExportError, texts: &Texts) -> CliError {
    let message = match error {
        ExportError::CellTooLong { id, field, characters, most } => {
            let args = [
                ("id", id.as_str().into()),
                ("field", field_name(field, texts).into()),
                ("count", (*characters).into()),
                ("most", (*most).into()),
            ];
            texts.with("export-cell-too-long", &args)
        }
        ExportError::TooManyRows { count, most } => {
            texts.with("export-too-many-rows", &[("count", (*count).into()), ("most", (*most).into())])
        }
        // It is written in memory and within all limits: what the library says would help nobody.
        ExportError::Writer(_) => texts.get("export-no-workbook").into_owned(),
    };
    CliError::new(Exit::Unreadable, message).hint(texts.get("export-other-format"))
}

enum ExportTarget {
    Stdout,
    /// Into a file or device.
    Place(LinkTarget),
}

impl ExportTarget {
    /// Looks where `output` leads, before any work is done. Without it, and for `-`, that is stdout.
    fn of(output: Option<&Path>, format: &ExportFormat, context: &Context) -> Result<Self, CliError> {
        if let Some(path) = output.filter(|path| *path != Path::new("-")) {
            return LinkTarget::outside_catalogue(path, context).map(Self::Place);
        }
        let texts = &context.texts;
        if format.binary && io::stdout().is_terminal() {
            let args = [("format", format.name.to_uppercase().into()), ("extension", format.extension().into())];
            let error = CliError::new(Exit::Usage, texts.with("export-needs-file", &args));
            return Err(error.hint(texts.with("export-needs-file-hint", &args)));
        }
        Ok(Self::Stdout)
    }

    fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdout => None,
            Self::Place(place) => Some(place.path()),
        }
    }

    /// Writes it all, or leaves a file as it was. To stdout, a text is written as one.
    fn write(&self, content: &[u8], texts: &Texts) -> Result<(), CliError> {
        match self {
            Self::Stdout => match std::str::from_utf8(content) {
                Ok(text) => output::print(text, texts),
                Err(_) => output::print_bytes(&[content], texts),
            },
            Self::Place(place) => place.write(content, texts),
        }
    }
}
