//! Filters: the panel with its counts, filters typed into the line, completion, chips.

use lotse::{
    catalogue::{Id, Measure},
    tui::TestApp,
};

use ratatui::crossterm::event::{MouseButton, MouseEventKind};

use crate::support::screen::{
    answer, catalogue, click, desk, desk_in, desk_with, find, hits, line, mouse, paste, place, rows, shipped, status,
};

/// The offers that the screen shows without any filter.
fn current() -> impl Iterator<Item = &'static Measure> {
    catalogue().measures.iter().filter(|measure| !measure.status.is_over())
}

fn count(fits: impl Fn(&Measure) -> bool) -> usize {
    current().filter(|measure| fits(measure)).count()
}

fn id(id: &str) -> Id {
    Id::parse(id).unwrap()
}

/// A screen on which a whole facet has room.
fn tall() -> TestApp {
    desk(140, 240)
}

/// The rows of the screen as far as they are the panel's, each at its height.
fn panel(desk: &TestApp) -> Vec<String> {
    let Some((left, top)) = find(desk, "┌ Filter ") else { return Vec::new() };
    let rows: Vec<Vec<char>> = rows(desk).iter().map(|row| row.chars().collect()).collect();
    let left = usize::from(left) + 1;
    let width = rows[usize::from(top)].iter().skip(left).take_while(|c| **c != '┐').count();
    let part = |row: &Vec<char>| row.iter().skip(left).take(width).collect::<String>().trim_end().to_owned();
    let part = |(y, row): (usize, &Vec<char>)| if y > usize::from(top) { part(row) } else { String::new() };
    rows.iter().enumerate().map(part).collect()
}

/// Opens the panel, and all values of the facet with this name.
fn open_facet(desk: &mut TestApp, name: &str) {
    if find(desk, "Filter: ").is_none() {
        desk.press("<f2>");
    }
    if find(desk, &format!("▸ {name}")).is_some() {
        click(desk, &format!("▸ {name}"));
    }
    let rows = panel(desk);
    let heading = rows.iter().position(|row| row.contains(&format!("▾ {name}")));
    let heading = heading.unwrap_or_else(|| panic!("no filter {name}\n{}", desk.screen()));
    let below = rows.iter().enumerate().skip(heading + 1).take_while(|(_, row)| !row.contains(['▾', '▸']));
    let more = below.filter(|(_, row)| row.contains("… ") && row.contains(" weitere")).map(|(y, _)| y).next();
    if let Some(y) = more {
        let x = u16::try_from(panel_column(desk)).unwrap() + 8;
        mouse(desk, MouseEventKind::Down(MouseButton::Left), x, u16::try_from(y).unwrap());
    }
}

/// Where the panel begins.
fn panel_column(desk: &TestApp) -> usize {
    usize::from(find(desk, "┌ Filter ").unwrap().0) + 1
}

/// The values of one facet: chosen, label, count.
fn values(desk: &TestApp, name: &str) -> Vec<(bool, String, usize)> {
    let rows = panel(desk);
    let below = rows.iter().skip_while(|row| !row.contains(&format!("▾ {name}"))).skip(1);
    below.take_while(|row| !row.contains(['▾', '▸'])).filter_map(|row| value(row)).collect()
}

fn value(row: &str) -> Option<(bool, String, usize)> {
    let at = row.find("[x] ").or_else(|| row.find("[ ] "))?;
    let (label, count) = row[at + 4..].trim_end().rsplit_once(' ')?;
    Some((row[at..].starts_with("[x]"), label.trim().to_owned(), count.parse().ok()?))
}

/// Clicks the value with this label in one facet.
fn toggle(desk: &mut TestApp, name: &str, label: &str) {
    let rows = panel(desk);
    let heading = rows.iter().position(|row| row.contains(&format!("▾ {name}"))).unwrap();
    let is_value = |row: &String| value(row).is_some_and(|(_, shown, _)| shown == label);
    let at = rows.iter().skip(heading).position(is_value).map(|below| heading + below);
    let y = at.unwrap_or_else(|| panic!("no value {label}\n{}", desk.screen()));
    let x = u16::try_from(panel_column(desk)).unwrap() + 8;
    mouse(desk, MouseEventKind::Down(MouseButton::Left), x, u16::try_from(y).unwrap());
}

