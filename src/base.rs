//! What every module needs and none is about: text, ids, days, files, faults in files.
//!
//! The bottom layer: it imports nothing of the crate and knows nothing of a catalogue.

mod day;
mod diagnostic;
mod json_text;
mod location;
mod nearest;
mod relative;
mod slug;
mod text;
pub mod toml;

pub use day::{day_of, full_year, typed_day};
pub(crate) use diagnostic::diagnostic_codes;
pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use json_text::escaped_json;
pub use location::Location;
pub use nearest::{nearest, only_near};
pub use relative::{all_inside, inside, is_inside, remembered};
pub use slug::slug;
pub use text::{Displayable, Text, harmless, hostile_character, is_displayable, is_hostile, is_tidy_line, tidy_line};
