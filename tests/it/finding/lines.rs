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
    few::Few,
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

/// What was scored with the keys before must never show.
const ASKED: &str = r#"
    [[entry]]
    id = "eins"
    title = "Deutsch im Beruf"
    summary = "Ein Sprachkurs für die Pflege."
    [[entry]]
    id = "zwei"
    title = "Pflege lernen"
    content = "Deutsch hilft im Beruf. Wie das geht, steht hier."
    [[entry]]
    id = "drei"
    title = "Hilfe bei Schulden"
    aliases = ["Kurs über Geld"]
"#;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_was_asked_before_changes_no_answer(
        lines in prop::collection::vec(
            prop::collection::vec(select(&["deutsch", "beruf", "pflege", "kurs", "schulden", "wie", "das", "pfl", "wer?"][..]), 0..5),
            1..6,
        ),
        blanks in prop::collection::vec(any::<bool>(), 6),
    ) {
        let asked_on = Few::of(ASKED);
        for (words, blank) in lines.iter().zip(blanks) {
            let line = words.join(" ") + if blank { " " } else { "" };
            let scored = |few: &Few| {
                let answer = few.answer(&Request { limit: 500, ..Request::new(&line, TODAY) });
                answer.hits.iter().map(|hit| (hit.row.id.clone(), hit.score)).collect::<Vec<_>>()
            };
            prop_assert_eq!(scored(&asked_on), scored(&Few::of(ASKED)), "{}", line);
        }
    }
}
