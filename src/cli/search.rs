//! `lotse search`: asks the index one question and prints the answer.

mod json;
mod plain;
mod search_output;

use self::search_output::SearchOutput;
use super::{
    CliError, Context, Exit, OpenIndex,
    args::{HitFormat, SearchArgs},
    csv::to_text,
    output, query,
};
use crate::{
    catalogue::{Choice, Id},
    search::{FilterValues, Hit, Request},
};

pub(super) fn run(args: &SearchArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let mut opened = OpenIndex::new(context)?;
    let (request, answer) = query::ask(&mut opened, context, |values| request(args, values, context))?;
    let found = SearchOutput { request: &request, answer: &answer, snapshot: &opened.snapshot, texts };
    let text = match args.format {
        HitFormat::Plain => plain::text(&found),
        HitFormat::Json => json::text(&found),
        HitFormat::Csv => csv(&found),
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

const COLUMNS: [&str; 16] = [
    "id",
    "kind",
    "title",
    "short",
    "category",
    "status",
    "summary",
    "target_groups",
    "legal_bases",
    "places",
    "provider",
    "coordinator",
    "free",
    "as_of",
    "score",
    "explain",
];

/// The answer as CSV: a header and one line for each hit.
fn csv(found: &SearchOutput<'_>) -> String {
    let rows = found.hits().iter().map(|hit| row(hit, found));
    to_text(std::iter::once(COLUMNS.map(str::to_owned)).chain(rows))
}

fn row(hit: &Hit, found: &SearchOutput<'_>) -> [String; COLUMNS.len()] {
    let (row, offer) = (&hit.row, hit.row.offer.as_ref());
    let ids = |ids: Option<&Vec<Id>>| ids.map(|ids| ids.join(" ")).unwrap_or_default();
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    [
        row.id.to_string(),
        row.kind.code().to_owned(),
        row.title.to_string(),
        text(row.short.as_deref()),
        text(offer.map(|offer| offer.category.code())),
        text(offer.map(|offer| offer.status.code())),
        row.summary.to_string(),
        ids(offer.map(|offer| &offer.target_groups)),
        ids(offer.map(|offer| &offer.legal_bases)),
        ids(offer.map(|offer| &offer.places)),
        text(offer.map(|offer| &*offer.provider)),
        text(offer.and_then(|offer| offer.coordinator.as_deref())),
        offer.and_then(|offer| offer.free).map(|free| free.to_string()).unwrap_or_default(),
        offer.and_then(|offer| offer.as_of).map(|day| day.to_string()).unwrap_or_default(),
        format!("{:.3}", hit.score),
        found.reasons(hit).join("; "),
    ]
}
