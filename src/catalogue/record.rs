//! Anything of the catalogue that can be found: an offer, a target group, a coordinator, a provider.

use serde::{Deserialize, Serialize};

use super::{Coordinator, Id, Measure, Provider, Register, Term};
use crate::base::{Text, coded_enum};

coded_enum! {
    /// What sort of thing a record is, in the order of the tabs. Named in JSON and Fluent keys (`kind-<code>`).
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Kind {
        /// An offer.
        Measure = "measure",
        /// A target group.
        TargetGroup = "target_group",
        /// A coordinator.
        Coordinator = "coordinator",
        /// A provider.
        Provider = "provider",
    }
}

/// One whole thing of the catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// An offer.
    Measure(Box<Measure>),
    /// A target group.
    TargetGroup(Term),
    /// A coordinator.
    Coordinator(Coordinator),
    /// A provider.
    Provider(Provider),
}

impl Record {
    /// Everything that a register adds to the index besides the offers.
    pub fn of_register(register: &Register) -> impl Iterator<Item = Self> + '_ {
        let groups = register.target_groups.iter().cloned().map(Self::TargetGroup);
        let coordinators = register.coordinators.iter().cloned().map(Self::Coordinator);
        let providers = register.providers.iter().cloned().map(Self::Provider);
        groups.chain(coordinators).chain(providers)
    }

    /// What sort of thing it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Measure(_) => Kind::Measure,
            Self::TargetGroup(_) => Kind::TargetGroup,
            Self::Coordinator(_) => Kind::Coordinator,
            Self::Provider(_) => Kind::Provider,
        }
    }

    /// Its slug.
    pub fn id(&self) -> &Id {
        match self {
            Self::Measure(measure) => &measure.id,
            Self::TargetGroup(term) => &term.id,
            Self::Coordinator(coordinator) => &coordinator.id,
            Self::Provider(provider) => &provider.id,
        }
    }

    /// Its name.
    pub fn title(&self) -> &Text {
        match self {
            Self::Measure(measure) => &measure.title,
            Self::TargetGroup(term) => &term.label,
            Self::Coordinator(coordinator) => &coordinator.name,
            Self::Provider(provider) => &provider.name,
        }
    }

    /// The offer, if it is one.
    pub fn measure(&self) -> Option<&Measure> {
        match self {
            Self::Measure(measure) => Some(measure),
            _ => None,
        }
    }

    /// One or two sentences about it.
    pub fn summary(&self) -> Text {
        match self {
            Self::Measure(measure) => measure.summary.clone(),
            Self::TargetGroup(term) => term.note.clone().unwrap_or_default(),
            Self::Coordinator(coordinator) => coordinator.team.clone().unwrap_or_default(),
            Self::Provider(_) => Text::default(),
        }
    }
}
