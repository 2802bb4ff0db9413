//! The analyser: from a text to its tokens, with stems and joined compounds.

use std::sync::Arc;

use super::{
    CompoundPart, JoinedForm, Lexicon, Token, TokenKind,
    fold::{LONGEST, fold_word},
    forms::Forms,
    scan::{Root, ScannedToken, Scanner},
};

/// Analyses texts; keep one per thread, it remembers words.
pub struct Analyser {
    forms: Forms,
    no_parts: Arc<[CompoundPart]>,
}

impl Default for Analyser {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyser {
    /// An analyser that cuts compounds with the shipped words.
    pub fn new() -> Self {
        Self::with(Lexicon::shipped())
    }

    /// An analyser that cuts compounds with the words of `lexicon`.
    pub fn with(lexicon: Arc<Lexicon>) -> Self {
        Self { forms: Forms::new(lexicon), no_parts: Arc::new([]) }
    }

    /// An analyser that takes no compounds apart, which is quicker.
    pub(super) fn without_compounds() -> Self {
        Self { forms: Forms::without_compounds(), no_parts: Arc::new([]) }
    }

    /// Goes on with another lexicon; what was remembered of the old one is forgotten.
    pub fn use_lexicon(&mut self, lexicon: &Arc<Lexicon>) {
        if !self.forms.lexicon.as_ref().is_some_and(|own| Arc::ptr_eq(own, lexicon)) {
            self.forms = Forms::new(lexicon.clone());
        }
    }

    /// The tokens of `text`, in order.
    ///
    /// | text | tokens (surface / stem) |
    /// |---|---|
    /// | `Beratung für Erzieher:innen` | `beratung`/`berat`, `fur`/`fur`, `erzieherinnen`/`erzieh` |
    /// | `Teilzeit-Ausbildung` | `teilzeit`/`teilzeit` joined `teilzeitausbildung`, `ausbildung`/`ausbild` |
    /// | `Schuldnerberatung` | `schuldnerberatung`/`schuldnerberat` parts `schuldn`, `berat` |
    /// | `§ 16 i SGB II` | `16i`, `sgb2` |
    pub fn tokens(&mut self, text: &str) -> Vec<Token> {
        // A guess for prose; a text without words must not cost its length in memory.
        let mut tokens = Vec::with_capacity((text.len() / 7 + 1).min(4096));
        let mut chain = Chain::default();
        for found in Scanner::new(text) {
            if !found.linked {
                chain.close(&mut tokens);
            }
            chain.add(tokens.len(), &found);
            let token = self.token(found, tokens.len());
            tokens.push(token);
        }
        chain.close(&mut tokens);
        tokens
    }

    /// The stem of a word that is folded already.
    ///
    /// `massnahmen` gives `massnahm`, `erzieherinnen` gives `erzieh`, `berlin` stays.
    pub fn stem(&mut self, folded: &str) -> Arc<str> {
        self.forms.of(folded).stem
    }

    fn token(&mut self, found: ScannedToken, position: usize) -> Token {
        let (stem, parts, is_small) = match found.root {
            Root::Whole => (None, self.no_parts.clone(), false),
            Root::Stem(stem) => (Some(stem.into()), self.no_parts.clone(), false),
            Root::Surface => {
                let forms = self.forms.of(&found.surface);
                (Some(forms.stem), forms.parts, forms.is_small)
            }
            // The parts lie in the surface, whatever its stem is taken from.
            Root::Form(form) => (Some(self.stem(&form)), self.forms.of(&found.surface).parts, false),
        };
        Token {
            range: found.range,
            position: u32::try_from(position).unwrap_or(u32::MAX),
            surface: found.surface,
            stem,
            parts,
            joined: Vec::new(),
            kind: found.kind,
            is_small,
        }
    }
}

/// Letters of a part that hardly anybody writes apart from its follower.
const SHORT_PART: usize = 2;

/// Hands short parts the form that they make with their follower.
fn join_short_parts(parts: &mut [Token]) {
    for number in 1..parts.len() {
        let (before, from) = parts.split_at_mut(number);
        let (Some(part), Some(follower)) = (before.last_mut(), from.first()) else { continue };
        if part.surface.chars().count() <= SHORT_PART && part.kind != TokenKind::Number {
            let surface = fold_word(&format!("{}{}", part.surface, follower.surface));
            part.joined.push(JoinedForm { surface, end: follower.range.end });
        }
    }
}

/// The parts of one hyphenated word so far.
#[derive(Default)]
struct Chain {
    first: usize,
    parts: usize,
    glued: String,
    /// "74-75" and dates are not words that someone writes together.
    has_word: bool,
}

impl Chain {
    fn add(&mut self, index: usize, found: &ScannedToken) {
        if self.parts == 0 {
            self.first = index;
        }
        self.parts += 1;
        self.has_word |= matches!(found.kind, TokenKind::Word | TokenKind::Abbreviation);
        if self.glued.len() <= LONGEST {
            self.glued.push_str(&found.surface);
        }
    }

