//! `lotse check`: says everything that is wrong with catalogue files.

mod explain;
mod fix;
mod github;
mod place;
mod sarif;
mod target;

use serde::Serialize;

use self::target::{LocatedDiagnostic, count, exit, targets};
use super::{
    CliError, Context, Exit,
    args::{CheckArgs, FaultFormat},
    output,
    render_diagnostic::report,
    to_line,
};
use crate::{base::Text, catalogue::Severity, locale::Texts};

/// Checks the catalogue in force, or the given ones; explains rules; mends what is safe to mend.
pub(super) fn run(args: &CheckArgs, context: &Context) -> Result<Exit, CliError> {
    if let Some(code) = &args.explain {
        return explain::run(code, context);
    }
    if args.fix {
        return fix::run(args, context);
    }
    let found = LocatedDiagnostic::in_all(&targets(&args.paths, context)?, context)?;
    let texts = &context.texts;
    // What was asked for by name holds no colour.
    let styled = args.format.is_none() && context.colour_on_stdout();
    let text = match args.format {
        Some(FaultFormat::Json) => json(&found, texts),
        Some(FaultFormat::Sarif) => sarif::text(&found, texts),
        Some(FaultFormat::Github) => github::text(&found, texts),
        Some(FaultFormat::Text) | None => text(&found, texts, styled),
    };
    output::print_styled(&text, styled, texts)?;
    Ok(exit(&found, args))
}

fn text(found: &[LocatedDiagnostic], texts: &Texts, colour: bool) -> String {
    let (errors, warnings) = (count(found, Severity::Error), count(found, Severity::Warning));
    let mut blocks: Vec<String> = found.iter().map(|found| report(&found.fault, texts, colour)).collect();
    blocks.push(match errors + warnings {
        0 => texts.get("check-clean").into_owned(),
        _ => texts.with("check-summary", &[("errors", errors.into()), ("warnings", warnings.into())]),
    });
    blocks.join("\n\n")
}

#[derive(Serialize)]
struct CheckJson {
    errors: usize,
    warnings: usize,
    diagnostics: Vec<DiagnosticJson>,
}

#[derive(Serialize)]
struct DiagnosticJson {
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

fn json(found: &[LocatedDiagnostic], texts: &Texts) -> String {
    let fault = |LocatedDiagnostic { fault, .. }: &LocatedDiagnostic| DiagnosticJson {
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
    to_line(&CheckJson {
        errors: count(found, Severity::Error),
        warnings: count(found, Severity::Warning),
        diagnostics: found.iter().map(fault).collect(),
    })
}
