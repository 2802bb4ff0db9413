//! Text that may be shown: made once when a file is read, harmless to a terminal ever after.

use std::{borrow::Cow, fmt, ops::Deref, path::Path};

use serde::{Deserialize, Deserializer, Serialize};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Stacked accents beyond this number are dropped; no German or foreign name needs more.
const COMBINING_MARKS: usize = 2;

/// Displayable text: NFC, without control characters and without any that is not seen but changes what is.
///
/// Everything a file says becomes `Text` at reading, so screen, stdout, window title and clipboard can print it
/// as it is. Line breaks survive only in [`Text::paragraphs`].
///
/// ```
/// use lotse::base::Text;
/// assert_eq!(Text::line("Frau\u{1b}[2J Stark").as_str(), "Frau␛[2J Stark");
/// assert_eq!(Text::line("eine\tZeile\nallein").as_str(), "eine Zeile allein");
/// assert_eq!(Text::paragraphs("zwei\r\nZeilen").as_str(), "zwei\nZeilen");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Text(Box<str>);

/// What was stored may come from somebody else, as a journal does: nothing in it drives the terminal either.
impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = Box::<str>::deserialize(deserializer)?;
        let mut displayable = Displayable::default();
        let sound = is_everyday(&stored) || stored.chars().all(|c| displayable.takes(c) || c == '\n');
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

    /// A path in one displayable line: it is text from outside like any other.
    pub fn path(path: &Path) -> Self {
        Self::line(&path.to_string_lossy())
    }

    /// Takes text that is displayable already and whose blanks matter, such as the excerpt of a line.
    pub fn untrimmed(displayable: &str) -> Self {
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
/// use lotse::base::tidy_line;
/// assert_eq!(tidy_line("  Kurs  für\tFrauen "), "Kurs für Frauen");
/// ```
pub fn tidy_line(raw: &str) -> String {
    let words = raw.trim().split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The text, or its first `most` characters and a mark that there were more.
///
/// ```
/// use lotse::base::shortened;
/// assert_eq!(shortened("Träger", 3), "Trä…");
/// assert_eq!(shortened("Träger", 6), "Träger");
/// ```
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    let head = text.char_indices().nth(most).and_then(|(end, _)| text.get(..end));
    head.map_or(Cow::Borrowed(text), |head| Cow::Owned(format!("{head}…")))
}

/// True for what [`tidy_line`] leaves as it is.
pub fn is_tidy_line(raw: &str) -> bool {
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
/// use lotse::base::harmless;
/// assert_eq!(harmless("\u{feff}  a\tb\r\n\u{1b}[2J\rc\u{202e}\n"), "\u{feff}  a\tb\r\n␛[2J␍c\n");
/// ```
pub fn harmless(raw: &str) -> Cow<'_, str> {
    if is_everyday(raw) || raw.chars().all(|c| matches!(c, '\t' | '\n') || is_plain(c)) {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw.chars().peekable();
    let mut marks = 0;
    while let Some(c) = rest.next() {
        match c {
            '\t' | '\n' => text.push(c),
            '\r' if rest.peek() == Some(&'\n') => text.push(c),
            '\u{FEFF}' if text.is_empty() => text.push(c),
            // A break in a line would make two of it.
            '\u{2028}' | '\u{2029}' => text.push(' '),
            c if is_unseen(c) => continue,
            c if c.is_control() => text.push(control_picture(c)),
            c if is_one_too_many(c, &mut marks) => continue,
            c => {
                text.push(c);
                continue;
            }
        }
        marks = 0;
    }
    Cow::Owned(text)
}

/// True for a character that shows as itself wherever it is printed: no control character, no line or paragraph
/// separator, and none that Unicode lets a program pass over in silence.
pub fn is_displayable(c: char) -> bool {
    is_plain(c) || !(c.is_control() || is_unseen(c) || matches!(c, '\u{2028}' | '\u{2029}'))
}

/// Looks at the characters of a text one after the other, for those who must not drop anything and mark it instead.
///
/// ```
/// use lotse::base::Displayable;
/// let mut displayable = Displayable::default();
/// let tower = "z\u{301}\u{301}\u{301}\u{202e}";
/// assert_eq!(tower.chars().filter(|&c| displayable.takes(c)).count(), 3);
/// ```
#[derive(Debug, Default)]
pub struct Displayable {
    marks: usize,
}

impl Displayable {
    /// True when the next character is displayable where it stands: [`is_displayable`], and not one accent too many.
    pub fn takes(&mut self, c: char) -> bool {
        !is_one_too_many(c, &mut self.marks) && is_displayable(c)
    }
}

/// True for what drives a terminal or makes a text look like another one.
pub fn is_hostile(c: char) -> bool {
    is_control(c) || is_deceptive(c)
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Characters that are not seen but change how others look, in which order they stand, or whether two texts are the same:
/// bidi controls, zero-width spaces, fillers, tags. All of Unicode's property `Default_Ignorable_Code_Point`
/// (`DerivedCoreProperties.txt` of Unicode 17.0) without what [`is_invisible`] has, and interlinear annotations.
fn is_deceptive(c: char) -> bool {
    c >= '\u{034F}'
        && matches!(c,
            '\u{034F}' | '\u{061C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// The rest of that property, which word processors write and nobody means: soft hyphen, byte order mark, the variation
/// selectors of emoji.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// Characters that Unicode lets a program pass over in silence.
pub(super) fn is_unseen(c: char) -> bool {
    is_deceptive(c) || is_invisible(c)
}

/// Counts the accents upon one letter, and says so when there is one that no name needs.
fn is_one_too_many(c: char, marks: &mut usize) -> bool {
    *marks = if c >= '\u{0300}' && is_combining_mark(c) { *marks + 1 } else { 0 };
    *marks > COMBINING_MARKS
}

fn displayable(raw: &str, line_break: char) -> Box<str> {
    let one_line = || !raw.contains('\n') || line_break == '\n';
    if is_everyday(raw) && one_line() || raw.chars().all(is_plain) {
        return raw.trim().into();
    }
    let mut text = String::with_capacity(raw.len());
    let mut marks = 0;
    // What is dropped must not keep apart what composes.
    for c in raw.chars().filter(|&c| c != '\r' && !is_unseen(c)).nfc() {
        let stacked = is_one_too_many(c, &mut marks);
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => text.push(line_break),
            '\t' => text.push(' '),
            _ if stacked => {}
            c if c.is_control() => text.push(control_picture(c)),
            c => text.push(c),
        }
    }
    text.trim().into()
}

/// True for what is printable in ASCII, line ends, and the letters from `À` to `ÿ`, whose bytes are `C3` and another one:
/// nearly every text, told without a look at its characters.
fn is_everyday(raw: &str) -> bool {
    raw.bytes().fold(true, |so_far, byte| so_far & matches!(byte, b' '..=b'~' | b'\n' | 0x80..=0xBF | 0xC3))
}

/// What most texts consist of: Latin letters as they are typed and the usual signs. They compose with nothing of their
/// kind.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{02FF}' | '\u{2010}'..='\u{2027}' | '€')
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
            ("E\r\u{0300}", "È"),
            ("z\u{0300}\u{0301}\u{0302}\u{0303}", "z\u{0300}\u{0301}"),
            ("\u{E0041}\u{E0042}", ""),
            ("Frau\u{3164}Stark\u{E0100}", "FrauStark"),
            ("e\u{200d}\u{301}", "é"),
        ] {
            assert_eq!(Text::line(raw).as_str(), shown, "{raw:?}");
            assert_eq!(Text::line(shown).as_str(), shown, "{raw:?}");
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
        assert_eq!(hostile_character("\u{feff}☎\u{fe0f} ＝"), None);
    }

    #[test]
    fn nothing_that_is_not_seen_is_shown() {
        let raw = |range: std::ops::RangeInclusive<u32>| range.filter_map(char::from_u32);
        for c in
            raw(0xE0000..=0xE0FFF).chain(raw(0xFFF0..=0xFFFB)).chain(raw(0xFE00..=0xFE0F)).chain(raw(0..=0x1F)).chain([
                '\u{ad}',
                '\u{34f}',
                '\u{61c}',
                '\u{115f}',
                '\u{17b5}',
                '\u{180f}',
                '\u{200b}',
                '\u{202e}',
                '\u{206a}',
                '\u{3164}',
                '\u{feff}',
                '\u{ffa0}',
                '\u{1bca0}',
                '\u{1d17a}',
                '\u{7f}',
                '\u{9b}',
                '\u{2028}',
            ])
        {
            assert!(!is_displayable(c), "{c:?}");
            let text = format!("a{c}b");
            assert!(Text::line(&text).chars().all(is_displayable), "{c:?}");
            assert!(harmless(&text).chars().all(|c| matches!(c, '\t' | '\n') || is_displayable(c)), "{c:?}");
            let silent = matches!(c, '\t' | '\n' | '\r' | '\u{2028}') || is_invisible(c);
            assert_eq!(hostile_character(&text), Some(c).filter(|_| !silent), "{c:?}");
        }
        for c in "aß§€–„“”…•é\u{301}Ж漢\u{a0}１＝🙂\u{fffd}".chars() {
            assert!(is_displayable(c) && hostile_character(&c.to_string()).is_none(), "{c:?}");
        }
    }

    #[test]
    fn accents_do_not_grow_into_other_lines() {
        let tower = format!("z{}", "\u{301}".repeat(50));
        assert_eq!(Text::line(&tower).chars().count(), 3);
        assert_eq!(harmless(&tower).chars().count(), 3);
        let stored = serde_json::to_string(&tower).unwrap();
        assert_eq!(serde_json::from_str::<Text>(&stored).unwrap().chars().count(), 3);
    }

    proptest::proptest! {
        #[test]
        fn what_is_displayable_stays_as_it_is(raw in "\\PC{0,40}|[\u{0}-\u{ff}\u{300}-\u{310}\u{200b}-\u{206f}]{0,40}") {
            let once = Text::line(&raw);
            proptest::prop_assert!(once.chars().all(is_displayable));
            proptest::prop_assert_eq!(&Text::line(&once), &once);
            let harmless_once = harmless(&raw).into_owned();
            proptest::prop_assert_eq!(&*harmless(&harmless_once), &*harmless_once);
        }
    }
}
