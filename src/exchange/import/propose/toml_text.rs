//! Texts of a table as TOML.

use toml_writer::{ToTomlValue as _, TomlStringBuilder};

use crate::base::Displayable;

/// A text as TOML, in which nothing can drive a terminal or hide from a reader.
pub(in crate::exchange::import) fn toml_text(text: &str) -> String {
    let basic = TomlStringBuilder::new(text).as_basic().to_toml_value();
    let mut displayable = Displayable::default();
    let mut stays = |c: char| displayable.takes(c) || c.is_ascii();
    basic.chars().map(|c| if stays(c) { c.to_string() } else { format!("\\U{:08X}", u32::from(c)) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_could_drive_a_terminal_are_escaped_and_read_back() {
        for text in [
            "Wetzlar",
            "a\u{9b}2J",
            "b\u{202e}c",
            "\u{1b}]52;",
            "\u{e0041}",
            "\u{3164}z\u{301}\u{301}\u{301}",
            "ä \"quoted\" \\ x\ny",
        ] {
            let written = toml_text(text);
            assert_eq!(crate::base::harmless(&written), written);
            let read: toml::Table = format!("word = {written}").parse().unwrap();
            assert_eq!(read["word"].as_str(), Some(text));
        }
    }
}
