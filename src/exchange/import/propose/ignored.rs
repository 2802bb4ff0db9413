//! What offices usually mean by the words in their tables, where a list of Lotse has other words for it.

use crate::{catalogue::Field, exchange::import::matching};

/// Words by field, with the code that they probably mean.
const WORDS: &[(&str, &[(&str, &str)])] = &[
    (
        "schedule.time_model",
        &[
            ("VZ", "full_time"),
            ("TZ", "part_time"),
            ("stundenw.", "hourly"),
            ("stundenweise", "hourly"),
            ("n. Vereinb.", "on_request"),
            ("nach Vereinbarung", "on_request"),
        ],
    ),
    (
        "schedule.entry",
        &[
            ("laufend", "rolling"),
            ("jederzeit", "rolling"),
            ("fester Termin", "fixed"),
            ("feste Termine", "fixed"),
            ("n. Vereinb.", "on_request"),
            ("nach Vereinbarung", "on_request"),
        ],
    ),
    (
        "schedule.setting",
        &[
            ("Einzel", "individual"),
            ("EM", "individual"),
            ("GM", "group"),
            ("beides", "mixed"),
            ("Einzel/Gruppe", "mixed"),
        ],
    ),
    ("schedule.delivery", &[("Präsenz", "in_person"), ("vor Ort", "in_person"), ("digital", "online")]),
    (
        "status",
        &[
            ("aktiv", "running"),
            ("laufend", "running"),
            ("ja", "running"),
            ("beendet", "ended"),
            ("inaktiv", "ended"),
            ("ausgelaufen", "ended"),
            ("geplant", "planned"),
            ("voll", "full"),
        ],
    ),
    ("childcare", &[("nein", "none"), ("im Haus", "on_site")]),
    ("accessibility", &[("ja", "step_free"), ("nein", "none"), ("teilw.", "partly"), ("teilweise", "partly")]),
    ("eligibility.german_min", &[("keine", "none")]),
    ("funding", &[("Vergabe", "tender"), ("Gutschein", "voucher"), ("kostenlos", "free")]),
];
/// Columns that are in many tables and say nothing of an offer.
const NOISE: [&str; 10] = [
    "lfd.",
    "lfd. Nr.",
    "lfdNr",
    "Nr. lfd.",
    "Pos.",
    "Kostenstelle",
    "Kostenst.",
    "Budget",
    "Kosten",
    "Haushaltsstelle",
];

/// The code that words probably mean in a field.
pub(super) fn meant(field: &Field, words: &str) -> Option<&'static str> {
    let name = field.name();
    let (_, known) = WORDS.iter().find(|(of, _)| *of == name)?;
    known.iter().find(|(word, _)| matching::key(word) == matching::key(words)).map(|(_, code)| *code)
}

/// True for a column that nobody needs in the catalogue.
pub(super) fn is_noise(heading: &str) -> bool {
    let dense = |text: &str| matching::key(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    NOISE.iter().any(|known| dense(known) == dense(heading))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Shape;

    #[test]
    fn every_usual_word_means_a_code_of_its_list() {
        for (name, words) in WORDS {
            let field = Field::named(name).unwrap();
            let (Shape::Choice(list) | Shape::Choices(list)) = field.shape else { panic!("{name} has no list") };
            for (word, code) in *words {
                assert!(list.codes().contains(code), "{name}: {word} = {code}");
            }
        }
    }
}
