//! The vocabularies that fields refer to. `register.rs` says where each of them stands and what it holds.

/// The vocabulary that a field refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the vocabulary of its name")]
pub enum Reference {
    MeasureTypes,
    TargetGroups,
    LegalBases,
    Modules,
    Goals,
    Certificates,
    Regions,
    Places,
    Providers,
    Coordinators,
}
