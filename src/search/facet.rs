//! Filters and their counts: which documents have which value.

pub(super) mod columns;
pub(super) mod docset;
pub(super) mod drill_sideways;
pub(super) mod filter;
pub(super) mod key;
