//! The real program in a real terminal: how it opens, what it leaves behind, what it writes.
#![cfg(unix)]

use std::{fs, thread, time::Duration};

use vt100::MouseProtocolMode;

use crate::support::session::{Seen, Session};

/// The first press asks for another.
const CTRL_C: &str = "\u{3}\u{3}";

/// Parameters of all escape sequences that set colours and other attributes.
fn attributes(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\u{1b}[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    sequences.collect()
}

/// Attributes that set a colour; 39 and 49 take one back.
fn colours(bytes: &[u8]) -> Vec<String> {
    let sets = |number: &str| matches!(number.parse(), Ok(30..=38 | 40..=48 | 90..=107u16));
    attributes(bytes).into_iter().filter(|attributes| attributes.split(';').any(sets)).collect()
}

/// The settings of a terminal that the program takes and must give back.
fn taken(seen: &Seen) -> [bool; 4] {
    let screen = seen.screen();
    let mouse = screen.mouse_protocol_mode() != MouseProtocolMode::None;
    [screen.alternate_screen(), screen.bracketed_paste(), mouse, screen.hide_cursor()]
}

#[test]
fn it_opens_on_an_empty_home_and_filters_while_one_types() {
    let mut lotse = Session::open(&[], 80, 24);
    assert_eq!(taken(&lotse.seen()), [true, true, true, false]);
    lotse.press("frau stark");
    lotse.wait_for("1 von 3");
    lotse.wait_for("› ● Frau Stark");
    lotse.wait("the cursor behind the words", |seen| seen.screen().cursor_position() == (0, 17));
    lotse.press("\u{1b}[B");
    lotse.wait_for("2 von 3");
}

#[test]
fn keys_pressed_while_the_index_is_built_are_not_taken_back() {
    for _ in 0..5 {
        let mut lotse = Session::start(&[], 80, 24);
        lotse.wait_for("98 Treffer");
        for _ in 0..60 {
            lotse.press("\u{1b}[B");
            thread::sleep(Duration::from_millis(2));
        }
        lotse.wait_for("61 von 98");
    }
}

#[test]
fn a_quiet_size_change_is_followed() {
    let mut lotse = Session::open(&[], 80, 24);
    lotse.press("schuldner");
    for (columns, rows) in [(40, 10), (200, 60), (20, 4), (100, 30)] {
        lotse.resize(columns, rows);
        lotse.wait_until_calm();
    }
    lotse.wait("keys in the last row", |seen| seen.text().lines().nth(29).is_some_and(|row| row.contains("Treffer")));
    assert!(lotse.seen().text().starts_with("Suche: schuldner "), "{}", lotse.seen().text());
}

#[test]
fn the_second_start_shows_the_same() {
    let first = Session::open(&[], 80, 24);
    first.wait_for("z. B.");
    let home = first.home.path().to_str().unwrap().to_owned();
    let shown = first.seen().text().trim_end().to_owned();
    let second = Session::start(&[("HOME", &home)], 80, 24);
    second.wait("the same screen", |seen| seen.text().trim_end() == shown);
}

#[test]
fn leaving_gives_the_terminal_back_as_it_was() {
    let mut lotse = Session::open(&[], 80, 24);
    assert_ne!(lotse.settings(), lotse.before, "the terminal is raw meanwhile");
    lotse.press(CTRL_C);
    let status = lotse.wait_for_end(Duration::from_secs(5)).expect("it leaves");
    assert!(status.success(), "{status:?}");
    assert_eq!(lotse.settings(), lotse.before);
    lotse.drain();
    let seen = lotse.seen();
    assert_eq!(taken(&seen), [false; 4]);
    assert_eq!(seen.text().trim(), "", "nothing is left behind");
    // Terminals differ in what they emulate; the bytes do not.
    let end = String::from_utf8_lossy(&seen.bytes);
    let last = |sequence: &str| end.rfind(sequence).unwrap_or_else(|| panic!("no {sequence:?}"));
    for (on, off) in [("\u{1b}[?1049h", "\u{1b}[?1049l"), ("\u{1b}[?2004h", "\u{1b}[?2004l")] {
        assert!(last(on) < last(off));
    }
    for mode in [1000, 1002, 1003, 1006, 1015] {
        if let Some(on) = end.rfind(&format!("\u{1b}[?{mode}h")) {
            assert!(on < last(&format!("\u{1b}[?{mode}l")), "mouse mode {mode} stays on");
        }
    }
    assert!(end.rfind("\u{1b}[?25l").is_none_or(|hidden| hidden < last("\u{1b}[?25h")));
}

#[test]
fn a_size_that_changes_while_one_types_loses_nothing() {
    let mut lotse = Session::open(&[], 80, 24);
    for (number, letter) in "schuldnerberatung".chars().enumerate() {
        lotse.press(&letter.to_string());
        let number = u16::try_from(number).unwrap();
        lotse.resize(20 + number * 9, 4 + number * 3);
    }
    lotse.resize(100, 30);
    lotse.wait("the whole line and its hit", |seen| {
        let text = seen.text();
        text.starts_with("Suche: schuldnerberatung ")
            && text.contains(" 1 von ")
            && text.contains("› ● Schuldnerberatung")
    });
    lotse.wait("29 rows above the keys", |seen| seen.text().lines().nth(29).is_some_and(|row| row.contains("Treffer")));
}

#[test]
fn a_closed_terminal_ends_it() {
    let mut lotse = Session::open(&[], 80, 24);
    lotse.close();
    let ended = lotse.wait_for_end(Duration::from_secs(2)).is_some();
    assert!(ended, "it is still running, after {} ticks of work", work(&lotse));
}

#[test]
fn a_closed_terminal_ends_it_even_when_nobody_says_so() {
    let mut lotse = Session::start_without_hangup(80, 24);
    lotse.wait_for("98 Treffer");
    lotse.wait_until_calm();
    lotse.close();
    let ended = lotse.wait_for_end(Duration::from_secs(2)).is_some();
    assert!(ended, "it is still running, after {} ticks of work", work(&lotse));
}

#[test]
fn the_backspace_key_deletes_whatever_the_terminal_sends_for_it() {
    let mut lotse = Session::open(&[], 80, 24);
    for (bytes, left) in [("\u{7f}", "wetzlar fra"), ("\u{8}", "wetzlar fra"), ("\u{1b}[127;5u", "wetzlar")] {
        lotse.press("\u{15}wetzlar frau");
        lotse.wait_for("Suche: wetzlar frau");
        lotse.press(bytes);
        let line = |seen: &Seen| seen.text().lines().next().unwrap_or_default()[..27].trim_end().to_owned();
        lotse.wait(&format!("{left:?} after {bytes:?}"), |seen| line(seen) == format!("Suche: {left}"));
    }
}

#[test]
fn a_paste_of_an_old_terminal_opens_nothing() {
    let mut lotse = Session::open(&[], 80, 24);
    lotse.press("frau\r\nteilzeit\r\n");
    lotse.wait_for("Suche: frau teilzeit");
    lotse.press("\u{1b}[B");
    lotse.wait_for("2 von 3");
}

#[test]
fn late_answers_of_the_terminal_are_not_typed() {
    let mut lotse = Session::open(&[], 80, 24);
    for answer in [
        "\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{1b}\\",
        "\u{1b}]4;1;rgb:cdcd/0000/0000\u{7}",
        "\u{1b}]52;c;Z2VoZWlt\u{1b}\\",
        "\u{1b}P>|xterm(388)\u{1b}\\",
        "\u{1b}_Gi=31;OK\u{1b}\\",
        "\u{1b}[>41;388;0c",
    ] {
        lotse.press(&format!("{answer}wetzlar frau kurs"));
        lotse.wait(&format!("the line after {answer:?}"), |seen| seen.text().starts_with("Suche: wetzlar frau kurs "));
        lotse.press("\u{15}");
        lotse.wait_for("98 Treffer");
    }
}

/// crossterm takes what follows these for their rest, until an answer comes that it knows.
#[test]
fn the_answer_to_the_last_question_ends_an_unknown_one() {
    for answer in ["\u{1b}[?2026;2$y", "\u{1b}[?997;1n"] {
        let mut lotse = Session::open(&[], 80, 24);
        assert!(String::from_utf8_lossy(&lotse.seen().bytes).contains("\u{1b}[c"), "the terminal is asked");
        lotse.press(&format!("{answer}\u{1b}[?62;22c"));
        lotse.press("wetzlar frau kurs");
        lotse.wait_for("Suche: wetzlar frau kurs ");
    }
}

#[test]
fn what_was_typed_before_the_screen_is_there_is_kept_without_answers_to_others() {
    let mut lotse = Session::start(&[], 80, 24);
    lotse.press("\u{1b}[?2026;2$y\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{1b}\\wetzlar frau kurs");
    lotse.wait_for("Suche: wetzlar frau kurs ");
}

#[test]
fn it_works_on_simple_terminals() {
    for term in ["xterm", "linux", "vt100"] {
        let mut lotse = Session::open(&[("TERM", term)], 80, 24);
        lotse.press("frau stark");
        lotse.wait_for("› ● Frau Stark");
    }
}

#[test]
fn without_colour_there_are_no_colour_codes_but_a_visible_selection() {
    for env in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let mut lotse = Session::open(&[env], 80, 24);
        lotse.press("zg:frauen beratung\u{1b}OQ\u{1b}[B");
        lotse.wait_for("▾ Zielgruppe");
        lotse.press("\u{1b}OP");
        lotse.wait_for("Tippen Sie einfach los");
        lotse.press("\u{1b}OP\u{1b}OQ");
        lotse.wait_for(" 1 von ");
        lotse.wait_until_calm();
        let seen = lotse.seen();
        assert_eq!(colours(&seen.bytes), Vec::<String>::new(), "{env:?}");
        let inverse = (0..24).any(|row| seen.screen().cell(row, 0).is_some_and(vt100::Cell::inverse));
        assert!(inverse, "{env:?}: nothing is selected\n{}", seen.text());
    }
}

