//! Reads any bytes as the log of an import that was interrupted: every file that it names lies in the catalogue.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lotse::{
    base::hostile_character,
    catalogue::{Id, MAX_FILE},
    store::BatchLog,
};

fuzz_target!(|bytes: &[u8]| {
    let Ok(log) = BatchLog::parse(bytes) else { return };
    for item in log.items() {
        assert!(Id::parse(&item.id).is_some() && item.after.len() as u64 <= MAX_FILE);
    }
    if let Some(side_file) = log.side_file() {
        assert!(Id::parse(&side_file.name).is_some());
    }
    assert!(hostile_character(log.title()).is_none());
    let again = serde_json::to_vec(&log).expect("it was read");
    assert_eq!(BatchLog::parse(&again).expect("it was written"), log);
});
