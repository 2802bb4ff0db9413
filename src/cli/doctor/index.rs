//! The index of the catalogue in the user's cache.

use jiff::tz::TimeZone;

use super::{doctor_context::DoctorContext, finding::DoctorReport, storage::size};
use crate::{
    cli::output::shown,
    locale::{Arg, Texts},
    search::{IndexInfo, IndexStatus, index_state},
};

pub(super) fn examine(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let context = doctor.context;
    let Ok((source, _)) = &doctor.source else { return };
    let dictionary = context.settings.dictionary.as_deref();
    // That there is no cache has been told.
    let state = index_state(source, context.cache.as_deref(), dictionary, context.today, &context.texts);
    let Some(state) = state else { return };
    let args = args(&state, &context.texts);
    match &state.standing {
        IndexStatus::Missing => report.note("index-missing", &args),
        IndexStatus::Fits => report.ok("index-fits", &args),
        IndexStatus::Foreign => report.note("index-foreign", &args),
        IndexStatus::Damaged(_) => report.note("index-damaged", &args),
        IndexStatus::Unreadable(_) => report.problem("index-unreadable", &args),
    }
}

fn args(state: &IndexInfo, texts: &Texts) -> [(&'static str, Arg<'static>); 5] {
    let day = state.built.map(|time| time.to_zoned(TimeZone::system()).date());
    let day = day.map_or_else(|| "?".to_owned(), |day| texts.date(day.year(), day.month(), day.day()));
    let reason = match &state.standing {
        IndexStatus::Damaged(why) | IndexStatus::Unreadable(why) => why.to_string(),
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
