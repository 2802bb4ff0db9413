//! Takes any search line apart, and analyses any text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lotse::{
    german::{Analyser, fold},
    search::{MAX_WORDS, Query},
};

fuzz_target!(|line: &str| {
    let mut analyser = Analyser::new();
    let query = Query::parse(line, &mut analyser);
    assert!(query.words.len() <= MAX_WORDS);
    for word in &query.words {
        assert!(line.get(word.range.clone()).is_some());
    }
    for filter in &query.filters {
        assert!(line.get(filter.range.clone()).is_some());
    }
    for token in analyser.tokens(line) {
        assert!(line.get(token.range).is_some());
    }
    let folded = fold(line);
    assert_eq!(fold(&folded), folded, "folding twice is folding once");
});
