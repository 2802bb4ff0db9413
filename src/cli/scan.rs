//! A first look at the arguments, before clap: the language must be known before clap can speak, and a search must be
//! able to exclude words.

use std::ffi::{OsStr, OsString};

use clap::{Arg, Command};

/// Set before a word that begins with a minus, so that clap takes it for a word. No argument can hold it by itself.
const WORD: &str = "\0";

/// The commands that take words to exclude.
const SEARCHING: [&str; 3] = ["search", "export", "report"];

/// What the first look found.
#[derive(Debug)]
pub(super) struct Scan {
    /// The arguments as clap shall see them.
    pub arguments: Vec<OsString>,
    pub subcommand: Option<String>,
    options: Vec<(String, OsString)>,
}

impl Scan {
    /// Looks through the arguments by the options that `command` has.
    pub(super) fn of(arguments: impl IntoIterator<Item = OsString>, command: &Command) -> Self {
        let mut given = arguments.into_iter();
        let mut scan = Self { arguments: given.next().into_iter().collect(), subcommand: None, options: Vec::new() };
        let mut asks_help = false;
        while let Some(argument) = given.next() {
            let text = argument.to_str().unwrap_or_default();
            if text == "--" {
                scan.arguments.push(argument);
                break;
            } else if let Some(option) = text.strip_prefix("--") {
                let (name, value) =
                    option.split_once('=').map_or((option, None), |(n, v)| (n, Some(OsString::from(v))));
                let name = name.to_owned();
                scan.arguments.push(argument);
                let next = if value.is_none() && scan.takes_value(&name, command) { given.next() } else { None };
                scan.arguments.extend(next.clone());
                scan.options.push((name, value.or(next).unwrap_or_default()));
            } else if scan.is_searching() && scan.is_letter(text, command) {
                // The name of a file may begin with a hyphen, too.
                scan.arguments.push(argument);
                scan.arguments.extend(given.next());
            } else if text.starts_with('-') && text.len() > 1 && text != "-h" && scan.is_searching() {
                let mut word = OsString::from(WORD);
                word.push(argument);
                scan.arguments.push(word);
            } else if scan.subcommand.is_none() && text == "help" {
                asks_help = true;
            } else {
                if scan.subcommand.is_none() && command.find_subcommand(text).is_some() {
                    scan.subcommand = Some(text.to_owned());
                }
                scan.arguments.push(argument);
            }
        }
        scan.arguments.extend(given);
        if asks_help {
            scan.arguments.push("--help".into());
        }
        scan
    }

    /// The last value of an option.
    pub(super) fn option(&self, name: &str) -> Option<&OsStr> {
        self.options.iter().rev().find(|(option, _)| option == name).map(|(_, value)| value.as_os_str())
    }

    fn is_searching(&self) -> bool {
        self.subcommand.as_deref().is_some_and(|name| SEARCHING.contains(&name))
    }

    /// True for a letter with a value that the subcommand has as an option, such as `-o`.
    fn is_letter(&self, text: &str, command: &Command) -> bool {
        let below = self.subcommand.as_deref().and_then(|name| command.find_subcommand(name));
        let with_value = |arg: &&Arg| arg.get_action().takes_values();
        let mut known =
            below.into_iter().flat_map(Command::get_arguments).filter(with_value).filter_map(Arg::get_short);
        known.any(|letter| text.strip_prefix('-').is_some_and(|rest| rest.chars().eq([letter])))
    }

    fn takes_value(&self, name: &str, command: &Command) -> bool {
        let below = self.subcommand.as_deref().and_then(|name| command.find_subcommand(name));
        let mut known = command.get_arguments().chain(below.into_iter().flat_map(Command::get_arguments));
        // Where a value may be missing, what follows may be the next option.
        let needs = |arg: &Arg| arg.get_num_args().is_none_or(|values| values.min_values() > 0);
        known.any(|arg| arg.get_long() == Some(name) && arg.get_action().takes_values() && needs(arg))
    }
}

/// The word as it was typed.
pub(super) fn word(argument: &str) -> &str {
    argument.strip_prefix(WORD).unwrap_or(argument)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::args::Cli;

    fn scan(line: &str) -> Scan {
        Scan::of(line.split(' ').map(OsString::from), &Cli::command())
    }

    fn clap_sees(line: &str) -> Vec<String> {
        scan(line).arguments.iter().map(|argument| argument.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn options_are_known_before_clap_looks() {
        let scan = scan("lotse --lang en search --lang=de --config x.toml wort -- --lang fr");
        assert_eq!(scan.option("lang"), Some(OsStr::new("de")));
        assert_eq!(scan.option("config"), Some(OsStr::new("x.toml")));
        assert_eq!(scan.subcommand.as_deref(), Some("search"));
    }

    #[test]
    fn only_words_of_a_search_may_begin_with_a_minus() {
        assert_eq!(
            clap_sees("lotse search a -b --limit -5 -h"),
            ["lotse", "search", "a", "\0-b", "--limit", "-5", "-h"]
        );
        assert_eq!(clap_sees("lotse report -b -o x"), ["lotse", "report", "\0-b", "-o", "x"]);
        assert_eq!(clap_sees("lotse search -o"), ["lotse", "search", "\0-o"]);
        assert_eq!(clap_sees("lotse search -- -b"), ["lotse", "search", "--", "-b"]);
        assert_eq!(
            clap_sees("lotse export a -b -o -x.csv -online"),
            ["lotse", "export", "a", "\0-b", "-o", "-x.csv", "\0-online"]
        );
        assert_eq!(clap_sees("lotse show -b"), ["lotse", "show", "-b"]);
        assert_eq!(word("\0-b"), "-b");
    }

    #[test]
    fn help_may_be_asked_for_as_a_command() {
        assert_eq!(clap_sees("lotse help search"), ["lotse", "search", "--help"]);
        assert_eq!(clap_sees("lotse search help"), ["lotse", "search", "help"]);
    }
}
