//! The history of the entries: a git checkout, and whether git works in it, or the journal.

use std::path::Path;

use super::{Patient, finding::Report, probe};
use crate::{
    cli::context::shown,
    upkeep::{Checkout, GitError, ask_git},
};

/// What git says of a checkout that belongs to somebody else.
const DUBIOUS: &str = "dubious ownership";

pub(super) fn examine(patient: &Patient<'_>, report: &mut Report<'_>) {
    let Some(folder) = patient.source.as_ref().ok().and_then(|(source, _)| source.path()) else {
        return report.ok("history-none", &[]);
    };
    let around = folder.ancestors().find(|above| above.join(".git").exists());
    match (probe::program(Path::new("git")), around) {
        (_, None) => journal(folder, report),
        (None, Some(top)) => report.problem("git-missing", &[("path", shown(top).into())]),
        (Some(_), Some(top)) => checkout(folder, top, report),
    }
}

/// Without git the entries' history lies in the catalogue itself.
fn journal(folder: &Path, report: &mut Report<'_>) {
    let place = folder.join(".lotse").join("history");
    let entries = std::fs::read_dir(&place).map_or(0, |files| files.flatten().count());
    report.ok("journal", &[("path", shown(&place).into()), ("count", entries.into())]);
}

fn checkout(folder: &Path, top: &Path, report: &mut Report<'_>) {
    let path = || ("path", shown(top).into());
    match ask_git(folder, &["rev-parse", "--show-toplevel"]) {
        Err(GitError::Refused(words)) if words.contains(DUBIOUS) => return report.problem("git-dubious", &[path()]),
        Err(error) => {
            let words = crate::catalogue::Text::line(&error.to_string()).to_string();
            return report.problem("git-refuses", &[path(), ("reason", words.into())]);
        }
        Ok(_) => {}
    }
    if Checkout::of(folder).is_none() {
        return report.note("git-ignored", &[path()]);
    }
    report.ok("git-checkout", &[path()]);
    let unfinished = ["rebase-merge", "rebase-apply", "MERGE_HEAD"].into_iter().any(|name| {
        let place = ask_git(folder, &["rev-parse", "--git-path", name]);
        place.is_ok_and(|place| folder.join(place.as_str()).exists())
    });
    if unfinished {
        report.note("git-unfinished", &[path()]);
    }
    match ask_git(folder, &["config", "user.name"]) {
        Ok(name) if !name.is_empty() => report.ok("git-user", &[("name", name.as_str().into())]),
        _ => report.ok("git-nobody", &[]),
    }
    let hooks = ask_git(folder, &["rev-parse", "--git-path", "hooks"]).unwrap_or_default();
    report.ok("git-hooks", &[("path", hooks.as_str().into())]);
}
