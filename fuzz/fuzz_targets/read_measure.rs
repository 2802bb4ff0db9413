//! Reads any text as a measure file, against the shipped vocabularies.
#![no_main]

use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};
use libfuzzer_sys::fuzz_target;
use lotse::{
    base::hostile_character,
    catalogue::{Register, Source, read_measure, read_register},
};

const TODAY: Date = date(2026, 11, 20);

static REGISTER: LazyLock<Register> = LazyLock::new(|| {
    let files = Source::Embedded.files().expect("the demo catalogue is part of the program");
    read_register(&Source::Embedded, &files).0
});

fuzz_target!(|text: &str| {
    let file: Arc<str> = "measures/frau-stark.toml".into();
    let read = read_measure(&file, text, &REGISTER, TODAY);
    for fault in &read.diagnostics {
        assert_eq!(hostile_character(&fault.location.to_string()), None);
        assert_eq!(hostile_character(&fault.location.excerpt), None);
    }
    if let Some(measure) = read.measure {
        let texts =
            [Some(&measure.title), Some(&measure.summary), measure.content.as_ref(), measure.internal_note.as_ref()];
        assert!(texts.into_iter().flatten().all(|text| hostile_character(text).is_none()));
    }
});
