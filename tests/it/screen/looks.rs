//! How things look: marks and selection without colour, hostile text, screen readers.

use std::fs;

use lotse::{
    base::hostile_character,
    catalogue::{Catalogue, Source},
    tui::TestApp,
};
use ratatui::style::{Color, Modifier};

use crate::support::{
    TODAY,
    files::temporary_folder,
    screen::{catalogue, cells, desk, desk_on, desk_with, find, indexed, offer, paste, rows, shipped},
};

/// Everything that can be open on a screen, reached by keys from the state before.
const TOUR: [&str; 12] = [
    "",
    "frau",
    "<down>",
    "<enter>",
    "<esc><f2>",
    "<enter>",
    "<esc><f1>",
    "<esc><f6>",
    "<esc><f4>",
    "<f7>",
    "<esc> zg:mi",
    "<esc><ctrl-u>qqqq ",
];

fn bold(modifier: Modifier) -> bool {
    modifier.intersects(Modifier::BOLD | Modifier::UNDERLINED)
}

#[test]
fn the_letters_that_matched_are_marked_in_list_and_entry() {
    for theme in ["ansi", "light", "dark", "contrast", "none"] {
        let mut desk = desk_with(&format!("theme = \"{theme}\""), 120, 30);
        desk.press("schuldner<down>");
        // The second hit is selected, so that the first shows marks alone.
        let title = find(&desk, "Schuldner").unwrap();
        assert!(title.0 < 10, "{}", desk.screen());
        let (marked, rest) =
            (cells(&desk, "Schuldner"), cells(&desk, "Schuldnerberatung").split_off("Schuldner".len()));
        assert!(marked.iter().all(|cell| cell.modifier.contains(Modifier::UNDERLINED)), "{theme}: {marked:?}");
        assert!(!rest.iter().any(|cell| cell.modifier.contains(Modifier::UNDERLINED)), "{theme}: {rest:?}");
        desk.press("<up>");
        let heading = desk.buffer().area.width * 9 / 20 + 2;
        let in_entry = (2..desk.buffer().area.height).flat_map(|y| (heading..120).map(move |x| (x, y)));
        let count =
            in_entry.filter(|at| desk.buffer().cell(*at).unwrap().modifier.contains(Modifier::UNDERLINED)).count();
        assert!(count >= "schuldner".len(), "{theme}: nothing is marked in the entry\n{}", desk.screen());
    }
}

#[test]
fn only_the_letters_that_matched_are_marked() {
    let mut desk = desk_on(
        indexed(
            &catalogue().register,
            &[offer("eins", "Beratung für Schulden", ""), offer("zwei", "Beratung am Abend", "")],
        ),
        120,
        30,
    );
    desk.press("<f3>beratung ");
    let plain = cells(&desk, "am Abend");
    assert!(plain.iter().all(|cell| !cell.modifier.contains(Modifier::UNDERLINED)));
}

#[test]
fn the_selected_hit_stands_out_without_colour() {
    for theme in ["ansi", "light", "dark", "contrast", "none"] {
        let mut desk = desk_with(&format!("theme = \"{theme}\""), 80, 24);
        desk.press("<down>");
        let row = rows(&desk).iter().position(|row| row.starts_with("│› ")).unwrap();
        for x in [1, 3, 12] {
            let cell = desk.buffer().cell((x, u16::try_from(row).unwrap())).unwrap();
            assert!(cell.modifier.intersects(Modifier::BOLD | Modifier::REVERSED), "{theme}: {cell:?}");
        }
        let first = desk.buffer().cell((5, 3)).unwrap();
        assert_ne!(
            (first.modifier, first.fg, first.bg),
            {
                let cell = desk.buffer().cell((5, u16::try_from(row).unwrap())).unwrap();
                (cell.modifier, cell.fg, cell.bg)
            },
            "{theme}"
        );
    }
}