#[test]
fn with_colour_there_are_some() {
    let mut lotse = Session::open(&[], 80, 24);
    lotse.press("zg:frauen ");
    lotse.wait_for("[Zielgruppe: Frauen ×]");
    assert!(!colours(&lotse.seen().bytes).is_empty(), "this test sees colours where there are some");
}

#[test]
fn nothing_is_written_while_nobody_types() {
    let lotse = Session::open(&[], 80, 24);
    // The lists of words are read behind the first frame.
    lotse.bytes_within(Duration::from_secs(2));
    let before = work(&lotse);
    assert_eq!(lotse.bytes_within(Duration::from_secs(1)), 0);
    assert!(work(&lotse) - before <= 1, "it works although nothing happens");
}

/// Clock ticks that the program has worked so far.
fn work(lotse: &Session) -> u64 {
    let Some(id) = lotse.child.process_id() else { return 0 };
    let Ok(stat) = fs::read_to_string(format!("/proc/{id}/stat")) else { return 0 };
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    [11, 12].iter().filter_map(|at| fields.get(*at)?.parse::<u64>().ok()).sum()
}

#[test]
fn pasting_and_clicking_arrive() {
    let mut lotse = Session::open(&[], 100, 24);
    lotse.press("\u{1b}[200~Frau\r\nStark\u{1b}[2J\u{1b}[201~");
    lotse.wait_for("Suche: Frau Stark");
    lotse.wait("the answer to it", |seen| !seen.text().contains("98 Treffer"));
    lotse.press("\u{15}");
    lotse.wait_for("98 Treffer");
    // A click into the eighth row: the third hit.
    lotse.press("\u{1b}[<0;6;8M\u{1b}[<0;6;8m");
    lotse.wait_for("3 von 98");
    // Two in the tenth: the entry is opened, and the arrow keys scroll it.
    let click = "\u{1b}[<0;6;10M\u{1b}[<0;6;10m";
    lotse.press(&format!("{click}{click}"));
    lotse.wait_for("4 von 98");
    lotse.wait_until_calm();
    lotse.press("\u{1b}[B\u{1b}[B");
    lotse.wait_until_calm();
    assert!(lotse.seen().text().contains("4 von 98"), "{}", lotse.seen().text());
}