fn chosen(desk: &TestApp, name: &str) -> Vec<String> {
    values(desk, name).into_iter().filter(|(chosen, ..)| *chosen).map(|(_, label, _)| label).collect()
}

#[test]
fn counts_stay_right_while_several_values_of_one_filter_are_chosen() {
    let mut desk = tall();
    open_facet(&mut desk, "Zielgruppe");
    let before = values(&desk, "Zielgruppe");
    assert!(before.len() > 20, "{}", desk.screen());
    for (_, label, shown) in &before {
        let group = catalogue().register.target_groups.iter().find(|group| group.label.as_str() == label).unwrap();
        assert_eq!(*shown, count(|m| m.target_groups.contains(&group.id)), "{label}");
    }
    toggle(&mut desk, "Zielgruppe", "Frauen");
    assert_eq!(hits(&desk), count(|m| m.target_groups.contains(&id("frauen"))));
    toggle(&mut desk, "Zielgruppe", "Alleinerziehende");
    let either =
        |m: &Measure| m.target_groups.contains(&id("frauen")) || m.target_groups.contains(&id("alleinerziehende"));
    assert_eq!(hits(&desk), count(either));
    let mut chosen = chosen(&desk, "Zielgruppe");
    chosen.sort();
    assert_eq!(chosen, ["Alleinerziehende", "Frauen"]);
    // The filter's own choices are set aside in its own counts.
    let counts = |values: Vec<(bool, String, usize)>| values.into_iter().map(|(_, l, n)| (l, n)).collect::<Vec<_>>();
    assert_eq!(counts(values(&desk, "Zielgruppe")), counts(before));
    // The counts of every other filter are those of the hits.
    open_facet(&mut desk, "Status");
    for (_, label, shown) in values(&desk, "Status") {
        let texts = lotse::locale::Texts::new(lotse::locale::Lang::De);
        let status = |m: &Measure| texts.get(&format!("status-{}", lotse::catalogue::Choice::code(m.status))) == label;
        let all = catalogue().measures.iter().filter(|m| either(m) && status(m)).count();
        assert_eq!(shown, all, "{label}");
    }
}

#[test]
fn choosing_a_value_shows_as_many_hits_as_its_count_says() {
    let mut desk = tall();
    desk.press("beratung ");
    for facet in [
        "Typ",
        "Art",
        "Rechtsgrundlage",
        "Ort",
        "Region",
        "Träger",
        "Baustein",
        "Zeitmodell",
        "Status",
        "Freie Plätze",
        "Kinderbetreuung",
        "Deutsch",
        "Alter",
        "Beginn",
    ] {
        open_facet(&mut desk, facet);
        let values = values(&desk, facet);
        assert!(!values.is_empty(), "{facet}");
        for (_, label, count) in values.into_iter().take(3) {
            toggle(&mut desk, facet, &label);
            assert_eq!(hits(&desk), count, "{facet}: {label}\n{}", desk.screen());
            desk.press("<ctrl-x>");
        }
    }
}

#[test]
fn a_chosen_value_is_dropped_again_where_it_was_chosen() {
    let mut desk = desk(80, 24);
    desk.press("<tab><enter>");
    assert!(hits(&desk) < 98 && rows(&desk)[2].starts_with("[Zielgruppe: "), "{}", desk.screen());
    desk.press("<enter>");
    assert_eq!(hits(&desk), 98, "{}", desk.screen());
    assert!(!rows(&desk)[2].starts_with('['));
}

#[test]
fn a_chosen_value_stays_in_the_panel_when_nothing_is_left_for_it() {
    let mut desk = tall();
    open_facet(&mut desk, "Zielgruppe");
    toggle(&mut desk, "Zielgruppe", "Auszubildende");
    desk.press("<esc>schuldnerberatung <f2>");
    let gone = (true, "Auszubildende".to_owned(), 0);
    assert!(values(&desk, "Zielgruppe").contains(&gone), "{}", desk.screen());
    toggle(&mut desk, "Zielgruppe", "Auszubildende");
    assert!(hits(&desk) > 0, "{}", desk.screen());
}

