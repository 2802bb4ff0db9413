//! Measures how well the right entries are found, beside three other engines.
//!
//! ```text
//! cargo bench --bench relevance                 # all parts of the suite: the tables of docs/search.md
//! cargo bench --bench relevance -- figures      # one line for each part, of Lotse alone
//! cargo bench --bench relevance -- failures     # the queries that miss the first place, without those that are kept aside
//! cargo bench --bench relevance -- jumps        # the queries whose first place changes while one types, without those kept aside
//! cargo bench --bench relevance -- ask WORDS    # one query: the first hits with their scores and reasons
//! cargo bench --bench relevance -- ask-in second WORDS    # the same on another catalogue of the suite
//! cargo bench --bench relevance -- literal      # the rare nouns of entries whose first hit does not have them
//! cargo bench --bench relevance -- on FOLDER FILE    # another catalogue with its own queries, in the form of the suite
//! ```
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unreachable,
    clippy::unwrap_used,
    reason = "a bench prints and gives up on what it does not expect"
)]

#[path = "support/baselines.rs"]
mod baselines;
#[path = "support/general.rs"]
mod general;
#[path = "support/generator.rs"]
mod generator;
#[path = "../tests/it/relevance/literal.rs"]
mod literal;
#[path = "support/postgres.rs"]
mod postgres;
#[path = "../tests/it/relevance/suite.rs"]
mod relevance;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
    path::Path,
    sync::Arc,
};

use baselines::{Fts5, Stemmed};
use jiff::civil::date;
use lotse::{
    catalogue::{Catalogue, Kind, Source},
    german::Analyser,
    locale::{Lang, Texts},
    search::{Answer, IndexEvent, IndexManager, Request, Snapshot, index_in_memory},
};
use postgres::Postgres;
use relevance::{CATALOGUES, Case, Figures, PARTS, Part, measure, read, source};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["ask-in", catalogue, words @ ..] => print_answer(&Lotse::new(source(catalogue)), &words.join(" ")),
        ["ask", words @ ..] => print_answer(&Lotse::new(Source::Embedded), &words.join(" ")),
        ["jumps"] => each_catalogue(print_jumps),
        ["failures"] => each_catalogue(print_failures),
        ["figures"] => figures(),
        ["literal"] => CATALOGUES.into_iter().filter(|catalogue| *catalogue != "city").for_each(print_literal),
        ["on", folder, file] => on(Source::folder(Path::new(folder)).expect("a catalogue"), Path::new(file)),
        _ => suite(),
    }
}

/// Looks at the queries that may be looked at.
fn each_catalogue(print: fn(&Lotse, &[Case])) {
    for part in PARTS.into_iter().filter(|part| !part.aside) {
        println!("\n{}, {}", part.catalogue, part.name);
        print(&Lotse::new(source(part.catalogue)), &part.cases());
    }
}

/// One line for each part: what a change of the search is judged by.
fn figures() {
    for catalogue in CATALOGUES {
        let lotse = Lotse::new(source(catalogue));
        for part in PARTS.into_iter().filter(|part| part.catalogue == catalogue) {
            let cases = part.cases();
            let all = measure(&cases, |query| lotse.search(query))["all"];
            let (first, mrr, recall, none) = (all.success(), all.mrr(), all.recall(), all.none);
            let jumps = cases.iter().filter(|case| jumps(&lotse, case)).count();
            let name = format!("{catalogue}/{}", part.name);
            println!(
                "{name:16} {} of {:3} {first:.3} {mrr:.3} {recall:.3} none {none} jumps {jumps}",
                all.first, all.queries
            );
        }
    }
}

/// The rare nouns whose first hit does not have them.
fn print_literal(catalogue: &str) {
    let lotse = Lotse::new(source(catalogue));
    let Catalogue { register, measures, .. } =
        Catalogue::load(&source(catalogue), date(2026, 11, 20)).expect("a catalogue");
    let mut analyser = Analyser::new();
    let nouns = literal::rare_nouns(&measures, &mut analyser);
    let mut missed = 0;
    for noun in &nouns {
        let first = lotse.search(noun).into_iter().next().unwrap_or_default();
        let measure = measures.iter().find(|measure| *measure.id == *first);
        if !measure.is_some_and(|measure| literal::has(measure, &register, noun, &mut analyser)) {
            missed += 1;
            println!("{noun:40} <- {first}");
        }
    }
    println!("{catalogue}: {missed} of {} nouns", nouns.len());
}

/// The figures of one part of the suite.
struct Measured {
    part: Part,
    /// Lotse by category.
    categories: BTreeMap<String, Figures>,
    /// The other engines, in the order of their names.
    others: Vec<Figures>,
    /// Lotse among [`OTHERS`] other entries.
    crowded: Figures,
    /// Queries whose first place changes while one types.
    jumps: usize,
}

impl Measured {
    fn name(&self) -> String {
        format!("{}, {}", self.part.catalogue, self.part.name)
    }

    /// Lotse, then the others.
    fn engines(&self) -> Vec<Figures> {
        std::iter::once(self.categories["all"]).chain(self.others.iter().copied()).collect()
    }
}

