//! Phrases that are looked for all at once, and where in a sentence they mean something.

use aho_corasick::AhoCorasick;

/// Where in its sentence a phrase means what it is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fits {
    /// Wherever it stands.
    Anywhere,
    /// At its beginning.
    First,
    /// At its end, or before words that say no more than for whom it is.
    Last,
    /// With hardly anything else in it.
    Alone,
}

/// Most letters that a sentence has beside a phrase that stands alone: "Beschreibung wird noch ergänzt".
const BESIDE: usize = 12;

/// Words after which nothing is said any more about whom an offer is for.
const NO_MORE: &[&str] = &[
    "bestimmt",
    "gedacht",
    "sichtbar",
    "im haus",
    "des hauses",
    "des jobcenters",
    "herausgeben",
    "weiter",
    "aushändigen",
    "zeigen",
    "nennen",
    "geben",
    "verwenden",
];

/// Phrases in lower case. They are whole words, but `*` stands for any ending.
pub(super) struct Phrases {
    list: &'static [(&'static str, Fits)],
    /// Absent only if the phrases were too many for it, and then none is found.
    finder: Option<AhoCorasick>,
}

impl Phrases {
    pub(super) fn new(list: &'static [(&'static str, Fits)]) -> Self {
        let words = list.iter().map(|(phrase, _)| phrase.trim_end_matches('*'));
        Self { list, finder: AhoCorasick::new(words).ok() }
    }

    /// The first of them in a text, as it stands there, up to the end of its last word. `lower` is the text in lower case.
    pub(super) fn find(&self, text: &str, lower: &str) -> Option<String> {
        let found = self.finder.iter().flat_map(|finder| finder.find_overlapping_iter(lower));
        let meant = found.filter(|found| {
            let Some((phrase, fits)) = self.list.get(found.pattern().as_usize()) else { return false };
            let (before, after) = (&lower[..found.start()], &lower[found.end()..]);
            is_whole(phrase, before, after) && fits.here(before, after)
        });
        let first = meant.min_by_key(|found| found.start())?;
        let characters = |range: &str| range.chars().count();
        Some(as_written(text, characters(&lower[..first.start()]), characters(&lower[first.range()])))
    }
}

/// True where the phrase is not a part of longer words, such as "Todo" in "Todorovic" and "Todo-App".
fn is_whole(phrase: &str, before: &str, after: &str) -> bool {
    let joined = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    let open = phrase.ends_with('*');
    let hyphenated = after.strip_prefix('-').is_some_and(|rest| joined(rest.chars().next()));
    let goes_on = phrase.ends_with(char::is_alphanumeric) && (joined(after.chars().next()) || hyphenated);
    let begins_before = phrase.starts_with(char::is_alphanumeric) && joined(before.chars().next_back());
    !begins_before && (open || !goes_on)
}

impl Fits {
    fn here(self, before: &str, after: &str) -> bool {
        let before = before.rsplit(ends_sentence).next().unwrap_or_default();
        // The colon of "Kund:innen" ends nothing.
        let after = after.replace(":innen", "innen");
        let after = after.split(ends_sentence).next().unwrap_or_default();
        match self {
            Self::Anywhere => true,
            Self::First => !before.contains(char::is_alphanumeric),
            Self::Last => !before.contains("sich ") && says_no_more(after),
            Self::Alone => {
                [before, after].iter().flat_map(|side| side.chars()).filter(|c| c.is_alphanumeric()).count() <= BESIDE
            }
        }
    }
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ':' | ';' | '\n' | '(' | ')')
}

/// True behind "nicht für Kund": the rest of the word, perhaps "und Kunden", and nothing that makes it a group of people.
fn says_no_more(after: &str) -> bool {
    let rest = after.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '*' | '/' | '-')).trim_start();
    let rest = rest
        .strip_prefix("und ")
        .or_else(|| rest.strip_prefix("oder "))
        .map_or(rest, |second| second.split_once(' ').map_or("", |(_, rest)| rest));
    !rest.contains(char::is_alphanumeric) || NO_MORE.iter().any(|words| rest.starts_with(words))
}

/// So many characters of a text from one on, and the rest of the word in which they end.
fn as_written(text: &str, from: usize, length: usize) -> String {
    let rest: Vec<char> = text.chars().skip(from).collect();
    let ends_in_word = rest.get(length.saturating_sub(1)).is_some_and(|c| c.is_alphanumeric());
    let more = rest.iter().skip(length).take_while(|c| ends_in_word && (c.is_alphanumeric() || **c == ':')).count();
    let words: String = rest.into_iter().take(length + more).collect();
    if more > 0 { words.trim_end_matches(':').to_owned() } else { words }
}
