//! Tables in and out: an entry as a row whose columns are the fields of the catalogue.
//!
//! Knows formats, not files of the catalogue: what is read becomes changes of fields, what is written comes from them.

mod cell;
pub mod export;
mod formula;
mod heading;
mod hsds;
pub mod import;
mod spelling;
mod table;
mod value_json;
mod value_name;

pub use formula::{guarded, unguarded};
pub use heading::{field_name, field_of_heading};
pub use value_json::ValueJson;
