//! What is to be exported: the offers that the same words and filters would find in `lotse search`.

use std::collections::BTreeSet;

use crate::{
    catalogue::{Choice as _, Id, Kind, Status, name_in_entry_path},
    cli::{Context, NoAnswer, OpenIndex, args::ExportArgs, query},
    locale::Texts,
    search::{Answer, FilterKey, FilterValues, MAX_WORDS, Request, SearchError, Sort},
};

/// What a search has found, and what one should know about it.
pub(super) struct ExportSelection {
    /// By title.
    pub ids: Vec<Id>,
    /// What the hits do not say by themselves: ended offers, words that none has.
    pub notes: Vec<String>,
    /// Files of entries that are not in the index, because they cannot be read.
    pub out: BTreeSet<String>,
}

pub(super) fn search(
    args: &ExportArgs,
    opened: &OpenIndex<'_>,
    context: &Context,
) -> Result<ExportSelection, NoAnswer> {
    let (texts, snapshot) = (&context.texts, &opened.snapshot);
    let values = FilterValues::new(snapshot.register(), texts);
    let mut request = Request {
        kind: Some(Kind::Measure),
        sort: Sort::Title,
        limit: snapshot.count(Kind::Measure),
        ..query::request(&args.words, &args.filters, &values, context)?
    };
    if args.all {
        Status::codes().for_each(|status| request.filters.add(FilterKey::Status, status));
    }
    let answer = query::answer(&request, snapshot, &values, texts)?;
    let ids = answer.hits.iter().map(|hit| hit.row.id.clone()).collect();
    Ok(ExportSelection { ids, notes: notes(&answer, texts), out: out(opened)? })
}

fn notes(answer: &Answer, texts: &Texts) -> Vec<String> {
    let over = answer.removed_by_filter.iter().find(|(key, _)| *key == FilterKey::Status);
    // Where a status was asked for, what it takes away is what was meant.
    let over = over.filter(|_| answer.filters.values(FilterKey::Status).is_empty());
    let over = over.map(|(_, count)| texts.with("export-over", &[("count", (*count).into())]));
    let partial = answer.partial.map(|(matched, of)| {
        texts.with("export-partial", &[("matched", u64::from(matched).into()), ("of", u64::from(of).into())])
    });
    let shortened = answer.shortened.then(|| texts.with("cli-search-shortened", &[("count", MAX_WORDS.into())]));
    over.into_iter().chain(partial).chain(shortened).collect()
}

/// The files of entries among the faulty ones of which there is no entry.
fn out(opened: &OpenIndex<'_>) -> Result<BTreeSet<String>, SearchError> {
    let mut out = BTreeSet::new();
    for fault in &opened.health().errors {
        let file = &fault.location.file;
        let Some(stem) = name_in_entry_path(file) else { continue };
        if opened.snapshot.record(Kind::Measure, stem)?.is_none() {
            out.insert(file.to_string());
        }
    }
    Ok(out)
}
