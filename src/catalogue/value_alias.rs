//! The words that people write where a closed list or a heading wants its code: `läuft` for `running`.
//!
//! Words that can mean one value only stand apart from those that most often mean one: `lotse check` suggests the former
//! and `--fix` writes the code for them, the latter are offered to a person only.

use crate::base::slug;

/// A code and the words for it.
type ValueAliases = (&'static str, &'static [&'static str]);

/// For each list its codes with the words for them, compared as slugs. A test holds the labels of the screen against it.
const WORDS: &[(&str, &[ValueAliases])] = &[
    (
        "category",
        &[
            ("measure", &["massnahme", "massnahmen", "angebot", "kurs"]),
            ("service", &["dienstleistung", "dienst", "beratung"]),
            ("project", &["projekt"]),
            ("programme", &["programm", "program"]),
            ("facility", &["einrichtung"]),
            ("procedure", &["verfahren"]),
            ("network", &["netzwerk"]),
            ("channel", &["kontaktweg"]),
            ("module", &["baustein", "modul"]),
        ],
    ),
    (
        "status",
        &[
            ("idea", &["idee"]),
            ("review", &["in-pruefung", "pruefung", "wird-geprueft", "under-review"]),
            ("tender", &["in-ausschreibung", "ausschreibung", "ausgeschrieben", "out-to-tender"]),
            ("planned", &["geplant", "in-planung", "planung"]),
            ("running", &["laeuft", "laufend", "aktiv", "active", "laufende-massnahme"]),
            ("paused", &["pausiert", "pause", "ruht", "unterbrochen"]),
            ("full", &["voll", "voll-belegt", "belegt", "ausgebucht", "fully-booked"]),
            ("ending", &["laeuft-aus", "auslaufend"]),
            ("ended", &["beendet", "abgeschlossen", "ausgelaufen", "inaktiv", "vorbei"]),
            ("archived", &["archiviert", "archiv"]),
        ],
    ),
    (
        "funding",
        &[
            ("tender", &["ausschreibung", "vergabe", "vergabemassnahme"]),
            (
                "avgs",
                &[
                    "aktivierungs-und-vermittlungsgutschein-avgs",
                    "aktivierungs-und-vermittlungsgutschein",
                    "activation-and-placement-voucher-avgs",
                ],
            ),
            ("voucher", &["gutschein", "bildungsgutschein"]),
            ("grant", &["zuwendung"]),
            ("wage_subsidy", &["wage-subsidy", "lohnkostenzuschuss"]),
            ("benefit", &["leistung-an-die-person", "benefit-to-the-person"]),
            ("free", &["kostenfrei", "kostenlos", "free-of-charge"]),
            ("paid", &["kostenpflichtig", "to-be-paid-for"]),
        ],
    ),
    (
        "childcare",
        &[
            ("on_site", &["on-site", "vor-ort"]),
            ("attached", &["angegliedert"]),
            ("arranged", &["wird-vermittelt", "vermittelt"]),
            ("cost_covered", &["kosten-werden-uebernommen", "kostenuebernahme", "costs-are-covered"]),
            ("not_needed", &["not-needed", "nicht-noetig", "nicht-notwendig", "nicht-erforderlich"]),
            ("none", &["keine", "nein", "no"]),
            ("unknown", &["unbekannt", "k-a", "keine-angabe", "nicht-bekannt"]),
        ],
    ),
    (
        "accessibility",
        &[
            ("step_free", &["step-free", "stufenlos", "barrierefrei", "rollstuhlgerecht"]),
            ("partly", &["teilweise", "teilweise-stufenlos", "teilweise-barrierefrei", "partly-step-free"]),
            ("none", &["nicht-barrierefrei", "keine", "nein", "no", "not-accessible"]),
            ("unknown", &["unbekannt", "k-a", "keine-angabe", "nicht-bekannt"]),
        ],
    ),
    (
        "german",
        &[("none", &["keine", "nicht-noetig"]), ("alpha", &["alphabetisierung", "alpha-kurs", "literacy-course"])],
    ),
    (
        "benefits",
        &[
            ("sgb2", &["sgb-ii", "sgb-2", "buergergeld", "alg-ii", "alg-2", "jobcenter"]),
            ("sgb3", &["sgb-iii", "sgb-3", "alg-i", "alg-1", "arbeitslosengeld"]),
            ("none", &["ohne-leistungsbezug", "keine", "without-benefits"]),
        ],
    ),
    (
        "setting",
        &[
            ("individual", &["einzeln", "einzel", "einzelmassnahme"]),
            ("group", &["gruppe", "gruppen", "gruppenmassnahme"]),
            ("mixed", &["einzeln-und-gruppe", "gemischt", "gruppe-und-einzeln", "individual-and-group"]),
            ("unknown", &["unbekannt", "k-a", "keine-angabe", "nicht-bekannt"]),
        ],
    ),
    (
        "delivery",
        &[
            ("in_person", &["in-person", "in-praesenz", "praesenz", "vor-ort"]),
            ("hybrid", &["teils-online", "partly-online"]),
            ("distance", &["fernunterricht", "distance-learning"]),
            ("outreach", &["aufsuchend"]),
            ("phone", &["telefonisch", "telefon", "by-phone"]),
            ("unknown", &["unbekannt", "k-a", "keine-angabe", "nicht-bekannt"]),
        ],
    ),
    (
        "time_model",
        &[
            ("full_time", &["full-time", "vollzeit", "vz"]),
            ("part_time", &["part-time", "teilzeit", "tz"]),
            ("flexible", &["flexibel"]),
            ("hourly", &["stundenweise", "by-the-hour"]),
            ("block", &["in-bloecken", "blockweise", "bloecke", "in-blocks"]),
            ("weekend", &["am-wochenende", "wochenende", "at-the-weekend"]),
            ("on_request", &["nach-absprache", "nach-vereinbarung", "by-arrangement"]),
            ("unknown", &["unbekannt", "k-a", "keine-angabe", "nicht-bekannt"]),
        ],
    ),
    (
        "time_of_day",
        &[
            ("all_day", &["all-day", "ganztags", "ganztaegig"]),
            ("morning", &["vormittags", "vormittag", "morgens", "mornings"]),
            ("afternoon", &["nachmittags", "nachmittag", "afternoons"]),
            ("evening", &["abends", "abend", "evenings"]),
            ("weekend", &["am-wochenende", "wochenende", "at-the-weekend"]),
        ],
    ),
    (
        "entry",
        &[
            ("rolling", &["jederzeit", "laufend", "at-any-time"]),
            ("fixed", &["zu-festen-terminen", "feste-termine", "fester-termin", "on-fixed-dates"]),
            ("monthly", &["monatlich"]),
            ("quarterly", &["vierteljaehrlich", "quartalsweise"]),
            ("on_request", &["nach-absprache", "nach-vereinbarung", "by-arrangement"]),
            ("closed", &["derzeit-nicht", "geschlossen", "not-at-present"]),
            ("unknown", &["unbekannt", "k-a", "keine-angabe", "nicht-bekannt"]),
        ],
    ),
    (
        SECTION_LIST,
        &[
            ("eligibility", &["voraussetzungen", "zugangsvoraussetzungen", "eignung"]),
            ("schedule", &["zeitplan", "ablauf", "zeiten"]),
            ("period", &["zeitraum", "laufzeit"]),
            ("capacity", &["kapazitaet", "plaetze", "platzzahl"]),
            ("contact", &["kontakt", "ansprechpartner"]),
            ("confirmed", &["geprueft", "bestaetigt"]),
        ],
    ),
];

/// The same for words that most often mean one value, but may mean another one, or are short for something else.
const LIKELY: &[(&str, &[ValueAliases])] = &[
    ("status", &[("running", &["ja"])]),
    ("childcare", &[("on_site", &["im-haus"])]),
    ("accessibility", &[("step_free", &["ja"]), ("partly", &["teilw"])]),
    ("setting", &[("individual", &["em"]), ("group", &["gm"]), ("mixed", &["beides", "einzel-gruppe"])]),
    ("delivery", &[("online", &["digital"])]),
    ("time_model", &[("hourly", &["stundenw"]), ("on_request", &["n-vereinb"])]),
    ("entry", &[("rolling", &["sofort", "ab-sofort"]), ("on_request", &["n-vereinb", "n-v"])]),
];

/// Name of the list of headings.
pub(super) const SECTION_LIST: &str = "section";

/// The code of a closed list, or the name of a section, that these words mean.
pub(super) fn code_meant(list: &str, words: &str) -> Option<&'static str> {
    code_in(WORDS, list, words)
}

/// The code of a closed list that these words most often mean: for a person to confirm.
pub fn likely_code(list: &str, words: &str) -> Option<&'static str> {
    code_meant(list, words).or_else(|| code_in(LIKELY, list, words))
}

