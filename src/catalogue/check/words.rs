//! Rules about words: what was not meant for the public, what was to be written later, what says nothing or shouts.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::{Check, Typed};
use crate::catalogue::{Code, Text};

/// Fields that only staff see; all others may be read out or handed to a client.
const STAFF: &[&str] = &["internal_note", "source", "by", "measure_number", "links", "phone", "email"];

/// Phrases that say that a text is not for clients. Whole words, but `*` stands for any ending. Bare words such as
/// "intern" or "vertraulich" are not among them: a kindergarten may be "intern", and every good advice is
/// "vertraulich".
const INTERNAL: &[&str] = &[
    "nur intern",
    "rein intern",
    "nur für intern*",
    "intern:",
    "(intern)",
    "[intern]",
    "intern!",
    "interner hinweis",
    "interne hinweise",
    "interne notiz",
    "interner vermerk",
    "interne anmerkung",
    "nur für mitarbeit*",
    "nur für kolleg*",
    "nur für fachkräfte des jobcenters",
    "nur für integrationsfachkräfte",
    "nur zur internen*",
    "nur für den dienstgebrauch",
    "nicht an kund*",
    "nicht für kund*",
    "nicht an teilnehmende",
    "nicht an dritte",
    "nicht weitergeben",
    "nicht herausgeben",
    "nicht veröffentlichen",
    "nicht nach außen",
    "streng vertraulich",
    "vertraulich:",
    "(vertraulich)",
    "internal only",
    "internal note",
    "staff only",
    "not for clients",
    "do not publish",
];

/// Words and phrases that hold the place of a text.
const PLACEHOLDERS: &[&str] = &[
    "todo",
    "to do:",
    "fixme",
    "tbd",
    "lorem ipsum",
    "platzhalter",
    "noch ausfüllen",
    "noch auszufüllen",
    "noch ergänzen",
    "noch zu ergänzen",
    "bitte ergänzen",
    "bitte ausfüllen",
    "wird noch ergänzt",
    "beispieltext",
    "blindtext",
];

/// What stands where nobody knew anything, alone in a field. "KA" and "NN" are abbreviations of offers as well.
const NOTHING: &[&str] =
    &["k. a.", "k.a.", "n. n.", "n.n.", "n/a", "n. a.", "keine angabe", "keine angaben", "folgt", "tba", "tbc"];

/// Fewest words of a summary.
const SUMMARY_WORDS: usize = 2;
/// Letters of the shortest word that shouts; below it an abbreviation is likelier.
const SHOUTED: usize = 6;

impl Check<'_> {
    pub(super) fn texts(&self) {
        for typed in self.all_texts() {
            let lower = typed.text.to_lowercase();
            self.data_of_people(&typed);
            self.long_text(&typed);
            self.placeholder(&typed, &lower);
            if !STAFF.contains(&typed.key) {
                self.internal_words(&typed, &lower);
            }
        }
        self.summary();
        if self.entry.title.as_deref().is_some_and(shouts) {
            self.report(Code::AllCapitals, "", "title");
        }
    }

    fn internal_words(&self, typed: &Typed<'_>, lower: &str) {
        if let Some(words) = INTERNAL_PHRASES.find(typed.text, lower) {
            self.report_words(Code::InternalWords, typed, &words, |fault| fault.with("words", &words));
        }
    }

    fn placeholder(&self, typed: &Typed<'_>, lower: &str) {
        if let Some(words) = placeholder(typed.text, lower) {
            self.report_words(Code::PlaceholderText, typed, &words, |fault| fault.with("words", &words));
        }
    }

    fn summary(&self) {
        let Some(summary) = &self.entry.summary else { return };
        let plain = letters(summary);
        let names = [self.entry.title.as_ref(), self.entry.texts.short.as_ref()];
        let repeats = names.into_iter().flatten().any(|name| letters(name) == plain);
        let words = summary.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        if (repeats || words < SUMMARY_WORDS) && placeholder(summary, &summary.to_lowercase()).is_none() {
            self.report(Code::SummaryThin, "", "summary");
        }
    }
}

/// Phrases that are looked for all at once: a large catalogue has millions of texts.
struct Phrases {
    list: &'static [&'static str],
    /// Absent only if the phrases were too many for it, and then none is found.
    finder: Option<AhoCorasick>,
}