#[test]
fn the_cursor_of_panel_and_completion_stands_out_without_colour() {
    let mut desk = desk_with("theme = \"none\"", 80, 24);
    desk.press("<f2><down>");
    let values: Vec<u16> = (3..10).filter(|y| rows(&desk)[usize::from(*y)].contains("[ ]")).collect();
    let style = |y: u16| desk.buffer().cell((60, y)).unwrap().modifier;
    assert!(bold(style(values[1])) || style(values[1]).contains(Modifier::REVERSED), "{}", desk.screen());
    assert_ne!(style(values[0]), style(values[1]));
    desk.press("<esc>zg:mi");
    assert!(find(&desk, "› Frauen mit Migrationsgeschichte").is_some(), "{}", desk.screen());
    desk.press("<down>");
    assert!(find(&desk, "› Menschen mit Migrationsgeschichte").is_some(), "{}", desk.screen());
    assert!(find(&desk, "› Frauen mit Migrationsgeschichte").is_none(), "{}", desk.screen());
}

#[test]
fn a_theme_without_colour_has_none_anywhere() {
    let mut desk = desk_with("theme = \"none\"", 120, 40);
    desk.building(1, 2);
    for keys in TOUR {
        desk.press(keys);
        for cell in desk.buffer().content() {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{:?} after {keys}", cell.symbol());
        }
    }
}

#[test]
fn a_theme_with_a_background_fills_the_whole_screen() {
    for theme in ["light", "dark", "contrast"] {
        let mut desk = desk_with(&format!("theme = \"{theme}\""), 160, 40);
        for keys in TOUR {
            desk.press(keys);
            let bare = desk.buffer().content().iter().filter(|cell| cell.bg == Color::Reset).count();
            assert_eq!(bare, 0, "{theme} after {keys}\n{}", desk.screen());
        }
    }
}

/// Asserts that no cell of the screen drives a terminal or deceives its reader.
fn assert_harmless(desk: &TestApp) {
    for cell in desk.buffer().content() {
        let hostile = hostile_character(cell.symbol()).or_else(|| cell.symbol().chars().find(|c| c.is_control()));
        let bidi = |c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{E0000}'..='\u{E007F}');
        assert!(hostile.is_none() && !cell.symbol().contains(bidi), "{:?}", cell.symbol());
    }
}

#[test]
fn hostile_text_of_a_catalogue_never_reaches_a_cell() {
    const BAD: &str = r"\u001b]0;weg\u0007\u001b[31mrot\u009b2J\u202Etor\u2066\u200B\uFEFF\U000E0041 Ende";
    let folder = temporary_folder();
    let write = |name: &str, text: String| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("catalogue.toml", format!("title = \"Katalog {BAD}\"\n"));
    write(
        "vocabulary/target_groups.toml",
        format!("[[target_group]]\nid = \"frauen\"\nlabel = \"Gruppe {BAD}\"\naliases = [\"{BAD}\"]\n"),
    );
    write("vocabulary/places.toml", format!("[[place]]\nid = \"wetzlar\"\nlabel = \"Ort {BAD}\"\n"));
    write("vocabulary/measure_types.toml", format!("[[measure_type]]\nid = \"coaching\"\nlabel = \"Typ {BAD}\"\n"));
    write(
        "vocabulary/legal_bases.toml",
        format!("[[legal_basis]]\nid = \"mat\"\ncitation = \"§ {BAD}\"\nlabel = \"{BAD}\"\n"),
    );
    write("providers.toml", format!("[[provider]]\nid = \"gwab\"\nname = \"Träger {BAD}\"\nphone = \"{BAD}\"\n"));
    write(
        "coordinators.toml",
        format!("[[coordinator]]\nid = \"koordination-frauen\"\nname = \"{BAD}\"\nemail = \"{BAD}\"\n"),
    );
    let measure = format!(
        "id = \"boese\"\ntitle = \"Angebot {BAD}\"\nshort = \"{BAD}\"\naliases = [\"{BAD}\"]\ncategory = \"measure\"\ntypes = [\"coaching\"]\n\
         summary = \"{BAD}\"\ncontent = \"\"\"{BAD}\n- {BAD}\"\"\"\ntarget_groups = [\"frauen\"]\nlegal_bases = [\"mat\"]\nprovider = \"gwab\"\n\
         coordinator = \"koordination-frauen\"\nplaces = [\"wetzlar\"]\nchildcare = \"none\"\nstatus = \"running\"\ninternal_note = \"{BAD}\"\n\
         source = \"{BAD}\"\n[schedule]\nsetting = \"group\"\ndelivery = \"in_person\"\ntime_model = \"part_time\"\nentry = \"rolling\"\n\
         [contact]\nname = \"{BAD}\"\n[confirmed]\non = 2026-11-01\nby = \"{BAD}\"\n"
    );
    write("measures/boese.toml", measure);
    write("measures/kaputt.toml", format!("id = \"{BAD}\"\ntitle = 3\n{BAD}\n"));
    let catalogue = Catalogue::load(&Source::folder(folder.path()).unwrap(), TODAY).unwrap();
    assert_eq!(catalogue.measures.len(), 1, "{:?}", catalogue.diagnostics);
    let mut desk = desk_on(indexed(&catalogue.register, &catalogue.measures), 180, 60);
    desk.health(lotse::search::IndexHealth { files_out: 1, errors: catalogue.diagnostics, in_memory: None });
    assert!(desk.screen().contains("Angebot ␛]0;weg"), "it can still be read\n{}", desk.screen());
    for keys in [
        "",
        "<f4>",
        "<f2><enter>",
        "<esc><ctrl-x>zg:",
        "<enter> angebot rot<f6>",
        "<esc><f7>",
        "<esc><enter>",
        "<alt-2>",
        "<alt-3>",
        "<alt-4>",
    ] {
        desk.press(keys);
        assert_harmless(&desk);
    }
}

