//! A stranger's folder with hostile text in every place that a file, an argument or the environment can bring: whatever
//! Lotse does with it, what comes out is text that a terminal shows and nothing that it obeys or hides.
//!
//! A new place is a line in `hostile/places.rs`, a new command or variable a line in the tables below.
#![cfg(unix)]

mod places;

use lotse::{
    catalogue::{Catalogue, Severity, Source},
    config::Settings,
    locale::Lang,
    search::IndexHealth,
    tui::TestApp,
};

use places::{EVIL, World};

use crate::support::{
    TODAY,
    home::TestHome,
    screen::{indexed, paste},
    session::Session,
};

/// Every command in every format, in this order: what one leaves is what the next one finds. `EVIL` stands for hostile
/// text, `DIR` for the folder of the test.
const COMMANDS: &[&str] = &[
    "search x",
    "search EVIL",
    "search x --format json --explain --facets",
    "search x --format csv --explain",
    "search x --facets --explain",
    "search --place EVIL",
    "search --age EVIL",
    "search ort:EVIL",
    "search --EVIL",
    "search --limit EVIL",
    "show m --internal",
    "show m --internal --format json",
    "show m --internal --format markdown",
    "show m --internal --format html",
    "show alle",
    "show team-eins",
    "show traeger --format json",
    "show EVIL",
    "check",
    "check --format json",
    "check --format sarif",
    "check --format github",
    "check --deny-warnings --format text",
    "check --explain EVIL",
    "check EVIL",
    "check DIR/small/measures/m.toml DIR/other",
    "check --fix",
    "index",
    "index --rebuild",
    "doctor",
    "doctor --format json",
    "doctor --settings",
    "doctor --settings --format json",
    "history m",
    "history m --format json",
    "history m --show 1",
    "history m --show EVIL",
    "history m --by EVIL",
    "history m --restore 1 --by team-eins",
    "set m title=EVIL --by team-eins",
    "set m summary=EVIL contact.note=EVIL --force",
    "set m EVIL=x",
    "set EVIL title=x",
    "set m title=x --by EVIL",
    "confirm m --by team-eins",
    "confirm EVIL",
    "new title=EVIL --by team-eins",
    "new EVIL=x",
    "new --from EVIL",
    "edit m --editor",
    "edit EVIL",
    "export",
    "export --format json --internal --all",
    "export --format hsds",
    "export --format csv --all",
    "export --output DIR/EVIL/x.xlsx",
    "export --output DIR/x.EVIL",
    "report",
    "report --format json",
    "report --format csv",
    "report --rows EVIL",
    "report --output DIR/EVIL/x",
    "import DIR/table.csv --dry-run",
    "import DIR/table.csv --propose",
    "import DIR/table.csv --mapping DIR/mapping.toml --dry-run",
    "import DIR/table.csv --mapping DIR/mapping.toml --dry-run --format json",
    "import DIR/table.csv --mapping DIR/faulty.toml",
    "import DIR/table.csv --mapping EVIL",
    "import DIR/table.csv --mapping DIR/mapping.toml --by team-eins --partial",
    "import DIR/table.json --dry-run",
    "import DIR/table.json --dry-run --format json",
    "import DIR/table.xlsx --dry-run",
    "import DIR/table.xlsx --propose",
    "import DIR/table.xlsx --sheet EVIL",
    "import DIR/damaged.xlsx",
    "import EVIL",
    "schema",
    "schema measure",
    "schema settings",
    "schema EVIL",
    "schema --output DIR/m.toml/EVIL",
    "completions EVIL",
    "man EVIL",
    "EVIL",
    "--EVIL",
    "--catalogue EVIL search x",
    "--catalogue DIR/damaged search x",
    "--config EVIL search x",
    "--config DIR/faulty-settings.toml search x",
    "--config DIR/faulty-settings.toml doctor",
    "--config DIR/faulty-settings.toml doctor --settings --format json",
    "--config DIR/evil-settings.toml confirm m",
    "--config DIR/evil-settings.toml doctor --settings",
    "--lang EVIL search x",
    "--lang en search EVIL",
    "--lang en check --format json",
    "--lang en history m",
    "search --help",
];

/// Commands that show what the places say.
const SHOWN: &[&str] = &[
    "search x",
    "show m --internal",
    "show team-eins --internal",
    "check",
    "history m",
    "history m --show 2",
    "export",
    "report",
    "import DIR/table.csv --propose",
    "import DIR/table.xlsx --propose",
    "import DIR/table.json --dry-run",
    "--config DIR/faulty-settings.toml doctor",
    "--config EVIL search x",
    "--catalogue EVIL search x",
    "show EVIL",
];

/// Variables that say something hostile, each with every command of the second list.
const VARIABLES: &[&str] = &[
    "LOTSE_TODAY",
    "LOTSE_LANG",
    "LOTSE_CATALOGUE",
    "LOTSE_CONFIG",
    "LOTSE_CACHE",
    "LOTSE_STATE",
    "LANG",
    "USER",
    "LOGNAME",
    "HOSTNAME",
    "HOME",
    "TERM",
    "COLORTERM",
    "VISUAL",
    "EDITOR",
    "TZ",
    "XDG_CONFIG_HOME",
    "GIT_AUTHOR_NAME",
];
const IN_ANY_ENVIRONMENT: &[&str] =
    &["search x", "doctor", "doctor --format json", "set m short=y --by team-eins", "edit m --editor", "history m"];

#[test]
fn nothing_hostile_comes_out_beside_a_journal() {
    let world = World::new();
    world.journal();
    world.shows(SHOWN);
    world.walk(COMMANDS);
}

