//! What one look at the files and the watching of them both say of the index.

use crate::{
    base::Text,
    catalogue::{Code, Diagnostic, Kind},
    cli::{Exit, open_index::Attended, output},
    locale::Texts,
    search::IndexStatus,
};

/// Ctrl-C: says what has become of the work.
pub(super) fn given_up(attended: &Attended, texts: &Texts) -> Exit {
    let previous = if attended.snapshot.is_some() { "yes" } else { "no" };
    output::note(&texts.with("cli-index-given-up", &[("previous", previous.into())]));
    Exit::Interrupted
}

/// Offers in the index.
pub(super) fn entries(attended: &Attended) -> usize {
    attended.snapshot.as_ref().map_or(0, |snapshot| snapshot.count(Kind::Measure))
}

/// Says why the index that was there was of no use.
pub(super) fn print_unfit(attended: &mut Attended, texts: &Texts) {
    let reason = match attended.manager.take_unfit() {
        None | Some(IndexStatus::Missing | IndexStatus::Fits) => return,
        Some(IndexStatus::Foreign) => texts.get("index-foreign").into_owned(),
        Some(IndexStatus::Damaged(reason) | IndexStatus::Unreadable(reason)) => reason.to_string(),
    };
    output::note(&texts.with("cli-index-unfit", &[("reason", reason.into())]));
}

/// Names the files that are out or in part, one line for each fault.
pub(super) fn print_faults(attended: &Attended, texts: &Texts) {
    let health = &attended.health;
    health.errors.iter().for_each(|fault| print_fault(fault, texts));
    if !health.errors.is_empty() {
        output::note(&texts.with("cli-files-out", &[("count", health.files_out.into())]));
    }
}

pub(super) fn print_fault(fault: &Diagnostic<Code>, texts: &Texts) {
    let place = Text::line(&fault.location.to_string());
    output::note(&format!("{place}: {}", fault.message(texts)));
}
