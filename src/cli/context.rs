//! What every command needs to know: texts, settings, where the catalogue and the cache are, which day it is.

use std::{
    env,
    ffi::OsString,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    sync::Arc,
};

use directories::ProjectDirs;
use jiff::{Zoned, civil::Date};

use super::{CliError, Exit, Origin, args::Global, errors, output, scan::Scan, shown};
use crate::{
    base::{Text, expand_own_home, typed_day},
    catalogue::{MANIFEST, Register, Source, read_register},
    config::{Settings, SettingsError, SettingsFault},
    locale::{Lang, Texts},
    store::TrustStore,
};

/// What is known before the arguments are parsed: settings and the language to speak.
pub(super) struct EarlyContext {
    pub texts: Arc<Texts>,
    settings: Result<(Settings, Vec<SettingsFault>), SettingsError>,
}

impl EarlyContext {
    /// Reads the settings and chooses the language: flag before `LOTSE_LANG` before settings before `LC_*` and `LANG`.
    pub(super) fn new(scan: &Scan) -> Self {
        let settings = Settings::load(scan.option("config").map(Path::new));
        let flag = scan.option("lang").and_then(|code| Lang::parse(code.to_str()?));
        let from_environment = || Lang::from_environment(|name| env::var(name).ok());
        let of_variable = || variable("LOTSE_LANG").map(|_| from_environment());
        let chosen = || settings.as_ref().ok()?.0.language;
        let lang = flag.or_else(of_variable).or_else(chosen).unwrap_or_else(from_environment);
        Self { texts: Arc::new(Texts::new(lang)), settings }
    }
}

/// What every command needs to know.
pub(super) struct Context {
    pub texts: Arc<Texts>,
    pub settings: Settings,
    pub settings_faults: Vec<SettingsFault>,
    /// The same in whole sentences, and what else is to be said first.
    pub notices: Vec<String>,
    /// Where indexes are kept; in memory without it.
    pub cache: Option<PathBuf>,
    /// Where drafts of unsaved forms are kept, if anywhere.
    pub state: Option<PathBuf>,
    /// Today, or what `LOTSE_TODAY` says.
    pub today: Date,
    /// Whether colour is wanted where there is a terminal.
    pub colour: bool,
    pub trust: TrustStore,
    /// What `--trust` or `--no-trust` say of the one around the catalogue.
    pub trust_flag: Option<bool>,
    flag: Option<PathBuf>,
}

impl Context {
    /// Takes together what arguments, environment and settings say.
    pub(super) fn new(global: Global, start: EarlyContext) -> Result<Self, CliError> {
        let EarlyContext { texts, settings } = start;
        let settings = settings.map_err(|error| CliError::new(Exit::Unreadable, error.localize(&texts)))?;
        let today = today(&texts)?;
        Ok(Self::of(global, settings, texts, today))
    }

    fn of(global: Global, settings: (Settings, Vec<SettingsFault>), texts: Arc<Texts>, today: Date) -> Self {
        let (settings, faults) = settings;
        let notices = faults.iter().map(|fault| fault.localize_with_place(&texts)).collect();
        let plain = variable("NO_COLOR").is_some() || variable("TERM").is_some_and(|term| term == "dumb");
        let (cache, state) = (cache(), state());
        Self {
            settings,
            settings_faults: faults,
            notices,
            trust: TrustStore::new(state.as_deref(), cache.as_deref()),
            trust_flag: global.trust.then_some(true).or(global.no_trust.then_some(false)),
            cache,
            state,
            today,
            colour: !global.no_color && !plain,
            flag: global.catalogue,
            texts,
        }
    }

    /// What is known even when the settings cannot be read or the day in the environment is none: then with the usual
    /// settings and the real day. What was wrong comes beside it.
    pub(super) fn in_any_case(global: Global, start: EarlyContext) -> (Self, Vec<CliError>) {
        let EarlyContext { texts, settings } = start;
        let mut errors = Vec::new();
        let settings = settings.unwrap_or_else(|error| {
            errors.push(CliError::new(Exit::Unreadable, error.localize(&texts)));
            Default::default()
        });
        let day = today(&texts).unwrap_or_else(|error| {
            errors.push(error);
            Zoned::now().date()
        });
        (Self::of(global, settings, texts, day), errors)
    }

    /// Tells on stderr what is wrong with the settings.
    pub(super) fn print_notices(&self) {
        self.notices.iter().for_each(|notice| output::note(notice));
    }

    pub(super) fn colour_on_stdout(&self) -> bool {
        self.colour && io::stdout().is_terminal()
    }

    /// The catalogue in force: `--catalogue`, `LOTSE_CATALOGUE`, settings, `./catalogue`, the demo that is built in.
    pub(super) fn source(&self) -> Result<(Source, Origin), CliError> {
        let named = [
            (self.flag.clone(), Origin::Flag),
            (path_variable("LOTSE_CATALOGUE"), Origin::Variable),
            (self.settings.catalogue.clone(), Origin::Settings),
        ];
        let here = Path::new("catalogue");
        let found = named.into_iter().find_map(|(path, origin)| Some((path?, origin)));
        let found = found.or_else(|| here.join(MANIFEST).is_file().then(|| (here.to_owned(), Origin::Path)));
        match found {
            Some((path, origin)) => Ok((self.folder(&path, origin)?, origin)),
            None => Ok((Source::Embedded, Origin::Path)),
        }
    }

    pub(super) fn folder(&self, path: &Path, origin: Origin) -> Result<Source, CliError> {
        Source::folder(path).map_err(|error| errors::catalogue(&error, origin, &self.texts))
    }

    /// The vocabularies and people of a catalogue. What is wrong in their files is left out.
    pub(super) fn register(&self, source: &Source, origin: Origin) -> Result<Register, CliError> {
        let files = source.register_files().map_err(|error| errors::catalogue(&error, origin, &self.texts))?;
        Ok(read_register(source, &files).0)
    }

    /// How a message names the catalogue.
    pub(super) fn name_of(&self, source: &Source) -> String {
        match source.path() {
            Some(path) => shown(path),
            None => self.texts.get("cli-embedded").into_owned(),
        }
    }
}

/// A variable of the environment that says something.
pub(super) fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

fn path_variable(name: &str) -> Option<PathBuf> {
    variable(name).map(|path| expand_own_home(Path::new(&path)))
}

/// `LOTSE_CACHE` or the user's cache folder.
fn cache() -> Option<PathBuf> {
    let named = path_variable("LOTSE_CACHE");
    named.or_else(|| Some(ProjectDirs::from("", "", "lotse")?.cache_dir().to_owned()))
}

/// `LOTSE_STATE` or the user's folder for what programs remember.
fn state() -> Option<PathBuf> {
    let named = path_variable("LOTSE_STATE");
    named.or_else(|| {
        let folders = ProjectDirs::from("", "", "lotse")?;
        Some(folders.state_dir().unwrap_or(folders.data_local_dir()).to_owned())
    })
}

/// The day it is here; `LOTSE_TODAY` sets another one for tests and demonstrations.
fn today(texts: &Texts) -> Result<Date, CliError> {
    let Some(day) = variable("LOTSE_TODAY") else { return Ok(Zoned::now().date()) };
    let day = day.to_string_lossy();
    typed_day(&day).ok_or_else(|| {
        let day = Text::line(&day).to_string();
        CliError::new(Exit::Usage, texts.with("cli-bad-today", &[("value", day.into())]))
    })
}
