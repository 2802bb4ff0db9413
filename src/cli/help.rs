//! Puts the texts of the chosen language into clap's command, so that help speaks German or English like everything else.

use clap::{Arg, Command};

use super::filters;
use crate::{
    catalogue::Register,
    locale::Texts,
    search::{FilterKey, FilterValues},
};

/// The command with its texts: `cli-<command>-about`, `cli-<command>-usage`, perhaps `cli-<command>-after`, and for each
/// argument `cli-<command>-<arg>` or `cli-global-<arg>`, for filters `cli-search-<arg>` or else their name.
pub(super) fn dress(command: Command, texts: &Texts) -> Command {
    let name = command.get_name().to_owned();
    let text = |what: &str| texts.get(&format!("cli-{name}-{what}")).into_owned();
    let heading = texts.get("cli-heading-usage");
    let template = format!("{{about-with-newline}}\n{heading}: {{usage}}\n\n{{all-args}}{{after-help}}");
    let after = texts.has(&format!("cli-{name}-after")).then(|| text("after"));
    command
        .about(text("about"))
        .override_usage(text("usage"))
        .after_help(after.unwrap_or_default())
        .help_template(template)
        .subcommand_help_heading(texts.get("cli-heading-commands").into_owned())
        .mut_args(|arg| dress_arg(arg, &name, texts))
        .mut_subcommands(|below| dress(below, texts))
}

fn text_key(arg: &Arg, command: &str, texts: &Texts) -> String {
    let id = arg.get_id().as_str();
    let key = |scope: &str| format!("cli-{scope}-{}", id.replace('_', "-"));
    if is_general(arg) {
        return key("global");
    }
    if filters::key_of(id).is_none() {
        return key(command);
    }
    // A filter is the same wherever it narrows something, and mostly its name says all.
    Some(key("search")).filter(|own| texts.has(own)).unwrap_or_else(|| format!("filter-{id}"))
}

fn dress_arg(arg: Arg, command: &str, texts: &Texts) -> Arg {
    let help = texts.get(&text_key(&arg, command, texts)).into_owned();
    let remarks = remarks(&arg, texts);
    let named: Vec<String> =
        arg.get_value_names().unwrap_or_default().iter().map(|name| value_name(name, texts)).collect();
    let heading = texts.get(heading(&arg)).into_owned();
    let takes_values = arg.get_action().takes_values();
    let arg = arg.help([help].into_iter().chain(remarks).collect::<Vec<_>>().join(" ")).help_heading(heading);
    if !takes_values {
        return arg;
    }
    let arg = arg.hide_possible_values(true).hide_default_value(true).ignore_case(true);
    if named.is_empty() { arg } else { arg.value_names(named) }
}

/// Help and version stand everywhere; clap makes them global only while it builds.
fn is_general(arg: &Arg) -> bool {
    arg.is_global_set() || arg.get_id() == "version"
}

fn heading(arg: &Arg) -> &'static str {
    if arg.is_positional() {
        "cli-heading-arguments"
    } else if is_general(arg) {
        "cli-heading-global"
    } else if filters::key_of(arg.get_id().as_str()).is_some() {
        "cli-heading-filters"
    } else {
        "cli-heading-options"
    }
}

fn value_name(name: &str, texts: &Texts) -> String {
    texts.get(&value_key(name)).into_owned()
}

fn value_key(name: &str) -> String {
    format!("cli-value-{name}")
}

/// Possible values and the default, which clap would put in English.
fn remarks(arg: &Arg, texts: &Texts) -> Vec<String> {
    let mut remarks = Vec::new();
    let possible = possible_values(arg, texts);
    if !possible.is_empty() {
        remarks.push(texts.with("cli-possible-values", &[("values", possible.join(", ").into())]));
    }
    let defaults = arg.get_default_values().first().filter(|_| arg.get_action().takes_values());
    if let Some(default) = defaults.and_then(|default| default.to_str()) {
        remarks.push(texts.with("cli-default-value", &[("value", default.into())]));
    }
    remarks
}

