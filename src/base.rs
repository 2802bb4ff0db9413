//! What every module needs and none is about: text, ids, days, files.
//!
//! The bottom layer: it imports nothing of the crate and knows nothing of a catalogue.

mod day;
mod json_text;
mod nearest;
mod slug;
mod text;

pub use day::{day_of, full_year, typed_day};
pub use json_text::escaped_json;
pub use nearest::{nearest, only_near};
pub use slug::slug;
pub use text::{Displayable, Text, harmless, hostile_character, is_displayable, is_hostile, is_tidy_line, tidy_line};
