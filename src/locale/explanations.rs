//! Why an entry was found, as a sentence.

use super::Texts;

/// "„gesunheit“ ist fast „Gesundheit“ (Titel)": `word` was typed, `found` stands in the entry, `reason` and `part` are
/// the codes of what connects them and where it stands.
pub fn sentence(texts: &Texts, word: &str, found: &str, reason: &str, part: &str) -> String {
    let part = texts.get(&format!("part-{part}"));
    texts.with(&format!("why-{reason}"), &[("word", word.into()), ("found", found.into()), ("part", (&*part).into())])
}
