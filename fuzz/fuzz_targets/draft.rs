//! Reads any bytes as a draft, and as a notice of who works at an entry.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lotse::{
    base::hostile_character,
    catalogue::Id,
    store::{Draft, ProcessIdentity},
};

fuzz_target!(|bytes: &[u8]| {
    let draft = Draft::parse(bytes).ok();
    if let Some(id) = draft.as_ref().and_then(|draft| draft.id.as_ref()) {
        assert!(Id::parse(id).is_some());
    }
    for worker in draft.map(|draft| draft.worker).into_iter().chain(ProcessIdentity::parse(bytes).ok()) {
        for text in [&worker.name, &worker.user, &worker.host] {
            assert!(hostile_character(text).is_none() && !text.contains('\n'));
        }
        let _ = worker.has_ended();
    }
});