fn code_in(lists: &[(&str, &[ValueAliases])], list: &str, words: &str) -> Option<&'static str> {
    let plain = slug(words);
    let (_, codes) = lists.iter().find(|(name, _)| *name == list)?;
    codes.iter().find(|(_, known)| known.contains(&plain.as_str())).map(|(code, _)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{FIELDS, SECTIONS, Shape};

    #[test]
    fn every_word_means_one_code_that_exists() {
        for (list, codes) in WORDS.iter().chain(LIKELY) {
            let known: Vec<&str> = FIELDS
                .iter()
                .find_map(|field| match field.shape {
                    Shape::Choice(closed) | Shape::Choices(closed) if closed.name == *list => Some(closed.codes()),
                    _ => None,
                })
                .unwrap_or(SECTIONS.to_vec());
            for (code, words) in *codes {
                assert!(known.contains(code), "{list}: {code}");
                for word in *words {
                    assert_eq!(slug(word), *word);
                    assert_eq!(likely_code(list, word), Some(*code), "{list}: {word} stands twice");
                    assert!(!known.contains(word), "{list}: {word} is a code");
                }
            }
        }
        assert_eq!(code_meant("status", "Läuft"), Some("running"));
        assert_eq!(code_meant("childcare", "ja"), None, "it may be any of four");
        assert_eq!((code_meant("status", "ja"), likely_code("status", "ja")), (None, Some("running")));
        assert_eq!(likely_code("entry", "n. V."), Some("on_request"));
    }
}
