//! Takes apart what was typed into the search line: words, phrases, exclusions, filters.
//!
//! Nothing that a user types is an error: quotes left open, a lone `-` or an emoji are read as well as they can be.

use std::{ops::Range, sync::Arc};

use super::{
    fact::{Fact, facts},
    pieces::{PieceKind, QueryPiece, pieces},
};
use crate::{
    german::{self, Analyser, CompoundPart, Token, TokenKind, WordRole},
    search::FilterKey,
};

/// More words than this do not make a search better; the rest of a pasted page is ignored.
pub const MAX_WORDS: usize = 14;

/// Most words and phrases of a query: each has a bit of a mask, and all documents have two masks.
pub(in crate::search) const MAX_CLAUSES: usize = 16;

/// From so many letters on a word that is being typed says something.
const TELLING_LETTERS: usize = 3;

/// From so many words on that say little ("wie", "der", "bekommt") a line is a sentence.
const SMALL_WORDS_OF_SENTENCE: usize = 3;

/// Words that open a question, folded.
const QUESTION_WORDS: [&str; 22] = [
    "wann", "warum", "was", "welche", "welchem", "welchen", "welcher", "welches", "wem", "wen", "wer", "weshalb",
    "wie", "wieso", "wieviel", "wo", "wobei", "wodurch", "wofur", "woher", "wohin", "womit",
];

/// What was typed, taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Words that should all be there.
    pub words: Vec<Word>,
    /// Words that must stand side by side, folded.
    pub phrases: Vec<Vec<String>>,
    /// Words that must not be there.
    pub excluded: Vec<Word>,
    /// Phrases that must not be there, folded.
    pub excluded_phrases: Vec<Vec<String>>,
    /// Filters typed as `name:value`, not yet resolved.
    pub filters: Vec<TypedFilter>,
    /// Names before a colon that are almost those of filters; what stands behind counts as words.
    pub unknown: Vec<UnknownFilter>,
    /// What a filter knows of what was typed as words.
    pub(in crate::search) facts: Vec<Fact>,
    /// True for what reads like a sentence or a question: then not every word needs to be there.
    pub sentence: bool,
    /// True when words were left out because there were too many.
    pub shortened: bool,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// Bytes of the line.
    pub range: Range<usize>,
    /// Folded.
    pub surface: String,
    /// Its stem; `None` for words that are kept whole.
    pub stem: Option<Arc<str>>,
    /// Stems of other words that are meant as well: of its family, or of the verb that it is a part of.
    pub relatives: Vec<Arc<str>>,
    /// The words that it is made of.
    pub parts: Arc<[CompoundPart]>,
    /// Other spellings that count as the word itself: joined with its neighbour.
    pub joined: Vec<String>,
    /// The last word, still being typed: its beginning is enough.
    pub open: bool,
    /// A paragraph with its sign: looked for among the legal bases first.
    pub legal: bool,
    /// May be mistyped. Never for abbreviations, paragraphs and numbers.
    pub forgiving: bool,
    /// What it does in the query: "kunde" in "kunde trinkt" raises what has it, but nothing must have it.
    pub role: WordRole,
    /// A letter or two of a word behind others: it may become anything.
    pub(in crate::search) begun: bool,
    /// "sucht" in small letters: somebody seeks something, unless nothing follows.
    pub(in crate::search) verb: bool,
}

impl Word {
    /// The word as it was meant to be typed.
    pub(in crate::search) fn corrected(&self, meant: Token) -> Self {
        let relatives = family(meant.stem.as_deref()).to_vec();
        let Token { surface, stem, parts, .. } = meant;
        Self { surface, stem, parts, relatives, joined: Vec::new(), forgiving: false, ..self.clone() }
    }

    /// The key under which lists of words know it: its stem, or itself where it has none.
    pub(in crate::search) fn key(&self) -> &str {
        self.stem.as_deref().unwrap_or(&self.surface)
    }
}

/// A filter as it was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedFilter {
    /// Which dimension.
    pub key: FilterKey,
    /// What stands behind the colon, without quotes.
    pub value: String,
    /// Bytes of the line, from the name to the end of the value.
    pub range: Range<usize>,
    /// True while the cursor may still stand in it: nothing follows.
    pub open: bool,
}

