//! What a line means: words, phrases, exclusions, typed filters, and other words for them.

pub(super) mod expansion;
mod match_reason;
mod parse;

pub use expansion::{Alternative, AlternativeWord};
pub use match_reason::MatchReason;
pub use parse::{MAX_WORDS, Query, TypedFilter, Word};

pub(super) use parse::MAX_CLAUSES;
