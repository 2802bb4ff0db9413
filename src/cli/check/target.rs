//! What is to be checked, and the faults that are found there.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    base::Text,
    catalogue::{Catalogue, Code, Diagnostic, MANIFEST, Severity, Source, SourceError},
    cli::{CliError, Context, Exit, Origin, args::CheckArgs, errors, shown},
    locale::{Localize as _, Texts},
};

/// A catalogue and what of it is to be checked.
pub(super) struct CheckTarget {
    pub source: Source,
    pub origin: Origin,
    /// Files and folders inside; everything where there are none.
    pub inside: Vec<String>,
}

impl CheckTarget {
    fn wants(&self, file: &str) -> bool {
        self.inside.is_empty() || self.inside.iter().any(|path| names(path, file))
    }
}

/// A fault and the catalogue in which it was found.
pub(super) struct LocatedDiagnostic {
    pub fault: Diagnostic<Code>,
    /// The catalogue folder; the one that is built in has none.
    pub root: Option<Arc<Path>>,
    /// The file by its path in the catalogue. In the fault itself it has its whole path when there are several.
    pub file: Arc<str>,
}

impl LocatedDiagnostic {
    pub(super) fn in_all(targets: &[CheckTarget], context: &Context) -> Result<Vec<Self>, CliError> {
        let several = targets.len() > 1;
        let mut all = Vec::new();
        for target in targets {
            let root: Option<Arc<Path>> = target.source.path().map(Arc::from);
            for mut fault in faults(target, context)? {
                let file = fault.location.file.clone();
                if let Some(root) = root.as_deref().filter(|_| several) {
                    // Among several catalogues a file is known by its whole path.
                    fault.location.file = format!("{}/{file}", root.display()).into();
                }
                all.push(Self { fault, root: root.clone(), file });
            }
        }
        Ok(all)
    }
}

/// The severity as SARIF and workflow commands of GitHub name it.
pub(super) fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// "No" when there are errors, or warnings that were denied.
pub(super) fn exit(found: &[LocatedDiagnostic], args: &CheckArgs) -> Exit {
    let no = count(found, Severity::Error) > 0 || args.deny_warnings && count(found, Severity::Warning) > 0;
    if no { Exit::No } else { Exit::Done }
}

pub(super) fn count(found: &[LocatedDiagnostic], severity: Severity) -> usize {
    found.iter().filter(|found| found.fault.severity() == severity).count()
}

/// The catalogues that are meant, each once, however many of its files are named.
pub(super) fn targets(paths: &[PathBuf], context: &Context) -> Result<Vec<CheckTarget>, CliError> {
    if paths.is_empty() {
        let (source, origin) = context.source()?;
        return Ok(vec![CheckTarget { source, origin, inside: Vec::new() }]);
    }
    let mut wanted: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    for path in paths {
        let (root, inside) = locate(path, &context.texts)?;
        wanted.entry(root).or_default().push(inside);
    }
    let target = |(root, inside): (PathBuf, _)| {
        let source = context.folder(&root, Origin::Path)?;
        Ok(CheckTarget { source, origin: Origin::Path, inside })
    };
    wanted.into_iter().map(target).collect()
}

/// The catalogue folder in which a path lies, and its place inside (empty for the folder itself).
fn locate(path: &Path, texts: &Texts) -> Result<(PathBuf, String), CliError> {
    let real = resolve(path).map_err(|cause| {
        let args = [("path", shown(path).into()), ("reason", cause.localize(texts).into())];
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

fn faults(target: &CheckTarget, context: &Context) -> Result<Vec<Diagnostic<Code>>, CliError> {
    let failed = |error| errors::catalogue(&error, target.origin, &context.texts);
    let faults = Catalogue::load(&target.source, context.today).map_err(failed)?.diagnostics;
    let files = if target.inside.is_empty() { Vec::new() } else { target.source.files().map_err(failed)? };
    for path in target.inside.iter().filter(|path| !path.is_empty()) {
        let known = files.iter().any(|file| names(path, &file.path));
        if !known && !faults.iter().any(|fault| names(path, &fault.location.file)) {
            let path = Text::line(path).to_string();
            let message = context.texts.with("cli-path-not-catalogue", &[("path", path.into())]);
            return Err(CliError::new(Exit::Usage, message));
        }
    }
    Ok(faults.into_iter().filter(|fault| target.wants(&fault.location.file)).collect())
}

/// True when a path inside a catalogue is this file or a folder around it; an empty one is the catalogue.
fn names(path: &str, file: &str) -> bool {
    path.is_empty() || file == path || file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
}
