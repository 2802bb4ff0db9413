//! What Lotse finds around itself: language, day, editor, home.

use std::env;

use jiff::{Zoned, civil::Date};

use super::{DoctorContext, DoctorReport, FindingStatus};
use crate::{
    base::Text,
    cli::{Exit, context::variable, shown},
    locale::Texts,
    store,
};

pub(super) fn examine(doctor: &DoctorContext<'_>, report: &mut DoctorReport<'_>) {
    let texts = &doctor.context.texts;
    let lang = texts.get("doctor-language").into_owned();
    let origin = origin(language_origin(doctor), texts);
    report.ok("language-of", &[("language", lang.into()), ("origin", origin.into())]);
    match doctor.errors.iter().find(|error| error.exit == Exit::Usage) {
        None => day(doctor.context.today, report, texts),
        Some(error) => {
            let hint = texts.get("doctor-today-wrong-hint").into_owned();
            report.add(FindingStatus::Problem, "today-wrong", error.words().0, Some(hint));
        }
    }
    if !["HOME", "USERPROFILE"].into_iter().any(|name| variable(name).is_some()) {
        report.note("home-missing", &[]);
    }
    editor(report);
}

/// What has chosen the language: `flag`, a variable, `settings`, or `default`.
pub(super) fn language_origin(doctor: &DoctorContext<'_>) -> &'static str {
    let is_set = |name: &&str| env::var(name).is_ok_and(|value| !value.is_empty());
    if doctor.lang_is_flag {
        "--lang"
    } else if is_set(&"LOTSE_LANG") {
        "LOTSE_LANG"
    } else if doctor.context.settings.language.is_some() {
        "settings"
    } else {
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(is_set).unwrap_or("default")
    }
}

/// The origin in words; variables and options are their own.
pub(super) fn origin(origin: &str, texts: &Texts) -> String {
    match origin {
        "settings" => texts.get("doctor-origin-settings").into_owned(),
        "default" => texts.get("doctor-origin-default").into_owned(),
        name => name.to_owned(),
    }
}

fn day(today: Date, report: &mut DoctorReport<'_>, texts: &Texts) {
    let day = || ("day", texts.date(today).into());
    let now = Zoned::now();
    let zone = now.time_zone().iana_name().map_or_else(|| now.offset().to_string(), str::to_owned);
    if variable("LOTSE_TODAY").is_some() && today != now.date() {
        report.note("today-set", &[day()]);
    } else {
        report.ok("today", &[day(), ("zone", Text::line(&zone).to_string().into())]);
    }
}

fn editor(report: &mut DoctorReport<'_>) {
    let (program, _) = store::editor();
    let name = || ("program", shown(&program).into());
    match store::find_program(&program) {
        Some(path) => report.ok("editor", &[name(), ("path", shown(&path).into())]),
        None => report.note("editor-missing", &[name()]),
    }
}
