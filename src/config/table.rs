//! The settings as data: name, what may stand there, what holds without them, what goes before them.
//!
//! Reading, the shipped file, the reference, the schema and `lotse doctor --settings` walk this table.

use std::path::PathBuf;

use super::{
    code::SettingsCode,
    file::{SettingsTable, SettingsValue, key_settings, shipped_themes, theme_settings},
    model::{Folders, Located, Settings, WatchMode},
};
use crate::locale::{Lang, Texts};

/// One setting.
pub struct SettingSpec {
    /// Section of the file, such as `user`; empty for the keys above all sections.
    pub section: &'static str,
    /// Key within the section; empty for a setting that is a section by itself.
    pub key: &'static str,
    /// What may stand there.
    pub holds: SettingType,
    /// What the shipped file says, as TOML; `None` where an office or a person has to say it.
    pub default: Option<&'static str>,
    /// How it may look, as a line of TOML without the key; of a section, its lines.
    pub example: &'static str,
    /// The environment variable that goes before it.
    pub variable: Option<&'static str>,
    /// The option of the command line that goes before both.
    pub flag: Option<&'static str>,
    read: Read,
    shown: fn(&Settings) -> Option<String>,
}

/// What may stand in a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingType {
    /// Path of a file or folder.
    Path,
    /// Any text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 to this one.
    Number(u16),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// The name of a theme.
    Theme,
    /// A section of keys for actions.
    Keys,
    /// Sections of styles for roles.
    Themes,
}

/// Longest time in minutes for which internal notes may stay open.
const MOST_MINUTES: u16 = 480;

type Read = fn(&SettingsValue<'_, '_>, &mut Settings, &Folders<'_>);

/// All settings in the order of the shipped file.
pub static SETTINGS: [SettingSpec; 13] = [
    SettingSpec {
        example: "\"~/lotse/katalog\"",
        variable: Some("LOTSE_CATALOGUE"),
        flag: Some("--catalogue"),
        ..setting(
            "catalogue",
            SettingType::Path,
            |value, settings, folders| settings.catalogue = path(value, folders),
            |settings| settings.catalogue.as_ref().map(|path| path.display().to_string()),
        )
    },
    SettingSpec {
        example: "\"~/lotse/woerter.txt\"",
        ..setting(
            "dictionary",
            SettingType::Path,
            |value, settings, folders| settings.dictionary = path(value, folders),
            |settings| settings.dictionary.as_ref().map(|path| path.display().to_string()),
        )
    },
    SettingSpec {
        example: "\"de\"",
        variable: Some("LOTSE_LANG"),
        flag: Some("--lang"),
        ..setting(
            "language",
            SettingType::OneOf(&Lang::CODES),
            |value, settings, _| settings.language = value.one_of(&Lang::CODES).and_then(Lang::from_code),
            |settings| settings.language.map(|lang| lang.code().to_owned()),
        )
    },
    SettingSpec {
        default: Some("\"ansi\""),
        variable: Some("NO_COLOR"),
        flag: Some("--no-color"),
        ..setting(
            "theme",
            SettingType::Theme,
            |value, settings, _| replace(&mut settings.theme, value.text().map(|name| Located::text(name, value))),
            |settings| Some(settings.theme.value.clone()),
        )
    },
    SettingSpec {
        default: Some("true"),
        ..setting(
            "mouse",
            SettingType::Flag,
            |value, settings, _| replace(&mut settings.mouse, value.flag()),
            |settings| Some(settings.mouse.to_string()),
        )
    },
    SettingSpec {
        default: Some("false"),
        ..setting(
            "screen_reader",
            SettingType::Flag,
            |value, settings, _| replace(&mut settings.screen_reader, value.flag()),
            |settings| Some(settings.screen_reader.to_string()),
        )
    },
    SettingSpec {
        default: Some("false"),
        ..setting(
            "internal_view",
            SettingType::Flag,
            |value, settings, _| replace(&mut settings.internal_view, value.flag()),
            |settings| Some(settings.internal_view.to_string()),
        )
    },
    SettingSpec {
        default: Some("5"),
        ..setting(
            "internal_minutes",
            SettingType::Number(MOST_MINUTES),
            |value, settings, _| replace(&mut settings.internal_minutes, number(value, MOST_MINUTES)),
            |settings| Some(settings.internal_minutes.to_string()),
        )
    },
    SettingSpec {
        example: "\"wetzlar\"",
        ..setting(
            "home_place",
            SettingType::Text,
            |value, settings, _| settings.home_place = value.text().map(|id| Located::text(id, value)),
            |settings| settings.home_place.as_ref().map(|place| place.value.clone()),
        )
    },
    SettingSpec {
        default: Some("\"auto\""),
        ..setting(
            "watch",
            SettingType::OneOf(&WatchMode::CODES),
            |value, settings, _| {
                replace(&mut settings.watch, value.one_of(&WatchMode::CODES).and_then(WatchMode::from_code))
            },
            |settings| Some(settings.watch.code().to_owned()),
        )
    },
    SettingSpec {
        section: "user",
        example: "\"koordination-frauen\"",
        flag: Some("--by"),
        ..setting(
            "coordinator",
            SettingType::Text,
            |value, settings, _| settings.coordinator = value.text().map(str::to_owned),
            |settings| settings.coordinator.clone(),
        )
    },
    SettingSpec {
        section: "keys",
        example: "toggle-filters = [\"f2\", \"ctrl-f\"]\n\n[keys.reading]\nscroll-entry-down = [\"down\", \"ctrl-n\"]",
        ..setting(
            "",
            SettingType::Keys,
            |value, settings, _| replace(&mut settings.keys, value.table().map(|table| key_settings(&table))),
            |settings| Some(settings.keys.len().to_string()).filter(|_| !settings.keys.is_empty()),
        )
    },
    SettingSpec {
        section: "themes",
        example: "[themes.mine]\nbase = \"dark\"\nmatch = \"bold underline #ffd75f\"",
        ..setting(
            "",
            SettingType::Themes,
            |value, settings, _| replace(&mut settings.themes, value.table().map(|table| theme_settings(&table))),
            |settings| Some(settings.themes.len().to_string()).filter(|_| !settings.themes.is_empty()),
        )
    },
];

const fn setting(
    key: &'static str,
    holds: SettingType,
    read: Read,
    shown: fn(&Settings) -> Option<String>,
) -> SettingSpec {
    SettingSpec { section: "", key, holds, default: None, example: "", variable: None, flag: None, read, shown }
}

impl SettingSpec {
    /// Its full name: `mouse`, `user.coordinator`, `keys`.
    pub fn name(&self) -> String {
        match (self.section, self.key) {
            ("", key) => key.to_owned(),
            (section, "") => section.to_owned(),
            (section, key) => format!("{section}.{key}"),
        }
    }

    /// Its name in Fluent keys.
    pub fn text_key(&self) -> String {
        format!("setting-{}", self.name().replace(['.', '_'], "-"))
    }

    /// What it is for, in words.
    pub fn about(&self, texts: &Texts) -> String {
        let themes: Vec<String> = match self.holds {
            SettingType::Theme => shipped_themes().0.into_iter().map(|theme| theme.name.value).collect(),
            _ => Vec::new(),
        };
        texts.with(&self.text_key(), &[("themes", themes.join(", ").into())])
    }

    /// What these settings say, as it may be printed for the user; how many there are of keys and themes.
    pub fn shown(&self, settings: &Settings) -> Option<String> {
        (self.shown)(settings)
    }

    /// True for a setting that is a section by itself.
    fn is_section(&self) -> bool {
        self.key.is_empty()
    }

    /// The key by which it is found in its section, or at the top.
    fn local(&self) -> &'static str {
        if self.is_section() { self.section } else { self.key }
    }
}

