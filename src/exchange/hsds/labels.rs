//! Labels of one catalogue in one language, for HSDS.

use crate::{
    catalogue::{Reference, RegionTree, Register, UNKNOWN},
    locale::Texts,
};

pub(super) struct HsdsLabels<'a> {
    pub register: &'a Register,
    pub tree: &'a RegionTree,
    pub texts: &'a Texts,
}

impl HsdsLabels<'_> {
    pub(super) fn of_code(&self, list: &str, code: &str) -> String {
        let key = format!("{list}-{code}");
        if self.texts.has(&key) { self.texts.get(&key).into_owned() } else { code.to_owned() }
    }

    /// The label of a code; none for "unknown", which is no information to pass on.
    pub(super) fn of_known(&self, list: &str, code: &str) -> Option<String> {
        (!code.is_empty() && code != UNKNOWN).then(|| self.of_code(list, code))
    }

    /// "Teil von Lahn-Dill-Kreis, Hessen"; none for a region that lies within no other.
    pub(super) fn containing(&self, region: &str) -> Option<String> {
        let regions: Vec<&str> = self.tree.containing(region).map(|id| self.register.regions.label(id)).collect();
        let regions = Some(regions.join(", ")).filter(|regions| !regions.is_empty())?;
        Some(self.texts.with("hsds-within", &[("regions", regions.into())]))
    }

    pub(super) fn of_id(&self, reference: Reference, id: &str) -> String {
        let found = reference.options(self.register).into_iter().find(|(known, _)| *known == id);
        found.map_or_else(|| id.to_owned(), |(_, label)| label.to_string())
    }
}
