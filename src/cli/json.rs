//! Values as lines of JSON that a terminal may show.

use serde::Serialize;

use crate::base::escaped_json;

/// An id with its label; sums and offers without a value have a label only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct LabelledId {
    pub id: Option<String>,
    pub label: String,
}

/// So many of the words of the question have the best hits, where none has them all.
#[derive(Serialize)]
pub(super) struct PartialJson {
    matched: u32,
    of: u32,
}

impl From<(u32, u32)> for PartialJson {
    fn from((matched, of): (u32, u32)) -> Self {
        Self { matched, of }
    }
}

/// The value as one line, [`escaped_json`].
pub(super) fn to_line(value: &impl Serialize) -> String {
    // The values are plain structs with text keys; there is nothing that could not be written.
    escaped_json(serde_json::to_string(value).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Displayable;

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
