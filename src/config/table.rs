//! The settings as data: name, what may stand there, what holds without them, what goes before them.
//!
//! Reading, the shipped file, the reference, the schema and `lotse doctor --settings` walk this table.

use toml::de::DeTable;

use super::{
    FaultKind, Folders, Hint, Settings, WatchMode, key_settings,
    reader::{SettingsEntry, SettingsReader},
    theme_settings,
};
use crate::locale::Lang;

/// One setting.
pub struct SettingSpec {
    /// Section of the file, such as `user`; empty for the keys above all sections.
    pub section: &'static str,
    /// Key within the section; empty for a setting that is a section by itself.
    pub key: &'static str,
    /// What may stand there.
    pub holds: SettingType,
    /// What the shipped file says, as TOML; `None` where a house or a person has to say it.
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
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// The name of a theme.
    Theme,
    /// A section of keys for actions.
    Keys,
    /// Sections of styles for roles.
    Themes,
}

type Read = fn(&mut SettingsReader<'_>, &SettingsEntry<'_, '_>, &mut Settings, &Folders<'_>);

/// All settings in the order of the shipped file.
pub static SETTINGS: [SettingSpec; 11] = [
    SettingSpec {
        example: "\"~/lotse/katalog\"",
        variable: Some("LOTSE_CATALOGUE"),
        flag: Some("--catalogue"),
        ..setting(
            "catalogue",
            SettingType::Path,
            |reader, entry, settings, folders| {
                settings.catalogue = reader.text(entry).map(|path| folders.resolve(&path.value));
            },
            |settings| settings.catalogue.as_ref().map(|path| path.display().to_string()),
        )
    },
    SettingSpec {
        example: "\"~/lotse/woerter.txt\"",
        ..setting(
            "dictionary",
            SettingType::Path,
            |reader, entry, settings, folders| {
                settings.dictionary = reader.text(entry).map(|path| folders.resolve(&path.value));
            },
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
            |reader, entry, settings, _| settings.language = language(reader, entry),
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
            |reader, entry, settings, _| replace(&mut settings.theme, reader.text(entry)),
            |settings| Some(settings.theme.value.clone()),
        )
    },
    SettingSpec {
        default: Some("true"),
        ..setting(
            "mouse",
            SettingType::Flag,
            |reader, entry, settings, _| replace(&mut settings.mouse, reader.flag(entry)),
            |settings| Some(settings.mouse.to_string()),
        )
    },
    SettingSpec {
        default: Some("false"),
        ..setting(
            "screen_reader",
            SettingType::Flag,
            |reader, entry, settings, _| replace(&mut settings.screen_reader, reader.flag(entry)),
            |settings| Some(settings.screen_reader.to_string()),
        )
    },
    SettingSpec {
        default: Some("false"),
        ..setting(
            "internal_view",
            SettingType::Flag,
            |reader, entry, settings, _| replace(&mut settings.internal_view, reader.flag(entry)),
            |settings| Some(settings.internal_view.to_string()),
        )
    },
    SettingSpec {
        default: Some("\"auto\""),
        ..setting(
            "watch",
            SettingType::OneOf(&WatchMode::CODES),
            |reader, entry, settings, _| replace(&mut settings.watch, watch(reader, entry)),
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
            |reader, entry, settings, _| settings.coordinator = reader.text(entry).map(|id| id.value),
            |settings| settings.coordinator.clone(),
        )
    },
    SettingSpec {
        section: "keys",
        example: "toggle-filters = [\"f2\", \"ctrl-f\"]\n\n[keys.reading]\nscroll-entry-down = [\"down\", \"ctrl-n\"]",
        ..setting(
            "",
            SettingType::Keys,
            |reader, entry, settings, _| {
                if let Some(table) = reader.table(entry) {
                    settings.keys = key_settings(reader, table);
                }
            },
            |settings| Some(settings.keys.len().to_string()).filter(|_| !settings.keys.is_empty()),
        )
    },
    SettingSpec {
        section: "themes",
        example: "[themes.mine]\nbase = \"dark\"\nmatch = \"bold underline #ffd75f\"",
        ..setting(
            "",
            SettingType::Themes,
            |reader, entry, settings, _| {
                if let Some(table) = reader.table(entry) {
                    settings.themes = theme_settings(reader, table);
                }
            },
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
pub(super) fn read(
    reader: &mut SettingsReader<'_>,
    table: &DeTable<'_>,
    settings: &mut Settings,
    folders: &Folders<'_>,
) {
    read_section(reader, table, "", settings, folders);
}

fn read_section(
    reader: &mut SettingsReader<'_>,
    table: &DeTable<'_>,
    section: &str,
    settings: &mut Settings,
    folders: &Folders<'_>,
) {
    let stands_here = |setting: &&SettingSpec| match section {
        "" => setting.section.is_empty() || setting.is_section(),
        section => setting.section == section,
    };
    let here = || SETTINGS.iter().filter(stands_here);
    let is_below = |name: &str| section.is_empty() && SETTINGS.iter().any(|below| below.section == name);
    for entry in reader.entries(table) {
        let name = entry.key.value.as_str();
        if let Some(setting) = here().find(|setting| setting.local() == name) {
            (setting.read)(reader, &entry, settings, folders);
            settings.named.push((setting.name(), entry.key.place.clone()));
        } else if is_below(name) {
            if let Some(table) = reader.table(&entry) {
                read_section(reader, table, name, settings, folders);
            }
        } else {
            let sections = SETTINGS.iter().map(|setting| setting.section).filter(|name| is_below(name));
            let known = here().map(SettingSpec::local).chain(sections);
            let hint = elsewhere(name).or_else(|| Hint::closest(name, known));
            reader.fault(&entry.key.place, FaultKind::UnknownKey { key: name.to_owned() }, hint);
        }
    }
}

/// The right key in the wrong section.
fn elsewhere(name: &str) -> Option<Hint> {
    let setting = SETTINGS.iter().find(|setting| setting.key == name)?;
    Some(Hint::Belongs(setting.section))
}

fn language(reader: &mut SettingsReader<'_>, entry: &SettingsEntry<'_, '_>) -> Option<Lang> {
    let code = reader.text(entry)?;
    let lang = Lang::parse(&code.value);
    if lang.is_none() {
        let hint = Hint::OneOf(Lang::CODES.map(str::to_owned).to_vec());
        let kind = FaultKind::UnknownValue { key: entry.key.value.clone(), value: code.value };
        reader.fault(&code.place, kind, Some(hint));
    }
    lang
}

fn watch(reader: &mut SettingsReader<'_>, entry: &SettingsEntry<'_, '_>) -> Option<WatchMode> {
    let name = reader.text(entry)?;
    let watch = WatchMode::parse(&name.value);
    if watch.is_none() {
        let hint = Hint::closest_or_all(&name.value, &WatchMode::CODES);
        let kind = FaultKind::UnknownValue { key: entry.key.value.clone(), value: name.value };
        reader.fault(&name.place, kind, Some(hint));
    }
    watch
}

fn replace<T>(setting: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *setting = value;
    }
}