#[test]
fn what_is_typed_in_the_panel_narrows_all_facets_and_leaves_the_line_alone() {
    let mut desk = desk(100, 60);
    desk.press("frau<f2>SCHWE");
    assert_eq!(line(&desk), "frau");
    assert!(desk.screen().contains("Filter: SCHWE▏"), "{}", desk.screen());
    let shown: Vec<String> = panel(&desk).iter().filter_map(|row| value(row)).map(|(_, label, _)| label).collect();
    assert!(!shown.is_empty() && shown.iter().all(|label| label.to_lowercase().contains("schwe")), "{shown:?}");
    desk.press("<backspace>");
    assert!(desk.screen().contains("Filter: SCHW▏"), "{}", desk.screen());
    desk.press("<esc>");
    let all = panel(&desk).join("\n");
    assert!(all.contains("Filter: tippen") && all.contains("▾ Typ"), "the first Esc shows all again\n{all}");
    desk.press("<esc>x");
    assert_eq!(line(&desk), "fraux", "the second one leads back to the line");
}

#[test]
fn umlauts_and_the_inside_of_words_narrow_too() {
    for (typed, label) in [("geflu", "Geflüchtete"), ("gefluech", "Geflüchtete"), ("erziehende", "Alleinerziehende")]
    {
        let mut desk = desk(100, 60);
        desk.press(&format!("<f2>{typed}"));
        assert!(desk.screen().contains(label), "{typed}\n{}", desk.screen());
    }
    let mut desk = desk(100, 60);
    desk.press("<f2>qqqq");
    assert!(desk.screen().contains("Kein Filterwert passt dazu."), "{}", desk.screen());
    desk.press("<enter> <down><end>");
    assert_eq!(hits(&desk), 98, "{}", desk.screen());
}

#[test]
fn a_blank_and_the_enter_key_choose_what_was_narrowed_to() {
    for key in [" ", "<enter>"] {
        let mut desk = desk(100, 60);
        desk.press(&format!("<f2>alleinerz{key}"));
        assert!(rows(&desk)[2].starts_with("[Zielgruppe: Alleinerziehende ×]"), "{key:?}\n{}", desk.screen());
        desk.press(key);
        assert!(!rows(&desk)[2].starts_with('['), "{key:?}\n{}", desk.screen());
    }
}

#[test]
fn the_arrow_keys_walk_through_all_facets() {
    for (columns, height) in [(80, 24), (120, 60), (160, 40)] {
        let mut desk = desk(columns, height);
        desk.press("<f2><home>");
        let mut seen = String::new();
        for _ in 0..200 {
            seen.push_str(&desk.screen());
            desk.press("<down>");
        }
        for name in ["Zielgruppe", "Ort", "Träger", "Status", "Deutsch", "Alter", "Beginn"] {
            assert!(seen.contains(&format!(" {name}")), "{name} at {columns}x{height}");
        }
        let last = desk.screen();
        desk.press("<down>");
        assert_eq!(desk.screen(), last, "the end is the end");
        desk.press("<home>");
        assert!(desk.screen().contains("▾ Zielgruppe"), "{}", desk.screen());
    }
}

#[test]
fn where_there_is_room_every_facet_shows_its_first_values_and_opens_the_rest() {
    let mut desk = tall();
    desk.press("<f2>");
    let headings: Vec<usize> =
        panel(&desk).iter().enumerate().filter(|(_, row)| row.contains('▾')).map(|(at, _)| at).collect();
    assert!(headings.len() >= 16, "{}", desk.screen());
    assert!(headings.windows(2).all(|pair| pair[1] > pair[0] + 1), "no heading over nothing\n{}", desk.screen());
    assert_eq!(values(&desk, "Zielgruppe").len(), 5);
    desk.press("<down><down><down><down><down><enter>");
    assert!(values(&desk, "Zielgruppe").len() > 40, "{}", desk.screen());
    assert_eq!(values(&desk, "Typ").len(), 5, "{}", desk.screen());
}

