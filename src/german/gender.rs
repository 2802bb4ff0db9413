//! Gendered spellings as one word: "Erzieher:innen", "Teilnehmer/-innen", "Kund(inn)en", "LehrerIn".

use super::chars::{ends_word, has_at, is_alnum, rest, slice, word_end};
use super::feminine::is_masculine;
use super::fold::{fold, fold_word};

#[derive(Debug, PartialEq)]
pub(super) struct Gendered {
    /// Where it ends.
    pub end: usize,
    /// The feminine or completed form, folded.
    pub surface: String,
    /// The form its stem is taken from, folded.
    pub base: String,
}

/// Every mark with an ending, as written. Longer ones first: "/-innen" before "/-in".
const WRITTEN: &[(&str, Ending)] = &[
    ("(innen)", Ending::Innen),
    ("(-innen)", Ending::Innen),
    ("(inn)en", Ending::Innen),
    ("(in)nen", Ending::Innen),
    ("(-in)", Ending::In),
    ("(in)", Ending::In),
    ("(nen)", Ending::Nen),
    ("(r)", Ending::Letter("r")),
    ("(n)", Ending::Letter("n")),
    ("/-innen", Ending::Innen),
    ("/innen", Ending::Innen),
    ("/-in", Ending::In),
    ("/in", Ending::In),
    ("/-r", Ending::Letter("r")),
    ("/r", Ending::Letter("r")),
    ("/-n", Ending::Letter("n")),
    ("/n", Ending::Letter("n")),
    ("innen", Ending::Innen),
    ("in", Ending::In),
    ("r", Ending::Letter("r")),
    ("n", Ending::Letter("n")),
    ("e", Ending::Letter("e")),
];

/// The marks that stand before the endings without bracket or slash.
const STARS: &[char] = &[':', '*', '_', '·', '•'];

