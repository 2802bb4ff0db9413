//! Where Lotse keeps what it makes: the cache, the index in it, and the folder of drafts.

use jiff::tz::TimeZone;

use super::{DoctorCode, DoctorContext, DoctorReport, FindingStatus, probe};
use crate::{
    cli::shown,
    locale::{Arg, Localize as _, Texts},
    search::{IndexInfo, IndexStatus, index_state},
    store::Drafts,
};

/// Less is too little for building a second index beside the first, in bytes.
const SCARCE: u64 = 200 << 20;

pub(super) fn examine_cache(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let texts = &doctor.context.texts;
    let Some(cache) = &doctor.context.cache else { return report.problem(&DoctorCode::CacheNone.at("LOTSE_CACHE")) };
    if let Err(error) = probe::would_write(cache) {
        let fault = DoctorCode::CacheUnwritable.at(cache);
        return report.problem(&fault.with("reason", &error.localize(texts)));
    }
    report.ok("cache-folder", &[("path", shown(cache).into())]);
    if let Some(free) = probe::free_space(cache) {
        let size = [("size", size(free, texts).into())];
        if free < SCARCE { report.note("cache-full", &size) } else { report.ok("cache-space", &size) }
    }
}

pub(super) fn examine_state(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let texts = &doctor.context.texts;
    let Some(state) = &doctor.context.state else { return report.problem(&DoctorCode::StateNone.at("LOTSE_STATE")) };
    match probe::would_write(state) {
        Ok(()) => report.ok("state-folder", &[("path", shown(state).into())]),
        Err(error) => {
            report.problem(&DoctorCode::StateUnwritable.at(state).with("reason", &error.localize(texts)));
        }
    }
    let catalogue = doctor.source.as_ref().ok().and_then(|(source, _)| source.path());
    let left = catalogue.map(|catalogue| Drafts::new(&state.join("drafts")).left_behind(catalogue)).unwrap_or_default();
    match left.found.len() {
        0 => report.ok("drafts-none", &[]),
        count => report.note("drafts", &[("count", count.into())]),
    }
    if let Some(words) = left.localize_unreadable(texts) {
        report.add(FindingStatus::Note, "drafts-unreadable", &words, None);
    }
}

pub(super) fn examine_index(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let context = doctor.context;
    let Ok((source, _)) = &doctor.source else { return };
    let dictionary = context.settings.dictionary.as_deref();
    // That there is no cache has been told.
    let state = index_state(source, context.cache.as_deref(), dictionary, context.today, &context.texts);
    let Some(state) = state else { return };
    let args = index_args(&state, &context.texts);
    match &state.standing {
        IndexStatus::Missing => report.note("index-missing", &args),
        IndexStatus::Fits => report.ok("index-fits", &args),
        IndexStatus::Foreign => report.note("index-foreign", &args),
        IndexStatus::Damaged(_) => report.note("index-damaged", &args),
        IndexStatus::Unreadable(why) => {
            report.problem(&DoctorCode::IndexUnreadable.at(&state.folder).with("reason", why));
        }
    }
}

fn index_args(state: &IndexInfo, texts: &Texts) -> [(&'static str, Arg<'static>); 5] {
    let day = state.built.map(|time| time.to_zoned(TimeZone::system()).date());
    let day = day.map_or_else(|| "?".to_owned(), |day| texts.date(day));
    let reason = match &state.standing {
        IndexStatus::Damaged(why) => why.to_string(),
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

fn size(bytes: u64, texts: &Texts) -> String {
    const MIB: u64 = 1 << 20;
    match bytes {
        0..MIB => texts.with("doctor-size-kib", &[("size", bytes.div_ceil(1024).into())]),
        MIB..10_737_418_240 => texts.with("doctor-size-mib", &[("size", (bytes / MIB).into())]),
        _ => texts.with("doctor-size-gib", &[("size", (bytes >> 30).into())]),
    }
}