#[test]
fn the_panel_is_reached_in_full_at_80_by_24() {
    let mut desk = desk(80, 24);
    desk.press("<f2>");
    let mut names = std::collections::BTreeSet::new();
    for _ in 0..20 {
        let open = panel(&desk).into_iter().filter(|row| row.contains('▾'));
        names.extend(open.map(|row| row.split('▾').nth(1).unwrap().trim().to_owned()));
        desk.press("<tab>");
    }
    assert!(names.len() >= 16, "{names:?}");
    desk.press("<shift-tab>");
    assert!(desk.screen().contains('▾'));
}

#[test]
fn levels_ages_and_starts_are_counted_like_every_other_filter() {
    let mut desk = tall();
    desk.press("<f2>");
    for (facet, labels) in [
        ("Deutsch", &["A1", "B1"][..]),
        ("Alter", &["unter 18", "18 bis 24", "25 bis 49", "50 bis 54", "ab 55"]),
        ("Beginn", &["sofort", "in den nächsten 4 Wochen"]),
    ] {
        let values = values(&desk, facet);
        for label in labels {
            assert!(values.iter().any(|(_, shown, count)| shown == label && *count > 0), "{label}\n{}", desk.screen());
        }
    }
    let open = |m: &Measure, from: u8, to: u8| {
        m.eligibility.age_min.unwrap_or(0) <= to && m.eligibility.age_max.unwrap_or(u8::MAX) >= from
    };
    for (label, from, to) in [("unter 18", 0, 17), ("18 bis 24", 18, 24), ("ab 55", 55, 120)] {
        let shown = values(&desk, "Alter").into_iter().find(|(_, shown, _)| shown == label).unwrap().2;
        assert_eq!(shown, count(|m| open(m, from, to)), "{label}");
    }
    // One step replaces the other.
    toggle(&mut desk, "Alter", "ab 55");
    toggle(&mut desk, "Alter", "18 bis 24");
    assert!(rows(&desk)[2].trim_end().ends_with("[Alter: 18 bis 24 ×]"), "{}", desk.screen());
    assert_eq!(chosen(&desk, "Alter"), ["18 bis 24"]);
}

#[test]
fn an_age_that_is_no_step_is_shown_and_counted_in_the_panel() {
    let mut desk = tall();
    desk.press("alter:22 <f2>");
    let expected = hits(&desk);
    assert!(values(&desk, "Alter").contains(&(true, "22".to_owned(), expected)), "{}", desk.screen());
}

#[test]
fn a_typed_filter_becomes_a_chip_and_leaves_the_line() {
    let mut desk = desk(80, 24);
    desk.press("teilzeit zg:alleinerz");
    assert_eq!(line(&desk), "teilzeit zg:alleinerz");
    desk.press(" ");
    assert_eq!(line(&desk), "teilzeit");
    assert!(rows(&desk)[2].starts_with("[Zielgruppe: Alleinerziehende ×]"), "{}", desk.screen());
    desk.press("beratung");
    assert_eq!(line(&desk), "teilzeit beratung");
    let expected = answer("teilzeit beratung zg:alleinerziehende ").total;
    assert_eq!(hits(&desk), expected);
}

#[test]
fn every_way_to_write_a_filter_makes_the_same_chip() {
    for (typed, chip) in [
        ("ort:wetzlar ", "[Ort: Wetzlar ×]"),
        ("place:wetzl ", "[Ort: Wetzlar ×]"),
        ("ORT:Wetzlar ", "[Ort: Wetzlar ×]"),
        ("ort:=wetzlar ", "[Ort: nur Wetzlar ×]"),
        ("place:=Wetzl ", "[Ort: nur Wetzlar ×]"),
        ("region:=hessen ", "[Region: nur Hessen ×]"),
        ("zg:\"junge Menschen unter 25\" ", "[Zielgruppe: junge Menschen unter 25 ×]"),
        ("zielgruppe:u25 ", "[Zielgruppe: junge Menschen unter 25 ×]"),
        ("alter:22 ", "[Alter: 22 ×]"),
        ("alter:u25 ", "[Alter: unter 25 ×]"),
        ("alter:18-24 ", "[Alter: 18 bis 24 ×]"),
        ("start:>1.3.2027 ", "[Beginn: ab 01.03.2027 ×]"),
        ("kita:ja ", "[Kinderbetreuung: ja ×]"),
        ("deutsch:b1 ", "[Deutsch: B1 ×]"),
        ("frei:ja ", "[Freie Plätze: "),
        ("start:<1.2.2027 ", "[Beginn: vor 01.02.2027 ×]"),
        ("träger:gwab ", "[Träger: "),
        ("traeger:gwab ", "[Träger: "),
    ] {
        let mut desk = desk(100, 24);
        desk.press(typed);
        assert!(rows(&desk)[2].starts_with(chip), "{typed}\n{}", desk.screen());
        assert_eq!(line(&desk), "", "{typed}");
    }
}

