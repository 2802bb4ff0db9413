//! What a line means: words, phrases, exclusions, typed filters, and other words for them.

pub(super) mod expansion;
mod fact;
mod match_reason;
mod parse;
mod pieces;

pub use expansion::{Alternative, AlternativeWord};
pub use match_reason::MatchReason;
pub use parse::{MAX_WORDS, Query, TypedFilter, UnknownFilter, Word};

pub(super) use fact::Fact;
pub(super) use parse::MAX_CLAUSES;
