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

// With the names that stand in many files of the exchange.
use self::{
    cell::Cells,
    spelling::{letters_and_digits, spelling},
};
pub use self::{
    formula::{guarded, unguarded},
    heading::{field_name, field_of_heading},
    value_json::ValueJson,
};
