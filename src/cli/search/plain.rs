//! An answer for people and screen readers: numbered hits, no tables, the count at the end.

use super::search_output::SearchOutput;
use crate::{
    base::Text,
    catalogue::{Choice, Status},
    cli::{filters::flag, output},
    search::{Facet, FilterKey, FilterValues, Hit, Offer, ReachCount},
};

pub(super) fn text(found: &SearchOutput<'_>) -> String {
    let mut blocks: Vec<String> = found.answer.hints.iter().map(|hint| wrapped(hint, "").join("\n")).collect();
    if found.answer.total > 0 {
        blocks.extend(partial(found).or_else(|| two_needs(found)));
        let first = found.request.offset + 1;
        blocks.extend(found.hits().iter().enumerate().map(|(number, hit)| entry(first + number, hit, found)));
        blocks.extend(facets(found));
        blocks.push(count(found));
    } else {
        blocks.push(nothing(found));
        blocks.extend(facets(found));
    }
    blocks.join("\n\n")
}

/// Says that no offer has all words.
fn partial(found: &SearchOutput<'_>) -> Option<String> {
    let (matched, of) = found.answer.partial?;
    let args = [("matched", u64::from(matched).into()), ("of", u64::from(of).into())];
    Some(found.texts.with("cli-search-partial", &args))
}

/// Says that no offer is for both of two needs.
fn two_needs(found: &SearchOutput<'_>) -> Option<String> {
    let [first, second] = found.answer.two_needs()?;
    let args = [("first", Text::line(first).to_string().into()), ("second", Text::line(second).to_string().into())];
    Some(found.texts.with("search-two-needs", &args))
}

/// Title and status, an indented line with where and by whom, the summary, perhaps why it was found.
fn entry(number: usize, hit: &Hit, found: &SearchOutput<'_>) -> String {
    let row = &hit.row;
    let mut title = format!("{number}. {}", row.title);
    if let Some(short) = row.short.as_deref().filter(|short| !row.title.contains(short)) {
        title.push_str(&format!(" ({short})"));
    }
    if let Some(offer) = &row.offer {
        title.push_str(", ");
        title.push_str(&found.texts.get(&format!("{}-{}", Status::LIST, offer.status.code())));
    }
    let mut lines = wrapped(&title, "");
    lines.extend(wrapped(&facts(hit, found), "   "));
    if !row.summary.is_empty() {
        lines.extend(wrapped(&row.summary, "   "));
    }
    for sentence in found.reasons(hit) {
        lines.extend(wrapped(&sentence, "   "));
    }
    lines.join("\n")
}

