//! What every module needs and none is about: text, ids, days, files, faults in files.
//!
//! The bottom layer: it imports nothing of the crate and knows nothing of a catalogue.

mod diagnostic;
mod location;
mod relative;
mod text;

pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use location::Location;
pub use relative::{all_inside, inside, is_inside, remembered};
pub use text::{Displayable, Text, harmless, hostile_character, is_displayable, is_hostile, is_tidy_line, tidy_line};
