//! A fault in a file, as a value: what is wrong, where, and the words that its message needs.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Location, Text, nearest};

/// How bad it is. Errors make `lotse check` answer "no"; warnings are things to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Has to be mended.
    Error,
    /// Should be looked at.
    Warning,
}

/// What can be wrong with one sort of file.
pub trait DiagnosticCode: Copy + Eq + fmt::Debug + 'static {
    /// Beginning of the Fluent keys: the message of a fault is `<prefix>-<code>`, its advice `<prefix>-<code>-hint`.
    const PREFIX: &'static str;

    /// The stable name, as scripts and people read it.
    fn as_str(self) -> &'static str;

    /// How bad this fault is.
    fn severity(self) -> Severity;

    /// Words of a file as its faults quote them.
    fn quoted(words: &str) -> Text {
        Text::line(words)
    }

    /// The known word that was probably meant.
    fn meant<'k>(wrong: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
        nearest(wrong, known)
    }
}

/// One fault: what, where, and the words that its message needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic<C> {
    /// What is wrong.
    pub code: C,
    /// Where.
    pub location: Location,
    /// The variables of the Fluent message.
    pub details: Vec<(Box<str>, Text)>,
    /// The word that was probably meant.
    pub suggestion: Option<Text>,
}

impl<C: DiagnosticCode> Diagnostic<C> {
    /// A fault without further words.
    pub fn new(code: C, location: Location) -> Self {
        Self { code, location, details: Vec::new(), suggestion: None }
    }

    /// Adds a variable of the message.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.details.push((name.into(), C::quoted(value)));
        self
    }

    /// Adds the word that was probably meant, chosen from `known`.
    pub fn suggest<'a>(mut self, wrong: &str, known: impl Iterator<Item = &'a str>) -> Self {
        self.suggestion = C::meant(wrong, known).map(C::quoted);
        self
    }

    /// Adds what was certainly meant, if anything was.
    pub fn suggest_this(mut self, meant: Option<&str>) -> Self {
        self.suggestion = meant.map(C::quoted).or(self.suggestion);
        self
    }

    /// A variable of the message.
    pub fn detail(&self, name: &str) -> Option<&Text> {
        self.details.iter().find(|(known, _)| &**known == name).map(|(_, value)| value)
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// For logs; users read `localize`.
impl<C: DiagnosticCode> fmt::Display for Diagnostic<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.location, self.code.as_str())?;
        for (name, value) in &self.details {
            write!(f, ", {name} \"{value}\"")?;
        }
        Ok(())
    }
}