#[test]
fn a_second_age_replaces_the_first() {
    let mut desk = desk(80, 24);
    desk.press("alter:22 alter:30 ");
    assert_eq!(rows(&desk)[2].trim(), "[Alter: 30 ×]");
}

#[test]
fn what_no_filter_knows_stays_in_the_line_and_is_told() {
    let mut desk = desk(110, 24);
    desk.press("ort:wetzlarr ");
    assert_eq!(line(&desk), "ort:wetzlarr");
    assert!(rows(&desk)[2].contains("Meinten Sie"), "{}", desk.screen());
    desk.press("<ctrl-u>alter:steinalt ");
    assert!(rows(&desk)[2].contains("„steinalt“ gibt es nicht"), "{}", desk.screen());
}

#[test]
fn values_are_offered_and_taken_with_tab_and_with_enter() {
    for key in ["<tab>", "<enter>"] {
        let mut desk = desk(80, 24);
        desk.press("coaching zg:migr");
        let offered = rows(&desk)[1..8].iter().filter(|row| row.contains("Migration")).count();
        assert!(offered >= 2, "{}", desk.screen());
        desk.press("<down><up><down>");
        let second = rows(&desk).into_iter().skip(1).find_map(|row| Some(row.split_once("› ")?.1.to_owned())).unwrap();
        let second = second.split('│').next().unwrap().trim().to_owned();
        desk.press(key);
        assert_eq!(line(&desk), "coaching", "{key}");
        assert!(rows(&desk)[2].starts_with(&format!("[Zielgruppe: {second} ×]")), "{second}\n{}", desk.screen());
        desk.press("x");
        assert_eq!(line(&desk).split_whitespace().collect::<Vec<_>>().join(" "), "coaching x", "{key}");
    }
}

#[test]
fn offered_values_stand_in_a_frame_with_the_name_of_the_filter_and_their_place() {
    let mut framed = desk(80, 24);
    framed.press("ort:");
    let screen = framed.screen();
    assert!(screen.contains("┌ Ort ─") && screen.contains(" 1 von "), "{screen}");
    assert!(!screen.contains("(wetzlar)"), "labels and no codes\n{screen}");
    framed.press("<down><down>");
    assert!(framed.screen().contains(" 3 von "), "{}", framed.screen());
    for mut plain in [desk(59, 24), desk_with("screen_reader = true", 80, 24)] {
        plain.press("ort:wetz");
        assert!(plain.screen().contains("› Wetzlar"), "{}", plain.screen());
        assert!(!plain.screen().contains('┌') && !plain.screen().contains("└─"), "{}", plain.screen());
    }
}

#[test]
fn the_offer_of_values_can_be_put_away() {
    let mut desk = desk(80, 24);
    desk.press("zg:frau");
    let offered = desk.screen();
    desk.press("<esc>");
    assert_ne!(desk.screen(), offered);
    assert_eq!(line(&desk), "zg:frau");
    desk.press("<down>");
    assert_eq!(place(&desk).1, 2, "the arrow keys move in the list again");
}

