//! Reads the text of a file of settings, keys or themes, and says what of it cannot be used.

use std::path::Path;

use super::{
    code::{SettingsCode, SettingsFault},
    model::{KeySetting, Located, ThemeSetting},
};
use crate::base::toml::{FileFaults, TomlDocument, TypedTable, TypedValue};

const THEMES: &str = include_str!("../../config/themes.toml");

pub(super) type SettingsValue<'a, 's> = TypedValue<'a, 's, SettingsCode>;

pub(super) type SettingsTable<'a, 's> = TypedTable<'a, 's, SettingsCode>;

impl Located<String> {
    pub(super) fn key(value: &SettingsValue<'_, '_>) -> Self {
        Self { value: value.key().to_owned(), place: value.key_location() }
    }

    pub(super) fn text(text: &str, value: &SettingsValue<'_, '_>) -> Self {
        Self { value: text.to_owned(), place: value.location() }
    }
}

/// Reads a key file such as the embedded `keys.toml`: the same form as `[keys]` in the settings.
pub fn read_keys(text: &str, file: &Path) -> (Vec<KeySetting>, Vec<SettingsFault>) {
    read_file(text, file, |table| key_settings(&table))
}

/// The themes that Lotse ships with, in the order of their file.
pub fn shipped_themes() -> (Vec<ThemeSetting>, Vec<SettingsFault>) {
    read_file(THEMES, Path::new("config/themes.toml"), |table| theme_settings(&table))
}

/// Reads the text of a file, with everything in it that cannot be used.
pub(super) fn read_file<T>(
    text: &str,
    file: &Path,
    read: impl FnOnce(SettingsTable<'_, '_>) -> T,
) -> (T, Vec<SettingsFault>) {
    let faults = FileFaults::new(&file.to_string_lossy().into(), text);
    let document = TomlDocument::parse(&faults);
    tell_what_is_lost(&document, &faults);
    let found = read(document.table(&faults));
    (found, faults.into_sorted())
}

/// Says of each line that is no TOML whether other lines were lost with it: those behind it, or before the first.
fn tell_what_is_lost(document: &TomlDocument<'_>, faults: &FileFaults<'_, SettingsCode>) {
    let lost = if document.damaged { document.lost_lines(faults) } else { Vec::new() };
    let told = faults.lines_at_fault();
    let owner = |lost: &usize| {
        let before = told.iter().copied().filter(|line| line <= lost).max();
        before.or_else(|| told.iter().copied().min())
    };
    let losing: Vec<usize> = lost.iter().filter_map(owner).collect();
    faults.amend(|fault| {
        let rest = if losing.contains(&fault.location.line) { "lost" } else { "counts" };
        *fault = fault.clone().with("rest", rest);
    });
}

pub(super) fn key_settings(table: &SettingsTable<'_, '_>) -> Vec<KeySetting> {
    let mut keys = Vec::new();
    for entry in table.entries() {
        match entry.raw().as_table().and_then(|_| entry.table()) {
            Some(below) => {
                let lines = below.entries();
                keys.extend(lines.iter().filter_map(|line| key_setting(line, Some(Located::key(&entry)))));
            }
            None => keys.extend(key_setting(&entry, None)),
        }
    }
    keys
}

fn key_setting(entry: &SettingsValue<'_, '_>, context: Option<Located<String>>) -> Option<KeySetting> {
    let keys = entry.texts()?.iter().map(|(text, value)| Located::text(text, value)).collect();
    Some(KeySetting { context, action: Located::key(entry), keys })
}

pub(super) fn theme_settings(table: &SettingsTable<'_, '_>) -> Vec<ThemeSetting> {
    let mut themes = Vec::new();
    for entry in table.entries() {
        let Some(roles) = entry.table() else { continue };
        let mut theme = ThemeSetting { name: Located::key(&entry), base: None, styles: Vec::new() };
        for role in roles.entries() {
            let style = role.text().map(|text| Located::text(text, &role));
            match style {
                Some(base) if role.key() == "base" => theme.base = Some(base),
                Some(style) => theme.styles.push((Located::key(&role), style)),
                None => {}
            }
        }
        themes.push(theme);
    }
    themes
}
