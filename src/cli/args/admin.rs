//! Arguments of the commands by which a house sets Lotse up: schemas, self-report, completion, manual page.

use std::path::PathBuf;

use super::{path, spelling::AnySpelling};

use clap::{Args, ValueEnum, builder::PossibleValuesParser};
use clap_complete::Shell;

use crate::catalogue::schema::KINDS;

/// The kind of the user's settings, which are no part of a catalogue.
pub(in crate::cli) const SETTINGS_SCHEMA: &str = "settings";

#[derive(Args)]
pub(in crate::cli) struct SchemaArgs {
    #[arg(value_name = "kind", value_parser = kinds())]
    pub kind: Option<String>,
    #[arg(long, conflicts_with_all = ["kind", "output"])]
    pub write: bool,
    #[arg(short, long, value_name = "dir", conflicts_with = "kind", value_parser = path())]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub no_ids: bool,
}

#[derive(Args)]
pub(in crate::cli) struct DoctorArgs {
    #[arg(long, value_name = "format", value_enum, default_value_t = FindingsFormat::Text)]
    pub format: FindingsFormat,
    #[arg(long)]
    pub settings: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FindingsFormat {
    Text,
    Json,
}

#[derive(Args)]
pub(in crate::cli) struct CompletionsArgs {
    #[arg(value_name = "shell", value_enum)]
    pub shell: Shell,
}

#[derive(Args)]
pub(in crate::cli) struct ManArgs {
    #[arg(value_name = "command")]
    pub command: Option<String>,
    #[arg(short, long, value_name = "dir", conflicts_with = "command", value_parser = path())]
    pub output: Option<PathBuf>,
}

fn kinds() -> AnySpelling<PossibleValuesParser> {
    AnySpelling(PossibleValuesParser::new(KINDS.iter().map(|kind| kind.name).chain([SETTINGS_SCHEMA])))
}
