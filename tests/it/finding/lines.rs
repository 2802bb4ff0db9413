//! Any line, after whatever stood first: there is an answer, and what it says of its hits is true.

use std::sync::LazyLock;

use lotse::{
    catalogue::Kind,
    german::Analyser,
    search::{Request, Sort},
};
use proptest::{prelude::*, sample::select};

use crate::support::{
    TODAY,
    screen::{catalogue, shipped},
};

/// Ids of entries, and some that nothing has.
static IDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let known = catalogue().measures.iter().map(|measure| measure.id.to_string());
    known.chain(["", "gibt-es-nicht", "\0", "frauen"].map(str::to_owned)).collect()
});

/// Words that mean something to a line beside anything else.
const WORDS: [&str; 16] = [
    "Sucht",
    "schulden",
    "wetzlar",
    "U25",
    "E-Mail",
    "Theatrekurs",
    "\"frau",
    "-kita",
    "§ 16",
    "ort:wetzlar",
    "ort:",
    "in",
    "ß",
    "\u{301}",
    "😀",
    "kursangebotsberatung",
];

fn lines() -> impl Strategy<Value = String> {
    let word = prop_oneof![select(&WORDS[..]).prop_map(str::to_owned), "\\PC{0,8}"];
    prop::collection::vec(word, 0..6).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn every_line_has_an_answer_whatever_stood_first(
        line in prop_oneof![lines(), "\\PC{0,60}"],
        stood in prop::option::of((select(&Kind::ALL[..]), select(IDS.clone()))),
        kind in prop::option::of(select(&Kind::ALL[..])),
        sort in select(&Sort::ALL[..]),
        offset in 0_usize..30,
        complete: bool,
    ) {
        let request = Request {
            kind, sort, offset, complete, facets: true, explain: true, ..Request::new(&line, TODAY)
        };
        let plain = shipped().answer(&request, &mut Analyser::new()).unwrap();
        let calm = Request { stood_first: stood.clone(), ..request };
        let answer = shipped().answer(&calm, &mut Analyser::new()).unwrap();
        prop_assert_eq!(answer.total, plain.total);
        prop_assert_eq!(answer.hits.len(), plain.hits.len());
        for hit in &answer.hits {
            let title = hit.row.title.as_str();
            prop_assert!(hit.title_marks.is_sorted_by(|one, next| one.end <= next.start), "{:?}", hit.title_marks);
            prop_assert!(hit.title_marks.iter().all(|mark| title.get(mark.clone()).is_some_and(|text| !text.is_empty())));
            prop_assert!(hit.serves.as_deref().is_none_or(|word| sort == Sort::Relevance && line.contains(word)));
        }
    }
}
