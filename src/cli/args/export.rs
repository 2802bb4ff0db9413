//! What can be typed after `lotse export`.

use std::path::PathBuf;

use super::path;

use clap::{Args, ValueEnum};

use crate::cli::filters::FilterArgs;

#[derive(Args)]
pub(in crate::cli) struct ExportArgs {
    #[arg(value_name = "words")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub filters: FilterArgs,
    #[arg(long)]
    pub all: bool,
    // Without it the name of the file decides.
    #[arg(long, value_name = "format", value_enum)]
    pub format: Option<ExportFormat>,
    #[arg(long)]
    pub internal: bool,
    #[arg(short, long, value_name = "file", value_parser = path())]
    pub output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ExportFormat {
    Csv,
    Xlsx,
    Json,
    Hsds,
}
