//! The only way to stdout and stderr: whatever a text holds, it does not drive the terminal. A closed pipe is no error.

use std::{
    borrow::Cow,
    io::{self, ErrorKind, IsTerminal as _, Write},
    path::Path,
};

use textwrap::{Options, WordSplitter};

use super::{CliError, Exit};
use crate::{
    base::{Text, harmless},
    locale::{Localize as _, Texts},
};

/// Writes a result to stdout, with a line break at its end. A closed pipe is fine: the reader has seen enough.
pub(super) fn print(text: &str, texts: &Texts) -> Result<(), CliError> {
    print_styled(text, false, texts)
}

/// The same for a text in which Lotse itself has put colours, where `styled` says that stdout takes them.
pub(super) fn print_styled(text: &str, styled: bool, texts: &Texts) -> Result<(), CliError> {
    let shown = if styled { harmless_between_colours(text) } else { harmless(text) };
    // The mark is for files and the programs that read them.
    let on_screen = io::stdout().is_terminal();
    let shown = if on_screen { shown.trim_start_matches('\u{FEFF}') } else { &*shown };
    let line_break = if shown.is_empty() || shown.ends_with('\n') { "" } else { "\n" };
    print_bytes(&[shown.as_bytes(), line_break.as_bytes()], texts)
}

/// A text that keeps its colour sequences (`ESC [ digits ; ... m`) and nothing else that drives a terminal. What comes
/// from a file holds none: it became displayable when it was read.
fn harmless_between_colours(text: &str) -> Cow<'_, str> {
    let mut parts = text.split('\u{1b}');
    let mut shown = harmless(parts.next().unwrap_or_default()).into_owned();
    for part in parts {
        match colour_before(part) {
            Some(rest) => {
                shown.push('\u{1b}');
                shown.push_str(part.strip_suffix(rest).unwrap_or_default());
                shown.push_str(&harmless(rest));
            }
            None => shown.push_str(&harmless(&format!("\u{1b}{part}"))),
        }
    }
    Cow::Owned(shown)
}

/// What follows `[ digits ; ... m`, if the text begins with that.
fn colour_before(text: &str) -> Option<&str> {
    let end = text.strip_prefix('[')?.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
    end.strip_prefix('m')
}

/// Writes a result that is no text, such as a workbook, to stdout. A closed pipe is fine here as well.
pub(super) fn print_bytes(parts: &[&[u8]], texts: &Texts) -> Result<(), CliError> {
    let mut stdout = io::stdout().lock();
    let written = parts.iter().try_for_each(|part| stdout.write_all(part)).and_then(|()| stdout.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let reason = error.localize(texts);
            Err(CliError::new(Exit::Unreadable, texts.with("cli-output-failed", &[("reason", reason.into())])))
        }
        _ => Ok(()),
    }
}

/// Writes one line to stderr. Where even that fails there is nobody left to tell.
pub(super) fn note(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", harmless(line));
}

/// A path as it may be printed.
pub(super) fn shown(path: &Path) -> String {
    Text::path(path).to_string()
}

/// Writes an error to stderr, with what to do about it on lines of its own.
pub(super) fn print_error(error: &CliError, texts: &Texts) {
    let (message, hints) = error.words();
    note(&texts.with("cli-error", &[("message", message.into())]));
    hints.iter().for_each(|hint| note(hint));
}

/// Writes a question to stderr; the answer is typed behind it.
pub(super) fn ask(question: &str) {
    let _ = write!(io::stderr().lock(), "{} ", harmless(question));
}

/// Writes over the line that stands on the terminal, of which `blanks` characters are still to be seen behind the new one.
pub(super) fn rewrite_line(line: &str, blanks: usize) {
    let _ = write!(io::stderr().lock(), "\r{}{}", Text::line(line), " ".repeat(blanks));
}

/// Takes away the line that stands on the terminal, of so many characters.
pub(super) fn clear_line(characters: usize) {
    let _ = write!(io::stderr().lock(), "\r{}\r", " ".repeat(characters));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_colours_of_ones_own_pass() {
        for (text, shown) in [
            ("\u{1b}[1;31mrot\u{1b}[0m", "\u{1b}[1;31mrot\u{1b}[0m"),
            ("\u{1b}[mä\u{1b}[38;5;12m", "\u{1b}[mä\u{1b}[38;5;12m"),
            ("\u{1b}[2Jweg", "␛[2Jweg"),
            ("\u{1b}]52;c;QQ\u{7}", "␛]52;c;QQ␇"),
            ("\u{1b}[1\u{9b}m", "␛[1\u{FFFD}m"),
            ("\u{1b}[1", "␛[1"),
            ("\u{1b}", "␛"),
            ("\u{1b}\u{1b}[1m\u{202e}x", "␛\u{1b}[1mx"),
        ] {
            assert_eq!(harmless_between_colours(text), shown, "{text:?}");
        }
    }
}
