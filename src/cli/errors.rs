//! What can go wrong on the command line, told in the chosen language with what to do about it.

use std::io;

pub(super) use super::exit::CliError;
use super::{Exit, filters, origin::Origin, output::shown};
use crate::{
    base::Text,
    catalogue::SourceError,
    locale::{Arg, Lang, Localize as _, Texts},
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
    let sentence = |key: &str, path, reason: String| {
        texts.with(key, &[("origin", (&*origin).into()), ("path", shown(path).into()), ("reason", reason.into())])
    };
    let message = match error {
        SourceError::Unreadable { path, cause } if cause.kind() == io::ErrorKind::NotFound => {
            sentence("cli-catalogue-missing", path, String::new())
        }
        SourceError::Unreadable { path, cause } => sentence("cli-catalogue-unreadable", path, cause.localize(texts)),
        SourceError::NoManifest { path } => sentence("cli-catalogue-no-manifest", path, String::new()),
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
            error("cli-value-unknown").hint(did_you_mean(suggestion, texts))
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

/// "Möglich sind: ...", all of them.
pub(super) fn all_of(names: &[impl AsRef<str>], texts: &Texts) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    texts.with("cli-one-of", &[("values", names.join(", ").into())])
}

/// Adds the word that was probably meant, else the advice of the text `otherwise`.
pub(super) fn suggest(error: CliError, nearest: Option<&str>, otherwise: &str, texts: &Texts) -> CliError {
    match nearest {
        Some(word) => error.hint(did_you_mean(word, texts)),
        None => error.hint(texts.get(otherwise)),
    }
}

pub(super) fn unknown_entry(id: &str, texts: &Texts) -> CliError {
    CliError::new(Exit::No, texts.with("cli-show-unknown", &[("id", Text::line(id).as_str().into())]))
}

/// "Meinten Sie ...?"
pub(super) fn did_you_mean(word: &str, texts: &Texts) -> String {
    texts.with("check-did-you-mean", &[("word", Text::line(word).as_str().into())])
}
