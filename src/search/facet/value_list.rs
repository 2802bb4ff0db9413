//! The values from which one chooses in a dimension: those of a vocabulary of the catalogue, or of a list of the program.

use super::{document_values::FREE_VALUES, key::FilterKey};
use crate::catalogue::{
    Category, Childcare, Choice, Delivery, GermanLevel, NamedItems, Register, Setting, Status, TimeModel,
};

/// The values of a dimension.
pub(in crate::search) enum ValueList<'r> {
    Vocabulary(&'r dyn NamedItems),
    /// The label of a code is the text `<name of the dimension>-<code>`.
    Codes(fn() -> Vec<&'static str>),
    /// Ages and days.
    Open,
}

impl<'r> ValueList<'r> {
    pub(in crate::search) fn of(key: FilterKey, register: &'r Register) -> Self {
        match key {
            FilterKey::TargetGroup => Self::Vocabulary(&register.target_groups),
            FilterKey::Type => Self::Vocabulary(&register.measure_types),
            FilterKey::LegalBasis => Self::Vocabulary(&register.legal_bases),
            FilterKey::Place => Self::Vocabulary(&register.places),
            FilterKey::Region => Self::Vocabulary(&register.regions),
            FilterKey::Provider => Self::Vocabulary(&register.providers),
            FilterKey::Coordinator => Self::Vocabulary(&register.coordinators),
            FilterKey::Module => Self::Vocabulary(&register.modules),
            FilterKey::Goal => Self::Vocabulary(&register.goals),
            FilterKey::Category => Self::codes::<Category>(),
            FilterKey::TimeModel => Self::codes::<TimeModel>(),
            FilterKey::Setting => Self::codes::<Setting>(),
            FilterKey::Delivery => Self::codes::<Delivery>(),
            FilterKey::Childcare => Self::codes::<Childcare>(),
            FilterKey::Status => Self::codes::<Status>(),
            FilterKey::German => Self::codes::<GermanLevel>(),
            FilterKey::Free => Self::Codes(|| FREE_VALUES.to_vec()),
            FilterKey::Age | FilterKey::StartsBefore => Self::Open,
        }
    }

    fn codes<C: Choice>() -> Self {
        Self::Codes(|| C::codes().collect())
    }
}
