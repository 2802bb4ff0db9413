//! A line with two needs: where no offer serves both, the best of each comes first.

use lotse::search::{Answer, Request, Sort};

use crate::support::few::{Few, few, ids};

/// Offers of which each serves one need; one has both words, but only in passing.
const APART: &str = r#"
    [[entry]]
    id = "eins"
    title = "Hilfe bei Sucht"
    [[entry]]
    id = "zwei"
    title = "Hilfe bei Schulden"
    [[entry]]
    id = "am-rand"
    title = "Haus am Markt"
    content = "Zimmer. Bei Sucht und bei Schulden nennen wir andere Stellen."
    [[entry]]
    id = "drei"
    title = "Hilfe bei der Wohnung"
"#;

fn first_two(answer: &Answer) -> Vec<(&str, Option<&str>)> {
    answer.hits.iter().take(2).map(|hit| (hit.row.id.as_str(), hit.serves.as_deref())).collect()
}

#[test]
fn the_best_of_each_comes_first_and_says_what_it_serves() {
    let few = Few::of(APART);
    for (line, [first, second]) in [
        ("Schulden Sucht", [("zwei", "Schulden"), ("eins", "Sucht")]),
        ("schulden wohnung", [("zwei", "schulden"), ("drei", "wohnung")]),
        ("wohnung schulden", [("drei", "wohnung"), ("zwei", "schulden")]),
    ] {
        let answer = few.ask(line);
        assert_eq!(
            first_two(&answer),
            [(first.0, Some(first.1)), (second.0, Some(second.1))],
            "{line}: {}",
            ids(&answer)
        );
    }
}

#[test]
fn all_others_serve_no_single_word() {
    let answer = Few::of(APART).ask("Schulden Sucht");
    assert!(answer.hits.iter().skip(2).all(|hit| hit.serves.is_none()));
}

#[test]
fn no_hit_is_lost_and_none_comes_twice() {
    let small = Few::of(APART);
    let mut found: Vec<String> = small.found("Schulden Sucht").split(' ').map(str::to_owned).collect();
    let by_title = small.answer(&Request { sort: Sort::Title, ..few("Schulden Sucht") });
    let mut expected: Vec<String> = ids(&by_title).split(' ').map(str::to_owned).collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    found.dedup();
    assert_eq!(found, expected);
}

#[test]
fn the_best_of_each_are_found_whatever_has_both_words() {
    let crowd: String = (0..6)
        .map(|number| {
            format!("[[entry]]\nid = \"rand-{number}\"\ntitle = \"Haus {number}\"\ncontent = \"Nicht für Sucht, nicht für Schulden.\"\n")
        })
        .collect();
    let small = Few::of(&format!("{APART}\n{crowd}"));
    for sort in Sort::ALL {
        let found = ids(&small.answer(&Request { sort, ..few("Schulden Sucht ort:wetzlar") }));
        let ids: Vec<&str> = found.split(' ').collect();
        assert!(ids.contains(&"eins") && ids.contains(&"zwei"), "{sort:?}: {found}");
    }
    assert_eq!(small.ask("Schulden Sucht status:paused").total, 0, "filters hold for them as well");
}

#[test]
fn who_seeks_something_may_also_name_two_needs() {
    let few = Few::of(APART);
    assert_eq!(first_two(&few.ask("sucht schulden")), [("zwei", Some("schulden")), ("eins", Some("sucht"))]);
}

#[test]
fn pages_fit_together() {
    let small = Few::of(APART);
    let whole = small.found("Schulden Sucht");
    let page = |offset| small.answer(&Request { offset, limit: 1, complete: true, ..few("Schulden Sucht") });
    let pages: Vec<String> = (0..whole.split(' ').count()).map(|offset| ids(&page(offset))).collect();
    assert_eq!(pages.join(" "), whole);
}

#[test]
fn an_offer_that_serves_both_in_its_title_comes_first() {
    let few = Few::of(&format!("{APART}\n[[entry]]\nid = \"beides\"\ntitle = \"Beratung bei Schulden und Sucht\"\n"));
    for line in ["Schulden Sucht", "Sucht Schulden"] {
        let answer = few.ask(line);
        assert_eq!(answer.hits[0].row.id.as_str(), "beides", "{line}: {}", ids(&answer));
        assert!(answer.hits.iter().all(|hit| hit.serves.is_none()), "{line}");
    }
}

#[test]
fn other_orders_and_other_lines_have_no_needs() {
    let small = Few::of(APART);
    let by_title = small.answer(&Request { sort: Sort::Title, ..few("Schulden Sucht") });
    assert!(by_title.hits.iter().all(|hit| hit.serves.is_none()));
    for line in ["Schulden", "Schulden Wetzlar", "Schulden Frauen", "\"Sucht und\" Schulden", ""] {
        assert!(small.ask(line).hits.iter().all(|hit| hit.serves.is_none()), "{line}");
    }
}