#[test]
fn a_value_is_taken_after_another_filter_of_the_same_paste() {
    let mut desk = desk(100, 24);
    paste(&mut desk, "zg:frauen ort:wetzl");
    desk.press("<enter>");
    assert_eq!(line(&desk), "", "{}", desk.screen());
    assert!(rows(&desk)[2].starts_with("[Zielgruppe: Frauen ×] [Ort: Wetzlar ×]"), "{}", desk.screen());
}

#[test]
fn backspace_on_an_empty_line_removes_the_last_chip() {
    let mut desk = desk(80, 24);
    desk.press("zg:frauen ort:wetzlar x");
    desk.press("<backspace>");
    assert!(rows(&desk)[2].contains("Wetzlar"), "the letter goes first");
    desk.press("<backspace>");
    assert_eq!(rows(&desk)[2].trim(), "[Zielgruppe: Frauen ×]");
    desk.press("<backspace>");
    assert_eq!(hits(&desk), 98);
    desk.press("<backspace>");
    assert_eq!(hits(&desk), 98);
}

#[test]
fn one_key_removes_all_filters_and_leaves_the_words() {
    let mut desk = desk(80, 24);
    desk.press("zg:frauen ort:wetzlar beratung<ctrl-x>");
    assert_eq!(line(&desk), "beratung");
    assert!(!rows(&desk)[2].starts_with('['));
}

#[test]
fn every_active_filter_is_named_or_counted_on_the_screen() {
    let mut desk = desk(80, 24);
    desk.press("zg:frauen zg:alleinerziehende zg:erziehende ort:wetzlar alter:22 deutsch:b1 ");
    let chips = rows(&desk)[2].matches('×').count();
    let more = 6 - chips;
    assert!(
        more == 0 || rows(&desk)[2].contains(&format!("+{more}")),
        "{more} filters are in force unseen\n{}",
        rows(&desk)[2]
    );
}

#[test]
fn a_message_has_room_beside_chips() {
    let mut desk = desk(80, 24);
    desk.press("zg:alleinerziehende zg:erziehende ort:wetzlarr ");
    assert!(desk.screen().contains("wetzlarr“ gibt es nicht"), "{}", desk.screen());
}

#[test]
fn no_hit_says_what_each_filter_takes_and_what_may_have_been_meant() {
    let mut desk = desk(120, 24);
    desk.press("ort:sinn schuldnerberatng");
    assert_eq!(hits(&desk), 0, "{}", desk.screen());
    let screen = desk.screen();
    assert!(
        screen.contains("Meinten Sie „schuldnerberatung“?") || screen.contains("Meinten Sie „Schuldnerberatung“?"),
        "{screen}"
    );
    assert!(screen.contains("Ohne den Filter „Ort“: 1 Treffer mehr."), "{screen}");
    assert!(screen.contains("Strg+X entfernt alle Filter."), "{screen}");
    desk.press("<ctrl-x>");
    assert_eq!(hits(&desk), 1, "the promise was true\n{}", desk.screen());
}

#[test]
fn the_suggested_line_holds_no_filter_that_has_become_a_chip() {
    let mut desk = desk(120, 24);
    desk.press("schuldnerberatng ort:sinn ");
    let screen = desk.screen();
    assert!(
        screen.contains("Meinten Sie „schuldnerberatung“?") || screen.contains("Meinten Sie „Schuldnerberatung“?"),
        "{screen}"
    );
}

#[test]
fn the_number_that_a_filter_takes_away_is_the_number_that_comes_back() {
    let mut narrowed = desk(160, 30);
    narrowed.press("ort:sinn zg:auszubildende sprachkurs");
    assert_eq!(hits(&narrowed), 0, "{}", narrowed.screen());
    let promises: Vec<(String, usize)> = rows(&narrowed)
        .iter()
        .filter_map(|row| {
            let rest = row.split_once("Ohne den Filter „")?.1;
            let (name, rest) = rest.split_once("“: ")?;
            Some((name.to_owned(), rest.split(' ').next()?.parse().ok()?))
        })
        .collect();
    for (name, promised) in promises {
        let mut desk = desk(160, 30);
        desk.press(match name.as_str() {
            "Ort" => "zg:auszubildende sprachkurs",
            "Zielgruppe" => "ort:sinn sprachkurs",
            other => panic!("{other}"),
        });
        assert_eq!(hits(&desk), promised, "without {name}");
    }
}

