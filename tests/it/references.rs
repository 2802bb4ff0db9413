//! What is made from the program and lies in the repository for people to read: the settings and their reference.
//!
//! `LOTSE_WRITE_DOCS=1 cargo test --test it references` writes both anew.

use std::{fs, path::Path};

use lotse::{
    config::{SETTINGS, VARIABLES, reference, shipped},
    locale::{Lang, Texts},
};

fn compare(path: &str, made: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("LOTSE_WRITE_DOCS").is_some() {
        fs::write(&file, made).unwrap();
    }
    let there = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(there == made, "{path} is out of date: LOTSE_WRITE_DOCS=1 cargo test --test it references");
}

#[test]
fn the_shipped_settings_say_what_the_table_says() {
    compare("config/settings.toml", &shipped(&Texts::new(Lang::De)));
}

#[test]
fn the_reference_of_the_settings_is_current() {
    compare("docs/einstellungen.md", &reference(&Texts::new(Lang::De)));
}

#[test]
fn the_reference_names_every_setting_and_variable_in_both_languages() {
    for lang in [Lang::De, Lang::En] {
        let page = reference(&Texts::new(lang));
        assert!(!page.contains('‹'), "{page}");
        for setting in &SETTINGS {
            assert!(page.contains(&format!("## `{}`", setting.name())));
        }
        for variable in VARIABLES {
            assert!(page.contains(&format!("| `{variable}` |")));
        }
    }
}

/// Every variable of Lotse's own that the program asks for is explained.
#[test]
fn no_variable_of_lotse_is_missing() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(path).unwrap();
                let names =
                    text.split('"').filter(|word| word.starts_with("LOTSE_") && !word.starts_with("LOTSE_TEST"));
                found.extend(names.map(str::to_owned));
            }
        }
    }
    assert!(found.iter().any(|name| name == "LOTSE_CACHE"));
    for name in found {
        assert!(VARIABLES.contains(&name.as_str()), "{name} is not explained");
    }
}
