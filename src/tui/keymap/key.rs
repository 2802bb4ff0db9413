//! One key with its modifiers: read from a key file, met in an event, printed for files and for people.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::{base::coded_enum, locale::Texts};

/// A key, its name in key files as it is printed, other names there, and the key of the word for people.
type NamedKey<T> = (T, &'static str, &'static [&'static str], &'static str);

const NAMED: &[NamedKey<KeyCode>] = &[
    (KeyCode::Enter, "enter", &["return", "eingabe"], "key-enter"),
    (KeyCode::Esc, "esc", &["escape"], "key-esc"),
    (KeyCode::Tab, "tab", &[], "key-tab"),
    (KeyCode::Backspace, "backspace", &[], "key-backspace"),
    (KeyCode::Delete, "delete", &["del", "entf"], "key-delete"),
    (KeyCode::Insert, "insert", &["ins", "einfg"], "key-insert"),
    (KeyCode::Up, "up", &[], "key-up"),
    (KeyCode::Down, "down", &[], "key-down"),
    (KeyCode::Left, "left", &[], "key-left"),
    (KeyCode::Right, "right", &[], "key-right"),
    (KeyCode::Home, "home", &["pos1"], "key-home"),
    (KeyCode::End, "end", &["ende"], "key-end"),
    (KeyCode::PageUp, "pageup", &["pgup"], "key-pageup"),
    (KeyCode::PageDown, "pagedown", &["pgdn"], "key-pagedown"),
    (KeyCode::Char(' '), "space", &["leertaste"], "key-space"),
];

const MODIFIERS: &[NamedKey<KeyModifiers>] = &[
    (KeyModifiers::CONTROL, "ctrl", &["strg"], "key-ctrl"),
    (KeyModifiers::ALT, "alt", &[], "key-alt"),
    (KeyModifiers::SHIFT, "shift", &["umschalt"], "key-shift"),
];

coded_enum! {
    /// Why a key cannot be bound.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum KeyFault {
        /// There is no such key.
        Unknown = "unknown",
        /// Ctrl+Alt is AltGr on German keyboards and writes text.
        CtrlAlt = "ctrl-alt",
        /// A plain character belongs to the search line.
        PlainText = "plain-text",
        /// Terminals send Ctrl+I, Ctrl+M and Ctrl+[ as Tab, Enter and Esc.
        NeverArrives = "never-arrives",
    }
}

impl KeyFault {}

/// A key in one normal form: letters small with shift as modifier, no BackTab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

impl Key {
    /// The key of an event. A release is no key, and neither is Ctrl+Alt: on German keyboards that is AltGr and text.
    pub fn from_event(event: &KeyEvent) -> Option<Self> {
        let known = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let usable =
            event.kind != KeyEventKind::Release && known.contains(event.modifiers) && !event.modifiers.contains(alt_gr);
        usable.then(|| Self::normal(event.code, event.modifiers))
    }

    /// The event that this key sends, for tests that press keys.
    pub fn to_event(self) -> KeyEvent {
        KeyEvent::new(self.code, self.modifiers)
    }

    /// Reads `ctrl-f`, `shift-down`, `f2`, `backtab` and the like.
    ///
    /// # Errors
    /// Says why this cannot be bound.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        let lower = text.trim().to_lowercase();
        let (mut modifiers, mut rest) = (KeyModifiers::NONE, lower.as_str());
        while let Some((modifier, after)) = leading_modifier(rest) {
            modifiers |= modifier;
            rest = after;
        }
        let code = code(rest).ok_or(KeyFault::Unknown)?;
        let key = Self::normal(code, modifiers);
        match key.fault() {
            Some(fault) => Err(fault),
            None => Ok(key),
        }
    }

    /// The words for people: `Strg+F`, `Umschalt+↓`, `Bild↓`.
    pub fn localize(&self, texts: &Texts) -> String {
        let mut label = String::new();
        for (modifier, _, _, word) in MODIFIERS {
            if self.modifiers.contains(*modifier) {
                label.push_str(&texts.get(word));
                label.push('+');
            }
        }
        match (named(self.code), self.code) {
            (Some((_, _, _, word)), _) => label.push_str(&texts.get(word)),
            (None, KeyCode::Char(c)) => label.extend(c.to_uppercase()),
            (None, KeyCode::F(number)) => label.push_str(&format!("F{number}")),
            (None, _) => label.push('?'),
        }
        label
    }

    fn normal(code: KeyCode, mut modifiers: KeyModifiers) -> Self {
        let code = match code {
            KeyCode::BackTab => {
                modifiers.insert(KeyModifiers::SHIFT);
                KeyCode::Tab
            }
            KeyCode::Char(c) if c.is_uppercase() => {
                modifiers.insert(KeyModifiers::SHIFT);
                KeyCode::Char(c.to_lowercase().next().unwrap_or(c))
            }
            // Shift+1 arrives as "!": the character already tells that Shift was held.
            KeyCode::Char(c) if !c.is_alphabetic() && c != ' ' => {
                modifiers.remove(KeyModifiers::SHIFT);
                code
            }
            _ => code,
        };
        Self { code, modifiers }
    }

    fn fault(&self) -> Option<KeyFault> {
        let ctrl = self.modifiers.contains(KeyModifiers::CONTROL);
        let alt = self.modifiers.contains(KeyModifiers::ALT);
        match self.code {
            _ if ctrl && alt => Some(KeyFault::CtrlAlt),
            KeyCode::Char(_) if !ctrl && !alt => Some(KeyFault::PlainText),
            KeyCode::Char('i' | 'm' | '[') if ctrl => Some(KeyFault::NeverArrives),
            _ => None,
        }
    }
}

