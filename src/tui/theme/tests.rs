//! What the themes promise: readable, complete, and nothing said by colour alone.

use std::path::Path;

use ratatui::style::{Color, Modifier};

use super::*;
use crate::locale::{Lang, Texts};

const SELECTION: Modifier = Modifier::BOLD.union(Modifier::REVERSED);
const MARK: Modifier = Modifier::BOLD.union(Modifier::UNDERLINED);

fn settings(text: &str) -> Settings {
    let (settings, faults) = Settings::parse(text, Path::new("s.toml"), None);
    assert_eq!(faults, [], "the test text is good TOML");
    settings
}

fn chosen(text: &str) -> (Theme, Vec<String>) {
    let (theme, faults) = Theme::choose(&settings(text), true);
    let german = Texts::new(Lang::De);
    (theme, faults.iter().map(|fault| fault.localize_with_place(&german)).collect())
}

fn shipped_theme(name: &str) -> Theme {
    let (theme, faults) = chosen(&format!("theme = '{name}'"));
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(theme.name(), name);
    theme
}

#[test]
fn the_shipped_themes_have_no_fault() {
    let (themes, faults) = config::shipped_themes();
    assert_eq!(faults, []);
    let names: Vec<_> = themes.iter().map(|theme| theme.name.value.clone()).collect();
    assert_eq!(names, Theme::names(&Settings::default()));
    for theme in &themes {
        let mut faults = Vec::new();
        fill(theme, &mut [None; Role::ALL.len()], &mut faults);
        assert_eq!(faults, []);
    }
}

#[test]
fn roles_stand_in_the_order_of_their_declaration_and_their_chain_ends() {
    for (index, role) in Role::ALL.into_iter().enumerate() {
        assert_eq!(role as usize, index, "{role:?}");
        let chain = std::iter::successors(Some(role), |role| role.parent());
        assert!(chain.take(10).count() < 10, "{role:?} goes in a circle");
    }
}

#[test]
fn selection_and_matches_are_seen_without_colour() {
    let faint = "theme = 'mine'\n[themes.mine]\nselected = 'on blue'\nmatch = 'red'\ntab-active = 'blue'";
    let mut themes: Vec<_> = Theme::names(&Settings::default()).iter().map(|n| shipped_theme(n)).collect();
    themes.push(chosen(faint).0);
    for theme in themes {
        let marks = |role| theme.style(role).add_modifier;
        assert!(marks(Role::Selected).intersects(SELECTION), "{}", theme.name());
        assert!(marks(Role::Match).intersects(MARK), "{}", theme.name());
        assert!(!marks(Role::TabActive).is_empty(), "{}", theme.name());
        assert_ne!(theme.style(Role::Selected), theme.style(Role::SelectedMuted));
    }
}

#[test]
fn without_colour_there_is_no_colour() {
    let allowed = SELECTION | MARK;
    let loud = settings("theme = 'dark'\n[themes.none]\ntext = 'red'");
    for theme in [Theme::choose(&loud, false).0, shipped_theme("none")] {
        assert_eq!(theme.name(), "none");
        for role in Role::ALL {
            let style = theme.style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
            assert!(allowed.contains(style.add_modifier), "{role:?}");
        }
    }
}

#[test]
fn the_standard_theme_sets_a_colour_without_its_background_only_where_a_shape_says_the_same() {
    // Those that can be told from black and from white.
    let readable = [Color::Green, Color::Magenta, Color::LightBlue, Color::Cyan];
    let shapes = [Role::Available, Role::Waiting, Role::NotYet, Role::Over, Role::BorderFocus];
    let theme = shipped_theme("ansi");
    for role in Role::ALL {
        let style = theme.style(role);
        let bare = style.fg.filter(|_| style.bg.is_none());
        let fits = bare.is_none_or(|colour| shapes.contains(&role) && readable.contains(&colour));
        assert!(fits && (style.bg.is_none() || style.fg.is_some()), "{role:?}");
    }
}

#[test]
fn letters_stand_out_from_their_background() {
    for (name, least) in [("light", 4.5), ("dark", 4.5), ("contrast", 7.0)] {
        let theme = shipped_theme(name);
        let ground = theme.style(Role::Text);
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Border) {
            let style = theme.style(role);
            let (front, back) = (style.fg.or(ground.fg), style.bg.or(ground.bg));
            let ratio = contrast(front, back);
            assert!(ratio >= least, "{name} {role:?}: {ratio:.1}");
        }
    }
}

/// The contrast ratio of WCAG 2.
fn contrast(front: Option<Color>, back: Option<Color>) -> f64 {
    let luminance = |colour| {
        let Some(Color::Rgb(red, green, blue)) = colour else {
            panic!("a colour without value: {colour:?}");
        };
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    };
    let (front, back) = (luminance(front), luminance(back));
    (front.max(back) + 0.05) / (front.min(back) + 0.05)
}

#[test]
fn own_themes_stand_on_their_base() {
    let (theme, faults) = chosen("theme = 'mine'\n[themes.mine]\nbase = 'dark'\ntitle = 'bold red'");
    assert!(faults.is_empty(), "{faults:?}");
    let dark = shipped_theme("dark");
    assert_eq!(theme.style(Role::Title).fg, Some(Color::Red));
    assert_eq!(theme.style(Role::Muted), dark.style(Role::Muted));

    let (theme, _) = chosen("theme = 'dark'\n[themes.dark]\ntitle = 'red'");
    assert_eq!(theme.style(Role::Muted), dark.style(Role::Muted), "a theme of the same name");
}

#[test]
fn faults_are_reported_and_the_base_steps_in() {
    for (text, expected) in [
        ("theme = 'drak'", "s.toml, Zeile 1, Spalte 9: Das Farbschema „drak“ gibt es nicht. Meinten Sie „dark“?"),
        (
            "theme = 'xyz'",
            "s.toml, Zeile 1, Spalte 9: Das Farbschema „xyz“ gibt es nicht. Möglich sind: ansi, light, dark, contrast, none.",
        ),
        (
            "theme = 'm'\n[themes.m]\ntitel = 'red'",
            "s.toml, Zeile 3, Spalte 1: Die Rolle „titel“ gibt es in Farbschemata nicht. Meinten Sie „title“?",
        ),
        (
            "theme = 'm'\n[themes.m]\ntitle = 'bold grren'",
            "s.toml, Zeile 3, Spalte 9: „title“: Das Wort „grren“ ist weder Farbe noch Auszeichnung. Meinten Sie „green“?",
        ),
        (
            "theme = 'm'\n[themes.m]\nbase = 'lihgt'",
            "s.toml, Zeile 3, Spalte 8: Das Farbschema „lihgt“ gibt es nicht. Meinten Sie „light“?",
        ),
    ] {
        let (theme, faults) = chosen(text);
        assert_eq!(faults, [expected]);
        assert_eq!(theme.styles, shipped_theme("ansi").styles, "{text}");
    }
}

#[test]
fn the_themes_can_be_gone_through() {
    let settings = settings("[themes.mine]\ntitle = 'red'");
    let mut theme = Theme::choose(&settings, true).0;
    let mut seen = Vec::new();
    for _ in 0..7 {
        seen.push(theme.name().to_owned());
        theme = theme.next(&settings);
    }
    assert_eq!(seen, ["ansi", "light", "dark", "contrast", "none", "mine", "ansi"]);
}
