//! What can be wrong in a settings file, with its place and a hint, told in the user's language.

use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::{
    base::{Text, is_displayable, nearest},
    locale::{Arg, Texts, system, toml_reasons},
};

/// Where something stands in a file; lines and columns count from one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePosition {
    /// The file.
    pub file: Arc<Path>,
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// A value together with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: FilePosition,
}

/// What a setting should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Expected {
    Text,
    Flag,
    List,
    Table,
}

/// A fault without its place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)] // One sentence per kind stands in the texts.
pub enum FaultKind {
    Unreadable { kind: io::ErrorKind, detail: String },
    Syntax { detail: String },
    UnknownKey { key: String },
    WrongType { key: String, expected: Expected },
    UnknownValue { key: String, value: String },
    UnknownAction { name: String },
    UnknownContext { name: String },
    BadKey { key: String, reason: KeyFault },
    KeyTwice { key: String, action: String, other: String },
    KeyTaken { key: String, action: String, other: String },
    KeyNeeded { action: String },
    UnknownTheme { name: String },
    UnknownRole { name: String },
    BadStyle { role: String, word: String },
}

/// Why a key cannot be bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFault {
    /// There is no such key.
    Unknown,
    /// Ctrl+Alt is AltGr on German keyboards and writes text.
    CtrlAlt,
    /// A plain character belongs to the search line.
    PlainText,
    /// Terminals send Ctrl+I, Ctrl+M and Ctrl+[ as Tab, Enter and Esc.
    NeverArrives,
}

/// What would be right instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// "Did you mean ...?"
    Meant(String),
    /// These values are possible.
    OneOf(Vec<String>),
    /// There is such a setting, but under this section; without a name, above all of them.
    Belongs(&'static str),
}

impl Hint {
    /// The known name nearest to this one, when one is near enough to be meant.
    pub fn closest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        nearest(name, known).map(|known| Self::Meant(known.to_owned()))
    }

    /// The closest name, or else the whole list, for short lists.
    pub fn closest_or_all(name: &str, known: &[&str]) -> Self {
        Self::closest(name, known.iter().copied())
            .unwrap_or_else(|| Self::OneOf(known.iter().map(|&name| name.to_owned()).collect()))
    }

    fn localize(&self, texts: &Texts) -> String {
        match self {
            Self::Meant(name) => texts.with("settings-hint-meant", &[("name", visible(name))]),
            Self::Belongs("") => texts.get("settings-hint-top").into_owned(),
            Self::Belongs(section) => texts.with("settings-hint-section", &[("section", visible(section))]),
            Self::OneOf(names) => texts.with("settings-hint-one-of", &[("names", visible(&names.join(", ")))]),
        }
    }
}

/// One thing in a settings file that Lotse cannot use. The rest of the file counts all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsFault {
    /// Where; the line is 0 when the file as a whole is meant.
    pub place: FilePosition,
    /// What.
    pub kind: FaultKind,
    /// What would be right.
    pub hint: Option<Hint>,
}

impl SettingsFault {
    /// A fault at a place.
    pub fn new(place: &FilePosition, kind: FaultKind, hint: Option<Hint>) -> Self {
        Self { place: place.clone(), kind, hint }
    }

    /// The whole sentence: place, fault, hint.
    pub fn localize(&self, texts: &Texts) -> String {
        let file = self.place.file.display().to_string();
        let mut out = if self.place.line == 0 {
            texts.with("settings-at-file", &[("file", visible(&file))])
        } else {
            texts.with(
                "settings-at-line",
                &[
                    ("file", visible(&file)),
                    ("line", self.place.line.to_string().into()),
                    ("column", self.place.column.to_string().into()),
                ],
            )
        };
        out.push(' ');
        out.push_str(&self.kind.localize(texts));
        if let Some(hint) = &self.hint {
            out.push(' ');
            out.push_str(&hint.localize(texts));
        }
        out
    }
}

