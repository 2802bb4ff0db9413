//! The report on the screen: what it counts, how one moves in it, and the way from a number to its offers.

use lotse::{
    catalogue::{Measure, read_measure},
    locale::Lang,
    search::FilterKey,
    tui::{TestApp, keymap::KeyMap},
};
use proptest::{collection::vec, prelude::*};
use ratatui::crossterm::event::{MouseButton, MouseEventKind};

use crate::support::{TODAY, screen::*};

/// The selected cell in words.
fn told(desk: &TestApp) -> String {
    let row = if desk.buffer().area.height > 12 { 2 } else { 1 };
    rows(desk)[row].clone()
}

fn title(desk: &TestApp) -> String {
    rows(desk)[0].split("  ").next().unwrap_or_default().to_owned()
}

/// The row that begins like this, in words.
fn row_of(desk: &TestApp, name: &str) -> Vec<String> {
    let row = rows(desk).into_iter().skip(3).find(|row| row.starts_with(name));
    let row = row.unwrap_or_else(|| panic!("no row {name:?} on\n{}", desk.screen()));
    row[name.len()..].split_whitespace().map(str::to_owned).collect()
}

/// Offers in three places: two in the south, one in the north for others, one in the whole district.
fn small() -> Vec<Measure> {
    let offer = |id: &str, group: &str, place: &str, more: &str| {
        let text = format!(
            "id = \"{id}\"\ntitle = \"Kurs {id}\"\ncategory = \"measure\"\ntypes = [\"coaching\"]\n\
             summary = \"Ein Angebot.\"\ntarget_groups = [\"{group}\"]\nlegal_bases = [\"mat\"]\nprovider = \"gwab\"\n\
             coordinator = \"koordination-frauen\"\n{place}childcare = \"none\"\nstatus = \"running\"\n\
             [schedule]\nsetting = \"group\"\ndelivery = \"in_person\"\ntime_model = \"part_time\"\nentry = \"rolling\"\n\
             {more}"
        );
        let read = read_measure(&format!("measures/{id}.toml").into(), &text, &catalogue().register, TODAY);
        read.measure.unwrap_or_else(|| panic!("{:?}", read.diagnostics))
    };
    let at = |place: &str| format!("places = [\"{place}\"]\n");
    let fresh = "[confirmed]\non = 2026-11-01\n";
    vec![
        offer(
            "eins",
            "frauen",
            &at("wetzlar"),
            "[capacity]\nfree = 3\nas_of = 2026-11-18\n[confirmed]\non = 2026-11-01\n",
        ),
        offer("zwei", "frauen", &at("wetzlar"), fresh),
        offer("drei", "u25", &at("dillenburg"), "[confirmed]\non = 2026-01-01\n"),
        offer("vier", "u25", &at("lahn-dill-kreis"), fresh),
        offer("fuenf", "frauen", "", fresh),
    ]
}

/// The report of the small catalogue.
pub(super) fn report(columns: u16, rows: u16) -> TestApp {
    let mut desk = desk_on(indexed(&catalogue().register, &small()), columns, rows);
    desk.press("<alt-a>");
    desk
}

#[test]
fn a_gap_is_marked_where_another_place_has_something() {
    let desk = report(100, 24);
    // The sum, north, south, Kreis Mettmann, the whole district, without a place.
    assert_eq!(row_of(&desk, "Frauen"), ["3", "–", "▒", "2", "–", "·", "░", "1"]);
    assert_eq!(row_of(&desk, "junge Menschen unter 25"), ["2", "░", "1", "–", "–", "░", "1", "·"]);
    assert_eq!(row_of(&desk, "gesamt"), ["5", "1", "2", "·", "1", "1"]);
}

#[test]
fn enter_shows_the_offers_of_a_cell_and_the_next_report_begins_there() {
    let mut desk = report(80, 24);
    desk.press("<ctrl-home><down><down><home><right><right>");
    assert_eq!(told(&desk), "Frauen, Südkreis: 2 Angebote · 3 freie Plätze");
    desk.press("<enter>");
    assert_eq!(hits(&desk), 2);
    assert!(desk.screen().contains("[Zielgruppe: Frauen ×] [Region: Südkreis ×]"), "{}", desk.screen());
    desk.press("<alt-a>");
    assert!(told(&desk).starts_with("Frauen, Südkreis: 2 Angebote"), "{}", desk.screen());
    // The filters of rows and columns are set aside.
    assert_eq!(row_of(&desk, "gesamt")[0], "5");
    desk.press("<esc>");
    assert_eq!(hits(&desk), 2);
}

