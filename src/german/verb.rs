//! Forms of verbs that the stemmer leaves apart: whoever writes "kifft", "gekifft" or "abgestellt" means "kiffen" and "abstellen".

use super::{lexicon::is_listed, separable::FIRST_PARTS};

/// Letters that a verb has at least before its ending.
const SHORTEST_BASE: usize = 3;

/// The verb of which a folded word may be the third person or the participle; none for words that are listed as they are
/// ("gehalt").
///
/// | word | verb |
/// |---|---|
/// | `kifft`, `gekifft` | `kiffen` |
/// | `abgestellt` | `abstellen` |
/// | `schlaft` (of "schläft") | `schlafen` |
/// | `gehalt`, `beratung` | none |
pub fn infinitive_of(folded: &str) -> Option<String> {
    if is_listed(folded) || !folded.is_ascii() {
        return None;
    }
    let (first, verb) = participle(folded).unwrap_or(("", folded));
    let base = verb.strip_suffix("et").or_else(|| verb.strip_suffix('t'));
    let base = base.or_else(|| verb.strip_suffix("en").filter(|_| verb.len() < folded.len()))?;
    (base.len() >= SHORTEST_BASE).then(|| format!("{first}{base}en"))
}

/// The separable first part of a participle, which may be empty, and what follows its "ge".
fn participle(folded: &str) -> Option<(&str, &str)> {
    let after = |first: &'static str| Some((first, folded.strip_prefix(first)?.strip_prefix("ge")?));
    let separated = FIRST_PARTS.iter().copied().filter_map(after).max_by_key(|(first, _)| first.len());
    separated.or_else(|| Some(("", folded.strip_prefix("ge")?))).filter(|(_, verb)| verb.len() > SHORTEST_BASE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_the_verb() {
        for (form, verb) in [
            ("kifft", "kiffen"),
            ("gekifft", "kiffen"),
            ("abgestellt", "abstellen"),
            ("zuruckgekehrt", "zuruckkehren"),
            ("schlaft", "schlafen"),
            ("arbeitet", "arbeiten"),
            ("eingezogen", "einzogen"),
        ] {
            assert_eq!(infinitive_of(form).as_deref(), Some(verb), "{form}");
        }
    }

    #[test]
    fn other_words_are_no_forms() {
        for word in ["", "t", "get", "gehalt", "werkstatt", "amt", "haft", "kiffen", "beratung", "schlägt"] {
            assert_eq!(infinitive_of(word), None, "{word}");
        }
    }
}
