//! `lotse check --format sarif`: SARIF 2.1.0 (OASIS), which code hosting and editors read.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    place::{DisplayPath, folders},
    target::{LocatedDiagnostic, level},
};
use crate::{
    catalogue::{Code, Diagnostic},
    locale::{Texts, rules::explanation},
};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The folder to which the places of files are relative.
const BASE: &str = "SRCROOT";

/// The faults as one run. Columns count characters (`unicodeCodePoints`).
pub(super) fn text(found: &[LocatedDiagnostic], texts: &Texts) -> String {
    let folders = folders();
    let mut fingerprints = Fingerprints::default();
    let result = |found: &LocatedDiagnostic| result(found, &DisplayPath::of(found, &folders), &mut fingerprints, texts);
    crate::cli::json::to_line(&SarifLog {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [SarifRun {
            tool: json!({ "driver": {
                "name": "lotse",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": Code::ALL.iter().map(|code| rule(*code, texts)).collect::<Vec<_>>(),
            } }),
            automation_details: json!({ "id": "lotse-check/" }),
            language: texts.lang().code(),
            column_kind: "unicodeCodePoints",
            invocations: json!([{ "executionSuccessful": true }]),
            results: found.iter().map(result).collect(),
        }],
    })
}

// A catalogue may have hundreds of thousands of faults: what there is once for each of them has types of its own,
// because a tree of JSON values would take ten times the memory.

#[derive(Serialize)]
struct SarifLog {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [SarifRun; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun {
    tool: Value,
    automation_details: Value,
    language: &'static str,
    column_kind: &'static str,
    invocations: Value,
    results: Vec<SarifResult>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    rule_index: Option<usize>,
    level: &'static str,
    message: SarifMessage,
    locations: [SarifLocation; 1],
    partial_fingerprints: Fingerprint,
}

#[derive(Serialize)]
struct SarifMessage {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifLocation {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    /// A fault of the file as a whole has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<TextRegion>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TextRegion {
    start_line: usize,
    start_column: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Fingerprint {
    #[serde(rename = "lotse/v1")]
    v1: String,
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

fn result(
    found: &LocatedDiagnostic,
    place: &DisplayPath,
    fingerprints: &mut Fingerprints,
    texts: &Texts,
) -> SarifResult {
    let fault = &found.fault;
    let at = &fault.location;
    let uri = place.uri();
    let partial_fingerprints = Fingerprint { v1: fingerprints.of(fault, &uri) };
    let region = TextRegion { start_line: at.line, start_column: at.column, end_column: at.end_column() };
    let artifact_location = Artifact { uri, uri_base_id: matches!(place, DisplayPath::Below(_)).then_some(BASE) };
    let physical_location = PhysicalLocation { artifact_location, region: (at.line > 0).then_some(region) };
    SarifResult {
        rule_id: fault.code.as_str(),
        rule_index: Code::ALL.iter().position(|code| *code == fault.code),
        level: level(fault.severity()),
        message: SarifMessage { text: fault.localize(texts) },
        locations: [SarifLocation { physical_location }],
        partial_fingerprints,
    }
}

/// By what a fault is known again after lines above it have come or gone: rule, file and line of text; the second one of
/// the same kind gets a number.
#[derive(Default)]
struct Fingerprints(HashMap<Uuid, u32>);

impl Fingerprints {
    fn of(&mut self, fault: &Diagnostic<Code>, uri: &str) -> String {
        let name = format!("{}\n{uri}\n{}", fault.code.as_str(), fault.location.excerpt.trim());
        let kind = Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes());
        let number = self.0.entry(kind).or_default();
        *number += 1;
        Uuid::new_v5(&kind, &number.to_be_bytes()).simple().to_string()
    }
}
