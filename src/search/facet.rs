//! Filters and their counts: which documents have which value.

pub(in crate::search) mod columns;
pub(in crate::search) mod docset;
pub(in crate::search) mod drill_sideways;
pub(in crate::search) mod filter;
pub(in crate::search) mod key;