#[test]
fn nothing_hostile_comes_out_of_a_git_checkout() {
    let world = World::new();
    world.checkout();
    world.shows(&["history m", "show m"]);
    world.walk(COMMANDS);
}

#[test]
fn nothing_hostile_comes_out_of_an_unfinished_import() {
    let world = World::new();
    world.journal();
    for log in world.unfinished_imports() {
        world.home.file("small/.lotse/batch/log.json", &log);
        world.walk(&["search x", "doctor", "check", "history m", "confirm m --by team-eins", "index"]);
    }
}

#[test]
fn nothing_hostile_comes_out_of_the_environment() {
    let world = World::new();
    world.journal();
    let evil = EVIL.to_owned();
    for variable in VARIABLES {
        for command in IN_ANY_ENVIRONMENT {
            world.run(command, &[(variable, &evil)]);
        }
    }
}

/// Texts, then keys after each of which the screen is looked at.
const KEYS: &[&str] = &[
    "",
    "x",
    "<down>",
    "<enter>",
    "<tab>",
    "<tab>",
    "<f4>",
    "<f6>",
    "<f7>",
    "<esc>",
    "<f1>",
    "<pagedown>",
    "<esc>",
    "<f2>",
    "<enter>",
    "<down>",
    "<enter>",
    "<esc>",
    "<alt-2>",
    "<alt-3>",
    "<alt-4>",
    "<alt-1>",
    "<alt-a>",
    "<down>",
    "<right>",
    "<enter>",
    "<esc>",
    "<alt-d>",
    "<down>",
    "<down>",
    "<enter>",
    "<esc>",
    "<esc>",
    "<alt-v>",
    "<down>",
    "<enter>",
    "<esc>",
    "<esc>",
    "<alt-b>",
    "<down>",
    "<enter>",
    "<esc>",
    "<down>",
    "<down>",
    "<pagedown>",
    "<pagedown>",
    "<ctrl-s>",
    "<enter>",
    "<esc>",
    "<esc>",
    "<alt-k>",
    "<esc>",
    "<enter>",
    "<esc>",
    "<alt-n>",
    "<esc>",
    "<enter>",
    "<esc>",
    "<alt-p>",
    "<esc>",
    "<alt-g>",
    "<enter>",
    "<esc>",
    "<f9>",
    "<f3>",
    "<f8>",
];

#[test]
fn no_page_of_the_screen_shows_anything_hostile() {
    let world = World::new();
    world.journal();
    world.draft();
    let folder = world.home.path("small");
    let loaded = Catalogue::load(&Source::folder(folder.as_ref()).unwrap(), TODAY).unwrap();
    let errors: Vec<_> = loaded.diagnostics.iter().filter(|d| d.severity() == Severity::Error).cloned().collect();
    let evil = std::fs::read_to_string(world.home.path("evil-settings.toml")).unwrap();
    let sound = "[user]\ncoordinator = \"team-eins\"\n";
    for (settings, size) in [(sound, (180, 50)), (sound, (80, 24)), (&evil, (100, 30))] {
        let (settings, _) = Settings::parse(settings, EVIL.as_ref(), None);
        let snapshot = indexed(&loaded.register, &loaded.measures);
        let mut screen = TestApp::open(Some(snapshot), settings, size, Lang::De, TODAY);
        screen.health(IndexHealth { files_out: errors.len(), errors: errors.clone(), ..IndexHealth::default() });
        screen.keep(folder.as_ref(), world.home.path("state").as_ref());
        for keys in KEYS {
            screen.press(keys);
            look_at(&screen, keys);
        }
        paste(&mut screen, EVIL);
        look_at(&screen, "a paste");
    }
}

fn look_at(screen: &TestApp, keys: &str) {
    for cell in &screen.buffer().content {
        let bad = places::hostile(cell.symbol(), false);
        assert_eq!(bad, None, "after {keys}: {:?} on\n{}", cell.symbol(), screen.screen());
    }
}

/// What the terminal itself gets, with the commands of the screen set aside.
#[test]
fn no_byte_of_the_screen_is_hostile() {
    let world = World::new();
    world.journal();
    world.draft();
    let home = &world.home;
    let settings = format!("catalogue = \"{}\"\n[user]\ncoordinator = \"team-eins\"\n", home.path("small"));
    home.file(".config/lotse/settings.toml", &format!("{settings}{}", world.faulty_settings()));
    let mut lotse = Session::at(home.path("").as_ref(), &[], &[("LOTSE_STATE", &home.path("state"))], 120, 40);
    lotse.wait_for("Treffer");
    for keys in ["", "\u{1b}OR", "\u{1b}[18~", "\u{1b}", "\u{1b}v", "\u{1b}", "\u{1b}b", "\u{1b}", "\u{1b}d", "\u{1b}"]
    {
        lotse.press(keys);
        lotse.wait_until_calm();
    }
    let seen = lotse.seen();
    let text = places::without_commands(&String::from_utf8_lossy(&seen.bytes));
    assert_eq!(places::hostile(&text.replace('\r', ""), false), None, "{:?}", text);
}

/// The test itself: it sees what it looks for.
#[test]
fn hostile_text_is_seen() {
    for c in EVIL.chars().filter(|c| !c.is_ascii_alphanumeric() && !"[];, ".contains(*c)) {
        assert!(places::hostile(&format!("ab{c}"), false).is_some() || c == '\u{301}', "{c:?}");
    }
    assert!(places::hostile("z\u{301}\u{301}\u{301}", false).is_some());
    assert_eq!(places::hostile("Träger „x“ – 5 €\n█🙂", false), None);
    assert_eq!(places::without_commands("\u{1b}[1;31mrot\u{1b}[?25l\u{1b}]0;x\u{7}"), "rot\u{1b}]0;x\u{7}");
    let _ = TestHome::new();
}
