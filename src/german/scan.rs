//! Finding the tokens of a text, one after the other: where each is and what it is.

use std::ops::Range;

use super::chars::{char_at, is_alnum, is_hyphen, rest, slice, word_end};
use super::fold::fold_word;
use super::kind::{TokenKind, kind_of, singular};
use super::{gender, law, paragraph};

/// From what the stem of a token is taken.
#[derive(Debug, PartialEq)]
pub(super) enum Root {
    /// There is none: the token is kept whole.
    Whole,
    /// From its surface.
    Surface,
    /// From this folded form ("erzieher" for "Erzieher:innen").
    Form(String),
    /// This is the stem already ("agh" for "AGHs").
    Stem(String),
}

#[derive(Debug, PartialEq)]
pub(super) struct ScannedToken {
    pub range: Range<usize>,
    pub surface: String,
    pub root: Root,
    pub kind: TokenKind,
    /// Only a hyphen stands between the token before and this one.
    pub linked: bool,
}

impl ScannedToken {
    fn new(range: Range<usize>, surface: String, root: Root, kind: TokenKind) -> Self {
        Self { range, surface, root, kind, linked: false }
    }
}

/// Walks through a text. Every step looks a few characters ahead and never back further than the
/// token before, so that the time is proportional to the length, whatever the text.
pub(super) struct Scanner<'t> {
    text: &'t str,
    at: usize,
    before: Option<Before>,
    /// After "§§" numbers are paragraphs until a word interrupts.
    in_list: bool,
}

struct Before {
    range: Range<usize>,
    kind: TokenKind,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, before: None, in_list: false }
    }

    /// What stands between the token before and `at`.
    fn gap(&self, at: usize) -> &'t str {
        let end = self.before.as_ref().map_or(at, |before| before.range.end);
        slice(self.text, end, at)
    }

    /// The token before, as written, if at most a dot and a blank follow it.
    fn word_before(&self, at: usize) -> &'t str {
        match &self.before {
            Some(before) if matches!(self.gap(at), " " | "\u{a0}" | ". " | "." | ".\u{a0}") => {
                slice(self.text, before.range.start, before.range.end)
            }
            _ => "",
        }
    }

    fn find(&mut self, at: usize, first: char) -> Option<ScannedToken> {
        if let Some(found) = self.paragraph(at, first) {
            return Some(found);
        }
        match first {
            '§' => None,
            // "1 € Job" is a "1-Euro-Job".
            '€' => {
                Some(ScannedToken::new(at..at + '€'.len_utf8(), "euro".to_owned(), Root::Surface, TokenKind::Word))
            }
            _ => self.law(at).or_else(|| Some(self.word(at))),
        }
    }

    fn paragraph(&mut self, at: usize, first: char) -> Option<ScannedToken> {
        let found = match first {
            '§' | 'p' | 'P' => paragraph::find_marked(self.text, at)?,
            '0'..='9' => self.unmarked(at)?,
            _ => return None,
        };
        self.in_list |= found.opens_list;
        Some(ScannedToken::new(at..found.end, found.surface, Root::Whole, TokenKind::Paragraph))
    }

    fn unmarked(&self, at: usize) -> Option<paragraph::Paragraph> {
        let gap = self.gap(at);
        let listed = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '-' | '–');
        if self.in_list && gap.len() <= 8 && gap.chars().all(listed) {
            return paragraph::find_listed(self.text, at);
        }
        let decimal = matches!(gap, "." | ",") && self.follows(TokenKind::Number);
        if decimal {
            return None;
        }
        paragraph::find_bare(self.text, at, self.word_before(at))
    }

    fn follows(&self, kind: TokenKind) -> bool {
        self.before.as_ref().is_some_and(|before| before.kind == kind)
    }

    fn law(&self, at: usize) -> Option<ScannedToken> {
        let second = || match &self.before {
            Some(before) if before.kind == TokenKind::Abbreviation && self.gap(at) == "/" => {
                let first = slice(self.text, before.range.start, before.range.end);
                law::find_second(self.text, first, at)
            }
            _ => None,
        };
        let (end, surface) = law::find(self.text, at).or_else(second)?;
        Some(ScannedToken::new(at..end, surface, Root::Whole, TokenKind::Abbreviation))
    }

    fn word(&self, at: usize) -> ScannedToken {
        let end = word_end(self.text, at);
        if let Some(gendered) = gender::find(self.text, at, end) {
            let root = Root::Form(gendered.base);
            return ScannedToken::new(at..gendered.end, gendered.surface, root, TokenKind::Word);
        }
        let run = slice(self.text, at, end);
        let kind = kind_of(run);
        let root = match kind {
            TokenKind::Word => Root::Surface,
            TokenKind::Abbreviation => singular(run).map_or(Root::Whole, |base| Root::Stem(fold_word(base))),
            TokenKind::Paragraph | TokenKind::Number => Root::Whole,
        };
        ScannedToken::new(at..end, fold_word(run), root, kind)
    }

    /// Remembers the token for the next, and ends a list of paragraphs at a word.
    fn note(&mut self, found: &mut ScannedToken) {
        let gap = self.gap(found.range.start);
        let mut between = gap.chars();
        found.linked = self.before.is_some() && between.next().is_some_and(is_hyphen) && between.next().is_none();
        self.in_list &= found.kind == TokenKind::Paragraph
            || matches!(found.surface.as_str(), "und" | "bis" | "oder" | "sowie" | "u");
        self.before = Some(Before { range: found.range.clone(), kind: found.kind });
        // A token is never empty; going on by at least one character makes that certain.
        self.at = found.range.end.max(self.at + 1);
    }
}

