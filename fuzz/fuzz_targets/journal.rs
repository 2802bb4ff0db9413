//! Reads any bytes as the journal of an entry: what is taken is harmless, and what was written is read back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lotse::{
    base::hostile_character,
    catalogue::Id,
    store::{Act, read_journal},
};

fuzz_target!(|bytes: &[u8]| {
    let (entries, faults) = read_journal(bytes);
    assert!(entries.len() + faults.len() <= bytes.split(|byte| *byte == b'\n').count());
    for entry in &entries {
        assert!(hostile_character(&entry.by).is_none() && hostile_character(&entry.user).is_none());
        if let Act::Rename { from } = &entry.act {
            assert!(Id::parse(from).is_some(), "{from}");
        }
    }
    let lines: Vec<String> = entries.iter().map(|entry| serde_json::to_string(entry).expect("it was read")).collect();
    assert_eq!(read_journal(lines.join("\n").as_bytes()), (entries, Vec::new()));
});
