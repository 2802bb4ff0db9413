//! Settings: the user's file over embedded defaults. A faulty setting is told and left out, the rest still counts.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use self::{file::read_file, model::Folders};
use crate::{
    base::{Diagnostic, Location, expand_home, home, read_at_most},
    locale::Texts,
};

mod code;
mod file;
mod model;
mod reference;
mod table;

pub use code::{SettingsCode, SettingsFault};
pub use file::{read_keys, shipped_themes};
pub use model::{KeySetting, Located, Settings, ThemeSetting, WatchMode};
pub use reference::{VARIABLES, reference, shipped};
pub use table::{SETTINGS, SettingSpec, SettingType};

const DEFAULTS: &str = include_str!("../config/settings.toml");

/// A settings file that was asked for by name and cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", file.display())]
pub struct SettingsError {
    /// The file.
    pub file: PathBuf,
    /// Why not.
    pub source: io::Error,
}

impl SettingsError {
    /// The sentence for the user.
    pub fn localize(&self, texts: &Texts) -> String {
        unreadable_file(&self.file, &self.source, texts)
    }
}

/// A settings file: where it is, and whether somebody asked for exactly this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsFile {
    /// The file.
    pub file: PathBuf,
    /// Named by `--config` or `LOTSE_CONFIG`; then it has to exist.
    pub explicit: bool,
}

impl SettingsFile {
    /// Where the settings of this user lie; `None` when nobody can tell.
    pub fn of_user(flag: Option<&Path>) -> Option<Self> {
        let project = ProjectDirs::from("", "", "lotse");
        Self::find(flag, |name| env::var_os(name), project.as_ref().map(ProjectDirs::config_dir))
    }

    /// `--config` before `LOTSE_CONFIG` before the user's configuration folder.
    pub fn find(
        flag: Option<&Path>,
        variable: impl Fn(&str) -> Option<OsString>,
        config_dir: Option<&Path>,
    ) -> Option<Self> {
        let named =
            flag.map(Path::to_path_buf).or_else(|| Some(variable("LOTSE_CONFIG").filter(|v| !v.is_empty())?.into()));
        match named {
            Some(file) => Some(Self { file: expand_home(&file, home(variable).as_deref()), explicit: true }),
            None => Some(Self { file: config_dir?.join("settings.toml"), explicit: false }),
        }
    }
}

impl Settings {
    /// The settings of this user, with everything in the file that could not be used.
    ///
    /// # Errors
    /// Only when a file named by `--config` or `LOTSE_CONFIG` cannot be read.
    pub fn load(flag: Option<&Path>) -> Result<(Self, Vec<SettingsFault>), SettingsError> {
        Self::load_from(SettingsFile::of_user(flag), home(|name| env::var_os(name)).as_deref())
    }

    /// The settings in this file; `home` replaces a leading `~` in paths.
    ///
    /// # Errors
    /// Only when an explicitly named file cannot be read.
    pub fn load_from(
        location: Option<SettingsFile>,
        home: Option<&Path>,
    ) -> Result<(Self, Vec<SettingsFault>), SettingsError> {
        let Some(SettingsFile { file, explicit }) = location else {
            return Ok((Self::default(), Vec::new()));
        };
        match read(&file) {
            Ok(text) => Ok(Self::parse(&text, &file, home)),
            Err(source) if explicit => Err(SettingsError { file, source }),
            Err(source) if source.kind() == io::ErrorKind::NotFound => Ok((Self::default(), Vec::new())),
            Err(source) => Ok((Self::default(), vec![unreadable(&file, &source)])),
        }
    }

    /// The settings in this text, laid over the defaults. Touches no file.
    pub fn parse(text: &str, file: &Path, home: Option<&Path>) -> (Self, Vec<SettingsFault>) {
        let mut settings = Self::default();
        let faults = settings.merge(text, file, home);
        (settings, faults)
    }

    fn merge(&mut self, text: &str, file: &Path, home: Option<&Path>) -> Vec<SettingsFault> {
        let folders = Folders { own: file.parent().unwrap_or(Path::new("")), home };
        read_file(text, file, |table| table::read(table, self, &folders)).1
    }
}

impl Default for Settings {
    fn default() -> Self {
        let file = Path::new("config/settings.toml");
        let mut settings = Self {
            catalogue: None,
            dictionary: None,
            language: None,
            theme: Located { value: "ansi".to_owned(), place: Location::path(file) },
            mouse: true,
            screen_reader: false,
            internal_view: false,
            internal_minutes: 5,
            home_place: None,
            watch: WatchMode::Auto,
            coordinator: None,
            keys: Vec::new(),
            themes: Vec::new(),
            named: Vec::new(),
        };
        // A test proves that the embedded file has no fault.
        let _ = settings.merge(DEFAULTS, file, None);
        settings.named.clear();
        settings
    }
}

/// Largest file of settings in bytes; whoever sets everything comes to some ten thousand.
const MOST: u64 = 1 << 20;

/// The text of a file of settings. Opening a pipe would wait for a writer, and reading a device might never end.
fn read(file: &Path) -> io::Result<String> {
    if cfg!(unix) && file == Path::new("/dev/null") {
        return Ok(String::new()); // the usual way to ask for no settings at all
    }
    String::from_utf8(read_at_most(file, MOST)?).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// The sentence for a file that the settings name and that cannot be read.
pub fn unreadable_file(file: &Path, source: &io::Error, texts: &Texts) -> String {
    unreadable(file, source).localize_with_place(texts)
}

fn unreadable(file: &Path, source: &io::Error) -> SettingsFault {
    Diagnostic::new(SettingsCode::Unreadable, Location::path(file)).with_cause(source)
}

#[cfg(test)]
mod tests;
