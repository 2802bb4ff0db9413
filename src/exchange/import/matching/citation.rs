//! What a reference to the law cites, however it is written: "SGB II §16d" and "§ 16 d SGB II" are one.

use crate::german::{Analyser, TokenKind};

const SHORT_FORMS: [(&str, &str); 3] = [("s", "satz"), ("absatz", "abs"), ("nummer", "nr")];

#[derive(Debug)]
pub(super) struct Citation {
    paragraphs: Vec<String>,
    laws: Vec<String>,
    /// All words, sorted.
    words: Vec<String>,
}

impl Citation {
    /// The paragraphs and laws of `text`; `None` where it cites no paragraph.
    pub(super) fn read(text: &str) -> Option<Self> {
        let tokens = Analyser::new().tokens(text);
        let of = |kind| tokens.iter().filter(move |token| token.kind == kind);
        let mut paragraphs: Vec<String> = of(TokenKind::Paragraph).map(|token| token.surface.clone()).collect();
        // The rest of a list that was taken apart: "§§ 16, 45".
        if let ([number], true) = (tokens.as_slice(), paragraphs.is_empty())
            && number.kind == TokenKind::Number
        {
            paragraphs.push(number.surface.clone());
        }
        let laws = tokens.iter().filter(|token| token.surface.starts_with("sgb") && token.surface.len() > 3);
        let laws = laws.map(|token| token.surface.clone()).collect();
        let word = |surface: &str| {
            let long = SHORT_FORMS.iter().find(|(short, _)| *short == surface).map(|(_, long)| *long);
            long.unwrap_or(surface).to_owned()
        };
        let mut words: Vec<String> = tokens.iter().map(|token| word(&token.surface)).collect();
        words.sort_unstable();
        (!paragraphs.is_empty()).then_some(Self { paragraphs, laws, words })
    }

    /// True when both are the same reference in other words or another order.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.words == other.words
    }

    /// True when everything that this one cites stands in the other, which may cite more.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        self.paragraphs.iter().all(|paragraph| other.paragraphs.contains(paragraph))
            && self.laws.iter().all(|law| other.laws.contains(law))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_reference_has_many_spellings() {
        let read = |text: &str| Citation::read(text).unwrap();
        for (one, other) in [
            ("SGB II §16d", "§ 16 d SGB II"),
            ("§ 45 Abs. 1 S. 1 Nr. 1 SGB III", "§ 45 Absatz 1 Satz 1 Nummer 1 SGB 3"),
        ] {
            assert!(read(one).is(&read(other)), "{one}");
        }
        assert!(!read("§ 45 SGB III").is(&read("§ 45 Abs. 4 SGB III")));
        assert!(read("§ 45 SGB III").may_be(&read("§ 45 Abs. 4 SGB III")));
        assert!(read("45").may_be(&read("§ 45 Abs. 4 SGB III")));
        assert!(!read("§ 45 SGB II").may_be(&read("§ 45 Abs. 4 SGB III")));
        assert!(!read("§ 45").may_be(&read("§ 45a AufenthG")));
        assert!(Citation::read("Freie Förderung").is_none());
    }
}
