//! What every module needs and none is about: text, ids, days, files.
//!
//! The bottom layer: it imports nothing of the crate and knows nothing of a catalogue.

mod text;

pub use text::{Displayable, Text, harmless, hostile_character, is_displayable, is_hostile, is_tidy_line, tidy_line};
