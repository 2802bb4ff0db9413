//! The settings as values: everything a person or an office can choose.

use std::path::{Path, PathBuf};

use super::{SettingsCode, SettingsFault};
use crate::{
    base::{Diagnostic, Location, coded_enum, expand_home},
    catalogue::{Place, Register},
    locale::Lang,
};

/// Everything a person or an office can choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The catalogue folder.
    pub catalogue: Option<PathBuf>,
    /// A larger dictionary of one's own, by which compounds are cut: one word on each line.
    pub dictionary: Option<PathBuf>,
    /// The language; without it the environment decides.
    pub language: Option<Lang>,
    /// The name of the theme and where it was named.
    pub theme: Located<String>,
    /// Whether the mouse works inside Lotse.
    pub mouse: bool,
    /// Whether the screen is laid out for a screen reader.
    pub screen_reader: bool,
    /// Whether internal notes are visible from the start.
    pub internal_view: bool,
    /// Minutes without a key after which internal notes close by themselves; 0 for never.
    pub internal_minutes: u16,
    /// Id of the place whose filter is chosen when the screen opens, and where it was named.
    pub home_place: Option<Located<String>>,
    /// How changes of the catalogue's files are noticed while the screen is open.
    pub watch: WatchMode,
    /// The coordinator who works here.
    pub coordinator: Option<String>,
    /// The user's own keys, as written.
    pub keys: Vec<KeySetting>,
    /// The user's own themes, as written.
    pub themes: Vec<ThemeSetting>,
    /// The full names of the settings that a file of the user names, and where.
    pub named: Vec<(String, Location)>,
}

coded_enum! {
    /// How changes of the catalogue's files are noticed while the screen is open.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum WatchMode {
        /// The system tells of them; where it cannot, as on network drives, the files are looked at every few seconds.
        Auto = "auto",
        /// The files are looked at every few seconds.
        Poll = "poll",
        /// Not at all, only on request.
        Off = "off",
    }
}

/// One line of a key file: the keys of an action, in one context or in those it has anyway.
#[derive(Debug, Clone, PartialEq)]
pub struct KeySetting {
    /// The context, when the line stands below one.
    pub context: Option<Located<String>>,
    /// The name of the action.
    pub action: Located<String>,
    /// The keys; an empty list takes the keys away.
    pub keys: Vec<Located<String>>,
}

/// One theme as written: roles and their styles.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeSetting {
    /// The name of the theme.
    pub name: Located<String>,
    /// The theme that supplies what this one does not name.
    pub base: Option<Located<String>>,
    /// Role and style, in the order of the file.
    pub styles: Vec<(Located<String>, Located<String>)>,
}

impl Settings {
    /// The home place, if a catalogue with this register knows it.
    ///
    /// # Errors
    /// When the catalogue has no such place. A list of places that could not be read whole proves nothing.
    pub fn home_place_in<'r>(&self, register: &'r Register) -> Result<Option<&'r Place>, Box<SettingsFault>> {
        let Some(Located { value, place }) = &self.home_place else { return Ok(None) };
        let known = &register.places;
        match known.get(value) {
            None if known.is_complete() => {
                let fault = Diagnostic::new(SettingsCode::UnknownPlace, place.clone()).with("id", value);
                let names = known.iter().map(|known| known.id.as_str());
                let by_label = known.iter().find(|known| known.label.to_lowercase() == value.to_lowercase());
                Err(Box::new(fault.suggest(value, names).suggest_this(by_label.map(|known| known.id.as_str()))))
            }
            found => Ok(found),
        }
    }
}

/// A value together with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Location,
}

/// Where relative paths and `~` lead.
pub(super) struct Folders<'a> {
    pub own: &'a Path,
    pub home: Option<&'a Path>,
}

impl Folders<'_> {
    pub(super) fn resolve(&self, path: &str) -> PathBuf {
        self.own.join(expand_home(Path::new(path), self.home))
    }
}
