//! Writes to stdout and stderr. Nothing here panics, and whoever stops listening is no error.

use std::{
    borrow::Cow,
    io::{self, ErrorKind, Write},
};

use textwrap::{Options, WordSplitter};

use super::{Exit, errors::CliError};
use crate::locale::Texts;

/// Writes a result to stdout, with a line break at its end. A closed pipe is fine: the reader has seen enough.
///
/// # Errors
/// When stdout cannot be written, on a full disk for example.
pub(super) fn print(text: &str, texts: &Texts) -> Result<(), CliError> {
    let line_break = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    print_bytes(&[text.as_bytes(), line_break.as_bytes()], texts)
}

/// Writes a result that is no text, or must stay as it is, to stdout. A closed pipe is fine here as well.
///
/// # Errors
/// When stdout cannot be written.
pub(super) fn print_bytes(parts: &[&[u8]], texts: &Texts) -> Result<(), CliError> {
    let mut stdout = io::stdout().lock();
    let written = parts.iter().try_for_each(|part| stdout.write_all(part)).and_then(|()| stdout.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let reason = crate::locale::system::reason(&error, texts);
            Err(CliError::new(Exit::Unreadable, texts.with("cli-output-failed", &[("reason", reason.into())])))
        }
        _ => Ok(()),
    }
}

/// Writes one line to stderr. Where even that fails there is nobody left to tell.
pub(super) fn note(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Columns to wrap text in.
fn width() -> usize {
    let terminal = terminal_size::terminal_size_of(io::stdout());
    terminal.map_or(80, |(width, _)| usize::from(width.0).clamp(20, 100))
}

/// The text in lines that fit the terminal. Ids and web addresses stay whole, so that they can be copied.
pub(super) fn wrapped(text: &str, first: &str, rest: &str) -> Vec<String> {
    let options = Options::new(width())
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(Cow::into_owned).collect()
}
