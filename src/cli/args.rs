//! What can be typed after `lotse`: commands, options and their values. The texts come from [`super::help`].

mod admin;
mod check;
mod export;
mod import;
mod report;
mod spelling;

use std::path::PathBuf;

use clap::{
    ArgAction, Args, Parser, Subcommand, ValueEnum,
    builder::{PathBufValueParser, PossibleValuesParser, TypedValueParser},
};

pub(super) use self::admin::{CompletionsArgs, DoctorArgs, FindingsFormat, ManArgs, SETTINGS_SCHEMA, SchemaArgs};
pub(super) use self::check::{CheckArgs, FaultFormat};
pub(super) use self::export::ExportArgs;
pub(super) use self::import::{ImportArgs, PlanFormat, Side};
pub(super) use self::report::{ReportArgs, ReportFormat, ReportSection};
use self::spelling::AnySpelling;
use super::filters::FilterArgs;
use crate::{base::expand_own_home, catalogue::Kind, locale::Lang, search::Sort};

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
pub(super) struct UpkeepArgs {
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
    pub upkeep: UpkeepArgs,
}

#[derive(Args)]
pub(super) struct SetArgs {
    #[arg(value_name = "id")]
    pub id: String,
    #[arg(value_name = "assignment", required = true)]
    pub values: Vec<String>,
    #[command(flatten)]
    pub upkeep: UpkeepArgs,
}

#[derive(Args)]
pub(super) struct ConfirmArgs {
    #[arg(value_name = "id", required = true)]
    pub ids: Vec<String>,
    #[command(flatten)]
    pub upkeep: UpkeepArgs,
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
    pub upkeep: UpkeepArgs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum HistoryFormat {
    Plain,
    Json,
}

// clap has checked the codes by the time they are mapped; the defaults are never used.

fn languages() -> impl TypedValueParser<Value = Lang> {
    AnySpelling(PossibleValuesParser::new(Lang::CODES)).map(|code| Lang::parse(&code).unwrap_or_default())
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    let of = |code: &str| Kind::ALL.into_iter().find(|kind| kind.code() == code);
    AnySpelling(PossibleValuesParser::new(Kind::ALL.map(Kind::code)))
        .map(move |code| of(&code).unwrap_or(Kind::Measure))
}

fn orders() -> impl TypedValueParser<Value = Sort> {
    let of = |code: &str| Sort::ALL.into_iter().find(|sort| sort.code() == code);
    AnySpelling(PossibleValuesParser::new(Sort::ALL.map(Sort::code))).map(move |code| of(&code).unwrap_or_default())
}

/// A path; a leading `~` that no shell has seen is the user's home.
fn path() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(|path| expand_own_home(&path))
}
