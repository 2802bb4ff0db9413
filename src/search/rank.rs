//! Which terms of the index count for a query, how much, and in which order hits stand.

mod candidates;
pub(super) mod evaluate;
pub(super) mod highlight;
mod lookup;
pub(super) mod order;
mod score;
mod spelling;
pub(super) mod suggestion;
pub(super) mod term_match;
mod title_match;
