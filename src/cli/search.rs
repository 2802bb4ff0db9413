//! `lotse search`: asks the index one question and prints the answer.

mod explain;
mod json;
mod plain;
mod search_output;
mod table;

use self::search_output::SearchOutput;
use super::{
    Exit,
    args::{HitFormat, SearchArgs},
    context::Context,
    errors::CliError,
    open_index::OpenIndex,
    output, query,
};
use crate::search::{FilterValues, Request};

/// Asks and prints.
///
/// # Errors
/// When the catalogue cannot be read or a filter has no such value.
pub(super) fn run(args: &SearchArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let mut opened = OpenIndex::new(context)?;
    let (request, answer) = query::ask(&mut opened, context, |values| request(args, values, context))?;
    let found = SearchOutput { request: &request, answer: &answer, snapshot: &opened.snapshot, texts };
    let text = match args.format {
        HitFormat::Plain => plain::text(&found),
        HitFormat::Json => json::text(&found),
        HitFormat::Csv => table::text(&found),
    };
    output::print(&text, texts)?;
    Ok(if answer.total == 0 { Exit::No } else { Exit::Done })
}

fn request(args: &SearchArgs, values: &FilterValues<'_>, context: &Context) -> Result<Request, CliError> {
    Ok(Request {
        kind: args.kind,
        sort: args.sort,
        offset: args.offset,
        limit: args.limit,
        facets: args.facets,
        explain: args.explain,
        ..query::request(&args.words, &args.filters, values, context)?
    })
}
