//! The generator of large catalogues makes what it promises: valid, always the same, the same in memory and on disk.

use std::{collections::HashSet, fs, path::Path};

use lotse::catalogue::{Catalogue, Code, Measure, Register, Severity, Source};

use crate::support::{files::temporary_folder, generator};

const COUNT: usize = 200;

fn load(dir: &Path) -> Catalogue {
    generator::write_folder(dir, COUNT).unwrap();
    Catalogue::load(&Source::folder(dir).unwrap(), generator::TODAY).unwrap()
}

fn in_memory() -> Vec<Measure> {
    let mut measures: Vec<_> = generator::measures(COUNT).collect();
    measures.sort_by(|a, b| a.id.cmp(&b.id));
    measures
}

#[test]
fn the_folder_is_valid_and_equal_to_the_entries_in_memory() {
    let dir = temporary_folder();
    let catalogue = load(dir.path());
    let errors: Vec<_> = catalogue.diagnostics.iter().filter(|fault| fault.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    // Titles, days and people are drawn one by one, so they may meet or contradict; the rest is as in a kept house.
    let drawn = [
        Code::TitleTwice,
        Code::StartOutsidePeriod,
        Code::WeeksExceedPeriod,
        Code::PeriodBegun,
        Code::ProviderUnused,
        Code::CoordinatorUnused,
    ];
    let others: Vec<_> = catalogue.diagnostics.iter().filter(|fault| !drawn.contains(&fault.code)).collect();
    assert!(others.len() < COUNT / 4, "{others:#?}");
    assert_eq!(catalogue.measures.len(), COUNT);
    for (read, made) in catalogue.measures.iter().zip(in_memory()) {
        assert_eq!(*read, made);
    }
    assert_same_register(&catalogue.register, &generator::register());
}

fn assert_same_register(read: &Register, made: &Register) {
    macro_rules! same {
        ($($vocabulary:ident)+) => {$(
            assert!(read.$vocabulary.iter().eq(made.$vocabulary.iter()), stringify!($vocabulary));
        )+};
    }
    same!(measure_types target_groups legal_bases modules goals certificates regions places coordinators providers);
    assert_eq!((&read.manifest, &read.synonyms), (&made.manifest, &made.synonyms));
    assert!(made.providers.len() >= 300 && made.places.len() >= 60 && made.coordinators.len() >= 40);
}

#[test]
fn a_second_run_writes_the_same_bytes() {
    let (one, two) = (temporary_folder(), temporary_folder());
    let read = |dir: &Path| {
        load(dir)
            .measures
            .into_iter()
            .map(|entry| {
                let path = dir.join("measures").join(format!("{}.toml", entry.id));
                fs::read_to_string(path).unwrap()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(read(one.path()), read(two.path()));
}

/// FNV-1a over the ids and texts: a change of the generator changes every measured number, and a machine
/// that makes other entries cannot be compared.
#[test]
fn the_entries_are_the_same_on_every_machine() {
    let texts = generator::measures(COUNT).flat_map(|entry| {
        let content = entry.content.as_deref().unwrap_or_default().to_owned();
        [entry.id.to_string(), entry.title.to_string(), entry.summary.to_string(), content]
    });
    let hash = texts
        .flat_map(String::into_bytes)
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    assert_eq!(format!("{hash:016x}"), "8aae66e061adf989");
}

#[test]
fn texts_have_the_promised_length_and_a_long_tail_of_words() {
    let mut words = HashSet::new();
    for entry in generator::measures(5_000) {
        let content = entry.content.as_deref().unwrap();
        let (summary, length) = (entry.summary.chars().count(), content.chars().count());
        assert!((120..=280).contains(&summary), "{summary}: {}", entry.summary);
        assert!((400..=1200).contains(&length), "{length}: {content}");
        for word in
            [&entry.title, &entry.summary, content].iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        {
            words.insert(word.to_lowercase());
        }
    }
    assert!((8_000..20_000).contains(&words.len()), "{}", words.len());
}

#[test]
fn every_query_finds_something() {
    let register = generator::register();
    let texts: Vec<String> = generator::measures(1_000).map(|entry| searchable(&entry, &register)).collect();
    for query in generator::QUERIES.iter().filter(|query| **query != generator::TYPO) {
        let found = texts.iter().filter(|text| query.split(' ').all(|word| text.contains(word))).count();
        assert!(found > 0, "{query}");
    }
}

fn searchable(entry: &Measure, register: &Register) -> String {
    let mut text = format!("{} {} {}", entry.title, entry.summary, entry.content.as_deref().unwrap_or_default());
    for group in &entry.target_groups {
        text.extend([" ", register.target_groups.label(group)]);
    }
    for place in &entry.places {
        text.extend([" ", register.places.label(place)]);
    }
    for basis in entry.legal_bases.iter().filter_map(|id| register.legal_bases.get(id)) {
        text.extend([" ", &basis.citation, " ", &basis.label, " ", basis.short.as_deref().unwrap_or_default()]);
    }
    text.to_lowercase()
}