/// A name before a colon that is no filter's, and the filter that was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFilter {
    /// As it was typed.
    pub name: String,
    /// What was probably meant.
    pub meant: FilterKey,
}

impl Query {
    /// Takes `line` apart.
    pub fn parse(line: &str, analyser: &mut Analyser) -> Self {
        let mut query = Self::default();
        // What is not plain words is blanked out, so that positions in the line stay true.
        let mut plain = line.to_owned();
        for piece in pieces(line) {
            let other = query.add_piece(line, &piece, analyser);
            blank(&mut plain, &other);
        }
        query.facts = facts(&plain);
        // A blank ends the last word: it will not grow any more.
        let open = !line.ends_with(char::is_whitespace);
        (query.words, query.sentence) = words(&plain, open, analyser);
        query.finish();
        query
    }

    /// True when no word asks for anything; then only offers are meant.
    pub fn asks_for_nothing(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// True when nothing is searched for; filters do not count.
    pub fn is_empty(&self) -> bool {
        self.asks_for_nothing() && self.excluded.is_empty() && self.excluded_phrases.is_empty()
    }

    /// Takes a piece that is more than plain words; returns the bytes of it that are no words to be searched.
    fn add_piece(&mut self, line: &str, piece: &QueryPiece, analyser: &mut Analyser) -> Range<usize> {
        match &piece.kind {
            PieceKind::Plain => return 0..0,
            PieceKind::Phrase => self.phrases.extend(phrase(&piece.text, analyser)),
            PieceKind::ExcludedPhrase => self.excluded_phrases.extend(phrase(&piece.text, analyser)),
            PieceKind::Excluded => {
                // Without "und" and its like: nearly every entry has them.
                let excluded = words(&piece.text, false, analyser)
                    .0
                    .into_iter()
                    .filter(|word| !german::is_stop_word(&word.surface));
                self.excluded.extend(excluded.map(|word| Word { open: false, forgiving: false, ..word }));
            }
            PieceKind::Filter(key) => {
                let open = piece.range.end == line.len();
                let (key, value, range) = (*key, piece.text.clone(), piece.range.clone());
                self.filters.push(TypedFilter { key, value, range, open });
            }
            PieceKind::Unknown(meant) => {
                let start = piece.range.start;
                self.unknown.push(UnknownFilter { name: piece.text.clone(), meant: *meant });
                return start..start + piece.text.len() + 1;
            }
        }
        piece.range.clone()
    }

    fn finish(&mut self) {
        join_neighbours(&mut self.words);
        assign_roles(&mut self.words);
        self.shortened = self.words.len() > MAX_WORDS;
        self.words.truncate(MAX_WORDS);
        self.excluded.truncate(MAX_WORDS);
        self.phrases.truncate(MAX_CLAUSES - self.words.len());
        self.excluded_phrases.truncate(MAX_WORDS);
    }
}

/// Overwrites a range with as many blanks as it has bytes.
fn blank(text: &mut String, range: &Range<usize>) {
    if text.is_char_boundary(range.start) && text.is_char_boundary(range.end) {
        text.replace_range(range.clone(), &" ".repeat(range.len()));
    }
}

fn phrase(text: &str, analyser: &mut Analyser) -> Option<Vec<String>> {
    let words: Vec<String> = analyser.tokens(text).into_iter().map(|token| token.surface).collect();
    (!words.is_empty()).then_some(words)
}

/// The words of a text that count. Words such as "und" count only when there is nothing else.
///
/// The last one is still being typed, whatever filter stands behind it, unless a blank ends the line.
fn words(plain: &str, unfinished: bool, analyser: &mut Analyser) -> (Vec<Word>, bool) {
    let end = plain.trim_end().len();
    let tokens = analyser.tokens(plain);
    let hyphenated = glued(&tokens);
    let verbs = german::joined_verbs(&tokens);
    let all: Vec<Word> = tokens
        .into_iter()
        .zip(hyphenated)
        .enumerate()
        .map(|(index, (token, joined))| {
            let open = unfinished && token.range.end == end;
            let verbs = verbs.iter().filter(|(verb, _)| *verb == index).map(|(_, stem)| &**stem);
            word(token, joined, verbs, open, plain)
        })
        .collect();
    let telling = |word: &&Word| word.open || !german::is_stop_word(&word.surface);
    let counting: Vec<Word> = all.iter().filter(telling).cloned().collect();
    let small = all.iter().filter(|word| german::is_stop_word(&word.surface) || word.role == WordRole::Filler).count();
    let sentence = small >= SMALL_WORDS_OF_SENTENCE || small > 0 && is_question(plain, &all);
    (if counting.is_empty() { all } else { counting }, sentence)
}

/// Whether a line is a question: it ends like one, or a word of questions opens more than two words.
fn is_question(plain: &str, words: &[Word]) -> bool {
    let opens = |word: &Word| QUESTION_WORDS.contains(&&*word.surface);
    plain.trim_end().ends_with('?') || words.len() > 2 && words.first().is_some_and(opens)
}

fn word<'v>(token: Token, joined: Vec<String>, verbs: impl Iterator<Item = &'v str>, open: bool, plain: &str) -> Word {
    let legal =
        plain.get(token.range.clone()).is_some_and(|text| text.starts_with('§')) && token.kind == TokenKind::Paragraph;
    let long_enough = token.surface.chars().count() >= 4;
    let plain_word = token.kind == TokenKind::Word && !token.surface.contains(|c: char| c.is_ascii_digit());
    let family = family(token.stem.as_deref());
    let small = german::is_stop_word(&token.surface);
    Word {
        begun: false,
        verb: plain.get(token.range.clone()) == Some("sucht"),
        range: token.range,
        role: german::role_of(&token.surface),
        surface: token.surface,
        relatives: family.iter().cloned().chain(verbs.map(Arc::from)).collect(),
        stem: token.stem,
        parts: token.parts,
        joined,
        // A paragraph with its sign is meant as it stands: § 16 is not § 16a.
        open: open && !legal,
        legal,
        // "mich" at the end of a line is no slip of "machen".
        forgiving: plain_word && long_enough && !small,
    }
}

