//! Sentences that must be true: what is hidden, why something was found, what one may type, what the other lists hold.

use lotse::{catalogue::Status, locale::Lang, tui::TestApp};

use crate::support::{
    TODAY,
    few::Few,
    screen::{answer, catalogue, desk, desk_on, desk_with, hits, indexed, offer, rows, settings, shipped, status},
};

#[test]
fn what_is_hidden_is_only_told_where_it_is_hidden() {
    let mut desk = desk(140, 24);
    desk.press("beratung status:");
    for letter in "running".chars() {
        assert!(
            !status(&desk).contains("ausgeblendet") || hits(&desk) == answer("beratung").total,
            "{}",
            desk.screen()
        );
        desk.press(&letter.to_string());
        assert!(!status(&desk).contains("ausgeblendet"), "{}", desk.screen());
    }
}

#[test]
fn the_words_that_led_somewhere_are_named_whole() {
    let few = Few::of(
        r#"
        [[entry]]
        id = "eins"
        title = "Werkstatt"
        summary = "Ein Angebot für Menschen ab 50 aus der Region."
        "#,
    );
    let told = few.told("ältere arbeitslose", "eins").join(" ");
    assert!(!told.contains("„Menschen“"), "{told}");
}

#[test]
fn a_short_word_that_nobody_knows_is_taken_for_no_other() {
    let found = answer("debt ");
    assert!(found.suggestion.is_none(), "{:?}", found.suggestion);
    assert!(found.hits.iter().all(|hit| !hit.row.title.contains("Deutsch")), "{}", found.total);
    let mut typing = desk(110, 24);
    typing.press("debt");
    assert!(!typing.screen().contains("Deutsch"), "{}", typing.screen());
}

#[test]
fn a_short_slip_is_corrected_where_it_is_all_there_is() {
    let few = Few::of("[[entry]]\nid = \"eins\"\ntitle = \"Kurs im Park\"\n");
    assert_eq!(few.found("parl"), "eins");
    assert_eq!(few.ask("kurs parl").suggestion, None, "something else was found");
}

#[test]
fn the_example_in_the_empty_line_finds_something_in_any_catalogue() {
    let other = indexed(&catalogue().register, &[offer("eins", "Nähen", "")]);
    for (snapshot, shown) in [(shipped(), Some("agh wetzlar")), (other, None)] {
        let desk = desk_on(snapshot.clone(), 110, 24);
        let first = rows(&desk).swap_remove(0);
        let example = first.split('„').nth(1).unwrap().split('“').next().unwrap().to_owned();
        assert!(shown.is_none_or(|shown| shown == example), "{example}");
        let mut desk = desk_on(snapshot, 110, 24);
        desk.press(&format!("{example} "));
        assert!(hits(&desk) > 0 && !desk.screen().contains("hat alle Wörter"), "{example}\n{}", desk.screen());
    }
    let mut empty = TestApp::open(None, settings(""), (110, 24), Lang::De, TODAY);
    empty.use_snapshot(indexed(&catalogue().register, &[]));
    assert!(rows(&empty)[0].contains("Wörter eingeben") && !rows(&empty)[0].contains("z. B."), "{}", empty.screen());
}

#[test]
fn the_other_lists_hold_what_the_offers_of_a_place_refer_to() {
    let register = &catalogue().register;
    let mut desk = desk_with("home_place = \"wetzlar\"", 110, 24);
    let reached = answer("ort:wetzlar ");
    let tabs = rows(&desk)[1].clone();
    for name in ["Zielgruppen", "Koordination", "Träger"] {
        let shown: usize =
            tabs.split(name).nth(1).unwrap().trim_start().split([' ', ']']).next().unwrap().parse().unwrap();
        assert!(shown > 0, "{name}: {tabs}");
    }
    desk.press("<alt-4>");
    let providers: std::collections::BTreeSet<_> =
        reached.hits.iter().filter_map(|hit| Some(hit.row.offer.as_ref()?.provider.clone())).collect();
    let known = providers.iter().filter(|id| register.providers.iter().any(|provider| provider.id == **id)).count();
    assert_eq!(hits(&desk), known, "{}", desk.screen());
    assert!(known < register.providers.iter().count(), "not all of them reach the place");
}

#[test]
fn a_target_group_that_is_chosen_is_the_only_one_of_its_list() {
    let mut desk = desk(110, 24);
    desk.press("zg:frauen <alt-2>");
    assert_eq!(hits(&desk), 1, "{}", desk.screen());
    desk.press("<ctrl-x>");
    assert!(hits(&desk) > 40, "{}", desk.screen());
    assert!(catalogue().measures.iter().any(|measure| measure.status == Status::Running));
}
