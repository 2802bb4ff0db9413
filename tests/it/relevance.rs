//! The right entries are found as well as they have been found before.

mod suite;

use suite::{Figures, PARTS, cases, measure};

use crate::support::screen::{answer, shipped};

/// The least that each part of the suite must reach: `success`, `mrr`, `recall`, and the most queries without a hit.
const RECORDED: &str = include_str!("relevance/recorded.toml");

fn figures(part: &str) -> Figures {
    let search = |query: &str| answer(query).hits.iter().map(|hit| hit.row.id.to_string()).collect();
    measure(&cases(part), search)["all"]
}

#[test]
fn no_figure_falls_below_the_recorded_one() {
    let recorded: toml::Table = RECORDED.parse().unwrap();
    for part in PARTS {
        let figures = figures(part);
        let least = |name: &str| recorded[part][name].as_float().unwrap();
        assert!(figures.success() >= least("success"), "{part}: success@1 {:.3}", figures.success());
        assert!(figures.mrr() >= least("mrr"), "{part}: MRR@10 {:.3}", figures.mrr());
        assert!(figures.recall() >= least("recall"), "{part}: recall@10 {:.3}", figures.recall());
        assert!(figures.zero() <= least("zero"), "{part}: {} queries without a hit", figures.none);
    }
}

#[test]
fn the_suite_is_sound() {
    let mut seen = std::collections::BTreeSet::new();
    for case in PARTS.into_iter().flat_map(cases) {
        for id in &case.expected {
            assert!(shipped().record(lotse::catalogue::Kind::Measure, id).unwrap().is_some(), "{id}");
        }
        seen.insert(case.query);
    }
    assert!(seen.len() >= 500, "{} queries", seen.len());
}
