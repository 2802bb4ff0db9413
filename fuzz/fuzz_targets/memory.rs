//! Reads any text as what imports remember of a table.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lotse::{
    catalogue::{FIELDS, Field, Id},
    exchange::import::Memory,
};

fuzz_target!(|text: &str| {
    let Ok(memory) = Memory::parse(text) else { return };
    let named = Field::named("measure_number").unwrap_or(&FIELDS[0]);
    if let Some(remembered) = memory.get(&(named, "1".to_owned())) {
        assert!(Id::parse(&remembered.id).is_some());
        FIELDS.iter().for_each(|field| drop(remembered.get(field)));
    }
    assert_eq!(Memory::parse(&memory.to_text()), Ok(memory));
});
