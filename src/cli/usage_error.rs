//! What clap finds wrong with the arguments, in the chosen language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{CliError, Exit, errors::did_you_mean};
use crate::{base::Text, locale::Texts};

/// The error of clap as one of Lotse's own, with the nearest word where one was probably meant.
pub(super) fn usage(error: &clap::Error, subcommand: Option<&str>, texts: &Texts) -> CliError {
    let (argument, given) =
        (context_text(error, ContextKind::InvalidArg), context_text(error, ContextKind::InvalidValue));
    let new = |key: &str, value: &str| {
        let args = [("argument", argument.as_str().into()), ("value", value.into())];
        CliError::new(Exit::Usage, texts.with(key, &args))
    };
    let answer = match error.kind() {
        ErrorKind::UnknownArgument => suggest(new("cli-unknown-argument", ""), error, ContextKind::SuggestedArg, texts),
        ErrorKind::InvalidSubcommand => {
            let word = context_text(error, ContextKind::InvalidSubcommand);
            let answer = new("cli-unknown-command", &word);
            match nearest(error, ContextKind::SuggestedSubcommand) {
                known if known.is_empty() => {
                    answer.hint(texts.with("cli-unknown-command-hint", &[("value", word.into())]))
                }
                known => answer.hint(did_you_mean(&known, texts)),
            }
        }
        ErrorKind::InvalidValue if given.is_empty() => new("cli-missing-value", ""),
        ErrorKind::InvalidValue => invalid_value(new("cli-invalid-value", &given), error, texts),
        ErrorKind::ValueValidation => new("cli-invalid-number", &given),
        ErrorKind::MissingRequiredArgument => new("cli-missing-argument", ""),
        ErrorKind::ArgumentConflict => match context_text(error, ContextKind::PriorArg) {
            other if other.is_empty() || other == argument => new("cli-argument-twice", ""),
            other => new("cli-argument-conflict", &other),
        },
        ErrorKind::TooManyValues => new("cli-value-not-wanted", &given),
        ErrorKind::InvalidUtf8 => new("cli-not-utf8", ""),
        _ => new("cli-wrong-use", ""),
    };
    let command = subcommand.map_or_else(|| "lotse --help".to_owned(), |name| format!("lotse {name} --help"));
    answer.hint(texts.with("cli-see-help", &[("command", command.into())]))
}

/// Adds the nearest possible value, else all of them.
fn invalid_value(answer: CliError, error: &clap::Error, texts: &Texts) -> CliError {
    if !context_text(error, ContextKind::SuggestedValue).is_empty() {
        return suggest(answer, error, ContextKind::SuggestedValue, texts);
    }
    answer.hint(texts.with("cli-one-of", &[("values", context_text(error, ContextKind::ValidValue).into())]))
}

fn suggest(answer: CliError, error: &clap::Error, kind: ContextKind, texts: &Texts) -> CliError {
    match nearest(error, kind) {
        word if word.is_empty() => answer,
        word => answer.hint(did_you_mean(&word, texts)),
    }
}

/// Of several suggestions clap names the best one last.
fn nearest(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::Strings(words)) => Text::line(words.last().map_or("", String::as_str)).to_string(),
        _ => context_text(error, kind),
    }
}

/// What clap says of one aspect, displayable; empty when it says nothing.
fn context_text(error: &clap::Error, kind: ContextKind) -> String {
    let text = match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    };
    Text::line(&text).to_string()
}
