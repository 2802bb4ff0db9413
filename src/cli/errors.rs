//! What can go wrong on the command line, told in the chosen language with what to do about it.

use std::io;

use clap::error::{ContextKind, ContextValue, ErrorKind};

pub(super) use super::exit::CliError;
use super::{Exit, filters, origin::Origin, output::shown};
use crate::{
    base::Text,
    catalogue::SourceError,
    locale::{Arg, Lang, Texts, system::reason},
    search::{FilterKey, FilterValues, SearchError, ValueError},
};

/// Most values that a message lists.
const LISTED: usize = 12;

/// The catalogue cannot be read.
pub(super) fn catalogue(error: &SourceError, origin: Origin, texts: &Texts) -> CliError {
    let origin = texts.get(match origin {
        Origin::Flag => "cli-origin-flag",
        Origin::Variable => "cli-origin-variable",
        Origin::Settings => "cli-origin-settings",
        Origin::Path => "cli-origin-path",
    });
    let told = |key: &str, path, reason: String| {
        texts.with(key, &[("origin", (&*origin).into()), ("path", shown(path).into()), ("reason", reason.into())])
    };
    let message = match error {
        SourceError::Unreadable { path, cause } if cause.kind() == io::ErrorKind::NotFound => {
            told("cli-catalogue-missing", path, String::new())
        }
        SourceError::Unreadable { path, cause } => told("cli-catalogue-unreadable", path, reason(cause, texts)),
        SourceError::NoManifest { path } => told("cli-catalogue-no-manifest", path, String::new()),
    };
    CliError::new(Exit::Unreadable, message).hint(texts.get("cli-catalogue-hint"))
}

/// The index does not answer.
pub(super) fn search(error: &SearchError, origin: Origin, texts: &Texts) -> CliError {
    match error {
        SearchError::Source(error) => catalogue(error, origin, texts),
        error => {
            let message = texts.with("cli-index-failed", &[("reason", error.localize(texts).to_string().into())]);
            CliError::new(Exit::Unreadable, message).hint(texts.get("cli-index-failed-hint"))
        }
    }
}

/// How the user named a filter.
#[derive(Clone, Copy)]
pub(super) enum FilterName {
    /// As a flag.
    Flag,
    /// In the search line.
    Typed,
}

/// Values that are no filters, all in one error; `None` when there are none.
pub(super) fn values(
    issues: &[ValueError],
    named: FilterName,
    values: &FilterValues<'_>,
    texts: &Texts,
) -> Option<CliError> {
    let errors = issues.iter().map(|issue| value(issue, named, values, texts));
    errors.reduce(CliError::and)
}

