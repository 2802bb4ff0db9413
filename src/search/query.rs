//! What a line means: words, phrases, exclusions, typed filters, and other words for them.

pub(super) mod expansion;
pub(super) mod match_reason;
pub(super) mod parse;
