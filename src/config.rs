//! Settings: the user's file over embedded defaults. A faulty setting is told and left out, the rest still counts.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use crate::{
    base::{
        Diagnostic, Location, expand_home, home, read_at_most,
        toml::{FileFaults, TomlDocument, TypedTable, TypedValue},
        typed_code,
    },
    locale::{Lang, Texts},
};
use directories::ProjectDirs;

mod code;
mod reference;
mod table;

pub use code::{SettingsCode, SettingsFault};
pub use reference::{VARIABLES, reference, shipped};
pub use table::{SETTINGS, SettingSpec, SettingType};

const DEFAULTS: &str = include_str!("../config/settings.toml");

const THEMES: &str = include_str!("../config/themes.toml");

/// A value of a file of settings.
type SettingsValue<'a, 's> = TypedValue<'a, 's, SettingsCode>;

/// A table of a file of settings.
type SettingsTable<'a, 's> = TypedTable<'a, 's, SettingsCode>;

/// A value together with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Location,
}

impl Located<String> {
    fn key(value: &SettingsValue<'_, '_>) -> Self {
        Self { value: value.key().to_owned(), place: value.key_location() }
    }

    fn text(text: &str, value: &SettingsValue<'_, '_>) -> Self {
        Self { value: text.to_owned(), place: value.location() }
    }
}

/// Everything a person or a house can choose.
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

/// How changes of the catalogue's files are noticed while the screen is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WatchMode {
    /// The system tells of them; where it cannot, as on network drives, the files are looked at every few seconds.
    Auto,
    /// The files are looked at every few seconds.
    Poll,
    /// Not at all, only on request.
    Off,
}

impl WatchMode {
    /// The values as they are written.
    pub const CODES: [&'static str; 3] = ["auto", "poll", "off"];

    /// Reads one of the codes, also in capital letters.
    pub fn parse(code: &str) -> Option<Self> {
        let code = typed_code(code, Self::CODES)?;
        [Self::Auto, Self::Poll, Self::Off].into_iter().find(|watch| watch.code() == code)
    }

    /// The code: `auto`, `poll` or `off`.
    pub fn code(self) -> &'static str {
        Self::CODES[self as usize]
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
            theme: Located { value: "ansi".to_owned(), place: whole(file) },
            mouse: true,
            screen_reader: false,
            internal_view: false,
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

/// Where relative paths and `~` lead.
struct Folders<'a> {
    own: &'a Path,
    home: Option<&'a Path>,
}

impl Folders<'_> {
    fn resolve(&self, path: &str) -> PathBuf {
        self.own.join(expand_home(Path::new(path), self.home))
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
fn read_file<T>(text: &str, file: &Path, read: impl FnOnce(SettingsTable<'_, '_>) -> T) -> (T, Vec<SettingsFault>) {
    let faults = FileFaults::new(&file.to_string_lossy().into(), text);
    let document = TomlDocument::parse(&faults);
    tell_what_is_lost(&document, &faults);
    let found = read(document.table(&faults));
    (found, faults.into_sorted())
}

/// Says of each line that is no TOML whether lines after it were lost with it.
fn tell_what_is_lost(document: &TomlDocument<'_>, faults: &FileFaults<'_, SettingsCode>) {
    let lost = if document.damaged { document.lost_lines(faults) } else { Vec::new() };
    let told = faults.lines_at_fault();
    faults.amend(|fault| {
        let line = fault.location.line;
        let next = told.iter().copied().filter(|told| *told > line).min().unwrap_or(usize::MAX);
        let rest = if lost.iter().any(|lost| (line..next).contains(lost)) { "lost" } else { "counts" };
        *fault = fault.clone().with("rest", rest);
    });
}

fn key_settings(table: &SettingsTable<'_, '_>) -> Vec<KeySetting> {
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

fn theme_settings(table: &SettingsTable<'_, '_>) -> Vec<ThemeSetting> {
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
    Diagnostic::new(SettingsCode::Unreadable, whole(file)).with_cause(source)
}

/// A file as a whole.
fn whole(file: &Path) -> Location {
    Location::file(&file.to_string_lossy().into())
}

#[cfg(test)]
mod tests;
