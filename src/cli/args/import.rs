//! What can be typed after `lotse import`.

use std::path::PathBuf;

use super::path;

use clap::{Args, ValueEnum};

#[derive(Args)]
pub(in crate::cli) struct ImportArgs {
    #[arg(value_name = "file", value_parser = path())]
    pub file: PathBuf,
    #[arg(long, value_name = "mapping", value_parser = path())]
    pub mapping: Option<PathBuf>,
    #[arg(long, value_name = "sheet")]
    pub sheet: Option<String>,
    #[arg(long, conflicts_with_all = ["mapping", "dry_run", "partial", "prefer", "format"])]
    pub propose: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub partial: bool,
    #[arg(long, value_name = "side", value_enum)]
    pub prefer: Option<Side>,
    #[arg(long, value_name = "format", value_enum, default_value_t = PlanFormat::Text)]
    pub format: PlanFormat,
    #[arg(long, value_name = "id")]
    pub by: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Side {
    Table,
    Catalogue,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum PlanFormat {
    Text,
    Json,
}