#[test]
fn a_word_found_nowhere_is_answered_with_words() {
    let mut desk = desk(80, 24);
    desk.press("qqqwwwxyz ");
    assert_eq!(hits(&desk), 0);
    assert!(desk.screen().contains("Kein Treffer."), "{}", desk.screen());
}

#[test]
fn filters_work_in_english_too() {
    let mut desk = desk_in(lotse::locale::Lang::En, 100, 24);
    desk.press("target-group:frauen free:yes ");
    assert!(rows(&desk)[2].starts_with("[Target group: Frauen ×] [Free places: "), "{}", desk.screen());
}

#[test]
fn a_place_shows_what_can_be_reached_and_how_much_of_it_is_there() {
    let mut desk = desk(80, 24);
    desk.press("ort:wetzlar ");
    assert_eq!(place(&desk), (59, 1));
    assert!(status(&desk).starts_with("59 Treffer, 7 am Ort  F1 Hilfe"), "{}", desk.screen());
    desk.press("teilzeit");
    assert!(status(&desk).contains(" am Ort  "), "{}", desk.screen());
    let mut wide = desk_in(lotse::locale::Lang::De, 160, 40);
    wide.press("ort:wetzlar ");
    // Regions are named, not places that stand for them.
    let levels = "59 Treffer: Wetzlar 7, Südkreis 1, Lahn-Dill-Kreis 42, Hessen 1, bundesweit/online 8  ";
    assert!(status(&wide).starts_with(levels), "{}", wide.screen());
    let mut english = desk_in(lotse::locale::Lang::En, 80, 24);
    english.press("place:wetzlar ");
    assert!(status(&english).starts_with("59 hits, 7 at the place  "), "{}", english.screen());
}

#[test]
fn a_place_meant_exactly_is_chosen_counted_and_taken_back_like_any_other() {
    let mut desk = desk(80, 24);
    desk.press("ort:=wetz");
    assert!(desk.screen().contains("nur Wetzlar"), "offered while it is typed\n{}", desk.screen());
    desk.press("<tab>");
    assert_eq!((place(&desk), line(&desk).as_str()), ((7, 1), ""));
    assert!(rows(&desk)[2].starts_with("[Ort: nur Wetzlar ×]"), "{}", desk.screen());
    assert!(status(&desk).starts_with("7 Treffer  "), "{}", desk.screen());
    let mut desk = tall();
    desk.press("ort:=wetzlar ");
    open_facet(&mut desk, "Ort");
    assert!(values(&desk, "Ort").contains(&(true, "nur Wetzlar".to_owned(), 7)), "{}", desk.screen());
    assert!(values(&desk, "Ort").contains(&(false, "Wetzlar".to_owned(), 59)), "{}", desk.screen());
    toggle(&mut desk, "Ort", "nur Wetzlar");
    assert_eq!(hits(&desk), 98);
    assert!(!rows(&desk)[2].starts_with('['), "{}", desk.screen());
}

#[test]
fn the_home_place_is_chosen_when_the_screen_opens() {
    let mut desk = desk_with("home_place = \"wetzlar\"", 80, 24);
    assert_eq!(hits(&desk), 59);
    assert!(rows(&desk)[2].starts_with("[Ort: Wetzlar ×]"), "{}", desk.screen());
    desk.press("<backspace>");
    assert_eq!(hits(&desk), 98);
    // It stays away when the files change.
    desk.use_snapshot(shipped());
    assert_eq!(hits(&desk), 98);
}

#[test]
fn a_home_place_that_there_is_not_is_told_with_the_one_that_was_meant() {
    let mut desk = desk_with("home_place = \"wetzlaar\"", 80, 24);
    assert_eq!(hits(&desk), 98);
    assert!(status(&desk).contains("1 Hinweis"), "{}", desk.screen());
    desk.press("<f7>");
    let screen = desk.screen();
    assert!(screen.contains("„wetzlaar“") && screen.contains("Meinten Sie „wetzlar“"), "{screen}");
}
