//! Measures what `docs/performance.md` promises, over generated catalogues of any size, and prints the table.
//!
//! ```text
//! cargo bench --bench performance                      # 1,000 and 100,000 entries
//! cargo bench --bench performance -- 1000              # these sizes only
//! cargo bench --bench performance -- keys 100000       # the slowest keys, to be looked into
//! cargo bench --bench performance -- keys 100000 LINE  # every key of one line
//! cargo bench --bench performance -- folder DIR 1000   # writes a catalogue folder, to be measured from outside
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

#[path = "support/generator.rs"]
mod generator;

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use generator::{QUERIES, TODAY};
use lotse::{
    catalogue::{Catalogue, Kind, Source},
    config::Settings,
    german::Analyser,
    locale::{Lang, Texts},
    search::{IndexEvent, IndexManager, Request, Snapshot, index_in_memory},
    tui::TestApp,
};

const SIZES: [usize; 2] = [1_000, 100_000];
/// Columns and rows of the measured screen.
const SCREEN: (u16, u16) = (120, 40);

fn main() -> io::Result<()> {
    // cargo passes `--bench` along.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["folder", folder, count] => generator::write_folder(Path::new(folder), number(count)),
        ["memory", folder, cache] => {
            memory(Path::new(folder), Path::new(cache));
            Ok(())
        }
        ["keys", count] => {
            slowest_keys(number(count));
            Ok(())
        }
        ["keys", count, line] => {
            keys_of(number(count), line);
            Ok(())
        }
        [] => table(&SIZES),
        sizes => table(&sizes.iter().map(|size| number(size)).collect::<Vec<_>>()),
    }
}

fn number(text: &str) -> usize {
    text.parse().expect("a number of entries")
}

/// One measured line: what, goal by size, value.
fn table(sizes: &[usize]) -> io::Result<()> {
    println!("| entries | what | goal | measured |\n|---|---|---|---|");
    for size in sizes {
        for (what, goal, measured) in measure(*size)? {
            println!("| {size} | {what} | {goal} | {measured} |");
        }
    }
    Ok(())
}

fn measure(size: usize) -> io::Result<Vec<(&'static str, String, String)>> {
    let large = size >= 100_000;
    let goal = |small: &str, great: &str| if large { great.to_owned() } else { small.to_owned() };
    let mut lines = Vec::new();

    let measures: Vec<_> = generator::measures(size).collect();
    let texts = Arc::new(Texts::new(Lang::De));
    let started = Instant::now();
    let snapshot = index_in_memory(generator::register(), measures.into_iter(), size, texts).expect("an index");
    lines.push(("build the index from entries in memory", goal("0.2 s", "10 s"), seconds(started.elapsed())));

    let snapshot = Arc::new(snapshot);
    let started = Instant::now();
    snapshot.prepare();
    // The manager does it behind the first frame.
    lines.push(("lists of words read, behind the first frame", "-".to_owned(), millis_of(started.elapsed())));
    let report = report_keys(snapshot.clone());
    let mut keys: Vec<Duration> = key_presses(snapshot, QUERIES).into_iter().map(|(_, time)| time).collect();
    keys.sort_unstable();
    let quantiles = format!("{} / {} / {} ms", millis(at(&keys, 0.5)), millis(at(&keys, 0.99)), millis(at(&keys, 1.0)));
    lines.push(("key press to finished frame, p50 / p99 / max", goal("1 / 3 ms", "2 / 6 ms"), quantiles));

    let told = report.iter().map(|(key, time)| format!("{key} {} ms", millis(*time))).collect::<Vec<_>>().join(", ");
    lines.push(("key press to finished frame on the report", goal("3 ms", "6 ms"), told));

    let folder = tempfile::tempdir()?;
    let (catalogue, cache) = (folder.path().join("catalogue"), folder.path().join("cache"));
    generator::write_folder(&catalogue, size)?;
    lines.extend(on_disk(&catalogue, &cache, &goal)?);
    Ok(lines)
}

