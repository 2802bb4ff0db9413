//! `lotse man`: manual pages, with the words of the help in the chosen language.

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::{
    CliError, Exit,
    args::{Cli, ManArgs},
    errors, help, output, output_file, shown,
};
use crate::{
    base::{Text, nearest},
    locale::Texts,
};

/// Prints the page of Lotse or of one command, or writes all pages into a folder.
pub(super) fn run(args: &ManArgs, texts: &Texts) -> Result<Exit, CliError> {
    let mut top = help::dress(Cli::command(), texts);
    top.build();
    match (&args.output, &args.command) {
        (Some(folder), _) => {
            let pages: Vec<_> =
                below(&top).chain([&top]).map(|command| (file_name(command), page(command, texts))).collect();
            output_file::files(folder, &pages, texts)?;
            let args = [("folder", shown(folder).into()), ("count", pages.len().into())];
            output::print(&texts.with("cli-man-written", &args), texts)?;
        }
        (None, Some(name)) => {
            let command = below(&top).find(|command| command.get_name() == name);
            let command = command.ok_or_else(|| unknown(name, &top, texts))?;
            output::print(&page(command, texts), texts)?;
        }
        (None, None) => output::print(&page(&top, texts), texts)?,
    }
    Ok(Exit::Done)
}

fn below(top: &Command) -> impl Iterator<Item = &Command> {
    top.get_subcommands().filter(|command| !command.is_hide_set())
}

/// `lotse.1`, `lotse-search.1`.
fn file_name(command: &Command) -> String {
    format!("{}.1", page_name(command))
}

fn page_name(command: &Command) -> String {
    match command.get_name() {
        "lotse" => "lotse".to_owned(),
        name => format!("lotse-{name}"),
    }
}

fn page(command: &Command, texts: &Texts) -> String {
    let mut roff = Vec::new();
    let title = page_name(command);
    // Writing to memory does not fail.
    let _ = Man::new(command.clone().display_name(title.clone())).title(title.to_uppercase()).render(&mut roff);
    let headings = [
        (".SH SYNOPSIS", texts.get("man-synopsis")),
        (".SH DESCRIPTION", texts.get("man-description")),
        (".SH EXTRA", texts.get("man-extra")),
        (".SH VERSION", texts.get("man-version")),
    ];
    let translated = |line: &str| match headings.iter().find(|(heading, _)| *heading == line) {
        Some((_, words)) => format!(".SH {words}\n"),
        // An empty date would let what follows take its place.
        None if line.starts_with(".TH ") => format!("{}\n", line.replacen("  ", " \"\" ", 1)),
        None if line.starts_with(".SH ") => format!("{}\n", line.to_uppercase()),
        None => format!("{line}\n"),
    };
    let page: String = String::from_utf8_lossy(&roff).lines().map(translated).collect();
    // Without it groff guesses what the umlauts are.
    format!("'\\\" -*- coding: UTF-8 -*-\n{page}")
}

fn unknown(name: &str, top: &Command, texts: &Texts) -> CliError {
    let shown = Text::line(name).to_string();
    let error = CliError::new(
        Exit::Usage,
        texts.with("cli-unknown-command", &[("argument", "".into()), ("value", shown.into())]),
    );
    let names: Vec<&str> = below(top).map(Command::get_name).collect();
    error.hint(match nearest(name, names.iter().copied()) {
        Some(word) => errors::did_you_mean(word, texts),
        None => errors::all_of(&names, texts),
    })
}
