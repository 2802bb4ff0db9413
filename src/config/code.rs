//! What can be wrong with settings, keys and themes, by stable codes.

use crate::base::{Diagnostic, Text, diagnostic_codes, is_displayable, nearest_name, toml::TomlCode};

/// One thing in a settings file that Lotse cannot use. The rest of the file counts all the same.
pub type SettingsFault = Diagnostic<SettingsCode>;

diagnostic_codes! {
    /// What is wrong with a file of settings, keys or themes. Its words stand in the Fluent files as
    /// `settings-<code>` and `settings-<code>-hint`.
    SettingsCode in "settings" {
        /// The file could not be read.
        Unreadable = "unreadable" Error,
        /// Not TOML.
        Syntax = "syntax" Warning,
        /// A setting that does not exist.
        UnknownKey = "unknown-key" Warning,
        /// A value of the wrong type.
        WrongType = "wrong-type" Warning,
        /// A value that its list does not have.
        UnknownValue = "unknown-value" Warning,
        /// A path with control characters, which backslashes in double quotes have become.
        EscapedPath = "escaped-path" Warning,
        /// An action that does not exist.
        UnknownAction = "unknown-action" Warning,
        /// A context of keys that does not exist.
        UnknownContext = "unknown-context" Warning,
        /// A key that cannot be bound.
        BadKey = "bad-key" Warning,
        /// A key that stands twice at one action.
        KeyRepeated = "key-repeated" Warning,
        /// A key for two actions.
        KeyTwice = "key-twice" Warning,
        /// A key that another action had.
        KeyTaken = "key-taken" Warning,
        /// An action that nobody can do without was left no key.
        KeyNeeded = "key-needed" Warning,
        /// A theme that does not exist.
        UnknownTheme = "unknown-theme" Warning,
        /// A home place that the catalogue does not have.
        UnknownPlace = "unknown-place" Warning,
        /// A role that themes do not have.
        UnknownRole = "unknown-role" Warning,
        /// A word that is no style.
        BadStyle = "bad-style" Warning,
    }

    /// Words from a file must not fill the screen. What is not seen leaves a mark: else nobody would know what is wrong
    /// with a key.
    fn quoted(words: &str) -> Text {
        const LONGEST: usize = 300;
        let shown = words.chars().take(LONGEST).map(|c| match c {
            '\n' | '\t' => ' ',
            c if is_displayable(c) => c,
            _ => '\u{FFFD}',
        });
        Text::line(&shown.collect::<String>())
    }

    /// Names of settings and actions are few and long, so what is less near than a slip of the finger is meant as well.
    fn meant<'k>(wrong: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
        nearest_name(wrong, known)
    }
}

impl TomlCode for SettingsCode {
    const SYNTAX: Self = Self::Syntax;
    const UNKNOWN_KEY: Self = Self::UnknownKey;
    const WRONG_TYPE: Self = Self::WrongType;
    const UNKNOWN_VALUE: Self = Self::UnknownValue;
}
