//! Reads any bytes as a table, proposes a mapping of it, and plans what would become of its entries.
#![no_main]

use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};
use libfuzzer_sys::fuzz_target;
use lotse::{
    base::hostile_character,
    catalogue::{Register, Source, Values, read_register},
    exchange::import::{
        FileContent, Mapping, Matcher, Memory, Outcome, PlanInput, Prefer, TableEntry, TableLayout, infer_mapping, plan,
        propose, read, read_mapping, table_entries,
    },
    locale::{Lang, Texts},
    store::propose_id,
};

const TODAY: Date = date(2026, 11, 20);

static REGISTER: LazyLock<Register> = LazyLock::new(|| {
    let files = Source::Embedded.files().expect("the demo catalogue is part of the program");
    read_register(&Source::Embedded, &files).0
});
static MATCHER: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(&REGISTER));
static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::new(Lang::De));

fuzz_target!(|bytes: &[u8]| {
    let file: Arc<str> = "tabelle".into();
    match read(&file, bytes, None) {
        Err(_) => {}
        Ok(FileContent::Entries(entries)) => check_plan(entries, &Mapping::default()),
        Ok(FileContent::Table(table)) => {
            let proposed = propose(&table, &file, &MATCHER, &TEXTS, TODAY);
            assert!(proposed.chars().all(|c| c == '\n' || hostile_character(c.encode_utf8(&mut [0; 4])).is_none()));
            let mapping = read_mapping(&file, &proposed, &MATCHER);
            assert!(
                mapping.is_ok() || toml_is_sound(&proposed),
                "only a person can mend what a proposal leaves open: {proposed}"
            );
            let inferred = infer_mapping(&table, &MATCHER, TODAY).map(|inferred| inferred.mapping);
            for mapping in mapping.into_iter().chain(inferred) {
                if let Ok(layout) = TableLayout::new(&table, &mapping, &file) {
                    check_plan(table_entries(&file, &table, &layout, &mapping, &MATCHER), &mapping);
                }
            }
        }
    }
});

/// The only faults that a proposal may have are those that a person has to decide.
fn toml_is_sound(text: &str) -> bool {
    Values::read(text).is_ok()
}

/// Whatever a table says, what would be written is a file that can be read.
fn check_plan(entries: Vec<TableEntry>, mapping: &Mapping) {
    let input = PlanInput {
        mapping,
        existing: &[],
        memory: &Memory::default(),
        prefer: Prefer::Ask,
        register: &REGISTER,
        today: TODAY,
        propose_id: &|words, taken| propose_id(words, taken),
    };
    for item in plan(entries, &input).items {
        if let Outcome::New { text } | Outcome::Changed { text, .. } = &item.outcome {
            assert!(Values::read(text).is_ok(), "{text}");
        }
    }
}
