//! Where Lotse keeps what it makes: the cache with the index, and the folder of drafts.

use super::{
    doctor_context::DoctorContext,
    finding::{DoctorReport, FindingStatus},
    probe,
};
use crate::{
    cli::output::shown,
    locale::{Texts, system::reason},
    store::{Drafts, words::drafts_unreadable},
};

/// Less is too little for building a second index beside the first, in bytes.
const SCARCE: u64 = 200 << 20;

pub(super) fn examine_cache(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let texts = &doctor.context.texts;
    let Some(cache) = &doctor.context.cache else { return report.problem("cache-none", &[]) };
    let path = || ("path", shown(cache).into());
    match probe::would_write(cache) {
        Ok(()) => report.ok("cache-folder", &[path()]),
        Err(error) => {
            return report.problem("cache-unwritable", &[path(), ("reason", reason(&error, texts).into())]);
        }
    }
    if let Some(free) = probe::free_space(cache) {
        let size = [("size", size(free, texts).into())];
        if free < SCARCE { report.note("cache-full", &size) } else { report.ok("cache-space", &size) }
    }
}

pub(super) fn examine_state(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let texts = &doctor.context.texts;
    let Some(state) = &doctor.context.state else { return report.problem("state-none", &[]) };
    let path = || ("path", shown(state).into());
    match probe::would_write(state) {
        Ok(()) => report.ok("state-folder", &[path()]),
        Err(error) => report.problem("state-unwritable", &[path(), ("reason", reason(&error, texts).into())]),
    }
    let catalogue = doctor.source.as_ref().ok().and_then(|(source, _)| source.path());
    let left = catalogue.map(|catalogue| Drafts::new(&state.join("drafts")).left_behind(catalogue)).unwrap_or_default();
    match left.found.len() {
        0 => report.ok("drafts-none", &[]),
        count => report.note("drafts", &[("count", count.into())]),
    }
    if let Some(words) = drafts_unreadable(&left, texts) {
        report.told(FindingStatus::Note, "drafts-unreadable", &words, None);
    }
}

/// A size as people say it.
pub(super) fn size(bytes: u64, texts: &Texts) -> String {
    const MIB: u64 = 1 << 20;
    match bytes {
        0..MIB => texts.with("doctor-size-kib", &[("size", bytes.div_ceil(1024).into())]),
        MIB..10_737_418_240 => texts.with("doctor-size-mib", &[("size", (bytes / MIB).into())]),
        _ => texts.with("doctor-size-gib", &[("size", (bytes >> 30).into())]),
    }
}
