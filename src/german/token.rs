//! What analysis yields: a token with the forms in which its word counts.

use std::ops::Range;

use super::TokenKind;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes in the original text, marks and signs included ("§ 16 i", "Erzieher:innen").
    pub range: Range<usize>,
    /// Counts tokens from 0, stop words included.
    pub position: u32,
    /// The word folded, 64 bytes at most.
    pub surface: String,
    /// Its stem; none where the word is kept whole: abbreviations, paragraphs, numbers. Only an
    /// abbreviation in the plural has one ("AGHs": `agh`).
    pub stem: Option<String>,
    /// On the first part of a hyphenated word: all parts glued ("teilzeitausbildung").
    pub joined: Option<String>,
    pub kind: TokenKind,
}
