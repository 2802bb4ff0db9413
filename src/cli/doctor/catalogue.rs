//! The catalogue: where it is, whether it is sound, who may change it, what was left behind in it.

use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

use jiff::Timestamp;

use super::{DoctorCode, DoctorContext, DoctorReport, FindingStatus, probe};
use crate::{
    catalogue::{Catalogue, MANIFEST, MEASURES, Severity, Source, schema::SCHEMAS},
    cli::{schema, shown},
    config::WatchMode,
    locale::{Lang, Localize as _, Texts},
    search::SearchError,
    store::{Disk, Files as _, is_unfinished},
    watch::{is_remote, is_watchable},
};

/// What lies about for so long was left behind.
const LEFT: Duration = Duration::from_secs(30 * 60);

pub(super) fn examine(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let (source, origin) = match &doctor.source {
        Ok((source, origin)) => (source, *origin),
        Err(error) => {
            let (message, hints) = error.words();
            return report.add(FindingStatus::Problem, "catalogue-unreadable", message, Some(hints.join(" ")));
        }
    };
    let Some(folder) = source.path() else {
        report.note("catalogue-demo", &[]);
        return entries(source, doctor, report);
    };
    let origin = origin.localize(&doctor.context.texts);
    report.ok("catalogue-folder", &[("path", shown(folder).into()), ("origin", origin.into())]);
    entries(source, doctor, report);
    writing(folder, report, &doctor.context.texts);
    watching(folder, doctor.context.settings.watch, report);
    left_over(folder, report);
    schemas(folder, doctor, report);
}

fn entries(source: &Source, doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let folder = source.path().unwrap_or(Path::new(MANIFEST));
    let catalogue = match Catalogue::load(source, doctor.context.today) {
        Ok(catalogue) => catalogue,
        Err(error) => {
            let reason = SearchError::Source(error).localize(&doctor.context.texts);
            return report.problem(&DoctorCode::CatalogueUnlisted.at(folder).with("reason", &reason));
        }
    };
    let count = [("count", catalogue.measures.len().into())];
    if catalogue.measures.is_empty() {
        report.note("catalogue-empty", &count);
    } else {
        report.ok("catalogue-entries", &count);
    }
    let (errors, warnings) = (catalogue.count(Severity::Error), catalogue.count(Severity::Warning));
    let args = [("errors", errors.into()), ("warnings", warnings.into())];
    match (errors, warnings) {
        (0, 0) => report.ok("catalogue-sound", &args),
        (0, _) => report.note("catalogue-warnings", &args),
        _ => {
            let fault = DoctorCode::CatalogueErrors.at(folder).with("errors", &errors.to_string());
            report.problem(&fault.with("warnings", &warnings.to_string()));
        }
    }
}

fn writing(folder: &Path, report: &mut DoctorReport<'_>, texts: &Texts) {
    match probe::may_write_into(&folder.join(MEASURES)) {
        Ok(()) => report.ok("catalogue-writable", &[]),
        Err(error) => report.note("catalogue-read-only", &[("reason", error.localize(texts).into())]),
    }
}

fn watching(folder: &Path, manner: WatchMode, report: &mut DoctorReport<'_>) {
    match manner {
        WatchMode::Off => return report.note("watch-off", &[]),
        WatchMode::Poll => return report.ok("watch-poll", &[]),
        WatchMode::Auto if is_remote(folder) => return report.note("watch-remote", &[]),
        WatchMode::Auto => {}
    }
    if is_watchable(&folder.join(MEASURES)) {
        report.ok("watch-events", &[]);
    } else {
        report.note("watch-refused", &[]);
    }
}

/// Locks and temporary files of saves that were interrupted, and notices of forms whose process has gone.
fn left_over(folder: &Path, report: &mut DoctorReport<'_>) {
    let is_old = |entry: &fs::DirEntry| {
        let changed = entry.metadata().and_then(|meta| meta.modified());
        changed.is_ok_and(|time| SystemTime::now().duration_since(time).is_ok_and(|age| age > LEFT))
    };
    let of_a_save = |entry: &fs::DirEntry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with(".lotse-probe-") || name.starts_with('.') && name.contains(".toml.")
    };
    let measures = fs::read_dir(folder.join(MEASURES)).into_iter().flatten().flatten();
    match measures.filter(|entry| of_a_save(entry) && is_old(entry)).count() {
        0 => report.ok("left-over-none", &[]),
        count => report.note("left-over", &[("count", count.into())]),
    }
    if is_unfinished(folder, Timestamp::now()) {
        report.note("import-waits", &[]);
    }
}

/// Schemas list the ids of the vocabularies, which change.
fn schemas(folder: &Path, doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let (disk, place) = (Disk::within(folder), folder.join(SCHEMAS));
    if !place.is_dir() {
        return report.ok("schemas-none", &[]);
    }
    let current = |lang| {
        let files = schema::all(Some(&doctor.register), &Texts::new(lang));
        let there = |name: &str, content: &str| disk.read(&place.join(name), content.len() as u64);
        files.iter().all(|(name, content)| there(name, content).is_ok_and(|there| there == content.as_bytes()))
    };
    if current(Lang::De) || current(Lang::En) {
        report.ok("schemas-current", &[]);
    } else {
        report.note("schemas-old", &[]);
    }
}