impl Phrases {
    fn new(list: &'static [&'static str]) -> Self {
        let words = list.iter().map(|phrase| phrase.trim_end_matches('*'));
        Self { list, finder: AhoCorasick::new(words).ok() }
    }

    /// The first of them in a text, as it stands there, up to the end of its last word. `lower` is the text in lower case.
    fn find(&self, text: &str, lower: &str) -> Option<String> {
        let found = self.finder.iter().flat_map(|finder| finder.find_overlapping_iter(lower));
        let whole = found.filter(|found| {
            let words = &lower[found.range()];
            let open = self.list[found.pattern().as_usize()].ends_with('*');
            let joined = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
            let before = words.starts_with(char::is_alphanumeric) && joined(lower[..found.start()].chars().next_back());
            let after = words.ends_with(char::is_alphanumeric) && joined(lower[found.end()..].chars().next());
            !before && (open || !after)
        });
        let first = whole.min_by_key(|found| found.start())?;
        let characters = |range: &str| range.chars().count();
        Some(as_written(text, characters(&lower[..first.start()]), characters(&lower[first.range()])))
    }
}

static INTERNAL_PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(INTERNAL));
static PLACEHOLDER_PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(PLACEHOLDERS));

/// So many characters of a text from one on, and the rest of the word in which they end.
fn as_written(text: &str, from: usize, length: usize) -> String {
    let rest: Vec<char> = text.chars().skip(from).collect();
    let ends_in_word = rest.get(length.saturating_sub(1)).is_some_and(|c| c.is_alphanumeric());
    let more = rest.iter().skip(length).take_while(|c| ends_in_word && (c.is_alphanumeric() || **c == ':')).count();
    let words: String = rest.into_iter().take(length + more).collect();
    if more > 0 { words.trim_end_matches(':').to_owned() } else { words }
}

/// What in this text holds the place of another one, as it stands there.
fn placeholder(text: &Text, lower: &str) -> Option<String> {
    let whole = lower.trim_matches(|c: char| c == '(' || c == ')');
    let only_marks = || whole.chars().all(|c| c.is_ascii_punctuation() || matches!(c, ' ' | '–' | '—' | '…'));
    if NOTHING.contains(&whole) || only_marks() {
        return Some(text.to_string());
    }
    let marks = || text.contains("???").then(|| "???".to_owned());
    let is_crossed_out = |word: &&str| word.len() > 2 && word.bytes().all(|byte| matches!(byte, b'x' | b'X'));
    let crossed = || text.split(|c: char| !c.is_alphanumeric()).find(is_crossed_out).map(str::to_owned);
    PLACEHOLDER_PHRASES.find(text, lower).or_else(marks).or_else(crossed)
}

/// Letters and digits in lower case: what is left of a text without its dress.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// True for a title without a small letter that has at least two words of some length, or one that is no abbreviation.
fn shouts(title: &str) -> bool {
    let long = |word: &str| word.chars().filter(|c| c.is_uppercase()).count();
    let words = || title.split(|c: char| !c.is_alphabetic()).map(long);
    let loud = words().filter(|letters| *letters >= SHOUTED).count();
    let longest = words().max().unwrap_or(0);
    !title.contains(char::is_lowercase) && (loud >= 2 || longest >= 2 * SHOUTED)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn internal(text: &str) -> Option<String> {
        INTERNAL_PHRASES.find(text, &text.to_lowercase())
    }

    fn held(text: &str) -> Option<String> {
        placeholder(&Text::line(text), &text.to_lowercase())
    }

    #[test]
    fn words_for_the_house_are_found_and_harmless_ones_are_not() {
        for text in [
            "Nur intern: Träger kündigt",
            "INTERN: bitte prüfen",
            "Platz frei (intern)",
            "Nur für Mitarbeitende.",
            "Bitte nicht an Kund:innen geben",
            "nicht an Kunden herausgeben",
        ] {
            assert!(internal(text).is_some(), "{text}");
        }
        for text in [
            "Internat für Auszubildende",
            "international anerkannt",
            "Die Beratung ist kostenlos und vertraulich.",
            "mit interner Kinderbetreuung",
            "Praktikum intern: ".trim_end_matches(": "),
            "Nur für Frauen",
            "Praktikum bei internen oder externen Trägern",
        ] {
            assert_eq!(internal(text), None, "{text}");
        }
    }

    #[test]
    fn places_held_for_later_are_found() {
        for text in [
            "TODO",
            "Text folgt ???",
            "Dauer: XXX Wochen",
            "k. A.",
            "-",
            "(folgt)",
            "Lorem ipsum dolor",
            "bitte ergänzen!",
        ] {
            assert!(held(text).is_some(), "{text}");
        }
        for text in ["Größe XXL", "Was folgt daraus?", "Karl A.", "Wer kann teilnehmen?", "50plus", "Todorovic"] {
            assert_eq!(held(text), None, "{text}");
        }
    }

    #[test]
    fn only_words_shout() {
        assert!(shouts("COACHING FÜR FRAUEN") && shouts("TEILZEITAUSBILDUNG"));
        for title in
            ["AGH", "AVGS MAT MPAV", "BaE kooperativ", "Coaching FÜR Frauen", "§ 16i SGB II", "PERSPEKTIVE 50+"]
        {
            assert!(!shouts(title), "{title}");
        }
    }
}
