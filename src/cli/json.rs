//! JSON that a terminal may show: what could drive it is escaped.

use serde::Serialize;

use crate::base::Displayable;

/// The value as one line, [`escaped`].
pub(super) fn to_line(value: &impl Serialize) -> String {
    // The values are plain structs with text keys; there is nothing that could not be written.
    escaped(serde_json::to_string(value).unwrap_or_default())
}

/// JSON in which what it leaves as it is and a terminal would obey or hide is written as `\uXXXX`: the same text to a
/// program, harmless to a reader.
pub(super) fn escaped(json: String) -> String {
    let mut displayable = Displayable::default();
    let mut stays = |c: char| displayable.takes(c) || matches!(c, '\n' | '\t');
    if json.chars().all(&mut stays) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if stays(c) {
            escaped.push(c);
        } else {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| escaped.push_str(&format!("\\u{unit:04x}")));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_drives_a_terminal_is_escaped_and_stays_the_same_text() {
        for text in [
            "\u{1b}[2J",
            "\u{9b}31m",
            "\u{7f}",
            "a\u{202e}b",
            "\u{e0041}",
            "\u{3164}\u{ad}\u{feff}\u{2028}",
            "\u{e0100}",
            "z\u{301}\u{301}\u{301}\u{301}",
            "Träger\t\n",
            "🙂",
        ] {
            let json = to_line(&text);
            let mut displayable = Displayable::default();
            assert!(json.chars().all(|c| displayable.takes(c)), "{json:?}");
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
