//! What can be typed after `lotse export`.

use std::path::PathBuf;

use clap::{
    Args,
    builder::{PossibleValuesParser, TypedValueParser},
};

use super::{path, spelling::AnySpelling};
use crate::{
    cli::filters::FilterArgs,
    exchange::export::{ExportFormat, FORMATS},
};

#[derive(Args)]
pub(in crate::cli) struct ExportArgs {
    #[arg(value_name = "words")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub filters: FilterArgs,
    #[arg(long)]
    pub all: bool,
    // Without it the name of the file decides.
    #[arg(long, value_name = "format", value_parser = formats())]
    pub format: Option<&'static ExportFormat>,
    #[arg(long)]
    pub internal: bool,
    #[arg(short, long, value_name = "file", value_parser = path())]
    pub output: Option<PathBuf>,
}

/// clap has checked the name by the time it is mapped.
fn formats() -> impl TypedValueParser<Value = &'static ExportFormat> {
    let names = FORMATS.iter().map(|format| format.name);
    AnySpelling(PossibleValuesParser::new(names)).map(|name| ExportFormat::named(&name).unwrap_or(&FORMATS[0]))
}
