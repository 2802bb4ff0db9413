//! Whole texts as terms: a query that equals a name or a label finds it first.

use std::fmt::Write as _;

use super::Part;
use crate::german::{Analyser, Token};

/// Longest label that is compared as a whole, in words.
pub(in crate::search) const LONGEST_LABEL: usize = 4;

/// What a whole text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Whole {
    /// A title, an abbreviation, another name.
    Name,
    /// A piece of one.
    Piece,
    /// A label: a target group, a place, a type ...
    Label,
}

impl Whole {
    /// Where such a text stands.
    pub(in crate::search) fn part(self) -> Part {
        match self {
            Self::Name | Self::Piece => Part::Name,
            Self::Label => Part::Label,
        }
    }

    /// The term under which a key (see [`whole_key`]) stands in the index.
    pub(in crate::search) fn term(self, key: &str) -> String {
        let mark = match self {
            Self::Name => '=',
            Self::Piece => '/',
            Self::Label => '#',
        };
        format!("{mark}{key}")
    }
}

/// Appends the term of a whole text as a line.
pub(in crate::search) fn push_whole(whole: Whole, text: &str, analyser: &mut Analyser, lines: &mut String) {
    let key = whole_key(&analyser.tokens(text));
    if !key.is_empty() {
        let _ = writeln!(lines, "{}", whole.term(&key));
    }
}

/// A whole text as one key: the stems of its words, without the small ones.
pub(in crate::search) fn whole_key(tokens: &[Token]) -> String {
    let telling = tokens.iter().filter(|token| !token.is_small);
    let keys: Vec<&str> = telling.map(|token| token.stem.as_deref().unwrap_or(&token.surface)).collect();
    keys.join(" ")
}
