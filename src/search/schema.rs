//! What an index consists of: fields, parts of an entry, forms of terms.

mod exact_name;
mod fields;
mod part;
mod postings;
mod term;
mod texts;

pub use part::Part;

pub(super) use exact_name::{LONGEST_LABEL, Whole, push_whole, whole_key};
pub(super) use fields::{
    AS_OF, CONFIRMED, FREE, Fields, PLACES, TITLE, UNTIL, WAITING, date_of, epoch_days, fingerprint, register_tokenizer,
};
pub(super) use postings::for_each_doc;
pub(super) use term::{BODY_PREFIX, Density, STORED_PREFIX, TermMark, prefixes};
pub(super) use texts::{TextsByPart, parts};
