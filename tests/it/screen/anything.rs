//! Whatever happens in whatever order: the screen stands.

use lotse::{search::IndexHealth, tui::TestApp};
use proptest::{collection::vec, prelude::*};
use ratatui::crossterm::event::{MouseButton, MouseEventKind};

use crate::support::screen::{catalogue, desk, indexed, mouse, paste, place, shipped};

#[derive(Clone, Debug)]
enum Happening {
    Keys(&'static str),
    Paste(String),
    Size(u16, u16),
    Mouse(u8, u16, u16),
    Snapshot(bool),
    Building(usize),
    Health(usize),
}

const KEYS: &[&str] = &[
    "<up>",
    "<down>",
    "<pageup>",
    "<pagedown>",
    "<ctrl-home>",
    "<ctrl-end>",
    "<enter>",
    "<tab>",
    "<shift-tab>",
    "<esc>",
    "<backspace>",
    "<delete>",
    "<left>",
    "<right>",
    "<home>",
    "<end>",
    "<ctrl-left>",
    "<ctrl-right>",
    "<ctrl-w>",
    "<ctrl-u>",
    "<ctrl-x>",
    "<alt-backspace>",
    "<f1>",
    "<f2>",
    "<f3>",
    "<f4>",
    "<f5>",
    "<f6>",
    "<f7>",
    "<f8>",
    "<shift-f8>",
    "<f9>",
    "<ctrl-l>",
    "<alt-1>",
    "<alt-2>",
    "<alt-3>",
    "<alt-4>",
    "<shift-down>",
    "<alt-pagedown>",
    " ",
    "a",
    "ß",
    "frau",
    "teilz",
    "§ 16",
    "zg:",
    "zg:f",
    "ort:wetz",
    "alter:2",
    "kita:",
    "status:ended ",
    "-",
    "\"",
    ":",
];

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        8 => prop::sample::select(KEYS).prop_map(Happening::Keys),
        2 => "\\PC{0,12}".prop_map(Happening::Paste),
        1 => any::<String>().prop_map(Happening::Paste),
        2 => (1u16..140, 1u16..50).prop_map(|(columns, rows)| Happening::Size(columns, rows)),
        3 => (0u8..4, 0u16..140, 0u16..50).prop_map(|(kind, column, row)| Happening::Mouse(kind, column, row)),
        1 => any::<bool>().prop_map(Happening::Snapshot),
        1 => (0usize..300_000).prop_map(Happening::Building),
        1 => (0usize..3).prop_map(Happening::Health),
    ]
}

fn happen(desk: &mut TestApp, happening: &Happening) {
    match happening {
        Happening::Keys(keys) => desk.press(keys),
        Happening::Paste(text) => paste(desk, text),
        Happening::Size(columns, rows) => desk.resize(*columns, *rows),
        Happening::Mouse(kind, column, row) => {
            let kind = match kind {
                0 | 1 => MouseEventKind::Down(MouseButton::Left),
                2 => MouseEventKind::ScrollDown,
                _ => MouseEventKind::ScrollUp,
            };
            mouse(desk, kind, *column, *row);
        }
        Happening::Snapshot(true) => desk.use_snapshot(shipped()),
        Happening::Snapshot(false) => desk.use_snapshot(indexed(&catalogue().register, &catalogue().measures[..3])),
        Happening::Building(done) => desk.building(*done, 300_000),
        Happening::Health(out) => desk.health(IndexHealth { files_out: *out, ..IndexHealth::default() }),
    }
}

/// 48, or as many as `PROPTEST_CASES` says.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_screen_stands(happenings in vec(happening(), 1..30)) {
        let mut desk = desk(80, 24);
        for happening in &happenings {
            happen(&mut desk, happening);
            let (total, at) = place(&desk);
            prop_assert!(at <= total, "number {at} of {total} after {happening:?}\n{}", desk.screen());
            // A panic of the search becomes this sentence.
            let failed = ["Suchindex ist beschädigt", "Suche ist gescheitert"];
            prop_assert!(!failed.iter().any(|words| desk.screen().contains(words)), "after {happening:?}");
        }
    }
}
