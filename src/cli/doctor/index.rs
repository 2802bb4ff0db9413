//! The indexes of the catalogue: the user's own and the one that is shared beside it.

use jiff::tz::TimeZone;

use super::{Patient, finding::Report, storage::size};
use crate::{
    cli::context::shown,
    locale::{Arg, Texts},
    search::{IndexState, Standing, index_states},
};

pub(super) fn examine(patient: &Patient<'_>, report: &mut Report<'_>) {
    let context = patient.context;
    let Ok((source, _)) = &patient.source else { return };
    let states = index_states(source, context.cache.as_deref(), context.settings.dictionary.as_deref(), &context.texts);
    // That there is no cache has been told.
    states.own.iter().for_each(|state| own(state, report, &context.texts));
    states.shared.iter().for_each(|state| shared(state, report, &context.texts));
}

fn own(state: &IndexState, report: &mut Report<'_>, texts: &Texts) {
    let args = args(state, texts);
    match &state.standing {
        Standing::Missing => report.note("index-missing", &args),
        Standing::Fits => report.ok("index-fits", &args),
        Standing::Foreign => report.note("index-foreign", &args),
        Standing::OtherDictionary => report.note("index-dictionary", &args),
        Standing::Damaged(_) => report.note("index-damaged", &args),
        Standing::Unreadable(_) => report.problem("index-unreadable", &args),
    }
}

/// One that is shared saves time; without it everybody builds their own.
fn shared(state: &IndexState, report: &mut Report<'_>, texts: &Texts) {
    let args = args(state, texts);
    match &state.standing {
        Standing::Missing => report.ok("shared-none", &args),
        Standing::Fits => report.ok("shared-fits", &args),
        Standing::Foreign => report.note("shared-foreign", &args),
        Standing::OtherDictionary => report.note("shared-dictionary", &args),
        Standing::Damaged(_) | Standing::Unreadable(_) => report.note("shared-unusable", &args),
    }
}

fn args(state: &IndexState, texts: &Texts) -> [(&'static str, Arg<'static>); 5] {
    let day = state.built.map(|time| time.to_zoned(TimeZone::system()).date());
    let day = day.map_or_else(|| "?".to_owned(), |day| texts.date(day.year(), day.month(), day.day()));
    let reason = match &state.standing {
        Standing::Damaged(why) | Standing::Unreadable(why) => why.to_string(),
        _ => String::new(),
    };
    [
        ("path", shown(&state.folder).into()),
        ("size", size(state.size, texts).into()),
        ("count", state.entries.unwrap_or(0).into()),
        ("day", day.into()),
        ("reason", reason.into()),
    ]
}
