//! The settings in words: the shipped file with its remarks, and the reference in `docs/einstellungen.md`.

use super::{SETTINGS, SettingSpec, SettingType};
use crate::locale::Texts;

/// The environment variables that Lotse listens to; each has a text `variable-<name>`.
pub const VARIABLES: [&str; 14] = [
    "LOTSE_CATALOGUE",
    "LOTSE_CONFIG",
    "LOTSE_CACHE",
    "LOTSE_STATE",
    "LOTSE_LANG",
    "LOTSE_TODAY",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "TERM",
    "VISUAL",
    "EDITOR",
    "HOME",
];

/// Columns of the shipped file.
const WIDTH: usize = 110;

/// The file `config/settings.toml`: every setting with what it means and what holds without it.
pub fn shipped(texts: &Texts) -> String {
    let mut file = remark(&texts.get("settings-file-head"));
    let mut section = "";
    for setting in &SETTINGS {
        file.push('\n');
        if setting.section != section {
            section = setting.section;
            // Sections of sections begin by themselves.
            if setting.holds != SettingType::Themes {
                file.push_str(&format!("[{section}]\n"));
            }
        }
        file.push_str(&remark(&setting.about(texts)));
        file.push_str(&lines(setting));
    }
    file
}

/// A setting as it may stand in a file; one without a value of its own as a remark.
fn lines(setting: &SettingSpec) -> String {
    match (setting.default, setting.key) {
        (Some(default), key) => format!("{key} = {default}\n"),
        (None, "") => remark(setting.example),
        (None, key) => format!("# {key} = {}\n", setting.example),
    }
}

fn remark(words: &str) -> String {
    let wrapped = words.lines().flat_map(|line| {
        let indent = &line[..line.len() - line.trim_start().len()];
        let options = textwrap::Options::new(WIDTH)
            .initial_indent(indent)
            .subsequent_indent(indent)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        textwrap::wrap(line.trim(), options)
    });
    wrapped.map(|line| format!("# {line}").trim_end().to_owned() + "\n").collect()
}

/// The reference of all settings and environment variables, as Markdown.
pub fn reference(texts: &Texts) -> String {
    let mut out = format!("# {}\n\n{}\n", texts.get("settings-reference-title"), texts.get("settings-reference-head"));
    for setting in &SETTINGS {
        out.push_str(&format!("\n## `{}`\n\n{}\n\n", setting.name(), setting.about(texts)));
        for (name, value) in facts(setting, texts) {
            out.push_str(&format!("- {name}: {value}\n"));
        }
        out.push_str(&format!("\n```toml\n{}\n```\n", example(setting)));
    }
    out.push_str(&format!("\n## {}\n\n", texts.get("settings-reference-variables")));
    let head = (texts.get("settings-reference-variable"), texts.get("settings-reference-meaning"));
    out.push_str(&format!("| {} | {} |\n|---|---|\n", head.0, head.1));
    for name in VARIABLES {
        out.push_str(&format!("| `{name}` | {} |\n", texts.get(&variable_key(name))));
    }
    out
}

fn facts(setting: &SettingSpec, texts: &Texts) -> Vec<(String, String)> {
    let code = |word: &str| format!("`{word}`");
    let fact = |key: &str, value: String| (texts.get(key).into_owned(), value);
    let nothing = || texts.get("settings-reference-nothing").into_owned();
    let mut facts = vec![
        fact("settings-reference-value", holds(setting.holds, texts)),
        fact("settings-reference-default", setting.default.map_or_else(nothing, code)),
    ];
    facts.extend(setting.variable.map(|name| fact("settings-reference-variable", code(name))));
    facts.extend(setting.flag.map(|flag| fact("settings-reference-flag", code(flag))));
    facts
}

fn example(setting: &SettingSpec) -> String {
    match (setting.section, setting.key) {
        ("", key) => format!("{key} = {}", setting.default.unwrap_or(setting.example)),
        (section, "") if setting.holds == SettingType::Keys => format!("[{section}]\n{}", setting.example),
        (_, "") => setting.example.to_owned(),
        (section, key) => format!("[{section}]\n{key} = {}", setting.example),
    }
}

/// What may stand in a setting, in words.
fn holds(holds: SettingType, texts: &Texts) -> String {
    match holds {
        SettingType::Path => texts.get("settings-holds-path").into_owned(),
        SettingType::Text => texts.get("settings-holds-text").into_owned(),
        SettingType::Flag => texts.get("settings-holds-flag").into_owned(),
        SettingType::Number(most) => texts.with("settings-holds-number", &[("most", u64::from(most).into())]),
        SettingType::OneOf(words) => words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", "),
        SettingType::Theme => texts.get("settings-holds-theme").into_owned(),
        SettingType::Keys => texts.get("settings-holds-keys").into_owned(),
        SettingType::Themes => texts.get("settings-holds-themes").into_owned(),
    }
}

fn variable_key(name: &str) -> String {
    format!("variable-{}", name.to_lowercase().replace('_', "-"))
}
