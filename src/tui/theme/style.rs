//! The words of a style: `bold yellow on blue`, `reverse`, `underline #rrggbb`.

use ratatui::style::{Color, Modifier, Style};

const MODIFIERS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

const COLOURS: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("gray", Color::Gray),
    ("dark-gray", Color::DarkGray),
    ("light-red", Color::LightRed),
    ("light-green", Color::LightGreen),
    ("light-yellow", Color::LightYellow),
    ("light-blue", Color::LightBlue),
    ("light-magenta", Color::LightMagenta),
    ("light-cyan", Color::LightCyan),
    ("white", Color::White),
];

/// Reads a style; on failure names the word that is not understood.
pub(super) fn parse(text: &str) -> Result<Style, String> {
    let mut style = Style::default();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if let Some((_, modifier)) = MODIFIERS.iter().find(|(name, _)| *name == word) {
            style = style.add_modifier(*modifier);
        } else if word == "on" {
            let ground = words.next().ok_or(word)?;
            style = style.bg(colour(ground).ok_or(ground)?);
        } else {
            style = style.fg(colour(word).ok_or(word)?);
        }
    }
    Ok(style)
}

pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let modifiers = MODIFIERS.iter().map(|(name, _)| *name);
    modifiers.chain(COLOURS.iter().map(|(name, _)| *name))
}

fn colour(word: &str) -> Option<Color> {
    let named = COLOURS.iter().find(|(name, _)| *name == word);
    match (named, word.strip_prefix('#')) {
        (Some((_, colour)), _) => Some(*colour),
        // Checked here because from_str_radix would also take a sign.
        (None, Some(hex)) if hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()) => {
            let number = u32::from_str_radix(hex, 16).ok()?;
            Some(Color::from_u32(number))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::DiagnosticCode, config::SettingsCode};

    #[test]
    fn styles_are_read_word_by_word() {
        for (text, expected) in [
            ("", Ok(Style::default())),
            ("reverse", Ok(Style::default().reversed())),
            ("bold yellow on blue", Ok(Style::default().bold().yellow().on_blue())),
            ("underline #ff8000", Ok(Style::default().underlined().fg(Color::Rgb(255, 128, 0)))),
            ("on default", Ok(Style::default().bg(Color::Reset))),
            ("bold yelow", Err("yelow")),
            ("on", Err("on")),
            ("red on", Err("on")),
            ("#ff80", Err("#ff80")),
            ("#+ff800", Err("#+ff800")),
            ("#äöü", Err("#äöü")),
        ] {
            assert_eq!(parse(text), expected.map_err(str::to_owned), "{text}");
        }
        assert_eq!(SettingsCode::meant("yelow", words()), Some("yellow"));
        assert_eq!(SettingsCode::meant("boldd", words()), Some("bold"));
    }
}
