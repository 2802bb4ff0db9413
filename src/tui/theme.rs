//! Themes: what a piece of the screen means, and how it looks. Nothing is said by colour alone.

use ratatui::style::Style;

use crate::{
    base::Diagnostic,
    config::{self, Located, Settings, SettingsCode, SettingsFault, ThemeSetting},
};

mod role;
mod style;

pub use role::Role;

/// The theme that works on every background, the base of all others.
const STANDARD: &str = "ansi";

/// The theme without colours.
const COLOURLESS: &str = "none";

/// A finished theme: one style per role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    name: String,
    styles: [Style; Role::ALL.len()],
}

impl Theme {
    /// The theme of these settings, and what in it could not be used. Without colour it is always `none`.
    pub fn choose(settings: &Settings, colour: bool) -> (Self, Vec<SettingsFault>) {
        let shipped = shipped();
        if !colour {
            return Self::build(COLOURLESS, &shipped, &[]);
        }
        let wanted = &settings.theme;
        if find(&settings.themes, &wanted.value).or(find(&shipped, &wanted.value)).is_some() {
            return Self::build(&wanted.value, &shipped, &settings.themes);
        }
        let (theme, mut faults) = Self::build(STANDARD, &shipped, &settings.themes);
        faults.insert(0, unknown(wanted, &shipped, &settings.themes));
        (theme, faults)
    }

    /// The theme after this one, for the key that goes through them.
    pub fn next(&self, settings: &Settings) -> Self {
        let names = Self::names(settings);
        let here = names.iter().position(|name| *name == self.name);
        let next = here.map_or(0, |here| (here + 1) % names.len().max(1));
        let name = names.get(next).map_or(STANDARD, String::as_str);
        Self::build(name, &shipped(), &settings.themes).0
    }

    /// All themes there are: the shipped ones, then the user's own.
    pub fn names(settings: &Settings) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for theme in shipped().iter().chain(&settings.themes) {
            if !names.contains(&theme.name.value) {
                names.push(theme.name.value.clone());
            }
        }
        names
    }

    /// The name of the theme.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How this role looks.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }

    fn build(name: &str, shipped: &[ThemeSetting], own: &[ThemeSetting]) -> (Self, Vec<SettingsFault>) {
        let mut faults = Vec::new();
        let mut layers = Vec::new();
        layers.extend(find(own, name).map(|theme| (theme, true)));
        let base = match find(own, name) {
            Some(theme) => base_of(theme, name, shipped, &mut faults),
            None => name,
        };
        layers.extend(find(shipped, base).map(|theme| (theme, false)));

        let mut written = [None; Role::ALL.len()];
        for (theme, own) in layers {
            let mut found = Vec::new();
            fill(theme, &mut written, &mut found);
            // The shipped themes are proven by tests.
            if own {
                faults.extend(found);
            }
        }
        let styles = Role::ALL.map(|role| finished(role, &written, name == COLOURLESS));
        let name = name.to_owned();
        (Self { name, styles }, faults)
    }
}

/// The written style of a role or of the relative it takes after, with the marks that it must carry.
fn finished(role: Role, written: &[Option<Style>; Role::ALL.len()], colourless: bool) -> Style {
    let mut ancestors = std::iter::successors(Some(role), |role| role.parent());
    let mut style = ancestors.find_map(|role| *written.get(role as usize)?).unwrap_or_default();
    if let Some((any_of, otherwise)) = role.mark()
        && !style.add_modifier.intersects(any_of)
    {
        style = style.add_modifier(otherwise);
    }
    if colourless {
        style.fg = None;
        style.bg = None;
    }
    style
}

/// Puts the styles of a theme where nothing stands yet.
fn fill(theme: &ThemeSetting, written: &mut [Option<Style>; Role::ALL.len()], faults: &mut Vec<SettingsFault>) {
    for (name, text) in &theme.styles {
        let Some(role) = Role::from_code(&name.value) else {
            let fault = Diagnostic::new(SettingsCode::UnknownRole, name.place.clone()).with("name", &name.value);
            faults.push(fault.suggest(&name.value, Role::CODES.into_iter()));
            continue;
        };
        match style::parse(&text.value) {
            Ok(style) => {
                if let Some(written) = written.get_mut(role as usize) {
                    written.get_or_insert(style);
                }
            }
            Err(word) => {
                let fault = Diagnostic::new(SettingsCode::BadStyle, text.place.clone()).with("role", &name.value);
                faults.push(fault.with("word", &word).suggest(&word, style::words()));
            }
        }
    }
}

/// The shipped theme below one of the user's: the named one, the one of the same name, or the standard.
fn base_of<'a>(
    theme: &'a ThemeSetting,
    name: &'a str,
    shipped: &[ThemeSetting],
    faults: &mut Vec<SettingsFault>,
) -> &'a str {
    match &theme.base {
        Some(base) if find(shipped, &base.value).is_some() => &base.value,
        Some(base) => {
            faults.push(unknown(base, shipped, &[]));
            STANDARD
        }
        None if find(shipped, name).is_some() => name,
        None => STANDARD,
    }
}

fn unknown(name: &Located<String>, shipped: &[ThemeSetting], own: &[ThemeSetting]) -> SettingsFault {
    let known: Vec<_> = own.iter().chain(shipped).map(|theme| theme.name.value.as_str()).collect();
    let fault = Diagnostic::new(SettingsCode::UnknownTheme, name.place.clone()).with("name", &name.value);
    fault.with("known", &known.join(", ")).suggest(&name.value, known.into_iter())
}

fn find<'a>(themes: &'a [ThemeSetting], name: &str) -> Option<&'a ThemeSetting> {
    themes.iter().find(|theme| theme.name.value == name)
}

fn shipped() -> Vec<ThemeSetting> {
    // A test proves that the embedded file has no fault.
    config::shipped_themes().0
}

#[cfg(test)]
mod tests;
