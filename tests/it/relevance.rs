//! The right entries are found as well as they have been found before.

mod literal;
#[allow(dead_code, reason = "the bench that shares it needs more")]
mod suite;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use lotse::{
    catalogue::{Catalogue, Kind},
    german::Analyser,
    search::{Request, Snapshot},
};
use suite::{CATALOGUES, Figures, PARTS, Part, measure, source};

use crate::support::{TODAY, screen::indexed};

/// The least that each part of the suite must reach: `success`, `mrr`, `recall`, and the most queries without a hit.
const RECORDED: &str = include_str!("../relevance/recorded.toml");
/// The rare nouns whose first hit need not have them: for each catalogue the noun, and why.
const LITERAL_EXCEPTIONS: &str = include_str!("../relevance/literal-exceptions.toml");

/// A catalogue of the suite, ready to be asked.
fn snapshot(catalogue: &str) -> Arc<Snapshot> {
    let loaded = Catalogue::load(&source(catalogue), TODAY).unwrap();
    indexed(&loaded.register, &loaded.measures)
}

/// The rare nouns of a catalogue whose first hit does not have them, each with that hit.
fn led_astray(catalogue: &str) -> BTreeMap<String, String> {
    let Catalogue { register, measures, .. } = Catalogue::load(&source(catalogue), TODAY).unwrap();
    let snapshot = indexed(&register, &measures);
    let mut analyser = Analyser::new();
    let mut astray = BTreeMap::new();
    for noun in literal::rare_nouns(&measures, &mut analyser) {
        let request = Request { complete: true, limit: 1, ..Request::new(&noun, TODAY) };
        let hits = snapshot.answer(&request, &mut analyser).unwrap().hits;
        let first = hits.first().map(|hit| hit.row.id.to_string()).unwrap_or_default();
        let measure = measures.iter().find(|measure| *measure.id == *first);
        if !measure.is_some_and(|measure| literal::has(measure, &register, &noun, &mut analyser)) {
            astray.insert(noun, first);
        }
    }
    astray
}

fn parts(catalogue: &str) -> impl Iterator<Item = Part> {
    PARTS.into_iter().filter(move |part| part.catalogue == catalogue)
}

fn figures(snapshot: &Snapshot, part: Part) -> Figures {
    let mut analyser = Analyser::new();
    let mut search = |query: &str| {
        let request = Request { limit: 500, ..Request::new(query, TODAY) };
        let hits = snapshot.answer(&request, &mut analyser).unwrap().hits;
        hits.iter().map(|hit| hit.row.id.to_string()).collect()
    };
    measure(&part.cases(), &mut search)["all"]
}

#[test]
fn no_figure_falls_below_the_recorded_one() {
    let recorded: toml::Table = RECORDED.parse().unwrap();
    for catalogue in CATALOGUES {
        let snapshot = snapshot(catalogue);
        for part in parts(catalogue) {
            let figures = figures(&snapshot, part);
            let least = |name: &str| recorded[catalogue][part.name][name].as_float().unwrap();
            let name = format!("{catalogue}/{}", part.name);
            assert!(figures.success() >= least("success"), "{name}: success@1 {:.3}", figures.success());
            assert!(figures.mrr() >= least("mrr"), "{name}: MRR@10 {:.3}", figures.mrr());
            assert!(figures.recall() >= least("recall"), "{name}: recall@10 {:.3}", figures.recall());
            assert!(figures.zero() <= least("zero"), "{name}: {} queries without a hit", figures.none);
        }
    }
}

/// Whoever types a word that stands in few entries wants one of these, and not where a synonym leads. What differs is
/// reviewed and listed; a line of the list that is no longer needed is a fault as well.
#[test]
fn the_first_hit_has_the_rare_noun_that_was_typed() {
    let exceptions: toml::Table = LITERAL_EXCEPTIONS.parse().unwrap();
    assert_eq!(exceptions.len(), CATALOGUES.len());
    let mut wrong = Vec::new();
    for catalogue in CATALOGUES {
        let listed = exceptions[catalogue].as_table().unwrap();
        let astray = led_astray(catalogue);
        let unlisted = astray.iter().filter(|(noun, _)| !listed.contains_key(*noun));
        wrong.extend(unlisted.map(|(noun, first)| format!("{catalogue}: {first} comes first and has no {noun}")));
        let needless = listed.keys().filter(|noun| !astray.contains_key(*noun));
        wrong.extend(needless.map(|noun| format!("{catalogue}: {noun} need not be listed any more")));
        let unreasoned = listed.iter().filter(|(_, why)| !why.as_str().is_some_and(|why| why.ends_with('.')));
        wrong.extend(unreasoned.map(|(noun, _)| format!("{catalogue}: why {noun}?")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_suite_is_sound() {
    let mut seen = BTreeSet::new();
    for catalogue in CATALOGUES {
        let snapshot = snapshot(catalogue);
        for case in parts(catalogue).flat_map(Part::cases) {
            for id in &case.expected {
                assert!(snapshot.record(Kind::Measure, id).unwrap().is_some(), "{catalogue}: {id}");
            }
            seen.insert(case.query);
        }
    }
    assert!(seen.len() >= 800, "{} queries", seen.len());
}
