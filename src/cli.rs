//! The command line: one file per subcommand.
//!
//! ```text
//! arguments ─scan─▶ language ─help─▶ clap with texts ─parse─▶ Cli ─▶ one command ─▶ stdout, exit code
//! ```
//!
//! A command gets a `Context` and answers with an [`Exit`]; results go to stdout, everything else to
//! stderr, and a closed pipe is not an error.

mod args;
mod check;
mod completions;
mod confirm;
mod context;
mod csv;
mod doctor;
mod edit;
mod edit_context;
mod errors;
mod exit;
mod export;
mod filters;
mod help;
mod history;
mod import;
mod index;
mod json;
mod man;
mod new;
mod open_index;
mod origin;
mod output;
mod output_file;
mod process;
mod progress;
mod query;
mod question;
mod render_diagnostic;
mod report;
mod scan;
mod schema;
mod screen;
mod search;
mod set;
mod show;
mod trust;
mod usage_error;

use std::{
    ffi::OsString,
    sync::{Arc, OnceLock},
};

use clap::{CommandFactory, FromArgMatches, error::ErrorKind};

// With the names that stand in the files of many commands.
use self::{
    args::{Cli, Command, Global},
    context::{Context, EarlyContext},
    edit_context::EditContext,
    exit::CliError,
    filters::FilterArgs,
    json::{LabelledId, PartialJson, to_line},
    open_index::{IndexRefresh, ManagedIndex, NoAnswer, OpenIndex},
    origin::Origin,
    output::shown,
    output_file::LinkTarget,
    scan::Scan,
};
use crate::{
    base::{Text, harmless},
    locale::Texts,
    panics,
};

pub use self::{doctor::DoctorCode, exit::Exit, render_diagnostic::report};

/// Runs Lotse with these arguments, the first of which is the name of the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    process::prepare();
    let language: Arc<OnceLock<Arc<Texts>>> = Arc::default();
    let panic_texts = language.clone();
    panics::install(move |message, backtrace| print_panic(message, backtrace, panic_texts.get().map(Arc::as_ref)));
    let scan = Scan::of(arguments, &Cli::command());
    let start = EarlyContext::new(&scan);
    let texts = start.texts.clone();
    let _ = language.set(texts.clone());
    let ended = match parse(&scan, &texts) {
        Ok(Some(cli)) => dispatch(cli, start),
        Ok(None) => Ok(Exit::Done),
        Err(error) => Err(error),
    };
    ended.unwrap_or_else(|error| {
        output::print_error(&error, &texts);
        error.exit
    })
}

/// The parsed arguments; `None` when help or version were asked for and have been printed.
fn parse(scan: &Scan, texts: &Texts) -> Result<Option<Cli>, CliError> {
    let command = help::dress(Cli::command(), texts);
    let parsed = command.try_get_matches_from(&scan.arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(cli) => Ok(Some(cli)),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            output::print(&error.render().to_string(), texts)?;
            Ok(None)
        }
        Err(error) => Err(usage_error::usage(&error, scan.subcommand.as_deref(), texts)),
    }
}

fn dispatch(cli: Cli, start: EarlyContext) -> Result<Exit, CliError> {
    let global = cli.global;
    let Some(command) = cli.command else { return screen::open(context_without_notices(global, start)?) };
    match command {
        Command::Search(args) => search::run(&args, &context_for_reading(global, start)?),
        Command::Show(args) => show::run(&args, &context_for_reading(global, start)?),
        Command::Check(args) => check::run(&args, &context_for_reading(global, start)?),
        Command::Index(args) => index::run(&args, &context_for_reading(global, start)?),
        Command::New(args) => new::run(&args, context(global, start)?),
        Command::Edit(args) => edit::run(&args, context(global, start)?),
        Command::Set(args) => set::run(&args, &context(global, start)?),
        Command::Confirm(args) => confirm::run(&args, &context(global, start)?),
        Command::History(args) => history::run(&args, &context_for_reading(global, start)?),
        Command::Export(args) => export::run(&args, &context_for_reading(global, start)?),
        Command::Import(args) => import::run(&args, &context(global, start)?),
        Command::Report(args) => report::run(&args, &context_for_reading(global, start)?),
        Command::Schema(args) => schema::run(&args, &context(global, start)?),
        // These have to work just where settings and catalogue do not.
        Command::Doctor(args) => doctor::run(&args, global, start),
        Command::Completions(args) => completions::run(&args, &start.texts),
        Command::Man(args) => man::run(&args, &start.texts),
    }
}

/// What a command needs to know; what is wrong with the settings is told first.
fn context(global: Global, start: EarlyContext) -> Result<Context, CliError> {
    let context = context_without_notices(global, start)?;
    context.print_notices();
    Ok(context)
}

/// The same for a command that only reads: it finishes nobody's import, but says that one waits.
fn context_for_reading(global: Global, start: EarlyContext) -> Result<Context, CliError> {
    let context = context(global, start)?;
    import::left_over(&context).iter().for_each(|notice| output::note(notice));
    Ok(context)
}

/// The same without a word: the screen tells itself what is wrong with the settings.
fn context_without_notices(global: Global, start: EarlyContext) -> Result<Context, CliError> {
    let mut context = Context::new(global, start)?;
    trust::apply_flag(&mut context);
    Ok(context)
}

/// Tells on stderr of a panic that nobody has caught: one displayable line, and a backtrace where one was asked for.
fn print_panic(message: &str, backtrace: Option<&str>, texts: Option<&Texts>) {
    let message = Text::line(message).to_string();
    output::note(&match texts {
        Some(texts) => texts.with("cli-panic", &[("reason", message.into())]),
        None => message,
    });
    backtrace.iter().for_each(|backtrace| output::note(&harmless(backtrace)));
}
