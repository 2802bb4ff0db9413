//! `lotse check --format json`: one object for scripts.

use serde::Serialize;

use super::target::{LocatedDiagnostic, count};
use crate::{base::Text, catalogue::Severity, locale::Texts};

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
    /// Behind the last character at fault on this line; 0 for the file as a whole.
    end_column: usize,
    message: String,
    hint: Option<String>,
    /// The word that was probably meant.
    suggestion: Option<Text>,
}

/// The faults as one line of JSON.
pub(super) fn written(found: &[LocatedDiagnostic], texts: &Texts) -> String {
    let fault = |LocatedDiagnostic { fault, .. }: &LocatedDiagnostic| Fault {
        severity: fault.severity(),
        code: fault.code.as_str(),
        file: Text::line(&fault.location.file).to_string(),
        line: fault.location.line,
        column: fault.location.column,
        end_column: fault.location.end_column(),
        message: fault.message(texts),
        hint: fault.hint(texts),
        suggestion: fault.suggestion.clone(),
    };
    crate::cli::json::to_line(&Checked {
        errors: count(found, Severity::Error),
        warnings: count(found, Severity::Warning),
        diagnostics: found.iter().map(fault).collect(),
    })
}
