//! Values that several commands take.

use std::path::PathBuf;

use clap::builder::{PathBufValueParser, TypedValueParser};

use crate::base::expand_own_home;

/// A path; a leading `~` that no shell has seen is the user's home.
pub(super) fn path() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(|path| expand_own_home(&path))
}
