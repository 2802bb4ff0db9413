//! Entries as HSDS 3.0 (Human Services Data Specification of Open Referral): for directories of social services.
//!
//! The format knows less than a catalogue, and other things. What is merged and what is lost stands in `docs/hsds.md`.
//! Coordination, internal notes and who confirmed an entry never go into it.

mod attributes;
mod ids;
mod model;
mod service;

use self::service::ServiceWriter;
use super::export::ExportEntry;
use crate::{
    catalogue::Register,
    locale::{Lang, Texts},
};

/// An array of services. The labels are in the language of the catalogue, like its texts; `texts` speaks where the
/// catalogue does not name one that Lotse knows.
pub(super) fn text(entries: &[ExportEntry], register: &Register, texts: &Texts) -> String {
    let named = register.manifest.language.as_deref().and_then(Lang::parse);
    let texts = Texts::new(named.unwrap_or(texts.lang()));
    let writer = ServiceWriter { register, texts: &texts };
    let services: Vec<_> = entries.iter().map(|entry| writer.service(entry)).collect();
    // Plain structs; there is nothing that could not be written.
    serde_json::to_string_pretty(&services).unwrap_or_default() + "\n"
}
