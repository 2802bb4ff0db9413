//! The arguments of `lotse report`.

use std::path::PathBuf;

use super::{
    spelling::AnySpelling,
    values::{dimensions, figures, path},
};
use crate::{
    cli::FilterArgs,
    search::{Figure, FilterKey},
};

use clap::{Args, ValueEnum, builder::EnumValueParser};

#[derive(Args)]
pub(in crate::cli) struct ReportArgs {
    #[arg(value_name = "words")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub filters: FilterArgs,
    #[arg(long, value_name = "dimension", value_parser = dimensions(), default_value = "target-group")]
    pub rows: FilterKey,
    #[arg(long, value_name = "dimension", value_parser = dimensions(), default_value = "region")]
    pub columns: FilterKey,
    #[arg(long, value_name = "figure", value_parser = figures(), default_value = "offers")]
    pub figure: Figure,
    #[arg(long, value_name = "section", value_parser = AnySpelling(EnumValueParser::<ReportSection>::new()))]
    pub section: Option<ReportSection>,
    #[arg(long, value_name = "format", value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    #[arg(short, long, value_name = "file", value_parser = path())]
    pub output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ReportFormat {
    Text,
    Json,
    Csv,
}

/// A part of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ReportSection {
    Overview,
    Table,
    Gaps,
    Type,
    LegalBasis,
    Category,
    Status,
    Provider,
    Coordinator,
}

impl ReportSection {
    /// The dimension that the part counts value by value, if it does.
    pub(crate) fn breakdown(self) -> Option<FilterKey> {
        match self {
            Self::Overview | Self::Table | Self::Gaps => None,
            Self::Type => Some(FilterKey::Type),
            Self::LegalBasis => Some(FilterKey::LegalBasis),
            Self::Category => Some(FilterKey::Category),
            Self::Status => Some(FilterKey::Status),
            Self::Provider => Some(FilterKey::Provider),
            Self::Coordinator => Some(FilterKey::Coordinator),
        }
    }
}
