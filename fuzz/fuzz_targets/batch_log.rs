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
    for piece in log.pieces() {
        assert!(Id::parse(&piece.id).is_some() && piece.after.len() as u64 <= MAX_FILE);
    }
    if let Some(note) = log.note() {
        assert!(Id::parse(&note.name).is_some());
    }
    assert!(hostile_character(log.title()).is_none());
    let again = serde_json::to_vec(&log).expect("it was read");
    assert_eq!(BatchLog::parse(&again).expect("it was written"), log);
});
