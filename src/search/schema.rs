//! What an index consists of: fields, parts of an entry, forms of terms.

pub(in crate::search) mod exact_name;
pub(in crate::search) mod fields;
pub(in crate::search) mod term;
pub(in crate::search) mod texts;