#[test]
fn what_is_typed_never_reaches_a_cell_unseen_either() {
    let mut desk = desk(80, 24);
    paste(&mut desk, "\u{1b}[31m\u{202e}zg:\u{7}x \u{9b}2J alter:\u{1b}c ort:\u{202e}sinn ");
    assert_harmless(&desk);
}

#[test]
fn a_screen_reader_gets_no_borders_and_a_cursor_on_the_selected_row() {
    let mut desk = desk_with("screen_reader = true", 80, 24);
    for keys in TOUR {
        desk.press(keys);
        let border = desk.screen().chars().find(|c| matches!(c, '\u{2500}'..='\u{259F}'));
        assert_eq!(border, None, "after {keys}\n{}", desk.screen());
    }
    let mut desk = desk_with("screen_reader = true", 80, 24);
    assert_eq!(desk.cursor().y, 0, "the cursor begins in the search line");
    for _ in 0..30 {
        desk.press("<down>");
        let y = desk.cursor().y;
        assert!(rows(&desk)[usize::from(y)].starts_with('›'), "row {y}\n{}", desk.screen());
    }
    desk.press("x");
    assert_eq!(desk.cursor().y, 0, "it goes back to where one types");
}

#[test]
fn a_screen_reader_follows_the_cursor_in_the_panel() {
    let mut desk = desk_with("screen_reader = true", 80, 24);
    desk.press("<f2><down><down>");
    let y = usize::from(desk.cursor().y);
    assert!(rows(&desk)[y].contains("[ ] "), "the cursor stands in row {y}\n{}", desk.screen());
}

#[test]
fn the_cursor_is_always_inside_the_screen() {
    for (columns, rows) in [(24, 6), (25, 7), (80, 24), (200, 60)] {
        let mut desk = desk_on(shipped(), columns, rows);
        for keys in TOUR {
            desk.press(keys);
            let at = desk.cursor();
            assert!(at.x < columns && at.y < rows, "{at:?} at {columns}x{rows} after {keys}");
        }
    }
}

#[test]
fn a_long_hint_about_an_old_name_can_be_read_whole() {
    let mut desk = desk_with("", 80, 24);
    desk.press("eingliederungsvereinbarung");
    let shown = desk.screen().replace('\n', " ");
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("heute Kooperationsplan (§ 15 SGB II"), "{}", desk.screen());
    assert!(!desk.screen().lines().nth(3).unwrap().contains('…'), "{}", desk.screen());
    // On a low screen one row has to do.
    let mut low = desk_with("", 80, 12);
    low.press("eingliederungsvereinbarung");
    assert!(low.screen().lines().nth(4).unwrap().contains('›'), "{}", low.screen());
}
