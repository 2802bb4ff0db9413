//! Entries as HSDS 3.0 (Human Services Data Specification of Open Referral): for directories of social services.
//!
//! The format knows less than a catalogue, and other things. What is merged and what is lost stands in `docs/hsds.md`.
//! Coordination, internal notes and who confirmed an entry never go into it.

mod attributes;
mod ids;
mod labels;
mod model;
mod service;

use self::{labels::HsdsLabels, service::service};
use super::export::{ExportError, ExportInput};
use crate::{
    base::escaped_json,
    locale::{Lang, Texts},
};

/// An array of services. The labels are in the language of the catalogue, like its texts, else in that of the input.
pub(super) fn write(input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    let language = input.register.manifest.language.as_deref().and_then(Lang::parse);
    let texts = Texts::new(language.unwrap_or(input.texts.lang()));
    let labels = HsdsLabels { register: input.register, tree: &input.register.region_tree(), texts: &texts };
    let services: Vec<_> = input.entries.iter().map(|entry| service(entry, &labels)).collect();
    // Plain structs; there is nothing that could not be written.
    let text = serde_json::to_string_pretty(&services).unwrap_or_default() + "\n";
    Ok(escaped_json(text).into_bytes())
}
