//! `lotse search`: asks the index one question and prints the answer.

mod explain;
mod json;
mod plain;
mod table;

pub(super) use self::table::harmless;
use super::{
    Exit,
    args::{HitFormat, SearchArgs},
    context::Context,
    errors::{self, CliError, Named},
    opened::{Opened, Wish},
    output, scan,
};
use crate::{
    catalogue::Register,
    german::Analyser,
    locale::Texts,
    search::{Answer, Hit, Request, Snapshot, Values},
};

/// Asks and prints.
///
/// # Errors
/// When the catalogue cannot be read or a filter has no such value.
pub(super) fn run(args: &SearchArgs, context: &Context) -> Result<Exit, CliError> {
    let texts = &context.texts;
    let opened = Opened::new(context, Wish::Ask)?;
    let values = Values::new(opened.snapshot.register(), texts);
    let request = request(args, &values, context)?;
    let answer = opened.snapshot.answer(&request, &mut Analyser::new());
    let answer = answer.map_err(|error| errors::search(&error, opened.origin, texts))?;
    if let Some(error) = errors::values(&answer.issues, Named::Typed, &values, texts) {
        return Err(error);
    }
    opened.print_notices(texts);
    if answer.shortened {
        output::note(&texts.with("cli-search-shortened", &[("count", crate::search::MAX_WORDS.into())]));
    }
    let found = Found { request: &request, answer: &answer, snapshot: &opened.snapshot, texts };
    let text = match args.format {
        HitFormat::Plain => plain::text(&found),
        HitFormat::Json => json::text(&found),
        HitFormat::Csv => table::text(&found),
    };
    output::print(&text, texts)?;
    Ok(if answer.total == 0 { Exit::No } else { Exit::Done })
}

fn request(args: &SearchArgs, values: &Values<'_>, context: &Context) -> Result<Request, CliError> {
    let filters = args.filters.resolve(values).map_err(|issue| {
        let error = errors::values(&[issue], Named::Flag, values, &context.texts);
        error.unwrap_or_else(|| CliError::new(Exit::Usage, String::new()))
    })?;
    let words: Vec<&str> = args.words.iter().map(|word| scan::word(word)).collect();
    Ok(Request {
        filters,
        kind: args.kind,
        sort: args.sort,
        offset: args.offset,
        limit: args.limit,
        facets: args.facets,
        explain: args.explain,
        complete: true,
        ..Request::new(&words.join(" "), context.today)
    })
}

/// An answer with everything that is needed to print it.
struct Found<'a> {
    request: &'a Request,
    answer: &'a Answer,
    snapshot: &'a Snapshot,
    texts: &'a Texts,
}

impl Found<'_> {
    fn register(&self) -> &Register {
        self.snapshot.register()
    }

    /// The hits of the window.
    fn hits(&self) -> &[Hit] {
        &self.answer.hits
    }
}