#[derive(Clone, Copy, PartialEq)]
enum Ending {
    Innen,
    In,
    /// "Erzieherin(nen)"
    Nen,
    /// "Angestellte:r", "ein*e"
    Letter(&'static str),
}

/// The gendered word whose first part is `text[start..end]`, if it is one.
pub(super) fn find(text: &str, start: usize, end: usize) -> Option<Gendered> {
    let run = slice(text, start, end);
    match rest(text, end).chars().next() {
        Some(mark) if mark == '(' || mark == '/' => marked(text, run, end, end),
        Some(mark) if STARS.contains(&mark) => marked(text, run, end, end + mark.len_utf8()),
        _ => inner_capital(run, end),
    }
}

/// A mark after the word: `at` is where the ending of the table is expected.
fn marked(text: &str, run: &str, end: usize, at: usize) -> Option<Gendered> {
    let bracketed = at == end;
    let (written, ending) = WRITTEN.iter().find(|(written, _)| {
        written.starts_with(['(', '/']) == bracketed
            && has_at(text, at, written)
            && (written.ends_with(')') || ends_word(text, at + written.len()) || written.ends_with("innen"))
    })?;
    let after = at + written.len();
    let folded = fold_word(run);
    // "Schule/in" is a slash between two words, "Teilnehmer/in" is not.
    let sure = !written.starts_with('/') || written.starts_with("/-");
    match *ending {
        Ending::Letter(letter) => with_letter(&folded, letter, after),
        Ending::Nen => {
            let base = folded.strip_suffix("in")?;
            Some(feminine(base, "", after, true))
        }
        Ending::In | Ending::Innen => {
            let base = without_e(&folded);
            if folded.len() < 3 || !(sure || is_masculine(base)) {
                return None;
            }
            // "Teilnehmer:innenliste": the rest of a compound belongs to the word.
            let whole = word_end(text, after);
            let tail = fold_word(slice(text, after, whole));
            Some(feminine(base, &tail, whole, *ending == Ending::Innen))
        }
    }
}

/// "Kollegen/-innen" and "Kollege/in" are built on "Kolleg".
fn without_e(folded: &str) -> &str {
    folded.strip_suffix("en").or_else(|| folded.strip_suffix('e')).unwrap_or(folded)
}

/// "Angestellte:r" reads "Angestellter", "ein*e" reads "eine".
fn with_letter(folded: &str, letter: &str, end: usize) -> Option<Gendered> {
    let fits = match letter {
        "e" => folded.ends_with("ein"),
        _ => folded.ends_with('e'),
    };
    let surface = format!("{folded}{letter}");
    (fits && folded.len() >= 3).then(|| Gendered { end, base: surface.clone(), surface })
}

fn feminine(base: &str, tail: &str, end: usize, plural: bool) -> Gendered {
    let ending = if plural { "innen" } else { "in" };
    Gendered { end, surface: fold_word(&format!("{base}{ending}{tail}")), base: fold_word(&format!("{base}{tail}")) }
}

/// "TeilnehmerInnen", "LehrerIn", "TeilnehmerInnenliste".
fn inner_capital(run: &str, end: usize) -> Option<Gendered> {
    // Most words have no capital I inside; they leave here.
    let at = run.rfind("In").filter(|at| *at >= 3)?;
    let (base, tail) = (run.get(..at)?, run.get(at + 2..)?);
    if !base.chars().next_back().is_some_and(char::is_lowercase) {
        return None;
    }
    let folded = fold_word(base);
    match tail.strip_prefix("nen") {
        Some(tail) if !tail.starts_with(|c: char| is_alnum(c) && !c.is_lowercase()) => {
            Some(feminine(&folded, &fold(&fold_word(tail)), end, true))
        }
        // Only masculine words: "LinkedIn" is none.
        None if tail.is_empty() && is_masculine(&folded) => Some(feminine(&folded, "", end, false)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::chars::word_end;
    use super::*;

    fn found(text: &str) -> Option<(&str, String, String)> {
        let word = find(text, 0, word_end(text, 0))?;
        Some((&text[..word.end], word.surface, word.base))
    }

    #[test]
    fn gendered_spellings_are_one_word() {
        for (text, whole, surface, base) in [
            ("Erzieher:innen", "", "erzieherinnen", "erzieher"),
            ("Erzieher:in", "", "erzieherin", "erzieher"),
            ("Bewerber*in", "", "bewerberin", "bewerber"),
            ("Bewerber_innen", "", "bewerberinnen", "bewerber"),
            ("Bewerber·innen", "", "bewerberinnen", "bewerber"),
            ("Teilnehmer/-innen", "", "teilnehmerinnen", "teilnehmer"),
            ("Teilnehmer/innen", "", "teilnehmerinnen", "teilnehmer"),
            ("Teilnehmer/in", "", "teilnehmerin", "teilnehmer"),
            ("Teilnehmer(in)", "", "teilnehmerin", "teilnehmer"),
            ("Teilnehmer(innen)", "", "teilnehmerinnen", "teilnehmer"),
            ("Kund(inn)en", "", "kundinnen", "kund"),
            ("Kolleg:innen", "", "kolleginnen", "kolleg"),
            ("Kollegen/-innen", "", "kolleginnen", "kolleg"),
            ("Kollege/in", "", "kollegin", "kolleg"),
            ("Ärzt:innen", "", "arztinnen", "arzt"),
            ("Erzieherin(nen)", "", "erzieherinnen", "erzieher"),
            ("TeilnehmerInnen", "", "teilnehmerinnen", "teilnehmer"),
            ("LehrerIn", "", "lehrerin", "lehrer"),
            ("TEILNEHMER:INNEN", "", "teilnehmerinnen", "teilnehmer"),
            ("Teilnehmer:innenliste", "", "teilnehmerinnenliste", "teilnehmerliste"),
            ("TeilnehmerInnenliste", "", "teilnehmerinnenliste", "teilnehmerliste"),
            ("Angestellte:r", "", "angestellter", "angestellter"),
            ("Arbeitslose/r", "", "arbeitsloser", "arbeitsloser"),
            ("Angehörige(r)", "", "angehoriger", "angehoriger"),
            ("eine*n", "", "einen", "einen"),
            ("ein:e", "", "eine", "eine"),
            ("Erzieher:innen, neu", "Erzieher:innen", "erzieherinnen", "erzieher"),
        ] {
            let whole = if whole.is_empty() { text } else { whole };
            assert_eq!(found(text), Some((whole, surface.into(), base.into())), "{text}");
        }
    }

    #[test]
    fn other_marks_separate_words() {
        for text in [
            "Schule/in der Nähe",
            "Mo/n",
            "und/oder",
            "Zeit:inklusive",
            "Hilfe: rund",
            "Kurs*",
            "Kurs(intern)",
            "LinkedIn",
            "AGHInnen",
            "In",
            "Innen",
            "Hilfe/rat",
            "Kurs (in Wetzlar)",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