/// Reads what stands above all sections, and below them what belongs there.
pub(super) fn read(table: SettingsTable<'_, '_>, settings: &mut Settings, folders: &Folders<'_>) {
    read_section(table, "", settings, folders);
}

fn read_section(table: SettingsTable<'_, '_>, section: &str, settings: &mut Settings, folders: &Folders<'_>) {
    let stands_here = |setting: &&SettingSpec| match section {
        "" => setting.section.is_empty() || setting.is_section(),
        section => setting.section == section,
    };
    for setting in SETTINGS.iter().filter(stands_here) {
        if let Some(value) = table.get(setting.local()) {
            (setting.read)(&value, settings, folders);
            settings.named.push((setting.name(), value.key_location()));
        }
    }
    let mut below: Vec<&'static str> = Vec::new();
    if section.is_empty() {
        below.extend(SETTINGS.iter().filter(|setting| !setting.is_section()).map(|setting| setting.section));
        below.retain(|name| !name.is_empty());
        below.dedup();
    }
    for name in below {
        if let Some(held) = table.get(name).and_then(|value| value.table()) {
            read_section(held, name, settings, folders);
        }
    }
    for (key, span) in table.unasked() {
        let fault = match SETTINGS.iter().find(|setting| setting.key == key).map(|setting| setting.section) {
            Some("") => table.faults().at(SettingsCode::UnknownKey, span).with("key", key).with("home", "top"),
            Some(home) => {
                let fault = table.faults().at(SettingsCode::UnknownKey, span).with("key", key);
                fault.with("home", "section").with("section", home)
            }
            None => table.unknown_key(key, span),
        };
        table.faults().push(fault);
    }
}

/// A path; one whose backslashes have become control characters is none.
fn path(value: &SettingsValue<'_, '_>, folders: &Folders<'_>) -> Option<PathBuf> {
    let path = value.text()?;
    if !path.contains(char::is_control) {
        return Some(folders.resolve(path));
    }
    let written = value.faults().source().get(value.span()).unwrap_or_default();
    let fault = value.fault(SettingsCode::EscapedPath);
    value.faults().push(fault.with("path", &format!("'{}'", written.trim_matches('"'))));
    None
}

/// A whole number from 0 to `most`.
fn number(value: &SettingsValue<'_, '_>, most: u16) -> Option<u16> {
    let number = value.number();
    let fits = number.and_then(|number| u16::try_from(number).ok()).filter(|number| *number <= most);
    if let (Some(number), None) = (number, fits) {
        value.faults().push(value.unknown_value(&number.to_string(), &[&format!("0–{most}")]));
    }
    fits
}

fn replace<T>(setting: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *setting = value;
    }
}
