//! The values that arguments take where clap has no type for them.

use std::path::PathBuf;

use clap::builder::{PathBufValueParser, PossibleValuesParser, TypedValueParser};

use super::spelling::AnySpelling;
use crate::{
    base::expand_own_home,
    catalogue::{Kind, schema::KINDS},
    cli::filters::flag,
    exchange::export::{ExportFormat, FORMATS},
    locale::Lang,
    search::{Figure, FilterKey, Sort},
};

/// The kind of the user's settings, which are no part of a catalogue.
pub(in crate::cli) const SETTINGS_SCHEMA: &str = "settings";

fn named<T: Clone + Send + Sync + 'static>(
    values: impl IntoIterator<Item = (String, T)>,
) -> impl TypedValueParser<Value = T> {
    let values: Vec<(String, T)> = values.into_iter().collect();
    let names: Vec<String> = values.iter().map(|(name, _)| name.clone()).collect();
    // clap has checked the name by the time it is looked up.
    AnySpelling(PossibleValuesParser::new(names)).try_map(move |name| {
        let found = values.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.clone()).ok_or(name)
    })
}

pub(super) fn languages() -> impl TypedValueParser<Value = Lang> {
    named(Lang::ALL.map(|lang| (lang.code().to_owned(), lang)))
}

pub(super) fn kinds() -> impl TypedValueParser<Value = Kind> {
    named(Kind::ALL.map(|kind| (kind.code().to_owned(), kind)))
}

pub(super) fn orders() -> impl TypedValueParser<Value = Sort> {
    named(Sort::ALL.map(|sort| (sort.code().to_owned(), sort)))
}

pub(super) fn export_formats() -> impl TypedValueParser<Value = &'static ExportFormat> {
    named(FORMATS.iter().map(|format| (format.name.to_owned(), format)))
}

/// The dimensions with a list of values, named like their flags.
pub(super) fn dimensions() -> impl TypedValueParser<Value = FilterKey> {
    named(FilterKey::facets().map(|key| (flag(key), key)))
}

pub(super) fn figures() -> impl TypedValueParser<Value = Figure> {
    named(Figure::ALL.map(|figure| (figure.code().to_owned(), figure)))
}

pub(super) fn schema_kinds() -> AnySpelling<PossibleValuesParser> {
    AnySpelling(PossibleValuesParser::new(KINDS.iter().map(|kind| kind.name).chain([SETTINGS_SCHEMA])))
}

/// A path; a leading `~` that no shell has seen is the user's home.
pub(super) fn path() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(|path| expand_own_home(&path))
}
