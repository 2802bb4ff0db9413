//! Reads any bytes as what lies in the cache beside an index, below the seals: the list of files, the register, an entry.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lotse::{
    base::hostile_character,
    catalogue::{Id, Record, Register, is_inside},
    search::paths_in_list,
};

fuzz_target!(|bytes: &[u8]| {
    for path in paths_in_list(bytes).unwrap_or_default() {
        assert!(is_inside(&path), "{path:?}");
    }
    if let Ok(register) = postcard::from_bytes::<Register>(bytes) {
        for coordinator in register.coordinators.iter() {
            assert!(Id::parse(&coordinator.id).is_some() && hostile_character(&coordinator.name).is_none());
        }
    }
    if let Ok(record) = postcard::from_bytes::<Record>(bytes) {
        assert!(Id::parse(record.id()).is_some() && hostile_character(record.title()).is_none());
    }
});
