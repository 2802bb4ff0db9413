//! The list of hits: walking through it, its orders, its kinds, and what happens to it when files change.

use lotse::{
    catalogue::{Choice, Status},
    search::Sort,
    tui::TestApp,
};

use crate::support::screen::{
    answer, catalogue, desk, desk_on, entry, hits, indexed, left, line, offer, panes, place, rows, selected, shipped,
    status, title_of,
};

/// Titles in the order in which the search room answers.
fn titles(line: &str) -> Vec<String> {
    answer(line).hits.iter().map(|hit| hit.row.title.to_string()).collect()
}

#[test]
fn down_walks_through_all_hits_and_the_entry_follows() {
    let mut desk = desk(140, 24);
    let titles = titles("");
    for (number, title) in titles.iter().enumerate() {
        assert_eq!(place(&desk), (titles.len(), number + 1));
        let shown = selected(&desk);
        let cut = shown.split(['…', '(']).next().unwrap().trim_end();
        assert!(!cut.is_empty() && title.starts_with(cut), "{title:?} is not {shown:?}");
        assert!(entry(&desk).starts_with(title.as_str()), "{title:?} is not\n{}", desk.screen());
        desk.press("<down>");
    }
    assert_eq!(place(&desk), (titles.len(), titles.len()), "the last hit is the end");
    for _ in 1..titles.len() {
        desk.press("<up>");
    }
    assert_eq!(place(&desk), (titles.len(), 1));
    desk.press("<up>");
    assert_eq!(place(&desk), (titles.len(), 1), "the first hit is the end");
}

#[test]
fn pages_and_ends_lose_no_hit() {
    let mut desk = desk(80, 24);
    let mut seen = Vec::new();
    let shown = |desk: &TestApp| -> Vec<String> {
        let signed = |row: &String| row.trim_start_matches(['›', ' ']).starts_with(['●', '◐', '○', '×']);
        left(desk).iter().filter(|row| signed(row)).map(|row| title_of(row)).collect()
    };
    loop {
        let before = place(&desk);
        seen.extend(shown(&desk));
        desk.press("<pagedown>");
        if place(&desk) == before {
            break;
        }
    }
    assert_eq!(place(&desk), (98, 98));
    seen.dedup();
    for title in titles("") {
        let found = |row: &String| title.starts_with(row.split(['…', '(']).next().unwrap().trim_end());
        assert!(seen.iter().any(found), "{title:?} was on no page");
    }
    desk.press("<ctrl-home>");
    assert_eq!((place(&desk), selected(&desk).as_str()), ((98, 1), "Aktivierungszentrum"));
    desk.press("<ctrl-end>");
    assert_eq!(place(&desk), (98, 98));
    assert!(entry(&desk).starts_with(titles("").last().unwrap()), "{}", desk.screen());
    desk.press("<pageup>");
    assert!(place(&desk).1 < 98 && place(&desk).1 > 80, "{:?}", place(&desk));
}

#[test]
fn a_new_question_begins_at_the_best_hit() {
    let mut desk = desk(80, 24);
    desk.press("<ctrl-end>");
    desk.press("beratung");
    assert_eq!(place(&desk).1, 1);
    // What stood first a letter ago may stay before one that is hardly better.
    assert!(titles("beratung")[..3].iter().any(|title| entry(&desk).starts_with(title)));
}

#[test]
fn the_five_orders_come_in_turn() {
    orders_come_in_turn(&mut desk(100, 24));
}

#[test]
fn the_five_orders_are_named_at_80_columns() {
    orders_come_in_turn(&mut desk(80, 24));
}

fn orders_come_in_turn(desk: &mut TestApp) {
    let orders = ["nach Titel", "nach Beginn", "nach Plätzen", "nach Prüfdatum", "nach Treffergüte"];
    assert_eq!(orders.len(), Sort::ALL.len());
    for order in orders {
        desk.press("<f3>");
        let border = &panes(desk)[0].top;
        assert!(border.ends_with(&format!(" {order} ")), "{order}: {border}");
        assert_eq!(place(desk), (98, 1));
    }
}

#[test]
fn the_order_by_free_places_begins_with_the_most() {
    let mut desk = desk(140, 24);
    desk.press("<f3><f3><f3>");
    let open = catalogue().measures.iter().filter(|measure| !measure.status.is_over());
    let most = open.filter_map(|measure| measure.capacity.free).max().unwrap();
    assert!(left(&desk)[1].ends_with(&format!(" {most} frei")), "{}", desk.screen());
}

#[test]
fn the_four_kinds_have_their_keys_and_a_ring() {
    let kinds = ["[Angebote 98]", "[Zielgruppen 49]", "[Koordination 14]", "[Träger 32]"];
    let mut desk = desk(80, 24);
    for (number, kind) in kinds.iter().enumerate() {
        desk.press(&format!("<alt-{}>", number + 1));
        assert!(rows(&desk)[1].contains(kind), "{kind}: {}", rows(&desk)[1]);
        let count: usize = kind.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
        assert_eq!(place(&desk), (count, 1));
    }
    for kind in kinds {
        desk.press("<f8>");
        assert!(rows(&desk)[1].contains(kind), "{kind}: {}", rows(&desk)[1]);
    }
    desk.press("<f8><shift-f8>");
    assert!(rows(&desk)[1].contains(kinds[3]));
}

