//! What one look at the files and the watching of them both say of the index.

use crate::{
    base::Text,
    catalogue::{Code, Diagnostic, Kind},
    cli::{Exit, ManagedIndex, output},
    locale::Texts,
};

/// Ctrl-C: says what has become of the work.
pub(super) fn print_cancelled(index: &ManagedIndex, texts: &Texts) -> Exit {
    let previous = if index.snapshot.is_some() { "yes" } else { "no" };
    output::note(&texts.with("cli-index-given-up", &[("previous", previous.into())]));
    Exit::Interrupted
}

/// Offers in the index.
pub(super) fn entries(index: &ManagedIndex) -> usize {
    index.snapshot.as_ref().map_or(0, |snapshot| snapshot.count(Kind::Measure))
}

/// Names the files that are out or in part, one line for each fault.
pub(super) fn print_faults(index: &ManagedIndex, texts: &Texts) {
    let health = &index.health;
    health.errors.iter().for_each(|fault| print_fault(fault, texts));
    if !health.errors.is_empty() {
        output::note(&texts.with("cli-files-out", &[("count", health.files_out.into())]));
    }
}

pub(super) fn print_fault(fault: &Diagnostic<Code>, texts: &Texts) {
    let place = Text::line(&fault.location.to_string());
    output::note(&format!("{place}: {}", fault.message(texts)));
}
