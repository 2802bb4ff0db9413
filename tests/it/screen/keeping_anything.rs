//! Whatever is pressed on the pages that keep entries, at whatever size: the screen stands, and nothing is written unasked.

use lotse::tui::{TestApp, keymap::KeyMap};
use proptest::{collection::vec, prelude::*};

use crate::support::entry::KURS;
use crate::support::{folder::*, screen::paste};

/// Keys that save, wherever they mean something.
const SAVING: [&str; 3] = ["ctrl-s", "alt-g", "alt-u"];
/// Text that is typed, some of it for lists of choices and numbers.
const TYPED: &[&str] = &["a", "ß", " ", "7", "frauen", "pau", "2027-01-11", "漢字", "\"", "e\u{301}", "-", "§ 16"];
/// What is opened first.
const PAGES: &[&str] = &[
    "<alt-b>",
    "<alt-n>",
    "<alt-k>",
    "<alt-d>",
    "<alt-v>",
    "<alt-v><enter>",
    "<alt-b>x<esc>",
    "<alt-p>",
    "<alt-b><alt-l>",
    "<alt-b><tab><tab><tab><enter>",
    "<down><alt-b>",
];

#[derive(Clone, Debug)]
enum Happening {
    Key(String),
    Text(&'static str),
    Paste(String),
    Size(u16, u16),
}

/// The keys of all actions, in all contexts.
fn keys() -> Vec<String> {
    let mut keys: Vec<String> = KeyMap::standard().rules().iter().map(|rule| rule.key.to_string()).collect();
    keys.sort();
    keys.dedup();
    assert!(keys.len() > 60, "{keys:?}");
    keys
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        10 => prop::sample::select(keys()).prop_map(Happening::Key),
        4 => prop::sample::select(TYPED).prop_map(Happening::Text),
        1 => any::<String>().prop_map(Happening::Paste),
        1 => "[a-z\n]{0,40}".prop_map(Happening::Paste),
        2 => (1u16..=120, 1u16..=40).prop_map(|(columns, rows)| Happening::Size(columns, rows)),
    ]
}

/// True when the key that answers would save: looked up at a size at which the question can be read.
fn asks_to_save(screen: &mut TestApp) -> bool {
    let area = screen.buffer().area;
    screen.resize(80, 24);
    let text = screen.screen();
    screen.resize(area.width, area.height);
    text.contains("┌ Nicht gespeichert") || text.contains("┌ Freie Plätze")
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn nothing_is_written_unless_somebody_saves(
        page in prop::sample::select(PAGES),
        size in (1u16..=120, 1u16..=40),
        happenings in vec(happening(), 1..40),
    ) {
        let other = KURS.replace("\"kurs\"", "\"zwei\"").replace("koordination-frauen", "koordination-u25");
        let folder = Folder::with(&[("kurs", KURS), ("zwei", &other)]);
        let mut files = folder.files();
        let mut screen = folder.screen(80, 24);
        screen.press(page);
        screen.resize(size.0, size.1);
        for happening in &happenings {
            let may_save = match happening {
                Happening::Key(key) if SAVING.contains(&key.as_str()) => true,
                // On the desk a blank confirms.
                Happening::Text(text) => *text == " ",
                Happening::Paste(text) => !text.contains(|c: char| c.is_alphanumeric()),
                Happening::Key(key) if key == "enter" => asks_to_save(&mut screen),
                _ => false,
            };
            match happening {
                Happening::Key(key) => screen.press(&format!("<{key}>")),
                Happening::Text(text) => screen.press(text),
                Happening::Paste(text) => paste(&mut screen, text),
                Happening::Size(columns, rows) => screen.resize(*columns, *rows),
            }
            let now = folder.files();
            prop_assert!(may_save || now == files, "{happening:?} has written\n{}", screen.screen());
            files = now;
            let drives = screen.screen().contains('\u{1b}');
            prop_assert!(!drives);
        }
    }
}
