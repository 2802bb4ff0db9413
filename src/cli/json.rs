//! JSON that a terminal may show: what could drive it is escaped.

use serde::Serialize;

use crate::catalogue::hostile_character;

/// The value as one line. What JSON leaves as it is and a terminal would obey is written as `\uXXXX`: the same text to a
/// program, harmless to a reader.
pub(super) fn to_line(value: &impl Serialize) -> String {
    // The values are plain structs with text keys; there is nothing that could not be written.
    let json = serde_json::to_string(value).unwrap_or_default();
    if hostile_character(&json).is_none() {
        return json;
    }
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if hostile_character(c.encode_utf8(&mut [0; 4])).is_some() {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| escaped.push_str(&format!("\\u{unit:04x}")));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_drives_a_terminal_is_escaped_and_stays_the_same_text() {
        for text in ["\u{1b}[2J", "\u{9b}31m", "\u{7f}", "a\u{202e}b", "\u{e0041}", "Träger\t\n", "🙂"] {
            let json = to_line(&text);
            assert!(hostile_character(&json).is_none(), "{json:?}");
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