    /// Hands the joined form to the first part. Folded once more, because letters that meet at a
    /// seam fold as they do in the word written together ("Auto-Elektrik" and "Autoelektrik").
    fn close(&mut self, tokens: &mut [Token]) {
        if self.parts > 1 && self.has_word {
            let parts = tokens.get_mut(self.first..).unwrap_or_default();
            let end = parts.last().map_or(0, |last| last.range.end);
            if let Some(first) = parts.first_mut() {
                first.joined.push(JoinedForm { surface: fold_word(&self.glued), end });
            }
            // Of two parts that is the whole word.
            if parts.len() > 2 {
                join_short_parts(parts);
            }
        }
        self.parts = 0;
        self.has_word = false;
        self.glued.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surfaces(text: &str) -> Vec<String> {
        let tokens = Analyser::new().tokens(text);
        tokens.into_iter().map(|token| token.surface).collect()
    }

    #[test]
    fn hyphenated_words_are_parts_and_one() {
        for (text, parts, joined) in [
            ("Teilzeit-Ausbildung", &["teilzeit", "ausbildung"][..], Some("teilzeitausbildung")),
            ("E-Learning", &["e", "learning"], Some("elearning")),
            ("Ein-Euro-Job", &["ein", "euro", "job"], Some("eineurojob")),
            ("1-Euro-Job", &["1", "euro", "job"], Some("1eurojob")),
            ("AVGS-Coaching", &["avgs", "coaching"], Some("avgscoaching")),
            ("SGB-II-Leistungen", &["sgb2", "leistungen"], Some("sgb2leistungen")),
            ("Auto-Elektrik", &["auto", "elektrik"], Some("autolektrik")),
            ("2026-11-14", &["2026", "11", "14"], None),
            ("Vor- und", &["vor", "und"], None),
            ("Kurs – neu", &["kurs", "neu"], None),
        ] {
            let tokens = Analyser::new().tokens(text);
            assert_eq!(surfaces(text), parts, "{text}");
            assert_eq!(tokens[0].joined.first().map(|joined| &*joined.surface), joined, "{text}");
            assert!(tokens[1..].iter().all(|token| token.joined.is_empty()));
        }
    }

    #[test]
    fn a_joined_form_equals_the_word_written_together() {
        for (hyphen, together) in [
            ("Teilzeit-Ausbildung", "Teilzeitausbildung"),
            ("Auto-Elektrik", "Autoelektrik"),
            ("Neu-Übung", "Neuübung"),
        ] {
            let tokens = Analyser::new().tokens(hyphen);
            let joined = tokens[0].joined.first().map(|joined| &joined.surface);
            assert_eq!(joined, surfaces(together).first());
        }
    }

    #[test]
    fn a_part_of_a_letter_or_two_is_joined_with_its_follower() {
        for (text, joined) in [
            ("E-Learning-Werkstatt", &["elearningwerkstatt", "elearning"][..]),
            ("E-Mail-Training", &["emailtraining", "email"]),
            ("Co-Working", &["coworking"]),
            ("KFZ-Mechatroniker-Kurs", &["kfzmechatronikerkurs"]),
        ] {
            let tokens = Analyser::new().tokens(text);
            let found: Vec<&str> = tokens[0].joined.iter().map(|joined| &*joined.surface).collect();
            assert_eq!(found, joined, "{text}");
            assert!(tokens[0].joined.iter().all(|joined| text.is_char_boundary(joined.end)));
        }
    }

    #[test]
    fn stems_and_kinds_fit_the_word() {
        for (text, surface, stem, kind) in [
            ("Beratungen", "beratungen", Some("berat"), TokenKind::Word),
            ("Erzieher:innen", "erzieherinnen", Some("erzieh"), TokenKind::Word),
            ("Erzieherinnen", "erzieherinnen", Some("erzieh"), TokenKind::Word),
            ("Kund(inn)en", "kundinnen", Some("kund"), TokenKind::Word),
            ("AGH", "agh", None, TokenKind::Abbreviation),
            ("AGHs", "aghs", Some("agh"), TokenKind::Abbreviation),
            ("avgs", "avgs", Some("avgs"), TokenKind::Word),
            ("§ 16 i", "16i", None, TokenKind::Paragraph),
            ("SGB II", "sgb2", None, TokenKind::Abbreviation),
            ("2027", "2027", None, TokenKind::Number),
        ] {
            let tokens = Analyser::new().tokens(text);
            assert_eq!(tokens.len(), 1, "{text}");
            let token = &tokens[0];
            assert_eq!(token.surface, surface);
            assert_eq!(token.stem.as_deref(), stem, "{text}");
            assert_eq!(token.kind, kind, "{text}");
            assert_eq!(token.range, 0..text.len(), "{text}");
        }
    }

    #[test]
    fn positions_count_every_token() {
        let tokens = Analyser::new().tokens("Hilfe für die Kita-Suche");
        let positions: Vec<_> = tokens.iter().map(|token| token.position).collect();
        assert_eq!(positions, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn an_analyser_may_move_to_another_thread() {
        fn is_send<T: Send>(_: &T) {}
        is_send(&Analyser::new());
    }
}
