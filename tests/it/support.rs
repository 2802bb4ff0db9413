//! What the tests share: homes, catalogues, screens, sessions, and what may befall files.

pub mod files;
pub mod folder;
#[path = "../../benches/support/generator.rs"]
pub mod generator;
pub mod home;
pub mod index;
pub mod machine;
pub mod screen;
#[cfg(unix)]
pub mod session;
pub mod source;

use jiff::civil::{Date, date};

/// The day on which all tests take place.
pub const TODAY: Date = date(2026, 11, 20);
