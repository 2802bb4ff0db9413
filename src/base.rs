//! What every module needs and none is about: places in files and faults.
//!
//! The bottom layer: it imports nothing of the crate and knows nothing of a catalogue.

mod diagnostic;
mod location;
mod relative;

pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use location::Location;
pub use relative::{all_inside, inside, is_inside, remembered};
