//! What the tests share: houses, catalogues, screens, sessions, and what may befall files.

pub mod folder;
#[path = "../../benches/support/generator.rs"]
pub mod generator;
pub mod house;
pub mod index;
pub mod machine;
pub mod screen;
#[cfg(unix)]
pub mod session;
pub mod source;

use jiff::civil::{Date, date};

/// The day on which all tests take place.
pub const TODAY: Date = date(2026, 11, 20);
