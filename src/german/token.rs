//! What analysis yields: a token with the forms in which its word counts.

use std::{ops::Range, sync::Arc};

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
    pub stem: Option<Arc<str>>,
    /// The words that a compound is made of, in order; empty for every other word.
    pub parts: Arc<[CompoundPart]>,
    /// On the first part of a hyphenated word: all parts glued ("teilzeitausbildung"). On a part of a letter or two also the same
    /// with its follower alone: "elearning" in "E-Learning-Werkstatt".
    pub joined: Vec<JoinedForm>,
    /// What sort of word it is.
    pub kind: TokenKind,
    /// A word such as "und" that says nothing by itself; never an abbreviation.
    pub is_small: bool,
}

/// Parts of a hyphenated word written as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedForm {
    /// Folded.
    pub surface: String,
    /// Byte in the original text behind the last of these parts.
    pub end: usize,
}

/// One word in a compound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompoundPart {
    /// Bytes of the surface.
    pub range: Range<usize>,
    /// The stem of this word.
    pub stem: Arc<str>,
}
