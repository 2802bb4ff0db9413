//! What an entry must hold before it is saved: no error that `lotse check` would name.

use std::sync::Arc;

use jiff::civil::Date;

use super::outcome::SaveError;
use crate::catalogue::{Code, Diagnostic, Id, Register, Severity, read_measure};

/// By what an entry is checked before it is saved.
#[derive(Clone, Copy)]
pub struct CheckContext<'a> {
    /// Everything that entries refer to.
    pub register: &'a Register,
    /// Decides what is overdue.
    pub today: Date,
}

/// Refuses what `lotse check` would call an error.
pub(in crate::store) fn check(id: &Id, text: &str, rules: CheckContext<'_>) -> Result<(), SaveError> {
    let faults = faults(id, text, rules);
    let sound = faults.iter().all(|fault| fault.severity() != Severity::Error);
    if sound { Ok(()) } else { Err(SaveError::Faulty { text: text.to_owned(), faults }) }
}

pub(super) fn path_in_catalogue(id: &Id) -> Arc<str> {
    format!("measures/{id}.toml").into()
}

pub(super) fn faults(id: &Id, text: &str, rules: CheckContext<'_>) -> Vec<Diagnostic<Code>> {
    let file = path_in_catalogue(id);
    match Diagnostic::too_large(&file, text.len() as u64) {
        Some(fault) => vec![fault],
        None => {
            read_measure(&file, text.strip_prefix('\u{feff}').unwrap_or(text), rules.register, rules.today).diagnostics
        }
    }
}
