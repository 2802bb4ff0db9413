//! What kind of word it is: a number, an abbreviation that must stay whole, or a word to be stemmed.

use super::chars::is_alnum;

/// What a token is; only a `Word` is stemmed and may be corrected for typing mistakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// `Beratung`, `Erzieher:innen`
    Word,
    /// `AGH`, `BaE`, `U25`, `A2`, `SGB II`
    Abbreviation,
    /// `§ 16 i`
    Paragraph,
    /// `2027`
    Number,
}

/// Letters an abbreviation has at most.
const LONGEST: usize = 8;

/// Words in capitals from this length on are shouted words, not abbreviations.
const SHOUTED: usize = 6;

/// The kind of a run of letters and digits.
///
/// | run | kind |
/// |---|---|
/// | `AGH`, `BaE`, `pAp`, `FbW` | abbreviation: eight letters at most, two capitals or one inside |
/// | `U25`, `A2`, `50plus` | abbreviation: letters and digits |
/// | `SCHULDEN` | word: capitals lock |
/// | `Kurs` | word |
pub(super) fn kind_of(run: &str) -> TokenKind {
    let (mut letters, mut capitals, mut digits) = (0, 0, 0);
    let mut inner_capital = false;
    for c in run.chars().filter(|c| is_alnum(*c)) {
        if c.is_alphabetic() {
            letters += 1;
            let capital = c.is_uppercase();
            capitals += usize::from(capital);
            inner_capital |= capital && letters > 1;
        } else {
            digits += 1;
        }
        if letters > LONGEST && digits > 0 {
            break;
        }
    }
    match (letters, digits) {
        (0, _) => TokenKind::Number,
        (_, 1..) => TokenKind::Abbreviation,
        _ if capitals == letters && letters >= SHOUTED => TokenKind::Word,
        // With few letters one capital is enough if it is not the first: "pAp", "gE", "zkT".
        (2..=4, _) if inner_capital => TokenKind::Abbreviation,
        (2..=LONGEST, _) if capitals >= 2 => TokenKind::Abbreviation,
        _ => TokenKind::Word,
    }
}

/// The singular of an abbreviation with a plural ending: "AGHs", "LKWs".
pub(super) fn singular(run: &str) -> Option<&str> {
    let base = run.strip_suffix("en").or_else(|| run.strip_suffix('s'))?;
    let capitals = base.chars().all(char::is_uppercase);
    (capitals && base.chars().nth(1).is_some()).then_some(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_digits_tell_the_kind() {
        for run in [
            "AGH", "AVGS", "BaE", "AsA", "FbW", "pAp", "gE", "zkT", "abH", "TaAM", "EQ", "ÜSB", "DeuFöV", "U25", "A2",
            "Ü50", "50plus", "AGHs", "MAbE", "m²",
        ] {
            assert_eq!(kind_of(run), TokenKind::Abbreviation, "{run}");
        }
        for run in ["Kurs", "kurs", "agh", "I", "SCHULDEN", "ARBEITSLOS", "Übung", "JobCenter", "ß"] {
            assert_eq!(kind_of(run), TokenKind::Word, "{run}");
        }
        for run in ["2027", "5", "٣"] {
            assert_eq!(kind_of(run), TokenKind::Number, "{run}");
        }
    }

    #[test]
    fn a_plural_ending_leaves_an_abbreviation() {
        assert_eq!(singular("AGHs"), Some("AGH"));
        assert_eq!(singular("AGHen"), Some("AGH"));
        assert_eq!(singular("As"), None);
        assert_eq!(singular("AsAs"), None);
        assert_eq!(singular("AVGS"), None);
    }
}
