//! What was found, and how it is told: as lines for people, or as JSON.

use serde::Serialize;

use super::DoctorCode;
use crate::{
    base::{Diagnostic, harmless},
    cli::{output, to_line},
    locale::{Arg, Texts},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum FindingStatus {
    Ok,
    /// Works, and there is something to know.
    Note,
    Problem,
}

#[derive(Debug, Serialize)]
pub(super) struct Finding {
    area: &'static str,
    /// Stable name, for scripts.
    code: &'static str,
    state: FindingStatus,
    message: String,
    hint: Option<String>,
}

/// All findings, in the order in which they were made.
pub(super) struct DoctorReport<'t> {
    texts: &'t Texts,
    area: &'static str,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct DoctorJson<'r> {
    version: &'static str,
    problems: usize,
    notes: usize,
    findings: &'r [Finding],
}

type Args<'a> = [(&'a str, Arg<'a>)];

impl<'t> DoctorReport<'t> {
    pub(super) fn new(texts: &'t Texts) -> Self {
        Self { texts, area: "", findings: Vec::new() }
    }

    /// What follows belongs to this area.
    pub(super) fn area(&mut self, area: &'static str) {
        self.area = area;
    }

    /// Something is as it should be. The sentence is the text `doctor-<code>`.
    pub(super) fn ok(&mut self, code: &'static str, args: &Args<'_>) {
        self.add_localized(FindingStatus::Ok, code, args);
    }

    /// Something to know; `doctor-<code>-hint` says what to do.
    pub(super) fn note(&mut self, code: &'static str, args: &Args<'_>) {
        self.add_localized(FindingStatus::Note, code, args);
    }

    pub(super) fn problem(&mut self, fault: &Diagnostic<DoctorCode>) {
        let (message, hint) = (fault.message(self.texts), fault.hint(self.texts));
        self.add(FindingStatus::Problem, fault.code.as_str(), &message, hint);
    }

    /// A finding that comes with its own words.
    pub(super) fn add(&mut self, state: FindingStatus, code: &'static str, message: &str, hint: Option<String>) {
        let message = harmless(message).into_owned();
        let hint = hint.map(|hint| harmless(&hint).into_owned());
        self.findings.push(Finding { area: self.area, code, state, message, hint });
    }

    fn add_localized(&mut self, state: FindingStatus, code: &'static str, args: &Args<'_>) {
        let key = format!("doctor-{code}");
        let hint = format!("{key}-hint");
        let hint = self.texts.has(&hint).then(|| self.texts.with(&hint, args));
        self.add(state, code, &self.texts.with(&key, args), hint);
    }

    pub(super) fn count(&self, state: FindingStatus) -> usize {
        self.findings.iter().filter(|finding| finding.state == state).count()
    }

    pub(super) fn to_json(&self) -> String {
        let (problems, notes) = (self.count(FindingStatus::Problem), self.count(FindingStatus::Note));
        let version = env!("CARGO_PKG_VERSION");
        to_line(&DoctorJson { version, problems, notes, findings: &self.findings })
    }

    /// Lines under the headings of the areas. Each begins with the word for its state: nothing is said by colour alone.
    pub(super) fn to_text(&self) -> String {
        let texts = self.texts;
        let word = |state: FindingStatus| match state {
            FindingStatus::Ok => texts.get("doctor-state-ok"),
            FindingStatus::Note => texts.get("doctor-state-note"),
            FindingStatus::Problem => texts.get("doctor-state-problem"),
        };
        let states = [FindingStatus::Ok, FindingStatus::Note, FindingStatus::Problem];
        let width = states.into_iter().map(|state| word(state).chars().count()).max().unwrap_or(0) + 2;
        let (mut lines, mut area) = (Vec::new(), "");
        for finding in &self.findings {
            if finding.area != area {
                area = finding.area;
                lines.extend((!lines.is_empty()).then(String::new));
                lines.push(texts.get(&format!("doctor-area-{area}")).into_owned());
            }
            let (first, rest) = (format!("  {:<width$}", word(finding.state)), " ".repeat(width + 2));
            lines.extend(output::wrapped(&finding.message, &first, &rest));
            if let Some(hint) = finding.hint.as_ref().filter(|_| finding.state != FindingStatus::Ok) {
                lines.extend(output::wrapped(hint, &format!("{rest}→ "), &format!("{rest}  ")));
            }
        }
        let (problems, notes) = (self.count(FindingStatus::Problem), self.count(FindingStatus::Note));
        let summary = [("problems", problems.into()), ("notes", notes.into())];
        lines.extend([String::new(), texts.with("doctor-summary", &summary)]);
        lines.join("\n")
    }
}
