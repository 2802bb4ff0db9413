//! The filter flags: one for each dimension, and how their values become filters.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use crate::search::{FilterKey, FilterSource, FilterValues, Filters, ValueError};

/// The filter flags that were given, in order of their dimensions.
#[derive(Clone, Debug, Default)]
pub(super) struct FilterArgs(Vec<(FilterKey, String)>);

impl FilterArgs {
    /// Finds out which values are meant.
    pub(super) fn resolve(&self, values: &FilterValues<'_>) -> Result<Filters, ValueError> {
        let mut filters = Filters::default();
        for (key, typed) in &self.0 {
            values.resolve(*key, typed)?.iter().for_each(|value| filters.add(*key, value));
        }
        Ok(filters)
    }
}

/// The flag for a place that is meant exactly, without what reaches it from further out.
const PLACE_ONLY: &str = "place_only";

/// The flag of a dimension, without the hyphens in front.
pub(super) fn flag(key: FilterKey) -> String {
    key.name().replace('_', "-")
}

/// The dimension of an argument.
pub(super) fn key_of(id: &str) -> Option<FilterKey> {
    match id {
        PLACE_ONLY => Some(FilterKey::Place),
        _ => FilterKey::ALL.iter().copied().find(|key| key.name() == id),
    }
}

fn args(key: FilterKey) -> impl Iterator<Item = Arg> {
    let only = Arg::new(PLACE_ONLY).long("place-only").action(ArgAction::Append).value_name(value_name(key));
    std::iter::once(arg(key)).chain((key == FilterKey::Place).then_some(only))
}

fn arg(key: FilterKey) -> Arg {
    let arg = Arg::new(key.name()).long(flag(key));
    match key {
        FilterKey::Free => arg.action(ArgAction::SetTrue),
        _ => arg.action(ArgAction::Append).value_name(value_name(key)),
    }
}

/// What stands for the value in the help: `cli-value-<name>`.
fn value_name(key: FilterKey) -> &'static str {
    match key.source() {
        _ if key == FilterKey::German => "level",
        FilterSource::Number => "age",
        FilterSource::Day => "date",
        FilterSource::List(_) | FilterSource::Free => "value",
        FilterSource::Vocabulary(_) => "id",
    }
}

impl Args for FilterArgs {
    fn augment_args(command: Command) -> Command {
        command.args(FilterKey::ALL.iter().copied().flat_map(args))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for FilterArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut given = Vec::new();
        for key in FilterKey::ALL.iter().copied() {
            if key == FilterKey::Free {
                given.extend(matches.get_flag(key.name()).then(|| (key, "yes".to_owned())));
            } else {
                let values = matches.get_many::<String>(key.name()).unwrap_or_default();
                given.extend(values.map(|value| (key, value.clone())));
            }
            if key == FilterKey::Place {
                let values = matches.get_many::<String>(PLACE_ONLY).unwrap_or_default();
                given.extend(values.map(|value| (key, key.exactly(value))));
            }
        }
        Ok(Self(given))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