fn suite() {
    let mut engines = vec!["Lotse", "SQLite FTS5", "tantivy, Snowball"];
    let mut postgres = Postgres::start();
    match &postgres {
        Ok(_) => engines.push("PostgreSQL"),
        Err(why) => println!("PostgreSQL is left out: {why}"),
    }
    let measured: Vec<Measured> =
        CATALOGUES.into_iter().flat_map(|catalogue| measure_catalogue(catalogue, postgres.as_mut().ok())).collect();
    print_headline(&engines, &measured);
    print_lotse(&measured);
    print_categories(&measured);
}

fn measure_catalogue(catalogue: &str, mut postgres: Option<&mut Postgres>) -> Vec<Measured> {
    let lotse = Lotse::new(source(catalogue));
    let loaded = Catalogue::load(&source(catalogue), date(2026, 11, 20)).expect("a catalogue");
    let fts5 = Fts5::new(&loaded.register, &loaded.measures).expect("a table");
    let stemmed = Stemmed::new(&loaded.register, &loaded.measures).expect("an index");
    if let Some(postgres) = &mut postgres {
        postgres.load(&loaded.register, &loaded.measures);
    }
    let crowd = Lotse::among_others(loaded, OTHERS);
    let parts = PARTS.into_iter().filter(|part| part.catalogue == catalogue);
    parts
        .map(|part| {
            let cases = part.cases();
            let mut others = vec![
                measure(&cases, |query| fts5.search(query))["all"],
                measure(&cases, |query| stemmed.search(query))["all"],
            ];
            others.extend(postgres.as_mut().map(|postgres| measure(&cases, |query| postgres.search(query))["all"]));
            Measured {
                part,
                categories: measure(&cases, |query| lotse.search(query)),
                others,
                crowded: measure(&cases, |query| crowd.search(query))["all"],
                jumps: cases.iter().filter(|case| jumps(&lotse, case)).count(),
            }
        })
        .collect()
}

/// The share of queries with a right first place, of every engine.
fn print_headline(engines: &[&str], measured: &[Measured]) {
    print_row(["success@1", "queries"].iter().chain(engines));
    println!("|{}", "---|".repeat(engines.len() + 2));
    for part in measured {
        let figures = part.engines();
        let success = figures.iter().map(|figures| format!("{:.3}", figures.success()));
        print_row([part.name(), figures[0].queries.to_string()].into_iter().chain(success));
    }
    // Every catalogue counts the same, whatever the number of its queries.
    let catalogues = CATALOGUES.map(|catalogue| {
        let mut sums = vec![Figures::default(); engines.len()];
        for part in measured.iter().filter(|part| part.part.catalogue == catalogue) {
            sums.iter_mut().zip(part.engines()).for_each(|(sum, figures)| sum.join(figures));
        }
        sums
    });
    let queries = catalogues.iter().map(|sums| sums[0].queries).sum::<usize>();
    let means = (0..engines.len()).map(|engine| {
        let mean = catalogues.iter().map(|sums| sums[engine].success()).sum::<f64>() / catalogues.len() as f64;
        format!("{mean:.3}")
    });
    print_row(["mean over catalogues".to_owned(), queries.to_string()].into_iter().chain(means));
}

/// What else is known of Lotse.
fn print_lotse(measured: &[Measured]) {
    let crowd = format!("among {OTHERS} other entries: success@1 / MRR@10");
    println!(
        "\n| Lotse | MRR@10 | recall@10 | no hit | {crowd} | left the first place and came back |\n|---|---|---|---|---|---|"
    );
    for part in measured {
        let (all, crowded) = (part.categories["all"], part.crowded);
        let (mrr, recall, zero) = (all.mrr(), all.recall(), all.zero());
        let crowd = format!("{:.3} / {:.3}", crowded.success(), crowded.mrr());
        println!(
            "| {} | {mrr:.3} | {recall:.3} | {zero:.3} | {crowd} | {} of {} |",
            part.name(),
            part.jumps,
            all.queries
        );
    }
}

/// Lotse by category, a column for each part.
fn print_categories(measured: &[Measured]) {
    println!();
    print_row(std::iter::once("category".to_owned()).chain(measured.iter().map(Measured::name)));
    println!("|{}", "---|".repeat(measured.len() + 1));
    let categories: BTreeSet<&String> = measured.iter().flat_map(|part| part.categories.keys()).collect();
    for category in categories.into_iter().filter(|category| *category != "all") {
        let cells = measured.iter().map(|part| part.categories.get(category).map_or_else(String::new, cell));
        print_row(std::iter::once(category.clone()).chain(cells));
    }
}

fn cell(f: &Figures) -> String {
    format!("{}: {:.3} / {:.3} / {:.3} / {:.3}", f.queries, f.success(), f.mrr(), f.recall(), f.zero())
}

fn print_row(cells: impl IntoIterator<Item = impl Display>) {
    let cells: Vec<String> = cells.into_iter().map(|cell| cell.to_string()).collect();
    println!("| {} |", cells.join(" | "));
}

