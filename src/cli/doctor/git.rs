//! The history of the entries: the git folder around them, whether it is trusted and works, and the journal.

use std::path::Path;

use super::{DoctorCode, DoctorContext, DoctorReport, FindingStatus};
use crate::{
    catalogue::MEASURES,
    cli::{shown, trust::localize_fault},
    locale::Texts,
    store::{Checkout, GitError, Trust, WorkTree, ask_git, find_program},
};

/// What git says of a checkout that belongs to somebody else.
const DUBIOUS: &str = "dubious ownership";

pub(super) fn examine(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let Some(folder) = doctor.source.as_ref().ok().and_then(|(source, _)| source.path()) else {
        return report.ok("history-none", &[]);
    };
    let (trust, texts) = (&doctor.context.trust, &doctor.context.texts);
    let Some(tree) = WorkTree::around(&folder.join(MEASURES)) else { return journal(folder, report) };
    let path = || ("path", shown(tree.top()).into());
    let has_git = find_program(Path::new("git")).is_some();
    if !has_git {
        report.problem(&DoctorCode::GitMissing.at(tree.top()));
    }
    let trusted = trust.of(&tree);
    match &trusted {
        Err(error) => {
            let message = localize_fault("trust-unreadable", trust, error, texts);
            report.add(FindingStatus::Problem, "trust-unreadable", &message, None);
        }
        Ok(Trust::Trusted) => report.ok("git-trusted", &[path()]),
        Ok(Trust::Untrusted) => report.ok("git-untrusted", &[path()]),
        Ok(Trust::Undecided) => report.note("git-undecided", &[path()]),
    }
    let trusted = matches!(trusted, Ok(Trust::Trusted));
    if let Some(lock) = tree.index_lock() {
        let words = GitError::Locked(lock).localize(texts);
        let state = if trusted { FindingStatus::Problem } else { FindingStatus::Note };
        report.add(state, "git-locked", &words, None);
    }
    if trusted && has_git {
        checkout(folder, &tree, report, texts);
    } else {
        journal(folder, report);
    }
}

/// Without git the entries' history lies in the catalogue itself.
fn journal(folder: &Path, report: &mut DoctorReport<'_>) {
    let place = folder.join(".lotse").join("history");
    let entries = std::fs::read_dir(&place).map_or(0, |files| files.flatten().count());
    report.ok("journal", &[("path", shown(&place).into()), ("count", entries.into())]);
}

/// What git says of a work tree that is trusted.
fn checkout(folder: &Path, tree: &WorkTree, report: &mut DoctorReport<'_>, texts: &Texts) {
    let path = || ("path", shown(tree.top()).into());
    match ask_git(folder, &["rev-parse", "--show-toplevel"]) {
        Err(GitError::Refused(words)) if words.contains(DUBIOUS) => {
            return report.problem(&DoctorCode::GitDubious.at(tree.top()));
        }
        Err(error) => {
            let fault = DoctorCode::GitRefuses.at(tree.top());
            return report.problem(&fault.with("reason", &error.localize(texts)));
        }
        Ok(_) => {}
    }
    if Checkout::of(folder).is_none_or(|checkout| !checkout.is_of(tree)) {
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
