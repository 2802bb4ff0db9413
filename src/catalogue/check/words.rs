//! Rules about words: what was not meant for the public, what was to be written later, what says nothing or shouts.

use std::sync::LazyLock;

use super::{
    Check, Typed,
    phrases::{Fits, Phrases},
};
use crate::{base::Text, catalogue::Code};

/// Fields that only staff see; all others may be read out or handed to a client.
const STAFF: &[&str] = &["internal_note", "source", "by", "measure_number", "links", "phone", "email"];

/// Phrases that say that a text is not for clients. Bare words such as "intern" or "vertraulich" are not among them: a
/// kindergarten may be "intern", and every good advice is "vertraulich".
static INTERNAL: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        ("nur für intern*", Fits::Anywhere),
        ("intern:", Fits::Anywhere),
        ("(intern)", Fits::Anywhere),
        ("[intern]", Fits::Anywhere),
        ("intern!", Fits::Anywhere),
        ("nur für fachkräfte des jobcenters", Fits::Anywhere),
        ("nur für integrationsfachkräfte", Fits::Anywhere),
        ("nur zur internen*", Fits::Anywhere),
        ("nur für den dienstgebrauch", Fits::Anywhere),
        ("bitte nicht an kund*", Fits::Anywhere),
        ("bitte nicht weitergeben", Fits::Anywhere),
        ("bitte nicht herausgeben", Fits::Anywhere),
        ("nicht veröffentlichen", Fits::First),
        ("nicht weitergeben", Fits::First),
        ("nicht herausgeben", Fits::First),
        ("bitte nicht veröffentlichen", Fits::Anywhere),
        ("noch nicht veröffentlichen", Fits::Anywhere),
        ("nicht nach außen", Fits::Anywhere),
        ("streng vertraulich", Fits::First),
        ("(vertraulich)", Fits::Anywhere),
        ("internal only", Fits::Anywhere),
        ("internal note", Fits::First),
        ("staff only", Fits::Anywhere),
        ("not for clients", Fits::Last),
        ("do not publish", Fits::Anywhere),
        // "Ein interner Hinweis an die Gruppe", "Gespräche bleiben vertraulich: ..." are meant for everybody.
        ("interner hinweis", Fits::First),
        ("interne hinweise", Fits::First),
        ("interne notiz", Fits::First),
        ("interner vermerk", Fits::First),
        ("interne anmerkung", Fits::First),
        ("vertraulich:", Fits::First),
        // "Nicht für Kunden mit Arbeitsvertrag", "Nur für Mitarbeitende in Kurzarbeit" say whom an offer is for.
        ("nur intern", Fits::Last),
        ("rein intern", Fits::Last),
        ("nicht für kund*", Fits::Last),
        ("nicht an kund*", Fits::Last),
        ("nur für mitarbeit*", Fits::Last),
        ("nur für kolleg*", Fits::Last),
    ])
});

/// Words and phrases that hold the place of a text.
static PLACEHOLDERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        ("todo", Fits::Anywhere),
        ("to do:", Fits::Anywhere),
        ("fixme", Fits::Anywhere),
        ("tbd", Fits::Anywhere),
        ("lorem ipsum", Fits::Anywhere),
        ("beispieltext", Fits::Anywhere),
        ("blindtext", Fits::Anywhere),
        // In a whole sentence they may be about a form that participants bring along.
        ("platzhalter", Fits::Alone),
        ("noch ausfüllen", Fits::Alone),
        ("noch auszufüllen", Fits::Alone),
        ("noch ergänzen", Fits::Alone),
        ("noch zu ergänzen", Fits::Alone),
        ("bitte ergänzen", Fits::Alone),
        ("bitte ausfüllen", Fits::Alone),
        ("wird noch ergänzt", Fits::Alone),
    ])
});

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
            if !STAFF.contains(&typed.field.key) {
                self.internal_words(&typed, &lower);
            }
        }
        self.summary();
        if self.entry.title.as_deref().is_some_and(shouts) {
            self.report(Code::AllCapitals, "", "title");
        }
    }

    fn internal_words(&self, typed: &Typed<'_>, lower: &str) {
        if let Some(words) = INTERNAL.find(typed.text, lower) {
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
        let names = [self.entry.title.as_ref(), self.entry.short.as_ref()];
        let repeats = names.into_iter().flatten().any(|name| letters(name) == plain);
        let words = summary.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        if (repeats || words < SUMMARY_WORDS) && placeholder(summary, &summary.to_lowercase()).is_none() {
            self.report(Code::SummaryThin, "", "summary");
        }
    }
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
    PLACEHOLDERS.find(text, lower).or_else(marks).or_else(crossed)
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
        INTERNAL.find(text, &text.to_lowercase())
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
            "Nicht für Kundinnen und Kunden!",
            "Nur für Kolleginnen im Haus.",
            "Träger kündigt. Nicht weitergeben!",
            "Interner Hinweis: läuft aus",
            "Platz frei\nVertraulich: Träger kündigt",
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
            "Ihre Daten geben wir nicht an Dritte weiter.",
            "Gespräche bleiben vertraulich: Niemand erfährt davon.",
            "Nicht für Kunden mit laufendem Arbeitsvertrag.",
            "Das Angebot richtet sich nicht an Kundinnen und Kunden mit Reha-Bedarf.",
            "Nur für Mitarbeitende in Kurzarbeit",
            "Nur intern vermittelte Plätze",
            "Nicht für Kund:innen mit Arbeitsvertrag",
            "Die Plätze werden rein intern vergeben.",
            "Ein interner Hinweis an die Gruppe genügt.",
            "Das muss man nicht veröffentlichen.",
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
            "Beschreibung wird noch ergänzt.",
            "Ein Kurs in Wetzlar. Inhalt bitte ergänzen",
        ] {
            assert!(held(text).is_some(), "{text}");
        }
        for text in [
            "Größe XXL",
            "Was folgt daraus?",
            "Karl A.",
            "Wer kann teilnehmen?",
            "50plus",
            "Todorovic",
            "Die Todo-App üben",
            "Den Fragebogen bitte ausfüllen und mitbringen.",
            "Platzhalter in Formularen erkennen",
            "Das Programm wird noch ergänzt durch Ausflüge.",
        ] {
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
