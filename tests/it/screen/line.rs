//! The search line: typing, editing, pasting, and where its cursor stands.

use lotse::tui::TestApp;
use ratatui::{
    crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers},
    layout::Position,
};
use unicode_width::UnicodeWidthStr;

use crate::support::screen::{desk, hits, line, paste, selected};

fn key(c: char, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
}

/// The symbol left of the cursor: what was typed last stands there, however wide it is.
fn before_cursor(desk: &mut TestApp) -> String {
    let Position { x, y } = desk.cursor();
    let one = |x: u16| desk.buffer().cell(Position::new(x, y)).unwrap().symbol().to_owned();
    // A wide character stands in the first of its two cells.
    match x.checked_sub(2).map(one) {
        Some(wide) if wide.width() == 2 => wide,
        _ => one(x - 1),
    }
}

#[test]
fn every_letter_narrows() {
    let mut desk = desk(80, 24);
    // One or two letters are looked for in names only, from the third on everywhere.
    desk.press("sch");
    let mut before = hits(&desk);
    for letter in "uldner".chars() {
        desk.press(&letter.to_string());
        assert!(hits(&desk) <= before, "more hits after {letter:?}:\n{}", desk.screen());
        before = hits(&desk);
    }
    assert!((1..10).contains(&before));
    assert!(selected(&desk).starts_with("Schuldner"), "{}", desk.screen());
    desk.press("<ctrl-u>");
    assert_eq!((hits(&desk), line(&desk)), (98, String::new()));
}

#[test]
fn several_words_narrow_further() {
    let mut desk = desk(80, 24);
    desk.press("frauen ");
    let one = hits(&desk);
    desk.press("migration");
    assert!(hits(&desk) > 0 && hits(&desk) < one, "{one}\n{}", desk.screen());
}

#[test]
fn the_line_is_edited_where_its_cursor_stands() {
    for (keys, expected) in [
        ("abc<left><left>x", "axbc"),
        ("abc<home>x", "xabc"),
        ("abc<ctrl-a>x<ctrl-e>y", "xabcy"),
        ("grün<backspace>", "grü"),
        ("ääß<left><delete>", "ää"),
        ("ääß<left><backspace>", "äß"),
        ("eins zwei<ctrl-w>x", "eins x"),
        ("grün<ctrl-h>", "grü"),
        ("eins zwei<ctrl-backspace>x", "eins x"),
        ("eins zwei<ctrl-left>x ", "eins x zwei"),
        ("eins zwei<home><ctrl-right>x", "eins xzwei"),
        ("職業<left><backspace>ü", "ü業"),
        ("abc<backspace><backspace><backspace>", ""),
    ] {
        let mut desk = desk(80, 24);
        desk.press(keys);
        assert_eq!(line(&desk), expected, "{keys}");
    }
}

#[test]
fn a_pasted_page_is_one_harmless_line() {
    let mut desk = desk(120, 24);
    desk.press("vor ");
    paste(&mut desk, "Frau\r\nStark\tund\u{1b}[2J\u{7}\u{202e}neu\n\n");
    assert_eq!(line(&desk), "vor Frau Stark und␛[2J␇neu");
    desk.press(" x");
    assert_eq!(line(&desk), "vor Frau Stark und␛[2J␇neu x");
}

#[test]
fn a_paste_that_comes_as_keys_is_one_text() {
    let mut desk = desk(80, 24);
    let keys = |text: &str| -> Vec<Event> {
        let code = |c: char| if c == '\r' { KeyCode::Enter } else { KeyCode::Char(c) };
        text.chars().map(|c| Event::Key(KeyEvent::new(code(c), KeyModifiers::NONE))).collect()
    };
    desk.at_once(keys("frau\rteilzeit\r"));
    assert_eq!(line(&desk), "frau teilzeit");
    let listed = selected(&desk);
    desk.press("<down>");
    assert_ne!(selected(&desk), listed, "no entry was opened");
    // Somebody who was quicker than the line means Enter.
    desk.press("<ctrl-u>");
    desk.at_once(keys("frau\r"));
    let listed = selected(&desk);
    desk.press("<down>");
    assert_eq!((line(&desk).as_str(), selected(&desk)), ("frau", listed), "the entry is open");
}

#[test]
fn a_pasted_paragraph_still_finds_something() {
    let mut desk = desk(80, 24);
    paste(&mut desk, "Schuldnerberatung,\n\nKinderbetreuung und\nRaumfahrt.\n");
    assert!(hits(&desk) > 0, "{}", desk.screen());
    assert!(desk.screen().contains("Kein Angebot hat alle Wörter"), "{}", desk.screen());
}

