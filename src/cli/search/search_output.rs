//! An answer with everything that is needed to print it.

use std::collections::HashMap;

use crate::{
    catalogue::Register,
    locale::Texts,
    search::{Answer, FilterKey, FilterValues, Hit, Request, Snapshot},
};

pub(super) struct SearchOutput<'a> {
    pub request: &'a Request,
    pub answer: &'a Answer,
    pub snapshot: &'a Snapshot,
    pub texts: &'a Texts,
}

impl SearchOutput<'_> {
    pub(super) fn register(&self) -> &Register {
        self.snapshot.register()
    }

    pub(super) fn hits(&self) -> &[Hit] {
        &self.answer.hits
    }

    /// Why a hit was found, one sentence for each word of the question.
    pub(super) fn reasons(&self, hit: &Hit) -> Vec<String> {
        self.answer.localize_reasons(hit, &self.request.line, self.texts)
    }

    /// The labels of all values of a dimension, looked up once.
    pub(super) fn labels(&self, key: FilterKey) -> HashMap<String, String> {
        let values = FilterValues::new(self.register(), self.texts);
        let all = values.all(key).into_iter().map(|value| (value.id, value.label));
        let chosen = self.answer.filters.values(key).iter().map(|id| (id.to_string(), values.label(key, id)));
        let ahead = |id: &str| (id.to_owned(), values.label_ahead(key, id, self.request.today));
        let facets = self.answer.facets.iter().filter(|facet| facet.key == key && !key.is_facet());
        let counted = facets.flat_map(|facet| facet.values.iter().map(|(id, _)| ahead(id)));
        counted.chain(all).chain(chosen).collect()
    }
}
