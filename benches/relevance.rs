//! Measures how well the right entries are found, beside two engines without German.
//!
//! ```text
//! cargo bench --bench relevance                 # all parts of the suite
//! cargo bench --bench relevance -- figures      # one line for each part, of Lotse alone
//! cargo bench --bench relevance -- failures     # the queries that miss the first place, without those of the part "final"
//! cargo bench --bench relevance -- jumps        # the queries whose first place changes while one types, without those of "final"
//! cargo bench --bench relevance -- ask WORDS    # one query: the first hits with their scores and reasons
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
#[path = "../tests/it/relevance/suite.rs"]
mod relevance;

use std::{collections::BTreeMap, path::Path, sync::Arc};

use baselines::{Fts5, Stemmed};
use jiff::civil::date;
use lotse::{
    catalogue::{Catalogue, Source},
    german::Analyser,
    locale::{Lang, Texts},
    search::{Answer, IndexEvent, IndexManager, Request, Snapshot, index_in_memory},
};
use relevance::{CATALOGUES, Case, Figures, PARTS, measure, read, source};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["ask", words @ ..] => print_answer(&Lotse::new(Source::Embedded), &words.join(" ")),
        ["jumps"] => each_catalogue(print_jumps),
        ["failures"] => each_catalogue(print_failures),
        ["figures"] => figures(),
        ["on", folder, file] => on(Source::folder(Path::new(folder)).expect("a catalogue"), Path::new(file)),
        _ => suite(),
    }
}

/// Looks at the queries that may be looked at.
fn each_catalogue(print: fn(&Lotse, &[Case])) {
    for part in PARTS.into_iter().filter(|part| part.name != "final") {
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
            println!("{name:16} {} of {:3} {first:.3} {mrr:.3} {recall:.3} none {none} jumps {jumps}", all.first, all.queries);
        }
    }
}

fn suite() {
    let mut means = Vec::new();
    for catalogue in CATALOGUES {
        let lotse = Lotse::new(source(catalogue));
        let loaded = Catalogue::load(&source(catalogue), date(2026, 11, 20)).expect("a catalogue");
        let fts5 = Fts5::new(&loaded.register, &loaded.measures).expect("a table");
        let stemmed = Stemmed::new(&loaded.register, &loaded.measures).expect("an index");
        let crowd = Lotse::among_others(loaded, OTHERS);
        let mut all = Figures::default();
        for part in PARTS.into_iter().filter(|part| part.catalogue == catalogue) {
            println!("\n## {catalogue}, {}\n", part.name);
            let cases = part.cases();
            let figures = measure(&cases, |query| lotse.search(query));
            all.join(figures["all"]);
            print_table("Lotse", &figures);
            print_table("SQLite FTS5", &measure(&cases, |query| fts5.search(query)));
            print_table("tantivy, Snowball", &measure(&cases, |query| stemmed.search(query)));
            let crowded = measure(&cases, |query| crowd.search(query))["all"];
            println!("\nAmong {OTHERS} other entries: success@1 {:.3}, MRR@10 {:.3}", crowded.success(), crowded.mrr());
            let jumps: Vec<&Case> = cases.iter().filter(|case| jumps(&lotse, case)).collect();
            println!("Typed letter by letter, left the first place and came back: {} of {}", jumps.len(), cases.len());
        }
        means.push(all);
    }
    let mean = |of: fn(&Figures) -> f64| means.iter().map(of).sum::<f64>() / means.len() as f64;
    println!("\nMean over catalogues: success@1 {:.3}, MRR@10 {:.3}", mean(Figures::success), mean(Figures::mrr));
}

/// Entries about everything else that stand around the shipped ones.
const OTHERS: usize = 20_000;

/// Whether the entry that is first in the end was first before and went away in between.
fn jumps(lotse: &Lotse, case: &Case) -> bool {
    let ends = case.query.char_indices().map(|(at, c)| at + c.len_utf8());
    let firsts: Vec<Option<String>> = ends.map(|end| lotse.search(&case.query[..end]).into_iter().next()).collect();
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