fn value(issue: &ValueError, named: FilterName, values: &FilterValues<'_>, texts: &Texts) -> CliError {
    let (ValueError::Unknown { key, value, .. } | ValueError::Ambiguous { key, value, .. }) = issue;
    let shown = Text::line(value).to_string();
    let args: [(&str, Arg<'_>); 2] = [("filter", name_of(*key, named, texts).into()), ("value", shown.into())];
    let error = |message: &str| CliError::new(Exit::Usage, texts.with(message, &args));
    match issue {
        ValueError::Ambiguous { candidates, .. } => {
            error("cli-value-ambiguous").hint(one_of(candidates.iter().map(|id| labelled(*key, id, values)), texts))
        }
        ValueError::Unknown { key: FilterKey::Age, .. } => error("cli-value-no-age"),
        ValueError::Unknown { key: FilterKey::StartsBefore, .. } => error("cli-value-no-day"),
        ValueError::Unknown { suggestion: Some(suggestion), .. } => {
            error("cli-value-unknown").hint(meant(suggestion, texts))
        }
        ValueError::Unknown { .. } => {
            let all = values.all(*key).into_iter().map(|value| with_label(value.id, value.label));
            error("cli-value-unknown").hint(one_of(all, texts))
        }
    }
}

/// `--place` or `ort:`.
fn name_of(key: FilterKey, named: FilterName, texts: &Texts) -> String {
    let typed = match texts.lang() {
        Lang::De => key.typed().first(),
        Lang::En => key.typed().last(),
    };
    match (named, typed) {
        (FilterName::Typed, Some(typed)) => format!("{typed}:"),
        _ => format!("--{}", filters::flag(key)),
    }
}

fn labelled(key: FilterKey, id: &str, values: &FilterValues<'_>) -> String {
    with_label(id.to_owned(), values.label(key, id))
}

fn with_label(id: String, label: String) -> String {
    if id == label { id } else { format!("{id} ({label})") }
}

/// "Möglich sind: ...", cut where a list says nothing any more.
fn one_of(values: impl Iterator<Item = String>, texts: &Texts) -> String {
    let mut values: Vec<String> = values.collect();
    let more = values.len().saturating_sub(LISTED);
    values.truncate(LISTED);
    if more > 0 {
        values.push(texts.with("cli-and-more", &[("count", more.into())]));
    }
    if values.is_empty() {
        return texts.get("cli-no-values").into_owned();
    }
    texts.with("cli-one-of", &[("values", values.join(", ").into())])
}

/// "Meinten Sie ...?"
pub(super) fn meant(word: &str, texts: &Texts) -> String {
    texts.with("cli-meant", &[("word", Text::line(word).as_str().into())])
}

/// clap's own errors.
pub(super) fn usage(error: &clap::Error, subcommand: Option<&str>, texts: &Texts) -> CliError {
    let (argument, given) = (said(error, ContextKind::InvalidArg), said(error, ContextKind::InvalidValue));
    let told = |key: &str, value: &str| {
        let args = [("argument", argument.as_str().into()), ("value", value.into())];
        CliError::new(Exit::Usage, texts.with(key, &args))
    };
    let told = match error.kind() {
        ErrorKind::UnknownArgument => {
            suggest(told("cli-unknown-argument", ""), error, ContextKind::SuggestedArg, texts)
        }
        ErrorKind::InvalidSubcommand => {
            let word = said(error, ContextKind::InvalidSubcommand);
            let told = told("cli-unknown-command", &word);
            match nearest(error, ContextKind::SuggestedSubcommand) {
                known if known.is_empty() => {
                    told.hint(texts.with("cli-unknown-command-hint", &[("value", word.into())]))
                }
                known => told.hint(meant(&known, texts)),
            }
        }
        ErrorKind::InvalidValue if given.is_empty() => told("cli-missing-value", ""),
        ErrorKind::InvalidValue => invalid_value(told("cli-invalid-value", &given), error, texts),
        ErrorKind::ValueValidation => told("cli-invalid-number", &given),
        ErrorKind::MissingRequiredArgument => told("cli-missing-argument", ""),
        ErrorKind::ArgumentConflict => match said(error, ContextKind::PriorArg) {
            other if other.is_empty() || other == argument => told("cli-argument-twice", ""),
            other => told("cli-argument-conflict", &other),
        },
        ErrorKind::TooManyValues => told("cli-value-not-wanted", &given),
        ErrorKind::InvalidUtf8 => told("cli-not-utf8", ""),
        _ => told("cli-wrong-use", ""),
    };
    let command = subcommand.map_or_else(|| "lotse --help".to_owned(), |name| format!("lotse {name} --help"));
    told.hint(texts.with("cli-see-help", &[("command", command.into())]))
}

/// Adds the nearest possible value, else all of them.
fn invalid_value(told: CliError, error: &clap::Error, texts: &Texts) -> CliError {
    if !said(error, ContextKind::SuggestedValue).is_empty() {
        return suggest(told, error, ContextKind::SuggestedValue, texts);
    }
    told.hint(texts.with("cli-one-of", &[("values", said(error, ContextKind::ValidValue).into())]))
}

fn suggest(told: CliError, error: &clap::Error, kind: ContextKind, texts: &Texts) -> CliError {
    match nearest(error, kind) {
        word if word.is_empty() => told,
        word => told.hint(meant(&word, texts)),
    }
}

/// Of several suggestions clap names the best one last.
fn nearest(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::Strings(words)) => Text::line(words.last().map_or("", String::as_str)).to_string(),
        _ => said(error, kind),
    }
}

/// What clap says of one aspect, displayable; empty when it says nothing.
fn said(error: &clap::Error, kind: ContextKind) -> String {
    let text = match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    };
    Text::line(&text).to_string()
}
