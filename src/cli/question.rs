//! Questions that are answered at the terminal with yes or no.

use std::io::{self, BufRead as _, IsTerminal as _};

use super::output;
use crate::locale::Texts;

/// True where there is somebody who can read a question and answer it.
pub(super) fn can_be_answered() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks a question that "ja" or "yes" agrees to; silence does not.
pub(super) fn is_agreed(question: &str, texts: &Texts) -> bool {
    ask(question, texts) == Some(true)
}

/// Asks a question that can be answered with yes or no; `None` for every other answer, and for none.
pub(super) fn ask(question: &str, texts: &Texts) -> Option<bool> {
    output::ask(question);
    let mut answer = String::new();
    let _ = io::stdin().lock().read_line(&mut answer);
    let answer = answer.trim().to_lowercase();
    let is_one_of = |key: &str| texts.get(key).split(' ').any(|word| word == answer);
    match answer.is_empty() {
        true => None,
        false => is_one_of("cli-yes").then_some(true).or_else(|| is_one_of("cli-no").then_some(false)),
    }
}
