//! The right entries are found as well as they have been found before.

mod suite;

use std::{collections::BTreeSet, sync::Arc};

use lotse::{
    catalogue::{Catalogue, Kind},
    german::Analyser,
    search::{Request, Snapshot},
};
use suite::{CATALOGUES, Figures, PARTS, Part, measure, source};

use crate::support::{TODAY, screen::indexed};

/// The least that each part of the suite must reach: `success`, `mrr`, `recall`, and the most queries without a hit.
const RECORDED: &str = include_str!("../relevance/recorded.toml");

/// A catalogue of the suite, ready to be asked.
fn snapshot(catalogue: &str) -> Arc<Snapshot> {
    let loaded = Catalogue::load(&source(catalogue), TODAY).unwrap();
    indexed(&loaded.register, &loaded.measures)
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
