//! While somebody types, what stands first keeps its place as long as it is nearly as good as the best.

use std::sync::LazyLock;

use lotse::{
    catalogue::Kind,
    search::{Answer, Filters, Request, Sort},
};

use crate::support::few::{Few, few, ids};

static FEW: LazyLock<Few> = LazyLock::new(|| {
    Few::of(
        r#"
        [[entry]]
        id = "am-morgen"
        title = "Küche am Morgen"
        [[entry]]
        id = "am-abend"
        title = "Küche am Abend"
        [[entry]]
        id = "am-rand"
        title = "Begegnung"
        content = "Mit Garten, Werkraum, Bühne, Saal, Büro, Lager und auch mit einer Küche."
        "#,
    )
});

fn after(line: &str, id: &str, sort: Sort) -> Answer {
    let stood_first = Some((Kind::Measure, id.to_owned()));
    FEW.answer(&Request { stood_first, sort, ..few(line) })
}

fn first(answer: &Answer) -> &str {
    answer.hits.first().map_or("", |hit| hit.row.id.as_str())
}

#[test]
fn what_is_nearly_as_good_stays_first() {
    for id in ["am-morgen", "am-abend"] {
        for line in ["küch", "küche", "küche "] {
            let answer = after(line, id, Sort::Relevance);
            assert_eq!(first(&answer), id, "{line}: {}", ids(&answer));
        }
    }
}

#[test]
fn what_is_clearly_worse_gives_way() {
    let answer = after("küche", "am-rand", Sort::Relevance);
    assert!(ids(&answer).contains("am-rand") && first(&answer) != "am-rand", "{}", ids(&answer));
    let answer = after("küche abend", "am-morgen", Sort::Relevance);
    assert_eq!(first(&answer), "am-abend", "{}", ids(&answer));
}

#[test]
fn what_is_no_hit_is_never_shown() {
    for (line, id) in [("küche", "um-0"), ("küche", "gibt-es-nicht"), ("küche", ""), ("qqqqqq", "am-morgen")] {
        let asked = Request { complete: false, ..few(line) };
        assert_eq!(ids(&after(line, id, Sort::Relevance)), ids(&FEW.answer(&asked)), "{line} {id}");
    }
}

#[test]
fn what_a_filter_takes_away_does_not_stay() {
    let stood_first = Some((Kind::Measure, "am-abend".to_owned()));
    let mut filters = Filters::default();
    filters.add(lotse::search::FilterKey::Status, "planned");
    let answer = FEW.answer(&Request { stood_first, filters, ..few("küche") });
    assert_eq!(ids(&answer), "");
}

#[test]
fn other_orders_stay_as_they_are() {
    for sort in Sort::ALL.into_iter().filter(|sort| *sort != Sort::Relevance) {
        let plain = FEW.answer(&Request { sort, ..few("küche") });
        for id in ["am-morgen", "am-abend", "am-rand"] {
            assert_eq!(ids(&after("küche", id, sort)), ids(&plain), "{sort:?} {id}");
        }
    }
}

#[test]
fn without_words_nothing_stays() {
    let plain = ids(&FEW.answer(&few("")));
    assert_eq!(ids(&after("", "am-abend", Sort::Relevance)), plain);
}

#[test]
fn the_others_keep_their_order() {
    let plain = ids(&FEW.answer(&few("küche")));
    let others = |all: &str| all.split(' ').filter(|id| *id != "am-abend").collect::<Vec<_>>().join(" ");
    assert_eq!(others(&ids(&after("küche", "am-abend", Sort::Relevance))), others(&plain));
}