/// "Maßnahme · Wetzlar · GWAB · 3 freie Plätze (Stand 14.11.2026) · frauenprojekt"
fn facts(hit: &Hit, found: &SearchOutput<'_>) -> String {
    let texts = found.texts;
    let facts = match &hit.row.offer {
        Some(offer) => of_offer(offer, found),
        None => vec![texts.get(&format!("cli-kind-{}", hit.row.kind.code())).into_owned()],
    };
    let id = hit.row.id.to_string();
    let serves = hit.serves.as_deref().map(|word| Text::line(word).to_string());
    let serves = serves.map(|word| texts.with("hit-serves", &[("word", word.into())]));
    serves.into_iter().chain(facts).chain([id]).filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn of_offer(offer: &Offer, found: &SearchOutput<'_>) -> Vec<String> {
    let (texts, register) = (found.texts, found.register());
    let category = texts.get(&format!("category-{}", offer.category.code())).into_owned();
    let places: Vec<&str> = offer.places.iter().map(|place| register.places.label(place)).collect();
    let free = offer.free.map(|free| {
        let date = offer.as_of.map_or_else(|| texts.get("sheet-undated").into_owned(), |day| texts.date(day));
        texts.with("sheet-free", &[("free", u64::from(free).into()), ("date", date.into())])
    });
    let provider = register.providers.label(&offer.provider).to_owned();
    [category, places.join(", "), provider].into_iter().chain(free).collect()
}

/// "12 Treffer", and where the next ones are.
fn count(found: &SearchOutput<'_>) -> String {
    let (texts, total) = (found.texts, found.answer.total);
    let shown = found.hits().len();
    let mut lines = vec![texts.with("cli-search-count", &[("count", total.into())])];
    let last = found.request.offset.saturating_add(shown);
    if found.request.offset >= total {
        lines.push(texts.get("cli-search-beyond").into_owned());
    } else if 0 < shown && shown < total {
        let args = [("first", (found.request.offset + 1).into()), ("last", last.into())];
        lines.push(texts.with("cli-search-window", &args));
    }
    if shown > 0 && last < total {
        lines.push(texts.with("cli-search-next", &[("offset", last.to_string().into())]));
    }
    lines.extend(suggestion(found));
    std::iter::once(lines.join(" ")).chain(reach(found)).collect::<Vec<_>>().join("\n")
}

/// "Von nah nach fern: Wetzlar 7, Lahn-Dill-Kreis 42", where a place was asked for.
fn reach(found: &SearchOutput<'_>) -> Vec<String> {
    let levels = ReachCount::localize_all(&found.answer.reach, found.register(), found.texts);
    let sentence = levels.map(|levels| found.texts.with("cli-search-reach", &[("levels", levels.into())]));
    sentence.map(|sentence| wrapped(&sentence, "")).unwrap_or_default()
}

/// No hit is an answer too: which filter removed how many, and what may have been meant.
fn nothing(found: &SearchOutput<'_>) -> String {
    let texts = found.texts;
    let line = Text::line(&found.request.line);
    let mut lines = vec![match line.is_empty() {
        true => texts.get("cli-search-nothing").into_owned(),
        false => texts.with("cli-search-nothing-for", &[("line", line.as_str().into())]),
    }];
    lines.extend(found.answer.removed_by_filter.iter().map(|(key, count)| removed(*key, *count, found)));
    if found.answer.removed_by_filter.is_empty() && found.answer.without_filters > 0 {
        lines.push(texts.with("screen-without-filters", &[("count", found.answer.without_filters.into())]));
    }
    lines.extend(suggestion(found));
    if lines.len() == 1 {
        lines.push(texts.get("cli-search-try").into_owned());
    }
    lines.iter().flat_map(|line| wrapped(line, "")).collect::<Vec<_>>().join("\n")
}

/// "Ohne den Filter „Ort: Sinn“ (--place) gäbe es 7 Treffer mehr."
fn removed(key: FilterKey, count: usize, found: &SearchOutput<'_>) -> String {
    let texts = found.texts;
    let chosen = found.answer.filters.values(key);
    if chosen.is_empty() {
        // Only the status narrows without having been chosen.
        return texts.with("cli-search-over", &[("count", count.into())]);
    }
    let values = FilterValues::new(found.register(), texts);
    let labels: Vec<String> = chosen.iter().map(|value| values.label(key, value)).collect();
    let filter = texts.get(&format!("filter-{}", key.name()));
    let args = [
        ("filter", (&*filter).into()),
        ("values", labels.join(", ").into()),
        ("flag", format!("--{}", flag(key)).into()),
        ("count", count.into()),
    ];
    texts.with("cli-search-removed", &args)
}

fn suggestion(found: &SearchOutput<'_>) -> Option<String> {
    let line = found.answer.suggestion.as_deref()?;
    Some(crate::cli::errors::did_you_mean(line, found.texts))
}

/// Each dimension with its values and their counts, in a paragraph of its own.
fn facets(found: &SearchOutput<'_>) -> Vec<String> {
    let with_values = found.answer.facets.iter().filter(|facet| !facet.values.is_empty());
    with_values.map(|facet| dimension(facet, found)).collect()
}

fn dimension(facet: &Facet, found: &SearchOutput<'_>) -> String {
    let labels = found.labels(facet.key);
    let mut lines = vec![format!("{}:", found.texts.get(&format!("filter-{}", facet.key.name())))];
    for (id, count) in &facet.values {
        let label = labels.get(id).map_or(id.as_str(), String::as_str);
        lines.extend(wrapped(&format!("{label}: {}", found.texts.number(*count)), "  "));
    }
    lines.join("\n")
}

fn wrapped(text: &str, indent: &str) -> Vec<String> {
    output::wrapped(text, indent, indent)
}
