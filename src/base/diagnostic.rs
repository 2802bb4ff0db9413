//! A fault in a file, as a value: what is wrong, where, and the words that its message needs.

use std::{fmt, io};

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

/// The codes of one sort of file, as a type: their stable names and how bad they are. Behind `=>` may stand what else
/// the type says of itself as a [`DiagnosticCode`].
macro_rules! diagnostic_codes {
    (
        $(#[$about:meta])* $name:ident in $prefix:literal {
            $($(#[$doc:meta])* $variant:ident = $code:literal $severity:ident),+ $(,)?
        } $($other:item)*
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name, as scripts and people read it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// How bad this fault is.
            pub fn severity(self) -> $crate::base::Severity {
                match self { $(Self::$variant => $crate::base::Severity::$severity),+ }
            }
        }

        impl $crate::base::DiagnosticCode for $name {
            const PREFIX: &'static str = $prefix;

            fn as_str(self) -> &'static str {
                self.as_str()
            }

            fn severity(self) -> $crate::base::Severity {
                self.severity()
            }

            $($other)*
        }
    };
}

pub(crate) use diagnostic_codes;

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

    /// Adds what the system says as the variable `reason`, in words that can be told in the user's language: with the
    /// number that the system has for them, else those of the kind of error.
    pub fn with_cause(self, cause: &io::Error) -> Self {
        let known = cause.raw_os_error().is_some() || cause.kind() == io::ErrorKind::Other;
        self.with("reason", &if known { cause.to_string() } else { cause.kind().to_string() })
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
