//! How a command ends: with an exit code, and where it could not do its work with a sentence and what to do about it.

use std::process::ExitCode;

use crate::base::harmless;

/// How a command ended; README.md lists the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: done.
    Done,
    /// 1: the answer is "no": no hit, or check found errors.
    No,
    /// 2: wrong use.
    Usage,
    /// 3: the catalogue or a file could not be read or written.
    Unreadable,
    /// 130: Ctrl-C has ended it early.
    Interrupted,
}

impl Exit {
    /// The worse of two: what a command answers that has done several things.
    pub(super) fn worse(self, other: Self) -> Self {
        if other as u8 > self as u8 { other } else { self }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::No => 1,
            Exit::Usage => 2,
            Exit::Unreadable => 3,
            // What shells report of a program that Ctrl-C has ended.
            Exit::Interrupted => 130,
        })
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) struct CliError {
    pub exit: Exit,
    message: String,
    hints: Vec<String>,
}

impl CliError {
    pub(super) fn new(exit: Exit, message: String) -> Self {
        Self { exit, message: harmless(&message).into_owned(), hints: Vec::new() }
    }

    /// Adds what to do about it, on a line of its own.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(harmless(&hint.into()).into_owned());
        self
    }

    /// Adds one more error of the same sort.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.hints.push(other.message);
        self.hints.extend(other.hints);
        self
    }

    pub(super) fn words(&self) -> (&str, &[String]) {
        (&self.message, &self.hints)
    }
}