/// The codes of a closed list; values of the catalogue are too many, and not known yet.
fn possible_values(arg: &Arg, texts: &Texts) -> Vec<String> {
    if !arg.get_action().takes_values() {
        return Vec::new();
    }
    match filters::key_of(arg.get_id().as_str()) {
        Some(key) => closed_list(key, texts),
        None => arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect(),
    }
}

/// The codes of a dimension that needs no catalogue.
pub(super) fn closed_list(key: FilterKey, texts: &Texts) -> Vec<String> {
    FilterValues::new(&Register::default(), texts).all(key).into_iter().map(|value| value.id).collect()
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use clap::CommandFactory;

    use super::*;
    use crate::{catalogue::Kind, cli::args::Cli, locale::Lang};

    fn helps(lang: Lang) -> Vec<(String, String)> {
        let mut command = dress(Cli::command().term_width(100), &Texts::new(lang));
        command.build();
        let top = ("lotse".to_owned(), command.render_help().to_string());
        let below =
            command.get_subcommands_mut().map(|below| (below.get_name().to_owned(), below.render_help().to_string()));
        [top].into_iter().chain(below).collect()
    }

    #[test]
    fn clap_finds_no_fault_in_the_command() {
        dress(Cli::command(), &Texts::new(Lang::De)).debug_assert();
    }

    #[test]
    fn every_command_and_argument_has_a_text() {
        for lang in [Lang::De, Lang::En] {
            for (name, help) in helps(lang) {
                assert!(!help.contains('‹') && !help.contains("{$") && !help.contains("{ $"), "{name}: {help}");
            }
        }
    }

    fn collect_keys(command: &Command, texts: &Texts, keys: &mut BTreeSet<String>) {
        let name = command.get_name();
        keys.extend(["about", "usage", "after"].map(|what| format!("cli-{name}-{what}")));
        for arg in command.get_arguments() {
            keys.insert(text_key(arg, name, texts));
            keys.extend(arg.get_value_names().unwrap_or_default().iter().map(|name| value_key(name)));
        }
        command.get_subcommands().for_each(|below| collect_keys(below, texts, keys));
    }

    fn collect_source(folder: &Path, source: &mut String) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match path.is_dir() {
                true => collect_source(&path, source),
                false if path.extension().is_some_and(|extension| extension == "rs") => {
                    *source += &fs::read_to_string(path).unwrap();
                }
                false => {}
            }
        }
    }

    /// What a command does not have needs no text, and what the code asks for by name stands in it.
    #[test]
    fn no_text_of_the_command_line_is_left_over() {
        let mut command = Cli::command();
        command.build();
        let mut asked = BTreeSet::from_iter(Kind::ALL.map(|kind| format!("cli-kind-{}", kind.code())));
        collect_keys(&command, &Texts::new(Lang::De), &mut asked);
        let mut source = String::new();
        collect_source(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
        let mut left_over = Vec::new();
        let texts = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/locale")).unwrap();
        for file in
            texts.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|it| it == "ftl"))
        {
            for line in fs::read_to_string(&file).unwrap().lines().filter(|line| line.starts_with("cli-")) {
                let key = line.split('=').next().unwrap_or_default().trim();
                if !asked.contains(key) && !source.contains(&format!("\"{key}\"")) {
                    left_over.push(format!("{key} in {}", file.display()));
                }
            }
        }
        assert!(left_over.is_empty(), "nobody asks for {left_over:#?}");
    }

    #[test]
    fn german_help_is_german_throughout() {
        for (name, help) in helps(Lang::De) {
            for english in ["Usage", "Options", "Arguments", "Commands", "possible values", "default:", "Print"] {
                assert!(!help.contains(english), "{name}: {english} in {help}");
            }
        }
    }
}
