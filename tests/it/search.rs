//! Finding offers of the shipped catalogue, as a caseworker types.

use std::sync::{Arc, LazyLock};

use lotse::{
    catalogue::{Catalogue, Choice, Kind, Source},
    german::Analyser,
    locale::{Lang, Texts},
    search::{Answer, FilterKey, Filters, Request, Snapshot, Sort, index_in_memory},
};

use crate::support::TODAY;

static SHIPPED: LazyLock<Snapshot> = LazyLock::new(|| {
    let catalogue = Catalogue::load(&Source::Embedded, TODAY).unwrap();
    let texts = Arc::new(Texts::new(Lang::De));
    index_in_memory(catalogue.register, catalogue.measures.into_iter(), 99, texts).unwrap()
});

fn ask(request: &Request) -> Answer {
    SHIPPED.answer(request, &mut Analyser::new()).unwrap()
}

fn search(line: &str) -> Answer {
    ask(&Request { facets: true, ..Request::new(line, TODAY) })
}

fn ids(answer: &Answer) -> Vec<&str> {
    answer.hits.iter().map(|hit| hit.row.id.as_str()).collect()
}

#[test]
fn every_offer_is_found_first_by_its_title() {
    let catalogue = Catalogue::load(&Source::Embedded, TODAY).unwrap();
    for measure in &catalogue.measures {
        let line = format!("{} status:{}", measure.title.replace([':', '"'], " "), measure.status.code());
        let answer = search(&line);
        let first = answer.hits.first().map(|hit| hit.row.title.as_str());
        assert_eq!(first, Some(measure.title.as_str()), "{line}: {:?}", ids(&answer));
    }
}

#[test]
fn an_empty_line_shows_all_current_offers() {
    let answer = search("");
    assert!(answer.total > 90 && answer.hits.len() == 20);
    assert!(answer.hits.iter().all(|hit| hit.row.kind == Kind::Measure));
}

#[test]
fn words_are_found_however_they_are_written() {
    for (line, id) in [
        ("frau stark", "frau-stark"),
        ("FRAU  STARK", "frau-stark"),
        ("agh", "agh"),
        ("jobakt", "jobaktiv"),
        ("Schuldnerberatng", "schuldnerberatung"),
        ("teilhabe arbeitsmarkt", "teilhabe-am-arbeitsmarkt"),
        ("§ 16 i", "teilhabe-am-arbeitsmarkt"),
        ("Paragraf 16i SGB 2", "teilhabe-am-arbeitsmarkt"),
        ("§16d", "agh"),
        ("ein-euro-job", "agh"),
        ("teilzeit ausbildung", "vorbereitung-teilzeitausbildung"),
    ] {
        let answer = search(line);
        assert_eq!(ids(&answer).first(), Some(&id), "{line}: {:?}", ids(&answer));
    }
}

#[test]
fn a_second_word_anywhere_does_not_throw_out_what_the_first_one_names() {
    for (line, id) in [
        ("termin schulden", "schuldnerberatung"),
        ("schulden termin", "schuldnerberatung"),
        ("frau wohngeld", "erstberatung-wohngeld"),
        ("u25 wohnungssuche", "wohnhilfebueros"),
    ] {
        assert_eq!(ids(&search(line)).first(), Some(&id), "{line}");
    }
}

#[test]
fn for_whom_it_is_decides_between_entries_that_have_the_subject() {
    assert_eq!(ids(&search("coaching frauen")).first(), Some(&"frauenprojekt"));
}

#[test]
fn a_phrase_is_never_left_out() {
    let phrase = search("\"zurück in den Beruf\" schulden");
    let all = search("\"zurück in den Beruf\"");
    assert!(ids(&phrase).iter().all(|id| ids(&all).contains(id)), "{:?}", ids(&phrase));
}

#[test]
fn words_around_a_subject_that_nobody_has_find_nothing() {
    assert_eq!(search("hilfe xyzzyq").total, 0);
}

#[test]
fn a_blank_takes_nothing_away_that_stood_first() {
    for line in ["kita", "coach", "wohn"] {
        assert_eq!(ids(&search(line)).first(), ids(&search(&format!("{line} "))).first(), "{line}");
    }
}

#[test]
fn counts_of_a_filter_set_its_own_choice_aside() {
    let free = search("");
    let count = |answer: &Answer, key: FilterKey, value: &str| {
        let facet = answer.facets.iter().find(|facet| facet.key == key).unwrap();
        facet.values.iter().find(|(id, _)| id == value).map_or(0, |(_, count)| *count)
    };
    let chosen = search("status:planned");
    let statuses = |answer: &Answer| answer.facets.iter().find(|f| f.key == FilterKey::Status).unwrap().clone();
    assert!(statuses(&free).values.iter().all(|value| statuses(&chosen).values.contains(value)));
    assert_eq!(chosen.total, count(&free, FilterKey::Status, "planned"));
    let mut filters = Filters::default();
    filters.add(FilterKey::Status, "planned");
    filters.add(FilterKey::Status, "running");
    let both = ask(&Request { filters, ..Request::new("", TODAY) });
    assert_eq!(both.total, count(&free, FilterKey::Status, "planned") + count(&free, FilterKey::Status, "running"));
}

#[test]
fn a_filter_says_what_it_takes_away() {
    let answer = search("schuldnerberatung ort:sinn");
    assert_eq!(answer.total, 0);
    assert!(answer.removed_by_filter.iter().any(|(key, removed)| *key == FilterKey::Place && *removed > 0));
}

#[test]
fn the_best_partial_matches_come_when_nothing_matches_all() {
    let answer = search("schuldnerberatung raumfahrt ");
    assert_eq!(answer.partial, Some((1, 2)));
    assert_eq!(ids(&answer).first(), Some(&"schuldnerberatung"));
}

#[test]
fn sorting_never_loses_a_hit() {
    let mut expected = None;
    for sort in Sort::ALL {
        let answer = ask(&Request { sort, limit: 500, ..Request::new("", TODAY) });
        let mut all: Vec<String> = ids(&answer).into_iter().map(str::to_owned).collect();
        all.sort();
        assert_eq!(all.len(), answer.total);
        assert_eq!(expected.get_or_insert_with(|| all.clone()), &all, "{sort:?}");
    }
}

#[test]
fn pages_fit_together() {
    let whole = ask(&Request { limit: 500, ..Request::new("beratung", TODAY) });
    let mut pages = Vec::new();
    for offset in (0..whole.total).step_by(7) {
        let page = ask(&Request { offset, limit: 7, ..Request::new("beratung", TODAY) });
        pages.extend(ids(&page).into_iter().map(str::to_owned));
    }
    assert_eq!(pages, ids(&whole));
}

#[test]
fn what_matched_is_marked() {
    let answer = search("stark");
    let hit = &answer.hits[0];
    let marked: Vec<&str> = hit.title_marks.iter().map(|range| &hit.row.title[range.clone()]).collect();
    assert_eq!(marked, ["Stark"]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn no_line_breaks_the_search(line in "\\PC{0,60}") {
        let answer = search(&line);
        proptest::prop_assert!(answer.hits.len() <= 20);
    }
}