/// Types all lines letter by letter, walks down a little and takes everything back; times every key.
fn key_presses(snapshot: Arc<Snapshot>, lines: &[&str]) -> Vec<(String, Duration)> {
    let settings = Settings::parse("", Path::new("settings.toml"), None).0;
    let mut screen = TestApp::open(Some(snapshot), settings, SCREEN, Lang::De, TODAY);
    let mut times = Vec::new();
    for line in lines {
        let letters = line.chars().map(String::from);
        let walk = ["<down>", "<down>", "<pagedown>", "<up>"].map(String::from);
        let back = line.chars().map(|_| "<backspace>".to_owned());
        for key in letters.chain(walk).chain(back) {
            let started = Instant::now();
            screen.press(&key);
            times.push((format!("{line} {key}"), started.elapsed()));
        }
    }
    times
}

/// Opens the report and turns it; the median of each key over several rounds.
fn report_keys(snapshot: Arc<Snapshot>) -> Vec<(String, Duration)> {
    const TIMES: usize = 11;
    let settings = Settings::parse("", Path::new("settings.toml"), None).0;
    let mut screen = TestApp::open(Some(snapshot), settings, SCREEN, Lang::De, TODAY);
    let keys = ["<alt-a>", "<down>", "<right>", "<f6>", "<f2>", "<f3>", "<shift-f3>", "<shift-f2>", "<f6>", "<esc>"];
    let mut times = vec![Vec::new(); keys.len()];
    for _ in 0..TIMES {
        for (key, times) in keys.iter().zip(&mut times) {
            let started = Instant::now();
            screen.press(key);
            times.push(started.elapsed());
        }
    }
    let median = |mut times: Vec<Duration>| {
        times.sort_unstable();
        at(&times, 0.5)
    };
    keys.iter().zip(times).map(|(key, times)| ((*key).to_owned(), median(times))).collect()
}

/// Passes over the lines: the best of them is not that of a busy moment.
const ROUNDS: usize = 5;

/// The keys that took longest, with the query that they belong to.
fn slowest_keys(size: usize) {
    let snapshot = prepared(size);
    let mut keys: Vec<_> = (0..ROUNDS).flat_map(|_| key_presses(snapshot.clone(), QUERIES)).collect();
    keys.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
    keys.iter().step_by(ROUNDS).take(40).for_each(|(key, time)| println!("{} ms  {key}", millis(*time)));
}

/// The fastest of some rounds of every key of a line.
fn keys_of(size: usize, line: &str) {
    let snapshot = prepared(size);
    let rounds: Vec<_> = (0..ROUNDS * 4).map(|_| key_presses(snapshot.clone(), &[line])).collect();
    for (number, (key, _)) in rounds[0].iter().enumerate() {
        let fastest = rounds.iter().map(|round| round[number].1).min().expect("a round");
        println!("{} ms  {key}", millis(fastest));
    }
}

fn prepared(size: usize) -> Arc<Snapshot> {
    let texts = Arc::new(Texts::new(Lang::De));
    let snapshot = index_in_memory(generator::register(), generator::measures(size), size, texts).expect("an index");
    snapshot.prepare();
    Arc::new(snapshot)
}

fn on_disk(
    catalogue: &Path,
    cache: &Path,
    goal: &dyn Fn(&str, &str) -> String,
) -> io::Result<Vec<(&'static str, String, String)>> {
    let mut lines = Vec::new();
    let source = Source::folder(catalogue).expect("a catalogue folder");
    let started = Instant::now();
    let loaded = Catalogue::load(&source, TODAY).expect("a catalogue");
    let read = seconds(started.elapsed());
    drop(loaded);
    lines.push(("read and check the TOML folder", goal("0.1 s", "10 s"), read));

    let started = Instant::now();
    manager(&source, cache).refresh(&mut |_| {}).expect("an index");
    lines.push(("first start: read, check, index, verify, switch", "-".to_owned(), seconds(started.elapsed())));
    // What has just been written is compared by content once; every later start goes by the clock.
    open(&source, cache).0.refresh(&mut |_| {}).expect("a refresh");

    let started = Instant::now();
    let (mut opened, screen) = open(&source, cache);
    lines.push(("start to first usable frame, index current", goal("20 ms", "30 ms"), millis_of(started.elapsed())));
    drop(screen);

    let started = Instant::now();
    opened.refresh(&mut |_| {}).expect("a refresh");
    lines.push(("nothing changed since last start: noticed", goal("10 ms", "300 ms"), millis_of(started.elapsed())));

    let times = saves(&source, catalogue, cache)?;
    let quantiles = format!("{} / {} ms", millis(at(&times, 0.5)), millis(at(&times, 1.0)));
    lines.push(("saved entry reread until its new text is found, p50 / max", goal("50 ms", "200 ms"), quantiles));

    lines.push(("memory after 100 searches, anonymous pages", goal("20 MB", "40 MB"), child_memory(catalogue, cache)?));
    lines.push(("size of the index", "-".to_owned(), format!("{:.1} MB", size_of(cache)? as f64 / 1e6)));
    Ok(lines)
}