/// Stems of the other words of its family; none for a word that is kept whole.
fn family(stem: Option<&str>) -> &'static [Arc<str>] {
    stem.map_or(&[], german::relatives)
}

/// Words that say little count fully when there is nothing else. A word of which a letter or two are there yet, or that
/// may become a small one ("hilfe bei"), must not throw out what the words before it have found; neither must the
/// name of the law behind a paragraph, on the way from "SGB I" to "SGB III".
fn assign_roles(words: &mut [Word]) {
    let of_law = words.iter().any(|word| word.surface.starts_with("sgb"));
    let last = words.len().saturating_sub(1);
    let paragraph =
        words.iter().any(|word| word.stem.is_none() && word.surface.starts_with(|c: char| c.is_ascii_digit()));
    for (number, word) in words.iter_mut().enumerate() {
        let count = !of_law && word.surface.bytes().all(|byte| byte.is_ascii_digit());
        let seeks = word.verb && number < last;
        word.begun = number > 0 && word.open && word.surface.chars().count() < TELLING_LETTERS;
        let begun = word.begun || word.open && german::is_stop_word(&word.surface);
        let law = paragraph && word.surface.starts_with("sgb");
        if begun || law || count || seeks {
            word.role = WordRole::Filler;
        }
    }
    // Where nobody says what is wanted, those who say the most do.
    for most in [WordRole::Subject, WordRole::Person, WordRole::Filler] {
        if words.iter().any(|word| word.role == most) {
            words.iter_mut().filter(|word| word.role == most).for_each(|word| word.role = WordRole::Subject);
            break;
        }
    }
}

/// For each token the glued spellings of the hyphenated word that it is a part of.
fn glued(tokens: &[Token]) -> Vec<Vec<String>> {
    let mut glued = vec![Vec::new(); tokens.len()];
    for (index, token) in tokens.iter().enumerate() {
        for joined in &token.joined {
            let parts = tokens.iter().zip(&mut glued).skip(index).take_while(|(part, _)| part.range.end <= joined.end);
            parts.for_each(|(_, glued)| glued.push(joined.surface.clone()));
        }
    }
    glued
}

