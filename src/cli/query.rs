//! What the words and filter flags of a line ask for, and the answer: the same for `search`, `report` and `export`.

use super::{
    CliError, Context, Exit, FilterArgs, NoAnswer, OpenIndex,
    errors::{self, FilterName},
    output, scan,
};
use crate::{
    german::Analyser,
    locale::Texts,
    search::{Answer, FilterValues, MAX_WORDS, Request, Snapshot},
};

/// Asks what `request` makes of the values of the filters, and tells what a reader of the answer should know.
pub(super) fn ask(
    opened: &mut OpenIndex,
    context: &Context,
    request: impl Fn(&FilterValues<'_>) -> Result<Request, CliError>,
) -> Result<(Request, Answer), CliError> {
    let texts = &context.texts;
    let (request, answer) = opened.ask(|opened| {
        let values = FilterValues::new(opened.snapshot.register(), texts);
        let request = request(&values)?;
        let answer = answer(&request, &opened.snapshot, &values, texts)?;
        Ok((request, answer))
    })?;
    opened.print_notices();
    if answer.shortened {
        output::note(&texts.with("cli-search-shortened", &[("count", MAX_WORDS.into())]));
    }
    Ok((request, answer))
}

/// A request for everything that has these words and passes these filters.
pub(super) fn request(
    words: &[String],
    filters: &FilterArgs,
    values: &FilterValues<'_>,
    context: &Context,
) -> Result<Request, CliError> {
    let filters = filters.resolve(values).map_err(|issue| {
        let error = errors::values(&[issue], FilterName::Flag, values, &context.texts);
        error.unwrap_or_else(|| CliError::new(Exit::Usage, String::new()))
    })?;
    let words: Vec<&str> = words.iter().map(|word| scan::word(word)).collect();
    Ok(Request { filters, complete: true, ..Request::new(&words.join(" "), context.today) })
}

pub(super) fn answer(
    request: &Request,
    snapshot: &Snapshot,
    values: &FilterValues<'_>,
    texts: &Texts,
) -> Result<Answer, NoAnswer> {
    let answer = snapshot.answer(request, &mut Analyser::new())?;
    match errors::values(&answer.issues, FilterName::Typed, values, texts) {
        Some(error) => Err(error.into()),
        None => Ok(answer),
    }
}
