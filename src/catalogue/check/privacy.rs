//! Data about people that a catalogue must not hold, by their shapes: numbers of clients, bank accounts, days of birth.

use super::{Check, Typed};
use crate::catalogue::Code;

impl Check<'_> {
    pub(super) fn data_of_people(&self, typed: &Typed<'_>) {
        let text = typed.text.as_str();
        // All that is looked for has digits.
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        if let Some(number) = client_number(text) {
            self.report_words(Code::ClientNumber, typed, number, |fault| fault);
        }
        if let Some((kind, words)) = personal(text) {
            self.report_words(Code::PersonalData, typed, words, |fault| fault.with("kind", kind));
        }
    }
}

/// Kundennummern of the Agentur für Arbeit (`123A456789`) and numbers of Bedarfsgemeinschaften (`12345//0012345`,
/// `12345BG0012345`). In a shape, 9 stands for a digit, A for a letter, `_` for a blank or hyphen that may be missing.
const CLIENT_NUMBERS: &[&str] = &["999_A_999999", "99999_//_9999999", "99999_AA_9999999"];

/// What looks like a phone number unless it is called a number of a Bedarfsgemeinschaft.
const NAMED_CLIENT_NUMBER: &str = "99999_/_9999999";

/// Words in front of such a number.
const BG: &[&str] = &["bg", "bg-nr", "bg-nummer", "bgnr", "bedarfsgemeinschaft"];

fn client_number(text: &str) -> Option<&str> {
    words(text).find_map(|at| {
        let rest = &text[at..];
        let named = || has_shape(rest, NAMED_CLIENT_NUMBER).filter(|_| follows(&text[..at], BG));
        let length = CLIENT_NUMBERS.iter().find_map(|shape| has_shape(rest, shape)).or_else(named)?;
        rest.get(..length)
    })
}

/// What sort of data about a person a text holds, as a word for its message, and where.
fn personal(text: &str) -> Option<(&'static str, &str)> {
    words(text).find_map(|at| {
        let rest = &text[at..];
        let born = || day(rest).filter(|_| is_after_birth(&text[..at])).map(|length| ("birth", length));
        let iban = || iban(rest).map(|length| ("iban", length));
        let (kind, length) = pension_number(rest).map(|length| ("pension", length)).or_else(iban).or_else(born)?;
        Some((kind, rest.get(..length)?))
    })
}

/// Where words begin that may be numbers: at a digit, or the D of an account, behind anything but a letter or digit.
fn words(text: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let begins = (c.is_ascii_digit() || matches!(c, 'D' | 'd')) && !before.is_alphanumeric();
        before = c;
        begins.then_some(at)
    })
}

/// The length of the beginning that has this shape, if no letter or digit follows it.
fn has_shape(text: &str, shape: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    for part in shape.bytes() {
        let byte = bytes.get(at).copied();
        let fits = match part {
            b'_' => {
                at += usize::from(matches!(byte, Some(b' ' | b'-')));
                continue;
            }
            b'9' => byte.is_some_and(|byte| byte.is_ascii_digit()),
            b'A' => byte.is_some_and(|byte| byte.is_ascii_alphabetic()),
            other => byte == Some(other),
        };
        if !fits {
            return None;
        }
        at += 1;
    }
    let ends = !text.get(at..)?.starts_with(char::is_alphanumeric);
    ends.then_some(at)
}

