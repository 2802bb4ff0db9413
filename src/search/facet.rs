//! Filters and their counts: which documents have which value.

mod age;
mod columns;
mod docset;
mod document_values;
mod drill_sideways;
mod filter;
mod filter_values;
mod key;
mod reach;
mod referred;
mod scales;
mod start_period;

pub use drill_sideways::Facet;
pub use filter::Filters;
pub use filter_values::{FilterValue, FilterValues, ValueError};
pub use key::{FilterKey, FilterSource};
pub use reach::ReachCount;

pub(super) use age::{AgeBand, age_of};
pub(super) use columns::{Columns, OTHER_KINDS, count_values};
pub(super) use docset::{BitSet, Doc, total};
pub(super) use document_values::document_values;
pub(super) use drill_sideways::DrillSideways;
pub(super) use key::{FREE_UNKNOWN, FacetColumn, fingerprint};
pub(super) use reach::Nearness;
pub(super) use referred::Referred;
pub(super) use start_period::{StartPeriod, StartWindow};