impl Iterator for Scanner<'_> {
    type Item = ScannedToken;

    fn next(&mut self) -> Option<ScannedToken> {
        loop {
            let ahead = rest(self.text, self.at).find(|c: char| matches!(c, '§' | '€') || is_alnum(c))?;
            self.at += ahead;
            let first = char_at(self.text, self.at)?;
            if let Some(mut found) = self.find(self.at, first) {
                self.note(&mut found);
                return Some(found);
            }
            // A sign without a number.
            self.at = paragraph::signs_end(self.text, self.at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surfaces(text: &str) -> Vec<(String, TokenKind)> {
        Scanner::new(text).map(|found| (found.surface, found.kind)).collect()
    }

    #[test]
    fn paragraphs_and_laws_stand_among_words() {
        use TokenKind::{Abbreviation as A, Number as N, Paragraph as P, Word as W};
        for (text, tokens) in [
            ("SGB II § 16i", &[("sgb2", A), ("16i", P)][..]),
            ("Paragraf 16i SGB 2", &[("16i", P), ("sgb2", A)]),
            ("§§ 74–75a SGB III", &[("74", P), ("75a", P), ("sgb3", A)]),
            ("§§ 74-75", &[("74", P), ("75", P)]),
            (
                "§§ 44, 45 und 46, 3 Wochen, 4",
                &[("44", P), ("45", P), ("und", W), ("46", P), ("3", P), ("wochen", W), ("4", N)],
            ),
            (
                "§ 45 Abs. 1 Nr. 3 a SGB II/III",
                &[("45", P), ("abs", W), ("1", N), ("nr", W), ("3", N), ("a", W), ("sgb2", A), ("sgb3", A)],
            ),
            ("Gruppe 2 b", &[("gruppe", W), ("2", N), ("b", W)]),
            ("11.1.2027", &[("11", N), ("1", N), ("2027", N)]),
            ("3,16 e", &[("3", N), ("16", N), ("e", W)]),
            ("50+ und 50plus", &[("50", N), ("und", W), ("50plus", A)]),
            ("U25, Ü50", &[("u25", A), ("u50", A)]),
            ("§ und §§§", &[("und", W)]),
            ("Hartz-IV-Empfänger", &[("hartz4", A), ("empfanger", W)]),
        ] {
            let expected: Vec<_> = tokens.iter().map(|(s, k)| (s.to_string(), *k)).collect();
            assert_eq!(surfaces(text), expected, "{text}");
        }
    }

    #[test]
    fn only_a_single_hyphen_links() {
        let linked = |text| Scanner::new(text).map(|found| found.linked).collect::<Vec<_>>();
        assert_eq!(linked("E-Learning"), [false, true]);
        assert_eq!(linked("Ein‑Euro‐Job"), [false, true, true]);
        assert_eq!(linked("Eltern- und Kind–Kurs"), [false; 4]);
        assert_eq!(linked("-a--b"), [false, false]);
    }
}