#[test]
fn every_number_of_the_shipped_catalogue_is_what_its_list_shows() {
    let mut desk = desk(200, 60);
    for turns in ["", "<alt-s>", "<alt-z>", "<alt-z><alt-z><alt-z>"] {
        desk.press("<ctrl-u><ctrl-x><alt-a>");
        desk.press(turns);
        for _ in 0..6 {
            let words = told(&desk);
            let count = words.split(" · ").next().unwrap_or_default();
            let count = count.rsplit_once(": ").map_or("", |(_, count)| count);
            let wanted = match count.split(' ').next() {
                Some("kein") => 0,
                Some("ein") => 1,
                Some(number) => number.parse().unwrap_or_else(|_| panic!("{words}")),
                None => panic!("{words}"),
            };
            if words.contains("ohne Angabe") {
                desk.press("<down>");
                continue;
            }
            desk.press("<enter>");
            assert_eq!(hits(&desk), wanted, "{words}\n{}", desk.screen());
            desk.press("<alt-a><down><right>");
        }
        desk.press("<esc>");
    }
}

#[test]
fn words_and_filters_narrow_the_report() {
    let mut desk = desk_on(indexed(&catalogue().register, &small()), 80, 24);
    desk.press("eins<alt-a>");
    assert!(rows(&desk)[0].ends_with("ein Angebot"), "{}", desk.screen());
    assert!(rows(&desk)[1].contains("Suche: „eins“"), "{}", desk.screen());
    desk.press("<esc><ctrl-u>ort:wetzlar <alt-a>");
    // Two there, one in the whole district.
    assert!(rows(&desk)[0].ends_with("3 Angebote"), "{}", desk.screen());
    assert!(rows(&desk)[1].contains("Ort: Wetzlar"), "{}", desk.screen());
    desk.press("<esc><ctrl-x>ort:=wetzlar <alt-a>");
    assert!(rows(&desk)[0].ends_with("2 Angebote"), "{}", desk.screen());
    assert!(rows(&desk)[1].contains("Ort: nur Wetzlar"), "{}", desk.screen());
    desk.press("<esc><ctrl-x>gibtesnicht<alt-a>");
    assert!(desk.screen().contains("Es gibt nichts auszuwerten"), "{}", desk.screen());
}

#[test]
fn keys_turn_rows_columns_and_the_figure() {
    let mut desk = report(80, 24);
    assert_eq!(title(&desk), "Zielgruppe nach Region: Angebote");
    desk.press("<alt-z>");
    assert_eq!(title(&desk), "Typ nach Region: Angebote");
    desk.press("<alt-shift-z><alt-s>");
    assert_eq!(title(&desk), "Zielgruppe nach Träger: Angebote");
    desk.press("<alt-shift-s><tab>");
    assert_eq!(title(&desk), "Zielgruppe nach Region: freie Plätze");
    assert_eq!(row_of(&desk, "Frauen"), ["3", "–", "▓", "3", "–", "·", "?"]);
    desk.press("<esc><alt-a>");
    assert_eq!(title(&desk), "Zielgruppe nach Region: freie Plätze", "as it was left");
}

#[test]
fn who_keeps_an_entry_and_what_is_overdue_is_for_staff_only() {
    let mut desk = report(80, 24);
    let count = FilterKey::facets().count();
    let titles = |desk: &mut TestApp, key: &str| {
        (0..count)
            .map(|_| {
                desk.press(key);
                title(desk)
            })
            .collect::<Vec<_>>()
    };
    for key in ["<alt-z>", "<alt-s>", "<tab>"] {
        let seen = titles(&mut desk, key).join("\n");
        assert!(!seen.contains("Koordination") && !seen.contains("überfällig"), "{seen}");
    }
    desk.press("<esc>");
    let mut desk = report(80, 24);
    desk.press("<f4><tab><tab>");
    assert_eq!(title(&desk), "Zielgruppe nach Region: überfällige Bestätigungen");
    assert_eq!(row_of(&desk, "junge Menschen unter 25"), ["1", "░", "1", "·", "·", "·", "·"]);
    desk.press("<f4>");
    assert_eq!(title(&desk), "Zielgruppe nach Region: Angebote");
}

