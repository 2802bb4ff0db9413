//! What analysis yields: a token, and its terms in their forms.

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

/// In which form a term of a token stands. More will come (parts of compounds), so match with `_`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// The word as written, folded.
    Surface,
    /// Its stem, or the surface where the word is kept whole.
    Stem,
    /// A hyphenated word as one.
    Joined,
}

impl Token {
    /// All terms of the token, each with its form: what an index takes in. A form that is added
    /// later comes along by itself.
    ///
    /// `Teilzeit` in "Teilzeit-Ausbildung" gives `(Surface, "teilzeit")`, `(Stem, "teilzeit")`,
    /// `(Joined, "teilzeitausbildung")`.
    pub fn terms(&self) -> impl Iterator<Item = (Form, &str)> {
        [
            Some((Form::Surface, self.surface.as_str())),
            Some((Form::Stem, self.stem_or_surface())),
            self.joined.as_deref().map(|joined| (Form::Joined, joined)),
        ]
        .into_iter()
        .flatten()
    }

    /// The stem, or the surface where the word is kept whole.
    pub fn stem_or_surface(&self) -> &str {
        self.stem.as_deref().unwrap_or(&self.surface)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_come_in_all_forms() {
        let token = Token {
            range: 0..3,
            position: 0,
            surface: "agh".into(),
            stem: None,
            joined: Some("aghmassnahme".into()),
            kind: TokenKind::Abbreviation,
        };
        let terms: Vec<_> = token.terms().collect();
        assert_eq!(terms, [(Form::Surface, "agh"), (Form::Stem, "agh"), (Form::Joined, "aghmassnahme")]);
    }
}