/// Entries about everything else that stand around the shipped ones.
const OTHERS: usize = 20_000;

/// Whether the entry that is first in the end was first before and went away in between.
fn jumps(lotse: &Lotse, case: &Case) -> bool {
    let ends = case.query.char_indices().map(|(at, c)| at + c.len_utf8());
    // As the screen does it: what stood first a letter ago is told.
    let mut before: Option<(Kind, String)> = None;
    let mut firsts: Vec<Option<String>> = Vec::new();
    for end in ends {
        let first = lotse.first(&case.query[..end], before.take());
        before = first.clone();
        firsts.push(first.map(|(_, id)| id));
    }
    let right = |first: &Option<String>| first.as_ref().is_some_and(|id| case.expected.contains(id));
    // With one or two letters it is chance.
    let arrived = (2..firsts.len()).find(|at| right(&firsts[*at]));
    arrived.is_some_and(|arrived| firsts.last().is_some_and(right) && !firsts[arrived..].iter().all(right))
}

fn on(source: Source, file: &Path) {
    let lotse = Lotse::new(source);
    let cases = read(file);
    print_failures(&lotse, &cases);
    print_table("Lotse", &measure(&cases, |query| lotse.search(query)));
}

/// Lotse with an index in memory.
struct Lotse {
    snapshot: Arc<Snapshot>,
}

impl Lotse {
    fn new(source: Source) -> Self {
        let mut manager = IndexManager::new(source, None, Arc::new(Texts::new(Lang::De)), date(2026, 11, 20));
        let mut latest = None;
        let mut hear = |news| {
            if let IndexEvent::Snapshot(snapshot) = news {
                latest = Some(snapshot);
            }
        };
        manager.refresh(&mut hear).expect("a catalogue");
        Self { snapshot: latest.expect("an index") }
    }

    /// The entries of a catalogue among others about everything else.
    fn among_others(catalogue: Catalogue, others: usize) -> Self {
        let total = catalogue.measures.len() + others;
        let measures = catalogue.measures.into_iter().chain(general::measures(others));
        let texts = Arc::new(Texts::new(Lang::De));
        Self { snapshot: Arc::new(index_in_memory(catalogue.register, measures, total, texts).expect("an index")) }
    }

    fn answer(&self, query: &str) -> Answer {
        let request = Request { complete: true, explain: true, ..Request::new(query, date(2026, 11, 20)) };
        self.snapshot.answer(&request, &mut Analyser::new()).expect("an answer")
    }

    /// What stands first while somebody types, after what stood there a letter ago.
    fn first(&self, line: &str, stood_first: Option<(Kind, String)>) -> Option<(Kind, String)> {
        let request = Request { stood_first, limit: 1, ..Request::new(line, date(2026, 11, 20)) };
        let hits = self.snapshot.answer(&request, &mut Analyser::new()).expect("an answer").hits;
        hits.first().map(|hit| (hit.row.kind, hit.row.id.to_string()))
    }

    fn search(&self, query: &str) -> Vec<String> {
        self.answer(query).hits.iter().map(|hit| hit.row.id.to_string()).collect()
    }
}

fn print_answer(lotse: &Lotse, query: &str) {
    let answer = lotse.answer(query);
    println!("{} hits, partial {:?}", answer.total, answer.partial);
    for hit in answer.hits.iter().take(6) {
        println!("{:8.2} {}", hit.score, hit.row.title);
        for why in hit.explanations.iter().flatten() {
            println!("         {} {} {:?} {:?}", why.word, why.found, why.reason, why.part);
        }
    }
}

fn print_jumps(lotse: &Lotse, cases: &[Case]) {
    for case in cases.iter().filter(|case| jumps(lotse, case)) {
        println!("{} <- {}", case.query, case.expected.join(" "));
        for end in case.query.char_indices().map(|(at, c)| at + c.len_utf8()) {
            let found = lotse.search(&case.query[..end]);
            println!("    {:30} {}", &case.query[..end], found.iter().take(3).cloned().collect::<Vec<_>>().join(" "));
        }
    }
}

fn print_failures(lotse: &Lotse, cases: &[Case]) {
    for case in cases {
        let found = lotse.search(&case.query);
        let right = |id: &String| case.expected.contains(id);
        if !found.first().is_some_and(right) {
            let place = found.iter().position(right).map_or("-".to_owned(), |place| (place + 1).to_string());
            let instead = found.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(" ");
            let (category, query, expected) = (&case.category, &case.query, case.expected.join(" "));
            println!("{category:12} {place:>3} {query:45} {expected}  <- {instead}");
        }
    }
}

fn print_table(engine: &str, figures: &BTreeMap<String, Figures>) {
    println!("\n| {engine} | queries | success@1 | MRR@10 | recall@10 | no hit |\n|---|---|---|---|---|---|");
    for (category, f) in figures {
        let (first, mrr, recall, zero) = (f.success(), f.mrr(), f.recall(), f.zero());
        println!("| {category} | {} | {first:.3} | {mrr:.3} | {recall:.3} | {zero:.3} |", f.queries);
    }
}