/// Prints the form that `parse` reads.
impl std::fmt::Display for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (modifier, name, _, _) in MODIFIERS {
            if self.modifiers.contains(*modifier) {
                write!(out, "{name}-")?;
            }
        }
        match (named(self.code), self.code) {
            (Some((_, name, _, _)), _) => out.write_str(name),
            (None, KeyCode::Char(c)) => write!(out, "{c}"),
            (None, KeyCode::F(number)) => write!(out, "f{number}"),
            (None, _) => out.write_str("?"),
        }
    }
}

fn named(code: KeyCode) -> Option<&'static NamedKey<KeyCode>> {
    NAMED.iter().find(|(known, ..)| *known == code)
}

/// The key that has this name, the printed one or another.
fn with_name<T>(keys: &'static [NamedKey<T>], name: &str) -> Option<&'static NamedKey<T>> {
    keys.iter().find(|(_, printed, others, _)| *printed == name || others.contains(&name))
}

fn leading_modifier(text: &str) -> Option<(KeyModifiers, &str)> {
    let end = text.find(['-', '+'])?;
    let (name, rest) = (&text[..end], &text[end + 1..]);
    let (modifier, ..) = with_name(MODIFIERS, name)?;
    (!rest.is_empty()).then_some((*modifier, rest))
}

fn code(name: &str) -> Option<KeyCode> {
    let mut characters = name.chars();
    match (with_name(NAMED, name), characters.next(), characters.as_str()) {
        (Some((code, ..)), _, _) => Some(*code),
        _ if name == "backtab" => Some(KeyCode::BackTab),
        (None, Some(c), "") if !c.is_control() => Some(KeyCode::Char(c)),
        (None, Some('f'), number) => {
            let number = number.parse().ok()?;
            (1..=24).contains(&number).then_some(KeyCode::F(number))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn keys_are_read_printed_and_named_for_people() {
        for (written, printed, german, english) in [
            ("ctrl-f", "ctrl-f", "Strg+F", "Ctrl+F"),
            ("Strg+F", "ctrl-f", "Strg+F", "Ctrl+F"),
            ("alt-enter", "alt-enter", "Alt+Eingabe", "Alt+Enter"),
            ("shift-down", "shift-down", "Umschalt+↓", "Shift+↓"),
            ("ctrl-shift-home", "ctrl-shift-home", "Strg+Umschalt+Pos1", "Ctrl+Shift+Home"),
            ("f2", "f2", "F2", "F2"),
            ("shift-f8", "shift-f8", "Umschalt+F8", "Shift+F8"),
            ("esc", "esc", "Esc", "Esc"),
            ("pagedown", "pagedown", "Bild↓", "PgDn"),
            ("backtab", "shift-tab", "Umschalt+Tab", "Shift+Tab"),
            ("alt-1", "alt-1", "Alt+1", "Alt+1"),
            ("ctrl--", "ctrl--", "Strg+-", "Ctrl+-"),
            ("ctrl-space", "ctrl-space", "Strg+Leertaste", "Ctrl+Space"),
            ("alt-ä", "alt-ä", "Alt+Ä", "Alt+Ä"),
        ] {
            let key = Key::parse(written).expect(written);
            assert_eq!(key.to_string(), printed);
            assert_eq!(Key::parse(&key.to_string()), Ok(key), "round trip");
            assert_eq!(key.localize(&Texts::new(Lang::De)), german);
            assert_eq!(key.localize(&Texts::new(Lang::En)), english);
        }
    }

    #[test]
    fn keys_that_cannot_work_are_refused() {
        for (written, fault) in [
            ("", KeyFault::Unknown),
            ("ctrl-", KeyFault::Unknown),
            ("f0", KeyFault::Unknown),
            ("f25", KeyFault::Unknown),
            ("super-a", KeyFault::Unknown),
            ("ctrl-alt-q", KeyFault::CtrlAlt),
            ("alt-ctrl-f2", KeyFault::CtrlAlt),
            ("a", KeyFault::PlainText),
            ("A", KeyFault::PlainText),
            ("space", KeyFault::PlainText),
            ("ctrl-i", KeyFault::NeverArrives),
            ("ctrl-m", KeyFault::NeverArrives),
        ] {
            assert_eq!(Key::parse(written), Err(fault), "{written}");
        }
    }

    #[test]
    fn events_come_in_one_normal_form() {
        let event = |code, modifiers| Key::from_event(&KeyEvent::new(code, modifiers));
        let ctrl = KeyModifiers::CONTROL;
        let (alt, shift) = (KeyModifiers::ALT, KeyModifiers::SHIFT);
        for (code, modifiers, name) in [
            (KeyCode::BackTab, KeyModifiers::NONE, "shift-tab"),
            (KeyCode::BackTab, shift, "shift-tab"),
            (KeyCode::Tab, shift, "shift-tab"),
            (KeyCode::Char('F'), alt, "alt-shift-f"),
            (KeyCode::Char('f'), alt | shift, "alt-shift-f"),
            (KeyCode::Char('1'), alt | shift, "alt-1"),
            (KeyCode::Char('h'), ctrl, "ctrl-h"),
        ] {
            assert_eq!(event(code, modifiers), Key::parse(name).ok(), "{name}");
        }
        assert_eq!(event(KeyCode::Char('q'), ctrl | alt), None, "AltGr+Q is @");
        assert_eq!(event(KeyCode::Char('q'), KeyModifiers::SUPER), None);
        let release = KeyEvent::new_with_kind(KeyCode::Esc, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(Key::from_event(&release), None);
        let repeat = KeyEvent::new_with_kind(KeyCode::Esc, KeyModifiers::NONE, KeyEventKind::Repeat);
        assert_eq!(Key::from_event(&repeat), Key::parse("esc").ok());
    }
}