/// Changes one entry after the other and times each from the call of the manager to the answer with the new text; the
/// first right after the index was opened.
fn saves(source: &Source, catalogue: &Path, cache: &Path) -> io::Result<Vec<Duration>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(catalogue.join("measures"))?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.sort();
    let mut manager = manager(source, cache);
    let _serving = manager.open().expect("an index");
    let mut analyser = Analyser::new();
    let mut times = Vec::new();
    for (letter, file) in ('a'..='t').zip(files.iter().step_by(files.len() / 20)) {
        let word = format!("umgetauft{letter}{letter}{letter}");
        let text = fs::read_to_string(file)?.replacen("title = \"", &format!("title = \"{word} "), 1);
        fs::write(file, text)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let started = Instant::now();
        let mut found = 0;
        let mut hear = |news| {
            if let IndexEvent::Snapshot(snapshot) = news {
                let answer = snapshot.answer(&Request::new(&word, TODAY), &mut analyser).expect("an answer");
                found = answer.total;
                times.push(started.elapsed());
            }
        };
        manager.refresh_files(&[format!("measures/{name}").into()], &mut hear).expect("a new state");
        assert_eq!(found, 1, "{word}");
    }
    times.sort_unstable();
    Ok(times)
}

fn manager(source: &Source, cache: &Path) -> IndexManager {
    IndexManager::new(source.clone(), Some(cache), Arc::new(Texts::new(Lang::De)), TODAY)
}

fn open(source: &Source, cache: &Path) -> (IndexManager, TestApp) {
    let mut manager = manager(source, cache);
    let snapshot = manager.open().expect("the index that was just built");
    let settings = Settings::parse("", Path::new("settings.toml"), None).0;
    let screen = TestApp::open(Some(snapshot), settings, SCREEN, Lang::De, TODAY);
    (manager, screen)
}

/// Runs a hundred searches in a process of its own and asks the system for its anonymous pages.
fn child_memory(catalogue: &Path, cache: &Path) -> io::Result<String> {
    let child = Command::new(std::env::current_exe()?).arg("memory").args([catalogue, cache]).output()?;
    Ok(String::from_utf8_lossy(&child.stdout).trim().to_owned())
}

fn memory(catalogue: &Path, cache: &Path) {
    let source = Source::folder(catalogue).expect("a catalogue folder");
    let snapshot = manager(&source, cache).open().expect("an index");
    let mut analyser = Analyser::new();
    for number in 0..100 {
        let query = QUERIES[number % QUERIES.len()];
        let request = Request { kind: Some(Kind::Measure), facets: true, ..Request::new(query, TODAY) };
        snapshot.answer(&request, &mut analyser).expect("an answer");
    }
    println!("{}", anonymous_pages());
}

fn anonymous_pages() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    let kib = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
    kib.map_or("not known on this system".to_owned(), |kib| format!("{:.1} MB", kib / 1000.0))
}

fn size_of(folder: &Path) -> io::Result<u64> {
    let mut total = 0;
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let meta = entry.metadata()?;
            if meta.is_dir() { folders.push(entry.path()) } else { total += meta.len() }
        }
    }
    Ok(total)
}

fn at(sorted: &[Duration], quantile: f64) -> Duration {
    let last = sorted.len().saturating_sub(1);
    sorted.get((last as f64 * quantile) as usize).copied().unwrap_or_default()
}

fn millis(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1000.0)
}

fn millis_of(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}
