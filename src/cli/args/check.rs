//! The arguments of `lotse check`.

use std::path::PathBuf;

use super::path;

use clap::{Args, ValueEnum};

#[derive(Args)]
pub(in crate::cli) struct CheckArgs {
    #[arg(value_name = "path", value_parser = path())]
    pub paths: Vec<PathBuf>,
    // Without it the text may hold colour; what was asked for by name never does.
    #[arg(long, value_name = "format", value_enum)]
    pub format: Option<FaultFormat>,
    #[arg(long)]
    pub deny_warnings: bool,
    #[arg(long, value_name = "code", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["format", "deny_warnings", "fix", "paths"])]
    pub explain: Option<String>,
    #[arg(long, conflicts_with = "format")]
    pub fix: bool,
    #[arg(long, requires = "fix")]
    pub yes: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FaultFormat {
    Text,
    Json,
    Sarif,
    Github,
}
