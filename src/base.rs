//! What every module needs and none is about: text, ids, days, files, faults in files.
//!
//! The bottom layer: it imports nothing of the crate and knows nothing of a catalogue.

mod atomic_write;
mod bounded_read;
mod coded_enum;
mod day;
mod diagnostic;
mod json_text;
mod location;
mod nearest;
mod path;
pub mod private;
mod relative;
mod slug;
mod stable_hash;
mod text;
pub mod toml;
mod typed_code;

pub use atomic_write::{AtomicWrite, TEMPORARY, rename, sync_folder};
pub use bounded_read::{is_not_ordinary, read_at_most, read_no_link, read_stream};
pub(crate) use coded_enum::coded_enum;
pub use day::{day_of, full_year, typed_day};
pub(crate) use diagnostic::diagnostic_codes;
pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use json_text::escaped_json;
pub use location::Location;
pub use nearest::{nearest, nearest_name, only_near};
pub use path::{expand_home, expand_own_home, home};
pub use relative::{all_inside, inside, is_inside, remembered};
pub use slug::{plain_letters, slug};
pub use stable_hash::{stable_hash, stable_hash_of_all};
pub use text::{
    Displayable, Text, harmless, hostile_character, is_displayable, is_hostile, is_tidy_line, shortened, tidy_line,
};
pub use typed_code::typed_code;
