//! What a line means: words, phrases, exclusions, typed filters, and other words for them.

pub(in crate::search) mod expansion;
pub(in crate::search) mod parse;
