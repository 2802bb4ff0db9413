//! The relevance suite: queries with the entries that should be found, and how well an engine finds them.

use std::{collections::BTreeMap, path::Path};

/// One query with its answer.
pub(crate) struct Case {
    pub category: String,
    pub query: String,
    /// Ids of the entries that are right; any of them may stand first.
    pub expected: Vec<String>,
}

/// The parts of the suite. `tune` may be looked at while the search is worked on, `final` only as a figure; `fresh` was
/// written by somebody else when the search was ready.
pub(crate) const PARTS: [&str; 3] = ["tune", "final", "fresh"];

/// One part of the suite.
pub(crate) fn cases(part: &str) -> Vec<Case> {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/relevance").join(format!("{part}.tsv")))
}

/// The queries of a file: category, query, expected ids, separated by tabs.
pub(crate) fn read(file: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(file).expect("a file of queries");
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let [category, query, expected] = columns[..] else { panic!("three columns: {line}") };
            let expected = expected.split_whitespace().map(str::to_owned).collect();
            Case { category: category.to_owned(), query: query.to_owned(), expected }
        })
        .collect()
}

/// How well an engine does on some queries.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Figures {
    pub queries: usize,
    /// Queries with a right entry in the first place.
    pub first: usize,
    /// Sum of the reciprocal ranks of the first right entry among ten.
    pub reciprocal: f64,
    /// Sum of the shares of right entries among the first ten.
    pub recall: f64,
    /// Queries without any hit.
    pub none: usize,
}

impl Figures {
    pub(crate) fn add(&mut self, case: &Case, found: &[String]) {
        let right = |id: &String| case.expected.contains(id);
        let ten = &found[..found.len().min(10)];
        self.queries += 1;
        self.first += usize::from(found.first().is_some_and(right));
        self.reciprocal += ten.iter().position(right).map_or(0.0, |place| 1.0 / (place + 1) as f64);
        let recalled = case.expected.iter().filter(|id| ten.contains(id)).count();
        self.recall += recalled as f64 / case.expected.len() as f64;
        self.none += usize::from(found.is_empty());
    }

    pub(crate) fn success(&self) -> f64 {
        self.first as f64 / self.queries as f64
    }

    pub(crate) fn mrr(&self) -> f64 {
        self.reciprocal / self.queries as f64
    }

    pub(crate) fn recall(&self) -> f64 {
        self.recall / self.queries as f64
    }

    pub(crate) fn zero(&self) -> f64 {
        self.none as f64 / self.queries as f64
    }
}

/// The figures of an engine by category; the whole suite stands under `all`.
pub(crate) fn measure(cases: &[Case], mut search: impl FnMut(&str) -> Vec<String>) -> BTreeMap<String, Figures> {
    let mut figures: BTreeMap<String, Figures> = BTreeMap::new();
    for case in cases {
        let found = search(&case.query);
        for name in [case.category.as_str(), "all"] {
            figures.entry(name.to_owned()).or_default().add(case, &found);
        }
    }
    figures
}
