//! The relevance suite: queries with the entries that should be found, and how well an engine finds them.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use lotse::catalogue::Source;

/// One query with its answer.
pub(crate) struct Case {
    pub category: String,
    pub query: String,
    /// Ids of the entries that are right; any of them may stand first.
    pub expected: Vec<String>,
}

/// Queries about one catalogue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    /// Folder below `tests/relevance`: `shipped` has none of its own and asks the catalogue that ships.
    pub catalogue: &'static str,
    /// The file of the queries without its ending.
    pub name: &'static str,
    /// Known as a figure only: nobody looks at its queries while working on the search.
    pub aside: bool,
}

/// The catalogues of the suite.
pub(crate) const CATALOGUES: [&str; 6] = [SHIPPED, "second", "county", "city", "ruhr", "south"];
const SHIPPED: &str = "shipped";

/// The parts of the suite. All but `tune` were written by somebody who had not seen the search, and so were the catalogues besides the
/// shipped one: a second mixed one, a rural county, a big city, an industrial and a rich one.
pub(crate) const PARTS: [Part; 9] = [
    Part { catalogue: SHIPPED, name: "tune", aside: false },
    Part { catalogue: SHIPPED, name: "final", aside: true },
    Part { catalogue: SHIPPED, name: "fresh", aside: false },
    Part { catalogue: SHIPPED, name: "further", aside: false },
    Part { catalogue: "second", name: "queries", aside: false },
    Part { catalogue: "county", name: "queries", aside: false },
    Part { catalogue: "city", name: "queries", aside: true },
    Part { catalogue: "ruhr", name: "queries", aside: false },
    Part { catalogue: "south", name: "queries", aside: false },
];

impl Part {
    /// The queries.
    pub(crate) fn cases(self) -> Vec<Case> {
        read(&folder(self.catalogue).join(format!("{}.tsv", self.name)))
    }
}

/// Where a catalogue of the suite comes from.
pub(crate) fn source(catalogue: &str) -> Source {
    match catalogue {
        SHIPPED => Source::Embedded,
        other => Source::folder(&folder(other).join("catalogue")).expect("a catalogue"),
    }
}

fn folder(catalogue: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/relevance").join(catalogue)
}

/// The queries of a file: category, query, expected ids (with commas or blanks between them), separated by tabs.
pub(crate) fn read(file: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(file).expect("a file of queries");
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let [category, query, expected] = columns[..] else { panic!("three columns: {line}") };
            let expected = expected.split([',', ' ']).filter(|id| !id.is_empty()).map(str::to_owned).collect();
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

    /// Takes the queries of another part in.
    pub(crate) fn join(&mut self, other: Self) {
        self.queries += other.queries;
        self.first += other.first;
        self.reciprocal += other.reciprocal;
        self.recall += other.recall;
        self.none += other.none;
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