impl FaultKind {
    /// The fault without place and hint.
    pub fn localize(&self, texts: &Texts) -> String {
        match self {
            Self::Unreadable { kind, detail } => {
                let known = system::reason_of_words(detail, texts);
                let reason = known.unwrap_or_else(|| system::reason(&io::Error::new(*kind, detail.clone()), texts));
                texts.with("settings-unreadable", &[("detail", visible(&reason))])
            }
            Self::Syntax { detail } => {
                let known = toml_reasons::key(detail).map(|key| texts.get(key));
                texts.with("settings-syntax", &[("detail", visible(known.as_deref().unwrap_or(detail)))])
            }
            Self::UnknownKey { key } => texts.with("settings-unknown-key", &[("key", visible(key))]),
            Self::WrongType { key, expected } => {
                let expected = expected.localize(texts);
                let args = [("key", visible(key)), ("expected", expected.into())];
                texts.with("settings-wrong-type", &args)
            }
            Self::UnknownValue { key, value } => {
                let args = [("key", visible(key)), ("value", visible(value))];
                texts.with("settings-unknown-value", &args)
            }
            Self::UnknownTheme { name } => texts.with("theme-unknown", &[("name", visible(name))]),
            Self::UnknownRole { name } => texts.with("theme-unknown-role", &[("name", visible(name))]),
            Self::BadStyle { role, word } => {
                let args = [("role", visible(role)), ("word", visible(word))];
                texts.with("theme-bad-style", &args)
            }
            _ => self.localize_key(texts),
        }
    }

    fn localize_key(&self, texts: &Texts) -> String {
        let conflict =
            |key, action, other| [("key", visible(key)), ("action", visible(action)), ("other", visible(other))];
        match self {
            Self::UnknownAction { name } => texts.with("keys-unknown-action", &[("name", visible(name))]),
            Self::UnknownContext { name } => texts.with("keys-unknown-context", &[("name", visible(name))]),
            Self::BadKey { key, reason } => {
                let args = [("key", visible(key)), ("reason", reason.localize(texts).into())];
                texts.with("keys-bad-key", &args)
            }
            Self::KeyTwice { key, action, other } if action == other => {
                let args = [("key", visible(key)), ("action", visible(action))];
                texts.with("keys-repeated", &args)
            }
            Self::KeyTwice { key, action, other } => texts.with("keys-twice", &conflict(key, action, other)),
            Self::KeyTaken { key, action, other } => texts.with("keys-taken", &conflict(key, action, other)),
            Self::KeyNeeded { action } => texts.with("keys-needed", &[("action", visible(action))]),
            _ => String::new(),
        }
    }
}

impl Expected {
    fn localize(self, texts: &Texts) -> String {
        match self {
            Self::Text => texts.get("settings-expected-text"),
            Self::Flag => texts.get("settings-expected-flag"),
            Self::List => texts.get("settings-expected-list"),
            Self::Table => texts.get("settings-expected-table"),
        }
        .into_owned()
    }
}

impl KeyFault {
    fn localize(self, texts: &Texts) -> String {
        match self {
            Self::Unknown => texts.get("keys-reason-unknown"),
            Self::CtrlAlt => texts.get("keys-reason-ctrl-alt"),
            Self::PlainText => texts.get("keys-reason-plain-text"),
            Self::NeverArrives => texts.get("keys-reason-never-arrives"),
        }
        .into_owned()
    }
}

/// Words from a file must not drive the terminal, nor fill the screen. What is not seen leaves a mark: else nobody would
/// know what is wrong with a key.
fn visible(words: &str) -> Arg<'static> {
    const LONGEST: usize = 300;
    let shown = words.chars().take(LONGEST).map(|c| match c {
        '\n' | '\t' => ' ',
        c if is_displayable(c) => c,
        _ => '\u{FFFD}',
    });
    Arg::from(Text::line(&shown.collect::<String>()).to_string())
}
