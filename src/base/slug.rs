//! Words as an id has them: small letters and digits, everything else as one hyphen.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::text::is_unseen;

/// Diaeresis: upon `a`, `o` and `u` it makes the German umlaut.
const DIAERESIS: char = '\u{308}';

/// Between numerator and denominator, where Unicode takes `¼` apart.
const FRACTION_SLASH: char = '\u{2044}';

/// The slug of some words: lower case, umlauts and `ß` spelt out, other accents left away, everything that is no letter
/// of the Latin alphabet and no digit as one hyphen. Empty when nothing is left. Slugs are also the key by which words
/// are compared that may differ by case, blanks, signs and accents.
///
/// ```
/// use lotse::base::slug;
/// assert_eq!(slug("  Träger: Café & Straße "), "traeger-cafe-strasse");
/// assert_eq!(slug("Łódź, København, 2¼ Tage"), "lodz-kobenhavn-2-1-4-tage");
/// assert_eq!(slug("!"), "");
/// ```
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.chars().filter(|&c| !is_unseen(c)) {
        if c.is_ascii() {
            push(&mut slug, c.to_ascii_lowercase());
            continue;
        }
        let is_fraction = !c.is_alphabetic() && [c].into_iter().nfkd().any(|part| part == FRACTION_SLASH);
        if is_fraction {
            push(&mut slug, '-');
        }
        // Compatibility comes first: `™` is taken apart into capital letters.
        for part in [c].into_iter().nfkd().flat_map(char::to_lowercase).nfd() {
            push(&mut slug, part);
        }
        if is_fraction {
            push(&mut slug, '-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Adds a character in lower case that Unicode takes apart no further.
fn push(slug: &mut String, c: char) {
    match c {
        'a'..='z' | '0'..='9' => slug.push(c),
        DIAERESIS if slug.ends_with(['a', 'o', 'u']) => slug.push('e'),
        c if is_combining_mark(c) => {}
        c => match plain_letters(c) {
            Some(letters) => slug.push_str(letters),
            None if slug.is_empty() || slug.ends_with('-') => {}
            None => slug.push('-'),
        },
    }
}

/// What readers take a Latin letter in lower case for that Unicode does not take apart: `ł` for `l`.
pub fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'ŋ' => "n",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_all_europe_are_spelt_out() {
        for (words, expected) in [
            ("Café Aktiv", "cafe-aktiv"),
            ("MASSNAHME für Übergänge", "massnahme-fuer-uebergaenge"),
            ("Tra\u{308}ger", "traeger"),
            ("GROẞE Straße", "grosse-strasse"),
            ("Łukasz Øster Æbler Œuvre", "lukasz-oster-aebler-oeuvre"),
            ("Đorđe Ħal Þór ŋ ŧ", "dorde-hal-thor-n-t"),
            ("Noël, Zoë, Citroën", "noel-zoe-citroen"),
            ("İstanbul ıssız", "istanbul-issiz"),
            ("Kurs² Nr. ① №5 Marke™", "kurs2-nr-1-no5-marketm"),
            ("¼ Stelle, 2½", "1-4-stelle-2-1-2"),
            ("ﬁt ＡＢＣ", "fit-abc"),
            ("Be\u{ad}ratung\u{200b}", "beratung"),
            ("Zoë\u{301}\u{302}", "zoe"),
            ("--a__b--", "a-b"),
            ("Кафе", ""),
            ("§ 16i SGB II", "16i-sgb-ii"),
        ] {
            assert_eq!(slug(words), expected, "{words}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_slug_stays_as_it_is(words in ".{0,60}") {
            let once = slug(&words);
            proptest::prop_assert!(once.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')));
            proptest::prop_assert!(!once.starts_with('-') && !once.ends_with('-') && !once.contains("--"));
            proptest::prop_assert_eq!(slug(&once), once);
        }
    }
}
