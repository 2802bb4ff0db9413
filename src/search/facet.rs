//! Filters and their counts: which documents have which value.

pub(super) mod columns;
pub(super) mod docset;
pub(super) mod document_values;
pub(super) mod drill_sideways;
pub(super) mod filter;
pub(super) mod filter_values;
pub(super) mod key;
pub(super) mod start_period;
pub(super) mod value_list;
