//! Text that may be shown: made once when a file is read, harmless to a terminal ever after.

use std::{fmt, ops::Deref};

use serde::{Deserialize, Deserializer, Serialize};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Stacked accents beyond this number are dropped; no German or foreign name needs more.
const COMBINING_MARKS: usize = 2;

/// Displayable text: NFC, without control, bidi, zero-width or tag characters.
///
/// Everything a file says becomes `Text` at reading, so screen, stdout, window title and clipboard can print it
/// as it is. Line breaks survive only in [`Text::paragraphs`].
///
/// ```
/// use lotse::catalogue::Text;
/// assert_eq!(Text::line("Frau\u{1b}[2J Stark").as_str(), "Frau␛[2J Stark");
/// assert_eq!(Text::line("eine\tZeile\nallein").as_str(), "eine Zeile allein");
/// assert_eq!(Text::paragraphs("zwei\r\nZeilen").as_str(), "zwei\nZeilen");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Text(Box<str>);

/// What was stored may come from somebody else, as a shared index does: nothing in it drives the terminal either.
impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = Box::<str>::deserialize(deserializer)?;
        let sound = hostile_character(&stored).is_none() && !stored.contains('\r');
        Ok(if sound { Self(stored) } else { Self::paragraphs(&stored) })
    }
}

impl Text {
    /// Makes one displayable line; line breaks and tabs become blanks.
    pub fn line(raw: &str) -> Self {
        Self(displayable(raw, ' '))
    }

    /// Makes displayable text that keeps its line breaks (as `\n`).
    pub fn paragraphs(raw: &str) -> Self {
        Self(displayable(raw, '\n'))
    }

    /// Takes text that is displayable already and whose blanks matter, such as the excerpt of a line.
    pub(super) fn untrimmed(displayable: &str) -> Self {
        Self(displayable.into())
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for Text {
    fn from(raw: &str) -> Self {
        Self::line(raw)
    }
}

/// The first character of `raw` that has no business in a catalogue file, if there is one.
///
/// Tabs, line breaks, soft hyphens and byte order marks are tidied up silently; they come from word processors and
/// do no harm.
pub fn hostile_character(raw: &str) -> Option<char> {
    if raw.is_ascii() {
        return raw.bytes().find(|b| is_control(char::from(*b))).map(char::from);
    }
    raw.chars().find(|&c| is_hostile(c))
}

/// One line without blanks at its ends and without several blanks in a row. Protected blanks within a line stay.
///
/// ```
/// use lotse::catalogue::tidy_line;
/// assert_eq!(tidy_line("  Kurs  für\tFrauen "), "Kurs für Frauen");
/// ```
pub fn tidy_line(raw: &str) -> String {
    let words = raw.trim().split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// True for what [`tidy_line`] leaves as it is.
pub(super) fn is_tidy_line(raw: &str) -> bool {
    let mut before = b'x';
    let single = raw.bytes().all(|byte| {
        let stray = matches!(byte, b'\t' | b'\n' | b'\r') || byte == b' ' && before == b' ';
        before = byte;
        !stray
    });
    single && raw.trim().len() == raw.len()
}

/// A text as it stands in a file, but harmless to a terminal: blanks, tabs and line ends stay, and so does a byte order
/// mark at the beginning.
///
/// ```
/// use lotse::catalogue::harmless;
/// assert_eq!(harmless("\u{feff}  a\tb\r\n\u{1b}[2J\rc\u{202e}\n"), "\u{feff}  a\tb\r\n␛[2J␍c\n");
/// ```
pub fn harmless(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\t' | '\n' => text.push(c),
            '\r' if rest.peek() == Some(&'\n') => text.push(c),
            '\u{FEFF}' if text.is_empty() => text.push(c),
            '\u{FEFF}' => {}
            c if is_deceptive(c) => {}
            c if c.is_control() => text.push(control_picture(c)),
            c => text.push(c),
        }
    }
    text
}

pub(super) fn is_hostile(c: char) -> bool {
    is_control(c) || is_deceptive(c)
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Characters that change how other characters look or in which order they stand: bidi controls, zero-width spaces,
/// tag characters.
fn is_deceptive(c: char) -> bool {
    matches!(c,
        '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Harmless but of no width: soft hyphen, byte order mark, variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

fn displayable(raw: &str, line_break: char) -> Box<str> {
    if is_plain(raw) {
        return raw.trim().into();
    }
    let mut text = String::with_capacity(raw.len());
    let mut marks = 0;
    for c in raw.nfc() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        match c {
            '\r' => {}
            '\n' | '\u{2028}' | '\u{2029}' => text.push(line_break),
            '\t' => text.push(' '),
            c if is_deceptive(c) || is_invisible(c) || marks > COMBINING_MARKS => {}
            c if c.is_control() => text.push(control_picture(c)),
            c => text.push(c),
        }
    }
    text.trim().into()
}

/// Most lines of a catalogue: printable ASCII, nothing to do.
fn is_plain(raw: &str) -> bool {
    raw.bytes().all(|b| (b' '..=b'~').contains(&b))
}

/// The visible stand-in of a control character: ESC as `␛`, DEL as `␡`, the C1 set as a replacement mark.
fn control_picture(c: char) -> char {
    match u32::from(c) {
        code @ 0..=0x1F => char::from_u32(0x2400 + code).unwrap_or('\u{FFFD}'),
        0x7F => '\u{2421}',
        _ => '\u{FFFD}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_drive_a_terminal() {
        for (raw, shown) in [
            ("\u{1b}]52;c;QUJD\u{7}", "␛]52;c;QUJD␇"),
            ("ab\u{202E}dc", "abdc"),
            ("Be\u{00AD}ratung", "Beratung"),
            ("\u{9b}31mrot", "\u{FFFD}31mrot"),
            ("u\u{0308}ber", "über"),
            ("z\u{0300}\u{0301}\u{0302}\u{0303}", "z\u{0300}\u{0301}"),
            ("\u{E0041}\u{E0042}", ""),
        ] {
            assert_eq!(Text::line(raw).as_str(), shown, "{raw:?}");
        }
    }

    #[test]
    fn stored_text_cannot_drive_a_terminal_either() {
        for (stored, shown) in
            [(r#""\u001b[2Jweg""#, "␛[2Jweg"), (r#""ab\u202edc""#, "abdc"), (r#""neu\ralt""#, "neualt")]
        {
            assert_eq!(serde_json::from_str::<Text>(stored).unwrap().as_str(), shown);
        }
        let sound = Text::untrimmed("  zwei Zeilen\nmit Umlaut: ä ");
        let stored = serde_json::to_string(&sound).unwrap();
        assert_eq!(serde_json::from_str::<Text>(&stored).unwrap(), sound);
    }

    #[test]
    fn a_line_is_tidy_when_there_is_nothing_to_tidy() {
        for raw in
            ["", "Kurs", "Kurs A", " Kurs", "Kurs ", "Kurs  A", "Kurs\tA", "Kurs\nA", "§\u{a0}16", "\u{a0}§", " "]
        {
            assert_eq!(is_tidy_line(raw), tidy_line(raw) == raw, "{raw:?}");
        }
    }

    #[test]
    fn only_characters_that_deceive_are_reported() {
        assert_eq!(hostile_character("Träger\tam\nMarkt\u{00AD}platz"), None);
        assert_eq!(hostile_character("a\u{1b}[0m"), Some('\u{1b}'));
        assert_eq!(hostile_character("ä\u{202E}"), Some('\u{202E}'));
    }
}
