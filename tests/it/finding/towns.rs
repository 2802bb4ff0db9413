//! A town in the line: what is offered for the whole district counts for it, after what is offered in the town.

use std::sync::LazyLock;

use lotse::search::MatchReason;

use crate::support::few::{Few, few};

static FEW: LazyLock<Few> = LazyLock::new(|| {
    Few::of(
        r#"
        [[region]]
        id = "kreis"
        label = "Seenkreis"
        [[region]]
        id = "nachbarkreis"
        label = "Hügelkreis"
        [[region]]
        id = "bundesweit"
        label = "bundesweit"
        [[place]]
        id = "wetzlar"
        label = "Wetzlar"
        region = "nachbarkreis"
        [[place]]
        id = "wiesbach"
        label = "Wiesbach"
        region = "kreis"
        [[place]]
        id = "tannau"
        label = "Tannau"
        region = "kreis"
        [[place]]
        id = "kreis"
        label = "Seenkreis (ganzer Kreis)"
        region = "kreis"
        [[place]]
        id = "bundesweit"
        label = "bundesweit"
        region = "bundesweit"

        [[entry]]
        id = "im-kreis"
        title = "Schuldnerberatung"
        places = ["kreis"]
        [[entry]]
        id = "in-der-stadt"
        title = "Schuldnerberatung"
        places = ["wiesbach"]
        [[entry]]
        id = "im-nachbarort"
        title = "Schuldnerberatung"
        places = ["tannau"]
        [[entry]]
        id = "im-land"
        title = "Schuldnerberatung"
        places = ["bundesweit"]
        [[entry]]
        id = "nur-die-stadt"
        title = "Tanzen"
        places = ["wiesbach"]
        "#,
    )
});

#[test]
fn it_counts_step_by_step_outwards() {
    for line in ["schuldnerberatung wiesbach", "wiesbach schuldnerberatung", "schuldnerberatung in wiesbach"] {
        let found = FEW.found(line);
        assert!(found.starts_with("in-der-stadt im-kreis im-land"), "{line}: {found}");
    }
}

#[test]
fn nothing_reachable_is_excluded() {
    let answer = FEW.ask("schuldnerberatung wiesbach");
    assert_eq!(answer.partial, None);
    for id in ["in-der-stadt", "im-kreis", "im-land"] {
        assert!(answer.hits.iter().any(|hit| *hit.row.id == *id), "{id}");
    }
}

#[test]
fn a_town_beside_it_is_not_reached() {
    let found = FEW.found("schuldnerberatung tannau");
    assert!(found.starts_with("im-nachbarort im-kreis im-land"), "{found}");
    assert!(!found.contains("in-der-stadt"), "{found}");
}

#[test]
fn the_whole_district_is_no_town_within() {
    let found = FEW.found("schuldnerberatung seenkreis");
    assert!(found.starts_with("im-kreis"), "{found}");
}

#[test]
fn the_explanation_says_why() {
    let reach = |id: &str| FEW.reasons("schuldnerberatung wiesbach", id)[1].clone();
    assert_eq!(reach("in-der-stadt"), ("Wiesbach".to_owned(), MatchReason::Exact));
    assert_eq!(reach("im-kreis").1, MatchReason::Reach);
    assert_eq!(reach("im-land"), ("bundesweit".to_owned(), MatchReason::Reach));
    let told = FEW.told("schuldnerberatung wiesbach", "im-kreis");
    assert!(told[1].starts_with("„wiesbach“ liegt dort, wo es angeboten wird: „Seenkreis"), "{told:?}");
    assert_eq!(MatchReason::Reach.code(), "reach");
}

#[test]
fn a_town_that_is_still_being_typed_leaves_the_subject_first() {
    for line in ["schuldnerberatung w", "schuldnerberatung wie", "schuldnerberatung wiesba"] {
        let answer = FEW.answer(&few(line));
        assert_eq!(answer.hits[0].row.title.as_str(), "Schuldnerberatung", "{line}");
    }
}

#[test]
fn a_town_that_no_offer_reaches_is_found_nowhere() {
    let few = Few::of(
        r#"
        [[region]]
        id = "kreis"
        label = "Seenkreis"
        [[region]]
        id = "fern"
        label = "Hügelkreis"
        [[place]]
        id = "wetzlar"
        label = "Wetzlar"
        region = "kreis"
        [[place]]
        id = "leerdorf"
        label = "Leerdorf"
        region = "fern"
        [[entry]]
        id = "eins"
        title = "Schuldnerberatung"
        "#,
    );
    let answer = few.ask("schuldnerberatung leerdorf");
    assert_eq!(answer.understood.iter().map(|how| how.unknown).collect::<Vec<_>>(), [false, true]);
    assert_eq!(answer.partial, Some((1, 2)));
}
