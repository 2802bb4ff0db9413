//! Which terms of the index count for a query, how much, and in which order hits stand.

pub(in crate::search) mod candidates;
pub(in crate::search) mod evaluate;
pub(in crate::search) mod highlight;
pub(in crate::search) mod order;
pub(in crate::search) mod score;
pub(in crate::search) mod spelling;
pub(in crate::search) mod suggestion;
pub(in crate::search) mod term_match;
pub(in crate::search) mod title_match;
