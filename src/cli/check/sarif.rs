//! `lotse check --format sarif`: SARIF 2.1.0 (OASIS), which code hosting and editors read.

use std::collections::HashMap;

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Found,
    place::{Place, working_folder},
};
use crate::{
    catalogue::{Code, Diagnostic, Severity},
    locale::{Texts, diagnostics::sentences, rules::explanation},
};

/// The published schema of this version of the format.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The folder to which the places of files are relative.
const BASE: &str = "SRCROOT";

/// The faults as one run. Columns count characters (`unicodeCodePoints`).
pub(super) fn written(found: &[Found], texts: &Texts) -> String {
    let folder = working_folder();
    let mut fingerprints = Fingerprints::default();
    let results: Vec<Value> = found
        .iter()
        .map(|found| result(found, &Place::of(found, folder.as_deref()), &mut fingerprints, texts))
        .collect();
    crate::cli::json::to_line(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "lotse",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": Code::ALL.iter().map(|code| rule(*code, texts)).collect::<Vec<_>>(),
            } },
            "automationDetails": { "id": "lotse-check/" },
            "language": texts.lang().code(),
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": true }],
            "results": results,
        }],
    }))
}

fn rule(code: Code, texts: &Texts) -> Value {
    let explained = explanation(code, texts);
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": explained.short },
        "fullDescription": { "text": explained.full },
        "help": { "text": explained.advice },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(found: &Found, place: &Place, fingerprints: &mut Fingerprints, texts: &Texts) -> Value {
    let fault = &found.fault;
    let mut artifact = json!({ "uri": place.uri() });
    if let Place::Below(_) = place {
        artifact["uriBaseId"] = BASE.into();
    }
    let mut physical = json!({ "artifactLocation": artifact });
    // A fault of the file as a whole has no region.
    if fault.location.line > 0 {
        physical["region"] = json!({
            "startLine": fault.location.line,
            "startColumn": fault.location.column,
            "endColumn": fault.location.end_column(),
        });
    }
    json!({
        "ruleId": fault.code.as_str(),
        "ruleIndex": Code::ALL.iter().position(|code| *code == fault.code),
        "level": level(fault.severity()),
        "message": { "text": sentences(fault, texts) },
        "locations": [{ "physicalLocation": physical }],
        "partialFingerprints": { "lotse/v1": fingerprints.of(fault, place) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// By what a fault is known again after lines above it have come or gone: rule, file and line of text; the second one of
/// the same kind gets a number.
#[derive(Default)]
struct Fingerprints(HashMap<String, usize>);

impl Fingerprints {
    fn of(&mut self, fault: &Diagnostic, place: &Place) -> String {
        let name = format!("{}\n{}\n{}", fault.code.as_str(), place.uri(), fault.location.excerpt.trim());
        let number = self.0.entry(name.clone()).or_default();
        *number += 1;
        Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("{name}\n{number}").as_bytes()).simple().to_string()
    }
}
