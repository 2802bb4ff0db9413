//! An answer as one JSON object, in the shape that scripts rely on; tests hold it.

use std::ops::Range;

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::search_output::SearchOutput;
use crate::{
    catalogue::Choice,
    cli::{LabelledId, PartialJson, to_line},
    search::{Facet, FilterKey, Hit, ReachCount},
};

pub(super) fn text(found: &SearchOutput<'_>) -> String {
    let answer = found.answer;
    to_line(&SearchJson {
        query: &found.request.line,
        total: answer.total,
        took_us: u64::try_from(answer.took.as_micros()).unwrap_or(u64::MAX),
        offset: found.request.offset,
        partial: answer.partial.map(PartialJson::from),
        hits: found.hits().iter().map(|hit| HitJson::of(hit, found)).collect(),
        facets: found.request.facets.then(|| Facets(answer.facets.iter().map(|f| (f.key, values(f, found))).collect())),
        suggestion: answer.suggestion.as_deref(),
        hints: answer.hints.iter().map(|hint| &**hint).collect(),
        removed_by_filter: Removed(&answer.removed_by_filter),
        reach: (!answer.reach.is_empty()).then(|| answer.reach.iter().map(|step| ReachJson::of(step, found)).collect()),
    })
}

#[derive(Serialize)]
struct SearchJson<'a> {
    query: &'a str,
    total: usize,
    took_us: u64,
    offset: usize,
    partial: Option<PartialJson>,
    hits: Vec<HitJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    facets: Option<Facets>,
    suggestion: Option<&'a str>,
    /// What old names are called today.
    hints: Vec<&'a str>,
    removed_by_filter: Removed<'a>,
    /// Only with a filter of places.
    #[serde(skip_serializing_if = "Option::is_none")]
    reach: Option<Vec<ReachJson<'a>>>,
}

/// The hits of one step outwards from the chosen places.
#[derive(Serialize)]
struct ReachJson<'a> {
    level: &'static str,
    label: String,
    places: &'a [crate::catalogue::Id],
    count: usize,
}

impl<'a> ReachJson<'a> {
    fn of(step: &'a ReachCount, found: &SearchOutput<'_>) -> Self {
        let ReachCount { level, count } = step;
        let label = step.label(found.register());
        Self { level: level.extent.code(), label, places: &level.places, count: *count }
    }
}

#[derive(Serialize)]
struct HitJson<'a> {
    id: &'a str,
    kind: &'static str,
    title: &'a str,
    category: Option<&'static str>,
    status: Option<&'static str>,
    summary: &'a str,
    target_groups: &'a [crate::catalogue::Id],
    legal_bases: &'a [crate::catalogue::Id],
    places: &'a [crate::catalogue::Id],
    provider: Option<&'a str>,
    coordinator: Option<&'a str>,
    free: Option<u32>,
    score: f32,
    #[serde(skip_serializing_if = "Option::is_none")]
    serves: Option<&'a str>,
    highlights: Highlights,
    explain: Vec<String>,
}

impl<'a> HitJson<'a> {
    fn of(hit: &'a Hit, found: &SearchOutput<'_>) -> Self {
        let (row, offer) = (&hit.row, hit.row.offer.as_ref());
        Self {
            id: &row.id,
            kind: row.kind.code(),
            title: &row.title,
            category: offer.map(|offer| offer.category.code()),
            status: offer.map(|offer| offer.status.code()),
            summary: &row.summary,
            target_groups: offer.map_or(&[], |offer| &offer.target_groups),
            legal_bases: offer.map_or(&[], |offer| &offer.legal_bases),
            places: offer.map_or(&[], |offer| &offer.places),
            provider: offer.map(|offer| offer.provider.as_str()),
            coordinator: offer.and_then(|offer| offer.coordinator.as_deref()),
            free: offer.and_then(|offer| offer.free),
            score: hit.score,
            serves: hit.serves.as_deref(),
            highlights: Highlights {
                title: marked(&row.title, &hit.title_marks),
                summary: marked(&row.summary, &found.answer.highlighter.marks(&row.summary)),
            },
            explain: found.reasons(hit),
        }
    }
}

/// Only parts with a mark.
#[derive(Serialize)]
struct Highlights {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<String>,
}

/// The text with its marks in `<b>`; the text itself is escaped, so that nothing in it can pass for a mark.
fn marked(text: &str, marks: &[Range<usize>]) -> Option<String> {
    if marks.is_empty() {
        return None;
    }
    let mut html = String::new();
    let mut at = 0;
    for mark in marks {
        let (Some(before), Some(word)) = (text.get(at..mark.start), text.get(mark.clone())) else { continue };
        html.push_str(&format!("{}<b>{}</b>", escaped(before), escaped(word)));
        at = mark.end;
    }
    html.push_str(&escaped(text.get(at..).unwrap_or_default()));
    Some(html)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// All dimensions, in their order.
struct Facets(Vec<(FilterKey, Vec<FacetValueJson>)>);

#[derive(Serialize)]
struct FacetValueJson {
    #[serde(flatten)]
    value: LabelledId,
    count: usize,
}

fn values(facet: &Facet, found: &SearchOutput<'_>) -> Vec<FacetValueJson> {
    let labels = found.labels(facet.key);
    let value = |(id, count): &(String, usize)| {
        let label = labels.get(id).unwrap_or(id).clone();
        FacetValueJson { value: LabelledId { id: Some(id.clone()), label }, count: *count }
    };
    facet.values.iter().map(value).collect()
}

impl Serialize for Facets {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, values)| (key.name(), values)))
    }
}

struct Removed<'a>(&'a [(FilterKey, usize)]);

impl Serialize for Removed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, count) in self.0 {
            map.serialize_entry(key.name(), count)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_the_only_markup() {
        assert_eq!(
            marked("Frau & <b>Stark</b>", &[0..4, 10..15]).unwrap(),
            "<b>Frau</b> &amp; &lt;b&gt;<b>Stark</b>&lt;/b&gt;"
        );
        assert_eq!(marked("Frau", &[]), None);
    }
}
