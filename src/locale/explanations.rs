//! Why an entry was found, as a sentence.

use super::Texts;

/// "„termin“ kommt in diesem Eintrag nicht vor": `word` was typed.
pub fn missing(texts: &Texts, word: &str) -> String {
    texts.with("why-missing", &[("word", word.into())])
}

/// "„gesunheit“ ist fast „Gesundheit“ (Titel)": `word` was typed, `found` stands in the entry, `reason` and `part` are
/// the codes of what connects them and where it stands.
pub fn sentence(texts: &Texts, word: &str, found: &str, reason: &str, part: &str) -> String {
    let part = texts.get(&format!("part-{part}"));
    texts.with(&format!("why-{reason}"), &[("word", word.into()), ("found", found.into()), ("part", (&*part).into())])
}
