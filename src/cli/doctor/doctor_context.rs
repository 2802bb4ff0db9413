//! What every part of the examination may look at.

use std::path::PathBuf;

use crate::{
    catalogue::{Register, Source},
    cli::{CliError, Context, Origin},
    locale::Texts,
};

/// What was given on the command line, and what can be known with it.
pub(super) struct DoctorContext<'c> {
    pub context: &'c Context,
    /// `--config`, `--lang`: where settings came from.
    pub config: Option<PathBuf>,
    pub lang_is_flag: bool,
    /// What is wrong with settings file and day.
    pub errors: Vec<CliError>,
    pub source: Result<(Source, Origin), CliError>,
    pub register: Register,
}

impl Origin {
    /// Who named it, in the user's language; options and variables are their own names.
    pub(super) fn localize(self, texts: &Texts) -> String {
        match self {
            Self::Flag => "--catalogue".to_owned(),
            Self::Variable => "LOTSE_CATALOGUE".to_owned(),
            Self::Settings => texts.get("doctor-origin-settings").into_owned(),
            Self::Path => texts.get("doctor-origin-here").into_owned(),
        }
    }
}