/// The key works above a window as well, and the client then looks at the report behind it.
#[test]
fn what_is_for_staff_only_leaves_the_report_behind_a_window_too() {
    let mut desk = report(80, 24);
    desk.press("<f4><tab><tab>");
    assert_eq!(title(&desk), "Zielgruppe nach Region: überfällige Bestätigungen");
    desk.press("<f1><f4><esc>");
    assert_eq!(title(&desk), "Zielgruppe nach Region: Angebote");
}

#[test]
fn what_says_nothing_cannot_be_filtered() {
    let mut desk = report(80, 24);
    desk.press("<end><enter>");
    assert!(status(&desk).contains("kann die Suche nicht filtern"), "{}", desk.screen());
    assert_eq!(title(&desk), "Zielgruppe nach Region: Angebote");
}

#[test]
fn heads_and_sums_stay_while_one_scrolls_both_ways() {
    let mut desk = desk(60, 12);
    desk.press("<alt-a><ctrl-end><end>");
    let screen = rows(&desk);
    assert!(screen[2].contains("gesamt"), "{}", desk.screen());
    assert!(screen[3].starts_with("gesamt"), "{}", desk.screen());
    assert!(screen[2].trim_end().ends_with("online"), "{}", desk.screen());
    assert!(screen[2].starts_with('‹'), "{}", desk.screen());
    assert!(desk.screen().contains("Vereine und Init"), "{}", desk.screen());
    desk.press("<ctrl-home><home>");
    assert!(told(&desk).starts_with("gesamt, gesamt: 98 Angebote"), "{}", desk.screen());
}

#[test]
fn the_cell_of_the_cursor_is_seen_on_the_smallest_screen() {
    let mut desk = report(24, 6);
    for (key, head) in [("", "Nordk"), ("<right>", "Südk"), ("<right>", "Kreis"), ("<home>", "gesamt")] {
        desk.press(key);
        assert!(rows(&desk)[2].contains(head), "{key}\n{}", desk.screen());
    }
    desk.press("<ctrl-end>");
    assert!(rows(&desk)[4].starts_with("Frauen"), "{}", desk.screen());
}

#[test]
fn a_click_selects_a_cell_and_a_second_one_opens_it() {
    let mut desk = report(80, 24);
    click(&mut desk, "▒ 2");
    assert!(told(&desk).starts_with("Frauen, Südkreis: 2 Angebote"), "{}", desk.screen());
    click(&mut desk, "▒ 2");
    assert_eq!(hits(&desk), 2);
}

#[test]
fn a_new_state_keeps_the_cell() {
    let mut desk = report(80, 24);
    click(&mut desk, "▒ 2");
    let mut more = small();
    more.push(offer("sechs", "Sechs", ""));
    more.retain(|measure| &*measure.id != "drei");
    desk.use_snapshot(indexed(&catalogue().register, &more));
    assert!(told(&desk).starts_with("Frauen, Südkreis: 3 Angebote"), "{}", desk.screen());
}

#[test]
fn a_screen_reader_hears_one_cell_in_each_line() {
    let mut desk = TestApp::open(
        Some(indexed(&catalogue().register, &small())),
        settings("screen_reader = true"),
        (80, 24),
        Lang::De,
        TODAY,
    );
    desk.press("<alt-a><down><right>");
    let screen = desk.screen();
    assert!(screen.contains("› Südkreis: 2 Angebote · 3 freie Plätze"), "{screen}");
    assert!(screen.contains("  Nordkreis: kein Angebot · Lücke"), "{screen}");
    assert!(!screen.contains(['░', '█', '│']), "{screen}");
    let at = desk.cursor();
    assert!(rows(&desk)[usize::from(at.y)].starts_with("› Südkreis"), "{screen}");
}

