//! `lotse check`: says everything that is wrong with catalogue files.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{
    Exit,
    args::{CheckArgs, FaultFormat},
    context::{Context, Origin, shown},
    errors::{self, CliError},
    fault::report,
    output,
};
use crate::{
    catalogue::{Catalogue, Diagnostic, MANIFEST, Severity, Source, SourceError, Text},
    locale::{
        Texts,
        diagnostics::{hint, message},
    },
};

/// Checks the catalogue in force, or the given ones.
///
/// # Errors
/// When a catalogue cannot be read or a path does not belong to one.
pub(super) fn run(args: &CheckArgs, context: &Context) -> Result<Exit, CliError> {
    let faults = faults(&args.paths, context)?;
    let count = |severity| faults.iter().filter(|fault| fault.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let texts = &context.texts;
    let text = match args.format {
        Some(FaultFormat::Json) => json(&faults, errors, warnings, texts),
        // What was asked for by name holds no colour.
        Some(FaultFormat::Text) => text(&faults, errors, warnings, texts, false),
        None => text(&faults, errors, warnings, texts, context.colour_on_stdout()),
    };
    output::print(&text, texts)?;
    let no = errors > 0 || args.deny_warnings && warnings > 0;
    Ok(if no { Exit::No } else { Exit::Done })
}

fn faults(paths: &[PathBuf], context: &Context) -> Result<Vec<Diagnostic>, CliError> {
    if paths.is_empty() {
        let (source, origin) = context.source()?;
        return Ok(load(&source, origin, context)?.diagnostics);
    }
    // Each catalogue is read once, however many of its files are named.
    let mut wanted: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    for path in paths {
        let (root, inside) = locate(path, &context.texts)?;
        wanted.entry(root).or_default().push(inside);
    }
    let several = wanted.len() > 1;
    let mut faults = Vec::new();
    for (root, inside) in wanted {
        let source = context.folder(&root, Origin::Path)?;
        let found = load(&source, Origin::Path, context)?.diagnostics;
        let mut found = only(found, &inside, &source, context)?;
        if several {
            found.iter_mut().for_each(|fault| name_catalogue(fault, &root));
        }
        faults.extend(found);
    }
    Ok(faults)
}

fn load(source: &Source, origin: Origin, context: &Context) -> Result<Catalogue, CliError> {
    Catalogue::load(source, context.today).map_err(|error| errors::catalogue(&error, origin, &context.texts))
}

/// The catalogue folder in which a path lies, and its place inside (empty for the folder itself).
fn locate(path: &Path, texts: &Texts) -> Result<(PathBuf, String), CliError> {
    let real = resolve(path).map_err(|cause| {
        let args = [("path", shown(path).into()), ("reason", crate::locale::system::reason(&cause, texts).into())];
        CliError::new(Exit::Unreadable, texts.with("cli-path-unreadable", &args))
    })?;
    let root = real.ancestors().find(|folder| folder.join(MANIFEST).is_file());
    let Some(root) = root else {
        let error = SourceError::NoManifest { path: path.to_owned() };
        return Err(errors::catalogue(&error, Origin::Path, texts));
    };
    let inside = real.strip_prefix(root).unwrap_or(&real).components();
    let inside: Vec<_> = inside.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    Ok((root.to_owned(), inside.join("/")))
}

/// The path without `..` and links on the way. A link at its end stays one: checking it is the catalogue's task.
fn resolve(path: &Path) -> std::io::Result<PathBuf> {
    if path.is_dir() {
        return path.canonicalize();
    }
    path.symlink_metadata()?;
    let absolute = std::path::absolute(path)?;
    match (absolute.parent(), absolute.file_name()) {
        (Some(folder), Some(name)) => Ok(folder.canonicalize()?.join(name)),
        _ => Ok(absolute),
    }
}

/// The faults of the named files and folders.
fn only(
    faults: Vec<Diagnostic>,
    inside: &[String],
    source: &Source,
    context: &Context,
) -> Result<Vec<Diagnostic>, CliError> {
    let names = |path: &str, file: &str| {
        path.is_empty() || file == path || file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
    };
    let stamps = source.stamps().map_err(|error| errors::catalogue(&error, Origin::Path, &context.texts))?;
    for path in inside {
        let known = stamps.iter().any(|stamp| names(path, &stamp.path));
        if !known && !path.is_empty() && !faults.iter().any(|fault| names(path, &fault.location.file)) {
            let path = Text::line(path).to_string();
            let message = context.texts.with("cli-path-not-catalogue", &[("path", path.into())]);
            return Err(CliError::new(Exit::Usage, message));
        }
    }
    let wanted = |fault: &Diagnostic| inside.iter().any(|path| names(path, &fault.location.file));
    Ok(faults.into_iter().filter(wanted).collect())
}

/// Among several catalogues a file is known by its whole path.
fn name_catalogue(fault: &mut Diagnostic, root: &Path) {
    fault.location.file = format!("{}/{}", root.display(), fault.location.file).into();
}

fn text(faults: &[Diagnostic], errors: usize, warnings: usize, texts: &Texts, colour: bool) -> String {
    let mut blocks: Vec<String> = faults.iter().map(|fault| report(fault, texts, colour)).collect();
    blocks.push(match errors + warnings {
        0 => texts.get("check-clean").into_owned(),
        _ => texts.with("check-summary", &[("errors", errors.into()), ("warnings", warnings.into())]),
    });
    blocks.join("\n\n")
}

#[derive(Serialize)]
struct Checked {
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Fault>,
}

#[derive(Serialize)]
struct Fault {
    severity: Severity,
    code: &'static str,
    file: String,
    line: usize,
    column: usize,
    message: String,
    hint: Option<String>,
}

fn json(faults: &[Diagnostic], errors: usize, warnings: usize, texts: &Texts) -> String {
    let fault = |fault: &Diagnostic| Fault {
        severity: fault.severity(),
        code: fault.code.as_str(),
        file: Text::line(&fault.location.file).to_string(),
        line: fault.location.line,
        column: fault.location.column,
        message: message(fault, texts),
        hint: hint(fault, texts),
    };
    super::json::to_line(&Checked { errors, warnings, diagnostics: faults.iter().map(fault).collect() })
}
