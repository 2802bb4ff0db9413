//! What an index consists of: fields, parts of an entry, forms of terms.

pub(super) mod exact_name;
pub(super) mod fields;
pub(super) mod part;
pub(super) mod postings;
pub(super) mod term;
pub(super) mod texts;
