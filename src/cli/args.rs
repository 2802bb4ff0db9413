//! What can be typed after `lotse`: commands, options and their values. The texts come from [`super::help`].

mod report;
mod spelling;
mod values;

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use self::values::{export_formats, kinds, languages, orders, path, schema_kinds};
pub(super) use self::{
    report::{ReportArgs, ReportFormat, ReportSection},
    values::SETTINGS_SCHEMA,
};
use super::FilterArgs;
use crate::{catalogue::Kind, exchange::export::ExportFormat, locale::Lang, search::Sort};

// The value names are keys: `dir` becomes the text `cli-value-dir`.

#[derive(Parser)]
#[command(name = "lotse", version)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "dir", value_parser = path())]
    pub catalogue: Option<PathBuf>,
    #[arg(long, global = true, value_name = "file", value_parser = path())]
    pub config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "lang", value_parser = languages())]
    pub lang: Option<Lang>,
    #[arg(long, global = true)]
    pub no_color: bool,
    #[arg(long, global = true)]
    pub trust: bool,
    #[arg(long, global = true, conflicts_with = "trust")]
    pub no_trust: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

#[derive(Subcommand)]
pub(super) enum Command {
    Search(SearchArgs),
    Show(ShowArgs),
    Check(CheckArgs),
    Index(IndexArgs),
    New(NewArgs),
    Edit(EditArgs),
    Set(SetArgs),
    Confirm(ConfirmArgs),
    History(HistoryArgs),
    Import(ImportArgs),
    Export(ExportArgs),
    Report(ReportArgs),
    Schema(SchemaArgs),
    Doctor(DoctorArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

#[derive(Args)]
pub(super) struct SearchArgs {
    #[arg(value_name = "words")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub filters: FilterArgs,
    #[arg(long, value_name = "kind", value_parser = kinds())]
    pub kind: Option<Kind>,
    #[arg(long, value_name = "number", allow_negative_numbers = true, default_value_t = 20)]
    pub limit: usize,
    #[arg(long, value_name = "number", allow_negative_numbers = true, default_value_t = 0)]
    pub offset: usize,
    #[arg(long, value_name = "order", value_parser = orders(), default_value = "relevance")]
    pub sort: Sort,
    #[arg(long)]
    pub facets: bool,
    #[arg(long)]
    pub explain: bool,
    #[arg(long, value_name = "format", value_enum, default_value_t = HitFormat::Plain)]
    pub format: HitFormat,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum HitFormat {
    Plain,
    Json,
    Csv,
}

#[derive(Args)]
pub(super) struct ShowArgs {
    #[arg(value_name = "id")]
    pub id: String,
    #[arg(long, value_name = "format", value_enum, default_value_t = SheetFormat::Plain)]
    pub format: SheetFormat,
    #[arg(long)]
    pub internal: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum SheetFormat {
    Plain,
    Json,
    Markdown,
    Html,
}

#[derive(Args)]
pub(super) struct IndexArgs {
    #[arg(long)]
    pub rebuild: bool,
    #[arg(long)]
    pub watch: bool,
}

/// Who changes an entry, and whether it may be somebody else's.
#[derive(Args)]
pub(super) struct ChangeArgs {
    #[arg(long, value_name = "id")]
    pub by: Option<String>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Args)]
pub(super) struct NewArgs {
    #[arg(value_name = "assignment")]
    pub values: Vec<String>,
    #[arg(long, value_name = "id")]
    pub from: Option<String>,
    #[arg(long, value_name = "id")]
    pub by: Option<String>,
}

#[derive(Args)]
pub(super) struct EditArgs {
    #[arg(value_name = "id")]
    pub id: String,
    #[arg(long)]
    pub editor: bool,
    #[command(flatten)]
    pub change: ChangeArgs,
}

#[derive(Args)]
pub(super) struct SetArgs {
    #[arg(value_name = "id")]
    pub id: String,
    #[arg(value_name = "assignment", required = true)]
    pub values: Vec<String>,
    #[command(flatten)]
    pub change: ChangeArgs,
}

#[derive(Args)]
pub(super) struct ConfirmArgs {
    #[arg(value_name = "id", required = true)]
    pub ids: Vec<String>,
    #[command(flatten)]
    pub change: ChangeArgs,
}

#[derive(Args)]
pub(super) struct HistoryArgs {
    #[arg(value_name = "id")]
    pub id: String,
    #[arg(long, value_name = "number", allow_negative_numbers = true, default_value_t = 20)]
    pub limit: usize,
    #[arg(long, value_name = "format", value_enum, default_value_t = HistoryFormat::Plain)]
    pub format: HistoryFormat,
    #[arg(long, value_name = "state", conflicts_with = "restore")]
    pub show: Option<String>,
    #[arg(long, value_name = "state")]
    pub restore: Option<String>,
    #[command(flatten)]
    pub change: ChangeArgs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum HistoryFormat {
    Plain,
    Json,
}

#[derive(Args)]
pub(super) struct SchemaArgs {
    #[arg(value_name = "kind", value_parser = schema_kinds())]
    pub kind: Option<String>,
    #[arg(long, conflicts_with_all = ["kind", "output"])]
    pub write: bool,
    #[arg(short, long, value_name = "dir", conflicts_with = "kind", value_parser = path())]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub no_ids: bool,
}

#[derive(Args)]
pub(super) struct DoctorArgs {
    #[arg(long, value_name = "format", value_enum, default_value_t = FindingsFormat::Text)]
    pub format: FindingsFormat,
    #[arg(long)]
    pub settings: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FindingsFormat {
    Text,
    Json,
}

#[derive(Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "shell", value_enum)]
    pub shell: Shell,
}

#[derive(Args)]
pub(super) struct ManArgs {
    #[arg(value_name = "command")]
    pub command: Option<String>,
    #[arg(short, long, value_name = "dir", conflicts_with = "command", value_parser = path())]
    pub output: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct CheckArgs {
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
pub(super) enum FaultFormat {
    Text,
    Json,
    Sarif,
    Github,
}

#[derive(Args)]
pub(super) struct ExportArgs {
    #[arg(value_name = "words")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub filters: FilterArgs,
    #[arg(long)]
    pub all: bool,
    // Without it the name of the file decides.
    #[arg(long, value_name = "format", value_parser = export_formats())]
    pub format: Option<&'static ExportFormat>,
    #[arg(long)]
    pub internal: bool,
    #[arg(short, long, value_name = "file", value_parser = path())]
    pub output: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct ImportArgs {
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
pub(super) enum Side {
    Table,
    Catalogue,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PlanFormat {
    Text,
    Json,
}
