//! Parses the text of one TOML file into a tree with positions and reports all syntax errors at once.

use toml::{Spanned, de::DeTable};

use super::faults::Faults;
use crate::catalogue::Code;

/// The tree of a file. With syntax errors it holds what could be understood around them.
pub(super) struct Document<'s> {
    pub(super) root: Spanned<DeTable<'s>>,
    /// True when there was a syntax error: then a missing key proves nothing.
    pub(super) damaged: bool,
}

impl<'s> Document<'s> {
    pub(super) fn parse(source: &'s str, faults: &Faults<'_>) -> Self {
        let (root, errors) = DeTable::parse_recoverable(source);
        for error in &errors {
            let span = error.span().unwrap_or(0..0);
            faults.push(faults.at(Code::Syntax, span).with("reason", error.message()));
        }
        Self { root, damaged: !errors.is_empty() }
    }
}