/// "Teilzeit Ausbildung" also means "Teilzeitausbildung".
fn join_neighbours(words: &mut [Word]) {
    for i in 1..words.len() {
        let (left, right) = words.split_at_mut(i);
        let (Some(left), Some(right)) = (left.last_mut(), right.first_mut()) else { continue };
        // Abbreviations and numbers are not joined, and short words would make too many others.
        if left.stem.is_some() && right.stem.is_some() && left.surface.len() + right.surface.len() >= 6 {
            let joined = format!("{}{}", left.surface, right.surface);
            left.joined.push(joined.clone());
            right.joined.push(joined);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Query {
        Query::parse(line, &mut Analyser::new())
    }

    fn surfaces(words: &[Word]) -> Vec<&str> {
        words.iter().map(|word| word.surface.as_str()).collect()
    }

    #[test]
    fn a_line_is_taken_apart() {
        let query = parse(r#"teilzeit "zurück in den Beruf" -pflege zg:"Frauen mit" ort:wetz"#);
        assert_eq!(surfaces(&query.words), ["teilzeit"]);
        assert_eq!(query.phrases, [["zuruck", "in", "den", "beruf"]]);
        assert_eq!(surfaces(&query.excluded), ["pflege"]);
        let filters: Vec<_> = query.filters.iter().map(|f| (f.key, f.value.as_str(), f.open)).collect();
        assert_eq!(filters, [(FilterKey::TargetGroup, "Frauen mit", false), (FilterKey::Place, "wetz", true)]);
    }

    #[test]
    fn a_name_that_is_almost_a_filter_is_told_and_what_follows_is_searched() {
        for (line, meant, words) in [
            ("stadt:wetzlar", FilterKey::Place, "wetzlar"),
            ("Sprache:b1", FilterKey::German, "b1"),
            ("kurs zielgrupe:frauen hilfe", FilterKey::TargetGroup, "kurs frauen hilfe"),
            ("anbieter:\"frau und beruf\"", FilterKey::Provider, "frau beruf"),
        ] {
            let query = parse(line);
            assert_eq!(query.unknown.iter().map(|unknown| unknown.meant).collect::<Vec<_>>(), [meant], "{line}");
            assert_eq!(surfaces(&query.words).join(" "), words, "{line}");
        }
        for line in [
            "10:30",
            "http://wetzlar.de",
            "https://x.org",
            "§:16",
            "B1:",
            "b1:kurs",
            "stadt:",
            "Stadt: Wetzlar",
            "Kund:innen",
            "Berater:in",
            "kurs:deutsch",
            "titel:kurs",
            "tel:06441",
            "mailto:x@y.de",
            "10:ort",
            "a:b",
        ] {
            assert_eq!(parse(line).unknown, [], "{line}");
        }
    }

    #[test]
    fn only_the_word_under_the_cursor_is_open() {
        let open = |line: &str| parse(line).words.iter().map(|word| word.open).collect::<Vec<_>>();
        assert_eq!(open("frau st"), [false, true]);
        assert_eq!(open("frau st "), [false, false]);
    }

    #[test]
    fn words_that_say_nothing_count_only_alone() {
        assert_eq!(surfaces(&parse("hilfe bei der sucht ").words), ["hilfe", "sucht"]);
        assert_eq!(surfaces(&parse("und ").words), ["und"]);
    }

    #[test]
    fn a_paragraph_with_its_sign_is_legal() {
        let query = parse("§ 16 i coaching ");
        assert_eq!(surfaces(&query.words), ["16i", "coaching"]);
        assert!(query.words[0].legal && !query.words[1].legal);
        assert!(!parse("16i ").words[0].legal);
    }

    #[test]
    fn nothing_typed_is_an_error() {
        for line in [
            "stadt:",
            "stadt:\"",
            "\"",
            "-",
            "- -",
            "   ",
            "\"\"",
            ":",
            "zg:",
            "https://example.org",
            "🙂",
            "„frau",
            "---x",
        ] {
            let _ = parse(line);
        }
        assert!(parse(" - ").is_empty());
        assert_eq!(parse(&"wort ".repeat(2_000)).words.len(), MAX_WORDS);
    }

    proptest::proptest! {
        #[test]
        fn any_line_can_be_taken_apart(line in "\\PC{0,80}") {
            for word in parse(&line).words {
                proptest::prop_assert!(line.get(word.range).is_some());
            }
        }
    }
}
