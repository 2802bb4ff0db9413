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
mod doctor;
mod edit;
mod edit_context;
mod errors;
mod export;
mod filters;
mod help;
mod history;
mod import;
mod index;
mod interrupt;
mod json;
mod man;
mod new;
mod open_index;
mod output;
mod output_file;
mod process;
mod progress;
mod query;
mod render_diagnostic;
mod report;
mod scan;
mod schema;
mod screen;
mod search;
mod set;
mod show;
mod trust;

use std::{
    ffi::OsString,
    process::ExitCode,
    sync::{Arc, OnceLock},
};

use clap::{CommandFactory, FromArgMatches, error::ErrorKind};

use self::{
    args::{Cli, Command, Global},
    context::{Context, EarlyContext},
    errors::CliError,
    scan::Scan,
};
use crate::{locale::Texts, panics};

pub use self::render_diagnostic::report;

/// How a command ended; README.md lists the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The answer is "no": no hit, or check found errors.
    No,
    /// Wrong use.
    Usage,
    /// The catalogue or a file could not be read or written.
    Unreadable,
    /// Ctrl-C has ended it early.
    Interrupted,
}

impl Exit {
    /// The worse of two: what a command answers that has done several things.
    fn worse(self, other: Self) -> Self {
        if other as u8 > self as u8 { other } else { self }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::No => 1,
            Exit::Usage => 2,
            Exit::Unreadable => 3,
            // What shells report of a program that Ctrl-C has ended.
            Exit::Interrupted => 130,
        })
    }
}

/// Runs Lotse with these arguments, the first of which is the name of the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    process::prepare();
    let language: Arc<OnceLock<Arc<Texts>>> = Arc::default();
    let told_in = language.clone();
    panics::install(move |said, backtrace| errors::panic(said, backtrace, told_in.get().map(Arc::as_ref)));
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
        error.print(&texts);
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
        Err(error) => Err(errors::usage(&error, scan.subcommand.as_deref(), texts)),
    }
}

fn dispatch(cli: Cli, start: EarlyContext) -> Result<Exit, CliError> {
    let global = cli.global;
    let Some(command) = cli.command else { return screen::open(quietly(global, start)?) };
    match command {
        Command::Search(args) => search::run(&args, &reading(global, start)?),
        Command::Show(args) => show::run(&args, &reading(global, start)?),
        Command::Check(args) => check::run(&args, &reading(global, start)?),
        Command::Index(args) => index::run(&args, &reading(global, start)?),
        Command::New(args) => new::run(&args, context(global, start)?),
        Command::Edit(args) => edit::run(&args, context(global, start)?),
        Command::Set(args) => set::run(&args, &context(global, start)?),
        Command::Confirm(args) => confirm::run(&args, &context(global, start)?),
        Command::History(args) => history::run(&args, &reading(global, start)?),
        Command::Export(args) => export::run(&args, &reading(global, start)?),
        Command::Import(args) => import::run(&args, &context(global, start)?),
        Command::Report(args) => report::run(&args, &reading(global, start)?),
        Command::Schema(args) => schema::run(&args, &context(global, start)?),
        // These have to work just where settings and catalogue do not.
        Command::Doctor(args) => doctor::run(&args, global, start),
        Command::Completions(args) => completions::run(&args, &start.texts),
        Command::Man(args) => man::run(&args, &start.texts),
    }
}

/// What a command needs to know; what is wrong with the settings is told first.
fn context(global: Global, start: EarlyContext) -> Result<Context, CliError> {
    let context = quietly(global, start)?;
    context.print_notices();
    Ok(context)
}

/// The same for a command that only reads: it finishes nobody's import, but says that one waits.
fn reading(global: Global, start: EarlyContext) -> Result<Context, CliError> {
    let context = context(global, start)?;
    import::left_over(&context).iter().for_each(|notice| output::note(notice));
    Ok(context)
}

/// The same without a word: the screen tells itself what is wrong with the settings.
fn quietly(global: Global, start: EarlyContext) -> Result<Context, CliError> {
    let mut context = Context::new(global, start)?;
    trust::heed_flag(&mut context);
    Ok(context)
}