#[test]
fn copying_goes_through_the_terminal_and_nothing_is_opened_where_there_are_no_windows() {
    let mut lotse = Session::open(&[], 80, 24);
    lotse.press("frauenprojekt");
    lotse.wait_for("› ● Frauenprojekt");
    lotse.press("\u{1b}c");
    lotse.wait_for("› Titel: Frauenprojekt");
    lotse.press("\r");
    lotse.wait_for("Titel kopiert (Terminal, wenn es das erlaubt).");
    // "Frauenprojekt" for the clipboard `c`, in base64.
    let copied = "\u{1b}]52;c;RnJhdWVucHJvamVrdA==\u{7}";
    assert!(String::from_utf8_lossy(&lotse.seen().bytes).contains(copied));
    lotse.press("\u{1b}o");
    lotse.wait_for("› E-Mail: mailto:chancengleichheit@example.org");
    lotse.press("\r");
    lotse.wait_for("Hier gibt es kein Programm, das die Adresse öffnet.");
    lotse.wait_for("mailto:chancengleichheit@example.org");
    // The console of Linux would print what it is told to copy.
    let mut lotse = Session::open(&[("TERM", "linux")], 80, 24);
    lotse.press("\u{1b}c");
    lotse.wait_for("› Titel: ");
    lotse.press("\r");
    lotse.wait_for("ist nicht kopiert");
    assert!(!String::from_utf8_lossy(&lotse.seen().bytes).contains("\u{1b}]52"));
}