#[test]
fn a_pasted_letter_still_finds_something_and_says_that_not_all_words_were_found() {
    let mut desk = desk(80, 24);
    paste(
        &mut desk,
        "Sehr geehrte Damen und Herren,\n\nich suche eine Beratung wegen meiner Schulden und eine\nBetreuung für mein Kind.\n\n\
         Mit freundlichen Grüßen\n",
    );
    assert!(hits(&desk) > 0, "{}", desk.screen());
    assert!(desk.screen().contains("Kein Angebot hat alle Wörter"), "{}", desk.screen());
}

#[test]
fn ten_thousand_pasted_characters_are_survived() {
    let mut desk = desk(80, 24);
    paste(&mut desk, &"Überbrückung ".repeat(2_000));
    desk.press("x<home><right><delete><ctrl-right><backspace><end><left>");
    assert!(desk.screen().contains("Suche: "), "{}", desk.screen());
    desk.press("<ctrl-u>");
    assert_eq!(hits(&desk), 98);
}

#[test]
fn alt_gr_characters_arrive_as_text() {
    let mut desk = desk(80, 24);
    for c in "@[]{}\\|~€²".chars() {
        // Windows sends AltGr as Control and Alt, Linux sends the character alone.
        desk.terminal_event(key(c, KeyModifiers::CONTROL | KeyModifiers::ALT));
        desk.terminal_event(key(c, KeyModifiers::NONE));
    }
    assert_eq!(line(&desk), "@@[[]]{{}}\\\\||~~€€²²");
}

#[test]
fn only_the_press_of_a_key_counts() {
    let mut desk = desk(80, 24);
    for kind in [KeyEventKind::Press, KeyEventKind::Release, KeyEventKind::Repeat] {
        desk.terminal_event(Event::Key(KeyEvent::new_with_kind(KeyCode::Char('a'), KeyModifiers::NONE, kind)));
    }
    assert_eq!(line(&desk), "aa");
}

#[test]
fn capitals_and_signs_typed_with_shift_are_text() {
    let mut desk = desk(80, 24);
    for c in "Ü?§".chars() {
        desk.terminal_event(key(c, KeyModifiers::SHIFT));
    }
    assert_eq!(line(&desk), "Ü?§");
}

#[test]
fn the_cursor_stands_behind_what_was_typed() {
    let mut desk = desk(80, 24);
    for (typed, column) in [("", 7), ("ä", 8), ("ß", 9), ("職", 11), ("🙂", 13), ("x", 14)] {
        paste(&mut desk, typed);
        assert_eq!(desk.cursor(), Position::new(column, 0), "after {typed:?}");
    }
    desk.press("<left><left><left>");
    assert_eq!(desk.cursor(), Position::new(9, 0));
    desk.press("<home>");
    assert_eq!(desk.cursor(), Position::new(7, 0));
}

#[test]
fn the_cursor_stays_on_the_screen_when_the_line_is_longer() {
    type_beyond_the_screen(&["abcdefghij", "äöüß"]);
}

#[test]
fn the_cursor_stays_behind_wide_characters_when_the_line_is_longer() {
    type_beyond_the_screen(&["職業訓練", "a職", "🙂b"]);
}

/// Types each text again and again; the cursor must stand behind the letter that was typed last.
fn type_beyond_the_screen(texts: &[&str]) {
    for text in texts {
        // Side by side, so that each line is searched once: the others ask for what is remembered.
        let mut desks = [24, 40, 41, 80].map(|columns| (columns, desk(columns, 24)));
        for c in text.chars().cycle().take(150) {
            for (columns, desk) in &mut desks {
                desk.press(&c.to_string());
                let at = desk.cursor();
                assert!(at.y == 0 && at.x < *columns, "{at:?} at {columns} columns");
                assert_eq!(before_cursor(desk), c.to_string(), "{columns} columns\n{}", desk.screen());
            }
        }
        for (columns, desk) in &mut desks {
            desk.press("<home>");
            assert_eq!(desk.cursor().x, 7, "{columns} columns");
            assert!(line(desk).starts_with(text.chars().next().unwrap()), "{}", desk.screen());
        }
    }
}

#[test]
fn blanks_can_be_typed_and_nothing_but_blanks_finds_everything() {
    let mut desk = desk(80, 24);
    desk.press("   ");
    assert_eq!((hits(&desk), desk.cursor().x), (98, 10));
    desk.press("-");
    assert_eq!(hits(&desk), 98, "{}", desk.screen());
}
