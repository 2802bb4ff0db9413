//! Any text as the file of an entry, any change of one field: it comes out as it was meant and touches no other field,
//! or it is refused. And two people's changes are merged without a panic, and the same once more changes nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lotse::{
    catalogue::{Change, FIELDS, Values, changed, typed_value},
    store::{Merged, merge},
};

fuzz_target!(|input: (String, u8, String, String)| {
    let (text, number, typed, now) = input;
    let field = &FIELDS[usize::from(number) % FIELDS.len()];
    let Ok(value) = typed_value(field, &typed) else { return };
    let change = [Change { field, value }];
    if let Ok(after) = changed(&text, &change) {
        let mut wanted = Values::read(&text).expect("what was changed could be read");
        wanted.set(field, change[0].value.clone());
        assert_eq!(Values::read(&after).expect("what was written can be read"), wanted);
    }
    if let Ok(Merged::Clean { text: both, .. }) = merge(&text, &change, &now) {
        let again = merge(&text, &change, &both).expect("what was merged can be read");
        assert!(matches!(&again, Merged::Clean { text, .. } if *text == both), "{again:?}");
    }
});
