//! `lotse completions`: what a shell needs to complete the command line, with the words of the chosen language.

use clap::{
    Arg, Command, CommandFactory,
    builder::{PossibleValue, PossibleValuesParser},
};

use super::{
    CliError, Exit,
    args::{Cli, CompletionsArgs},
    filters, help, output,
};
use crate::{exchange::export::FORMATS, locale::Texts};

pub(super) fn run(args: &CompletionsArgs, texts: &Texts) -> Result<Exit, CliError> {
    let command = help::dress(Cli::command(), texts);
    let mut command = command.mut_subcommands(|below| offering_codes(below, texts));
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "lotse", &mut script);
    output::print(&String::from_utf8_lossy(&script), texts)?;
    Ok(Exit::Done)
}

/// For whom each export format is.
fn with_format_texts(arg: Arg, texts: &Texts) -> Arg {
    let value =
        |name: &'static str| PossibleValue::new(name).help(texts.get(&format!("export-format-{name}")).into_owned());
    arg.value_parser(PossibleValuesParser::new(FORMATS.iter().map(|format| value(format.name))))
}

/// A filter takes more than its codes, labels for example, but the codes are what a shell can offer. Formats of an export
/// come with their texts.
fn offering_codes(command: Command, texts: &Texts) -> Command {
    let exports = command.get_name() == "export";
    command.mut_args(|arg: Arg| {
        if exports && arg.get_id() == "format" {
            return with_format_texts(arg, texts);
        }
        let codes = filters::key_of(arg.get_id().as_str()).map(|key| help::closed_list(key, texts)).unwrap_or_default();
        let takes_value = arg.get_action().takes_values();
        if codes.is_empty() || !takes_value { arg } else { arg.value_parser(PossibleValuesParser::new(codes)) }
    })
}