/// True when one of the words stands just in front, perhaps with a stop or colon.
fn follows(before: &str, names: &[&str]) -> bool {
    let before = before.trim_end_matches([' ', '.', ':', '\u{a0}']).to_lowercase();
    names.iter().any(|name| before.strip_suffix(name).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// The length of a German IBAN whose check digits are right, however it is spaced: of other numbers one in 97 is.
fn iban(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("DE").or_else(|| text.strip_prefix("de"))?;
    let mut digits = Vec::with_capacity(20);
    let mut after = rest.chars();
    while digits.len() < 20 {
        match after.next()? {
            c if c.is_ascii_digit() => digits.push(u32::from(c) - u32::from('0')),
            ' ' | '\u{a0}' => {}
            _ => return None,
        }
    }
    // ISO 13616: the account, then the country (D = 13, E = 14), then the check digits, modulo 97.
    let (check, account) = digits.split_at(2);
    let rearranged = account.iter().chain(&[1, 3, 1, 4]).chain(check);
    let ends = !after.as_str().starts_with(char::is_alphanumeric);
    let fits = ends && rearranged.fold(0, |sum, digit| (sum * 10 + digit) % 97) == 1;
    fits.then_some(text.len() - after.as_str().len())
}

/// The length of a number of the German pension insurance (§ 147 SGB VI): area, day of birth, letter, serial number,
/// check digit.
fn pension_number(text: &str) -> Option<usize> {
    let length = has_shape(text, "99_999999_A_999")?;
    let compact: Vec<u8> = text[..length].bytes().filter(u8::is_ascii_alphanumeric).collect();
    let [_, _, d1, d2, m1, m2, _, _, letter, ..] = compact.as_slice() else { return None };
    let number = |tens: &u8, ones: &u8| u32::from(tens - b'0') * 10 + u32::from(ones - b'0');
    let born = (1..=31).contains(&number(d1, d2)) && (1..=12).contains(&number(m1, m2));
    (born && checks_out(&compact, *letter)).then_some(length)
}

/// The check digit: the letter as two digits, each digit times its weight, the sums of digits added, modulo 10.
fn checks_out(number: &[u8], letter: u8) -> bool {
    const WEIGHTS: [u32; 12] = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
    let letter = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    let digit = |byte: &u8| u32::from(byte - b'0');
    let (Some(front), Some(back), Some(check)) = (number.get(..8), number.get(9..11), number.get(11)) else {
        return false;
    };
    let digits = front.iter().map(digit).chain([letter / 10, letter % 10]).chain(back.iter().map(digit));
    let sum: u32 = digits.zip(WEIGHTS).map(|(digit, weight)| digit * weight).map(|n| n / 10 + n % 10).sum();
    sum % 10 == digit(check)
}

/// The length of `1.2.1990`, `01.02.90` or `1990-02-01`.
fn day(text: &str) -> Option<usize> {
    let written = |separator: char| {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != separator).unwrap_or(text.len());
        let day = text[..end].trim_end_matches(separator);
        (day.len(), day.split(separator).map(str::len).collect::<Vec<_>>())
    };
    let (length, parts) = written('.');
    if matches!(parts.as_slice(), [1 | 2, 1 | 2, 2 | 4]) {
        return Some(length);
    }
    let (length, parts) = written('-');
    matches!(parts.as_slice(), [4, 2, 2]).then_some(length)
}

/// True behind "geb.", "geboren am", "Geburtsdatum:", "Geburtstag".
fn is_after_birth(before: &str) -> bool {
    let named = ["geb", "geboren", "geburtsdatum", "geburtstag", "geb.-datum", "born", "date of birth"];
    let before = before.trim_end();
    let before = before.strip_suffix(" am").or_else(|| before.strip_suffix(" on")).unwrap_or(before);
    follows(before, &named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_clients_are_recognised_by_their_shape() {
        for number in [
            "123A456789",
            "123a456789",
            "123 A 456789",
            "Kd.-Nr. 123-A-456789!",
            "12345//0012345",
            "12345 // 0012345",
            "12345BG0012345",
            "12345bg0012345",
            "12345 BG 0012345",
            "BG 12345/0012345",
            "BG-Nr.: 12345/0012345",
            "(123A456789)",
        ] {
            assert!(client_number(number).is_some(), "{number}");
        }
        for harmless in [
            "M-00-00000",
            "2026",
            "06421",
            "16i",
            "03056712345",
            "05121/9690000",
            "Tel. 12345/0012345",
            "123 A 45678",
            "1123A456789",
            "123A4567890",
            "§ 16 e SGB II",
            "35576 Wetzlar",
        ] {
            assert!(client_number(harmless).is_none(), "{harmless}");
        }
    }

    #[test]
    fn data_of_people_are_recognised_by_shape_and_check_digits() {
        for (text, kind) in [
            ("Konto DE89 3704 0044 0532 0130 00", "iban"),
            ("DE89370400440532013000.", "iban"),
            ("RV-Nr. 15 070649 C 103", "pension"),
            ("Frau M., geb. 01.02.1990", "birth"),
            ("geboren am 1.2.90", "birth"),
            ("Geburtsdatum: 1990-02-01", "birth"),
        ] {
            assert_eq!(personal(text).map(|found| found.0), Some(kind), "{text}");
        }
        for harmless in [
            "DE89 3704 0044 0532 0130 01",
            "DE 2026",
            "15 070649 C 104",
            "Stand 01.02.2026",
            "ab 01.02.2026",
            "Angebot für Kinder, geboren ab 2020",
            "Start am 1.2.27",
        ] {
            assert_eq!(personal(harmless), None, "{harmless}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_looked_through(text in ".{0,60}") {
            client_number(&text);
            personal(&text);
        }
    }
}
