//! Values as lines of JSON that a terminal may show.

use serde::Serialize;

use crate::exchange::escaped;

/// The value as one line, [`escaped`].
pub(super) fn to_line(value: &impl Serialize) -> String {
    // The values are plain structs with text keys; there is nothing that could not be written.
    escaped(serde_json::to_string(value).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Displayable;

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