#[test]
fn nothing_is_said_by_colour_alone() {
    let desk = report(80, 24);
    let looks = ["░ 1", "▒ 2", "–", "·"].map(|sign| cells(&desk, sign)[0].clone());
    for (number, one) in looks.iter().enumerate() {
        assert!(looks.iter().skip(number + 1).all(|other| other.symbol() != one.symbol()));
    }
    let mut plain = desk_with("theme = \"none\"", 80, 24);
    plain.press("<alt-a>");
    assert!(plain.screen().contains('–') && plain.screen().contains("█ 9"), "{}", plain.screen());
}

#[test]
fn help_and_footer_name_the_keys_of_the_report() {
    let mut desk = report(80, 24);
    for word in ["Angebote", "Alt+Z Zeilen", "Alt+S Spalten", "Tab Zahl", "Esc Zurück"] {
        assert!(status(&desk).contains(word), "{}", status(&desk));
    }
    desk.resize(100, 60);
    desk.press("<f1>");
    let help = desk.screen();
    for word in ["In der Auswertung", "Ein anderes Merkmal in den Zeilen", "„–“ ist eine Lücke"] {
        assert!(help.contains(word), "{help}");
    }
    assert!(!help.contains("Bei einer Frage"), "{help}");
    assert!(help.contains("Die Angebote dieser Zelle zeigen"), "{help}");
    desk.press("<pagedown>");
    let below = desk.screen();
    assert!(below.contains("Eine Zeile nach oben") && !below.contains("Treffer"), "a table has lines: {below}");
}

/// The keys of all actions, in all contexts, but those that open other pages or leave.
fn keys() -> Vec<String> {
    let mut keys: Vec<String> = KeyMap::standard().rules().iter().map(|rule| rule.key.to_string()).collect();
    keys.retain(|key| !["ctrl-c", "ctrl-q"].contains(&key.as_str()));
    keys.sort();
    keys.dedup();
    keys
}

#[derive(Clone, Debug)]
enum Happening {
    Key(String),
    Text(&'static str),
    Size(u16, u16),
    Mouse(bool, u16, u16),
    Snapshot(bool),
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        10 => prop::sample::select(keys()).prop_map(Happening::Key),
        2 => Just(Happening::Key("alt-a".to_owned())),
        1 => prop::sample::select(vec!["a", "frau", "zg:f ", "status:ended ", "\""]).prop_map(Happening::Text),
        3 => (1u16..140, 1u16..50).prop_map(|(columns, rows)| Happening::Size(columns, rows)),
        3 => (any::<bool>(), 0u16..140, 0u16..50).prop_map(|(click, x, y)| Happening::Mouse(click, x, y)),
        1 => any::<bool>().prop_map(Happening::Snapshot),
    ]
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_report_stands_whatever_happens(happenings in vec(happening(), 1..40)) {
        let mut desk = desk(80, 24);
        desk.press("<alt-a>");
        for happening in &happenings {
            match happening {
                Happening::Key(key) => desk.press(&format!("<{key}>")),
                Happening::Text(text) => desk.press(text),
                Happening::Size(columns, rows) => desk.resize(*columns, *rows),
                Happening::Mouse(true, x, y) => mouse(&mut desk, MouseEventKind::Down(MouseButton::Left), *x, *y),
                Happening::Mouse(false, x, y) => mouse(&mut desk, MouseEventKind::ScrollDown, *x, *y),
                Happening::Snapshot(true) => desk.use_snapshot(shipped()),
                Happening::Snapshot(false) => desk.use_snapshot(indexed(&catalogue().register, &small())),
            }
            // A panic of the search becomes one of these sentences.
            let failed = ["Suchindex ist beschädigt", "Suche ist gescheitert"];
            prop_assert!(!failed.iter().any(|words| desk.screen().contains(words)), "after {happening:?}");
            let screen = desk.screen();
            // The cursor's cell can be read as soon as there is room for it.
            let area = desk.buffer().area;
            if screen.contains(" nach ") && area.width >= 60 && area.height >= 10 && screen.contains("Alt+Z Zeilen") {
                let (at, nothing) = (told(&desk), screen.contains("Es gibt nichts auszuwerten"));
                prop_assert!(nothing || at.contains(": ") || at.contains('…'), "{at:?} after {happening:?}\n{screen}");
            }
        }
    }
}