/// The addresses that were made links of the terminal.
fn links(lotse: &Session) -> Vec<String> {
    let bytes = String::from_utf8_lossy(&lotse.seen().bytes).into_owned();
    let links = bytes.split("\u{1b}]8;;").skip(1).filter_map(|rest| rest.split_once("\u{1b}\\"));
    links.map(|(address, _)| address.to_owned()).filter(|address| !address.is_empty()).collect()
}

#[test]
fn addresses_of_the_shown_entry_are_links_where_the_terminal_can() {
    let mut lotse = Session::open(&[], 120, 70);
    lotse.press("frauenprojekt");
    lotse.wait_for("› ● Frauenprojekt");
    lotse.wait_for("chancengleichheit@example.org");
    lotse.wait_until_calm();
    let found = links(&lotse);
    assert_eq!(found.last().map(String::as_str), Some("mailto:chancengleichheit@example.org"), "{found:?}");
    // The cursor stays where one types, and what is no link any more is drawn as what it is.
    lotse.wait("the cursor behind the word", |seen| seen.screen().cursor_position() == (0, 20));
    let before = lotse.seen().bytes.len();
    lotse.press("\u{1b}");
    lotse.wait_until_calm();
    let after = String::from_utf8_lossy(&lotse.seen().bytes[before..]).into_owned();
    assert!(!after.contains("mailto:chancengleichheit@example.org"), "{after}");
    for env in [("TERM", "linux"), ("TERM", "dumb")] {
        let mut lotse = Session::open(&[env], 120, 70);
        lotse.press("frauenprojekt");
        lotse.wait_for("chancengleichheit@example.org");
        lotse.wait_until_calm();
        assert_eq!(links(&lotse), Vec::<String>::new(), "{env:?}");
    }
}

#[test]
fn nothing_about_a_consultation_is_written_to_disk() {
    let mut lotse = Session::open(&[], 80, 24);
    lotse.press("Geheimniskrämerei");
    lotse.wait_for("Suche: Geheimniskrämerei");
    lotse.press(CTRL_C);
    lotse.wait_for_end(Duration::from_secs(5)).expect("it leaves");
    let mut folders = vec![lotse.home.path().to_owned()];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            files += 1;
            let bytes = fs::read(&path).unwrap().to_ascii_lowercase();
            assert!(!bytes.windows(6).any(|word| word == b"geheim"), "{}", path.display());
        }
    }
    assert!(files > 0, "the index is there");
}
