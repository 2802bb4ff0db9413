//! What the tests share: homes, catalogues, screens, sessions, and what may befall files.

pub(crate) mod entry;
pub(crate) mod few;
pub(crate) mod files;
pub(crate) mod folder;
#[path = "../../benches/support/generator.rs"]
pub(crate) mod generator;
pub(crate) mod home;
pub(crate) mod index;
pub(crate) mod machine;
pub(crate) mod screen;
#[cfg(unix)]
pub(crate) mod session;
pub(crate) mod source;

use jiff::civil::{Date, date};

/// The day on which all tests take place.
pub(crate) const TODAY: Date = date(2026, 11, 20);
