//! Tables in and out: an entry as a row whose columns are the fields of the catalogue.
//!
//! Knows formats, not files of the catalogue: what is read becomes changes of fields, what is written comes from them.

mod cell;
pub mod export;
mod field_name;
mod formula;
mod hsds;
pub mod import;

pub use field_name::{field_name, field_of_heading};
pub use formula::{guarded, unguarded};
