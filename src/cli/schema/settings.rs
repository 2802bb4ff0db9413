//! The JSON Schema of the user's settings, from the table by which they are read and the names that the screen knows.

use crate::{
    catalogue::schema::{Others, Properties, Schema},
    config::{SETTINGS, SettingSpec, SettingType, Settings},
    locale::Texts,
    tui::{
        action::Action,
        keymap::KeyContext,
        theme::{Role, Theme},
    },
};

pub(super) fn schema(texts: &Texts) -> Schema {
    let mut properties: Vec<(&'static str, Schema)> = Vec::new();
    for setting in &SETTINGS {
        let holds = holds(setting, texts).about(None, Some(setting.about(texts)));
        match (setting.section, setting.key) {
            ("", key) => properties.push((key, holds)),
            (section, "") => properties.push((section, holds)),
            (section, key) => match properties.iter_mut().find(|(name, _)| *name == section) {
                Some((_, table)) => table.properties.0.push((key, holds)),
                None => properties.push((section, Schema::table(vec![(key, holds)], Vec::new()))),
            },
        }
    }
    Schema::table(properties, Vec::new()).of_file(texts.get("schema-of-settings").into_owned())
}

fn holds(setting: &SettingSpec, texts: &Texts) -> Schema {
    let schema = match setting.holds {
        SettingType::Path | SettingType::Text => Schema::text(),
        SettingType::Flag => Schema::of("boolean"),
        SettingType::Number(most) => Schema::number(0, most.into()),
        SettingType::OneOf(words) => {
            Schema { values: Some(words.iter().map(|&word| word.to_owned()).collect()), ..Schema::text() }
        }
        SettingType::Theme => theme(),
        SettingType::Keys => keys(texts),
        SettingType::Themes => themes(),
    };
    // Defaults are TOML; the few there are read the same as JSON.
    let default = setting.default.and_then(|value| serde_json::from_str(value).ok());
    Schema { default, ..schema }
}

/// A shipped theme, or one of the user's own.
fn theme() -> Schema {
    let shipped = Schema { values: Some(Theme::names(&Settings::default())), ..Schema::text() };
    Schema { any_of: vec![shipped, Schema::text()], ..Schema::default() }
}

/// Actions with their keys, here and in the contexts.
fn keys(texts: &Texts) -> Schema {
    let keys = || Schema { any_of: vec![Schema::list(Schema::text()), Schema::text()], ..Schema::default() };
    let actions = || Action::ALL.into_iter().map(|action| (action.code(), about(keys(), &action.text_key(), texts)));
    let contexts = KeyContext::ALL.into_iter().map(|context| {
        let below = Schema::table(actions().collect(), Vec::new());
        (context.code(), about(below, &context.text_key(), texts))
    });
    // An action and a context of one name would be two settings under one key.
    let contexts = contexts.filter(|(name, _)| Action::from_code(name).is_none());
    let properties: Vec<_> = actions().chain(contexts).collect();
    Schema::table(properties, Vec::new())
}

/// Themes by any name, each with styles for roles.
fn themes() -> Schema {
    let roles = Role::CODES.into_iter().map(|name| (name, Schema::text()));
    let theme = Schema::table([("base", theme())].into_iter().chain(roles).collect(), Vec::new());
    Schema {
        properties: Properties::default(),
        additional_properties: Some(Others::Like(Box::new(theme))),
        ..Schema::of("object")
    }
}

/// Texts as a schema asks for them.
pub(super) fn words(texts: &Texts) -> impl Fn(&str) -> Option<String> + '_ {
    |key| texts.has(key).then(|| texts.get(key).into_owned())
}

fn about(schema: Schema, key: &str, texts: &Texts) -> Schema {
    schema.about(None, words(texts)(key))
}
