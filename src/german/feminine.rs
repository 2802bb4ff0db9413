//! Feminine forms: "Erzieherin" and "Erzieherinnen" are looked up as "Erzieher".

/// Endings of masculine words that take "-in", by the length from which on a word counts that has them.
const ENDINGS: &[(usize, &[&str])] = &[
    (4, &["arzt", "kund", "chef", "wirt"]),
    (5, &["er", "ist", "ent", "ant", "tor", "beamt"]),
    (6, &["olog", "agog", "eur", "anwalt", "kolleg", "freund", "expert"]),
    (7, &["nachbar", "europar"]),
];

/// Masculine words (folded, without ending) that take "-in" but are too short to be an ending.
const WORDS: &[&str] = &["afghan", "jud", "koch", "kurd", "pat", "pol", "russ", "turk"];

/// Names and substances that only look like feminine forms.
pub(super) const NOT_FEMININE: &[&str] = &[
    "catherin",
    "christin",
    "florentin",
    "glycerin",
    "katherin",
    "konstantin",
    "kristin",
    "nitroglycerin",
    "schwerin",
    "severin",
    "valentin",
];

/// The masculine form (folded, "kunde" without its "e") of a folded feminine one.
///
/// | word | masculine |
/// |---|---|
/// | `erzieherinnen`, `erzieherin` | `erzieher` |
/// | `kundin` | `kund` |
/// | `berlin`, `termin`, `schwerin` | none |
pub(super) fn masculine(folded: &str) -> Option<&str> {
    let base = folded.strip_suffix("innen").or_else(|| folded.strip_suffix("in"))?;
    (is_masculine(base) && !NOT_FEMININE.contains(&folded)).then_some(base)
}

/// Whether a folded word without its "e" is one that takes "-in".
pub(super) fn is_masculine(base: &str) -> bool {
    let has_any = |endings: &[&str]| endings.iter().any(|ending| base.ends_with(ending));
    ENDINGS.iter().any(|(shortest, endings)| base.len() >= *shortest && has_any(endings)) || WORDS.contains(&base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feminine_forms_have_a_masculine_one() {
        for (word, base) in [
            ("erzieherin", "erzieher"),
            ("erzieherinnen", "erzieher"),
            ("malerin", "maler"),
            ("spezialistinnen", "spezialist"),
            ("studentin", "student"),
            ("migrantinnen", "migrant"),
            ("psychologin", "psycholog"),
            ("sozialpadagoginnen", "sozialpadagog"),
            ("autorin", "autor"),
            ("friseurin", "friseur"),
            ("zahnarztin", "zahnarzt"),
            ("rechtsanwaltin", "rechtsanwalt"),
            ("kundin", "kund"),
            ("neukundinnen", "neukund"),
            ("kollegin", "kolleg"),
            ("freundin", "freund"),
            ("turkin", "turk"),
        ] {
            assert_eq!(masculine(word), Some(base), "{word}");
        }
    }

    #[test]
    fn words_that_merely_end_in_in_stay() {
        for word in [
            "berlin",
            "termin",
            "medizin",
            "verein",
            "schwerin",
            "valentin",
            "konstantin",
            "kristin",
            "darin",
            "hierin",
            "worin",
            "beginnen",
            "gewinnen",
            "gerinnen",
            "binnen",
            "drinnen",
            "benzin",
            "insulin",
            "in",
            "innen",
            "",
        ] {
            assert_eq!(masculine(word), None, "{word}");
        }
    }
}