#[test]
fn a_target_group_a_coordinator_and_a_provider_open_their_offers() {
    let measures = || catalogue().measures.iter().filter(|measure| !measure.status.is_over());
    let register = &catalogue().register;
    for (kind, name, filter, expected) in [
        (
            2,
            register.target_groups.label("u25").to_owned(),
            "Zielgruppe",
            measures().filter(|m| m.target_groups.iter().any(|id| id.as_str() == "u25")).count(),
        ),
        (
            3,
            register.coordinators.label("koordination-frauen").to_owned(),
            "Koordination",
            measures()
                .filter(|m| m.coordinator.as_ref().is_some_and(|id| id.as_str() == "koordination-frauen"))
                .count(),
        ),
        (
            4,
            register.providers.label("gwab").to_owned(),
            "Träger",
            measures().filter(|m| m.provider.as_str() == "gwab").count(),
        ),
    ] {
        let mut desk = desk(160, 24);
        desk.press(&format!("<alt-{kind}>\"{name}\""));
        assert_eq!(selected(&desk), name, "{}", desk.screen());
        desk.press("<enter>");
        assert!(rows(&desk)[1].contains("[Angebote"), "{}", desk.screen());
        assert!(rows(&desk)[2].contains(&format!("[{filter}: {name} ×]")), "{}", desk.screen());
        assert!(expected > 0);
        assert_eq!(hits(&desk), expected, "{name}");
        assert_eq!(line(&desk), "", "the search line is free again");
    }
}

#[test]
fn ended_offers_come_when_one_asks_for_them() {
    let over = catalogue().measures.iter().filter(|measure| measure.status.is_over());
    let archived = over.clone().filter(|measure| measure.status == Status::from_code("archived").unwrap()).count();
    let ended = over.clone().count() - archived;
    let mut desk = desk(80, 24);
    desk.press("status:ended status:archived ");
    assert_eq!(hits(&desk), ended + archived, "{}", desk.screen());
}

#[test]
fn a_newer_index_keeps_the_selection() {
    let mut desk = desk(140, 24);
    desk.press("<f3><pagedown><down>");
    let (title, before) = (selected(&desk), place(&desk).1);
    let more: Vec<_> = catalogue().measures.iter().cloned().chain([offer("aaa", "AAA Neues Angebot", "")]).collect();
    desk.use_snapshot(indexed(&catalogue().register, &more));
    assert_eq!((selected(&desk), place(&desk)), (title.clone(), (99, before + 1)));
    desk.use_snapshot(shipped());
    assert_eq!((selected(&desk), place(&desk)), (title.clone(), (98, before)));
    let name = title.split(['…', '(']).next().unwrap().trim().to_owned();
    let others = catalogue().measures.iter().filter(|measure| !measure.title.starts_with(&name)).cloned();
    desk.use_snapshot(indexed(&catalogue().register, &others.collect::<Vec<_>>()));
    assert!(entry(&desk).contains("gibt es nicht mehr") && entry(&desk).contains(&name), "{}", desk.screen());
    assert_eq!((hits(&desk), selected(&desk)), (97, String::new()), "no hit is taken for it");
    desk.press("<down>");
    assert_eq!(place(&desk), (97, before), "its place is taken by the next one");
    assert_ne!(selected(&desk), title);
    assert!(!selected(&desk).is_empty() && entry(&desk).starts_with(selected(&desk).split('…').next().unwrap().trim()));
}

#[test]
fn a_newer_index_keeps_line_filters_kind_and_order() {
    let mut desk = desk(140, 24);
    desk.press("region:lahn beratung<f3>");
    let before = desk.screen();
    desk.use_snapshot(shipped());
    assert_eq!(desk.screen(), before);
}

#[test]
fn a_newer_index_with_nothing_left_is_told() {
    let mut desk = desk(80, 24);
    desk.press("<ctrl-end>");
    desk.use_snapshot(indexed(&catalogue().register, &[]));
    assert!(status(&desk).starts_with("Keine Treffer"), "{}", desk.screen());
    assert!(desk.screen().contains("Der Katalog enthält"), "{}", desk.screen());
    assert!(!desk.screen().contains('›'), "{}", desk.screen());
    desk.press("<down><up><pagedown><ctrl-end><enter>");
    desk.use_snapshot(shipped());
    assert_eq!(hits(&desk), 98);
}

#[test]
fn the_list_is_full_again_after_reading_in_a_narrow_window() {
    for (columns, keys) in
        [(80, "<enter><f6><esc><esc>"), (60, "<enter><f6><esc><esc>"), (60, "<f2><enter><enter><esc>")]
    {
        let mut desk = desk(columns, 24);
        let before = left(&desk);
        desk.press(keys);
        assert_eq!(left(&desk), before, "{columns} columns, {keys}");
    }
    let mut desk = desk(60, 24);
    let before = left(&desk);
    desk.press("<enter>");
    desk.use_snapshot(shipped());
    desk.press("<esc>");
    assert_eq!(left(&desk), before, "after a newer index");
}

#[test]
fn every_hit_is_on_the_screen_while_one_walks_at_any_size() {
    for (columns, rows) in [(24, 6), (30, 7), (60, 24), (71, 9), (72, 9), (110, 14), (160, 15), (200, 60)] {
        let mut desk = desk_on(shipped(), columns, rows);
        for keys in ["<down>", "<down>", "<pagedown>", "<ctrl-end>", "<up>", "<pageup>", "<ctrl-home>", "<down>"] {
            desk.press(keys);
            let row = desk.screen().lines().filter(|row| row.contains('›')).count();
            assert_eq!(row, 1, "after {keys} at {columns}x{rows}\n{}", desk.screen());
        }
    }
}
