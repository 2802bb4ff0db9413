//! Target groups, coordinators and providers under filters: they pass where an offer does that refers to them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{BitSet, Columns, Doc, FacetColumn, FilterKey, Filters};
use crate::catalogue::Kind;

/// Where each thing lies to which offers refer: segment and document.
#[derive(Debug, Default)]
pub(in crate::search) struct Referred([FxHashMap<Box<str>, (usize, Doc)>; 3]);

/// The kinds to which offers refer, with the filter that says to which of them.
const REFERRED: [(Kind, FilterKey); 3] = [
    (Kind::TargetGroup, FilterKey::TargetGroup),
    (Kind::Coordinator, FilterKey::Coordinator),
    (Kind::Provider, FilterKey::Provider),
];

impl Referred {
    pub(in crate::search) fn add(&mut self, kind: Kind, id: &str, segment: usize, doc: Doc) {
        let of_kind = REFERRED.iter().zip(&mut self.0).find(|((known, _), _)| *known == kind);
        of_kind.into_iter().for_each(|(_, map)| _ = map.insert(id.into(), (segment, doc)));
    }

    /// What these offers, by segment, refer to. What is chosen in a filter are the only ones of its own kind.
    pub(super) fn by(&self, offers: &[BitSet], columns: &[Arc<Columns>], chosen: &Filters) -> Vec<BitSet> {
        let mut found: Vec<BitSet> = columns.iter().map(|columns| BitSet::empty(columns.docs)).collect();
        for ((_, key), known) in REFERRED.iter().zip(&self.0) {
            let own = chosen.values(*key);
            for (columns, offers) in columns.iter().zip(offers) {
                for (value, docs) in columns.values(FacetColumn::Filter(*key)) {
                    let wanted = own.is_empty() || own.iter().any(|chosen| **chosen == *value);
                    let Some((segment, doc)) = known.get(value).filter(|_| wanted && docs.meets(offers)) else {
                        continue;
                    };
                    if let Some(found) = found.get_mut(*segment) {
                        found.insert(*doc);
                    }
                }
            }
        }
        found
    }
}
